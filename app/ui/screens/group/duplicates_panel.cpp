#include "ui/screens/group/duplicates_panel.h"

#include "ui/paint/title_paint.h"
#include "wording/duplicates.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

using analysis::AlikePair;

constexpr std::size_t steps_a_frame = 200'000; // about four milliseconds
constexpr double dwell_s = 0.25;               // the pointer must rest on a pair for this time
constexpr SliderRange thresholds{0.5F, 0.95F, 0.01F, 0.7F, SliderRange::Tick::shown};
constexpr float row_gap = 12, row_pad = 16, closed_height = 167; // design pixels
constexpr std::size_t words_told = 4;
constexpr int title_lines = 5, closed_lines = 2;

AlikePair const* chosen_pair(DuplicatesPanel const& panel)
{
    return panel.chosen_at < panel.shown ? &panel.pairs()[panel.chosen_at] : nullptr;
}

void choose(DuplicatesPanel& panel, std::size_t at)
{
    panel.chosen_at = std::min(at, panel.shown == 0 ? 0 : panel.shown - 1);
    auto const* pair = chosen_pair(panel);
    panel.chosen = pair ? std::optional(std::pair(pair->a, pair->b)) : std::nullopt;
}

// Keeps the open pair; if it is gone, opens the one in its place.
void count_shown(DuplicatesPanel& panel)
{
    auto const least = static_cast<int>(std::lround(100 * panel.threshold));
    panel.shown = static_cast<std::size_t>(
        std::partition_point(
            panel.pairs().begin(), panel.pairs().end(),
            [&](AlikePair const& p) { return wording::percent_of(p.thousandths) >= least; }) -
        panel.pairs().begin());
    auto const end = panel.pairs().begin() + static_cast<std::ptrdiff_t>(panel.shown);
    auto const it = std::find_if(panel.pairs().begin(), end, [&](AlikePair const& p) {
        return panel.chosen == std::pair(p.a, p.b);
    });
    choose(panel,
           it == end ? panel.chosen_at : static_cast<std::size_t>(it - panel.pairs().begin()));
}

void show_on_board(Ui& ui, Canvas& canvas, AlikePair const& pair)
{
    auto const* a = canvas.state.scene.find(pair.a);
    auto const* b = canvas.state.scene.find(pair.b);
    if (!a || !b) return;
    auto const both = base::grown(base::united(a->box, b->box), board::card_gap);
    auto const room = canvas_place(ui, canvas.view.window).room;
    auto const on_screen = canvas.view.to_screen(both);
    bool const fits = on_screen.width() <= room.width() && on_screen.height() <= room.height();
    if (fits)
        bring_in(ui, canvas, both);
    else
        go_to(ui, canvas, view_of(ui, canvas, both, canvas.view.camera.zoom));
}

void keep_up(Ui& ui, DuplicatesPanel& panel, Canvas& canvas, Workshop const& workshop)
{
    if (!follow(ui, canvas.alikes, workshop)) return;
    if (!panel.search.work(canvas.alikes.likeness, steps_a_frame)) ui.keep_drawing(0.05);
    if (panel.search.revision() == 0) return;
    auto const made = panel.proposed.made();
    panel.proposed.get(workshop.source(), panel.search.revision(),
                       [&](model::Document const& doc, auto) {
                           return analysis::proposed(doc, panel.search.found());
                       });
    if (panel.proposed.made() == made) return;
    panel.known = DuplicatesPanel::Known::all;
    auto const before = panel.chosen;
    count_shown(panel);
    if (!before || before == panel.chosen || panel.shown == 0) return;
    panel.reach = DuplicatesPanel::Reach::wanted; // continues with the next pair
    show_on_board(ui, canvas, *chosen_pair(panel));
}

