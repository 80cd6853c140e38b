#include "support/folders.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>
#include <zlib.h>

// Checks of the page's files; workshop.mjs tests its behaviour in a browser.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string bytes_of(fs::path const& path)
{
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(out).str();
}

// The files of the page, by name.
std::map<std::string, std::string> files()
{
    std::map<std::string, std::string> out;
    for (auto const& file : fs::directory_iterator(support::sources_dir() / "assets/room"))
        out[file.path().filename().string()] = bytes_of(file.path());
    return out;
}

std::string all_of(std::string const& extension)
{
    std::string out;
    for (auto const& [name, bytes] : files())
        if (fs::path(name).extension() == extension) out += bytes;
    return out;
}

json words(char const* language)
{
    return json::parse(bytes_of(support::sources_dir() / "assets/room" / language));
}

// The forms of a phrase: a single one, or singular and plural.
std::vector<std::string> forms(json const& phrase)
{
    if (phrase.is_array()) return phrase.get<std::vector<std::string>>();
    return {phrase.get<std::string>()};
}

std::set<std::string> matches(std::string const& text, std::string const& pattern,
                              std::size_t group)
{
    std::regex const wanted(pattern);
    std::set<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), wanted), end; it != end; ++it)
        out.insert((*it)[group]);
    return out;
}

std::set<std::string> holes(json const& phrase)
{
    std::set<std::string> out;
    for (auto const& form : forms(phrase)) out.merge(matches(form, R"(\{(\d)\})", 1));
    return out;
}

// The size after gzip, as sent to a phone.
std::size_t compressed(std::string const& bytes)
{
    constexpr int gzip_window = 15 + 16, memory = 9;
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, memory,
                         Z_DEFAULT_STRATEGY) == Z_OK);
    std::string in = bytes;
    std::string out(deflateBound(&stream, static_cast<uLong>(in.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data()); // NOLINT: as zlib asks for bytes
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data()); // NOLINT: as above
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    auto const size = static_cast<std::size_t>(stream.total_out);
    deflateEnd(&stream);
    return size;
}

} // namespace

TEST_CASE("the phone's page has the same phrases in both languages")
{
    auto const fr = words("fr.json"), en = words("en.json");
    for (auto const& [key, phrase] : fr.items()) {
        auto const& of_key = key;
        CAPTURE(of_key);
        REQUIRE(en.contains(key));
        CHECK(holes(phrase) == holes(en[key]));
        CHECK(forms(phrase).size() == forms(en[key]).size());
        for (auto const* language : {&fr, &en})
            for (auto const& form : forms((*language)[key])) CHECK_FALSE(form.empty());
    }
    CHECK(fr.size() == en.size());
}

TEST_CASE("every phrase that the phone's page uses exists, and none is unused")
{
    auto const fr = words("fr.json");
    auto const scripts = all_of(".js");
    auto asked = matches(scripts, R"(\bt\(\s*'([a-z.]+)')", 1);
    asked.merge(matches(all_of(".html"), R"re(data-word="([a-z.]+)")re", 1));
    for (auto const& key : asked) {
        CAPTURE(key);
        CHECK(fr.contains(key));
    }
    auto const named = matches(scripts, R"('([a-z.]+)')", 1);
    for (auto const& [key, phrase] : fr.items()) {
        auto const& of_key = key;
        CAPTURE(of_key);
        CHECK((named.contains(key) || asked.contains(key)));
    }
}

TEST_CASE("the French texts of the phone's start page equal those of fr.json")
{
    auto const fr = words("fr.json");
    auto const page = bytes_of(support::sources_dir() / "assets/room/index.html");
    std::regex const word(R"re(data-word="([a-z.]+)">([^<]*)<)re");
    int seen = 0;
    for (std::sregex_iterator it(page.begin(), page.end(), word), end; it != end; ++it) {
        auto const text = std::regex_replace((*it)[2].str(), std::regex("&nbsp;"), "\u00a0");
        CHECK(text == fr[(*it)[1].str()].get<std::string>());
        ++seen;
    }
    CHECK(seen > 5);
}

TEST_CASE("the phone's French texts follow French typography")
{
    // As bytes: U+202F before ; ! ?, U+00A0 before a colon, and no straight apostrophe.
    std::regex const broken("(^|[^\xaf])[;!?]|(^|[^\xa0]):|'|\\.\\.\\.");
    auto const fr = words("fr.json");
    for (auto const& phrase : fr)
        for (auto const& form : forms(phrase)) {
            CAPTURE(form);
            CHECK_FALSE(std::regex_search(form, broken));
        }
}

TEST_CASE("nothing that comes from the room can run on a phone")
{
    auto const scripts = all_of(".js");
    for (auto const* way : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
                            "eval(", "new Function", "setTimeout('", "javascript:", "srcdoc"})
        CHECK_MESSAGE(scripts.find(way) == std::string::npos, way);
    auto const page = all_of(".html");
    CHECK_FALSE(std::regex_search(page, std::regex(R"(\s(style|on[a-z]+)=)")));
    CHECK_FALSE(std::regex_search(page, std::regex(R"(<style|<script(?![^>]*src=))")));
    // The page requests nothing from another machine.
    for (auto const& [name, bytes] : files())
        for (auto const& address : matches(bytes, R"(https?://([^/'"\s]+))", 1)) {
            std::string const file = name; // clang 14 captures no structured binding
            CAPTURE(file);
            CHECK(address == "www.w3.org"); // the namespace of SVG
        }
}

TEST_CASE("a person may enlarge the page, and no field makes an iPhone enlarge it")
{
    auto const page = all_of(".html"), style = all_of(".css");
    auto const viewport = matches(page, R"re(name="viewport" content="([^"]*)")re", 1);
    REQUIRE(viewport.size() == 1);
    for (auto const* forbids : {"maximum-scale", "minimum-scale", "user-scalable"})
        CHECK(viewport.begin()->find(forbids) == std::string::npos);
    std::regex const rule(
        R"re(([^{}]*(?:input|textarea|select)[^{}]*)\{[^{}]*font-size: ([\d.]+)(rem|px))re");
    int fields = 0;
    for (std::sregex_iterator it(style.begin(), style.end(), rule), end; it != end;
         ++it, ++fields) {
        CAPTURE((*it)[1].str());
        CHECK(std::stod((*it)[2]) * ((*it)[3] == "rem" ? 16 : 1) >= 16);
    }
    CHECK(fields >= 2);
}

TEST_CASE("a phone gets less than 60 kB, and joins with less than 10")
{
    std::size_t all = 0, joining = 0;
    for (auto const& [name, bytes] : files()) {
        auto const size = compressed(bytes);
        all += size;
        if (name == "index.html" || name == "start.css" || name == "start.js") joining += size;
    }
    MESSAGE(all, " bytes in all, both languages; ", joining, " to join");
    CHECK(all < 60'000);
    CHECK(joining < 10'000);
}
