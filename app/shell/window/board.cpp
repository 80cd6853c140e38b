#include "shell/window/board.h"

#include "i18n/errors.h"
#include "platform/awake.h"
#include "platform/clipboard.h"
#include "platform/process.h"
#include "shell/files/file_host.h"
#include "shell/machine/paths.h"
#include "shell/window/room_beside.h"
#include "shell/window/screen.h"
#include "ui/app/app.h"

#include <imgui.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Result;

constexpr int design_width = 1920, design_height = 1080;
constexpr int frames_after_event = 3; // ImGui needs these to settle hover and layout

std::atomic<bool> woken{false};        // set by other threads, cleared at each look
std::atomic<bool> asked_to_end{false}; // by the system: the desktop session ends

double steady_s()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

// Resources of the interface, loaded once.
struct Resources {
    i18n::Catalogue french, english;
    board::Palette day, night;
    exchange::Templates templates;

    static Result<Resources> load(fs::path const& assets)
    {
        auto french = i18n::Catalogue::load(assets, i18n::Language::french);
        if (!french) return base::fail(french.error());
        auto english = i18n::Catalogue::load(assets, i18n::Language::english);
        if (!english) return base::fail(english.error());
        auto day = board::load_palette(assets / "themes" / "papier.theme");
        if (!day) return base::fail(day.error());
        auto night = board::load_palette(assets / "themes" / "nuit.theme");
        if (!night) return base::fail(night.error());
        auto templates = exchange::Templates::load(assets);
        if (!templates) return base::fail(templates.error());
        return Resources{std::move(*french), std::move(*english), *day, *night,
                         std::move(*templates)};
    }

    [[nodiscard]] ui::Look look() { return {&french, &english, &day, &night, &templates}; }
    [[nodiscard]] std::string sentence(base::Error const& error,
                                       std::optional<std::string> const& language) const
    {
        return i18n::sentence(language == "en" ? english : french, error);
    }
};

int say(std::string const& why)
{
    std::cerr << "cadran: " << why << '\n';
    platform::show_unheard(why);
    return 1;
}
// Without catalogues there are no sentences.
int say(base::Error const& error)
{
    return say(error.where + (error.detail.empty() ? "" : ": ") + error.detail);
}

// The window, the interface in it, and the services behind it.
struct Board {
    Resources resources;
    std::unique_ptr<platform::Clipboard> clipboard;
    FileHost host{settings_dir(), sessions_dir(), cache_dir(), assets_dir(), state_dir()};
    std::unique_ptr<Screen> screen;
    ui::Ui ui;
    std::optional<ui::App> app;
    RoomBeside room{assets_dir() / "fonts"};              // closed before `screen`
    std::string pasted_text;                              // owned as Dear ImGui requires
    enum class Beside { no, served } beside = Beside::no; // whether the room may have a window
    std::optional<platform::KeepsAwake> awake; // while the room looks, or phones can join

    explicit Board(Resources loaded)
        : resources(std::move(loaded))
    {
    }

    Result<void> start(Visibility visibility, std::optional<std::string> const& language)
    {
        auto opened = Screen::open("Cadran", design_width, design_height, visibility);
        if (!opened) return base::fail(opened.error());
        screen = std::move(*opened);
        auto fonts = ui::load_fonts(assets_dir() / "fonts");
        if (!fonts) return base::fail(fonts.error());
        ui.fonts = *fonts;
        if ((clipboard = platform::open_clipboard())) lend_clipboard();
        if (Screen::has_primary()) ui.primary = {Screen::give_primary, Screen::take_primary};
        ui.caps = [this] { return screen->key_caps(); };
        auto settings = host.settings();
        if (language) settings.language = *language;
        app.emplace(host, resources.look(), settings);
        app->mailbox().on_post(wake_board);
        return {};
    }

    // All copying and pasting uses this connection, plain text too: GLFW would wait for its own
    // answer.
    void lend_clipboard()
    {
        ui.clipboard.give = [this](std::vector<ui::Copied> forms) {
            std::vector<platform::ClipboardForm> given;
            for (auto& form : forms) given.push_back({std::move(form.type), std::move(form.bytes)});
            clipboard->give(std::move(given));
        };
        ui.clipboard.take = [this](std::string_view type) { return clipboard->take(type); };
        auto& imgui = ImGui::GetPlatformIO();
        imgui.Platform_ClipboardUserData = this;
        imgui.Platform_SetClipboardTextFn = [](ImGuiContext*, char const* text) {
            auto& board = *static_cast<Board*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
            board.clipboard->give({{"text/plain", text}});
        };
        imgui.Platform_GetClipboardTextFn = [](ImGuiContext*) -> char const* {
            auto& board = *static_cast<Board*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
            board.pasted_text = board.clipboard->take("text/plain").value_or("");
            return board.pasted_text.c_str();
        };
    }

    void frame()
    {
        ui::begin_frame(ui, steady_s());
        app->draw(ui);
        ui::end_frame(ui);
    }

