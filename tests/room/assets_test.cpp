#include "base/base64.h"
#include "base/sha256.h"
#include "room/assets.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string of(room::Response const& response, std::string const& name)
{
    for (auto const& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

room::Request get(std::string target)
{
    room::Request out;
    out.verb = room::Request::Verb::get;
    out.target = std::move(target);
    return out;
}

// What is between two tags.
std::string inside(std::string const& page, std::string const& begin, std::string const& end)
{
    auto const from = page.find(begin) + begin.size();
    return page.substr(from, page.find(end, from) - from);
}

std::string hash_of(std::string const& text)
{
    auto const digest = base::sha256(text);
    return "'sha256-" + base::base64(std::string(digest.begin(), digest.end())) + "'";
}

} // namespace

TEST_CASE("the joining page is one answer, whose policy allows its own style and script only")
{
    auto const assets = room::Assets::load(support::sources_dir() / "assets/room");
    REQUIRE(assets);
    auto const page = assets->answer(get("/K7F4XP"));
    REQUIRE(page);
    CHECK(page->body.find("start.css\"") == std::string::npos);
    CHECK(page->body.find("src=") == std::string::npos); // nothing to wait for
    auto const policy = of(*page, "Content-Security-Policy");
    auto const style = inside(page->body, "<style>", "</style>"),
               script = inside(page->body, "<script type=\"module\">", "</script>");
    CHECK(style.find("{") != std::string::npos);
    CHECK(script.ends_with("fetch_app()\n")); // whole: no end tag in it
    CHECK(policy.find("style-src 'self' " + hash_of(style)) != std::string::npos);
    CHECK(policy.find("script-src 'self' " + hash_of(script)) != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK_FALSE(assets->answer(get("/start.js")));
    auto const rest = assets->answer(get("/app.js"));
    REQUIRE(rest);
    CHECK(of(*rest, "Content-Security-Policy").empty()); // that of every answer
    // Unchanged, it is not sent again, with the same policy.
    auto again = get("/");
    again.headers.emplace_back("if-none-match", of(*page, "ETag"));
    CHECK(assets->answer(again)->status == 304);
    CHECK(of(*assets->answer(again), "Content-Security-Policy") == policy);
}
