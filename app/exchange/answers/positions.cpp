#include "base/text.h"
#include "exchange/answers/placed_rows.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <map>

// Placements: the cases of a table, imported as cases, and their positions.
namespace exchange {
namespace {

using base::Errc;
using base::fail;

// The columns for the import of cases, without scales and the like.
std::vector<ImportColumn> case_columns(Table const& table, ScaleColumns const& columns,
                                       std::string const& map)
{
    auto out = columns_of(table);
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto const part = columns.columns[i].part;
        if (part == Part::left || part == Part::people || part == Part::field) continue;
        out[i] = {out[i].name, Field::none, Why::unknown};
    }
    for (auto& column : out)
        if (column.field == Field::title) column = {column.name, Field::none, Why::unknown};
    out[*columns.title].field = Field::title;
    out[*columns.title].why = columns.columns[*columns.title].chosen ? Why::chosen : Why::named;
    auto const pairs = map_pairs(table, map);
    if (!pairs) return out;
    for (auto const& [key, column] : *pairs)
        if (auto const field = field_called(key); field != Field::none && field != Field::title) {
            for (auto& other : out)
                if (other.field == field) other = {other.name, Field::none, Why::unknown};
            out[column].field = field;
            out[column].why = Why::chosen;
        }
    return out;
}

bool same_place(model::Placement const& a, model::Placement const& b)
{
    return a.opportunity == b.opportunity && a.risk == b.risk;
}

} // namespace

base::Result<AnswersPlan> plan_positions(Reading const& reading, model::Document const& doc,
                                         AnswersAsked const& asked, AnswerMints const& mints)
{
    auto placed = placed_rows(reading, doc, asked);
    if (!placed) return fail(placed.error());
    AnswersPlan plan;
    plan.holds = Holds::positions;
    plan.columns = placed->columns.columns;
    plan.mapped = std::move(placed->mapped);
    plan.left_out = std::move(placed->left_out);
    auto columns = case_columns(reading.table, placed->columns, asked.map);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].field != Field::none && columns[i].field != Field::title)
            plan.columns[i].part = Part::field;
    auto const cases = plan_import(reading, std::move(columns), doc, mints.next_case);
    // The case of each row: existing, or the first in the table with its title.
    std::map<std::size_t, model::CaseId> of_line;
    std::map<std::string, model::CaseId> first;
    std::map<model::CaseId, bool> seen;
    for (std::size_t i = 0; i < cases.command.cases.size(); ++i) {
        auto const& one = cases.command.cases[i];
        auto const title = base::fold(one.text.title);
        auto const known = cases.known.find(one.id);
        auto id = known != cases.known.end() ? known->second.id : one.id;
        auto const [at, fresh] = first.emplace(title, id);
        id = at->second;
        of_line[cases.lines[i]] = id;
        if (!seen.emplace(id, true).second) continue;
        plan.cases.push_back(one.text.title);
        plan.known.push_back(known != cases.known.end());
        if (known == cases.known.end())
            plan.places.cases.push_back(one);
        else if (asked.update && !known->second.changed.empty())
            plan.places.edits.push_back(updated(doc, known->second));
    }
    std::map<model::PlacementKey, model::Placement> where;
    for (auto const& row : placed->rows) {
        auto const it = of_line.find(row.line);
        if (it == of_line.end() || row.at.opportunity < 0) continue;
        model::PlacementKey const key{row.axis, it->second};
        model::Placement to;
        to.opportunity = row.at.opportunity;
        to.risk = row.at.risk;
        to.severity = row.at.severity;
        to.likelihood = row.at.likelihood;
        to.by = model::PlacedBy::imported;
        if (auto const* now = model::find<model::Placement>(doc, key)) {
            if (same_place(*now, to)) {
                ++plan.there;
                continue;
            }
            bool const locked = now->lock == model::Lock::locked;
            if (locked || !asked.update) {
                plan.left_out.push_back({Errc::invalid,
                                         locked ? "answers.locked" : "answers.settled", row.title,
                                         row.line});
                continue;
            }
            to.reason = now->reason;
        }
        auto const [at, fresh] = where.emplace(key, to);
        if (!fresh) {
            at->second = to;
            plan.left_out.push_back({Errc::invalid, "answers.again", row.title, row.line});
        }
    }
    plan.said = static_cast<std::int64_t>(where.size());
    plan.places.where.assign(where.begin(), where.end());
    std::ranges::stable_sort(plan.left_out, {}, &base::Error::line);
    return plan;
}

} // namespace exchange
