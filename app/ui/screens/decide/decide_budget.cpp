#include "analysis/ranking/guard_rails.h"
#include "i18n/errors.h"
#include "pictures/charts.h"
#include "ui/kit/names.h"
#include "ui/paint/guard_signs.h"
#include "ui/paint/picture_paint.h"
#include "ui/panels/card_sheet.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/budget.h"

#include <imgui.h>

#include <algorithm>
#include <array>

// The budget: which cases it buys, in order, by knapsack or Equal Shares, and what a larger one
// would buy.
namespace ui {
namespace {

using analysis::Affordable;
using analysis::Offered;
using model::Rule;

constexpr std::array rules{Rule::greedy, Rule::greedy_no_skip, Rule::knapsack, Rule::equal_shares};
constexpr float budget_row_height = 58;
constexpr float title_at = 118, costs_at = 420, costs_wide = 170; // design pixels

base::Result<Affordable> const& fits(DecideView& view, Workshop const& workshop)
{
    return view.purse.fits.get(
        workshop.source(), view.order.made(), [&](model::Document const& doc, auto) {
            return analysis::affordable(doc, view.ranking(), model::get<model::Budget>(doc));
        });
}

// The money field; saved on Enter or when left.
std::optional<Wish> draw_money(Ui& ui, DecideView& view, Workshop const& workshop,
                               analysis::Cost::Kind kind, base::Rect const& box)
{
    auto const budget = model::get<model::Budget>(workshop.doc());
    auto& purse = view.purse;
    auto shown = [&](std::int64_t money) {
        return money == 0 ? std::string() : wording::money(*ui.words, kind, money);
    };
    if (purse.text_of != budget.money) {
        purse.text = shown(budget.money);
        purse.text_of = budget.money;
    }
    auto const label = ui.tr("decide.budget.money");
    auto const done = text_field(ui, "decide.budget.money", box, label, purse.text, {.hint = label},
                                 enabled_if(workshop.access == Access::edit));
    if (done != Edit::submitted && done != Edit::left) return std::nullopt;
    std::string typed = purse.text;
    // "20 points" is not an amount of money: with sizes, a number of points is expected.
    if (kind == analysis::Cost::Kind::size)
        std::erase_if(typed, [](char c) { return (c < '0' || c > '9') && c != ',' && c != '.'; });
    auto const read = analysis::read_cost(typed);
    auto changed = budget;
    changed.money = typed.empty() ? 0 : read ? read->hundredths : budget.money;
    purse.text = shown(changed.money); // the stored value
    if (changed == budget) return std::nullopt;
    return edit::SetBudget{changed};
}

std::optional<Wish> draw_rules(Ui& ui, Workshop const& workshop, base::Rect const& box)
{
    auto changed = model::get<model::Budget>(workshop.doc());
    std::array<std::string, rules.size()> words;
    std::array<std::string_view, rules.size()> labels;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        words.at(i) = wording::budget_rule(*ui.words, rules.at(i));
        labels.at(i) = words.at(i);
        if (rules.at(i) == changed.rule) chosen = i;
    }
    if (!segmented(ui, "decide.budget.rule", box, labels, chosen,
                   enabled_if(workshop.access == Access::edit)))
        return std::nullopt;
    changed.rule = rules.at(chosen);
    return edit::SetBudget{changed};
}

// The share spent, and sentences below.
void draw_summary(Ui& ui, model::Document const& doc, Affordable const& fits, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const money = fits.budget.money;
    base::Rect const bar{{box.min.x, box.min.y}, {box.max.x, box.min.y + ui.px(14)}};
    auto const share =
        money > 0 ? static_cast<double>(fits.spent) / static_cast<double>(money) : 0.0;
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_share(pen, bar, pen.px(7), c.line, c.accent,
                             static_cast<float>(std::min(1.0, share)));
    });
    auto const spent = wording::spent(*ui.words, fits);
    base::Rect const first{{box.min.x, bar.max.y + ui.px(8)}, {box.max.x, bar.max.y + ui.px(36)}};
    (void)touch(ui, "decide.budget.spent", first, spent, Enabled::yes, Role::area);
    draw_text_in(ui, first, type::h3, c.ink, spent);
    auto const more = wording::more(*ui.words, doc, fits);
    base::Rect const second{{box.min.x, first.max.y}, {box.max.x, first.max.y + ui.px(28)}};
    (void)touch(ui, "decide.budget.more", second, more, Enabled::yes, Role::area);
    draw_text_in(ui, second, type::text, c.ink2, more);
}

