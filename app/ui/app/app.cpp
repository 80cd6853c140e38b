#include "ui/app/app.h"

#include "ui/app/top_bar.h"
#include "ui/kit/icons.h"
#include "ui/kit/over_all.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr float design_width = 1920, design_height = 1080;
constexpr float room_scale = 1.3F; // what is drawn larger when the room reads from afar
// The bar holds the title, the steps and what is at its right in a window of this width, and not
// in less: it does not grow beyond.
constexpr float bar_design_width = 1760;
constexpr float tabs_height = 81; // of the axes, above the panel too
constexpr double notice_s = 8;
constexpr float unsaved_height = 24; // of the strip over the foot of dialogs and booths
constexpr float booth_foot = 120;

} // namespace

i18n::Catalogue const& App::words() const
{
    return settings_.language == "en" ? *look_.english : *look_.french;
}

Workshop App::workshop()
{
    auto& session = *open_->session;
    auto now = session.view(open_->who);
    if (shown_ && shown_->view.version == now.version && shown_->language == settings_.language)
        now.document = std::move(shown_->view.document);
    else if (look_.templates)
        now.document = look_.templates->shown(now.document, settings_.language);
    shown_ = Shown{std::move(now), settings_.language};
    return {shown_->view,
            session.ids(),
            host_.now_ms(),
            saved_ms_,
            save_state_,
            open_->access,
            open_->path.filename().string()};
}

model::Step App::step() const
{
    auto const said = model::get<model::Stage>(open_->session->document()).step;
    return looked_at_.value_or(said);
}

void App::look_at(model::CaseId card)
{
    if (open_) centre_on(step() == model::Step::group ? group_.canvas : gather_.canvas, card);
}

std::string App::window_title() const
{
    if (!open_) return "Cadran";
    return model::get<model::Profile>(open_->session->document()).title + " – Cadran";
}

std::optional<double> App::next_change() const
{
    if (!mail_.empty()) return 0.0;
    if (!notices_.empty()) return 1.0;
    if (!open_) return std::nullopt;
    auto const timer = model::get<model::Timer>(open_->session->document());
    bool const running = timer.end_ms > host_.now_ms() && timer.paused_left_ms == 0;
    if (running) return 0.5;
    if (place_.estimate.page == EstimateView::Page::received) return 1.0;
    if (step() == model::Step::vote)
        if (auto const s = ui::next_change(vote_, open_->session->document(), host_.now_ms()))
            return s;
    if (!gather_.canvas.received.empty()) return 1.0; // they say so for a while only
    constexpr double minute_s = 60;                   // "il y a 3 min"
    bool const dated = step() == model::Step::gather && !gather_.inbox.order.empty();
    return dated ? std::optional(minute_s) : std::nullopt;
}

Motion App::motion() const { return settings_.motion.value_or(host_.system_motion()); }

// The language, the light and the size that the settings say.
void App::dress(Ui& ui) const
{
    ui.words = &words();
    ui.palette = settings_.appearance == Appearance::night ? look_.night : look_.day;
    ui.motion = motion();
    float const fit =
        std::clamp(std::min(ui.size.x / design_width, ui.size.y / design_height), 0.5F, 4.0F);
    float const mode = mode_ == Mode::room ? room_scale : 1.0F;
    ui.scale = fit * static_cast<float>(settings_.scale_percent) / 100 * mode;
    ui.bar_scale = std::min(ui.scale, std::max(fit, ui.size.x / bar_design_width));
    ui.sides = follow(ui, "app/sides", mode_ == Mode::room ? 0 : 1, span_ms::sides);
}

// Where the parts of the screen are, for the keyboard.
void App::lay(Ui& ui) const
{
    auto const frame = frame_of(ui, open_ ? Panel::shown : Panel::hidden);
    auto panel = frame.panel;
    if (open_ && step() == model::Step::place && place_.show != PlaceView::Show::overview)
        panel.min.y += ui.px(tabs_height);
    lay_parts(ui, {frame.top, frame.rail, frame.main, panel});
}

