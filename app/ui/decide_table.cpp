#include "analysis/placements.h"
#include "ui/decide_view.h"
#include "ui/icons.h"
#include "ui/matrix_paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using analysis::RankedCase;
using Sort = DecideView::Sort;
using Editing = DecideView::Editing;

// What the bars of the axes take, where there is room for them.
constexpr float bars_width = 215, least_with_bars = 1230, least_without = 1015;

struct Columns {
    float rank, interval, chip, title, title_end, vote, opportunity, risk, axes, verdict, owner,
        review, end;
};

Columns columns_of(Ui const& ui, base::Rect const& box)
{
    float const x = box.min.x, right = box.max.x;
    Columns at{};
    at.rank = x + ui.px(42);
    at.interval = x + ui.px(50);
    at.chip = x + ui.px(130);
    at.title = x + ui.px(158);
    at.end = right;
    at.review = right - ui.px(112);
    at.owner = right - ui.px(278);
    at.verdict = right - ui.px(430);
    float const bars = box.width() < ui.px(least_with_bars) ? 0 : ui.px(bars_width);
    at.axes = at.verdict - bars;
    at.risk = at.axes - ui.px(115);
    at.opportunity = at.risk - ui.px(120);
    at.vote = at.opportunity - ui.px(20);
    at.title_end = at.vote - ui.px(58);
    return at;
}

std::vector<RankedCase const*> sorted(DecideView const& view, model::Document const& doc)
{
    std::vector<RankedCase const*> rows;
    for (auto const& one : view.ranked.ranking.cases) rows.push_back(&one);
    auto number = [&](RankedCase const* r) { return model::get<model::Case>(doc, r->on).number; };
    auto verdict = [&](RankedCase const* r) {
        auto const v = model::get<model::Decision>(doc, {r->on, model::Body::workshop}).verdict;
        return v == model::Verdict::none ? 9 : static_cast<int>(v);
    };
    switch (view.sort) {
    case Sort::rank: break;
    case Sort::number: std::ranges::stable_sort(rows, {}, number); break;
    case Sort::decision: std::ranges::stable_sort(rows, {}, verdict); break;
    case Sort::vote:
        std::ranges::stable_sort(rows, std::greater{}, [](auto* r) { return r->vote; });
        break;
    case Sort::opportunity:
        std::ranges::stable_sort(rows, std::greater{},
                                 [](auto* r) { return r->opportunity.value_or(-1); });
        break;
    case Sort::risk:
        std::ranges::stable_sort(rows, {}, [](auto* r) { return r->risk.value_or(99); });
        break;
    }
    return rows;
}

void draw_head(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& box,
               Columns const& at)
{
    auto const& c = ui.color();
    float const y = box.min.y, h = ui.px(50);
    auto head = [&](std::string_view id, std::string_view key, float x, float end,
                    board::Color color, std::optional<Sort> sort, Align align = Align::left) {
        auto const word = ui.tr(key);
        base::Rect const cell{{x, y}, {end, y + h}};
        if (sort) {
            auto const press = touch(ui, id, base::grown(cell, -ui.px(4)), word);
            if (press.clicked) view.sort = *sort;
            if (press.focused) focus_ring(ui, base::grown(cell, -ui.px(6)), ui.px(8));
        }
        draw_text_in(ui, cell, sort && view.sort == *sort ? type::strong : type::label, color, word,
                     align);
    };
    head("decide.by.rank", "decide.rank", box.min.x + ui.px(18), at.chip - ui.px(18), c.ink2,
         Sort::rank);
    head("decide.by.number", "decide.case", at.title, at.title_end, c.ink2, Sort::number);
    head("decide.by.vote", "decide.votes", at.vote - ui.px(66), at.vote, c.ink2, Sort::vote,
         Align::right);
    head("decide.by.opportunity", "decide.opportunity", at.opportunity, at.risk - ui.px(4), c.opp,
         Sort::opportunity);
    head("decide.by.risk", "decide.risk", at.risk, at.axes - ui.px(4), c.risk, Sort::risk);
    head("decide.by.verdict", "decide.verdict", at.verdict, at.owner - ui.px(4), c.ink2,
         Sort::decision);
    head("", "decide.owner", at.owner, at.review - ui.px(4), c.ink2, std::nullopt);
    head("", "decide.review", at.review, at.end - ui.px(8), c.ink2, std::nullopt);
    hairline_h(ui, box.min.x, box.max.x, y + h, c.line);
    if (at.axes == at.verdict) return;
    auto const axes = analysis::profile(workshop.doc(), {});
    float const pitch = std::min(
        ui.px(24.3F), ui.px(196) / static_cast<float>(std::max<std::size_t>(1, axes.size())));
    for (std::size_t i = 0; i < axes.size(); ++i) {
        auto const number = model::get<model::Axis>(workshop.doc(), axes[i].axis).number;
        draw_axis_badge(ui, {at.axes + pitch * static_cast<float>(i), y + ui.px(14)}, pitch * 0.92F,
                        static_cast<std::size_t>(std::max(1, number) - 1) % board::axis_hues);
    }
}

