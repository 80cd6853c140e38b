#include "exchange/import.h"

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

base::Result<ImportPlan> plan_import(std::string_view bytes, model::Document const& doc,
                                     std::string source, MintCase const& mint, Separator separator)
{
    auto table = read_table(bytes, separator, names_columns);
    if (!table) return base::fail(table.error());
    ImportPlan plan;
    plan.encoding = std::move(table->encoding);
    plan.separator = table->separator;
    plan.left_out = std::move(table->left_out);
    plan.source = std::move(source);
    for (auto& name : table->header) {
        auto const field = field_of(name);
        plan.columns.push_back({std::move(name), field});
    }
    auto const has_title = [&](Field field) {
        return std::ranges::any_of(plan.columns,
                                   [&](auto const& column) { return column.field == field; });
    };
    if (!plan.columns.empty() && !has_title(Field::title))
        return base::fail(Errc::invalid, "import.title_column");
    std::set<std::string> seen;
    for (auto const& [id, one] : model::table<model::Case>(doc)) seen.insert(base::fold(one.title));
    for (auto const& row : table->rows) {
        edit::NewCase fresh;
        fresh.text.origin = model::Origin::imported;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            set_field(fresh.text,
                      plan.columns.empty() ? (i == 0   ? Field::title
                                              : i == 1 ? Field::description
                                                       : Field::none)
                                           : plan.columns[i].field,
                      row.cells[i]);
        fresh.text.title = one_line(fresh.text.title);
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

void print_import(i18n::Catalogue const& words, ImportPlan const& plan, std::ostream& out)
{
    auto count = [](auto const& list) { return static_cast<std::int64_t>(list.size()); };
    out << words.plural("import.taken", count(plan.command.cases)) << " (" << plan.encoding
        << ")\n";
    std::string taken;
    std::string left;
    for (auto const& column : plan.columns) {
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
