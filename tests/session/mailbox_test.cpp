#include "journal/memory_log.h"
#include "live.h"
#include "session/mailbox.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <future>
#include <set>
#include <thread>

namespace {

using session::Accepted;
using session::Answer;
using session::Ask;
using session::CommandResult;
using session::Mailbox;
using session::Message;

edit::Actor phone(std::uint64_t id) { return {{id}, edit::Role::participant}; }

model::Case saying(std::string title)
{
    model::Case text;
    text.title = std::move(title);
    return text;
}

// A session on its own thread, waiting for messages.
class Served {
public:
    Served()
    {
        mail.on_post([this] {
            std::lock_guard const lock(mutex_);
            woken_ = true;
            wake_.notify_one();
        });
        thread_ = std::thread([this] { run(); });
    }
    ~Served() { stop(); }
    Served(Served const&) = delete;
    Served& operator=(Served const&) = delete;
    // Its document, after the thread has ended.
    model::Document const& stop()
    {
        if (thread_.joinable()) {
            {
                std::lock_guard const lock(mutex_);
                over_ = true;
                wake_.notify_one();
            }
            thread_.join();
        }
        return session_.document();
    }

    Mailbox mail{64};

private:
    void run()
    {
        for (;;) {
            for (auto const& message : mail.take(8)) (void)session::deliver(&session_, message);
            if (!mail.empty()) continue;
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return woken_ || over_; });
            if (over_ && !woken_) return;
            woken_ = false;
        }
    }

    support::TickingClock clock_;
    support::SeededRandomSource random_{11};
    session::Session session_ =
        *session::Session::open(std::make_unique<journal::MemoryLog>(), clock_, random_);
    std::mutex mutex_;
    std::condition_variable wake_;
    bool woken_ = false, over_ = false;
    std::thread thread_;
};

// Sends a message and waits for the answer; repeats while the mailbox is full.
Answer ask(Mailbox& mail, edit::Actor const& from, decltype(Message::what) what)
{
    std::promise<Answer> promise;
    auto answer = promise.get_future();
    for (;;) {
        Message message{from, what, {}, [&](Answer const& a) { promise.set_value(a); }};
        if (mail.post(std::move(message))) return answer.get();
        std::this_thread::yield();
    }
}

struct Quiet {
    support::TickingClock clock;
    support::SeededRandomSource random{11};
    session::Session session =
        *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
    Mailbox mail;

    CommandResult deliver(Message message)
    {
        REQUIRE(mail.post(std::move(message)));
        auto const all = mail.take(1);
        REQUIRE(all.size() == 1);
        return session::deliver(&session, all.front());
    }
    model::RoundId open_round(model::CaseId on)
    {
        auto const id = session.mint<model::RoundId>();
        model::Round rules;
        rules.cases = {on};
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{id, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{id, clock.now_ms()}));
        return id;
    }
};

} // namespace

TEST_CASE("simultaneous requests of several threads are each written once, in a reported order")
{
    constexpr int senders = 4, each = 50;
    Served served;
    std::vector<std::vector<std::uint64_t>> numbers(senders);
    std::vector<std::thread> threads;
    for (int who = 0; who < senders; ++who)
        threads.emplace_back([&, who] {
            support::SeededRandomSource random{static_cast<std::uint64_t>(100 + who)};
            session::IdSource ids(random); // each names its own cases
            for (int i = 0; i < each; ++i) {
                auto const title = std::to_string(who) + "/" + std::to_string(i);
                edit::AddCases const add{{{ids.mint<model::CaseId>(), saying(title), {}}}};
                auto const answer =
                    ask(served.mail, phone(std::uint64_t{10} + static_cast<std::uint64_t>(who)),
                        Ask{add, 0});
                auto const* accepted = std::get_if<Accepted>(&answer.outcome);
                numbers[static_cast<std::size_t>(who)].push_back(accepted ? accepted->n : 0);
            }
        });
    for (auto& thread : threads) thread.join();
    auto const& doc = served.stop();
    CHECK(model::table<model::Case>(doc).size() == senders * each);
    std::set<std::uint64_t> told;
    for (auto const& of_one : numbers) {
        CHECK(std::ranges::is_sorted(of_one));
        told.insert(of_one.begin(), of_one.end());
    }
    CHECK(told.size() == senders * each);
    CHECK(*told.begin() == 1);
    CHECK(*told.rbegin() == senders * each);
}

TEST_CASE("a view does not change while the session continues in its thread")
{
    Served served;
    std::atomic<bool> over{false};
    std::thread reader([&] {
        while (!over) {
            auto const view = *ask(served.mail, phone(9), session::Look{}).view;
            auto const& cases = model::table<model::Case>(view.document);
            auto const size = cases.size();
            std::size_t counted = 0;
            for (auto const& [id, one] : cases) counted += one.title.empty() ? 0 : 1;
            CHECK(counted == size);
            CHECK(size == view.version);
        }
    });
    support::SeededRandomSource random{7};
    session::IdSource ids(random);
    for (int i = 0; i < 60; ++i) {
        edit::AddCases const add{{{ids.mint<model::CaseId>(), saying("Cas"), {}}}};
        CHECK(std::holds_alternative<Accepted>(ask(served.mail, phone(8), Ask{add}).outcome));
    }
    over = true;
    reader.join();
}

