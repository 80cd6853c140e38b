#include "model/turnout.h"
#include "ui/kit/names.h"
#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"
#include "wording/votes/rooms.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

float grown(Ui& ui, VoteView const& view, std::size_t index, std::size_t count)
{
    if (view.revealed_s < 0) return 1; // from the last to the first
    double const delay = static_cast<double>(count - 1 - index) * span_ms::stagger / 1000;
    return progress(ui, view.revealed_s + delay, span_ms::reveal, Ease::out_quint);
}

// The layout of the rows. The priority line has its own band between two rows.
struct Rows {
    float top = 0; // centre of the first
    float pitch = 0;
    int first = 0;  // rows above the band
    float band = 0; // its height, 0: none
    [[nodiscard]] float y(std::size_t index) const
    {
        return top + pitch * static_cast<float>(index) +
               (static_cast<int>(index) >= first ? band : 0);
    }
    [[nodiscard]] float line() const
    {
        return top + pitch * (static_cast<float>(first) - 0.5F) + band / 2;
    }
    // The number of rows that end above `at`, from 1 to `count`.
    [[nodiscard]] int above(float at, int count) const
    {
        auto const below_line = at > line();
        auto const rows = (at - (below_line ? band : 0) - top) / pitch + 0.5F;
        return std::clamp(static_cast<int>(std::lround(rows)), 1, std::max(1, count));
    }
};

constexpr Type title_on_lines{Face::semibold, 20, 25}; // where one line is too short
constexpr float title_edge = 2.5F;                     // above and below it, in design pixels

base::Rect title_box(Ui const& ui, ResultColumns const& at, float y, float height)
{
    float const half = height / 2 - ui.px(title_edge);
    return {{at.title, y - half}, {at.bars - ui.px(16), y + half}};
}

void draw_row(Ui& ui, VoteView& view, Workshop const& workshop, std::size_t index,
              ResultColumns const& at, float y, float height, ResultScale const& scale)
{
    auto const& c = ui.color();
    auto const& tally = *view.results.tally;
    auto const& one = tally.cases[index];
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    auto const text = model::get<model::Case>(workshop.doc(), one.on);
    auto const number = std::to_string(text.number);
    base::Rect const row{{at.rank - ui.px(56), y - height / 2 + 1}, {at.end, y + height / 2 - 1}};
    auto const press = touch(ui, "result." + number, row, text.title);
    wording::CaseResult const of{round, tally, one};
    auto reads = std::to_string(one.rank) + " · " + wording::score(*ui.words, of);
    if (one.told_apart != analysis::ToldApart::no)
        reads += " · " + wording::under_score(*ui.words, of);
    probe_value(ui, "result." + number, reads);
    probe_on(ui, "result." + number, one.selected ? On::yes : On::no);
    if (press.clicked) {
        view.selected = one.on;
        view.results.page = VoteResults::Page::of_case;
        view.results.side = {};
    }
    if (view.selected == one.on)
        fill(ui, row, ui.px(14), c.atint);
    else if (press.hovered)
        fill(ui, row, ui.px(14), c.sunken);
    if (press.focused) focus_ring(ui, row, ui.px(14));
    bool const repeats = index > 0 && tally.cases[index - 1].rank == one.rank;
    draw_text_in(ui, {{at.rank - ui.px(48), y - ui.px(16)}, {at.rank, y + ui.px(16)}}, type::rank,
                 repeats ? c.ink3 : c.ink, std::to_string(one.rank), Align::right);
    draw_case_mark(ui, {at.chip, y},
                   {.number = number,
                    .diameter = 36,
                    .fill = one.selected ? ChipFill::accent : ChipFill::outlined});
    auto const title = title_box(ui, at, y, height);
    auto type_of =
        view.selected == one.on ? Type{Face::semibold, 22, 28} : Type{Face::medium, 22, 28};
    if (text_width(ui, type_of, text.title) > title.width())
        type_of = {type_of.face, title_on_lines.px, title_on_lines.line};
    draw_case_title(ui, title, type_of, c.ink, text);
    method_view(tally.method)
        .marks(ui,
               {view.results, round, one, at, scale, y, grown(ui, view, index, tally.cases.size()),
                view.selected == one.on ? On::yes : On::no});
    draw_room_ranks(ui, view.results, one, at, y);
}

