#include "ui/dialogs/import/import_parts.h"
#include "ui/kit/paint.h"

#include <array>
#include <cmath>

// Reading options, each in a box: the recognised value, and alternatives.
namespace ui {
namespace {

using ImportChoice = ImportDialog::Choice;
using exchange::Separator;

constexpr std::array<std::pair<Separator, char const*>, 6> separators{
    {{Separator::semicolon, "import.separator.semicolon"},
     {Separator::comma, "import.separator.comma"},
     {Separator::tab, "import.separator.tab"},
     {Separator::pipe, "import.separator.pipe"},
     {Separator::none, "import.separator.none"},
     {Separator::sentence, "import.separator.sentence"}}};
constexpr std::array separator_ids{"way.semicolon", "way.comma", "way.tab",
                                   "way.pipe",      "way.none",  "way.sentence"};
constexpr std::array model_ids{"model.xlsx", "model.ods", "model.csv"};
constexpr std::array models{std::pair{"xlsx", "import.model.xlsx"},
                            std::pair{"ods", "import.model.ods"},
                            std::pair{"csv", "import.model.csv"}};
constexpr std::array encodings{"UTF-8", "windows-1252", "macintosh", "ISO-8859-15", "UTF-16LE"};

bool is_workbook(ImportDialog const& dialog) { return !dialog.reading->sheets.empty(); }

std::string header_words(Ui const& ui, ImportDialog const& dialog)
{
    auto const& table = dialog.reading->table;
    if (dialog.reading->names == exchange::Reading::Names::of_fields)
        return ui.tr("import.separator.fields");
    if (table.header.empty()) return ui.tr("import.header.none");
    std::string names;
    for (auto const& name : table.header)
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    return ui.words->text("import.header.line", table.header_line, import_line(names));
}

std::string separator_words(Ui const& ui, ImportDialog const& dialog)
{
    auto const& reading = *dialog.reading;
    if (is_workbook(dialog)) return ui.tr("import.separator.cells");
    if (reading.table.separator == '\0' && reading.options.separator == Separator::automatic)
        return ui.tr("import.separator.fields");
    for (auto const& [separator, key] : separators)
        if (separator == dialog.reading->options.separator) return ui.tr(key);
    return ui.tr("import.separator.comma");
}

std::string sheet_words(Ui const& ui, exchange::Reading::Sheet const& sheet)
{
    return ui.words->text("import.sheet.rows", import_line(sheet.name),
                          ui.words->number(static_cast<std::int64_t>(sheet.rows)));
}

// A label above its box.
void way(Ui& ui, ImportDialog& dialog, base::Rect const& area, char const* id, char const* label,
         std::string const& shown, ImportChoice choice, Locked locked = Locked::no)
{
    draw_text(ui, area.min, type::meta, ui.color().ink2, ui.tr(label));
    base::Rect const box{{area.min.x, area.max.y - ui.px(46)}, area.max};
    if (select_box(ui, id, box, shown, On::no, locked))
        dialog.choice = choice, dialog.choosing_at = box;
}

void menu_of_lines(Ui& ui, ImportDialog& dialog)
{
    std::vector<std::string> ids{"way.line.none"}, words{ui.tr("import.header.none")};
    for (auto const& [line, start] : dialog.tops) {
        ids.push_back("way.line." + std::to_string(line));
        words.push_back(ui.words->text("import.header.line", line, start));
    }
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < ids.size(); ++i) items.push_back({ids[i], words[i]});
    auto const answer = menu(ui, "import.lines", dialog.choosing_at, items);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (answer.id != ids[i]) continue;
        auto options = dialog.reading->options;
        options.header = i == 0 ? exchange::HeaderRow::none : exchange::HeaderRow::automatic;
        options.header_line = i == 0 ? 0 : dialog.tops[i - 1].first;
        dialog.read_again(options);
    }
    if (answer.closed) dialog.choice = ImportChoice::nothing;
}

template <class Ids, class Take>
void menu_of(Ui& ui, ImportDialog& dialog, char const* name, Ids const& ids,
             std::vector<std::string> const& words, Take take)
{
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < words.size(); ++i) items.push_back({ids[i], words[i]});
    auto const answer = menu(ui, name, dialog.choosing_at, items);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (answer.id == ids[i]) {
            auto options = dialog.reading->options;
            take(options, i);
            dialog.read_again(options);
        }
    if (answer.closed) dialog.choice = ImportChoice::nothing;
}

// The menu of file types for the template table.
void menu_of_models(Ui& ui, ImportDialog& dialog)
{
    std::vector<std::string> words;
    std::vector<MenuItem> items;
    for (auto const& [ending, key] : models) words.push_back(ui.tr(key));
    for (std::size_t i = 0; i < words.size(); ++i) items.push_back({model_ids.at(i), words[i]});
    auto const answer = menu(ui, "import.models", dialog.choosing_at, items, Align::right);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (answer.id == model_ids.at(i)) {
            dialog.wanted = ImportDialog::Wanted::model;
            dialog.model_ending = models.at(i).first;
        }
    if (answer.closed) dialog.choice = ImportChoice::nothing;
}

} // namespace

