#include "i18n/errors.h"
#include "ui/kit/paint.h"
#include "ui/screens/rooms/rooms_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

// The panel of the rooms: absences, ballots waited for, who leads.
namespace ui {
namespace {

using What = OfRooms::What;

constexpr float pad = 18, below = 14;

float card_text(Ui& ui, base::Vec2 at, float width, Type const& type, board::Color color,
                std::string const& said)
{
    return draw_paragraph(ui, at, width, type, color, said) + ui.px(6);
}

// A card on the warning tint with a title, lines and one button or two.
struct Card {
    std::string_view id;
    unsigned icon = 0;
    std::string title = {};
    std::vector<std::string> lines = {}, small = {};
    std::string button = {}; // empty: none
    unsigned button_icon = 0;
    std::string second = {}; // empty: none; its id ends with ".second"
    unsigned second_icon = 0;
};

struct CardDrawn {
    float bottom = 0;
    bool pressed = false, second = false;
};

CardDrawn draw_card(Ui& ui, Card const& card, base::Rect const& area, float y)
{
    auto const& c = ui.color();
    float const x = area.min.x + ui.px(pad), width = area.width() - 2 * ui.px(pad);
    float const title = paragraph_height(ui, type::h3, card.title, width - ui.px(34));
    float height = ui.px(2 * 14) + title + ui.px(8);
    for (auto const& line : card.lines)
        height += paragraph_height(ui, type::text, line, width) + ui.px(6);
    for (auto const& line : card.small)
        height += paragraph_height(ui, small_type, line, width) + ui.px(6);
    for (auto const* text : {&card.button, &card.second})
        if (!text->empty()) height += ui.px(44 + 6);
    base::Rect const box{{area.min.x, y}, {area.max.x, y + height}};
    fill(ui, box, ui.px(14), c.warntint);
    outline(ui, box, ui.px(14), c.warnline, ui.snap(1.5F));
    touch(ui, std::string(card.id) + ".card", box, card.title, Enabled::yes, Role::area);
    float at = box.min.y + ui.px(14);
    draw_icon_at(ui, {x + ui.px(12), at + ui.px(14)}, ui.px(24), c.warn, card.icon);
    draw_paragraph(ui, {x + ui.px(34), at}, width - ui.px(34), type::h3, c.warn, card.title);
    at += title + ui.px(8);
    for (auto const& line : card.lines)
        at += card_text(ui, {x, at}, width, type::text, c.ink, line);
    for (auto const& line : card.small)
        at += card_text(ui, {x, at}, width, small_type, c.ink2, line);
    CardDrawn out{box.max.y + ui.px(below)};
    auto const press = [&](std::string const& id, std::string const& text, unsigned sign) {
        if (text.empty()) return false;
        base::Rect const row{{x, at + ui.px(2)}, {x + width, at + ui.px(46)}};
        at += ui.px(44 + 6);
        return button(ui, id, row, text, {Rank::secondary, sign});
    };
    out.pressed = press(std::string(card.id), card.button, card.button_icon);
    out.second = press(std::string(card.id) + ".second", card.second, card.second_icon);
    return out;
}

// What to look at where a room is cut.
float draw_checks(Ui& ui, std::string const& title, base::Rect const& area, float y)
{
    auto const& c = ui.color();
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + ui.px(26)}}, type::strong, c.ink, title);
    y += ui.px(32);
    struct Check {
        unsigned icon;
        char const* key;
    };
    for (auto const& check :
         {Check{icon::wifi, "rooms.check.network"}, Check{icon::desktop, "rooms.check.machine"},
          Check{icon::tv, "rooms.check.host"}}) {
        draw_icon_at(ui, {area.min.x + ui.px(12), y + ui.px(13)}, ui.px(21), c.ink2, check.icon);
        draw_text_in(ui, {{area.min.x + ui.px(36), y}, {area.max.x, y + ui.px(26)}}, type::text,
                     c.ink, ui.tr(check.key));
        y += ui.px(32);
    }
    return y + ui.px(8);
}

