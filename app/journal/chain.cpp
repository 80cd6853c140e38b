#include "journal/chain.h"

#include "base/sha256.h"

#include <algorithm>

namespace journal {
namespace {

constexpr std::string_view before_json = "\",\"entry\":";
// Unambiguous: quotation marks within texts are escaped, and no field has this name.
constexpr std::string_view before_said = ",\"said\":[";
constexpr std::size_t json_at = line_opening.size() + hash_digits + before_json.size();

} // namespace

std::string link(std::string_view previous_hash, std::string_view json)
{
    return base::hexadecimal(base::sha256(previous_hash, json));
}

std::string to_line(std::string_view hash, std::string_view json, std::string_view said)
{
    std::string out;
    out.reserve(json_at + json.size() + before_said.size() + said.size() + 1);
    out.append(line_opening).append(hash).append(before_json).append(json);
    if (!said.empty()) out.append(before_said).append(said.substr(1));
    return out.append("}");
}

Line parts_of(std::string_view line)
{
    if (line.size() <= json_at || line.back() != '}' || !line.starts_with(line_opening) ||
        line.substr(line_opening.size() + hash_digits, before_json.size()) != before_json)
        return {};
    auto const hash = line.substr(line_opening.size(), hash_digits);
    auto const hexadecimal = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    };
    auto const rest = line.substr(json_at, line.size() - json_at - 1);
    auto const said = rest.find(before_said);
    bool const none = said == std::string_view::npos;
    return {hash, rest.substr(0, said),
            none ? std::string_view{} : rest.substr(said + before_said.size() - 1),
            std::ranges::all_of(hash, hexadecimal)};
}

} // namespace journal
