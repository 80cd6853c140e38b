#pragma once

#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "model/records.h"

#include <string>
#include <vector>

// What is said of a voting method, of a round by it, and of what it gives a case. The words of a
// method are keys of its stable name: "method.dots.say".
namespace wording {

std::string method(i18n::Catalogue const& words, model::Method method); // "Gommettes"
std::string method_hint(i18n::Catalogue const& words,
                        model::Method method); // "des points, un plafond"
// How ballots are counted, in a few words, and in a sentence.
std::string way(i18n::Catalogue const& words, analysis::Way way);
std::string how_counted(i18n::Catalogue const& words, analysis::Way way);

// What is asked as long as nobody has written a question: the round's is then empty, and these are
// the words of the language. A round that opens is given them.
std::string question(i18n::Catalogue const& words, model::Method method);
// What the round asks: its own question, else that.
std::string question(i18n::Catalogue const& words, model::Round const& round);
// One sentence on how the round is voted, with its own figures: for the room, and at the head of
// the ballot.
std::string how_voted(i18n::Catalogue const& words, model::Round const& round);
// What the rules of the round are, in a line: "10 points · 3 au plus par cas".
std::string rules(i18n::Catalogue const& words, model::Round const& round);

// One case of a result.
struct CaseResult {
    model::Round const& round;
    analysis::Tally const& tally;
    analysis::CaseTally const& one;
};
// What stands at the end of its row: "28", "4,3", "Assez bien +".
std::string score(i18n::Catalogue const& words, CaseResult const& of);
// What stands under it, where that is not all: how many answered, what tells it apart from a case
// of the same score. Empty where nothing does.
std::string under_score(i18n::Catalogue const& words, CaseResult const& of);
// What it got, in a line: "28 points · 14 votants sur 23".
std::string result_line(i18n::Catalogue const& words, CaseResult const& of);
// What it brings to the final order: "17 points", "12 voix", "Assez bien +".
std::string brought(i18n::Catalogue const& words, CaseResult const& of);

// What the method says of all cases together, in one sentence each: for the command line.
std::vector<std::string> of_all(i18n::Catalogue const& words, model::Document const& doc,
                                analysis::Tally const& tally);

} // namespace wording
