#include "ui/room_clouds.h"

#include <algorithm>

namespace ui {

std::optional<model::RoundId> open_estimating(model::Document const& doc)
{
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc))
        if (status.state == model::RoundState::open &&
            model::get<model::Round>(doc, id).method == model::Method::estimate)
            return id;
    return std::nullopt;
}

RoomClouds::OfAxis const& clouds_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis)
{
    auto const entries = workshop.session.log().size();
    if (room.entries != entries) room = {entries, {}, std::nullopt};
    if (auto const known = room.axes.find(axis); known != room.axes.end()) return known->second;
    auto clouds = analysis::all_clouds(workshop.doc(), axis);
    if (auto const open = open_estimating(workshop.doc())) {
        auto const round = model::get<model::Round>(workshop.doc(), *open);
        if (std::ranges::find(round.axes, axis) != round.axes.end())
            std::erase_if(clouds, [&](auto const& rounds) {
                return std::ranges::find(round.cases, rounds.front().on) != round.cases.end();
            });
    }
    return room.axes.emplace(axis, std::move(clouds)).first->second;
}

std::span<analysis::Cloud const> rounds_of(RoomClouds& room, Workshop const& workshop,
                                           model::PlacementKey const& key)
{
    for (auto const& rounds : clouds_on(room, workshop, key.axis))
        if (rounds.front().on == key.on) return rounds;
    return {};
}

analysis::Cloud const* cloud_of(RoomClouds& room, Workshop const& workshop,
                                model::PlacementKey const& key)
{
    auto const rounds = rounds_of(room, workshop, key);
    return rounds.empty() ? nullptr : &rounds.back();
}

RoomClouds::Debate const& debate_of(RoomClouds& room, Workshop const& workshop,
                                    model::PlacementKey const& key)
{
    auto const rounds = rounds_of(room, workshop, key);
    if (!room.debate || room.debate->key != key) {
        room.debate = RoomClouds::Debate{key, std::nullopt, analysis::proposed_stop(rounds)};
        if (rounds.size() >= 2)
            room.debate->movement = analysis::movement(rounds[rounds.size() - 2], rounds.back());
    }
    return *room.debate;
}

} // namespace ui
