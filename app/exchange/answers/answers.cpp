#include "exchange/answers/answers.h"

#include "base/text.h"
#include "exchange/answers/ballots.h"
#include "exchange/answers/placed_rows.h"
#include "exchange/answers/turned.h"
#include "exchange/answers/unfold.h"
#include "exchange/cases/columns.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <map>
#include <set>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

NoAnswer none_of(AnswersAsked const& asked)
{
    return asked.no_answer ? NoAnswer(*asked.no_answer) : NoAnswer();
}

// The first rows, which are enough to recognise the kind of table.
Table top_of(Table const& table)
{
    constexpr std::size_t most = 2000;
    Table out;
    out.header = table.header;
    auto const rows = static_cast<std::ptrdiff_t>(std::min(table.rows.size(), most));
    out.rows.assign(table.rows.begin(), table.rows.begin() + rows);
    return out;
}

// Whether a case occurs twice on one axis: then several people estimate it.
bool comes_again(Table const& table, ScaleColumns const& columns)
{
    std::set<std::pair<std::string, std::string>> seen;
    auto const cell = [&](Row const& row, std::optional<std::size_t> at) {
        return at && *at < row.cells.size() ? base::fold(row.cells[*at]) : std::string{};
    };
    std::size_t again = 0, all = 0;
    for (auto const& row : table.rows) {
        auto const title = cell(row, columns.title);
        if (title.empty()) continue;
        ++all;
        again += seen.emplace(title, cell(row, columns.axis)).second ? 0 : 1;
    }
    return again * 4 >= all && again > 0;
}

// Whether texts look like titles or other fields of cases.
enum class CaseSigns { none, perhaps, plain };
CaseSigns case_signs(Table const& table, std::vector<Profile> const& profiles,
                     BallotColumns const& ballots)
{
    auto const columns = columns_of(table);
    auto signs = CaseSigns::none;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const part = ballots.columns[i].part;
        if (part == Part::people || part == Part::option) continue;
        bool const named = columns[i].field != Field::none && columns[i].why == Why::named &&
                           !may_name_voters(profiles[i].name);
        // Such columns can also describe the person who answers.
        bool const of_answers = columns[i].field == Field::proposer ||
                                columns[i].field == Field::notes ||
                                columns[i].field == Field::identifier;
        if (named && !of_answers) return CaseSigns::plain;
        if (columns[i].field == Field::title) signs = CaseSigns::perhaps;
    }
    return signs;
}

bool speaks_of_the_session(model::Document const& doc, BallotColumns const& ballots)
{
    std::set<std::string> titles;
    for (auto const& [id, one] : model::table<model::Case>(doc)) {
        titles.insert(base::fold(one.title));
        if (!one.short_title.empty()) titles.insert(base::fold(one.short_title));
    }
    std::vector<std::string> names;
    for (auto i : ballots.options) names.push_back(ballots.columns[i].name);
    std::size_t there = 0;
    auto const shorter = option_titles(names);
    for (std::size_t k = 0; k < names.size(); ++k)
        there +=
            titles.contains(base::fold(names[k])) || titles.contains(base::fold(shorter.titles[k]))
                ? 1
                : 0;
    return there * 2 >= names.size() && there > 0;
}

base::Result<Holds> ballots_or_cases(Table const& table, std::vector<Profile> const& profiles,
                                     model::Document const& doc, AnswersAsked const& asked)
{
    auto const ballots = ballot_columns(table, profiles, asked);
    if (!ballots) return Holds::cases;
    if (auto const other = unfolded(table, profiles)) {
        if (other->from == Unfolded::From::rows) return Holds::ballots;
        bool const places = other->from == Unfolded::From::places;
        bool const told =
            ballots->voters && case_signs(table, profiles, *ballots) != CaseSigns::plain;
        if (told && (places || ballots->options.size() < 2)) return Holds::ballots;
    }
    if (ballots->options.size() < 2) return Holds::cases;
    std::size_t said = 0;
    for (auto i : ballots->options) said += profiles[i].said;
    if (said < 3) return Holds::cases;
    bool const spoken_of = speaks_of_the_session(doc, *ballots);
    auto const signs = case_signs(table, profiles, *ballots);
    bool const asks = !asked.grades.empty() || asked.method;
    bool const unknown = ballots->by == BallotColumns::By::words && asked.grades.empty();
    if (signs == CaseSigns::plain) return spoken_of ? Holds::ballots : Holds::cases;
    if (spoken_of || asks) return Holds::ballots;
    if (signs == CaseSigns::perhaps && !ballots->voters) {
        if (unknown || ballots->options.size() < 3) return Holds::cases;
        return fail(Errc::invalid, "answers.which");
    }
    if (unknown && !ballots->voters) return Holds::cases;
    return Holds::ballots;
}

} // namespace

