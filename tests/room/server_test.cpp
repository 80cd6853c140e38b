#include "model/turnout.h"
#include "room/desk.h"
#include "room/server.h"
#include "room/wire.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

using desk::Desk;
using desk::Json;
using wire::Answer;
using wire::Client;
using wire::next_event;
using wire::Socket;

// A session with its own thread, and its room on the loopback interface.
class Hall {
public:
    Hall()
    {
        mail_->on_post([this] { ring(); });
        thread_ = std::thread([this] { run(); });
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ready_; });
    }
    ~Hall()
    {
        {
            std::lock_guard const lock(mutex_);
            over_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    Hall(Hall const&) = delete;
    Hall& operator=(Hall const&) = delete;

    // Runs `act` on the session's thread and waits for it.
    void with(std::function<void(session::Session&, room::Server&)> const& act)
    {
        std::unique_lock lock(mutex_);
        act_ = act;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !act_; });
    }
    void act(edit::Command const& command)
    {
        with([&](session::Session& session, room::Server&) {
            REQUIRE(session.submit(edit::facilitator, command));
        });
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string const& code() const { return code_; }

private:
    void ring()
    {
        std::lock_guard const lock(mutex_);
        rung_ = true;
        changed_.notify_all();
    }
    void run()
    {
        Desk desk; // session, clock and folder
        desk.add("Tri du courrier"), desk.add("Transcription");
        desk.room.reset();
        auto server = room::Server::open(
            {}, {{desk::words(i18n::Language::french), desk::words(i18n::Language::english)},
                 desk.clock,
                 *room::Seats::open(platform::real_disk(), desk.folder.path(), "session",
                                    desk.random, 0),
                 *room::Assets::load(desk.folder / "assets"),
                 {},
                 desk.session.view(edit::facilitator),
                 mail_});
        REQUIRE(server);
        std::unique_lock lock(mutex_);
        port_ = (*server)->state().port, code_ = (*server)->state().code;
        ready_ = true;
        changed_.notify_all();
        for (;;) {
            changed_.wait(lock, [this] { return rung_ || over_ || act_; });
            if (over_) break;
            rung_ = false;
            if (act_) act_(desk.session, **server);
            lock.unlock();
            for (auto& message : mail_->take(64)) (void)session::deliver(&desk.session, message);
            (*server)->show(desk.session.view(edit::facilitator));
            lock.lock();
            act_ = {};
            changed_.notify_all();
        }
        lock.unlock();
        server->reset();
        mail_->close();
    }

    std::shared_ptr<session::Mailbox> mail_ = std::make_shared<session::Mailbox>();
    std::mutex mutex_;
    std::condition_variable changed_;
    bool ready_ = false, rung_ = false, over_ = false;
    std::function<void(session::Session&, room::Server&)> act_;
    std::uint16_t port_ = 0;
    std::string code_;
    std::thread thread_;
};

} // namespace

TEST_CASE("whether phones see this machine is known from other addresses only")
{
    Hall hall;
    auto reached = [&] {
        std::int64_t at = 0;
        hall.with([&](session::Session&, room::Server& server) { at = server.state().reached_ms; });
        return at;
    };
    Client const client{hall.port()};
    CHECK(client.get("/api/hello").status == 200); // a browser on this machine
    CHECK(reached() == 0);
    constexpr std::uint32_t other = 0x7F000002; // 127.0.0.2
    Socket phone(hall.port(), other);
    phone.send(client.get_text("/api/hello"));
    CHECK(wire::read_answer(phone).status == 200);
    CHECK(reached() != 0); // it need not have joined
}

