#include "ui/icons.h"
#include "ui/vote_view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// One figure, one row of discs in the order in which they fill: nobody's seat.
void draw_progress(Ui& ui, base::Rect const& box, std::size_t cast, int headcount)
{
    auto const& c = ui.color();
    draw_surface(ui, box,
                 {.radius = ui.px(22),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e1});
    auto const figure = std::to_string(cast);
    float const x = box.min.x + ui.px(40);
    base::Rect const number{{x, box.min.y},
                            {x + text_width(ui, type::hero, figure) + 2, box.max.y}};
    draw_text_in(ui, number, type::hero, c.ink, figure);
    float const words = number.max.x + ui.px(26);
    Type const said{Face::semibold, 30, 38};
    auto const voters = ui.trn("vote.voters", static_cast<std::int64_t>(cast));
    auto const of = headcount > 0 ? ui.words->text("vote.of", headcount) : std::string();
    draw_text(ui, {words, box.center().y - (of.empty() ? ui.px(19) : ui.px(38))}, said, c.ink,
              voters);
    if (!of.empty()) draw_text(ui, {words, box.center().y}, said, c.ink, of);
    float const split =
        words + std::max(text_width(ui, said, voters), text_width(ui, said, of)) + ui.px(60);
    if (headcount <= 0) return;
    hairline_v(ui, split, box.min.y + ui.px(30), box.max.y - ui.px(30), c.line2);
    float const area = box.max.x - ui.px(40) - (split + ui.px(40));
    auto const count =
        static_cast<float>(std::max<std::size_t>(cast, static_cast<std::size_t>(headcount)));
    // As large as fits in the card, forty-five pixels apart at most.
    float pitch = ui.px(45);
    while (pitch > ui.px(12) &&
           std::ceil(count / std::floor(area / pitch)) * pitch > box.height() - ui.px(40))
        pitch -= ui.px(1);
    auto const across = std::max(1.F, std::floor(area / pitch));
    float const rows = std::ceil(count / across);
    float const top = box.center().y - rows * pitch / 2 + pitch / 2;
    for (int i = 0; i < static_cast<int>(count); ++i) {
        auto const at = static_cast<float>(i);
        base::Vec2 const centre{split + ui.px(40) + pitch * (std::fmod(at, across) + 0.5F),
                                top + pitch * std::floor(at / across)};
        float const r = pitch * 0.42F;
        if (static_cast<std::size_t>(i) < cast) {
            disc(ui, centre, r, c.accent);
            draw_icon_at(ui, centre, r * 1.3F, c.onaccent, icon::check);
        } else {
            dashed_ring(ui, centre, r, c.edge, ui.px(2), {ui.px(4), ui.px(3.5F)});
            draw_icon_at(ui, centre, r * 1.1F, c.edge, icon::hourglass_empty);
        }
    }
}

void draw_masked(Ui& ui, VoteView& view, Workshop const& workshop, model::Round const& round,
                 base::Rect const& area)
{
    ScrollArea scroll(ui, "vote.list", area, view.scroll);
    constexpr int columns = 3;
    float const gap = ui.px(16), height = ui.px(76), pitch = ui.px(84);
    float const width = (area.width() - ui.px(12) - gap * (columns - 1)) / columns;
    auto const rows = (static_cast<int>(round.cases.size()) + columns - 1) / columns;
    for (std::size_t i = 0; i < round.cases.size(); ++i) {
        int const column = static_cast<int>(i) / std::max(1, rows),
                  row = static_cast<int>(i) % std::max(1, rows);
        float const x = area.min.x + static_cast<float>(column) * (width + gap),
                    y = scroll.top() + static_cast<float>(row) * pitch + ui.px(4);
        base::Rect const box{{x, y}, {x + width, y + height}};
        bool const chosen = view.selected == round.cases[i];
        if (view.sought == round.cases[i]) scroll.show(box.min.y, box.max.y), view.sought = {};
        if (box.max.y < area.min.y || box.min.y > area.max.y) continue;
        auto const text = model::get<model::Case>(workshop.doc(), round.cases[i]);
        draw_surface(ui, box,
                     {.radius = ui.px(14),
                      .fill = ui.color().card,
                      .border = chosen ? ui.color().accent : ui.color().line,
                      .border_width = chosen ? ui.px(2.5F) : 1,
                      .level = Level::flat});
        auto const number = std::to_string(text.number);
        draw_case_mark(ui, {x + ui.px(34), box.center().y}, {.number = number, .diameter = 36});
        float const words = width - ui.px(64) - ui.px(84);
        float const said = paragraph_height(ui, type::room, text.title, words, 2);
        draw_paragraph(ui, {x + ui.px(64), box.center().y - said / 2}, words, type::room,
                       ui.color().ink, text.title, 2);
        for (int dot = 0; dot < 3; ++dot) { // masks: nothing of a case shows while the vote is open
            base::Vec2 const at{box.max.x - ui.px(60) + ui.px(20) * static_cast<float>(dot),
                                box.center().y};
            disc(ui, at, ui.px(7), ui.color().sunken);
            ring(ui, at, ui.px(6.5F), ui.color().line2, 1);
        }
    }
    scroll.content_height(static_cast<float>(rows) * pitch + ui.px(8));
}

