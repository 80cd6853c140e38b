#include "analysis/voting/tally.h"
#include "answering.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "support/parsed.h"
#include "support/skip.h"

#include <doctest/doctest.h>

// Ballots with one voter per row and one column per case.
using namespace answering;
using model::Method;

namespace {

// All text that would be recorded.
std::string all_text(exchange::AnswersPlan const& plan)
{
    std::string out = plan.election.round.question;
    for (auto const& label : plan.election.round.labels) out += label;
    for (auto const& one : plan.election.cases)
        out += one.text.title + one.text.source + one.text.description + one.text.notes +
               one.text.proposer;
    return out;
}

Method method(exchange::AnswersPlan const& plan) { return plan.election.round.method; }

} // namespace

TEST_CASE("a precinct of Orsay read from its table gives every published figure")
{
    auto const bytes = importing::shared_bytes("data/majority-judgment/orsay2007_bureau_01.csv"),
               results = importing::shared_bytes("expected/majority_judgment_orsay2007.json");
    if (!bytes || !results) CADRAN_SKIP("no shared data");
    auto const expected = support::parsed(*results);
    auto const& precinct = expected["bureau_01"];
    Table t;
    AnswersAsked asked;
    for (auto const& grade : expected["grades_worst_to_best"])
        asked.grades += (asked.grades.empty() ? "" : ",") + grade.get<std::string>();
    auto const plan = t.take(*bytes, asked, "orsay2007_bureau_01.csv");
    CHECK(method(plan) == Method::majority_judgment);
    CHECK(plan.voters == precinct["ballots"].get<std::int64_t>());
    CHECK(plan.left_out.empty());
    auto const tally = analysis::tally(t.doc, plan.election.id);
    REQUIRE(tally);
    CHECK(tally->cases.size() == precinct["order"].size());
    for (auto const& line : tally->cases) {
        auto const title = model::get<model::Case>(t.doc, line.on).title;
        CAPTURE(title);
        CHECK(precinct["order"][static_cast<std::size_t>(line.rank) - 1] == title);
        auto const& said = precinct["detail"][title];
        CHECK(line.rank == said["rank"]);
        CHECK(line.grades == said["counts_worst_to_best"].get<analysis::Grades>());
        REQUIRE(line.gauge);
        auto const& labels = plan.election.round.labels;
        CHECK(labels.at(static_cast<std::size_t>(line.gauge->grade)) == said["median"]);
        CHECK(line.gauge->above == said["above"]);
        CHECK(line.gauge->below == said["below"]);
        auto const percent = [&](std::int64_t people) {
            return 100.0 * static_cast<double>(people) / static_cast<double>(plan.voters);
        };
        CHECK(percent(line.gauge->above) ==
              doctest::Approx(said["above_pct"].get<double>()).epsilon(1e-3));
        CHECK(percent(line.gauge->below) ==
              doctest::Approx(said["below_pct"].get<double>()).epsilon(1e-3));
        CHECK((line.gauge->above > line.gauge->below ? "+" : "-") == said["sign"]);
    }
}

TEST_CASE("numeric grades are read, 0 as no answer, with a remark")
{
    auto const bytes = importing::shared_bytes("data/majority-judgment/orsay2007_bureau_01.csv");
    if (!bytes) CADRAN_SKIP("no shared data");
    Table t;
    auto const plan = t.take(*bytes);
    CHECK(plan.election.round.grades == 6);
    CHECK(plan.election.round.labels.front() == "1");
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes[0].where == "answers.zero");
    AnswersAsked as_grade;
    as_grade.no_answer = "";
    Table other;
    CHECK(other.take(*bytes, as_grade).election.round.grades == 7);
}

TEST_CASE("crosses of any sign are approvals, blanks are none")
{
    Table t;
    for (auto const* file :
         {"Votant;Tri;Eau;Guide\nA;x;;x\nB;;;\nC;X;;\n",
          "Votant;Tri;Eau;Guide\nA;✔;;✔\nB;;;\nC;✔;;\n",
          "Votant;Tri;Eau;Guide\nA;oui;non;oui\nB;non;non;non\nC;oui;non;non\n",
          "Votant;Tri;Eau;Guide\nA;1;0;1\nB;0;0;0\nC;1;0;0\n",
          "Voter,Tri,Eau,Guide\nA,TRUE,FALSE,TRUE\nB,FALSE,FALSE,FALSE\nC,TRUE,FALSE,FALSE\n"}) {
        CAPTURE(file);
        auto const plan = Table().take(file);
        CHECK(method(plan) == Method::approval);
        CHECK(plan.cases == importing::Titles{"Tri", "Eau", "Guide"});
        CHECK(plan.voters == 3);
        CHECK(plan.blanks == 1);
        CHECK(marks(plan)["Tri"] == Given{{1, 2}});
        CHECK(marks(plan)["Eau"].empty());
        CHECK(marks(plan)["Guide"] == Given{{1, 1}});
    }
}

