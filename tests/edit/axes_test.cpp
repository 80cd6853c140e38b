#include "edit/command.h"

#include <doctest/doctest.h>

#include <map>

namespace {

using model::Axis;
using model::AxisId;

struct Axes {
    model::Document doc;
    model::Changes last;

    Axes()
    {
        edit::StartSession start;
        start.profile.title = "Atelier";
        for (std::uint64_t n = 1; n <= 8; ++n) start.axes.emplace_back(AxisId{n}, named(n));
        does(start);
    }
    static Axis named(std::uint64_t n)
    {
        Axis axis;
        axis.order = static_cast<int>(n);
        axis.title = "Axe " + std::to_string(n);
        return axis;
    }
    void does(edit::Command const& command)
    {
        auto planned = edit::plan(doc, command);
        REQUIRE(planned);
        last = std::move(*planned);
        REQUIRE(model::apply(doc, last));
    }
    [[nodiscard]] int place(std::uint64_t n) const { return model::get<Axis>(doc, {n}).place; }
    // The places of the active axes, in screen order.
    [[nodiscard]] std::vector<int> shown() const
    {
        std::multimap<int, int> by_order;
        for (auto const& [id, axis] : model::table<Axis>(doc))
            if (axis.state == model::AxisState::active) by_order.emplace(axis.order, axis.place);
        std::vector<int> out;
        for (auto const& [order, at] : by_order) out.push_back(at);
        return out;
    }
};

using Places = std::vector<int>;

} // namespace

TEST_CASE("an axis keeps its number when another is retired, restored or moved")
{
    Axes a;
    CHECK(a.shown() == Places{1, 2, 3, 4, 5, 6, 7, 8});
    a.does(edit::RetireAxis{{3}});
    CHECK(a.shown() == Places{1, 2, 4, 5, 6, 7, 8});
    CHECK(a.place(3) == 3); // it has its own still
    a.does(edit::ArrangeAxes{{{2}, {1}, {4}, {5}, {6}, {7}, {8}}});
    CHECK(a.shown() == Places{2, 1, 4, 5, 6, 7, 8});
    a.does(edit::RestoreAxis{{3}});
    CHECK(a.shown() == Places{2, 1, 3, 4, 5, 6, 7, 8}); // where it was, as what it was
    a.does(edit::SetAxis{{5}, Axes::named(9)});         // what it says is another matter
    CHECK(a.place(5) == 5);
}

TEST_CASE("undoing a retirement changes no number either")
{
    Axes a;
    auto const before = a.doc;
    a.does(edit::RetireAxis{{3}});
    REQUIRE(model::apply(a.doc, model::rebase(a.doc, model::inverse(a.last))));
    CHECK(a.doc == before);
}

TEST_CASE("a new axis gets the next number, never that of a retired one")
{
    Axes a;
    a.does(edit::SetAxis{{9}, Axes::named(9)});
    CHECK(a.place(9) == 9);
    a.does(edit::RetireAxis{{9}});
    a.does(edit::RetireAxis{{3}});
    a.does(edit::SetAxis{{10}, Axes::named(10)});
    CHECK(a.shown() == Places{1, 2, 4, 5, 6, 7, 8, 10});
}

TEST_CASE("no two axes have the same number, whatever is undone or redone")
{
    Axes a;
    a.does(edit::SetAxis{{9}, Axes::named(9)});
    auto const again = a.last;
    REQUIRE(model::apply(a.doc, model::rebase(a.doc, model::inverse(again))));
    a.does(edit::SetAxis{{10}, Axes::named(10)}); // meanwhile
    REQUIRE(model::apply(a.doc, model::rebase(a.doc, again)));
    CHECK(a.place(10) == 9);
    CHECK(a.place(9) == 10);
}
