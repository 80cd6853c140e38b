#include "ui/kit/names.h"
#include "ui/screens/vote/vote_booth.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// The ballot for rankings: cases at the left, pressed one after the other; their order at the
// right, where they are moved, tied and dragged.
namespace ui {
namespace {

using base::Rect;

constexpr unsigned expand_less = 0xE5CE, drag_handle = 0xE25D; // Material Icons

// The rank shown: one more than the number of cases ahead.
int rank_shown(std::vector<std::vector<model::CaseId>> const& places, int place)
{
    int rank = 1;
    for (int at = 0; at + 1 < place; ++at)
        rank += static_cast<int>(places[static_cast<std::size_t>(at)].size());
    return rank;
}

// As a rank, "1ᵉʳ"; not in a disc, which is for case numbers.
void draw_place(Ui& ui, base::Vec2 centre, int rank)
{
    Rect const box = base::grown({centre, centre}, ui.px(26));
    draw_text_in(ui, box, type::rank, ui.color().accent, ui.words->ordinal(rank), Align::centre);
}

constexpr float row_height = 64, row_pitch = 72; // design pixels

// Two columns when one would hide cases and two have space for titles.
std::size_t pool_columns(Ui const& ui, Rect const& area, std::size_t count)
{
    constexpr float narrowest = 420;
    bool const fits = ui.px(row_pitch) * static_cast<float>(count) <= area.height();
    return !fits && area.width() >= 2 * ui.px(narrowest) ? 2 : 1;
}

void draw_pool(Ui& ui, Booth const& booth, Rect const& area, Walked walked)
{
    auto const& c = ui.color();
    auto& ballot = booth.ballot;
    auto const places = places_of(booth.round, ballot);
    auto const count = booth.round.cases.size(), columns = pool_columns(ui, area, count);
    auto const down = (count + columns - 1) / columns;
    float const gap = ui.px(14), left = area.min.x + ui.px(4);
    float const width = (area.max.x - ui.px(16) - left + gap) / static_cast<float>(columns) - gap;
    float const gap_below = ui.px(row_pitch - row_height);
    float const pitch =
        columns > 1
            ? ui.px(row_pitch)
            : title_row_height(ui, booth.doc, booth.round.cases, type::room, width - ui.px(66 + 66),
                               {ui.px(row_pitch), gap_below, area.height() - ui.px(8)});
    ScrollArea scroll(ui, "ballot.list", area, booth.scroll);
    for (std::size_t i = 0; i < count; ++i) {
        auto const id = booth.round.cases[i];
        auto const column = i / down;
        float const x = left + static_cast<float>(column) * (width + gap),
                    y = scroll.top() + ui.px(4) + pitch * static_cast<float>(i % down);
        Rect const box{{x, y}, {x + width, y + pitch - gap_below}};
        if (walked == Walked::yes && i == ballot.row) scroll.show(box.min.y, box.max.y);
        if (box.max.y < area.min.y || box.min.y > area.max.y) continue;
        auto const text = model::get<model::Case>(booth.doc, id);
        auto const which = "ballot.row." + std::to_string(text.number);
        auto const press = touch(ui, which, box, text.title);
        if (press.pressed || press.focused) ballot.row = i;
        if (press.clicked) (void)rank_last(booth.round, ballot, id);
        auto const place = value_of(ballot, id);
        probe_on(ui, which, place ? On::yes : On::no);
        bool const current = ballot.row == i;
        draw_surface(ui, box,
                     {.radius = ui.px(14),
                      .fill = place           ? c.sunken
                              : press.hovered ? c.atint
                                              : c.card,
                      .border = current ? c.accent : c.line,
                      .border_width = current ? ui.snap(2.5F) : 1,
                      .level = Level::flat});
        if (place)
            draw_place(ui, {box.max.x - ui.px(34), box.center().y}, rank_shown(places, *place));
        else
            draw_icon_at(ui, {box.max.x - ui.px(34), box.center().y}, ui.px(26), c.ink2, icon::add);
        draw_case_name(ui, {box.min, {box.max.x - ui.px(66), box.max.y}}, text);
    }
    scroll.content_height(pitch * static_cast<float>(down) + ui.px(8));
}

// A row of the order and its position.
struct Row {
    model::CaseId id;
    int place = 0;
    Rect box;
};

// The drop position of a dragged row: on a row to tie, between two to insert.
struct Drop {
    int place = 0;
    ballots::Beside beside = ballots::Beside::before;
    Rect mark; // its highlight
};

std::optional<Drop> drop_at(Ui const& ui, std::vector<Row> const& rows, Rect const& area,
                            model::CaseId dragged)
{
    if (rows.empty() || !area.contains(ui.mouse)) return std::nullopt;
    constexpr float third = 0.3F;
    for (auto const& row : rows) {
        float const y = ui.mouse.y, h = row.box.height();
        if (y > row.box.max.y + ui.px(4)) continue;
        if (row.id == dragged) return std::nullopt;
        if (y > row.box.min.y + h * third && y < row.box.max.y - h * third)
            return Drop{row.place, ballots::Beside::tied, row.box};
        bool const above = y <= row.box.center().y;
        float const at = above ? row.box.min.y - ui.px(4) : row.box.max.y + ui.px(4);
        return Drop{above ? row.place : row.place + 1,
                    ballots::Beside::before,
                    {{row.box.min.x, at - ui.px(2)}, {row.box.max.x, at + ui.px(2)}}};
    }
    float const at = rows.back().box.max.y + ui.px(4);
    return Drop{rows.back().place + 1,
                ballots::Beside::before,
                {{rows.back().box.min.x, at - ui.px(2)}, {rows.back().box.max.x, at + ui.px(2)}}};
}

void draw_handles(Ui& ui, Booth const& booth, Row const& row, std::string const& number)
{
    auto& ballot = booth.ballot;
    float x = row.box.max.x - ui.px(10);
    auto handle = [&](std::string_view id, unsigned icon, std::string_view label, bool can) {
        float const y = row.box.center().y, half = ui.px(22);
        Rect const at{{x - 2 * half, y - half}, {x, y + half}};
        x -= 2 * half + ui.px(2);
        return icon_button(ui, std::string(id) + number, at, icon, ui.tr(label), Rank::quiet,
                           enabled_if(can));
    };
    auto const last = static_cast<int>(places_of(booth.round, ballot).size());
    auto const alone =
        places_of(booth.round, ballot)[static_cast<std::size_t>(row.place - 1)].size() == 1;
    if (handle("ballot.out.", icon::close, "ballot.out", true)) take_back(ballot, row.id);
    if (handle("ballot.tie.", drag_handle, "ballot.tie", row.place > 1)) tie_above(ballot, row.id);
    if (handle("ballot.down.", icon::expand_more, "ballot.down", row.place < last || !alone))
        move_by(ballot, row.id, 1);
    if (handle("ballot.up.", expand_less, "ballot.up", row.place > 1 || !alone))
        move_by(ballot, row.id, -1);
}

void draw_order_row(Ui& ui, Booth const& booth, Row const& row, int rank, std::size_t tied,
                    std::vector<Row> const& rows, Rect const& area, std::optional<Drop>& drop)
{
    auto const& c = ui.color();
    auto const text = model::get<model::Case>(booth.doc, row.id);
    auto const number = std::to_string(text.number), which = "ballot.place." + number;
    auto const press = touch(ui, which, row.box, text.title, Enabled::yes, Role::area);
    probe_value(ui, which, std::to_string(rank));
    auto& ballot = booth.ballot;
    if (press.pressed)
        ballot.row = static_cast<std::size_t>(std::ranges::find(booth.round.cases, row.id) -
                                              booth.round.cases.begin());
    auto box = row.box;
    bool const dragged = (press.held || press.released) && press.dragged;
    if (dragged) {
        box.min.y += press.drag.y, box.max.y += press.drag.y;
        drop = drop_at(ui, rows, area, row.id);
        if (drop && press.released) {
            (void)rank_at(booth.round, ballot, row.id, drop->place, drop->beside);
            drop.reset();
        }
    }
    bool const current = booth.round.cases[ballot.row] == row.id;
    draw_surface(ui, box,
                 {.radius = ui.px(14),
                  .fill = c.card,
                  .border = current || dragged ? c.accent : c.line,
                  .border_width = current || dragged ? ui.snap(2.5F) : 1,
                  .level = dragged ? Level::e3 : Level::flat});
    draw_icon_at(ui, {box.min.x + ui.px(20), box.center().y}, ui.px(22), c.ink3,
                 icon::drag_indicator);
    draw_place(ui, {box.min.x + ui.px(62), box.center().y}, rank);
    float const right = box.max.x - ui.px(196);
    float words = right;
    if (tied > 1) {
        auto const said = ui.tr("vote.tied");
        words -= pill_width(ui, said) + ui.px(8);
        draw_pill(ui, {words, box.center().y}, said);
    }
    draw_case_name(ui, {{box.min.x + ui.px(80), box.min.y}, {words - ui.px(10), box.max.y}}, text);
    if (!dragged) draw_handles(ui, booth, row, number);
}

// The remaining empty places, as far as visible; the first has instructions.
void draw_free_places(Ui& ui, Booth const& booth, std::size_t given, Rect const& area)
{
    auto const all = booth.round.cases.size();
    auto const limit = booth.round.choices > 0
                           ? std::min(all, static_cast<std::size_t>(booth.round.choices))
                           : all;
    float y = area.min.y;
    for (auto place = given; place < limit; ++place, y += ui.px(row_pitch)) {
        Rect const box{{area.min.x + ui.px(4), y}, {area.max.x - ui.px(16), y + ui.px(row_height)}};
        if (box.max.y > area.max.y) return;
        dashed_outline(ui, box, ui.px(14), ui.color().line2, ui.snap(1.5F), {ui.px(7), ui.px(6)});
        draw_text_in(ui,
                     base::grown({{box.min.x + ui.px(62), box.center().y},
                                  {box.min.x + ui.px(62), box.center().y}},
                                 ui.px(26)),
                     type::rank, ui.color().ink3, ui.words->ordinal(static_cast<int>(place) + 1),
                     Align::centre);
        if (place > 0) continue;
        auto const said = ui.tr("ballot.order.empty");
        float const left = box.min.x + ui.px(104), room = box.max.x - ui.px(16) - left;
        float const high = paragraph_height(ui, type::label, said, room, 2);
        draw_paragraph(ui, {left, box.center().y - high / 2}, room, type::label, ui.color().ink2,
                       said, 2);
    }
}

void draw_order(Ui& ui, Booth const& booth, Rect const& area, Scroll& scrolled)
{
    auto const& c = ui.color();
    auto const places = places_of(booth.round, booth.ballot);
    ScrollArea scroll(ui, "ballot.order", area, scrolled);
    float const height = ui.px(row_height), pitch = ui.px(row_pitch), close = ui.px(66);
    std::vector<Row> rows;
    float y = scroll.top() + ui.px(4);
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t i = 0; i < places[place].size(); ++i) {
            rows.push_back({places[place][i],
                            static_cast<int>(place) + 1,
                            {{area.min.x + ui.px(4), y}, {area.max.x - ui.px(16), y + height}}});
            y += i + 1 < places[place].size() ? close : pitch;
        }
    std::optional<Drop> drop;
    for (auto const& row : rows)
        draw_order_row(ui, booth, row, rank_shown(places, row.place),
                       places[static_cast<std::size_t>(row.place - 1)].size(), rows, area, drop);
    if (drop && drop->beside == ballots::Beside::tied)
        outline(ui, drop->mark, ui.px(14), c.accent, ui.px(3));
    else if (drop)
        fill(ui, drop->mark, ui.px(2), c.accent);
    scroll.content_height(y - scroll.top() + ui.px(8));
    draw_free_places(ui, booth, rows.size(), {{area.min.x, y}, area.max});
}

void order_keys(Ui& ui, Booth const& booth)
{
    auto& ballot = booth.ballot;
    if (booth.round.cases.empty()) return;
    auto const on = booth.round.cases[ballot.row];
    bool const in = ballot.given.contains(on);
    if (shortcut(ui, ImGuiKey_Space)) (void)rank_last(booth.round, ballot, on);
    if (shortcut(ui, ImGuiKey_RightArrow) && !in) (void)rank_last(booth.round, ballot, on);
    if (shortcut(ui, ImGuiKey_LeftArrow) && in) (void)rank_last(booth.round, ballot, on);
    if ((shortcut(ui, ImGuiKey_Backspace) || shortcut(ui, ImGuiKey_Delete)) && in)
        (void)rank_last(booth.round, ballot, on);
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_UpArrow, Repeat::yes)) move_by(ballot, on, -1);
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_DownArrow, Repeat::yes)) move_by(ballot, on, 1);
    if (shortcut(ui, ImGuiKey_E)) tie_above(ballot, on);
    if (auto const pressed = digit(ui, 0, 9); pressed && *pressed > 0)
        (void)rank_at(booth.round, ballot, on, *pressed, ballots::Beside::before);
}

} // namespace

void draw_order_ballot(Ui& ui, Booth const& booth, Rect const& area)
{
    auto const walked = walk_cases(ui, booth.ballot, booth.round.cases.size());
    order_keys(ui, booth);
    float const gap = ui.px(40), head = ui.px(40);
    // Half each; if the cases need two columns, the order gets a third and space for handles.
    float const half = (area.width() - gap) / 2, wide = (area.width() - gap) * 0.6F;
    Rect pool{{area.min.x, area.min.y + head}, {area.min.x + wide, area.max.y}};
    if (pool_columns(ui, pool, booth.round.cases.size()) == 1) pool.max.x = area.min.x + half;
    Rect const order{{pool.max.x + gap, pool.min.y}, area.max};
    draw_text(ui, {pool.min.x + ui.px(4), area.min.y}, type::h3, ui.color().ink,
              ui.tr("ballot.order.pool"));
    draw_text(ui, {order.min.x + ui.px(4), area.min.y}, type::h3, ui.color().ink,
              ui.tr("ballot.order.yours"));
    draw_pool(ui, booth, pool, walked);
    draw_order(ui, booth, order, booth.order);
}

} // namespace ui
