#include "analysis/common/in_use.h"
#include "model/turnout.h"
#include "voting.h"

#include <algorithm>

// Preparing rounds: the counting method and its rules, the cases, several rounds in a list.
using model::Method;
using support::Voting;

namespace {

std::vector<model::Round> by_number(Voting& v)
{
    std::vector<model::Round> out;
    for (auto const& [id, round] : model::table<model::Round>(v.doc())) out.push_back(round);
    std::ranges::sort(out, {}, &model::Round::number);
    return out;
}

std::vector<std::string> questions(Voting& v)
{
    std::vector<std::string> out;
    for (auto const& round : by_number(v)) out.push_back(round.question);
    return out;
}

void rename(Voting& v, std::string const& to)
{
    v.driver.key(ImGuiKey_F2);
    v.driver.frame(2);
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    v.driver.type(to);
    v.driver.key(ImGuiKey_Enter);
    v.driver.frame(2);
}

} // namespace

TEST_CASE("a new vote is visible below the others, with the next number")
{
    Voting v;
    auto& d = v.driver;
    auto& session = *v.app.session();
    model::Ballot one_point;
    one_point.marks.push_back({v.case_of(1), 1});
    for (int held = 0; held < 6; ++held) {
        model::Round round;
        round.cases = {v.case_of(1), v.case_of(2)};
        if (held == 3) { // not among the votes
            round.method = Method::estimate;
            round.axes = analysis::active_axes(v.doc());
        }
        auto const id = session.mint<model::RoundId>();
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{id, round}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{id, 1}));
        if (held != 3) REQUIRE(session.cast(id, session.mint_token(), one_point));
        REQUIRE(session.close_round(edit::facilitator, id));
        if (held != 3) REQUIRE(session.submit(edit::facilitator, edit::RevealRound{id}));
    }
    d.settle();
    d.click("rail.new");
    d.settle();
    d.hover("vote.prepared.new"); // scrolled into view
    CHECK(d.on("vote.prepared.new"));
    d.click("vote.method.approval");
    d.settle();
    CHECK_FALSE(d.shows("vote.prepared.new"));
    d.hover("vote.prepared.6"); // after five votes
}

TEST_CASE("showing the screen prepares no round; the first change does")
{
    Voting v;
    CHECK(model::table<model::Round>(v.doc()).empty());
    v.driver.click("vote.headcount.plus"); // the headcount of the session, not of a round
    CHECK(model::table<model::Round>(v.doc()).empty());
    CHECK(model::get<model::Room>(v.doc()).headcount == 1);
    v.driver.click("vote.budget.plus");
    REQUIRE(model::table<model::Round>(v.doc()).size() == 1);
    CHECK(v.rules().headcount == 1);
    CHECK(v.rules().method == Method::choose_spread);
    CHECK(v.rules().cases.size() == 8);
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undone as any other edit
    CHECK(model::table<model::Round>(v.doc()).empty());
    CHECK(v.driver.shows("vote.method.dots"));
}

TEST_CASE("no more cases can be chosen than there are, whatever the usual limit")
{
    support::Room room("fr");
    room.start("titre\nTri\nEau\nAgenda\n", "vote");
    auto& d = room.driver;
    REQUIRE(d.on("vote.method.choose-spread")); // five at most, usually
    CHECK(d.value("vote.choices.plus") == "3");
    CHECK_FALSE(d.enabled("vote.choices.plus"));
    d.click("vote.choices.minus");
    d.frame(2);
    CHECK(d.value("vote.choices.plus") == "2");
}

TEST_CASE(
    "every counting method can be chosen, with its default rules and a sentence in both languages")
{
    for (std::string const language : {"fr", "en"}) {
        Voting v(language);
        std::vector<std::string> said;
        for (auto const* method : {"dots", "approval", "score", "majority-judgment", "ranking",
                                   "pairwise", "points", "quadratic", "budget", "choose-spread"}) {
            CAPTURE(method);
            v.driver.click(std::string("vote.method.") + method);
            v.driver.frame(2);
            CHECK(v.driver.on(std::string("vote.method.") + method));
            CHECK(base::name_of(v.rules().method) == method);
            said.push_back(v.driver.label("vote.said"));
            CHECK(said.back().find("method.") == std::string::npos);
            CHECK(said.back().size() > 20);
        }
        std::ranges::sort(said);
        CHECK(std::ranges::adjacent_find(said) == said.end());
    }
}

