#include "model/turnout.h"
#include "pictures/qr.h"
#include "ui/kit/paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/join/join_icons.h"
#include "ui/screens/join/join_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

// The open room: QR code, address, code, who joined, whether phones get here.
namespace ui {
namespace {

constexpr std::size_t discs_most = 60;
constexpr double image_m = 2.4;            // width of the projected image in the example
constexpr double distance_of_width = 10;   // a QR code is read from ten times its width
constexpr Type lead{Face::medium, 21, 28}; // above a value
constexpr Type strong{Face::semibold, 24, 32};
constexpr Type address_type{Face::display, 50, 58, Fit::crisp, pictures::Figures::natural};

// The share of the image's width that the code takes, without its margin.
float share_of(Ui const& ui, pictures::List const& code, base::Rect const& box)
{
    constexpr std::size_t first_dark = 1; // after the ground
    if (code.items.size() <= first_dark) return 0;
    auto const* dark = std::get_if<pictures::Box>(&code.items[first_dark]);
    if (!dark) return 0;
    auto const margin = dark->box.min.x - box.min.x;
    return (box.width() - 2 * margin) / ui.size.x;
}

void draw_code(Ui& ui, RoomState const& room, Sheet const& sheet)
{
    auto const& c = ui.color();
    auto const card = sheet.box(join_left, join_top, join_side, join_side);
    constexpr board::Color white{255, 255, 255};
    fill(ui, card, ui.px(20), white); // also by night
    outline(ui, card, ui.px(20), c.line2, ui.snap(1.5F));
    auto const inside = base::grown(card, -ui.px(2));
    auto code = pictures::qr_picture(pictures::in_capitals(room.url), inside);
    touch(ui, "join.qr", card, room.url, Enabled::yes, Role::area);
    if (!code) return;
    code->unit = ui.scale;
    if (!code->items.empty())
        if (auto* ground = std::get_if<pictures::Box>(&code->items.front()))
            ground->radius = ui.px(18), ground->corners = pictures::Corners::all;
    paint(ui, *code);
    auto const metres = distance_of_width * image_m * share_of(ui, *code, inside);
    auto const said =
        ui.tr("join.distance", ui.words->decimal(metres, 1), ui.words->decimal(image_m, 2));
    auto const width = text_width(ui, lead, said) + ui.px(32);
    auto const middle = sheet.point(join_left + join_side / 2, 974);
    draw_icon_at(ui, {middle.x - width / 2 + ui.px(10), middle.y}, ui.px(22), c.ink2,
                 icon::open_in_full);
    draw_text_in(ui,
                 {{middle.x - width / 2 + ui.px(32), middle.y - ui.px(14)},
                  {middle.x + width / 2 + 1, middle.y + ui.px(14)}},
                 lead, c.ink2, said);
}

void draw_line(Ui& ui, Sheet const& sheet, float y, unsigned mark, std::string_view id,
               std::string_view head, Type type, std::string const& value)
{
    auto const& c = ui.color();
    constexpr float x = join_right + 88, wide = join_width - 88;
    auto const height = type.line;
    draw_mark(ui, sheet.box(join_right, y + (28 + height) / 2 - 32, 64, 64), mark);
    draw_text_in(ui, sheet.box(x, y, wide, 28), lead, c.ink2, head);
    auto const box = sheet.box(x, y + 28, wide, height);
    draw_text_in(ui, box, type, c.ink, value);
    touch(ui, id, box, value, Enabled::yes, Role::area);
}

void draw_head(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet, Asked& asked)
{
    auto const& c = ui.color();
    auto const closes = ui.tr("join.close");
    ButtonLook const look{.icon = icon_of_room::power};
    float const close_wide = button_width(ui, closes, look) / ui.scale;
    constexpr float end = join_right + join_width;
    auto const settings = sheet.box(end - close_wide - 58, 33, 48, 48);
    draw_text_in(ui, sheet.box(join_right, 31, join_width - close_wide - 128, 52), type::big, c.ink,
                 ui.tr("join.title"));
    auto const prints = sheet.box(end - close_wide - 116, 33, 48, 48);
    if (icon_button(ui, "join.print", prints, icon::print, ui.tr("join.print"), Rank::secondary))
        view.wish = PrintCards{view.wifi};
    if (icon_button(ui, "join.settings", settings, icon::tune, ui.tr("join.settings"),
                    Rank::secondary))
        view.settings = true;
    if (button(ui, "join.close", sheet.box(end - close_wide, 33, close_wide, 48), closes, look))
        view.wish = CloseRoom{};
    if (!view.settings) return;
    constexpr float row = 80, most = 4 * row + 36, wide = 620, inner = wide - 32;
    float const list = std::min(most, addresses_height(ground, row));
    Popover const popover(ui, "join.settings.popover", settings,
                          {ui.px(wide), ui.px(list + 40 + 18 + 52 + 12 + 34 + 52 + 12 + 48 + 32)},
                          Align::right);
    auto const& at = popover.content();
    auto const under = [&](float y, float height) {
        return base::Rect{{at.min.x, at.min.y + ui.px(y)},
                          {at.min.x + ui.px(inner), at.min.y + ui.px(y + height)}};
    };
    draw_text_in(ui, under(0, 28), type::h3, c.ink, ui.tr("join.address"));
    draw_addresses(ui, view, ground, under(40, list), row);
    draw_moderation(ui, ground, under(40 + list + 18, 52), asked);
    draw_text_in(ui, under(40 + list + 18 + 64, 26), type::label, c.ink, ui.tr("join.wifi"));
    draw_wifi_field(ui, view, under(40 + list + 18 + 64 + 34, 52));
    draw_notice_button(ui, under(40 + list + 18 + 64 + 34 + 52 + 12, 48), asked);
    if (popover.closed()) view.settings = false;
}

// Discs fill in the order of joining: no names, no seats.
void draw_discs(Ui& ui, RoomState const& room, std::size_t expected, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const count = std::max(room.seats, expected);
    if (count == 0 || count > discs_most) return;
    auto const rows = count > 36 ? 3U : 2U;
    auto const columns = std::max<std::size_t>(12, (count + rows - 1) / rows);
    auto const pitch = std::min(ui.px(36), box.width() / static_cast<float>(columns));
    auto const radius = pitch * 0.42F;
    auto const used = std::min(count, columns);
    auto const lines = (count + columns - 1) / columns;
    auto const left = box.max.x - pitch * static_cast<float>(used);
    auto const step = pitch * 1.12F;
    auto const top = box.center().y - step * static_cast<float>(lines) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        auto const line = i / columns;
        base::Vec2 const centre{left + pitch * (static_cast<float>(i % columns) + 0.5F),
                                top + step * (static_cast<float>(line) + 0.5F)};
        if (i < room.here) {
            disc(ui, centre, radius, c.accent);
            draw_icon_at(ui, centre, radius * 1.25F, c.onaccent, icon::smartphone);
        } else if (i < room.seats) { // joined, but asleep
            ring(ui, centre, radius - ui.px(1), c.accent, ui.px(2));
            draw_icon_at(ui, centre, radius * 1.25F, c.accent, icon::smartphone);
        } else {
            dashed_ring(ui, centre, radius - ui.px(1), c.edge, ui.snap(1.5F),
                        {ui.px(4), ui.px(3.5F)});
        }
    }
}

void draw_count(Ui& ui, JoinGround const& ground, Sheet const& sheet)
{
    auto const& c = ui.color();
    auto const& room = *ground.room;
    auto const seats = static_cast<std::int64_t>(room.seats);
    auto const expected =
        model::at_one_machine(ground.workshop.doc(), model::headcount_of(ground.workshop.doc()));
    auto const number = ui.words->number(seats);
    auto const width = draw_text(ui, sheet.point(join_right, 530), type::hero, c.ink, number);
    touch(ui, "join.count",
          {sheet.point(join_right, 530), sheet.point(join_right, 646) + base::Vec2{width, 0}},
          number, Enabled::yes, Role::area);
    auto const x = sheet.point(join_right, 0).x + width + ui.px(22);
    auto const line = [&](float y, Type type, board::Color color, std::string const& said) {
        return x + draw_text(ui, {x, sheet.point(0, y).y}, type, color, said);
    };
    auto right = line(555, strong, c.ink, ui.trn("join.phones", seats));
    std::string under;
    if (expected > 0) under = ui.trn("join.expected", expected);
    if (room.here < room.seats) {
        auto const here = ui.trn("join.connected", static_cast<std::int64_t>(room.here));
        under += (under.empty() ? "" : " · ") + here;
    }
    constexpr Type regular{Face::regular, 22, 30};
    if (!under.empty()) right = std::max(right, line(590, regular, c.ink2, under));
    base::Rect const rest{{right + ui.px(24), sheet.point(0, 538).y},
                          sheet.point(join_right + join_width, 638)};
    draw_discs(ui, room, static_cast<std::size_t>(std::max(expected, 0)), rest);
}

// The box that tells whether phones get here.
void draw_sight(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet)
{
    auto const& c = ui.color();
    auto const& room = *ground.room;
    auto const sight = sight_of(ground);
    bool const good = sight == Sight::seen, quiet = sight == Sight::waiting;
    auto const box = sheet.box(join_right, 664, join_width, 108);
    auto const ink = good ? c.opp : quiet ? c.ink2 : c.warn;
    fill(ui, box, ui.px(18), good ? c.opptint : quiet ? c.sunken : c.warntint);
    outline(ui, box, ui.px(18), good ? c.oppline : quiet ? c.line2 : c.warnline, ui.snap(1.5F));
    draw_icon_at(ui, sheet.point(join_right + 40, 698), ui.px(32), ink,
                 good    ? icon::check_circle
                 : quiet ? icon::hourglass_empty
                         : icon::warning_amber);
    std::string answer, line;
    if (sight == Sight::seen) {
        answer = room.here > 0 ? ui.trn("join.sight.seen", static_cast<std::int64_t>(room.here))
                               : ui.tr("join.sight.last", ui.words->time(room.reached_ms));
    } else if (sight == Sight::local) {
        answer = ui.tr("join.sight.local");
        line = ui.tr("join.sight.local.line");
    } else if (sight == Sight::gone) {
        answer = ui.tr("join.sight.gone");
        line = ui.tr("join.sight.gone.line", room.address);
    } else {
        answer = ui.tr("join.sight.not_yet");
        line = ui.tr(quiet ? "join.sight.waiting.line" : "join.sight.unseen.line");
    }
    auto const right = box.max.x - ui.px(22);
    auto const wide = text_width(ui, strong, answer);
    draw_text_in(ui, {{right - wide - 1, box.min.y + ui.px(16)}, {right, box.min.y + ui.px(52)}},
                 strong, ink, answer);
    auto const x = box.min.x + ui.px(72);
    draw_text_in(ui,
                 {{x, box.min.y + ui.px(16)}, {right - wide - ui.px(12), box.min.y + ui.px(52)}},
                 lead, c.ink, ui.tr("join.sight"));
    touch(ui, "join.sight", box, answer, Enabled::yes, Role::area);
    auto const help = ui.tr(sight == Sight::local || sight == Sight::gone ? "join.sight.choose"
                                                                          : "join.help.open");
    ButtonLook const look{good || quiet ? Rank::quiet : Rank::primary};
    auto const help_wide = button_width(ui, help, look, 40);
    auto const end = look.rank == Rank::quiet ? right + ui.px(14) : right; // its text is in line
    base::Rect const at{{end - help_wide, box.max.y - ui.px(50)}, {end, box.max.y - ui.px(10)}};
    if (button(ui, "join.help.open", at, help, look)) {
        bool const addresses = sight == Sight::local || sight == Sight::gone;
        (addresses ? view.settings : view.help) = true;
    }
    auto const y = box.min.y + ui.px(72);
    if (!good) {
        draw_text_in(ui, {{x, y - ui.px(13)}, {at.min.x - ui.px(12), y + ui.px(13)}}, type::text,
                     c.ink2, line);
        return;
    }
    float left = x;
    for (auto const* key : {"join.check.network", "join.check.firewall", "join.check.isolation"}) {
        auto const said = ui.tr(key);
        draw_icon_at(ui, {left + ui.px(9), y}, ui.px(20), c.opp, icon::check);
        left += ui.px(25);
        left += draw_text_in(ui, {{left, y - ui.px(13)}, {at.min.x, y + ui.px(13)}}, type::text,
                             c.ink2, said);
        left += ui.px(26);
    }
}

} // namespace

