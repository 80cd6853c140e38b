#include "analysis/common/in_use.h"
#include "analysis/common/merged.h"
#include "analysis/common/reads.h"
#include "analysis/estimates/settling.h"
#include "analysis/ranking/affordable.h"
#include "analysis/ranking/verdicts.h"
#include "analysis/similarity/duplicates.h"
#include "analysis/voting/absent.h"
#include "analysis/voting/by_room.h"
#include "analysis/voting/reference.h"
#include "estimating.h"
#include "exchange/results/json.h"
#include "journal/memory_log.h"
#include "model/turnout.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <map>
#include <set>

namespace {

using model::Document;
using model::RoundId;

// A computed value as text. `whole`: the document for numbers and names.
using Text = std::string;

Text said_of(Document const& doc, Document const& whole, model::RoundId id)
{
    auto const counted = analysis::tally(doc, id, {{}, {}, 0});
    if (!counted) return counted.error().where;
    return exchange::tally_json(whole, *counted);
}

Text every_tally(Document const& doc, Document const& whole)
{
    Text out;
    for (auto const& [id, round] : model::table<model::Round>(whole))
        if (model::is_vote(round)) out += said_of(doc, whole, id);
    return out;
}

Text the_reference(Document const& doc, Document const& whole)
{
    auto const counted = analysis::reference_tally(doc);
    return counted ? exchange::tally_json(whole, *counted) : Text();
}

Text every_result(Document const& doc, Document const& whole)
{
    auto out = every_tally(doc, whole);
    for (auto const& [id, round] : model::table<model::Round>(whole)) {
        for (auto const& one : analysis::merged_since(doc, id))
            out += " merged " + std::to_string(one.absorbed.value) + " " +
                   std::to_string(one.both.value_or(-1)) + " " +
                   std::to_string(one.supporters.value_or(-1));
        for (auto aside : analysis::aside_now(doc, id))
            out += " aside " + std::to_string(aside.value);
        if (auto const absent = analysis::if_absent_had_voted(doc, id); absent && *absent)
            out += " absent " + std::to_string((*absent)->absent);
        if (auto const rooms = analysis::by_room(doc, id))
            for (auto const& room : rooms->rooms)
                out += " room " + std::to_string(room.tally.voters);
    }
    return out;
}

Text cloud_said(analysis::Cloud const& cloud)
{
    auto out = " " + std::to_string(cloud.on.value) + ":" + std::to_string(cloud.placed) + "/" +
               std::to_string(cloud.voters) + "-" + std::to_string(cloud.dont_know);
    if (cloud.shape) out += "@" + std::to_string(static_cast<int>(cloud.shape->zone));
    return out;
}

Text every_cloud(Document const& doc, Document const&)
{
    Text out;
    for (auto axis : analysis::active_axes(doc))
        for (auto const& rounds : analysis::all_clouds(doc, axis))
            for (auto const& cloud : rounds) out += cloud_said(cloud);
    return out;
}

Text everything_settled(Document const& doc, Document const& whole)
{
    auto out = every_cloud(doc, whole);
    for (auto axis : analysis::active_axes(doc))
        for (auto const& [key, at] :
             analysis::at_their_medians(doc, analysis::all_clouds(doc, axis)))
            out += " " + std::to_string(key.on.value) + "=" + std::to_string(at.opportunity) + "," +
                   std::to_string(at.risk);
    return out;
}

// With the session's own weights and parameters, whatever `doc` has.
analysis::Ranking ranked(Document const& doc, Document const& whole, int draws)
{
    analysis::RankingOptions options;
    options.draws = draws;
    options.convention = model::get<model::Convention>(whole);
    for (auto const& [id, axis] : model::table<model::Axis>(whole))
        options.weights[id] = axis.weight_milli;
    return analysis::rank_cases(doc, options);
}

Text the_order(Document const& doc, Document const& whole)
{
    auto const ranking = ranked(doc, whole, 20);
    auto out = std::to_string(ranking.reference.value_or(model::RoundId{}).value) + " holds " +
               std::to_string(ranking.stability.value_or(-1));
    for (auto const& one : ranking.cases) {
        out += " " + std::to_string(one.on.value) + ":" + std::to_string(one.rank) + "/" +
               std::to_string(one.rank_low) + "-" + std::to_string(one.rank_high) + " " +
               std::to_string(one.index.value_or(-99)) + " " + std::to_string(one.vote);
        for (auto const& value : one.values)
            out += "," + std::to_string(value.axis.value) + "=" +
                   std::to_string(value.opportunity) + "/" + std::to_string(value.risk) +
                   std::to_string(value.estimates);
    }
    return out;
}

Text what_fits(Document const& doc, Document const& whole)
{
    auto const fits =
        analysis::affordable(doc, ranked(whole, whole, 0), model::get<model::Budget>(doc));
    if (!fits) return fits.error().where + fits.error().detail;
    auto out = std::to_string(fits->spent) + " of " + std::to_string(fits->all) + " in " +
               std::to_string(fits->budget.money);
    for (auto const& one : fits->cases)
        out += " " + std::to_string(one.cost.value_or(-1)) + (one.in ? "+" : "-") +
               std::to_string(static_cast<int>(one.excluded));
    return out;
}

Text what_is_decided(Document const& doc, Document const& whole)
{
    auto const decided = analysis::verdicts(doc, ranked(whole, whole, 0), model::Body::workshop);
    auto out = std::to_string(decided.against) + "/" + std::to_string(decided.pairs);
    for (auto const& one : decided.cases) out += base::name_of(one.workshop);
    return out;
}

Text which_pairs(Document const& doc, Document const& whole)
{
    std::vector<analysis::AlikePair> all;
    for (auto const& [a, one] : model::table<model::Case>(whole))
        for (auto const& [b, other] : model::table<model::Case>(whole))
            if (a < b) all.push_back({a, b, 900});
    Text out;
    for (auto const& pair : analysis::proposed(doc, all))
        out += std::to_string(pair.a.value) + "-" + std::to_string(pair.b.value) + " ";
    return out;
}

// A computed value, and the tables it declares.
struct Figure {
    std::string name;
    std::function<Text(Document const&, Document const&)> say;
    std::function<Document(Document const&)> part;
    // without one of the tables
    std::map<std::string, std::function<Document(Document const&)>> without;
};

template <class Tables>
Document part(Document const& doc)
{
    Tables tables;
    tables.renew(doc);
    return tables.part();
}

template <class... R>
Figure figure(std::string name, std::function<Text(Document const&, Document const&)> say,
              analysis::Reads<R...>)
{
    using Tables = analysis::Reads<R...>;
    Figure out{std::move(name), std::move(say), part<Tables>, {}};
    auto const take_out = [&]<class Record>(Record) {
        out.without.emplace(Record::name, [](Document const& doc) {
            return model::with<Record>(part<Tables>(doc), Document{});
        });
    };
    (take_out(typename analysis::Read<R>::Record{}), ...);
    return out;
}

std::vector<Figure> all_figures()
{
    return {figure("tally", every_tally, analysis::TallyReads{}),
            figure("reference", the_reference, analysis::ReferenceReads{}),
            figure("result", every_result, analysis::ResultReads{}),
            figure("clouds", every_cloud, analysis::CloudReads{}),
            figure("settling", everything_settled, analysis::SettlingReads{}),
            figure("order", the_order, analysis::EvidenceReads{}),
            figure("affordable", what_fits, analysis::AffordableReads{}),
            figure("verdicts", what_is_decided, analysis::VerdictReads{}),
            figure("pairs", which_pairs, analysis::PairReads{})};
}

// A session with data in every table.
Document full_session()
{
    using namespace sample;
    Document doc;
    add_cases(doc, 6);
    add_axes(doc, 3);
    constexpr std::array costs{"M", "L", "M", "S", "XL", ""};
    for (int n = 1; n <= 6; ++n) {
        auto one = model::get<model::Case>(doc, case_id(n));
        one.number = 10 - n;
        one.cost = costs.at(static_cast<std::size_t>(n - 1));
        model::writable<model::Case>(doc).set(case_id(n), one);
    }
    model::Round vote;
    vote.method = model::Method::approval;
    add_round(doc, vote);
    for (int i = 0; i < 3; ++i)
        add_ballots(doc, {{{1, 1}, {2, 1}}, {{1, 1}, {3, 1}}, {{1, 1}, {4, 1}}, {{1, 1}, {6, 1}}});
    model::writable<model::ByRoom>(doc).set(first_round,
                                            {{{{model::SiteId{11}}, {1, 2, 3, 4, 5, 6}},
                                              {{model::SiteId{12}}, {7, 8, 9, 10, 11, 12}}}});
    model::TieDecision cut;
    cut.order = {case_id(6), case_id(4), case_id(3), case_id(2)};
    model::writable<model::TieDecision>(doc).set({first_round, 2}, cut);
    vote.source = model::BallotSource::hands;
    vote.headcount = 9;
    constexpr RoundId by_hands{301};
    add_round(doc, vote, by_hands);
    model::writable<model::Hands>(doc).set({by_hands, case_id(3)}, {5});
    model::writable<model::Hands>(doc).set({by_hands, case_id(2)}, {2});
    model::writable<model::Reference>(doc).set({}, {first_round});
    merge(doc, 6, 5);
    vote.source = model::BallotSource::keyboard;
    vote.method = model::Method::budget;
    vote.money = 600;
    constexpr RoundId bought{302};
    add_round(doc, vote, bought);
    add_ballots(doc, {{{1, 1}, {2, 1}}, {{1, 1}, {3, 1}}}, bought);
    add_estimating(doc, 7); // one of whom says nothing
    std::vector<sample::Said> const agree(6, sample::Said{{800, 200}});
    std::vector<sample::Said> const split{{{900, 100}}, {{900, 100}}, {{900, 100}},
                                          {{100, 900}}, {{100, 900}}, {{100, 900}}};
    estimate_all(doc, 1, 1, agree);
    estimate_all(doc, 1, 2, agree);
    estimate_all(doc, 2, 2, split);
    estimate_all(doc, 2, 6, agree);
    place(doc, 1, 1, 300, 900);
    place(doc, 2, 1, 500, 500);
    place(doc, 1, 2, 900, 100);
    place(doc, 1, 3, 600, 500);
    place(doc, 1, 4, 400, 500);
    auto const decide = [&](int on, model::Verdict verdict) {
        model::Decision decision;
        decision.verdict = verdict;
        model::writable<model::Decision>(doc).set({case_id(on), model::Body::workshop}, decision);
    };
    decide(1, model::Verdict::launch);
    decide(2, model::Verdict::aside);
    model::writable<model::Budget>(doc).set({}, {400, model::Rule::equal_shares});
    model::writable<model::FaceDown>(doc).set(case_id(4), {});
    model::writable<model::KeptApart>(doc).set({case_id(1), case_id(3)}, {});
    return doc;
}

// The same, the vote by hands being the one that counts.
Document by_hands()
{
    auto doc = full_session();
    model::writable<model::Reference>(doc).set({}, {RoundId{301}});
    return doc;
}

} // namespace

