#pragma once

#include "analysis/similarity/likeness.h"
#include "base/clock.h"
#include "room/acts.h"
#include "room/assets.h"
#include "room/fates.h"
#include "room/limits.h"
#include "room/projection.h"
#include "room/seats.h"
#include "session/mailbox.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <variant>
#include <vector>

// The room: what phones ask of it and what they are answered. One thread, no socket, no clock of
// its own; what changes the session goes through the mailbox, and is answered when that has.
namespace room {

// Who proposes and votes by phone. One for all: what one phone proposed is not joined in the
// journal.
constexpr edit::Actor phones{{3}, edit::Role::participant};

struct Language {
    i18n::Catalogue const& french;
    i18n::Catalogue const& english;
    [[nodiscard]] i18n::Catalogue const& of(std::string_view name) const
    {
        return name == "en" ? english : french;
    }
};

// What the room is made of. What is referred to outlives it.
struct Parts {
    Language words;
    base::Clock& clock;
    Seats seats;
    Assets assets;
    Fates fates;
    session::View view;
    Hosts hosts;
    // To the session. Whether it was taken; the reply then comes on the room's own thread.
    std::function<bool(session::Message)> post;
    // What phones are shown is no longer what it was.
    std::function<void()> changed;
};

class Room {
public:
    explicit Room(Parts parts);

    // What the session says now.
    void show(session::View view);
    void reach(Hosts hosts) { parts_.hosts = std::move(hosts); }

    // Whose events are to follow, in which language.
    struct Stream {
        Seat* seat = nullptr;
        std::string language;
    };
    using Reply = std::variant<Response, Stream>;
    using Told = std::function<void(Reply)>;
    // `told` is called once: now, or when the session has answered.
    void answer(Request const& request, Told told);

    [[nodiscard]] std::string state(Seat const& seat, std::string const& language);
    [[nodiscard]] Seats const& seats() const { return parts_.seats; }
    // Whoever waits for an answer is told none.
    void let_go() { lately_.clear(); }
    // Every token is worth nothing from now on.
    base::Result<void> close() { return parts_.seats.destroy(); }

    static constexpr std::size_t proposals_most = 200; // of a seat
    static constexpr std::size_t acts_kept = 64;       // of a seat
    static constexpr std::size_t acts_most = 30;       // in acts_span_ms
    static constexpr std::int64_t acts_span_ms = 10'000;

private:
    using Body = nlohmann::json;
    // What a seat did lately, so that what is sent again is done once.
    struct Lately {
        std::deque<std::pair<std::string, Response>> done;
        std::map<std::string, std::vector<Told>> waiting; // by act
        Pace pace{acts_most, acts_span_ms};
        std::optional<OwnBallot> ballot;
    };
    // An act that the session has to answer, or that is done.
    struct Doing {
        session::Message message;
        std::function<Response(session::Answer const&)> then;
    };
    using Begun = std::variant<Refusal, Response, Doing>;

    [[nodiscard]] Seat* seat_of(Request const& request);
    [[nodiscard]] Projection const& projection(i18n::Catalogue const& words);
    [[nodiscard]] session::Message message(decltype(session::Message::what) what) const;
    Reply get(Request const& request);
    std::variant<Refusal, Response> join(Request const& request, Body const& body);
    void act(Request const& request, Seat& seat, Body const& body, Told told);
    Begun begin(std::string_view path, Seat& seat, std::string const& act, Body const& body);
    Begun propose(Seat& seat, std::string const& act, Body const& body);
    Begun cast(Seat& seat, Body const& body, model::Ballot const& ballot, char const* field);
    Begun withdraw(Seat& seat, Body const& body);
    std::variant<Refusal, Response> alike(Body const& body);
    [[nodiscard]] base::Result<void> check(Seat const& seat, model::Round const& round,
                                           model::Ballot const& ballot) const;

    Parts parts_;
    std::array<std::optional<Projection>, 2> projections_; // French, English
    std::map<Seat const*, Lately> lately_;
    WrongCodes wrong_codes_;
    analysis::Likeness likeness_;
};

} // namespace room
