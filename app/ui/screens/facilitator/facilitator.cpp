#include "model/turnout.h"
#include "ui/kit/paint.h"
#include "ui/screens/facilitator/facilitator_view.h"
#include "wording/board.h"
#include "wording/votes/method_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {
namespace {

// Design pixels; widths and heights that are not listed take what is left.
constexpr float least_width = 1250, least_height = 900;
constexpr float margin = 24, gap = 16, side_width = 524;
constexpr float head_height = 110, first_row = 170, last_row = 194;
constexpr int steps = static_cast<int>(base::count_of<model::Step>); // as the top bar numbers them

// The scale at which the page fits into the main area.
float page_scale(Ui const& ui, base::Rect const& main)
{
    return std::min({ui.scale, main.width() / least_width, main.height() / least_height});
}

std::string question_of(Ui const& ui, FacilitatorGround const& ground)
{
    auto const& doc = ground.workshop.doc();
    if (auto const* round = model::find<model::Round>(doc, ground.round))
        return wording::asked(*ui.words, *round);
    auto said = wording::question(*ui.words, doc, ground.step);
    return said.empty() ? ui.tr(fmt::format("step.{}", base::name_of(ground.step))) : said;
}

// « Écran de la salle branché », with a button that closes the window.
std::optional<Wish> draw_badge(Ui& ui, base::Rect const& strip, float& left)
{
    auto const& c = ui.color();
    auto const said = ui.tr("second.open");
    float const high = ui.px(44), close = ui.px(40);
    float const wide = text_width(ui, type::strong, said) + ui.px(52) + close;
    base::Rect const box{{strip.max.x - wide, strip.min.y}, {strip.max.x, strip.min.y + high}};
    left = box.min.x;
    fill(ui, box, high / 2, c.opptint);
    outline(ui, box, high / 2, c.oppline, ui.snap(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(26), box.center().y}, ui.px(22), c.opp, icon::tv);
    touch(ui, "facilitator.window", box, said, Enabled::yes, Role::area);
    draw_text_in(ui, {{box.min.x + ui.px(46), box.min.y}, {box.max.x - close, box.max.y}},
                 type::strong, c.opp, said);
    base::Rect const cross{{box.max.x - close, box.min.y + ui.px(2)},
                           {box.max.x - ui.px(2), box.max.y - ui.px(2)}};
    if (icon_button(ui, "facilitator.window.close", cross, icon::close, ui.tr("second.close")))
        return SetRoomWindow{RoomWindow::closed};
    return std::nullopt;
}

std::optional<Wish> draw_head(Ui& ui, FacilitatorGround const& ground, base::Rect const& area)
{
    float right = area.max.x;
    auto wish = draw_badge(ui, {{area.min.x, area.min.y + ui.px(28)}, area.max}, right);
    right -= ui.px(24);
    auto asking = type::h1;
    auto const question = question_of(ui, ground);
    auto const wide = text_width(ui, asking, question), room = right - area.min.x;
    if (wide > room) asking.px = std::max(24.F, asking.px * room / wide - 0.5F);
    draw_text_in(ui, {{area.min.x, area.min.y + ui.px(20)}, {right, area.min.y + ui.px(64)}},
                 asking, ui.color().ink, question);
    auto const n = static_cast<int>(ground.step) + 1;
    auto const line = ui.tr("facilitator.line", n, steps);
    touch(ui, "facilitator.line", {{area.min.x, area.min.y + ui.px(66)}, {right, area.max.y}}, line,
          Enabled::yes, Role::area);
    draw_text_in(ui, {{area.min.x, area.min.y + ui.px(66)}, {right, area.min.y + ui.px(92)}},
                 type::text, ui.color().ink2, line);
    return wish;
}

// Items of the step that lead to its screen.
std::optional<Wish> rail(Ui& ui, FacilitatorGround const& ground, base::Rect const& area)
{
    std::vector<RailItem> items;
    for (auto item : ground.rail) { // none is shown here
        if (item.state == ItemState::selected) item.state = ItemState::normal;
        items.push_back(item);
    }
    items.push_back({"rail.step", icon::open_in_full, "second.rail.step"});
    auto const press = draw_rail(ui, ground.workshop, area, items);
    if (press.id == "rail.find") return ShowFinder{};
    if (press.id.empty()) return press.wish;
    if (press.id != "rail.step" && ground.press) ground.press(press.id);
    return ShowFacilitator{FacilitatorPage::hidden};
}

void end_editing(FacilitatorView& view)
{
    view.edits.reset();
    view.say.clear();
    view.lines.clear();
}

} // namespace

