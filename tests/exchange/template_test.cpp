#include "exchange/results/json.h"
#include "exchange/templates/template.h"
#include "i18n/catalogue.h"
#include "support/folders.h"
#include "support/parsed.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

exchange::Templates templates()
{
    auto loaded = exchange::Templates::load(support::assets_dir());
    REQUIRE(loaded);
    return std::move(*loaded);
}

edit::StartSession started(std::string const& name, std::string const& language)
{
    std::uint64_t last = 0;
    auto start = exchange::read_template(support::assets_dir(), name, language, "Essai",
                                         [&] { return model::AxisId{++last}; });
    REQUIRE(start);
    return *start;
}

void change(model::Document& doc, edit::Command const& command)
{
    auto const planned = edit::plan(doc, command);
    REQUIRE(planned);
    REQUIRE(model::apply(doc, *planned));
}

// With the rest of its template.
model::Document session_from(edit::StartSession const& start)
{
    model::Document doc;
    change(doc, start);
    auto const from = exchange::read_shipped(support::assets_dir(), start.profile.from_template,
                                             start.profile.language);
    REQUIRE(from);
    auto const whole = exchange::start_from(*from, "Essai", [] { return model::AxisId{900}; });
    for (auto const& command : whole.then) change(doc, command);
    return doc;
}

// A session older than guard-rails.
model::Document old_session()
{
    auto start = started("huit-axes", "fr");
    start.questions.clear();
    for (auto& [id, axis] : start.axes) axis.subject = model::Subject::unsaid;
    return session_from(start);
}

std::vector<std::string> texts(model::Document const& doc)
{
    std::vector<std::string> out;
    for (auto const& [id, question] : model::table<model::Question>(doc))
        out.push_back(question.text);
    return out;
}

} // namespace

TEST_CASE("a screen in English shows the template's axes and questions in English, and back")
{
    auto const known = templates();
    for (auto const* name : {"huit-axes", "simple"}) {
        auto const french = session_from(started(name, "fr"));
        auto const english = session_from(started(name, "en"));
        auto const shown = known.shown(french, "en");
        CHECK(model::table<model::Axis>(shown) == model::table<model::Axis>(english));
        CHECK(texts(shown) == texts(english));
        CHECK(texts(shown) != texts(french));
        CHECK(known.shown(shown, "fr") == french);
        CHECK(known.shown(french, "fr") == french);
    }
}

TEST_CASE("a text with an ordinary space before a colon is the template's own all the same")
{
    auto doc = session_from(started("huit-axes", "fr"));
    int changed = 0;
    for (auto const& [id, axis] : model::table<model::Axis>(doc)) {
        auto old = axis;
        auto const at = old.title.find("\u00A0:");
        if (at == std::string::npos) continue;
        old.title.replace(at, 3, " :");
        model::writable<model::Axis>(doc).set(id, old);
        ++changed;
    }
    REQUIRE(changed > 0);
    auto const english = session_from(started("huit-axes", "en"));
    CHECK(model::table<model::Axis>(templates().shown(doc, "en")) ==
          model::table<model::Axis>(english));
}

TEST_CASE("edited texts of an axis are kept, the others are translated")
{
    auto doc = session_from(started("huit-axes", "fr"));
    auto axis = model::get<model::Axis>(doc, {6});
    axis.title = "Droit et marchés";
    change(doc, edit::SetAxis{{6}, axis});
    auto const [id, question] = *model::table<model::Question>(doc).begin();
    auto reworded = question;
    reworded.text = "Et le juriste ?";
    change(doc, edit::SetQuestion{id, reworded});
    auto const shown = templates().shown(doc, "en");
    CHECK(model::get<model::Axis>(shown, {6}).title == "Droit et marchés");
    CHECK(model::get<model::Axis>(shown, {6}).short_title == "Legal framework");
    CHECK(model::get<model::Axis>(shown, {6}).risk_high == "high");
    CHECK(model::get<model::Question>(shown, id).text == "Et le juriste ?");
}

