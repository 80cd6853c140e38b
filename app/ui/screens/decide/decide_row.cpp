#include "analysis/estimates/placements.h"
#include "pictures/charts.h"
#include "ui/kit/names.h"
#include "ui/paint/cloud_paint.h"
#include "ui/paint/guard_signs.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/decisions.h"
#include "wording/ranking.h"

#include <algorithm>
#include <array>

// A row of the table: the case, the basis of its rank, its decision.
namespace ui {
namespace {

using analysis::RankedCase;
using Editing = DecideView::Editing;

constexpr float title_edge = 3; // above and below a title, in design pixels

void draw_level(Ui& ui, float x, float y, std::optional<double> value, board::Color color,
                DecideColumns::Levels levels)
{
    base::Rect const text{{x, y - ui.px(14)}, {x + ui.px(42), y + ui.px(14)}};
    if (!value) {
        draw_text_in(ui, text, type::body, ui.color().ink3, "–");
        return;
    }
    draw_text_in(ui, text, type::h3, ui.color().ink, ui.words->decimal(*value, 1));
    if (levels == DecideColumns::Levels::said) return;
    base::Rect const bar{{x + ui.px(46), y - ui.px(6)}, {x + ui.px(94), y + ui.px(6)}};
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_share(pen, bar, pen.px(4), ui.color().line, color,
                             static_cast<float>(*value / 10));
    });
}

// (10 + opportunity − risk) / 2 on each axis; above the dotted line opportunity is higher.
void draw_axis_bars(Ui& ui, model::Document const& doc, RankedCase const& one,
                    DecideColumns const& at, float y)
{
    std::vector<pictures::AxisBar> bars;
    for (auto const& point : analysis::profile(doc, one.on)) { // every active axis
        auto const value = std::ranges::find(one.values, point.axis, &analysis::AxisValue::axis);
        auto& bar = bars.emplace_back();
        bar.hue = ui.color().ax.at(hue_of(place_of(doc, point.axis)));
        if (value != one.values.end())
            bar.share = static_cast<float>((10 + value->opportunity - value->risk) / 20);
    }
    draw_picture(ui, [&](auto& pen) { pictures::draw_axis_bars(pen, bars, at.axes, at.pitch, y); });
}

// What is to know of a case, at the right of its title.
struct Sign {
    std::string_view name;
    std::string why;
    unsigned icon = 0;      // of those without one, the badge of contested cases,
    std::string words = {}; // or these words
    board::Color color = {};
};

// From the right.
std::vector<Sign> signs_of(Ui const& ui, DecideView const& view, model::Document const& doc,
                           RankedCase const& one)
{
    auto const& c = ui.color();
    std::vector<Sign> signs;
    if (one.veto == analysis::Veto::risk)
        signs.push_back({"veto",
                         wording::veto(*ui.words, doc, one, view.body),
                         icon::warning_amber,
                         {},
                         c.risk});
    if (one.contested) signs.push_back({"contested", ui.tr("decide.contested")});
    if (auto why = wording::contradicted(*ui.words, doc, one); !why.empty())
        signs.push_back({"contradicted", std::move(why), icon_contradicted, {}, c.warn});
    if (auto why = wording::missing(*ui.words, doc, one); !why.empty())
        signs.push_back(
            {"incomplete", std::move(why), 0,
             std::to_string(one.axes_placed) + "/" + std::to_string(view.ranking().axes)});
    return signs;
}

float width_of(Ui const& ui, Sign const& sign)
{
    return sign.words.empty() ? ui.px(26) : text_width(ui, type::meta, sign.words) + ui.px(14);
}

// With the gaps between them, and before the first.
float width_of(Ui const& ui, std::vector<Sign> const& signs)
{
    float width = ui.px(4);
    for (auto const& sign : signs) width += width_of(ui, sign) + ui.px(5);
    return width;
}

// True when it was pressed.
bool draw_sign(Ui& ui, Sign const& sign, float end, float y, std::string const& number)
{
    base::Vec2 const centre{end - ui.px(12), y};
    float const width = width_of(ui, sign);
    if (!sign.words.empty()) {
        base::Rect const box{{end - width, y - ui.px(12)}, {end, y + ui.px(12)}};
        dashed_outline(ui, box, ui.px(12), ui.color().ink3, ui.px(1.5F), {ui.px(3), ui.px(3)});
        draw_text_in(ui, box, type::meta, ui.color().ink2, sign.words, Align::centre);
    } else if (sign.icon != 0) {
        draw_icon_at(ui, centre, ui.px(23), sign.color, sign.icon);
    } else {
        draw_contested_badge(ui, centre, ui.px(11));
    }
    base::Rect const box{{end - width, y - ui.px(14)}, {end, y + ui.px(14)}};
    auto const press = touch(ui, "decide." + std::string(sign.name) + "." + number, box, sign.why,
                             Enabled::yes, Role::area);
    if (press.hovered) tooltip(ui, box, sign.why);
    return press.clicked;
}