bool select_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& shown,
                On marked, Locked locked)
{
    auto const& c = ui.color();
    bool const on = marked == On::yes, shut = locked == Locked::yes;
    auto const touched = touch(ui, id, box, shown, enabled_if(!shut));
    probe_value(ui, id, shown);
    auto const ground = shut ? c.sunken : on ? c.atint : c.card;
    fill(ui, box, ui.px(11),
         touched.hovered && !shut ? board::mixed(ground, c.ink, 0.04F) : ground);
    outline(ui, box, ui.px(11), on ? c.aline : c.line2, ui.snap(1.5F));
    draw_text_in(ui, {{box.min.x + ui.px(14), box.min.y}, {box.max.x - ui.px(36), box.max.y}},
                 type::legend,
                 on     ? c.accent
                 : shut ? c.ink2
                        : c.ink,
                 shown);
    draw_icon_at(ui, {box.max.x - ui.px(20), std::round(box.center().y)}, ui.px(20),
                 on ? c.accent : c.ink2, shut ? icon::lock : icon::expand_more);
    if (touched.focused) focus_ring(ui, box, ui.px(11));
    return touched.clicked && !shut;
}

void draw_ways(Ui& ui, ImportDialog& dialog, base::Rect const& area)
{
    bool const book = is_workbook(dialog);
    auto const gap = ui.px(16);
    auto x = area.min.x;
    auto const place = [&](float share) {
        auto const wide = std::round((area.width() - 3 * gap) * share);
        base::Rect const box{{x, area.min.y}, {x + wide, area.max.y}};
        x += wide + gap;
        return box;
    };
    auto const& reading = *dialog.reading;
    auto const sheet =
        book ? sheet_words(ui, reading.sheets[reading.sheet]) : ui.tr("import.sheet.none");
    way(ui, dialog, place(0.24F), "import.sheet", "import.sheet.label", sheet, ImportChoice::sheet,
        reading.sheets.size() > 1 ? Locked::no : Locked::yes);
    way(ui, dialog, place(0.36F), "import.line", "import.header.label", header_words(ui, dialog),
        ImportChoice::header,
        reading.names == exchange::Reading::Names::of_fields ? Locked::yes : Locked::no);
    // Encoding and separator apply to text only.
    auto const locked =
        reading.table.separator == '\0' && reading.options.separator == Separator::automatic
            ? Locked::yes
            : Locked::no;
    way(ui, dialog, place(0.2F), "import.encoding", "import.encoding.label",
        book ? ui.tr("import.encoding.book") : reading.table.encoding, ImportChoice::encoding,
        locked);
    way(ui, dialog, place(0.2F), "import.separator", "import.separator.label",
        separator_words(ui, dialog), ImportChoice::separator, locked);
}

void draw_import_menus(Ui& ui, ImportDialog& dialog)
{
    if (dialog.choosing) {
        auto const now = dialog.columns[*dialog.choosing].field;
        std::array<std::string, exchange::field_count> words, ids;
        std::vector<MenuItem> items;
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto const field = static_cast<exchange::Field>(i);
            words.at(i) = ui.tr(field_key(field));
            ids.at(i) = "field." + (field == exchange::Field::none
                                        ? std::string("none")
                                        : std::string(exchange::map_name(field, true)));
            items.push_back({ids.at(i),
                             words.at(i),
                             0,
                             {},
                             Enabled::yes,
                             field == now ? MenuItem::Kind::chosen : MenuItem::Kind::action});
        }
        auto const answer = menu(ui, "import.field", dialog.choosing_at, items);
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (answer.id == ids.at(i))
                dialog.mean(*dialog.choosing, static_cast<exchange::Field>(i));
        if (answer.closed) dialog.choosing.reset();
        return;
    }
    switch (dialog.choice) {
    case ImportChoice::nothing: return;
    case ImportChoice::header: return menu_of_lines(ui, dialog);
    case ImportChoice::model: return menu_of_models(ui, dialog);
    case ImportChoice::encoding:
        return menu_of(ui, dialog, "import.encodings", encodings,
                       std::vector<std::string>(encodings.begin(), encodings.end()),
                       [](exchange::TableOptions& options, std::size_t i) {
                           options.encoding = encodings.at(i);
                       });
    case ImportChoice::separator: {
        std::vector<std::string> words;
        for (auto const& [separator, key] : separators) words.push_back(ui.tr(key));
        return menu_of(ui, dialog, "import.separators", separator_ids, words,
                       [](exchange::TableOptions& options, std::size_t i) {
                           options.separator = separators.at(i).first;
                       });
    }
    case ImportChoice::sheet: {
        std::vector<std::string> ids, words;
        for (auto const& sheet : dialog.reading->sheets) {
            ids.push_back("way.sheet." + std::to_string(ids.size() + 1));
            words.push_back(sheet_words(ui, sheet));
        }
        return menu_of(ui, dialog, "import.sheets", ids, words,
                       [](exchange::TableOptions& options, std::size_t i) {
                           options.sheet = std::to_string(i + 1);
                           options.header_line = 0;
                           options.header = exchange::HeaderRow::automatic;
                       });
    }
    }
}

} // namespace ui
