#include "model/voting_method.h"
#include "ui/screens/vote/vote_view.h"

#include <array>

namespace ui {

float draw_fact(Ui& ui, base::Rect const& inner, float y, std::string_view id, unsigned icon,
                std::string_view text, Weight weight, std::string_view about)
{
    auto const& c = ui.color();
    bool const warned = weight == Weight::warned;
    float const width = inner.width() - ui.px(48 + 12);
    float const h = paragraph_height(ui, type::text, text, width) + ui.px(warned ? 26 : 10);
    base::Rect const box{{inner.min.x, y}, {inner.max.x, y + h}};
    auto const pointed = touch(ui, id, box, text, Enabled::yes, Role::area);
    if (pointed.hovered && !about.empty()) tooltip(ui, box, about);
    if (warned) fill(ui, box, ui.px(14), c.warntint);
    float const top = y + ui.px(warned ? 13 : 5);
    draw_icon_at(ui, {inner.min.x + ui.px(22), top + ui.px(13)}, ui.px(22),
                 warned ? c.warn : c.ink2, icon);
    draw_paragraph(ui, {inner.min.x + ui.px(48), top}, width, type::text, c.ink, text);
    return y + h + ui.px(warned ? 12 : 6);
}

std::optional<Wish> draw_results_side(Ui& ui, VoteView& view, Workshop const& workshop,
                                      base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    auto& results = view.results;
    auto const of_case = ui.tr("results.page.case"), of_result = ui.tr("results.page.result");
    std::array<std::string_view, 2> const pages{of_case, of_result};
    auto page = static_cast<std::size_t>(results.page);
    if (segmented(ui, "results.page", {inner.min, {inner.max.x, inner.min.y + ui.px(44)}}, pages,
                  page)) {
        results.page = static_cast<VoteResults::Page>(page);
        results.side = {};
    }
    bool const one = results.page == VoteResults::Page::of_case;
    float const foot = inner.max.y - ui.px(60);
    base::Rect const body{{area.min.x, inner.min.y + ui.px(60)},
                          {area.max.x, foot - ui.px(62 + 16)}};
    {
        ScrollArea scroll(ui, "results.side", body, results.side);
        float const top = scroll.top() + ui.px(4);
        float const end = one ? draw_result_case(ui, view, workshop, inner, top)
                              : draw_result_facts(ui, view, workshop, inner, top);
        scroll.content_height(end - scroll.top() + ui.px(8));
    }
    hairline_h(ui, area.min.x, area.max.x, body.max.y, ui.color().line);
    bool const may = workshop.access == Access::edit;
    // A revote on a single case is possible where cases are judged independently.
    bool const alone = model::voting_method(results.tally->method).cases_least < 2;
    bool const offered = one && alone && view.selected;
    base::Rect row{{inner.min.x, foot - ui.px(62)}, {inner.max.x, foot - ui.px(12)}};
    auto const vote_again = [&] {
        view.draft = model::get<model::Round>(workshop.doc(), view.round);
        view.draft.source = model::BallotSource::keyboard;
        view.fresh = true;
    };
    if (offered) {
        base::Rect const whole{{row.max.x - row.height(), row.min.y}, row.max};
        row.max.x = whole.min.x - ui.px(10);
        if (icon_button(ui, "vote.again", whole, icon::how_to_vote, ui.tr("vote.again"),
                        Rank::secondary, enabled_if(may)))
            vote_again();
        if (button(ui, "results.revote", row, ui.tr("results.revote"), {.icon = icon::replay},
                   enabled_if(may))) { // the revote is kept beside the first vote
            vote_again();
            view.draft.cases = {view.selected};
            view.draft.revote_of = view.round;
        }
    } else if (button(ui, "vote.again", row, ui.tr("vote.again"), {.icon = icon::replay},
                      enabled_if(may))) {
        vote_again();
    }
    if (button(ui, "vote.to_place", {{inner.min.x, foot}, inner.max}, ui.tr("vote.to_place"),
               {.rank = Rank::primary, .icon_right = icon::arrow_forward}))
        return edit::SetStep{model::Step::place};
    return std::nullopt;
}

} // namespace ui
