#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "i18n/errors.h"
#include "ui/dialogs/import/import_parts.h"
#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

// The rows of the table, with check boxes.
namespace ui {
namespace {

constexpr float case_row_height = 58; // design pixels

void draw_box(Ui& ui, base::Vec2 middle, bool on)
{
    auto const& c = ui.color();
    auto const half = ui.px(12);
    base::Rect const box{middle - base::Vec2{half, half}, middle + base::Vec2{half, half}};
    fill(ui, box, ui.px(7), on ? c.accent : c.card);
    if (!on) outline(ui, box, ui.px(7), c.edge, ui.snap(2));
    if (on) draw_icon_at(ui, middle, ui.px(20), c.onaccent, icon::check);
}

// The other fields of a row.
std::string rest_of(model::Case const& text)
{
    std::string said = text.domain;
    for (auto const* more : {&text.need, &text.description})
        if (!more->empty()) said += (said.empty() ? "" : " · ") + *more;
    return import_line(said);
}

int number_of(ImportDialog const& dialog, exchange::Known const& known)
{
    return model::get<model::Case>(dialog.there, known.id).number;
}

// "Domaine : était « Eau », devient « Ville »": a changed field.
std::string said_of(Ui const& ui, exchange::Difference const& one)
{
    return ui.words->text("import.preview.changed", ui.tr(field_key(one.field)),
                          import_line(one.before), import_line(one.after));
}
std::string change_of(Ui const& ui, exchange::Known const& known)
{
    auto said = said_of(ui, known.changed.front());
    if (auto const more = known.changed.size() - 1; more > 0)
        said += ui.trn("import.preview.changed.more", static_cast<std::int64_t>(more));
    return said;
}
std::string changes_of(Ui const& ui, exchange::Known const& known)
{
    std::string said;
    for (auto const& one : known.changed) said += (said.empty() ? "" : "\n") + said_of(ui, one);
    return said;
}

// A row with a new case.
float draw_new(Ui& ui, base::Rect const& row)
{
    auto const text = ui.tr("import.preview.new");
    auto const wide = text_width(ui, type::legend, text) + ui.px(24), high = ui.px(30);
    base::Rect const pill{{row.max.x - wide, row.center().y - high / 2},
                          {row.max.x, row.center().y + high / 2}};
    fill(ui, pill, high / 2, ui.color().atint);
    draw_text_in(ui, pill, type::legend, ui.color().accent, text, Align::centre);
    return wide + ui.px(12);
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
    auto const known = plan.known.find(plan.command.cases[i].id);
    auto const* changed = dialog.changed(i);
    if (known != plan.known.end())
        right -=
            draw_mark(ui, inner, changed ? icon::compare_arrows : icon::content_copy,
                      ui.words->text("import.preview.known", number_of(dialog, known->second)));
    else if (dialog.again.contains(plan.command.cases[i].id))
        right -= draw_mark(ui, inner, icon::content_copy, ui.tr("import.preview.seen"));
    else if (dialog.likely[i] != 0)
        right -= draw_mark(ui, inner, icon::call_merge,
                           ui.words->text("import.preview.near", dialog.likely[i]));
    else if (on)
        right -= draw_new(ui, inner);
    auto const x = inner.min.x + ui.px(40), middle = std::round(row.center().y);
    auto const rest = changed ? change_of(ui, *changed) : rest_of(text);
    auto const title_top = middle - (rest.empty() ? ui.px(12) : ui.px(23));
    draw_text_in(ui, {{x, title_top}, {right, title_top + ui.px(24)}}, type::label,
                 on ? c.ink : c.ink3, text.title);
    draw_text_in(ui, {{x, middle + ui.px(1)}, {right, middle + ui.px(23)}}, type::meta,
                 on ? c.ink2 : c.ink3, rest);
    hairline_h(ui, inner.min.x, inner.max.x, row.max.y - 1, c.line);
    if (touched.focused) focus_ring(ui, base::grown(row, -ui.px(5)), ui.px(8));
    if (changed && touched.hovered) tooltip(ui, row, changes_of(ui, *changed));
    if (!touched.clicked) return;
    auto const line = dialog.at_line = plan.lines[i];
    if (!dialog.flipped.erase(line)) dialog.flipped.insert(line);
}

// The fields of a row without title.
std::string rest_of_line(ImportDialog const& dialog, std::size_t line)
{
    auto const& rows = dialog.reading->table.rows;
    auto const row = std::ranges::find(rows, line, &exchange::Row::line);
    if (row == rows.end()) return {};
    std::string said;
    for (std::size_t i = 0; i < std::min(row->cells.size(), dialog.columns.size()); ++i) {
        bool const hidden = dialog.columns[i].why == exchange::Why::people;
        if (!hidden && exchange::shows(row->cells[i]))
            said += (said.empty() ? "" : " · ") + row->cells[i];
    }
    return import_line(said);
}

std::string name_of_title(ImportDialog const& dialog)
{
    for (auto const& column : dialog.columns)
        if (column.field == exchange::Field::title) return import_line(column.name);
    return {};
}

// A row without title, with a button to add one.
void draw_untitled(Ui& ui, ImportDialog& dialog, std::size_t line, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const inner =
        base::Rect{{row.min.x + ui.px(12), row.min.y}, {row.max.x - ui.px(12), row.max.y}};
    auto const middle = std::round(row.center().y);
    auto const x = inner.min.x + ui.px(40);
    draw_icon_at(ui, {inner.min.x + ui.px(12), middle}, ui.px(20), c.ink3, icon::remove);
    auto const word = ui.tr("import.give_title");
    auto const number = std::to_string(line);
    if (dialog.naming == line) {
        FieldLook const look{.hint = word, .most_bytes = 1000};
        auto const edit = text_field(ui, "import.name",
                                     {{x, middle - ui.px(24)}, {inner.max.x, middle + ui.px(24)}},
                                     word, dialog.given_name, look);
        bool const done = edit == Edit::submitted || edit == Edit::left;
        if (done && exchange::shows(dialog.given_name)) dialog.give_title(line, dialog.given_name);
        if (done || edit == Edit::cancelled) dialog.naming = 0;
        return;
    }
    auto const wide = button_width(ui, word, {}, 44);
    auto const right = inner.max.x - wide;
    auto const shown = ui.words->number(static_cast<std::int64_t>(line));
    auto const title = name_of_title(dialog);
    draw_text_in(ui, {{x, middle - ui.px(23)}, {right - ui.px(12), middle + ui.px(1)}}, type::label,
                 c.ink,
                 title.empty() ? ui.words->text("import.untitled", shown)
                               : ui.words->text("import.untitled.column", shown, title));
    draw_text_in(ui, {{x, middle + ui.px(1)}, {right - ui.px(12), middle + ui.px(23)}}, type::meta,
                 c.ink2, ui.words->text("import.untitled.rest", rest_of_line(dialog, line)));
    hairline_h(ui, inner.min.x, inner.max.x, row.max.y - 1, c.line);
    if (!button(ui, "import.give." + number,
                {{right, middle - ui.px(22)}, {inner.max.x, middle + ui.px(22)}}, word))
        return;
    dialog.naming = line;
    dialog.given_name.clear();
    focus(ui, "import.name");
}

// Why a row is left out: above the header, too many cells, archived…
std::string said_of_left(Ui const& ui, base::Error const& error)
{
    return ui.words->text("import.row_left",
                          ui.words->number(static_cast<std::int64_t>(error.line)),
                          i18n::sentence(*ui.words, {error.code, error.where, error.detail, 0}));
}

void draw_told_row(Ui& ui, std::string const& said, base::Rect const& row)
{
    draw_icon_at(ui, {row.min.x + ui.px(24), row.center().y}, ui.px(20), ui.color().warn,
                 icon::warning_amber);
    draw_text_in(ui, {{row.min.x + ui.px(52), row.min.y}, {row.max.x - ui.px(12), row.max.y}},
                 type::legend, ui.color().warn, said);
}

bool is_untitled(base::Error const& error) { return error.where == "import.no_title"; }

// The indices, in the plan, of the shown cases.
std::vector<std::size_t> shown_of(ImportDialog const& dialog)
{
    std::vector<std::size_t> out;
    using Rows = ImportDialog::Rows;
    for (std::size_t i = 0; i < dialog.plan.command.cases.size(); ++i) {
        bool const changed = dialog.changed(i) != nullptr;
        bool const fresh = !dialog.plan.known.contains(dialog.plan.command.cases[i].id);
        bool const in = dialog.rows == Rows::all || (dialog.rows == Rows::changed && changed) ||
                        (dialog.rows == Rows::fresh && fresh);
        if (in) out.push_back(i);
    }
    // Changed cases come first.
    std::stable_partition(out.begin(), out.end(),
                          [&](std::size_t i) { return dialog.changed(i) != nullptr; });
    return out;
}

// Arrow keys move from the last used row, visible or not.
void walk_rows(Ui& ui, ImportDialog& dialog, std::vector<std::size_t> const& shown,
               base::Rect const& list)
{
    std::vector<std::size_t> lines;
    for (auto i : shown) lines.push_back(dialog.plan.lines[i]);
    int const by = shortcut(ui, ImGuiKey_DownArrow, Repeat::yes) ? 1
                   : shortcut(ui, ImGuiKey_UpArrow, Repeat::yes) ? -1
                                                                 : 0;
    if (by == 0 || lines.empty()) return;
    auto const last = static_cast<std::ptrdiff_t>(lines.size()) - 1;
    auto const now = std::find(lines.begin(), lines.end(), dialog.at_line);
    auto const to = now == lines.end()
                        ? (by > 0 ? 0 : last)
                        : std::clamp<std::ptrdiff_t>(now - lines.begin() + by, 0, last);
    // Rows without title come after changed cases.
    auto before = static_cast<std::size_t>(to);
    if (dialog.rows == ImportDialog::Rows::all && !dialog.changed(shown[before]))
        before +=
            static_cast<std::size_t>(std::ranges::count_if(dialog.plan.left_out, is_untitled));
    auto const high = ui.px(case_row_height), top = static_cast<float>(before) * high;
    auto& offset = dialog.rows_scroll.offset;
    offset = std::clamp(offset, top + high - list.height(), top);
    dialog.at_line = lines[static_cast<std::size_t>(to)];
    focus(ui, row_id(dialog.at_line));
}

void draw_list(Ui& ui, ImportDialog& dialog, base::Rect const& area)
{
    auto list = area;
    list.max.x += ui.px(14);
    auto const shown = shown_of(dialog);
    walk_rows(ui, dialog, shown, list);
    ScrollArea scroll(ui, "import.list", list, dialog.rows_scroll);
    auto const top = scroll.top();
    auto y = top;
    auto const next = [&](float high, auto const& draw) {
        if (y < list.max.y + high && y + high > list.min.y - high)
            draw(base::Rect{{area.min.x, y}, {area.max.x, y + high}});
        y += high;
    };
    using Rows = ImportDialog::Rows;
    bool const left = dialog.rows == Rows::all || dialog.rows == Rows::left;
    auto const changed =
        std::ranges::count_if(shown, [&](std::size_t i) { return dialog.changed(i) != nullptr; });
    auto const high = ui.px(case_row_height);
    auto const row = [&](std::size_t i) {
        next(high, [&](base::Rect const& box) { draw_row(ui, dialog, i, box); });
    };
    for (auto i : std::span(shown).first(static_cast<std::size_t>(changed))) row(i);
    auto const out = dialog.plan.left_out; // a copy: adding a title rebuilds the plan
    for (auto const& error : out)
        if (left && is_untitled(error))
            next(high, [&](base::Rect const& box) { draw_untitled(ui, dialog, error.line, box); });
    if (dialog.plan.left_out.size() == out.size())
        for (auto i : std::span(shown).subspan(static_cast<std::size_t>(changed))) row(i);
    auto const told = [&](std::string const& said) {
        next(ui.px(40), [&](base::Rect const& box) { draw_told_row(ui, said, box); });
    };
    for (auto const& error : dialog.plan.cut)
        if (left) told(i18n::sentence(*ui.words, error));
    for (auto const& error : out)
        if (left && !is_untitled(error)) told(said_of_left(ui, error));
    scroll.content_height(y - top);
}

// The filter with counts: all, new, changed, left out.
void draw_filter(Ui& ui, ImportDialog& dialog, base::Rect& area)
{
    auto const& plan = dialog.plan;
    std::size_t changed = 0;
    for (std::size_t i = 0; i < plan.command.cases.size(); ++i)
        changed += dialog.changed(i) ? 1 : 0;
    auto const said = [&](char const* key, std::size_t n) {
        return ui.words->text(key, ui.words->number(static_cast<std::int64_t>(n)));
    };
    std::array const words{
        said("import.rows.all", plan.command.cases.size() + plan.left_out.size()),
        said("import.rows.fresh", plan.command.cases.size() - plan.known.size()),
        said("import.rows.changed", changed), said("import.rows.left", plan.left_out.size())};
    std::array<std::string_view, 4> labels;
    for (std::size_t i = 0; i < labels.size(); ++i) labels.at(i) = words.at(i);
    auto chosen = static_cast<std::size_t>(dialog.rows);
    if (segmented(ui, "import.rows", {area.min, {area.max.x, area.min.y + ui.px(44)}}, labels,
                  chosen)) {
        dialog.rows = static_cast<ImportDialog::Rows>(chosen);
        dialog.rows_scroll = {};
    }
    area.min.y += ui.px(54);
}

// Shown while no column is the title.
void ask_for_title(Ui& ui, base::Rect const& area)
{
    base::Vec2 const at{area.min.x + ui.px(12), area.min.y + ui.px(20)};
    draw_icon(ui, at, ui.px(24), ui.color().warn, icon::help_outline);
    draw_paragraph(ui, at + base::Vec2{ui.px(36), 0}, area.width() - ui.px(60), type::label,
                   ui.color().ink, ui.tr("import.no_title"));
    touch(ui, "import.no_title", {at, {area.max.x, at.y + ui.px(60)}}, ui.tr("import.no_title"),
          Enabled::yes, Role::area);
}

// Selects or deselects all rows with existing titles.
void draw_skip(Ui& ui, ImportDialog& dialog, base::Rect& area)
{
    auto const& plan = dialog.plan;
    std::vector<std::size_t> lines;
    bool skipped = true;
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        if (!dialog.again.contains(plan.command.cases[i].id) || dialog.changed(i)) continue;
        lines.push_back(plan.lines[i]);
        skipped = skipped && !dialog.ticked(i);
    }
    if (lines.empty()) return;
    auto const said = ui.trn("import.preview.skip", static_cast<std::int64_t>(lines.size()));
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

void draw_rows(Ui& ui, ImportDialog& dialog, base::Rect area)
{
    if (!exchange::has_title(dialog.columns)) return ask_for_title(ui, area);
    draw_filter(ui, dialog, area);
    draw_skip(ui, dialog, area);
    draw_list(ui, dialog, area);
}

} // namespace ui