TEST_CASE("A figure reads the tables that it says, and every one of them")
{
    auto const figures = all_figures();
    std::map<std::string, std::set<std::string>> needed; // tables that change the value
    auto const look = [&](Document const& doc) {
        for (auto const& one : figures) {
            CAPTURE(one.name);
            auto const whole = one.say(doc, doc);
            CHECK(one.say(one.part(doc), doc) == whole);
            for (auto const& [table, without] : one.without)
                if (!needed[one.name].contains(table) && one.say(without(doc), doc) != whole)
                    needed[one.name].insert(table);
        }
    };
    look(full_session());
    look(by_hands());
    for (unsigned seed = 1; seed <= 8; ++seed) {
        support::TickingClock clock;
        support::SeededRandomSource random{seed};
        auto session = *session::Session::open(
            {std::make_unique<journal::MemoryLog>(), std::make_unique<journal::MemoryBox>()}, clock,
            random);
        support::RandomWorkshop workshop(session, seed);
        for (int i = 0; i < 12; ++i) {
            workshop.steps(40);
            CAPTURE(seed);
            look(session.document());
        }
    }
    for (auto const& one : figures)
        for (auto const& row : one.without) {
            CAPTURE(one.name);
            CAPTURE(row.first);
            CHECK(needed[one.name].contains(row.first));
        }
}
