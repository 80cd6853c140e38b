#include "model/document.h"

#include <algorithm>

namespace model {

Document::Document() = default;
Document::Document(Document const& other) = default;
Document::Document(Document&& other) noexcept = default;
Document& Document::operator=(Document const& other) = default;
Document& Document::operator=(Document&& other) noexcept = default;
Document::~Document() = default;

bool operator==(Document const& a, Document const& b)
{
    bool equal = true;
    for_each_record_type(
        [&]<class R>() { equal = equal && model::table<R>(a) == model::table<R>(b); });
    return equal;
}

namespace {

void note_text(ErasedTexts& out, Personal kind, std::string const& text)
{
    if (!text.empty() && std::ranges::find(erased_words, text) == erased_words.end())
        out.note(kind);
}

} // namespace

ErasedTexts texts_of_people(Document const& doc)
{
    ErasedTexts out;
    for_each_record_type([&]<class R>() {
        for (auto const& [key, record] : model::table<R>(doc))
            R::fields(record, [&]<class T>(char const* name, T const& value) {
                if constexpr (std::is_same_v<T, std::string>)
                    note_text(out, personal(R::name, name), value);
                else if constexpr (std::is_same_v<T, std::vector<std::string>>)
                    for (auto const& text : value) note_text(out, personal(R::name, name), text);
            });
    });
    return out;
}

} // namespace model