std::optional<Wish> draw_verdict_menu(Ui& ui, DecideView& view, Workshop const& workshop,
                                      RankedCase const& one, base::Rect const& cell)
{
    std::array<std::string, 5> words;
    for (std::size_t i = 0; i < given_verdicts.size(); ++i)
        words.at(i) = wording::verdict(*ui.words, given_verdicts.at(i));
    words[4] = wording::verdict(*ui.words, model::Verdict::none);
    std::array const items{MenuItem{"verdict.launch", words[0], icon::rocket_launch, "L"},
                           MenuItem{"verdict.safeguards", words[1], icon::shield, "E"},
                           MenuItem{"verdict.later", words[2], icon::schedule, "T"},
                           MenuItem{"verdict.aside", words[3], icon::block, "X"},
                           MenuItem{"verdict.none", words[4], icon::close}};
    auto const answer = menu(ui, "decide.verdicts", cell, items);
    if (answer.closed) view.editing = Editing::nothing;
    if (answer.id.empty()) return std::nullopt;
    auto const verdict =
        base::from_name<model::Verdict>(answer.id.substr(std::string_view("verdict.").size()))
            .value_or(model::Verdict::none);
    return decide(ui, view, workshop, {one.on, view.body}, verdict);
}

// Decided against the order: the numbers of better and worse ranked cases concerned.
void draw_gap(Ui& ui, analysis::DecidedCase const* decided, base::Vec2 at,
              std::string const& number)
{
    if (!decided || (decided->lifted_over == 0 && decided->passed_by == 0)) return;
    bool const lifted = decided->lifted_over >= decided->passed_by;
    int const cases = lifted ? decided->lifted_over : decided->passed_by;
    auto const said = (lifted ? "+" : "−") + std::to_string(cases);
    float const width = std::max(ui.px(26), text_width(ui, type::meta, said) + ui.px(12));
    base::Rect const box{{at.x - width / 2, at.y - ui.px(11)},
                         {at.x + width / 2, at.y + ui.px(11)}};
    auto const why =
        lifted ? wording::lifted_over(*ui.words, cases) : wording::passed_by(*ui.words, cases);
    auto const press = touch(ui, "decide.gap." + number, box, why, Enabled::yes, Role::area);
    fill(ui, box, ui.px(11), ui.color().warntint);
    outline(ui, box, ui.px(11), ui.color().warn, ui.px(1.5F));
    draw_text_in(ui, box, type::meta, ui.color().warn, said, Align::centre);
    if (press.hovered) tooltip(ui, box, why);
}

std::optional<Wish> draw_verdict(Ui& ui, DecideView& view, Workshop const& workshop,
                                 RankedCase const& one, base::Rect const& cell,
                                 std::string const& number)
{
    auto const decision = model::get<model::Decision>(workshop.doc(), {one.on, view.body});
    bool const given = decision.verdict != model::Verdict::none;
    auto const id = "decide.verdict." + number;
    bool const told = ui.audience == Audience::room; // nothing to choose there
    auto const press =
        touch(ui, id, cell,
              given ? wording::verdict(*ui.words, decision.verdict) : ui.tr("decide.choose"),
              enabled_if(workshop.access == Access::edit), told ? Role::area : Role::button);
    float width = ui.px(120);
    if (given) {
        width = draw_decision(ui, {cell.min.x, cell.center().y}, outcome_of(decision.verdict),
                              wording::verdict(*ui.words, decision.verdict));
        draw_gap(ui, view.verdicts().find(one.on),
                 {cell.min.x + width - ui.px(8), cell.min.y + ui.px(12)}, number);
        draw_notice_pill(
            ui, workshop.doc(), {one.on, view.body},
            {cell.min.x + width + ui.px(6), cell.center().y}, "decide.notices." + number,
            one.veto == analysis::Veto::risk ? std::span<analysis::Notice const>(said_by_veto)
                                             : std::span<analysis::Notice const>());
    } else if (told) {
        draw_text_in(ui, cell, type::label, ui.color().ink3, ui.tr("decide.choose"));
    } else {
        base::Rect const empty{{cell.min.x, cell.center().y - ui.px(20)},
                               {cell.min.x + width, cell.center().y + ui.px(20)}};
        if (press.hovered) fill(ui, empty, ui.px(20), ui.color().sunken);
        dashed_outline(ui, empty, ui.px(20), ui.color().edge, ui.px(1.5F), {ui.px(4), ui.px(3.5F)});
        draw_text_in(ui, empty, type::label, ui.color().ink3, ui.tr("decide.choose"),
                     Align::centre);
    }
    if (press.focused)
        focus_ring(ui,
                   {{cell.min.x, cell.center().y - ui.px(20)},
                    {cell.min.x + width, cell.center().y + ui.px(20)}},
                   ui.px(20));
    if (press.clicked) {
        view.selected = one.on;
        view.editing = Editing::verdict;
    }
    if (view.editing != Editing::verdict || view.selected != one.on) return std::nullopt;
    return draw_verdict_menu(ui, view, workshop, one, cell);
}

