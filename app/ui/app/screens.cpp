#include "ui/app/screens.h"

#include "ui/screens/decide/decide_screen.h"
#include "ui/screens/gather/gather_screen.h"
#include "ui/screens/group/group_screen.h"
#include "ui/screens/place/place_screen.h"
#include "ui/screens/review/review_screen.h"
#include "ui/screens/vote/vote_screen.h"

#include <array>

namespace ui {
namespace {

using model::Step;

template <class S>
std::unique_ptr<Screen> make()
{
    return std::make_unique<S>();
}

struct Entry {
    std::vector<Step> steps;
    std::unique_ptr<Screen> (*make)();
};

std::vector<Entry> const& list()
{
    static std::vector<Entry> const screens{
        {{Step::gather}, make<GatherScreen>}, {{Step::group}, make<GroupScreen>},
        {{Step::vote}, make<VoteScreen>},     {{Step::place}, make<PlaceScreen>},
        {{Step::decide}, make<DecideScreen>}, {{Step::review}, make<ReviewScreen>}};
    return screens;
}

struct Home {
    Step operator()(model::CaseId) const { return Step::group; }
    Step operator()(model::GroupId) const { return Step::group; }
    Step operator()(model::AxisId) const { return Step::place; }
    Step operator()(model::RoundId) const { return Step::vote; }
};

} // namespace

Screens::Screens()
    : at_(base::Names<Step>::list.size())
{
    for (auto const& entry : list()) {
        auto& screen = all_.emplace_back(entry.make());
        for (auto const step : entry.steps) at_.at(static_cast<std::size_t>(step)) = screen.get();
    }
}

Screen& Screens::at(Step step) const { return *at_.at(static_cast<std::size_t>(step)); }

// A read-only session opens on Relire.
std::optional<Step> Screens::opens_on(Access access)
{
    return access == Access::read ? std::optional(Step::review) : std::nullopt;
}

Step Screens::home_of(Target const& target) { return std::visit(Home{}, target); }

} // namespace ui
