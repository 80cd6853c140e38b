#include "exchange/template.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace exchange {

base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint)
{
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    if (name.empty() || !std::ranges::all_of(name, plain))
        return base::fail(base::Errc::not_found, "template.name", name);
    std::ifstream in(assets / "templates" / (name + ".json"));
    if (!in) return base::fail(base::Errc::not_found, "template.name", name);
    edit::StartSession start;
    start.profile = {std::move(title), language, name};
    try {
        auto const wording = nlohmann::json::parse(in).at(language);
        auto const low = wording.value("low", language == "fr" ? "faible" : "low");
        auto const high = wording.value("high", language == "fr" ? "fort" : "high");
        for (auto const& said : wording.at("axes")) {
            model::Axis axis;
            axis.number = static_cast<int>(start.axes.size()) + 1;
            axis.title = said.at("title");
            axis.short_title = said.at("short");
            axis.opportunity = said.at("opportunity");
            axis.risk = said.at("risk");
            axis.opportunity_low = axis.risk_low = low;
            axis.opportunity_high = axis.risk_high = high;
            start.axes.emplace_back(mint(), std::move(axis));
        }
    } catch (nlohmann::json::exception const&) {
        return base::fail(base::Errc::corrupt, "template.file", name);
    }
    return start;
}

} // namespace exchange