void open_pair(Ui& ui, DuplicatesPanel& panel, Canvas& canvas, std::size_t at)
{
    choose(panel, at);
    panel.hovered.reset();
    panel.reach = DuplicatesPanel::Reach::wanted;
    if (auto const* pair = chosen_pair(panel)) show_on_board(ui, canvas, *pair);
    ui.keep_drawing(0.05);
}

// Keeps the card with the smaller number.
Wish merge_of(AlikePair const& pair) { return edit::MergeCases{pair.a, {pair.b}}; }

Wish keep_of(AlikePair const& pair) { return edit::KeepApart{pair.a, pair.b}; }

std::optional<Wish> hear_keys(Ui& ui, DuplicatesPanel& panel, Canvas& canvas,
                              Workshop const& workshop)
{
    auto const* pair = chosen_pair(panel);
    if (!pair || typing(ui) || canvas.draft) return std::nullopt;
    // Only if no card is selected and no widget has the focus.
    if (canvas.selection.cards.empty() && focused_id(ui).empty()) {
        bool const back = shortcut(ui, ImGuiMod_Shift | ImGuiKey_Tab, Repeat::yes);
        if (back) (void)shortcut(ui, ImGuiKey_Tab); // consumes Shift+Tab as well
        bool const on = !back && shortcut(ui, ImGuiKey_Tab, Repeat::yes);
        if (back || on)
            open_pair(ui, panel, canvas,
                      (panel.chosen_at + (back ? panel.shown - 1 : 1)) % panel.shown);
        if (back || on) pair = chosen_pair(panel);
    }
    if (!can_edit(workshop)) return std::nullopt;
    if (shortcut(ui, ImGuiKey_Y)) return merge_of(*pair);
    if (shortcut(ui, ImGuiKey_U)) return keep_of(*pair);
    return std::nullopt;
}

// « 91 % », ten cells, « très proches ».
void draw_head(Ui& ui, base::Rect const& row, int thousandths)
{
    auto const& c = ui.color();
    auto const middle = row.min.y + ui.px(26);
    auto const left = row.min.x + ui.px(row_pad), right = row.max.x - ui.px(row_pad);
    auto const line = [&](float from, float to) {
        return base::Rect{{from, middle - ui.px(13)}, {to, middle + ui.px(13)}};
    };
    draw_text_in(ui, line(left, right), type::strong, c.ink,
                 wording::likeness(*ui.words, thousandths));
    auto const full = (wording::percent_of(thousandths) + 5) / 10;
    for (int i = 0; i < 10; ++i) {
        auto const x = left + ui.px(62 + 9.8F * static_cast<float>(i));
        fill(ui, {{x, middle - ui.px(6)}, {x + ui.px(7.4F), middle + ui.px(6)}}, ui.px(2),
             i < full ? c.accent : c.line2);
    }
    draw_text_in(ui, line(left + ui.px(168), right), type::legend, c.ink2,
                 wording::closeness(*ui.words, thousandths), Align::right);
}

float mark_room(Ui const& ui) { return ui.px(38); }

float title_height(Ui& ui, model::Case const& text, float width)
{
    return marked_title_height(ui, text.title, width - mark_room(ui), title_lines);
}

// One of the two titles, with shared words marked.
float draw_member(Ui& ui, base::Vec2 at, float width, model::Case const& text,
                  std::vector<base::WordSpan> const& shared, int lines)
{
    draw_case_mark(ui, at + base::Vec2{ui.px(14), ui.px(12)},
                   {std::to_string(text.number), 28, ChipFill::outlined});
    return draw_marked_title(ui, at + base::Vec2{mark_room(ui), 0}, width - mark_room(ui),
                             text.title, shared, lines);
}

// The layout of an open pair, independent of its position.
struct Opened {
    analysis::SharedWords shared;
    std::string also; // shared words that are not in the titles
    float height = 0;
};

