#include "analysis/small_votes.h"
#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/ui_driver.h"
#include "ui/grades.h"
#include "ui/vote_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

// The screen of a result, for every method, as a facilitator reads and uses it.
namespace {

using model::CaseId;
using model::Method;
using model::Rule;
using support::UiDriver;

using Line = std::pair<int, int>; // case number, value

struct Hall {
    support::TickingClock clock;
    support::SeededChance chance{11};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, chance).value();
    ui::VoteView view;
    ui::Access access = ui::Access::edit;
    std::vector<CaseId> ids; // of cases 1, 2, 3…
    std::optional<model::Step> went;
    UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};

    void draw(ui::Ui& ui)
    {
        if (!view.round) return;
        ui::Workshop const workshop{session, 0, 0, ui::SaveState::saved, access, ""};
        auto const wish =
            ui::draw_vote_results(ui, view, workshop, ui::frame_of(ui, ui::Panel::shown));
        if (!wish) return;
        auto const* command = wish->as<edit::Command>();
        REQUIRE(command);
        if (auto const* step = command->as<edit::SetStep>())
            went = step->step;
        else
            CHECK(session.submit(edit::facilitator, *command));
    }
    void act(edit::Command const& command)
    {
        auto const done = session.submit(edit::facilitator, command);
        REQUIRE_MESSAGE(done, (done ? "" : done.error().where));
    }
    void add_cases(std::vector<std::string> const& titles,
                   std::vector<std::string> const& costs = {})
    {
        edit::AddCases add;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            model::Case text;
            text.title = titles[i];
            if (i < costs.size()) text.cost = costs[i];
            ids.push_back(session.mint<CaseId>());
            add.cases.push_back({ids.back(), text, {}});
        }
        act(add);
    }
    [[nodiscard]] CaseId id(int number) const
    {
        return ids.at(static_cast<std::size_t>(number) - 1);
    }
    // A vote from its preparation to the moment when the room sees it.
    model::RoundId hold(model::Round round, std::vector<std::vector<Line>> const& ballots)
    {
        if (round.cases.empty()) round.cases = ids;
        round.question = "Que voulez-vous ?";
        auto const round_id = session.mint<model::RoundId>();
        std::vector<model::Ballot> cast;
        for (auto const& lines : ballots) {
            model::Ballot ballot;
            for (auto const& [number, value] : lines) ballot.marks.push_back({id(number), value});
            cast.push_back(std::move(ballot));
        }
        act(edit::PrepareRound{round_id, round});
        act(edit::OpenRound{round_id, 1});
        act(edit::CloseRound{round_id, cast, 2});
        act(edit::RevealRound{round_id});
        return round_id;
    }
    // And looked at until nothing moves.
    model::RoundId vote(model::Round const& round, std::vector<std::vector<Line>> const& ballots)
    {
        look(hold(round, ballots));
        return view.round;
    }
    void look(model::RoundId round)
    {
        view.round = round;
        hand.settle();
    }
    void page(char const* which)
    {
        hand.click(std::string("results.page.") + which);
        hand.settle();
    }
    void show_result() { page("1"); }
    [[nodiscard]] std::string row(int number) const
    {
        return hand.value("result." + std::to_string(number));
    }
    [[nodiscard]] bool says(std::string const& id, std::string const& text) const
    {
        return hand.shows(id) && hand.label(id).find(text) != std::string::npos;
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
};

model::Round by(Method method)
{
    model::Round round;
    round.method = method;
    round.choices = 0;
    round.cap = 0;
    return round;
}

// A ranking, the first the best.
std::vector<Line> ranking(std::vector<int> const& numbers)
{
    std::vector<Line> out;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        out.emplace_back(numbers[i], static_cast<int>(i) + 1);
    return out;
}

std::vector<std::vector<Line>> times(int n, std::vector<Line> const& ballot)
{
    return std::vector<std::vector<Line>>(static_cast<std::size_t>(n), ballot);
}

