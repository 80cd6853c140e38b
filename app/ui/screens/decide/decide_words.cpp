#include "analysis/common/in_use.h"
#include "ui/screens/decide/decide_parts.h"

#include <algorithm>

namespace ui {

std::string case_number(model::Document const& doc, model::CaseId on)
{
    return std::to_string(model::get<model::Case>(doc, on).number);
}

int place_of(model::Document const& doc, model::AxisId axis)
{
    return model::get<model::Axis>(doc, axis).place;
}

std::string axis_list(Ui const& ui, model::Document const& doc,
                      std::vector<model::AxisId> const& axes)
{
    std::string out;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (i > 0) out += i + 1 == axes.size() ? ui.tr("decide.and") : ", ";
        out += std::to_string(place_of(doc, axes[i]));
    }
    return out;
}

std::vector<model::AxisId> missing_axes(model::Document const& doc, analysis::RankedCase const& one)
{
    auto axes = analysis::active_axes(doc);
    std::erase_if(axes, [&](auto id) {
        return std::ranges::find(one.values, id, &analysis::AxisValue::axis) != one.values.end();
    });
    return axes;
}

std::vector<model::AxisId> contradicted_axes(analysis::RankedCase const& one)
{
    std::vector<model::AxisId> axes;
    for (auto const& value : one.values)
        if (value.contradicted) axes.push_back(value.axis);
    return axes;
}

std::string plain_milli(Ui const& ui, int milli)
{
    int const digits = milli % 1000 == 0 ? 0 : milli % 100 == 0 ? 1 : 2;
    return ui.words->decimal(milli / 1000.0, digits);
}

std::string verdict_name(Ui const& ui, model::Verdict verdict)
{
    return ui.tr("verdict." + std::string(base::name_of(verdict)));
}

Outcome outcome_of(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::launch: return Outcome::launch;
    case model::Verdict::safeguards: return Outcome::safeguard;
    case model::Verdict::later: return Outcome::later;
    case model::Verdict::aside:
    case model::Verdict::none: return Outcome::set_aside;
    }
    return Outcome::later;
}

} // namespace ui