Opened opened(Ui& ui, Canvas& canvas, Workshop const& workshop, AlikePair const& pair, float width)
{
    auto const a = model::get<model::Case>(workshop.doc(), pair.a);
    auto const b = model::get<model::Case>(workshop.doc(), pair.b);
    Opened out{analysis::shared_words(a.title, b.title), {}, 0};
    for (auto const& word : canvas.alikes.likeness.shared_beyond_titles(a, b, words_told))
        out.also += (out.also.empty() ? "" : ", ") + word;
    if (!out.also.empty()) out.also = ui.words->text("duplicates.also", out.also);
    auto const inner = width - 2 * ui.px(row_pad);
    out.height = ui.px(49) + title_height(ui, a, inner) + ui.px(8) + title_height(ui, b, inner);
    if (!out.also.empty())
        out.height += ui.px(10) + paragraph_height(ui, type::meta, out.also, inner);
    out.height += ui.px(14 + 44 + 14);
    return out;
}

std::optional<Wish> draw_opened(Ui& ui, Workshop const& workshop, AlikePair const& pair,
                                Opened const& what, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const left = row.min.x + ui.px(row_pad), width = row.width() - 2 * ui.px(row_pad);
    auto y = row.min.y + ui.px(49);
    y += draw_member(ui, {left, y}, width, model::get<model::Case>(workshop.doc(), pair.a),
                     what.shared.in_a, title_lines);
    y += ui.px(8);
    y += draw_member(ui, {left, y}, width, model::get<model::Case>(workshop.doc(), pair.b),
                     what.shared.in_b, title_lines);
    if (!what.also.empty())
        draw_paragraph(ui, {left, y + ui.px(10)}, width, type::meta, c.ink2, what.also);
    auto const may = enabled_if(can_edit(workshop));
    base::Rect const foot{{left, row.max.y - ui.px(14 + 44)},
                          {left + width, row.max.y - ui.px(14)}};
    auto const keep = ui.tr("duplicates.keep");
    auto const wide = std::min(width * 0.55F, text_width(ui, type::strong, keep) + ui.px(24));
    base::Rect const first{foot.min, {foot.max.x - wide - ui.px(10), foot.max.y}};
    base::Rect const second{{foot.max.x - wide, foot.min.y}, foot.max};
    std::optional<Wish> wish;
    if (button(ui, "duplicates.merge", first, ui.tr("board.merge"),
               {Rank::primary, icon::call_merge}, may))
        wish = merge_of(pair);
    if (button(ui, "duplicates.keep", second, keep, {}, may)) wish = keep_of(pair);
    return wish;
}

void draw_closed(Ui& ui, Workshop const& workshop, AlikePair const& pair, base::Rect const& row)
{
    auto y = row.min.y + ui.px(49);
    for (auto id : {pair.a, pair.b})
        y += draw_member(ui, {row.min.x + ui.px(row_pad), y}, row.width() - 2 * ui.px(row_pad),
                         model::get<model::Case>(workshop.doc(), id), {}, closed_lines) +
             ui.px(8);
}

std::string id_of(Workshop const& workshop, AlikePair const& pair)
{
    auto const number = [&](model::CaseId id) {
        return std::to_string(model::get<model::Case>(workshop.doc(), id).number);
    };
    return "pair." + number(pair.a) + "." + number(pair.b);
}

