#include "support/mutated.h"

#include <cstddef>

namespace support {
namespace {

std::size_t below(std::mt19937& random, std::size_t n) { return n == 0 ? 0 : random() % n; }

// Adds `before` and `after` zero bytes around each byte, as in UTF-16 and UTF-32.
std::string widened(std::string const& bytes, std::size_t before, std::size_t after)
{
    std::string out;
    for (char c : bytes) out.append(before, '\0').append(1, c).append(after, '\0');
    return out;
}

// Encodes UTF-8 a second time, as if it were Latin-1.
std::string twice(std::string const& bytes)
{
    std::string out;
    for (char c : bytes) {
        auto const b = static_cast<unsigned char>(c);
        if (b < 0x80) {
            out += c;
            continue;
        }
        out += static_cast<char>(0xC0U | b >> 6U);
        out += static_cast<char>(0x80U | (b & 0x3FU));
    }
    return out;
}

// Replaces two-byte UTF-8 characters by one byte of Latin-1.
std::string narrowed(std::string const& bytes)
{
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto const b = static_cast<unsigned char>(bytes[i]);
        bool const lead = (b == 0xC2 || b == 0xC3) && i + 1 < bytes.size();
        out += lead ? static_cast<char>((b & 0x3U) << 6U |
                                        (static_cast<unsigned char>(bytes[++i]) & 0x3FU))
                    : bytes[i];
    }
    return out;
}

std::string spoilt(std::string bytes, std::vector<std::string> const& seeds, std::mt19937& random)
{
    constexpr char signs[] = {'"', ',', ';', '\t', '\n', '\r', '\0', '|', '=', '{', '[', '<', '&'};
    auto const at = below(random, bytes.size() + 1);
    switch (below(random, 11)) {
    case 0: bytes.resize(at); return bytes;
    case 1: {
        auto const& other = seeds[below(random, seeds.size())];
        return bytes.substr(0, at) + other.substr(below(random, other.size()));
    }
    case 2:
        for (int i = 0; i < 8 && !bytes.empty(); ++i)
            bytes[below(random, bytes.size())] = static_cast<char>(random());
        return bytes;
    case 3:
        bytes.insert(at, 1 + below(random, 2) * 999, signs[below(random, sizeof signs)]);
        return bytes;
    case 4: return widened(bytes, 0, 1);
    case 5: return widened(bytes, 1, 0);
    case 6: return widened(bytes, below(random, 2) * 3, 3);
    case 7: return twice(bytes);
    case 8: return narrowed(bytes);
    case 9: // flips one bit
        if (!bytes.empty())
            bytes[below(random, bytes.size())] ^= static_cast<char>(1U << below(random, 8));
        return bytes;
    default: return bytes + bytes.substr(at);
    }
}

} // namespace

std::string mutated(std::vector<std::string> const& seeds, std::mt19937& random)
{
    auto bytes = seeds[below(random, seeds.size())];
    for (auto times = 1 + below(random, 3); times > 0; --times)
        bytes = spoilt(std::move(bytes), seeds, random);
    return bytes;
}

} // namespace support