void draw_pill_note(Ui& ui, ResultColumns const& at, float y, std::string const& said)
{
    auto const& c = ui.color();
    base::Rect const pill{{at.tie - ui.px(6), y - ui.px(17)},
                          {at.tie + text_width(ui, type::strong, said) + ui.px(22), y + ui.px(17)}};
    fill(ui, pill, ui.px(17), c.warntint);
    outline(ui, pill, ui.px(17), c.warn, ui.px(1.5F));
    draw_text_in(ui, pill, type::strong, c.warn, said, Align::centre);
}

// A bracket for a tie; pressing it breaks the tie.
void draw_tie(Ui& ui, VoteView& view, Workshop const& workshop, ResultColumns const& at, int rank,
              float y0, float y1, base::Rect const& sight)
{
    auto const& c = ui.color();
    auto const& tally = *view.results.tally;
    float const x = at.tie, w = ui.px(8), grow = ui.px(16);
    bool const cut =
        std::ranges::find(tally.cuts, rank, &analysis::CutTie::rank) != tally.cuts.end();
    auto const color = cut ? c.ink3 : c.ink2;
    line(ui, {x, y0 - grow}, {x, y1 + grow}, color, ui.px(2));
    line(ui, {x - w, y0 - grow}, {x, y0 - grow}, color, ui.px(2));
    line(ui, {x - w, y1 + grow}, {x, y1 + grow}, color, ui.px(2));
    auto const said = ui.tr(cut ? "results.cut" : "vote.tied");
    // In the centre of its visible part.
    float const from = std::max(y0, sight.min.y + ui.px(24)),
                to = std::min(y1, sight.max.y - ui.px(24));
    float const mid = from < to ? (from + to) / 2 : (y0 + y1) / 2;
    base::Rect const label{{x + ui.px(4), mid - ui.px(20)}, {at.end, mid + ui.px(20)}};
    auto const id = "vote.tie." + std::to_string(rank);
    bool const may = workshop.access == Access::edit;
    auto const press = touch(ui, id, label, said, enabled_if(may));
    probe_on(ui, id, cut ? On::yes : On::no);
    if (press.hovered) {
        fill(ui, label, ui.px(10), c.sunken);
        tooltip(ui, label, ui.tr("results.tie.offer"));
    }
    if (press.focused) focus_ring(ui, label, ui.px(10));
    draw_text_in(ui, {{label.min.x + ui.px(8), label.min.y}, label.max}, type::label,
                 press.hovered ? c.ink : c.ink2, said);
    if (press.clicked) start_cut(view, workshop, rank);
}

// The change of a case since the compared result.
void draw_move(Ui& ui, VoteView const& view, model::Document const& doc, ResultColumns const& at,
               CaseTally const& one, float y)
{
    auto const& c = ui.color();
    auto const& changes = view.results.comparison->cases;
    auto const change = std::ranges::find(changes, one.on, &analysis::RoundChange::on);
    if (change == changes.end()) return;
    auto const id = "results.move." + std::to_string(one.on.value);
    base::Rect const box{{at.tie - ui.px(8), y - ui.px(16)}, {at.end, y + ui.px(16)}};
    auto const gained = change->places_gained();
    auto const other = model::get<model::Round>(doc, view.results.against).number;
    auto const said = !change->rank_before ? ui.tr("results.new")
                      : gained == 0        ? ui.tr("results.same")
                                           : ui.tr("results.was", *change->rank_before, other);
    touch(ui, id, box, said, Enabled::yes, Role::area);
    float x = box.min.x + ui.px(8);
    if (change->rank_before && gained != 0) {
        float const way = gained > 0 ? -1.0F : 1.0F, r = ui.px(7);
        triangle(ui, {x, y - way * r}, {x + 2 * r, y - way * r}, {x + r, y + way * r},
                 gained > 0 ? c.opp : c.risk);
        x += ui.px(22);
    }
    draw_text_in(ui, {{x, box.min.y}, box.max}, type::label, c.ink2, said);
}

