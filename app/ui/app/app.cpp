#include "ui/app/app.h"

#include "ui/app/scales.h"
#include "ui/app/top_bar.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"
#include "ui/paint/clipboard.h"
#include "wording/items.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

// The top bar needs this width for title, steps and right side; it is not scaled beyond it.
constexpr float bar_design_width = design_width;
constexpr double story_ms = 8; // time per frame for reading the story

} // namespace

i18n::Catalogue const& App::words() const
{
    return settings_.language == "en" ? *look_.english : *look_.french;
}

Workshop App::workshop()
{
    auto now = dispatch_.view();
    if (look_.templates) {
        auto const& worded = worded_.get(
            {now.document, computed_}, settings_.language,
            [&](auto const& doc, auto& language) { return look_.templates->shown(doc, language); });
        now.document =
            model::with<model::Profile, model::Prompt, model::Axis, model::Question, model::Round>(
                std::move(now.document), worded);
    }
    wording::call_items(settings_.language == "en" ? *look_.english : *look_.french, now.document);
    shown_ = std::move(now);
    room_ = dispatch_.room();
    others_.reset();
    if (auto const* rooms = dispatch_.shared()) {
        others_ = rooms->state();
        others_->follows = follow_ == Follow::yes;
    }
    return {*shown_,
            dispatch_.session()->ids(),
            computed_,
            now_ms_,
            dispatch_.saved_ms(),
            dispatch_.save_state(),
            dispatch_.access(),
            dispatch_.path().filename().string(),
            dispatch_.story(),
            dispatch_.session()->log().size(),
            dispatch_.looks_back() ? Workshop::Moment::past : Workshop::Moment::now,
            room_window_ == RoomWindow::closed ? Workshop::Page::none
            : shows_page()                     ? Workshop::Page::shown
                                               : Workshop::Page::offered,
            room_ ? &*room_ : nullptr,
            others_ ? &*others_ : nullptr};
}

model::Step App::step() const
{
    return looked_at_.value_or(model::get<model::Stage>(dispatch_.document()).step);
}

void App::look_at(model::CaseId card)
{
    if (dispatch_.open()) screen().centre_on(card);
}

std::string App::window_title() const
{
    if (!dispatch_.open()) return "Cadran";
    return model::get<model::Profile>(dispatch_.document()).title + " – Cadran";
}

bool App::in_the_booth() const
{
    return dispatch_.open() && std::ranges::any_of(screens_.all(), [](auto const& screen) {
               return screen->in_the_booth();
           });
}

std::optional<double> App::next_change() const
{
    if (!dispatch_.mailbox().empty()) return 0.0;
    if (!notices_.empty()) return 1.0;
    if (!dispatch_.open()) return std::nullopt;
    auto const& doc = dispatch_.document();
    auto const now = dispatch_.now_ms();
    auto const timer = model::get<model::Timer>(doc);
    if (screen().tells_story() && !dispatch_.story_whole()) return 0.0;
    bool const running = timer.end_ms > now && timer.paused_left_ms == 0;
    if (running) return 0.5;
    if (!is_shown(*join_)) return screen().next_change(doc, now);
    auto const room = dispatch_.room();
    return ui::next_change(*join_, room ? &*room : nullptr, now);
}

// Applies language, theme and scale of the settings.
void App::dress(Ui& ui)
{
    ui.words = &words();
    ui.palette = settings_.appearance == Appearance::night ? look_.night : look_.day;
    ui.motion = motion_;
    float const fit =
        std::clamp(std::min(ui.size.x / design_width, ui.size.y / design_height), 0.5F, 4.0F);
    float const mode = mode_ == Mode::room ? room_scale : 1.0F;
    ui.scale = fit * static_cast<float>(settings_.scale_percent) / 100 * mode;
    ui.bar_scale = std::min(ui.scale, std::max(fit, ui.size.x / bar_design_width));
    shown_scale_ = ui.scale;
    ui.sides = follow(ui, "app/sides", mode_ == Mode::room ? 0 : 1, span_ms::sides);
}

// Sets the regions of the screen for keyboard navigation.
void App::lay(Ui& ui) const
{
    if (is_shown(*join_)) {
        base::Rect const all{{0, layout_of(ui, Panel::hidden).top.max.y}, ui.size};
        lay_parts(ui, {layout_of(ui, Panel::hidden).top, {}, all, {}});
        return;
    }
    auto const layout = layout_of(ui, dispatch_.open() ? Panel::shown : panel_of(*home_));
    auto panel = layout.panel;
    if (dispatch_.open() && !shows_page()) panel.min.y += screen().above_panel(ui);
    lay_parts(ui, {layout.top, layout.rail, layout.main, panel});
}