// The list: rows of equal height, except the open one; only visible rows are drawn.
std::optional<Wish> draw_list(Ui& ui, DuplicatesPanel& panel, Canvas& canvas,
                              Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
    std::optional<Wish> wish;
    auto const width = area.width();
    auto const pitch = ui.px(closed_height + row_gap);
    auto const* open = chosen_pair(panel);
    auto const what = opened(ui, canvas, workshop, *open, width);
    auto const top_of = [&](std::size_t i) {
        auto const y = pitch * static_cast<float>(i);
        return i <= panel.chosen_at ? y : y + what.height - ui.px(closed_height);
    };
    auto const high_of = [&](std::size_t i) {
        return i == panel.chosen_at ? what.height : ui.px(closed_height);
    };
    if (std::exchange(panel.reach, DuplicatesPanel::Reach::still) ==
        DuplicatesPanel::Reach::wanted) {
        auto const top = top_of(panel.chosen_at);
        auto const low = top + what.height - area.height();
        panel.scroll.offset = std::clamp(panel.scroll.offset, std::min(low, top), top);
    }
    // The scroll bar is in the margin.
    ScrollArea scroll(ui, "duplicates", {area.min, {area.max.x + ui.px(14), area.max.y}},
                      panel.scroll);
    std::optional<std::size_t> hovered, pressed;
    for (std::size_t i = 0; i < panel.shown; ++i) {
        auto const y = scroll.top() + top_of(i);
        if (y > area.max.y) break;
        base::Rect const row{{area.min.x, y}, {area.max.x, y + high_of(i)}};
        if (row.max.y < area.min.y) continue;
        auto const& pair = panel.pairs()[i];
        bool const is_open = i == panel.chosen_at;
        auto const id = id_of(workshop, pair);
        auto const touched = touch(ui, id, row, wording::pair(*ui.words, workshop.doc(), pair));
        probe_on(ui, id, is_open ? On::yes : On::no);
        probe_value(ui, id, wording::likeness(*ui.words, pair.thousandths));
        draw_surface(ui, row,
                     {ui.px(14), c.card,
                      is_open           ? c.accent
                      : touched.hovered ? c.edge
                                        : c.line,
                      is_open ? ui.px(2.5F) : 1, Level::e1});
        if (touched.focused) focus_ring(ui, row, ui.px(14));
        draw_head(ui, row, pair.thousandths);
        if (is_open) {
            if (auto asked = draw_opened(ui, workshop, pair, what, row)) wish = std::move(asked);
        } else {
            draw_closed(ui, workshop, pair, row);
        }
        if (touched.hovered || (is_open && row.contains(ui.mouse) && pointer_over(ui, row)))
            hovered = i;
        if (touched.clicked) pressed = i;
    }
    scroll.content_height(top_of(panel.shown) - ui.px(row_gap));
    bool const moved = !(std::exchange(panel.pointer, ui.mouse) == ui.mouse);
    if (moved && hovered != panel.hovered) {
        panel.hovered = hovered;
        panel.hovered_s = ui.now_s;
        ui.keep_drawing(dwell_s + 0.05);
    }
    if (pressed) open_pair(ui, panel, canvas, *pressed);
    return wish;
}

// Shows a pair on the board when the pointer rests on it.
void follow_pointer(Ui& ui, DuplicatesPanel& panel, Canvas& canvas)
{
    if (!panel.hovered || *panel.hovered >= panel.shown || panel.hovered_s < 0) return;
    if (ui.now_s - panel.hovered_s < dwell_s) {
        ui.keep_drawing(0.05);
        return;
    }
    panel.hovered_s = -1; // done
    show_on_board(ui, canvas, panel.pairs()[*panel.hovered]);
}

void draw_threshold(Ui& ui, DuplicatesPanel& panel, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const word = ui.tr("duplicates.threshold");
    auto const percent =
        wording::likeness(*ui.words, static_cast<int>(std::lround(panel.threshold * 100)) * 10);
    auto const said = draw_text_in(ui, row, type::label, c.ink2, word);
    draw_text_in(ui, row, type::label, c.ink, percent, Align::right);
    base::Rect const track{{row.min.x + said + ui.px(14), row.min.y},
                           {row.max.x - ui.px(58), row.max.y}};
    auto const before = panel.threshold;
    slider(ui, "duplicates.threshold", track, word, panel.threshold, thresholds);
    probe_value(ui, "duplicates.threshold", percent);
    if (before != panel.threshold) count_shown(panel);
}