// At the right of the scores: brackets for ties, pills for contested cases, or changes.
void draw_notes(Ui& ui, VoteView& view, Workshop const& workshop, ResultColumns const& at,
                Rows const& rows, base::Rect const& sight)
{
    auto const& tally = *view.results.tally;
    bool const moves = view.results.comparison.has_value();
    for (std::size_t i = 0; i < tally.cases.size();) {
        std::size_t end = i + 1;
        while (end < tally.cases.size() && tally.cases[end].rank == tally.cases[i].rank) ++end;
        float const y0 = rows.y(i), y1 = rows.y(end - 1);
        if (moves)
            for (auto j = i; j < end; ++j)
                draw_move(ui, view, workshop.doc(), at, tally.cases[j], rows.y(j));
        else if (end - i > 1)
            draw_tie(ui, view, workshop, at, tally.cases[i].rank, y0, y1, sight);
        else if (!tally.cases[i].quorum_met)
            draw_pill_note(ui, at, y0, ui.tr("results.under_quorum"));
        else if (tally.cases[i].contested())
            draw_pill_note(ui, at, y0, "≠ " + ui.tr("vote.contested"));
        i = end;
    }
}

int nearest(std::vector<int> const& cuts, int to)
{
    int best = cuts.empty() ? to : cuts.back();
    for (int cut : cuts)
        if (std::abs(cut - to) < std::abs(best - to)) best = cut;
    return best;
}

// « Tient à une voix », beside the line.
void draw_voice(Ui& ui, VoteView& view, float right, float y)
{
    auto const& voice = view.results.voice;
    if (!voice || voice->people == 0) return;
    auto const& c = ui.color();
    auto const said = ui.tr("results.one_voice");
    float const w = text_width(ui, type::strong, said) + ui.px(58);
    base::Rect const pill{{right - w, y - ui.px(18)}, {right, y + ui.px(18)}};
    auto const press = touch(ui, "vote.one_voice", pill, said);
    fill(ui, pill, ui.px(18), c.warntint);
    outline(ui, pill, ui.px(18), c.warn, ui.px(1.5F));
    draw_icon_at(ui, {pill.min.x + ui.px(22), y}, ui.px(20), c.warn, icon::warning_amber);
    draw_text_in(ui, {{pill.min.x + ui.px(38), pill.min.y}, pill.max}, type::strong, c.warn, said);
    if (press.focused) focus_ring(ui, pill, ui.px(18));
    if (press.clicked) view.results.page = VoteResults::Page::of_result;
}

