#pragma once

#include "model/document.h"

namespace model {

// A document of these tables of `doc` alone, the others being empty.
template <class... R>
Document part(Document const& doc)
{
    Document out;
    ((writable<R>(out) = table<R>(doc)), ...);
    return out;
}

// `doc` with these tables as `other` has them.
template <class... R>
Document with(Document doc, Document const& other)
{
    ((writable<R>(doc) = table<R>(other)), ...);
    return doc;
}

// Whether these tables are the very same in both, found without reading them.
template <class... R>
bool same(Document const& a, Document const& b)
{
    return (table<R>(a).same(table<R>(b)) && ...);
}

} // namespace model
