#pragma once

#include "federation/stream.h"

namespace federation {

// A stream in memory, for tests: the calls of all machines on one value, with faults on demand.
// Not for several threads.
class MemoryStream : public Stream {
public:
    // What goes wrong with the next call of append.
    enum class Fault {
        none,
        lost,        // the line does not arrive; no answer
        answer_lost, // the line is stored; no answer
        late,        // no answer; the line arrives at `deliver_late`
        no_room      // refused at present
    };

    Appended append(std::string const& line, std::uint64_t after) override;
    base::Result<std::vector<std::string>> read(std::uint64_t from, std::size_t most) override;
    base::Result<std::uint64_t> last() override;

    void fail_next(Fault fault) { fault_ = fault; }
    // Lets the lines arrive that were late.
    void deliver_late();
    // Restores the store to an earlier state.
    void roll_back(std::uint64_t to);
    [[nodiscard]] std::vector<std::string> const& lines() const { return lines_; }

private:
    struct Late {
        std::string line;
        std::uint64_t after = 0;
    };
    std::vector<std::string> lines_;
    std::vector<Late> late_;
    Fault fault_ = Fault::none;
};

} // namespace federation
