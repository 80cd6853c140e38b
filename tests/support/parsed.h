#pragma once

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string_view>

namespace support {

// JSON. Throws nlohmann::json::parse_error for anything else.
nlohmann::json parsed(std::string_view text);
nlohmann::json parsed(std::istream& in);
// Discarded for anything else.
nlohmann::json parsed_or_discarded(std::string_view text);

} // namespace support
