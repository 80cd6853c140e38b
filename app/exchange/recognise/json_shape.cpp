#include "exchange/recognise/json_shape.h"

#include <string>

namespace exchange {

using base::Errc;
using base::fail;

base::Result<void> check_json_shape(std::string_view text)
{
    constexpr std::size_t deepest = 64, values_max = 2'000'000;
    std::size_t depth = 0, values = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            quoted = c != '"';
            continue;
        }
        quoted = c == '"';
        bool const opens = c == '[' || c == '{';
        if (opens && ++depth > deepest)
            return fail(Errc::invalid, "import.too_deep", std::to_string(deepest));
        if ((c == ']' || c == '}') && depth > 0) --depth;
        // Each value but the first of a list follows one of these.
        if ((opens || c == ',') && ++values > values_max)
            return fail(Errc::invalid, "import.too_large");
    }
    return {};
}

} // namespace exchange
