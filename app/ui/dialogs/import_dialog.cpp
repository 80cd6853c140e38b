#include "ui/dialogs/import_dialog.h"

#include "base/text.h"
#include "i18n/errors.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ui {
namespace {

using exchange::Field;

constexpr float row_height = 58, column_height = 66, columns_width = 400; // design pixels
constexpr std::size_t sample_most = 60;                                   // characters

constexpr std::array<char const*, exchange::field_count> field_keys{"import.field.none",
                                                                    "sheet.case_title",
                                                                    "import.field.short_title",
                                                                    "sheet.need",
                                                                    "sheet.description",
                                                                    "sheet.domain",
                                                                    "sheet.proposer",
                                                                    "sheet.personal_data",
                                                                    "import.field.ai_act",
                                                                    "sheet.source",
                                                                    "sheet.cost",
                                                                    "sheet.notes",
                                                                    "import.field.identifier"};
constexpr std::array<char const*, exchange::field_count> field_ids{
    "field.none",   "field.title",    "field.short_title",   "field.need",   "field.description",
    "field.domain", "field.proposer", "field.personal_data", "field.ai_act", "field.source",
    "field.cost",   "field.notes",    "field.identifier"};

char const* key_of(Field field) { return field_keys.at(static_cast<std::size_t>(field)); }

std::string one_line(std::string_view text)
{
    auto line = base::truncated(base::trimmed(text), sample_most);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

// What is in a column, by the first row that says something there.
std::string sample_of(exchange::Table const& table, std::size_t column)
{
    for (auto const& row : table.rows)
        if (column < row.cells.size())
            if (auto said = one_line(row.cells[column]); !said.empty()) return said;
    return {};
}

void draw_box(Ui& ui, base::Vec2 middle, bool on)
{
    auto const& c = ui.color();
    auto const half = ui.px(12);
    base::Rect const box{middle - base::Vec2{half, half}, middle + base::Vec2{half, half}};
    fill(ui, box, ui.px(7), on ? c.accent : c.card);
    if (!on) outline(ui, box, ui.px(7), c.edge, ui.snap(2));
    if (on) draw_icon_at(ui, middle, ui.px(20), c.onaccent, icon::check);
}

std::string column_name(Ui const& ui, ImportDialog const& dialog, std::size_t i)
{
    auto const& name = dialog.columns[i].name;
    return name.empty() ? ui.words->text("import.column", i + 1) : one_line(name);
}

// One column of the source: its name, what is in it, and the meaning to choose.
void draw_column(Ui& ui, ImportDialog& dialog, std::size_t i, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const field = dialog.columns[i].field;
    auto const wide = ui.px(172);
    base::Rect const words{row.min, {row.max.x - wide - ui.px(12), row.max.y}};
    auto const middle = std::round(row.center().y);
    draw_text_in(ui, {{words.min.x, middle - ui.px(24)}, {words.max.x, middle}}, type::label,
                 field == Field::none ? c.ink2 : c.ink, column_name(ui, dialog, i));
    draw_text_in(ui, {{words.min.x, middle}, {words.max.x, middle + ui.px(22)}}, type::meta, c.ink3,
                 sample_of(dialog.reading->table, i));
    base::Rect const pick{{row.max.x - wide, middle - ui.px(21)}, {row.max.x, middle + ui.px(21)}};
    auto const id = "import.column." + std::to_string(i + 1);
    auto const shown = ui.tr(key_of(field));
    auto const touched = touch(ui, id, pick, shown);
    probe_value(ui, id, shown);
    bool const taken = field != Field::none;
    auto const ground = taken ? c.atint : c.card;
    fill(ui, pick, ui.px(11), touched.hovered ? board::mixed(ground, c.ink, 0.04F) : ground);
    outline(ui, pick, ui.px(11), taken ? c.aline : c.line2, ui.snap(1.5F));
    draw_text_in(ui, {{pick.min.x + ui.px(12), pick.min.y}, {pick.max.x - ui.px(30), pick.max.y}},
                 type::legend, taken ? c.accent : c.ink2, shown);
    draw_icon_at(ui, {pick.max.x - ui.px(18), middle}, ui.px(20), taken ? c.accent : c.ink2,
                 icon::expand_more);
    if (touched.focused) focus_ring(ui, pick, ui.px(11));
    if (touched.clicked) dialog.choosing = i, dialog.choosing_at = pick;
}

void draw_columns(Ui& ui, ImportDialog& dialog, base::Rect area)
{
    bool names = !dialog.reading->table.header.empty();
    auto const height = ui.px(44);
    if (toggle_row(ui, "import.header", {area.min, {area.max.x, area.min.y + height}},
                   ui.tr("import.header"), names))
        dialog.read_again(names ? exchange::HeaderRow::first : exchange::HeaderRow::none);
    area.min.y += height + ui.px(10);
    hairline_h(ui, area.min.x, area.max.x, area.min.y, ui.color().line);
    area.max.x += ui.px(12); // the bar lies beside
    ScrollArea scroll(ui, "import.columns", area, dialog.columns_scroll);
    auto const high = ui.px(column_height);
    float y = scroll.top();
    for (std::size_t i = 0; i < dialog.columns.size(); ++i, y += high) {
        if (y > area.max.y + high || y + high < area.min.y - high) continue;
        draw_column(ui, dialog, i, {{area.min.x, y}, {area.max.x - ui.px(12), y + high}});
    }
    scroll.content_height(y - scroll.top());
}

void draw_choices(Ui& ui, ImportDialog& dialog)
{
    if (!dialog.choosing) return;
    auto const now = dialog.columns[*dialog.choosing].field;
    std::array<std::string, exchange::field_count> words;
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < words.size(); ++i) {
        words.at(i) = ui.tr(field_keys.at(i));
        bool const chosen = static_cast<std::size_t>(now) == i;
        items.push_back({field_ids.at(i),
                         words.at(i),
                         0,
                         {},
                         Enabled::yes,
                         chosen ? MenuItem::Kind::chosen : MenuItem::Kind::action});
    }
    auto const answer = menu(ui, "import.field", dialog.choosing_at, items, Align::right);
    for (std::size_t i = 0; i < field_ids.size(); ++i)
        if (answer.id == field_ids.at(i)) dialog.mean(*dialog.choosing, static_cast<Field>(i));
    if (answer.closed) dialog.choosing.reset();
}

// What a row would say besides its title.
std::string rest_of(model::Case const& text)
{
    std::string said = text.domain;
    for (auto const* more : {&text.need, &text.description})
        if (!more->empty()) said += (said.empty() ? "" : " · ") + *more;
    return one_line(said);
}

float draw_mark(Ui& ui, base::Rect const& row, unsigned sign, std::string const& text)
{
    auto const wide = text_width(ui, type::legend, text) + ui.px(44), high = ui.px(32);
    base::Rect const pill{{row.max.x - wide, row.center().y - high / 2},
                          {row.max.x, row.center().y + high / 2}};
    fill(ui, pill, high / 2, ui.color().warntint);
    draw_icon_at(ui, {pill.min.x + ui.px(18), pill.center().y}, ui.px(19), ui.color().warn, sign);
    draw_text_in(ui, {{pill.min.x + ui.px(32), pill.min.y}, pill.max}, type::legend,
                 ui.color().warn, text);
    return wide + ui.px(12);
}

std::string row_id(std::size_t line) { return "import.row." + std::to_string(line); }

void draw_row(Ui& ui, ImportDialog& dialog, std::size_t i, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const& plan = dialog.plan;
    auto const& text = plan.command.cases[i].text;
    auto const id = row_id(plan.lines[i]);
    auto const touched = touch(ui, id, row, text.title);
    bool const on = dialog.ticked(i);
    probe_on(ui, id, on ? On::yes : On::no);
    if (touched.hovered) fill(ui, row, ui.px(10), board::faded(c.ink, 0.04F));
    auto const inner =
        base::Rect{{row.min.x + ui.px(12), row.min.y}, {row.max.x - ui.px(12), row.max.y}};
    draw_box(ui, {inner.min.x + ui.px(12), row.center().y}, on);
    auto right = inner.max.x;
    if (dialog.again.contains(plan.command.cases[i].id))
        right -= draw_mark(ui, inner, icon::content_copy, ui.tr("import.preview.seen"));
    else if (dialog.likely[i] != 0)
        right -= draw_mark(ui, inner, icon::call_merge,
                           ui.words->text("import.preview.near", dialog.likely[i]));
    auto const x = inner.min.x + ui.px(40), middle = std::round(row.center().y);
    auto const rest = rest_of(text);
    auto const title_top = middle - (rest.empty() ? ui.px(12) : ui.px(23));
    draw_text_in(ui, {{x, title_top}, {right, title_top + ui.px(24)}}, type::label,
                 on ? c.ink : c.ink3, text.title);
    draw_text_in(ui, {{x, middle + ui.px(1)}, {right, middle + ui.px(23)}}, type::meta,
                 on ? c.ink2 : c.ink3, rest);
    hairline_h(ui, inner.min.x, inner.max.x, row.max.y - 1, c.line);
    if (touched.focused) focus_ring(ui, base::grown(row, -ui.px(5)), ui.px(8));
    if (!touched.clicked) return;
    auto const line = dialog.at_line = plan.lines[i];
    if (!dialog.flipped.erase(line)) dialog.flipped.insert(line);
}

float draw_left_out(Ui& ui, exchange::ImportPlan const& plan, base::Rect const& list, float y)
{
    auto const top = y, row = ui.px(40);
    for (auto const& error : plan.left_out) {
        if (y + row > list.min.y && y < list.max.y) {
            auto const said = ui.words->text(
                "import.row_left", ui.words->number(static_cast<std::int64_t>(error.line)),
                i18n::sentence(*ui.words, {error.code, error.where, error.detail, 0}));
            draw_icon_at(ui, {list.min.x + ui.px(24), y + row / 2}, ui.px(20), ui.color().warn,
                         icon::warning_amber);
            draw_text_in(ui, {{list.min.x + ui.px(46), y}, {list.max.x, y + row}}, type::legend,
                         ui.color().warn, said);
        }
        y += row;
    }
    return y - top;
}

// The arrows walk the rows, in sight or not, from the last that was touched.
void walk_rows(Ui& ui, ImportDialog& dialog, base::Rect const& list)
{
    auto const& lines = dialog.plan.lines;
    int const by = shortcut(ui, ImGuiKey_DownArrow, Repeat::yes) ? 1
                   : shortcut(ui, ImGuiKey_UpArrow, Repeat::yes) ? -1
                                                                 : 0;
    if (by == 0 || lines.empty()) return;
    auto const last = static_cast<std::ptrdiff_t>(lines.size()) - 1;
    auto const now = std::find(lines.begin(), lines.end(), dialog.at_line);
    auto const to = now == lines.end()
                        ? (by > 0 ? 0 : last)
                        : std::clamp<std::ptrdiff_t>(now - lines.begin() + by, 0, last);
    auto const high = ui.px(row_height), top = static_cast<float>(to) * high;
    auto& offset = dialog.rows_scroll.offset;
    offset = std::clamp(offset, top + high - list.height(), top);
    dialog.at_line = lines[static_cast<std::size_t>(to)];
    focus(ui, row_id(dialog.at_line));
}

void draw_rows(Ui& ui, ImportDialog& dialog, base::Rect const& area)
{
    auto list = area;
    list.max.x += ui.px(14);
    walk_rows(ui, dialog, list);
    ScrollArea scroll(ui, "import.list", list, dialog.rows_scroll);
    auto const high = ui.px(row_height), top = scroll.top();
    auto const count = dialog.plan.command.cases.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto const y = top + static_cast<float>(i) * high;
        if (y > list.max.y + high || y + high < list.min.y - high) continue;
        draw_row(ui, dialog, i, {{area.min.x, y}, {area.max.x, y + high}});
    }
    auto const end = top + static_cast<float>(count) * high;
    scroll.content_height(end - top + draw_left_out(ui, dialog.plan, area, end));
}

