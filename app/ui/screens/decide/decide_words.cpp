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

} // namespace ui