TEST_CASE("ranks are an order, in figures or as people say them")
{
    for (auto const* file : {"id;Tri;Eau;Guide\n1;1;2;3\n2;2;1;3\n3;1;;2\n",
                             "id;Tri;Eau;Guide\n1;1er;2e;3e\n2;2ème;1er;3ème\n3;1er;;2e\n",
                             "id,Tri,Eau,Guide\n1,1st,2nd,3rd\n2,2nd,1st,3rd\n3,1st,,2nd\n"}) {
        CAPTURE(file);
        auto const plan = Table().take(file);
        CHECK(method(plan) == Method::ranking);
        CHECK(marks(plan)["Tri"] == Given{{1, 2}, {2, 1}});
        CHECK(marks(plan)["Eau"] == Given{{1, 1}, {2, 1}});
    }
}

TEST_CASE("points are recognised by the sum of each row; a row above the sum is left out")
{
    Table t;
    auto const plan = t.take("Bulletin;Tri;Eau;Guide\n1;5;3;2\n2;10;;\n3;4;4;2\n4;3;;\n5;8;8;\n"
                             "6;0;0;10\n7;1;1;8\n8;5;5;0\n9;2;2;6\n10;7;3;0\n11;9;1;0\n");
    CHECK(method(plan) == Method::dots);
    CHECK(plan.election.round.budget == 10);
    CHECK(plan.voters == 10); // who spent less is taken
    REQUIRE(plan.left_out.size() == 1);
    CHECK(plan.left_out[0].where == "answers.over");
    CHECK(plan.left_out[0].line == 6);
    CHECK(plan.left_out[0].detail == "6");
    auto const hundred = Table().take("id;A1;B2;C3\n1;50;30;20\n2;100;0;0\n3;40;40;20\n");
    CHECK(method(hundred) == Method::points);
    CHECK(hundred.election.round.budget == 100);
}

TEST_CASE("grades in words are put in their order, in every language that surveys come in")
{
    struct Words {
        char const* file;
        std::vector<std::string> labels;
    };
    for (auto const& one : {
             Words{"Tri;Eau\nBien;Passable\nTrès bien;À rejeter\nAssez bien;Insuffisant\n",
                   {"À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien"}},
             Words{"Tri;Eau\nExcellent;Passable\nBien;A REJETER\nAssez bien;Bien\n",
                   {"À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien",
                    "Excellent"}},
             Words{"Tri,Eau\nGood,Poor\nVery good,Reject\nFair,Poor\n",
                   {"To reject", "Poor", "Acceptable", "Fair", "Good", "Very good"}},
             Words{"Tri;Eau\nsehr gut;befriedigend\ngut;mangelhaft\nausreichend;gut\n",
                   {"Ungenügend", "Mangelhaft", "Ausreichend", "Befriedigend", "Gut", "Sehr gut"}},
             Words{"Tri;Eau\nmuy buena;mala\nbuena;regular\nmuy mala;buena\n",
                   {"Muy malo", "Malo", "Regular", "Bueno", "Muy bueno"}},
             Words{"Tri;Eau\nplutôt d'accord;pas du tout d’accord\ntout à fait d'accord;plutôt pas "
                   "d'accord\nplutôt d'accord;plutôt d'accord\n",
                   {"Pas du tout d’accord", "Plutôt pas d’accord", "Plutôt d’accord",
                    "Tout à fait d’accord"}},
         }) {
        CAPTURE(one.file);
        auto const plan = Table().take(one.file, {.as = Holds::ballots});
        CHECK(method(plan) == Method::majority_judgment);
        CHECK(plan.election.round.labels == one.labels);
        CHECK(plan.voters == 3);
        CHECK(plan.left_out.empty());
    }
}

