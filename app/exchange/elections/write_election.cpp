#include "exchange/elections/write_election.h"

#include "analysis/common/cost.h"
#include "analysis/voting/tally.h"
#include "base/names.h"
#include "base/text.h"
#include "model/turnout.h"
#include "model/voting_method.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace exchange {
namespace {

using base::Errc;
using base::fail;
using base::Result;
using model::BallotType;

constexpr std::int64_t people_most = 1'000'000; // limit, as each person has a line

struct Vote {
    model::RoundId id;
    model::Round round;
    std::vector<model::Case> cases;        // cases of the round, in its order
    std::vector<model::Ballot> ballots;    // ballots without blank ones
    std::int64_t people = 0, blanks = 0;   // number of people with a ballot, and with a blank one
    std::map<model::CaseId, int> place_of; // position of each case, from 1
    [[nodiscard]] BallotType type() const { return model::voting_method(round.method).ballot; }
};

std::string one_line(std::string_view text)
{
    std::string out;
    for (char const c : base::sanitized(text)) out += c == '\n' || c == '\r' ? ' ' : c;
    return std::string(base::trimmed(out));
}

Result<Vote> vote_of(model::Document const& doc, int number)
{
    Vote out;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (round.number == number && model::is_vote(round)) out.id = id, out.round = round;
    if (!out.id) return fail(Errc::not_found, "round", std::to_string(number));
    auto const state = model::get<model::RoundStatus>(doc, out.id).state;
    if (state != model::RoundState::closed && state != model::RoundState::revealed)
        return fail(Errc::conflict, "export.round.open");
    if (model::get<model::RoundStatus>(doc, out.id).by_hand > 0)
        return fail(Errc::conflict, "export.round.hands");
    for (auto const on : out.round.cases) {
        out.cases.push_back(model::get<model::Case>(doc, on));
        out.place_of[on] = static_cast<int>(out.cases.size());
    }
    auto const& rows = model::table<model::Ballot>(doc);
    for (auto it = rows.lower_bound({out.id, 0}); it != rows.end() && it->first.round == out.id;
         ++it) {
        auto const& ballot = it->second;
        bool const says = std::ranges::any_of(ballot.marks, [&](model::Mark const& mark) {
            return mark.value != 0 || model::voting_method(out.round.method).zero_answers();
        });
        (says ? out.people : out.blanks) += ballot.copies;
        if (says) out.ballots.push_back(ballot);
    }
    if (out.people == 0) return fail(Errc::conflict, "export.round.blank");
    bool const of_the_room = out.round.source != model::BallotSource::imported;
    if (of_the_room && out.people + out.blanks < analysis::group_min)
        return fail(Errc::denied, "export.round.few", std::to_string(analysis::group_min));
    if (out.people > people_most) return fail(Errc::invalid, "export.round.many");
    return out;
}

// --- Pabulib: three tables, separated by semicolons.

std::string in_quotes(std::string_view text)
{
    auto said = one_line(text);
    if (said.find_first_of(";\"") == std::string::npos) return said;
    std::string out = "\"";
    for (char const c : said) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

void add_row(std::string& out, std::initializer_list<std::string> cells)
{
    std::string row;
    for (auto const& cell : cells) row += (&cell == cells.begin() ? "" : ";") + cell;
    out += row + "\n";
}

// The format's name for the ballot type; nothing when it has none.
std::optional<std::string> vote_type(Vote const& vote)
{
    switch (vote.type()) {
    case BallotType::approvals: return "approval";
    case BallotType::points:
        if (model::voting_method(vote.round.method).spends == model::Spends::sum)
            return "cumulative";
        return std::nullopt;
    case BallotType::scores: return "scoring";
    case BallotType::orders: return "ordinal";
    case BallotType::grades:
    case BallotType::pairs: break;
    }
    return std::nullopt;
}

// What a cost is said in: "EUR", or the three capitals that end it ("1200 PLN").
std::string currency_of(std::string_view cost)
{
    auto const word = cost.substr(cost.find_last_of(' ') + 1);
    bool const capitals =
        word.size() == 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals ? std::string(word) : std::string("EUR");
}

std::string amount_of(std::optional<analysis::Cost> const& cost)
{
    return cost ? analysis::amount_text(cost->hundredths) : std::string("0");
}

// The cases named on a ballot, best first, and their values.
std::pair<std::string, std::string> said_on(Vote const& vote, model::Ballot const& ballot)
{
    auto marks = ballot.marks;
    bool const ordered = vote.type() == BallotType::orders;
    std::ranges::stable_sort(marks, [&](model::Mark const& a, model::Mark const& b) {
        return ordered ? a.value < b.value : vote.place_of.at(a.on) < vote.place_of.at(b.on);
    });
    std::string named, points;
    for (auto const& mark : marks) {
        if (mark.value == 0 && !model::voting_method(vote.round.method).zero_answers()) continue;
        auto const comma = named.empty() ? "" : ",";
        named += comma + std::to_string(vote.cases[vote.place_of.at(mark.on) - 1UL].number);
        points += comma + std::to_string(mark.value);
    }
    return {named, points};
}

bool has_ties(model::Ballot const& ballot)
{
    std::vector<int> values;
    for (auto const& mark : ballot.marks) values.push_back(mark.value);
    std::ranges::sort(values);
    return std::ranges::adjacent_find(values) != values.end();
}

Result<std::string> pabulib(model::Document const& doc, Vote const& vote)
{
    auto const type = vote_type(vote);
    if (!type) return fail(Errc::invalid, "export.round.form", ".pb");
    if (*type == "ordinal" && std::ranges::any_of(vote.ballots, has_ties))
        return fail(Errc::invalid, "export.round.ties", ".pb");
    std::vector<std::optional<analysis::Cost>> costs;
    std::int64_t sum = 0;
    bool any = false;
    std::string currency = "EUR";
    for (auto const& one : vote.cases) {
        auto cost = analysis::read_cost(one.cost);
        if (cost && cost->kind != analysis::Cost::Kind::amount) cost.reset(); // a size
        if (cost && !any) currency = currency_of(one.cost);
        if (cost && currency_of(one.cost) != currency) cost.reset(); // amounts do not add up
        any = any || cost;
        sum += cost ? cost->hundredths : 0;
        costs.push_back(cost);
    }
    if (!any) { // other programs need a cost: one unit each
        std::ranges::fill(costs, analysis::Cost{.hundredths = analysis::hundredths_per_unit});
        sum = static_cast<std::int64_t>(costs.size()) * analysis::hundredths_per_unit;
    }
    auto const& round = vote.round;
    std::string out = "META\n";
    add_row(out, {"key", "value"});
    add_row(out, {"description", in_quotes(round.question)});
    add_row(out, {"unit", in_quotes(model::get<model::Profile>(doc).title)});
    add_row(out, {"instance", std::to_string(round.number)});
    add_row(out, {"num_projects", std::to_string(vote.cases.size())});
    add_row(out, {"num_votes", std::to_string(vote.people)});
    add_row(out, {"budget", analysis::amount_text(round.money > 0 ? round.money : sum)});
    add_row(out, {"vote_type", *type});
    add_row(out, {"rule", std::string(base::name_of(round.rule))});
    add_row(out, {"currency", currency});
    bool const limits_choices =
        model::voting_method(round.method).has(model::VotingMethod::choices);
    if (limits_choices && round.choices > 0)
        add_row(out, {"max_length", std::to_string(round.choices)});
    if (*type == "cumulative") add_row(out, {"max_sum_points", std::to_string(round.budget)});
    if (*type == "cumulative" && round.cap > 0)
        add_row(out, {"max_points", std::to_string(round.cap)});
    if (*type == "scoring") add_row(out, {"max_points", std::to_string(round.grades)});
    if (!any) add_row(out, {"comment", "#1: no costs were said: each case counts as one"});
    if (vote.blanks > 0)
        add_row(out, {"blank_ballots", std::to_string(vote.blanks)}); // not counted among the votes
    out += "PROJECTS\n";
    add_row(out, {"project_id", "cost", "name", "category"});
    for (std::size_t i = 0; i < vote.cases.size(); ++i) {
        auto const& one = vote.cases[i];
        add_row(out, {std::to_string(one.number), amount_of(costs[i]), in_quotes(one.title),
                      in_quotes(one.domain)});
    }
    bool const pointed = *type == "cumulative" || *type == "scoring";
    out += "VOTES\n";
    out += pointed ? "voter_id;vote;points\n" : "voter_id;vote\n";
    std::int64_t voter = 0;
    for (auto const& ballot : vote.ballots) {
        auto const [named, points] = said_on(vote, ballot);
        for (int copy = 0; copy < ballot.copies; ++copy) {
            out += std::to_string(++voter) + ";" + named;
            out += pointed ? ";" + points + "\n" : "\n";
        }
    }
    return out;
}

// --- PrefLib: distinct orders with their number of people, the most frequent first.

using Lines = std::map<std::string, std::int64_t>;

// "1,{2,3}": positions of cases in the round, grouped by rank.
std::string classes_text(std::vector<std::vector<int>> const& classes, bool always_braces)
{
    std::string out;
    for (auto const& one : classes) {
        std::string inside;
        for (auto const place : one) inside += (inside.empty() ? "" : ",") + std::to_string(place);
        bool const braces = always_braces || one.size() != 1;
        out += (out.empty() ? "" : ",") + (braces ? "{" + inside + "}" : inside);
    }
    return out;
}

Result<std::string> order_text(Vote const& vote, model::Ballot const& ballot, ElectionFile as)
{
    std::map<int, std::vector<int>> by_rank;
    for (auto const& mark : ballot.marks)
        if (mark.value > 0) by_rank[mark.value].push_back(vote.place_of.at(mark.on));
    std::vector<std::vector<int>> classes;
    std::size_t count = 0;
    for (auto& [rank, places] : by_rank) {
        std::ranges::sort(places);
        count += places.size();
        bool const strict = as == ElectionFile::soc || as == ElectionFile::soi;
        if (strict && places.size() > 1)
            return fail(Errc::invalid, "export.round.ties",
                        as == ElectionFile::soc ? ".soc" : ".soi");
        classes.push_back(std::move(places));
    }
    bool const complete = as == ElectionFile::soc || as == ElectionFile::toc;
    if (complete && count != vote.cases.size())
        return fail(Errc::invalid, "export.round.complete",
                    as == ElectionFile::soc ? ".soc" : ".toc");
    return classes_text(classes, false);
}

// The names of the categories, best first.
std::vector<std::string> categories_of(Vote const& vote)
{
    if (vote.type() == BallotType::approvals) return {"Yes", "No"};
    std::vector<std::string> out;
    for (int grade = vote.round.grades - 1; grade >= 0; --grade) {
        auto const at = static_cast<std::size_t>(grade);
        out.push_back(at < vote.round.labels.size() ? one_line(vote.round.labels[at])
                                                    : std::to_string(grade));
    }
    return out;
}

std::string category_text(Vote const& vote, model::Ballot const& ballot, std::size_t categories)
{
    std::vector<std::vector<int>> classes(categories);
    std::vector<char> marked(vote.cases.size());
    bool const approvals = vote.type() == BallotType::approvals;
    for (auto const& mark : ballot.marks) {
        auto const place = vote.place_of.at(mark.on);
        auto const last = static_cast<int>(categories) - 1;
        auto const at = approvals ? (mark.value > 0 ? 0 : last) : last - mark.value;
        classes[static_cast<std::size_t>(std::clamp(at, 0, last))].push_back(place);
        marked[static_cast<std::size_t>(place) - 1] = 1;
    }
    for (std::size_t i = 0; approvals && i < marked.size(); ++i)
        if (marked[i] == 0) classes.back().push_back(static_cast<int>(i) + 1);
    for (auto& one : classes) std::ranges::sort(one);
    return classes_text(classes, true);
}

Result<std::string> preflib(model::Document const& doc, Vote const& vote, ElectionFile as,
                            std::string const& name)
{
    static constexpr std::array<std::string_view, 6> types{"pb", "soc", "soi", "toc", "toi", "cat"};
    auto const type = std::string(types[static_cast<std::size_t>(as)]);
    bool const categories = as == ElectionFile::cat;
    bool const fits =
        categories ? vote.type() == BallotType::approvals || vote.type() == BallotType::grades
                   : vote.type() == BallotType::orders;
    if (!fits) return fail(Errc::invalid, "export.round.form", "." + type);
    auto const words = categories ? categories_of(vote) : std::vector<std::string>{};
    Lines lines;
    for (auto const& ballot : vote.ballots) {
        auto text = categories ? Result<std::string>(category_text(vote, ballot, words.size()))
                               : order_text(vote, ballot, as);
        if (!text) return text;
        lines[*text] += ballot.copies;
    }
    std::string out;
    auto const say = [&](std::string const& key, std::string const& value) {
        out += "# " + key + ": " + value + "\n";
    };
    say("FILE NAME", one_line(name));
    say("TITLE", one_line(vote.round.question));
    say("DESCRIPTION",
        one_line(model::get<model::Profile>(doc).title) +
            (vote.blanks > 0 ? ", blank ballots left out: " + std::to_string(vote.blanks) : ""));
    say("DATA TYPE", type);
    say("MODIFICATION TYPE", "original");
    for (auto const* key : {"RELATES TO", "RELATED FILES", "PUBLICATION DATE", "MODIFICATION DATE"})
        say(key, "");
    say("NUMBER ALTERNATIVES", std::to_string(vote.cases.size()));
    say("NUMBER VOTERS", std::to_string(vote.people));
    say(categories ? "NUMBER UNIQUE PREFERENCES" : "NUMBER UNIQUE ORDERS",
        std::to_string(lines.size()));
    if (categories) say("NUMBER CATEGORIES", std::to_string(words.size()));
    for (std::size_t i = 0; i < words.size(); ++i)
        say("CATEGORY NAME " + std::to_string(i + 1), words[i]);
    for (std::size_t i = 0; i < vote.cases.size(); ++i)
        say("ALTERNATIVE NAME " + std::to_string(i + 1), one_line(vote.cases[i].title));
    std::vector<std::pair<std::string, std::int64_t>> sorted(lines.begin(), lines.end());
    std::ranges::stable_sort(sorted,
                             [](auto const& a, auto const& b) { return a.second > b.second; });
    for (auto const& [text, people] : sorted) out += std::to_string(people) + ": " + text + "\n";
    return out;
}

} // namespace

std::optional<ElectionFile> election_file(std::string_view ending)
{
    using enum ElectionFile;
    static constexpr std::array<std::pair<std::string_view, ElectionFile>, 6> known{
        {{"pb", pabulib}, {"soc", soc}, {"soi", soi}, {"toc", toc}, {"toi", toi}, {"cat", cat}}};
    auto const it =
        std::ranges::find(known, ending, &std::pair<std::string_view, ElectionFile>::first);
    return it == known.end() ? std::nullopt : std::optional(it->second);
}

Result<std::string> write_election(model::Document const& doc, int number, ElectionFile as,
                                   std::string const& name)
{
    auto const vote = vote_of(doc, number);
    if (!vote) return fail(vote.error());
    return as == ElectionFile::pabulib ? pabulib(doc, *vote) : preflib(doc, *vote, as, name);
}

} // namespace exchange
