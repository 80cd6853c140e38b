#include "exchange/cases/import.h"

#include "base/text.h"
#include "i18n/errors.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace exchange {
namespace {

using base::Errc;

struct Known {
    Field field;
    std::string_view name; // folded
    enum { whole, start, inside } match = whole;
};

// Names of columns as people write them, folded; the first that fits wins.
constexpr std::array known{
    Known{Field::short_title, "titre court"},
    Known{Field::short_title, "short title"},
    Known{Field::short_title, "libelle court"},
    Known{Field::title, "titre"},
    Known{Field::title, "title"},
    Known{Field::title, "intitule", Known::start},
    Known{Field::title, "use case name", Known::start},
    Known{Field::title, "use case title", Known::start},
    Known{Field::title, "use case"},
    Known{Field::title, "cas d'usage", Known::start},
    Known{Field::title, "nom du cas", Known::start},
    Known{Field::title, "cas"},
    Known{Field::title, "idee"},
    Known{Field::title, "idea"},
    Known{Field::title, "nom"},
    Known{Field::title, "name"},
    Known{Field::title, "libelle"},
    Known{Field::need, "besoin", Known::start},
    Known{Field::need, "need", Known::start},
    Known{Field::need, "probleme", Known::start},
    Known{Field::need, "problem", Known::start},
    Known{Field::description, "description", Known::start},
    Known{Field::description, "resume", Known::start},
    Known{Field::description, "summary", Known::start},
    Known{Field::description, "descriptif", Known::start},
    Known{Field::description, "what is the intended purpose", Known::start},
    Known{Field::description, "purpose", Known::start},
    Known{Field::description, "objectif", Known::start},
    Known{Field::domain, "domaine", Known::start},
    Known{Field::domain, "domain", Known::start},
    Known{Field::domain, "theme", Known::start},
    Known{Field::domain, "thematique", Known::start},
    Known{Field::domain, "use case topic area", Known::start},
    Known{Field::domain, "topic", Known::start},
    Known{Field::domain, "categorie", Known::start},
    Known{Field::domain, "category", Known::start},
    Known{Field::proposer, "proposant", Known::start},
    Known{Field::proposer, "propose par", Known::start},
    Known{Field::proposer, "porteur", Known::start},
    Known{Field::proposer, "service"},
    Known{Field::proposer, "direction"},
    Known{Field::proposer, "equipe"},
    Known{Field::proposer, "team"},
    Known{Field::proposer, "bureau"},
    Known{Field::proposer, "proposer"},
    Known{Field::proposer, "owner"},
    Known{Field::proposer, "agency"},
    Known{Field::proposer, "organisme"},
    Known{Field::personal_data, "donnees personnelles", Known::start},
    Known{Field::personal_data, "personal data", Known::start},
    Known{Field::personal_data, "does this ai use case involve personally identifiable information",
          Known::start},
    Known{Field::ai_act, "ai act", Known::start},
    Known{Field::ai_act, "niveau de risque", Known::start},
    Known{Field::ai_act, "risk level", Known::start},
    Known{Field::source, "source", Known::start},
    Known{Field::source, "url"},
    Known{Field::source, "lien"},
    Known{Field::source, "link"},
    Known{Field::cost, "cout", Known::start},
    Known{Field::cost, "cost", Known::start},
    Known{Field::cost, "budget"},
    Known{Field::notes, "notes"},
    Known{Field::notes, "note"},
    Known{Field::notes, "remarques"},
    Known{Field::notes, "commentaires"},
    Known{Field::notes, "comments"},
};

std::string plain_name(std::string_view name)
{
    std::string out;
    for (char c : base::fold(name)) out += c == '_' || c == '-' || c == ':' ? ' ' : c;
    return std::string(base::trimmed(out));
}

model::Answer answer_of(std::string_view cell)
{
    auto const said = base::fold(cell);
    if (said == "oui" || said == "yes" || said == "o" || said == "y" || said == "true" ||
        said == "vrai" || said == "1")
        return model::Answer::yes;
    if (said == "non" || said == "no" || said == "n" || said == "false" || said == "faux" ||
        said == "0")
        return model::Answer::no;
    return model::Answer::unknown;
}

model::AiAct ai_act_of(std::string_view cell)
{
    auto const said = base::fold(cell);
    auto has = [&](std::string_view word) { return said.find(word) != std::string::npos; };
    if (has("interdit") || has("prohib") || has("inacceptable") || has("unacceptable"))
        return model::AiAct::prohibited;
    if (has("haut") || has("eleve") || has("high")) return model::AiAct::high;
    if (has("limit")) return model::AiAct::limited;
    if (has("minim") || has("faible") || has("low")) return model::AiAct::minimal;
    return model::AiAct::unknown;
}

void set_field(model::Case& text, Field field, std::string_view cell)
{
    std::string const value(base::trimmed(cell));
    auto keep = [&](std::string& where) {
        if (where.empty())
            where = value; // two columns of one meaning: the first that says something
    };
    switch (field) {
    case Field::title: keep(text.title); break;
    case Field::short_title: keep(text.short_title); break;
    case Field::need: keep(text.need); break;
    case Field::description: keep(text.description); break;
    case Field::domain: keep(text.domain); break;
    case Field::proposer: keep(text.proposer); break;
    case Field::source: keep(text.source); break;
    case Field::cost: keep(text.cost); break;
    case Field::notes: keep(text.notes); break;
    case Field::personal_data: text.personal_data = answer_of(value); break;
    case Field::ai_act: text.ai_act = ai_act_of(value); break;
    case Field::none: break;
    }
}

bool names_columns(std::vector<std::string> const& cells)
{
    auto const recognised = std::ranges::count_if(
        cells, [](auto const& cell) { return field_of(cell) != Field::none; });
    return recognised >= 2 ||
           (recognised == 1 && cells.size() == 1 && field_of(cells.front()) == Field::title) ||
           (recognised >= 1 && cells.size() > 1);
}

// A title is one line, however the cell was written.
std::string one_line(std::string_view text)
{
    std::string out;
    for (char c : text) {
        bool const space = c == '\n' || c == '\t' || c == ' ';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

// Signs that people begin the lines of a list with.
constexpr std::array<std::string_view, 20> bullets{
    "-", "–", "—", "•", "·", "*", "▪", "◦", "‣", "●",
    "○", "■", "□", "☐", "☑", "✓", "✔", "➢", "→", "\uF0B7"}; // the last is the word processors' own

constexpr std::array<std::string_view, 4> spaces{" ", "\t", "\u00A0", "\u202F"};

std::string_view without_spaces(std::string_view text)
{
    for (bool more = true; more;) {
        more = false;
        for (auto space : spaces)
            if (text.starts_with(space)) text.remove_prefix(space.size()), more = true;
    }
    return text;
}

// How many bytes of `text` are a bullet, a box or a number; 0: none.
std::size_t marker(std::string_view text)
{
    for (auto bullet : bullets)
        if (text.starts_with(bullet)) return bullet.size();
    for (auto box : {"[ ]", "[x]", "[X]"})
        if (text.starts_with(box)) return 3;
    bool const opened = text.starts_with('(');
    std::size_t const from = opened ? 1 : 0;
    auto at = from;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    bool const number = at > from && at - from <= 3;
    bool const letter =
        at == from && at < text.size() && ((text[at] | 32) >= 'a' && (text[at] | 32) <= 'z');
    if (letter) ++at;
    if (!number && !letter) return 0;
    if (at >= text.size()) return 0;
    bool const closes = text[at] == ')' || (text[at] == '.' && number && !opened);
    return closes ? at + 1 : 0;
}

bool only_marker(std::string_view cell)
{
    auto const said = base::trimmed(cell);
    if (said.empty()) return true;
    bool const digits =
        said.size() <= 4 && said.find_first_not_of("0123456789") == std::string_view::npos;
    return digits || marker(said) == said.size();
}

bool is_list(std::string_view source)
{
    return source.empty() || base::fold(source).ends_with(".txt");
}

// The first column with words in it: numbers and bullets are not titles.
std::size_t first_of_words(Table const& table, std::size_t columns)
{
    constexpr std::size_t sampled = 50;
    for (std::size_t column = 0; column < columns; ++column) {
        auto const rows = std::min(sampled, table.rows.size());
        auto const words = std::count_if(
            table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(rows),
            [&](Row const& row) {
                return column < row.cells.size() && !only_marker(row.cells[column]);
            });
        if (2 * static_cast<std::size_t>(words) >= rows) return column;
    }
    return 0;
}

} // namespace

Field field_of(std::string_view column_name)
{
    auto const name = plain_name(column_name);
    for (auto const& one : known)
        if (one.match == Known::whole ? name == one.name : name.starts_with(one.name))
            return one.field;
    return Field::none;
}

Separator format_from_name(std::string_view name)
{
    if (name == "tsv") return Separator::tab;
    return Separator::automatic; // "csv" is read with commas or semicolons, as it comes
}

edit::AddCases ImportPlan::without_duplicates() const
{
    std::set<model::CaseId> const out(duplicates.begin(), duplicates.end());
    edit::AddCases kept = command;
    std::erase_if(kept.cases, [&](edit::NewCase const& one) { return out.contains(one.id); });
    return kept;
}

std::string_view without_bullet(std::string_view line)
{
    auto text = without_spaces(line);
    for (int depth = 0; depth < 2; ++depth) { // "- 1. Tri du courrier"
        auto const size = marker(text);
        if (size == 0) break;
        auto const rest = text.substr(size);
        auto const after = without_spaces(rest);
        bool const apart = after.size() < rest.size() || text.starts_with("•");
        if (!apart || after.empty()) break;
        text = after;
    }
    return base::trimmed(text);
}

base::Result<Reading> read_import(std::string_view bytes, std::string source, Separator separator,
                                  HeaderRow header)
{
    auto table = read_table(bytes, separator, names_columns, header);
    bool const one_a_line = separator == Separator::automatic && is_list(source);
    if (one_a_line && table && table->header.empty() && table->separator != '\t') {
        separator = Separator::none;
        table = read_table(bytes, separator, names_columns, header);
    }
    if (!table) return base::fail(table.error());
    if (separator == Separator::automatic)
        separator = table->separator == '\t'  ? Separator::tab
                    : table->separator == ';' ? Separator::semicolon
                                              : Separator::comma;
    return Reading{std::move(*table), std::move(source), separator};
}

bool has_title(std::vector<ImportColumn> const& columns)
{
    return std::ranges::any_of(columns,
                               [](auto const& column) { return column.field == Field::title; });
}

std::vector<ImportColumn> columns_of(Table const& table)
{
    std::vector<ImportColumn> columns;
    for (auto const& name : table.header) columns.push_back({name, field_of(name)});
    if (!columns.empty()) return columns;
    std::size_t count = 0;
    for (auto const& row : table.rows) count = std::max(count, row.cells.size());
    columns.resize(count);
    auto const title = first_of_words(table, count);
    if (title < count) columns[title].field = Field::title;
    if (title + 1 < count) columns[title + 1].field = Field::description;
    return columns;
}

ImportPlan plan_import(Reading const& reading, std::vector<ImportColumn> columns,
                       model::Document const& doc, MintCase const& mint)
{
    auto const& table = reading.table;
    ImportPlan plan;
    plan.encoding = table.encoding;
    plan.separator = table.separator;
    plan.left_out = table.left_out;
    plan.source = reading.source;
    plan.columns = std::move(columns);
    if (!has_title(plan.columns)) return plan;
    std::set<std::string> seen;
    for (auto const& [id, one] : model::table<model::Case>(doc)) seen.insert(base::fold(one.title));
    for (auto const& row : table.rows) {
        edit::NewCase fresh;
        fresh.text.origin = model::Origin::imported;
        for (std::size_t i = 0; i < std::min(row.cells.size(), plan.columns.size()); ++i)
            set_field(fresh.text, plan.columns[i].field, row.cells[i]);
        fresh.text.title = one_line(table.header.empty() ? without_bullet(fresh.text.title)
                                                         : std::string_view(fresh.text.title));
        if (fresh.text.title.empty()) {
            plan.left_out.push_back({Errc::invalid, "import.no_title", {}, row.line});
            continue;
        }
        fresh.id = mint();
        if (!seen.insert(base::fold(fresh.text.title)).second) plan.duplicates.push_back(fresh.id);
        plan.lines.push_back(row.line);
        plan.command.cases.push_back(std::move(fresh));
    }
    std::ranges::sort(plan.left_out, {}, &base::Error::line);
    return plan;
}

base::Result<ImportPlan> plan_import(std::string_view bytes, model::Document const& doc,
                                     std::string source, MintCase const& mint, Separator separator)
{
    auto const reading = read_import(bytes, std::move(source), separator);
    if (!reading) return base::fail(reading.error());
    auto columns = columns_of(reading->table);
    if (!has_title(columns)) return base::fail(Errc::invalid, "import.title_column");
    return plan_import(*reading, std::move(columns), doc, mint);
}

void print_import(i18n::Catalogue const& words, ImportPlan const& plan, std::ostream& out)
{
    auto count = [](auto const& list) { return static_cast<std::int64_t>(list.size()); };
    out << words.plural("import.taken", count(plan.command.cases)) << " (" << plan.encoding
        << ")\n";
    std::string taken;
    std::string left;
    for (auto const& column : plan.columns) {
        if (column.name.empty()) continue;
        auto& list = column.field == Field::none ? left : taken;
        if (!list.empty()) list += ", ";
        list += one_line(column.name);
    }
    if (!taken.empty()) out << words.text("import.columns.taken", taken) << '\n';
    if (!left.empty()) out << words.text("import.columns.left", left) << '\n';
    if (!plan.duplicates.empty())
        out << words.plural("import.duplicates", count(plan.duplicates)) << '\n';
    for (auto const& error : plan.left_out)
        out << words.text("import.row_left", words.number(static_cast<std::int64_t>(error.line)),
                          i18n::sentence(words, {error.code, error.where, error.detail, 0}))
            << '\n';
}

} // namespace exchange
