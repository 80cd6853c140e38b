#include "exchange/cases/import_text.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "i18n/errors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ostream>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

std::int64_t count(auto const& list) { return static_cast<std::int64_t>(list.size()); }

std::string_view name_of(i18n::Catalogue const& words, Field field)
{
    return map_name(field, words.language() == i18n::Language::english);
}

std::string column_name(i18n::Catalogue const& words, std::vector<ImportColumn> const& columns,
                        std::size_t i)
{
    auto const& name = columns[i].name;
    return name.empty() ? words.text("import.column", i + 1) : one_line(name);
}

// Names of columns, grouped by their use.
template <class F>
std::string listed(i18n::Catalogue const& words, std::vector<ImportColumn> const& columns, F of)
{
    std::string list;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!of(columns[i])) continue;
        auto name = column_name(words, columns, i);
        if (auto const field = columns[i].field; field != Field::none)
            name += " → " + std::string(name_of(words, field));
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

enum class State { fresh, there, changed, twice };
constexpr std::array state_names{"new", "there", "changed", "twice"};
constexpr std::array state_keys{"import.state.new", "import.state.there", "import.state.changed",
                                "import.state.twice"};

State state_of(ImportPlan const& plan, model::CaseId id)
{
    if (auto const it = plan.known.find(id); it != plan.known.end())
        return it->second.changed.empty() ? State::there : State::changed;
    return std::ranges::find(plan.duplicates, id) != plan.duplicates.end() ? State::twice
                                                                           : State::fresh;
}

void print_columns(i18n::Catalogue const& words, ImportPlan const& plan, std::ostream& out)
{
    auto const say = [&](char const* key, std::string const& list) {
        if (!list.empty()) out << words.text(key, list) << '\n';
    };
    auto const named = [&](ImportColumn const& column) { return !column.name.empty(); };
    say("import.columns.taken", listed(words, plan.columns, [&](ImportColumn const& column) {
            return named(column) && column.field != Field::none;
        }));
    say("import.columns.left", listed(words, plan.columns, [&](ImportColumn const& column) {
            return named(column) && column.field == Field::none && column.why != Why::people;
        }));
    say("import.columns.people", listed(words, plan.columns, [&](ImportColumn const& column) {
            return column.field == Field::none && column.why == Why::people;
        }));
}

void print_sheets(i18n::Catalogue const& words, ImportPlan const& plan, std::ostream& out)
{
    if (plan.sheets.empty()) return;
    std::string others;
    for (std::size_t i = 0; i < plan.sheets.size(); ++i)
        if (i != plan.sheet && plan.sheets[i].rows > 0)
            others += (others.empty() ? "" : ", ") + plan.sheets[i].name;
    auto const& taken = plan.sheets[plan.sheet];
    if (!others.empty()) out << words.text("import.sheet", taken.name, others) << '\n';
    if (taken.hidden_rows > 0)
        out << words.plural("import.hidden_rows", static_cast<std::int64_t>(taken.hidden_rows))
            << '\n';
}

void print_known(i18n::Catalogue const& words, model::Document const& doc, ImportPlan const& plan,
                 Changes changes, std::ostream& out)
{
    if (plan.known.empty()) return;
    out << words.plural("import.known", count(plan.known)) << '\n';
    bool any = false;
    for (auto const& [id, known] : plan.known) {
        auto const was = model::get<model::Case>(doc, known.id);
        for (auto const& one : known.changed) {
            any = true;
            constexpr std::size_t shown = 60;
            auto const short_of = [](std::string const& text) {
                return base::truncated(one_line(text), shown);
            };
            out << words.text("import.changed", was.number, short_of(was.title),
                              name_of(words, one.field), short_of(one.before), short_of(one.after))
                << '\n';
        }
    }
    if (any && changes == Changes::offered) out << words.text("import.changed.how") << '\n';
}

} // namespace

