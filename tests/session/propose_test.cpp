#include "journal/memory_log.h"
#include "live.h"
#include "session/judge.h"
#include "session/session.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <set>

// Commands based on earlier versions.
namespace {

using edit::Conflict;
using model::CaseId;
using session::Accepted;
using session::CommandResult;

struct Proposing : Live {
    edit::Actor const anne{{1}, edit::Role::facilitator};
    edit::Actor const bruno{{9}, edit::Role::facilitator};

    CaseId add(std::string title)
    {
        auto const id = session.mint<CaseId>();
        model::Case text;
        text.title = std::move(title);
        REQUIRE(session.submit(anne, edit::AddCases{{{id, text, base::Vec2{10, 20}}}}));
        return id;
    }
    model::AxisId axis()
    {
        auto const id = session.mint<model::AxisId>();
        model::Axis axis;
        axis.title = "Utilité";
        REQUIRE(session.submit(anne, edit::SetAxis{id, axis}));
        return id;
    }
    [[nodiscard]] std::uint64_t now() const { return session.log().size(); }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] model::Case text(CaseId id) const { return model::get<model::Case>(doc(), id); }
    [[nodiscard]] base::Vec2 place(CaseId id) const
    {
        return model::get<model::CardPlace>(doc(), id).at;
    }
};

} // namespace

TEST_CASE("a command for an older version is applied to the present one, with a new number")
{
    Proposing w;
    w.add("A");
    auto const seen = w.now();
    w.add("B");
    auto const id = w.session.mint<CaseId>();
    model::Case text;
    text.title = "C";
    text.number = 2; // what it would have been
    CHECK(w.session.propose(edit::AddCases{{{id, text, {}}}}, seen, w.bruno) ==
          CommandResult(Accepted{3}));
    CHECK(w.text(id).number == 3);
    CHECK(w.session.log().entry(3)->actor == 9);
}

TEST_CASE("the second of two changes of one field is refused, with the author of the first")
{
    Proposing w;
    auto const id = w.add("Tri");
    auto const seen = w.now();
    auto text = w.text(id);
    text.title = "Tri du courrier";
    REQUIRE(w.session.submit(w.anne, edit::EditCase{id, text}));
    auto other = w.text(id);
    other.title = "Tri des courriels";
    CHECK(w.session.propose(edit::EditCase{id, other}, seen, w.bruno) ==
          CommandResult(Conflict{"case.title", w.now(), w.anne.id}));
    CHECK(w.text(id).title == "Tri du courrier");
    // Seen as it is now, it is a change like any other.
    CHECK(w.session.propose(edit::EditCase{id, other}, w.now(), w.bruno) ==
          CommandResult(Accepted{3}));
}

TEST_CASE("fields that a command did not change keep the changes of others")
{
    Proposing w;
    auto const id = w.add("Tri");
    auto const seen = w.now();
    auto const seen_text = w.text(id);
    auto theirs = seen_text;
    theirs.cost = "12 000 €";
    REQUIRE(w.session.submit(w.anne, edit::EditCase{id, theirs}));
    auto mine = seen_text;
    mine.title = "Tri du courrier";
    CHECK(w.session.propose(edit::EditCase{id, mine}, seen, w.bruno) == CommandResult(Accepted{3}));
    CHECK(w.text(id).title == "Tri du courrier");
    CHECK(w.text(id).cost == "12 000 €");
    // No change of its own: nothing to write.
    CHECK(w.session.propose(edit::EditCase{id, seen_text}, seen, w.bruno) ==
          CommandResult(Accepted{0}));
}

TEST_CASE("two equal changes are no conflict")
{
    Proposing w;
    auto const id = w.add("Tri");
    auto const seen = w.now();
    REQUIRE(w.session.submit(w.anne, edit::MoveCards{{{id, {100, 100}}}}));
    CHECK(w.session.propose(edit::MoveCards{{{id, {100, 100}}}}, seen, w.bruno) ==
          CommandResult(Accepted{0}));
}

