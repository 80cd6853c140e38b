#pragma once

#include "federation/machine.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

// Several machines of one shared session: what they do, drawn from a seed, what they were told, and
// what must hold at the end. The stream between them is of World, or of Storm.
namespace support {

// Writes and reads as usual but does not wait for the disk: the tests end processes, not machines.
struct QuickDisk : platform::Disk {
    std::optional<std::size_t> room; // bytes that it still takes; none: any number
    platform::Tried<std::size_t> write(platform::File const& file, std::string_view bytes) override
    {
        return within(bytes, [&](auto part) { return Disk::write(file, part); });
    }
    platform::Tried<std::size_t> write_at(platform::File const& file, std::int64_t at,
                                          std::string_view bytes) override
    {
        return within(bytes, [&](auto part) { return Disk::write_at(file, at, part); });
    }
    template <class Write>
    platform::Tried<std::size_t> within(std::string_view bytes, Write&& write)
    {
        if (!room) return write(bytes);
        if (*room == 0) return tl::unexpected(platform::Refused{platform::Refusal::full, 0});
        auto const part = bytes.substr(0, *room);
        *room -= part.size();
        return write(part);
    }
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
    Station(std::filesystem::path folder, int index, unsigned seed);

    // Writes its session file from the lines of the stream.
    void receive(std::vector<std::string> const& lines) const;
    void start(model::SitePart part = model::SitePart::facilitator);
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
    // Without a link of its own, in World.
    std::deque<federation::Task> tasks;   // to be done
    std::deque<federation::Event> events; // on their way to it
    bool linked = false;
    std::set<std::string> acknowledged; // hashes of its entries that became shared
    std::map<model::RoundId, std::map<std::string, int>> box; // ballots confirmed, by token
    std::vector<federation::Outcome> outcomes;
    std::set<model::SiteId> sites; // that it was
    ShiftedClock clock;
    QuickDisk disk;

private:
    std::filesystem::path folder_;
    SeededRandomSource random_;
    federation::OpenedShared opened_;
    std::unique_ptr<federation::Machine> machine_;
};

class History {
public:
    explicit History(unsigned seed);

    [[nodiscard]] std::size_t refusals() const { return refusals_; }
    [[nodiscard]] std::size_t stopped() const { return stopped_; }
    [[nodiscard]] std::size_t counted() const { return counted_; }
    [[nodiscard]] std::size_t compared() const { return compared_; } // of these, room by room

protected:
    std::uint64_t below(std::uint64_t n) { return engine_() % n; }
    Station& some() { return *stations_[below(stations_.size())]; }
    void add_stations(int number);
    // One act of a station: with cases, or with a vote.
    void act(Station& station);
    void vote(Station& station);
    // Entries of its own that it now takes for shared, after `before`, and boxes that were asked
    // for. To be called whenever a station has heard of something.
    void note_shared(Station& station, std::uint64_t before);
    // Whether a station has everything and knows it; a stopped one has.
    [[nodiscard]] static bool at_rest(Station& station, std::uint64_t lines);
    // Asks for the ballots of a vote that is still open, by the first station that runs well.
    void close_open_vote();
    // Asserts what must hold when all are linked and heard everything. `lines`: of the stream;
    // `restored`: whether its store was put back to an earlier state.
    void check_all(std::vector<std::string> const& lines, bool restored);

    unsigned seed_;
    TemporaryFolder folder_;
    std::vector<std::unique_ptr<Station>> stations_;

private:
    void check_ballots(model::Document const& doc);
    void check_rooms(model::Document const& doc, model::RoundId round,
                     std::map<std::size_t, std::multiset<int>> const& boxes);

    std::mt19937_64 engine_;
    int marks_ = 0;                   // of acts, each once
    std::map<std::string, int> made_; // title of a case, and the station that made it
    // What the boxes held when a collection was asked for, by its key and site.
    std::map<std::pair<std::string, model::SiteId>, std::multiset<int>> frozen_;
    std::size_t refusals_ = 0, stopped_ = 0, counted_ = 0, compared_ = 0;
};

} // namespace support