TEST_CASE("a phone joins, proposes, votes and sees the result, over the network")
{
    Hall hall;
    Client phone{hall.port()}, other{hall.port()};
    phone.join(hall.code()), other.join(hall.code());
    Socket events(hall.port());
    events.send(phone.get_text("/api/events?lang=en"));
    auto const first = next_event(events, "state");
    CHECK(first["step_name"] == "Gather");
    CHECK(first["round"] == nullptr);

    CHECK(phone.post("/api/propose", {{"act", "propose-0001"}, {"title", "Une idée"}}).status ==
          200);
    auto const proposed = next_event(events, "state");
    REQUIRE(proposed["gather"]["mine"].size() == 1);
    CHECK(proposed["gather"]["mine"][0]["state"] == "waiting");

    model::RoundId round;
    hall.with([&](session::Session& session, room::Server&) {
        model::Round rules;
        for (auto const& [id, one] : model::table<model::Case>(session.document()))
            rules.cases.push_back(id);
        round = session.mint<model::RoundId>();
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 1}));
    });
    Json shown;
    do shown = next_event(events, "state");
    while (shown["round"].is_null());
    CHECK(shown["round"]["state"] == "open");
    auto const on = shown["round"]["cases"][0]["id"];
    Json body{{"round", shown["round"]["id"]}};
    body["marks"] = {{{"case", on}, {"value", 3}}};
    for (int times = 0; times < 3; ++times) { // as if the answer was lost twice
        body["act"] = "ballot-of-one";
        CHECK(phone.post("/api/ballot", body).status == 200);
        body["act"] = "ballot-of-other";
        CHECK(other.post("/api/ballot", body).status == 200);
    }
    hall.with([&](session::Session& session, room::Server& server) {
        CHECK(session.ballots_in_box(round) == 2);
        CHECK(server.state().seats == 2);
        CHECK(server.state().here == 1);
        auto const closed = session.close_round(edit::facilitator, round);
        REQUIRE(closed);
        CHECK(model::ballots_of(session.document(), round) == 2);
        REQUIRE(session.submit(edit::facilitator, edit::RevealRound{round}));
    });
    do shown = next_event(events, "state");
    while (shown["result"].is_null());
    CHECK(shown["result"]["rows"][0]["case"] == on);
    CHECK(shown["result"]["rows"][0]["score"] == "6");
    CHECK(shown["result"]["voters"] == "2 ballots");

    hall.with([](session::Session&, room::Server& server) { CHECK(server.close()); });
    CHECK(next_event(events, "over") == Json::object());
    CHECK(events.is_closed());
}

