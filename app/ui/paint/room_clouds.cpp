#include "ui/paint/room_clouds.h"

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

namespace {

// Removes the cases that the open round asks for.
void leave_out_what_is_asked(RoomClouds::OfAxis& clouds, model::Document const& doc,
                             model::AxisId axis)
{
    auto const open = open_estimating(doc);
    if (!open) return;
    auto const round = model::get<model::Round>(doc, *open);
    if (std::ranges::find(round.axes, axis) == round.axes.end()) return;
    std::erase_if(clouds, [&](auto const& rounds) {
        return std::ranges::find(round.cases, rounds.front().on) != round.cases.end();
    });
}

RoomClouds::OneAxis const& one_axis(RoomClouds& room, Workshop const& workshop, model::AxisId axis)
{
    auto& figure = room.axes.try_emplace(axis, "clouds").first->second;
    return figure.get(workshop.source(), [&](model::Document const& doc) {
        RoomClouds::OneAxis one;
        one.clouds = analysis::all_clouds(doc, axis);
        leave_out_what_is_asked(one.clouds, doc, axis);
        one.agreed = analysis::agreed_among(one.clouds);
        return one;
    });
}

} // namespace

RoomClouds::OfAxis const& clouds_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis)
{
    return one_axis(room, workshop, axis).clouds;
}

RoomClouds::OfAxis const& agreed_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis)
{
    return one_axis(room, workshop, axis).agreed;
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
    return room.debate.get(workshop.source(), key, [&](auto const&, auto const&) {
        auto const rounds = rounds_of(room, workshop, key);
        RoomClouds::Debate out;
        out.stop = analysis::proposed_stop(rounds);
        if (rounds.size() >= 2)
            out.movement = analysis::movement(rounds[rounds.size() - 2], rounds.back());
        return out;
    });
}

} // namespace ui