float draw_own_absence(Ui& ui, SharedState const& shared, base::Rect const& area, float y,
                       Asked& asked)
{
    using Link = SharedState::Link;
    Card card{.id = "rooms.own", .icon = icon::link_off};
    if (shared.link == Link::stopped || shared.link == Link::replaced) {
        card.title = head_of(ui, shared);
        card.icon = icon::warning_amber;
        if (!shared.why.where.empty()) card.lines.push_back(i18n::sentence(*ui.words, shared.why));
        card.lines.push_back(ui.tr("rooms.own.kept"));
        return draw_card(ui, card, area, y).bottom;
    }
    card.title = ui.tr("rooms.own.title");
    card.lines.push_back(ui.tr("rooms.own.line"));
    if (shared.pending > 0)
        card.small.push_back(
            ui.trn("rooms.own.pending", static_cast<std::int64_t>(shared.pending)));
    bool const again = shared.link == Link::unlinked;
    if (!again && !shared.why.where.empty())
        card.small.push_back(i18n::sentence(*ui.words, shared.why));
    if (!again) card.small.push_back(ui.tr("rooms.retries"));
    card.button_icon = icon::refresh;
    if (!again || shared.may_rejoin) card.button = ui.tr(again ? "rooms.rejoin" : "rooms.hurry");
    if (again && !shared.may_rejoin)
        card.button = ui.tr("rooms.menu"), card.button_icon = icon::meeting_room;
    auto const drawn = draw_card(ui, card, area, y);
    if (drawn.pressed && again && !shared.may_rejoin)
        asked.take(Wish{ShowRooms{}});
    else if (drawn.pressed)
        asked.take(Wish{OfRooms{again ? What::rejoin : What::hurry}});
    y = drawn.bottom;
    return again ? y : draw_checks(ui, ui.tr("rooms.check.here"), area, y);
}

} // namespace

float draw_absences(Ui& ui, Workshop const& workshop, base::Rect const& area, float y,
                    Details details, Asked& asked)
{
    using Link = SharedState::Link;
    auto const& shared = *workshop.shared;
    if (shared.link != Link::linked && shared.link != Link::catching_up)
        return draw_own_absence(ui, shared, area, y, asked);
    if (!shared.hindered.where.empty()) {
        Card card{.id = "rooms.hindered", .icon = icon::warning_amber};
        card.title = ui.tr("rooms.hindered");
        card.lines = {i18n::sentence(*ui.words, shared.hindered)};
        if (shared.pending > 0)
            card.small.push_back(
                ui.trn("rooms.own.pending", static_cast<std::int64_t>(shared.pending)));
        y = draw_card(ui, card, area, y).bottom;
    }
    for (auto const& room : shared.rooms) {
        if (room.state != SharedRoom::State::cut) continue;
        auto const name = name_of_room(ui, room);
        Card card{.id = "rooms.cut", .icon = icon::link_off};
        card.title = ui.tr("rooms.cut.title", name);
        card.lines.push_back(ui.tr("rooms.cut.line"));
        if (details == Details::all) {
            if (room.heard_ms > 0)
                card.small.push_back(ui.tr("rooms.cut.heard", ui.words->time(room.heard_ms)));
            card.small.push_back(ui.tr("rooms.retries"));
        }
        card.button = ui.tr("rooms.hurry"), card.button_icon = icon::refresh;
        if (room.may_remove) card.second = ui.tr("rooms.remove"), card.second_icon = icon::link_off;
        auto const drawn = draw_card(ui, card, area, y);
        if (drawn.pressed) asked.take(Wish{OfRooms{What::hurry}});
        if (drawn.second) asked.take(Wish{OfRooms{What::remove, room.id.value}});
        constexpr float list = 140, below_it = 360; // design pixels
        if (details == Details::where_room && area.max.y - drawn.bottom < ui.px(list + below_it))
            return drawn.bottom;
        return draw_checks(ui, ui.tr("rooms.check", name), area, drawn.bottom);
    }
    return y;
}

float draw_waits(Ui& ui, Workshop const& workshop, base::Rect const& area, float y, Asked& asked)
{
    auto const& shared = *workshop.shared;
    for (auto const& wait : shared.waits) {
        if (wait.missing.empty()) continue;
        auto const names = names_of_letters(ui, shared, wait.missing);
        Card card{.id = "rooms.count", .icon = icon::how_to_vote};
        card.title = ui.tr("rooms.wait.title");
        card.lines = {ui.tr("rooms.wait.line", names)};
        card.button = ui.tr("rooms.wait.count"), card.button_icon = icon::skip_next;
        auto const drawn = draw_card(ui, card, area, y);
        if (drawn.pressed) asked.take(Wish{OfRooms{What::count, wait.round.value}});
        y = drawn.bottom;
    }
    return y;
}

