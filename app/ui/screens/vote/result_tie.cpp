#include "ui/kit/names.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/why.h"

#include <imgui.h>

#include <algorithm>
#include <array>

// Breaking a tie: rule, order and reason are stored in the session.
namespace ui {
namespace {

using Cut = VoteResults::Cut;
using model::TieRule;

std::vector<model::CaseId> tied_at(analysis::Tally const& tally, int rank)
{
    std::vector<model::CaseId> out;
    for (auto const& line : tally.cases)
        if (line.rank == rank) out.push_back(line.on);
    return out;
}

std::vector<model::CaseId> order_of(Cut const& cut, VoteView const& view, Workshop const& workshop)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    switch (cut.by) {
    case TieRule::hand: break;
    case TieRule::declared: return analysis::declared_order(round, cut.order);
    case TieRule::draw: return analysis::draw_order(cut.order, cut.seed);
    }
    return cut.order;
}

// The order; movable when chosen by hand.
void draw_order(Ui& ui, Cut& cut, VoteView const& view, Workshop const& workshop,
                base::Rect const& box)
{
    auto const& c = ui.color();
    auto const order = order_of(cut, view, workshop);
    bool const hand = cut.by == TieRule::hand;
    ScrollArea scroll(ui, "tie.order", box, cut.scroll);
    float const after = ui.px(hand ? 100 : 12);
    float const pitch =
        title_row_height(ui, workshop.doc(), order, type::label,
                         box.width() - ui.px(12 + 86) - after, {ui.px(52), ui.px(4), box.height()});
    std::optional<std::pair<std::size_t, std::size_t>> swap;
    for (std::size_t i = 0; i < order.size(); ++i) {
        float const y = scroll.top() + pitch * static_cast<float>(i), mid = y + pitch / 2;
        auto const text = model::get<model::Case>(workshop.doc(), order[i]);
        auto const number = std::to_string(text.number);
        base::Rect const row{{box.min.x, y + ui.px(2)},
                             {box.max.x - ui.px(12), y + pitch - ui.px(2)}};
        touch(ui, "tie.case." + number, row, text.title, Enabled::yes, Role::area);
        probe_value(ui, "tie.case." + number, std::to_string(i + 1));
        fill(ui, row, ui.px(10), c.sunken);
        draw_text_in(ui, {{row.min.x, row.min.y}, {row.min.x + ui.px(40), row.max.y}}, type::h3,
                     c.ink2, std::to_string(i + 1), Align::centre);
        draw_case_mark(ui, {row.min.x + ui.px(60), mid}, {.number = number, .diameter = 32});
        float const end = row.max.x - after;
        draw_case_title(ui, {{row.min.x + ui.px(86), row.min.y}, {end, row.max.y}}, type::label,
                        c.ink, text);
        if (!hand) continue;
        base::Rect const up{{row.max.x - ui.px(96), mid - ui.px(22)},
                            {row.max.x - ui.px(52), mid + ui.px(22)}};
        base::Rect const down{{row.max.x - ui.px(48), mid - ui.px(22)},
                              {row.max.x - ui.px(4), mid + ui.px(22)}};
        if (icon_button(ui, "tie.up." + number, up, icon::arrow_upward, ui.tr("results.tie.up"),
                        Rank::quiet, enabled_if(i > 0)))
            swap = {i - 1, i};
        if (icon_button(ui, "tie.down." + number, down, icon::expand_more,
                        ui.tr("results.tie.down"), Rank::quiet, enabled_if(i + 1 < order.size())))
            swap = {i, i + 1};
    }
    if (swap) std::swap(cut.order[swap->first], cut.order[swap->second]);
    scroll.content_height(pitch * static_cast<float>(order.size()));
}

} // namespace

void start_cut(VoteView& view, Workshop const& workshop, int rank)
{
    auto& results = view.results;
    Cut cut;
    cut.seed = analysis::tie_seed(workshop.session.chain_start, workshop.doc(), view.round);
    cut.rank = rank;
    cut.order = tied_at(*results.tally, rank);
    for (auto const& done : results.tally->cuts)
        if (done.rank == rank) cut.by = done.by, cut.reason = done.reason;
    results.cut = std::move(cut);
}

