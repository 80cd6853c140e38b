#include "shell/files/session_at.h"

#include "session/reading.h"
#include "session/replay.h"

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Result;
using ui::Milestone;

// The step that an entry moves the room to.
std::optional<model::Step> step_after(journal::Entry const& entry)
{
    for (auto const& change : entry.changes)
        if (auto const* edit = change.as<model::Edit<model::Stage>>())
            return edit->after.value_or(model::Stage{}).step;
    return std::nullopt;
}

} // namespace

std::vector<Milestone> milestones_of(journal::Log const& log)
{
    std::vector<Milestone> out;
    Milestone before{Milestone::What::begun, 0, 0, model::Step::gather};
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const entry = log.entry(n);
        if (!entry) break;
        auto const step = step_after(*entry);
        bool const sitting = n > 1 && entry->at_ms - before.at_ms >= between_sittings_ms;
        if (n > 1 && (sitting || (step && *step != before.step))) {
            auto one = before;
            one.what = sitting ? Milestone::What::after_sitting : Milestone::What::after_step;
            if (out.empty() || out.back().entry != one.entry) out.push_back(one);
        }
        before.entry = n, before.at_ms = entry->at_ms, before.step = step.value_or(before.step);
        if (n == 1) out.push_back(before);
    }
    if (log.size() > 0) {
        before.what = Milestone::What::last;
        if (!out.empty() && out.back().entry == before.entry) out.pop_back();
        out.push_back(before);
    }
    return out;
}

Result<ui::SessionAt> read_session_at(fs::path const& path, std::optional<std::uint64_t> n,
                                      journal::FileLog::Options const& options)
{
    auto opened = journal::FileLog::open(path, journal::OpenMode::read, options);
    if (!opened) return base::fail(opened.error());
    auto& log = *opened->log;
    auto reading = session::read(log); // the log now ends before the first invalid entry
    ui::SessionAt out;
    out.session = log.header().session;
    out.entries = log.size();
    out.entry = n.value_or(out.entries);
    out.document = std::move(reading.state.document);
    if (out.entry != out.entries) {
        auto then = session::Replay(log).at(out.entry);
        if (!then) return base::fail(then.error());
        out.document = *std::move(then);
    }
    out.milestones = milestones_of(log);
    if (out.entry > 0)
        if (auto const last = log.entry(out.entry)) out.at_ms = last->at_ms;
    return out;
}

} // namespace shell
