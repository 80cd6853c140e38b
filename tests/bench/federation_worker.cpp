#include "bench/federation_worker.h"

#include "bench/figures.h"
#include "federation/invitation.h"
#include "federation/link.h"
#include "federation/nats/nats_wire.h"
#include "federation/server.h"
#include "model/turnout.h"
#include "platform/disk.h"

#include <nlohmann/json.hpp>

#include <condition_variable>
#include <iostream>
#include <random>
#include <sstream>
#include <thread>

namespace bench {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::int64_t now_us()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch())
        .count();
}

struct WallClock : base::Clock {
    std::int64_t now_ms() override
    {
        return std::chrono::duration_cast<milliseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
};

struct Dice : base::RandomSource {
    std::random_device device;
    std::uint64_t draw() override { return std::uint64_t{device()} << 32 | device(); }
};

// Does not wait for the disk: to write a large session before the measurement.
struct HastyDisk : platform::Disk {
    platform::Tried<void> flush(platform::File const& /*file*/) override { return {}; }
};

// The lines of standard input, and what wakes the machine.
struct Inbox {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::string> lines;
    bool rung = false, over = false;

    void ring()
    {
        std::lock_guard const lock(mutex);
        rung = true;
        changed.notify_one();
    }
    void read()
    {
        for (std::string line; std::getline(std::cin, line);) {
            std::lock_guard const lock(mutex);
            lines.push_back(line);
            changed.notify_one();
        }
        std::lock_guard const lock(mutex);
        over = true;
        changed.notify_one();
    }
    // False at the end.
    bool wait(std::string& line, milliseconds most)
    {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, most, [&] { return rung || over || !lines.empty(); });
        rung = false;
        line.clear();
        if (lines.empty()) return !over;
        line = std::move(lines.front());
        lines.pop_front();
        return true;
    }
};

class Worker {
public:
    Worker(MeetingPoint const& at, int machine, std::shared_ptr<Inbox> inbox)
        : inbox_(std::move(inbox))
        , random_(static_cast<unsigned>(machine))
    {
        address_ = {at.url, federation::server_user, sure(read(at, "password")),
                    sure(read(at, "certificate.pem")), federation::certificate_name};
        session_id_ = at.session;
        auto const file = at.file(machine);
        auto const begun = now_ms();
        if (!fs::exists(file)) {
            auto wire = sure(federation::connect_nats(address_, at.session));
            sure(federation::receive_session(*wire, file, 0));
        }
        opened_ = sure(
            federation::open_shared(file, {nullptr, file.parent_path() / "keys"}, clock_, dice_));
        machine_.emplace(
            opened_,
            federation::Self{"Salle " + std::to_string(machine), model::SitePart::facilitator, {}});
        connect();
        while (!settled()) rest();
        say({{"joined_ms", now_ms() - begun}});
    }