std::optional<Wish> draw_tie_dialog(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto& results = view.results;
    if (!results.cut) return std::nullopt;
    if (!results.tally || workshop.access != Access::edit ||
        tied_at(*results.tally, results.cut->rank).size() != results.cut->order.size()) {
        results.cut.reset(); // it is not a tie any more
        return std::nullopt;
    }
    auto& cut = *results.cut;
    bool const known = std::ranges::find(results.tally->cuts, cut.rank, &analysis::CutTie::rank) !=
                       results.tally->cuts.end();
    Dialog const window(ui, "tie", {ui.px(1080), ui.px(760)}, ui.tr("results.tie.title", cut.rank));
    auto const& body = window.body();
    float y = body.min.y;
    y += draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2,
                        ui.tr("results.tie.line")) +
         ui.px(16);
    float const middle = body.min.x + body.width() * 0.46F;
    struct Choice {
        TieRule by;
        char const* id;
        char const* title;
        char const* line;
    };
    constexpr std::array ways{
        Choice{TieRule::hand, "tie.by.hand", "results.tie.hand", "results.tie.hand.line"},
        Choice{TieRule::declared, "tie.by.declared", "results.tie.declared",
               "results.tie.declared.line"},
        Choice{TieRule::draw, "tie.by.draw", "results.tie.draw", "results.tie.draw.line"}};
    float top = y;
    for (auto const& way : ways) {
        base::Rect const box{{body.min.x, top}, {middle - ui.px(24), top + ui.px(108)}};
        if (choice_card(ui, way.id, box, ui.tr(way.title), ui.tr(way.line),
                        cut.by == way.by ? On::yes : On::no))
            cut.by = way.by;
        top += ui.px(120);
    }
    draw_text(ui, {middle, y}, type::h3, ui.color().ink, ui.tr("results.tie.order"));
    draw_order(ui, cut, view, workshop,
               {{middle, y + ui.px(36)}, {body.max.x, body.max.y - ui.px(96)}});
    if (cut.by == TieRule::draw) {
        auto const seed = ui.tr("results.cut.seed", std::to_string(cut.seed));
        base::Rect const line{{body.min.x, top}, {middle, top + ui.px(26)}};
        if (touch(ui, "tie.seed", line, seed, Enabled::yes, Role::area).hovered)
            tooltip(ui, line, wording::explained(*ui.words, wording::Term::seed));
        draw_text_in(ui, line, type::meta, ui.color().ink2, seed);
    }
    base::Rect const field{{body.min.x, body.max.y - ui.px(52)}, body.max};
    draw_text(ui, {body.min.x, field.min.y - ui.px(30)}, type::strong, ui.color().ink,
              ui.tr("results.tie.reason"));
    constexpr std::size_t reason_bytes = 400;
    auto const hint = ui.tr("results.tie.reason.hint");
    bool const submitted =
        text_field(ui, "tie.reason", field, ui.tr("results.tie.reason"), cut.reason,
                   {.hint = hint, .most_bytes = reason_bytes}) == Edit::submitted;

    auto const& foot = window.footer();
    auto const yes = ui.tr("results.tie.decide"), no = ui.tr("results.tie.cancel"),
               back = ui.tr("results.tie.undo");
    ButtonLook const look{Rank::primary, icon::check};
    float const wide = button_width(ui, yes, look), other = button_width(ui, no), gap = ui.px(12);
    model::TieKey const key{view.round, cut.rank};
    if (known &&
        button(ui, "tie.undo", {foot.min, {foot.min.x + button_width(ui, back), foot.max.y}}, back))
        return edit::DecideTie{key, {}};
    bool const leave = button(
        ui, "tie.cancel",
        {{foot.max.x - wide - gap - other, foot.min.y}, {foot.max.x - wide - gap, foot.max.y}}, no);
    // A choice by hand needs a reason.
    bool const may = cut.by != TieRule::hand || !cut.reason.empty();
    bool const decided = button(ui, "tie.decide", {{foot.max.x - wide, foot.min.y}, foot.max}, yes,
                                look, enabled_if(may)) ||
                         (may && (submitted || confirmed(ui)));
    if (decided) // closed when it is saved
        return edit::DecideTie{key,
                               {order_of(cut, view, workshop), cut.by,
                                cut.by == TieRule::draw ? cut.seed : 0, cut.reason}};
    if (leave || window.dismissed()) results.cut.reset();
    return std::nullopt;
}

} // namespace ui
