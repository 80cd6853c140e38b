#include "terminal.h"

#include <doctest/doctest.h>

#include <filesystem>

// Importing votes and estimates on the command line.
using terminal::bytes_of;
using terminal::says;
using terminal::Terminal;

namespace {

std::string shared(std::string const& path) { return (support::shared_dir() / path).string(); }

bool there(std::string const& path) { return std::filesystem::exists(shared(path)); }

} // namespace

TEST_CASE("ballots of a table are tried first, then a closed vote that is counted as any other")
{
    Terminal t;
    (void)t.run("new a.cadran --template simple");
    t.write("avis.csv", "Horodateur;Adresse e-mail;Avis [Tri];Avis [Fuites d’eau]\n"
                        "12/03/2026 09:41:07;anne@ville.fr;Bien;Passable\n"
                        "12/03/2026 09:42:07;luc@ville.fr;Très bien;Bien\n"
                        "12/03/2026 09:43:07;zoe@ville.fr;Nul;Bien\n");
    auto const tried = t.run("import a.cadran avis.csv --dry-run");
    CHECK(tried.code == 0);
    CHECK(says(tried.out, "2\u00A0bulletins") == false);
    CHECK(says(tried.out, "2 bulletins, dont 0 blanc\u00A0: un vote clos, jugement majoritaire"));
    CHECK(says(tried.out, "jamais gardées\u00A0: Horodateur, Adresse e-mail"));
    CHECK(says(tried.out, "Tri · nouveau · 2 réponses"));
    CHECK(
        says(tried.out, "Ligne 4 laissée\u00A0: «\u00A0Tri = Nul\u00A0» n’est pas sur l’échelle"));
    CHECK(t.run("show a.cadran --json").json()["entries"] == 1);
    auto const json =
        t.run("import a.cadran avis.csv --question 'Quels cas ?' --json", "en").json();
    CHECK(json["kind"] == "ballots");
    CHECK(json["method"] == "majority-judgment");
    CHECK(json["voters"] == 2);
    CHECK(json["done"] == true);
    CHECK(json["left_out"][0]["line"] == 4);
    auto const result = t.run("tally a.cadran --json").json();
    CHECK(result["question"] == "Quels cas ?");
    CHECK(t.run("verify a.cadran").code == 0);
    auto const file = bytes_of(t.folder / "a.cadran");
    for (auto const* never : {"anne", "@", "09:41", "Horodateur"}) CHECK_FALSE(says(file, never));
}

TEST_CASE("a precinct of Orsay comes in by one command, and counts as it was published")
{
    std::string const path = "data/majority-judgment/orsay2007_bureau_01.csv";
    if (!there(path)) return;
    Terminal t;
    (void)t.run("new a.cadran");
    auto const said = t.run("import a.cadran '" + shared(path) + "'");
    CHECK(said.code == 0);
    CHECK(says(said.out, "Les zéros sont lus comme «\u00A0sans réponse\u00A0»"));
    auto const result = t.run("tally a.cadran --json").json();
    CHECK(result["voters"] == 559);
    CHECK(result["results"].size() == 12);
    CHECK(result["results"][0]["title"] == "Bayrou");
    CHECK(result["results"][11]["title"] == "Le Pen");
}

TEST_CASE("experts' placements come in by what the program asks for, and say their figures")
{
    std::string const path = "data/expert-placements/ches2019_part.csv";
    if (!there(path)) return;
    Terminal t;
    (void)t.run("new a.cadran");
    auto const asked = t.run("import a.cadran '" + shared(path) + "'", "en");
    CHECK(asked.code == 1);
    auto const from = asked.err.find("--map \"");
    REQUIRE(from != std::string::npos);
    auto const map = asked.err.substr(from, asked.err.find('"', from + 7) + 1 - from);
    CHECK(says(map, "case=party_name,voter=judge,opportunity:1=position,risk:1=eu_salience"));
    auto const scale = t.run("import a.cadran '" + shared(path) + "' " + map);
    CHECK(scale.code == 1);
    CHECK(says(scale.err, "--scale \"position=1..7\""));
    auto const done =
        t.run("import a.cadran '" + shared(path) + "' " + map + " --scale 'position=1..7,*=0..10'");
    CHECK(done.code == 0);
    CHECK(says(done.out, "Échelle\u00A0: 1..7 → 0..10 (position)"));
    auto const all = t.run("estimates a.cadran --json").json();
    CHECK(all["clouds"].size() == 48);
    auto const one = t.run("estimates a.cadran --axis 1 --json").json();
    REQUIRE(one["clouds"].size() == 6);
    auto const& cdu = one["clouds"][0];
    CHECK(cdu["title"] == "CDU");
    CHECK(cdu["placed"] == 21);
    CHECK(cdu["asked"]["opportunity"]["median"] == 6.0);
    CHECK(cdu["risk"]["q3"] == 8.0);
    for (auto const* key : {"zones", "dont_know", "opportunity", "risk", "state", "median"})
        CHECK(cdu.contains(key));
    auto const text = t.run("estimates a.cadran --axis 1");
    CHECK(says(text.out, "CDU · 21 estimations"));
    CHECK(says(text.out, "risque\u00A0: médiane 7,0, la moitié de 6,0 à 8,0"));
    CHECK(t.run("estimates a.cadran --axis 40").code == 2);
    CHECK(t.run("verify a.cadran").code == 0);
    CHECK_FALSE(says(bytes_of(t.folder / "a.cadran"), "3-11")); // the name of a judge
}

