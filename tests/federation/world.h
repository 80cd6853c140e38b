#pragma once

#include "federation/machine.h"
#include "federation/memory_stream.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

// Several machines of one shared session around a stream in memory, with everything that can go
// wrong between them, in an order drawn from a seed.
namespace support {

// Writes and reads as usual but does not wait for the disk: the tests end processes, not machines.
struct QuickDisk : platform::Disk {
    platform::Tried<void> flush(platform::File const& /*file*/) override { return {}; }
    platform::Tried<void> flush_folder(std::filesystem::path const& /*folder*/) override
    {
        return {};
    }
};

struct ShiftedClock : base::Clock {
    std::int64_t t = 1'790'000'000'000;
    std::int64_t now_ms() override { return t += 10; }
};

// One machine: its files last, the rest can be ended and started again.
class Station {
public:
    Station(std::filesystem::path folder, int index, unsigned seed, QuickDisk& disk);

    // Writes its session file from the lines of the stream.
    void receive(std::vector<std::string> const& lines) const;
    void start();
    void end(); // like kill -9: nothing is said or written any more
    [[nodiscard]] bool runs() const { return machine_ != nullptr; }
    [[nodiscard]] session::Session& session() { return *opened_.session; }
    [[nodiscard]] federation::Machine& machine() { return *machine_; }
    [[nodiscard]] federation::SharedLog& log() { return *opened_.log; }
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "atelier.cadran"; }
    [[nodiscard]] std::string refused() const
    {
        return bytes_of(folder_ / "atelier.cadran.refused");
    }

    int index;
    std::deque<federation::Task> tasks;   // to be done by its link
    std::deque<federation::Event> events; // on their way to it
    bool linked = false;
    std::set<std::string> acknowledged; // hashes of its entries that became shared
    std::map<model::RoundId, std::map<std::string, int>> box; // ballots confirmed, by token
    std::vector<federation::Outcome> outcomes;
    std::set<model::SiteId> sites; // that it was
    ShiftedClock clock;

private:
    std::filesystem::path folder_;
    QuickDisk& disk_;
    SeededRandomSource random_;
    federation::OpenedShared opened_;
    std::unique_ptr<federation::Machine> machine_;
};

class World {
public:
    // How bad it gets.
    struct Weather {
        bool ballots = true, roll_back = false;
        int machines = 3, steps = 260;
    };
    World(unsigned seed, Weather weather);

    void run();
    // Ends all faults and lets every machine hear everything.
    void heal();
    // Asserts what must hold then.
    void check();

    [[nodiscard]] std::size_t entries() const { return stream_.lines().size() - 1; }
    [[nodiscard]] std::size_t refusals() const { return refusals_; }
    [[nodiscard]] std::size_t stopped() const { return stopped_; }
    [[nodiscard]] std::size_t counted() const { return counted_; }

private:
    std::uint64_t below(std::uint64_t n) { return engine_() % n; }
    Station& some() { return *stations_[below(stations_.size())]; }
    void act(Station& station);
    void vote(Station& station);
    void deliver(Station& station);
    void work(Station& station);
    void note_shared(Station& station, std::uint64_t before);
    void link(Station& station);
    void cut(Station& station);
    void step();
    void settle();
    void check_ballots(model::Document const& doc);

    unsigned seed_;
    Weather weather_;
    std::mt19937_64 engine_;
    TemporaryFolder folder_;
    QuickDisk disk_;
    federation::MemoryStream stream_;
    std::vector<std::unique_ptr<Station>> stations_;
    std::int64_t now_ms_ = 0;         // monotonic
    int marks_ = 0;                   // of acts, each once
    std::map<std::string, int> made_; // title of a case, and the station that made it
    // What the boxes held when a collection was asked for, by its key and site.
    std::map<std::pair<std::string, model::SiteId>, std::multiset<int>> frozen_;
    std::size_t refusals_ = 0, stopped_ = 0, counted_ = 0;
    bool rolled_back_ = false;
};

} // namespace support
