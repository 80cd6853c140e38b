#pragma once

#include "federation/history.h"
#include "federation/servers.h"

// Several machines with their links and real servers between them; the acts and faults are drawn
// from a seed, their times are the real ones.
namespace support {

class Storm : public History {
public:
    struct Weather {
        int machines = 3;
        int steps = 200;    // of a few milliseconds each
        int fault_each = 9; // one of so many steps, on average
        bool ballots = false;
    };
    // The servers of a history, in a folder of its own.
    using Make = std::function<std::unique_ptr<Servers>(std::filesystem::path const& folder)>;
    Storm(unsigned seed, Make const& make, Weather weather);
    ~Storm();
    Storm(Storm const&) = delete;
    Storm& operator=(Storm const&) = delete;

    void run();
    void heal();
    void check() { check_all(lines_, servers_->restored()); }

    [[nodiscard]] std::size_t entries() const { return lines_.size(); }
    [[nodiscard]] Servers& servers() { return *servers_; }
    // A machine acts; all go on for so long; until all have everything. The lines of the stream
    // that are read then.
    void act_once(int station) { act(*stations_.at(static_cast<std::size_t>(station))); }
    void go_on(std::chrono::milliseconds time);
    bool settle(std::chrono::seconds patience);

private:
    void begin(Station& station);
    void end(Station& station);
    void pump(Station& station);
    void pump_all();
    void step();
    bool read_lines();

    Weather weather_;
    std::unique_ptr<Servers> servers_;
    std::string session_;
    std::vector<std::unique_ptr<federation::Link>> links_;
    std::vector<std::string> lines_;
};

} // namespace support
