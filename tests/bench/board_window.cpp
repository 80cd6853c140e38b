// The real board in a window, for whoever measures it from outside:
//
//   board_window --cards N       a session of N cards in a folder of its own, fitted
//   board_window --session FILE  a session that is there already
//
// At 1920×1080. Prints `mark first_frame <unix ms>` on standard error when its first picture is on
// the screen; goes to 100 % on the middle card on SIGUSR1 (`mark middle <unix ms>`), shows all on
// SIGUSR2 (`mark fit <unix ms>`); takes real input.
#include "bench/files.h"
#include "journal/file_log.h"
#include "shell/machine/machine.h"
#include "shell/window/board.h"
#include "support/temporary_folder.h"
#include "ui/app/app.h"

#include <imgui.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <thread>

namespace {

namespace fs = std::filesystem;

std::atomic<bool> middle_wanted{false}, fit_wanted{false};
std::atomic<bool> over{false};

void mark(char const* what)
{
    std::fprintf(stderr, "mark %s %lld\n", what,
                 static_cast<long long>(shell::SystemClock{}.now_ms()));
}

// The card nearest to the centre of all.
std::optional<model::CaseId> middle_card(model::Document const& doc)
{
    auto const& places = model::table<model::CardPlace>(doc);
    if (places.empty()) return std::nullopt;
    base::Rect all{places.begin()->second.at, places.begin()->second.at};
    for (auto const& [id, place] : places) all = base::united(all, {place.at, place.at});
    auto const far = [&](auto const& row) {
        auto const d = row.second.at - all.center();
        return std::hypot(d.x, d.y);
    };
    return std::min_element(places.begin(), places.end(),
                            [&](auto const& a, auto const& b) { return far(a) < far(b); })
        ->first;
}

void before_picture(ui::App& app)
{
    if (!app.session()) return;
    if (fit_wanted.exchange(false)) {
        app.grant(ui::Press{{}, ImGuiMod_Shift | ImGuiKey_1});
        mark("fit");
    }
    if (!middle_wanted.exchange(false)) return;
    auto const card = middle_card(app.session()->document());
    if (!card) return;
    app.look_at(*card);
    mark("middle");
}

// Waits for signals on a thread of its own.
void listen(sigset_t const& awaited)
{
    for (int signal = 0; sigwait(&awaited, &signal) == 0 && !over;) {
        (signal == SIGUSR2 ? fit_wanted : middle_wanted) = true;
        shell::wake_board();
    }
}

int usage()
{
    std::fputs("board_window --cards N | --session FILE [--lang fr|en]\n", stderr);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    int cards = 0;
    std::optional<fs::path> session;
    std::string language = "fr";
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view const name = argv[i];
        if (name == "--cards")
            cards = std::atoi(argv[i + 1]);
        else if (name == "--session")
            session = argv[i + 1];
        else if (name == "--lang")
            language = argv[i + 1];
        else
            return usage();
    }
    if (argc % 2 == 0 || (!session && cards <= 0)) return usage();

    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGUSR1);
    sigaddset(&awaited, SIGUSR2);
    pthread_sigmask(SIG_BLOCK, &awaited, nullptr);

    // A temporary home folder, so that settings and lists of the user are not changed.
    support::TemporaryFolder const folder;
    for (auto const* variable : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME"})
        setenv(variable, folder.path().c_str(), 1);
    if (!session) {
        session = folder / "bench.cadran";
        bench::write_session(*session, cards);
    }
    std::thread listener(listen, std::cref(awaited));
    shell::Onlooker onlooker;
    onlooker.first_picture = [] { mark("first_frame"); };
    onlooker.before_picture = before_picture;
    auto const code = shell::run_board(session, language, onlooker);
    over = true;
    pthread_kill(listener.native_handle(), SIGUSR1);
    listener.join();
    return code;
}