TEST_CASE("a position is one value: two changes of its parts conflict")
{
    Proposing w;
    auto const id = w.add("Tri"), far = w.add("Classement");
    auto const seen = w.now();
    REQUIRE(w.session.submit(w.anne, edit::MoveCards{{{id, {100, 20}}}}));
    CHECK(w.session.propose(edit::MoveCards{{{id, {10, 300}}}}, seen, w.bruno) ==
          CommandResult(Conflict{"card", w.now(), w.anne.id}));
    CHECK(w.place(id) == base::Vec2{100, 20});
    CHECK(w.session.propose(edit::MoveCards{{{far, {10, 300}}}}, seen, w.bruno) ==
          CommandResult(Accepted{4}));
}

TEST_CASE("a command on a removed record is refused, with the author of the removal")
{
    Proposing w;
    auto const id = w.add("Tri");
    auto const axis = w.axis();
    auto const seen = w.now();
    w.add("Autre chose");
    REQUIRE(w.session.submit(w.anne, edit::RemoveCases{{id}}));
    auto const gone = w.now();
    w.add("Encore autre chose");
    CHECK(w.session.propose(edit::Place{{axis, id}, {700, 200, {}, {}, ""}}, seen, w.bruno) ==
          CommandResult(Conflict{"case", gone, w.anne.id}));
    // It never existed.
    auto const never = w.session.mint<CaseId>();
    CHECK(error_of(w.session.propose(edit::Place{{axis, never}, {700, 200, {}, {}, ""}}, seen,
                                     w.bruno)) == "case");
}

TEST_CASE("a removal does not remove what others did meanwhile")
{
    Proposing w;
    auto const edited = w.add("Tri"), placed = w.add("Classement"), left = w.add("Fuites");
    auto const axis = w.axis();
    auto const seen = w.now();
    auto text = w.text(edited);
    text.need = "Trop de courrier";
    REQUIRE(w.session.submit(w.anne, edit::EditCase{edited, text}));
    auto const edit = w.now();
    REQUIRE(w.session.submit(w.anne, edit::Place{{axis, placed}, {700, 200, {}, {}, ""}}));
    auto const place = w.now();
    CHECK(w.session.propose(edit::RemoveCases{{edited}}, seen, w.bruno) ==
          CommandResult(Conflict{"case", edit, w.anne.id}));
    CHECK(w.session.propose(edit::RemoveCases{{placed}}, seen, w.bruno) ==
          CommandResult(Conflict{"placement", place, w.anne.id}));
    CHECK(std::holds_alternative<Accepted>(
        w.session.propose(edit::RemoveCases{{left}}, seen, w.bruno)));
}

TEST_CASE("commands of one sender never conflict with each other")
{
    Proposing w;
    auto const seen = w.now();
    auto const id = w.session.mint<CaseId>();
    model::Case text;
    text.title = "Tri";
    auto const asked = [&](edit::Command const& command) {
        return std::holds_alternative<Accepted>(w.session.propose(command, seen, w.bruno));
    };
    CHECK(asked(edit::AddCases{{{id, text, base::Vec2{0, 0}}}}));
    text.need = "Trop de courrier";
    CHECK(asked(edit::EditCase{id, text}));
    CHECK(asked(edit::MoveCards{{{id, {50, 50}}}}));
    CHECK(asked(edit::MoveCards{{{id, {90, 50}}}}));
    CHECK(w.text(id).need == "Trop de courrier");
    CHECK(w.place(id) == base::Vec2{90, 50});
    CHECK(asked(edit::RemoveCases{{id}}));
}

TEST_CASE("an unknown version, and the closing of a round, are refused")
{
    Proposing w;
    w.add("Tri");
    CHECK(error_of(w.session.propose(edit::SetTitle{"x"}, 2, w.anne)) == "propose.version");
    CHECK(error_of(w.session.propose(edit::CloseRound{}, 1, w.anne)) == "round.ballots");
    edit::Actor const reader{{8}, edit::Role::reader};
    CHECK(error_of(w.session.propose(edit::SetTitle{"x"}, 1, reader)) == "actor.role");
}

TEST_CASE("the message of a conflict names the first author")
{
    auto const of = [](std::string what, std::uint64_t by) {
        return session::as_result(Conflict{std::move(what), 3, {by}}).error();
    };
    CHECK(of("case.title", 1).where == "overtaken.other");
    CHECK(of("case.title", 1).detail == "why.of.case");
    CHECK(of("card", edit::inbox.id.value).where == "overtaken.inbox");
    CHECK(of("something.else", 1).detail == "why.of.session");
    CHECK(session::as_result(Accepted{3}));
}

