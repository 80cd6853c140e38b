#include "federation/invitation.h"
#include "federation/server.h"
#include "platform/child.h"
#include "platform/process.h"
#include "shell/files/file_host.h"
#include "shell/sharing/meeting.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <future>
#include <thread>

// Sessions on several machines through the services of the window: real files, and nats-server.
namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;
using ui::SharedState;

struct Desk {
    explicit Desk(fs::path const& at)
        : home(at)
        , host(home / "config", home / "sessions", home / "cache", support::assets_dir(),
               home / "state")
    {
    }
    // An empty session of its own, closed.
    fs::path create(std::string const& title)
    {
        auto made = host.create({"simple", title}, "fr");
        REQUIRE(made);
        auto const path = made->path;
        made->session.reset();
        host.closed(path);
        return path;
    }
    void take(base::Result<ui::OpenedSession> opened)
    {
        if (!opened) CAPTURE(opened.error().where);
        REQUIRE(opened);
        open.emplace(*std::move(opened));
        REQUIRE(open->shared);
        open->shared->wake_by(mail);
    }
    void close()
    {
        auto const path = open->path;
        open.reset();
        host.closed(path);
    }
    model::CaseId add(std::string const& title)
    {
        model::Case text;
        text.title = title;
        auto const id = open->session->mint<model::CaseId>();
        REQUIRE(open->session->submit(open->who, edit::AddCases{{{id, text, {}}}}));
        return id;
    }
    [[nodiscard]] model::Document const& doc() const { return open->session->document(); }
    [[nodiscard]] SharedState const& state() const { return open->shared->state(); }
    [[nodiscard]] std::size_t cases() const { return model::table<model::Case>(doc()).size(); }
    [[nodiscard]] bool settled() const
    {
        return state().link == SharedState::Link::linked && state().pending == 0;
    }

    fs::path home;
    shell::FileHost host;
    std::shared_ptr<session::Mailbox> mail = std::make_shared<session::Mailbox>();
    std::optional<ui::OpenedSession> open;
};

// As the windows do, until `done`.
template <class Done>
void pump_until(std::initializer_list<Desk*> desks, Done done)
{
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(120);
    while (!done()) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        for (auto* desk : desks)
            if (desk->open) (void)desk->open->shared->pump();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

// A session that was shared, open again and edited alone.
fs::path shared_before(Desk& desk)
{
    auto path = desk.create("Voirie");
    REQUIRE(federation::write_site_file(path, {{model::SiteId{77}}, "Salle", {}}));
    desk.take(desk.host.open(path, ui::Access::edit));
    desk.add("Nids-de-poule");
    return path;
}

bool no_server() { return !federation::can_share() || !federation::find_server(); }

fs::path receive(Desk& desk, fs::path const& invitation)
{
    std::promise<base::Result<fs::path>> answer;
    desk.host.receive_shared(invitation, [&](auto file) { answer.set_value(std::move(file)); });
    auto file = answer.get_future().get();
    if (!file) CAPTURE(file.error().where);
    REQUIRE(file);
    return *file;
}

} // namespace

TEST_CASE("a shared file opens with its outbox, alone, and is never edited round it")
{
    TemporaryFolder folder;
    Desk desk(folder / "a");
    auto const path = desk.create("Voirie");
    // It was shared: nothing but the file of its site says so.
    REQUIRE(federation::write_site_file(path, {{model::SiteId{77}}, "Salle", {}}));
    REQUIRE(shell::was_shared(path));
    desk.take(desk.host.open(path, ui::Access::edit));
    CHECK(desk.state().link == SharedState::Link::unlinked);
    auto const bytes = fs::file_size(path);
    auto const id = desk.add("Nids-de-poule");
    (void)desk.open->shared->pump();
    CHECK(fs::file_size(path) == bytes); // it waits for the others
    CHECK(desk.state().pending == 1);
    CHECK(desk.state().unnumbered.contains(id)); // its number is nobody's yet
    // A copy has it, and is an ordinary session.
    REQUIRE(desk.host.save_copy(*desk.open->session, folder / "copie.cadran"));
    desk.close();
    desk.take(desk.host.open(path, ui::Access::edit));
    CHECK(desk.cases() == 1);
    CHECK(desk.state().pending == 1);
    auto const copy = desk.host.open(folder / "copie.cadran", ui::Access::edit);
    REQUIRE(copy);
    CHECK_FALSE(copy->shared);
    CHECK(model::table<model::Case>(copy->session->document()).size() == 1);
}

