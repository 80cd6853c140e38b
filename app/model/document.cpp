#include "model/document.h"

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

} // namespace model
