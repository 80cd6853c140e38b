#include "ui/icons.h"
#include "ui/vote_view.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

void count(VoteView& view, Workshop const& workshop)
{
    auto const entries = workshop.session.log().size();
    if (view.counted.entries == entries && view.counted.round == view.round) return;
    view.counted = {entries, view.round, std::nullopt};
    if (auto tally = analysis::tally(workshop.doc(), view.round))
        view.counted.tally = std::move(*tally);
    view.first.reset();
}

// The top of the scale: a round number at least as large as all that is drawn.
double scale_of(Tally const& tally)
{
    double most = 1;
    for (auto const& one : tally.cases)
        most = std::max({most, analysis::value(one.score), one.interval ? one.interval->high : 0});
    double const magnitude = std::pow(10, std::floor(std::log10(most)));
    for (double step : {1.0, 2.0, 4.0, 5.0, 10.0})
        if (most <= step * magnitude) return step * magnitude;
    return most;
}

// The end of the tie group nearest to a third of the cases: the line never splits a tie.
int default_first(Tally const& tally)
{
    auto const count = static_cast<int>(tally.cases.size());
    int best = count;
    for (int i = 1; i <= count; ++i) {
        bool const edge = i == count || tally.cases[static_cast<std::size_t>(i)].rank !=
                                            tally.cases[static_cast<std::size_t>(i) - 1].rank;
        if (edge && std::abs(i - count / 3) < std::abs(best - count / 3)) best = i;
    }
    return best;
}

struct Columns {
    float rank, chip, title, bars, bars_end, score, tie, end;
};

void draw_bar(Ui& ui, VoteView const& view, CaseTally const& one, Columns const& at, float y,
              double scale, std::size_t index, std::size_t count)
{
    auto const& c = ui.color();
    float grown = 1;
    if (view.revealed_s >= 0) { // from the last to the first
        double const delay = static_cast<double>(count - 1 - index) * span_ms::stagger / 1000;
        grown = progress(ui, view.revealed_s + delay, span_ms::reveal, Ease::out_quint);
    }
    auto x_of = [&](double value) {
        return at.bars + static_cast<float>(value / scale) * (at.bars_end - at.bars);
    };
    base::Rect const bar{
        {at.bars, y - ui.px(13)},
        {at.bars + (x_of(analysis::value(one.score)) - at.bars) * grown, y + ui.px(13)}};
    fill(ui, bar, ui.px(6), one.contested() ? c.warnfill : c.accent);
    if (one.contested()) hatch(ui, bar, c.warn, ui.px(11), ui.px(1.6F));
    if (one.interval && grown >= 1)
        whisker(ui, x_of(one.interval->low), x_of(one.interval->high), y, c.ink, c.card);
}

void draw_row(Ui& ui, VoteView& view, Workshop const& workshop, Tally const& tally,
              std::size_t index, Columns const& at, float y, float height, double scale)
{
    auto const& c = ui.color();
    auto const& one = tally.cases[index];
    auto const text = model::get<model::Case>(workshop.doc(), one.on);
    auto const number = std::to_string(text.number);
    base::Rect const row{{at.rank - ui.px(56), y - height / 2 + 1}, {at.end, y + height / 2 - 1}};
    auto const press = touch(ui, "result." + number, row, text.title);
    if (press.clicked) view.selected = one.on;
    if (view.selected == one.on)
        fill(ui, row, ui.px(14), c.atint);
    else if (press.hovered)
        fill(ui, row, ui.px(14), c.sunken);
    if (press.focused) focus_ring(ui, row, ui.px(14));
    bool const repeats = index > 0 && tally.cases[index - 1].rank == one.rank;
    draw_text_in(ui, {{at.rank - ui.px(48), y - ui.px(16)}, {at.rank, y + ui.px(16)}}, type::rank,
                 repeats ? c.ink3 : c.ink, std::to_string(one.rank), Align::right);
    draw_case_mark(ui, {at.chip, y}, {.number = number, .diameter = 36});
    auto const type_of =
        view.selected == one.on ? Type{Face::semibold, 22, 28} : Type{Face::medium, 22, 28};
    draw_text_in(ui, {{at.title, y - ui.px(15)}, {at.bars - ui.px(16), y + ui.px(15)}}, type_of,
                 c.ink, text.short_title.empty() ? text.title : text.short_title);
    draw_bar(ui, view, one, at, y, scale, index, tally.cases.size());
    draw_text_in(ui, {{at.score - ui.px(110), y - ui.px(16)}, {at.score, y + ui.px(16)}},
                 type::rank, c.ink,
                 one.score.den == 1 ? std::to_string(one.score.num)
                                    : ui.words->decimal(analysis::value(one.score), 1),
                 Align::right);
}

