#include "federation/ballot_seal.h"
#include "federation/collector.h"
#include "federation/command_text.h"
#include "federation/invitation.h"
#include "federation/outbox.h"
#include "federation/presence.h"
#include "journal/lines.h"
#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

namespace {

using support::TemporaryFolder;

journal::Entry entry_of(std::uint64_t n, std::string const& title)
{
    journal::Entry entry{n, 5, 1000, journal::Kind::edit, 0, "set_title", {}};
    model::Profile profile;
    profile.title = title;
    entry.changes = {model::Edit<model::Profile>{{}, std::nullopt, profile}};
    return entry;
}

federation::Item item_of(std::uint64_t id, std::string const& title)
{
    auto const entry = entry_of(id, title);
    return {id,
            {{{5}, edit::Role::facilitator}, edit::Command{edit::SetTitle{title}}},
            *journal::written_line(entry, std::string(64, '0'), 2),
            entry};
}

} // namespace

TEST_CASE("every command is read back from its text as it was")
{
    // What it plans is what matters: the same changes on the same document.
    support::TickingClock clock;
    support::SeededRandomSource random(3);
    std::set<std::string> seen;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        auto session =
            *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
        struct Recorder : session::Sharing {
            base::Result<void> may(session::Origin const& what) override
            {
                if (auto const* command = std::get_if<edit::Command>(&what.what))
                    commands.push_back(*command);
                return {};
            }
            [[nodiscard]] base::Result<void> may_vote() const override { return {}; }
            void coming(session::Origin const& /*what*/) override {}
            std::vector<edit::Command> commands;
        } recorder;
        session.share(recorder, {});
        support::RandomWorkshop workshop(session, seed);
        for (int i = 0; i < 300; ++i) {
            auto const before = session.document();
            recorder.commands.clear();
            workshop.step();
            for (auto const& command : recorder.commands) {
                auto const text = federation::command_text(command);
                auto const again = federation::command_of(text);
                REQUIRE_MESSAGE(again, text);
                CHECK(federation::command_text(*again) == text);
                auto const was = edit::plan(before, command), is = edit::plan(before, *again);
                CHECK(was.has_value() == is.has_value());
                if (was && is) CHECK(*was == *is);
                seen.insert(edit::name_of(command));
            }
        }
        session.unshare();
    }
    CHECK(seen.size() > 35);
    CHECK(federation::command_text(edit::StartSession{}).empty());
}

TEST_CASE("a command that cannot be read is refused with its fault")
{
    for (auto const* text :
         {"", "{}", "{\"command\":\"unknown\"}", "{\"command\":\"set_title\",\"titre\":\"x\"}",
          "{\"command\":\"set_step\",\"step\":\"nowhere\"}", "{\"command\":\"set_title\"",
          "{\"command\":\"move_cards\",\"to\":[[1]]}",
          "{\"command\":\"add_cases\",\"cases\":[{\"at\":[[1,2],[3,4]]}]}"}) {
        auto const read = federation::command_of(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().where == "outbox.form");
    }
}

TEST_CASE("an outbox gives back its items, up to the first that was not confirmed")
{
    TemporaryFolder const folder;
    auto const path = folder / "a.cadran.outbox";
    {
        federation::Outbox outbox(path, platform::real_disk());
        REQUIRE(outbox.load()->empty());
        REQUIRE(outbox.add(item_of(1, "un")));
        REQUIRE(outbox.add(item_of(2, "dé\"ux\n")));
    }
    auto const bytes = support::bytes_of(path);
    // Cut at every byte: whole items only, and what follows is written after them.
    for (std::size_t size = 0; size <= bytes.size(); size += 7) {
        support::write_bytes(path, bytes.substr(0, size));
        federation::Outbox outbox(path, platform::real_disk());
        auto const items = outbox.load();
        REQUIRE(items);
        auto const whole = static_cast<std::size_t>(
            std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
        CHECK(items->size() == whole);
        REQUIRE(outbox.add(item_of(9, "neuf")));
        federation::Outbox again(path, platform::real_disk());
        CHECK(again.load()->size() == whole + 1);
    }
    // A changed byte is not taken for what somebody did.
    auto changed = bytes;
    changed[bytes.size() / 2] ^= 1;
    support::write_bytes(path, changed);
    federation::Outbox outbox(path, platform::real_disk());
    CHECK(outbox.load()->size() < 2);
}

TEST_CASE("sealed ballots can be read by the site that counts, and by nobody else")
{
    auto const key = federation::CollectionKey::make();
    auto const other = federation::CollectionKey::make();
    REQUIRE(key);
    REQUIRE(other);
    auto const sealed = federation::seal_for(key->name(), "vote 1", "bulletins");
    REQUIRE(sealed);
    CHECK(key->open("vote 1", *sealed) == "bulletins");
    CHECK_FALSE(key->open("vote 2", *sealed));
    CHECK_FALSE(other->open("vote 1", *sealed));
    auto changed = *sealed;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    CHECK_FALSE(key->open("vote 1", changed));
    CHECK_FALSE(key->open("vote 1", ""));
    // The length does not tell how many there are.
    CHECK(federation::seal_for(key->name(), "vote 1", "")->size() == sealed->size());
    CHECK_FALSE(federation::seal_for("zz", "vote 1", "x"));
}

TEST_CASE("messages of other machines are read or refused")
{
    federation::Hello const hello{{7}, 12, 3, 10, {99}};
    CHECK(*federation::hello_of(federation::hello_text(hello)) == hello);
    federation::Delivery const delivery{{4}, std::string(64, 'a'), {7}, std::string("\0\n1", 3)};
    auto const read = federation::delivery_of(federation::delivery_text(delivery));
    REQUIRE(read);
    CHECK(read->sealed == delivery.sealed);
    CHECK(read->from == delivery.from);
    for (auto const* bytes :
         {"", "ballots", "ballots 1 2\n", "ballots x y z\n", "{", "{\"site\":0}"}) {
        CHECK_FALSE(federation::delivery_of(bytes));
        CHECK_FALSE(federation::hello_of(bytes));
    }
}

TEST_CASE("an invitation is read back, and another file is not taken for one")
{
    federation::Invitation const sent{std::string(32, 'a'),
                                      {"tls://10.0.0.1:4222",
                                       "cadran",
                                       "mot \"de\" passe",
                                       "-----BEGIN CERTIFICATE-----\n",
                                       "cadran",
                                       {}},
                                      model::SitePart::reader,
                                      244};
    auto const text = federation::invitation_text(sent);
    auto const read = federation::invitation_of(text);
    REQUIRE(read);
    CHECK(read->server.password == sent.server.password);
    CHECK(read->server.authority == sent.server.authority);
    CHECK(read->part == sent.part);
    CHECK(read->lines == 244);
    for (std::size_t size = 0; size + 1 < text.size(); size += 5)
        CHECK_FALSE(federation::invitation_of(std::string_view(text).substr(0, size)));
    auto later = text;
    later.replace(later.find(":1,"), 3, ":2,");
    CHECK(federation::invitation_of(later).error().where == "invitation.version");
    auto elsewhere = text;
    elsewhere.replace(elsewhere.find(std::string(32, 'a')), 32, "../../etc/passwd");
    CHECK(federation::invitation_of(elsewhere).error().where == "invitation.form");
}
