#include "ui/kit/paint.h"
#include "ui/screens/estimate/estimate_view.h"
#include "wording/estimates.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// The open round, in the panel: the number of answers, not their contents.
namespace ui {
namespace {

using Page = EstimateView::Page;

// One disc per person, filled in order of arrival, so that discs identify nobody.
float draw_discs(Ui& ui, base::Rect const& area, std::size_t cast, int headcount)
{
    auto const count = std::max(cast, static_cast<std::size_t>(std::max(0, headcount)));
    if (count == 0) return 0;
    float const pitch = ui.px(count > 40 ? 12.F : count > 20 ? 16.F : 24.F);
    auto const across = std::max<std::size_t>(1, static_cast<std::size_t>(area.width() / pitch));
    auto const shown = std::min<std::size_t>(count, across * 6);
    for (std::size_t i = 0; i < shown; ++i) {
        auto const row = i / across, column = i % across;
        base::Vec2 const at{area.min.x + pitch * (static_cast<float>(column) + 0.5F),
                            area.min.y + pitch * (static_cast<float>(row) + 0.5F)};
        if (i < cast)
            disc(ui, at, pitch * 0.36F, ui.color().accent);
        else
            ring(ui, at, pitch * 0.33F, ui.color().edge, ui.snap(1.5F));
    }
    auto const rows = (shown + across - 1) / across;
    return pitch * static_cast<float>(rows);
}

// Where the other rooms' ballots are counted too, the number of those here says little.
enum class Boxes { one, several };
void close_round(EstimateView& view, int headcount, std::size_t cast, Boxes boxes,
                 model::RoundId round, std::int64_t now_ms)
{
    bool const missing = headcount > static_cast<int>(cast);
    if (boxes == Boxes::several || (cast > 0 && missing))
        view.page = Page::ask_close;
    else if (cast == 0) // nothing to reveal: the earlier round stays valid
        view.queue.emplace_back(edit::CloseRound{round, {}, now_ms});
    else
        view.queue.emplace_back(CloseAndReveal{round});
}

} // namespace

void start_ballot(EstimateView& view, Workshop const& workshop, model::RoundId round)
{
    auto const expected = workshop.expected(round);
    bool const all = expected > 0 && static_cast<int>(workshop.session.ballots(round)) >= expected;
    bool const meant = view.page == Page::ask_one_more; // confirmed by the question
    view.ballot = {};
    view.ballot.round = round;
    if (all && !meant) {
        view.page = Page::ask_one_more;
        return;
    }
    view.ballot.token = workshop.ids.token();
    view.page = Page::ballot;
}

bool in_the_booth(EstimateView const& view)
{
    switch (view.page) {
    case Page::ballot:
    case Page::ask_part:
    case Page::ask_leave:
    case Page::received:
    case Page::curtain: return true;
    default: return false;
    }
}

float draw_round_card(Ui& ui, EstimateView& view, Workshop const& workshop, model::RoundId id,
                      base::Rect const& area)
{
    auto const& doc = workshop.doc();
    auto const& c = ui.color();
    auto const round = model::get<model::Round>(doc, id);
    auto const cast = workshop.session.ballots(id);
    auto const* closing = model::collection_in_progress(doc, id);
    bool const may = workshop.access == Access::edit && !closing;
    auto const expected = workshop.expected(id);
    float const pad = ui.px(20), x = area.min.x + pad, right = area.max.x - pad;
    bool const counted = expected > 0 || cast > 0;
    auto const people = std::max(static_cast<int>(cast), expected);
    float const pitch = ui.px(people > 40 ? 12.F : people > 20 ? 16.F : 24.F);
    float const discs =
        counted ? std::min(6.F, std::ceil(static_cast<float>(people) * pitch / (right - x))) * pitch
                : 0;
    float const height = ui.px(244) + discs;
    base::Rect const card{area.min, {area.max.x, area.min.y + height}};
    draw_surface(ui, card,
                 {.radius = ui.px(18),
                  .fill = c.card,
                  .border = c.accent,
                  .border_width = ui.snap(2),
                  .level = Level::e1});
    float y = card.min.y + ui.px(16);
    draw_icon_at(ui, {x + ui.px(11), y + ui.px(12)}, ui.px(22), c.accent, icon::visibility_off);
    bool const committee = round.body == model::Body::committee;
    auto const running = ui.tr("estimate.running");
    draw_text_in(ui, {{x + ui.px(30), y}, {right, y + ui.px(24)}}, type::legend, c.accent,
                 committee ? ui.words->text("vote.by_committee", running) : running);
    y += ui.px(32);
    draw_text_in(ui, {{x, y}, {right, y + ui.px(26)}}, type::strong, c.ink,
                 wording::asked(*ui.words, doc, round));
    y += ui.px(36);
    draw_discs(ui, {{x, y}, {right, y + discs}}, cast, expected);
    y += discs + (counted ? ui.px(6) : 0);
    auto const said =
        closing ? ui.tr("vote.closing") : wording::received(*ui.words, cast, expected);
    draw_text_in(ui, {{x, y}, {right, y + ui.px(26)}}, type::label, c.ink2, said);
    y += ui.px(36);
    bool const all = expected > 0 && static_cast<int>(cast) >= expected;
    if (button(
            ui, "estimate.ballot", {{x, y}, {right, y + ui.px(50)}}, ui.tr("estimate.ballot"),
            {.rank = all ? Rank::secondary : Rank::primary, .icon = icon::how_to_vote, .key = "B"},
            enabled_if(may)) ||
        (may && view.page == Page::none && shortcut(ui, ImGuiKey_B)))
        start_ballot(view, workshop, id);
    y += ui.px(60);
    if (closing) {
        if (button(ui, "estimate.resume", {{x, y}, {right, y + ui.px(48)}}, ui.tr("vote.resume"),
                   {.icon = icon::how_to_vote}, enabled_if(workshop.conducts())))
            view.queue.emplace_back(edit::DropCollection{id, closing->key});
        return height;
    }
    auto const boxes = workshop.shared ? Boxes::several : Boxes::one;
    bool const counts = cast > 0 || workshop.shared, conducts = workshop.conducts();
    auto const word = ui.tr(counts ? "estimate.close" : "estimate.drop");
    if (button(ui, "estimate.close", {{x, y}, {right, y + ui.px(48)}}, word,
               {.rank = all ? Rank::primary : Rank::secondary,
                .icon = counts ? icon::visibility : icon::close},
               enabled_if(conducts)) ||
        (conducts && counts && view.page == Page::none &&
         shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter)))
        close_round(view, expected, cast, boxes, id, workshop.now_ms);
    return height;
}

std::optional<Wish> draw_estimate_pages(Ui& ui, EstimateView& view, Workshop const& workshop)
{
    if (!view.queue.empty()) { // one command per frame
        auto wish = view.queue.front();
        view.queue.pop_front();
        ui.keep_drawing(0.1);
        return wish;
    }
    bool const of_a_round = in_the_booth(view) || view.page == Page::ask_one_more;
    if (of_a_round && model::get<model::RoundStatus>(workshop.doc(), view.ballot.round).state !=
                          model::RoundState::open) { // closed meanwhile
        view.ballot = {};
        view.page = Page::none;
    }
    if (view.page == Page::none) return std::nullopt;
    if (view.page == Page::setup) return draw_estimate_setup(ui, view, workshop);
    if (view.page == Page::ballot) return draw_estimate_ballot(ui, view, workshop);
    return draw_estimate_passing(ui, view, workshop);
}

} // namespace ui
