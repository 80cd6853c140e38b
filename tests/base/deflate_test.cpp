#include "base/deflate.h"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>

using base::deflated;
using base::Effort;
using base::inflated;
using base::Wrapper;

TEST_CASE("What another program compressed is read")
{
    // Python: zlib.compress(b"Cadran " * 20, 9)
    constexpr std::string_view packed{"\x78\xda\x73\x4e\x4c\x29\x4a\xcc\x53\x70\x1e\x0c\x14\x00"
                                      "\x4e\x09\x30\x35",
                                      18};
    std::string expected;
    for (int i = 0; i < 20; ++i) expected += "Cadran ";
    CHECK(inflated(packed, expected.size()) == expected);
}

TEST_CASE("Any text is the same after it was compressed, and takes less where it repeats itself")
{
    std::mt19937_64 random{5};
    for (std::size_t const size : {0, 1, 100, 65'536, 1'000'000}) {
        std::string text(size, ' ');
        for (auto& c : text) c = static_cast<char>('a' + random() % 4);
        for (auto const effort : {Effort::fast, Effort::thorough}) {
            auto const packed = deflated(text, Wrapper::zlib, effort);
            CHECK(inflated(packed, size) == text);
            if (size > 1'000) CHECK(packed.size() < size / 2);
        }
    }
}

TEST_CASE("What was damaged after it was compressed is refused")
{
    auto const packed = deflated("une phrase, une phrase, une phrase", Wrapper::zlib, Effort::fast);
    CHECK_THROWS_AS((void)inflated(packed, 33), std::invalid_argument); // another length
    CHECK_THROWS_AS((void)inflated(packed.substr(0, packed.size() / 2), 34), std::invalid_argument);
    int refused = 0;
    for (std::size_t i = 0; i < packed.size(); ++i) {
        auto other = packed;
        other[i] = static_cast<char>(other[i] ^ 0x40);
        try {
            auto const text = inflated(other, 34); // changed in bits that are not used
            CHECK(text == "une phrase, une phrase, une phrase");
        } catch (std::invalid_argument const&) {
            ++refused;
        }
    }
    CHECK(refused > static_cast<int>(packed.size()) - 4);
}

TEST_CASE("gzip is made as RFC 1952 says: its mark, its method and the length at its end")
{
    std::string const text(300, 'x');
    auto const packed = deflated(text, Wrapper::gzip, Effort::thorough);
    REQUIRE(packed.size() > 18);
    CHECK(packed.substr(0, 3) == "\x1f\x8b\x08");
    CHECK(packed.substr(packed.size() - 4) == std::string("\x2c\x01\0\0", 4));
}
