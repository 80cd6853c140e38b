#include "story/naming.h"

namespace story {

Named named(model::Document const& doc, model::CaseId id)
{
    auto const text = model::get<model::Case>(doc, id);
    return {id, text.number, text.title};
}

Vote vote(model::Document const& doc, model::RoundId id)
{
    auto const round = model::get<model::Round>(doc, id);
    return {id, round.number, round.question, round.method, round.body};
}

OnAxis on_axis(model::Document const& doc, model::AxisId id)
{
    auto const axis = model::get<model::Axis>(doc, id);
    return {id, axis.place, axis.short_title.empty() ? axis.title : axis.short_title};
}

} // namespace story
