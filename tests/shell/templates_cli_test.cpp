#include "exchange/templates/template.h"
#include "journal/file_log.h"
#include "model/voting_method.h"
#include "platform/disk.h"
#include "session/judge.h"
#include "shell/machine/machine.h"
#include "shell/terminal.h"
#include "support/parsed.h"

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

// Templates from the command line: each shipped one walked to its report, and those people make.
namespace {

namespace fs = std::filesystem;
using model::Method;
using nlohmann::json;
using terminal::bytes_of;
using terminal::says;
using terminal::Terminal;

constexpr char const* cases =
    "Titre;Coût\nPlanter une haie;2000\nRéparer le préau;8000\nPrêter des vélos;5000\n";

// A session file opened as the program does.
struct Workshop {
    shell::SystemClock clock;
    shell::SystemRandomSource random;
    journal::FileLog::Options options;
    std::optional<session::Session> session;

    explicit Workshop(Terminal const& shell)
    {
        options.keys = shell.folder / "keys";
        auto file = session::open_file(shell.folder / "s.cadran", journal::OpenMode::write, options,
                                       clock, random);
        REQUIRE(file);
        session.emplace(std::move(file->session));
    }
    void act(edit::Command const& command)
    {
        auto const done = session->submit(shell::own_actor(), command);
        CAPTURE((done ? std::string{} : done.error().where));
        REQUIRE(done);
    }
    [[nodiscard]] model::Document const& doc() const { return session->document(); }
    [[nodiscard]] std::vector<model::CaseId> all() const
    {
        std::vector<model::CaseId> out;
        for (auto const& [id, one] : model::table<model::Case>(doc())) out.push_back(id);
        return out;
    }
    [[nodiscard]] model::AxisId axis() const
    {
        return model::table<model::Axis>(doc()).begin()->first;
    }
    // The vote that the template prepared, else one of dots.
    [[nodiscard]] std::pair<model::RoundId, model::Round> vote()
    {
        auto const& rounds = model::table<model::Round>(doc());
        if (!rounds.empty()) return *rounds.begin();
        model::Round round;
        model::set_method(round, Method::dots);
        return {session->mint<model::RoundId>(), round};
    }
    // Holds a round with the same ballot from three people.
    void hold(model::RoundId id, model::Round round, model::Ballot const& ballot)
    {
        round.cases = all();
        round.money = 1'000'000; // 10 000 €
        act(edit::PrepareRound{id, round});
        act(edit::OpenRound{id, clock.now_ms()});
        for (char const* token : {"AAAAAAAA", "BBBBBBBB", "CCCCCCCC"})
            REQUIRE(session->cast(id, token, ballot));
        REQUIRE(session->close_round(shell::own_actor(), id));
        act(edit::RevealRound{id});
    }
    // From the votes to the decisions.
    void walk()
    {
        using model::Step;
        act(edit::SetStep{Step::vote});
        auto const [vote_id, round] = vote();
        hold(vote_id, round, {{{all()[1], 1}}, 1});
        act(edit::SetStep{Step::place});
        model::Round blind;
        blind.method = Method::estimate;
        model::Ballot ballot;
        for (auto id : all()) ballot.estimates.push_back({axis(), id, {700, 200}});
        hold(session->mint<model::RoundId>(), blind, ballot);
        for (auto id : all()) {
            model::Placement at;
            at.opportunity = 700, at.risk = 200;
            act(edit::Place{{axis(), id}, at});
        }
        act(edit::SetStep{Step::decide});
        model::Decision decision;
        decision.verdict = model::Verdict::launch;
        decision.reason = "Utile à tous";
        act(edit::Decide{{all()[1], model::Body::workshop}, decision});
    }
};

struct Expected {
    char const *name, *french, *english; // question of the first step
};
constexpr Expected shipped[] = {
    {"huit-axes", "Où l’IA vous ferait-elle gagner du temps ?", "Where would AI save you time?"},
    {"simple", "Que pourrions-nous faire ?", "What could we do?"},
    {"budget-participatif", "Quels projets proposez-vous de financer ?",
     "Which projects do you propose to fund?"},
    {"retrospective", "Que retenez-vous de cette période ?",
     "What do you take away from this period?"},
    {"priorisation", "Que pourrions-nous entreprendre ?", "What could we take on?"},
};

// Whether a page or a message has this whole word, outside of tags.
bool says_word(std::string const& text, std::string const& word)
{
    static std::regex const tags("<style[^]*?</style>|<[^>]*>");
    auto const plain = std::regex_replace(text, tags, " ");
    return std::regex_search(
        plain, std::regex("(^|[^a-zA-Z.\x80-\xFF-])" + word + "($|[^a-zA-Z.\x80-\xFF-])"));
}

} // namespace