std::optional<Wish> App::scale_by_keys(Ui& ui) const
{
    auto const any = [&](std::initializer_list<int> chords) {
        return std::ranges::any_of(chords, [&](int chord) { return shortcut(ui, chord); });
    };
    // On a keyboard whose + is above another sign, Shift is held too; on the number pad, not.
    constexpr int ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift;
    if (any({ctrl | ImGuiKey_Equal, ctrl | shift | ImGuiKey_Equal, ctrl | ImGuiKey_KeypadAdd,
             ctrl | shift | ImGuiKey_KeypadAdd}))
        return SetScale{std::min(130, settings_.scale_percent + 15)};
    if (any({ctrl | ImGuiKey_Minus, ctrl | shift | ImGuiKey_Minus}))
        return SetScale{std::max(100, settings_.scale_percent - 15)};
    if (digit(ui, 0, 0, ctrl)) return SetScale{100};
    return std::nullopt;
}

std::optional<Wish> App::shortcuts(Ui& ui)
{
    if (shortcut(ui, ImGuiKey_F11)) return SetMode{mode_ == Mode::desk ? Mode::room : Mode::desk};
    if (auto asked = scale_by_keys(ui)) return asked;
    if (shortcut(ui, ImGuiKey_F1) || written(ui, U'?')) return ShowKeys{};
    if (written(ui, U'/')) return ShowFinder{};
    if (!open_) return std::nullopt;
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_S)) return SaveCopy{};
    if (open_->access == Access::edit) {
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Z)) return Undo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z)) return Redo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Y)) return Redo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_V))
            if (auto const* text = ImGui::GetClipboardText(); text && *text)
                return PreviewText{text};
    }
    if (auto const n = digit(ui, 1, 5, ImGuiMod_Alt))
        return edit::SetStep{static_cast<model::Step>(*n - 1)};
    return std::nullopt;
}

// Is there nothing on the screen for Escape to leave but the room mode?
bool App::at_rest(Ui const& ui) const
{
    if (typing(ui) || layer_open(ui) || !focused_id(ui).empty()) return false;
    if (!open_) return true;
    auto const board_rests = [](Canvas const& canvas) {
        return canvas.selection.empty() && !canvas.search && !canvas.draft && !canvas.menu &&
               canvas.tool == board::Tool::select && canvas.held == Canvas::Held::nothing;
    };
    switch (step()) {
    case model::Step::gather: return board_rests(gather_.canvas);
    case model::Step::group: return board_rests(group_.canvas);
    case model::Step::place: return !place_.drag && !place_.nudge;
    case model::Step::decide: return !decide_.selected;
    default: return true;
    }
}

// F6: bar, rail, main, panel. The board and the matrix have no widget to stop at; they have keys
// of their own.
void App::walk_parts(Ui& ui)
{
    bool const on = shortcut(ui, ImGuiKey_F6), back = shortcut(ui, ImGuiMod_Shift | ImGuiKey_F6);
    if (!on && !back) return;
    bool const board =
        open_ && (step() == model::Step::gather || step() == model::Step::group ||
                  (step() == model::Step::place && place_.show == PlaceView::Show::matrix));
    auto const part = next_part(ui, back ? Way::back : Way::on, board ? Board::yes : Board::no);
    if (part != Part::main || !open_) return;
    auto take_first = [](Canvas& canvas) {
        auto const& cards = canvas.state.scene.reading_order();
        if (canvas.selection.empty() && !cards.empty()) canvas.selection = {{cards.front()}, {}};
    };
    if (step() == model::Step::gather) take_first(gather_.canvas);
    if (step() == model::Step::group) take_first(group_.canvas);
}

void App::draw(Ui& ui)
{
    // A ballot is not for the room to read.
    if (open_ && (in_the_booth(vote_) || in_the_booth(place_.estimate))) mode_ = Mode::desk;
    dress(ui);
    lay(ui);
    look_around();
    receive(ui);
    fill(ui, ui.screen(), 0, ui.color().paper);
    note_typed(ui);
    // Before the screen beneath can take them for its own.
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_K)) finder_.open();
    if (mode_ == Mode::room && at_rest(ui) && shortcut(ui, ImGuiKey_Escape))
        ask(SetMode{Mode::desk});
    if (open_)
        draw_workshop(ui);
    else
        draw_home(ui);
    draw_above(ui);
    ui::draw(ui, keys_);
    draw_unsaved(ui);
    draw_notice(ui);
    grant_all();
    end_parting(ui);
}