void add(std::vector<std::vector<Line>>& to, std::vector<std::vector<Line>> const& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

// Six voters: 1 leads, 2 and 3 are tied behind it, 4 is last.
std::vector<std::vector<Line>> tied_dots()
{
    auto out = times(3, {{1, 3}, {2, 2}});
    add(out, times(3, {{1, 3}, {3, 2}}));
    out.front().emplace_back(4, 1);
    return out;
}

} // namespace

TEST_CASE("points: each case with its rank and score, and how many gave what")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    auto round = by(Method::dots);
    round.cap = 3;
    h.vote(round, tied_dots());
    CHECK(h.row(1) == "1 · 18");
    CHECK(h.row(2) == "2 · 6");
    CHECK(h.row(3) == "2 · 6");
    CHECK(h.row(4) == "4 · 1");
    CHECK(h.says("results.said", "18 points"));
    CHECK(h.hand.label("results.histogram") == "0 pt: 0, 1 pt: 0, 2 pts: 0, 3 pts: 6");
    CHECK(h.says("results.case.unanimous", "Unanimité"));
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.hand.label("results.histogram") == "0 pt: 3, 1 pt: 0, 2 pts: 3, 3 pts: 0");
    CHECK(h.says("results.foot", "gommettes"));
    CHECK(h.says("results.foot", "au-dessous de tout"));
    h.hand.click("vote.to_place");
    CHECK(h.went == model::Step::place);
}

TEST_CASE("the line of priority never splits a tie that nobody cut, and the room cuts it by hand")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    auto const round_id = h.vote(by(Method::dots), tied_dots());
    CHECK(h.hand.value("vote.priority") == "1");
    h.hand.key(ImGuiMod_Alt | ImGuiKey_DownArrow);
    h.hand.frame();
    CHECK(h.hand.value("vote.priority") == "3"); // over the tie
    h.hand.key(ImGuiMod_Alt | ImGuiKey_UpArrow);
    h.hand.frame();
    CHECK(h.hand.value("vote.priority") == "1");

    // Let go inside the tie, it asks first.
    auto const from = h.hand.centre("vote.priority");
    h.hand.drag("vote.priority", {from.x, h.hand.centre("result.2").y + 28});
    h.hand.settle();
    REQUIRE(h.hand.shows("tie.decide"));
    CHECK_FALSE(h.hand.enabled("tie.decide")); // by hand: with a reason
    CHECK(h.hand.value("tie.case.2") == "1");
    h.hand.click("tie.down.2");
    h.hand.frame();
    CHECK(h.hand.value("tie.case.3") == "1");
    h.hand.click("tie.reason");
    h.hand.type("Le plus simple d’abord");
    h.hand.frame();
    h.hand.click("tie.decide");
    h.hand.settle();
    auto const* decided = model::find<model::TieDecision>(h.doc(), {round_id, 2});
    REQUIRE(decided);
    CHECK(decided->order == std::vector{h.id(3), h.id(2)});
    CHECK(decided->reason == "Le plus simple d’abord");
    CHECK(decided->by == model::TieRule::hand);

    // Now the line may stand there; the tie is still said to be one.
    CHECK(h.row(3) == "2 · 6");
    CHECK(h.row(2) == "2 · 6");
    CHECK(h.hand.on("vote.tie.2"));
    h.hand.key(ImGuiMod_Alt | ImGuiKey_DownArrow);
    h.hand.settle();
    CHECK(h.hand.value("vote.priority") == "2");
    h.show_result();
    CHECK(h.says("results.cut.2", "Le plus simple d’abord"));
    CHECK(h.says("results.cut.2", "par la salle"));

    h.hand.click("vote.tie.2");
    h.hand.settle();
    h.hand.click("tie.undo");
    h.hand.settle();
    CHECK_FALSE(model::find<model::TieDecision>(h.doc(), {round_id, 2}));
}

