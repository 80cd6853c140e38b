#include "pictures/outcomes.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/screens/compare/compare_parts.h"
#include "wording/decisions.h"
#include "wording/estimates.h"

#include <fmt/format.h>

#include <algorithm>

// The panel beside the matrices: pairs to confirm, the selected case, decisions, added and removed
// cases, parameters of the order.
namespace ui {
namespace {

using analysis::CaseChange;

// Draws from `y` downwards within the panel.
class Column {
public:
    Column(Ui& ui, base::Rect const& box, float top)
        : ui_(ui)
        , box_(box)
        , y(top)
    {
    }
    void heading(std::string_view text, std::int64_t count)
    {
        draw_text_in(ui_, {{box_.min.x, y}, {box_.max.x - ui_.px(60), y + ui_.px(32)}}, type::h2,
                     ui_.color().ink, text);
        if (count > 0) {
            auto const said = ui_.words->number(count);
            draw_pill(ui_, {box_.max.x - pill_width(ui_, said), y + ui_.px(16)}, said);
        }
        y += ui_.px(44);
    }
    void say(Type type, board::Color color, std::string_view text, float inset = 0)
    {
        y += draw_paragraph(ui_, {box_.min.x + ui_.px(inset), y}, box_.width() - ui_.px(inset),
                            type, color, text);
    }
    void rule()
    {
        y += ui_.px(10);
        hairline_h(ui_, box_.min.x, box_.max.x, y, ui_.color().line);
        y += ui_.px(14);
    }
    // A case's number in a disc, and its title.
    void titled(model::Document const& doc, model::CaseId id, Type type = type::h3)
    {
        auto const one = model::get<model::Case>(doc, id);
        draw_case_mark(ui_, {box_.min.x + ui_.px(17), y + ui_.px(15)},
                       {std::to_string(one.number), 34});
        float const x = box_.min.x + ui_.px(46);
        float const high = draw_paragraph(ui_, {x, y + ui_.px(1)}, box_.max.x - x, type,
                                          ui_.color().ink, one.title, 3);
        y += std::max(ui_.px(34), high + ui_.px(4));
    }
    void skip(float design_pixels) { y += ui_.px(design_pixels); }

private:
    Ui& ui_;
    base::Rect box_;

public:
    float y;
};

// The most similar doubtful pair; the next one follows the answer.
void draw_doubt(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& box,
                Column& column)
{
    auto const& doubtful = of.all.matching.doubtful;
    if (doubtful.empty() && view.answers.empty()) return;
    auto const& c = ui.color();
    if (!doubtful.empty()) {
        auto const pair = doubtful.front();
        column.heading(ui.tr("compare.doubt.title"), static_cast<std::int64_t>(doubtful.size()));
        column.titled(of.before, pair.before);
        column.titled(of.after, pair.after);
        column.say(type::meta, c.ink2,
                   ui.tr("compare.doubt.line", ui.words->percent(pair.thousandths / 1000.0)));
        column.skip(10);
        auto const yes = ui.tr("compare.doubt.yes"), no = ui.tr("compare.doubt.no");
        float const half = (box.width() - ui.px(12)) / 2, height = ui.px(48);
        base::Rect const left{{box.min.x, column.y}, {box.min.x + half, column.y + height}};
        base::Rect const right{{box.max.x - half, column.y}, {box.max.x, column.y + height}};
        auto const on = view.work.waits() ? Enabled::no : Enabled::yes;
        auto answer = [&](analysis::Same same) {
            view.answers.push_back({pair.before, pair.after, same});
            view.work.ask({of.before, of.after, of.lineage, view.work.found(), view.answers});
        };
        if (button(ui, "compare.doubt.yes", left, yes, {.rank = Rank::primary}, on))
            answer(analysis::Same::yes);
        if (button(ui, "compare.doubt.no", right, no, {}, on)) answer(analysis::Same::no);
        column.y += height;
    }
    if (!view.answers.empty()) {
        column.skip(8);
        auto const undo = ui.tr("compare.doubt.undo");
        ButtonLook const quiet{.rank = Rank::quiet, .icon = icon::undo};
        if (button(ui, "compare.doubt.undo",
                   {{box.min.x, column.y},
                    {box.min.x + button_width(ui, undo, quiet), column.y + ui.px(44)}},
                   undo, quiet, view.work.waits() ? Enabled::no : Enabled::yes)) {
            view.answers.pop_back();
            view.work.ask({of.before, of.after, of.lineage, view.work.found(), view.answers});
        }
        column.y += ui.px(44);
    }
    column.rule();
}

// All changes of the selected case.
void draw_selected(Ui& ui, CompareView& view, ComparedSessions const& of, Column& column)
{
    auto const* one = of.all.find(view.selected);
    if (!one) return;
    auto const& c = ui.color();
    auto const& words = *ui.words;
    column.titled(of.after, one->pair.after, type::h2);
    auto line = [&](std::string const& said) {
        if (said.empty()) return;
        column.say(type::text, c.ink2, said);
        column.skip(6);
    };
    if (one->reworded)
        line(ui.tr("compare.was_called",
                   model::get<model::Case>(of.before, one->pair.before).title));
    line(wording::matched(words, one->pair));
    if (one->rank_before != one->rank_after)
        line(ui.tr("compare.rank.line", wording::rank_change(words, *one)));
    line(wording::moved(words, *one));
    for (auto const& move : one->axes) {
        line(wording::moved(words, of.of(), move));
        if (auto const said = wording::agreement(words, move); !said.empty())
            line(ui.tr("compare.agreement.on",
                       model::get<model::Axis>(of.after, *of.all.axes.at(move.axis).after).place,
                       said));
    }
    for (auto const& change : one->decisions) line(wording::decision(words, change));
    if (!one->changed()) line(ui.tr("compare.unchanged.case"));
    column.rule();
}

void draw_verdicts(Ui& ui, base::Rect const& box, analysis::DecisionChange const& one,
                   Column& column)
{
    float x = box.min.x;
    float const y = column.y + ui.px(18);
    auto pill = [&](model::Verdict verdict) {
        auto const word = wording::verdict(*ui.words, verdict);
        if (verdict != model::Verdict::none)
            x += draw_decision(ui, {x, y}, pictures::outcome_of(verdict), word, 36);
        else
            x += draw_text_in(ui, {{x, y - ui.px(12)}, {box.max.x, y + ui.px(12)}}, type::legend,
                              ui.color().ink3, word);
    };
    pill(one.verdict_before());
    draw_icon_at(ui, {x + ui.px(15), y}, ui.px(20), ui.color().ink2, icon::arrow_forward);
    x += ui.px(30);
    pill(one.verdict_after());
    column.y += ui.px(42);
}

// The changed decisions of one case.
void draw_decided(Ui& ui, CompareView& view, ComparedSessions const& of, CaseChange const& one,
                  base::Rect const& box, Column& column)
{
    auto const& c = ui.color();
    float const from = column.y;
    std::string said;
    column.titled(of.after, one.pair.after);
    for (auto const& change : one.decisions) {
        auto const sentence = wording::decision(*ui.words, change);
        said += (said.empty() ? "" : "\n") + sentence;
        if (!change.other_verdict()) {
            column.say(type::text, c.ink2, sentence);
            continue;
        }
        column.skip(4);
        draw_verdicts(ui, box, change, column);
        auto reason = change.after ? change.after->reason : std::string();
        if (change.body == model::Body::committee)
            reason = ui.tr("compare.committee").append(reason.empty() ? "" : " · ").append(reason);
        if (!reason.empty()) column.say(type::text, c.ink2, reason);
    }
    auto const number = model::get<model::Case>(of.after, one.pair.after).number;
    base::Rect const area{{box.min.x - ui.px(8), from - ui.px(4)},
                          {box.max.x + ui.px(8), column.y + ui.px(4)}};
    auto const press = touch(ui, fmt::format("compare.decision.{}", number), area, said);
    if (press.focused) focus_ring(ui, area, ui.px(10));
    if (press.clicked) view.selected = one.pair.after;
    column.rule();
}

void draw_decisions(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& box,
                    Column& column)
{
    auto const& c = ui.color();
    std::int64_t count = 0;
    for (auto const& one : of.all.cases) count += static_cast<std::int64_t>(one.decisions.size());
    column.heading(ui.tr("compare.decisions"), count);
    if (count == 0) column.say(type::text, c.ink2, ui.tr("compare.verdicts.none"));
    for (auto const& one : of.all.cases)
        if (!one.decisions.empty()) draw_decided(ui, view, of, one, box, column);
    if (count == 0) column.rule();
}

void draw_list(Ui& ui, std::string_view title, std::vector<std::string> const& lines,
               Column& column)
{
    if (lines.empty()) return;
    column.heading(title, static_cast<std::int64_t>(lines.size()));
    for (auto const& line : lines) {
        column.say(type::text, ui.color().ink2, line);
        column.skip(8);
    }
    column.rule();
}

} // namespace

void draw_compare_panel(Ui& ui, CompareView& view, ComparedSessions const& of,
                        base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    auto const& words = *ui.words;
    ScrollArea scroll(ui, "compare.panel", base::grown(inner, ui.px(14)), view.panel);
    float const top = scroll.top() + ui.px(14);
    Column column(ui, inner, top);
    draw_doubt(ui, view, of, inner, column);
    draw_selected(ui, view, of, column);
    draw_decisions(ui, view, of, inner, column);
    std::vector<std::string> lines;
    for (auto const& one : of.all.matching.fresh)
        lines.push_back(wording::fresh(words, of.of(), one));
    draw_list(ui, ui.tr("compare.fresh.title"), lines, column);
    lines.clear();
    for (auto const& one : of.all.matching.gone)
        lines.push_back(wording::gone(words, of.of(), one));
    draw_list(ui, ui.tr("compare.gone.title"), lines, column);
    auto rules = wording::rules(words, of.of());
    if (auto said = wording::agreement(words, of.of()); !said.empty())
        rules.lines.push_back(std::move(said));
    draw_list(ui, rules.title, rules.lines, column);
    scroll.content_height(column.y - top + ui.px(28));
}

} // namespace ui
