#pragma once

#include "i18n/catalogue.h"
#include "story/story.h"

#include <string>
#include <vector>

// Sentences about the events of a session, one per event: for replay, report and command line.
namespace wording {

// "Cas 9 « Assistant aides sociales » : Lancer (avant : Encadrer)". Undone events say so.
std::string told(i18n::Catalogue const& words, story::Event const& event);
// A short form for the timeline: "Cas 9 : Lancer".
std::string told_short(i18n::Catalogue const& words, story::Event const& event);

// What one undo or redo changed: its first event and the number of others or, where it has no
// events, the name of the command: "Annulé : cartes déplacées".
std::string reverted(i18n::Catalogue const& words, journal::Kind kind, std::string const& label,
                     std::vector<story::Event> const& events);

// Details, one line each: reasons, owner and date, open questions, proposers; changed ranks, at
// most `most`, and the number of others.
std::vector<std::string> details(i18n::Catalogue const& words, story::Event const& event,
                                 std::size_t most = 5);

// "Cas 9 : du 5ᵉ au 3ᵉ rang".
std::string moved(i18n::Catalogue const& words, story::RankMove const& move);

// "9, Assistant aides sociales".
std::string numbered(i18n::Catalogue const& words, story::Named const& on);
// "le cas 9 « Assistant… »", "les cas 4 et 8"; only their number above twelve.
std::string the_cases(i18n::Catalogue const& words, std::vector<story::Named> const& cases);
// "vote 2", "tour d’estimations 1".
std::string the_vote(i18n::Catalogue const& words, story::Vote const& vote);

// The time of day, with the date when it differs from that of `beside_ms`.
std::string moment(i18n::Catalogue const& words, std::int64_t at_ms, std::int64_t beside_ms);

// Which cases of a vote were edited after it closed; empty for none.
std::string edited_since(i18n::Catalogue const& words, std::vector<story::Named> const& cases);

} // namespace wording
