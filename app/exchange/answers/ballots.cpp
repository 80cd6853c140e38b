#include "exchange/answers/ballots.h"

#include "base/text.h"
#include "exchange/answers/ballot_ways.h"
#include "exchange/answers/named_cases.h"
#include "exchange/answers/unfold.h"
#include "model/voting_method.h"

#include <algorithm>
#include <map>
#include <set>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

// Counts marks by row and option.
class Counter {
public:
    Counter(Reading const& reading, model::Document const& doc, AnswersAsked const& asked,
            AnswerMints const& mints)
        : reading_(reading)
        , doc_(doc)
        , asked_(asked)
        , mints_(mints)
        , none_(asked.no_answer ? NoAnswer(*asked.no_answer) : NoAnswer())
    {
    }

    base::Result<AnswersPlan> plan(std::int64_t at_ms)
    {
        auto const& table = reading_.table;
        auto table_profiles = profiles_of(table, none_);
        auto columns = ballot_columns(table, table_profiles, asked_);
        if (!columns) return fail(columns.error());
        if (columns->options.empty()) return fail(Errc::invalid, "answers.no_options");
        // Total rows at the end are not ballots.
        auto const feet = total_rows(table, columns->options);
        for (auto r : feet) {
            skipped_.insert(r);
            left(table.rows[r], "answers.total", {});
        }
        if (!feet.empty()) {
            auto shorter = table;
            for (auto r : feet)
                shorter.rows.erase(shorter.rows.begin() + static_cast<std::ptrdiff_t>(r));
            table_profiles = profiles_of(shorter, none_);
            columns = ballot_columns(shorter, table_profiles, asked_);
            if (!columns) return fail(columns.error());
        }
        columns_ = *std::move(columns);
        if (auto ok = without_repeats(); !ok) return fail(ok.error());
        if (columns_.options.empty()) return fail(Errc::invalid, "answers.no_options");
        plan_.holds = Holds::ballots;
        plan_.columns = columns_.columns;
        auto way = way_of(columns_, answered(), table_profiles, asked_);
        if (!way) return fail(way.error());
        way_ = *std::move(way);
        name_cases();
        if (cases_.size() != columns_.options.size())
            return fail(Errc::invalid, "answers.same_case");
        way_.round.cases = cases_;
        if (static_cast<int>(cases_.size()) < model::voting_method(way_.round.method).cases_least)
            return fail(Errc::invalid, "answers.no_options");
        rows();
        finish(at_ms);
        return std::move(plan_);
    }

private:
    void left(Row const& row, char const* why, std::string detail)
    {
        if (plan_.left_out.size() < left_out_most)
            plan_.left_out.push_back({Errc::invalid, why, std::move(detail), row.line});
    }

    // Duplicate columns: equal answers are used once, different ones are an error.
    base::Result<void> without_repeats()
    {
        std::map<std::string, std::size_t> seen;
        std::vector<std::size_t> kept;
        for (auto i : columns_.options) {
            auto name = columns_.columns[i].name;
            auto const open = name.rfind(" (");
            if (open != std::string::npos && name.ends_with(')') &&
                name.find_first_not_of("0123456789", open + 2) == name.size() - 1) {
                auto const plain = base::fold(name.substr(0, open));
                if (seen.contains(plain)) name = name.substr(0, open);
            }
            auto const [first, fresh] = seen.emplace(base::fold(name), i);
            if (fresh) {
                kept.push_back(i);
                continue;
            }
            if (!same(first->second, i)) return fail(Errc::invalid, "answers.twice", name);
            columns_.columns[i].part = Part::left;
            plan_.notes.push_back({Errc::invalid, "answers.repeated", name, 0});
        }
        columns_.options = std::move(kept);
        return {};
    }
    [[nodiscard]] bool same(std::size_t a, std::size_t b) const
    {
        return std::ranges::all_of(reading_.table.rows, [&](Row const& row) {
            auto const cell = [&](std::size_t i) {
                return i < row.cells.size() ? base::fold(row.cells[i]) : std::string{};
            };
            return cell(a) == cell(b);
        });
    }

