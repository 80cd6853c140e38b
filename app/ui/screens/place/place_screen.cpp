#include "ui/screens/place/place_screen.h"

#include "analysis/estimates/estimates.h"

#include <fmt/format.h>

#include <utility>

namespace ui {

// The committee's estimates are shown as its own room, read-only; a round that it just revealed is
// shown at once.
Asked PlaceScreen::draw(Ui& ui, Workshop const& workshop)
{
    using model::Body;
    auto const rounds = committee_rounds_.get(workshop.source(), analysis::committee_rounds);
    if (known_rounds_ && rounds > *known_rounds_) view_.body = Body::committee;
    known_rounds_ = rounds;
    view_.committee = rounds > 0 ? PlaceView::Committee::estimated : PlaceView::Committee::silent;
    if (rounds == 0 || open_estimating(workshop.doc())) view_.body = Body::workshop;
    if (view_.body == Body::workshop) return ui::draw(ui, view_, workshop);
    auto const& own = committee_room_.get(workshop.source(), analysis::committee_room);
    auto view = workshop.session;
    view.document = model::with<model::Round, model::Placement>(std::move(view.document), own);
    auto const shown = Workshop{view,
                                workshop.ids,
                                workshop.computed,
                                workshop.now_ms,
                                workshop.saved_ms,
                                workshop.save_state,
                                Access::read,
                                workshop.file_name,
                                workshop.story,
                                workshop.entries,
                                workshop.moment,
                                workshop.page,
                                workshop.room,
                                workshop.shared};
    return ui::draw(ui, view_, shown);
}

Board PlaceScreen::middle() const
{
    return view_.show == PlaceView::Show::matrix ? Board::yes : Board::no;
}

float PlaceScreen::above_panel(Ui const& ui) const
{
    return view_.show == PlaceView::Show::overview ? 0 : ui.px(tabs_height);
}

std::optional<double> PlaceScreen::next_change(model::Document const&, std::int64_t) const
{
    bool const counts_down = view_.estimate.page == EstimateView::Page::received;
    return counts_down ? std::optional(1.0) : std::nullopt;
}

std::uint64_t PlaceScreen::picture() const
{
    constexpr unsigned shows = 4;
    return view_.axis.value * shows + static_cast<std::uint64_t>(view_.show);
}

bool PlaceScreen::in_the_booth() const { return ui::in_the_booth(view_.estimate); }

std::string PlaceScreen::ballot_begun(model::Document const&) const
{
    using enum EstimateView::Page;
    auto const page = view_.estimate.page;
    if (page != ballot && page != ask_part && page != ask_leave) return {};
    auto const& in_hand = view_.estimate.ballot;
    std::string out;
    for (auto const& [at, one] : in_hand.said)
        out += fmt::format("{}/{}:{},{},{},{};", at.first.value, at.second.value, one.opportunity,
                           one.risk, one.severity, one.likelihood);
    return out.empty() ? out : in_hand.token + ' ' + out;
}

RoomLook PlaceScreen::room_look(model::Document const&, float scale) const
{
    RoomLook look;
    look.axis = view_.axis;
    look.on = view_.selected;
    look.page = static_cast<int>(view_.show);
    look.body = view_.body;
    look.names = view_.names ? RoomLook::Names::shown : RoomLook::Names::hidden;
    look.clouds = view_.clouds ? RoomLook::Clouds::shown : RoomLook::Clouds::hidden;
    look.scrolled = view_.table.offset / scale;
    return look;
}

void PlaceScreen::show_the_room(RoomLook const& look, float scale)
{
    view_.axis = look.axis;
    view_.selected = look.on;
    view_.show = static_cast<PlaceView::Show>(look.page);
    view_.body = look.body;
    view_.names = look.names == RoomLook::Names::shown;
    view_.clouds = look.clouds == RoomLook::Clouds::shown;
    view_.table.offset = look.scrolled * scale;
}

std::optional<exchange::Image> PlaceScreen::image(model::Document const& doc) const
{
    if (in_the_booth()) return std::nullopt;
    if (view_.show == PlaceView::Show::overview) return exchange::Image{exchange::Shows::overview};
    return exchange::Image{exchange::Shows::matrix, model::get<model::Axis>(doc, view_.axis).place};
}

bool PlaceScreen::go_to(Target const& target)
{
    if (auto const* on = std::get_if<model::CaseId>(&target)) view_.selected = view_.sought = *on;
    if (auto const* axis = std::get_if<model::AxisId>(&target)) {
        view_.axis = *axis;
        view_.show = PlaceView::Show::matrix;
    }
    return std::holds_alternative<model::CaseId>(target) ||
           std::holds_alternative<model::AxisId>(target);
}

void PlaceScreen::give_back(edit::Command const& refused, model::Document const& doc)
{
    if (auto const* place = refused.as<edit::Place>()) give_back_reason(view_, *place, doc);
}

void PlaceScreen::answered(CastBallot const& wish, base::Result<void> const& result)
{
    ui::answered(view_.estimate, wish, result);
}

void PlaceScreen::go_on_from(Screen& before)
{
    auto* same = dynamic_cast<PlaceScreen*>(&before);
    if (!same) return;
    view_.estimate = std::move(same->view_.estimate);
    view_.estimate.ballot.refused.reset();
}

} // namespace ui