    // False for an unknown line.
    bool obey(std::string const& line)
    {
        std::istringstream words(line);
        std::string what;
        std::uint64_t first = 0, second = 0;
        words >> what >> first >> second;
        if (what == "entries")
            say({{"entries", opened_.log->shared()}, {"pending", opened_.log->pending().size()}});
        else if (what == "until")
            say({{"ms", until([&] { return opened_.log->shared() >= first && settled(); })}});
        else if (what == "act")
            act(first, second), say(json::object());
        else if (what == "burst")
            burst(first);
        else if (what == "log")
            tell_log();
        else if (what == "open")
            open();
        else if (what == "cast")
            cast(first);
        else if (what == "close")
            close();
        else if (what == "away")
            link_.reset(), machine_->replica().cut(), say(json::object());
        else if (what == "back")
            connect(), say({{"ms", until([&] { return settled(); })}});
        else
            return false;
        return true;
    }
    void pump()
    {
        auto const before = opened_.log->shared();
        if (link_) {
            for (auto const& event : link_->take())
                link_->add(machine_->handle(event, now_us() / 1000));
            link_->add(machine_->tick(now_us() / 1000));
        }
        auto const now = now_us();
        for (auto n = before + 1; n <= opened_.log->shared(); ++n) {
            auto const entry = sure(opened_.log->entry(n));
            if (!acted_.empty() && entry.actor == machine_->who().id.value &&
                entry.label == "add_cases") {
                own_.push_back({static_cast<std::int64_t>(n), acted_.front().first, now,
                                acted_.front().second});
                acted_.pop_front();
            } else {
                seen_.push_back({static_cast<std::int64_t>(n), now});
            }
        }
    }

private:
    static base::Result<std::string> read(MeetingPoint const& at, char const* name)
    {
        return platform::read_whole(at.folder / "serveur" / name);
    }
    static void say(json const& what) { std::cout << what.dump() << std::endl; }
    void connect()
    {
        link_.emplace([server = address_,
                       session = session_id_] { return federation::connect_nats(server, session); },
                      [inbox = inbox_] { inbox->ring(); });
    }
    [[nodiscard]] bool settled() const
    {
        return machine_->replica().in_step() && machine_->replica().pending() == 0;
    }
    void rest(milliseconds most = milliseconds(500))
    {
        {
            std::unique_lock lock(inbox_->mutex);
            inbox_->changed.wait_for(lock, most, [&] { return inbox_->rung || inbox_->over; });
            inbox_->rung = false;
            if (inbox_->over) std::_Exit(1);
        }
        pump();
    }
    template <class F>
    double until(F&& holds)
    {
        auto const begun = now_ms();
        for (pump(); !holds();) rest();
        return now_ms() - begun;
    }
    void add()
    {
        auto const begun = now_us();
        model::Case text;
        text.title = "Harmoniser les modèles d’actes des services";
        text.need = "Chaque service a les siens; les agents les réécrivent à chaque fois.";
        auto& session = *opened_.session;
        sure(session.submit(machine_->who(), edit::AddCases{{{session.mint<model::CaseId>(), text,
                                                              base::Vec2{1, 2}}}}));
        acted_.emplace_back(begun, now_us());
        pump();
    }
    void act(std::uint64_t period, std::uint64_t time)
    {
        auto const end = now_ms() + static_cast<double>(time);
        for (auto slot = now_ms(); slot < end; slot += static_cast<double>(period)) {
            auto const at = slot + static_cast<double>(random_() % period);
            while (now_ms() < at)
                rest(milliseconds(1 + static_cast<std::int64_t>(std::max(0.0, at - now_ms()))));
            add();
        }
    }
    void burst(std::uint64_t number)
    {
        auto const begun = now_ms();
        for (std::uint64_t i = 0; i < number; ++i) add();
        while (!settled()) rest();
        say({{"ms", now_ms() - begun}});
    }
    void tell_log()
    {
        json own = json::array(), seen = json::array();
        for (auto const& one : own_) own.push_back(one);
        for (auto const& one : seen_) seen.push_back(one);
        own_.clear(), seen_.clear();
        say({{"own", own}, {"seen", seen}});
    }
    [[nodiscard]] model::RoundId round(model::RoundState state) const
    {
        model::RoundId out;
        for (auto const& [id, status] :
             model::table<model::RoundStatus>(opened_.session->settled_document()))
            if (status.state == state) out = id;
        return out;
    }
    void open()
    {
        auto& session = *opened_.session;
        model::Round rules;
        rules.cases = {model::table<model::Case>(session.document()).begin()->first};
        auto const id = session.mint<model::RoundId>();
        sure(session.submit(machine_->who(), edit::PrepareRound{id, rules}));
        until([&] { return settled(); });
        sure(session.submit(machine_->who(), edit::OpenRound{id, clock_.now_ms()}));
        say({{"ms", until([&] { return settled(); })}});
    }
    void cast(std::uint64_t voters)
    {
        until([&] { return static_cast<bool>(round(model::RoundState::open)); });
        auto const id = round(model::RoundState::open);
        auto const rules = model::get<model::Round>(opened_.session->document(), id);
        json took = json::array();
        for (std::uint64_t i = 0; i < voters; ++i) {
            auto const begun = now_ms();
            sure(opened_.session->cast(id, opened_.session->mint_token(),
                                       {{{rules.cases.front(), 1}}, 1}));
            took.push_back(now_ms() - begun);
            pump();
        }
        say({{"ms", took}});
    }
    void close()
    {
        auto const id = round(model::RoundState::open);
        sure(machine_->collector().ask(machine_->who(), id));
        auto const took =
            until([&] { return round(model::RoundState::closed) == id && settled(); });
        say({{"ms", took}, {"ballots", model::ballots_of(opened_.session->document(), id)}});
    }

    std::shared_ptr<Inbox> inbox_;
    std::mt19937_64 random_;
    WallClock clock_;
    Dice dice_;
    federation::ServerAddress address_;
    std::string session_id_;
    federation::OpenedShared opened_;
    std::optional<federation::Machine> machine_;
    std::optional<federation::Link> link_;
    std::deque<std::pair<std::int64_t, std::int64_t>> acted_; // begun and saved, not yet shared
    std::vector<std::array<std::int64_t, 4>> own_;
    std::vector<std::array<std::int64_t, 2>> seen_;
};

} // namespace

void write_session(fs::path const& file, int entries)
{
    constexpr int cases_each = 10;
    fs::create_directories(file.parent_path());
    HastyDisk disk;
    WallClock clock;
    Dice dice;
    auto session = sure(session::Session::open(
        sure(journal::FileLog::create(file, clock.now_ms(), {&disk, {}})), clock, dice));
    std::vector<model::CaseId> cases;
    for (int i = 0; i < entries; ++i) {
        if (i % cases_each == 0) {
            model::Case text;
            text.title = "Harmoniser les modèles d’actes, cas " + std::to_string(i);
            cases.push_back(session.mint<model::CaseId>());
            sure(session.submit(edit::facilitator,
                                edit::AddCases{{{cases.back(), text, base::Vec2{0, 0}}}}));
        } else {
            auto const which = cases[static_cast<std::size_t>(i) * 7 % cases.size()];
            sure(session.submit(edit::facilitator,
                                edit::MoveCards{{{which, base::Vec2{static_cast<float>(i), 5}}}}));
        }
    }
}

int federation_worker(MeetingPoint const& at, int machine)
{
    auto const inbox = std::make_shared<Inbox>();
    fs::create_directories(at.file(machine).parent_path());
    std::thread([inbox] { inbox->read(); }).detach();
    Worker worker(at, machine, inbox);
    for (std::string line; inbox->wait(line, milliseconds(500));) {
        if (line == "end") break;
        if (!line.empty() && !worker.obey(line)) return 2;
        worker.pump();
    }
    return 0;
}

} // namespace bench
