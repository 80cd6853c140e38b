#include "bench/naming.h"

#include "bench/figures.h"
#include "support/naming.h"

#include <algorithm>
#include <string>

namespace bench {
namespace {

using support::Naming;

constexpr std::string_view name_of(Naming naming)
{
    switch (naming) {
    case Naming::titles: return "titles";
    case Naming::briefs: return "short titles";
    case Naming::titles_then_briefs: break;
    }
    return "titles, short where there is no room";
}

struct Sum {
    support::NamingMeasure all;
    double ms = 0, worst_ms = 0;

    void add(support::NamingScene const& scene)
    {
        double const start = cpu_ms();
        auto const places = pictures::place_labels(scene.names, scene.ground);
        double const took = cpu_ms() - start;
        ms += took;
        worst_ms = std::max(worst_ms, took);
        auto const m = support::measure(scene, places);
        all.cases += m.cases, all.shown += m.shown, all.overlaps += m.overlaps;
        all.over_others += m.over_others, all.outside += m.outside, all.across += m.across;
        all.misattributed += m.misattributed, all.leaning += m.leaning;
        all.numbered += m.numbered, all.brief += m.brief;
        ++scenes;
    }
    void say(std::string const& what, std::string_view words, std::string_view window) const
    {
        Line("names." + what)
            .with("words", words)
            .with("window", window)
            .with("cases", std::int64_t{all.cases})
            .with("named", std::int64_t{all.shown})
            .with("overlaps", std::int64_t{all.overlaps})
            .with("over_others", std::int64_t{all.over_others})
            .with("outside", std::int64_t{all.outside})
            .with("across", std::int64_t{all.across})
            .with("misattributed", std::int64_t{all.misattributed})
            .with("leaning", std::int64_t{all.leaning})
            .with("numbered", std::int64_t{all.numbered})
            .with("short", std::int64_t{all.brief})
            .with("ms", scenes == 0 ? 0 : ms / scenes)
            .with("worst_ms", worst_ms);
    }
    int scenes = 0;
};

} // namespace

void naming()
{
    auto const doc = support::sample_session();
    auto const axes = support::axes_of(doc);
    auto const cases = support::sample_cases(doc);
    constexpr unsigned seeds = 6;
    struct Window {
        support::NamingWindow window;
        std::string_view said;
    };
    for (auto const& [window, said] : {Window{support::full_hd, "1920x1080"},
                                       Window{support::small_and_large, "1366x768 at 130 %"}})
        for (auto words : {Naming::titles, Naming::briefs, Naming::titles_then_briefs}) {
            for (std::size_t i = 0; i < axes.size(); ++i) {
                Sum one;
                one.add(support::scene_of(axes[i], words, window));
                one.say("axis_" + std::to_string(i + 1), name_of(words), said);
            }
            for (int count : {24, 40, 60})
                for (double over : {1.0, 0.7}) {
                    Sum sum;
                    for (unsigned seed = 1; seed <= seeds; ++seed)
                        sum.add(support::scene_of(support::scattered(cases, count, seed, over),
                                                  words, window));
                    sum.say("random_" + std::to_string(count) + (over < 1 ? "_crowded" : ""),
                            name_of(words), said);
                }
        }
    int others = 0, changed = 0, most = 0, lost = 0;
    for (auto const& on_axis : axes)
        for (std::size_t which = 0; which < on_axis.cases.size(); which += 4) {
            auto const& one = on_axis.cases[which];
            auto const move = support::moved(on_axis, which, model::level_max - one.opportunity,
                                             one.risk, Naming::titles_then_briefs);
            others += move.others;
            changed += move.changed;
            most = std::max(most, move.changed);
            lost += move.lost();
        }
    Line("names.one_chip_moved")
        .with("other_names", std::int64_t{others})
        .with("changed", std::int64_t{changed})
        .with("most_at_once", std::int64_t{most})
        .with("named_less", std::int64_t{lost});
    int cases_in_turn = 0, named_in_turn = 0;
    for (auto const& on_axis : axes) {
        auto const places = support::placed_in_turn(on_axis, Naming::titles_then_briefs);
        cases_in_turn += static_cast<int>(places.size());
        named_in_turn += static_cast<int>(
            std::ranges::count_if(places, [](auto const& place) { return place.shown; }));
    }
    Line("names.placed_in_turn")
        .with("cases", std::int64_t{cases_in_turn})
        .with("named", std::int64_t{named_in_turn});
}

} // namespace bench