TEST_CASE("for grades in unknown words the order is asked for and used")
{
    std::string const file = "Votant;Tri;Eau\na;zip;zap\nb;zap;zop\nc;zop;zip\n";
    Table t;
    auto const refused = t.plan(file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "answers.grades");
    CHECK(refused.error().detail == "zap,zip,zop");
    AnswersAsked asked;
    asked.grades = "zip,zap,zop";
    auto const plan = t.take(file, asked);
    CHECK(plan.election.round.labels == std::vector<std::string>{"zip", "zap", "zop"});
    CHECK(marks(plan)["Tri"] == Given{{0, 1}, {1, 1}, {2, 1}});
}

TEST_CASE("for, against and neither: an abstention is no opinion")
{
    for (auto const* file :
         {"Votant;Tri;Eau\na;D'accord;Pas d'accord\nb;passe;D’accord\nc;D'accord;\n",
          "voter,Tri,Eau\na,agree,disagree\nb,pass,agree\nc,agree,\n",
          "voter,Tri,Eau\na,1,-1\nb,0,1\nc,1,\n"}) {
        CAPTURE(file);
        auto const plan = Table().take(file);
        CHECK(method(plan) == Method::majority_judgment);
        CHECK(plan.election.round.grades == 2);
        CHECK(plan.election.round.blank == model::BlankPolicy::no_opinion);
        CHECK(marks(plan)["Tri"] == Given{{1, 2}});
        CHECK(marks(plan)["Eau"] == Given{{0, 1}, {1, 1}});
    }
}

TEST_CASE("of a form's answers, times, addresses and names are left out; its question is no case")
{
    Table t;
    auto const plan = t.take(
        "Horodateur;Adresse e-mail;Nom;Service;Votre avis ? [Tri du courrier];Votre avis ? [Fuites "
        "d’eau];Une remarque ?\n"
        "12/03/2026 09:41:07;anne.durand@ville.fr;Anne Durand;Eau;Bien;Passable;Merci\n"
        "12/03/2026 09:45:10;luc.petit@ville.fr;Luc Petit;Voirie;Très bien;Bien;\n"
        "12/03/2026 10:02:00;anne.durand@ville.fr;Anne Durand;Eau;Insuffisant;Bien;J’ai changé\n");
    CHECK(plan.cases == importing::Titles{"Tri du courrier", "Fuites d’eau"});
    CHECK(plan.election.round.question == "Votre avis ?"); // the form's own
    CHECK(plan.voters == 2); // who answers again by the same address corrects
    REQUIRE(plan.left_out.size() == 1);
    CHECK(plan.left_out[0].where == "answers.corrected");
    CHECK(plan.left_out[0].line == 2);
    CHECK(marks(plan)["Tri du courrier"] == Given{{1, 1}, {5, 1}});
    auto const text = all_text(plan);
    for (auto const* never : {"Durand", "durand", "Petit", "@", "09:41", "Merci"})
        CHECK(text.find(never) == std::string::npos);
}

TEST_CASE("a total at the foot is no ballot, nor is a column of totals a case")
{
    for (auto const* foot :
         {"Total;14;9;11;34\n", ";14;9;11;34\n", "Moyenne;3,5;2,25;2,75;8,5\n"}) {
        CAPTURE(foot);
        auto const plan = Table().take(
            std::string(
                "Votant;Tri;Eau;Guide;Total\nA;5;3;2;10\nB;4;1;5;10\nC;3;3;2;8\nD;2;2;2;6\n") +
            foot);
        CHECK(plan.cases == importing::Titles{"Tri", "Eau", "Guide"});
        CHECK(plan.voters == 4);
        REQUIRE(plan.left_out.size() == 1);
        CHECK(plan.left_out[0].where == "answers.total");
        CHECK(plan.left_out[0].line == 6);
    }
}

TEST_CASE(
    "a row with a grade off the scale is left out and reported with its line; blanks stay blank")
{
    std::string file = "Votant;Tri;Eau\n";
    for (int i = 0; i < 60; ++i)
        file += "v" + std::to_string(i) + ";" + std::to_string(1 + i % 5) + ";3\n";
    file += "v60;55;3\nv61;;2\nv62;NSP;NSP\n";
    auto const plan = Table().take(file);
    CHECK(method(plan) == Method::majority_judgment);
    CHECK(plan.election.round.grades == 5);
    CHECK(plan.voters == 62);
    CHECK(plan.blanks == 1);
    REQUIRE(plan.left_out.size() == 1);
    CHECK(plan.left_out[0].where == "answers.cell");
    CHECK(plan.left_out[0].line == 62);
    CHECK(plan.left_out[0].detail == "Tri = 55");
}