void draw_level(Ui& ui, float x, float y, std::optional<double> value, board::Color color)
{
    if (!value) {
        draw_text_in(ui, {{x, y - ui.px(14)}, {x + ui.px(40), y + ui.px(14)}}, type::body,
                     ui.color().ink3, "–");
        return;
    }
    draw_text_in(ui, {{x, y - ui.px(14)}, {x + ui.px(42), y + ui.px(14)}}, type::h3, ui.color().ink,
                 ui.words->decimal(*value, 1));
    base::Rect const bar{{x + ui.px(44), y - ui.px(6)}, {x + ui.px(102), y + ui.px(6)}};
    fill(ui, bar, ui.px(4), ui.color().line);
    fill(ui, {bar.min, {bar.min.x + bar.width() * static_cast<float>(*value / 10), bar.max.y}},
         ui.px(4), color);
}

// (10 + opportunity − risk) / 2 on each axis; above the dotted line opportunity prevails.
void draw_axis_bars(Ui& ui, model::Document const& doc, model::CaseId on, float x, float y)
{
    auto const profile = analysis::profile(doc, on);
    auto const& c = ui.color();
    float const pitch = std::min(
        ui.px(24.3F), ui.px(196) / static_cast<float>(std::max<std::size_t>(1, profile.size())));
    float const height = ui.px(40), base_y = y + height / 2;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (!profile[i].placed) continue;
        auto const number = model::get<model::Axis>(doc, profile[i].axis).number;
        auto const hue =
            c.ax.at(static_cast<std::size_t>(std::max(1, number) - 1) % board::axis_hues);
        float const share =
            static_cast<float>(1000 + profile[i].placed->opportunity - profile[i].placed->risk) /
            2000;
        float const left = x + pitch * static_cast<float>(i) + ui.px(1);
        base::Rect const bar{{left, base_y - std::max(ui.px(3), height * share)},
                             {left + pitch * 0.78F, base_y}};
        if (share >= 0.5F)
            fill(ui, bar, ui.px(3), hue, Corners::top);
        else
            outline(ui, bar, ui.px(3), hue, ui.px(2), Corners::top);
    }
    dashed_line(ui, {x - ui.px(4), y}, {x + pitch * static_cast<float>(profile.size()), y}, c.ink,
                ui.px(1.5F), {ui.px(3), ui.px(3)});
}

Outcome outcome_of(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::launch: return Outcome::launch;
    case model::Verdict::safeguards: return Outcome::safeguard;
    case model::Verdict::later: return Outcome::later;
    case model::Verdict::aside:
    case model::Verdict::none: return Outcome::set_aside;
    }
    return Outcome::later;
}

std::string verdict_name(Ui const& ui, model::Verdict verdict)
{
    return ui.tr("verdict." + std::string(base::name_of(verdict)));
}

constexpr std::array verdicts{model::Verdict::launch, model::Verdict::safeguards,
                              model::Verdict::later, model::Verdict::aside};

std::optional<Wish> draw_verdict(Ui& ui, DecideView& view, Workshop const& workshop,
                                 RankedCase const& one, model::Decision const& decision,
                                 base::Rect const& cell, std::string const& number)
{
    bool const may = workshop.access == Access::edit;
    auto const press =
        touch(ui, "decide.verdict." + number, cell,
              decision.verdict == model::Verdict::none ? ui.tr("decide.choose")
                                                       : verdict_name(ui, decision.verdict),
              enabled_if(may));
    if (decision.verdict != model::Verdict::none) {
        draw_decision(ui, {cell.min.x, cell.center().y}, outcome_of(decision.verdict),
                      verdict_name(ui, decision.verdict));
    } else {
        base::Rect const empty{{cell.min.x, cell.center().y - ui.px(20)},
                               {cell.min.x + ui.px(120), cell.center().y + ui.px(20)}};
        if (press.hovered) fill(ui, empty, ui.px(20), ui.color().sunken);
        dashed_outline(ui, empty, ui.px(20), ui.color().edge, ui.px(1.5F), {ui.px(4), ui.px(3.5F)});
        draw_text_in(ui, empty, type::label, ui.color().ink3, ui.tr("decide.choose"),
                     Align::centre);
    }
    if (press.focused) focus_ring(ui, base::grown(cell, -ui.px(2)), ui.px(20));
    if (press.clicked) {
        view.selected = one.on;
        view.editing = Editing::verdict;
    }
    if (view.editing != Editing::verdict || view.selected != one.on) return std::nullopt;
    std::array<std::string, 5> words{verdict_name(ui, verdicts[0]), verdict_name(ui, verdicts[1]),
                                     verdict_name(ui, verdicts[2]), verdict_name(ui, verdicts[3]),
                                     ui.tr("decide.none")};
    std::array const items{MenuItem{"verdict.launch", words[0], icon::rocket_launch, "L"},
                           MenuItem{"verdict.safeguards", words[1], icon::shield, "E"},
                           MenuItem{"verdict.later", words[2], icon::schedule, "T"},
                           MenuItem{"verdict.aside", words[3], icon::block, "X"},
                           MenuItem{"verdict.none", words[4], icon::close}};
    auto const answer = menu(ui, "decide.verdicts", cell, items);
    if (answer.closed) view.editing = Editing::nothing;
    if (answer.id.empty()) return std::nullopt;
    auto changed = decision;
    changed.verdict =
        base::from_name<model::Verdict>(answer.id.substr(std::string_view("verdict.").size()))
            .value_or(model::Verdict::none);
    return edit::Decide{{one.on, model::Body::workshop}, changed};
}

