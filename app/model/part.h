#pragma once

#include "model/document.h"

namespace model {

// `doc` with these tables as `other` has them.
template <class... R>
Document with(Document doc, Document const& other)
{
    ((writable<R>(doc) = table<R>(other)), ...);
    return doc;
}

} // namespace model