TEST_CASE("malformed or oversized requests are refused before memory is allocated")
{
    Hall hall;
    Client phone{hall.port()};
    phone.join(hall.code());
    auto const host = "Host: " + phone.host() + "\r\n";
    auto const post = "POST /api/hand HTTP/1.1\r\n" + host;
    struct Row {
        char const* what;
        std::string text;
        int status;
    };
    std::vector<Row> const rows{
        {"a body that is too long", post + "Content-Length: 1073741824\r\n\r\n", 413},
        {"headers that are too long",
         "GET / HTTP/1.1\r\n" + host + "X: " + std::string(9000, 'x') + "\r\n\r\n", 431},
        {"a path that is too long",
         "GET /" + std::string(1000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
        {"a body whose length is not said", post + "\r\n", 411},
        {"chunks", post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 411},
        {"both a length and chunks",
         post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400},
        {"a length that is none", post + "Content-Length: -1\r\n\r\n", 400},
        {"no HTTP", "hello\r\n\r\n", 400},
        {"two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", 400},
        {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
        {"another verb", "DELETE / HTTP/1.1\r\n" + host + "\r\n", 405},
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        Socket socket(hall.port());
        socket.send(row.text);
        auto const said = wire::read_answer(socket);
        CHECK(said.status == row.status);
        CHECK(said.header("Content-Security-Policy").starts_with("default-src 'none'"));
        if (row.status == 400 || row.status == 411 || row.status == 413 || row.status == 431)
            CHECK(socket.is_closed());
    }
    CHECK(phone.get("/api/state").status == 200); // other phones are still answered
}

TEST_CASE("a browser that tries https first is not kept waiting")
{
    Hall hall;
    Socket socket(hall.port());
    auto const begun = std::chrono::steady_clock::now();
    socket.send(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) +
                std::string(40, '\x01'));
    CHECK(socket.is_closed());
    CHECK(std::chrono::steady_clock::now() - begun <
          std::chrono::seconds(room::Server::header_s)); // it is not waited for a header
}

TEST_CASE("requests on one connection are answered in order")
{
    Hall hall;
    Client phone{hall.port()};
    phone.join(hall.code());
    Socket socket(hall.port());
    socket.send(phone.get_text("/api/state?lang=fr") + phone.get_text("/nothing") +
                phone.post_text("/api/hand", R"({"act":"hand-0001","up":true})"));
    CHECK(wire::read_answer(socket).status == 200);
    CHECK(wire::read_answer(socket).status == 404);
    CHECK(wire::read_answer(socket).status == 200);
}

TEST_CASE("one address has a limited number of connections without a seat")
{
    Hall hall;
    std::vector<std::unique_ptr<Socket>> lines;
    for (std::size_t i = 0; i < room::Server::connections_of_one; ++i)
        lines.push_back(std::make_unique<Socket>(hall.port()));
    Socket more(hall.port());
    CHECK(more.is_closed());
    lines.pop_back();
    Client const client{hall.port()};
    int status = 0;
    for (int tries = 0; tries < 200 && status != 200;
         ++tries) { // until the last connection has closed
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        status = client.get("/api/hello").status;
    }
    CHECK(status == 200);
}

TEST_CASE("phones behind one router do not take each other's connections")
{
    Hall hall;
    constexpr int phones = 30, each = 6; // as browsers open
    std::vector<std::unique_ptr<Socket>> lines;
    std::string first;
    for (int i = 0; i < phones; ++i) {
        Client phone{hall.port()};
        phone.join(hall.code());
        if (first.empty()) first = phone.get_text("/api/state");
        for (int n = 0; n < each; ++n) {
            lines.push_back(std::make_unique<Socket>(hall.port()));
            lines.back()->send(phone.get_text("/api/state"));
            REQUIRE(wire::read_answer(*lines.back()).status == 200);
        }
    }
    static_assert(phones * each > room::Server::connections_of_one);
    for (std::size_t n = each; n < room::Server::connections_of_seat; ++n) {
        lines.push_back(std::make_unique<Socket>(hall.port()));
        lines.back()->send(first);
        REQUIRE(wire::read_answer(*lines.back()).status == 200);
    }
    Socket more(hall.port()); // a seat opens no more than its own
    more.send(first);
    CHECK(more.is_closed());
}

TEST_CASE("the newest three connections of a seat receive events")
{
    Hall hall;
    Client phone{hall.port()};
    phone.join(hall.code());
    std::vector<std::unique_ptr<Socket>> lines;
    for (int i = 0; i < 4; ++i) {
        lines.push_back(std::make_unique<Socket>(hall.port()));
        lines.back()->send(phone.get_text("/api/events"));
        CHECK(next_event(*lines.back(), "state").is_object());
    }
    // the stream has ended
    CHECK(lines.front()->read_until("\n\n\n").find("beat") == std::string::npos);
    hall.act(edit::SetTitle{"Un autre titre"});
    CHECK(next_event(*lines.back(), "state")["title"] == "Un autre titre");
}

TEST_CASE("somebody else's ballot is a short event, not the whole state again")
{
    Hall hall;
    Client phone{hall.port()}, other{hall.port()};
    phone.join(hall.code()), other.join(hall.code());
    hall.with([&](session::Session& session, room::Server&) {
        model::Round rules;
        for (auto const& [id, one] : model::table<model::Case>(session.document()))
            rules.cases.push_back(id);
        auto const round = session.mint<model::RoundId>();
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 1}));
    });
    Socket events(hall.port());
    events.send(phone.get_text("/api/events"));
    Json shown;
    do shown = next_event(events, "state");
    while (shown["round"].is_null());
    Json const body{
        {"act", "ballot-0001"}, {"round", shown["round"]["id"]}, {"marks", Json::array()}};
    CHECK(other.post("/api/ballot", body).status == 200);
    auto const next = events.read_until("\n\n");
    CHECK(next.find("event: count\ndata: {\"round\":" + shown["round"]["id"].dump() +
                    ",\"cast\":1}") != std::string::npos);
    CHECK(phone.post("/api/ballot", body).status == 200);
    CHECK(next_event(events, "state")["round"]["given"] == true);
}
