#include "deciding.h"

namespace support {

Deciding::Deciding(std::string const& language)
    : Room(language)
{
    start("titre,coût\nTri du courrier,M\nFuites d'eau,S\nAssistant RH,L\nCartes,\n", "decide");
    auto const cases = ids<model::Case>();
    auto const axes = ids<model::Axis>();
    edit::PlaceAll all;
    // Case 1 is best on all axes but the second, where 2 is; 3 is worse than both, with a high
    // risk on the third axis; 4 has a position on the first axis only.
    for (std::size_t a = 0; a < axes.size(); ++a) {
        all.where.push_back({{axes[a], cases[0]}, at(a == 1 ? 100 : 800, 300)});
        all.where.push_back({{axes[a], cases[1]}, at(a == 1 ? 1000 : 650, 300)});
        all.where.push_back({{axes[a], cases[2]}, at(400, a == 2 ? 900 : 500)});
    }
    all.where.push_back({{axes[0], cases[3]}, at(500, 400)});
    submit(all);
    driver.settle();
}

void Deciding::submit(edit::Command const& command)
{
    REQUIRE(app.session()->submit(edit::facilitator, command));
}

model::Placement Deciding::at(model::Level opportunity, model::Level risk)
{
    model::Placement placed;
    placed.opportunity = opportunity;
    placed.risk = risk;
    return placed;
}

model::Decision Deciding::decision(int number, model::Body body)
{
    return model::get<model::Decision>(
        doc(), {ids<model::Case>().at(static_cast<std::size_t>(number - 1)), body});
}

void Deciding::launch()
{
    driver.key(ImGuiKey_L);
    driver.settle();
    if (driver.shows("decide.note")) driver.click("decide.note");
}

std::vector<int> Deciding::rows(std::string const& prefix)
{
    std::vector<int> out;
    for (int n = 1; n <= 4; ++n)
        if (driver.shows(prefix + std::to_string(n))) out.push_back(n);
    std::ranges::sort(out, {}, [&](int n) { return driver.box(prefix + std::to_string(n)).min.y; });
    return out;
}

void Deciding::slide_to_nothing(std::string const& id)
{
    auto const box = driver.box(id);
    driver.drag(id, {box.min.x - 40, box.center().y});
}

model::Axis Deciding::axis(int number)
{
    return model::get<model::Axis>(doc(),
                                   ids<model::Axis>().at(static_cast<std::size_t>(number - 1)));
}

} // namespace support
