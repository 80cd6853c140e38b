#include "i18n/errors.h"
#include "ui/kit/paint.h"
#include "ui/screens/rooms/rooms_parts.h"

#include <algorithm>
#include <array>

// What became of the acts of this machine after an absence.
namespace ui {
namespace {

using Kind = SharedOutcome::Kind;
using What = OfRooms::What;

constexpr float number_side = 30, foot = 60;

std::string title_of(Ui const& ui, SharedOutcome const& one)
{
    if (one.title.empty()) return ui.tr("reverted." + one.label);
    if (one.others == 0) return one.title;
    return one.title + " " + ui.words->text("rooms.return.others", one.others);
}

// Why it is not as it was done; empty when it is.
std::string why_of(Ui const& ui, SharedState const& shared, SharedOutcome const& one)
{
    if (one.kind == Kind::unneeded) return ui.tr("rooms.return.unneeded");
    if (one.kind == Kind::changed)
        return one.was_number != 0 && one.was_number != one.number
                   ? ui.words->text("rooms.return.number", one.was_number, one.number)
                   : ui.tr("rooms.return.changed.line");
    if (one.kind != Kind::refused) return {};
    auto const by = one.by.empty() ? std::string() : name_of_letter(ui, shared, one.by);
    if (one.gone)
        return by.empty() ? ui.tr("rooms.return.gone") : ui.tr("rooms.return.gone.by", by);
    if (one.why.where == "overtaken.other" && !by.empty())
        return ui.tr("rooms.return.overtaken", by);
    auto const said = i18n::sentence(*ui.words, one.why);
    return by.empty() ? said : by + " · " + said;
}

// A row with its number; the reason below. Returns its bottom.
float draw_row(Ui& ui, SharedState const& shared, SharedOutcome const& one, base::Rect const& area,
               float y)
{
    auto const& c = ui.color();
    auto const number = one.number > 0 ? std::to_string(one.number) : std::string("…");
    draw_case_mark(ui, {area.min.x + ui.px(number_side / 2), y + ui.px(15)}, {.number = number});
    float const x = area.min.x + ui.px(number_side + 12), width = area.max.x - x;
    auto const title = title_of(ui, one), why = why_of(ui, shared, one);
    int const lines = why.empty() ? 1 : 2;
    float const top = y;
    y += ui.px(2) + draw_paragraph(ui, {x, y + ui.px(2)}, width, type::text, c.ink, title, lines);
    if (!why.empty()) y += draw_paragraph(ui, {x, y}, width, small_type, c.ink2, why, 3);
    touch(ui, "rooms.outcome." + std::to_string(one.item), {{area.min.x, top}, {area.max.x, y}},
          why.empty() ? title : title + " · " + why, Enabled::yes, Role::area);
    return std::max(y, top + ui.px(number_side)) + ui.px(8);
}

float draw_refused(Ui& ui, SharedState const& shared, SharedOutcome const& one,
                   base::Rect const& area, float y, Asked& asked)
{
    float const in = ui.px(14), top = y;
    base::Rect const inside{{area.min.x + in, y}, {area.max.x - in, area.max.y}};
    y = draw_row(ui, shared, one, inside, y + in);
    auto const middle = inside.min.x + inside.width() / 2, half = ui.px(5);
    auto const item = std::to_string(one.item);
    if (button(ui, "rooms.restore." + item, {{inside.min.x, y}, {middle - half, y + ui.px(44)}},
               ui.tr("rooms.restore"), {Rank::secondary, icon::restore}, enabled_if(one.restores)))
        asked.take(Wish{OfRooms{What::restore, one.item}});
    if (button(ui, "rooms.drop." + item, {{middle + half, y}, {inside.max.x, y + ui.px(44)}},
               ui.tr("rooms.drop")))
        asked.take(Wish{OfRooms{What::drop, one.item}});
    y += ui.px(44) + in;
    outline(ui, {{area.min.x, top}, {area.max.x, y}}, ui.px(14), ui.color().line2, ui.snap(1.5F));
    return y + ui.px(10);
}

struct Group {
    char const* id; // and its key
    unsigned icon;
    board::Color ink, tint;
    std::vector<SharedOutcome const*> of;
};

float draw_group_head(Ui& ui, Group const& group, base::Rect const& area, float y)
{
    auto const said = ui.tr(group.id);
    auto const count = ui.words->number(static_cast<std::int64_t>(group.of.size()));
    draw_icon_at(ui, {area.min.x + ui.px(12), y + ui.px(14)}, ui.px(22), group.ink, group.icon);
    draw_text_in(ui, {{area.min.x + ui.px(32), y}, {area.max.x - ui.px(50), y + ui.px(28)}},
                 type::strong, group.ink, said);
    base::Rect const pill{{area.max.x - ui.px(36), y}, {area.max.x, y + ui.px(28)}};
    fill(ui, pill, ui.px(14), group.tint);
    draw_text_in(ui, pill, type::strong, group.ink, count, Align::centre);
    touch(ui, group.id, {{area.min.x, y}, pill.max}, said + " " + count, Enabled::yes, Role::area);
    return y + ui.px(38);
}

std::array<Group, 3> groups_of(Ui const& ui, SharedState const& shared)
{
    auto const& c = ui.color();
    std::array<Group, 3> out{Group{"rooms.return.as_is", icon::check, c.opp, c.opptint, {}},
                             Group{"rooms.return.changed", icon::edit, c.warn, c.warntint, {}},
                             Group{"rooms.return.refused", icon::block, c.risk, c.risktint, {}}};
    for (auto const& one : shared.outcomes)
        out[one.kind == Kind::as_is ? 0 : one.kind == Kind::refused ? 2 : 1].of.push_back(&one);
    return out;
}

std::string line_of_return(Ui const& ui, SharedState const& shared)
{
    if (!shared.returned) return ui.tr("rooms.at_once.line");
    if (shared.alone_ms == 0 || shared.linked_ms == 0) return ui.tr("rooms.return.line.short");
    auto const from = ui.words->time(shared.alone_ms), to = ui.words->time(shared.linked_ms);
    return ui.tr(from == to ? "rooms.return.line.short" : "rooms.return.line", from, to);
}

} // namespace

bool has_return(SharedState const& shared)
{
    using Link = SharedState::Link;
    if (shared.outcomes.empty()) return false;
    bool const away = shared.link != Link::linked && shared.link != Link::catching_up;
    return !away && shared.pending == 0;
}

Asked draw_return(Ui& ui, Scroll& scroll, Workshop const& workshop, base::Rect const& inner)
{
    Asked asked;
    auto const& c = ui.color();
    auto const& shared = *workshop.shared;
    base::Rect const body{inner.min, {inner.max.x, inner.max.y - ui.px(foot)}};
    {
        ScrollArea list(ui, "rooms.return.list", body, scroll);
        base::Rect const area{{body.min.x, list.top()}, {body.max.x - ui.px(14), body.max.y}};
        float y = list.top();
        base::Rect const head{{area.min.x, y}, {area.max.x, y + ui.px(34)}};
        auto const said = ui.tr(shared.returned ? "rooms.return" : "rooms.at_once");
        touch(ui, "rooms.return", head, said, Enabled::yes, Role::area);
        draw_text_in(ui, head, type::h2, c.ink, said);
        y += ui.px(38);
        y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::text, c.ink2,
                            line_of_return(ui, shared)) +
             ui.px(14);
        for (auto const& group : groups_of(ui, shared)) {
            if (group.of.empty()) continue;
            y = draw_group_head(ui, group, area, y);
            for (auto const* one : group.of)
                y = one->kind == Kind::refused ? draw_refused(ui, shared, *one, area, y, asked)
                                               : draw_row(ui, shared, *one, area, y);
            y += ui.px(8);
        }
        list.content_height(y - list.top());
    }
    base::Rect const low{{inner.min.x, inner.max.y - ui.px(foot - 12)}, inner.max};
    auto const enter = ui.tr("key.enter");
    auto const may = enabled_if(workshop.access == Access::edit || shared.reads);
    if (button(ui, "rooms.seen", low, ui.tr("rooms.seen"),
               {.rank = Rank::primary, .icon = icon::check, .key = enter}, may) ||
        confirmed(ui, may))
        asked.take(Wish{OfRooms{What::seen}});
    return asked;
}

} // namespace ui