// Nothing can be added while no column is the title.
void ask_for_title(Ui& ui, base::Rect const& area)
{
    base::Vec2 const at{area.min.x + ui.px(12), area.min.y + ui.px(20)};
    draw_icon(ui, at, ui.px(24), ui.color().warn, icon::help_outline);
    draw_paragraph(ui, at + base::Vec2{ui.px(36), 0}, area.width() - ui.px(60), type::label,
                   ui.color().ink, ui.tr("import.no_title"));
    touch(ui, "import.no_title", {at, {area.max.x, at.y + ui.px(60)}}, ui.tr("import.no_title"),
          Enabled::yes, Role::area);
}

// Every title that is there already, left or taken in one go.
void draw_skip(Ui& ui, ImportDialog& dialog, base::Rect& area)
{
    auto const& plan = dialog.plan;
    if (plan.duplicates.empty()) return;
    std::vector<std::size_t> lines;
    bool skipped = true;
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        if (!dialog.again.contains(plan.command.cases[i].id)) continue;
        lines.push_back(plan.lines[i]);
        skipped = skipped && !dialog.ticked(i);
    }
    auto const said =
        ui.trn("import.preview.skip", static_cast<std::int64_t>(plan.duplicates.size()));
    base::Rect const row{{area.min.x + ui.px(12), area.min.y},
                         {area.max.x - ui.px(12), area.min.y + ui.px(44)}};
    if (toggle_row(ui, "import.skip", row, said, skipped))
        for (auto line : lines) {
            if (skipped)
                dialog.flipped.erase(line);
            else
                dialog.flipped.insert(line);
        }
    area.min.y += ui.px(52);
}

} // namespace