TEST_CASE("an axis of no template is shown as it is")
{
    auto doc = session_from(started("huit-axes", "fr"));
    model::Axis own;
    own.title = "Sobriété";
    own.opportunity_low = "faible";
    change(doc, edit::SetAxis{{90}, own});
    auto const shown = templates().shown(doc, "en");
    CHECK(model::get<model::Axis>(shown, {90}) == model::get<model::Axis>(doc, {90}));
}

TEST_CASE("a session from before the guard-rails is asked its template's questions")
{
    auto const known = templates();
    auto const old = old_session();
    auto const fresh = session_from(started("huit-axes", "fr"));
    CHECK(known.shown(old, "fr") == fresh);
    CHECK(known.shown(old, "en") == known.shown(fresh, "en"));
    auto doc = old; // once they are taken, they are the session's own
    change(doc, edit::AdoptQuestions{known.questions_for(doc, "fr")});
    CHECK(known.shown(doc, "fr") == fresh);
}

TEST_CASE("axes of law, responsibility and data are marked, unless the session says otherwise")
{
    auto doc = old_session();
    auto const shown = templates().shown(doc, "fr");
    CHECK(model::get<model::Axis>(shown, {5}).subject == model::Subject::none);
    CHECK(model::get<model::Axis>(shown, {6}).subject == model::Subject::law);
    CHECK(model::get<model::Axis>(shown, {7}).subject == model::Subject::responsibility);
    CHECK(model::get<model::Axis>(shown, {8}).subject == model::Subject::data);
    auto axis = model::get<model::Axis>(doc, {6});
    axis.subject = model::Subject::none;
    change(doc, edit::SetAxis{{6}, axis});
    CHECK(model::get<model::Axis>(templates().shown(doc, "fr"), {6}).subject ==
          model::Subject::none);
}

TEST_CASE("a question that earlier versions wrote by themselves is no question of a prepared vote")
{
    auto doc = session_from(started("huit-axes", "fr"));
    model::Case text;
    text.title = "Tri";
    change(doc, edit::AddCases{{{{50}, text, {}}}});
    auto const prepare = [&](std::uint64_t id, model::Method method, std::string question) {
        model::Round round;
        round.method = method;
        round.question = std::move(question);
        round.cases = {{50}};
        change(doc, edit::PrepareRound{{id}, round});
    };
    prepare(60, model::Method::dots, "Répartissez vos 10 points"); // of the first versions
    prepare(61, model::Method::budget, "Que financeriez-vous ?");
    prepare(62, model::Method::score, "What score do you give each case?");
    prepare(63, model::Method::dots, "Que financeriez-vous ?"); // somebody's own
    prepare(64, model::Method::dots, "Répartissez vos 10 points !");
    prepare(65, model::Method::dots, "Répartissez vos 10 points");
    change(doc, edit::OpenRound{{65}, 1}); // it was put to the room
    for (auto const* language : {"fr", "en"}) {
        auto const shown = templates().shown(doc, language);
        auto const question = [&](std::uint64_t id) {
            return model::get<model::Round>(shown, {id}).question;
        };
        for (std::uint64_t const id : {60U, 61U, 62U}) CHECK(question(id).empty());
        CHECK(question(63) == "Que financeriez-vous ?");
        CHECK(question(64) == "Répartissez vos 10 points !");
        CHECK(question(65) == "Répartissez vos 10 points");
    }
}

TEST_CASE("today's default questions are recognised in a prepared vote")
{
    auto const known = templates();
    for (auto const language : {i18n::Language::french, i18n::Language::english}) {
        auto const words = i18n::Catalogue::load(support::assets_dir(), language);
        REQUIRE(words);
        for (auto const method :
             {model::Method::choose_spread, model::Method::dots, model::Method::approval,
              model::Method::score, model::Method::majority_judgment, model::Method::ranking,
              model::Method::pairwise, model::Method::points, model::Method::quadratic,
              model::Method::budget}) {
            model::Document doc;
            model::Round round;
            round.method = method;
            round.question =
                words->text("method." + std::string(base::name_of(method)) + ".question");
            change(doc, edit::PrepareRound{{60}, round});
            CHECK(model::get<model::Round>(known.shown(doc, "fr"), {60}).question.empty());
        }
    }
}

