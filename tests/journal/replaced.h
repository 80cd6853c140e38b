#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

// A text with the first `what` in it replaced.
inline std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}