TEST_CASE("the question follows the counting method until it is edited")
{
    Voting v;
    v.driver.click("vote.method.approval");
    v.driver.frame(2);
    auto const first = v.driver.value("vote.question");
    v.driver.click("vote.method.score");
    v.driver.frame(2);
    CHECK(v.driver.value("vote.question") != first);
    rename(v, "Par quoi commencer ?");
    CHECK(v.rules().question == "Par quoi commencer ?");
    v.driver.click("vote.method.dots");
    v.driver.frame(2);
    CHECK(v.rules().question == "Par quoi commencer ?");
}

TEST_CASE("a default question is in the language of the screen")
{
    Voting v;
    auto const french = v.driver.value("vote.question");
    v.app.grant(ui::SetLanguage{"en"});
    v.driver.frame(2);
    CHECK(v.driver.value("vote.question") != french);
    CHECK(model::table<model::Round>(v.doc()).empty()); // the language wrote nothing
}

TEST_CASE("a round prepared in another language is listed and opened in that of the screen")
{
    Voting v;
    v.driver.click("vote.method.approval");
    v.driver.frame(2);
    REQUIRE(model::table<model::Round>(v.doc()).size() == 1);
    CHECK(v.driver.value("vote.question") == "Quels cas retiendriez-vous ?");
    v.app.grant(ui::SetLanguage{"en"});
    v.driver.frame(2);
    auto const english = v.driver.value("vote.question");
    CHECK(english.find("Quels") == std::string::npos);
    CHECK(v.driver.label("vote.prepared.1") == english);
    v.driver.click("vote.open");
    v.driver.frame(4);
    CHECK(v.rules().question == english); // the question is fixed at the opening
    v.app.grant(ui::SetLanguage{"fr"});
    v.driver.frame(2);
    CHECK(v.rules().question == english);
}

TEST_CASE("the headcount applies to all prepared rounds")
{
    Voting v;
    v.driver.click("vote.method.dots");
    v.driver.frame(2);
    for (int n = 0; n < 3; ++n) v.driver.click("vote.headcount.plus");
    v.driver.click("vote.add");
    v.driver.frame(4);
    for (auto const& round : by_number(v)) CHECK(round.headcount == 3);
    v.driver.click("vote.headcount.plus");
    for (auto const& round : by_number(v)) CHECK(round.headcount == 4);
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undoes one entry
    for (auto const& round : by_number(v)) CHECK(round.headcount == 3);
    CHECK(v.driver.label("top.headcount").ends_with("3"));
    v.app.grant(edit::Command{edit::SetHeadcount{9}}); // as the top bar does
    v.driver.frame(2);
    CHECK(v.driver.value("vote.headcount.plus") == "9");
}

TEST_CASE("rules are set by steppers and switches, and stored")
{
    Voting v;
    v.driver.click("vote.method.quadratic");
    v.driver.click("vote.budget.minus");
    v.driver.click("vote.against");
    v.driver.frame(2);
    CHECK(v.rules().budget == 90);
    CHECK(v.rules().against == model::Against::allowed);
    v.driver.click("vote.method.score");
    v.driver.click("vote.quorum.plus");
    v.driver.click("vote.blank.1");
    v.driver.frame(2);
    CHECK(v.rules().quorum == 10);
    CHECK(v.rules().blank == model::BlankPolicy::no_opinion);
    v.driver.click("vote.method.ranking");
    v.driver.click("vote.rule.1");
    v.driver.frame(2);
    CHECK(v.rules().rule == model::Rule::borda);
    CHECK(v.rules().quorum == 0); // another counting method starts with its default rules
}

TEST_CASE("six or seven grades, with custom words")
{
    Voting v;
    v.driver.click("vote.method.majority-judgment");
    v.driver.frame(2);
    CHECK(v.rules().grades == 7);
    CHECK(v.driver.value("vote.label.6") == "Excellent");
    v.driver.click("vote.grades.0");
    v.driver.frame(2);
    CHECK(v.rules().grades == 6);
    CHECK(v.driver.value("vote.label.5") == "Très bien");
    v.driver.click("vote.label.5");
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    v.driver.type("Formidable");
    v.driver.key(ImGuiKey_Enter);
    v.driver.frame(2);
    REQUIRE(v.rules().labels.size() == 6);
    CHECK(v.rules().labels.back() == "Formidable");
    v.driver.click("vote.open");
    v.driver.frame(4);
    v.driver.key(ImGuiKey_B);
    CHECK(v.driver.label("ballot.value.1.5") == "Formidable");
}

