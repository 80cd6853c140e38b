#include "federation/storm.h"

#include "journal/file_log.h"

#include <doctest/doctest.h>

#include <thread>

namespace support {

using federation::Link;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

namespace {

// Three servers that write through to a disk which others fill take long to choose the one that
// leads.
constexpr seconds patience_at_start{180}, patience_at_end{180};
constexpr std::size_t lines_of_a_read = 500;

std::int64_t monotonic_now()
{
    return std::chrono::duration_cast<milliseconds>(Clock::now().time_since_epoch()).count();
}

} // namespace

Storm::Storm(unsigned seed, Make const& make, Weather weather)
    : History(seed)
    , weather_(weather)
    , servers_(make(folder_ / "serveurs"))
{
    add_stations(weather.machines);
    links_.resize(stations_.size());
    auto& first = *stations_.front();
    auto made = journal::FileLog::create(first.file(), 1, {&first.disk, {}});
    REQUIRE(made);
    session_ = made->log->header().session;
    made->log.reset();
    begin(first);
    auto const until = Clock::now() + patience_at_start;
    auto const& replica = first.machine().replica();
    auto const ready = [&] { return replica.in_step() && replica.pending() == 0 && read_lines(); };
    while (!ready()) {
        CAPTURE(replica.is_linked());
        CAPTURE(replica.in_step());
        REQUIRE(Clock::now() < until);
        pump_all();
    }
    for (auto& one : stations_) {
        if (one->runs()) continue;
        one->receive(lines_);
        begin(*one);
    }
}

Storm::~Storm()
{
    for (auto& link : links_) link.reset();
}

void Storm::begin(Station& station)
{
    station.start();
    links_[static_cast<std::size_t>(station.index)] =
        std::make_unique<Link>(servers_->connect(station.index, session_), [] {});
}

void Storm::end(Station& station)
{
    links_[static_cast<std::size_t>(station.index)].reset();
    station.end();
}

void Storm::pump(Station& station)
{
    if (!station.runs()) return;
    auto& link = *links_[static_cast<std::size_t>(station.index)];
    auto const before = station.log().shared();
    for (auto const& event : link.take())
        link.add(station.machine().handle(event, monotonic_now()));
    link.add(station.machine().tick(monotonic_now()));
    note_shared(station, before);
}

void Storm::pump_all()
{
    for (auto& one : stations_) pump(*one);
    std::this_thread::sleep_for(milliseconds(3));
}

void Storm::go_on(milliseconds time)
{
    for (auto const until = Clock::now() + time; Clock::now() < until;) pump_all();
}

void Storm::step()
{
    constexpr std::uint64_t clock_jump_ms = 100'000'000;
    auto& station = some();
    if (!station.runs()) {
        begin(station);
        return;
    }
    if (below(static_cast<std::uint64_t>(weather_.fault_each)) == 0) {
        servers_->disturb([this](std::uint64_t n) { return below(n); });
        return;
    }
    switch (below(30)) {
    case 0: end(station); break;
    case 1:
        station.clock.t += static_cast<std::int64_t>(below(2 * clock_jump_ms)) -
                           static_cast<std::int64_t>(clock_jump_ms);
        break;
    case 2: links_[static_cast<std::size_t>(station.index)]->hurry(); break;
    default: weather_.ballots&& below(2) == 0 ? vote(station) : act(station);
    }
}

void Storm::run()
{
    for (int i = 0; i < weather_.steps; ++i) {
        step();
        go_on(milliseconds(below(20)));
    }
}

bool Storm::read_lines()
{
    auto const wire = servers_->connect(0, session_)();
    if (!wire) return false;
    auto const last = (*wire)->last();
    if (!last) return false;
    lines_.clear();
    while (lines_.size() < *last) {
        auto part = (*wire)->read(lines_.size() + 1, lines_of_a_read);
        if (!part) return false;
        lines_.insert(lines_.end(), part->begin(), part->end());
    }
    return true;
}

bool Storm::settle(seconds patience)
{
    auto const until = Clock::now() + patience;
    int calm = 0; // times in a row that all were at rest
    while (Clock::now() < until) {
        go_on(milliseconds(100));
        std::uint64_t lines = 0;
        for (auto const& one : stations_)
            if (!one->machine().replica().stopped())
                lines = std::max(lines, one->log().shared() + 1);
        bool const rest =
            std::ranges::all_of(stations_, [&](auto const& one) { return at_rest(*one, lines); });
        calm = rest ? calm + 1 : 0;
        if (calm >= 5 && read_lines() && lines_.size() == lines) return true;
    }
    for (auto& one : stations_) {
        auto const& replica = one->machine().replica();
        MESSAGE("machine ", one->index, ": linked ", replica.is_linked(), ", in step ",
                replica.in_step(), ", entries ", one->log().shared(), ", pending ",
                replica.pending(), replica.hindered() ? ", " + replica.hindered()->where : "",
                replica.stopped() ? ", " + replica.stopped()->where : "");
    }
    return false;
}

void Storm::heal()
{
    servers_->heal();
    for (auto& one : stations_) {
        if (!one->runs()) begin(*one);
        links_[static_cast<std::size_t>(one->index)]->hurry();
    }
    REQUIRE(settle(patience_at_end));
    if (!weather_.ballots) return;
    close_open_vote();
    go_on(seconds(2));
    REQUIRE(settle(patience_at_end));
}

} // namespace support
