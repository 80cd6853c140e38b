#include "session/judge.h"
#include "session/replay.h"
#include "session/session.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace {

namespace fs = std::filesystem;
using model::Axis;
using model::AxisId;

// A session older than axis places: nine axes, the third retired, restored and retired again, the
// first two exchanged.
struct OldFile {
    support::TemporaryFolder folder;
    fs::path path = folder / "s.cadran";
    support::TickingClock clock;
    support::SeededRandomSource random{5};

    OldFile()
    {
        fs::copy_file(support::sources_dir() / "tests/fixtures/axes-without-place.cadran", path);
    }
    session::Session open()
    {
        auto opened = session::open_file(path, journal::OpenMode::write, {}, clock, random);
        REQUIRE(opened);
        CHECK(opened->notices.empty());
        return std::move(opened->session);
    }
};

std::vector<int> shown(model::Document const& doc)
{
    std::multimap<int, int> by_order;
    for (auto const& [id, axis] : model::table<Axis>(doc))
        if (axis.state == model::AxisState::active) by_order.emplace(axis.order, axis.place);
    std::vector<int> out;
    for (auto const& [order, place] : by_order) out.push_back(place);
    return out;
}

bool every_place_is_its_id(model::Document const& doc)
{
    return std::ranges::all_of(model::table<Axis>(doc), [](auto const& row) {
        return row.second.place == static_cast<int>(row.first.value);
    });
}

using Places = std::vector<int>;

} // namespace

TEST_CASE("in a file without axis numbers, axes are numbered in the order of creation")
{
    OldFile file;
    auto const judged = session::judge(file.path);
    REQUIRE(judged);
    CHECK(!judged->fault);
    auto const session = file.open();
    CHECK(every_place_is_its_id(session.document()));
    CHECK(shown(session.document()) == Places{2, 1, 4, 5, 6, 7, 8, 9});
    session::Replay replay(session.log());
    for (std::uint64_t n = 1; n <= session.log().size(); ++n)
        CHECK(every_place_is_its_id(*replay.at(n)));
}

TEST_CASE("undo and new edits work on such a file, with the same numbers")
{
    OldFile file;
    auto const before = support::bytes_of(file.path);
    {
        auto session = file.open();
        REQUIRE(session.undo(edit::facilitator)); // the exchange
        REQUIRE(session.undo(edit::facilitator)); // the retirement
        CHECK(shown(session.document()) == Places{1, 2, 3, 4, 5, 6, 7, 8, 9});
        REQUIRE(session.undo(edit::facilitator)); // the ninth axis
        REQUIRE(session.redo(edit::facilitator));
        REQUIRE(session.submit(edit::facilitator, edit::RetireAxis{AxisId{4}}));
        Axis more;
        more.title = "Santé";
        REQUIRE(session.submit(edit::facilitator, edit::SetAxis{AxisId{10}, more}));
        CHECK(shown(session.document()) == Places{1, 2, 3, 5, 6, 7, 8, 9, 10});
    }
    CHECK(support::bytes_of(file.path).starts_with(before));
    auto const again = file.open();
    CHECK(every_place_is_its_id(again.document()));
    session::Replay replay(again.log());
    CHECK(*replay.at(again.log().size()) == again.document());
}
