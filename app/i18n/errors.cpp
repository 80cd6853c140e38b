#include "i18n/errors.h"

#include <array>

namespace i18n {
namespace {

constexpr std::array<std::string_view, 8> kinds{"invalid", "not_found", "conflict", "denied",
                                                "io",      "corrupt",   "too_new",  "locked"};

// A detail that is a key, "why.value title", translated; any other unchanged.
std::string in_words(Catalogue const& words, std::string const& detail)
{
    if (!detail.starts_with("why.")) return detail;
    auto const space = detail.find(' ');
    auto const key = detail.substr(0, space);
    auto const about = space == std::string::npos ? std::string{} : detail.substr(space + 1);
    return words.text(key, about);
}

} // namespace

std::string sentence(Catalogue const& words, base::Error const& error)
{
    std::string const key = "error." + error.where;
    auto const detail = in_words(words, error.detail);
    auto out = words.text(key, detail);
    if (out == key) {
        auto const kind =
            "error.kind." + std::string(kinds.at(static_cast<std::size_t>(error.code)));
        out = words.text(kind, detail.empty() ? error.where : detail);
    }
    // a detail in parentheses that is not known
    if (auto const empty = out.find(" ()"); detail.empty() && empty != std::string::npos)
        out.erase(empty, 3);
    // or after a colon
    for (auto const* end : {" ", ":", "\u00a0"})
        if (detail.empty() && out.ends_with(end))
            out.resize(out.size() - std::string_view(end).size());
    if (error.line != 0)
        out += words.text("error.line", words.number(static_cast<std::int64_t>(error.line)));
    return out;
}

} // namespace i18n