// What stands at the right of the scores: brackets for ties, pills for what divides the room.
void draw_notes(Ui& ui, Tally const& tally, Columns const& at, float top, float pitch)
{
    auto const& c = ui.color();
    for (std::size_t i = 0; i < tally.cases.size();) {
        std::size_t end = i + 1;
        while (end < tally.cases.size() && tally.cases[end].rank == tally.cases[i].rank) ++end;
        float const y0 = top + pitch * static_cast<float>(i),
                    y1 = top + pitch * static_cast<float>(end - 1);
        if (end - i > 1) {
            float const x = at.tie, w = ui.px(8), grow = ui.px(16);
            line(ui, {x, y0 - grow}, {x, y1 + grow}, c.ink2, ui.px(2));
            line(ui, {x - w, y0 - grow}, {x, y0 - grow}, c.ink2, ui.px(2));
            line(ui, {x - w, y1 + grow}, {x, y1 + grow}, c.ink2, ui.px(2));
            draw_text(ui, {x + ui.px(12), (y0 + y1) / 2 - ui.px(12)}, type::label, c.ink2,
                      ui.tr("vote.tied"));
        } else if (tally.cases[i].contested()) {
            auto const said = "≠ " + ui.tr("vote.contested");
            base::Rect const pill{
                {at.tie - ui.px(6), y0 - ui.px(17)},
                {at.tie + text_width(ui, type::strong, said) + ui.px(22), y0 + ui.px(17)}};
            fill(ui, pill, ui.px(17), c.warntint);
            outline(ui, pill, ui.px(17), c.warn, ui.px(1.5F));
            draw_text_in(ui, pill, type::strong, c.warn, said, Align::centre);
        }
        i = end;
    }
}

void draw_priority(Ui& ui, VoteView& view, Tally const& tally, Columns const& at, float top,
                   float pitch)
{
    auto const& c = ui.color();
    if (!view.first) view.first = default_first(tally);
    auto move = [&](int to) { // to the nearest edge between ranks
        auto const count = static_cast<int>(tally.cases.size());
        int best = *view.first;
        for (int i = 1; i <= count; ++i) {
            bool const edge = i == count || tally.cases[static_cast<std::size_t>(i)].rank !=
                                                tally.cases[static_cast<std::size_t>(i) - 1].rank;
            if (edge && std::abs(i - to) < std::abs(best - to)) best = i;
        }
        view.first = best;
    };
    float const y = top + pitch * (static_cast<float>(*view.first) - 0.5F);
    dashed_line(ui, {at.rank - ui.px(56), y}, {at.end, y}, c.ink, ui.px(2.5F),
                {ui.px(10), ui.px(7)});
    auto const said = ui.trn("vote.priority", *view.first);
    float const w = text_width(ui, type::strong, said) + ui.px(56);
    float const x = at.bars_end - w;
    base::Rect const pill{{x, y - ui.px(20)}, {x + w, y + ui.px(20)}};
    auto const press = touch(ui, "vote.priority", pill, said, Enabled::yes, Role::slider);
    fill(ui, pill, ui.px(20), c.ink);
    draw_icon_at(ui, {pill.min.x + ui.px(22), y}, ui.px(22), c.paper, icon::drag_indicator);
    draw_text_in(ui, {{pill.min.x + ui.px(36), pill.min.y}, {pill.max.x - ui.px(14), pill.max.y}},
                 type::strong, c.paper, said);
    if (press.focused) focus_ring(ui, pill, ui.px(20));
    if (press.held && press.dragged)
        move(static_cast<int>(std::lround((ui.mouse.y - top) / pitch + 0.5F)));
    auto step = [&](int way) {
        int at_now = *view.first;
        auto const count = static_cast<int>(tally.cases.size());
        for (int i = at_now + way; i >= 1 && i <= count; i += way)
            if (i == count || tally.cases[static_cast<std::size_t>(i)].rank !=
                                  tally.cases[static_cast<std::size_t>(i) - 1].rank) {
                view.first = i;
                return;
            }
    };
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_UpArrow)) step(-1);
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_DownArrow)) step(1);
}