void print_import(i18n::Catalogue const& words, model::Document const& doc, ImportPlan const& plan,
                  Taken taken, Changes changes, std::ostream& out)
{
    auto const added = count(plan.command.cases) - count(plan.known);
    out << words.plural(taken == Taken::done ? "import.taken" : "import.would_take", added) << " ("
        << plan.encoding << ")\n";
    print_sheets(words, plan, out);
    if (plan.doubt == Doubt::twice) out << words.text("import.note.twice") << '\n';
    if (plan.doubt == Doubt::mixed)
        out << words.text("import.note.mixed", lines_said(words, plan.doubtful)) << '\n';
    print_columns(words, plan, out);
    print_known(words, doc, plan, changes, out);
    auto const again = count(plan.duplicates) - count(plan.known);
    if (again > 0) out << words.plural("import.duplicates", again) << '\n';
    if (taken == Taken::dry_run)
        for (std::size_t i = 0; i < plan.command.cases.size(); ++i) {
            auto const& one = plan.command.cases[i];
            out << words.text(
                       "import.row", words.number(static_cast<std::int64_t>(plan.lines[i])),
                       words.text(state_keys.at(static_cast<std::size_t>(state_of(plan, one.id)))),
                       one.text.title)
                << '\n';
        }
    for (auto const& error : plan.cut) out << i18n::sentence(words, error) << '\n';
    for (auto const& error : plan.left_out)
        out << words.text("import.row_left", words.number(static_cast<std::int64_t>(error.line)),
                          i18n::sentence(words, {error.code, error.where, error.detail, 0}))
            << '\n';
}

std::string import_json(i18n::Catalogue const& words, model::Document const& doc,
                        ImportPlan const& plan, Taken taken, Changes changes)
{
    Json out{{"kind", "cases"},
             {"source", plan.source},
             {"encoding", plan.encoding},
             {"doubt", plan.doubt == Doubt::twice   ? "encoded twice"
                       : plan.doubt == Doubt::mixed ? "mixed encodings"
                                                    : ""},
             {"doubtful_lines", plan.doubtful},
             {"separator", plan.separator == '\0' ? std::string{} : std::string(1, plan.separator)},
             {"header_line", plan.header_line},
             {"done", taken == Taken::done},
             {"updated", taken == Taken::done && changes == Changes::made}};
    if (!plan.sheets.empty()) out["sheet"] = plan.sheets[plan.sheet].name;
    auto& columns = out["columns"] = Json::array();
    constexpr std::array why{"unknown",       "name",          "phrases",       "longest",
                             "web addresses", "first words",   "unfit content", "people",
                             "chosen",        "said elsewhere"};
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        auto const& column = plan.columns[i];
        columns.push_back({{"place", i + 1},
                           {"name", column.name},
                           {"field", map_name(column.field, true)},
                           {"why", why.at(static_cast<std::size_t>(column.why))}});
    }
    auto& cases = out["cases"] = Json::array();
    for (std::size_t i = 0; i < plan.command.cases.size(); ++i) {
        auto const& [id, text, at, into] = plan.command.cases[i];
        Json row{{"line", plan.lines[i]},
                 {"state", state_names.at(static_cast<std::size_t>(state_of(plan, id)))},
                 {"title", text.title},
                 {"description", text.description},
                 {"need", text.need},
                 {"domain", text.domain},
                 {"proposer", text.proposer},
                 {"source", text.source}};
        if (auto const it = plan.known.find(id); it != plan.known.end()) {
            row["number"] = model::get<model::Case>(doc, it->second.id).number;
            auto& changed = row["changed"] = Json::array();
            for (auto const& one : it->second.changed)
                changed.push_back({{"field", map_name(one.field, true)},
                                   {"before", one.before},
                                   {"after", one.after}});
        }
        cases.push_back(std::move(row));
    }
    auto& cut = out["cut"] = Json::array();
    for (auto const& error : plan.cut) cut.push_back(error.line);
    auto& left = out["left_out"] = Json::array();
    for (auto const& error : plan.left_out)
        left.push_back(
            {{"line", error.line},
             {"why", i18n::sentence(words, {error.code, error.where, error.detail, 0})}});
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string lines_said(i18n::Catalogue const& words, std::vector<std::size_t> const& lines)
{
    constexpr std::size_t shown = 5;
    std::string said;
    for (std::size_t i = 0; i < std::min(shown, lines.size()); ++i)
        said += (said.empty() ? "" : ", ") + words.number(static_cast<std::int64_t>(lines[i]));
    return lines.size() > shown ? said + "…" : said;
}

std::string map_to_type(i18n::Catalogue const& words, std::vector<ImportColumn> const& columns)
{
    if (columns.empty()) return {};
    auto const all = listed(words, columns, [](ImportColumn const&) { return true; });
    std::size_t first = 0;
    while (first + 1 < columns.size() &&
           (columns[first].field != Field::none || columns[first].why == Why::people ||
            columns[first].why == Why::unfit))
        ++first;
    auto said = columns[first].name;
    bool const by_name = !said.empty() && said.find_first_of("'\"\\$`,=") == std::string::npos;
    if (!by_name) said = std::to_string(first + 1);
    return words.text("import.map.type", all,
                      "'" + std::string(name_of(words, Field::title)) + "=" + said + "'");
}

} // namespace exchange