// In the order in which they were asked for, once everything is drawn: nothing that is shown
// changes while it is being drawn, and no wish hides another.
void App::grant_all()
{
    if (shown_) seen_ = shown_->view.version;
    for (auto const& wish : std::exchange(asked_, {})) grant(wish);
    seen_.reset();
}

void App::draw_home(Ui& ui)
{
    if (!home_.recent) home_.recent = host_.recent();
    ask(ui::draw(ui, home_, host_.now_ms(), settings_, mode_));
    {
        AtScale const scale(ui, ui.bar_scale);
        ask(draw_home_bar(ui, settings_));
    }
    ask(ui::draw(ui, import_));
    ask(shortcuts(ui));
}

// What lies above every screen: what F6 came to, the way out of the room mode, the finder, the
// choice of a file.
void App::draw_above(Ui& ui)
{
    dissolve_jumps(ui);
    if (auto const covered = dissolving(ui); covered > 0)
        fill(ui, frame_of(ui, Panel::hidden).below_top, 0, board::faded(ui.color().paper, covered));
    if (part_by_keys(ui) == Part::main)
        focus_ring(ui, base::grown(frame_of(ui, Panel::shown).main, -ui.px(6)), ui.px(8));
    if (mode_ == Mode::room) draw_way_back(ui);
    std::optional<Workshop> const shown = open_ ? std::optional(workshop()) : std::nullopt;
    ask(ui::draw(ui, finder_, ground(shown)));
    ask(ui::draw(ui, file_, host_));
    walk_parts(ui);
}

FinderGround App::ground(std::optional<Workshop> const& shown) const
{
    FinderGround ground;
    ground.settings = &settings_;
    ground.mode = mode_;
    ground.motion = motion();
    ground.now_ms = host_.now_ms();
    if (!shown) {
        ground.recent = home_.recent ? &*home_.recent : nullptr;
        return ground;
    }
    ground.workshop = &*shown;
    ground.step = step();
    switch (ground.step) {
    case model::Step::gather: ground.chosen_cards = gather_.canvas.selection.cards.size(); break;
    case model::Step::group: ground.chosen_cards = group_.canvas.selection.cards.size(); break;
    case model::Step::place: ground.chosen_cards = place_.selected ? 1 : 0; break;
    case model::Step::decide: ground.chosen_cards = decide_.selected ? 1 : 0; break;
    default: break;
    }
    return ground;
}

// At the edge where the rail slid out, a handle for the mouse.
void App::draw_way_back(Ui& ui)
{
    auto const middle = frame_of(ui, Panel::hidden).main.center().y;
    base::Rect const box{{-ui.px(12), middle - ui.px(40)}, {ui.px(18), middle + ui.px(40)}};
    auto const said = ui.tr("top.desk");
    auto const touched = touch(ui, "room.leave", box, said);
    auto const& c = ui.color();
    auto const alpha = touched.hovered || touched.focused ? 1.0F : 0.45F;
    fill(ui, box, ui.px(12), board::faded(c.panel, alpha));
    outline(ui, box, ui.px(12), board::faded(c.line2, alpha), ui.snap(1));
    draw_icon_at(ui, {ui.px(8), middle}, ui.px(22), board::faded(c.ink2, alpha),
                 icon::chevron_right);
    if (touched.focused) focus_ring(ui, box, ui.px(12));
    if (touched.hovered) tooltip(ui, box, said + " (F11)");
    if (touched.clicked) ask(SetMode{Mode::desk});
}

void App::dissolve_jumps(Ui& ui)
{
    Showing now;
    now.session = open_.has_value();
    now.mode = mode_;
    if (open_) now.step = step();
    now.axis = place_.axis;
    now.place = place_.show;
    if (showing_ && *showing_ != now) dissolve(ui);
    showing_ = now;
}

