#include "analysis/ranking/ranking.h"
#include "exchange/results/json.h"
#include "journal/file_log.h"
#include "session/session.h"
#include "support/folders.h"
#include "support/parsed.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

// `cadran rank --json` compared with a separate, slow computation from the session's records,
// following methods.md, 2.
namespace {

using Json = nlohmann::json;
using model::AxisId;
using model::CaseId;
using model::RoundId;

double median_of(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    auto const n = values.size();
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2.0;
}

double quantile7(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    double const h = static_cast<double>(values.size() - 1) * p;
    auto const below = static_cast<std::size_t>(std::floor(h));
    auto const above = std::min(below + 1, values.size() - 1);
    return values[below] + (h - std::floor(h)) * (values[above] - values[below]);
}

struct Spot {
    double o, r; // 0..10
};

// Reads a session's records without the program's analysis.
struct Reading {
    model::Document const& doc;
    std::vector<AxisId> axes;
    std::vector<CaseId> cases;
    std::map<AxisId, double> weight;
    double lambda = 0.5, mu = 0.25;

    explicit Reading(model::Document const& of)
        : doc(of)
    {
        for (int n = 1; n <= 100; ++n) // in the order of the numbers
            for (auto const& [id, axis] : model::table<model::Axis>(doc))
                if (axis.order == n && axis.state == model::AxisState::active) axes.push_back(id);
        for (int n = 1; n <= 1000; ++n)
            for (auto const& [id, one] : model::table<model::Case>(doc))
                if (one.number == n && !model::find<model::Merge>(doc, id)) cases.push_back(id);
        double sum = 0;
        for (auto id : axes) sum += model::find<model::Axis>(doc, id)->weight_milli;
        for (auto id : axes) weight[id] = model::find<model::Axis>(doc, id)->weight_milli / sum;
    }

    // The answers of voters `who` (each as often as listed) in the last round that asks about the
    // axis and the case.
    std::optional<RoundId> last_round(AxisId axis, CaseId on) const
    {
        std::optional<RoundId> out;
        int number = -1;
        for (auto const& [id, round] : model::table<model::Round>(doc)) {
            if (round.method != model::Method::estimate || round.number < number) continue;
            if (model::get<model::RoundStatus>(doc, id).state != model::RoundState::revealed)
                continue;
            if (std::count(round.axes.begin(), round.axes.end(), axis) == 0 ||
                std::count(round.cases.begin(), round.cases.end(), on) == 0)
                continue;
            out = id, number = round.number;
        }
        return out;
    }
    std::vector<int> voters(RoundId round) const
    {
        std::vector<int> out;
        for (auto const& [key, ballot] : model::table<model::Ballot>(doc))
            if (key.round == round) out.push_back(key.number);
        return out;
    }
    std::vector<Spot> said(AxisId axis, CaseId on, RoundId round, std::vector<int> const& who) const
    {
        std::vector<Spot> out;
        for (int voter : who) {
            auto const* at = model::find<model::Estimate>(doc, {round, voter, axis, on});
            if (at && at->opportunity >= 0)
                out.push_back({at->opportunity / 100.0, at->risk / 100.0});
        }
        return out;
    }
    static Spot middle(std::vector<Spot> const& dots)
    {
        std::vector<double> o, r;
        for (auto d : dots) o.push_back(d.o), r.push_back(d.r);
        return {median_of(o), median_of(r)};
    }

    // The position of the case on the axis; `drawn`: the voters drawn in each estimating round.
    std::optional<Spot> spot(AxisId axis, CaseId on,
                             std::map<RoundId, std::vector<int>> const& drawn = {}) const
    {
        auto const* placed = model::find<model::Placement>(doc, {axis, on});
        auto const round = last_round(axis, on);
        std::optional<Spot> room, again;
        if (round) {
            auto const dots = said(axis, on, *round, voters(*round));
            if (dots.size() >= 5) {
                room = again = middle(dots);
                if (drawn.contains(*round)) {
                    auto const others = said(axis, on, *round, drawn.at(*round));
                    if (!others.empty()) again = middle(others);
                }
            }
        }
        if (!placed) return again;
        auto level = [](double x) { return std::round(x * 100.0) / 100.0; };
        bool const follows = room && placed->by == model::PlacedBy::median &&
                             std::abs(placed->opportunity / 100.0 - level(room->o)) < 1e-9 &&
                             std::abs(placed->risk / 100.0 - level(room->r)) < 1e-9;
        if (follows) return Spot{level(again->o), level(again->r)};
        return Spot{placed->opportunity / 100.0, placed->risk / 100.0};
    }

