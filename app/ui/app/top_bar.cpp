#include "ui/app/top_bar.h"

#include "model/turnout.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"
#include "ui/screens/home/home_view.h"
#include "ui/screens/join/join_icons.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace ui {
namespace {

constexpr int steps = static_cast<int>(base::count_of<model::Step>);

void draw_ground(Ui& ui, base::Rect const& area)
{
    fill(ui, area, 0, ui.color().panel);
    hairline_h(ui, area.min.x, area.max.x, area.max.y - 1, ui.color().line);
    logo(ui, {ui.px(44), area.center().y}, ui.px(40));
}

// Lays out items from the right end.
class FromRight {
public:
    FromRight(Ui const& ui, base::Rect const& bar)
        : ui_(ui)
        , bar_(bar)
        , x_(bar.max.x - ui.px(16))
    {
    }
    base::Rect take(float design_width, float design_height, float gap_after = 6)
    {
        float const width = ui_.px(design_width), half = ui_.px(design_height) / 2;
        base::Rect const box{{x_ - width, bar_.center().y - half}, {x_, bar_.center().y + half}};
        x_ = box.min.x - ui_.px(gap_after);
        return box;
    }
    [[nodiscard]] float x() const { return x_; }

private:
    Ui const& ui_;
    base::Rect bar_;
    float x_;
};

std::optional<Wish> draw_language(Ui& ui, base::Rect const& box, Settings const& settings)
{
    static constexpr std::array<std::string_view, 2> labels{"FR", "EN"};
    std::size_t chosen = settings.language == "en" ? 1 : 0;
    if (segmented(ui, "top.language", box, labels, chosen))
        return SetLanguage{chosen == 1 ? "en" : "fr"};
    return std::nullopt;
}

std::optional<Wish> draw_light(Ui& ui, base::Rect const& box, Settings const& settings)
{
    bool const night = settings.appearance == Appearance::night;
    if (icon_button(ui, "top.light", box, night ? icon::light_mode : icon::dark_mode,
                    ui.tr(night ? "top.day" : "top.night")))
        return SetAppearance{night ? Appearance::day : Appearance::night};
    return std::nullopt;
}

// Describes the earlier moment shown: date and time, or entry number and total.
std::string past_said(Ui const& ui, Workshop const& workshop)
{
    auto const n = workshop.session.version;
    auto const number = ui.words->number(static_cast<std::int64_t>(n));
    auto const of = ui.words->number(static_cast<std::int64_t>(workshop.entries));
    if (!workshop.story || n == 0 || n > workshop.story->size())
        return ui.tr("past.entry", number, of);
    auto const at = workshop.story->moments[n].at_ms;
    return ui.tr("past.at", ui.words->date(at), ui.words->time(at));
}

// "Enregistré à 10 h 42 · partagé": whether the other machines have it too.
std::string with_sharing(Ui const& ui, SharedState const& shared, std::int64_t saved_ms,
                         float width)
{
    auto const time = ui.words->time(saved_ms);
    bool const linked = shared.link == SharedState::Link::linked;
    auto const state = shared.pending > 0
                           ? ui.tr("rooms.saved.pending",
                                   ui.words->number(static_cast<std::int64_t>(shared.pending)))
                           : ui.tr(linked ? "rooms.saved.shared" : "rooms.saved.alone");
    auto const whole = ui.tr("rooms.saved", time) + " · " + state;
    return text_width(ui, type::meta, whole) <= width ? whole : time + " · " + state;
}

// The state of saving. When nothing can be saved any more, pressing it offers a copy.
std::optional<Wish> draw_saved(Ui& ui, TopBar const& bar, base::Vec2 at, Workshop const& workshop,
                               float width)
{
    bool const stopped = workshop.save_state == SaveState::stopped;
    auto const& c = ui.color();
    auto mark = icon::check_circle;
    auto color = c.opp;
    std::string said = ui.tr("top.saved.never");
    if (workshop.saved_ms != 0)
        said = ui.words->text("top.saved", ui.words->time(workshop.saved_ms));
    bool const past = workshop.moment == Workshop::Moment::past;
    if (stopped || workshop.save_state == SaveState::failed) {
        mark = icon::warning_amber;
        color = c.risk;
        said = ui.tr(stopped ? "top.stopped" : "top.failed");
    } else if (past) {
        mark = icon::restore;
        color = c.warn;
        said = past_said(ui, workshop);
    } else if (workshop.access == Access::read) {
        mark = icon::lock;
        color = c.ink2;
        said = read_said(ui, bar.reads, width - ui.px(24));
    } else if (workshop.shared && workshop.saved_ms != 0) {
        said = with_sharing(ui, *workshop.shared, workshop.saved_ms, width - ui.px(24));
    }
    draw_icon(ui, at, ui.px(19), color, mark);
    base::Rect const box{{at.x + ui.px(24), at.y - ui.px(1)}, {at.x + width, at.y + ui.px(21)}};
    draw_text_in(ui, box, type::meta, stopped ? c.risk : past ? c.warn : c.ink2, said);
    if (past) (void)touch(ui, "past.moment", box, said, Enabled::yes, Role::area);
    auto const wide = std::min(text_width(ui, type::meta, said), box.width());
    base::Rect const area{{at.x, box.min.y}, {box.min.x + wide, box.max.y}};
    if (!past && !stopped && workshop.access == Access::read) { // the file may be free by now
        auto const press = touch(ui, "top.write", base::grown(area, ui.px(4)), said);
        if (press.focused) focus_ring(ui, base::grown(area, ui.px(4)), ui.px(8));
        if (press.hovered || press.focused) tooltip(ui, area, ui.tr(how_to_write(bar.reads)));
        if (press.clicked) return OpenForWriting{};
    }
    if (workshop.shared && !past && !stopped) {
        auto const over = touch(ui, "top.shared", box, said, Enabled::yes, Role::area);
        bool const all = workshop.shared->link == SharedState::Link::linked;
        if (over.hovered)
            tooltip(ui, box, ui.tr(all ? "rooms.saved.shared.tip" : "rooms.saved.alone.tip"));
    }
    if (!stopped) return std::nullopt;
    auto const press = touch(ui, "top.rescue", base::grown(area, ui.px(4)), said);
    if (press.focused) focus_ring(ui, base::grown(area, ui.px(4)), ui.px(8));
    if (press.hovered) tooltip(ui, area, ui.tr("top.copy") + " (Ctrl S)");
    if (press.clicked) return SaveCopy{};
    return std::nullopt;
}

std::optional<Wish> draw_title(Ui& ui, TopBar& bar, Workshop const& workshop, float room)
{
    std::optional<Wish> wish;
    auto title = model::get<model::Profile>(workshop.doc()).title;
    if (title.empty()) // the title of an empty session
        title = std::filesystem::path(workshop.file_name).stem().string();
    float const x = ui.px(80), y = ui.px(14), width = room - x;
    if (bar.title) {
        auto const done =
            text_field(ui, "top.title.edit", {{x, y - ui.px(4)}, {x + width, y + ui.px(40)}},
                       ui.tr("top.rename"), *bar.title, {.type = type::h3});
        bool const entered = done == Edit::submitted || done == Edit::left;
        // closed when it is saved
        if (entered && !bar.title->empty()) return edit::SetTitle{*bar.title};
        if (entered || done == Edit::cancelled) bar.title.reset();
        return wish;
    }
    auto const shown = std::min(text_width(ui, type::h3, title), width - ui.px(34));
    base::Rect const box{{x, y}, {x + shown + ui.px(34), y + ui.px(28)}};
    auto const press = touch(ui, "top.title", base::grown(box, ui.px(4)), title);
    draw_text_in(ui, {box.min, {box.min.x + shown, box.max.y}}, type::h3, ui.color().ink, title);
    draw_icon_at(ui, {box.max.x - ui.px(14), box.center().y + ui.px(1)}, ui.px(22), ui.color().ink2,
                 icon::expand_more);
    if (press.focused) focus_ring(ui, base::grown(box, ui.px(4)), ui.px(8));
    if (press.clicked) bar.open = TopBar::Open::title_menu;
    if (auto asked = draw_saved(ui, bar, {x, y + ui.px(31)}, workshop, width))
        wish = std::move(asked);
    if (bar.open != TopBar::Open::title_menu) return wish;
    auto const may = enabled_if(workshop.access == Access::edit);
    auto const rename = ui.tr("top.rename"), copy = ui.tr("top.copy"), leave = ui.tr("top.leave"),
               give_back = ui.tr("top.export"), compare = ui.tr("top.compare"),
               closing = ui.tr("top.closing"), join = ui.tr("top.join"),
               as_template = ui.tr("template.menu"), several = ui.tr("rooms.menu");
    std::array const items{MenuItem{"top.rename", rename, icon::text_fields, {}, may},
                           MenuItem{"top.copy", copy, icon::save, "Ctrl S"},
                           MenuItem{"top.export", give_back, icon::file_download},
                           MenuItem{"top.phones", join, icon::qr_code_2, "Q"},
                           MenuItem{"top.rooms", several, icon::meeting_room},
                           MenuItem{"top.template", as_template, icon::dashboard_customize},
                           MenuItem{"top.compare", compare, icon::compare_arrows},
                           MenuItem{"top.closing", closing, icon::check_circle, {}, may},
                           MenuItem{"top.leave", leave, icon::home}};
    auto const answer = menu(ui, "top.title.menu", box, items);
    if (answer.id == "top.rename") bar.title = title, focus(ui, "top.title.edit");
    if (answer.id == "top.copy") wish = SaveCopy{};
    if (answer.id == "top.export") wish = ShowExport{};
    if (answer.id == "top.phones") bar.room = TopBar::Room::shows;
    if (answer.id == "top.rooms") wish = ShowRooms{};
    if (answer.id == "top.template") bar.template_wanted = true;
    if (answer.id == "top.compare") wish = CompareWith{};
    if (answer.id == "top.closing") wish = ShowClosing{};
    if (answer.id == "top.leave") wish = GoHome{};
    if (answer.closed) bar.open = TopBar::Open::nothing;
    return wish;
}

// The steps in the middle, laid out first.
struct Steps {
    struct One {
        std::string id, label;
        StepState state = StepState::plain;
    };
    std::array<One, steps> all;
    base::Rect capsule;
};

// In the middle, or further left to end before `right`.
Steps lay_steps(Ui& ui, Workshop const& workshop, base::Rect const& area, float right,
                model::Step current)
{
    Steps out;
    auto state_of = [&](int n) {
        auto const at = static_cast<int>(current);
        bool const walks = workshop.access == Access::edit && current != model::Step::review;
        if (n == at) return StepState::current;
        if (!walks) return StepState::plain; // read-only: no progress is shown
        return n < at ? StepState::done : StepState::next;
    };
    float width = ui.px(10);
    for (int n = 0; n < steps; ++n) {
        auto& one = out.all.at(static_cast<std::size_t>(n));
        one.id = fmt::format("step.{}", base::name_of(static_cast<model::Step>(n)));
        one.label = ui.tr(one.id);
        one.state = state_of(n);
        width += step_width(ui, one.label, one.state);
    }
    float const middle = (area.width() - width) / 2;
    float const x = std::round(std::min(middle, right - ui.px(16) - width));
    out.capsule = {{x, area.center().y - ui.px(27)}, {x + width, area.center().y + ui.px(27)}};
    return out;
}

std::optional<Wish> draw_steps(Ui& ui, Steps const& laid)
{
    std::optional<Wish> wish;
    fill(ui, laid.capsule, ui.px(27), ui.color().sunken);
    float x = laid.capsule.min.x + ui.px(5);
    for (int n = 0; n < steps; ++n) {
        auto const& one = laid.all.at(static_cast<std::size_t>(n));
        if (step(ui, one.id, {x, laid.capsule.min.y + ui.px(5)}, n + 1, one.label, one.state))
            wish = edit::SetStep{static_cast<model::Step>(n)};
        x += step_width(ui, one.label, one.state);
    }
    return wish;
}

constexpr ButtonLook way_to_now{.rank = Rank::primary, .icon = icon::skip_next, .radius = 23};

std::optional<Wish> draw_way_to_now(Ui& ui, base::Rect const& box)
{
    if (button(ui, "past.now", box, ui.tr("past.now"), way_to_now)) return LookNow{};
    return std::nullopt;
}

std::optional<Wish> draw_headcount(Ui& ui, TopBar& bar, base::Rect const& box,
                                   Workshop const& workshop)
{
    std::optional<Wish> wish;
    auto count = model::headcount_of(workshop.doc());
    auto const said = count > 0 ? ui.words->number(count) : std::string("–");
    auto const press = touch(ui, "top.headcount", box, ui.tr("top.headcount") + " " + said,
                             enabled_if(workshop.access == Access::edit));
    if (press.hovered) fill(ui, box, ui.px(11), ui.color().sunken);
    draw_icon_at(ui, {box.min.x + ui.px(22), box.center().y}, ui.px(26), ui.color().ink2,
                 icon::groups);
    draw_text_in(ui, {{box.min.x + ui.px(42), box.min.y}, box.max}, type::h3, ui.color().ink, said);
    if (press.focused) focus_ring(ui, box, ui.px(11));
    if (press.hovered) tooltip(ui, box, ui.tr("top.headcount"));
    if (press.clicked) bar.open = TopBar::Open::headcount;
    if (bar.open != TopBar::Open::headcount) return wish;
    Popover popover(ui, "top.headcount.popover", box, {ui.px(300), ui.px(120)}, Align::right);
    auto const& inside = popover.content();
    draw_text(ui, inside.min, type::label, ui.color().ink2, ui.tr("top.headcount"));
    base::Rect const field{{inside.min.x, inside.min.y + ui.px(34)},
                           {inside.max.x, inside.min.y + ui.px(82)}};
    if (number_stepper(ui, "top.headcount.count", field, ui.tr("top.headcount"), count, 0, 500,
                       Enabled::yes, ui.tr("rule.unsaid")))
        wish = edit::SetHeadcount{count};
    if (popover.closed()) bar.open = TopBar::Open::nothing;
    return wish;
}

constexpr float join_width = 44;

// Before the room is open: the QR sign. While it is: how many phones joined and hands are raised,
// then a button that closes it.
float room_width(Ui& ui, TopRoom const& room)
{
    if (!room.open) return ui.px(join_width);
    auto const counted =
        text_width(ui, type::h3, ui.words->number(static_cast<std::int64_t>(room.open->seats)));
    auto const hands = static_cast<std::int64_t>(room.open->hands);
    auto const raised =
        hands > 0 ? ui.px(30) + text_width(ui, type::h3, ui.words->number(hands)) : 0;
    return std::round(ui.px(42 + 10 + join_width) + counted + raised);
}

void draw_room(Ui& ui, TopBar& bar, base::Rect const& box, TopRoom const& room)
{
    auto const& c = ui.color();
    auto const key = " (Q)";
    if (!room.open) {
        if (icon_button(ui, "top.join", box, icon::qr_code_2, ui.tr("top.join") + key,
                        room.shown ? Rank::tinted : Rank::quiet))
            bar.room = TopBar::Room::shows;
        return;
    }
    auto const seats = static_cast<std::int64_t>(room.open->seats);
    auto const hands = static_cast<std::int64_t>(room.open->hands);
    auto said = ui.trn("top.phones.count", seats);
    if (hands > 0) said += " · " + ui.trn("top.phones.hands", hands);
    if (!room.reached) said = ui.tr("top.phones.gone");
    auto const ground = room.reached ? c.atint : c.warntint;
    auto const ink = room.reached ? c.accent : c.warn;
    fill(ui, box, ui.px(12), ground);
    outline(ui, box, ui.px(12), room.reached ? c.aline : c.warnline, ui.snap(1.5F));
    base::Rect const count{box.min, {box.max.x - ui.px(join_width), box.max.y}};
    auto const press = touch(ui, "top.join", count, said);
    probe_on(ui, "top.join", room.shown ? On::yes : On::no);
    if (press.hovered) fill(ui, count, ui.px(12), board::faded(c.ink, 0.05F));
    auto const middle = box.center().y;
    draw_icon_at(ui, {box.min.x + ui.px(22), middle}, ui.px(24), ink,
                 room.reached ? icon::qr_code_2 : icon::warning_amber);
    float x = box.min.x + ui.px(40);
    x += draw_text_in(ui, {{x, box.min.y}, count.max}, type::h3, c.ink, ui.words->number(seats));
    if (hands > 0) {
        draw_icon_at(ui, {x + ui.px(18), middle}, ui.px(20), ink, icon::front_hand);
        draw_text_in(ui, {{x + ui.px(30), box.min.y}, count.max}, type::h3, c.ink,
                     ui.words->number(hands));
    }
    if (press.focused) focus_ring(ui, count, ui.px(12));
    if (press.hovered) tooltip(ui, count, said + key);
    if (press.clicked) bar.room = TopBar::Room::shows;
    base::Rect const off{{count.max.x, box.min.y}, box.max};
    if (icon_button(ui, "top.room.close", off, icon_of_room::power, ui.tr("top.phones.close")))
        bar.room = TopBar::Room::closes;
}

std::optional<Wish> draw_more(Ui& ui, TopBar& bar, base::Rect const& box, Workshop const& workshop,
                              Settings const& settings, Mode mode)
{
    if (icon_button(ui, "top.more", box, icon::more_vert, ui.tr("top.more")))
        bar.open = TopBar::Open::more_menu;
    if (bar.open != TopBar::Open::more_menu) return std::nullopt;
    auto size = [&](int percent) { return ui.words->text("top.scale", percent); };
    auto const a = size(100), b = size(115), c = size(130);
    auto const room = ui.tr(mode == Mode::room ? "top.desk" : "top.room"), keys = ui.tr("top.keys");
    auto const about = ui.tr("about.title"), quit = ui.tr("top.quit"), motion = ui.tr("top.motion");
    auto const find = ui.tr("finder.title");
    bool const two = workshop.page != Workshop::Page::none;
    auto const second = ui.tr(two ? "second.close" : "second.show");
    bool const still = ui.motion == Motion::reduced;
    auto mark = [&](int percent) { return settings.scale_percent == percent ? icon::check : 0U; };
    std::array const items{MenuItem{"scale.100", a, mark(100)},
                           MenuItem{"scale.115", b, mark(115)},
                           MenuItem{"scale.130", c, mark(130)},
                           MenuItem{"more.motion", motion, still ? icon::check : 0U},
                           MenuItem{"more.room", room, icon::open_in_full, "F11"},
                           MenuItem{"more.second", second, icon::tv, two ? "Shift F5" : "F5"},
                           MenuItem{"more.find", find, icon::search, "Ctrl K"},
                           MenuItem{"more.keys", keys, icon::keyboard, "F1"},
                           MenuItem{"more.about", about, icon::info},
                           MenuItem{"more.quit", quit, icon::close}};
    auto const answer = menu(ui, "top.more.menu", box, items, Align::right);
    if (answer.closed) bar.open = TopBar::Open::nothing;
    if (answer.id == "scale.100") return SetScale{100};
    if (answer.id == "scale.115") return SetScale{115};
    if (answer.id == "scale.130") return SetScale{130};
    if (answer.id == "more.room") return SetMode{mode == Mode::room ? Mode::desk : Mode::room};
    if (answer.id == "more.second")
        return SetRoomWindow{two ? RoomWindow::closed : RoomWindow::open};
    if (answer.id == "more.motion") return SetMotion{still ? Motion::full : Motion::reduced};
    if (answer.id == "more.find") return ShowFinder{};
    if (answer.id == "more.keys") return ShowKeys{};
    if (answer.id == "more.about") return ShowAbout{};
    if (answer.id == "more.quit") return Quit{};
    return std::nullopt;
}

} // namespace