TEST_CASE("a vote prepared by an earlier version asks in the language of the screen")
{
    Voting v("en");
    model::Round round;
    round.method = model::Method::dots;
    round.question = "Répartissez vos 10 points";
    round.cases = {v.case_of(1), v.case_of(2)};
    auto const id = v.app.session()->mint<model::RoundId>();
    REQUIRE(v.app.session()->submit(edit::facilitator, edit::PrepareRound{id, round}));
    v.host.remember();
    v.app.open("atelier.cadran", ui::Access::edit); // as when the session is opened again
    v.driver.settle();
    if (v.app.step() != model::Step::vote) v.driver.click("step.vote");
    v.driver.settle();
    CHECK(v.driver.value("vote.question") == "Spread your points");
    v.driver.click("vote.open");
    v.driver.frame(4);
    REQUIRE(v.round_state() == model::RoundState::open);
    CHECK(v.rules().question == "Spread your points"); // independent of the language of the screen
}

TEST_CASE("a budget vote cannot open without an amount, and says so")
{
    Voting v;
    v.driver.click("vote.method.budget");
    v.driver.frame(2);
    CHECK(!v.driver.enabled("vote.open"));
    CHECK(v.driver.shows("vote.needs"));
    v.driver.click("vote.money");
    v.driver.type("12 000 €");
    v.driver.key(ImGuiKey_Enter);
    v.driver.frame(2);
    CHECK(v.rules().money == 12'000'00);
    CHECK(v.driver.enabled("vote.open"));
}

TEST_CASE("cases: none, all, one by one, those of a frame, the first of another round")
{
    Voting v;
    v.driver.click("vote.cases.choose");
    v.driver.frame(2);
    v.driver.click("cases.none");
    v.driver.frame(2);
    CHECK(v.rules().cases.empty());
    CHECK(!v.driver.enabled("vote.open"));
    v.driver.click("vote.case.5");
    v.driver.click("vote.case.2");
    v.driver.frame(2);
    // in the order of their numbers
    CHECK(v.rules().cases == std::vector{v.case_of(2), v.case_of(5)});
    v.app.grant(edit::Command{
        edit::AddGroup{{900}, "Eau", {{0, 0}, {400, 400}}, {v.case_of(2), v.case_of(4)}}});
    v.driver.frame(2);
    v.driver.click("vote.cases.choose");
    v.driver.frame(2);
    v.driver.click("cases.frame.1");
    v.driver.frame(2);
    CHECK(v.rules().cases == std::vector{v.case_of(2), v.case_of(4)});
    v.driver.click("vote.cases.choose");
    v.driver.frame(2);
    v.driver.click("cases.all");
    v.driver.frame(2);
    CHECK(v.rules().cases.size() == 8);

    v.open(Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_DownArrow, ImGuiKey_3, ImGuiKey_End, ImGuiKey_3, ImGuiKey_UpArrow,
            ImGuiKey_2, ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    v.driver.click("rail.new");
    v.driver.frame(2);
    v.driver.click("vote.cases.choose");
    v.driver.frame(2);
    v.driver.click("cases.first.1.3");
    v.driver.frame(2);
    CHECK(v.rules().cases == std::vector{v.case_of(2), v.case_of(7), v.case_of(8)});
}

TEST_CASE("cases selected on the board become the cases of the vote")
{
    Voting v;
    v.driver.click("step.group");
    v.driver.settle();
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    v.driver.frame(2);
    v.driver.click("step.vote");
    v.driver.settle();
    v.driver.click("vote.cases.choose");
    v.driver.frame(2);
    CHECK(v.driver.shows("cases.selection"));
    CHECK(v.driver.label("cases.selection").starts_with("8"));
}

TEST_CASE("prepared rounds are added, renamed, moved, duplicated and removed, by keys or mouse")
{
    Voting v;
    rename(v, "Premier");
    v.driver.click("vote.add");
    v.driver.frame(4);
    rename(v, "Deuxième");
    v.driver.click("vote.add");
    v.driver.frame(4);
    rename(v, "Troisième");
    CHECK(questions(v) == std::vector<std::string>{"Premier", "Deuxième", "Troisième"});
    v.driver.key(ImGuiMod_Alt | ImGuiKey_UpArrow);
    v.driver.frame(4);
    CHECK(questions(v) == std::vector<std::string>{"Premier", "Troisième", "Deuxième"});
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z); // undoes one entry
    v.driver.frame(2);
    CHECK(questions(v) == std::vector<std::string>{"Premier", "Deuxième", "Troisième"});
    v.driver.click("vote.round_menu.1");
    v.driver.frame(2);
    v.driver.click("round.down");
    v.driver.frame(4);
    CHECK(questions(v) == std::vector<std::string>{"Deuxième", "Premier", "Troisième"});
    v.driver.click("vote.prepared.3");
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_D);
    v.driver.frame(4);
    CHECK(questions(v).size() == 4);
    CHECK(questions(v).back().starts_with("Troisième"));
    CHECK(v.driver.on("vote.prepared.4"));
    v.driver.key(ImGuiKey_Delete);
    v.driver.frame(4);
    CHECK(questions(v) == std::vector<std::string>{"Deuxième", "Premier", "Troisième"});
    v.driver.click("vote.prepared.1");
    v.driver.click("vote.open"); // any of them may be opened first
    v.driver.frame(4);
    CHECK(by_number(v).front().question == "Deuxième");
    CHECK(
        model::get<model::RoundStatus>(v.doc(), model::table<model::Round>(v.doc()).begin()->first)
            .state == model::RoundState::setup);
}