// The line below the first cases. It snaps to possible cuts; when dropped inside a tie, asks to
// break that first.
void draw_priority(Ui& ui, VoteView& view, Workshop const& workshop, ResultColumns const& at,
                   Rows const& rows)
{
    auto const& c = ui.color();
    auto const& tally = *view.results.tally;
    auto const cuts = analysis::clean_cuts(tally);
    auto const said = ui.trn("vote.priority", rows.first);
    float const w = text_width(ui, type::strong, said) + ui.px(56);
    auto at_line = [&](float y) {
        return base::Rect{{at.title, y - ui.px(20)}, {at.title + w, y + ui.px(20)}};
    };
    float y = rows.line();
    bool const moves = ui.audience == Audience::facilitator;
    auto const press = touch(ui, "vote.priority", at_line(y), said, Enabled::yes,
                             moves ? Role::slider : Role::area);
    probe_value(ui, "vote.priority", std::to_string(rows.first));
    auto const count = static_cast<int>(tally.cases.size());
    int const wanted = rows.above(ui.mouse.y, count);
    auto const split = analysis::split_tie(tally, wanted);
    bool const dragging = press.held && press.dragged;
    if (dragging) {
        y = std::clamp(ui.mouse.y, rows.top - rows.pitch / 2,
                       rows.top + rows.pitch * static_cast<float>(count));
        if (!split) view.first = wanted;
    }
    if (press.released && press.dragged) {
        if (split && workshop.access == Access::edit) start_cut(view, workshop, split->rank);
        if (split) view.first = nearest(cuts, wanted);
    }
    bool const refused = dragging && split;
    auto const color = refused ? c.warn : c.ink;
    auto const pill = at_line(y);
    dashed_line(ui, {at.rank - ui.px(48), y}, {at.end, y}, color, ui.px(2.5F),
                {ui.px(10), ui.px(7)});
    fill(ui, pill, ui.px(20), color);
    if (moves)
        draw_icon_at(ui, {pill.min.x + ui.px(22), y}, ui.px(22), c.paper, icon::drag_indicator);
    draw_text_in(
        ui,
        {{pill.min.x + ui.px(moves ? 36 : 14), pill.min.y}, {pill.max.x - ui.px(14), pill.max.y}},
        type::strong, c.paper, said, moves ? Align::left : Align::centre);
    if (press.focused) focus_ring(ui, pill, ui.px(20));
    if (refused) tooltip(ui, pill, ui.tr("results.tie.refused"));
    if (!dragging) draw_voice(ui, view, at.tie - ui.px(14), y); // beside the name of a tie
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_UpArrow))
        for (int cut : cuts)
            if (cut < rows.first) view.first = cut;
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_DownArrow))
        if (auto const next = std::ranges::upper_bound(cuts, rows.first); next != cuts.end())
            view.first = *next;
}

// The counting rules, below every result.
void draw_foot(Ui& ui, Tally const& tally, base::Rect const& box)
{
    auto const said = wording::counted_by(*ui.words, tally);
    touch(ui, "results.foot", box, said, Enabled::yes, Role::area);
    draw_listed(ui, box, type::meta, ui.color().ink2, said);
}

void step_row(VoteView& view, int way)
{
    auto const& cases = view.results.tally->cases;
    if (cases.empty()) return;
    auto const found = std::ranges::find(cases, view.selected, &CaseTally::on) - cases.begin();
    auto const to =
        std::clamp<std::ptrdiff_t>(found + way, 0, static_cast<std::ptrdiff_t>(cases.size()) - 1);
    view.selected = view.sought = cases[static_cast<std::size_t>(to)].on;
}

void draw_rows(Ui& ui, VoteView& view, Workshop const& workshop, ResultColumns const& at,
               ResultScale const& scale, base::Rect const& area)
{
    auto const& tally = *view.results.tally;
    auto const& cases = tally.cases;
    constexpr float least_pitch = 57, foot = 28; // design pixels
    Rows rows;
    // For methods that select, no line is shown.
    bool const line = !cases.empty() && !tally.selects();
    rows.first = line ? view.first.value_or(1) : 0;
    rows.band = line ? ui.px(48) : 0;
    std::vector<model::CaseId> ids;
    for (auto const& one : cases) ids.push_back(one.on);
    rows.pitch = title_row_height(
        ui, workshop.doc(), ids, title_on_lines, title_box(ui, at, 0, 0).width(),
        {ui.px(least_pitch), ui.px(title_edge + 4), area.height() - rows.band - ui.px(foot)});
    ScrollArea scroll(ui, "vote.results", area, view.scroll);
    rows.top = scroll.top() + rows.pitch / 2 + ui.px(4);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        float const y = rows.y(i), half = rows.pitch / 2;
        if (view.sought == cases[i].on) scroll.show(y - half, y + half), view.sought = {};
        if (y > area.min.y - rows.pitch && y < area.max.y + rows.pitch)
            draw_row(ui, view, workshop, i, at, y, rows.pitch, scale);
    }
    draw_notes(ui, view, workshop, at, rows, area);
    if (line) draw_priority(ui, view, workshop, at, rows);
    scroll.content_height(rows.pitch * static_cast<float>(cases.size()) + rows.band + ui.px(foot));
}

