#include "analysis/estimates/cloud.h"
#include "answering.h"
#include "exchange/results/json.h"
#include "support/parsed.h"
#include "support/skip.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

// Estimates and placements as rows of a table.
using namespace answering;

namespace {

using nlohmann::json;

// One person's estimates by axis number, sorted by value.
std::vector<std::pair<int, int>> said(exchange::AnswersPlan const& plan, Table const& t, int axis,
                                      std::string const& title)
{
    std::vector<std::pair<int, int>> out;
    for (auto const& ballot : plan.election.ballots)
        for (auto const& mark : ballot.estimates)
            if (mark.axis.value == 900 + static_cast<std::uint64_t>(axis) &&
                mark.on == t.case_called(title))
                out.emplace_back(mark.at.opportunity, mark.at.risk);
    return out;
}

std::optional<model::Placement> placed(Table const& t, int axis, std::string const& title)
{
    auto const* found = model::find<model::Placement>(
        t.doc, {model::AxisId{900 + static_cast<std::uint64_t>(axis)}, t.case_called(title)});
    return found ? std::optional(*found) : std::nullopt;
}

void check_scale(json const& got, json const& expected)
{
    auto const near = [](json const& value) {
        return doctest::Approx(value.get<double>()).epsilon(1e-9);
    };
    for (auto const& [mine, theirs] :
         {std::pair("median", "median"), std::pair("q1", "q1"), std::pair("q3", "q3"),
          std::pair("iqr", "iqr"), std::pair("mean", "mean"), std::pair("trimmed20", "trimmed20"),
          std::pair("deviation", "sd"), std::pair("mad", "mad"),
          std::pair("polarization", "polarization"),
          std::pair("bimodality", "bimodality_coefficient")}) {
        auto const& of_mine = mine;
        CAPTURE(of_mine);
        CHECK(got[mine] == near(expected[theirs]));
    }
    auto const& ipras = expected["ipras"];
    for (auto const& [mine, theirs] :
         {std::pair("p30", "p30"), std::pair("p70", "p70"), std::pair("ipr", "ipr"),
          std::pair("ipras", "ipras"), std::pair("disagreement_index", "di")}) {
        auto const& of_mine = mine;
        CAPTURE(of_mine);
        CHECK(got[mine] == near(ipras[theirs]));
    }
    CHECK(got["disagreement"] == ipras["disagreement"]);
}

} // namespace

TEST_CASE("the experts' placements read from their table give every figure computed apart")
{
    auto const bytes = importing::shared_bytes("data/expert-placements/ches2019_part.csv"),
               results = importing::shared_bytes("expected/placements_ches2019_part.json");
    if (!bytes || !results) CADRAN_SKIP("no shared data");
    auto const expected = support::parsed(*results);
    // Each axis takes the pair of columns that the reference names.
    std::vector<std::string> axes;
    AnswersAsked asked;
    asked.map = "votant=judge,cas=party_name";
    auto const& first = expected["items"].begin().value()["axes"];
    for (auto const& [name, axis] : first.items()) {
        axes.push_back(name);
        auto const number = std::to_string(axes.size());
        asked.map += ",opportunité:" + number + "=" + axis["x_column"].get<std::string>() +
                     ",risque:" + number + "=" + axis["y_column"].get<std::string>();
    }
    asked.scale = "position=1..7,*=0..10";
    Table t(static_cast<int>(axes.size()));
    auto const plan = t.take(*bytes, asked, "ches2019_part.csv");
    CHECK(plan.holds == Holds::estimates);
    CHECK(plan.cases.size() == expected["items"].size());
    CHECK(plan.voters == 21);
    REQUIRE(plan.mapped.size() == 2);
    for (auto const& one : plan.mapped) {
        CHECK(one.from == (one.columns == "position" ? "1..7" : "0..10"));
        CHECK_FALSE(one.guessed);
    }

    std::vector<model::AxisId> ids;
    for (std::size_t i = 1; i <= axes.size(); ++i) ids.push_back(model::AxisId{900 + i});
    auto const got = support::parsed(exchange::estimates_json(t.doc, ids));
    int seen = 0;
    for (auto const& cloud : got["clouds"]) {
        json item;
        for (auto const& [id, one] : expected["items"].items())
            if (one["name"] == cloud["title"]) item = one;
        auto const name = axes.at(cloud["axis_number"].get<std::size_t>() - 1);
        CAPTURE(name);
        auto const title = cloud["title"].get<std::string>();
        CAPTURE(title);
        auto const& reference = item["axes"][name];
        CHECK(cloud["placed"] == reference["n_complete_pairs"]);
        CHECK(cloud["voters"] == 21);
        auto const& shown = cloud.contains("asked") ? cloud["asked"] : cloud;
        CHECK(cloud.contains("asked") == (name == "eu"));
        check_scale(shown["opportunity"], reference["x"]);
        check_scale(shown["risk"], reference["y"]);
        for (auto const& [mine, theirs] : {std::pair("opportunity", "x"), std::pair("risk", "y")}) {
            CHECK(cloud[mine]["counts"] == reference[theirs]["counts"]);
            CHECK(cloud[mine]["agreement_a"] ==
                  doctest::Approx(reference[theirs]["vde_A"].get<double>()).epsilon(1e-9));
        }
        CHECK(shown["spatial_median"]["opportunity"] ==
              doctest::Approx(reference["spatial_median"][0].get<double>()).epsilon(1e-6));
        CHECK(shown["spatial_median"]["risk"] ==
              doctest::Approx(reference["spatial_median"][1].get<double>()).epsilon(1e-6));
        ++seen;
    }
    CHECK(seen == 48);
}

