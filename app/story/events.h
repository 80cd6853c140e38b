#pragma once

#include "story/story.h"

// The events of one entry. Private to this folder.
namespace story {

std::vector<What> events_of(journal::Entry const& entry, model::Document const& before,
                            model::Document const& after);

} // namespace story