struct Choice {
    int number;
    model::RoundId id;
    std::string word;
    float width;
};

// The votes of the session, newest first.
std::vector<Choice> choices(Ui const& ui, Workshop const& workshop)
{
    std::vector<Choice> votes;
    for (auto const& [id, round] : model::table<model::Round>(workshop.doc())) {
        if (!model::is_vote(round)) continue;
        auto word = wording::vote_name(*ui.words, round);
        float const width = button_width(ui, word, {}, 44);
        votes.push_back({round.number, id, std::move(word), width});
    }
    std::ranges::sort(votes, std::ranges::greater{}, &Choice::number);
    return votes;
}

float width_of(std::vector<Choice> const& votes, float gap)
{
    float whole = -gap;
    for (auto const& one : votes) whole += one.width + gap;
    return whole;
}

void go_to(VoteView& view, model::RoundId round)
{
    view.round = round;
    view.selected = {};
}

} // namespace

void draw_asked(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& main,
                std::string_view question, std::string_view line)
{
    auto votes = choices(ui, workshop);
    bool const choose = votes.size() > 1 && ui.audience != Audience::room;
    float const gap = ui.px(8), high = ui.px(44);
    float const kept = choose ? std::min(width_of(votes, gap), ui.px(260)) : 0;
    auto strip = draw_prompt(ui, {main.min, {main.max.x - kept, main.max.y}}, question, line);
    if (!choose) return;
    strip.max.x += kept;
    auto left = strip.min.x;
    if (width_of(votes, gap) > strip.width()) // others are shown by number only
        for (auto& one : votes)
            if (one.id != view.round) {
                one.word = std::to_string(one.number);
                one.width = std::max(high, button_width(ui, one.word, {}, 44));
            }
    bool const all = width_of(votes, gap) <= strip.width();
    if (!all) left += high + gap; // for the button that lists all
    auto const shown = std::ranges::find(votes, view.round, &Choice::id);
    if (shown != votes.end() && shown->width > strip.max.x - left) {
        float const width = button_width(ui, shown->word, {.icon = icon::expand_more}, 44);
        base::Rect const box{
            {std::max(strip.min.x, strip.max.x - width), strip.center().y - high / 2},
            {strip.max.x, strip.center().y + high / 2}};
        if (button(ui, "vote.all_rounds", box, shown->word,
                   {.rank = Rank::tinted, .icon = icon::expand_more}))
            view.results.votes_menu = box;
        return;
    }
    // The newest that fit, always including the current one.
    auto newest = votes.begin();
    float taken = -gap;
    for (auto it = votes.begin(); it != votes.end(); ++it) {
        taken += it->width + gap;
        for (; taken > strip.max.x - left && newest != it; ++newest) taken -= newest->width + gap;
        if (it->id == view.round) break;
    }
    float x = strip.max.x;
    for (auto it = newest; it != votes.end() && x - it->width >= left; ++it) {
        base::Rect const box{{x - it->width, strip.center().y - high / 2},
                             {x, strip.center().y + high / 2}};
        if (button(ui, "vote.round." + std::to_string(it->number), box, it->word,
                   {.rank = it->id == view.round ? Rank::tinted : Rank::quiet}))
            go_to(view, it->id);
        x = box.min.x - gap;
    }
    if (all) return;
    base::Rect const more{{x - high, strip.center().y - high / 2},
                          {x, strip.center().y + high / 2}};
    if (icon_button(ui, "vote.all_rounds", more, icon::expand_more, ui.tr("vote.all_rounds")))
        view.results.votes_menu = more;
}

