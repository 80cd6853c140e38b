#pragma once

#include "edit/command.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Proposals that come in as files, one or many in each.
namespace exchange {

struct ProposalFile {
    // In the order of the file. The ids are made of the file's name and of what is said: the same
    // file read twice proposes nothing new, a longer one of the same name only what was added.
    std::vector<std::pair<model::ProposalId, model::Proposal>> proposals;
    std::vector<base::Error> left_out; // rows of a table without a title, each with its line
    // Of `proposals`, those that an earlier and shorter version of the file said cut short, by what
    // it said: they stand in its place.
    std::map<model::ProposalId, edit::Propose::Cut> instead_of;
};

constexpr std::size_t proposals_max = 2000; // of one file: a room reads no more

// A ".json" holds one proposal, or a list of them: "title", and, when they are said,
// "description", "domain", "from", "at_ms". Anything else, workbooks and boards too, is read as a
// table is imported.
// `at_ms`: when the file was written. Errors: `invalid` "proposals.form" (not that JSON),
// "proposals.too_many", and those of plan_import.
// `taken_before`: what was taken of the file earlier and goes on in `bytes`, if anything was.
base::Result<ProposalFile> read_proposals(std::string const& name, std::string_view bytes,
                                          std::int64_t at_ms, std::string_view taken_before = {});

// Whether a file looks as if its writing stopped in the middle: nothing in it, JSON that does not
// end, a last line that is not ended, a quote that is not closed. It may still be whole.
bool looks_cut(std::string const& name, std::string_view bytes);

// The ".json" of one proposal.
std::string proposal_json(model::Proposal const& proposal);

// One line of text, safe to show and to keep, as a proposal's title has to be.
std::string proposal_line(std::string_view text);

} // namespace exchange