void draw_open_room(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet,
                    Asked& asked)
{
    auto const& room = *ground.room;
    draw_code(ui, room, sheet);
    bool const wifi = !view.wifi.empty();
    if (wifi)
        draw_line(ui, sheet, 116, icon::wifi, "join.wifi.said", ui.tr("join.wifi.line"), type::h1,
                  view.wifi);
    draw_line(ui, sheet, wifi ? 218 : 150, icon::qr_code_2, "join.url", ui.tr("join.aim"),
              address_type, fmt::format("{}:{}", room.address, room.port));
    draw_line(ui, sheet, wifi ? 326 : 290, icon_of_room::dialpad, "join.code", ui.tr("join.then"),
              type::hero, spaced_code(room.code));
    if (view.help) {
        draw_join_help(ui, view, ground, sheet);
    } else {
        auto const rule = sheet.point(join_right, 514);
        hairline_h(ui, rule.x, rule.x + ui.px(join_width), rule.y, ui.color().line2);
        draw_count(ui, ground, sheet);
        if (ui.audience == Audience::room) { // the rest is for the facilitator
            draw_text_in(ui, sheet.box(join_right, 31, join_width, 52), type::big, ui.color().ink,
                         ui.tr("join.title"));
            return;
        }
        draw_sight(ui, view, ground, sheet);
        draw_without_phone(ui, view, ground, sheet, asked);
    }
    draw_head(ui, view, ground, sheet, asked); // its popover is above the rest
}

} // namespace ui