TEST_CASE("a repeated column counts once if equal, and is refused otherwise")
{
    auto const plan = Table().take("Votant;Tri;Eau;Tri\nA;x;;x\nB;;x;\nC;x;x;x\n");
    CHECK(plan.cases == importing::Titles{"Tri", "Eau"});
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes[0].where == "answers.repeated");
    Table t;
    CHECK(t.refused("Votant;Tri;Eau;Tri\nA;x;;x\nB;;x;\nC;x;x;\n") == "answers.twice");
}

TEST_CASE("columns that are cases of the session are those cases; the others are new")
{
    Table t(1, {"Tri du courrier", "Fuites d’eau"});
    auto const plan = t.take("Nom;TRI DU COURRIER;Fuites d'eau;Guide\nA;4;3;2\nB;2;2;1\nC;1;1;3\n");
    CHECK(plan.known == std::vector<bool>{true, true, false});
    CHECK(model::table<model::Case>(t.doc).size() == 3);
    CHECK(plan.election.round.cases.front() == t.case_called("Tri du courrier"));
}

TEST_CASE("a table of cases is recognised; an ambiguous table is a question")
{
    Table t;
    CHECK(t.holds("Titre;Faisabilité;Coût\nTri;4;3\nEau;2;2\nGuide;1;5\n") == "cases");
    CHECK(t.holds("Titre;Description;Domaine\nTri;a;Eau\nEau;b;Eau\nGuide;c;Eau\n") == "cases");
    CHECK(t.holds("Cas;RGPD;IA;Budget\nTri;x;;x\nEau;x;x;\nGuide;;;x\n") == "cases");
    CHECK(t.holds("Tri du courrier\nFuites d’eau\n", {}, "liste.txt") == "cases");
    CHECK(t.holds("Quoi;Facile;Utile;Urgent\nTri du courrier;4;3;2\nFuites d’eau;2;2;1\nGuide des "
                  "aides;1;5;3\n") == "answers.which");
    CHECK(t.holds("Quoi;Facile;Utile;Urgent\nTri du courrier;4;3;2\nFuites d’eau;2;2;1\n",
                  {.as = Holds::cases}) == "cases");
}

TEST_CASE("the recorded ballots do not keep the order of the rows")
{
    auto const one = Table().take("Votant;Tri;Eau\nA;1;5\nB;3;2\nC;2;2\nD;3;2\n"),
               other = Table().take("Votant;Tri;Eau\nD;3;2\nC;2;2\nB;3;2\nA;1;5\n");
    CHECK(one.election.ballots == other.election.ballots);
    CHECK(one.election.ballots.size() == 3); // the same ballot twice is one with two copies
}

TEST_CASE("columns, scale and counting method can be given for a table")
{
    AnswersAsked asked;
    asked.map = "vote=Tri,vote=3";
    asked.scale = "0..5";
    asked.method = Method::score;
    asked.question = "Lesquels d’abord ?";
    auto const plan = Table().take("Qui;Tri;Eau;Points\nA;0;5;99\nB;3;2;1\nC;1;1;1\n", asked);
    CHECK(plan.cases == importing::Titles{"Tri", "Eau"});
    CHECK(method(plan) == Method::score);
    CHECK(plan.election.round.grades == 5);
    CHECK(plan.election.round.question == "Lesquels d’abord ?");
    CHECK(marks(plan)["Tri"] == Given{{0, 1}, {1, 1}, {3, 1}});
    asked.map = "vote=Rien";
    Table t;
    CHECK(t.refused("Qui;Tri;Eau;Points\nA;0;5;99\nB;3;2;1\n", asked) == "import.map.column");
}

TEST_CASE("the same ballots are read from a page and from a workbook")
{
    auto const table = Table().take("Votant;Tri;Eau\nA;1;5\nB;3;2\nC;2;2\n");
    auto const page =
        Table().take("<html><body><h1>Avis</h1><table><tr><th>Votant</th><th>Tri</th><th>Eau</th>"
                     "</tr><tr><td>A</td><td>1</td><td>5</td></tr><tr><td>B</td><td>3</td><td>2"
                     "</td></tr><tr><td>C</td><td>2</td><td>2</td></tr></table></body></html>",
                     {}, "avis.html");
    exchange::Grid grid{"Réponses", {"Votant", "Tri", "Eau"}, {}};
    auto const number = [](double value) { return exchange::GridCell{{}, value}; };
    for (auto const& [who, tri, eau] :
         {std::tuple{"A", 1.0, 5.0}, {"B", 3.0, 2.0}, {"C", 2.0, 2.0}})
        grid.rows.push_back({{who}, number(tri), number(eau)});
    auto const written = exchange::write_ods({grid});
    REQUIRE(written);
    auto const& book = *written;
    auto const sheet = Table().take(book, {}, "avis.ods");
    CHECK(page.election.ballots == table.election.ballots);
    CHECK(sheet.election.ballots == table.election.ballots);
}