TEST_CASE("missing information is asked for with what to type, and the answer is used")
{
    auto const bytes = importing::shared_bytes("data/expert-placements/ches2019_part.csv");
    if (!bytes) CADRAN_SKIP("no shared data");
    Table t(8);
    auto const refused = t.plan(*bytes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "answers.pairs");
    AnswersAsked asked;
    asked.map = refused.error().detail;
    CHECK(asked.map.starts_with("cas=party_name,votant=judge,opportunité:1=position,risque:1=eu_"));
    auto const scale = t.plan(*bytes, asked);
    REQUIRE_FALSE(scale);
    CHECK(scale.error().where == "answers.scale");
    CHECK(scale.error().detail.find("--scale \"position=1..7\"") != std::string::npos);
    asked.scale = "position=1..7,*=0..10";
    CHECK(t.take(*bytes, asked).election.round.axes.size() == 8);
}

TEST_CASE("a person, a case, an axis and two numbers a row make an estimating round")
{
    Table t(2, {"Tri"});
    auto const plan = t.take("Participant;Cas;Axe;Opportunité;Risque\n"
                             "Anne;Tri;1;8;2\nAnne;Tri;Court B;6,5;9\nAnne;Eau;Axe 1;7;3\n"
                             "Luc;Tri;Axe d’essai A;9;1\nLuc;Tri;2;NSP;NSP\nLuc;Eau;1;4;\n"
                             "Anne;Eau;1;5;5\nZoé;Eau;1;12;3\n");
    CHECK(plan.holds == Holds::estimates);
    CHECK(plan.voters == 3);
    CHECK(plan.blanks == 1); // Zoé's one answer is off the scale
    CHECK(plan.dont_know == 1);
    CHECK(plan.known == std::vector<bool>{true, false});
    using Said = std::vector<std::pair<int, int>>;
    CHECK(said(plan, t, 1, "Tri") == Said{{800, 200}, {900, 100}});
    CHECK(said(plan, t, 2, "Tri") == Said{{650, 900}, {-1, -1}});
    CHECK(said(plan, t, 1, "Eau") == Said{{500, 500}}); // the last row of a person counts
    std::vector<std::pair<std::string, std::size_t>> left;
    for (auto const& one : plan.left_out) left.emplace_back(one.where, one.line);
    CHECK(left == std::vector<std::pair<std::string, std::size_t>>{
                      {"answers.half", 7}, {"answers.again", 8}, {"answers.cell", 9}});
    CHECK(analysis::read_estimates(t.doc, plan.election.id)->voters == 3);
}

TEST_CASE("a column an axis and a scale says its axis by number, by title or by its own words")
{
    Table t(2);
    auto const plan = t.take(
        "Juge;Projet;Opportunité axe 1 (0-10);Risque axe 1 (0-10);Axe d'essai B – impact /5;Court "
        "B – risque /5\nJ1;Tri;8;2;5;1\nJ2;Tri;6;4;3;3\nJ1;Eau;1;9;2;2\nJ2;Eau;2;7;1;5\n");
    CHECK(plan.holds == Holds::estimates);
    using Said = std::vector<std::pair<int, int>>;
    CHECK(said(plan, t, 1, "Tri") == Said{{600, 400}, {800, 200}});
    // "/5" where nobody is below 1 is 1 to 5, and that is told as a guess
    CHECK(said(plan, t, 2, "Tri") == Said{{500, 500}, {1000, 0}});
    REQUIRE(plan.mapped.size() == 2);
    CHECK(plan.mapped[1].from == "1..5");
    CHECK(plan.mapped[1].guessed);
    REQUIRE(plan.election.round.scales.size() == 1);
    CHECK(plan.election.round.scales[0].opportunity == model::ScaleRange{1, 5, 5});
}