std::optional<Wish> App::scale_by_keys(Ui& ui) const
{
    auto const any = [&](std::initializer_list<int> chords) {
        return std::ranges::any_of(chords, [&](int chord) { return shortcut(ui, chord); });
    };
    // Some keyboards need Shift for +; the number pad does not.
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
    if (auto asked = two_screens_by_keys(ui)) return asked;
    if (auto asked = scale_by_keys(ui)) return asked;
    if (shortcut(ui, ImGuiKey_F1) || written(ui, U'?')) return ShowKeys{};
    if (written(ui, U'/')) return ShowFinder{};
    if (!dispatch_.open()) return std::nullopt;
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_S)) return SaveCopy{};
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_C)) return CopyPicture{};
    if (!in_the_booth() && shortcut(ui, ImGuiKey_Q)) {
        if (is_shown(*join_))
            ui::close(*join_);
        else
            open_join();
    }
    if (dispatch_.access() == Access::edit && !is_shown(*compare_)) { // not in read-only views
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Z)) return Undo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z)) return Redo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Y)) return Redo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_V))
            if (auto wish = pasted(ui)) return wish;
    }
    if (auto const n = digit(ui, 1, 6, ImGuiMod_Alt))
        return edit::SetStep{static_cast<model::Step>(*n - 1)};
    return std::nullopt;
}

// Whether Escape would only leave the room mode.
bool App::at_rest(Ui const& ui) const
{
    if (typing(ui) || layer_open(ui) || !focused_id(ui).empty()) return false;
    if (!dispatch_.open()) return true;
    return !is_shown(*join_) && !is_shown(*compare_) && screen().at_rest();
}

// F6: bar, rail, main, panel. Board and matrix have no widget to focus, but handle keys.
void App::walk_parts(Ui& ui)
{
    bool const on = shortcut(ui, ImGuiKey_F6), back = shortcut(ui, ImGuiMod_Shift | ImGuiKey_F6);
    if (!on && !back) return;
    bool const board = dispatch_.open() && !is_shown(*join_) && !shows_page();
    auto const middle = board ? screen().middle() : Board::no;
    auto const part = next_part(ui, back ? Way::back : Way::on, middle);
    if (part == Part::main && dispatch_.open()) screen().enter_middle();
}

void App::draw(Ui& ui)
{
    now_ms_ = dispatch_.now_ms();
    motion_ = settings_.motion.value_or(dispatch_.system_motion());
    if (in_the_booth()) mode_ = Mode::desk; // ballots must not be shown in room mode
    dress(ui);
    serve_library();
    look_around();
    receive(ui);
    if (auto png = std::exchange(copied_picture_, std::nullopt))
        copy_out(ui, {{"image/png", std::move(*png)}});
    lay(ui);
    fill(ui, ui.screen(), 0, ui.color().paper);
    note_typed(ui);
    // Before the screen below can consume the key.
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_K)) finder_.open();
    if (mode_ == Mode::room && at_rest(ui) && shortcut(ui, ImGuiKey_Escape))
        ask(SetMode{Mode::desk});
    if (dispatch_.open())
        draw_workshop(ui);
    else
        draw_home(ui);
    draw_above(ui);
    ask(ui::draw(ui, keys_));
    ui::draw(ui, about_);
    draw_unsaved(ui);
    draw_notice(ui);
    grant_all();
    end_parting(ui);
}

// Carries out the wishes of a frame in order, after everything is drawn.
void App::grant_all()
{
    if (shown_) seen_ = shown_->version;
    for (auto const& wish : std::exchange(asked_, {})) grant(wish);
    seen_.reset();
    if (std::exchange(chimes_, Chimes::no) == Chimes::once) dispatch_.chime();
    serve_file_dialog();
    serve_export();
    serve_import();
    serve_template();
    serve_comparison();
    serve_library();
    serve_room();
    serve_shared();
}

void App::draw_home(Ui& ui)
{
    (settings_.language == "en" ? *look_.english : *look_.french).call_items({}); // of no session
    ask(ui::draw(ui, *home_, now_ms_, settings_, mode_));
    {
        AtScale const scale(ui, ui.bar_scale);
        ask(draw_home_bar(ui, *home_, settings_));
    }
    draw_imports(ui);
    ask(ui::draw(ui, rooms_, rooms_ground()));
    ask(shortcuts(ui));
}

