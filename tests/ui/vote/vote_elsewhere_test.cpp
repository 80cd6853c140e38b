#include "voting.h"

// Imported votes.
using support::Voting;

TEST_CASE("an external election is imported from a file, counted, and undone as a whole")
{
    Voting v;
    v.host.file = "META\nkey;value\ndescription;Essai\nnum_projects;2\nnum_votes;3\n"
                  "budget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n"
                  "p1;60;Verger\np2;50;Banc\nVOTES\nvoter_id;vote\n1;p1\n2;p1,p2\n3;p2\n";
    v.driver.click("vote.source.2");
    v.driver.frame(2);
    CHECK(v.driver.shows("vote.import"));
    v.app.dropped({"essai.pb"});
    v.driver.frame(4);
    // The preview shows the import, and nothing is recorded yet.
    CHECK(v.driver.label("election.line.0").find("2 cas") != std::string::npos);
    CHECK(v.driver.label("election.line.1").find("Essai") != std::string::npos);
    CHECK(model::table<model::Case>(v.doc()).size() == 8);
    v.driver.click("election.cancel");
    v.driver.frame(2);
    CHECK_FALSE(v.driver.shows("election.take"));
    v.app.dropped({"essai.pb"});
    v.driver.frame(4);
    v.driver.click("election.take");
    v.driver.frame(4);
    CHECK_FALSE(v.driver.shows("election.take"));
    auto const round = v.rules();
    CHECK(round.source == model::BallotSource::imported);
    CHECK(model::table<model::Case>(v.doc()).size() == 10);
    CHECK(analysis::tally(v.doc(), v.round())->voters == 3);
    v.keys({ImGuiMod_Ctrl | ImGuiKey_Z});
    v.driver.frame(2);
    CHECK(model::table<model::Case>(v.doc()).size() == 8);
}
