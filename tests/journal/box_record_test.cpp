#include "journal/box_rig.h"
#include "support/owner_only.h"

#include <set>

// The storage of ballots in the box: cost, information revealed by position and size, incomplete
// writes.
using namespace boxes;

namespace {

struct CountingDisk : QuickDisk {
    std::size_t bytes = 0;
    platform::Tried<std::size_t> write(platform::File const& file, std::string_view some) override
    {
        bytes += some.size();
        return Disk::write(file, some);
    }
    platform::Tried<std::size_t> write_at(platform::File const& file, std::int64_t at,
                                          std::string_view some) override
    {
        bytes += some.size();
        return Disk::write_at(file, at, some);
    }
};

} // namespace

TEST_CASE("a copy of the box shows no ballot, no token, and not which of its slots hold one")
{
    Rig rig;
    auto const log = rig.open();
    for (int voter = 0; voter < 3; ++voter)
        REQUIRE(log.box->put({1}, "jeton-" + std::to_string(voter),
                             voter ? ballot_of(5) : model::Ballot{{}, 1}));
    auto const copy = bytes_of(rig.box);
    CHECK(copy.find("jeton") == std::string::npos);
    CHECK(copy.find("value") == std::string::npos);
    REQUIRE(copy.size() == Rig::slots_at(copy) + 8 * 256);
    for (std::size_t slot = 0; slot < 8; ++slot) { // three ballots, then five that hold nothing
        std::set<char> kinds;
        for (auto const c : copy.substr(Rig::slots_at(copy) + slot * 256U, 256)) kinds.insert(c);
        CHECK(kinds.size() > 120); // of 256 bytes by chance: 162
    }
}

TEST_CASE("the size of the box says how many ballots are in it, never how often one was corrected")
{
    Rig calm, busy;
    auto const once = calm.open(), often = busy.open();
    for (int voter = 0; voter < 40; ++voter) {
        auto const token = "jeton-" + std::to_string(voter);
        REQUIRE(once.box->put({1}, token, ballot_of(voter)));
        for (int again = 0; again < 1 + voter % 7 * 3; ++again)
            REQUIRE(often.box->put({1}, token, ballot_of(again)));
        if (voter % 5 == 3) {
            REQUIRE(often.box->withdraw({1}, token));
            REQUIRE(often.box->put({1}, token, ballot_of(voter)));
        }
        REQUIRE(often.box->put({1}, token, ballot_of(voter)));
        CAPTURE(voter);
        CHECK(fs::file_size(calm.box) == fs::file_size(busy.box));
    }
    CHECK(once.box->ballots({1}) == often.box->ballots({1}));
    CHECK(busy.open(busy.path, OpenMode::read).box->ballots({1}) == once.box->ballots({1}));
    CHECK(busy.keys_left() == 1); // that of each former file is gone
#if !defined(_WIN32) // where the folder of a person is private, and what is in it inherits that
    CHECK(support::is_for_its_owner(busy.keys));
#endif
    for (auto const& key : fs::directory_iterator(busy.keys))
        CHECK(support::is_for_its_owner(key.path()));
}

TEST_CASE("what a ballot costs the disk does not grow with what the box holds")
{
    Rig rig;
    CountingDisk disk;
    auto const log = *FileLog::open(rig.path, OpenMode::write, rig.options(&disk));
    for (int voter = 0; voter < 400; ++voter)
        REQUIRE(log.box->put({1}, "jeton-" + std::to_string(voter), ballot_of(voter)));
    CHECK(disk.bytes < 400UL * 4 * 256);
    disk.bytes = 0;
    REQUIRE(log.box->put({1}, "jeton-7", ballot_of(1)));
    CHECK(disk.bytes == 256); // one record
    for (int again = 0; again < 2000; ++again)
        REQUIRE(log.box->put({1}, "jeton-" + std::to_string(again % 400), ballot_of(again)));
    CHECK(disk.bytes < 2000UL * 5 * 256); // written anew whenever it is used up
    CHECK(rig.open(rig.path, OpenMode::read).box->count({1}) == 400);
}

TEST_CASE("a ballot longer than a record makes all records longer, and none is lost")
{
    Rig rig;
    model::Ballot long_one{{}, 1};
    for (std::uint64_t on = 1; on < 200; ++on) long_one.marks.push_back({{on}, 1});
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "a", ballot_of(1)));
        REQUIRE(log.box->put({1}, "b", long_one));
        REQUIRE(log.box->put({1}, "c", ballot_of(3)));
    }
    CHECK(rig.open().box->ballots({1}) == std::vector{ballot_of(1), long_one, ballot_of(3)});
    REQUIRE(rig.open().box->withdraw({1}, "b"));
    CHECK(rig.open().box->ballots({1}) == std::vector{ballot_of(1), ballot_of(3)});
}

