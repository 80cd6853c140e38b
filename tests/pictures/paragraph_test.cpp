#include "pictures/paragraph.h"
#include "studio.h"

#include <doctest/doctest.h>

// Breaking and cutting text, with letters that are all ten pixels wide.
namespace {

using namespace pictures;

struct Tens : Measure {
    [[nodiscard]] float width(Type const&, std::string_view text) const override
    {
        float out = 0;
        for (char c : text) out += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 10.F : 0.F;
        return out;
    }
    [[nodiscard]] float advance(Type const&, char32_t) const override { return 10; }
};

std::vector<std::string> lines(std::string const& text, float width, int most = 0)
{
    auto const paragraph = broken(Tens{}, type::text, text, width, most);
    std::vector<std::string> out;
    for (auto const& line : paragraph.lines)
        out.push_back(text.substr(line.begin, line.end - line.begin));
    return out;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("text breaks at spaces and after hyphens, never at no-break spaces")
{
    CHECK(lines("un deux trois", 80) == Lines{"un deux", "trois"});
    CHECK(lines("un deux trois", 70) == Lines{"un deux", "trois"});
    CHECK(lines("rendez-vous", 80) == Lines{"rendez-", "vous"});
    CHECK(lines("12\u00A0000", 40) == Lines{"12\u00A00", "00"});
    CHECK(lines("a\nb", 80) == Lines{"a", "b"});
    CHECK(lines("incassable", 40) == Lines{"inca", "ssab", "le"});
}

TEST_CASE("a sign of punctuation is never alone on a line, whatever space was typed before it")
{
    CHECK(lines("À qui sert-il ?", 130) == Lines{"À qui sert-", "il ?"});
    CHECK(lines("À qui sert il ?", 130) == Lines{"À qui sert", "il ?"});
    CHECK(lines("Oui ! Non : 5 % « a »", 60) == Lines{"Oui !", "Non :", "5 %", "« a »"});
    CHECK(lines("un ?a", 40) == Lines{"un", "?a"}); // no sign of its own
    CHECK(lines("un ?", 20) == Lines{"un", " ?"});  // wider than the line: cut anywhere
}

TEST_CASE("a number and its unit stay on one line, whatever space was typed in them")
{
    CHECK(lines("coût 12 345 678 € par an", 120) == Lines{"coût", "12 345 678 €", "par an"});
    CHECK(lines("environ 40 k€", 90) == Lines{"environ", "40 k€"});
    CHECK(lines("les 3 cas", 60) == Lines{"les 3", "cas"});
    CHECK(lines("axe 3 2024", 60) == Lines{"axe 3", "2024"}); // no group of three
}

TEST_CASE("text with too many lines ends with an ellipsis within the width")
{
    auto const paragraph = broken(Tens{}, type::text, "un deux trois quatre", 70, 2);
    REQUIRE(paragraph.lines.size() == 2);
    CHECK(paragraph.cut);
    CHECK(paragraph.lines.back().width <= 70);
    CHECK_FALSE(broken(Tens{}, type::text, "un deux trois", 70, 2).cut);
}

TEST_CASE("a line is cut at its width, between characters")
{
    CHECK(shortened(Tens{}, type::text, "abcdef", 40) == "abc\u2026");
    CHECK(shortened(Tens{}, type::text, "ab cdef", 40) == "ab\u2026");        // no space before it
    CHECK(shortened(Tens{}, type::text, "ab\u00A0: cdef", 60) == "ab\u2026"); // no colon either
    CHECK(shortened(Tens{}, type::text, "éèàù", 30) == "éè\u2026");
    CHECK(shortened(Tens{}, type::text, "abc", 5).empty());
}

TEST_CASE("the baseline of a line box is where browsers put it")
{
    CHECK(em_size(type::label, 1) == 18);
    CHECK(em_size(type::label, 1.25F) == 23); // 22.5
    CHECK(line_height(type::label, 1.5F) == 36);
    CHECK(baseline_in(type::label, 1) == 17);
    CHECK(baseline_in(type::legend, 1) == 17);
}

TEST_CASE("an emoji, and a sign of Chinese or Japanese, has an outline and a width")
{
    auto const& fonts = studio().fonts;
    constexpr char32_t rocket = 0x1F680, robot = 0x1F916, unknown = 0xE7FF;
    constexpr char32_t han = 0x6F22, simplified = 0x8BA1, kana = 0x306E;
    for (auto const face : {pictures::Face::regular, pictures::Face::medium,
                            pictures::Face::semibold, pictures::Face::display})
        for (auto const sign : {rocket, robot, han, simplified, kana}) {
            pictures::Type const type{face, 20, 26};
            CHECK(fonts.letter(face, sign).parts.size() > fonts.letter(face, unknown).parts.size());
            CHECK(studio().measure->advance(type, sign) !=
                  studio().measure->advance(type, unknown));
            CHECK(studio().measure->advance(type, sign) > 10);
        }
    // What Inter has stays Inter's.
    CHECK(fonts.letter(pictures::Face::regular, U'\u2192').parts.size() < 40);
}
