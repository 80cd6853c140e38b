#include "analysis/common/in_use.h"
#include "edit/permission.h"
#include "journal/file_log.h"
#include "session/judge.h"
#include "session/session.h"
#include "shell/files/session_at.h"
#include "shell/machine/machine.h"
#include "support/folders.h"
#include "terminal.h"

#include <algorithm>
#include <filesystem>
#include <map>

// `cadran compare` on the command line.
using terminal::Terminal;

namespace {

namespace fs = std::filesystem;

// Writes the sample session as a file into the test's folder.
void put_sample(Terminal const& t, char const* name)
{
    fs::copy_file(support::sources_dir() / "sessions/exemple.cadran", t.folder / name);
}

model::CaseId numbered(model::Document const& doc, int number)
{
    for (auto const& [id, one] : model::table<model::Case>(doc))
        if (one.number == number) return id;
    return {};
}

// Edits the copy as a committee would.
void meet_as_committee(fs::path const& file)
{
    shell::SystemClock clock;
    shell::SystemRandomSource random;
    auto opened = session::open_file(file, journal::OpenMode::write, {}, clock, random);
    REQUIRE(opened);
    auto& session = opened->session;
    auto act = [&](edit::Command const& command) {
        auto const done = session.submit(edit::facilitator, command);
        REQUIRE(done);
    };
    auto const& doc = session.document();
    auto const axes = analysis::active_axes(doc);
    auto place = [&](int number, int by_opportunity, int by_risk) {
        edit::PlaceAll all;
        for (auto axis : axes) {
            model::PlacementKey const key{axis, numbered(doc, number)};
            auto const* at = model::find<model::Placement>(doc, key);
            if (!at || at->lock == model::Lock::locked) continue;
            auto to = *at;
            to.opportunity = std::clamp(to.opportunity + by_opportunity, 0, model::level_max);
            to.risk = std::clamp(to.risk + by_risk, 0, model::level_max);
            all.where.emplace_back(key, to);
        }
        if (!all.where.empty()) act(all);
    };
    place(5, 180, -250);
    place(60, 120, 260);
    place(18, 280, -120);
    place(25, -180, 40);
    place(2, 150, 0);
    place(37, -50, 80);
    auto decide = [&](int number, model::Verdict verdict, std::string const& reason) {
        act(edit::Decide{{numbered(doc, number), model::Body::workshop},
                         {verdict, reason, {}, {}}});
    };
    decide(1, model::Verdict::later, "Le marché en cours finit en 2027.");
    decide(21, model::Verdict::launch, "Complétude seulement, avec relecture.");
    act(edit::WeighAxes{{{axes.front(), 2000}}});
    model::Case added;
    added.title = "Cartographie des îlots de chaleur au pas de la rue";
    act(edit::AddCases{{{session.mint<model::CaseId>(), added, {}}}});
    act(edit::MergeCases{numbered(doc, 41), {numbered(doc, 16)}});
    auto text = model::get<model::Case>(doc, numbered(doc, 3));
    text.title = "Prévision des repas de cantine, par école";
    act(edit::EditCase{numbered(doc, 3), text});
}

bool one_sentence(terminal::Said const& said)
{
    return said.code != 0 && said.out.empty() && said.err.starts_with("cadran: ") &&
           std::ranges::count(said.err, '\n') == 1;
}

} // namespace

TEST_CASE("a copy in which cases were proposed says which are new, in the language asked for")
{
    Terminal t;
    put_sample(t, "avant.cadran");
    put_sample(t, "apres.cadran");
    REQUIRE(t.run("import apres.cadran cas.csv").code != 0); // apres.cadran is still empty
    t.write("cas.csv", "titre\nCartographie des îlots de chaleur au pas de la rue\n");
    REQUIRE(t.run("import apres.cadran cas.csv").code == 0);
    auto const french = t.run("compare avant.cadran apres.cadran");
    CHECK(french.code == 0);
    CHECK(french.err.empty());
    CHECK(french.out.find("1 nouveau") != std::string::npos);
    CHECK(french.out.find("Cartographie des îlots de chaleur") != std::string::npos);
    CHECK(french.out.find("disparu") == std::string::npos);
    auto const english = t.run("compare avant.cadran apres.cadran", "en");
    CHECK(english.out.find("1 new") != std::string::npos);
    auto const back = t.run("compare apres.cadran avant.cadran --json").json();
    REQUIRE(back["gone"].size() == 1);
    CHECK(back["new"].empty());
    CHECK(back["one_session"] == true);
    CHECK(back["nothing_changed"] == false);
    CHECK(back["before"]["entries"].get<int>() == back["after"]["entries"].get<int>() + 1);
}

