#pragma once

#include "story/story.h"

// The events of one entry, given the document before and after it.
namespace story {

std::vector<What> events_of(journal::Entry const& entry, model::Document const& before,
                            model::Document const& after);

} // namespace story