// A text of the decision, edited where it stands.
std::optional<Wish> draw_text_cell(Ui& ui, DecideView& view, Workshop const& workshop,
                                   RankedCase const& one, model::Decision const& decision,
                                   base::Rect const& cell, Editing what, std::string const& number)
{
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
        view.editing = Editing::nothing;
        if (done == Edit::cancelled) return std::nullopt;
        auto changed = decision;
        (owner ? changed.owner : changed.review) = view.text;
        return edit::Decide{{one.on, model::Body::workshop}, changed};
    }
    auto const shown = owner ? value : ui.words->month(value);
    auto const press = touch(ui, id, cell, shown, enabled_if(may));
    if (press.hovered)
        fill(ui,
             {{cell.min.x - ui.px(8), cell.min.y + ui.px(6)},
              {cell.max.x - ui.px(6), cell.max.y - ui.px(6)}},
             ui.px(8), ui.color().sunken);
    draw_text_in(ui, {cell.min, {cell.max.x - ui.px(6), cell.max.y}}, type::label, ui.color().ink2,
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

std::optional<Wish> draw_row(Ui& ui, DecideView& view, Workshop const& workshop,
                             RankedCase const& one, bool repeats, base::Rect const& row,
                             Columns const& at)
{
    auto const& c = ui.color();
    auto const& doc = workshop.doc();
    auto const text = model::get<model::Case>(doc, one.on);
    auto const decision = model::get<model::Decision>(doc, {one.on, model::Body::workshop});
    auto const number = std::to_string(text.number);
    float const y = row.center().y;
    auto const press = touch(ui, "decide.row." + number,
                             {row.min, {at.verdict - ui.px(8), row.max.y}}, text.title);
    if (view.selected == one.on)
        fill(ui, row, 0, c.atint);
    else if (press.hovered)
        fill(ui, row, 0, board::faded(c.sunken, 0.6F));
    if (press.focused) focus_ring(ui, base::grown(row, -ui.px(4)), ui.px(8));
    if (press.clicked) view.selected = one.on;
    if (one.placed()) {
        draw_text_in(ui, {{row.min.x, y - ui.px(16)}, {at.rank, y + ui.px(16)}}, type::rank,
                     repeats ? c.ink3 : c.ink, std::to_string(one.rank), Align::right);
        auto const interval = one.rank_low == one.rank_high ? std::string()
                                                            : std::to_string(one.rank_low) + "–" +
                                                                  std::to_string(one.rank_high);
        draw_text_in(ui, {{at.interval, y - ui.px(12)}, {at.chip - ui.px(20), y + ui.px(14)}},
                     type::meta, c.ink2, interval);
    } else {
        draw_text_in(ui,
                     {{row.min.x + ui.px(10), y - ui.px(12)}, {at.chip - ui.px(20), y + ui.px(12)}},
                     type::meta, c.ink3, ui.tr("decide.unplaced"));
    }
    draw_case_mark(ui, {at.chip, y}, {.number = number, .diameter = 34});
    float end = at.title_end;
    if (one.veto == analysis::Veto::risk) {
        draw_icon_at(ui, {end - ui.px(12), y}, ui.px(22), c.risk, icon::warning_amber);
        base::Rect const mark{{end - ui.px(26), y - ui.px(14)}, {end, y + ui.px(14)}};
        if (pointer_over(ui, mark)) tooltip(ui, mark, ui.tr("decide.veto"));
        end -= ui.px(30);
    }
    if (one.contested) {
        draw_contested_badge(ui, {end - ui.px(12), y}, ui.px(11));
        end -= ui.px(30);
    }
    draw_text_in(ui, {{at.title, y - ui.px(14)}, {end - ui.px(4), y + ui.px(14)}}, type::room,
                 c.ink, short_name(text));
    auto const voted =
        one.score ? (one.score->den == 1 ? std::to_string(one.score->num)
                                         : ui.words->decimal(analysis::value(*one.score), 1))
                  : std::string("–");
    draw_text_in(ui, {{at.vote - ui.px(60), y - ui.px(14)}, {at.vote, y + ui.px(14)}}, type::h3,
                 c.ink, voted, Align::right);
    draw_level(ui, at.opportunity + ui.px(12), y, one.opportunity, c.oppfill);
    draw_level(ui, at.risk, y, one.risk, c.riskfill);
    if (at.axes < at.verdict) draw_axis_bars(ui, doc, one.on, at.axes, y);
    auto wish = draw_verdict(ui, view, workshop, one, decision,
                             {{at.verdict, row.min.y}, {at.owner - ui.px(12), row.max.y}}, number);
    if (auto asked = draw_text_cell(ui, view, workshop, one, decision,
                                    {{at.owner, row.min.y}, {at.review - ui.px(6), row.max.y}},
                                    Editing::owner, number))
        wish = std::move(asked);
    if (auto asked = draw_text_cell(ui, view, workshop, one, decision,
                                    {{at.review, row.min.y}, {at.end - ui.px(4), row.max.y}},
                                    Editing::review, number))
        wish = std::move(asked);
    hairline_h(ui, row.min.x, row.max.x, row.max.y - 1, c.line);
    return wish;
}

std::optional<Wish> keys(Ui& ui, DecideView& view, Workshop const& workshop,
                         std::vector<RankedCase const*> const& rows)
{
    if (rows.empty()) return std::nullopt;
    auto const found =
        std::ranges::find(rows, view.selected, [](auto* r) { return r->on; }) - rows.begin();
    auto const count = static_cast<std::ptrdiff_t>(rows.size());
    auto go = [&](std::ptrdiff_t to) {
        view.selected =
            rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, count - 1))]->on;
    };
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) go(found == count ? 0 : found + 1);
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) go(found - 1);
    if (found == count || workshop.access == Access::read) return std::nullopt;
    static constexpr std::array letters{ImGuiKey_L, ImGuiKey_E, ImGuiKey_T, ImGuiKey_X};
    model::DecisionKey const key{view.selected, model::Body::workshop};
    auto changed = model::get<model::Decision>(workshop.doc(), key);
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (shortcut(ui, letters.at(i))) {
            changed.verdict = verdicts.at(i);
            return edit::Decide{key, changed};
        }
    auto type_into = [&](Editing what, std::string const& value) {
        view.editing = what;
        view.text = value;
        auto const number =
            std::to_string(model::get<model::Case>(workshop.doc(), view.selected).number);
        focus(ui, (what == Editing::owner ? "decide.owner." : "decide.review.") + number + ".edit");
    };
    if (shortcut(ui, ImGuiKey_P)) type_into(Editing::owner, changed.owner);
    if (shortcut(ui, ImGuiKey_J)) type_into(Editing::review, changed.review);
    return std::nullopt;
}

} // namespace

