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

// Elections from elsewhere: cases, one closed vote and its ballots, in one entry. A file is taken
// whole or refused whole, with the line at fault.
namespace exchange {

enum class ElectionFormat {
    pabulib, // .pb: a participatory budget
    preflib, // .soc .soi .toc .toi .cat: orders, or cases put in categories
    blt,     // .blt: orders, as programs that count transferable votes write them
    abif     // .abif: orders or scores
};

// What a file is, by what it holds and else by its name; nothing when it is neither.
std::optional<ElectionFormat> election_format(std::string_view bytes, std::string_view name);

struct ElectionPlan {
    edit::RecordElection command;
    ElectionFormat format = ElectionFormat::pabulib;
    std::string encoding;
    std::int64_t voters = 0; // the command's ballots are fewer: identical ones are kept as copies
    std::int64_t blanks = 0;
    // What was read with some latitude, each said once: "election.note.…" with a number, or with
    // what the file announces otherwise than it holds.
    std::vector<base::Error> notes;
};

struct ElectionMints {
    std::function<model::CaseId()> next_case;
    std::function<model::RoundId()> next_round;
};

// Reads a file of `format`, named `source`. The cases keep the file's order and names; each says
// where it comes from as "source: id". The round is revealed, its method that of the ballots:
// approval, dots, score or ranking; categories are approvals when there are two, grades when more.
// Errors, with the line: `invalid` "import.too_large", "election.…".
base::Result<ElectionPlan> plan_election(std::string_view bytes, std::string source,
                                         ElectionFormat format, ElectionMints const& mints,
                                         std::int64_t at_ms);

// Says what was taken, or would be. First how many cases, then the vote; then the notes.
enum class ElectionTaken { done, dry_run };
std::vector<std::string> election_lines(i18n::Catalogue const& words, ElectionPlan const& plan,
                                        ElectionTaken taken);
void print_election(i18n::Catalogue const& words, ElectionPlan const& plan, ElectionTaken taken,
                    std::ostream& out);
// The same as one JSON document: the round by its rules, how many voted and how many of them said
// nothing, the cases in the file's order, what was read with some latitude.
std::string election_json(i18n::Catalogue const& words, ElectionPlan const& plan,
                          std::string const& source, ElectionTaken taken);

} // namespace exchange
