#include "ui/screens/decide/decide_screen.h"

namespace ui {

Asked DecideScreen::draw(Ui& ui, Workshop const& workshop) { return ui::draw(ui, view_, workshop); }

std::optional<exchange::Image> DecideScreen::image(model::Document const&) const
{
    bool const pareto = view_.show == DecideView::Show::pareto;
    return exchange::Image{pareto ? exchange::Shows::pareto : exchange::Shows::order};
}

RoomLook DecideScreen::room_look(model::Document const&, float scale) const
{
    RoomLook look;
    look.on = view_.selected;
    look.page = static_cast<int>(view_.show);
    look.body = view_.body;
    look.scrolled = view_.scroll.offset / scale;
    return look;
}

void DecideScreen::show_the_room(RoomLook const& look, float scale)
{
    view_.selected = look.on;
    view_.show = static_cast<DecideView::Show>(look.page);
    view_.body = look.body;
    view_.scroll.offset = look.scrolled * scale;
}

bool DecideScreen::go_to(Target const& target)
{
    auto const* on = std::get_if<model::CaseId>(&target);
    if (on) view_.select(*on);
    return on != nullptr;
}

// The text was saved: closes its field.
Screen::Says DecideScreen::answered(edit::Command const& command, base::Result<void> const& result)
{
    using Editing = DecideView::Editing;
    if (!result) return Says::nothing;
    if (auto const* decide = command.as<edit::Decide>()) {
        view_.pending.erase(decide->key);
        if (view_.editing == Editing::owner || view_.editing == Editing::review)
            view_.editing = Editing::nothing;
    }
    if (command.is<edit::EditCase>() && view_.editing == Editing::cost)
        view_.editing = Editing::nothing;
    return Says::nothing;
}

} // namespace ui
