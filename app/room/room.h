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

// Request handling without sockets, on one thread. Changes of the session are posted to its mailbox
// and answered after its reply.
namespace room {

// The actor of all phones. A single one, so that the journal does not link the proposals of a
// phone.
constexpr edit::Actor phones{{3}, edit::Role::participant};

// The languages of phones.
struct Language {
    i18n::Catalogue const& french;
    i18n::Catalogue const& english;
    // The document as shown in a language ("fr", "en"); empty: unchanged. Called on any thread.
    std::function<model::Document(model::Document const&, std::string const&)> worded = {};
    [[nodiscard]] i18n::Catalogue const& of(std::string_view name) const
    {
        return name == "en" ? english : french;
    }
};

// The references must outlive the Room.
struct Parts {
    Language words;
    base::Clock& clock;
    Seats seats;
    Assets assets;
    Fates fates;
    session::View view;
    Hosts hosts;
    // Posts to the session; false when refused. The reply must be called on the room's thread.
    std::function<bool(session::Message)> post;
    // Called when the state of some phone may have changed.
    std::function<void()> changed;
    std::string organisation = {}; // of the legal notice; may be empty
};

class Room {
public:
    explicit Room(Parts parts);

    // Sets the current View. Ballots of rounds that are not open any more are forgotten.
    void show(session::View view);
    void reach(Hosts hosts) { parts_.hosts = std::move(hosts); }

    // The connection becomes an event stream.
    struct Stream {
        Seat* seat = nullptr;
        std::string language;
    };
    using Reply = std::variant<Response, Stream>;
    using Told = std::function<void(Reply)>;
    // Calls `told` once: before returning, or after the session's reply.
    void answer(Request const& request, Told told);

    // The seat that its cookie shows; null: none.
    [[nodiscard]] Seat* seat_of(Request const& request);
    [[nodiscard]] std::string state(Seat const& seat, std::string const& language);
    // See Projection::count.
    [[nodiscard]] std::string count();
    [[nodiscard]] Seats const& seats() const { return parts_.seats; }
    // Drops the callbacks of pending requests.
    void drop_pending() { lately_.clear(); }
    // Destroys the seats.
    base::Result<void> close() { return parts_.seats.destroy(); }

    static constexpr std::size_t proposals_most = 200; // of a seat
    static constexpr std::size_t acts_kept = 64;       // of a seat
    static constexpr std::size_t acts_most = 30;       // in acts_span_ms
    static constexpr std::int64_t acts_span_ms = 10'000;

private:
    using Body = nlohmann::json;
    // Recent acts of a seat, for idempotence.
    struct Lately {
        std::deque<std::pair<std::string, Response>> done;
        std::map<std::string, std::vector<Told>> waiting; // by act
        Pace pace{acts_most, acts_span_ms};
        std::optional<OwnBallot> ballot;
    };
    // An act that needs the session's reply.
    struct Doing {
        session::Message message;
        std::function<Response(session::Answer const&)> then;
    };
    using Begun = std::variant<Refusal, Response, Doing>;

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
    [[nodiscard]] base::Result<void> check(Seat const& seat, model::RoundId id,
                                           model::Ballot const& ballot) const;

    Parts parts_;
    std::array<std::optional<Projection>, 2> projections_; // French, English
    std::map<Seat const*, Lately> lately_;
    WrongCodes wrong_codes_;
    analysis::Likeness likeness_;
};

} // namespace room