TEST_CASE(
    "show --json says each question of each case, its answer, and what a decision passes over")
{
    auto doc = session_from(started("huit-axes", "fr"));
    model::Case text;
    text.title = "Notation sociale";
    text.ai_act = model::AiAct::prohibited;
    change(doc, edit::AddCases{{{{50}, text, {}}}});
    auto const asked = std::ranges::find_if(model::table<model::Question>(doc), [](auto& one) {
                           return one.second.of == model::AskedOf::prohibited;
                       })->first;
    change(doc, edit::AnswerQuestion{{{50}, asked}, {model::Reply::planned, "DAJ", "2026-09"}});
    change(doc, edit::Decide{{{50}, model::Body::workshop}, {model::Verdict::launch, "", "", ""}});
    auto const printed = support::parsed(exchange::show_json(doc, 4, "0"));
    CHECK(printed["questions"].size() == 9);
    CHECK(printed["guard_rails"].size() == 5); // the three of every case, the two of article 5
    auto const& rails = printed["guard_rails"];
    auto const answered = std::ranges::find_if(
        rails, [&](auto const& one) { return one["question"] == asked.value; });
    REQUIRE(answered != rails.end());
    CHECK((*answered)["reply"] == "planned");
    CHECK((*answered)["who"] == "DAJ");
    CHECK((*answered)["open"] == false);
    CHECK(printed["decisions"][0]["notices"] ==
          nlohmann::json::array(
              {"prohibited", "law-unplaced", "data-unknown", "open-questions", "no-reason"}));
}

TEST_CASE(
    "every shipped template is whole in both languages, and only the one about AI speaks of it")
{
    for (auto const name : exchange::shipped_templates) {
        CAPTURE(std::string(name));
        auto const french = exchange::read_shipped(support::assets_dir(), std::string(name), "fr");
        auto const english = exchange::read_shipped(support::assets_dir(), std::string(name), "en");
        REQUIRE(french);
        REQUIRE(english);
        CHECK_FALSE(french->axes.empty());
        CHECK(french->title != english->title);
        CHECK(std::ranges::count_if(french->minutes, [](int n) { return n > 0; }) == 5);
        REQUIRE(french->prompts.size() == english->prompts.size());
        std::string said;
        for (std::size_t i = 0; i < french->prompts.size(); ++i) {
            auto const& [step, prompt] = french->prompts[i];
            said += prompt.question + prompt.instruction;
            if (prompt.question.empty()) continue;
            CHECK(prompt.question != english->prompts[i].second.question);
            CHECK(prompt.question.find(" ?") == std::string::npos); // U+202F before it
        }
        for (std::size_t i = 0; i < french->axes.size(); ++i) {
            CHECK_FALSE(french->axes[i].short_title.empty());
            CHECK(french->axes[i].opportunity != english->axes[i].opportunity);
            said += french->axes[i].title;
        }
        CHECK((said.find("IA") != std::string::npos) == (name == "huit-axes"));
    }
}

TEST_CASE("a session that says nothing at a step shows the texts of its template; its own are kept")
{
    auto const known = templates();
    model::Document doc;
    change(doc, started("retrospective", "fr"));
    auto const question = [&](char const* language) {
        auto const shown = known.shown(doc, language);
        return model::get<model::Prompt>(shown, model::Step::gather).question;
    };
    CHECK(question("en") == "What do you take away from this period?");
    model::Prompt prompt;
    prompt.question = "Et ce trimestre ?";
    change(doc, edit::SetPrompt{model::Step::gather, prompt});
    CHECK(question("fr") == "Et ce trimestre ?");
    CHECK(question("en") == "Et ce trimestre ?");
    auto const shown = known.shown(doc, "en"); // the instruction was not edited
    CHECK(
        model::get<model::Prompt>(shown, model::Step::gather).instruction.starts_with("one fact"));
}

