#include "analysis/common/merged.h"
#include "model/turnout.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/screens/review/review_parts.h"
#include "wording/lists.h"
#include "wording/story.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"

#include <algorithm>

// All rounds at that moment: question, rules, number of ballots, result, and later changes of their
// cases.
namespace ui {
namespace {

constexpr std::size_t bars_most = 8;

std::map<model::RoundId, analysis::Tally> count_all(model::Document const& doc)
{
    std::map<model::RoundId, analysis::Tally> out;
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        bool const shown =
            model::get<model::RoundStatus>(doc, id).state == model::RoundState::revealed;
        if (!shown || !model::is_vote(round)) continue;
        if (auto tally = analysis::tally(doc, id, {{}, {}, 0})) out.emplace(id, *std::move(tally));
    }
    return out;
}

std::string state_of(Ui const& ui, model::Document const& doc, model::RoundId id)
{
    auto const state = model::get<model::RoundStatus>(doc, id).state;
    auto said = ui.tr("review.round." + std::string(base::name_of(state)));
    bool const over = state == model::RoundState::closed || state == model::RoundState::revealed;
    if (!over) return said;
    return said + " · " +
           wording::cast(*ui.words, model::ballots_of(doc, id),
                         model::get<model::RoundStatus>(doc, id).by_hand);
}

float draw_bars(Ui& ui, model::Document const& doc, model::Round const& round,
                analysis::Tally const& tally, base::Rect const& area, float y)
{
    auto const& c = ui.color();
    auto const count = std::min(bars_most, tally.cases.size());
    double const best =
        std::max(1e-9, count > 0 ? std::abs(analysis::value(tally.cases.front().score)) : 1.0);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& one = tally.cases[i];
        auto const text = model::get<model::Case>(doc, one.on);
        base::Rect const row{{area.min.x, y}, {area.max.x, y + ui.px(40)}};
        float const middle = row.center().y;
        draw_text_in(ui, {row.min, {row.min.x + ui.px(44), row.max.y}}, type::strong, c.ink,
                     ui.words->ordinal(one.rank));
        auto const number = std::to_string(text.number);
        draw_case_mark(ui, {row.min.x + ui.px(62), middle}, {.number = number, .diameter = 30});
        float const bar = row.min.x + row.width() * 0.52F, end = row.max.x - ui.px(150);
        draw_case_title(ui, {{row.min.x + ui.px(88), row.min.y}, {bar - ui.px(12), row.max.y}},
                        type::label, c.ink, text);
        double const share = std::clamp(analysis::value(one.score) / best, 0.0, 1.0);
        fill(ui, {{bar, middle - ui.px(9)}, {end, middle + ui.px(9)}}, ui.px(5), c.sunken);
        fill(ui,
             {{bar, middle - ui.px(9)},
              {bar + (end - bar) * static_cast<float>(share), middle + ui.px(9)}},
             ui.px(5), c.accent);
        draw_text_in(ui, {{end + ui.px(10), row.min.y}, row.max}, type::strong, c.ink,
                     wording::score(*ui.words, {round, tally, one}), Align::right);
        y = row.max.y;
    }
    if (tally.cases.size() > count)
        y += draw_paragraph(ui, {area.min.x, y + ui.px(4)}, area.width(), type::meta, c.ink2,
                            ui.words->plural("story.more.cases", static_cast<std::int64_t>(
                                                                     tally.cases.size() - count))) +
             ui.px(8);
    return y;
}

// Changes of its cases since it closed.
float draw_since_then(Ui& ui, Workshop const& workshop, model::RoundId id, base::Rect const& area,
                      float y)
{
    auto const& doc = workshop.doc();
    std::vector<std::string> lines;
    for (auto const& one : analysis::merged_since(doc, id))
        lines.push_back(wording::merged(*ui.words, doc, one));
    if (auto const aside = analysis::aside_now(doc, id); !aside.empty())
        lines.push_back(wording::aside(*ui.words, doc, aside));
    if (workshop.story)
        lines.push_back(wording::edited_since(
            *ui.words, story::edited_since(*workshop.story, doc, id, workshop.session.version)));
    for (auto const& line : lines) {
        if (line.empty()) continue;
        draw_icon(ui, {area.min.x, y + ui.px(2)}, ui.px(20), ui.color().ink2, icon::info);
        y += draw_paragraph(ui, {area.min.x + ui.px(30), y}, area.width() - ui.px(30), type::text,
                            ui.color().ink2, line) +
             ui.px(4);
    }
    return y;
}

float draw_round(Ui& ui, ReviewView& view, Workshop const& workshop, model::RoundId id,
                 model::Round const& round, base::Rect const& area, float y)
{
    auto const& doc = workshop.doc();
    auto const& c = ui.color();
    float const top = y;
    bool const vote = model::is_vote(round);
    auto const name = vote ? std::to_string(round.number) + ". " + wording::asked(*ui.words, round)
                           : ui.tr("story.round.begins", round.number);
    y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::h3, c.ink, name) + ui.px(2);
    auto const by =
        vote ? wording::method(*ui.words, round.method) + " · " + wording::rules(*ui.words, round)
             : wording::axes(*ui.words, doc, round.axes);
    auto const rules = (by.empty() ? by : by + " · ") + state_of(ui, doc, id);
    y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::text, c.ink2, rules) + ui.px(8);
    auto const& tallies = view.tallies.value();
    if (auto const it = tallies.find(id); it != tallies.end())
        y = draw_bars(ui, doc, round, it->second, area, y) + ui.px(4);
    y = draw_since_then(ui, workshop, id, area, y) + ui.px(16);
    (void)touch(ui, "review.round." + std::to_string(round.number),
                {{area.min.x, top}, {area.max.x, y}}, name + ". " + rules, Enabled::yes,
                Role::area);
    hairline_h(ui, area.min.x, area.max.x, y, c.line);
    return y + ui.px(18);
}

} // namespace

void draw_votes_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& doc = workshop.doc();
    std::vector<std::pair<model::RoundId, model::Round>> rounds;
    for (auto const& [id, round] : model::table<model::Round>(doc)) rounds.emplace_back(id, round);
    if (rounds.empty()) return draw_nothing_then(ui, area, "review.votes.none");
    view.tallies.get(workshop.source(), [](auto const& part) { return count_all(part); });
    std::ranges::stable_sort(rounds, std::greater{}, [&](auto const& one) { // last opened first
        auto const opened = model::get<model::RoundStatus>(doc, one.first).opened_ms;
        return opened == 0 ? std::numeric_limits<std::int64_t>::max() : opened;
    });
    auto const& c = ui.color();
    draw_surface(ui, area, {ui.px(20), c.card, c.line, 1, Level::e1});
    auto const inside = base::grown(area, -ui.px(24));
    ScrollArea scroll(ui, "review.votes", base::grown(area, -ui.px(2)), view.votes_scroll);
    float y = scroll.top() + ui.px(22);
    for (auto const& [id, round] : rounds) y = draw_round(ui, view, workshop, id, round, inside, y);
    scroll.content_height(y - scroll.top());
}

} // namespace ui