TEST_CASE("whatever byte of a box is changed, no ballot of it is counted that was not cast")
{
    Rig rig;
    std::vector<model::Ballot> cast;
    for (int voter = 0; voter < 3; ++voter) {
        cast.push_back(ballot_of(voter));
        REQUIRE(rig.open().box->put({1}, std::to_string(voter), cast.back()));
    }
    KeyOf const key(rig);
    auto const bytes = bytes_of(rig.box);
    auto const line = bytes.find('\n'), last = line + 1 + 2 * 256, free = last + 256;
    for (std::size_t at = 0; at < bytes.size(); at += at < free ? 1 : 37) {
        if (at > 13 + 32 && at <= 13 + 32 + 32) continue; // another key: see below
        CAPTURE(at);
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        write_bytes(rig.box, changed);
        {
            auto const log = rig.open();
            if (at < last) { // the line, or a ballot with another after it: kept aside, and told
                REQUIRE(log.box->rounds().empty());
                REQUIRE(rig.notices.size() == 1);
                REQUIRE(rig.notices.front().where == "box.damaged");
                auto const aside = rig.folder / rig.notices.front().detail;
                REQUIRE(bytes_of(aside) == changed);
                fs::remove(aside);
            } else if (at < free) { // the last ballot: as if it had not been written to its end
                REQUIRE(log.box->ballots({1}) == std::vector{cast[0], cast[1]});
                REQUIRE(rig.notices.size() == 1);
                REQUIRE(rig.notices.front().where == "box.torn");
            } else { // nothing yet: nothing is lost
                REQUIRE(log.box->ballots({1}) == cast);
                REQUIRE((rig.notices.empty() || at < free + 256));
            }
            REQUIRE(rig.keys_left() == 1);
        }
        if (at < last) continue;
        // The box was rewritten; restores the former key for the next check.
        REQUIRE(rig.open().box->count({1}) == (at < free ? 2 : 3));
        REQUIRE(rig.notices.empty());
        key.put_back();
    }
}

TEST_CASE("a ballot that was not written to its end is not there, and the next takes its place")
{
    Rig rig;
    std::string before, after;
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "a", ballot_of(1)));
        before = bytes_of(rig.box);
        REQUIRE(log.box->put({1}, "a", ballot_of(2)));
        after = bytes_of(rig.box);
    }
    KeyOf const key(rig);
    auto const slot = Rig::slots_at(before) + 256;
    REQUIRE(before.substr(0, slot) == after.substr(0, slot));
    REQUIRE(before.substr(slot + 256) == after.substr(slot + 256));
    for (std::size_t written = 0; written <= 256; ++written) {
        CAPTURE(written);
        key.put_back();
        auto const lies = after.substr(0, slot + written) + before.substr(slot + written);
        write_bytes(rig.box, lies);
        {
            auto const log = rig.open();
            // By the bytes: what is encrypted may begin or end as what was there.
            bool const torn = lies != before && lies != after;
            CHECK(rig.notices.empty() == !torn);
            if (torn) CHECK(rig.notices.front().where == "box.torn");
            CHECK(log.box->ballots({1}) == std::vector{ballot_of(lies == after ? 2 : 1)});
            REQUIRE(log.box->put({1}, "b", ballot_of(3)));
        }
        CHECK(rig.open().box->count({1}) == 2);
        CHECK(rig.notices.empty());
    }
}

TEST_CASE("a box that was growing when the power went keeps every ballot")
{
    Rig rig;
    rig.sizes = {256, 2};
    std::string before, after;
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "a", ballot_of(1)));
        before = bytes_of(rig.box);
        REQUIRE(log.box->put({1}, "b", ballot_of(2)));
        after = bytes_of(rig.box);
    }
    REQUIRE(after.size() == before.size() + 512);
    KeyOf const key(rig);
    for (std::size_t grown = 0; grown <= 512; grown += 17)
        for (bool const zeros : {true, false}) {
            CAPTURE(grown);
            key.put_back();
            write_bytes(rig.box, before + (zeros ? std::string(grown, '\0')
                                                 : after.substr(before.size(), grown)));
            {
                auto const log = rig.open();
                CHECK(rig.notices.empty());
                CHECK(log.box->ballots({1}) == std::vector{ballot_of(1)});
                REQUIRE(log.box->put({1}, "b", ballot_of(2)));
            }
            CHECK(rig.open().box->ballots({1}) == std::vector{ballot_of(1), ballot_of(2)});
            CHECK(rig.notices.empty());
        }
}
