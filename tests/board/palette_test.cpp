#include "board/palette.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string theme_text(std::string const& name)
{
    std::ifstream file(support::sources_dir() / "assets" / "themes" / name);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Contrast of WCAG 2.1, 1 to 21.
double luminance(board::Color c)
{
    auto const linear = [](std::uint8_t v) {
        auto const s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(board::Color a, board::Color b)
{
    auto const x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

TEST_CASE("text is readable on every ground, in both themes")
{
    for (auto const* name : {"papier.theme", "nuit.theme"}) {
        CAPTURE(name);
        auto const read = board::parse_palette(theme_text(name));
        REQUIRE(read);
        auto const& p = *read;
        for (auto ground :
             {p.paper, p.panel, p.card, p.sunken, p.qlancer, p.qencadrer, p.qconfort, p.qecarter})
            for (auto text : {p.ink, p.ink2, p.ink3, p.accent, p.opp, p.risk, p.warn})
                CHECK(contrast(text, ground) >= 4.5);
        CHECK(contrast(p.onaccent, p.accent) >= 4.5);
        CHECK(contrast(p.edge, p.paper) >= 3.0);
        for (std::size_t axis = 0; axis < board::axis_hues; ++axis) {
            CHECK(contrast(p.axt[axis], p.ax[axis]) >= 4.45);
            CHECK(contrast(p.ax[axis], p.paper) >= 3.0);
        }
    }
}

TEST_CASE("the grades of a judgment stand out from the ground, keep their order in grey, and carry "
          "their letters")
{
    for (auto const* name : {"papier.theme", "nuit.theme"}) {
        CAPTURE(name);
        auto const read = board::parse_palette(theme_text(name));
        REQUIRE(read);
        auto const& p = *read;
        bool const falls = luminance(p.grades.front()) > luminance(p.grades.back());
        for (std::size_t i = 0; i < board::grade_hues; ++i) {
            CAPTURE(i);
            CHECK(contrast(p.grades[i], p.paper) >= 3.0); // bars lie on it, parted by it
            CHECK(contrast(p.grades[i], p.panel) >= 3.0);
            CHECK(contrast(p.on_grades[i], p.grades[i]) >= 4.5);
            if (i == 0) continue;
            auto const before = luminance(p.grades[i - 1]), now = luminance(p.grades[i]);
            CHECK((falls ? before > now : before < now));
            CHECK(contrast(p.grades[i - 1], p.grades[i]) >= 1.15);
        }
    }
}

TEST_CASE("a theme that is wrong says on which line")
{
    auto text = theme_text("papier.theme");
    auto const at = text.find("sunken");
    REQUIRE(at != std::string::npos);
    auto broken = text;
    broken.replace(broken.find('#', at), 7, "#12345Z");
    auto const wrong = board::parse_palette(broken);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().where == "theme.line");
    CHECK(wrong.error().line == 3);

    auto const twice = board::parse_palette(text + "\nink = #000000\n");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().where == "theme.line");

    auto short_text = text;
    short_text.erase(at, short_text.find('\n', at) - at);
    auto const missing = board::parse_palette(short_text);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().where == "theme.missing");
    CHECK(missing.error().detail == "sunken");
}

TEST_CASE("a missing theme is reported by name")
{
    auto const none = board::load_palette("/nowhere/papier.theme");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == base::Errc::io);
    CHECK(none.error().detail == "/nowhere/papier.theme");
}

TEST_CASE("colours fade and mix")
{
    board::Color const ink{20, 33, 61, 255}, paper{250, 246, 238, 255};
    CHECK(board::faded(ink, 0.5F).a == 128);
    CHECK(board::mixed(ink, paper, 0) == ink);
    CHECK(board::mixed(ink, paper, 1) == paper);
}