namespace {

Reading with_names(std::string_view bytes, Reading reading)
{
    auto const& table = reading.table;
    bool const told =
        reading.options.header_line > 0 || reading.options.header != HeaderRow::automatic;
    if (!table.header.empty() || told || table.rows.size() < 3) return reading;
    std::size_t width = 0;
    for (auto const& row : table.rows) width = std::max(width, row.cells.size());
    if (width < 2) return reading;
    auto const is_name = [](std::string const& cell) { return shows(cell); };
    // The first full row; the corner above the names of voters may be empty.
    auto const full = std::ranges::find_if(table.rows, [&](Row const& row) {
        auto const names = static_cast<std::size_t>(std::ranges::count_if(row.cells, is_name));
        return row.cells.size() == width && names + 1 >= width;
    });
    if (full == table.rows.end() || full - table.rows.begin() > 10) return reading;
    auto options = reading.options;
    options.header_line = full->line;
    auto again = read_import(bytes, reading.source, options);
    if (!again || again->table.header.empty()) return reading;
    auto const top = top_of(again->table);
    auto const profiles = profiles_of(top, NoAnswer());
    auto const ballots = ballot_columns(top, profiles, {});
    if (!ballots || ballots->options.size() < 2) return reading;
    // A "voter" that is also an answer is not a name.
    for (auto i : ballots->options) {
        auto const& name = again->table.header[i];
        if (name.find_first_not_of("0123456789.,-+ %") == std::string::npos ||
            profiles[i].words.contains(base::fold(name)))
            return reading;
    }
    return *std::move(again);
}

} // namespace

Reading read_answers(std::string_view bytes, Reading reading, AnswersAsked const& asked)
{
    auto out = with_names(bytes, std::move(reading));
    bool const told = !asked.map.empty() || asked.as == Holds::cases;
    if (auto table = told ? std::nullopt : turned(out.table)) out.table = *std::move(table);
    return out;
}

base::Result<Holds> holds(Reading const& reading, model::Document const& doc,
                          AnswersAsked const& asked)
{
    if (asked.as) return *asked.as;
    if (reading.table.header.empty() || reading.table.rows.empty()) return Holds::cases;
    auto const table = top_of(reading.table);
    auto const pairs = map_pairs(table, asked.map);
    if (!pairs && pairs.error().detail == "-") return Holds::cases; // "-" leaves the title out
    if (!pairs) return fail(pairs.error());
    auto const maps = [&](auto is) {
        return std::ranges::any_of(*pairs, [&](MapPair const& one) { return is(one.key); });
    };
    if (maps([](auto const& key) { return key == "vote" || key == "option"; }))
        return Holds::ballots;
    bool const fields = maps([](auto const& key) { return field_called(key) != Field::none; });
    auto const profiles = profiles_of(table, none_of(asked));
    auto const scales = scale_columns(table, profiles, doc, asked);
    bool const mapped = maps([](auto const& key) {
        auto const name = key.substr(0, key.find(':'));
        return name == "opportunite" || name == "opportunity" || name == "risque" || name == "risk";
    });
    if (!scales && (mapped || asked.axis > 0)) return fail(scales.error());
    if (scales && (mapped || has_both(*scales))) {
        if (!scales->title && !mapped) return Holds::cases;
        return scales->voter_named || comes_again(table, *scales) ? Holds::estimates
                                                                  : Holds::positions;
    }
    // Several rows per case with unexplained numbers: estimates need scales to be named.
    if (scales && scales->voter_named && scales->title && comes_again(table, *scales) &&
        !pairs_to_type(table, profiles, *scales, Axes(doc)).empty())
        return Holds::estimates;
    if (fields) return Holds::cases;
    return ballots_or_cases(table, profiles, doc, asked);
}

std::vector<AnswerColumn> answer_columns(Reading const& reading, Holds holds,
                                         model::Document const& doc, AnswersAsked const& asked)
{
    auto const& table = reading.table;
    auto const profiles = profiles_of(table, none_of(asked));
    if (holds == Holds::ballots) {
        if (auto ballots = ballot_columns(table, profiles, asked))
            return std::move(ballots->columns);
    } else if (auto scales = scale_columns(table, profiles, doc, asked)) {
        return std::move(scales->columns);
    }
    std::vector<AnswerColumn> out;
    for (auto const& name : table.header) out.push_back({name, {}, {}, {}});
    return out;
}

base::Result<AnswersPlan> plan_answers(Reading const& reading, Holds holds,
                                       model::Document const& doc, AnswersAsked const& asked,
                                       AnswerMints const& mints, std::int64_t at_ms)
{
    if (reading.table.header.empty()) return fail(Errc::invalid, "answers.no_header");
    auto plan = holds == Holds::ballots     ? plan_ballots(reading, doc, asked, mints, at_ms)
                : holds == Holds::estimates ? plan_estimates(reading, doc, asked, mints, at_ms)
                                            : plan_positions(reading, doc, asked, mints);
    if (!plan) return plan;
    plan->source = reading.source;
    plan->encoding = reading.table.encoding;
    plan->header_line = reading.table.header_line;
    plan->left_out.insert(plan->left_out.end(), reading.table.left_out.begin(),
                          reading.table.left_out.end());
    std::ranges::stable_sort(plan->left_out, {}, &base::Error::line);
    for (auto& label : plan->election.round.labels) {
        label = one_line(base::sanitized(label));
        if (!shows(label)) label.assign(1, '?');
    }
    auto& question = plan->election.round.question;
    question = one_line(base::sanitized(asked.question.empty() ? question : asked.question));
    if (question.empty()) question = reading.source;
    return plan;
}

bool changes_something(AnswersPlan const& plan)
{
    if (plan.holds != Holds::positions) return true;
    return !plan.places.cases.empty() || !plan.places.where.empty() || !plan.places.edits.empty();
}

edit::Command command_of(AnswersPlan const& plan)
{
    if (plan.holds == Holds::positions) return edit::Command{plan.places};
    return edit::Command{plan.election};
}

} // namespace exchange