TEST_CASE("an unknown scale is never assumed to be 0 to 10 without a question")
{
    std::string file = "Juge;Projet;Impact;Risque\n";
    for (int i = 0; i < 12; ++i)
        file += "J" + std::to_string(i) + ";Tri;" + std::to_string(1 + i % 5) + ";" +
                std::to_string(1 + i % 4) + "\n";
    Table t;
    auto const refused = t.plan(file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "answers.scale");
    CHECK(refused.error().detail.find("--scale \"Impact=1..5,Risque=1..4\"") != std::string::npos);
    AnswersAsked asked;
    asked.scale = "1..5";
    auto const plan = t.take(file, asked);
    CHECK(said(plan, t, 1, "Tri").front() == std::pair(0, 0));
    AnswersAsked words;
    words.scale = "cinq";
    CHECK(t.refused(file, words) == "answers.scale.said");
}

TEST_CASE("words of a scale are read as positions, and their order is reported")
{
    Table t;
    auto const plan = t.take("Votant;Cas;Impact;Risque\na;Tri;Fort;faible\nb;Tri;moyen;Élevé\n"
                             "c;Tri;faible;moyenne\nd;Tri;ne sait pas;ne sait pas\n");
    using Said = std::vector<std::pair<int, int>>;
    CHECK(said(plan, t, 1, "Tri") == Said{{-1, -1}, {0, 500}, {500, 1000}, {1000, 0}});
    REQUIRE_FALSE(plan.mapped.empty());
    CHECK(plan.mapped[0].from == "Faible < Moyen < Fort");
}

TEST_CASE("an inventory with two value columns is imported with its positions, marked as imported")
{
    Table t(1, {"Tri"});
    std::string const file = "Titre;Description;Impact (1-5);Risque (1-5);Mail\n"
                             "Tri;Le courrier;5;1;a@b.fr\nEau;Les fuites;3;4;c@d.fr\nGuide;;2;;\n"
                             "Total;;10;5;\n";
    auto const plan = t.take(file);
    CHECK(plan.holds == Holds::positions);
    auto const tri = placed(t, 1, "Tri"), eau = placed(t, 1, "Eau");
    REQUIRE(tri);
    REQUIRE(eau);
    CHECK(tri->opportunity == 1000);
    CHECK(tri->risk == 0);
    CHECK(tri->by == model::PlacedBy::imported);
    CHECK(eau->risk == 750);
    CHECK_FALSE(placed(t, 1, "Guide"));
    CHECK_FALSE(placed(t, 1, "Total"));
    CHECK(model::get<model::Case>(t.doc, t.case_called("Eau")).description == "Les fuites");
    // A second import changes nothing; of an extended file only the new rows.
    auto const again = t.plan(file);
    REQUIRE(again);
    CHECK(again->there == 2);
    CHECK_FALSE(exchange::changes_something(*again));
}

TEST_CASE("an agreed position stays unless replacing is requested and it is not locked")
{
    Table t(1, {"Tri", "Eau"});
    model::Placement here;
    here.opportunity = 100, here.risk = 100, here.reason = "dit en salle";
    model::writable<model::Placement>(t.doc).set({model::AxisId{901}, t.case_called("Tri")}, here);
    here.lock = model::Lock::locked;
    model::writable<model::Placement>(t.doc).set({model::AxisId{901}, t.case_called("Eau")}, here);
    std::string const file = "Cas;Opportunité;Risque\nTri;8;2\nEau;9;3\n";
    auto const left = t.plan(file);
    REQUIRE(left);
    CHECK_FALSE(exchange::changes_something(*left));
    REQUIRE(left->left_out.size() == 2);
    CHECK(left->left_out[0].where == "answers.settled");
    CHECK(left->left_out[1].where == "answers.locked");
    AnswersAsked update;
    update.update = true;
    (void)t.take(file, update);
    CHECK(placed(t, 1, "Tri")->opportunity == 800);
    CHECK(placed(t, 1, "Tri")->reason == "dit en salle");
    CHECK(placed(t, 1, "Eau")->opportunity == 100);
}

TEST_CASE("positions on eight axes, and on one of eight that the person names")
{
    Table t(8);
    std::string header = "Cas", row = "\nTri", other = "\nEau";
    for (int axis = 1; axis <= 8; ++axis) {
        header += ";A" + std::to_string(axis) + " opportunité;A" + std::to_string(axis) + " risque";
        row += ";10;" + std::to_string(axis);
        other += ";8;9";
    }
    header += "\n";
    auto const plan = t.take(header + row.substr(1) + other);
    CHECK(plan.holds == Holds::positions);
    CHECK(plan.said == 16);
    CHECK(placed(t, 8, "Tri")->risk == 800);
    Table one(8);
    std::string const plain = "Cas;Opportunité;Risque\nTri;8;9\nEau;9;3\n";
    CHECK(one.refused(plain) == "answers.axis");
    AnswersAsked asked;
    asked.axis = 3;
    (void)one.take(plain, asked);
    CHECK(placed(one, 3, "Eau")->risk == 300);
    asked.axis = 12;
    CHECK(one.refused(plain, asked) == "estimates.axis");
}
