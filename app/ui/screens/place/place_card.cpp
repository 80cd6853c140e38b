#include "analysis/common/in_use.h"
#include "ui/kit/paint.h"
#include "ui/screens/place/place_view.h"
#include "wording/estimates.h"

#include <algorithm>

// The top of the panel: open round, selected case, or tasks on this axis.
namespace ui {
namespace {

PlaceView::Agreed const& agreed_of(PlaceView& view, Workshop const& workshop)
{
    auto const look = [&](model::Document const& doc, model::AxisId on) {
        PlaceView::Agreed out;
        for (auto axis : analysis::active_axes(doc)) {
            auto const settling =
                analysis::at_their_medians(doc, agreed_on(view.room, workshop, axis));
            out.everywhere.insert(out.everywhere.end(), settling.begin(), settling.end());
            if (axis != on) continue;
            out.here = settling;
            for (auto const& rounds : clouds_on(view.room, workshop, axis))
                if (rounds.back().contested()) out.contested.push_back(rounds.back().on);
        }
        return out;
    };
    return view.agreed.get(workshop.source(), view.axis, look);
}

std::optional<Wish> draw_summary(Ui& ui, PlaceView& view, Workshop const& workshop,
                                 base::Rect const& area, float& y)
{
    auto const& agreed = agreed_of(view, workshop);
    auto const& clouds = clouds_on(view.room, workshop, view.axis);
    bool const may = workshop.access == Access::edit;
    std::optional<Wish> wish;
    if (view.body == model::Body::committee)
        y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::strong, ui.color().accent,
                            ui.tr("place.committee")) +
             ui.px(8);
    y += draw_paragraph(
             ui, {area.min.x, y}, area.width(), type::label, ui.color().ink2,
             wording::so_far(*ui.words, clouds, agreed_on(view.room, workshop, view.axis).size())) +
         ui.px(14);
    auto press = [&](std::string_view id, std::string const& word, ButtonLook const& look) {
        base::Rect const box{{area.min.x, y}, {area.max.x, y + ui.px(48)}};
        y += ui.px(58);
        return button(ui, id, box, word, look, enabled_if(may));
    };
    auto const here = static_cast<std::int64_t>(agreed.here.size());
    auto const all = static_cast<std::int64_t>(agreed.everywhere.size());
    if (here > 0 && press("place.agree", ui.trn("place.agree", here),
                          {.rank = Rank::primary, .icon = icon::done_all, .align = Align::left}))
        wish = edit::PlaceAll{agreed.here};
    if (all > here && press("place.agree_all", ui.trn("place.agree_all", all),
                            {.icon = icon::grid_view, .align = Align::left}))
        wish = edit::PlaceAll{agreed.everywhere};
    auto const contested = static_cast<std::int64_t>(agreed.contested.size());
    if (contested > 0 && press("place.again_contested", ui.trn("place.again_contested", contested),
                               {.icon = icon::replay, .align = Align::left}))
        ask_again(view, workshop, agreed.contested);
    if (clouds.empty() && !analysis::visible_cases(workshop.doc()).empty() &&
        press("place.estimate", ui.tr("estimate.start"),
              {.rank = Rank::tinted, .icon = icon::how_to_vote, .align = Align::left}))
        set_up_round(view.estimate, workshop, analysis::active_axes(workshop.doc()),
                     analysis::visible_cases(workshop.doc()));
    return wish;
}

} // namespace

void ask_again(PlaceView& view, Workshop const& workshop, std::vector<model::CaseId> cases)
{
    set_up_round(view.estimate, workshop, {view.axis}, std::move(cases));
}

std::optional<Wish> place_at_the_median(PlaceView& view, Workshop const& workshop)
{
    model::PlacementKey const key{view.axis, view.selected};
    auto const* now = model::find<model::Placement>(workshop.doc(), key);
    if (now && now->lock == model::Lock::locked) return std::nullopt;
    auto const* cloud = cloud_of(view.room, workshop, key);
    if (!cloud) return std::nullopt;
    auto const at = analysis::settled_at_the_median(workshop.doc(), *cloud);
    if (!at || (now && *now == *at)) return std::nullopt;
    return edit::Place{key, *at};
}

std::optional<Wish> draw_place_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                                    base::Rect const& area)
{
    auto const& doc = workshop.doc();
    float const before = view.card_height;
    float const shown = std::min(std::max(before, ui.px(40)), area.height());
    std::optional<Wish> wish;
    {
        ScrollArea scroll(ui, "place.card",
                          {{area.min.x - ui.px(10), area.min.y - ui.px(6)},
                           {area.max.x + ui.px(12), area.min.y + shown}},
                          view.card);
        float const top = scroll.top() + ui.px(6);
        float y = top;
        base::Rect const inner{{area.min.x, top}, area.max};
        if (auto const open = open_estimating(doc))
            y += draw_round_card(ui, view.estimate, workshop, *open, inner) + ui.px(12);
        bool const in_hand = model::find<model::Placement>(doc, {view.axis, view.selected}) ||
                             cloud_of(view.room, workshop, {view.axis, view.selected}) ||
                             !analysis::questions_on(doc, view.selected, view.axis).empty();
        if (in_hand)
            wish = draw_case_card(ui, view, workshop, {{area.min.x, y}, area.max}, y);
        else if (!open_estimating(doc))
            wish = draw_summary(ui, view, workshop, {{area.min.x, y}, area.max}, y);
        view.card_height = y - top + ui.px(6);
        scroll.content_height(view.card_height);
    }
    if (view.card_height != before) ui.keep_drawing(0.05);
    return wish;
}

} // namespace ui
