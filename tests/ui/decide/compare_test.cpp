#include "support/random_workshop.h"
#include "support/ui/room.h"
#include "ui/screens/compare/session_at.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>

// The comparison screen: two sessions, or two moments of one session.
using support::Room;

namespace {

model::CaseId numbered(model::Document const& doc, int number)
{
    for (auto const& [id, one] : model::table<model::Case>(doc))
        if (one.number == number) return id;
    return {};
}

ui::SessionAt read_of(model::Document document, std::string session, std::uint64_t entry)
{
    ui::SessionAt out;
    out.document = std::move(document);
    out.session = std::move(session);
    out.entry = entry, out.entries = 9;
    out.at_ms = 1'775'000'000'000 + static_cast<std::int64_t>(entry) * 3'600'000;
    using What = ui::Milestone::What;
    out.milestones = {{What::begun, 1, 1'775'000'000'000, model::Step::gather},
                      {What::after_sitting, 4, 1'775'014'400'000, model::Step::place},
                      {What::last, 9, 1'775'032'400'000, model::Step::decide}};
    return out;
}

// A session of six placed cases, in the file "atelier.cadran".
struct Comparing : Room {
    explicit Comparing(std::string const& language = "fr")
        : Room(language)
    {
        start("titre\nAides sociales\nFuites d'eau\nTri du courrier\nRepas de cantine\n"
              "Archives manuscrites\nTraduction à l'accueil\n",
              "place");
        for (int n = 1; n <= 6; ++n) place(n, 850 - 100 * n, 100 + 100 * n);
        host.sessions.insert_or_assign("atelier.cadran", read_of(doc(), "a", 9));
    }
    void place(int number, int opportunity, int risk)
    {
        model::Placement at;
        at.opportunity = opportunity, at.risk = risk;
        for (auto const& [axis, record] : model::table<model::Axis>(doc()))
            REQUIRE(app.session()->submit(edit::facilitator,
                                          edit::Place{{axis, numbered(doc(), number)}, at}));
    }
    // The moment after entry 4: the second case had another position, the first was undecided.
    void remember_as_moment()
    {
        host.moments.assign(5, {});
        host.moments[4] = doc();
    }
    void compare()
    {
        driver.click("top.title");
        driver.click("top.compare");
        wait();
    }
    void wait()
    {
        for (int i = 0;
             i < 400 && !driver.shows("compare.axis.all") && !driver.shows("compare.says"); ++i)
            driver.frame();
        driver.settle();
        driver.settle();
    }
    // Waits for a name on the matrix: names are placed on a thread of their own.
    bool sees(std::string const& id)
    {
        for (int i = 0; i < 2000 && !driver.shows(id); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            driver.frame();
        }
        return driver.shows(id);
    }
};

} // namespace

TEST_CASE("the moment that one looks back at is compared with now")
{
    Comparing hall;
    hall.remember_as_moment();
    hall.place(2, 100, 900);
    hall.host.sessions.insert_or_assign("atelier.cadran", read_of(hall.doc(), "a", 9));
    hall.driver.key(ImGuiMod_Alt | ImGuiKey_6);
    hall.driver.settle();
    hall.app.grant(ui::LookBack{4});
    hall.driver.settle();
    hall.driver.click("rail.then_now");
    hall.wait();
    REQUIRE(hall.sees("compare.chip.2"));
    CHECK(hall.driver.label("compare.chip.2").find("6,5 → 1,0") != std::string::npos);
}

TEST_CASE("the menu of the session shows what moved since its last sitting, and writes nothing")
{
    Comparing hall;
    hall.remember_as_moment();
    hall.place(2, 100, 900);
    hall.host.sessions.insert_or_assign("atelier.cadran", read_of(hall.doc(), "a", 9));
    auto const written = hall.app.session()->log().size();
    hall.compare();
    REQUIRE(hall.sees("compare.chip.2"));
    auto const& readings = hall.host.session_readings;
    REQUIRE(readings.size() == 2);
    CHECK_FALSE(readings[0].second.has_value()); // the current state
    CHECK(readings[1].second == 4U);             // before the last sitting
    auto const& widgets = hall.driver.ui().probe.widgets;
    CHECK(widgets.at("compare.chip.2").label.find("6,5 → 1,0") != std::string::npos);
    CHECK(widgets.at("compare.chip.1").label.find("inchangé") != std::string::npos);
    hall.driver.click("rail.compare.ranks");
    hall.driver.settle();
    CHECK(widgets.at("compare.row.2").value == "2ᵉ → 6ᵉ");
    hall.driver.click("rail.compare.axes");
    hall.driver.settle();
    CHECK(widgets.at("compare.small.1").label.find("1 cas déplacé") != std::string::npos);
    hall.driver.click("compare.small.3");
    hall.driver.settle();
    CHECK(widgets.at("compare.axis.3").on);
    hall.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z); // the comparison wrote nothing to undo
    hall.driver.settle();
    CHECK(hall.app.session()->log().size() == written);
    hall.driver.key(ImGuiKey_Escape);
    hall.driver.settle();
    CHECK_FALSE(hall.driver.shows("compare.axis.all"));
    CHECK(hall.driver.shows("rail.matrix")); // the step before the comparison
}

