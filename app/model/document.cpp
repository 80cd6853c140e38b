#include "model/document.h"

namespace model {

Document::Document()
{
    for_each_record_type(
        [&]<class R>() { tables_[Records::index_of<R>()] = std::make_shared<Table<R>>(); });
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
