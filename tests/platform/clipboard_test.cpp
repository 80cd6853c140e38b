#include "platform/clipboard.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

// The clipboard of a real X server; see tests/CMakeLists.txt.
namespace {

using platform::ClipboardForm;

// What another program reads from the clipboard.
std::string read_by_another(std::string const& type)
{
    auto const command = "xclip -selection clipboard -o -t '" + type + "' 2>/dev/null";
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string out;
    std::array<char, 65536> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
        out.append(part.data(), got);
    pclose(pipe);
    return out;
}

bool can_read() { return std::system("command -v xclip >/dev/null 2>&1") == 0; } // NOLINT

// The owner answers on a thread of its own: it has to have heard first.
std::string settled(std::string const& type, std::size_t size)
{
    std::string out;
    for (int i = 0; i < 50 && out.size() != size; ++i) {
        if (i > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        out = read_by_another(type);
    }
    return out;
}

// The contents of another program, which offers them shortly after its command has ended.
std::optional<std::string> taken(platform::Clipboard& clipboard, std::string_view type,
                                 std::size_t size)
{
    std::optional<std::string> out;
    for (int i = 0; i < 100 && (!out || out->size() != size); ++i) {
        if (i > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        out = clipboard.take(type);
    }
    return out;
}

} // namespace

TEST_CASE("copied content is available to other programs in each format")
{
    auto const clipboard = platform::open_clipboard();
    if (!clipboard) CADRAN_SKIP("no display");
    if (!can_read()) CADRAN_SKIP("no xclip");
    std::string const text = "Été ; déjà\t1\n", html = "<table><tr><td>Été</td></tr></table>";
    clipboard->give({{"text/html", html}, {"text/plain", text}});
    CHECK(settled("text/html", html.size()) == html);
    CHECK(read_by_another("UTF8_STRING") == text);
    CHECK(read_by_another("text/plain;charset=utf-8") == text);
    CHECK(read_by_another("image/png").empty());
    auto const targets = read_by_another("TARGETS");
    for (auto const* name : {"TARGETS", "UTF8_STRING", "text/html"})
        CHECK(targets.find(name) != std::string::npos);
    // The latest copy replaces it.
    clipboard->give({{"image/png", std::string("\x89PNG\0\1", 6)}});
    CHECK(settled("image/png", 6) == std::string("\x89PNG\0\1", 6));
    CHECK(read_by_another("UTF8_STRING").empty());
}

TEST_CASE("a large picture is transferred in parts, both ways")
{
    auto const clipboard = platform::open_clipboard();
    if (!clipboard) CADRAN_SKIP("no display");
    std::string large(3'000'017, '\0');
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * 7 % 251);
    clipboard->give({{"image/png", large}});
    auto const own = taken(*clipboard, "image/png", large.size());
    REQUIRE(own);
    CHECK(*own == large);
    if (can_read()) CHECK(settled("image/png", large.size()) == large);
}

TEST_CASE("the clipboard of another program is read in the formats it offers only")
{
    auto const clipboard = platform::open_clipboard();
    if (!clipboard) CADRAN_SKIP("no display");
    if (!can_read()) CADRAN_SKIP("no xclip");
    // xclip stays as long as it owns the clipboard.
    REQUIRE(
        std::system("printf '<b>Été</b>' | xclip -selection clipboard -i -t text/html " // NOLINT
                    ">/dev/null 2>&1") == 0);
    std::string const html = "<b>Été</b>";
    CHECK(taken(*clipboard, "text/html", html.size()) == html);
    CHECK_FALSE(clipboard->take("image/png"));
    REQUIRE(std::system("head -c 2000000 /dev/zero | tr '\\0' 'x' | " // NOLINT
                        "xclip -selection clipboard -i >/dev/null 2>&1") == 0);
    constexpr std::size_t large = 2'000'000;
    auto const text = taken(*clipboard, "text/plain", large);
    REQUIRE(text);
    CHECK(text->size() == large);
    // And ours after it.
    clipboard->give({{"text/plain", "à nous"}});
    CHECK(settled("UTF8_STRING", std::string("à nous").size()) == "à nous");
    CHECK(clipboard->take("text/plain") == "à nous");
}
