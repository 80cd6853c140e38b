#include "ui/screens/decide/decide_parts.h"

namespace ui {

std::string case_number(model::Document const& doc, model::CaseId on)
{
    return std::to_string(model::get<model::Case>(doc, on).number);
}

int place_of(model::Document const& doc, model::AxisId axis)
{
    return model::get<model::Axis>(doc, axis).place;
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