float draw_lead(Ui& ui, Workshop const& workshop, base::Rect const& area, float y, Asked& asked)
{
    auto const& shared = *workshop.shared;
    auto const row = [&](float high) {
        base::Rect const box{{area.min.x, y}, {area.max.x, y + ui.px(high)}};
        y = box.max.y + ui.px(8);
        return box;
    };
    auto const leader = std::ranges::find(shared.rooms, true, &SharedRoom::leads);
    if (leader == shared.rooms.end() || shared.rooms.size() < 2) return y;
    auto const said = shared.leads ? ui.tr("rooms.lead.here")
                                   : ui.tr("rooms.lead.there", name_of_room(ui, *leader));
    y += ui.px(4);
    auto const line = row(26);
    touch(ui, "rooms.lead", line, said, Enabled::yes, Role::area);
    draw_text_in(ui, line, type::text, ui.color().ink2, said);
    if (!shared.leads) {
        bool follows = shared.follows;
        if (toggle_row(ui, "rooms.follow", row(44), ui.tr("rooms.follow"), follows))
            asked.take(Wish{OfRooms{follows ? What::follow : What::stay}});
        if (shared.facilitates && button(ui, "rooms.take", row(44), ui.tr("rooms.take"),
                                         {Rank::secondary, icon::mic}, enabled_if(shared.may_take)))
            asked.take(Wish{OfRooms{What::take}});
        return y;
    }
    for (auto const& room : shared.rooms)
        if (room.may_lead && room.state != SharedRoom::State::here &&
            room.state != SharedRoom::State::cut &&
            button(ui, "rooms.pass." + room.letter, row(44),
                   ui.tr("rooms.pass", name_of_room(ui, room)), {Rank::secondary, icon::mic}))
            asked.take(Wish{OfRooms{What::pass, room.id.value}});
    return y;
}

base::Rect draw_rooms_head(Ui& ui, Workshop const& workshop, base::Rect const& inner, Asked& asked)
{
    if (!workshop.shared) return inner;
    float y = draw_rooms_list(ui, *workshop.shared, inner, inner.min.y);
    hairline_h(ui, inner.min.x - ui.px(24), inner.max.x + ui.px(24), y, ui.color().line);
    y += ui.px(18);
    y = draw_waits(ui, workshop, inner, y, asked);
    y = draw_absences(ui, workshop, inner, y, Details::where_room, asked);
    return {{inner.min.x, y}, inner.max};
}

Asked draw_rooms_below(Ui& ui, RoomsView& view, Workshop const& workshop, base::Rect const& anchor)
{
    Asked asked;
    if (!view.panel) return asked;
    if (!workshop.shared) {
        view.panel = false;
        return asked;
    }
    bool const back = has_return(*workshop.shared);
    // design pixels; the height is known once it was drawn
    constexpr float of_return = 760, first = 300;
    auto const wanted = back ? ui.px(of_return) : view.height > 0 ? view.height : ui.px(first);
    auto const height = std::min(wanted, ui.size.y - anchor.max.y - ui.px(40));
    Popover popover(ui, "rooms.below", anchor, {ui.px(520), height});
    auto const& inner = popover.content();
    base::Rect const body{inner.min, {inner.max.x, inner.max.y - ui.px(56)}};
    if (back) {
        asked.take(draw_return(ui, view.scroll, workshop, inner));
    } else {
        ScrollArea scroll(ui, "rooms.scroll", body, view.scroll);
        base::Rect const area{{body.min.x, scroll.top()}, {body.max.x - ui.px(14), body.max.y}};
        float y = draw_rooms_list(ui, *workshop.shared, area, scroll.top());
        y = draw_lead(ui, workshop, area, y, asked) + ui.px(6);
        y = draw_waits(ui, workshop, area, y, asked);
        y = draw_absences(ui, workshop, area, y, Details::all, asked);
        scroll.content_height(y - scroll.top());
        auto const whole = y - scroll.top() + height - body.height();
        if (std::abs(whole - view.height) > 0.5F) ui.keep_drawing(0.1);
        view.height = whole;
    }
    if (!back && button(ui, "rooms.more", {{inner.min.x, inner.max.y - ui.px(48)}, inner.max},
                        ui.tr("rooms.menu"), {Rank::secondary, icon::meeting_room})) {
        view.panel = false;
        asked.take(Wish{ShowRooms{}});
    }
    if (popover.closed()) view.panel = false;
    return asked;
}

} // namespace ui