Asked draw_top_bar(Ui& ui, TopBar& bar, RoomsView& rooms, Workshop const& workshop,
                   TopRoom const& room, model::Step step, Settings const& settings, Mode mode)
{
    auto const area = layout_of(ui, Panel::hidden).top;
    draw_ground(ui, area);
    Asked wish;
    auto take = [&](std::optional<Wish> asked) { wish.take(std::move(asked)); };
    FromRight boxes(ui, area); // laid out from the right, drawn in reading order
    auto const more = boxes.take(44, 44), light = boxes.take(44, 44, 10);
    auto const language = boxes.take(78, 36, 10);
    auto const phones = boxes.take(room_width(ui, room) / ui.scale, 44, 6);
    bool const past = workshop.moment == Workshop::Moment::past;
    base::Rect people, timer, now;
    if (past) { // timer and headcount belong to the present
        now = boxes.take(button_width(ui, ui.tr("past.now"), way_to_now, 46) / ui.scale, 46, 0);
    } else {
        people = boxes.take(86, 44, 10);
        timer = boxes.take(timer_width(ui, workshop) / ui.scale, 46, 0);
    }
    auto const laid = lay_steps(ui, workshop, area, boxes.x(), step);
    float title = std::min(ui.px(600), laid.capsule.min.x - ui.px(16));
    base::Rect chips;
    if (workshop.shared) {
        constexpr float title_least = 190, between = 14;
        float const most = title - ui.px(80 + title_least + between);
        float const width = rooms_width(ui, *workshop.shared, most);
        chips = {{title - width, area.min.y}, {title, area.max.y}};
        title = chips.min.x - ui.px(between);
    }
    take(draw_title(ui, bar, workshop, title));
    if (workshop.shared) draw_rooms_chips(ui, rooms, *workshop.shared, chips);
    take(draw_steps(ui, laid));
    if (past) {
        take(draw_way_to_now(ui, now));
    } else {
        take(draw_timer(ui, bar.timer, timer, workshop, step, settings));
        take(draw_headcount(ui, bar, people, workshop));
    }
    draw_room(ui, bar, phones, room);
    take(draw_language(ui, language, settings));
    take(draw_light(ui, light, settings));
    take(draw_more(ui, bar, more, workshop, settings, mode));
    take(timer_keys(ui, bar.timer, workshop, step));
    if (workshop.shared) wish.take(draw_rooms_below(ui, rooms, workshop, chips));
    return wish;
}