TEST_CASE("a draw keeps the seed by which anyone can draw it again; the declared order is its own")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    auto const round_id = h.vote(by(Method::dots), tied_dots());
    h.hand.click("vote.tie.2");
    h.hand.settle();
    h.hand.click("tie.by.draw");
    h.hand.settle();
    CHECK(h.says("tie.seed", "Graine"));
    h.hand.click("tie.decide");
    h.hand.settle();
    auto const drawn = model::get<model::TieDecision>(h.doc(), {round_id, 2});
    CHECK(drawn.by == model::TieRule::draw);
    CHECK(drawn.seed == analysis::tie_seed(h.session.log().hash(0), h.doc(), round_id));
    CHECK(drawn.order == analysis::draw_order({h.id(2), h.id(3)}, drawn.seed));

    h.hand.click("vote.tie.2");
    h.hand.settle();
    h.hand.click("tie.by.declared");
    h.hand.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    h.hand.settle();
    CHECK(model::get<model::TieDecision>(h.doc(), {round_id, 2}).order ==
          std::vector{h.id(2), h.id(3)});
}

TEST_CASE("two camps are said in words, and what hangs on one vote is said at the line")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto round = by(Method::dots);
    round.cap = 3;
    auto ballots = times(6, {{1, 3}, {2, 1}});
    add(ballots, times(6, {{2, 2}, {3, 1}}));
    ballots.push_back({{2, 1}});
    h.vote(round, ballots); // 1: 18, 2: 19, 3: 6
    h.view.first = 1;
    h.hand.settle();
    CHECK(h.row(2) == "1 · 19");
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.says("results.camps", "7 personnes n’ont rien mis, 6 ont mis le maximum"));
    REQUIRE(h.hand.shows("vote.one_voice"));
    h.hand.click("vote.one_voice");
    h.hand.settle();
    CHECK(h.says("results.voice", "Tient à une voix"));
    // Cases are named: a number alone reads as a count.
    CHECK(h.says("results.voice", "Pourrait sortir\u00A0: «\u00A0Deux\u00A0» (n°\u00A02)"));
    CHECK(h.says("results.voice", "Pourrait entrer\u00A0: «\u00A0Un\u00A0» (n°\u00A01)"));
    h.view.first = 2;
    h.hand.settle();
    CHECK_FALSE(h.hand.shows("vote.one_voice"));
    CHECK(h.says("results.voice", "Aucune voix seule"));
}

TEST_CASE("what is written on the line of priority covers no bar and no case")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre", "Cinq"});
    for (auto method : {Method::dots, Method::majority_judgment, Method::ranking}) {
        CAPTURE(static_cast<int>(method));
        auto round = by(method);
        round.grades = 7;
        std::vector<std::vector<Line>> ballots;
        for (int i = 0; i < 9; ++i)
            ballots.push_back(
                method == Method::ranking
                    ? ranking(i % 2 == 0 ? std::vector{1, 2, 3, 4, 5} : std::vector{2, 1, 3, 5, 4})
                    : std::vector<Line>{{1, 2 + i % 2}, {2, 3 - i % 2}, {3, 1 + i % 2}, {4, 1}});
        h.vote(round, ballots);
        for (int first = 1; first <= 5; ++first) {
            h.view.first = first;
            h.hand.settle();
            for (auto const* pill : {"vote.priority", "vote.one_voice"}) {
                if (!h.hand.shows(pill)) continue;
                auto const box = h.hand.box(pill);
                for (int on = 1; on <= 5; ++on) {
                    auto const row = h.hand.box("result." + std::to_string(on));
                    CHECK((box.max.y <= row.min.y || box.min.y >= row.max.y));
                }
            }
        }
    }
}