void draw_nothing(Ui& ui, DuplicatesPanel const& panel, base::Rect const& area)
{
    auto const& c = ui.color();
    bool const known = panel.known == DuplicatesPanel::Known::all;
    auto const* key = !known                  ? "duplicates.comparing"
                      : panel.pairs().empty() ? "duplicates.none"
                                              : "duplicates.none_above";
    auto const middle = area.center().x;
    auto y = area.min.y + ui.px(60);
    draw_icon_at(ui, {middle, y}, ui.px(44), c.ink3,
                 known ? icon::done_all : icon::hourglass_empty);
    y += ui.px(40);
    auto const text = ui.words->text(
        key,
        wording::likeness(*ui.words, static_cast<int>(std::lround(panel.threshold * 100)) * 10));
    auto const high = draw_paragraph(ui, {area.min.x + ui.px(20), y}, area.width() - ui.px(40),
                                     type::text, c.ink2, text, 0, Align::centre);
    touch(ui, "duplicates.nothing", {{area.min.x, y}, {area.max.x, y + high}}, text, Enabled::yes,
          Role::area);
}

// « Comparaison faite sur ce poste : aucun texte ne sort. »
base::Rect draw_foot(Ui& ui, base::Rect const& area)
{
    auto const& c = ui.color();
    auto const text = ui.tr("duplicates.local");
    auto const x = area.min.x + ui.px(24 + 36), width = area.max.x - ui.px(24) - x;
    auto const high = paragraph_height(ui, type::text, text, width);
    auto const top = area.max.y - high - 2 * ui.px(20);
    hairline_h(ui, area.min.x, area.max.x, top, c.line);
    draw_icon_at(ui, {area.min.x + ui.px(24 + 12), area.max.y - ui.px(20) - high / 2}, ui.px(22),
                 c.ink2, icon::lock);
    draw_paragraph(ui, {x, top + ui.px(20)}, width, type::text, c.ink2, text);
    touch(ui, "duplicates.local", {{area.min.x, top}, area.max}, text, Enabled::yes, Role::area);
    return {area.min, {area.max.x, top}};
}

} // namespace

std::string count_of(i18n::Catalogue const& words, DuplicatesPanel const& panel)
{
    // The list is truncated: when all of it is shown, there may be more.
    bool const more = panel.shown == panel.pairs().size() &&
                      panel.search.found().size() == analysis::PairSearch::most;
    return wording::pairs(words, panel.shown, more ? wording::Kept::the_first : wording::Kept::all);
}

std::optional<Wish> prepare(Ui& ui, DuplicatesPanel& panel, Canvas& canvas,
                            Workshop const& workshop)
{
    keep_up(ui, panel, canvas, workshop);
    auto wish = hear_keys(ui, panel, canvas, workshop);
    auto const meant =
        panel.hovered && *panel.hovered < panel.shown ? *panel.hovered : panel.chosen_at;
    canvas.pair.reset();
    if (meant < panel.shown) {
        auto const& pair = panel.pairs()[meant];
        canvas.pair = PairShown{pair.a, pair.b, pair.thousandths};
    }
    return wish;
}

std::optional<Wish> draw(Ui& ui, DuplicatesPanel& panel, Canvas& canvas, Workshop const& workshop,
                         base::Rect const& area)
{
    auto const above = draw_foot(ui, area);
    base::Rect const row{{area.min.x + ui.px(24), area.min.y},
                         {area.max.x - ui.px(24), area.min.y + ui.px(32)}};
    draw_threshold(ui, panel, row);
    base::Rect const list{{row.min.x, row.max.y + ui.px(18)}, {row.max.x, above.max.y - ui.px(1)}};
    if (panel.shown == 0) {
        panel.hovered.reset();
        draw_nothing(ui, panel, list);
        return std::nullopt;
    }
    auto wish = draw_list(ui, panel, canvas, workshop, list);
    follow_pointer(ui, panel, canvas);
    return wish;
}

} // namespace ui