void FacilitatorDeleter::operator()(FacilitatorView* view) const { delete view; }

OwnedFacilitator new_facilitator() { return OwnedFacilitator(new FacilitatorView); }

std::optional<ChangedNotes> take_notes(FacilitatorView& view)
{
    return std::exchange(view.changed, std::nullopt);
}

void leave(FacilitatorView& view)
{
    end_editing(view);
    view.picture = {};
    view.sure = {};
}

base::Vec2 picture_size(FacilitatorView const& view) { return view.picture; }

std::optional<RoundNow> round_now(Workshop const& workshop)
{
    using model::RoundState;
    auto const& doc = workshop.doc();
    std::optional<RoundNow> out;
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc)) {
        auto const round = model::get<model::Round>(doc, id);
        bool const open = status.state == RoundState::open;
        bool const counted = status.state == RoundState::closed && model::is_vote(round) &&
                             model::anyone_voted(doc, id);
        if (!open && (!counted || out)) continue; // an open one comes first
        auto const cast =
            open ? static_cast<std::int64_t>(workshop.session.ballots(id)) + status.by_hand
                 : model::voters_of(doc, id);
        auto const expected = open ? model::at_one_machine(doc, round.headcount) : round.headcount;
        out = RoundNow{id, status, cast, expected};
        if (open) break;
    }
    return out;
}

base::Rect draw_card(Ui& ui, base::Rect const& box)
{
    auto const& c = ui.color();
    draw_surface(ui, box,
                 {.radius = ui.px(20),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e1});
    return base::grown(box, -ui.px(24));
}

Asked draw(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground)
{
    Asked asked;
    auto const layout = layout_of(ui, Panel::shown);
    if (view.edits && *view.edits != ground.step) end_editing(view);
    auto const now = round_now(ground.workshop);
    if (!now || now->id != view.sure || now->missing() == 0) view.sure = {};
    asked.take(rail(ui, ground, layout.rail));
    {
        AtScale const scale(ui, page_scale(ui, layout.main));
        auto const& main = layout.main;
        base::Rect const inner{{main.min.x + ui.px(margin), main.min.y},
                               {main.max.x - ui.px(margin), main.max.y - ui.px(margin)}};
        asked.take(
            draw_head(ui, ground, {inner.min, {inner.max.x, inner.min.y + ui.px(head_height)}}));
        float const top = inner.min.y + ui.px(head_height),
                    middle = inner.max.x - ui.px(side_width);
        base::Rect const left{{inner.min.x, top}, {middle - ui.px(gap), inner.max.y}};
        float const below = top + ui.px(first_row + gap), foot = inner.max.y - ui.px(last_row);
        draw_expected(ui, ground, {left.min, {left.max.x, top + ui.px(first_row)}});
        asked.take(
            draw_timer_card(ui, ground, {{middle, top}, {inner.max.x, top + ui.px(first_row)}}));
        draw_notes(ui, view, ground, {{left.min.x, below}, {left.max.x, foot - ui.px(gap)}});
        asked.take(draw_room_card(ui, view, ground, {{middle, below}, inner.max}));
        asked.take(draw_next(ui, ground, {{left.min.x, foot}, left.max}));
    }
    auto panel = draw_panel(ui, layout.panel);
    if (now && layout.panel.width() > 0) { // what an accepted idea changes meanwhile
        auto const said = ui.tr("facilitator.inbox.apart");
        touch(ui, "facilitator.inbox.apart", {panel.min, {panel.max.x, panel.min.y + ui.px(60)}},
              said, Enabled::yes, Role::area);
        panel.min.y +=
            draw_paragraph(ui, panel.min, panel.width(), type::meta, ui.color().ink2, said) +
            ui.px(14);
    }
    if (ground.inbox && layout.panel.width() > 0) asked.take(ground.inbox(ui, panel));
    return asked;
}

} // namespace ui
