#include "estimate_room.h"

namespace support {

Estimating::Estimating(int cases, std::string const& language)
    : Room(language)
{
    std::string csv = "titre;domaine\n";
    for (int i = 1; i <= cases; ++i)
        csv += "Cas numéro " + std::to_string(i) + (i % 2 ? ";Eau\n" : ";Voirie\n");
    start(csv, "place");
}

model::AxisId Estimating::axis(std::size_t place) { return analysis::active_axes(doc()).at(place); }

model::CaseId Estimating::id(int number)
{
    for (auto const& [id, one] : model::table<model::Case>(doc()))
        if (one.number == number) return id;
    return {};
}

void Estimating::open(int axes, int headcount)
{
    driver.click("rail.estimate");
    driver.frame(2);
    auto const all = analysis::active_axes(doc()).size();
    for (auto n = all; n > static_cast<std::size_t>(axes); --n) {
        driver.wheel(-3);
        driver.click("estimate.on." + std::to_string(n));
    }
    for (int i = 0; i < headcount; ++i) driver.click("estimate.headcount.plus");
    driver.click("estimate.open");
    driver.frame(6);
}

void Estimating::put(Put at)
{
    pictures::Matrix matrix{driver.box("estimate.matrix"), 8};
    matrix.band = pictures::title_band; // one unit of the design is one pixel here
    driver.move_to(matrix.at(at.opportunity, at.risk));
    driver.press();
    driver.release();
    driver.frame();
}

void Estimating::slide(std::string const& id, float value, float least, float most)
{
    auto const box = driver.box(id);
    float const inset = 6.5F, share = (value - least) / (most - least);
    driver.click_at({box.min.x + inset + share * (box.width() - 2 * inset), box.center().y});
    driver.settle();
}

void Estimating::fill(int axes, int cases, std::function<Put(int axis, int number)> const& say)
{
    for (int a = 0; a < axes; ++a)
        for (int n = 1; n <= cases; ++n) put(say(a, n));
}

void Estimating::close()
{
    driver.click("estimate.close");
    driver.frame(6);
}

void Estimating::estimate(std::vector<int> const& axes, std::vector<int> const& numbers, int people,
                          Say const& say)
{
    auto& session = *app.session();
    model::Round round;
    round.method = model::Method::estimate;
    round.question = "?";
    for (int a : axes) round.axes.push_back(axis(static_cast<std::size_t>(a)));
    for (int n : numbers) round.cases.push_back(id(n));
    auto const key = session.mint<model::RoundId>();
    REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{key, round}));
    REQUIRE(session.submit(edit::facilitator, edit::OpenRound{key, 1}));
    for (int person = 0; person < people; ++person) {
        model::Ballot ballot;
        for (int a : axes)
            for (int n : numbers) {
                model::Estimate at;
                if (auto const put = say(person, a, n))
                    at.opportunity = put->opportunity, at.risk = put->risk;
                ballot.estimates.push_back({axis(static_cast<std::size_t>(a)), id(n), at});
            }
        REQUIRE(session.cast(key, session.mint_token(), ballot));
    }
    REQUIRE(session.close_round(edit::facilitator, key));
    REQUIRE(session.submit(edit::facilitator, edit::RevealRound{key}));
    driver.settle();
}

analysis::Cloud Estimating::cloud(std::size_t axis_place, int number)
{
    for (auto const& one : analysis::clouds(doc(), axis(axis_place)))
        if (one.on == id(number)) return one;
    return {};
}

model::Placement const* Estimating::placed(std::size_t axis_place, int number)
{
    return model::find<model::Placement>(doc(), {axis(axis_place), id(number)});
}

} // namespace support