TEST_CASE("a changed decision is in the panel, and a click shows its case")
{
    Comparing hall("en");
    hall.remember_as_moment();
    model::Decision decision;
    decision.verdict = model::Verdict::launch;
    decision.reason = "ready";
    REQUIRE(hall.app.session()->submit(
        edit::facilitator,
        edit::Decide{{numbered(hall.doc(), 3), model::Body::workshop}, decision}));
    hall.host.sessions.insert_or_assign("atelier.cadran", read_of(hall.doc(), "a", 9));
    hall.compare();
    auto const& widgets = hall.driver.ui().probe.widgets;
    REQUIRE(hall.driver.shows("compare.decision.3"));
    CHECK(widgets.at("compare.decision.3").label == "Workshop: No decision → Launch · ready");
    hall.driver.click("compare.decision.3");
    hall.driver.click("rail.compare.ranks");
    hall.driver.settle();
    CHECK(widgets.at("compare.row.3").on);
}

TEST_CASE("uncertain pairs of another session are asked one by one, and an answer can be undone")
{
    Comparing hall;
    auto other = hall.doc();
    auto rename = [&](int number, char const* title) {
        auto const id = numbered(other, number);
        auto one = model::get<model::Case>(other, id);
        one.title = title;
        model::writable<model::Case>(other).set(id, one);
    };
    rename(2, "Fuites de gaz");
    rename(4, "Repas à domicile");
    hall.host.sessions.insert_or_assign("autre.cadran", read_of(other, "b", 9));
    hall.app.grant(ui::CompareWith{"autre.cadran"});
    hall.driver.frame();
    hall.wait();
    auto const asked = [&] { return hall.driver.shows("compare.doubt.yes"); };
    REQUIRE(asked());
    CHECK_FALSE(hall.driver.shows("compare.doubt.undo"));
    auto const& widgets = hall.driver.ui().probe.widgets;
    auto const gone_before = std::ranges::count_if(
        widgets, [](auto const& one) { return one.first.starts_with("compare.gone."); });
    hall.driver.click("compare.doubt.yes");
    hall.driver.settle();
    hall.wait();
    auto const gone_after = std::ranges::count_if(
        widgets, [](auto const& one) { return one.first.starts_with("compare.gone."); });
    CHECK(gone_after == gone_before - 1);
    REQUIRE(hall.driver.shows("compare.doubt.undo"));
    hall.driver.click("compare.doubt.undo");
    hall.driver.settle();
    hall.wait();
    CHECK_FALSE(hall.driver.shows("compare.doubt.undo"));
    CHECK(asked());
}

TEST_CASE("an unreadable session gives the reason, and going back works")
{
    Comparing hall;
    hall.app.grant(ui::CompareWith{"absent.cadran"});
    hall.driver.frame();
    hall.wait();
    REQUIRE(hall.driver.shows("compare.says"));
    CHECK(hall.driver.ui().probe.widgets.at("compare.says").label ==
          "Impossible de lire le fichier «\u00A0absent.cadran\u00A0»");
    hall.driver.click("rail.compare.leave");
    hall.driver.settle();
    CHECK(hall.driver.shows("rail.matrix"));
}

TEST_CASE("another moment is chosen from the menu, and a step of the bar leaves the comparison")
{
    Comparing hall;
    hall.remember_as_moment();
    hall.host.moments[1] = {};
    hall.compare();
    hall.driver.click("compare.moment.0");
    hall.driver.frame();
    REQUIRE(hall.driver.shows("compare.at.1"));
    hall.driver.click("compare.at.1");
    hall.driver.settle();
    CHECK(hall.host.session_readings.back().second == 1U);
    hall.driver.click("step.gather");
    hall.driver.settle();
    CHECK_FALSE(hall.driver.shows("compare.moment.0"));
    CHECK(hall.driver.shows("rail.card"));
}
