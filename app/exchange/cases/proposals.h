#pragma once

#include "edit/command.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Reads proposals from files of the drop folder, one or many per file.
namespace exchange {

struct ProposalFile {
    // In file order. Ids are a hash of the file's name and the contents: reading the same file
    // twice proposes nothing new, reading a longer version only what was added.
    std::vector<std::pair<model::ProposalId, model::Proposal>> proposals;
    std::vector<base::Error> left_out; // rows without a title, with their line
    // Those of `proposals` that replace one read earlier from an incomplete version of the file.
    std::map<model::ProposalId, edit::Propose::Cut> instead_of;
};

constexpr std::size_t proposals_max = 2000; // per file

// A ".json" contains one proposal or a list of them: "title" and optionally "description",
// "domain", "from", "at_ms". Anything else, including workbooks and boards, is read like an import.
// `at_ms`: time of the file. `taken_before`: the part of `bytes` that was read earlier, if any.
// Errors: `invalid` "proposals.form" (other JSON), "proposals.too_many", and those of plan_import.
base::Result<ProposalFile> read_proposals(std::string const& name, std::string_view bytes,
                                          std::int64_t at_ms, std::string_view taken_before = {});

// Whether a file looks incomplete: empty, unterminated JSON, last line or quote. It may still be
// complete.
bool looks_cut(std::string const& name, std::string_view bytes);

// One proposal as the contents of a ".json".
std::string proposal_json(model::Proposal const& proposal);

// The first text of a proposal that is longer than proposal_most allows (recognise/clean.h), if
// any; lengths in graphemes.
struct TooLong {
    enum class Text { title, description, domain, from } which = Text::title;
    std::string text;
    std::size_t length = 0, most = 0;
};
std::optional<TooLong> too_long(model::Proposal const& proposal);

// The text on one line, sanitized, as proposal titles must be.
std::string proposal_line(std::string_view text);

} // namespace exchange
