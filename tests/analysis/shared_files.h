#pragma once

#include "support/folders.h"
#include "support/parsed.h"
#include "support/skip.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

// Files shared between projects: real votes and independent results.
namespace shared {

inline std::filesystem::path path(std::string const& name) { return support::shared_dir() / name; }

inline std::optional<nlohmann::json> json(std::string const& name)
{
    std::ifstream file(path(name));
    if (!file) return std::nullopt;
    return support::parsed(file);
}

inline std::optional<std::vector<std::string>> lines(std::string const& name)
{
    std::ifstream file(path(name), std::ios::binary);
    if (!file) return std::nullopt;
    std::vector<std::string> out;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        out.push_back(std::move(line));
    }
    return out;
}

inline std::optional<std::string> bytes(std::string const& name)
{
    std::ifstream file(path(name), std::ios::binary);
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> split(std::string const& line, char by)
{
    std::vector<std::string> cells(1);
    for (char c : line) {
        if (c == by)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

} // namespace shared
