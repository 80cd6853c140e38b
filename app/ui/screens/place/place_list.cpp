#include "base/text.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/paint/cloud_paint.h"
#include "ui/screens/place/place_view.h"

#include <algorithm>
#include <array>

// The matrix as a sortable list.
namespace ui {
namespace {

using By = PlaceView::Sort::By;
using Way = PlaceView::Sort::Way;

struct Line {
    model::CaseId on;
    model::Case text;
    std::optional<analysis::Placed> placed;
    wording::Standing standing;
};

struct ListColumn {
    std::string_view id, key;
    By by;
    // Design pixels from the right edge, for wide and narrow tables; 0: from the left.
    float from_right, from_right_narrow;
};
constexpr float narrow = 1000; // design pixels; below it a table is narrow

constexpr std::array columns{
    ListColumn{"place.sort.number", "place.list.number", By::number, 0, 0},
    ListColumn{"place.sort.title", "place.list.case", By::title, 0, 0},
    ListColumn{"place.sort.opportunity", "place.list.opportunity", By::opportunity, 760, 626},
    ListColumn{"place.sort.risk", "place.list.risk", By::risk, 610, 480},
    ListColumn{"place.sort.quadrant", "place.list.quadrant", By::quadrant, 500, 380},
    ListColumn{"place.sort.agreement", "place.list.estimates", By::agreement, 290, 185}};

bool is_narrow(Ui const& ui, base::Rect const& box) { return box.width() < ui.px(narrow); }

float left_of(Ui const& ui, base::Rect const& box, std::size_t i)
{
    if (i == 0) return box.min.x + ui.px(20);
    if (i == 1) return box.min.x + ui.px(84);
    auto const& column = columns.at(i);
    return box.max.x - ui.px(is_narrow(ui, box) ? column.from_right_narrow : column.from_right);
}

std::vector<Line> lines_of(PlaceView& view, Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    auto const needle = base::fold(view.find);
    std::vector<Line> out;
    auto add = [&](model::CaseId id, std::optional<analysis::Placed> placed) {
        Line one{id, model::get<model::Case>(doc, id), placed,
                 standing_of(view, workshop, {view.axis, id})};
        auto const words =
            std::to_string(one.text.number) + " " + one.text.title + " " + one.text.domain;
        if (base::fold(words).find(needle) == std::string::npos) return;
        if (shows(view.filter, view.room, workshop, view.axis, id)) out.push_back(std::move(one));
    };
    auto const placed = analysis::placements(doc, view.axis);
    for (auto const& one : placed.placed) add(one.on, one);
    for (auto id : placed.unplaced) add(id, std::nullopt);
    return out;
}

// Sort keys; missing values come last in both directions.
std::optional<double> figure_of(Line const& line, By by)
{
    auto of = [&](auto value) { return std::optional<double>(static_cast<double>(value)); };
    switch (by) {
    case By::number: return of(line.text.number);
    case By::opportunity: return line.placed ? of(line.placed->opportunity) : std::nullopt;
    case By::risk: return line.placed ? of(line.placed->risk) : std::nullopt;
    case By::quadrant:
        return line.placed ? of(-static_cast<int>(line.placed->quadrant)) : std::nullopt;
    case By::agreement:
        return line.standing.cloud && line.standing.cloud->shape
                   ? of(static_cast<int>(line.standing.cloud->shape->agreement()))
                   : std::nullopt;
    case By::title: break;
    }
    return std::nullopt;
}

void put_in_order(std::vector<Line>& lines, PlaceView::Sort const& sort)
{
    bool const up = sort.way == Way::up;
    std::ranges::stable_sort(lines, {}, [](Line const& line) { return line.text.number; });
    if (sort.by == By::title) {
        std::ranges::stable_sort(lines, [&](Line const& a, Line const& b) {
            auto const one = base::fold(a.text.title), other = base::fold(b.text.title);
            return up ? one < other : other < one;
        });
        return;
    }
    std::ranges::stable_sort(lines, [&](Line const& a, Line const& b) {
        auto const one = figure_of(a, sort.by), other = figure_of(b, sort.by);
        if (one.has_value() != other.has_value()) return one.has_value();
        if (!one) return false;
        return up ? *one < *other : *other < *one;
    });
}

void draw_heads(Ui& ui, PlaceView& view, base::Rect const& box, float row)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& column = columns.at(i);
        bool const on = view.sort.by == column.by;
        float const left = left_of(ui, box, i);
        float const right =
            i + 1 < columns.size() ? left_of(ui, box, i + 1) - ui.px(12) : box.max.x - ui.px(12);
        base::Rect const head{{left - ui.px(6), box.min.y}, {right, box.min.y + row}};
        auto const word = ui.tr(column.key);
        auto const press = touch(ui, std::string(column.id), head, word);
        probe_value(ui, column.id, on ? (view.sort.way == Way::up ? "up" : "down") : "");
        auto const color = column.by == By::opportunity ? ui.color().opp
                           : column.by == By::risk      ? ui.color().risk
                                                        : ui.color().ink2;
        float const wide =
            draw_text_in(ui, {{left, box.min.y}, {right - ui.px(20), head.max.y}},
                         is_narrow(ui, box) ? type::legend : type::strong, color, word);
        if (on || press.hovered) {
            float const x = left + wide + ui.px(14), y = head.center().y, r = ui.px(5);
            bool const up = on && view.sort.way == Way::up;
            auto const ink = on ? ui.color().ink : ui.color().line2;
            triangle(ui, {x - r, y + (up ? r : -r)}, {x + r, y + (up ? r : -r)},
                     {x, y + (up ? -r : r)}, ink);
        }
        if (press.focused) focus_ring(ui, head, ui.px(8));
        if (!press.clicked) continue;
        bool const words = column.by == By::number || column.by == By::title;
        auto const first = words ? Way::up : Way::down;
        auto const other = first == Way::up ? Way::down : Way::up;
        view.sort = {column.by, on && view.sort.way == first ? other : first};
    }
}

