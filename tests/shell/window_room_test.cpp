#include "board/palette.h"
#include "model/voting_method.h"
#include "room/wire.h"
#include "shell/files/file_host.h"
#include "support/folders.h"
#include "support/temporary_folder.h"
#include "support/ui/ui_driver.h"
#include "ui/app/app.h"

#include <imgui.h>

#include <condition_variable>
#include <future>
#include <mutex>

// A phone on the loopback interface, and the window of this machine: real sockets, real files.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Machine {
    support::TemporaryFolder folder;
    i18n::Catalogue french = *i18n::Catalogue::load(support::assets_dir(), i18n::Language::french);
    i18n::Catalogue english =
        *i18n::Catalogue::load(support::assets_dir(), i18n::Language::english);
    board::Palette day = *board::load_palette(support::assets_dir() / "themes/papier.theme");
    board::Palette night = *board::load_palette(support::assets_dir() / "themes/nuit.theme");
    exchange::Templates templates = *exchange::Templates::load(support::assets_dir());
    shell::FileHost host{folder / "config", folder / "sessions", folder / "cache",
                         support::assets_dir(), folder / "state"};
    std::mutex mutex; // these outlive the room, whose thread rings
    std::condition_variable rang;
    bool rung = false;
    std::optional<ui::App> app;
    support::UiDriver driver{[this](ui::Ui& ui) {
                                 if (app) app->draw(ui);
                             },
                             {1920, 1080}};

    Machine()
    {
        app.emplace(host, ui::Look{&french, &english, &day, &night, &templates},
                    ui::Settings{"fr", ui::Appearance::day, 100});
        app->mailbox().on_post([this] {
            std::lock_guard const lock(mutex);
            rung = true;
            rang.notify_one();
        });
        driver.frame();
        auto const made = host.create({"simple", "Voirie"}, "fr");
        REQUIRE(made);
        auto const path = made->path;
        const_cast<ui::OpenedSession&>(*made).session.reset(); // NOLINT: opened by the app instead
        app->open(path, ui::Access::edit);
        driver.settle();
    }
    void forget_rings()
    {
        std::lock_guard const lock(mutex);
        rung = false;
    }
    // Draws a frame whenever something arrives, as the window does, until `done`.
    template <class Done>
    void until(Done done)
    {
        constexpr auto patience = std::chrono::seconds(20);
        while (!done()) {
            std::unique_lock lock(mutex);
            REQUIRE(rang.wait_for(lock, patience, [this] { return std::exchange(rung, false); }));
            lock.unlock();
            driver.frame();
        }
    }
    // What a phone does, while the window is at work.
    template <class Act>
    auto phone(Act act)
    {
        auto done = std::async(std::launch::async, act);
        while (done.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
            driver.frame();
        return done.get();
    }
    [[nodiscard]] model::Document const& doc() { return app->session()->document(); }
    [[nodiscard]] wire::Client client()
    {
        auto const url = driver.label("join.url");
        return {static_cast<std::uint16_t>(std::stoi(url.substr(url.find(':') + 1)))};
    }
    void do_it(edit::Command const& command)
    {
        app->grant(command);
        driver.frame(2);
    }
};

} // namespace

TEST_CASE("a phone joins, proposes and votes in the session of the window, until the room closes")
{
    Machine machine;
    auto& d = machine.driver;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.open"); // this machine only
    d.settle();
    REQUIRE(d.shows("join.qr"));
    auto client = machine.client();
    auto const code = d.label("join.code");

    CHECK(machine.phone([&] {
        return client.post("/api/join", {{"code", "000000"}}).status;
    }) == 401);
    machine.forget_rings();
    client.join(code); // no frame is drawn meanwhile
    // the window is woken without having asked
    machine.until([&] { return d.label("join.count") == "1" && d.label("top.join")[0] == '1'; });
    wire::Socket stream(client.port);
    stream.send(client.get_text("/api/events"));
    CHECK(wire::next_event(stream, "state")["step"] == "gather");

    auto const proposed = machine.phone([&] {
        return client.post("/api/propose", {{"act", "proposal-1"}, {"title", "Nids-de-poule"}});
    });
    CHECK(proposed.status == 200);
    CHECK(proposed.json()["state"] == "waiting");
    REQUIRE(model::table<model::Proposal>(machine.doc()).size() == 1);
    CHECK(model::table<model::Proposal>(machine.doc()).begin()->second.title == "Nids-de-poule");
    d.key(ImGuiKey_Q);
    d.settle();
    CHECK(d.label("inbox.count") == "1");
    d.click("inbox.accept_all");
    d.settle();
    auto const card = model::table<model::Case>(machine.doc()).begin()->first;

    auto const id = machine.app->session()->mint<model::RoundId>();
    model::Round round;
    model::set_method(round, model::Method::approval);
    round.cases = {card};
    machine.do_it(edit::PrepareRound{id, round});
    machine.do_it(edit::OpenRound{id, machine.host.now_ms()});
    auto const cast = [&](json const& body) {
        return machine.phone([&] { return client.post("/api/ballot", body).status; });
    };
    auto const ballot = [&](char const* act, char const* of) {
        return json{{"act", act},
                    {"round", of},
                    {"marks", {{{"case", std::to_string(card.value)}, {"value", 1}}}}};
    };
    auto const open = std::to_string(id.value);
    CHECK(cast(ballot("ballot-01", open.c_str())) == 200);
    CHECK(cast(ballot("ballot-02", open.c_str())) == 200);                // replaces the first
    machine.app->grant(ui::CastBallot{id, "ABCDEFGH", {{{card, 1}}, 1}}); // of the keyboard
    d.frame();
    CHECK(machine.app->session()->ballots_in_box(id) == 2);
    edit::CloseRound close;
    close.id = id;
    machine.do_it(close);
    CHECK(cast(ballot("ballot-03", open.c_str())) == 409);

    CHECK_FALSE(fs::is_empty(machine.folder / "state" / "rooms"));
    d.click("top.room.close");
    d.frame();
    CHECK(wire::next_event(stream, "over").is_object());
    CHECK(fs::is_empty(machine.folder / "state" / "rooms"));
}

TEST_CASE("a room left open ends with the session, and the phone is told")
{
    Machine machine;
    auto& d = machine.driver;
    d.key(ImGuiKey_Q);
    d.settle();
    d.click("join.open");
    d.settle();
    auto client = machine.client();
    auto const code = d.label("join.code");
    machine.phone([&] { return client.join(code), 0; });
    wire::Socket stream(client.port);
    stream.send(client.get_text("/api/events"));
    REQUIRE(wire::next_event(stream, "state").is_object()); // it is connected
    machine.app->grant(ui::GoHome{});                       // asks once: a phone is there
    machine.app->grant(ui::GoHome{});
    d.frame();
    CHECK(wire::next_event(stream, "over").is_object());
    CHECK(fs::is_empty(machine.folder / "state" / "rooms"));
}

TEST_CASE("two sessions of a machine have rooms at ports of their own")
{
    Machine machine, other;
    for (auto* one : {&machine, &other}) {
        one->driver.key(ImGuiKey_Q);
        one->driver.settle();
        one->driver.click("join.open");
        one->driver.settle();
    }
    CHECK(machine.driver.label("join.url") != other.driver.label("join.url"));
    CHECK(machine.driver.label("join.code") != other.driver.label("join.code"));
}
