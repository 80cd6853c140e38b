#include "base/text.h"
#include "exchange/cases/proposals.h"
#include "session/judge.h"
#include "shell/cli/opened.h"
#include "shell/files/former_inbox.h"
#include "shell/files/inbox.h"
#include "shell/machine/paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;

// The result: it waits for acceptance, is a case already, or is in the drop folder of an open
// session.
struct Proposed {
    enum class State { waiting, added, dropped } state = State::waiting;
    model::ProposalId id;
    fs::path dropped;
};

void print(Console const& console, model::Proposal const& proposal, Proposed const& proposed)
{
    using State = Proposed::State;
    if (console.output == Output::json) {
        nlohmann::ordered_json out{{"title", proposal.title},
                                   {"state", proposed.state == State::waiting ? "waiting"
                                             : proposed.state == State::added ? "added"
                                                                              : "dropped"}};
        if (proposed.state == State::waiting) out["id"] = proposed.id.value;
        if (proposed.state == State::dropped) out["file"] = proposed.dropped.string();
        console.out << out.dump(2) << '\n';
        return;
    }
    auto const* key = proposed.state == State::waiting ? "cli.propose.waiting"
                      : proposed.state == State::added ? "cli.propose.added"
                                                       : "cli.propose.dropped";
    console.out << console.words.text(key, proposal.title, proposed.dropped.string()) << '\n';
}

int say_too_long(Console const& console, exchange::TooLong const& text)
{
    constexpr std::size_t beginning = 40; // characters
    using Text = exchange::TooLong::Text;
    auto const& words = console.words;
    auto const* key = text.which == Text::title         ? "cli.propose.too_long.title"
                      : text.which == Text::description ? "cli.propose.too_long.description"
                      : text.which == Text::domain      ? "cli.propose.too_long.domain"
                                                        : "cli.propose.too_long.from";
    console.err << "cadran: "
                << words.text(key, base::truncated(exchange::proposal_line(text.text), beginning),
                              words.number(static_cast<std::int64_t>(text.length)),
                              words.number(static_cast<std::int64_t>(text.most)))
                << '\n';
    return 1;
}

bool held_elsewhere(std::vector<base::Error> const& notices)
{
    return std::any_of(notices.begin(), notices.end(),
                       [](auto const& one) { return one.code == Errc::locked; });
}

} // namespace

int propose(Console const& console, fs::path const& file, model::Proposal proposal)
{
    proposal.title = exchange::proposal_line(proposal.title);
    proposal.domain = exchange::proposal_line(proposal.domain);
    proposal.from = exchange::proposal_line(proposal.from);
    if (proposal.title.empty()) return say_error(console, {Errc::invalid, "case.title", {}, 0});
    if (auto const text = exchange::too_long(proposal)) return say_too_long(console, *text);
    auto const read = open_silently(file, journal::OpenMode::write);
    if (!read) return say_error(console, read.error(), file);
    auto& opened = **read;
    proposal.at_ms = opened.clock.now_ms();
    if (held_elsewhere(opened.notices)) {
        auto const folder = watched_inbox(cache_dir() / watch_notes, file);
        if (!folder) return say_error(console, folder.error(), file);
        auto const dropped = drop_proposal(*folder, proposal, opened.random);
        if (!dropped) return say_error(console, dropped.error(), file);
        say_whose(*folder, opened.id);
        print(console, proposal, {Proposed::State::dropped, {}, *dropped});
        return 0;
    }
    for (auto const& notice : opened.notices) say_error(console, notice, file);
    if (opened.code != 0) return 1; // nothing can be added; already reported
    auto& session = *opened.session;
    auto const id = model::ProposalId{model::derived_ids | (opened.random.draw() >> 12U)};
    edit::Propose const wish{{{id, proposal, session.mint<model::CaseId>()}}};
    auto const proposed = session.propose(wish, session.log().size(), edit::inbox);
    if (auto const done = session::as_result(proposed); !done)
        return say_error(console, done.error(), file);
    bool const waits = model::find<model::Proposal>(session.document(), id) != nullptr;
    print(console, proposal, {waits ? Proposed::State::waiting : Proposed::State::added, id, {}});
    return 0;
}

} // namespace shell
