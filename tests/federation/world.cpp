#include "federation/world.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace support {

using federation::Event;
using federation::Task;

World::World(unsigned seed, Weather weather)
    : History(seed)
    , weather_(weather)
{
    add_stations(weather.machines);
    auto& first = *stations_.front();
    REQUIRE(journal::FileLog::create(first.file(), 1, {&first.disk, {}}));
    first.start();
    link(first);
    for (int i = 0; i < 40; ++i) work(first), deliver(first);
    for (auto& one : stations_) {
        if (one->runs()) continue;
        one->receive(stream_.lines());
        one->start();
        link(*one);
    }
}

void World::link(Station& station)
{
    if (station.linked) return;
    station.linked = true;
    station.events.push_back(federation::Linked{stream_.lines().size()});
}

// Messages on their way are lost; the stream may have got some of them.
void World::cut(Station& station)
{
    if (!station.linked) return;
    station.linked = false;
    if (below(2) == 0) work(station);
    station.tasks.clear();
    station.events.clear();
    station.events.push_back(federation::Cut{});
}

// Its link does one task.
void World::work(Station& station)
{
    if (!station.linked || station.tasks.empty()) return;
    auto const task = std::move(station.tasks.front());
    station.tasks.pop_front();
    if (auto const* publish = std::get_if<federation::Replica::Publish>(&task))
        station.events.push_back(
            federation::Answered{publish->ticket, stream_.append(publish->line, publish->after)});
    if (auto const* read = std::get_if<federation::Replica::Read>(&task))
        station.events.push_back(
            federation::Came{read->from, *stream_.read(read->from, 1 + below(6))});
    if (std::get_if<federation::Replica::Look>(&task))
        station.events.push_back(federation::Linked{*stream_.last()});
    if (auto const* say = std::get_if<federation::Say>(&task))
        for (auto& other : stations_)
            if (other.get() != &station && other->linked && below(4) != 0)
                for (auto times = 1 + below(2); times > 0; --times)
                    other->events.push_back(federation::Heard{say->bytes});
}

// It hears of one event.
void World::deliver(Station& station)
{
    if (!station.runs()) return;
    auto const before = station.log().shared();
    std::vector<Task> tasks;
    // Each machine is heard by all others every two seconds.
    now_ms_ += static_cast<std::int64_t>(below(3600 / (stations_.size() * stations_.size())));
    if (station.events.empty()) {
        tasks = station.machine().tick(now_ms_);
    } else {
        auto const event = std::move(station.events.front());
        station.events.pop_front();
        tasks = station.machine().handle(event, now_ms_);
    }
    for (auto& task : tasks)
        if (station.linked) station.tasks.push_back(std::move(task));
    note_shared(station, before);
}

void World::step()
{
    using Fault = federation::MemoryStream::Fault;
    auto& station = some();
    if (!station.runs()) {
        station.disk.room.reset();
        if (below(3) == 0) station.start();
        return;
    }
    if (weather_.full_disks && below(30) == 0) {
        if (station.disk.room)
            station.disk.room.reset();
        else
            station.disk.room = below(4000);
    }
    // As the link does: it looks at the length of the stream from time to time.
    if (station.linked && below(30) == 0)
        station.events.push_back(federation::Linked{stream_.lines().size()});
    switch (below(40)) {
    case 0: cut(station); break;
    case 1:
    case 2: link(station); break;
    case 3: // kill -9, with what is under way
        if (below(3) == 0) station.end();
        break;
    case 4: stream_.fail_next(static_cast<Fault>(below(5))); break;
    case 5: stream_.deliver_late(); break;
    case 6: station.clock.t += static_cast<std::int64_t>(below(200'000'000)) - 100'000'000; break;
    case 7:
        if (weather_.roll_back && !rolled_back_ && below(6) == 0) {
            rolled_back_ = true;
            auto const lines = stream_.lines().size();
            stream_.roll_back(lines - std::min<std::size_t>(lines, below(12)));
            for (auto& one : stations_)
                one->tasks.clear(), cut(*one); // a new process: nothing arrives late
        }
        break;
    case 8:
    case 9:
    case 10:
    case 11: act(station); break;
    case 12:
    case 13:
    case 14:
    case 15:
    case 16:
    case 17: weather_.ballots ? vote(station) : deliver(station); break;
    default:
        if (below(2) == 0)
            work(station);
        else
            deliver(station);
    }
}

void World::run()
{
    for (int i = 0; i < weather_.steps; ++i) step();
}

void World::settle()
{
    auto const busy = [&] {
        return !std::ranges::all_of(
            stations_, [&](auto const& one) { return at_rest(*one, stream_.lines().size()); });
    };
    for (int round = 0; round < 4000 && (round < 60 || busy()); ++round) {
        now_ms_ += 100;
        for (auto& one : stations_) {
            // As the link does: it looks at the length of the stream from time to time.
            if (round % 8 == 0) one->events.push_back(federation::Linked{stream_.lines().size()});
            for (auto left = one->tasks.size(); left > 0; --left) work(*one);
            for (auto left = one->events.size() + 1; left > 0; --left) deliver(*one);
        }
    }
}

void World::heal()
{
    stream_.fail_next(federation::MemoryStream::Fault::none);
    stream_.deliver_late();
    for (auto& one : stations_) {
        one->disk.room.reset();
        if (!one->runs()) one->start();
        link(*one);
    }
    settle();
    close_open_vote();
    settle();
}

} // namespace support
