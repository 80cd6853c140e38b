#include "pictures/charts.h"
#include "ui/kit/names.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/ranking.h"
#include "wording/why.h"

#include <algorithm>
#include <cmath>

// The stability of the order, and its parameters.
namespace ui {
namespace {

using wording::fragile_under;
using wording::holds_from;

constexpr float popover_width = 520;
constexpr float ring_width = 88; // left of the sentence
constexpr Type solid_title_type{Face::semibold, 22, 28};

struct Statement {
    std::string title, line;
    board::Color color;
};

Statement state(Ui const& ui, DecideView const& view)
{
    auto const& c = ui.color();
    auto const& ranking = view.ranking();
    double const share = ranking.stability.value_or(0);
    auto const& words = *ui.words;
    Statement out;
    out.title = wording::solidity(words, ranking);
    out.line = view.order.done() ? wording::draws(words, ranking.draws, ranking.first)
                                 : wording::drawing(words, view.order.progress());
    out.color = share >= holds_from ? c.opp : share >= fragile_under ? c.warn : c.risk;
    return out;
}

void draw_ring(Ui& ui, DecideView const& view, base::Vec2 centre, board::Color color)
{
    double const share = *view.ranking().stability;
    pictures::Gauge gauge;
    gauge.share = static_cast<float>(share);
    gauge.color = color;
    if (share >= holds_from) gauge.icon = icon::check;
    gauge.word = share >= fragile_under ? "≈" : "!";
    auto const progress = view.order.progress();
    if (progress.done < progress.total)
        gauge.progress = static_cast<float>(progress.done) / static_cast<float>(progress.total);
    draw_picture(ui, [&](auto& pen) { pictures::draw_gauge(pen, centre, gauge); });
}

// A smaller font rather than truncation, down to the smallest readable one.
Type text_for(Ui const& ui, std::string_view said, float width)
{
    auto face = type::text;
    face.px *= std::clamp(width / (text_width(ui, face, said) + 1), 0.7F, 1.0F);
    return face;
}

float draw_swap(Ui& ui, model::Document const& doc, analysis::Swap const& swap,
                base::Rect const& box, float y)
{
    auto const& c = ui.color();
    float const row = ui.px(46), middle = y + row / 2;
    auto mark = [&](model::CaseId on, float x) {
        auto const number = case_number(doc, on);
        draw_case_mark(ui, {x, middle}, {.number = number, .diameter = 32});
    };
    mark(swap.out, box.min.x + ui.px(16));
    draw_icon_at(ui, {box.min.x + ui.px(50), middle}, ui.px(20), c.ink3, icon::compare_arrows);
    mark(swap.in, box.min.x + ui.px(84));
    draw_case_title(ui, {{box.min.x + ui.px(112), y}, {box.max.x - ui.px(70), y + row}}, type::meta,
                    c.ink2, model::get<model::Case>(doc, swap.in));
    draw_text_in(ui, {{box.max.x - ui.px(68), y}, {box.max.x, y + row}}, type::strong, c.ink,
                 ui.words->percent(swap.share), Align::right);
    return row;
}

void draw_swaps(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& anchor)
{
    auto const& ranking = view.ranking();
    auto const& doc = workshop.doc();
    auto const count = std::min<std::size_t>(ranking.swaps.size(), 8);
    auto const about = wording::about_draws(*ui.words, ranking) + " " +
                       wording::explained(*ui.words, wording::Term::seed);
    auto const voices = wording::voices(*ui.words, ranking);
    float const inner = ui.px(popover_width - 32);
    float const about_height = paragraph_height(ui, type::text, about, inner);
    float const voices_height =
        voices.empty() ? 0 : paragraph_height(ui, type::text, voices, inner) + ui.px(12);
    float const height = ui.px(32 + 40 + 40) + about_height + voices_height +
                         ui.px(46) * static_cast<float>(std::max<std::size_t>(count, 1));
    Popover popover(ui, "decide.swaps", anchor, {ui.px(popover_width), height}, Align::right);
    auto const box = popover.content();
    float y = box.min.y;
    draw_text(ui, {box.min.x, y}, type::h3, ui.color().ink, ui.tr("decide.solid.title"));
    y += ui.px(36);
    y += draw_paragraph(ui, {box.min.x, y}, box.width(), type::text, ui.color().ink2, about) +
         ui.px(12);
    if (!voices.empty())
        y += draw_paragraph(ui, {box.min.x, y}, box.width(), type::text, ui.color().ink2, voices) +
             ui.px(12);
    draw_text(ui, {box.min.x, y}, type::strong, ui.color().ink, wording::swaps(*ui.words, ranking));
    y += ui.px(32);
    for (std::size_t i = 0; i < count; ++i) y += draw_swap(ui, doc, ranking.swaps[i], box, y);
    if (popover.closed()) view.solid = DecideView::Solid::closed;
}

} // namespace

float solidity_width(Ui const& ui, DecideView const& view)
{
    auto const& ranking = view.ranking();
    if (!ranking.stability) return 0;
    auto const said = state(ui, view);
    auto const all = wording::draws(*ui.words, view.order.progress().total, ranking.first);
    return ui.px(ring_width) +
           std::max({text_width(ui, solid_title_type, said.title),
                     text_width(ui, type::text, said.line), text_width(ui, type::text, all)});
}

void draw_solidity(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& strip)
{
    auto const& c = ui.color();
    if (!view.ranking().stability) return;
    auto const said = state(ui, view);
    float const width = solidity_width(ui, view) - ui.px(ring_width);
    float const x = std::max(strip.max.x - width, strip.min.x + ui.px(84));
    if (strip.max.x - x < ui.px(120)) return; // not enough space
    base::Rect const box{{x - ui.px(ring_width), strip.min.y + ui.px(2)},
                         {strip.max.x + ui.px(8), strip.max.y}};
    auto const press = touch(ui, "decide.solid", box, said.title + " " + said.line);
    probe_value(ui, "decide.solid", std::to_string(view.ranking().draws));
    if (press.hovered) fill(ui, box, ui.px(14), c.sunken);
    if (press.focused) focus_ring(ui, box, ui.px(14));
    draw_text_in(ui, {{x, strip.min.y + ui.px(10)}, {strip.max.x, strip.min.y + ui.px(38)}},
                 solid_title_type, c.ink, said.title);
    draw_text_in(ui, {{x, strip.min.y + ui.px(38)}, {strip.max.x, strip.min.y + ui.px(64)}},
                 text_for(ui, said.line, strip.max.x - x), c.ink2, said.line);
    draw_ring(ui, view, {x - ui.px(46), strip.min.y + ui.px(38)}, said.color);
    if (press.clicked) view.solid = DecideView::Solid::open;
    if (view.solid == DecideView::Solid::open) draw_swaps(ui, view, workshop, box);
}

std::optional<Wish> draw_decide_foot(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area)
{
    auto const& c = ui.color();
    auto const ours = ui.tr("decide.body.workshop"), theirs = ui.tr("decide.body.committee");
    std::array<std::string_view, 2> const bodies{ours, theirs};
    float const width = ui.px(236);
    std::size_t chosen = view.body == model::Body::workshop ? 0 : 1;
    base::Rect const who{{area.max.x - width, area.min.y + ui.px(6)},
                         {area.max.x, area.min.y + ui.px(54)}};
    if (ui.audience == Audience::room) { // which body's decisions these are: nothing to press
        base::Rect const box{{who.max.x - pill_width(ui, bodies.at(chosen)), who.min.y}, who.max};
        draw_pill(ui, {box.min.x, box.center().y}, bodies.at(chosen));
        touch(ui, "decide.body.shown", box, bodies.at(chosen), Enabled::yes, Role::area);
    } else if (segmented(ui, "decide.body", who, bodies, chosen)) {
        view.body = chosen == 0 ? model::Body::workshop : model::Body::committee;
    }
    float x = area.min.x;
    base::Rect const first{{x, area.min.y + ui.px(2)},
                           {who.min.x - ui.px(24), area.min.y + ui.px(30)}};
    if (view.tried.any()) {
        auto const word = ui.tr("decide.tried");
        float const pill = text_width(ui, type::legend, word) + ui.px(22);
        base::Rect const box{first.min, {x + pill, first.max.y}};
        fill(ui, box, ui.px(14), c.warntint);
        dashed_outline(ui, box, ui.px(14), c.warn, ui.px(1.5F), {ui.px(4), ui.px(3.5F)});
        draw_text_in(ui, box, type::legend, c.warn, word, Align::centre);
        x += pill + ui.px(12);
    }
    auto const& doc = workshop.doc();
    auto const said = wording::convention(*ui.words, doc, view.ranking()) + " · " +
                      wording::weights(*ui.words, doc, view.tried.weights);
    base::Rect formula{{x, first.min.y}, first.max};
    Type const on_two{Face::semibold, 15, 19};
    bool const fits = text_width(ui, type::strong, said) <= formula.width();
    if (!fits) formula.max.y = formula.min.y + 2 * line_height(ui, on_two);
    (void)touch(ui, "decide.convention", formula, said, Enabled::yes, Role::area);
    draw_lines_in(ui, formula, fits ? type::strong : on_two, c.ink2, said);
    bool const bars = view.show == DecideView::Show::table && bars_fit(ui, area.width());
    auto const scale = ui.tr(bars ? "decide.bars" : "decide.vote.scale");
    // On one line if readable, else on two.
    base::Rect second{{area.min.x, formula.max.y}, {first.max.x, formula.max.y + ui.px(26)}};
    Type const small{Face::regular, 15, 19};
    bool const one_line = text_width(ui, small, scale) <= second.width();
    if (!one_line) second.max.y = second.min.y + 2 * line_height(ui, small);
    (void)touch(ui, "decide.scale", second, scale, Enabled::yes, Role::area);
    draw_lines_in(ui, second, one_line ? text_for(ui, scale, second.width()) : small, c.ink2,
                  scale);
    return std::nullopt;
}

} // namespace ui
