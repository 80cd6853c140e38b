#include "exchange/cases/proposals.h"

#include "base/sha256.h"
#include "base/text.h"
#include "exchange/cases/import.h"
#include "exchange/recognise/clean.h"
#include "exchange/recognise/encoding.h"
#include "exchange/recognise/json_shape.h"
#include "exchange/recognise/kind.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using base::Errc;
using base::fail;
using base::Result;

// 52 bits of the hash, above the ids made by sessions.
model::ProposalId derived(std::string const& name, model::Proposal const& said, int again)
{
    auto text = name;
    for (auto const* part : {&said.title, &said.description, &said.domain, &said.from})
        text += '\0' + *part;
    if (again > 1) text += '\0' + std::to_string(again);
    auto const digest = base::sha256(text);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8U | digest[i];
    bits >>= 12U;
    return {model::derived_ids | bits};
}

bool is_json(std::string const& name) { return base::fold(name).ends_with(".json"); }

std::string field(Json const& object, char const* name)
{
    auto const it = object.find(name);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string{};
}

Result<model::Proposal> proposal_of(Json const& object, std::int64_t at_ms)
{
    if (!object.is_object()) return fail(Errc::invalid, "proposals.form");
    model::Proposal said;
    said.title = proposal_line(field(object, "title"));
    said.description = base::sanitized(base::trimmed(field(object, "description")));
    said.domain = proposal_line(field(object, "domain"));
    said.from = proposal_line(field(object, "from"));
    said.at_ms = at_ms;
    if (auto const when = object.find("at_ms"); when != object.end() && when->is_number_integer())
        said.at_ms = when->get<std::int64_t>();
    if (said.title.empty()) return fail(Errc::invalid, "case.title");
    return said;
}

Result<std::vector<model::Proposal>> from_json(std::string_view bytes, std::int64_t at_ms)
{
    if (auto ok = check_json_shape(bytes); !ok) return fail(ok.error());
    auto const json = Json::parse(bytes, nullptr, false);
    if (!json.is_object() && !json.is_array()) return fail(Errc::invalid, "proposals.form");
    std::vector<model::Proposal> all;
    if (json.is_object()) {
        auto one = proposal_of(json, at_ms);
        if (!one) return fail(one.error());
        all.push_back(std::move(*one));
        return all;
    }
    for (auto const& object : json) {
        auto one = proposal_of(object, at_ms);
        if (!one) return fail(one.error());
        all.push_back(std::move(*one));
    }
    return all;
}

Result<std::vector<model::Proposal>> from_table(std::string const& name, std::string_view bytes,
                                                std::int64_t at_ms,
                                                std::vector<base::Error>& left_out)
{
    auto plan = plan_import(bytes, {}, name, [] { return model::CaseId{1}; });
    if (!plan) return fail(plan.error());
    left_out = std::move(plan->left_out);
    std::vector<model::Proposal> all;
    for (auto& one : plan->command.cases) {
        model::Proposal said;
        said.title = std::move(one.text.title);
        said.description = std::move(one.text.description);
        if (!one.text.need.empty())
            said.description = said.description.empty() ? one.text.need
                                                        : one.text.need + "\n\n" + said.description;
        said.domain = std::move(one.text.domain);
        said.from = std::move(one.text.proposer);
        said.at_ms = at_ms;
        all.push_back(std::move(said));
    }
    return all;
}

} // namespace

std::string proposal_line(std::string_view text)
{
    auto line = base::sanitized(text);
    for (auto& c : line)
        if (c == '\n' || c == '\t') c = ' ';
    return std::string(base::trimmed(line));
}

std::optional<TooLong> too_long(model::Proposal const& proposal)
{
    using Text = TooLong::Text;
    for (auto const& [which, text, most] :
         {std::tuple{Text::title, &proposal.title, proposal_most::title},
          {Text::description, &proposal.description, proposal_most::description},
          {Text::domain, &proposal.domain, proposal_most::domain},
          {Text::from, &proposal.from, proposal_most::name}})
        if (auto const length = base::grapheme_count(*text); length > most)
            return TooLong{which, *text, length, most};
    return std::nullopt;
}

Result<ProposalFile> read_proposals(std::string const& name, std::string_view bytes,
                                    std::int64_t at_ms, std::string_view taken_before)
{
    ProposalFile file;
    auto all =
        is_json(name) ? from_json(bytes, at_ms) : from_table(name, bytes, at_ms, file.left_out);
    // Other JSON: a board, a list of tickets…
    if (!all && is_json(name) && kind_of(bytes) == Kind::json)
        if (auto table = from_table(name, bytes, at_ms, file.left_out)) all = std::move(table);
    if (!all) return fail(all.error());
    if (all->size() > proposals_max)
        return fail(Errc::invalid, "proposals.too_many", std::to_string(all->size()));
    std::map<model::ProposalId, int> times;
    std::int64_t row = 0;
    for (auto& said : *all) {
        auto id = derived(name, said, 1);
        if (auto const again = ++times[id]; again > 1) id = derived(name, said, again);
        said.at_ms -= row++; // the newest is first, and rows are read from the top
        file.proposals.emplace_back(id, std::move(said));
    }
    if (taken_before.empty()) return file;
    if (auto const before = read_proposals(name, taken_before, at_ms))
        for (std::size_t i = 0; i < std::min(before->proposals.size(), file.proposals.size());
             ++i) {
            auto const& [was, said] = before->proposals[i];
            auto const& [is, now] = file.proposals[i];
            if (was != is) file.instead_of.emplace(is, edit::Propose::Cut{was, said});
        }
    return file;
}

bool looks_cut(std::string const& name, std::string_view bytes)
{
    if (is_json(name)) return !Json::accept(bytes);
    if (bytes.starts_with("PK\x03\x04")) { // a complete workbook ends with its directory
        constexpr std::size_t last = 66'000;
        auto const end = bytes.substr(bytes.size() - std::min(bytes.size(), last));
        return end.find("PK\x05\x06") == std::string_view::npos;
    }
    auto const text = decode(bytes).text;
    auto const quotes = std::count(text.begin(), text.end(), '"');
    return text.empty() || (text.back() != '\n' && text.back() != '\r') || quotes % 2 != 0;
}

std::string proposal_json(model::Proposal const& proposal)
{
    Json const json{{"title", proposal.title},
                    {"description", proposal.description},
                    {"domain", proposal.domain},
                    {"from", proposal.from},
                    {"at_ms", proposal.at_ms}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace exchange