TEST_CASE("each shipped template goes from a new session to its report, in both languages")
{
    for (auto const& one : shipped) {
        CAPTURE(one.name);
        Terminal const shell;
        shell.write("cas.csv", cases);
        REQUIRE(shell.run("new s.cadran --template " + std::string(one.name)).code == 0);
        auto const imported = shell.run("import s.cadran cas.csv");
        REQUIRE(imported.code == 0);
        REQUIRE(shell.run("propose s.cadran 'Ouvrir la cour'").code == 0);
        Workshop(shell).walk();
        CHECK(shell.run("verify s.cadran").code == 0);
        REQUIRE(shell.run("report s.cadran -o fr.html").code == 0);
        REQUIRE(shell.run("report s.cadran -o en.html", "en").code == 0);
        auto const fr = bytes_of(shell.folder / "fr.html"), en = bytes_of(shell.folder / "en.html");
        auto const french = exchange::read_shipped(support::assets_dir(), one.name, "fr"),
                   english = exchange::read_shipped(support::assets_dir(), one.name, "en");
        REQUIRE((french && english));
        CHECK(says(fr, one.french));
        CHECK(says(en, one.english)); // nobody edited it
        CHECK_FALSE(says(en, one.french));
        CHECK(says(fr, french->axes.front().opportunity));
        CHECK(says(en, english->axes.front().opportunity));
        CHECK(says(fr, "Réparer le préau"));
        CHECK(says(fr, "Utile à tous"));
        bool const about_ai = std::string(one.name) == "huit-axes";
        CHECK(says(fr, "L’IA") == about_ai);
        for (auto const& vote : french->votes) CHECK(says(fr, vote.question));
        // A participatory budget is about projects, a retrospective about facts.
        CHECK(says_word(fr, "cas") == french->item.empty());
        CHECK((says_word(en, "case") || says_word(en, "cases")) == english->item.empty());
        if (french->item.empty()) continue;
        CHECK(says_word(fr, french->items));
        CHECK(says_word(en, english->items));
        CHECK(says_word(imported.out, french->items));
    }
}