TEST_CASE("ranks as columns and lists of ticked cases are read as ballots, with a remark")
{
    auto const ranked = Table().take("Horodateur;Premier choix;Deuxième choix;3e choix\n"
                                     "12/03/2026 09:41:07;Tri;Eau;Guide\n"
                                     "12/03/2026 09:42:07;Eau;Tri;\n"
                                     "12/03/2026 09:43:07;Tri;;Guide\n");
    CHECK(method(ranked) == Method::ranking);
    CHECK(marks(ranked)["Tri"] == Given{{1, 2}, {2, 1}});
    CHECK(marks(ranked)["Guide"] == Given{{2, 1}, {3, 1}});
    REQUIRE(ranked.notes.size() == 1);
    CHECK(ranked.notes[0].where == "answers.from_places");
    auto const ticked = Table().take("ID,Heure de début,Vos priorités\n"
                                     "1,12/03/2026 09:41,Tri du courrier;Fuites d’eau;\n"
                                     "2,12/03/2026 09:43,Fuites d’eau;\n"
                                     "3,12/03/2026 09:45,Guide;Fuites d’eau;\n"
                                     "4,12/03/2026 09:46,Guide;Tri du courrier;\n");
    CHECK(method(ticked) == Method::approval);
    CHECK(ticked.voters == 4);
    CHECK(marks(ticked)["Fuites d’eau"] == Given{{1, 3}});
    REQUIRE(ticked.notes.size() == 1);
    CHECK(ticked.notes[0].where == "answers.from_lists");
}

TEST_CASE("columns that survey tools add are no cases: numbers, times, keys, network addresses")
{
    std::string lime = "id,submitdate,lastpage,startlanguage,seed,\"Votre note [Tri]\",\"Votre "
                       "note [Eau]\"\n",
                frama = "Numéro de série;SID;Heure de soumission;Brouillon;Adresse IP;UID;Nom "
                        "d’utilisateur;Tri;Eau\n",
                twice = "Votant;Votant;Matricule;Tri;Eau\n";
    for (int i = 1; i <= 30; ++i) {
        auto const n = std::to_string(i), tri = std::to_string(1 + i % 5),
                   eau = std::to_string(1 + i % 3);
        lime += n + ",2026-03-12 09:41:07,3,fr," + std::to_string(1234567 + i * 7919) + "," + tri +
                "," + eau + "\n";
        frama += n + ";" + std::to_string(900 + i) + ";12/03/2026 - 09:41;0;192.168.0." + n +
                 ";0;Anonyme;" + tri + ";" + eau + "\n";
        twice += "v" + n + ";" + n + ";" + std::to_string(10 + (i * 7) % 97) + ";" + tri + ";" +
                 eau + "\n";
    }
    for (auto const& file : {lime, frama, twice}) {
        CAPTURE(file.substr(0, 60));
        auto const plan = Table().take(file);
        CHECK(plan.cases == importing::Titles{"Tri", "Eau"});
        CHECK(plan.voters == 30);
        CHECK(method(plan) == Method::majority_judgment);
        CHECK(plan.election.round.grades == 5);
    }
}

TEST_CASE("rows of voter, case and answer are joined by voter; the last answer counts")
{
    auto const plan = Table().take("Votant;Projet;Mention\nanne;Tri;Bien\nluc;Tri;Passable\n"
                                   "anne;Eau;Très bien\nluc;Eau;Bien\nanne;Tri;Assez bien\n"
                                   "zoé;Eau;\n");
    CHECK(method(plan) == Method::majority_judgment);
    CHECK(plan.voters == 3);
    CHECK(plan.blanks == 1);
    CHECK(marks(plan)["Tri"] == Given{{2, 1}, {3, 1}});
    REQUIRE(plan.left_out.size() == 1);
    CHECK(plan.left_out[0].where == "answers.again");
    CHECK(plan.left_out[0].line == 6);
    CHECK(all_text(plan).find("anne") == std::string::npos);
}
