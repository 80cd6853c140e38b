#include "bench/frames.h"

#include "bench/big_session.h"
#include "bench/figures.h"
#include "bench/heap.h"
#include "bench/one_session.h"
#include "journal/file_log.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/ui/shown.h"
#include "support/ui/ui_driver.h"
#include "ui/app/app.h"
#include "ui/canvas/canvas.h"

#include <imgui.h>

#include <chrono>
#include <cmath>
#include <thread>

namespace bench {
namespace {

namespace fs = std::filesystem;
constexpr base::Vec2 screen{1920, 1080};
constexpr base::Vec2 middle{790, 560}; // of the board

// What is drawn: the whole window; the board alone, at its place in the window; only its drawing,
// its background, or nothing.
enum class Scope { window, board, painted, ground, nothing };

constexpr std::string_view name_of(Scope scope)
{
    switch (scope) {
    case Scope::window: return "window";
    case Scope::board: return "board";
    case Scope::painted: return "painted";
    case Scope::ground: return "ground";
    case Scope::nothing: break;
    }
    return "nothing";
}

class Stage {
public:
    Stage(Scope scope, std::unique_ptr<session::Session> session)
        : scope_(scope)
        , host_(scope == Scope::window ? std::move(session) : nullptr)
        , session_(std::move(session))
    {
        if (scope == Scope::window) app_.open("bench.cadran", ui::Access::edit);
        hand_.settle();
    }

    support::UiDriver& hand() { return hand_; }
    [[nodiscard]] std::int64_t entries() // written so far
    {
        auto const* session = scope_ == Scope::window ? app_.session() : session_.get();
        return static_cast<std::int64_t>(session->log().size());
    }
    ui::Canvas& canvas() { return canvas_; } // of the board alone

private:
    void draw(ui::Ui& ui)
    {
        if (scope_ == Scope::window)
            app_.draw(ui);
        else if (session_)
            draw_board(ui);
    }
    void draw_board(ui::Ui& ui)
    {
        for (auto const& wish : asked(ui))
            if (auto const* command = wish.as<edit::Command>())
                sure(session_->submit(edit::facilitator, *command));
    }
    ui::Asked asked(ui::Ui& ui)
    {
        auto const main = ui::layout_of(ui, ui::Panel::shown).main;
        support::Shown const shown(*session_);
        ui::refresh(ui, canvas_, shown.workshop, main);
        if (scope_ == Scope::nothing) return {};
        auto const& view = canvas_.view;
        if (scope_ == Scope::ground)
            ui::paint_ground(ui, main, view.to_screen(base::Vec2{}), view.camera.zoom, view.density,
                             ui::Zoom::resting);
        if (scope_ == Scope::painted) ui::paint_board_layer(ui, canvas_, shown.workshop);
        if (scope_ != Scope::board) return {};
        return ui::draw_canvas(ui, canvas_, shown.workshop, main);
    }

    static i18n::Catalogue words(i18n::Language language)
    {
        return sure(i18n::Catalogue::load(support::assets_dir(), language));
    }
    static board::Palette palette(char const* name)
    {
        return sure(board::load_palette(support::assets_dir() / "themes" / name));
    }