// The cost of a case, editable.
std::optional<Wish> draw_cost(Ui& ui, DecideView& view, Workshop const& workshop,
                              Affordable const& fits, Offered const& one, base::Rect const& cell)
{
    auto const& c = ui.color();
    auto text = model::get<model::Case>(workshop.doc(), one.on);
    auto const id = "decide.cost." + std::to_string(text.number);
    if (view.editing == DecideView::Editing::cost && view.selected == one.on) {
        auto const done =
            text_field(ui, id + ".edit", base::grown(cell, -ui.px(3)), ui.tr("decide.budget.cost"),
                       view.text, {.hint = ui.tr("decide.budget.cost.hint")});
        if (done == Edit::none || done == Edit::changed) return std::nullopt;
        if (done == Edit::cancelled || view.text == text.cost) {
            view.editing = DecideView::Editing::nothing;
            return std::nullopt;
        }
        text.cost = view.text;
        return edit::EditCase{one.on, text};
    }
    auto const shown = one.cost ? wording::money(*ui.words, fits.kind, *one.cost) : text.cost;
    auto const press = touch(ui, id, cell, shown, enabled_if(workshop.access == Access::edit));
    if (press.hovered) fill(ui, base::grown(cell, -ui.px(5)), ui.px(8), c.sunken);
    if (press.focused) focus_ring(ui, base::grown(cell, -ui.px(5)), ui.px(8));
    draw_text_in(ui, {cell.min, {cell.max.x - ui.px(10), cell.max.y}},
                 one.cost ? type::h3 : type::label, one.in ? c.ink : c.ink2,
                 shown.empty() ? "–" : shown, Align::right);
    if (press.clicked) {
        view.selected = one.on;
        view.editing = DecideView::Editing::cost;
        view.text = text.cost;
        focus(ui, id + ".edit");
    }
    return std::nullopt;
}

std::optional<Wish> draw_row(Ui& ui, DecideView& view, Workshop const& workshop,
                             Affordable const& fits, Offered const& one, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const& doc = workshop.doc();
    auto const text = model::get<model::Case>(doc, one.on);
    auto const number = std::to_string(text.number);
    auto const* line = view.ranking().find(one.on);
    float const y = row.center().y;
    auto const id = "decide.budget.row." + number;
    // Without a budget, eligible cases are not marked.
    bool const open = fits.budget.money == 0 && one.excluded == analysis::Excluded::no;
    auto const state = wording::place(*ui.words, doc, fits, one);
    auto const press = touch(ui, id, row, text.title);
    probe_value(ui, id, state);
    if (one.in) probe_on(ui, id, On::yes);
    if (view.selected == one.on)
        fill(ui, row, 0, c.atint);
    else if (press.hovered)
        fill(ui, row, 0, board::faded(c.sunken, 0.6F));
    if (press.focused) focus_ring(ui, base::grown(row, -ui.px(4)), ui.px(8));
    if (press.clicked) {
        view.selected = one.on;
        view.side = DecideView::Side::sheet;
    }
    if (line && line->placed())
        draw_text_in(ui, {{row.min.x, row.min.y}, {row.min.x + ui.px(52), row.max.y}}, type::rank,
                     one.in || open ? c.ink : c.ink3, std::to_string(line->rank), Align::right);
    draw_case_mark(ui, {row.min.x + ui.px(90), y}, {.number = number, .diameter = 34});
    float const cost = row.max.x - ui.px(costs_at), sum = row.max.x - ui.px(210);
    float const title_end = cost - ui.px(costs_wide);
    bool const noticed = !analysis::notices_of(doc, {one.on, model::Body::workshop}).empty();
    float const rails = noticed ? notice_pill_width(ui) + ui.px(10) : 0;
    draw_case_title(ui, {{row.min.x + ui.px(title_at), row.min.y}, {title_end - rails, row.max.y}},
                    type::body, one.in || open ? c.ink : c.ink2, text);
    draw_notice_pill(ui, doc, {one.on, model::Body::workshop}, {title_end - rails + ui.px(6), y},
                     "decide.budget.notices." + number,
                     one.excluded == analysis::Excluded::veto
                         ? std::span<analysis::Notice const>(said_by_veto)
                         : std::span<analysis::Notice const>());
    if (one.in) {
        draw_text_in(ui, {{sum - ui.px(190), row.min.y}, {sum, row.max.y}}, type::label, c.ink2,
                     wording::money(*ui.words, fits.kind, one.so_far), Align::right);
        draw_icon_at(ui, {sum + ui.px(44), y}, ui.px(24), c.opp, icon::check_circle);
    } else if (!open) {
        draw_icon_at(ui, {sum + ui.px(44), y}, ui.px(22), c.ink3,
                     one.excluded == analysis::Excluded::veto ? icon::warning_amber : icon::remove);
    }
    draw_text_in(ui, {{sum + ui.px(66), row.min.y}, {row.max.x - ui.px(12), row.max.y}},
                 type::label, one.in ? c.opp : c.ink2, state);
    hairline_h(ui, row.min.x, row.max.x, row.max.y - 1, c.line);
    return draw_cost(ui, view, workshop, fits, one,
                     {{cost - ui.px(160), row.min.y}, {cost + ui.px(10), row.max.y}});
}

