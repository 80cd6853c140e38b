#include "i18n/errors.h"

#include <array>

namespace i18n {
namespace {

constexpr std::array<std::string_view, 8> kinds{"invalid", "not_found", "conflict", "denied",
                                                "io",      "corrupt",   "too_new",  "locked"};

} // namespace

std::string sentence(Catalogue const& words, base::Error const& error)
{
    std::string const key = "error." + error.where;
    auto out = words.text(key, error.detail);
    if (out == key) {
        auto const kind =
            "error.kind." + std::string(kinds.at(static_cast<std::size_t>(error.code)));
        out = words.text(kind, error.detail.empty() ? error.where : error.detail);
    }
    if (error.line != 0)
        out += words.text("error.line", words.number(static_cast<std::int64_t>(error.line)));
    return out;
}

} // namespace i18n
