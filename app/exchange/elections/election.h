#pragma once

#include "edit/command.h"
#include "i18n/catalogue.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Imports elections in published formats: cases, one closed round and its ballots, in one entry. A
// file is imported completely or refused with the line at fault.
namespace exchange {

enum class ElectionFormat {
    pabulib, // .pb: participatory budgets
    preflib, // .soc .soi .toc .toi .cat: rankings or categories
    blt,     // .blt: rankings, the format of programs for transferable votes
    abif     // .abif: rankings or scores
};

// The format of a file, by contents, then by name; nothing when unknown.
std::optional<ElectionFormat> election_format(std::string_view bytes, std::string_view name);

struct ElectionPlan {
    edit::RecordElection command;
    ElectionFormat format = ElectionFormat::pabulib;
    std::string encoding;
    std::int64_t voters = 0; // identical ballots are merged, so there may be fewer
    std::int64_t blanks = 0;
    // Deviations of the file that were accepted, each once: "election.note.…" with a number, or
    // with the difference between announced and actual content.
    std::vector<base::Error> notes;
};

struct ElectionMints {
    std::function<model::CaseId()> next_case;
    std::function<model::RoundId()> next_round;
};

// Reads a file of `format`, named `source`. Cases keep the file's order and names, with "source:
// id" as source. The round is revealed; its method follows from the ballots: approval, dots, score
// or ranking; two categories are approvals, more are grades. Errors, with the line: `invalid`
// "import.too_large", "election.…".
base::Result<ElectionPlan> plan_election(std::string_view bytes, std::string const& source,
                                         ElectionFormat format, ElectionMints const& mints,
                                         std::int64_t at_ms);

// The report of an import or a dry run: the number of cases, the vote, then the notes.
enum class ElectionTaken { done, dry_run };
std::vector<std::string> election_lines(i18n::Catalogue const& words, ElectionPlan const& plan,
                                        ElectionTaken taken);
void print_election(i18n::Catalogue const& words, ElectionPlan const& plan, ElectionTaken taken,
                    std::ostream& out);
// The same as a JSON document: rules, number of voters and blank ballots, cases in file order,
// assumptions.
std::string election_json(i18n::Catalogue const& words, ElectionPlan const& plan,
                          std::string const& source, ElectionTaken taken);

} // namespace exchange
