#include "analysis/common/in_use.h"
#include "ui/kit/paint.h"
#include "ui/screens/facilitator/facilitator_view.h"
#include "wording/board.h"

#include <fmt/format.h>

#include <algorithm>

namespace ui {

std::optional<Wish> draw_next(Ui& ui, FacilitatorGround const& ground, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const inner = draw_card(ui, box);
    if (static_cast<std::size_t>(ground.step) + 1 == base::count_of<model::Step>) {
        draw_text_in(ui, inner, type::h2, c.ink2, ui.tr("facilitator.last"));
        return std::nullopt;
    }
    auto const next = static_cast<model::Step>(static_cast<int>(ground.step) + 1);
    auto const name = ui.tr(fmt::format("step.{}", base::name_of(next)));
    auto const& doc = ground.workshop.doc();
    base::Rect const head{inner.min, {inner.max.x, inner.min.y + ui.px(36)}};
    auto const number = std::to_string(static_cast<int>(next) + 1);
    draw_case_mark(ui, {head.min.x + ui.px(18), head.center().y},
                   {.number = number, .diameter = 34});
    float x = head.min.x + ui.px(48);
    x += draw_text_in(ui, {{x, head.min.y}, head.max}, type::h2, c.ink,
                      ui.tr("facilitator.next", name)) +
         ui.px(16);
    auto const axes = analysis::active_axes(doc);
    std::string extent;
    if (next == model::Step::place && !axes.empty())
        extent = ui.trn("facilitator.axes", static_cast<std::int64_t>(axes.size()));
    if (ground.next_minutes > 0)
        extent += (extent.empty() ? "" : " · ") + ui.tr("facilitator.minutes", ground.next_minutes);
    if (!extent.empty()) draw_pill(ui, {x, head.center().y}, extent);
    auto const now = round_now(ground.workshop);
    bool const held = now.has_value();
    auto const go = ui.tr("facilitator.go", name);
    ButtonLook const look{.rank = held ? Rank::secondary : Rank::tinted,
                          .icon_right = icon::arrow_forward};
    float const wide = button_width(ui, go, look, 60);
    base::Rect const press{{inner.max.x - wide, inner.max.y - ui.px(held ? 96 : 78)},
                           {inner.max.x, inner.max.y - ui.px(held ? 36 : 18)}};
    bool const can = ground.workshop.access == Access::edit && !held;
    std::optional<Wish> wish;
    if (button(ui, "facilitator.next", press, go, look, enabled_if(can)))
        wish = edit::Command{edit::SetStep{next}};
    if (held) {
        auto const said = ui.tr("facilitator.next.locked");
        float const half = (text_width(ui, type::meta, said) + ui.px(26)) / 2;
        auto const middle = press.center().x;
        float const y = inner.max.y - ui.px(14);
        draw_icon_at(ui, {middle - half + ui.px(9), y}, ui.px(18), c.ink2, icon::lock);
        draw_text_in(
            ui,
            {{middle - half + ui.px(24), y - ui.px(12)}, {inner.max.x + ui.px(12), y + ui.px(12)}},
            type::meta, c.ink2, said);
    }
    auto const question = wording::question(*ui.words, doc, next),
               instruction = wording::instruction(*ui.words, doc, next);
    float const width = press.min.x - ui.px(28) - inner.min.x;
    float y = head.max.y + ui.px(10);
    if (next == model::Step::place && !axes.empty()) { // where it begins
        auto const first = model::get<model::Axis>(doc, axes.front());
        auto const& title = first.short_title.empty() ? first.title : first.short_title;
        y += draw_paragraph(ui, {inner.min.x, y}, width, type::text, c.ink2,
                            ui.tr("facilitator.next.axis", first.place, title), 2) +
             ui.px(6);
    }
    if (!question.empty())
        y += draw_paragraph(ui, {inner.min.x, y}, width, type::text, c.ink,
                            ui.tr("facilitator.say.quoted", question), 2) +
             ui.px(6);
    if (!instruction.empty() && inner.max.y - y >= ui.px(26))
        draw_paragraph(ui, {inner.min.x, y}, width, type::text, c.ink2, instruction,
                       std::max(1, static_cast<int>((inner.max.y + ui.px(8) - y) / ui.px(26))));
    return wish;
}

} // namespace ui