TEST_CASE("the scale ends a little after the longest bar, in round numbers, whole where scores are")
{
    auto scale = [](std::vector<analysis::Ratio> const& scores) {
        analysis::Tally tally;
        for (auto score : scores) {
            analysis::CaseTally one;
            one.score = score;
            tally.cases.push_back(one);
        }
        return ui::result_scale(tally);
    };
    auto const whole = [&](std::int64_t most) { return scale({{most, 1}, {1, 1}}); };
    CHECK(whole(21).most == 25); // and not 40
    CHECK(whole(21).steps == 5);
    CHECK(whole(36).most == 40);
    CHECK(whole(1).most == 1); // no 0,2 of a vote
    CHECK(whole(1).steps == 1);
    CHECK(whole(3).most == 3);
    CHECK(whole(7).most == 8);
    CHECK(whole(100).most == 100);
    for (std::int64_t most = 1; most < 3000; ++most) {
        auto const one = whole(most);
        CHECK(one.digits == 0);
        CHECK(one.most >= static_cast<double>(most));
        CHECK(one.most < 1.5 * static_cast<double>(most) + 1);
        CHECK((one.steps >= 1 && one.steps <= 6));
        CHECK(std::fmod(one.most, one.steps) == doctest::Approx(0));
    }
    // Each number on it is what it says: no 0,8 for 0,75.
    for (int tenths = 1; tenths < 120; ++tenths) {
        auto const one = scale({{tenths, 10}, {1, 3}});
        double const step = one.most / one.steps * std::pow(10, one.digits);
        CHECK(step == doctest::Approx(std::round(step)));
    }
    auto const against = scale({{48, 1}, {-30, 1}});
    CHECK(against.least == -40);
    CHECK(against.most == 60);
    CHECK(scale({{0, 1}}).most == 1);
}

TEST_CASE("a blank ballot has a bar of its own, by every method, and says no to nothing")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    std::vector<std::vector<Line>> const six{{{1, 1}}, {{1, 1}}, {{1, 1}}, {{2, 1}}, {}, {}};
    auto look_at = [&](Method method) {
        auto round = by(method);
        round.grades = method == Method::majority_judgment ? 7 : 10;
        round.blank = model::BlankPolicy::below;
        h.vote(round, six);
        h.hand.click("result.1");
        h.hand.settle();
        return h.hand.label("results.histogram");
    };
    CHECK(look_at(Method::approval) == "non: 1, oui: 3, blanc: 2");
    CHECK(look_at(Method::dots).ends_with("blanc: 2"));
    CHECK(look_at(Method::quadratic).ends_with("blanc: 2"));
    CHECK(look_at(Method::points).ends_with("blanc: 2"));
    CHECK(look_at(Method::ranking) == "hors: 1, 1: 3, 2: 0, blanc: 2");
    CHECK(look_at(Method::score).ends_with("sans note: 3"));
    auto const grades = look_at(Method::majority_judgment);
    CHECK(grades.starts_with("À rejeter: 0, Insuffisant: 3"));
    CHECK(grades.ends_with("sans mention: 3"));
}

TEST_CASE("raised hands are said as hands, and leave no ballot blank")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::approval);
    round.source = model::BallotSource::hands;
    round.headcount = 9;
    round.cases = h.ids;
    auto const id = h.session.mint<model::RoundId>();
    h.act(edit::PrepareRound{id, round});
    h.act(edit::CountHands{id, {{h.id(1), 6}, {h.id(2), 1}}, 5});
    h.look(id);
    CHECK(h.says("results.said", "6 mains sur 9 personnes"));
    CHECK(h.hand.label("results.histogram") == "non levées: 3, levées: 6");
    CHECK_FALSE(h.says("results.foot", "blanc"));
    h.show_result();
    CHECK_FALSE(h.hand.shows("results.blank"));
    h.page("0");
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.says("results.said", "1 main sur 9 personnes"));
}

TEST_CASE("of many votes, the one on screen is always among those that can be chosen")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    std::vector<model::RoundId> rounds;
    for (int i = 0; i < 14; ++i) rounds.push_back(h.hold(by(Method::approval), times(6, {{1, 1}})));
    for (int i = 0; i < 14; ++i) {
        h.look(rounds[static_cast<std::size_t>(i)]);
        CHECK(h.hand.shows("vote.round." + std::to_string(i + 1)));
    }
    CHECK(h.hand.shows("vote.round.13"));
    h.look(rounds.front()); // the oldest has its neighbours beside it
    CHECK(h.hand.shows("vote.round.2"));
    CHECK(h.hand.shows("vote.round.5"));
}

