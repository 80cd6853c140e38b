#pragma once

#include "model/document.h"

namespace model {

// A copy of `doc` with these tables taken from `other`.
template <class... R>
Document with(Document doc, Document const& other)
{
    ((writable<R>(doc) = table<R>(other)), ...);
    return doc;
}

} // namespace model