TEST_CASE("a shared file that is open elsewhere is read, says why, and is not written alone")
{
    TemporaryFolder folder;
    Desk desk(folder / "a");
    auto const path = shared_before(desk);
    auto const other = desk.host.open(path, ui::Access::edit);
    REQUIRE(other);
    CHECK(other->access == ui::Access::read);
    CHECK_FALSE(other->session->log().writable());
    REQUIRE_FALSE(other->notices.empty());
    CHECK(other->notices.front().where == "file.locked");
    desk.close(); // still only read
    CHECK_FALSE(other->session->log().writable());
}

TEST_CASE("leaving for good makes the file an ordinary one, with all that was done alone")
{
    TemporaryFolder folder;
    Desk desk(folder / "a");
    auto const path = shared_before(desk);
    REQUIRE(desk.open->shared->part());
    desk.close();
    CHECK_FALSE(shell::was_shared(path));
    auto const again = desk.host.open(path, ui::Access::edit);
    REQUIRE(again);
    CHECK_FALSE(again->shared);
    CHECK(model::table<model::Case>(again->session->document()).size() == 1);
}

TEST_CASE("moved and thrown away, a shared file keeps its outbox beside it")
{
    TemporaryFolder folder;
    Desk desk(folder / "a");
    auto const path = shared_before(desk);
    desk.close();
    auto const moved = desk.host.move_to_folder(path, "Ateliers");
    REQUIRE(moved);
    CHECK(shell::was_shared(*moved));
    desk.take(desk.host.open(*moved, ui::Access::edit));
    CHECK(desk.cases() == 1);
}

TEST_CASE("an invitation to another session is refused")
{
    if (no_server()) CADRAN_SKIP("no nats-server");
    TemporaryFolder folder;
    Desk a(folder / "a");
    auto const path = a.create("Voirie"), other = a.create("Forêts");
    a.take(a.host.share(path, {ui::Share::How::host, "127.0.0.1", {}, "Mairie"}));
    auto const invitation = shell::invitation_beside(path, model::SitePart::room);
    auto const refused = a.host.share(other, {ui::Share::How::join, {}, invitation, "Salle"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "shared.other_session");
}

TEST_CASE("the window of a host that was killed meets the others again at its own server's port")
{
    if (no_server()) CADRAN_SKIP("no nats-server");
    TemporaryFolder folder;
    Desk a(folder / "a");
    auto const path = a.create("Voirie");
    auto const program = federation::find_server();
    REQUIRE(program);
    std::uint16_t port = 0;
    { // the usual port is another program's
        constexpr std::uint16_t usual = 4222;
        auto const other =
            federation::Server::start({*program, folder / "other"}, {"127.0.0.1", usual});
        a.take(a.host.share(path, {ui::Share::How::host, "127.0.0.1", {}, "Mairie"}));
        pump_until({&a}, [&] { return a.settled(); });
        auto const invitation = federation::read_invitation(a.state().invitations.front());
        REQUIRE(invitation);
        auto const& url = invitation->server.url;
        port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
        CHECK(port != usual);
        a.close();
    }
    // As kill -9 leaves it: the server runs, and nobody hosts.
    auto const state = *fs::directory_iterator(folder / "a" / "state" / "shared");
    auto const settings = (state.path() / "server.conf").string();
    REQUIRE(platform::Child::start(*program, {"-c", settings}));
    auto const process = [&] {
        return std::atoll(support::bytes_of(state.path() / "server.pid").c_str());
    };
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!fs::exists(state.path() / "server.pid") || platform::arguments_of(process()).empty()) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    auto const left = process();
    a.take(a.host.share(path, {ui::Share::How::rejoin, {}, {}, "Mairie"}));
    pump_until({&a}, [&] { return a.settled(); });
    CHECK(process() == left); // the other machines stay linked
    auto const again = federation::read_invitation(a.state().invitations.front());
    REQUIRE(again);
    CHECK(again->server.url.ends_with(std::to_string(port)));
    a.close();
    CHECK(platform::arguments_of(left).empty());
}

