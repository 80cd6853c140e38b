#include "result_hall.h"

// The result of a single transferable vote.
using namespace result_hall;

namespace {

// Ten voters and two seats: the quota is 4.
std::vector<std::vector<Line>> ten()
{
    std::vector<std::vector<Line>> out;
    add(out, times(5, ranking({1, 2, 3})));
    add(out, times(3, ranking({3, 4})));
    add(out, times(2, ranking({4, 3})));
    return out;
}

model::Round two_seats()
{
    auto round = by(Method::stv);
    round.seats = 2;
    return round;
}

} // namespace

TEST_CASE("a transferable vote shows the quota, the votes of each case, and when it was elected or "
          "eliminated")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    h.vote(two_seats(), ten());
    CHECK(h.hand.label("results.quota") == "quota 4");
    CHECK(h.row(1) == "1 · retenu, tour 1");
    CHECK(h.row(3) == "2 · retenu, tour 3");
    CHECK(h.row(4) == "3 · non retenu");
    CHECK(h.row(2) == "4 · retiré, tour 3");
    CHECK(h.hand.on("result.1"));
    CHECK_FALSE(h.hand.on("result.4"));
    CHECK_FALSE(h.hand.shows("vote.priority")); // the elected cases are the line

    h.hand.click("result.3");
    h.hand.settle();
    CHECK(h.hand.label("results.said") == "Retenu au tour 3 avec 4 voix.");
    CHECK(h.says("results.rank", "des tirages de la salle"));
    CHECK(h.hand.label("results.course.1") == "Tour 1\u00A0: 3 en premier choix.");
    CHECK(h.hand.label("results.course.2") == "Tour 3\u00A0: 1 de plus, soit 4.");
    CHECK_FALSE(h.hand.shows("results.revote")); // all others are ranked

    h.show_result();
    CHECK(h.says("results.quota.said", "4 voix"));
    CHECK(h.says("results.stage.1", "les premiers choix. Retenu"));
    CHECK(h.says("results.stage.2", "1 voix de trop"));
    CHECK(h.says("results.stage.3", "Deux"));
    CHECK(h.says("results.stage.3", "est retiré, ses voix (1) passent"));
    CHECK(h.says("results.method", "vote transférable"));
    CHECK(h.says("results.ties", "tour précédent"));
}

TEST_CASE("with four voters, no stage of a transferable vote is shown: it would reveal ballots")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto ballots = times(3, ranking({1, 2}));
    add(ballots, times(1, ranking({3})));
    h.vote(two_seats(), ballots);
    CHECK(h.row(1) == "1 · retenu, tour 1");
    CHECK_FALSE(h.hand.shows("results.course.1"));
    h.show_result();
    CHECK(h.hand.shows("results.quota.said"));
    CHECK_FALSE(h.hand.shows("results.stage.1"));
}
