#pragma once

#include "analysis/voting/by_room.h"
#include "i18n/catalogue.h"

#include <string>
#include <vector>

// Texts about the rooms of a vote on several machines.
namespace wording {

// The rule that rooms are compared, as a sentence, and as a part of the line of rules. Empty where
// the round has no such rule.
std::string rooms_compared(i18n::Catalogue const& words, model::Round const& round);
std::string rooms_rule(i18n::Catalogue const& words, model::Round const& round);

// A room by its label, else "Salle B"; rooms that are told as one: "Foix + Salle D",
// "4 salles réunies". In short, by letter: "B", "B+D", "B…".
std::string room_name(i18n::Catalogue const& words, model::Document const& doc,
                      std::vector<model::SiteId> const& sites);
std::string room_letters(model::Document const& doc, std::vector<model::SiteId> const& sites);

// Of a closed round: from how many ballots of which rooms its result was counted.
std::string room_ballots(i18n::Catalogue const& words, model::Document const& doc,
                         analysis::RoomTally const& room);
// Why a closed round whose rules compare rooms does not; empty where it does, or need not.
std::string not_compared(i18n::Catalogue const& words, model::Document const& doc,
                         model::RoundId round);
// « Numérisation » (n° 3) : rang 1 (Salle A), rang 6 (Salle B).
std::string room_gap(i18n::Catalogue const& words, model::Document const& doc,
                     analysis::RoomTallies const& rooms, analysis::RoomGap const& gap);
// That rooms hardly differ, or differences may be due to chance.
std::string about_gaps(i18n::Catalogue const& words, analysis::RoomTallies const& rooms);
// The rooms that a round was counted without; empty: none.
std::string counted_without(i18n::Catalogue const& words, model::Document const& doc,
                            model::RoundId round);

// All of this in sentences, for a result without a table. `rooms`: none where there are none.
std::vector<std::string> about_rooms(i18n::Catalogue const& words, model::Document const& doc,
                                     model::RoundId round,
                                     std::optional<analysis::RoomTallies> const& rooms);

} // namespace wording
