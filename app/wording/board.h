#pragma once

#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// Texts about cards, frames, proposals, and the questions of the steps.
namespace wording {

std::string frame_title(i18n::Catalogue const& words, std::string const& title);
// "2 cartes", "2 cartes · 1 annotation"; zero counts are omitted.
std::string cards(i18n::Catalogue const& words, std::size_t cards, std::size_t marks = 0);
// "12 cartes · 3 cadres · 2 cartes libres".
std::string on_the_board(i18n::Catalogue const& words, std::size_t cards, std::size_t frames,
                         std::int64_t free);

// The question of a step and the line below it: the session's, else the default; empty where there
// is none.
std::string question(i18n::Catalogue const& words, model::Document const& doc, model::Step step);
std::string instruction(i18n::Catalogue const& words, model::Document const& doc, model::Step step);

// The proposer's name, else the source of the proposal.
std::string sender(i18n::Catalogue const& words, model::Proposal const& proposal);

} // namespace wording