    // Dots given to each case by these ballots of the vote, scaled so that the highest is 10.
    std::map<CaseId, double> votes(RoundId round, std::vector<int> const& who) const
    {
        std::map<CaseId, double> sums;
        for (int voter : who)
            for (auto const& mark : model::find<model::Ballot>(doc, {round, voter})->marks)
                sums[mark.on] += mark.value;
        double best = 0;
        for (auto const& [id, sum] : sums) best = std::max(best, sum);
        for (auto& [id, sum] : sums) sum = best > 0 ? 10 * sum / best : 0;
        return sums;
    }
};

struct Line {
    std::optional<Spot> point;
    double vote = 0, index = 0;
};

std::map<CaseId, Line> lines_of(Reading const& s, std::map<AxisId, double> const& weight,
                                std::map<CaseId, double> votes,
                                std::map<RoundId, std::vector<int>> const& drawn = {})
{
    std::map<CaseId, Line> out;
    for (auto on : s.cases) {
        double w = 0, o = 0, r = 0;
        for (auto axis : s.axes)
            if (auto at = s.spot(axis, on, drawn)) {
                w += weight.at(axis);
                o += weight.at(axis) * at->o;
                r += weight.at(axis) * at->r;
            }
        Line line;
        line.vote = votes[on];
        if (w > 0) {
            line.point = Spot{o / w, r / w};
            line.index = line.point->o - s.lambda * line.point->r + s.mu * line.vote;
        }
        out[on] = line;
    }
    return out;
}

int rank_of(std::map<CaseId, Line> const& lines, CaseId on)
{
    int rank = 1;
    for (auto const& [id, line] : lines)
        if (line.point && line.index > lines.at(on).index + 1e-9) ++rank;
    return rank;
}

// A session written to a file: a vote, estimates, some agreed positions, new estimates.
struct Written {
    support::TemporaryFolder folder;
    support::TickingClock clock;
    support::SeededRandomSource random{41};
    std::mt19937 dice{6};
    std::optional<session::Session> session;
    std::vector<CaseId> cases;
    std::vector<AxisId> axes;
    RoundId vote, estimates;

    [[nodiscard]] std::filesystem::path path() const { return folder / "atelier.cadran"; }
    int below(int n) { return static_cast<int>(dice() % static_cast<unsigned>(n)); }
    void must(edit::Command const& command)
    {
        REQUIRE(session->submit(edit::facilitator, command));
    }

    Written()
    {
        journal::FileLog::Options options;
        options.keys = folder / "keys";
        session.emplace(
            *session::Session::open(*journal::FileLog::create(path(), 1, options), clock, random));
        edit::AddCases add;
        for (int i = 0; i < 10; ++i) {
            model::Case text;
            text.title = "Cas " + std::to_string(i + 1);
            cases.push_back(session->mint<CaseId>());
            add.cases.push_back({cases.back(), text, {}});
        }
        must(add);
        for (int i = 0; i < 4; ++i) {
            model::Axis axis;
            axis.title = "Axe " + std::to_string(i + 1);
            axis.weight_milli = 500 + 250 * i;
            axes.push_back(session->mint<AxisId>());
            must(edit::SetAxis{axes.back(), axis});
        }
        hold_the_vote();
        estimates = estimate(cases, axes);
        settle();
        (void)estimate({cases[1], cases[4]}, {axes[0], axes[2]}); // after the debate
        must(edit::MergeCases{cases[0], {cases[9]}});
    }

    void hold_the_vote()
    {
        model::Round round;
        round.cases = cases;
        vote = session->mint<RoundId>();
        must(edit::PrepareRound{vote, round});
        must(edit::OpenRound{vote, 1});
        for (int voter = 0; voter < 13; ++voter) {
            model::Ballot ballot;
            for (auto on : cases)
                if (below(3) == 0) ballot.marks.push_back({on, 1 + below(2)});
            if (ballot.marks.size() > 5) ballot.marks.resize(5);
            REQUIRE(session->cast(vote, session->mint_token(), ballot));
        }
        REQUIRE(session->close_round(edit::facilitator, vote));
        must(edit::RevealRound{vote});
    }

    RoundId estimate(std::vector<CaseId> const& of, std::vector<AxisId> const& on)
    {
        model::Round round;
        round.method = model::Method::estimate;
        round.cases = of, round.axes = on;
        auto const id = session->mint<RoundId>();
        must(edit::PrepareRound{id, round});
        must(edit::OpenRound{id, 1});
        std::map<std::pair<AxisId, CaseId>, std::pair<int, int>> about;
        for (auto axis : on)
            for (auto one : of) about[{axis, one}] = {below(11), below(11)};
        for (int voter = 0; voter < 12; ++voter) {
            model::Ballot ballot;
            for (auto const& [cell, at] : about) {
                if (below(8) == 0) continue;
                model::Estimate said;
                if (below(8) != 0) {
                    said.opportunity = std::clamp(at.first + below(5) - 2, 0, 10) * 100;
                    said.risk = std::clamp(at.second + below(5) - 2, 0, 10) * 100;
                }
                ballot.estimates.push_back({cell.first, cell.second, said});
            }
            REQUIRE(session->cast(id, session->mint_token(), ballot));
        }
        REQUIRE(session->close_round(edit::facilitator, id));
        must(edit::RevealRound{id});
        return id;
    }

