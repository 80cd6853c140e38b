#include "ui/vote/estimate_room.h"
#include "ui/vote/voting.h"

// The warning that nothing is saved any more is visible everywhere: in every booth and over every
// dialog.
using support::Estimating;
using support::Voting;

namespace {

base::Error const changed{base::Errc::conflict, "file.changed", "atelier.cadran", 0};

// Another program changed the file; the notice is on top and can be clicked.
void check_said(support::Room& room)
{
    room.driver.frame(2);
    CHECK_FALSE(room.driver.shows("unsaved"));
    room.host.log->touched = changed;
    room.host.clock.t += 1500;
    room.driver.frame(3);
    REQUIRE(room.driver.shows("unsaved"));
    CHECK(room.driver.label("unsaved") == room.driver.label("top.rescue"));
    CHECK_NOTHROW(room.driver.hover("unsaved"));
    CHECK_NOTHROW(room.driver.hover("notice.0"));
}

} // namespace

TEST_CASE("the booth of every counting method shows that nothing is saved any more")
{
    for (auto method : {model::Method::dots, model::Method::approval, model::Method::ranking,
                        model::Method::pairwise, model::Method::majority_judgment}) {
        CAPTURE(base::name_of(method));
        Voting v;
        v.open(method);
        v.keys({ImGuiKey_B});
        check_said(v);
        auto const foot =
            v.driver.box(v.driver.shows("ballot.cast") ? "ballot.cast" : "ballot.next");
        auto const strip = v.driver.box("unsaved");
        for (auto const& widget : v.driver.ui().probe.widgets) {
            auto const& seen = widget.second;
            CAPTURE(widget.first);
            if (seen.acts && !seen.covered && widget.first != "unsaved")
                CHECK_FALSE(strip.overlaps(seen.box));
        }
        CHECK(v.driver.box("notice.0").max.y <= foot.min.y);
    }
}

TEST_CASE("the warning is visible between voters, during a show of hands and over dialogs")
{
    Voting v;
    SUBCASE("the curtain")
    {
        v.open(model::Method::dots);
        v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
        v.driver.frame(2);
        v.keys({ImGuiKey_Enter});
        v.driver.frame(2);
        REQUIRE(v.driver.shows("curtain.begin"));
    }
    SUBCASE("hands")
    {
        v.driver.click("vote.method.approval");
        v.driver.settle();
        v.driver.click("rail.hands");
        v.driver.frame(3);
        REQUIRE(v.driver.shows("hands.done"));
    }
    SUBCASE("a dialog")
    {
        v.driver.click("step.place");
        v.driver.settle();
        v.driver.click("rail.axes");
        v.driver.settle();
    }
    SUBCASE("the finder") { v.driver.key(ImGuiMod_Ctrl | ImGuiKey_K); }
    check_said(v);
}

TEST_CASE("the booth of estimates shows that nothing is saved any more")
{
    Estimating room(2);
    room.open(1, 3);
    room.driver.click("estimate.ballot");
    room.driver.frame(3);
    check_said(room);
}

TEST_CASE("a click on the warning in a booth offers a copy")
{
    Voting v;
    v.host.folders["/sauf"] = {};
    v.host.known_places = {{ui::FolderPlace::Kind::sessions, "/sauf"}};
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B});
    check_said(v);
    v.driver.click("unsaved");
    v.driver.frame(3);
    CHECK(v.driver.shows("file.copy.name"));
}

TEST_CASE("the message of a full disk disappears with the first successful write")
{
    Voting v;
    base::Error const full{base::Errc::io, "file.disk_full", {}, 0};
    auto const rename = [&](std::string const& title) {
        v.app.grant(edit::Command{edit::SetTitle{title}});
        v.driver.frame();
    };
    v.host.log->refuses = full;
    rename("Un");
    REQUIRE(v.driver.shows("notice.0"));
    v.driver.frame(30);
    CHECK(v.driver.shows("notice.0")); // shown until writing succeeds
    v.host.log->refuses.reset();
    SUBCASE("by the hand") { rename("Deux"); }
    SUBCASE("by a message")
    {
        REQUIRE(v.app.mailbox().post({edit::facilitator, session::Ask{edit::SetTitle{"Trois"}}}));
        v.driver.frame();
    }
    v.driver.frame();
    CHECK_FALSE(v.driver.shows("notice.0"));
}