    [[nodiscard]] AnswerCell cell_of(Row const& row, std::size_t column) const
    {
        if (column >= row.cells.size()) return {};
        return answer_of(row.cells[column], none_);
    }

    [[nodiscard]] Answered answered() const
    {
        Answered out;
        for (std::size_t r = 0; r < reading_.table.rows.size(); ++r) {
            if (skipped_.contains(r)) continue;
            std::vector<double> values;
            for (auto i : columns_.options)
                if (auto const cell = cell_of(reading_.table.rows[r], i);
                    cell.kind == AnswerCell::Kind::number)
                    values.push_back(cell.value);
            out.push_back(std::move(values));
        }
        return out;
    }

    void name_cases()
    {
        std::vector<std::string> names;
        for (auto i : columns_.options) names.push_back(columns_.columns[i].name);
        // Titles that exist in the session are those cases.
        NamedCases named(doc_, reading_.source, mints_.next_case);
        auto const shorter = option_titles(names);
        plan_.election.round.question = shorter.question;
        for (std::size_t k = 0; k < names.size(); ++k) {
            auto const& title = named.has(names[k]) ? names[k] : shorter.titles[k];
            plan_.columns[columns_.options[k]].on = title;
            named.get(title);
        }
        cases_ = named.all();
        plan_.election.cases = named.fresh();
        named.put_into(plan_);
    }

    // Earlier rows of a voter who voted several times; the last row counts.
    [[nodiscard]] std::set<std::size_t> corrected() const
    {
        std::set<std::size_t> out;
        for (std::size_t c = 0; c < columns_.columns.size(); ++c) {
            if (columns_.columns[c].part != Part::people) continue;
            std::map<std::string, std::size_t> last;
            for (std::size_t r = 0; r < reading_.table.rows.size(); ++r) {
                auto const& cells = reading_.table.rows[r].cells;
                if (c >= cells.size() || cells[c].find('@') == std::string::npos) continue;
                auto const [at, fresh] = last.emplace(base::fold(cells[c]), r);
                if (fresh) continue;
                out.insert(at->second);
                at->second = r;
            }
        }
        return out;
    }

    void rows()
    {
        auto const earlier = corrected();
        for (std::size_t r = 0; r < reading_.table.rows.size(); ++r) {
            auto const& row = reading_.table.rows[r];
            if (skipped_.contains(r)) continue;
            if (earlier.contains(r)) {
                left(row, "answers.corrected", {});
                continue;
            }
            std::vector<model::Mark> marks;
            bool taken = true;
            for (std::size_t k = 0; k < columns_.options.size() && taken; ++k) {
                auto const column = columns_.options[k];
                auto const mark = mark_of(cell_of(row, column), way_);
                if (!mark) {
                    left(row, "answers.cell",
                         plan_.columns[column].on + " = " +
                             base::truncated(mark.error().detail, 40));
                    taken = false;
                } else if (*mark) {
                    marks.push_back({cases_[k], **mark});
                }
            }
            if (taken) add(row, marks);
        }
    }

    void add(Row const& row, std::vector<model::Mark> const& marks)
    {
        if (auto const ok = model::check_marks(way_.round, marks); !ok) {
            left(row, ok.error().where == "ballot.budget" ? "answers.over" : "answers.ballot",
                 ok.error().detail);
            return;
        }
        ++plan_.voters;
        plan_.blanks += marks.empty() ? 1 : 0;
        plan_.said += static_cast<std::int64_t>(marks.size());
        std::vector<std::pair<std::size_t, int>> said;
        for (auto const& mark : marks)
            said.emplace_back(
                static_cast<std::size_t>(std::ranges::find(cases_, mark.on) - cases_.begin()),
                mark.value);
        ++copies_[said];
    }

