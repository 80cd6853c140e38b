#pragma once

#include "i18n/catalogue.h"
#include "story/story.h"

#include <string>
#include <vector>

// What happened in a session, one sentence an event: the same on the screen that replays it, in a
// report and on the command line.
namespace wording {

// "Cas 9 « Assistant aides sociales » : Lancer (avant : Encadrer)". What was undone says so.
std::string told(i18n::Catalogue const& words, story::Event const& event);
// The same in a few words, over the handle of the timeline: "Cas 9 : Lancer".
std::string told_short(i18n::Catalogue const& words, story::Event const& event);

// What belongs to it, a line each: reasons, owner and date, open questions, who proposed which
// case; which ranks changed, `most` of them, and how many more.
std::vector<std::string> details(i18n::Catalogue const& words, story::Event const& event,
                                 std::size_t most = 5);

// "Cas 9 : du 5ᵉ au 3ᵉ rang".
std::string moved(i18n::Catalogue const& words, story::RankMove const& move);

// "9, Assistant aides sociales".
std::string numbered(i18n::Catalogue const& words, story::Named const& on);
// "le cas 9 « Assistant… »", "les cas 4 et 8"; how many beyond a dozen.
std::string the_cases(i18n::Catalogue const& words, std::vector<story::Named> const& cases);
// "vote 2", "tour d’estimations 1".
std::string the_vote(i18n::Catalogue const& words, story::Vote const& vote);

// The time of day of a moment, and its day where that is another than that of `beside_ms`.
std::string moment(i18n::Catalogue const& words, std::int64_t at_ms, std::int64_t beside_ms);

// What was said of the cases of a vote since it was closed: which were edited; empty of none.
std::string edited_since(i18n::Catalogue const& words, std::vector<story::Named> const& cases);

} // namespace wording
