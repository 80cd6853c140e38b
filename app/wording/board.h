#pragma once

#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// Cards, frames, proposals, and the prompts of the steps.
namespace wording {

std::string frame_title(i18n::Catalogue const& words, std::string const& title);
// "2 cartes", "2 cartes · 1 annotation"; what there is none of is left out.
std::string cards(i18n::Catalogue const& words, std::size_t cards, std::size_t marks = 0);
// "12 cartes · 3 cadres · 2 cartes libres".
std::string on_the_board(i18n::Catalogue const& words, std::size_t cards, std::size_t frames,
                         std::int64_t free);

// What a step asks of the room, and the line under it: as the session says, else ours; empty where
// we have none.
std::string question(i18n::Catalogue const& words, model::Document const& doc, model::Step step);
std::string instruction(i18n::Catalogue const& words, model::Document const& doc, model::Step step);

// Who sent a proposal, else how it came.
std::string sender(i18n::Catalogue const& words, model::Proposal const& proposal);

} // namespace wording