TEST_CASE("a template that was written is read as it was: axes, questions, votes, settings")
{
    auto start = exchange::read_shipped(support::assets_dir(), "budget-participatif", "fr");
    REQUIRE(start);
    std::uint64_t last = 0;
    auto const begin = exchange::start_from(*start, "Essai", [&] { return model::AxisId{++last}; });
    model::Document doc;
    change(doc, begin.start);
    for (auto const& command : begin.then) change(doc, command);
    model::Case text;
    text.title = "Une haie";
    change(doc, edit::AddCases{{{{50}, text, {}}}});
    model::Axis own;
    own.title = "Sobriété";
    own.weight_milli = 500;
    own.opportunity_line = 300;
    change(doc, edit::SetAxis{{90}, own});
    change(doc, edit::SetConvention{{700, 100, 5}});
    auto const written = exchange::write_template(support::assets_dir(), doc, {5, 0, 7}, "Le mien");
    REQUIRE(written);
    CHECK(written->find("haie") == std::string::npos);
    auto const read = exchange::parse_template(support::assets_dir(), *written, "m.json", "en");
    REQUIRE(read);
    CHECK(read->language == "fr"); // its only one
    CHECK(read->title == "Le mien");
    CHECK(read->minutes == exchange::Minutes{5, 0, 7});
    CHECK(read->prompts == start->prompts);
    REQUIRE(read->axes.size() == 2);
    CHECK(read->axes[0].launch == start->axes[0].launch);
    CHECK(read->axes[1].weight_milli == 500);
    CHECK(read->axes[1].opportunity_line == 300);
    CHECK(read->questions.size() == start->questions.size());
    REQUIRE(read->votes.size() == 1);
    CHECK(read->votes[0].rule == model::Rule::equal_shares);
    CHECK(read->votes[0].cases.empty());
    CHECK(read->convention.lambda_milli == 700);
    CHECK_FALSE(exchange::write_template(support::assets_dir(), doc, {}, ""));
}

TEST_CASE("cases have the word of the session's template, translated; one's own word stays in its "
          "language")
{
    auto const all = templates();
    auto const word = [](model::Document const& doc) {
        auto const profile = model::get<model::Profile>(doc);
        return profile.item + "/" + profile.items;
    };
    auto doc = session_from(started("budget-participatif", "fr"));
    CHECK(word(doc) == "projet/projets"); // in the file: another machine says it too
    CHECK(word(all.shown(doc, "fr")) == "projet/projets");
    CHECK(word(all.shown(doc, "en")) == "project/projects");
    CHECK(word(all.shown(session_from(started("huit-axes", "en")), "en")) == "/");
    auto start = started("retrospective", "fr");
    start.profile.item = start.profile.items = {}; // of an earlier version
    CHECK(word(all.shown(session_from(start), "en")) == "fact/facts");
    start.profile.item = "constat", start.profile.items = "constats";
    CHECK(word(all.shown(session_from(start), "fr")) == "constat/constats");
    CHECK(word(all.shown(session_from(start), "en")) ==
          "/"); // an English sentence takes no French word
    auto const written =
        exchange::write_template(support::assets_dir(), session_from(start), {}, "Bilan");
    REQUIRE(written);
    auto const again = exchange::parse_template(support::assets_dir(), *written, "bilan", "en");
    REQUIRE(again);
    CHECK(again->item == "constat");
    CHECK(again->items == "constats");
}

TEST_CASE("a word for cases that sentences cannot hold is refused with its place")
{
    auto const said = [](std::string const& words) {
        auto const read = exchange::parse_template(
            support::assets_dir(),
            R"({"format":"cadran-template","version":1,"title":"T","axes":[],)" + words + "}",
            "t.json", "fr");
        return read ? std::string("read") : read.error().where + " " + read.error().detail;
    };
    CHECK(said(R"("item":"projet","items":"projets")") == "read");
    CHECK(said(R"("item":"projet")") == "template.missing t.json, items");
    CHECK(said(R"("item":"idée","items":"idées")") == "template.value t.json, item"); // « le idée »
    CHECK(said(R"("item":"projet","items":"Projets")") == "template.value t.json, items");
    CHECK(said(R"("item":"projet","items":"projets [b]")") == "template.value t.json, items");
}