TEST_CASE("a template made from a session has its preparation, and nothing that people said")
{
    Terminal const shell;
    shell.write("cas.csv", cases);
    REQUIRE(shell.run("new s.cadran --template budget-participatif").code == 0);
    REQUIRE(shell.run("import s.cadran cas.csv").code == 0);
    {
        Workshop w(shell);
        auto const now = w.clock.now_ms();
        w.act(edit::SetTimer{{now, now + 7 * 60'000, 0}});
        model::Prompt prompt;
        prompt.question = "Et pour le quartier nord\u202F?";
        w.act(edit::SetPrompt{model::Step::gather, prompt});
        w.act(edit::SetTimer{{now, now + 9 * 60'000, 0}}); // elsewhere: the room follows at once
        w.act(edit::SetStep{model::Step::group});
        w.walk();
    }
    auto const saved = shell.run("template s.cadran -o 'Budget du nord'");
    REQUIRE_MESSAGE(saved.code == 0, saved.err);
    auto const path = shell.folder / ".local/share/cadran/templates/budget-du-nord.json";
    // found by its title, too; a name is counted in characters
    CHECK(shell.run("new u.cadran --template 'Budget du nord'").code == 0);
    std::string accented;
    for (int i = 0; i < 100; ++i) accented += "é";
    CHECK(shell.run("template s.cadran -o '" + accented + "'").code == 0);
    auto const text = bytes_of(path);
    for (char const* said : {"haie", "préau", "Utile", "AAAAAAAA"}) CHECK_FALSE(says(text, said));
    auto const written = support::parsed(text);
    CHECK(written["title"] == "Budget du nord");
    CHECK(written["steps"]["gather"]["question"] == "Et pour le quartier nord\u202F?");
    CHECK(written["steps"]["gather"]["minutes"] == 7); // of the timers that ran
    CHECK(written["steps"]["group"]["minutes"] == 9);
    CHECK(written["steps"]["decide"]["minutes"] == 15); // of its own template
    CHECK(written["questions"].size() == 3);
    REQUIRE(written["votes"].size() == 1);
    CHECK(written["votes"][0]["rule"] == "equal-shares");
    CHECK_FALSE(written["votes"][0].contains("cases"));

    SUBCASE("titles that give the same file name, or none, are different templates")
    {
        for (char const* title : {"Budget du nord !", "???", "…", "Opportunité/risque"}) {
            CAPTURE(title);
            auto const made = shell.run("template s.cadran -o '" + std::string(title) + "'");
            CHECK_MESSAGE(made.code == 0, made.err);
            fs::remove(shell.folder / "v.cadran");
            CHECK(shell.run("new v.cadran --template '" + std::string(title) + "'").code == 0);
            CHECK(shell.run("template s.cadran -o '" + std::string(title) + "'").code == 1);
        }
        CHECK(support::parsed(bytes_of(path))["title"] == "Budget du nord");
        CHECK(shell.run("template s.cadran -o 'Sur deux\nlignes'").code == 0);
        CHECK(support::parsed(bytes_of(path.parent_path() / "sur-deux-lignes.json"))["title"] ==
              "Sur deux lignes");
    }
    SUBCASE("and a session starts from it, by name or by file")
    {
        for (auto const& which : {std::string("budget-du-nord"), "'" + path.string() + "'"}) {
            CAPTURE(which);
            fs::remove(shell.folder / "t.cadran");
            auto const made = shell.run("new t.cadran --template " + which);
            REQUIRE_MESSAGE(made.code == 0, made.err);
            auto const shown = shell.run("show t.cadran --json").json();
            CHECK(shown["cases"].empty());
            CHECK(shown["decisions"].empty());
            CHECK(shown["questions"].size() == 3);
            CHECK(shown["axes"].size() == 1);
            REQUIRE(shown["rounds"].size() == 1);
            CHECK(shown["rounds"][0]["state"] == "setup");
            CHECK(shown["entries"] == 1);
        }
    }
    SUBCASE(
        "a second one with its name, or the name of a shipped one, is refused and writes nothing")
    {
        for (char const* title : {"'Budget du nord'", "'Huit axes'", "''"}) {
            auto const again = shell.run("template s.cadran -o " + std::string(title));
            CHECK(again.code == 1);
            CHECK(std::ranges::count(again.err, '\n') == 1);
        }
        CHECK(bytes_of(path) == text);
        CHECK_FALSE(fs::exists(shell.folder / ".local/share/cadran/templates/huit-axes.json"));
    }
}

TEST_CASE(
    "a bad template file gets one sentence with the place of the error, and leaves no session")
{
    struct Bad {
        char const *text, *place;
    };
    constexpr char const* head =
        R"({"format":"cadran-template","version":1,"language":"fr","title":"T",)";
    for (auto const& bad : {
             Bad{R"("axes":[{"title":"A"},{"titel":"B"}]})", "axes[2].titel"},
             Bad{R"("axes":[{"title":"A"},{"opportunity":"B"}]})", "axes[2].title"},
             Bad{R"("axes":[{"title":"A","subject":"climate"}]})", "axes[1].subject"},
             Bad{R"("axes":[],"steps":{"gather":{"minutes":601}}})", "steps.gather.minutes"},
             Bad{R"("axes":[],"steps":{"dance":{}}})", "steps.dance"},
             Bad{R"("axes":[],"votes":[{"method":"dots","budget":-3}]})", "votes[1].budget"},
             Bad{R"("axes":[],"votes":[{"method":"shouting"}]})", "votes[1].method"},
             Bad{R"("axes":[],"questions":["nothing"]})", "questions[1]"},
             Bad{R"("axes":[],"cases":[]})", "cases"},
             Bad{R"("axes":7})", "axes"},
             Bad{R"("steps":{}})", "axes"},
             Bad{"\n\"axes\": [,]}", "ligne\u00A02"},
         }) {
        CAPTURE(bad.text);
        Terminal const shell;
        shell.write("t.json", std::string(head) + bad.text);
        auto const said = shell.run("new s.cadran --template t.json");
        CAPTURE(said.err);
        CHECK(said.code == 1);
        CHECK(says(said.err, "t.json"));
        CHECK(says(said.err, bad.place));
        CHECK(std::ranges::count(said.err, '\n') == 1);
        CHECK_FALSE(says(said.err, "error."));
        CHECK_FALSE(fs::exists(shell.folder / "s.cadran"));
    }
    Terminal const shell;
    shell.write("t.json", R"({"format":"cadran-template","version":99})");
    CHECK(shell.run("new s.cadran --template t.json").code == 1);
    shell.write("t.json", "<html>");
    CHECK(shell.run("new s.cadran --template t.json").code == 1);
    CHECK(shell.run("new s.cadran --template missing.json").code == 1);
    CHECK(shell.run("new s.cadran --template nobody").code == 2);
    CHECK_FALSE(fs::exists(shell.folder / "s.cadran"));
}

TEST_CASE("a room without a window opens a template's vote on all cases")
{
    Terminal const shell;
    shell.write("cas.csv", cases);
    REQUIRE(shell.run("new s.cadran --template priorisation").code == 0);
    REQUIRE(shell.run("import s.cadran cas.csv").code == 0);
    shell.write("lines", "open 1\nend\n");
    auto const said = shell.run("host s.cadran --json --listen 127.0.0.1:0 <lines");
    REQUIRE(said.code == 0);
    auto const shown = shell.run("show s.cadran --json").json();
    CHECK(shown["rounds"][0]["state"] == "open");
    CHECK(shown["rounds"][0]["cases"].size() == 3);
}
