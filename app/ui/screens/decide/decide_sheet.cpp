#include "analysis/ranking/guard_rails.h"
#include "ui/kit/icons.h"
#include "ui/paint/cloud_paint.h"
#include "ui/paint/guard_signs.h"
#include "ui/paint/picture_paint.h"
#include "ui/panels/case_origin.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/decisions.h"
#include "wording/ranking.h"

#include <algorithm>
#include <array>
#include <utility>

// All that Décider has to say of one case: why this place, how solid it is, what is decided of it
// and by whom, what other ways of ordering make of it.
namespace ui {
namespace {

using analysis::RankedCase;

constexpr float decision_height = 420; // of the choices and of what is asked under them

// Writes down a panel, from the top.
class Column {
public:
    Column(Ui& ui, base::Rect const& area, float y)
        : ui_(ui)
        , area_(area)
        , y_(y)
    {
    }
    [[nodiscard]] float y() const { return y_; }
    [[nodiscard]] base::Rect row(float design_height)
    {
        base::Rect const box{{area_.min.x, y_}, {area_.max.x, y_ + ui_.px(design_height)}};
        y_ = box.max.y;
        return box;
    }
    void gap(float design) { y_ += ui_.px(design); }
    void to(float y) { y_ = y; }
    void heading(std::string_view key)
    {
        gap(16);
        hairline_h(ui_, area_.min.x, area_.max.x, y_, ui_.color().line);
        gap(12);
        draw_text(ui_, {area_.min.x, y_}, type::h3, ui_.color().ink, ui_.tr(key));
        gap(34);
    }
    void sentence(std::string const& said, board::Color color)
    {
        y_ += draw_paragraph(ui_, {area_.min.x, y_}, area_.width(), type::text, color, said) +
              ui_.px(6);
    }
    void flag(unsigned icon, board::Color color, std::string const& said)
    {
        draw_icon(ui_, {area_.min.x, y_ + ui_.px(1)}, ui_.px(22), color, icon);
        y_ += std::max(ui_.px(26), draw_paragraph(ui_, {area_.min.x + ui_.px(32), y_},
                                                  area_.width() - ui_.px(32), type::text,
                                                  ui_.color().ink, said)) +
              ui_.px(6);
    }
    void contested(std::string const& said)
    {
        draw_contested_badge(ui_, {area_.min.x + ui_.px(11), y_ + ui_.px(12)}, ui_.px(11));
        y_ += std::max(ui_.px(26), draw_paragraph(ui_, {area_.min.x + ui_.px(32), y_},
                                                  area_.width() - ui_.px(32), type::text,
                                                  ui_.color().ink, said)) +
              ui_.px(6);
    }
    void fact(std::string const& id, std::string const& name, std::string const& value,
              std::string const& rank)
    {
        auto const box = row(34);
        (void)touch(ui_, id, box, name + " " + value + " " + rank, Enabled::yes, Role::area);
        draw_text_in(ui_, {box.min, {box.max.x - ui_.px(value.empty() ? 62 : 130), box.max.y}},
                     type::label, ui_.color().ink2, name);
        draw_text_in(ui_,
                     {{box.max.x - ui_.px(130), box.min.y}, {box.max.x - ui_.px(62), box.max.y}},
                     type::label, ui_.color().ink2, value, Align::right);
        draw_text_in(ui_, {{box.max.x - ui_.px(60), box.min.y}, box.max}, type::strong,
                     ui_.color().ink, rank, Align::right);
    }

private:
    Ui& ui_;
    base::Rect area_;
    float y_;
};

void draw_title(Ui& ui, DecideView& view, model::Case const& text, base::Rect const& area,
                Column& column)
{
    auto const number = std::to_string(text.number);
    float const y = column.y();
    base::Rect const shut{{area.max.x - ui.px(40), y - ui.px(4)},
                          {area.max.x + ui.px(4), y + ui.px(40)}};
    if (icon_button(ui, "decide.sheet.close", shut, icon::close, ui.tr("decide.sheet.close")))
        view.side = DecideView::Side::weights;
    draw_case_mark(ui, {area.min.x + ui.px(18), y + ui.px(18)},
                   {.number = number, .diameter = 36, .fill = ChipFill::accent});
    float const height =
        draw_paragraph(ui, {area.min.x + ui.px(48), y + ui.px(4)}, area.width() - ui.px(96),
                       type::h3, ui.color().ink, text.title, 3);
    column.gap(std::max(44.0F, height / ui.scale + 14));
}

// « Pourquoi ce rang ? | Décision », the second with the number of its open questions.
void draw_tabs(Ui& ui, DecideView& view, model::Document const& doc, Column& column)
{
    using Tab = DecideView::Tab;
    auto const why = ui.tr("decide.tab.why"), decision = ui.tr("decide.tab.decision");
    std::array<std::string_view, 2> const labels{why, decision};
    auto const box = column.row(46);
    auto chosen = static_cast<std::size_t>(view.tab);
    if (segmented(ui, "decide.tab", box, labels, chosen)) view.tab = static_cast<Tab>(chosen);
    int const open = analysis::open_questions(doc, view.selected);
    if (open > 0) {
        float const middle = (box.center().x + box.max.x) / 2;
        float const words = text_width(ui, type::strong, decision) / 2 + ui.px(8);
        if (middle + words + open_pill_width(ui, open) < box.max.x - ui.px(4))
            draw_open_pill(ui, {middle + words, box.center().y}, open);
    }
    column.gap(14);
}

// The times it had each rank, over the draws: SMAA's acceptabilities.
void draw_ranks(Ui& ui, analysis::Ranking const& ranking, RankedCase const& one, Column& column)
{
    if (one.rank_draws.empty() || ranking.draws == 0) return;
    auto const box = column.row(64);
    auto const& c = ui.color();
    auto const most = std::ranges::max(one.rank_draws);
    auto const count = one.rank_draws.size();
    float const pitch = box.width() / static_cast<float>(count);
    float const base_y = box.max.y - ui.px(18), full = box.height() - ui.px(24);
    for (std::size_t r = 0; r < count; ++r) {
        if (one.rank_draws[r] == 0) continue;
        float const share =
            static_cast<float>(one.rank_draws[r]) / static_cast<float>(std::max(1, most));
        float const x = box.min.x + pitch * static_cast<float>(r);
        base::Rect const bar{{x + pitch * 0.12F, base_y - std::max(ui.px(2), full * share)},
                             {x + pitch * 0.88F, base_y}};
        bool const stated = static_cast<int>(r) + 1 == one.rank;
        fill(ui, bar, ui.px(2), stated ? c.accent : c.aline);
    }
    hairline_h(ui, box.min.x, box.max.x, base_y, c.line2);
    draw_text_in(ui, {{box.min.x, base_y}, box.max}, type::meta, c.ink3, ui.words->ordinal(1));
    draw_text_in(ui, {{box.min.x, base_y}, box.max}, type::meta, c.ink3,
                 ui.words->ordinal(static_cast<int>(ranking.placed)), Align::right);
    auto const over = pointer_over(ui, box);
    if (over)
        tooltip(ui, box, ui.words->text("decide.sheet.ranks", ui.words->number(ranking.draws)));
}

// `conversion`: what the vote gave it, and what becomes of that in the index.
void say_place(Ui& ui, analysis::Ranking const& ranking, RankedCase const& one,
               std::string const& conversion, Column& column)
{
    auto const& c = ui.color();
    if (!one.placed()) {
        column.flag(icon::info, c.ink2, ui.tr("decide.sheet.unplaced"));
        return;
    }
    auto const line = column.row(32);
    auto const said = wording::rank(*ui.words, one);
    (void)touch(ui, "decide.sheet.rank", line, said, Enabled::yes, Role::area);
    draw_text_in(ui, line, type::h3, c.ink, said);
    column.sentence(wording::index(*ui.words, ranking, one), c.ink2);
    if (!conversion.empty()) {
        float const top = column.y();
        column.sentence(conversion, c.ink2);
        (void)touch(ui, "decide.sheet.vote", {{line.min.x, top}, {line.max.x, column.y()}},
                    conversion, Enabled::yes, Role::area);
    }
    if (auto const often = wording::among_first(*ui.words, ranking, one); !often.empty())
        column.sentence(often, c.ink2);
    draw_ranks(ui, ranking, one, column);
    column.fact("decide.sheet.layer", ui.tr("decide.sheet.layer"), {},
                std::to_string(one.pareto_layer));
    if (auto const voices = wording::hangs_on(*ui.words, one); !voices.empty())
        column.flag(icon::front_hand, c.warn, voices);
}

void say_flags(Ui& ui, model::Document const& doc, RankedCase const& one, Column& column)
{
    auto const& c = ui.color();
    column.gap(6);
    for (auto const& value : one.values)
        if (value.veto == analysis::Veto::risk)
            column.flag(icon::warning_amber, c.risk, wording::veto(*ui.words, doc, value));
    if (one.contested) column.contested(ui.tr("decide.contested"));
    if (auto const said = wording::contradicted(*ui.words, doc, one); !said.empty()) {
        float const top = column.y();
        column.flag(icon_contradicted, c.warn, said);
        auto const row = column.row(0);
        (void)touch(ui, "decide.sheet.contradicted", {{row.min.x, top}, row.max}, said,
                    Enabled::yes, Role::area);
    }
    if (auto const missing = wording::missing(*ui.words, doc, one); !missing.empty())
        column.flag(icon::info, c.ink2, missing);
    if (auto const split = wording::conflict(*ui.words, doc, one.on); !split.empty())
        column.flag(icon::compare_arrows, c.warn, split);
}

void say_gap(Ui& ui, DecideView const& view, model::Document const& doc, RankedCase const& one,
             Column& column)
{
    auto const& c = ui.color();
    if (auto const* decided = view.verdicts().find(one.on)) {
        if (decided->lifted_over > 0)
            column.flag(icon::arrow_upward, c.warn,
                        wording::lifted_over(*ui.words, decided->lifted_over));
        if (decided->passed_by > 0)
            column.flag(icon::expand_more, c.warn,
                        wording::passed_by(*ui.words, decided->passed_by));
    }
    auto const body =
        view.body == model::Body::workshop ? model::Body::committee : model::Body::workshop;
    auto const other = model::get<model::Decision>(doc, {one.on, body});
    if (other.verdict == model::Verdict::none) return;
    auto const said = wording::decided(*ui.words, body, other.verdict, other.reason);
    auto const look = look_of(ui, outcome_of(other.verdict));
    column.flag(look.icon, look.text, said);
}

void say_second_opinions(Ui& ui, RankedCase const& one, Column& column)
{
    column.heading("decide.second");
    auto const& c = ui.color();
    if (!one.second) {
        column.sentence(ui.tr("decide.second.none"), c.ink2);
        return;
    }
    auto const& second = *one.second;
    auto const signed_flow = (second.flow > 0 ? "+" : "") + ui.words->decimal(second.flow, 2);
    column.fact("decide.second.topsis", "TOPSIS", ui.words->decimal(second.closeness, 2),
                ui.words->ordinal(second.closeness_rank));
    column.fact("decide.second.promethee", "PROMETHEE II", signed_flow,
                ui.words->ordinal(second.flow_rank));
    column.fact("decide.second.regret", ui.tr("decide.second.regret"),
                ui.words->decimal(second.regret, 2), ui.words->ordinal(second.regret_rank));
    column.fact("decide.second.layer", ui.tr("decide.second.layer"), {},
                std::to_string(second.layer));
    column.sentence(ui.tr("decide.second.line"), c.ink3);
}

} // namespace

std::optional<Wish> draw_case_sheet(Ui& ui, DecideView& view, Workshop const& workshop,
                                    base::Rect const& area)
{
    auto const* one = view.ranking().find(view.selected);
    if (!one) return std::nullopt;
    auto const& doc = workshop.doc();
    ScrollArea scroll(ui, "decide.sheet", base::grown(area, ui.px(14)), view.sheet);
    float const top = scroll.top() + ui.px(14);
    Column column(ui, area, top);
    draw_title(ui, view, model::get<model::Case>(doc, one->on), area, column);
    draw_tabs(ui, view, doc, column);
    std::optional<Wish> wish;
    if (view.tab == DecideView::Tab::decision) {
        float y = column.y();
        wish = draw_case_decision(ui, view, workshop, area, y);
        if (std::exchange(view.sheet_shows, DecideView::SheetShows::top) ==
            DecideView::SheetShows::decision)
            scroll.show(std::max(column.y(), y - ui.px(decision_height)), y);
        column.to(y);
        say_gap(ui, view, doc, *one, column);
    } else {
        say_place(ui, view.ranking(), *one,
                  wording::conversion(*ui.words, doc, view.ranking(), view.order.vote(), *one),
                  column);
        say_flags(ui, doc, *one, column);
        say_second_opinions(ui, *one, column);
    }
    float y = column.y();
    draw_origin(ui, doc, one->on, "decide.origin", area, y);
    column.to(y);
    scroll.content_height(column.y() - top + ui.px(40));
    return wish;
}

} // namespace ui
