#include "ui/kit/paint.h"
#include "ui/screens/review/review_parts.h"
#include "wording/decisions.h"
#include "wording/story.h"

#include <algorithm>
#include <array>

// The list of events, newest first: decisions with reasons, all landmarks, or everything. The
// current entry is marked, later ones are faded. A press goes to an entry.
namespace ui {
namespace {

using Log = ReviewView::Log;

// rows drawn; rows newer than the current entry
constexpr std::size_t rows_most = 60, rows_before = 20;
constexpr std::size_t details_most = 3;

bool is_listed(story::Event const& event, Log log)
{
    switch (log) {
    case Log::decisions:
        return std::holds_alternative<story::Decided>(event.what) ||
               std::holds_alternative<story::Answered>(event.what);
    case Log::landmarks: return story::is_landmark(event);
    case Log::all: break;
    }
    return true;
}

// Newest first; its start follows the current entry.
void list_events(ReviewView& view, story::Story const& story, std::uint64_t n)
{
    auto& listed = view.listed;
    bool const same = listed.of == story.events.size() && listed.log == view.log;
    if (!same) {
        listed.of = story.events.size();
        listed.log = view.log;
        listed.events.clear();
        for (auto i = story.events.size(); i > 0; --i)
            if (is_listed(story.events[i - 1], view.log)) listed.events.push_back(i - 1);
    }
    if (same && listed.at == n) return;
    listed.at = n;
    auto const first =
        std::ranges::find_if(listed.events, [&](std::size_t i) { return story.events[i].n <= n; });
    auto const newer = static_cast<std::size_t>(first - listed.events.begin());
    bool const seen = newer >= listed.shift && newer < listed.shift + rows_most;
    if (!seen || !same) listed.shift = newer > rows_before ? newer - rows_before : 0;
}

// « Encadrer → Lancer », as pills.
float draw_verdicts(Ui& ui, base::Vec2 at, story::Decided const& e)
{
    float x = at.x;
    float const y = at.y + ui.px(18);
    auto pill = [&](model::Verdict verdict) {
        auto const outcome = outcome_of(verdict);
        x += draw_decision(ui, {x, y}, outcome, wording::verdict(*ui.words, verdict), 34);
    };
    if (e.before.verdict != model::Verdict::none) {
        pill(e.before.verdict);
        draw_icon_at(ui, {x + ui.px(16), y}, ui.px(20), ui.color().ink2, icon::arrow_forward);
        x += ui.px(32);
    }
    if (e.after.verdict != model::Verdict::none) pill(e.after.verdict);
    return ui.px(42);
}

// Draws an event from `y` downwards; returns its bottom, and whether it was pressed.
struct Row {
    float end = 0;
    bool pressed = false;
};
Row draw_row(Ui& ui, story::Event const& event, std::size_t at, base::Rect const& area, float y,
             std::uint64_t n)
{
    auto const& c = ui.color();
    bool const here = event.n == n, later = event.n > n;
    auto const* decided = std::get_if<story::Decided>(&event.what);
    bool const pills = decided && decided->before.verdict != decided->after.verdict &&
                       decided->after.verdict != model::Verdict::none;
    auto const said = wording::told(*ui.words, event);
    auto const time = ui.words->time(event.at_ms);
    float const left = area.min.x + ui.px(38), wide = area.max.x - left;
    float const clock = text_width(ui, type::meta, time) + ui.px(10);
    auto const head =
        decided ? wording::numbered(*ui.words, decided->on) +
                      (decided->body == model::Body::committee ? " · " + ui.tr("review.committee")
                                                               : std::string{})
                : said;
    auto const& head_type = decided ? type::strong : type::label;
    auto const details = wording::details(*ui.words, event, details_most);

    float height = ui.px(14) + paragraph_height(ui, head_type, pills ? head : said, wide - clock);
    if (pills) height += ui.px(46);
    for (auto const& line : details)
        height += paragraph_height(ui, type::text, line, wide) + ui.px(2);
    height += ui.px(12);
    base::Rect const box{{area.min.x - ui.px(10), y}, {area.max.x + ui.px(10), y + height}};
    Row row{box.max.y, false};
    auto const id = "review.event." + std::to_string(at);
    auto full = time + " · " + said;
    for (auto const& line : details) full += ". " + line;
    auto const press = touch(ui, id, box, full);
    if (here) probe_on(ui, id, On::yes);
    row.pressed = press.clicked;
    if (box.max.y < area.min.y || box.min.y > area.max.y) return row; // not visible
    if (here || press.hovered) fill(ui, box, ui.px(8), here ? c.atint : c.sunken);
    if (here) fill(ui, {box.min, {box.min.x + ui.px(4), box.max.y}}, ui.px(2), c.accent);
    if (press.focused) focus_ring(ui, box, ui.px(8));
    auto const ink = later ? c.ink3 : c.ink, ink2 = later ? c.ink3 : c.ink2;
    float at_y = y + ui.px(12);
    draw_icon_at(ui, {area.min.x + ui.px(14), at_y + ui.px(12)}, ui.px(22), here ? c.accent : ink2,
                 icon_of(event));
    draw_text_in(ui, {{area.min.x, at_y}, {area.max.x, at_y + ui.px(22)}}, type::meta, ink2, time,
                 Align::right);
    at_y += draw_paragraph(ui, {left, at_y}, wide - clock, head_type, ink, pills ? head : said);
    if (pills) {
        at_y += ui.px(4);
        at_y += draw_verdicts(ui, {left, at_y}, *decided);
    }
    for (auto const& line : details)
        at_y += draw_paragraph(ui, {left, at_y}, wide, type::text, ink2, line) + ui.px(2);
    hairline_h(ui, area.min.x, area.max.x, box.max.y, c.line);
    return row;
}

// « 24 plus récents », « 120 plus anciens »: buttons that extend the list.
bool draw_more(Ui& ui, std::string_view id, char const* key, std::size_t count,
               base::Rect const& area, float& y)
{
    base::Rect const box{{area.min.x, y}, {area.max.x, y + ui.px(44)}};
    y = box.max.y + ui.px(6);
    return button(ui, id, box, ui.trn(key, static_cast<std::int64_t>(count)),
                  {.rank = Rank::quiet});
}

} // namespace

std::optional<Wish> draw_log(Ui& ui, ReviewView& view, Workshop const& workshop,
                             base::Rect const& area)
{
    auto const decisions = ui.tr("review.log.decisions"), marks = ui.tr("review.log.landmarks"),
               all = ui.tr("review.log.all");
    std::array<std::string_view, 3> const labels{decisions, marks, all};
    base::Rect const strip{area.min, {area.max.x, area.min.y + ui.px(42)}};
    auto chosen = static_cast<std::size_t>(view.log);
    if (segmented(ui, "review.log", strip, labels, chosen)) {
        view.log = static_cast<Log>(chosen);
        view.log_scroll = {};
    }
    base::Rect const box{{area.min.x, strip.max.y + ui.px(12)}, area.max};
    if (!workshop.story) return std::nullopt;
    auto const& story = *workshop.story;
    auto const n = workshop.session.version;
    bool const moved = view.listed.at != n;
    list_events(view, story, n);
    auto const& events = view.listed.events;
    if (events.empty()) {
        draw_paragraph(ui, box.min, box.width(), type::text, ui.color().ink2,
                       ui.tr("review.log.none"));
        return std::nullopt;
    }
    std::optional<Wish> wish;
    ScrollArea scroll(ui, "review.log.list", base::grown(box, ui.px(12)), view.log_scroll);
    float y = scroll.top() + ui.px(12);
    auto& shift = view.listed.shift;
    shift = std::min(shift, events.size() - 1);
    if (shift > 0 && draw_more(ui, "review.log.newer", "review.newer", shift, box, y)) {
        shift = shift > rows_most ? shift - rows_most : 0;
        view.log_scroll = {};
    }
    auto const end = std::min(events.size(), shift + rows_most);
    for (auto i = shift; i < end; ++i) {
        auto const& event = story.events[events[i]];
        float const from = y;
        auto const row = draw_row(ui, event, events[i], box, y, n);
        y = row.end;
        if (moved && event.n == n) scroll.show(from, y);
        if (!row.pressed) continue;
        wish = go_to_entry(view, workshop, event.n);
        if (auto const on = case_of(event)) view.selected = on; // its sheet can be opened
    }
    if (end < events.size() &&
        draw_more(ui, "review.log.older", "review.older", events.size() - end, box, y)) {
        shift += rows_most;
        view.log_scroll = {};
    }
    scroll.content_height(y - scroll.top() + ui.px(24));
    return wish;
}

} // namespace ui