void draw_line(Ui& ui, PlaceView const& view, model::Axis const& axis, Line const& line,
               base::Rect const& line_box, base::Rect const& table, Touch const& press)
{
    auto const number = std::to_string(line.text.number);
    bool const on = view.selected == line.on;
    if (press.hovered || on) fill(ui, line_box, 0, on ? ui.color().atint : ui.color().sunken);
    if (press.focused) focus_ring(ui, line_box, ui.px(6));
    float const middle = line_box.center().y;
    draw_case_mark(ui, {left_of(ui, table, 0) + ui.px(20), middle},
                   {.number = number, .diameter = 34});
    auto cell = [&](std::size_t i, std::string const& said, board::Color color) {
        float const right = i + 1 < columns.size() ? left_of(ui, table, i + 1) : line_box.max.x;
        draw_text_in(ui,
                     {{left_of(ui, table, i), line_box.min.y}, {right - ui.px(16), line_box.max.y}},
                     type::body, color, said);
    };
    base::Rect const title{{left_of(ui, table, 1), line_box.min.y},
                           {left_of(ui, table, 2) - ui.px(16), line_box.max.y}};
    draw_listed(ui, title, type::body, ui.color().ink, line.text.title);
    if (line.placed) {
        cell(2, ui.words->decimal(line.placed->opportunity / 100.0, 1), ui.color().ink);
        cell(3, ui.words->decimal(line.placed->risk / 100.0, 1), ui.color().ink);
        draw_decision(ui, {left_of(ui, table, 4), middle}, outcome_of(line.placed->quadrant),
                      wording::quadrant(*ui.words, axis, line.placed->quadrant), 36);
    } else {
        cell(4, ui.tr("place.unplaced"), ui.color().ink3);
    }
    auto const* cloud = line.standing.cloud;
    if (!cloud) return;
    float x = left_of(ui, table, 5);
    if (!cloud->shape || !is_narrow(ui, table)) {
        auto const people = ui.words->text("cloud.n", cloud->placed);
        float const wide = draw_text_in(ui, {{x, line_box.min.y}, {line_box.max.x, line_box.max.y}},
                                        type::legend, ui.color().ink2, people);
        x += std::max(wide, ui.px(66)) + ui.px(10);
    }
    if (!cloud->shape) return;
    base::Vec2 const sign{x, middle};
    if (line.standing.contradicted())
        draw_contradicted(ui, sign);
    else
        draw_agreement(ui, sign, cloud->shape->agreement());
}

} // namespace

std::optional<Wish> draw_place_list(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area)
{
    auto const axis = model::get<model::Axis>(workshop.doc(), view.axis);
    float const find = area.max.x - ui.px(is_narrow(ui, area) ? 304 : 384);
    draw_prompt(ui, {area.min, {find, area.max.y}}, axis.title, ui.tr("place.list.line"));
    (void)text_field(
        ui, "place.find",
        {{find, area.min.y + ui.px(44)}, {area.max.x - ui.px(24), area.min.y + ui.px(92)}},
        ui.tr("place.find"), view.find,
        {.hint = ui.tr("place.find"), .icon = icon::search, .after = FieldLook::After::stays});
    base::Rect const box{{area.min.x + ui.px(24), area.min.y + ui.px(112)},
                         {area.max.x - ui.px(24), area.max.y - ui.px(24)}};
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e1});
    float const row = ui.px(48);
    draw_heads(ui, view, box, row);
    hairline_h(ui, box.min.x, box.max.x, box.min.y + row, ui.color().line);
    ScrollArea scroll(ui, "place.list", {{box.min.x, box.min.y + row + 1}, box.max}, view.table);
    float y = scroll.top();
    auto lines = lines_of(view, workshop);
    put_in_order(lines, view.sort);
    for (auto const& line : lines) {
        base::Rect const line_box{{box.min.x, y}, {box.max.x, y + row}};
        auto const press = touch(ui, "place.list." + std::to_string(line.text.number), line_box,
                                 wording::line(*ui.words, axis, line.text, line.standing));
        if (view.sought == line.on) scroll.show(line_box.min.y, line_box.max.y), view.sought = {};
        if (press.clicked) view.selected = line.on;
        draw_line(ui, view, axis, line, line_box, box, press);
        hairline_h(ui, box.min.x + ui.px(20), box.max.x - ui.px(20), y + row, ui.color().line);
        y += row;
    }
    if (lines.empty())
        draw_text_in(ui, {{left_of(ui, box, 1), y}, {box.max.x, y + row}}, type::body,
                     ui.color().ink2, ui.tr("place.find.none"));
    scroll.content_height(y - scroll.top());
    return std::nullopt;
}

} // namespace ui