TEST_CASE("under eight ballots no interval is drawn, and it is said from when on")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    h.vote(by(Method::dots), times(7, {{1, 3}, {2, 1}}));
    CHECK(h.hand.label("results.no_interval") == "Les intervalles se tracent dès 8 bulletins.");
    CHECK_FALSE(h.view.results.tally->cases.front().interval);
    h.vote(by(Method::dots), times(8, {{1, 3}, {2, 1}}));
    CHECK_FALSE(h.hand.shows("results.no_interval"));
    CHECK(h.view.results.tally->cases.front().interval);
}

TEST_CASE("what became of its cases since is said on the result")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto ballots = times(4, {{1, 1}, {2, 2}});
    add(ballots, times(2, {{2, 1}}));
    auto const round = h.vote(by(Method::dots), ballots);
    h.show_result();
    CHECK_FALSE(h.hand.shows("results.merged.2"));
    h.act(edit::MergeCases{h.id(1), {h.id(2)}});
    model::Decision aside;
    aside.verdict = model::Verdict::aside;
    h.act(edit::Decide{{h.id(3), model::Body::workshop}, aside});
    h.look(round);
    CHECK(
        h.says("results.merged.2",
               "«\u00A0Deux\u00A0» (n°\u00A02) a été fusionné avec «\u00A0Un\u00A0» (n°\u00A01)"));
    CHECK(h.says("results.merged.2", "6 personnes l’ont soutenu"));
    CHECK(h.says("results.merged.2", "Dont 4 pour les deux"));
    CHECK(h.says("results.aside", "«\u00A0Trois\u00A0» (n°\u00A03)"));
    // And beside the case itself.
    h.page("0");
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.hand.shows("results.merged.2"));
    CHECK_FALSE(h.hand.shows("results.aside"));
    h.hand.click("result.3");
    h.hand.settle();
    CHECK(h.hand.shows("results.aside"));
}

TEST_CASE("each grade has letters of its own, whatever the room calls its grades")
{
    Hall h;
    auto codes = [&](std::vector<std::string> const& labels, int grades) {
        model::Round round;
        round.grades = grades;
        round.labels = labels;
        return ui::grade_codes(h.hand.ui(), round);
    };
    using List = std::vector<std::string>;
    CHECK(codes({}, 7) == List{"R", "I", "P", "AB", "B", "TB", "E"});
    CHECK(codes({}, 6) == List{"R", "I", "P", "AB", "B", "TB"});
    CHECK(codes({}, 4) == List{"1", "2", "3", "4"});
    CHECK(codes({"Contre", "Pour", "Tout à fait pour"}, 3) == List{"C", "P", "Tà"});
    CHECK(codes({"Plutôt non", "Peu nécessaire"}, 2) == List{"1", "2"}); // both Pn
    h.hand.speak(UiDriver::Language::english);
    h.hand.frame();
    auto english = codes({}, 7);
    std::ranges::sort(english);
    CHECK(std::ranges::adjacent_find(english) == english.end());
    // Colours too: no two grades of a round share one.
    for (std::size_t count = 2; count <= 9; ++count)
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                CHECK(ui::grade_look(h.hand.ui(), i, count).fill !=
                      ui::grade_look(h.hand.ui(), j, count).fill);
}

TEST_CASE("if the absent had voted is said when the headcount is known")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::approval);
    round.headcount = 12;
    h.vote(round, times(8, {{1, 1}}));
    h.show_result();
    CHECK(h.says("results.absent", "4 absents"));
    CHECK(h.says("results.absent", "le résultat serait le même"));
    CHECK(h.says("results.unanimous", "Unanimité"));
    CHECK(h.says("results.how", "coche"));
    for (auto const* fact :
         {"results.method", "results.ballots", "results.blank", "results.ties", "results.seed"})
        CHECK(h.hand.shows(fact));
    h.hand.speak(UiDriver::Language::english);
    h.hand.settle();
    CHECK(h.says("results.absent", "the result would be the same"));
    CHECK(h.says("results.how", "ticks"));
}