TEST_CASE("random commands against older versions never lose work silently")
{
    // Anne's changes are still there after Bruno's commands, unless they were his.
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        support::TickingClock clock;
        support::SeededRandomSource source{seed};
        auto session =
            *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, source);
        support::RandomWorkshop random(session, seed);
        random.steps(60);
        auto const seen = session.log().size();
        std::vector<journal::Entry> theirs;
        std::vector<CaseId> ids;
        for (auto const& [id, one] : model::table<model::Case>(session.document()))
            ids.push_back(id);
        if (ids.size() < 2) continue;
        edit::Actor const anne{{71}, edit::Role::facilitator}, bruno{{72}, edit::Role::facilitator};
        auto const moved = ids[seed % ids.size()], other = ids[(seed + 1) % ids.size()];
        auto const place = base::Vec2{static_cast<float>(seed) * 16, 16};
        auto const hers = session.submit(anne, edit::MoveCards{{{moved, place}}});
        REQUIRE(hers);
        if (hers->n == 0) continue;
        for (auto const id : {moved, other}) {
            auto const his = session.propose(edit::MoveCards{{{id, {-32, -32}}}}, seen, bruno);
            CHECK(std::holds_alternative<Conflict>(his) == (id == moved));
        }
        CHECK(model::get<model::CardPlace>(session.document(), moved).at == place);
        CHECK(model::get<model::CardPlace>(session.document(), other).at == base::Vec2{-32, -32});
    }
}

TEST_CASE("two openings of one session mint different ids, in the order of what they know")
{
    support::SeededRandomSource random{4};
    session::IdSource here(random), there(random);
    REQUIRE(here.author() != there.author());
    std::set<std::uint64_t> seen;
    std::uint64_t last = 0;
    for (int i = 0; i < 1000; ++i) {
        auto& source = i % 3 == 0 ? here : there;
        auto const id = source.mint<CaseId>().value;
        CHECK(id < model::derived_ids);
        CHECK(session::IdSource::author_of(id) == source.author());
        CHECK(seen.insert(id).second);
        // It is higher than every known id.
        CHECK(id > last);
        last = id;
        here.note(id);
        there.note(id);
    }
    // Without knowledge of each other they still differ.
    CHECK(here.mint<CaseId>() != there.mint<CaseId>());
}

TEST_CASE("an author number of the session is not used again")
{
    support::SeededRandomSource first{4}, again{4};
    auto const author = session::IdSource(first).author();
    CHECK(session::IdSource(again, {author}).author() != author);
}

TEST_CASE("a session with ids without authors opens, and continues above them")
{
    support::TemporaryFolder folder;
    auto const file = folder.path() / "atelier.cadran";
    std::filesystem::copy_file(support::sources_dir() / "tests/fixtures/format-1.cadran", file);
    support::TickingClock clock;
    support::SeededRandomSource random{4};
    auto opened = session::open_file(file, journal::OpenMode::write, {}, clock, random);
    REQUIRE(opened);
    auto& session = opened->session;
    std::uint64_t highest = 0;
    for (auto const& [id, one] : model::table<model::Case>(session.document()))
        highest = std::max(highest, id.value);
    REQUIRE(highest > 0);
    CHECK(highest < 1U << session::IdSource::author_bits); // it is a file of then
    auto const id = session.mint<CaseId>();
    CHECK(id.value > highest);
    model::Case text;
    text.title = "De maintenant";
    REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{id, text, {}}}}));
    auto const judged = session::judge(file);
    REQUIRE(judged);
    CHECK_FALSE(judged->fault);
}

TEST_CASE("a very old version is accepted")
{
    Proposing w;
    auto const id = w.add("Tri"), far = w.add("Classement");
    auto const seen = w.now();
    REQUIRE(w.session.submit(w.anne, edit::MoveCards{{{id, {100, 20}}}}));
    auto const moved = w.now();
    for (std::size_t i = 0; i < session::View::recent_most + 10; ++i) w.add("Cas");
    CHECK(w.session.propose(edit::MoveCards{{{id, {10, 300}}}}, seen, w.bruno) ==
          CommandResult(Conflict{"card", moved, w.anne.id}));
    auto const next = w.now() + 1;
    CHECK(w.session.propose(edit::MoveCards{{{far, {10, 300}}}}, seen, w.bruno) ==
          CommandResult(Accepted{next}));
}
