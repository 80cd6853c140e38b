#include "base/base64.h"

namespace base {

std::string base64(std::string_view bytes)
{
    constexpr std::string_view signs =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto const part = bytes.substr(at, 3);
        unsigned value = 0;
        for (std::size_t i = 0; i < 3; ++i)
            value = value << 8 | (i < part.size() ? static_cast<unsigned char>(part[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= part.size() ? signs[value >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

} // namespace base