void ImportDialog::show(std::string what, exchange::Reading read, model::Document const& doc,
                        exchange::MintCase how)
{
    *this = {};
    bytes = std::move(what);
    reading = std::move(read);
    there = doc;
    mint = std::move(how);
    words_.learn(there);
    words_.read(there, std::numeric_limits<std::size_t>::max());
    columns = exchange::columns_of(reading->table);
    plan_again();
}

void ImportDialog::read_again(exchange::HeaderRow header)
{
    auto options = reading->options;
    options.header = header;
    auto again_read = exchange::read_import(bytes, reading->source, options);
    if (!again_read) return; // there is but one row: it stays what it is
    reading = std::move(*again_read);
    auto const meant = std::move(columns);
    columns = exchange::columns_of(reading->table);
    // Names that say nothing leave each column what it was said to mean.
    if (!exchange::has_title(columns))
        for (std::size_t i = 0; i < std::min(meant.size(), columns.size()); ++i)
            columns[i].field = meant[i].field;
    flipped.clear();
    plan_again();
}

void ImportDialog::mean(std::size_t column, exchange::Field field)
{
    for (auto& other : columns)
        if (other.field == field) other.field = Field::none;
    columns[column].field = field;
    columns[column].why = exchange::Why::chosen;
    flipped.clear();
    plan_again();
}

