#pragma once

#include "federation/memory_stream.h"
#include "federation/world.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace support {

// Two machines and a stream, without faults but those that a test asks for.
class Pair {
    TemporaryFolder folder_; // before those who have files of it open

public:
    Pair()
    {
        for (int i = 0; i < 2; ++i)
            stations.push_back(
                std::make_unique<Station>(folder_ / ("poste-" + std::to_string(i)), i, 5));
        REQUIRE(journal::FileLog::create(a().file(), 1, {&a().disk, {}}));
        a().start();
        talk();
        b().receive(stream.lines());
        b().start();
        talk();
    }
    Station& a() { return *stations[0]; }
    Station& b() { return *stations[1]; }
    // Until there is nothing more to do, between the machines that are linked.
    void talk()
    {
        for (int round = 0; round < 60; ++round)
            for (auto& one : stations) {
                if (!one->runs() || away.contains(one->index)) continue;
                handle(*one, federation::Linked{stream.lines().size()});
                while (!one->tasks.empty()) work(*one);
            }
    }
    void leave(Station& station)
    {
        away.insert(station.index);
        station.tasks.clear();
        (void)station.machine().handle(federation::Cut{}, now_ += 10);
    }
    void come_back(Station& station)
    {
        away.erase(station.index);
        talk();
    }
    federation::Outcome outcome_of(Station& station, std::string const& label)
    {
        for (auto const& one : station.machine().replica().take_outcomes())
            if (one.label == label) return one;
        FAIL("no outcome of " << label);
        return {};
    }
    static model::CaseId add(Station& station, std::string const& title, base::Vec2 at = {1, 2})
    {
        model::Case text;
        text.title = title;
        auto const id = station.session().mint<model::CaseId>();
        REQUIRE(
            station.session().submit(station.machine().who(), edit::AddCases{{{id, text, at}}}));
        return id;
    }
    static std::optional<base::Vec2> place_of(Station& station, model::CaseId id)
    {
        auto const* found = model::find<model::CardPlace>(station.session().document(), id);
        return found ? std::optional(found->at) : std::nullopt;
    }
    static int number_of(Station& station, model::CaseId id)
    {
        return model::get<model::Case>(station.session().document(), id).number;
    }

    void wait(std::int64_t ms) { now_ += ms; }
    [[nodiscard]] std::int64_t now() const { return now_; }

    federation::MemoryStream stream;
    std::vector<std::unique_ptr<Station>> stations;
    std::set<int> away;

private:
    void handle(Station& station, federation::Event const& event)
    {
        for (auto& task : station.machine().handle(event, now_ += 10))
            station.tasks.push_back(std::move(task));
    }
    void work(Station& station)
    {
        auto const task = std::move(station.tasks.front());
        station.tasks.pop_front();
        if (auto const* publish = std::get_if<federation::Replica::Publish>(&task))
            handle(station, federation::Answered{publish->ticket,
                                                 stream.append(publish->line, publish->after)});
        else if (auto const* read = std::get_if<federation::Replica::Read>(&task))
            handle(station, federation::Came{read->from, *stream.read(read->from, 100)});
        else if (auto const* say = std::get_if<federation::Say>(&task)) {
            for (auto& other : stations)
                if (other.get() != &station && other->runs() && !away.contains(other->index))
                    handle(*other, federation::Heard{say->bytes});
        } else
            handle(station, federation::Linked{*stream.last()});
    }
    std::int64_t now_ = 0;
};

} // namespace support
