#include "analysis/ranking/ranking.h"
#include "model/change.h"
#include "pictures/icons.h"
#include "pictures/pareto.h"
#include "studio.h"
#include "support/naming.h"

#include <doctest/doctest.h>

#include <algorithm>

// The Pareto plot as layout and display list.
namespace {

using namespace pictures;

ParetoPlot const pareto_plot{{{100, 100}, {900, 600}}};

analysis::RankedCase ranked(std::uint64_t id, double opportunity, double risk, int layer)
{
    analysis::RankedCase one;
    one.on = model::CaseId{id};
    one.index = 1;
    one.opportunity = opportunity;
    one.risk = risk;
    one.pareto_layer = layer;
    return one;
}

// Three on the first layer, one behind, one that is placed nowhere.
analysis::Ranking ranking()
{
    analysis::Ranking out;
    out.cases = {
        ranked(1, 8, 5, 1), ranked(2, 4, 1, 1), ranked(3, 6, 3, 1), ranked(4, 3, 6, 2), {}};
    out.cases.back().on = model::CaseId{5};
    out.placed = 4;
    return out;
}

model::Document numbered()
{
    model::Document doc;
    for (int n = 1; n <= 5; ++n) {
        model::Case text;
        text.number = 10 * n;
        text.title = "Cas numéro " + std::to_string(n);
        REQUIRE(model::apply(doc, {model::edit<model::Case>(
                                      doc, model::CaseId{static_cast<std::uint64_t>(n)}, text)}));
    }
    return doc;
}

} // namespace

TEST_CASE("a case is drawn at its risk and opportunity")
{
    CHECK(pareto_plot.at(ranked(1, 10, 0, 1)) == base::Vec2{100, 100});
    CHECK(pareto_plot.at(ranked(1, 0, 10, 1)) == base::Vec2{900, 600});
    CHECK(pareto_plot.at(ranked(1, 5, 5, 1)) == base::Vec2{500, 350});
}

TEST_CASE("a staircase rises from case to case, up to the right edge")
{
    auto const all = ranking();
    auto const layer = pareto_layer(all, 1);
    REQUIRE(layer.size() == 3);
    CHECK(layer[0]->on == model::CaseId{2}); // the least risk first
    CHECK(layer[2]->on == model::CaseId{1});
    auto const steps = staircase(pareto_plot, layer);
    REQUIRE(steps.size() == 6);
    CHECK(steps.front().from.y == pareto_plot.box.max.y);
    CHECK(steps.back().to.x == pareto_plot.box.max.x);
    for (std::size_t i = 1; i < steps.size(); ++i) CHECK(steps[i].from == steps[i - 1].to);
    CHECK(pareto_layer(all, 3).empty());
}

TEST_CASE("a small plot numbers the first layer, and marks the selected case with a ring")
{
    auto const doc = numbered();
    auto const all = ranking();
    auto const list =
        drawn([&](Pen& pen) { draw_pareto(pen, pareto_plot, doc, all, {}, model::CaseId{4}); });
    auto texts = said(list);
    std::ranges::sort(texts);
    CHECK(texts == std::vector<std::string>{"10", "20", "30"});
    REQUIRE(all_of<Ring>(list).size() == 1);
    CHECK(all_of<Ring>(list).front().centre == pareto_plot.at(all.cases[3]));
    CHECK(all_of<Disc>(list).size() == 4);
    // The one that is placed nowhere is not drawn, even when it is chosen.
    auto const nowhere =
        drawn([&](Pen& pen) { draw_pareto(pen, pareto_plot, doc, all, {}, model::CaseId{5}); });
    CHECK(all_of<Ring>(nowhere).empty());
    auto const hovered =
        drawn([&](Pen& pen) { draw_pareto(pen, pareto_plot, doc, all, model::CaseId{4}, {}); });
    CHECK(all_of<Disc>(hovered).front().radius > all_of<Disc>(list).front().radius);
}

TEST_CASE("a chip shows the warnings of its case")
{
    auto one = ranked(1, 8, 5, 2);
    ParetoChip chip{&one, pareto_plot.at(one), pareto_plot.at(one), "12", nullptr, nullptr, 20};
    auto const count = [&](Marked marked) {
        auto const list = drawn([&](Pen& pen) { draw_pareto_chip(pen, chip, marked); });
        return std::pair(all_of<Ring>(list).size(), all_of<Icon>(list).size());
    };
    CHECK(count(Marked::no) == std::pair<std::size_t, std::size_t>{1, 0});
    CHECK(count(Marked::chosen) == std::pair<std::size_t, std::size_t>{2, 0});
    one.contested = true;
    one.veto = analysis::Veto::risk;
    CHECK(count(Marked::no) == std::pair<std::size_t, std::size_t>{2, 1});
}

TEST_CASE("the whole plot has the number of every placed case once")
{
    auto const doc = numbered();
    auto const list = pareto_picture(studio().means, doc, ranking(), pareto_plot.box);
    auto const texts = said(list);
    for (auto const* number : {"10", "20", "30", "40"})
        CHECK(std::ranges::count(texts, number) == 1);
    CHECK(std::ranges::count(texts, "50") == 0);
    CHECK(list == pareto_picture(studio().means, doc, ranking(), pareto_plot.box));
}