void ImportDialog::plan_again()
{
    plan = exchange::plan_import(*reading, columns, there, mint);
    again = {plan.duplicates.begin(), plan.duplicates.end()};
    likely.assign(plan.command.cases.size(), 0);
    for (std::size_t i = 0; i < likely.size(); ++i)
        if (auto const near_case = words_.nearest(there, plan.command.cases[i].text.title))
            likely[i] = model::get<model::Case>(there, *near_case).number;
}

bool ImportDialog::ticked(std::size_t at) const
{
    bool const first = !again.contains(plan.command.cases[at].id);
    return flipped.contains(plan.lines[at]) ? !first : first;
}

edit::AddCases ImportDialog::chosen() const
{
    edit::AddCases add;
    for (std::size_t i = 0; i < plan.command.cases.size(); ++i)
        if (ticked(i)) add.cases.push_back(plan.command.cases[i]);
    return add;
}

std::optional<Wish> draw(Ui& ui, ImportDialog& dialog)
{
    if (!dialog.reading) return std::nullopt;
    auto const source = dialog.plan.source;
    Dialog const window(ui, "import", {ui.px(1280), ui.px(880)},
                        source.empty() ? ui.tr("import.preview.pasted") : source);
    auto const& body = window.body();
    auto const found = static_cast<std::int64_t>(dialog.plan.command.cases.size());
    draw_text(ui, body.min, type::h3, ui.color().ink, ui.trn("import.preview.found", found));
    draw_text_in(ui, {{body.max.x - ui.px(300), body.min.y}, {body.max.x, body.min.y + ui.px(28)}},
                 type::meta, ui.color().ink3, dialog.plan.encoding, Align::right);
    auto const top = body.min.y + ui.px(40), split = body.min.x + ui.px(columns_width);
    draw_columns(ui, dialog, {{body.min.x, top}, {split, body.max.y}});
    hairline_v(ui, split + ui.px(20), top, body.max.y, ui.color().line);
    base::Rect right{{split + ui.px(28), top}, body.max};
    right.max.x -= ui.px(4);
    draw_skip(ui, dialog, right);
    if (exchange::has_title(dialog.columns))
        draw_rows(ui, dialog, right);
    else
        ask_for_title(ui, right);

    auto adds = dialog.chosen();
    auto const& foot = window.footer();
    auto const some = enabled_if(!adds.cases.empty());
    auto const no = ui.tr("import.preview.cancel");
    auto const word = ui.trn("import.preview.add", static_cast<std::int64_t>(adds.cases.size()));
    auto const width = button_width(ui, word, {.rank = Rank::primary}),
               other = button_width(ui, no);
    auto const edge = foot.max.x - width;
    bool const cancelled =
        button(ui, "import.cancel",
               {{edge - ui.px(12) - other, foot.min.y}, {edge - ui.px(12), foot.max.y}}, no);
    bool yes = button(ui, "import.add", {{edge, foot.min.y}, foot.max}, word,
                      {.rank = Rank::primary}, some);
    yes |= confirmed(ui, some);
    draw_choices(ui, dialog);
    if (yes) return edit::Command{std::move(adds)}; // closed once they are in
    if (cancelled || window.dismissed()) dialog = {};
    return std::nullopt;
}

} // namespace ui