std::optional<Wish> draw_decide_table(Ui& ui, DecideView& view, Workshop const& workshop,
                                      base::Rect const& area)
{
    AtScale const fits(ui, std::min(ui.scale, area.width() / least_without));
    draw_surface(ui, area,
                 {.radius = ui.px(18),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e1});
    auto const at = columns_of(ui, area);
    auto const rows = sorted(view, workshop.doc());
    draw_head(ui, view, workshop, area, at);
    auto wish = keys(ui, view, workshop, rows);
    base::Rect const list{{area.min.x, area.min.y + ui.px(51)},
                          {area.max.x, area.max.y - ui.px(4)}};
    ScrollArea scroll(ui, "decide.table", list, view.scroll);
    float const height = ui.px(55);
    float y = scroll.top();
    for (std::size_t i = 0; i < rows.size(); ++i, y += height) {
        base::Rect const row{{area.min.x + 1, y}, {area.max.x - 1, y + height}};
        if (view.sought == rows[i]->on) scroll.show(row.min.y, row.max.y), view.sought = {};
        if (row.max.y < list.min.y || row.min.y > list.max.y) continue;
        bool const repeats = i > 0 && view.sort == Sort::rank && rows[i - 1]->rank == rows[i]->rank;
        if (auto asked = draw_row(ui, view, workshop, *rows[i], repeats, row, at))
            wish = std::move(asked);
    }
    scroll.content_height(height * static_cast<float>(rows.size()));
    return wish;
}

} // namespace ui
