#include "ui/screens/join/join_view.h"

#include "ui/kit/ask.h"
#include "ui/kit/paint.h"
#include "ui/screens/join/join_icons.h"
#include "ui/screens/join/join_parts.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float design_width = 1920, design_height = 1000; // below the top bar

void draw_foot(Ui& ui, JoinView& view, Sheet const& sheet)
{
    auto const& c = ui.color();
    constexpr float y = 970;
    draw_icon_at(ui, sheet.point(join_right + 10, y), ui.px(20), c.ink2, icon::lock);
    auto const back = ui.tr("join.back"), or_word = ui.tr("join.or"), escape = ui.tr("key.escape");
    auto const gap = ui.px(10);
    auto x = sheet.point(join_right + join_width, y).x - text_width(ui, type::legend, back);
    auto const middle = sheet.point(0, y).y;
    auto const word = [&](std::string_view text) {
        draw_text_in(ui, {{x, middle - ui.px(12)}, {ui.size.x, middle + ui.px(12)}}, type::legend,
                     c.ink2, text);
    };
    word(back);
    auto const end = x;
    x -= gap + key_width(ui, escape);
    draw_key(ui, {x, middle}, escape);
    x -= gap + text_width(ui, type::legend, or_word);
    word(or_word);
    x -= gap + key_width(ui, "Q");
    draw_key(ui, {x, middle}, "Q");
    base::Rect const leave{{x, middle - ui.px(18)},
                           {end + text_width(ui, type::legend, back), middle + ui.px(18)}};
    auto const room = x - ui.px(16);
    draw_text_in(ui, {sheet.point(join_right + 30, y - 12), {room, middle + ui.px(12)}},
                 type::legend, c.ink2, ui.tr("join.private"));
    auto const touched = touch(ui, "join.leave", leave, back);
    if (touched.focused) focus_ring(ui, leave, ui.px(8));
    if (touched.clicked) close(view);
}

// A round is open: phones that join again would be new ones.
void ask_closing(Ui& ui, JoinView& view)
{
    bool const moves = !view.moving.empty();
    auto const said = ask(ui, {.id = "join.closing",
                               .title = ui.tr(moves ? "join.moving.title" : "join.closing.title"),
                               .line = ui.tr(moves ? "join.moving.line" : "join.closing.line"),
                               .yes = ui.tr(moves ? "join.moving" : "join.close"),
                               .no = ui.tr(moves ? "join.moving.no" : "join.closing.no"),
                               .enter = Question::Enter::no});
    if (said == Said::nothing) return;
    view.closing = said == Said::yes ? JoinView::Closing::sure : JoinView::Closing::no;
    auto const to = std::exchange(view.moving, {});
    if (said == Said::yes) view.wish = moves ? RoomWish{OpenRoom{to}} : RoomWish{CloseRoom{}};
}

} // namespace

void JoinDeleter::operator()(JoinView* view) const { delete view; }

OwnedJoin new_join() { return OwnedJoin(new JoinView); }

void open(JoinView& view)
{
    view.shown = true;
    view.settings = view.help = false;
    view.closing = JoinView::Closing::no;
}

void close(JoinView& view)
{
    view.shown = view.settings = view.help = false;
    view.closing = JoinView::Closing::no;
}

bool is_shown(JoinView const& view) { return view.shown; }

RoomWish take_room_wish(JoinView& view) { return std::exchange(view.wish, RoomWish{}); }

Sight sight_of(JoinGround const& ground)
{
    auto const& room = *ground.room;
    bool const known = std::ranges::any_of(
        ground.addresses, [&](auto const& one) { return one.address == room.address; });
    if (!known && !ground.addresses.empty()) return Sight::gone;
    if (room.local) return Sight::local;
    if (room.reached_ms != 0) return Sight::seen;
    bool const long_since = ground.workshop.now_ms - room.opened_ms >= unseen_after_ms;
    return long_since ? Sight::unseen : Sight::waiting;
}

std::optional<double> next_change(JoinView const& view, RoomState const* room, std::int64_t now_ms)
{
    if (!view.shown || !room || room->local || room->reached_ms != 0) return std::nullopt;
    auto const left = room->opened_ms + unseen_after_ms - now_ms;
    if (left <= 0) return std::nullopt;
    return static_cast<double>(left) / 1000;
}

Asked draw(Ui& ui, JoinView& view, JoinGround const& ground)
{
    Asked asked;
    auto const top = std::round(layout_of(ui, Panel::hidden).top.max.y);
    base::Rect const area{{0, top}, ui.size};
    fill(ui, area, 0, ui.color().paper);
    float const scale = std::min(area.width() / design_width, area.height() / design_height);
    AtScale const at(ui, scale);
    Sheet const sheet(ui, {std::round((ui.size.x - ui.px(design_width)) / 2),
                           std::round(top + (area.height() - ui.px(design_height)) / 2)});
    if (shortcut(ui, ImGuiKey_Escape)) {
        if (view.help)
            view.help = false;
        else
            close(view);
    }
    if (!ground.room) view.settings = view.help = false;
    if (ground.room)
        draw_open_room(ui, view, ground, sheet, asked);
    else
        draw_closed_room(ui, view, ground, sheet, asked);
    if (ui.audience == Audience::room) return asked;
    draw_foot(ui, view, sheet);
    if (view.closing == JoinView::Closing::asked && ground.room) ask_closing(ui, view);
    return asked;
}

void draw_mark(Ui& ui, base::Rect const& box, unsigned icon)
{
    fill(ui, box, box.width() * 0.25F, ui.color().sunken);
    draw_icon_at(ui, box.center(), box.width() * 0.5F, ui.color().ink2, icon);
}

void draw_without_phone(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet,
                        Asked& asked)
{
    auto const& c = ui.color();
    constexpr float y = 818, gap = 14, wide = (join_width - 2 * gap) / 3;
    auto const head = ui.tr("join.without");
    constexpr Type strong{Face::semibold, 21, 28};
    auto const width = draw_text(ui, sheet.point(join_right, y - 14), strong, c.ink, head);
    auto const from = sheet.point(join_right, y - 14);
    draw_text_in(ui,
                 {{from.x + width + ui.px(10), from.y},
                  {sheet.point(join_right + join_width, 0).x, from.y + ui.px(28)}},
                 type::text, c.ink2, ui.tr("join.without.line"));
    struct Other {
        char const *id, *text, *key, *widget;
        unsigned icon;
        model::Step step;
    };
    constexpr std::array ways{
        Other{"join.aloud", "join.aloud", "N", "rail.card", icon_of_room::speaks,
              model::Step::gather},
        Other{"join.here", "join.here", "B", "rail.ballot", icon::how_to_vote, model::Step::vote},
        Other{"join.hands", "join.hands", "E", "rail.hands", icon::front_hand, model::Step::vote}};
    auto const may = enabled_if(ground.workshop.access == Access::edit);
    float x = join_right;
    for (auto const& way : ways) {
        ButtonLook const look{.icon = way.icon, .key = way.key, .align = Align::left};
        if (button(ui, way.id, sheet.box(x, y + 30, wide, 54), ui.tr(way.text), look, may)) {
            close(view);
            asked.take(Wish{Press{way.widget, 0, way.step}});
        }
        x += wide + gap;
    }
}

} // namespace ui
