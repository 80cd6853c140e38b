#include "ui/screens/gather/gather_screen.h"

namespace ui {

void GatherScreen::begin_frame(Ui& ui)
{
    BoardScreen::begin_frame(ui);
    std::erase_if(view_.canvas.received,
                  [&](auto const& one) { return one.second.until_s <= ui.now_s; });
}

Asked GatherScreen::draw(Ui& ui, Workshop const& workshop)
{
    auto asked = ui::draw(ui, view_, workshop);
    go_there(ui);
    return asked;
}

Asked GatherScreen::draw_inbox(Ui& ui, Workshop const& workshop, base::Rect const& area,
                               model::Step step)
{
    return draw_inbox_beside(ui, view_, workshop, area, step);
}

std::optional<double> GatherScreen::next_change(model::Document const&, std::int64_t) const
{
    if (!view_.canvas.received.empty()) return 1.0; // marks disappear
    if (view_.inbox.late()) return steady_s;        // the newest first again
    constexpr double minute_s = 60;                 // refresh of relative times
    return view_.inbox.order().empty() ? std::nullopt : std::optional(minute_s);
}

void GatherScreen::lay(Ui& ui, edit::Propose& proposals, model::Document const& doc,
                       std::vector<base::Rect>& taken)
{
    auto& on = view_.canvas;
    bool const falls_now = on.shown == Canvas::Shown::yes &&
                           model::get<model::Gathering>(doc).moderation == model::Moderation::off;
    if (!falls_now) return;
    for (auto& one : proposals.which) {
        if (!one.at) one.at = falls(ui, on, one.as, one.proposal.title, taken);
        on.received[one.as] = {ui.now_s + received_s};
    }
}

} // namespace ui
