#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "ui/dialogs/import/import_parts.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

// The columns of the table: contents, meaning and reason.
namespace ui {
namespace {

using exchange::Field;
using exchange::Why;

constexpr float column_height = 66; // design pixels
constexpr float pick_width = 196;
constexpr float names_share = 0.37F;   // share of the width for names and samples
constexpr std::size_t shown_most = 12; // maximum number; of more, ignored ones are behind a button

constexpr std::array<char const*, exchange::field_count> field_keys{"import.field.none",
                                                                    "sheet.case_title",
                                                                    "import.field.short_title",
                                                                    "sheet.need",
                                                                    "sheet.description",
                                                                    "sheet.domain",
                                                                    "import.field.proposer",
                                                                    "sheet.personal_data",
                                                                    "import.field.ai_act",
                                                                    "sheet.source",
                                                                    "sheet.cost",
                                                                    "sheet.notes",
                                                                    "import.field.identifier"};
constexpr std::array<char const*, 10> why_keys{
    "import.why.unknown",   "import.why.named",       "import.why.phrases", "import.why.longest",
    "import.why.addresses", "import.why.first_words", "import.why.unfit",   "import.why.people",
    "import.why.chosen",    "import.why.given_back"};

std::string column_name(Ui const& ui, ImportDialog const& dialog, std::size_t i)
{
    auto const& name = dialog.columns[i].name;
    return name.empty() ? ui.words->text("import.column", i + 1) : import_line(name);
}

unsigned why_icon(Why why)
{
    switch (why) {
    case Why::chosen: return icon::check;
    case Why::people: return icon::shield;
    case Why::unknown: return icon::remove;
    case Why::unfit: return icon::block;
    default: return icon::auto_awesome;
    }
}

// The reason for a column's meaning, with statistics.
std::string why_of(Ui const& ui, exchange::ImportColumn const& column)
{
    std::string const key = why_keys.at(static_cast<std::size_t>(column.why));
    if (column.why == Why::phrases)
        return ui.words->text(column.values == column.different ? key : "import.why.phrases.some",
                              column.values, column.different);
    return column.why == Why::longest ? ui.words->text(key, column.length) : ui.tr(key);
}

// The headings of the list.
void draw_headings(Ui& ui, base::Rect const& row)
{
    auto const names = std::round(row.width() * names_share), gap = ui.px(16);
    auto const pick = row.min.x + names + 2 * gap;
    auto const why = pick + ui.px(pick_width) + gap + ui.px(28);
    auto const said = [&](float from, float to, char const* key) {
        draw_text_in(ui, {{from, row.min.y}, {to, row.max.y}}, type::meta, ui.color().ink2,
                     ui.tr(key));
    };
    said(row.min.x + ui.px(10), row.min.x + names, "import.head.column");
    said(pick, why - gap, "import.head.becomes");
    said(why, row.max.x, "import.head.why");
}

// One column: name, samples, choice of the meaning, reason.
void draw_column(Ui& ui, ImportDialog& dialog, std::size_t i, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const& column = dialog.columns[i];
    bool const people = column.why == Why::people && column.field == Field::none;
    if (people) fill(ui, base::grown(row, -ui.px(2)), ui.px(11), c.warntint);
    auto const wide = ui.px(pick_width), gap = ui.px(16);
    auto const names = std::round(row.width() * names_share);
    auto const middle = std::round(row.center().y);
    base::Rect const words{{row.min.x + ui.px(10), row.min.y}, {row.min.x + names, row.max.y}};
    draw_text_in(ui, {{words.min.x, middle - ui.px(24)}, {words.max.x, middle}}, type::label,
                 column.field == Field::none && !people ? c.ink2 : c.ink,
                 column_name(ui, dialog, i));
    // Names of people are not shown on a shared screen.
    auto const samples = people ? ui.tr("import.masked") : samples_of(dialog.reading->table, i, 3);
    draw_text_in(ui, {{words.min.x, middle}, {words.max.x, middle + ui.px(22)}}, type::meta, c.ink3,
                 samples);
    draw_icon_at(ui, {words.max.x + gap, middle}, ui.px(20), c.ink3,
                 column.field == Field::none ? icon::block : icon::arrow_forward);
    auto const x = words.max.x + 2 * gap;
    base::Rect const pick{{x, middle - ui.px(21)}, {x + wide, middle + ui.px(21)}};
    auto const id = "import.column." + std::to_string(i + 1);
    if (select_box(ui, id, pick, ui.tr(field_key(column.field)),
                   column.field == Field::none ? On::no : On::yes))
        dialog.choosing = i, dialog.choosing_at = pick;
    auto const at = pick.max.x + gap;
    draw_icon_at(ui, {at + ui.px(10), middle}, ui.px(20), people ? c.warn : c.ink3,
                 why_icon(column.why));
    auto const why = why_of(ui, column);
    auto const room = row.max.x - ui.px(6) - at - ui.px(28);
    auto const lines = paragraph_height(ui, type::meta, why, room);
    draw_paragraph(ui, {at + ui.px(28), std::round(middle - lines / 2)}, room, type::meta,
                   people ? c.warn : c.ink2, why);
    hairline_h(ui, row.min.x, row.max.x, row.max.y - 1, c.line);
}

bool is_left(exchange::ImportColumn const& column)
{
    return column.field == Field::none && column.why != Why::people;
}

bool takes_results(ImportDialog const& dialog)
{
    return std::ranges::any_of(dialog.columns, [](auto const& column) {
        return column.why == Why::given_back && column.field != Field::none;
    });
}

} // namespace

std::string samples_of(exchange::Table const& table, std::size_t column, std::size_t wanted)
{
    std::set<std::string> seen;
    std::string said;
    for (auto const& row : table.rows) {
        if (seen.size() == wanted) break;
        if (column >= row.cells.size() || !exchange::shows(row.cells[column])) continue;
        auto const start = import_line(row.cells[column]);
        if (seen.insert(start).second) said += (said.empty() ? "" : " · ") + start;
    }
    return said;
}

char const* field_key(Field field) { return field_keys.at(static_cast<std::size_t>(field)); }

void draw_columns(Ui& ui, ImportDialog& dialog, base::Rect const& whole)
{
    auto area = whole;
    auto const height = ui.px(44);
    auto const turned = [&](char const* id, bool& on) {
        base::Rect const row{area.min, {area.max.x, area.min.y + height}};
        area.min.y += height;
        return toggle_row(ui, id, row, ui.tr(id), on);
    };
    bool names = !dialog.reading->table.header.empty();
    bool const in_a_row = dialog.reading->names == exchange::Reading::Names::in_a_row;
    if (in_a_row && turned("import.header", names))
        dialog.read_again(names ? exchange::HeaderRow::first : exchange::HeaderRow::none);
    if (exchange::has_results(dialog.columns)) {
        bool noted = takes_results(dialog);
        if (turned("import.results", noted))
            dialog.take_results(noted ? exchange::Results::noted : exchange::Results::left);
    }
    draw_headings(ui, {area.min, {area.max.x, area.min.y + ui.px(30)}});
    area.min.y += ui.px(32);
    hairline_h(ui, area.min.x, area.max.x, area.min.y, ui.color().line);
    bool const many = dialog.columns.size() > shown_most;
    std::int64_t hidden = 0;
    std::string left;        // names of hidden columns
    area.max.x += ui.px(12); // the scroll bar is beside it
    ScrollArea scroll(ui, "import.columns", area, dialog.columns_scroll);
    auto const high = ui.px(column_height);
    float y = scroll.top();
    for (std::size_t i = 0; i < dialog.columns.size(); ++i) {
        if (many && !dialog.all_columns && is_left(dialog.columns[i])) {
            ++hidden;
            left += (left.empty() ? "" : ", ") + column_name(ui, dialog, i);
            continue;
        }
        if (y < area.max.y + high && y + high > area.min.y - high)
            draw_column(ui, dialog, i, {{area.min.x, y}, {area.max.x - ui.px(12), y + high}});
        y += high;
    }
    if (hidden > 0) {
        auto const word = ui.tr("import.columns.show");
        auto const wide = button_width(ui, word, {.icon_right = icon::expand_more}, 44);
        base::Rect const row{{area.min.x, y}, {area.max.x - ui.px(12), y + ui.px(64)}};
        auto const middle = std::round(row.center().y), x = row.min.x + ui.px(10);
        draw_text_in(ui, {{x, middle - ui.px(24)}, {row.max.x - wide, middle}}, type::label,
                     ui.color().ink2, ui.trn("import.columns.hidden", hidden));
        draw_text_in(ui, {{x, middle}, {row.max.x - wide - ui.px(16), middle + ui.px(22)}},
                     type::meta, ui.color().ink3, left);
        if (button(ui, "import.more",
                   {{row.max.x - wide, row.min.y + ui.px(10)}, {row.max.x, row.max.y - ui.px(10)}},
                   word, {.icon_right = icon::expand_more}))
            dialog.all_columns = true;
        y = row.max.y;
    }
    scroll.content_height(y - scroll.top());
}

} // namespace ui