Asked App::draw_step(Ui& ui, Workshop const& workshop)
{
    switch (step()) {
    case model::Step::gather: return ui::draw(ui, gather_, workshop);
    case model::Step::group: return ui::draw(ui, group_, workshop);
    case model::Step::vote: {
        auto const& in_groups = group_.canvas.selection.cards;
        auto const& cards = in_groups.empty() ? gather_.canvas.selection.cards : in_groups;
        vote_.setup.on_board.assign(cards.begin(), cards.end());
        return ui::draw(ui, vote_, workshop);
    }
    case model::Step::place: return ui::draw(ui, place_, workshop);
    case model::Step::decide:
    case model::Step::review: return ui::draw(ui, decide_, workshop);
    }
    return {};
}

void App::draw_workshop(Ui& ui)
{
    auto const shown = workshop();
    asked_.take(draw_step(ui, shown));
    go_there(ui);
    {
        AtScale const scale(ui, ui.bar_scale);
        ask(draw_top_bar(ui, top_bar_, shown, step(), settings_, mode_));
    }
    if (std::exchange(top_bar_.timer.ended, TimerPill::Ended::no) == TimerPill::Ended::just_now &&
        settings_.chime == Chime::on)
        host_.chime();
    ask(ui::draw(ui, import_));
    ask(ui::draw(ui, questions_, shown));
    if (auto turned = ui::draw(ui, turn_, shown)) {
        ask(edit::Command{*turned});
        ask(edit::Command{edit::SetStep{*std::exchange(turn_.to, std::nullopt)}});
    }
    ask(shortcuts(ui));
}

// Once the step that shows it is drawn.
void App::go_there(Ui& ui)
{
    if (errands_.press) {
        auto const& press = *errands_.press;
        if (press.id.empty())
            press_key(ui, press.chord);
        else
            ui::press(ui, press.id);
        errands_.press.reset();
    }
    auto* canvas = step() == model::Step::gather  ? &gather_.canvas
                   : step() == model::Step::group ? &group_.canvas
                                                  : nullptr;
    if (errands_.show_case && canvas) go_to_card(ui, *canvas, errands_.show_case);
    if (errands_.show_frame && canvas) go_to_frame(ui, *canvas, errands_.show_frame);
    errands_.show_case = {};
    errands_.show_frame = {};
}

// The bar above says what is not saved; what lies over the bar does not hide it.
void App::draw_unsaved(Ui& ui)
{
    bool const stopped = save_state_ == SaveState::stopped;
    if (!open_ || !layer_open(ui) || (!stopped && save_state_ != SaveState::failed)) return;
    Above const above(ui);
    auto const& c = ui.color();
    base::Rect const strip{{0, ui.size.y - ui.px(unsaved_height)}, ui.size};
    auto const said = ui.tr(stopped ? "top.stopped" : "top.failed");
    auto const press = touch(ui, "unsaved", strip, said);
    fill(ui, strip, 0, c.risk);
    auto const half = text_width(ui, type::meta, said) / 2;
    draw_icon_at(ui, {strip.center().x - half - ui.px(16), strip.center().y}, ui.px(18), c.card,
                 icon::warning_amber);
    draw_text_in(ui, strip, type::meta, c.card, said, Align::centre);
    if (press.focused) outline(ui, strip, 0, c.ink, ui.px(3));
    if (press.clicked && file_.state == FileDialog::State::closed) ask(SaveCopy{});
}

// What went wrong or well, at the foot of the screen until read: a click or eight seconds send it
// away.
void App::draw_notice(Ui& ui)
{
    std::erase_if(notices_, [&](Notice& notice) {
        if (notice.until_s == 0) notice.until_s = ui.now_s + notice_s;
        return ui.now_s > notice.until_s;
    });
    if (notices_.empty()) return;
    Above const above(ui);
    bool const booth = open_ && (in_the_booth(vote_) || in_the_booth(place_.estimate));
    float y = ui.size.y - ui.px(booth ? booth_foot : unsaved_height); // no button is covered
    for (std::size_t i = notices_.size(); i-- > 0;) {
        auto const& notice = notices_[i];
        float const width = std::min(ui.px(920), ui.size.x - ui.px(200));
        float const height = notice_height(ui, notice.text, width);
        base::Rect const box{{(ui.size.x - width) / 2, y - height}, {(ui.size.x + width) / 2, y}};
        if (ui::notice(ui, "notice." + std::to_string(i), box, notice.tone, notice.text)) {
            notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
        y -= height + ui.px(12);
    }
}

} // namespace ui
