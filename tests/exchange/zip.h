#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Builds a ZIP with uncompressed files.
namespace importing {

using ZipFiles = std::vector<std::pair<std::string, std::string>>; // name, content

inline std::string little(std::size_t n, int size)
{
    std::string out;
    for (int i = 0; i < size; ++i)
        out += static_cast<char>(n >> static_cast<unsigned>(8 * i) & 0xFFU);
    return out;
}

inline std::uint32_t crc_of(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    for (char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

inline std::string zip_of(ZipFiles const& files)
{
    std::string out, directory;
    for (auto const& [name, content] : files) {
        auto const about = little(20, 2) + little(0, 8) + little(crc_of(content), 4) +
                           little(content.size(), 4) + little(content.size(), 4) +
                           little(name.size(), 2) + little(0, 2);
        directory += "PK\x01\x02" + little(20, 2) + about + std::string(10, '\0') +
                     little(out.size(), 4) + name;
        out += "PK\x03\x04" + about + name + content;
    }
    auto const at = out.size();
    return out + directory + "PK\x05\x06" + little(0, 4) + little(files.size(), 2) +
           little(files.size(), 2) + little(directory.size(), 4) + little(at, 4) + little(0, 2);
}

} // namespace importing