// Draws above all screens: region marker of F6, exit of the room mode, finder, file dialog.
void App::draw_above(Ui& ui)
{
    dissolve_jumps(ui);
    if (auto const covered = dissolving(ui); covered > 0)
        fill(ui, layout_of(ui, Panel::hidden).below_top, 0,
             board::faded(ui.color().paper, covered));
    if (part_by_keys(ui) == Part::main)
        focus_ring(ui, base::grown(layout_of(ui, Panel::shown).main, -ui.px(6)), ui.px(8));
    if (mode_ == Mode::room) draw_way_back(ui);
    auto const shown = dispatch_.open() ? std::optional<Workshop>(workshop()) : std::nullopt;
    ask(ui::draw(ui, finder_, ground(shown)));
    ask(ui::draw(ui, file_));
    walk_parts(ui);
}

FinderGround App::ground(std::optional<Workshop> const& shown) const
{
    FinderGround ground;
    ground.settings = &settings_;
    ground.mode = mode_;
    ground.motion = motion_;
    ground.now_ms = now_ms_;
    if (!shown) {
        ground.recent = &sessions_of(*home_);
        ground.templates = &templates_of(*home_);
        return ground;
    }
    ground.workshop = &*shown;
    ground.step = step();
    ground.chosen_cards = screen().chosen();
    return ground;
}

// A handle at the edge where the rail is hidden.
void App::draw_way_back(Ui& ui)
{
    auto const middle = layout_of(ui, Panel::hidden).main.center().y;
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
    now.session = dispatch_.open();
    now.mode = mode_;
    if (now.session) {
        now.step = step();
        now.picture = screen().picture();
        now.join = is_shown(*join_);
        now.page = shows_page();
    }
    if (showing_ && *showing_ != now) dissolve(ui);
    showing_ = now;
}

void App::draw_workshop(Ui& ui)
{
    if (screen().tells_story()) dispatch_.read_story(story_ms);
    auto const shown = workshop();
    static board::CardSet const none;
    auto const* chosen = &none; // of the last board in step order
    for (auto const& other : screens_.all())
        if (auto const* cards = other->chosen_cards(); cards && !cards->empty()) chosen = cards;
    auto const room = dispatch_.room();
    dispatch_.watch_addresses(is_shown(*join_) || rooms_.page != RoomsView::Page::closed);
    if (is_shown(*join_)) {
        asked_.take(draw_join(ui, shown, room));
    } else if (is_shown(*compare_)) {
        asked_.take(ui::draw(ui, *compare_, look_.templates));
    } else if (shows_page()) {
        asked_.take(draw_page(ui, shown, room));
    } else {
        screen().beside(*chosen);
        asked_.take(screen().draw(ui, shown));
    }
    press_for(ui);
    {
        AtScale const scale(ui, ui.bar_scale);
        TopRoom const phones{room ? &*room : nullptr, !room || room_reached(*room),
                             is_shown(*join_)};
        asked_.take(draw_top_bar(ui, top_bar_, rooms_, shown, phones, step(), settings_, mode_));
    }
    ask(ui::draw(ui, rooms_, rooms_ground()));
    if (shown.shared) ask(draw_waiting(ui, rooms_, *shown.shared));
    if (std::exchange(top_bar_.timer.ended, TimerPill::Ended::no) == TimerPill::Ended::just_now &&
        settings_.chime == Chime::on)
        chimes_ = Chimes::once;
    draw_imports(ui);
    export_.covered = file_.state != FileDialog::State::closed;
    ask(ui::draw(ui, export_));
    ask(ui::draw(ui, closing_));
    if (std::exchange(top_bar_.template_wanted, false))
        template_.open(model::get<model::Profile>(shown.doc()).title);
    ui::draw(ui, template_, shown.doc());
    ask(ui::draw(ui, questions_, shown));
    if (auto set = ui::draw(ui, notice_text_,
                            {shown, *look_.french, *look_.english, notice_organisation_}))
        ask(edit::Command{*std::move(set)});
    if (auto turned = ui::draw(ui, turn_, shown)) {
        ask(edit::Command{*turned});
        ask(edit::Command{edit::SetStep{*std::exchange(turn_.to, std::nullopt)}});
    }
    ask(shortcuts(ui));
}

// Once the screen that contains the widget is drawn.
void App::press_for(Ui& ui)
{
    auto const press = std::exchange(press_, std::nullopt);
    if (!press) return;
    if (press->id.empty())
        press_key(ui, press->chord);
    else
        ui::press(ui, press->id);
}

} // namespace ui