// The decision of the other body: icon, with a tooltip.
void draw_other_body(Ui& ui, DecideView const& view, model::Document const& doc,
                     RankedCase const& one, base::Vec2 centre, std::string const& number)
{
    auto const other =
        view.body == model::Body::workshop ? model::Body::committee : model::Body::workshop;
    auto const verdict = model::get<model::Decision>(doc, {one.on, other}).verdict;
    if (verdict == model::Verdict::none) return;
    float const r = ui.px(outcome_disc) / 2;
    base::Rect const box{{centre.x - r, centre.y - r}, {centre.x + r, centre.y + r}};
    auto const said = wording::decided(*ui.words, other, verdict);
    auto const press = touch(ui, "decide.other." + number, box, said, Enabled::yes, Role::area);
    draw_outcome_disc(ui, centre, outcome_of(verdict));
    if (press.hovered) tooltip(ui, box, said);
}

// A text field of the decision, editable in the table.
std::optional<Wish> draw_text_cell(Ui& ui, DecideView& view, Workshop const& workshop,
                                   RankedCase const& one, base::Rect const& cell, Editing what,
                                   std::string const& number)
{
    auto const decision = model::get<model::Decision>(workshop.doc(), {one.on, view.body});
    bool const may = workshop.access == Access::edit, owner = what == Editing::owner;
    auto const id = (owner ? "decide.owner." : "decide.review.") + number;
    auto const& value = owner ? decision.owner : decision.review;
    if (view.editing == what && view.selected == one.on) {
        auto const done = text_field(
            ui, id + ".edit",
            {{cell.min.x - ui.px(10), cell.min.y + ui.px(4)}, {cell.max.x, cell.max.y - ui.px(4)}},
            ui.tr(owner ? "decide.owner" : "decide.review"), view.text,
            {.hint = owner ? std::string_view{} : "2027-03"});
        if (done == Edit::none || done == Edit::changed) return std::nullopt;
        if (done == Edit::cancelled || view.text == value) {
            view.editing = Editing::nothing;
            return std::nullopt;
        }
        auto changed = decision;
        (owner ? changed.owner : changed.review) = view.text;
        return edit::Decide{{one.on, view.body}, changed};
    }
    auto const shown = owner ? value : ui.words->month(value);
    auto const press = touch(ui, id, cell, shown, enabled_if(may));
    if (press.hovered)
        fill(ui,
             {{cell.min.x - ui.px(8), cell.min.y + ui.px(6)},
              {cell.max.x - ui.px(2), cell.max.y - ui.px(6)}},
             ui.px(8), ui.color().sunken);
    draw_lines_in(ui, {cell.min, {cell.max.x - ui.px(4), cell.max.y}}, type::label, ui.color().ink2,
                  shown.empty() ? "–" : shown);
    if (press.focused) focus_ring(ui, base::grown(cell, -ui.px(4)), ui.px(8));
    if (press.clicked) {
        view.selected = one.on;
        view.editing = what;
        view.text = value;
        focus(ui, id + ".edit");
    }
    return std::nullopt;
}

void draw_rank(Ui& ui, RankedCase const& one, DecideRow const& row, DecideColumns const& at)
{
    auto const& c = ui.color();
    float const y = row.box.center().y;
    if (!one.placed()) {
        draw_text_in(
            ui, {{row.box.min.x + ui.px(10), y - ui.px(12)}, {at.chip - ui.px(20), y + ui.px(12)}},
            type::meta, c.ink3, ui.tr("decide.unplaced"));
        return;
    }
    draw_text_in(ui, {{row.box.min.x, y - ui.px(16)}, {at.rank, y + ui.px(16)}}, type::rank,
                 row.rank == DecideRow::Rank::repeated ? c.ink3 : c.ink, std::to_string(one.rank),
                 Align::right);
    if (one.rank_low == one.rank_high) return;
    base::Rect const box{{at.interval, y - ui.px(12)}, {at.chip - ui.px(18), y + ui.px(14)}};
    draw_text_in(ui, box, type::meta, c.ink2, wording::interval(one));
}