void draw_votes_menu(Ui& ui, VoteView& view, Workshop const& workshop)
{
    if (!view.results.votes_menu) return;
    std::vector<std::string> ids, labels;
    auto const votes = choices(ui, workshop);
    for (auto const& one : votes) {
        ids.push_back("vote.all_rounds." + std::to_string(one.number));
        labels.push_back(
            one.word + " · " +
            wording::question(*ui.words, model::get<model::Round>(workshop.doc(), one.id)));
    }
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < votes.size(); ++i)
        items.push_back(
            {ids[i],
             labels[i],
             0,
             {},
             Enabled::yes,
             votes[i].id == view.round ? MenuItem::Kind::chosen : MenuItem::Kind::action});
    auto const answer =
        menu(ui, "vote.all_rounds.menu", *view.results.votes_menu, items, Align::right);
    if (answer.closed) view.results.votes_menu.reset();
    for (std::size_t i = 0; i < votes.size(); ++i)
        if (answer.id == ids[i]) go_to(view, votes[i].id);
}

std::optional<Wish> draw_vote_results(Ui& ui, VoteView& view, Workshop const& workshop,
                                      ScreenLayout const& layout)
{
    count_results(ui, view, workshop);
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    auto& results = view.results;
    if (!results.tally) {
        auto const why = results.error && results.error->where.starts_with("tally.")
                             ? ui.tr("error." + results.error->where, results.error->detail)
                             : ui.tr("vote.uncounted");
        draw_asked(ui, view, workshop, layout.main, wording::asked(*ui.words, round), why);
        (void)draw_panel(ui, layout.panel);
        draw_votes_menu(ui, view, workshop);
        return std::nullopt;
    }
    auto const& tally = *results.tally;
    bool const hands = tally.source == model::BallotSource::hands;
    auto const source = wording::voters(*ui.words, tally);
    auto const blanks = ui.trn("vote.line.blanks", tally.blanks),
               method = wording::way(*ui.words, tally.way());
    auto const& look = method_view(tally.method);
    bool const whiskers = look.intervals && tally.voters >= analysis::interval_min;
    auto line = hands      ? ui.tr("results.line.hands", source, method)
                : whiskers ? ui.tr("vote.line", source, blanks, method)
                           : ui.tr("results.line", source, blanks, method);
    if (auto const without = wording::counted_without(*ui.words, workshop.doc(), view.round);
        !without.empty())
        line = without + " · " + line;
    draw_asked(ui, view, workshop, layout.main, wording::asked(*ui.words, round), line);
    if (!tally.find(view.selected) && !tally.cases.empty()) view.selected = tally.cases.front().on;

    auto const at = result_columns(ui, results, layout);
    auto const scale = result_scale(tally);
    float const head = layout.main.min.y + ui.px(122 + look.legend);
    base::Rect const area{{layout.main.min.x, head + ui.px(16)},
                          {layout.main.max.x, layout.main.max.y - ui.px(40)}};
    look.head(ui, {tally, round, at, scale, head, area.max.y});
    draw_room_letters(ui, results, workshop.doc(), at, head);
    draw_rows(ui, view, workshop, at, scale, area);
    draw_foot(ui, tally, {{at.rank - ui.px(36), area.max.y}, {at.end, area.max.y + ui.px(40)}});
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) step_row(view, 1);
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) step_row(view, -1);
    if (ui.audience == Audience::room) return std::nullopt;
    auto wish = draw_results_side(ui, view, workshop, layout.panel);
    if (auto cut = draw_tie_dialog(ui, view, workshop)) wish = *std::move(cut);
    draw_votes_menu(ui, view, workshop);
    return wish;
}

} // namespace ui