void draw_histogram(Ui& ui, base::Rect const& area, Tally const& tally, CaseTally const& one)
{
    auto const& c = ui.color();
    draw_text(ui, area.min, type::h3, c.ink, ui.tr("vote.histogram"));
    constexpr std::int64_t fewest = 5; // under five people a histogram would name them
    if (tally.voters < fewest || one.histogram.empty()) {
        draw_paragraph(ui, {area.min.x, area.min.y + ui.px(36)}, area.width(), type::text, c.ink2,
                       ui.tr(tally.voters < fewest ? "vote.too_few" : "vote.no_histogram"));
        return;
    }
    int const most = std::max(1, tally.value_max);
    float const base_y = area.max.y - ui.px(58), height = base_y - area.min.y - ui.px(70);
    std::int64_t tallest = 1;
    for (auto const& bar : one.histogram) tallest = std::max(tallest, bar.people);
    float const pitch = area.width() / static_cast<float>(most + 1);
    for (int value = 0; value <= most; ++value) {
        auto const people = one.people_at(value);
        float const x = area.min.x + pitch * (static_cast<float>(value) + 0.5F),
                    w = std::min(ui.px(32), pitch * 0.4F);
        float const h = people > 0 ? std::max(ui.px(6), height * static_cast<float>(people) /
                                                            static_cast<float>(tallest))
                                   : ui.px(2);
        fill(ui, {{x - w, base_y - h}, {x + w, base_y}}, ui.px(6),
             people == 0  ? c.line2
             : value == 0 ? c.ink3
                          : c.accent,
             Corners::top);
        draw_text_in(
            ui, {{x - pitch / 2, base_y - h - ui.px(32)}, {x + pitch / 2, base_y - h - ui.px(4)}},
            pitch > ui.px(36) ? type::h2 : type::meta, c.ink, std::to_string(people),
            Align::centre);
        draw_text_in(ui, {{x - pitch / 2, base_y + ui.px(12)}, {x + pitch / 2, base_y + ui.px(36)}},
                     type::legend, c.ink2,
                     most <= 4 ? ui.words->plural("vote.points", value) : std::to_string(value),
                     Align::centre);
    }
    line(ui, {area.min.x, base_y}, {area.max.x, base_y}, c.ink, ui.px(2));
}

