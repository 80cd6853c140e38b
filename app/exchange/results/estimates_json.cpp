#include "analysis/common/in_use.h"
#include "analysis/estimates/delphi.h"
#include "base/names.h"
#include "exchange/results/json.h"
#include "exchange/results/json_parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

// The results of estimating rounds, by case and axis.
namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using analysis::Point;
using base::name_of;

Json point(Point at)
{
    return {{"opportunity", at.opportunity / per_point}, {"risk", at.risk / per_point}};
}

Json camp(analysis::Camp const& one)
{
    return {{"people", one.people}, {"median", point(one.median)}};
}

Json range_json(model::ScaleRange const& asked)
{
    return {{"low", asked.low}, {"high", asked.high}, {"points", asked.points}};
}

// A level on the answer scale; with few points, the nearest one.
double answer(double level, model::ScaleRange const& asked)
{
    double const whole = model::level_max;
    double const wide = asked.high - asked.low;
    if (asked.points < 2) return asked.low + level / whole * wide;
    auto const steps = static_cast<double>(asked.points - 1);
    return asked.low + std::round(level / whole * steps) * wide / steps;
}

std::vector<double> sorted_values(std::vector<Point> const& dots, double Point::*which)
{
    std::vector<double> values;
    values.reserve(dots.size());
    for (auto const& dot : dots) values.push_back(dot.*which);
    std::ranges::sort(values);
    return values;
}

void put_moments(Json& out, std::vector<double> const& sorted, double a)
{
    auto const moments = analysis::moments_of(sorted);
    out["mean"] = moments.mean;
    out["trimmed20"] = moments.trimmed;
    out["deviation"] = or_null(moments.deviation);
    out["bimodality"] = or_null(moments.bimodality);
    out["polarization"] = (1.0 - a) / 2.0;
}

void put_ipras(Json& out, analysis::Ipras const& ipras, double per)
{
    out["p30"] = ipras.p30 / per;
    out["p70"] = ipras.p70 / per;
    out["ipr"] = ipras.ipr() / per;
    out["ipras"] = ipras.yardstick / per;
    out["disagreement_index"] = ipras.ipr() / ipras.yardstick;
    out["disagreement"] = ipras.disagree();
}

void put_spread(Json& out, analysis::Spread const& spread, double per)
{
    out["median"] = spread.median / per;
    out["q1"] = spread.q1 / per;
    out["q3"] = spread.q3 / per;
    out["iqr"] = spread.iqr() / per;
    out["mad"] = spread.mad / per;
}

Json one_scale(analysis::OneScale const& scale, std::vector<double> const& sorted,
               model::ScaleRange const& asked)
{
    Json out = Json::object();
    put_spread(out, scale.spread, per_point);
    std::vector<double> points = sorted;
    for (auto& value : points) value /= per_point;
    put_moments(out, points, scale.a);
    out["agreement_a"] = scale.a;
    put_ipras(out, scale.ipras, per_point);
    out["state"] = name_of(scale.agreement);
    out["counts"] = analysis::counts_over(sorted, asked);
    if (scale.camps)
        out["camps"] = {{"low", camp(scale.camps->low)}, {"high", camp(scale.camps->high)}};
    return out;
}

// The same on the answer scale.
Json as_asked(analysis::OneScale const& scale, std::vector<double> const& sorted,
              model::ScaleRange const& asked)
{
    std::vector<double> said;
    for (double level : sorted) said.push_back(answer(level, asked));
    Json out = range_json(asked);
    put_spread(out, analysis::spread_of(said), 1.0);
    put_moments(out, said, scale.a);
    put_ipras(out, analysis::ipras(said, asked.low, asked.high), 1.0);
    return out;
}

void put_asked(Json& row, analysis::Shape const& shape, model::AxisScales const& asked,
               std::vector<double> const& opportunity, std::vector<double> const& risk)
{
    auto dots = shape.dots;
    for (auto& dot : dots)
        dot = {answer(dot.opportunity, asked.opportunity), answer(dot.risk, asked.risk)};
    auto const middle = analysis::spatial_median(dots);
    row["asked"] = {
        {"opportunity", as_asked(shape.opportunity, opportunity, asked.opportunity)},
        {"risk", as_asked(shape.risk, risk, asked.risk)},
        {"spatial_median", {{"opportunity", middle.opportunity}, {"risk", middle.risk}}}};
}

