#include "analysis/ranking/guard_rails.h"
#include "deciding.h"
#include "support/folders.h"

#include <doctest/doctest.h>
#include <imgui.h>

using model::Reply;
using model::Verdict;
using support::Deciding;

namespace {

struct Guarded : Deciding {
    using Deciding::Deciding;

    void open(int number)
    {
        driver.click("decide.row." + std::to_string(number));
        driver.settle();
    }
    // The number of the n-th question that is asked of every case: 1 to 3.
    int number_of(model::AskedAs as, int nth)
    {
        std::vector<int> numbers;
        for (auto const& [id, one] : model::table<model::Question>(app.session()->document()))
            if (one.of == model::AskedOf::every && one.as == as) numbers.push_back(one.number);
        std::ranges::sort(numbers);
        return numbers.at(static_cast<std::size_t>(nth - 1));
    }
    model::GuardAnswer answer(int number, int question)
    {
        for (auto const& [id, one] : model::table<model::Question>(doc()))
            if (one.number == question)
                return model::get<model::GuardAnswer>(
                    doc(), {ids<model::Case>().at(static_cast<std::size_t>(number - 1)), id});
        return {};
    }
    static std::string ask(int question, char const* what)
    {
        return "decide.ask." + std::to_string(question) + what;
    }
};

} // namespace

TEST_CASE("a question is answered beside the decision: planned, responsible person, date")
{
    Guarded room;
    auto& d = room.driver;
    room.open(1);
    auto const first = room.number_of(model::AskedAs::whether, 1);
    CHECK(d.on(Guarded::ask(first, "")));
    d.click(Guarded::ask(first, ".planned"));
    d.settle();
    CHECK(room.answer(1, first).reply == Reply::planned);
    d.click(Guarded::ask(first, ".who"));
    d.type("la déléguée");
    d.key(ImGuiKey_Enter);
    d.settle();
    d.type("2026-09-15"); // Enter moved the focus to the date
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(room.answer(1, first) == model::GuardAnswer{Reply::planned, "la déléguée", "2026-09-15"});
    CHECK_FALSE(d.on(Guarded::ask(first, "")));
    CHECK(d.label(Guarded::ask(first, ".answer")) == "la déléguée, 15\u00A0sept.\u00A02026");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(room.answer(1, first).when.empty());
}

TEST_CASE("who answers for an error is answered by a name")
{
    Guarded room;
    auto& d = room.driver;
    room.open(1);
    auto const who = room.number_of(model::AskedAs::who, 1);
    d.click(Guarded::ask(who, ".who"));
    d.type("DSI");
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(room.answer(1, who) == model::GuardAnswer{Reply::yes, "DSI", ""});
    CHECK_FALSE(d.on(Guarded::ask(who, "")));
}

TEST_CASE("launching with open questions asks for a reason, and records it")
{
    Guarded room;
    auto& d = room.driver;
    room.open(1);
    auto const before = room.entries();
    d.key(ImGuiKey_L);
    d.settle();
    CHECK(room.entries() == before); // nothing is recorded yet
    CHECK(d.on("decide.set.launch"));
    d.type("les réponses viendront en juin");
    d.settle();
    d.click("decide.note");
    d.settle();
    CHECK(room.decision(1).verdict == Verdict::launch);
    CHECK(room.decision(1).reason == "les réponses viendront en juin");
    CHECK(d.value("decide.notices.1") == "3");
}

TEST_CASE("the launch can be recorded without a reason, which is shown, or cancelled")
{
    Guarded room;
    auto& d = room.driver;
    room.open(1);
    d.click("decide.set.launch");
    d.settle();
    d.click("decide.note.cancel");
    d.settle();
    CHECK(room.decision(1).verdict == Verdict::none);
    CHECK_FALSE(d.shows("decide.note"));
    d.click("decide.set.launch");
    d.settle();
    d.click("decide.note");
    d.settle();
    CHECK(room.decision(1).verdict == Verdict::launch);
    CHECK(d.label("decide.notices.1").find("Décidé sans raison écrite") != std::string::npos);
    CHECK(d.shows("decide.notice.no-reason"));
}

TEST_CASE("once every question is answered, launching is recorded at once")
{
    Guarded room;
    auto& d = room.driver;
    auto const one = room.ids<model::Case>().front();
    for (auto const& asked : analysis::questions_of(room.doc(), one))
        room.submit(edit::AnswerQuestion{{one, asked.id}, {Reply::yes, "DSI", ""}});
    room.open(1);
    d.key(ImGuiKey_L);
    d.settle();
    CHECK(room.decision(1).verdict == Verdict::launch);
    CHECK_FALSE(d.shows("decide.note"));
}

TEST_CASE("launching a case marked as prohibited gives a warning in row, sheet and budget")
{
    Guarded room;
    auto& d = room.driver;
    auto const one = room.ids<model::Case>().front();
    auto text = model::get<model::Case>(room.doc(), one);
    text.ai_act = model::AiAct::prohibited;
    room.submit(edit::EditCase{one, text});
    room.open(1);
    room.launch();
    d.settle();
    CHECK(d.label("decide.notices.1").find("interdit") != std::string::npos);
    CHECK(d.shows("decide.notice.prohibited"));
    d.key(ImGuiKey_3);
    d.settle();
    CHECK(d.label("decide.budget.notices.1").find("interdit") != std::string::npos);
}