TEST_CASE("two machines share a session from their windows, part, and meet again")
{
    if (no_server()) CADRAN_SKIP("no nats-server");
    TemporaryFolder folder;
    Desk a(folder / "a"), b(folder / "b");
    auto const path = a.create("Voirie");
    a.take(a.host.share(path, {ui::Share::How::host, "127.0.0.1", {}, "Mairie"}));
    REQUIRE(a.state().invitations.size() == 3);
    pump_until({&a}, [&] { return a.settled() && a.state().rooms.size() == 1; });
    CHECK(a.state().leads);
    auto const invitation = folder / "co.invitation";
    fs::copy_file(a.state().invitations.front(), invitation);
    auto const received = receive(b, invitation);
    CHECK(received.filename() == "voirie.cadran");
    b.take(b.host.share(received, {ui::Share::How::join, {}, invitation, "Gap"}));
    pump_until({&a, &b}, [&] {
        return b.settled() && a.state().rooms.size() == 2 &&
               a.state().rooms[1].state == ui::SharedRoom::State::linked;
    });
    CHECK(b.state().rooms[1].state == ui::SharedRoom::State::here);
    CHECK(b.state().rooms[1].label == "Gap");
    CHECK_FALSE(b.state().leads);
    auto const step = b.open->session->submit(b.open->who, edit::SetStep{model::Step::vote});
    REQUIRE_FALSE(step);
    CHECK(step.error().where == "shared.lead");
    // Cards, who writes, how many phones.
    auto const card = b.add("Nids-de-poule");
    b.open->shared->say_of_room(9, card);
    pump_until({&a, &b}, [&] {
        return a.cases() == 1 && a.state().rooms[1].writes == card &&
               a.state().rooms[1].phones == 9;
    });
    CHECK(a.state().authors.at(static_cast<std::uint32_t>(card.value) &
                               ((1U << session::IdSource::author_bits) - 1)) == "B");
    CHECK(a.state().unnumbered.empty());
    // The lead is passed; the other moves the step.
    REQUIRE(a.open->shared->pass_lead(b.state().rooms[1].id));
    pump_until({&a, &b}, [&] { return b.state().leads && a.settled(); });
    REQUIRE(b.open->session->submit(b.open->who, edit::SetStep{model::Step::vote}));
    pump_until({&a, &b},
               [&] { return model::get<model::Stage>(a.doc()).step == model::Step::vote; });
    // Typed at the same time: each gets its number, and nobody is shown a list.
    a.add("Bancs"), b.add("Éclairage");
    pump_until({&a, &b}, [&] { return a.settled() && b.settled() && a.cases() == 3; });
    CHECK(a.state().outcomes.empty());
    CHECK(b.state().outcomes.empty());
    // The host ends: the other goes on alone, and both meet again as they were.
    a.close();
    pump_until({&b}, [&] { return b.state().link == SharedState::Link::alone; });
    b.add("Trottoirs");
    (void)b.open->shared->pump();
    CHECK(b.state().pending == 1);
    a.take(a.host.open(path, ui::Access::edit));
    CHECK(a.state().may_rejoin);
    a.close();
    a.take(a.host.share(path, {ui::Share::How::rejoin, {}, {}, "Mairie"}));
    b.open->shared->hurry();
    pump_until({&a, &b}, [&] { return a.settled() && b.settled() && a.cases() == 4; });
    REQUIRE(b.state().outcomes.size() == 1);
    CHECK(b.state().returned);
    CHECK(b.state().outcomes.front().kind == ui::SharedOutcome::Kind::as_is);
    CHECK(b.state().outcomes.front().title == "Trottoirs");
    b.open->shared->seen();
    (void)b.open->shared->pump();
    CHECK(b.state().outcomes.empty());
    // Leaving says goodbye.
    REQUIRE(b.open->shared->part());
    pump_until({&a}, [&] { return a.state().rooms.size() == 1; });
}
