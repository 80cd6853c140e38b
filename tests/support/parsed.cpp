#include "support/parsed.h"

#include <istream>

namespace support {

nlohmann::json parsed(std::string_view text) { return nlohmann::json::parse(text); }

nlohmann::json parsed(std::istream& in) { return nlohmann::json::parse(in); }

nlohmann::json parsed_or_discarded(std::string_view text)
{
    return nlohmann::json::parse(text, nullptr, false);
}

} // namespace support
