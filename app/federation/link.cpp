#include "federation/link.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace federation {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t lines_at_once = 256;
constexpr std::size_t events_most = 1024; // waiting; more are read later

} // namespace

struct Link::Shared {
    Connect connect;
    std::function<void()> wake;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::vector<Event> events;
    std::deque<Task> tasks;               // of the writer
    std::optional<std::uint64_t> read_at; // asked for, of the reader
    std::shared_ptr<Wire> wire;           // null: not connected
    bool over = false, hurried = false;
    Clock::time_point next_attempt{};
    bool waits = false; // for the next attempt

    void tell(Event event, std::shared_ptr<Wire> const& of)
    {
        {
            std::lock_guard const lock(mutex);
            if (of != wire) return; // of an earlier connection
            events.push_back(std::move(event));
        }
        wake();
    }
    // Ends a connection, once.
    void part(std::shared_ptr<Wire> const& of, base::Error const& why)
    {
        {
            std::lock_guard const lock(mutex);
            if (!of || of != wire) return;
            wire.reset();
            tasks.clear();
            read_at.reset();
            events.emplace_back(Cut{why});
        }
        changed.notify_all();
        wake();
    }
    [[nodiscard]] std::shared_ptr<Wire> now() const
    {
        std::lock_guard const lock(mutex);
        return wire;
    }
    [[nodiscard]] bool ended() const
    {
        std::lock_guard const lock(mutex);
        return over;
    }
    void rest(milliseconds time, std::shared_ptr<Wire> const& than)
    {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, time, [&] { return over || wire != than; });
    }

    void read();
    void try_to_connect(std::int64_t& patience);
    void read_once(std::shared_ptr<Wire> const& from, std::uint64_t& next,
                   Clock::time_point& compared);
    void write();
    void listen();
};

struct Link::Threads {
    std::thread reader, writer, listener;
};

void Link::Shared::try_to_connect(std::int64_t& patience)
{
    auto made = connect();
    auto last = made ? (*made)->last() : base::Result<std::uint64_t>{base::fail(made.error())};
    if (last) {
        patience = attempt_first_ms;
        {
            std::lock_guard const lock(mutex);
            wire = *made;
            tasks.clear();
            read_at.reset();
            events.emplace_back(Linked{*last});
        }
        changed.notify_all();
        wake();
        return;
    }
    {
        std::unique_lock lock(mutex);
        events.emplace_back(Cut{last.error()});
        next_attempt = Clock::now() + milliseconds(patience);
        waits = true;
    }
    wake();
    std::unique_lock lock(mutex);
    changed.wait_until(lock, next_attempt, [&] { return over || hurried; });
    patience = hurried ? attempt_first_ms : std::min(2 * patience, attempt_most_ms);
    hurried = waits = false;
}

void Link::Shared::read_once(std::shared_ptr<Wire> const& from, std::uint64_t& next,
                             Clock::time_point& compared)
{
    bool answer = false;
    {
        std::unique_lock lock(mutex);
        if (next == 0 || events.size() > events_most)
            changed.wait_for(lock, milliseconds(100), [&] { return over || read_at; });
        if (read_at) next = *std::exchange(read_at, std::nullopt), answer = true;
        if (events.size() > events_most && !answer) return;
    }
    if (Clock::now() - compared >= milliseconds(compare_ms)) {
        compared = Clock::now();
        auto const last = from->last();
        if (!last) return part(from, last.error());
        tell(Linked{*last}, from);
    }
    if (next == 0) return;
    auto lines = from->read(next, lines_at_once);
    if (!lines) return part(from, lines.error());
    if (lines->empty() && !answer) return;
    auto const first = next;
    next += lines->size();
    tell(Came{first, *std::move(lines)}, from);
}

void Link::Shared::read()
{
    std::int64_t patience = attempt_first_ms;
    while (!ended()) {
        auto const from = now();
        if (!from) {
            try_to_connect(patience);
            continue;
        }
        std::uint64_t next = 0; // nothing is read before it is asked for
        auto compared = Clock::now();
        while (!ended() && now() == from) {
            if (from->broken())
                part(from, {base::Errc::io, "shared.link", {}, 0});
            else
                read_once(from, next, compared);
        }
    }
}

void Link::Shared::write()
{
    for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return over || (wire && !tasks.empty()); });
        if (over) return;
        auto const to = wire;
        auto const task = std::move(tasks.front());
        tasks.pop_front();
        lock.unlock();
        if (auto const* publish = std::get_if<Replica::Publish>(&task))
            tell(Answered{publish->ticket, to->append(publish->line, publish->after)}, to);
        else if (auto const* say = std::get_if<Say>(&task))
            (void)to->say(say->bytes);
        else if (auto const last = to->last(); last)
            tell(Linked{*last}, to);
        else
            part(to, last.error());
    }
}

void Link::Shared::listen()
{
    while (!ended()) {
        auto const from = now();
        if (!from) {
            rest(milliseconds(200), from);
            continue;
        }
        auto bytes = from->hear();
        if (!bytes.empty()) tell(Heard{std::move(bytes)}, from);
    }
}

Link::Link(Connect connect, std::function<void()> wake)
    : shared_(std::make_shared<Shared>())
    , threads_(std::make_unique<Threads>())
{
    shared_->connect = std::move(connect);
    shared_->wake = std::move(wake);
    threads_->reader = std::thread([s = shared_] { s->read(); });
    threads_->writer = std::thread([s = shared_] { s->write(); });
    threads_->listener = std::thread([s = shared_] { s->listen(); });
}

Link::~Link()
{
    {
        std::lock_guard const lock(shared_->mutex);
        shared_->over = true;
    }
    shared_->changed.notify_all();
    for (auto* thread : {&threads_->reader, &threads_->writer, &threads_->listener}) thread->join();
    std::shared_ptr<Wire> last;
    std::lock_guard const lock(shared_->mutex);
    last.swap(shared_->wire);
}

void Link::add(std::vector<Task> tasks)
{
    if (tasks.empty()) return;
    {
        std::lock_guard const lock(shared_->mutex);
        if (!shared_->wire) return; // asked again after the next Linked
        for (auto& task : tasks) {
            if (auto const* read = std::get_if<Replica::Read>(&task))
                shared_->read_at = read->from;
            else
                shared_->tasks.push_back(std::move(task));
        }
    }
    shared_->changed.notify_all();
}

std::vector<Event> Link::take()
{
    std::lock_guard const lock(shared_->mutex);
    return std::exchange(shared_->events, {});
}

void Link::hurry()
{
    {
        std::lock_guard const lock(shared_->mutex);
        shared_->hurried = true;
    }
    shared_->changed.notify_all();
}

std::int64_t Link::next_attempt_ms() const
{
    std::lock_guard const lock(shared_->mutex);
    if (!shared_->waits) return 0;
    auto const left =
        std::chrono::duration_cast<milliseconds>(shared_->next_attempt - Clock::now());
    return std::max<std::int64_t>(left.count(), 0);
}

} // namespace federation
