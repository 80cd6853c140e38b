#include "room/desk.h"

namespace {

using desk::Desk;
using desk::Json;
using desk::Phone;
using room::Request;

void set(Request& request, std::string const& name, std::string const& value)
{
    std::erase_if(request.headers, [&](auto const& one) { return one.first == name; });
    if (!value.empty()) request.headers.emplace_back(name, value);
}

} // namespace

TEST_CASE("a wrong host, site or form gets its exact refusal, without effect")
{
    Desk d;
    Phone phone{d};
    phone.join();
    struct Row {
        char const* what;
        std::function<void(Request&)> change;
        int status;
        char const* error;
    };
    auto header = [](char const* name, char const* value) {
        return [=](Request& r) { set(r, name, value); };
    };
    auto body = [](std::string text) { return [=](Request& r) { r.body = text; }; };
    std::vector<Row> const rows{
        {"a name that leads here", header("host", "evil.example:8080"), 421, "room.host"},
        {"the same address at another port", header("host", "192.168.1.20:80"), 421, "room.host"},
        {"no host", header("host", ""), 421, "room.host"},
        {"two hosts", [](Request& r) { r.headers.emplace_back("host", desk::host); }, 421,
         "room.host"},
        {"no origin", header("origin", ""), 403, "room.origin"},
        {"the origin of another site", header("origin", "http://evil.example"), 403, "room.origin"},
        {"the same origin under TLS", header("origin", "https://192.168.1.20:8080"), 403,
         "room.origin"},
        {"a null origin", header("origin", "null"), 403, "room.origin"},
        {"another site asks", header("sec-fetch-site", "cross-site"), 403, "room.origin"},
        {"a form posts", header("content-type", "application/x-www-form-urlencoded"), 415,
         "room.type"},
        {"plain text posts", header("content-type", "text/plain"), 415, "room.type"},
        {"no header of ours", header("x-cadran", ""), 403, "room.header"},
        {"a header of ours that says nothing", header("x-cadran", "de"), 403, "room.header"},
        {"no cookie", header("cookie", ""), 401, "seat"},
        {"a forged token", header("cookie", "cadran_seat=00000000000000000000000000000000"), 401,
         "seat"},
        {"half a token", header("cookie", "cadran_seat=0000"), 401, "seat"},
        {"no JSON", body("up=true"), 400, "room.json"},
        {"JSON that is no object", body("[1,2]"), 400, "room.json"},
        {"no act", body(R"({"up":true})"), 400, "room.act"},
        {"an act that is too short", body(R"({"act":"1","up":true})"), 400, "room.act"},
        {"an act of other signs", body(R"({"act":"12345678<","up":true})"), 400, "room.act"},
        {"a field of another type", body(R"({"act":"12345678","up":"yes"})"), 400, "room.field"},
        {"a path that is none", [](Request& r) { r.target = "/api/close"; }, 404, "room.path"},
        {"a path that is too long", [](Request& r) { r.target = "/" + std::string(300, 'a'); }, 414,
         "room.path"},
        {"another verb", [](Request& r) { r.verb = Request::Verb::other; }, 405, "room.method"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        auto request = Desk::request(Request::Verb::post, "/api/hand");
        request.headers.emplace_back("cookie", phone.cookie);
        request.body = R"({"act":"12345678","up":true})";
        row.change(request);
        auto const said = d.ask(request);
        CHECK(said.status == row.status);
        CHECK(said.json["error"] == row.error);
        CHECK_FALSE(said.json["text"].get<std::string>().starts_with("error."));
        CHECK_FALSE(said.json["text"].get<std::string>().find("refusée") != std::string::npos);
        CHECK_FALSE(phone.state()["me"]["hand"].get<bool>());
    }
    CHECK(phone.act("/api/hand", {{"up", true}}).status == 200);
    CHECK(phone.state()["me"]["hand"].get<bool>());
}

TEST_CASE("a page of another site reads nothing, and a tab opened by hand gets the page")
{
    Desk d;
    Phone phone{d};
    phone.join();
    for (char const* target : {"/api/state", "/api/events", "/api/hello", "/api/case/1"}) {
        CAPTURE(target);
        auto request = Desk::request(Request::Verb::get, target);
        request.headers.emplace_back("cookie", phone.cookie);
        request.headers.emplace_back("sec-fetch-site", "none");
        CHECK(d.ask(request).status == 403);
        set(request, "sec-fetch-site", "same-site");
        CHECK(d.ask(request).status == 403);
    }
    for (char const* target : {"/api/state", "/api/events", "/api/case/1"}) {
        CAPTURE(target);
        CHECK(d.ask(Desk::request(Request::Verb::get, target)).status == 401);
    }
    CHECK(d.ask(Desk::request(Request::Verb::get, "/api/hello")).status == 200);
}

TEST_CASE("a code is accepted in any common spelling, and guessing is slow")
{
    Desk d;
    auto code = d.room->seats().code();
    REQUIRE(code.size() == 6);
    auto const spaced = code.substr(0, 3) + " " + code.substr(3);
    std::string small = spaced;
    for (auto& c : small) c = static_cast<char>(std::tolower(c));
    Phone phone{d};
    CHECK(phone.post("/api/join", {{"code", small}}).status == 200);
    auto const wrong = code == "AAAAAA" ? "BBBBBB" : "AAAAAA";
    for (int i = 0; i < 10; ++i) {
        auto const said = phone.post("/api/join", {{"code", wrong}});
        CHECK(said.status == 401);
        CHECK(said.json["error"] == "code");
        CHECK(said.cookie.empty());
    }
    auto const waits = phone.post("/api/join", {{"code", code}});
    CHECK(waits.status == 429);
    CHECK(waits.header("Retry-After") == "60");
    Phone other{d};
    other.from = "192.168.1.32"; // other addresses need not wait
    CHECK(other.post("/api/join", {{"code", code}}).status == 200);
    d.clock.t += 60'000;
    CHECK(phone.post("/api/join", {{"code", code}}).status == 200);

    // After a hundred wrong codes from many addresses, everybody waits.
    for (int i = 0; i < 100; ++i) {
        other.from = "10.0.0." + std::to_string(i);
        other.cookie.clear();
        CHECK(other.post("/api/join", {{"code", wrong}}).status == 401);
    }
    other.from = "10.0.1.1";
    CHECK(other.post("/api/join", {{"code", code}}).status == 429);
}

TEST_CASE("the cookie is hidden from scripts and not sent by other sites")
{
    Desk d;
    Phone phone{d};
    auto const said = phone.post("/api/join", {{"code", d.room->seats().code()}});
    auto const set_cookie = said.header("Set-Cookie");
    CHECK(set_cookie.find("HttpOnly") != std::string::npos);
    CHECK(set_cookie.find("SameSite=Strict") != std::string::npos);
    CHECK(set_cookie.find("Path=/") != std::string::npos);
    CHECK(set_cookie.find("Secure") == std::string::npos);
    CHECK(said.cookie.size() == std::string("cadran_seat=").size() + 32);

    auto request = Desk::request(Request::Verb::post, "/api/join");
    request.wire = Request::Wire::tls;
    set(request, "origin", std::string("https://") + desk::host);
    request.body = Json{{"code", d.room->seats().code()}}.dump();
    CHECK(d.ask(request).header("Set-Cookie").find("Secure") != std::string::npos);
}

TEST_CASE("a second scan, a reload and two tabs share one seat")
{
    Desk d;
    Phone phone{d};
    phone.join("Camille");
    auto const again = phone.post("/api/join", {{"code", "ZZZZZZ"}, {"name", ""}});
    CHECK(again.status == 200);
    CHECK(again.cookie.empty());
    CHECK(d.room->seats().count() == 1);
    CHECK(phone.state()["me"]["name"] == "Camille");
}

TEST_CASE("the requests of one seat are limited")
{
    Desk d;
    Phone phone{d};
    phone.join();
    for (int i = 0; i < 30; ++i) CHECK(phone.act("/api/hand", {{"up", i % 2 == 0}}).status == 200);
    auto const said = phone.act("/api/hand", {{"up", true}});
    CHECK(said.status == 429);
    CHECK(said.header("Retry-After") == "10");
    d.clock.t += 10'000;
    CHECK(phone.act("/api/hand", {{"up", true}}).status == 200);
}

TEST_CASE("an act that the board cannot accept now asks for a retry, and is then done once")
{
    Desk d;
    Phone phone{d};
    phone.join();
    Json const body{{"act", "act-00000001"}, {"title", "Classer le courrier"}};
    d.full = true;
    auto const busy = phone.post("/api/propose", body);
    CHECK(busy.status == 503);
    CHECK(busy.json["error"] == "room.busy");
    d.full = false;
    CHECK(phone.post("/api/propose", body).status == 200);
    CHECK(phone.post("/api/propose", body).status == 200);
    CHECK(model::table<model::Proposal>(d.session.document()).size() == 1);
}

TEST_CASE("the page is compressed and cached, and no path leads out of its folder")
{
    Desk d;
    std::filesystem::create_directories(d.folder / "assets");
    std::string const script(4000, 'x');
    support::write_bytes(d.folder / "assets/index.html", "<!doctype html><title>Cadran</title>");
    support::write_bytes(d.folder / "assets/app.js", script);
    d.open();
    auto request = Desk::request(Request::Verb::get, "/app.js");
    CHECK(d.ask(request).body == script);
    request.headers.emplace_back("accept-encoding", "gzip, deflate");
    auto const said = d.ask(request);
    CHECK(said.status == 200);
    CHECK(said.header("Content-Encoding") == "gzip");
    CHECK(said.body.size() < 100);
    CHECK(said.type.starts_with("text/javascript"));
    request.headers.emplace_back("if-none-match", said.header("ETag"));
    CHECK(d.ask(request).status == 304);
    CHECK(d.ask(Desk::request(Request::Verb::get, "/")).type.starts_with("text/html"));
    CHECK(d.ask(Desk::request(Request::Verb::get, "/K7F4XP")).type.starts_with("text/html"));
    for (char const* target : {"/../desk.h", "/assets/app.js", "/%2e%2e/seats", "/session.room"}) {
        CAPTURE(target);
        CHECK(d.ask(Desk::request(Request::Verb::get, target)).status == 404);
    }
}