TEST_CASE("positions come in marked as imported, and our own export brought back changes nothing")
{
    Terminal t;
    (void)t.run("new a.cadran --template simple");
    t.write("an.csv", "Titre;Impact (0-10);Risque (0-10)\nTri;8;2\nFuites;3,5;6\n");
    auto const said = t.run("import a.cadran an.csv --axis 1");
    CHECK(said.code == 0);
    CHECK(says(said.out, "2 positions à poser, marquées «\u00A0importé\u00A0»"));
    auto const placements = t.run("show a.cadran --json").json()["placements"];
    REQUIRE(placements.size() == 2);
    CHECK(placements[0]["by"] == "imported");
    CHECK(placements[0]["opportunity"] == 8.0);
    CHECK(placements[1]["risk"] == 6.0);
    auto const entries = t.run("show a.cadran --json").json()["entries"];
    for (auto const* kind : {"csv", "xlsx", "ods"}) {
        CAPTURE(kind);
        REQUIRE(t.run(std::string("export a.cadran -o rendu.") + kind).code == 0);
        auto const back = t.run(std::string("import a.cadran rendu.") + kind);
        CAPTURE(back.err);
        CHECK(back.code == 0);
        CHECK(t.run("show a.cadran --json").json()["entries"] == entries);
    }
}

TEST_CASE("a table of cases is read as before")
{
    Terminal t;
    (void)t.run("new a.cadran --template simple");
    t.write("cas.csv", "Titre;Impact;Note\nTri;fort;x\nFuites;faible;y\nGuide;fort;z\n");
    auto const said = t.run("import a.cadran cas.csv --map 'notes=-' --json").json();
    CHECK(said["kind"] == "cases");
    CHECK(said["cases"].size() == 3);
}

TEST_CASE(
    "missing information is asked for in one line, in the person's language, and nothing is added")
{
    Terminal t;
    (void)t.run("new a.cadran --template simple");
    t.write("a.csv", "Votant;Tri;Eau\na;zip;zap\nb;zap;zop\nc;zop;zip\n");
    t.write("b.csv", "Quoi;Facile;Utile;Urgent\nTri du courrier;4;3;2\nFuites d’eau;2;2;1\n"
                     "Guide des aides;1;5;3\n");
    for (auto const& [code, arguments, french, english] :
         {std::tuple{1, "a.csv", "--grades \"zap,zip,zop\"", "worst to best"},
          {1, "b.csv", "--as ballots ou --as cases", "--as ballots or --as cases"},
          {2, "b.csv --as ballots --method klingon", "klingon", "klingon"},
          {2, "a.csv --grades zip", "deux au moins", "at least"},
          {2, "a.csv --map vote=Rien", "Aucune colonne", "No column"}})
        for (auto const* language : {"fr", "en"}) {
            auto const said = t.run(std::string("import a.cadran ") + arguments, language);
            std::string const typed = arguments; // clang 14 captures no structured binding
            CAPTURE(typed);
            CAPTURE(said.err);
            CHECK(said.code == code);
            CHECK(said.out.empty());
            CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
            CHECK(says(said.err, *language == 'f' ? french : english));
        }
    CHECK(t.run("show a.cadran --json").json()["entries"] == 1);
    CHECK(t.run("import a.cadran a.csv --grades zip,zap,zop").code == 0);
    CHECK(t.run("import a.cadran b.csv --as cases --map titre=Quoi").code == 0);
}
