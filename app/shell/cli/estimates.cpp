#include "wording/estimates.h"

#include "analysis/common/in_use.h"
#include "analysis/estimates/cloud.h"
#include "exchange/results/json.h"
#include "shell/cli/opened.h"
#include "wording/placements.h"

#include <ostream>

// `cadran estimates`: the results of estimating rounds.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;

constexpr double per_point = 100.0; // levels are 0..1000, shown as 0..10

base::Result<std::vector<model::AxisId>> axes_asked(model::Document const& doc,
                                                    std::optional<int> number)
{
    if (!number) return analysis::active_axes(doc);
    for (auto const& [id, axis] : model::table<model::Axis>(doc))
        if (axis.place == *number) return std::vector{id};
    return fail(Errc::not_found, "estimates.axis", std::to_string(*number));
}

std::string scale_line(i18n::Catalogue const& words, std::string const& name,
                       analysis::OneScale const& scale, double analysis::Point::*which)
{
    auto const point = [&](double level) { return words.decimal(level / per_point, 1); };
    auto out = words.text("estimates.scale", name, point(scale.spread.median),
                          point(scale.spread.q1), point(scale.spread.q3), words.decimal(scale.a, 2),
                          wording::agreement(words, scale.agreement));
    if (scale.camps)
        out += " · " + words.text("estimates.camps", words.number(scale.camps->low.people),
                                  point(scale.camps->low.median.*which),
                                  words.number(scale.camps->high.people),
                                  point(scale.camps->high.median.*which));
    return out;
}

void print_cloud(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::Cloud const& cloud, std::ostream& out)
{
    auto const axis = model::get<model::Axis>(doc, cloud.axis);
    auto const text = model::get<model::Case>(doc, cloud.on);
    out << "  " << text.number << "  " << text.title << " · " << wording::people(words, cloud)
        << '\n';
    if (!cloud.shape) {
        out << "      " << wording::too_few(words) << '\n';
        return;
    }
    auto const& shape = *cloud.shape;
    out << "      "
        << scale_line(words, words.text("estimates.opportunity"), shape.opportunity,
                      &analysis::Point::opportunity)
        << "\n      "
        << scale_line(words, words.text("estimates.risk"), shape.risk, &analysis::Point::risk)
        << '\n';
    std::string zones;
    for (auto q : {analysis::Quadrant::launch, analysis::Quadrant::safeguards,
                   analysis::Quadrant::comfort, analysis::Quadrant::aside})
        zones += (zones.empty() ? "" : ", ") + words.text("estimates.zone",
                                                          wording::quadrant(words, axis, q),
                                                          words.percent(shape.share(q)));
    out << "      " << words.text("estimates.zones", zones) << '\n';
}

} // namespace

int estimates(Console const& console, fs::path const& file, std::optional<int> axis)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const shown = as_shown((*opened)->session->document());
    if (!shown) return say_error(console, shown.error());
    auto const& doc = *shown;
    auto const axes = axes_asked(doc, axis);
    if (!axes) return say_error(console, axes.error(), file);
    if (console.output == Output::json) {
        console.out << exchange::estimates_json(doc, *axes) << '\n';
        return (*opened)->code;
    }
    auto const& words = console.words;
    bool any = false;
    for (auto id : *axes) {
        auto const clouds = analysis::clouds(doc, id);
        if (clouds.empty()) continue;
        any = true;
        auto const one = model::get<model::Axis>(doc, id);
        console.out << words.text("estimates.axis", one.place, one.title) << '\n';
        for (auto const& cloud : clouds) print_cloud(words, doc, cloud, console.out);
    }
    if (!any) console.out << words.text("estimates.none") << '\n';
    return (*opened)->code;
}

} // namespace shell
