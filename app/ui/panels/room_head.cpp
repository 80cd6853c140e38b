#include "ui/panels/room_head.h"

#include "model/turnout.h"
#include "pictures/qr.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"
#include "ui/paint/picture_paint.h"

#include <string>
#include <variant>

namespace ui {
namespace {

using base::Rect;

constexpr float qr_side = 172, line_side = 68, below_code = 18; // design pixels
constexpr Type code_type{Face::display, 32, 40, Fit::crisp, pictures::Figures::natural};

// "9 sur 12", "9 téléphones"
std::string joined(Ui& ui, Workshop const& workshop)
{
    auto const seats = static_cast<std::int64_t>(workshop.room->seats);
    auto const expected =
        model::at_one_machine(workshop.doc(), model::headcount_of(workshop.doc()));
    return expected > 0 ? ui.words->text("room.head.of", seats, expected)
                        : ui.trn("room.head.phones", seats);
}

void draw_joined(Ui& ui, Workshop const& workshop, Rect const& box)
{
    auto const said = joined(ui, workshop);
    draw_icon_at(ui, {box.min.x + ui.px(10), box.center().y}, ui.px(20), ui.color().ink2,
                 icon::smartphone);
    draw_text_in(ui, {{box.min.x + ui.px(26), box.min.y}, box.max}, type::strong, ui.color().ink,
                 said);
    touch(ui, "room.joined", box, said, Enabled::yes, Role::area);
}

void draw_code_of(Ui& ui, RoomState const& room, Rect const& box)
{
    auto const code = spaced_code(room.code);
    draw_text_in(ui, box, code_type, ui.color().ink, code);
    touch(ui, "room.code", box, code, Enabled::yes, Role::area);
}

void draw_address_of(Ui& ui, RoomState const& room, Rect const& box)
{
    auto const address = room.address + ":" + std::to_string(room.port);
    draw_text_in(ui, box, type::label, ui.color().ink2, address);
    touch(ui, "room.address", box, address, Enabled::yes, Role::area);
}

// Dark on white, also by night.
void draw_small_qr(Ui& ui, RoomState const& room, Rect const& box)
{
    constexpr board::Color white{255, 255, 255};
    fill(ui, box, ui.px(14), white);
    outline(ui, box, ui.px(14), ui.color().line2, ui.snap(1));
    touch(ui, "room.qr", box, room.url, Enabled::yes, Role::area);
    auto code = pictures::qr_picture(pictures::in_capitals(room.url), base::grown(box, -ui.px(2)));
    if (!code) return;
    code->unit = ui.scale;
    if (!code->items.empty())
        if (auto* ground = std::get_if<pictures::Box>(&code->items.front()))
            ground->radius = ui.px(12), ground->corners = pictures::Corners::all;
    paint(ui, *code);
}

void draw_whole(Ui& ui, Workshop const& workshop, Rect const& box, std::string_view invites,
                Asked& asked)
{
    auto const& room = *workshop.room;
    draw_small_qr(ui, room, {box.min, box.min + base::Vec2{ui.px(qr_side), ui.px(qr_side)}});
    float const x = box.min.x + ui.px(qr_side + 16);
    auto const row = [&](float y, float high) {
        return Rect{{x, box.min.y + ui.px(y)}, {box.max.x, box.min.y + ui.px(y + high)}};
    };
    auto const invite = ui.tr(invites);
    auto const fits = text_width(ui, type::label, invite) <= row(0, 24).width();
    draw_text_in(ui, row(0, 24), fits ? type::label : Type{Face::regular, 15, 20}, ui.color().ink2,
                 invite);
    draw_code_of(ui, room, row(26, 40));
    draw_address_of(ui, room, row(68, 24));
    draw_joined(ui, workshop, row(94, 26));
    if (button(ui, "room.enlarge", row(128, 44), ui.tr("room.head.enlarge"),
               {.icon = icon::open_in_full}))
        asked.take(Wish{Press{"top.join"}});
}

void draw_line_of(Ui& ui, Workshop const& workshop, Rect const& box, Asked& asked)
{
    auto const& room = *workshop.room;
    float const side = ui.px(44), middle = box.center().y;
    Rect const enlarge{{box.max.x - side, middle - side / 2}, {box.max.x, middle + side / 2}};
    if (icon_button(ui, "room.enlarge", enlarge, icon::qr_code_2, ui.tr("room.head.enlarge"),
                    Rank::secondary))
        asked.take(Wish{Press{"top.join"}});
    float const code = text_width(ui, code_type, spaced_code(room.code)) + 2;
    draw_code_of(ui, room, {box.min, {box.min.x + code, box.max.y}});
    float const x = box.min.x + code + ui.px(18), end = enlarge.min.x - ui.px(10);
    draw_address_of(ui, room, {{x, middle - ui.px(28)}, {end, middle - ui.px(2)}});
    draw_joined(ui, workshop, {{x, middle + ui.px(2)}, {end, middle + ui.px(28)}});
}

} // namespace

Rect draw_room_head(Ui& ui, Workshop const& workshop, Rect const& inner, RoomHead head,
                    std::string_view invites, Asked& asked)
{
    // Of a room on this machine only, a phone can reach nothing.
    if (!workshop.room || workshop.room->local) return inner;
    float const high = ui.px(head == RoomHead::whole ? qr_side : line_side);
    Rect const box{inner.min, {inner.max.x, inner.min.y + high}};
    if (head == RoomHead::whole)
        draw_whole(ui, workshop, box, invites, asked);
    else
        draw_line_of(ui, workshop, box, asked);
    float const rule = box.max.y + ui.px(below_code);
    hairline_h(ui, inner.min.x - ui.px(24), inner.max.x + ui.px(24), rule, ui.color().line);
    return {{inner.min.x, rule + ui.px(below_code)}, inner.max};
}

} // namespace ui