TEST_CASE("under five voters nothing is broken down, and it is said why")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::majority_judgment);
    round.grades = 7;
    h.vote(round, times(4, {{1, 6}, {2, 3}}));
    CHECK(h.row(1) == "1 · Excellent −");
    CHECK_FALSE(h.hand.shows("results.histogram"));
    CHECK(h.says("results.hidden", "Moins de cinq"));
    h.show_result();
    CHECK(h.says("results.few", "seuls les totaux"));
}

TEST_CASE("scores: how many scored each case, and the quorum")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::score);
    round.blank = model::BlankPolicy::no_opinion;
    round.quorum = 50;
    auto ballots = times(5, {{2, 6}});
    ballots.push_back({{1, 10}, {2, 6}});
    h.vote(round, ballots);
    CHECK(h.row(2) == "1 · 6");
    CHECK(h.row(1) == "2 · 10");
    CHECK(h.says("results.said", "6 notes sur 6 votants"));
    CHECK(h.says("results.said", "médiane 6"));
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.says("results.quorum", "quorum de 50"));
}

TEST_CASE("judgments: the grade of the middle of the room, and what stands around it")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::majority_judgment);
    round.grades = 7;
    auto ballots = times(4, {{1, 5}, {2, 2}});
    add(ballots, times(3, {{1, 2}, {2, 6}}));
    h.vote(round, ballots);
    CHECK(h.row(1) == "1 · Très bien −");
    CHECK(h.row(2) == "2 · Passable +");
    CHECK(h.says("results.said", "0 voix au-dessus, 3 au-dessous"));
    CHECK(h.says("results.histogram", "Passable: 3"));
    CHECK(h.says("results.histogram", "Très bien: 4"));
}

TEST_CASE("rankings: three rules side by side, the duels of a case, and the cycle")
{
    Hall h;
    h.add_cases({"A", "B", "C", "D", "E"});
    std::vector<std::vector<Line>> ballots;
    for (auto const& [letters, copies] : sample::forty_five_ballots) {
        std::vector<int> one;
        for (char c : std::string(letters)) one.push_back(c - 'A' + 1);
        add(ballots, times(copies, ranking(one)));
    }
    h.vote(by(Method::ranking), ballots);
    CHECK(h.row(5).starts_with("1"));
    CHECK(h.row(1).starts_with("2"));
    CHECK(h.says("results.said", "rang 1"));
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.hand.label("results.duel.2") == "20 à 25"); // A loses to B
    h.show_result();
    CHECK(h.says("results.cycle.1", "bat"));
    CHECK(h.says("results.how", "cycle"));
}

TEST_CASE("pairs: the share of duels won, and each duel of a case")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    // A pair says the place of the one that the case was preferred to.
    h.vote(by(Method::pairwise), times(6, {{1, 2}, {1, 3}, {2, 3}}));
    CHECK(h.row(1).find("93") != std::string::npos);
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.hand.label("results.duel.1") == "0 à 6");
    CHECK(h.hand.label("results.duel.3") == "6 à 0");
}

TEST_CASE("credits: votes against are drawn on the other side")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::quadratic);
    round.budget = 100;
    round.against = model::Against::allowed;
    h.vote(round, times(6, {{1, 8}, {2, -5}}));
    CHECK(h.row(1) == "1 · 48");
    CHECK(h.row(2).starts_with("2"));
    CHECK(ui::result_scale(*h.view.results.tally).least < 0);
    CHECK(h.says("results.said", "48 voix"));
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.says("results.histogram", "−5…−"));        // a minus, and no dash between two
    CHECK_FALSE(h.says("results.said", "zéro point")); // named with less than nothing
}

