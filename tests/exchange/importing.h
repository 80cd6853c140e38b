#pragma once

#include "exchange/cases/import.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

// Shared by the tests of imports.
namespace importing {

using Titles = std::vector<std::string>;

struct Import {
    std::uint64_t last = 0;
    model::Document doc;

    exchange::MintCase mint()
    {
        return [this] { return model::CaseId{++last}; };
    }
    base::Result<exchange::ImportPlan> plan(std::string const& bytes,
                                            std::string const& name = "test.csv")
    {
        return exchange::plan_import(bytes, doc, name, mint());
    }
    // The plan with a --map.
    base::Result<exchange::ImportPlan> mapped(std::string const& bytes, std::string const& map)
    {
        auto const reading = exchange::read_import(bytes, "test.csv");
        if (!reading) return base::fail(reading.error());
        auto columns = exchange::columns_of(reading->table);
        if (auto ok = exchange::map_columns(columns, map); !ok) return base::fail(ok.error());
        return exchange::plan_import(*reading, std::move(columns), doc, mint());
    }
    // Adds the new cases.
    void take(exchange::ImportPlan const& plan)
    {
        auto const changes = edit::plan(doc, plan.unknown());
        REQUIRE(changes);
        REQUIRE(model::apply(doc, *changes));
    }
    Titles titles(std::string const& bytes, std::string const& name = "test.csv")
    {
        auto const planned = plan(bytes, name);
        CAPTURE((planned ? std::string{} : planned.error().where));
        REQUIRE(planned);
        return titles_of(*planned);
    }
    static Titles titles_of(exchange::ImportPlan const& plan)
    {
        Titles out;
        for (auto const& one : plan.command.cases) out.push_back(one.text.title);
        return out;
    }
};

inline std::optional<std::string> shared_bytes(std::string const& path)
{
    std::ifstream in(support::shared_dir() / path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

inline std::string why(base::Result<exchange::ImportPlan> const& plan)
{
    return plan ? "" : plan.error().where;
}

inline exchange::ImportPlan planned(std::string const& bytes)
{
    Import import;
    auto plan = import.plan(bytes);
    CAPTURE(bytes);
    CAPTURE(why(plan));
    REQUIRE(plan);
    return *std::move(plan);
}

} // namespace importing
