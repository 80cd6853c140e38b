#include "support/ui/room.h"

#include <atomic>
#include <thread>

// Messages from other threads while the board is in use.
using support::Room;

namespace {

struct Posted : Room {
    Posted()
        : Room("fr")
    {
        driver.click("home.new.axes");
        driver.settle();
    }
    [[nodiscard]] std::size_t waiting() { return model::table<model::Proposal>(doc()).size(); }
    static session::Message proposing(std::string title, std::uint64_t id)
    {
        edit::Propose::One one{{model::derived_ids + id}, {}, {}};
        one.proposal.title = std::move(title);
        return {{{40 + id}, edit::Role::participant}, session::Ask{edit::Propose{{one}}}};
    }
};

} // namespace

TEST_CASE("a proposal from another thread triggers a frame, is shown in it and is answered")
{
    Posted w;
    std::atomic<int> woken{0};
    w.app.mailbox().on_post([&] { ++woken; });
    std::atomic<std::uint64_t> written{0};
    std::thread phone([&] {
        auto message = Posted::proposing("Tri du courrier", 1);
        message.reply = [&](session::Answer const& answer) {
            if (auto const* kept = std::get_if<session::Accepted>(&answer.outcome))
                written = kept->n;
        };
        CHECK(w.app.mailbox().post(std::move(message)));
    });
    phone.join();
    CHECK(woken == 1);
    CHECK(w.waiting() == 0); // messages are processed between two frames only
    CHECK(w.app.next_change() == 0.0);
    w.driver.frame();
    CHECK(w.waiting() == 1);
    CHECK(written == w.app.session()->log().size());
    CHECK(w.app.session()->log().entry(written)->actor == 41);
    CHECK(w.driver.label("inbox.count") == "1");
}

TEST_CASE("a proposal with moderation off gets a case's id and a place on the board")
{
    Posted w;
    w.driver.click("inbox.moderation");
    w.driver.settle();
    for (std::uint64_t i = 1; i <= 3; ++i)
        REQUIRE(w.app.mailbox().post(Posted::proposing("Cas " + std::to_string(i), i)));
    w.driver.frame(2);
    auto const& cases = model::table<model::Case>(w.doc());
    REQUIRE(cases.size() == 3);
    for (auto const& [id, one] : cases) {
        CHECK(id);
        CHECK(model::find<model::CardPlace>(w.doc(), id));
    }
    CHECK(w.driver.shows("received.1"));
}

TEST_CASE("many messages are handled over several frames, without loss")
{
    Posted w;
    for (std::uint64_t i = 1; i <= 150; ++i)
        REQUIRE(w.app.mailbox().post(Posted::proposing("Cas", i)));
    w.driver.frame();
    auto const first = w.waiting();
    CHECK(first > 0);
    CHECK(first < 150);
    w.driver.frame(5);
    CHECK(w.waiting() == 150);
}

TEST_CASE("a request to a closed session is refused, and does not affect the next one")
{
    Posted w;
    auto message = Posted::proposing("Trop tard", 1);
    message.opening = w.app.session()->opening();
    std::string why;
    message.reply = [&](session::Answer const& answer) {
        if (auto const* error = std::get_if<base::Error>(&answer.outcome)) why = error->where;
    };
    w.app.grant(ui::GoHome{});
    w.driver.frame();
    w.driver.click("home.new.axes");
    REQUIRE(w.app.mailbox().post(std::move(message)));
    w.driver.frame();
    CHECK(why == "session.closed");
    CHECK(w.waiting() == 0);
}