TEST_CASE("a hundred points: a bar of the histogram stands for twenty of them")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::points);
    round.budget = 100;
    auto ballots = times(5, {{1, 60}, {2, 40}});
    ballots.push_back({{2, 100}});
    h.vote(round, ballots);
    CHECK(h.row(2) == "1 · 300"); // as many points, from more people
    CHECK(h.row(1) == "2 · 300");
    CHECK(h.says("results.histogram", "21–40: 5"));
    CHECK(h.says("results.histogram", "81–100: 1"));
}

TEST_CASE("a budget: three rules side by side with what they buy and cost")
{
    Hall h;
    h.add_cases({"Parc", "Banc", "Biblio"}, {"6 000 €", "4 000 €", "4 000 €"});
    auto round = by(Method::budget);
    round.money = 10'000 * 100;
    auto ballots = times(6, {{1, 1}, {2, 1}});
    add(ballots, times(4, {{3, 1}}));
    h.vote(round, ballots);
    CHECK_FALSE(h.hand.shows("vote.priority")); // what is bought is the line
    CHECK(h.hand.on("result.2"));
    CHECK(h.hand.on("result.3"));
    CHECK_FALSE(h.hand.on("result.1"));
    h.show_result();
    CHECK(h.says("results.rule.equal-shares", "2 cas"));
    CHECK(h.says("results.rule.greedy", "10"));
    CHECK(h.says("results.how", "part du budget"));
}

TEST_CASE("a vote is compared with another, and one case is voted again beside the first vote")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto const first = h.vote(by(Method::dots), times(6, {{1, 5}, {2, 3}, {3, 1}}));
    h.vote(by(Method::dots), times(6, {{1, 1}, {2, 3}, {3, 5}}));
    h.show_result();
    h.hand.click("results.against.1");
    h.hand.settle();
    CHECK(h.says("results.compared", "2 cas sur 3"));
    CHECK(h.hand.label("results.move." + std::to_string(h.id(3).value)) == "3 au vote 1");
    CHECK(h.hand.label("results.move." + std::to_string(h.id(2).value)) == "inchangé");
    h.hand.click("results.against.1"); // and no more
    h.hand.settle();
    CHECK_FALSE(h.hand.shows("results.compared"));

    h.look(first);
    h.hand.click("result.2");
    h.hand.settle();
    h.hand.click("results.revote");
    h.hand.frame();
    CHECK(h.view.fresh);
    CHECK(h.view.draft.cases == std::vector{h.id(2)});
    CHECK(h.view.draft.revote_of == first);
    h.hand.click("vote.again"); // on all of them
    h.hand.frame();
    CHECK(h.view.draft.cases == h.ids);
    CHECK_FALSE(h.view.draft.revote_of);
}

TEST_CASE("who only reads sees the result and decides nothing")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    h.access = ui::Access::read;
    h.vote(by(Method::dots), tied_dots());
    CHECK(h.row(1) == "1 · 18");
    CHECK_FALSE(h.hand.enabled("vote.tie.2"));
    CHECK_FALSE(h.hand.enabled("results.revote"));
}

TEST_CASE("a large election does not hold a frame up: its intervals come in over several")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre", "Cinq", "Six"});
    std::vector<std::vector<Line>> ballots;
    for (int i = 0; i < 2'000; ++i)
        ballots.push_back({{1 + i % 6, 3}, {1 + i * 7 % 5, 2}, {1 + i * 11 % 4, 1 + i % 3}});
    for (auto& ballot : ballots) { // one line a case
        std::sort(ballot.begin(), ballot.end());
        auto const same = [](Line const& a, Line const& b) { return a.first == b.first; };
        ballot.erase(std::unique(ballot.begin(), ballot.end(), same), ballot.end());
    }
    h.view.round = h.hold(by(Method::dots), ballots);
    h.hand.frame();
    CHECK(h.view.results.run); // counted, drawn, and not done
    CHECK(h.hand.shows("result.1"));
    int frames = 0;
    for (; h.view.results.run && frames < 1000; ++frames) h.hand.frame();
    CHECK(frames > 1);
    CHECK(h.view.results.tally->cases.front().interval);
}
