#include "analysis/ranking/ranking.h"
#include "edit/command.h"
#include "exchange/results/json.h"
#include "support/parsed.h"

#include <doctest/doctest.h>

TEST_CASE("the session as JSON numbers each axis as the room does, whatever was retired or moved")
{
    model::Document doc;
    auto does = [&](edit::Command const& command) {
        auto const planned = edit::plan(doc, command);
        REQUIRE(planned);
        REQUIRE(model::apply(doc, *planned));
    };
    edit::StartSession start;
    start.profile.title = "Atelier";
    for (std::uint64_t n = 1; n <= 8; ++n) {
        model::Axis axis;
        axis.order = static_cast<int>(n);
        axis.title = "Axe " + std::to_string(n);
        start.axes.emplace_back(model::AxisId{n}, axis);
    }
    does(start);
    does(edit::RetireAxis{{3}});
    does(edit::ArrangeAxes{{{1}, {2}, {4}, {5}, {6}, {8}, {7}}});
    auto const axes = support::parsed(exchange::show_json(doc, 1, ""))["axes"];
    REQUIRE(axes.size() == 8);
    for (int n = 1; n <= 8; ++n) CHECK(axes[static_cast<std::size_t>(n) - 1]["number"] == n);
    CHECK(axes[2]["state"] == "retired");
    CHECK(axes[3]["order"] == 3);
    CHECK(axes[6]["order"] == 7);
    CHECK(axes[7]["order"] == 6);
}
