#include "board/palette.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace board {
namespace {

using NamedColor = std::pair<std::string, Color*>;

std::vector<NamedColor> slots(Palette& p)
{
    std::vector<NamedColor> all{
        {"paper", &p.paper},
        {"sunken", &p.sunken},
        {"panel", &p.panel},
        {"card", &p.card},
        {"line", &p.line},
        {"line2", &p.line2},
        {"edge", &p.edge},
        {"dot", &p.dot},
        {"ink", &p.ink},
        {"ink2", &p.ink2},
        {"ink3", &p.ink3},
        {"accent", &p.accent},
        {"onaccent", &p.onaccent},
        {"atint", &p.atint},
        {"aline", &p.aline},
        {"opp", &p.opp},
        {"oppfill", &p.oppfill},
        {"opptint", &p.opptint},
        {"oppline", &p.oppline},
        {"risk", &p.risk},
        {"riskfill", &p.riskfill},
        {"risktint", &p.risktint},
        {"riskline", &p.riskline},
        {"warn", &p.warn},
        {"warnfill", &p.warnfill},
        {"warntint", &p.warntint},
        {"warnline", &p.warnline},
        {"neutint", &p.neutint},
        {"qlancer", &p.qlancer},
        {"qencadrer", &p.qencadrer},
        {"qconfort", &p.qconfort},
        {"qecarter", &p.qecarter},
        {"halo", &p.halo},
        {"knob", &p.knob},
        {"shadow", &p.shadow},
        {"curtain", &p.curtain},
        {"oncurtain", &p.oncurtain},
        {"oncurtain2", &p.oncurtain2},
    };
    for (std::size_t i = 0; i < axis_hues; ++i) {
        auto const number = std::to_string(i + 1);
        all.emplace_back("axis" + number, &p.ax[i]);
        all.emplace_back("axis" + number + "text", &p.axt[i]);
    }
    for (std::size_t i = 0; i < grade_hues; ++i) {
        auto const number = std::to_string(i + 1);
        all.emplace_back("grade" + number, &p.grades[i]);
        all.emplace_back("grade" + number + "text", &p.on_grades[i]);
    }
    return all;
}

std::string_view trimmed(std::string_view text)
{
    auto const blank = " \t\r";
    auto const first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::optional<Color> parse_color(std::string_view text)
{
    if (text.size() != 7 || text[0] != '#') return {};
    auto const* end = text.data() + text.size();
    unsigned value = 0;
    auto const read = std::from_chars(text.data() + 1, end, value, 16);
    if (read.ec != std::errc{} || read.ptr != end) return {};
    auto byte = [&](int shift) { return static_cast<std::uint8_t>((value >> shift) & 0xFFU); };
    return Color{byte(16), byte(8), byte(0), 255};
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, float t)
{
    auto const value =
        static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

} // namespace

Color faded(Color color, float alpha)
{
    color.a = between(0, color.a, std::clamp(alpha, 0.0F, 1.0F));
    return color;
}

Color mixed(Color from, Color to, float t)
{
    return {between(from.r, to.r, t), between(from.g, to.g, t), between(from.b, to.b, t),
            between(from.a, to.a, t)};
}

base::Result<Palette> parse_palette(std::string_view text)
{
    Palette palette;
    auto missing = slots(palette);
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        line = trimmed(line.substr(0, line.find("//")));
        if (line.empty() || line[0] == '#') continue;
        auto const wrong = [&] {
            return base::fail(base::Errc::corrupt, "theme.line", std::string{line}, number);
        };
        auto const equals = line.find('=');
        if (equals == std::string_view::npos) return wrong();
        auto const name = trimmed(line.substr(0, equals));
        auto const color = parse_color(trimmed(line.substr(equals + 1)));
        auto const slot = std::find_if(missing.begin(), missing.end(),
                                       [&](NamedColor const& s) { return s.first == name; });
        if (!color || slot == missing.end()) return wrong();
        *slot->second = *color;
        missing.erase(slot);
    }
    if (!missing.empty())
        return base::fail(base::Errc::corrupt, "theme.missing", missing.front().first);
    return palette;
}

base::Result<Palette> load_palette(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) return base::fail(base::Errc::io, "theme.file", path.string());
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) return base::fail(base::Errc::io, "theme.file", path.string());
    return parse_palette(text);
}

} // namespace board
