#include "ui/screens/place/place_filter.h"

#include "analysis/common/in_use.h"
#include "wording/board.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

namespace ui {
namespace {

constexpr std::size_t domains_most = 12; // longest menu that fits the screen

std::vector<std::string> domains_of(model::Document const& doc)
{
    std::set<std::string> seen;
    for (auto id : analysis::visible_cases(doc))
        if (auto domain = model::get<model::Case>(doc, id).domain; !domain.empty())
            seen.insert(std::move(domain));
    std::vector<std::string> out(seen.begin(), seen.end());
    if (out.size() > domains_most) out.resize(domains_most);
    return out;
}

// The index at the end of an item's id, as in "filter.domain.3".
std::size_t place_in(std::string_view id)
{
    std::size_t place = 0;
    auto const digits = id.substr(id.rfind('.') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), place);
    return place;
}

} // namespace

bool shows(PlaceFilter const& filter, RoomClouds& room, Workshop const& workshop,
           model::AxisId axis, model::CaseId on)
{
    auto const& doc = workshop.doc();
    if (!filter.domain.empty() && model::get<model::Case>(doc, on).domain != filter.domain)
        return false;
    if (filter.group && model::get<model::Membership>(doc, on).group != filter.group) return false;
    if (filter.only == PlaceFilter::Only::unplaced)
        return model::find<model::Placement>(doc, {axis, on}) == nullptr;
    if (filter.only == PlaceFilter::Only::all) return true;
    auto const* cloud = cloud_of(room, workshop, {axis, on});
    return cloud && cloud->contested();
}

std::string filter_said(Ui const& ui, PlaceFilter const& filter, model::Document const& doc)
{
    std::string out;
    auto add = [&](std::string const& part) { out += (out.empty() ? "" : " · ") + part; };
    if (filter.only == PlaceFilter::Only::contested) add(ui.tr("filter.contested"));
    if (filter.only == PlaceFilter::Only::unplaced) add(ui.tr("filter.unplaced"));
    if (!filter.domain.empty()) add(filter.domain);
    if (filter.group)
        add(wording::frame_title(*ui.words, model::get<model::Group>(doc, filter.group).title));
    return out.empty() ? ui.tr("filter.all") : out;
}

bool draw_filter_menu(Ui& ui, PlaceFilter& filter, Workshop const& workshop,
                      base::Rect const& anchor)
{
    using Only = PlaceFilter::Only;
    using Kind = MenuItem::Kind;
    auto const& doc = workshop.doc();
    auto const domains = domains_of(doc);
    std::vector<model::GroupId> groups;
    for (auto const& [id, group] : model::table<model::Group>(doc)) groups.push_back(id);
    std::vector<std::pair<std::string, std::string>> said; // ids and labels, alive while drawn
    said.reserve(8 + domains.size() + groups.size());
    std::vector<MenuItem> items;
    auto add = [&](std::string id, std::string label, Kind kind) {
        said.emplace_back(std::move(id), std::move(label));
        items.push_back({said.back().first, said.back().second, 0, {}, Enabled::yes, kind});
    };
    auto chosen = [](bool on) { return on ? Kind::chosen : Kind::action; };
    add("filter.all", ui.tr("filter.all"), chosen(!filter.narrows()));
    add("filter.contested", ui.tr("filter.contested"), chosen(filter.only == Only::contested));
    add("filter.unplaced", ui.tr("filter.unplaced"), chosen(filter.only == Only::unplaced));
    if (!domains.empty()) add("filter.domains", ui.tr("filter.domains"), Kind::heading);
    for (std::size_t i = 0; i < domains.size(); ++i)
        add("filter.domain." + std::to_string(i), domains[i], chosen(filter.domain == domains[i]));
    if (!groups.empty()) add("filter.groups", ui.tr("filter.groups"), Kind::heading);
    for (std::size_t i = 0; i < groups.size(); ++i)
        add("filter.group." + std::to_string(i),
            wording::frame_title(*ui.words, model::get<model::Group>(doc, groups[i]).title),
            chosen(filter.group == groups[i]));
    auto const answer = menu(ui, "filter", anchor, items, Align::right);
    auto turn = [&](Only only) { filter.only = filter.only == only ? Only::all : only; };
    if (answer.id == "filter.all") filter = {};
    if (answer.id == "filter.contested") turn(Only::contested);
    if (answer.id == "filter.unplaced") turn(Only::unplaced);
    if (answer.id.starts_with("filter.domain.")) {
        auto const& domain = domains[place_in(answer.id)];
        filter.domain = filter.domain == domain ? std::string() : domain;
    }
    if (answer.id.starts_with("filter.group.")) {
        auto const group = groups[place_in(answer.id)];
        filter.group = filter.group == group ? model::GroupId{} : group;
    }
    return answer.closed;
}

} // namespace ui