std::string rules_said(Ui const& ui, model::Round const& round)
{
    if (round.method == model::Method::dots) return ui.words->text("vote.rules.dots", round.cap);
    if (round.method == model::Method::approval)
        return ui.words->text("vote.rules.approval", round.choices);
    return ui.words->text("vote.rules.score", round.grades);
}

} // namespace

std::optional<Wish> draw_vote_open(Ui& ui, VoteView& view, Workshop const& workshop,
                                   Frame const& frame)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    auto const cast = workshop.session.ballots_in_urn(view.round);
    auto const rest = draw_prompt(ui, frame.main, round.question, rules_said(ui, round));
    auto const masked = ui.tr("vote.masked");
    float const w = text_width(ui, type::strong, masked) + ui.px(66);
    base::Rect const pill{{rest.max.x - w, rest.center().y - ui.px(22)},
                          {rest.max.x, rest.center().y + ui.px(22)}};
    fill(ui, pill, ui.px(22), ui.color().sunken);
    draw_icon_at(ui, {pill.min.x + ui.px(28), pill.center().y}, ui.px(22), ui.color().ink,
                 icon::visibility_off);
    draw_text_in(ui, {{pill.min.x + ui.px(48), pill.min.y}, pill.max}, type::strong, ui.color().ink,
                 masked);
    float const left = frame.main.min.x + ui.px(24), right = frame.main.max.x - ui.px(24),
                top = frame.main.min.y + ui.px(108);
    draw_progress(ui, {{left, top}, {right, top + ui.px(178)}}, cast, round.headcount);
    draw_masked(ui, view, workshop, round,
                {{left, top + ui.px(202)}, {right, frame.main.max.y - ui.px(16)}});

    auto const inner = draw_panel(ui, frame.panel);
    bool const may = workshop.access == Access::edit;
    float y = inner.min.y;
    draw_text(ui, inner.min, type::h2, ui.color().ink, ui.tr("vote.here"));
    y += ui.px(42);
    y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2,
                        ui.tr("vote.here.line")) +
         ui.px(16);
    if (button(ui, "vote.ballot", {{inner.min.x, y}, {inner.max.x, y + ui.px(60)}},
               ui.tr("vote.ballot"), {.rank = Rank::tinted, .icon = icon::how_to_vote, .key = "B"},
               enabled_if(may)) ||
        (may && view.overlay == VoteView::Overlay::nothing && shortcut(ui, ImGuiKey_B)))
        start_ballot(view, workshop);
    y += ui.px(84);
    auto const missing = round.headcount - static_cast<int>(cast);
    if (round.headcount > 0 && missing > 0) {
        base::Rect const box{{inner.min.x, y}, {inner.max.x, y + ui.px(64)}};
        fill(ui, box, ui.px(14), ui.color().sunken);
        draw_icon_at(ui, {box.min.x + ui.px(28), box.center().y}, ui.px(24), ui.color().ink2,
                     icon::hourglass_empty);
        draw_text_in(ui, {{box.min.x + ui.px(54), box.min.y}, box.max}, type::strong,
                     ui.color().ink, ui.trn("vote.missing", missing));
        y += ui.px(84);
    }
    draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::meta, ui.color().ink2,
                   ui.tr("vote.secret"));
    bool const closes =
        button(ui, "vote.close", {{inner.min.x, inner.max.y - ui.px(60)}, inner.max},
               ui.tr("vote.close"), {.rank = Rank::primary, .icon = icon::lock_open},
               enabled_if(may && cast > 0)) ||
        (may && cast > 0 && view.overlay == VoteView::Overlay::nothing &&
         shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter));
    if (!closes) return std::nullopt;
    if (missing > 0) {
        view.overlay = VoteView::Overlay::ask_close;
        return std::nullopt;
    }
    view.revealed_s = ui.now_s;
    return CloseAndReveal{view.round};
}

} // namespace ui
