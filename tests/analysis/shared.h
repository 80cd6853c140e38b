#pragma once

#include "support/folders.h"
#include "support/parsed.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>

// Published data and reference results stored beside the project.
namespace shared {

inline std::filesystem::path folder() { return support::shared_dir(); }

inline nlohmann::json expected(std::string const& name)
{
    std::ifstream file(folder() / "expected" / name);
    return file ? support::parsed(file) : nlohmann::json();
}

// Null, with a message, when it is missing.
inline nlohmann::json textbook(std::string const& name)
{
    auto const all = expected("textbook_vectors.json");
    for (auto const& one : all)
        if (one.at("name") == name) return one;
    MESSAGE("skipped: no shared vector " << name);
    return {};
}

} // namespace shared
