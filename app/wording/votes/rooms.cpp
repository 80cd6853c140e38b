#include "wording/votes/rooms.h"

#include "model/rooms.h"
#include "wording/lists.h"
#include "wording/votes/results.h"

#include <map>

namespace wording {
namespace {

using i18n::Catalogue;
using model::SiteId;

constexpr std::size_t joined_most = 3; // rooms that are told as one

// One site of each room, by number: the machines of a room share its number.
std::map<int, SiteId> by_number(model::Document const& doc, std::vector<SiteId> const& sites)
{
    std::map<int, SiteId> out;
    for (auto id : sites) out.insert_or_assign(model::get<model::Site>(doc, id).number, id);
    return out;
}

std::string name_of_site(Catalogue const& words, model::Document const& doc, SiteId id)
{
    auto const site = model::get<model::Site>(doc, id);
    return site.label.empty() ? words.text("rooms.room", model::letter_of(site.number))
                              : site.label;
}

bool compares_rooms(model::Round const& round)
{
    return round.rooms == model::Rooms::compared && model::can_compare_rooms(round);
}

} // namespace

std::string rooms_compared(Catalogue const& words, model::Round const& round)
{
    return compares_rooms(round) ? words.plural("method.rooms.say", model::room_least)
                                 : std::string{};
}

std::string rooms_rule(Catalogue const& words, model::Round const& round)
{
    return compares_rooms(round) ? words.plural("method.rooms.rules", model::room_least)
                                 : std::string{};
}

std::string room_name(Catalogue const& words, model::Document const& doc,
                      std::vector<SiteId> const& sites)
{
    auto const rooms = by_number(doc, sites);
    if (rooms.size() > joined_most)
        return words.plural("results.rooms.joined", static_cast<std::int64_t>(rooms.size()));
    std::string out;
    for (auto const& [number, id] : rooms)
        out += (out.empty() ? "" : " + ") + name_of_site(words, doc, id);
    return out;
}

std::string room_letters(model::Document const& doc, std::vector<SiteId> const& sites)
{
    auto const rooms = by_number(doc, sites);
    std::string out;
    for (auto const& [number, id] : rooms) {
        if (rooms.size() > joined_most) return model::letter_of(number) + "…";
        out += (out.empty() ? "" : "+") + model::letter_of(number);
    }
    return out;
}

std::string room_ballots(Catalogue const& words, model::Document const& doc,
                         analysis::RoomTally const& room)
{
    return words.text("results.rooms.ballots", room_name(words, doc, room.sites),
                      words.plural("vote.line.ballots", room.tally.voters));
}

std::string not_compared(Catalogue const& words, model::Document const& doc, model::RoundId round)
{
    auto const state = model::get<model::RoundStatus>(doc, round).state;
    bool const over = state == model::RoundState::closed || state == model::RoundState::revealed;
    if (!over || !compares_rooms(model::get<model::Round>(doc, round)) ||
        model::find<model::ByRoom>(doc, round))
        return {};
    auto const collection = model::get<model::Collection>(doc, round);
    auto counted = by_number(doc, collection.expected);
    for (auto const& [number, id] : by_number(doc, collection.missing)) counted.erase(number);
    return counted.size() > 1 ? words.plural("results.rooms.few", model::room_least)
                              : words.text("results.rooms.one");
}

std::string room_gap(Catalogue const& words, model::Document const& doc,
                     analysis::RoomTallies const& rooms, analysis::RoomGap const& gap)
{
    auto const named = [&](std::size_t at) { return room_name(words, doc, rooms.rooms[at].sites); };
    return words.text("results.rooms.gap", case_named(words, doc, gap.on), gap.best_rank,
                      named(gap.best), gap.worst_rank, named(gap.worst));
}

std::string about_gaps(Catalogue const& words, analysis::RoomTallies const& rooms)
{
    return words.text(rooms.gaps.empty() ? "results.rooms.alike" : "results.rooms.chance");
}

std::string counted_without(Catalogue const& words, model::Document const& doc,
                            model::RoundId round)
{
    auto const* collection = model::find<model::Collection>(doc, round);
    if (!collection || collection->missing.empty()) return {};
    std::vector<std::string> names;
    for (auto const& [number, id] : by_number(doc, collection->missing))
        names.push_back(name_of_site(words, doc, id));
    return words.text("results.rooms.without", listed(words, names));
}

std::vector<std::string> about_rooms(Catalogue const& words, model::Document const& doc,
                                     model::RoundId round,
                                     std::optional<analysis::RoomTallies> const& rooms)
{
    std::vector<std::string> out;
    if (auto without = counted_without(words, doc, round); !without.empty())
        out.push_back(std::move(without));
    if (auto why = not_compared(words, doc, round); !why.empty()) out.push_back(std::move(why));
    if (!rooms) return out;
    if (model::get<model::RoundStatus>(doc, round).by_hand > 0)
        out.push_back(words.text("results.rooms.hands"));
    for (auto const& gap : rooms->gaps) out.push_back(room_gap(words, doc, *rooms, gap));
    out.push_back(about_gaps(words, *rooms));
    return out;
}

} // namespace wording
