#pragma once

#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "model/records.h"

#include <string>
#include <vector>

// Texts about voting methods, rounds and results. Keys use the method's permanent name:
// "method.dots.say".
namespace wording {

std::string method(i18n::Catalogue const& words, model::Method method); // "Gommettes"
std::string method_hint(i18n::Catalogue const& words,
                        model::Method method); // "des points, un plafond"
// How ballots are counted, briefly, and in a sentence.
std::string way(i18n::Catalogue const& words, analysis::Way way);
std::string how_counted(i18n::Catalogue const& words, analysis::Way way);

// The default question of a method. A round without a question of its own gets it when it opens.
std::string question(i18n::Catalogue const& words, model::Method method);
// The round's own question, else the default.
std::string question(i18n::Catalogue const& words, model::Round const& round);
// The same in lists and headings, where a round of the committee is named so: "… · comité".
std::string asked(i18n::Catalogue const& words, model::Round const& round);
// "Vote 3", "Vote 3 · comité".
std::string vote_name(i18n::Catalogue const& words, model::Round const& round);
// One sentence on how to vote, with the round's numbers: for the room, and at the top of the
// ballot.
std::string how_voted(i18n::Catalogue const& words, model::Round const& round);
// The rules of the round in one line: "10 points · 3 au plus par cas".
std::string rules(i18n::Catalogue const& words, model::Round const& round);

// One case of a result.
struct CaseResult {
    model::Round const& round;
    analysis::Tally const& tally;
    analysis::CaseTally const& one;
};
// The score of its row: "28", "4,3", "Assez bien +".
std::string score(i18n::Catalogue const& words, CaseResult const& of);
// The line below the score: number of answers, what distinguishes it from a case of equal score.
// May be empty.
std::string under_score(i18n::Catalogue const& words, CaseResult const& of);
// Its result in one line: "28 points · 14 votants sur 23".
std::string result_line(i18n::Catalogue const& words, CaseResult const& of);
// Its contribution to the final order: "17 points", "12 voix", "Assez bien +".
std::string brought(i18n::Catalogue const& words, CaseResult const& of);

// The method's statements about the whole result, one sentence each: for the command line.
std::vector<std::string> of_all(i18n::Catalogue const& words, model::Document const& doc,
                                analysis::Tally const& tally);

} // namespace wording
