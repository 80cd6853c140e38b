#pragma once

#include "session/session.h"

#include <random>

// Runs random commands of several people on a session, many of them invalid.
namespace support {

struct TickingClock : base::Clock {
    std::int64_t t = 1'790'000'000'000;
    std::int64_t now_ms() override { return t += 10; }
};

struct SeededRandomSource : base::RandomSource {
    explicit SeededRandomSource(std::uint64_t seed)
        : engine(seed)
    {
    }
    std::uint64_t draw() override { return engine(); }
    std::mt19937_64 engine;
};

class RandomWorkshop {
public:
    RandomWorkshop(session::Session& on, unsigned seed)
        : session_(on)
        , engine_(seed)
    {
    }

    // One random command by one of three people; it may be refused.
    void step();
    void steps(int n)
    {
        for (int i = 0; i < n; ++i) step();
    }

    // Whether the last action was a command, an undo or a redo.
    enum class Did { command, undo, redo };
    edit::Actor who;
    Did did = Did::command;

private:
    std::uint64_t below(std::uint64_t n) { return engine_() % n; }
    template <class R>
    typename R::Key some_key();
    edit::Command some_command();
    edit::Command some_case_command();
    edit::Command some_round_command();
    edit::Command some_placing_command();
    model::Ballot some_ballot(model::Round const& rules);
    edit::Command some_board_command();
    edit::Command some_annotation_command();
    edit::Command some_guard_command();
    edit::Command some_layout();
    std::string some_text();
    base::Vec2 some_place();

    session::Session& session_;
    std::mt19937_64 engine_;
};

} // namespace support
