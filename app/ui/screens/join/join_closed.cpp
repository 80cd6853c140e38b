#include "i18n/errors.h"
#include "ui/kit/paint.h"
#include "ui/screens/join/join_parts.h"

#include <algorithm>
#include <array>

// Before the room is open: the address, and what phones may do.
namespace ui {
namespace {

constexpr float gap = 12; // between addresses

struct Allowed {
    unsigned icon;
    char const *head, *line;
};
constexpr std::array allowed{
    Allowed{icon::sticky_note_2, "join.may.propose", "join.may.propose.line"},
    Allowed{icon::how_to_vote, "join.may.vote", "join.may.vote.line"},
    Allowed{icon::front_hand, "join.may.hand", "join.may.hand.line"},
    Allowed{icon::article, "join.may.read", "join.may.read.line"}};

// A sentence in a box: a warning, or advice.
void draw_box(Ui& ui, std::string_view id, base::Rect const& box, Tone tone,
              std::string const& said)
{
    auto const& c = ui.color();
    bool const warns = tone == Tone::warn;
    fill(ui, box, ui.px(14), warns ? c.warntint : c.sunken);
    if (warns) outline(ui, box, ui.px(14), c.warnline, ui.snap(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(32), box.center().y}, ui.px(26), warns ? c.warn : c.ink2,
                 warns ? icon::warning_amber : icon::info);
    auto const x = box.min.x + ui.px(60), width = box.max.x - ui.px(18) - x;
    auto const height = paragraph_height(ui, type::text, said, width, 3);
    draw_paragraph(ui, {x, box.center().y - height / 2}, width, type::text, c.ink, said, 3);
    touch(ui, id, box, said, Enabled::yes, Role::area);
}

std::string chosen_of(JoinView const& view, JoinGround const& ground)
{
    auto const& all = ground.addresses;
    bool const known =
        std::ranges::any_of(all, [&](auto const& one) { return one.address == view.chosen; });
    return known || all.empty() ? view.chosen : all.front().address;
}

} // namespace

float addresses_height(JoinGround const& ground, float row)
{
    auto const count = static_cast<float>(ground.addresses.size());
    return std::max(0.0F, count * (row + gap) - gap);
}

void draw_addresses(Ui& ui, JoinView& view, JoinGround const& ground, base::Rect const& box,
                    float row)
{
    auto const height = ui.px(addresses_height(ground, row));
    bool const scrolls = height > box.height() + 1;
    auto const list = [&](float y, float right) {
        auto const now = ground.room ? ground.room->address : chosen_of(view, ground);
        auto const may = enabled_if(!ground.why_not);
        for (auto const& one : ground.addresses) {
            using Kind = RoomAddress::Kind;
            bool const here = one.kind == Kind::this_machine, chosen = one.address == now;
            auto const title = here ? ui.tr("join.address.here")
                                    : ui.tr("join.address.network", one.address, one.name);
            auto const text = ui.tr(here                             ? "join.address.here.line"
                                    : one.kind == Kind::virtual_link ? "join.address.virtual.line"
                                                                     : "join.address.network.line");
            base::Rect const at{{box.min.x, y}, {right, y + ui.px(row)}};
            bool const pressed = choice_card(ui, "join.address." + one.address, at, title, text,
                                             chosen ? On::yes : On::no, may);
            if (pressed) view.chosen = one.address;
            if (pressed && ground.room && !chosen) view.wish = OpenRoom{one.address};
            y += ui.px(row + gap);
        }
    };
    if (!scrolls) return list(box.min.y, box.max.x);
    ScrollArea scroll(ui, "join.addresses", base::grown(box, ui.px(4)), view.addresses);
    list(scroll.top() + ui.px(4), box.max.x - ui.px(16));
    scroll.content_height(height + ui.px(8));
}

void draw_moderation(Ui& ui, JoinGround const& ground, base::Rect const& box, Asked& asked)
{
    auto how = model::get<model::Gathering>(ground.workshop.doc());
    bool on = how.moderation == model::Moderation::on;
    auto const may = enabled_if(ground.workshop.access == Access::edit);
    if (!toggle_row(ui, "join.moderation", box, ui.tr("join.moderation"), on, may)) return;
    how.moderation = on ? model::Moderation::on : model::Moderation::off;
    asked.take(Wish{edit::SetGathering{how}});
}

void draw_notice_button(Ui& ui, base::Rect const& box, Asked& asked)
{
    if (button(ui, "join.notice", box, ui.tr("join.notice"), {.icon = icon::article}))
        asked.take(Wish{ShowNotice{}});
}

void draw_wifi_field(Ui& ui, JoinView& view, base::Rect const& box)
{
    constexpr std::size_t most = 60; // bytes
    auto const hint = ui.tr("join.wifi.hint");
    (void)text_field(ui, "join.wifi", box, ui.tr("join.wifi"), view.wifi,
                     {.hint = hint, .icon = icon::wifi, .most_bytes = most});
}

void draw_closed_room(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet,
                      Asked& asked)
{
    auto const& c = ui.color();
    constexpr float pad = 48, x = join_left + pad, wide = join_side - 2 * pad, row = 84;
    draw_surface(ui, sheet.box(join_left, join_top, join_side, join_side),
                 {ui.px(20), c.panel, c.line2, ui.snap(1.5F), Level::flat});
    draw_text_in(ui, sheet.box(x, 69, wide, 52), type::big, c.ink, ui.tr("join.closed.title"));
    draw_paragraph(ui, sheet.point(x, 131), ui.px(wide), type::body, c.ink2,
                   ui.tr("join.closed.line"), 3);
    draw_text_in(ui, sheet.box(x, 232, wide, 28), type::h3, c.ink, ui.tr("join.address"));
    bool const connected = std::ranges::any_of(
        ground.addresses, [](auto const& one) { return one.kind == RoomAddress::Kind::network; });
    float const high = std::min(450.0F, addresses_height(ground, row));
    draw_addresses(ui, view, ground, sheet.box(x, 272, wide, high), row);
    auto const box = sheet.box(x, 737, wide, 92);
    if (ground.why_not)
        draw_box(ui, "join.why_not", box, Tone::warn, i18n::sentence(*ui.words, *ground.why_not));
    else if (!connected)
        draw_box(ui, "join.no_network", box, Tone::warn, ui.tr("join.no_network"));
    else
        draw_box(ui, "join.try", box, Tone::info, ui.tr("join.try"));
    auto const address = chosen_of(view, ground);
    auto const it = std::ranges::find(ground.addresses, address, &RoomAddress::address);
    bool const local = it == ground.addresses.end() || it->kind == RoomAddress::Kind::this_machine;
    auto const may = enabled_if(!ground.why_not && !ground.addresses.empty());
    auto const enter = ui.tr("key.enter"); // the look refers to it
    ButtonLook const look{Rank::primary, icon::wifi_tethering, 0, enter, 14};
    bool const pressed =
        button(ui, "join.open", sheet.box(x, 851, wide, 64),
               ui.tr(local ? "join.open.here" : "join.open.network", address), look, may);
    if (pressed || confirmed(ui, may)) view.wish = OpenRoom{address};

    float const notice = button_width(ui, ui.tr("join.notice"), {.icon = icon::article}) / ui.scale;
    draw_text_in(ui, sheet.box(join_right, 31, join_width - notice - 16, 52), type::big, c.ink,
                 ui.tr("join.may"));
    draw_notice_button(ui, sheet.box(join_right + join_width - notice, 33, notice, 48), asked);
    float y = 122;
    for (auto const& one : allowed) {
        draw_mark(ui, sheet.box(join_right, y, 64, 64), one.icon);
        draw_text_in(ui, sheet.box(join_right + 88, y, join_width - 88, 30), type::h2, c.ink,
                     ui.tr(one.head));
        draw_paragraph(ui, sheet.point(join_right + 88, y + 34), ui.px(join_width - 88), type::text,
                       c.ink2, ui.tr(one.line), 2);
        y += 112;
    }
    auto const rule = sheet.point(join_right, 584);
    hairline_h(ui, rule.x, rule.x + ui.px(join_width), rule.y, c.line2);
    draw_moderation(ui, ground, sheet.box(join_right, 600, join_width, 52), asked);
    draw_text_in(ui, sheet.box(join_right, 664, join_width, 26), type::label, c.ink,
                 ui.tr("join.wifi"));
    draw_wifi_field(ui, view, sheet.box(join_right, 698, join_width, 52));
    draw_without_phone(ui, view, ground, sheet, asked);
}

} // namespace ui
