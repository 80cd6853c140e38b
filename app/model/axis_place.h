#pragma once

#include "model/change.h"

namespace model {

// The record as it is in `doc` after it is written; for most types, unchanged.
template <class R>
R const& landed(Document const&, typename R::Key const&, R const& record)
{
    return record;
}

// Assigns the next free place to a new axis; an axis written without a place keeps the one it has.
Axis landed(Document const& doc, AxisId id, Axis axis);

} // namespace model