TEST_CASE("a facilitator who does not vote reduces the headcount by one")
{
    Voting v;
    for (int n = 0; n < 5; ++n) v.driver.click("vote.headcount.plus");
    v.driver.click("vote.facilitator");
    v.driver.frame(2);
    CHECK(v.rules().headcount == 4);
    CHECK(v.rules().facilitator == model::Facilitator::abstains);
    v.driver.click("vote.facilitator");
    v.driver.frame(2);
    CHECK(v.rules().headcount == 5);
}

TEST_CASE("a reader sees prepared rounds and cannot change them")
{
    Voting v;
    v.driver.click("vote.method.dots");
    v.host.remember();
    v.app.grant(ui::GoHome{});
    v.app.open("atelier.cadran", ui::Access::read);
    v.driver.settle();
    v.driver.click("step.vote");
    v.driver.frame(2);
    CHECK(v.driver.shows("vote.method.score"));
    CHECK(!v.driver.enabled("vote.method.score"));
    CHECK(!v.driver.enabled("vote.open"));
    auto const entries = v.app.session()->log().size();
    v.keys(
        {ImGuiKey_E, ImGuiKey_Delete, ImGuiMod_Ctrl | ImGuiKey_D, ImGuiMod_Ctrl | ImGuiKey_Enter});
    v.driver.frame(4);
    CHECK(v.app.session()->log().size() == entries);
}

TEST_CASE("a vote of the committee has its own number of people and is named so")
{
    support::Voting v;
    v.app.grant(edit::Command{edit::SetHeadcount{23}});
    v.driver.settle();
    v.driver.click("vote.body.1");
    v.driver.settle();
    CHECK(v.rules().body == model::Body::committee);
    CHECK(v.rules().headcount == 0);
    v.driver.click("vote.headcount.plus");
    v.driver.settle();
    CHECK(v.rules().headcount == 1);
    CHECK(model::headcount_of(v.doc()) == 23);
    auto const row = "vote.prepared." + std::to_string(v.rules().number);
    CHECK(v.driver.label(row).ends_with("comité"));
}

TEST_CASE("adding a vote while none was changed adds one, and stays in its set-up")
{
    Voting v;
    v.driver.click("vote.add");
    v.driver.frame(6);
    CHECK(by_number(v).size() == 1);
    CHECK(v.driver.shows("vote.open"));
    v.driver.click("vote.add");
    v.driver.frame(6);
    CHECK(by_number(v).size() == 2);
    CHECK(v.driver.on("vote.prepared.2"));
}