    Scope scope_;
    i18n::Catalogue french_ = words(i18n::Language::french);
    i18n::Catalogue english_ = words(i18n::Language::english);
    board::Palette day_ = palette("papier.theme"), night_ = palette("nuit.theme");
    OneSession host_;
    std::unique_ptr<session::Session> session_;
    ui::App app_{host_, {&french_, &english_, &day_, &night_}, {"fr", ui::Appearance::day, 100}};
    ui::Canvas canvas_;
    support::UiDriver hand_{[this](ui::Ui& ui) { draw(ui); }, screen}; // last: it draws at once
};

// Runs frames, each after `act`, and prints their statistics.
template <class Act>
void measure(Stage& stage, std::string_view doing, std::string_view scope, int cards, int count,
             Act&& act)
{
    constexpr int unmeasured = 12; // warm-up: fonts of a new size, buffers
    std::vector<double> spans, vertices, blocks;
    for (int i = 0; i < count + unmeasured; ++i) {
        act(i);
        auto const blocks_before = allocations();
        auto const from = cpu_ms();
        stage.hand().frame();
        auto const span = cpu_ms() - from;
        if (i < unmeasured) continue;
        spans.push_back(span);
        blocks.push_back(static_cast<double>(allocations() - blocks_before));
        vertices.push_back(static_cast<double>(ImGui::GetDrawData()->TotalVtxCount));
    }
    Line("frame")
        .with("doing", doing)
        .with("scope", scope)
        .with("cards", std::int64_t{cards})
        .with("median_ms", quantile(spans, 0.5))
        .with("least_ms", quantile(spans, 0))
        .with("p99_ms", quantile(spans, 0.99))
        .with("vertices", static_cast<std::int64_t>(quantile(vertices, 0.5)))
        .with("allocations", static_cast<std::int64_t>(quantile(blocks, 0.5)));
}

ImGuiIO& io() { return ImGui::GetIO(); }

void key(Stage& stage, int chord)
{
    stage.hand().key(chord);
    stage.hand().settle();
}

// Back and forth, a few pixels a frame.
base::Vec2 swaying(int i)
{
    constexpr int reach = 40;
    auto const step = i % (2 * reach);
    auto const far = static_cast<float>(step < reach ? step : 2 * reach - step);
    return middle + base::Vec2{far * 5, far * 3};
}

void pan(Stage& stage, std::string_view doing, std::string_view scope, int cards, int count)
{
    stage.hand().move_to(middle);
    io().AddMouseButtonEvent(ImGuiMouseButton_Middle, true);
    measure(stage, doing, scope, cards, count, [](int i) {
        auto const at = swaying(i);
        io().AddMousePosEvent(at.x, at.y);
    });
    io().AddMouseButtonEvent(ImGuiMouseButton_Middle, false);
    stage.hand().settle();
}

// A card near the middle of the board, by what the screen shows.
base::Vec2 some_card(Stage& stage)
{
    for (auto const& [id, seen] : stage.hand().ui().probe.widgets) {
        auto const at = seen.box.center();
        bool const central = std::abs(at.x - middle.x) < 300 && std::abs(at.y - middle.y) < 200;
        if (id.starts_with("card.") && !seen.covered && central) return at;
    }
    return middle;
}

// Repeats an act that writes an entry, and the frame that shows it.
template <class Prepare, class Act>
void measure_entries(Stage& stage, std::string_view what, std::string_view scope, int cards,
                     Prepare&& prepare, Act&& act)
{
    constexpr int times = 12;
    constexpr int pause = 40; // frames: two presses are not a double click
    auto const written_before = stage.entries();
    std::vector<double> spans;
    for (int i = 0; i < times; ++i) {
        prepare(i);
        auto const before = cpu_ms();
        act();
        stage.hand().frame(2);
        spans.push_back(cpu_ms() - before);
        io().AddKeyEvent(ImGuiKey_Enter, false);
        stage.hand().settle();
        stage.hand().frame(pause);
    }
    Line(what)
        .with("scope", scope)
        .with("cards", std::int64_t{cards})
        .with("median_ms", quantile(spans, 0.5))
        .with("least_ms", quantile(spans, 0))
        .with("most_ms", quantile(spans, 1))
        .with("written", stage.entries() - written_before);
}

void drag(Stage& stage, std::string_view scope, int cards, int count)
{
    auto const take = [&] {
        auto const from = some_card(stage);
        stage.hand().move_to(from);
        stage.hand().press();
        return from;
    };
    auto const let_go = [] { io().AddMouseButtonEvent(ImGuiMouseButton_Left, false); };
    auto const from = take();
    measure(stage, "drag", scope, cards, count, [&](int i) {
        auto const at = from + swaying(i) - middle;
        io().AddMousePosEvent(at.x, at.y);
    });
    let_go();
    stage.hand().settle();
    stage.hand().frame(40);
    auto const carry = [&](int i) {
        auto const taken = take();
        stage.hand().move_to(taken + base::Vec2{i % 2 == 0 ? 40.0F : -40.0F, 20});
    };
    measure_entries(stage, "drop", scope, cards, carry, let_go);
}

void type(Stage& stage, std::string_view scope, int cards, int count)
{
    static constexpr std::string_view text = "Repérer les fuites du réseau d’eau avant la panne ";
    constexpr int most = 120;
    key(stage, ImGuiKey_N);
    stage.hand().settle(20); // what is compared with what is typed has been read
    std::size_t at = 0;
    measure(stage, "type", scope, cards, count, [&](int i) {
        if (i % most == most - 1) stage.hand().key(ImGuiMod_Ctrl | ImGuiKey_A);
        std::size_t end = at + 1; // a character, of one byte or more
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        io().AddInputCharactersUTF8(std::string(text.substr(at, end - at)).c_str());
        at = end % text.size();
    });
    measure_entries(
        stage, "enter", scope, cards,
        [&](int i) { stage.hand().type("Une carte de plus, la " + std::to_string(i)); },
        [] { io().AddKeyEvent(ImGuiKey_Enter, true); });
    key(stage, ImGuiKey_Escape);
}

void zoom(Stage& stage, std::string_view scope, int cards, int count)
{
    stage.hand().move_to(middle);
    constexpr int reach = 24;
    measure(stage, "zoom", scope, cards, count,
            [](int i) { io().AddMouseWheelEvent(0, i / reach % 2 == 0 ? 1.0F : -1.0F); });
    stage.hand().settle();
}

} // namespace

void frames(std::vector<int> const& sizes, int frames_each)
{
    for (int const cards : sizes)
        for (auto const scope : {Scope::board, Scope::window}) {
            Stage stage(scope, big_session(cards));
            auto const name = name_of(scope);
            key(stage, ImGuiMod_Shift | ImGuiKey_1);
            pan(stage, "pan_fitted", name, cards, frames_each);
            zoom(stage, name, cards, frames_each);
            key(stage, ImGuiMod_Shift | ImGuiKey_0);
            pan(stage, "pan_100", name, cards, frames_each);
            drag(stage, name, cards, frames_each);
            type(stage, name, cards, frames_each);
        }
}

void parts(std::vector<int> const& sizes, int frames_each)
{
    for (int const cards : sizes)
        for (auto const scope : {Scope::nothing, Scope::ground, Scope::painted, Scope::board}) {
            Stage stage(scope, big_session(cards));
            auto& view = stage.canvas().view;
            auto const all = stage.canvas().state.scene.bounds();
            for (bool const fitted : {true, false}) {
                view.camera.zoom = 1;
                view.camera.origin = all.center() - (middle - view.window.min);
                if (fitted) view.camera = board::fitted(view, all, view.window);
                stage.hand().settle();
                auto const from = view.camera.origin;
                measure(stage, fitted ? "moved_fitted" : "moved_100", name_of(scope), cards,
                        frames_each, [&](int i) {
                            auto const by = swaying(i) - middle;
                            view.camera.origin = from - by * (1 / view.scale());
                        });
                view.camera.origin = from;
            }
        }
}

void memory_of(fs::path const& path)
{
    support::TickingClock clock;
    support::SeededRandomSource random{1};
    auto log = sure(journal::FileLog::open(path, journal::OpenMode::read));
    auto session = std::make_unique<session::Session>(
        sure(session::Session::open(std::move(log), clock, random)));
    auto& kept = *session;
    auto const cards = model::table<model::Case>(kept.document()).size();
    Stage stage(Scope::window, std::move(session));
    key(stage, ImGuiMod_Shift | ImGuiKey_1);
    key(stage, ImGuiMod_Shift | ImGuiKey_0);
    for (int look = 0; look < 10; ++look) { // as the program does once a second
        sure(kept.check_kept());
        std::this_thread::sleep_for(std::chrono::seconds{1});
    }
    Line("memory")
        .with("cards", static_cast<std::int64_t>(cards))
        .with("resident_mb", resident_mb())
        .with("peak_mb", resident_peak_mb());
}

} // namespace bench