namespace {

// The search field of the library.
void draw_search(Ui& ui, HomeView& home, base::Rect const& area)
{
    float const width = std::min(ui.px(688), area.width() - ui.px(760));
    base::Rect const box{{area.center().x - width / 2, area.center().y - ui.px(26)},
                         {area.center().x + width / 2, area.center().y + ui.px(26)}};
    auto const hint =
        ui.trn("home.search", static_cast<std::int64_t>(home.library.sessions().size()));
    (void)text_field(ui, "home.search", box, hint, home.filter.query,
                     {.hint = hint, .icon = icon::search, .after = FieldLook::After::stays});
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_F)) focus(ui, "home.search");
    if (home.filter.query.empty()) return;
    base::Rect const clear{{box.max.x - ui.px(48), box.min.y + ui.px(4)},
                           {box.max.x - ui.px(4), box.max.y - ui.px(4)}};
    if (icon_button(ui, "home.search.clear", clear, icon::close, ui.tr("home.search.clear")))
        home.filter.query.clear();
}

} // namespace

std::optional<Wish> draw_home_bar(Ui& ui, HomeView& home, Settings const& settings)
{
    auto const area = layout_of(ui, Panel::hidden).top;
    draw_ground(ui, area);
    draw_text_in(ui, {{ui.px(80), area.min.y}, {ui.px(400), area.max.y}}, {Face::display, 28, 36},
                 ui.color().ink, "Cadran");
    draw_search(ui, home, area);
    std::optional<Wish> wish;
    FromRight boxes(ui, area);
    if (icon_button(ui, "top.keys", boxes.take(44, 44), icon::help_outline, ui.tr("top.keys")))
        wish = ShowKeys{};
    if (auto asked = draw_light(ui, boxes.take(44, 44, 10), settings)) wish = std::move(asked);
    if (auto asked = draw_language(ui, boxes.take(78, 36), settings)) wish = std::move(asked);
    return wish;
}

} // namespace ui