void put_shape(Json& row, analysis::Shape const& shape, model::AxisScales const& asked)
{
    auto const opportunity = sorted_values(shape.dots, &Point::opportunity);
    auto const risk = sorted_values(shape.dots, &Point::risk);
    row["median"] = point(shape.median);
    row["spatial_median"] = point(analysis::spatial_median(shape.dots));
    row["opportunity"] = one_scale(shape.opportunity, opportunity, asked.opportunity);
    row["risk"] = one_scale(shape.risk, risk, asked.risk);
    row["state"] = name_of(shape.agreement());
    Json zones = Json::object();
    for (auto q : {analysis::Quadrant::launch, analysis::Quadrant::safeguards,
                   analysis::Quadrant::comfort, analysis::Quadrant::aside})
        zones[std::string(name_of(q))] = shape.share(q);
    row["zone"] = name_of(shape.zone);
    row["zones"] = std::move(zones);
    row["astride"] = shape.astride
                         ? Json::array({name_of(shape.astride->one), name_of(shape.astride->other)})
                         : Json(nullptr);
    row["in_top_risk"] = shape.in_top_risk;
    if (shape.half)
        row["ellipse"] = {{"centre", point(shape.half->centre)},
                          {"major", shape.half->major / per_point},
                          {"minor", shape.half->minor / per_point},
                          {"angle", shape.half->angle}};
    if (shape.severity) row["severity"] = *shape.severity / per_point;
    if (shape.likelihood) row["likelihood"] = *shape.likelihood / per_point;
    model::ScaleRange const usual;
    if (asked.opportunity != usual || asked.risk != usual)
        put_asked(row, shape, asked, opportunity, risk);
}

Json moved(analysis::Movement const& since)
{
    return {{"changed_at_least", or_null(since.changed)},
            {"median", point(since.moved)},
            {"iqr", point(since.iqr_change)}};
}

// The last cloud of one case on one axis, and the change since earlier rounds.
Json cloud_of(model::Document const& doc, std::vector<analysis::Cloud> const& rounds)
{
    auto const& cloud = rounds.back();
    auto const axis = model::get<model::Axis>(doc, cloud.axis);
    auto const text = model::get<model::Case>(doc, cloud.on);
    Json row{{"axis", cloud.axis.value},
             {"axis_number", axis.place},
             {"axis_name", axis.title},
             {"case", cloud.on.value},
             {"number", text.number},
             {"title", text.title},
             {"round", model::get<model::Round>(doc, cloud.round).number},
             {"voters", cloud.voters},
             {"placed", cloud.placed},
             {"dont_know", cloud.dont_know}};
    model::AxisScales asked{cloud.axis, {}, {}};
    if (auto const table = analysis::read_estimates(doc, cloud.round))
        asked = table->scales_of(cloud.axis);
    if (cloud.shape) put_shape(row, *cloud.shape, asked);
    row["rounds"] = rounds.size();
    if (rounds.size() >= 2)
        row["since_last_round"] =
            moved(analysis::movement(rounds[rounds.size() - 2], rounds.back()));
    row["proposed_stop"] = name_of(analysis::proposed_stop(rounds));
    return row;
}

Json judged_alike(analysis::EstimateTable const& table, model::AxisId axis, double Point::*which)
{
    auto const found = analysis::concordance(table, axis, which);
    Json out{{"judges", found.judges}, {"cases", found.cases}};
    if (found.kendall)
        out["kendall"] = {{"w", found.kendall->w},
                          {"chi2", found.kendall->chi2},
                          {"freedom", found.kendall->freedom}};
    if (found.icc) out["icc"] = {{"single", found.icc->single}, {"mean", found.icc->mean}};
    return out;
}

} // namespace

Json estimates_of(model::Document const& doc, std::vector<model::AxisId> const& axes)
{
    Json clouds = Json::array();
    for (auto axis : axes)
        for (auto const& rounds : analysis::all_clouds(doc, axis))
            clouds.push_back(cloud_of(doc, rounds));
    Json judges = Json::array();
    for (auto id : analysis::estimating_rounds(doc))
        if (auto const table = analysis::read_estimates(doc, id))
            for (auto axis : table->axes)
                if (std::ranges::find(axes, axis) != axes.end())
                    judges.push_back(
                        {{"round", model::get<model::Round>(doc, id).number},
                         {"axis", axis.value},
                         {"opportunity", judged_alike(*table, axis, &Point::opportunity)},
                         {"risk", judged_alike(*table, axis, &Point::risk)}});
    return {{"clouds", std::move(clouds)}, {"concordance", std::move(judges)}};
}

std::string estimates_json(model::Document const& doc, std::vector<model::AxisId> const& axes)
{
    Json named = Json::array();
    for (auto id : axes) {
        auto const axis = model::get<model::Axis>(doc, id);
        named.push_back({{"id", id.value},
                         {"number", axis.place},
                         {"name", axis.title},
                         {"opportunity_line", axis.opportunity_line / per_point},
                         {"risk_line", axis.risk_line / per_point}});
    }
    Json out{{"scale", {{"low", 0}, {"high", 10}}},
             {"shown_from", analysis::shown_from},
             {"axes", std::move(named)}};
    out.update(estimates_of(doc, axes));
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace exchange