TEST_CASE("an axis of law shows its questions, an axis about teams does not")
{
    Guarded room;
    auto& d = room.driver;
    auto const axes = room.ids<model::Axis>();
    room.app.grant(ui::ShowAxis{axes.at(5)}); // Cadre juridique
    d.settle();
    room.app.grant(ui::ShowCase{room.ids<model::Case>().front()});
    d.settle();
    CHECK(d.shows("place.ask.head"));
    room.app.grant(ui::ShowAxis{axes.at(3)}); // Formation des équipes
    d.settle();
    CHECK_FALSE(d.shows("place.ask.head"));
}

TEST_CASE("merged cases and the proposer are shown at each step")
{
    Guarded room;
    auto& d = room.driver;
    auto const cases = room.ids<model::Case>();
    auto text = model::get<model::Case>(room.doc(), cases[3]);
    text.proposer = "Voirie";
    room.submit(edit::EditCase{cases[3], text});
    room.submit(edit::MergeCases{cases[0], {cases[3]}});
    room.open(1);
    CHECK(d.label("decide.origin.4") == "Cartes");
    d.click("step.place");
    d.settle();
    room.app.grant(ui::ShowCase{cases[0]});
    d.settle();
    CHECK(d.label("place.origin.4") == "Cartes");
    d.click("step.gather");
    d.settle();
    d.click("card.1");
    d.settle();
    CHECK(d.shows("split.4"));
}

TEST_CASE("questions can be reworded, ordered, retired and added")
{
    Guarded room;
    auto& d = room.driver;
    room.open(1);
    d.click("decide.ask.edit");
    d.settle();
    d.click("questions.row.2");
    d.settle();
    d.click("question.text");
    d.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.type("Et le juriste ?");
    d.key(ImGuiKey_Enter);
    d.settle();
    auto const second = room.ids<model::Question>().at(1);
    CHECK(model::get<model::Question>(room.doc(), second).text == "Et le juriste ?");
    d.click("questions.up.2");
    d.settle();
    CHECK(room.ids<model::Question>().front() == second);
    d.click("question.retire");
    d.settle();
    CHECK(model::get<model::Question>(room.doc(), second).state == model::QuestionState::retired);
    auto const before = model::table<model::Question>(room.doc()).size();
    d.click("questions.add");
    d.settle();
    CHECK(model::table<model::Question>(room.doc()).size() == before + 1);
}

TEST_CASE("an old session shows its template's questions, and stores them with the first answer")
{
    support::Room room("fr");
    auto& d = room.driver;
    auto opened = room.host.open("ancien.cadran", ui::Access::edit);
    REQUIRE(opened);
    auto& session = *opened->session;
    auto start = exchange::read_template(support::assets_dir(), "huit-axes", "fr", "Ancien",
                                         [&] { return session.mint<model::AxisId>(); });
    REQUIRE(start);
    start->questions.clear();
    for (auto& [id, axis] : start->axes) axis.subject = model::Subject::unsaid;
    REQUIRE(session.submit(edit::facilitator, *start));
    model::Case text;
    text.title = "Tri du courrier";
    auto const one = session.mint<model::CaseId>();
    REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{one, text, base::Vec2{}}}}));
    REQUIRE(session.submit(edit::facilitator, edit::SetStep{model::Step::decide}));
    room.host.remember();
    room.app.open("ancien.cadran", ui::Access::edit);
    d.settle();
    d.click("decide.row.1");
    d.settle();
    auto const entries = room.app.session()->log().size();
    CHECK(d.label("decide.ask.head") == "3 ouvertes sur 3");
    // showing the questions writes nothing
    CHECK(model::table<model::Question>(room.doc()).empty());
    d.click("decide.ask.7.yes");
    d.settle();
    CHECK(room.app.session()->log().size() == entries + 2);
    CHECK(model::table<model::Question>(room.doc()).size() == 9);
    CHECK(model::table<model::GuardAnswer>(room.doc()).size() == 1);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    // the questions are stored in the session
    CHECK(model::table<model::Question>(room.doc()).size() == 9);
    CHECK(model::table<model::GuardAnswer>(room.doc()).empty());
}

TEST_CASE("in English the axes and questions that nobody edited are in English")
{
    Guarded room;
    auto& d = room.driver;
    room.open(1);
    auto const first = Guarded::ask(room.number_of(model::AskedAs::whether, 1), "");
    CHECK(d.label(first) == "Les agents sont-ils informés\u202F?");
    auto const entries = room.entries();
    room.app.grant(ui::SetLanguage{"en"});
    d.settle();
    CHECK(d.label(first) == "Are the staff informed?");
    CHECK(d.label("decide.by.axis.8") == "Data protection before and during use");
    CHECK(room.entries() == entries); // showing it writes nothing
    CHECK(room.axis(8).title.starts_with("Protection des données"));
}
