#pragma once

#include "story/story.h"

// The names of things at one moment.
namespace story {

Named named(model::Document const& doc, model::CaseId id);
Vote vote(model::Document const& doc, model::RoundId id);
OnAxis on_axis(model::Document const& doc, model::AxisId id);

} // namespace story
