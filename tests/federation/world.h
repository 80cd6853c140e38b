#pragma once

#include "federation/history.h"
#include "federation/memory_stream.h"

// Several machines around a stream in memory, with everything that can go wrong between them, in an
// order drawn from a seed.
namespace support {

class World : public History {
public:
    // How bad it gets.
    struct Weather {
        bool ballots = true, roll_back = false;
        int machines = 3, steps = 260;
        bool full_disks = false;
    };
    World(unsigned seed, Weather weather);

    void run();
    // Ends all faults and lets every machine hear everything.
    void heal();
    // Asserts what must hold then.
    void check() { check_all(stream_.lines(), rolled_back_); }

    [[nodiscard]] std::size_t entries() const { return stream_.lines().size() - 1; }

private:
    void deliver(Station& station);
    void work(Station& station);
    void link(Station& station);
    void cut(Station& station);
    void step();
    void settle();

    Weather weather_;
    federation::MemoryStream stream_;
    std::int64_t now_ms_ = 0; // monotonic
    bool rolled_back_ = false;
};

} // namespace support