TEST_CASE("a full mailbox refuses messages, except finished computations")
{
    Mailbox mail(2);
    auto const title = [] { return Message{edit::facilitator, Ask{edit::SetTitle{"x"}}}; };
    CHECK(mail.post(title()));
    CHECK(mail.post(title()));
    CHECK_FALSE(mail.post(title()));
    CHECK(mail.post({edit::facilitator, session::Finish{[] {}}}));
    CHECK(mail.take(2).size() == 2);
    CHECK(mail.post(title()));
    CHECK(mail.take(9).size() == 2);
    CHECK(mail.empty());
}

TEST_CASE("the receiver is woken by the first message only")
{
    Mailbox mail;
    int woken = 0;
    mail.on_post([&] { ++woken; });
    for (int i = 0; i < 3; ++i) REQUIRE(mail.post({edit::facilitator, Ask{edit::SetTitle{"x"}}}));
    CHECK(woken == 1);
    (void)mail.take(3);
    REQUIRE(mail.post({edit::facilitator, Ask{edit::SetTitle{"x"}}}));
    CHECK(woken == 2);
}

TEST_CASE("waiting messages of a closed mailbox are answered, and new ones refused")
{
    std::vector<std::string> answers;
    auto message = [&] {
        return Message{edit::facilitator, Ask{edit::SetTitle{"x"}}, {}, [&](Answer const& a) {
                           answers.push_back(error_of(a.outcome));
                       }};
    };
    {
        Mailbox mail;
        REQUIRE(mail.post(message()));
        mail.close();
        CHECK(answers == std::vector<std::string>{"session.closed"});
        CHECK_FALSE(mail.post(message()));
        CHECK_FALSE(mail.post({edit::facilitator, session::Finish{[] {}}}));
    }
    {
        Mailbox mail;
        REQUIRE(mail.post(message()));
    }
    CHECK(answers.size() == 2);
}

TEST_CASE("the answer comes after the entry is in the journal, with its number")
{
    Quiet q;
    std::uint64_t in_journal = 0;
    auto const id = q.session.mint<model::CaseId>();
    auto const outcome =
        q.deliver({phone(9), Ask{edit::AddCases{{{id, saying("A"), {}}}}}, {}, [&](Answer const&) {
                       in_journal = q.session.log().size();
                   }});
    CHECK(outcome == CommandResult(Accepted{1}));
    CHECK(in_journal == 1);
    CHECK(q.session.log().entry(1)->actor == 9);
}

TEST_CASE("a request has the rights of its sender")
{
    Quiet q;
    auto const id = q.session.mint<model::CaseId>();
    edit::AddCases const add{{{id, saying("A"), {}}}};
    edit::Actor const reader{{9}, edit::Role::reader};
    CHECK(error_of(q.deliver({reader, Ask{add}})) == "actor.role");
    CHECK(error_of(q.deliver({phone(9), Ask{edit::SetTitle{"x"}}})) == "actor.role");
    REQUIRE(q.deliver({phone(9), Ask{add}}) == CommandResult(Accepted{1}));
    auto const round = q.open_round(id);
    model::Ballot const ballot{{{id, 1}}, 1};
    CHECK(error_of(q.deliver({reader, session::Cast{round, "t", ballot}})) == "actor.role");
    CHECK(q.deliver({phone(9), session::Cast{round, "t", ballot}}) == CommandResult(Accepted{0}));
    CHECK(q.session.ballots_in_box(round) == 1);
    CHECK(error_of(q.deliver({reader, session::Withdraw{round, "t"}})) == "actor.role");
    CHECK(q.deliver({phone(9), session::Withdraw{round, "t"}}) == CommandResult(Accepted{0}));
    CHECK(q.session.ballots_in_box(round) == 0);
    REQUIRE(q.session.close_round(edit::facilitator, round));
    CHECK(error_of(q.deliver({phone(9), session::Cast{round, "t", ballot}})) == "round.not_open");
}

TEST_CASE("a request to one session is not executed in another")
{
    Quiet q, other;
    auto const then = other.session.opening();
    edit::SetTitle const title{"Ailleurs"};
    CHECK(error_of(q.deliver({edit::facilitator, Ask{title}, then})) == "session.closed");
    CHECK(q.session.log().size() == 0);
    bool done = false;
    (void)q.deliver({edit::facilitator, session::Finish{[&] { done = true; }}, then});
    CHECK_FALSE(done);
    (void)q.deliver(
        {edit::facilitator, session::Finish{[&] { done = true; }}, q.session.opening()});
    CHECK(done);
    CHECK(std::holds_alternative<Accepted>(
        q.deliver({edit::facilitator, Ask{title}, q.session.opening()})));
}

TEST_CASE("without a session only finished computations are delivered")
{
    CHECK(error_of(session::deliver(nullptr, {edit::facilitator, Ask{edit::SetTitle{"x"}}})) ==
          "session.closed");
    CHECK(error_of(session::deliver(nullptr, {edit::facilitator, session::Look{}})) ==
          "session.closed");
    bool done = false;
    CHECK(std::holds_alternative<Accepted>(
        session::deliver(nullptr, {edit::facilitator, session::Finish{[&] { done = true; }}})));
    CHECK(done);
}