    // Agrees on the medians of one axis, and on a few chosen positions.
    void settle()
    {
        Reading const reading(session->document());
        edit::PlaceAll all;
        for (auto on : cases)
            if (auto at = reading.spot(axes[1], on)) {
                model::Placement placed;
                placed.opportunity = static_cast<int>(std::lround(at->o * 100));
                placed.risk = static_cast<int>(std::lround(at->r * 100));
                placed.by = model::PlacedBy::median;
                all.where.push_back({{axes[1], on}, placed});
            }
        must(all);
        must(edit::Place{{axes[2], cases[3]}, {810, 240, {}, {}, "débattu"}});
        must(edit::Place{{axes[3], cases[6]}, {120, 930, {}, {}, ""}});
        must(edit::Decide{{cases[3], model::Body::workshop}, {model::Verdict::launch, "", "", ""}});
    }
};

Json run(std::string const& arguments)
{
    std::string out;
    auto* pipe = popen(("'" + support::binary() + "' " + arguments).c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
        out.append(part.data(), got);
    REQUIRE(pclose(pipe) == 0);
    return support::parsed(out);
}

} // namespace

TEST_CASE("the printed order equals a separate computation from the records")
{
    Written w;
    w.session.reset(); // closes the file
    auto const opened = *session::Session::open(
        *journal::FileLog::open(w.path(), journal::OpenMode::read), w.clock, w.random);
    Reading const s(opened.document());
    auto const printed = run("rank '" + w.path().string() + "' --json");

    CHECK(printed["draws"] == 10'000);
    CHECK(printed["lambda"] == 0.5);
    CHECK(printed["mu"] == 0.25);
    auto const voters = s.voters(w.vote);
    auto const lines = lines_of(s, s.weight, s.votes(w.vote, voters));
    CHECK(printed["results"].size() == 9); // one of the ten cases is merged into another
    int seen = 0;
    for (auto const& row : printed["results"]) {
        CaseId const on{row["case"].get<std::uint64_t>()};
        CAPTURE(row["title"].get<std::string>());
        REQUIRE(lines.contains(on));
        auto const& line = lines.at(on);
        REQUIRE(line.point);
        ++seen;
        CHECK(row["opportunity"].get<double>() == doctest::Approx(line.point->o).epsilon(1e-8));
        CHECK(row["risk"].get<double>() == doctest::Approx(line.point->r).epsilon(1e-8));
        CHECK(row["vote"].get<double>() == doctest::Approx(line.vote).epsilon(1e-8));
        CHECK(row["index"].get<double>() == doctest::Approx(line.index).epsilon(1e-8));
        CHECK(row["rank"] == rank_of(lines, on));
        CHECK(row["rank_low"] <= row["rank"]);
        CHECK(row["rank_high"] >= row["rank"]);

        // Pareto layers by definition: the length of the longest chain of cases that dominate the
        // case.
        std::map<CaseId, int> layers;
        for (bool again = true; again;) {
            again = false;
            for (auto const& [a, la] : lines)
                for (auto const& [b, lb] : lines) {
                    bool const better =
                        la.point->o >= lb.point->o - 1e-12 && la.point->r <= lb.point->r + 1e-12 &&
                        (la.point->o > lb.point->o + 1e-12 || la.point->r < lb.point->r - 1e-12);
                    if (better && layers[b] <= layers[a]) layers[b] = layers[a] + 1, again = true;
                }
        }
        CHECK(row["pareto_layer"] == layers[on] + 1);

        // Vetoes: a high median or agreed risk, or a third of the voters.
        bool veto = false;
        for (auto axis : s.axes) {
            auto const at = s.spot(axis, on);
            if (at && at->r >= 7.5 - 1e-9) veto = true;
            if (auto round = s.last_round(axis, on)) {
                auto const dots = s.said(axis, on, *round, s.voters(*round));
                auto const high =
                    std::count_if(dots.begin(), dots.end(), [](Spot d) { return d.r >= 7.5; });
                if (dots.size() >= 5 && 3 * high >= static_cast<std::ptrdiff_t>(dots.size()))
                    veto = true;
            }
        }
        CHECK(row["veto"] == veto);
    }
    CHECK(seen == 9);
}

TEST_CASE("the printed clouds are those of the last round, with medians and quartiles")
{
    Written w;
    Reading const s(w.session->document());
    auto const printed = support::parsed(exchange::rank_json(
        w.session->document(), analysis::rank_cases(w.session->document(), {.draws = 0})));
    CHECK(printed["estimates"]["clouds"].size() == 36);
    for (auto const& row : printed["estimates"]["clouds"]) {
        AxisId const axis{row["axis"].get<std::uint64_t>()};
        CaseId const on{row["case"].get<std::uint64_t>()};
        auto const round = *s.last_round(axis, on);
        auto const dots = s.said(axis, on, round, s.voters(round));
        CHECK(row["round"] == model::find<model::Round>(s.doc, round)->number);
        CHECK(row["voters"] == 12);
        CHECK(row["placed"] == dots.size());
        if (dots.size() < 5) {
            CHECK_FALSE(row.contains("median"));
            continue;
        }
        std::vector<double> risk;
        for (auto d : dots) risk.push_back(d.r);
        CHECK(row["median"]["risk"].get<double>() == doctest::Approx(median_of(risk)));
        CHECK(row["risk"]["q1"].get<double>() == doctest::Approx(quantile7(risk, 0.25)));
        CHECK(row["risk"]["q3"].get<double>() == doctest::Approx(quantile7(risk, 0.75)));
        auto const launch =
            std::count_if(dots.begin(), dots.end(), [](Spot d) { return d.o >= 5.0 && d.r < 5.0; });
        CHECK(row["zones"]["launch"].get<double>() ==
              doctest::Approx(static_cast<double>(launch) / static_cast<double>(dots.size())));
        bool const second = round != w.estimates;
        CHECK(row["rounds"] == (second ? 2 : 1));
        CHECK(row.contains("since_last_round") == second);
    }
}

TEST_CASE("the stability of the order agrees with independent draws")
{
    Written w;
    Reading const s(w.session->document());
    auto const printed = run("rank '" + w.path().string() + "' --json");
    int const k = printed["first"];
    auto const voters = s.voters(w.vote);
    auto const stated = lines_of(s, s.weight, s.votes(w.vote, voters));
    std::mt19937_64 dice(2024);
    std::exponential_distribution<double> exponential;
    std::map<CaseId, int> first, best;
    int held = 0;
    int const draws = 3000;
    std::map<RoundId, std::vector<int>> rooms;
    for (auto const& [id, round] : model::table<model::Round>(s.doc))
        if (round.method == model::Method::estimate) rooms[id] = s.voters(id);
    auto again = [&](std::vector<int> const& who) {
        std::vector<int> out;
        for (std::size_t i = 0; i < who.size(); ++i) out.push_back(who[dice() % who.size()]);
        return out;
    };
    for (int d = 0; d < draws; ++d) {
        auto weight = s.weight;
        for (auto& [axis, one] : weight) one = exponential(dice);
        std::map<RoundId, std::vector<int>> drawn;
        for (auto const& [id, who] : rooms) drawn[id] = again(who);
        auto const lines = lines_of(s, weight, s.votes(w.vote, again(voters)), drawn);
        double worst_leader = 1e9, best_other = -1e9;
        for (auto const& [on, line] : lines) {
            auto const rank = rank_of(lines, on);
            first[on] += rank <= k ? 1 : 0;
            best[on] += rank == 1 ? 1 : 0;
            if (rank_of(stated, on) <= k)
                worst_leader = std::min(worst_leader, line.index);
            else
                best_other = std::max(best_other, line.index);
        }
        held += worst_leader > best_other + 1e-9 ? 1 : 0;
    }
    CHECK(std::abs(printed["stability"].get<double>() - static_cast<double>(held) / draws) < 0.04);
    for (auto const& row : printed["results"]) {
        CaseId const on{row["case"].get<std::uint64_t>()};
        CAPTURE(row["title"].get<std::string>());
        CHECK(std::abs(row["first_share"].get<double>() - static_cast<double>(first[on]) / draws) <
              0.04);
        CHECK(std::abs(row["acceptability"][0].get<double>() -
                       static_cast<double>(best[on]) / draws) < 0.04);
    }
}

TEST_CASE("the same seed prints the same bytes, and another one does not")
{
    Written w;
    auto const file = "rank '" + w.path().string() + "' --json --draws 500";
    auto const once = run(file);
    CHECK(once == run(file));
    CHECK(once["seed"] == 1);
    auto const other = run(file + " --seed 9");
    CHECK(other["seed"] == 9);
    CHECK(other["results"][0]["acceptability"] != once["results"][0]["acceptability"]);
    CHECK(other["results"][0]["index"] == once["results"][0]["index"]);
    CHECK(run(file + " --first 2")["first"] == 2);
}