    // How an update is drawn: after an event, several frames for ImGui to settle, of which only the
    // last is shown; during an animation, one.
    enum class Frames { settled, one };
    Screen::Changed picture(Frames frames)
    {
        constexpr int most = 24; // limit, for quick input that ImGui spreads over several frames
        int left = frames == Frames::settled ? frames_after_event : 1;
        for (int made = 0; left > 0 && made < most; ++made) {
            Screen::build([this] { frame(); });
            left = Screen::input_waits() ? frames_after_event : left - 1;
        }
        if (beside == Beside::served &&
            room.serve(*app, *screen, steady_s()) == RoomBeside::Again::yes)
            Screen::build([this] { frame(); });
        stay_awake();
        return screen->show(ui::moving_of(ui));
    }

    void stay_awake()
    {
        bool const open = beside == Beside::served &&
                          (app->room_window() == ui::RoomWindow::open || app->phones_may_join());
        if (open == awake.has_value()) return;
        if (open)
            awake.emplace();
        else
            awake.reset();
    }

    // Draws when something changes, otherwise sleeps until the next event.
    void run(Onlooker const& onlooker)
    {
        constexpr double frame_s = 1.0 / 90; // frame time of animations without vertical sync
        bool seen = false;                   // the first picture was shown
        std::string title;
        auto mode = ui::Mode::desk;
        auto frames = Frames::settled;
        while (!app->wants_to_quit()) {
            bool const ends = asked_to_end.exchange(false);
            if (screen->closing() || ends) {
                screen->keep_open(); // until drafts are saved
                app->close(ends ? ui::Quit::By::system : ui::Quit::By::person);
                frames = Frames::settled;
            }
            if (auto paths = screen->take_dropped(); !paths.empty()) app->dropped(paths);
            if (onlooker.before_picture) onlooker.before_picture(*app);
            auto const began_s = steady_s();
            auto const changed = picture(frames);
            if (!seen && onlooker.first_picture) onlooker.first_picture();
            seen = true;
            if (title != app->window_title()) screen->set_title(title = app->window_title());
            if (mode != app->mode()) {
                mode = app->mode();
                screen->set_full_screen(mode == ui::Mode::room ? Visibility::hidden
                                                               : Visibility::shown);
            }
            bool const moved = frames == Frames::one;
            if (ui.now_s < std::max(ui.redraw_until_s, room.redraw_until_s())) {
                bool const in_time = changed == Screen::Changed::yes && screen->keeps_time();
                auto const rest = in_time ? 0 : began_s + frame_s - steady_s();
                bool const event = screen->wait(std::max(rest, 0.0));
                frames = room.saw_event() || event ? Frames::settled : Frames::one;
                continue;
            }
            if (!moved && !app->wants_to_quit()) sleep(); // animations end first
            frames = Frames::settled;
        }
    }

    // Waits for an event, the next change by time, or input from outside the window; polling does
    // not draw.
    void sleep()
    {
        constexpr double look_every_s = 1;
        double const until = steady_s() + app->next_change().value_or(3600);
        while (app->watches()) {
            auto const left = until - steady_s();
            if (left <= 0 || screen->wait(std::min(left, look_every_s)) || room.saw_event() ||
                woken.exchange(false) || app->look_around())
                return;
        }
        if (auto const next = app->next_change())
            screen->wait(*next);
        else
            screen->wait();
    }
};

} // namespace

void wake_board()
{
    woken = true;
    Screen::wake();
}

int run_board(std::optional<fs::path> const& file, std::optional<std::string> const& language,
              Onlooker const& onlooker)
{
    auto resources = Resources::load(assets_dir());
    if (!resources) return say(resources.error());
    platform::EndRequests const ends([] {
        asked_to_end = true;
        wake_board();
    });
    Board board(std::move(*resources));
    if (auto ok = board.start(Visibility::shown, language); !ok)
        return say(board.resources.sentence(ok.error(), language));
    board.beside = Board::Beside::served;
    if (file) board.app->open(*file, ui::Access::edit);
    board.run(onlooker);
    return 0;
}

int draw_pictures(fs::path const& file, fs::path const& folder,
                  std::optional<std::string> const& language)
{
    auto resources = Resources::load(assets_dir());
    if (!resources) return say(resources.error());
    Board board(std::move(*resources));
    if (auto ok = board.start(Visibility::hidden, language); !ok)
        return say(board.resources.sentence(ok.error(), language));
    board.app->open(file, ui::Access::read);
    if (!board.app->session()) return 1;
    std::error_code failed;
    fs::create_directories(folder, failed);
    auto const refused = [&](base::Error const& error) {
        return say(board.resources.sentence(error, language));
    };
    if (!fs::is_directory(folder, failed))
        return refused({base::Errc::io, "folder.create", folder.string(), 0});
    struct Shot {
        model::Step step;
        char const* name;
    };
    for (auto const& shot :
         {Shot{model::Step::gather, "recueillir.png"}, Shot{model::Step::vote, "voter.png"},
          Shot{model::Step::place, "placer.png"}, Shot{model::Step::decide, "decider.png"}}) {
        board.app->look_at(shot.step);
        auto const build = [&] { Screen::build([&] { board.frame(); }); };
        for (int i = 0; i < 8; ++i) build();
        while (steady_s() < board.ui.redraw_until_s) build();
        auto const picture = board.screen->picture(ui::moving_of(board.ui));
        if (auto ok = write_png(folder / shot.name, picture); !ok) return refused(ok.error());
        std::cout << (folder / shot.name).string() << '\n';
    }
    return 0;
}

} // namespace shell