std::optional<Wish> draw_side(Ui& ui, VoteView& view, Workshop const& workshop, Tally const& tally,
                              base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    auto const& c = ui.color();
    auto const* one = tally.find(view.selected);
    float y = inner.min.y;
    if (one) {
        auto const text = model::get<model::Case>(workshop.doc(), one->on);
        auto const number = std::to_string(text.number);
        draw_case_mark(ui, {inner.min.x + ui.px(23), y + ui.px(23)},
                       {.number = number, .diameter = 46, .fill = ChipFill::accent});
        y += std::max(ui.px(46),
                      draw_paragraph(ui, {inner.min.x + ui.px(62), y}, inner.width() - ui.px(62),
                                     type::h2, c.ink, text.title, 4));
        auto const said =
            ui.words->text("vote.said", analysis::text(one->score), one->supporters, tally.voters);
        draw_text_in(ui, {{inner.min.x + ui.px(62), y}, {inner.max.x, y + ui.px(26)}}, type::text,
                     c.ink2, said);
        y += ui.px(46);
        if (one->camps) {
            auto const words = ui.words->text("vote.camps", one->camps->low, one->camps->high);
            float const width = inner.width() - ui.px(62),
                        h = paragraph_height(ui, type::text, words, width) + ui.px(26);
            fill(ui, {{inner.min.x, y}, {inner.max.x, y + h}}, ui.px(14), c.warntint);
            draw_contested_badge(ui, {inner.min.x + ui.px(26), y + ui.px(27)}, ui.px(12));
            draw_paragraph(ui, {inner.min.x + ui.px(48), y + ui.px(13)}, width, type::text, c.ink,
                           words);
            y += h + ui.px(24);
        }
        // Lower where the panel is: the legend and the buttons stay clear of it.
        float const free = inner.max.y - ui.px(60 + 62 + 24 + 34 + 36 + 40) - y;
        float const bars = std::clamp(free, ui.px(170), ui.px(290));
        draw_histogram(ui, {{inner.min.x, y}, {inner.max.x, y + bars}}, tally, *one);
        y += bars + ui.px(20);
    }
    hairline_h(ui, area.min.x, area.max.x, y, c.line);
    y += ui.px(34);
    whisker(ui, inner.min.x + ui.px(2), inner.min.x + ui.px(44), y, c.ink, c.panel);
    draw_text_in(ui, {{inner.min.x + ui.px(58), y - ui.px(13)}, {inner.max.x, y + ui.px(13)}},
                 type::text, c.ink2, ui.tr("vote.legend.interval"));
    y += ui.px(36);
    base::Rect const sample{{inner.min.x, y - ui.px(8)}, {inner.min.x + ui.px(46), y + ui.px(8)}};
    fill(ui, sample, ui.px(5), c.warnfill);
    hatch(ui, sample, c.warn, ui.px(9), ui.px(1.5F));
    draw_text_in(ui, {{inner.min.x + ui.px(58), y - ui.px(13)}, {inner.max.x, y + ui.px(13)}},
                 type::text, c.ink2, ui.tr("vote.legend.contested"));
    base::Rect const next{{inner.min.x, inner.max.y - ui.px(60)}, inner.max};
    bool const may = workshop.access == Access::edit;
    if (button(ui, "vote.again",
               {{inner.min.x, next.min.y - ui.px(62)}, {inner.max.x, next.min.y - ui.px(12)}},
               ui.tr("vote.again"), {.icon = icon::replay}, enabled_if(may))) {
        view.draft = model::get<model::Round>(workshop.doc(), view.round);
        view.draft.source = model::BallotSource::keyboard;
        view.fresh = true;
    }
    if (button(ui, "vote.to_place", next, ui.tr("vote.to_place"),
               {.rank = Rank::primary, .icon_right = icon::arrow_forward}))
        return edit::SetStep{model::Step::place};
    return std::nullopt;
}

// The rounds of the session, when there are several.
void draw_choice(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& strip)
{
    auto const& rounds = model::table<model::Round>(workshop.doc());
    if (rounds.size() < 2) return;
    float x = strip.max.x;
    for (auto it = rounds.rbegin(); it != rounds.rend(); ++it) {
        auto const word = ui.words->text("vote.round", it->second.number);
        float const w = button_width(ui, word, {}, 44);
        if (x - w < strip.min.x) break;
        auto const rank = it->first == view.round ? Rank::tinted : Rank::quiet;
        if (button(ui, "vote.round." + std::to_string(it->second.number),
                   {{x - w, strip.center().y - ui.px(22)}, {x, strip.center().y + ui.px(22)}}, word,
                   {.rank = rank})) {
            view.round = it->first;
            view.selected = {};
        }
        x -= w + ui.px(8);
    }
}

} // namespace