    void finish(std::int64_t at_ms)
    {
        auto& election = plan_.election;
        election.id = mints_.next_round();
        election.at_ms = at_ms;
        auto question = std::move(election.round.question);
        election.round = way_.round;
        election.round.question = std::move(question);
        election.round.source = model::BallotSource::imported;
        // Sorted by content, so that the order of voting is not revealed.
        for (auto const& [said, copies] : copies_) {
            model::Ballot ballot;
            ballot.copies = copies;
            for (auto const& [k, value] : said) ballot.marks.push_back({cases_[k], value});
            election.ballots.push_back(std::move(ballot));
        }
        for (auto& one : way_.mapped) plan_.mapped.push_back(std::move(one));
        for (auto& note : way_.notes) plan_.notes.push_back(std::move(note));
    }

    Reading const& reading_;
    model::Document const& doc_;
    AnswersAsked const& asked_;
    AnswerMints const& mints_;
    NoAnswer none_;
    AnswersPlan plan_;
    BallotColumns columns_;
    BallotWay way_;
    std::set<std::size_t> skipped_;
    std::vector<model::CaseId> cases_;
    std::map<std::vector<std::pair<std::size_t, int>>, int> copies_;
};

// The user's mapping without columns that unfolding removed.
base::Result<std::string> map_of(Table const& table, Unfolded const& now, std::string_view said)
{
    auto const pairs = map_pairs(table, said);
    if (!pairs) return fail(pairs.error());
    std::string out;
    for (auto const& [key, column] : *pairs) {
        if (now.parts[column]) continue;
        auto const before =
            std::count(now.parts.begin(), now.parts.begin() + static_cast<std::ptrdiff_t>(column),
                       std::nullopt);
        out += (out.empty() ? "" : ",") + key + "=" + std::to_string(before + 1);
    }
    return out;
}

base::Result<AnswersPlan> plan_unfolded(Reading const& reading, Unfolded now,
                                        model::Document const& doc, AnswersAsked asked,
                                        AnswerMints const& mints, std::int64_t at_ms)
{
    auto const from = now.from;
    auto map = map_of(reading.table, now, asked.map);
    if (!map) return fail(map.error());
    asked.map = *std::move(map);
    if (!asked.method && from != Unfolded::From::rows)
        asked.method =
            from == Unfolded::From::places ? model::Method::ranking : model::Method::approval;
    auto table = reading;
    table.table = std::move(now.table);
    auto plan = Counter(table, doc, asked, mints).plan(at_ms);
    if (!plan) return plan;
    // Repeated answers, with the columns of the file.
    for (auto const& left : table.table.left_out)
        if (left.where == "answers.again") plan->left_out.push_back(left);
    std::vector<AnswerColumn> columns;
    std::size_t next = 0;
    for (std::size_t i = 0; i < reading.table.header.size(); ++i)
        if (now.parts[i])
            columns.push_back({reading.table.header[i], *now.parts[i], {}, {}});
        else
            columns.push_back(plan->columns[next++]);
    plan->columns = std::move(columns);
    auto const* note = from == Unfolded::From::places  ? "answers.from_places"
                       : from == Unfolded::From::lists ? "answers.from_lists"
                                                       : "answers.from_rows";
    plan->notes.push_back({Errc::invalid, note, {}, 0});
    return plan;
}

} // namespace

base::Result<AnswersPlan> plan_ballots(Reading const& reading, model::Document const& doc,
                                       AnswersAsked const& asked, AnswerMints const& mints,
                                       std::int64_t at_ms)
{
    auto const profiles =
        profiles_of(reading.table, asked.no_answer ? NoAnswer(*asked.no_answer) : NoAnswer());
    auto const columns = ballot_columns(reading.table, profiles, asked);
    if (!columns) return fail(columns.error());
    bool const chosen = std::ranges::any_of(columns->columns, [](AnswerColumn const& column) {
        return column.chosen && column.part == Part::option;
    });
    auto other = chosen ? std::nullopt : unfolded(reading.table, profiles);
    bool const lists = other && other->from == Unfolded::From::lists;
    if (lists && columns->options.size() >= 2) other.reset();
    auto plan = other ? plan_unfolded(reading, *std::move(other), doc, asked, mints, at_ms)
                      : Counter(reading, doc, asked, mints).plan(at_ms);
    if (plan && plan->voters == 0) return fail(Errc::invalid, "answers.no_ballots");
    return plan;
}

} // namespace exchange