// True when one of its icons was pressed.
bool draw_facts(Ui& ui, DecideView const& view, Workshop const& workshop, RankedCase const& one,
                DecideColumns const& at, float y, float height)
{
    auto const& c = ui.color();
    auto const& doc = workshop.doc();
    auto const text = model::get<model::Case>(doc, one.on);
    auto const signs = signs_of(ui, view, doc, one);
    bool pressed = false;
    float end = at.title_end;
    for (auto const& sign : signs) {
        pressed = draw_sign(ui, sign, end, y, std::to_string(text.number)) || pressed;
        end -= width_of(ui, sign) + ui.px(5);
    }
    float const half = height / 2 - ui.px(title_edge);
    draw_case_title(ui, {{at.title, y - half}, {at.title_end - width_of(ui, signs), y + half}},
                    type::body, c.ink, text);
    auto const voted =
        one.score ? (one.score->den == 1 ? std::to_string(one.score->num)
                                         : ui.words->decimal(analysis::value(*one.score), 1))
                  : std::string("–");
    draw_text_in(ui, {{at.vote - ui.px(60), y - ui.px(14)}, {at.vote, y + ui.px(14)}}, type::h3,
                 c.ink, voted, Align::right);
    base::Rect const cell{{at.vote - ui.px(60), y - ui.px(20)}, {at.vote, y + ui.px(20)}};
    if (pointer_over(ui, cell))
        tooltip(ui, cell,
                wording::conversion(*ui.words, doc, view.ranking(), view.order.vote(), one));
    draw_level(ui, at.opportunity + ui.px(12), y, one.opportunity, c.oppfill, at.levels);
    draw_level(ui, at.risk, y, one.risk, c.riskfill, at.levels);
    if (at.bars()) draw_axis_bars(ui, doc, one, at, y);
    return pressed;
}

} // namespace

float decide_row_height(Ui& ui, DecideView const& view, model::Document const& doc,
                        DecideColumns const& at, float list)
{
    constexpr float least = 60; // design pixels
    auto const& cases = view.ranking().cases;
    std::vector<model::CaseId> ids;
    float signs = 0;
    for (auto const& one : cases) ids.push_back(one.on);
    if (ui.px(least) * static_cast<float>(ids.size()) < list)
        for (auto const& one : cases)
            signs = std::max(signs, width_of(ui, signs_of(ui, view, doc, one)));
    return title_row_height(ui, doc, ids, type::body, at.title_end - at.title - signs,
                            {ui.px(least), ui.px(title_edge + 5), list});
}

std::optional<Wish> draw_decide_row(Ui& ui, DecideView& view, Workshop const& workshop,
                                    DecideRow const& row, DecideColumns const& at)
{
    auto const& c = ui.color();
    auto const& one = *row.one;
    auto const& box = row.box;
    auto const text = model::get<model::Case>(workshop.doc(), one.on);
    auto const number = std::to_string(text.number);
    auto const id = "decide.row." + number;
    auto const press = touch(ui, id, {box.min, {at.verdict - ui.px(8), box.max.y}}, text.title);
    if (row.moving == DecideRow::Moving::yes) fill(ui, box, 0, c.card);
    if (view.selected == one.on) {
        probe_on(ui, id, On::yes);
        fill(ui, box, 0, c.atint);
    } else if (press.hovered) {
        fill(ui, box, 0, board::faded(c.sunken, 0.6F));
    }
    if (press.focused) focus_ring(ui, base::grown(box, -ui.px(4)), ui.px(8));
    draw_rank(ui, one, row, at);
    draw_case_mark(ui, {at.chip, box.center().y}, {.number = number, .diameter = 34});
    bool const on_sign = draw_facts(ui, view, workshop, one, at, box.center().y, box.height());
    if (press.clicked || on_sign) {
        view.selected = one.on;
        view.side = DecideView::Side::sheet;
    }
    hairline_h(ui, box.min.x, box.max.x, box.max.y - 1, c.line);
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> asked) {
        if (asked) wish = std::move(asked);
    };
    take(draw_verdict(ui, view, workshop, one,
                      {{at.verdict, box.min.y}, {at.other - ui.px(4), box.max.y}}, number));
    draw_other_body(ui, view, workshop.doc(), one, {at.other + ui.px(16), box.center().y}, number);
    take(draw_text_cell(ui, view, workshop, one,
                        {{at.owner, box.min.y}, {at.review - ui.px(6), box.max.y}}, Editing::owner,
                        number));
    take(draw_text_cell(ui, view, workshop, one,
                        {{at.review, box.min.y}, {at.end - ui.px(4), box.max.y}}, Editing::review,
                        number));
    return wish;
}

} // namespace ui