std::optional<Wish> draw_vote_results(Ui& ui, VoteView& view, Workshop const& workshop,
                                      Frame const& frame)
{
    count(view, workshop);
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    if (!view.counted.tally) {
        draw_prompt(ui, frame.main, round.question, ui.tr("vote.uncounted"));
        (void)draw_panel(ui, frame.panel);
        return std::nullopt;
    }
    auto const& tally = *view.counted.tally;
    auto const method = ui.tr("method." + std::string(base::name_of(tally.method)));
    auto const source = tally.source == model::BallotSource::hands
                            ? ui.trn("vote.line.hands", tally.voters)
                            : ui.trn("vote.line.ballots", tally.voters);
    auto const blanks = ui.trn("vote.line.blanks", tally.blanks);
    auto const rest = draw_prompt(ui, frame.main, round.question,
                                  ui.words->text("vote.line", source, blanks, method));
    draw_choice(ui, view, workshop, rest);
    if (!tally.find(view.selected) && !tally.cases.empty()) view.selected = tally.cases.front().on;

    float const left = frame.main.min.x + ui.px(24), right = frame.main.max.x - ui.px(12);
    Columns const at{left + ui.px(36),   left + ui.px(78),   left + ui.px(110),  left + ui.px(528),
                     right - ui.px(220), right - ui.px(160), right - ui.px(132), right};
    float const head = frame.main.min.y + ui.px(122), pitch = ui.px(57);
    double const scale = scale_of(tally);
    base::Rect const area{{left - ui.px(24), head + ui.px(16)},
                          {frame.main.max.x, frame.main.max.y}};
    // Four steps, or five where five make round numbers.
    int const steps = std::fmod(scale, 4) == 0 || std::fmod(scale, 5) != 0 ? 4 : 5;
    for (int i = 0; i <= steps; ++i) {
        double const value = scale * i / steps;
        float const x =
            at.bars + (at.bars_end - at.bars) * static_cast<float>(i) / static_cast<float>(steps);
        hairline_v(ui, x, head + ui.px(16), area.max.y, ui.color().line);
        auto const said = value == std::floor(value) ? std::to_string(static_cast<int>(value))
                                                     : ui.words->decimal(value, 1);
        draw_text_in(ui, {{x - ui.px(40), head - ui.px(12)}, {x + ui.px(40), head + ui.px(12)}},
                     type::legend, ui.color().ink2, said, Align::centre);
    }
    {
        ScrollArea scroll(ui, "vote.results", area, view.scroll);
        float const top = scroll.top() + pitch / 2 + ui.px(4);
        for (std::size_t i = 0; i < tally.cases.size(); ++i) {
            float const y = top + pitch * static_cast<float>(i);
            if (view.sought == tally.cases[i].on)
                scroll.show(y - pitch / 2, y + pitch / 2), view.sought = {};
            if (y > area.min.y - pitch && y < area.max.y + pitch)
                draw_row(ui, view, workshop, tally, i, at, y, pitch, scale);
        }
        draw_notes(ui, tally, at, top, pitch);
        if (!tally.cases.empty()) draw_priority(ui, view, tally, at, top, pitch);
        scroll.content_height(pitch * static_cast<float>(tally.cases.size()) + ui.px(16));
    }
    auto step = [&](int way) {
        auto const found =
            std::ranges::find(tally.cases, view.selected, &CaseTally::on) - tally.cases.begin();
        auto const to = std::clamp<std::ptrdiff_t>(
            found + way, 0, static_cast<std::ptrdiff_t>(tally.cases.size()) - 1);
        if (!tally.cases.empty()) view.selected = tally.cases[static_cast<std::size_t>(to)].on;
    };
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) step(1);
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) step(-1);
    return draw_side(ui, view, workshop, tally, frame.panel);
}

} // namespace ui
