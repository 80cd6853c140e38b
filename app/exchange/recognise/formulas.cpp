#include "exchange/recognise/formulas.h"

namespace exchange {
namespace {

// Whether it starts like a formula, after any number of apostrophes.
bool begins_formula(std::string_view text)
{
    auto const first = text.find_first_not_of('\'');
    if (first == std::string_view::npos) return false;
    constexpr std::string_view formula = "=+-@\t\r\n";
    return formula.find(text[first]) != std::string_view::npos;
}

} // namespace

std::string harmless(std::string_view text)
{
    return begins_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view as_meant(std::string_view text)
{
    return text.starts_with('\'') && begins_formula(text) ? text.substr(1) : text;
}

} // namespace exchange
