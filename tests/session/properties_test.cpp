#include "journal/memory_log.h"
#include "live.h"
#include "model/turnout.h"
#include "session/replay.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace {

using support::RandomWorkshop;

// A record's name and key as text, to find who changed it.
template <class R>
std::string address(model::Edit<R> const& e)
{
    std::string out = R::name;
    auto add = [&](auto const& v) {
        if constexpr (requires { v.value; })
            out += ":" + std::to_string(v.value);
        else
            out += ":" + std::to_string(static_cast<long long>(v));
    };
    if constexpr (requires { R::Key::fields(e.key, [](char const*, auto const&) {}); })
        R::Key::fields(e.key, [&](char const*, auto const& v) { add(v); });
    else if constexpr (!std::is_same_v<typename R::Key, model::Only>)
        add(e.key);
    return out;
}

std::string address(model::Change const& change)
{
    return change.visit([](auto const& e) { return address(e); });
}

// The value that a change leaves, whatever was there before.
model::Change only_after(model::Change change)
{
    return change.visit([]<class R>(model::Edit<R> const& e) -> model::Change {
        return model::Edit<R>{e.key, std::nullopt, e.after};
    });
}

bool has_before(model::Change const& change)
{
    return change.visit([](auto const& e) { return e.before.has_value(); });
}

template <class R>
bool numbered_apart(model::Document const& doc)
{
    std::set<std::pair<bool, int>> numbers; // votes and rounds of estimates apart
    return std::ranges::all_of(model::table<R>(doc), [&](auto const& row) {
        bool first = true;
        if constexpr (std::is_same_v<R, model::Round>) first = model::is_vote(row.second);
        return numbers.emplace(first, row.second.number).second;
    });
}

} // namespace

TEST_CASE("no two cases, groups or rounds ever have the same number, whatever is undone")
{
    for (unsigned seed = 700; seed < 780; ++seed) {
        CAPTURE(seed);
        Live live;
        RandomWorkshop room(live.session, seed);
        for (int i = 0; i < 250; ++i) {
            room.step();
            auto const& doc = live.session.document();
            REQUIRE(numbered_apart<model::Case>(doc));
            REQUIRE(numbered_apart<model::Group>(doc));
            REQUIRE(numbered_apart<model::Round>(doc));
        }
    }
}

TEST_CASE("replaying the journal gives the live document without dangling references")
{
    for (unsigned seed = 0; seed < 120; ++seed) {
        CAPTURE(seed);
        Live live;
        RandomWorkshop(live.session, seed).steps(200);
        session::Replay replay(*live.log);
        auto const again = replay.at(live.log->size());
        REQUIRE(again);
        REQUIRE(*again == live.session.document());
        REQUIRE(model::first_dangling(live.session.document()).empty());
    }
}

TEST_CASE("applying any entry then its inverse gives back what was there")
{
    for (unsigned seed = 200; seed < 240; ++seed) {
        CAPTURE(seed);
        Live live;
        RandomWorkshop(live.session, seed).steps(200);
        model::Document doc;
        for (std::uint64_t n = 1; n <= live.log->size(); ++n) {
            auto const entry = *live.log->entry(n);
            auto const before = doc;
            REQUIRE(model::apply(doc, entry.changes));
            auto back = doc;
            REQUIRE(model::apply(back, model::inverse(entry.changes)));
            REQUIRE(back == before);
        }
    }
}

TEST_CASE("an undo takes away only what the same person wrote")
{
    int undone = 0;
    for (unsigned seed = 300; seed < 400; ++seed) {
        CAPTURE(seed);
        Live live;
        RandomWorkshop room(live.session, seed);
        std::map<std::string, std::vector<std::pair<std::uint64_t, model::Change>>> written;
        for (int i = 0; i < 250; ++i) {
            auto const size = live.log->size();
            room.step();
            if (live.log->size() == size) continue;
            auto const entry = *live.log->entry(size + 1);
            for (auto const& change : entry.changes) {
                auto& by_whom = written[address(change)];
                if (room.did == RandomWorkshop::Did::command) {
                    by_whom.emplace_back(entry.actor, only_after(change));
                    continue;
                }
                if (room.did == RandomWorkshop::Did::redo || !has_before(change)) continue;
                CAPTURE(address(change));
                auto const taken = only_after(model::inverse({change}).front());
                REQUIRE(std::ranges::find(by_whom, std::pair{entry.actor, taken}) != by_whom.end());
                ++undone;
            }
        }
    }
    CHECK(undone > 1000); // the property was exercised
}

namespace {

// The entry that an undo reverts, skipping those without effect; 0: none.
std::uint64_t taken_back(session::Session& session, edit::Actor const& who)
{
    while (session.can_undo(who))
        if (auto const done = session.undo(who)) return done->target;
    return 0;
}

} // namespace

TEST_CASE("undo stacks survive a restart")
{
    for (unsigned seed = 500; seed < 520; ++seed) {
        CAPTURE(seed);
        Live live;
        RandomWorkshop(live.session, seed).steps(150);
        // Skipped entries are not stored; the next edit clears them.
        REQUIRE(live.session.submit(edit::facilitator, edit::SetTitle{"Relu"}));
        auto copy = std::make_unique<journal::MemoryLog>();
        for (std::uint64_t n = 1; n <= live.log->size(); ++n)
            REQUIRE(copy->append(*live.log->entry(n)));
        auto const last_ms = live.log->entry(live.log->size())->at_ms;
        auto reopened = session::Session::open(std::move(copy), live.clock, live.random);
        REQUIRE(reopened);
        CHECK(live.session.last_at_ms() == last_ms);
        CHECK(reopened->last_at_ms() == last_ms);
        for (std::uint64_t person = 1; person <= 3; ++person) {
            edit::Actor const who{{person}, edit::Role::facilitator};
            for (int i = 0; i < 6; ++i) {
                auto const a = taken_back(live.session, who), b = taken_back(*reopened, who);
                REQUIRE(a == b);
            }
        }
        CHECK(reopened->document() == live.session.document());
    }
}

TEST_CASE("an identity is never given twice, even after an undo")
{
    Live live;
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 10; ++i) {
        auto const id = live.session.mint<model::CaseId>();
        REQUIRE(seen.insert(id.value).second);
        model::Case text;
        text.title = "Un cas";
        REQUIRE(live.session.submit(edit::facilitator, edit::AddCases{{{id, text, {}}}}));
        if (i % 2 == 0) REQUIRE(live.session.undo(edit::facilitator));
    }
}
