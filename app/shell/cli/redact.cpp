#include "session/redact.h"

#include "exchange/report/seal.h"
#include "model/personal.h"
#include "shell/cli/opened.h"
#include "shell/files/traces.h"
#include "shell/machine/machine.h"
#include "shell/machine/paths.h"
#include "shell/sharing/meeting.h"
#include "wording/sessions.h"

#include <algorithm>
#include <ostream>

// `cadran redact`: erases personal texts from a session file.
namespace shell {
namespace {

namespace fs = std::filesystem;

void print_done(Console const& console, session::RedactionDone const& done)
{
    auto const& words = console.words;
    console.out << words.text("cli.redact.done", wording::erased(words, done.erased)) << '\n'
                << words.text("cli.redact.chain",
                              exchange::short_code({{}, done.entries, done.hash}))
                << '\n';
    if (done.chained_anew) console.out << words.text("cli.redact.anew") << '\n';
}

// Lists other places on this machine that may still contain the words.
void print_left(Console const& console, std::vector<fs::path> const& left)
{
    for (auto const& path : left)
        console.out << console.words.text("cli.redact.left", path.string()) << '\n';
    console.out << console.words.text("cli.redact.elsewhere") << '\n';
}

} // namespace

int redact(Console const& console, fs::path const& file, RedactAsked const& asked)
{
    auto const usage = [&](char const* what) {
        return say_error(console, {base::Errc::invalid, what, {}, 0});
    };
    auto const& what = asked.what;
    if (what.nothing()) return usage("redact.what");
    if (std::ranges::any_of(what.words, session::too_short_to_erase)) return usage("redact.word");
    if (asked.out.empty() == (asked.over == RedactAsked::Over::nothing))
        return usage("redact.where");
    SystemClock clock;
    if (asked.over == RedactAsked::Over::nothing) {
        auto const out = as_session(asked.out);
        if (!out) return say_error(console, out.error());
        auto const done = session::redact_to(file, *out, what, own_actor(), clock);
        if (!done) {
            bool const writing = done.error().code == base::Errc::io;
            return say_error(console, done.error(), writing ? *out : file);
        }
        print_done(console, *done);
        auto left = traces_beside(file);
        left.insert(left.begin(), file);
        print_left(console, left);
        return 0;
    }
    if (was_shared(file))
        return say_error(console,
                         {base::Errc::conflict, "redact.shared", file.filename().string(), 0});
    auto const done = session::redact_in_place(file, what, own_actor(), clock);
    if (!done) return say_error(console, done.error(), file);
    print_done(console, *done);
    auto const removed = remove_traces(file);
    auto left = waiting_beside(file);
    // What this machine keeps beside sessions: a list of their titles, made again when it is
    // missing, and the facilitator's own notes.
    std::error_code failed;
    fs::remove(cache_dir() / "sessions.json", failed);
    if (failed) left.push_back(cache_dir() / "sessions.json");
    if (auto const notes = settings_dir() / "notes.json"; fs::exists(notes, failed))
        left.push_back(notes);
    print_left(console, left);
    return removed ? 0 : say_error(console, removed.error(), file);
}

} // namespace shell