TEST_CASE("a committee's copy with a dozen changes has exactly these differences")
{
    Terminal t;
    put_sample(t, "atelier.cadran");
    put_sample(t, "comite.cadran");
    meet_as_committee(t.folder / "comite.cadran");
    auto const all = t.run("compare atelier.cadran comite.cadran --json").json();
    std::map<int, nlohmann::json> by_number;
    for (auto const& one : all["cases"]) by_number[one["before"]["number"].get<int>()] = one;
    CHECK(all["new"].size() == 1);
    REQUIRE(all["gone"].size() == 1);
    CHECK(all["gone"][0]["number"] == 16);
    CHECK(all["gone"][0]["merged_into"]["number"] == 41);
    CHECK(all["doubtful"].empty());
    CHECK(all["verdicts_changed"] == 2);
    CHECK(by_number[1]["decisions"][0]["after"]["verdict"] == "later");
    CHECK(by_number[21]["decisions"][0]["before"]["verdict"] == "safeguards");
    CHECK(by_number[3]["after"]["title"] == "Prévision des repas de cantine, par école");
    CHECK(by_number[18]["other_quadrant"] == true);
    CHECK(by_number[18]["mean_after"]["risk"].get<double>() <
          by_number[18]["mean_before"]["risk"].get<double>());
    for (auto const& [number, one] : by_number) {
        auto const captured = number; // clang 14 captures no structured binding
        CAPTURE(captured);
        bool const touched = number == 5 || number == 60 || number == 18 || number == 25 ||
                             number == 2 || number == 37;
        bool const settled_elsewhere = std::ranges::any_of(
            one["axes"], [](auto const& axis) { return axis["moved"] == true; });
        CHECK(settled_elsewhere == touched);
    }
    auto const text = t.run("compare atelier.cadran comite.cadran").out;
    for (auto const* said : {"16. ", "fusionné dans 41", "Poids de l’axe 1", "1 → 2", "était «",
                             "Encadrer → Lancer"}) {
        CAPTURE(said);
        CHECK(text.find(said) != std::string::npos);
    }
}

TEST_CASE("the moments of a session are its steps and sittings, and any entry can be read alone")
{
    Terminal t;
    put_sample(t, "session.cadran");
    auto const file = t.folder / "session.cadran";
    auto const now = shell::read_session_at(file, std::nullopt, {});
    REQUIRE(now);
    CHECK(now->entry == now->entries);
    REQUIRE(now->milestones.size() >= 3);
    CHECK(now->milestones.front().what == ui::Milestone::What::begun);
    CHECK(now->milestones.back().what == ui::Milestone::What::last);
    CHECK(now->milestones.back().entry == now->entries);
    CHECK(std::ranges::is_sorted(now->milestones, {}, &ui::Milestone::entry));
    // The copy, edited hours later, has one more sitting.
    meet_as_committee(file);
    auto const later = shell::read_session_at(file, std::nullopt, {});
    REQUIRE(later);
    CHECK(std::ranges::any_of(later->milestones, [&](ui::Milestone const& one) {
        return one.what == ui::Milestone::What::after_sitting && one.entry == now->entries;
    }));
    auto const then = shell::read_session_at(file, now->entries, {});
    REQUIRE(then);
    CHECK(then->document == now->document);
    CHECK(then->session == later->session);
    CHECK_FALSE(shell::read_session_at(file, later->entries + 1, {}));
    CHECK_FALSE(shell::read_session_at(t.folder / "absent.cadran", std::nullopt, {}));
}

TEST_CASE("two moments of one session are compared by their entries")
{
    Terminal t;
    put_sample(t, "session.cadran");
    auto const all = t.run("compare session.cadran --at 1 --json").json();
    CHECK(all["format"] == "cadran-compare");
    CHECK(all["before"]["entry"] == 1);
    CHECK(all["after"]["entry"] == all["after"]["entries"]);
    CHECK(all["new"].size() + all["cases"].size() > 20);
    auto const text = t.run("compare session.cadran --at 1 --to 2", "fr");
    CHECK(text.code == 0);
    CHECK(text.out.find("entrée 1 sur ") != std::string::npos);
    CHECK(text.out.find("entrée 2 sur ") != std::string::npos);
}

TEST_CASE("what cannot be compared is one sentence and an exit code")
{
    Terminal t;
    put_sample(t, "a.cadran");
    put_sample(t, "b.cadran");
    t.write("texte.cadran", "ceci n’est pas une session\n");
    t.write("vide.cadran", "");
    t.write("neuf.cadran", R"({"format":"cadran","version":999,"session":"x","created_ms":1})"
                           "\n");
    for (std::string const arguments :
         {"compare a.cadran a.cadran", "compare a.cadran b.cadran", "compare a.cadran",
          "compare a.cadran absent.cadran", "compare absent.cadran a.cadran",
          "compare a.cadran texte.cadran", "compare vide.cadran a.cadran",
          "compare a.cadran neuf.cadran", "compare a.cadran .", "compare a.cadran --at 999999"})
        for (std::string const language : {"fr", "en"}) {
            CAPTURE(arguments);
            auto const said = t.run(arguments, language);
            CAPTURE(said.err);
            CHECK(one_sentence(said));
            CHECK(said.err.find("error.") == std::string::npos);
        }
}

TEST_CASE("two sessions without a case are reported so, and comparing changes no file")
{
    Terminal t;
    REQUIRE(t.run("new un.cadran").code == 0);
    REQUIRE(t.run("new deux.cadran").code == 0);
    auto const bytes = [&](char const* name) {
        std::ifstream in(t.folder / name, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    auto const before = bytes("un.cadran");
    auto const said = t.run("compare un.cadran deux.cadran");
    CHECK(said.code == 0);
    CHECK(said.out.find("Ni l’une ni l’autre") != std::string::npos);
    CHECK(t.run("compare un.cadran deux.cadran --json").json()["one_session"] == false);
    CHECK(bytes("un.cadran") == before);
}
