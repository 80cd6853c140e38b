#include "model/document.h"

namespace model {
namespace {

using Copy = std::shared_ptr<void> (*)(void const* table);

template <class R>
std::shared_ptr<void> copy_of(void const* table)
{
    return std::make_shared<Table<R>>(*static_cast<Table<R> const*>(table));
}

template <class... R>
constexpr std::array<Copy, sizeof...(R)> copies_of(RecordList<R...>)
{
    return {copy_of<R>...};
}

} // namespace

Document::Document()
{
    for_each_record_type(
        [&]<class R>() { tables_[Records::index_of<R>()] = std::make_shared<Table<R>>(); });
}

void* Document::own(std::size_t table)
{
    static constexpr auto copies = copies_of(Records{});
    auto& shared = tables_[table];
    if (shared.use_count() != 1) shared = copies[table](shared.get());
    return shared.get();
}

bool operator==(Document const& a, Document const& b)
{
    bool equal = true;
    for_each_record_type([&]<class R>() {
        auto const these = shared_table<R>(a), those = shared_table<R>(b);
        equal = equal && (these == those || *these == *those);
    });
    return equal;
}

} // namespace model