std::optional<Wish> draw_list(Ui& ui, DecideView& view, Workshop const& workshop,
                              Affordable const& fits, base::Rect const& area)
{
    auto const& c = ui.color();
    draw_surface(ui, area,
                 {.radius = ui.px(18),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e1});
    base::Rect const head{{area.min.x, area.min.y}, {area.max.x, area.min.y + ui.px(46)}};
    float const cost = head.max.x - ui.px(costs_at), sum = head.max.x - ui.px(210);
    draw_text_in(ui, {{head.min.x + ui.px(18), head.min.y}, {head.min.x + ui.px(80), head.max.y}},
                 type::label, c.ink2, ui.tr("decide.rank"));
    draw_text_in(ui, {{head.min.x + ui.px(title_at), head.min.y}, head.max}, type::label, c.ink2,
                 ui.tr("decide.case"));
    draw_text_in(ui, {{cost - ui.px(160), head.min.y}, {cost, head.max.y}}, type::label, c.ink2,
                 ui.tr("decide.budget.cost"), Align::right);
    draw_text_in(ui, {{sum - ui.px(190), head.min.y}, {sum, head.max.y}}, type::label, c.ink2,
                 ui.tr("decide.budget.sum"), Align::right);
    hairline_h(ui, head.min.x, head.max.x, head.max.y, c.line);
    base::Rect const list{{area.min.x, head.max.y + 1}, {area.max.x, area.max.y - ui.px(4)}};
    ScrollArea scroll(ui, "decide.budget", list, view.purse_scroll);
    std::vector<model::CaseId> ids;
    for (auto const& one : fits.cases) ids.push_back(one.on);
    float const titles =
        list.width() - ui.px(title_at + costs_at + costs_wide + 10) - notice_pill_width(ui);
    float const height = title_row_height(ui, workshop.doc(), ids, type::body, titles,
                                          {ui.px(budget_row_height), ui.px(4), list.height()});
    float const top = scroll.top();
    float y = top;
    std::optional<Wish> wish;
    std::size_t last_in = fits.cases.size();
    for (std::size_t i = 0; i < fits.cases.size(); ++i)
        if (fits.cases[i].in) last_in = i;
    for (std::size_t i = 0; i < fits.cases.size(); ++i, y += height) {
        base::Rect const row{{area.min.x + 1, y}, {area.max.x - 1, y + height}};
        if (view.sought == fits.cases[i].on) {
            scroll.show(row.min.y, row.max.y);
            view.sought = {};
        }
        if (row.max.y < list.min.y || row.min.y > list.max.y) continue;
        if (auto asked = draw_row(ui, view, workshop, fits, fits.cases[i], row))
            wish = std::move(asked);
        if (i == last_in) // cases below are not bought
            dashed_line(ui, {row.min.x + ui.px(12), row.max.y - 1},
                        {row.max.x - ui.px(12), row.max.y - 1}, c.accent, ui.px(2.5F),
                        {ui.px(10), ui.px(7)});
    }
    scroll.content_height(height * static_cast<float>(fits.cases.size()));
    return wish;
}

void walk(Ui& ui, DecideView& view, Workshop const& workshop, Affordable const& fits)
{
    auto const& rows = fits.cases;
    auto const count = static_cast<std::ptrdiff_t>(rows.size());
    if (count == 0) return;
    auto const found = std::ranges::find(rows, view.selected, &Offered::on) - rows.begin();
    auto go = [&](std::ptrdiff_t to) {
        view.select(
            rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, count - 1))].on);
    };
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) go(found == count ? 0 : found + 1);
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) go(found == count ? 0 : found - 1);
    if (found == count || workshop.access == Access::read || !shortcut(ui, ImGuiKey_K)) return;
    auto const text = model::get<model::Case>(workshop.doc(), view.selected);
    view.editing = DecideView::Editing::cost;
    view.text = text.cost;
    view.sought = view.selected;
    focus(ui, "decide.cost." + std::to_string(text.number) + ".edit");
}

} // namespace

std::optional<Wish> draw_decide_budget(Ui& ui, DecideView& view, Workshop const& workshop,
                                       base::Rect const& area)
{
    auto const& c = ui.color();
    auto const& now = fits(view, workshop);
    auto const kind = now ? now->kind : analysis::Cost::Kind::amount;
    float const top = area.min.y + ui.px(2), height = ui.px(48);
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> asked) {
        if (asked) wish = std::move(asked);
    };
    take(draw_money(ui, view, workshop, kind,
                    {{area.min.x, top}, {area.min.x + ui.px(260), top + height}}));
    take(draw_rules(ui, workshop,
                    {{area.min.x + ui.px(284), top},
                     {std::min(area.max.x, area.min.x + ui.px(284 + 860)), top + height}}));
    if (shortcut(ui, ImGuiKey_M)) focus(ui, "decide.budget.money");
    base::Rect const below{{area.min.x, top + height + ui.px(16)}, area.max};
    if (!now) {
        auto const why = i18n::sentence(*ui.words, now.error());
        (void)touch(ui, "decide.budget.why", below, why, Enabled::yes, Role::area);
        draw_paragraph(ui, {below.min.x, below.min.y + ui.px(20)}, below.width(), type::body,
                       c.ink2, why);
        return wish;
    }
    draw_summary(ui, workshop.doc(), *now, below);
    walk(ui, view, workshop, *now);
    take(draw_list(ui, view, workshop, *now, {{area.min.x, below.min.y + ui.px(92)}, area.max}));
    return wish;
}

} // namespace ui
