#include "ui/screens/review/review_view.h"

#include "ui/screens/review/review_parts.h"
#include "wording/story.h"

#include <imgui.h>

#include <array>
#include <cmath>

namespace ui {
namespace {

using Show = ReviewView::Show;
using Side = ReviewView::Side;

std::optional<Wish> draw_review_rail(Ui& ui, ReviewView& view, Workshop const& workshop,
                                     ScreenLayout const& layout)
{
    auto on = [&](Show show) {
        return view.show == show ? ItemState::selected : ItemState::normal;
    };
    std::array const items{
        RailItem{"rail.then", icon::restore, "review.rail.then", on(Show::step)},
        RailItem{"rail.then_board", icon::sticky_note_2, "review.rail.board", on(Show::board)},
        RailItem{"rail.then_votes", icon::leaderboard, "review.rail.votes", on(Show::votes)},
        RailItem{"rail.then_matrix", icon::scatter_plot, "review.rail.matrix", on(Show::matrix)},
        RailItem{"rail.then_order", icon::table_chart, "review.rail.order", on(Show::order)},
        RailItem{"rail.then_now", icon::compare_arrows, "review.rail.compare"}};
    auto const press = draw_rail(ui, workshop, layout.rail, items);
    auto go = [&](Show show) {
        if (view.show != show) dissolve(ui);
        view.show = show;
    };
    constexpr int shows = 5; // the last item leaves the screen
    auto const pressed = digit(ui, 1, 5);
    for (int i = 0; i < shows; ++i)
        if (press.id == items.at(static_cast<std::size_t>(i)).id || pressed == i + 1)
            go(static_cast<Show>(i));
    if (press.id == "rail.find") return ShowFinder{};
    auto const n = workshop.session.version;
    if (press.id == "rail.then_now" && n < workshop.entries) return CompareWith{{}, n};
    if (press.id == "rail.then_now") return CompareWith{};
    return press.wish;
}

std::string line_of(Ui const& ui, Workshop const& workshop)
{
    auto const n = workshop.session.version;
    auto const number = [&](std::uint64_t value) {
        return ui.words->number(static_cast<std::int64_t>(value));
    };
    if (!workshop.story || workshop.story->size() < workshop.entries) {
        auto const read = workshop.story ? workshop.story->size() : 0;
        return ui.tr("review.reading", number(read), number(workshop.entries));
    }
    if (n == 0) return ui.tr("review.before", number(workshop.entries));
    auto const& moment = workshop.story->moments[n];
    return ui.tr("review.line", ui.words->date(moment.at_ms), ui.words->time(moment.at_ms),
                 ui.tr("step." + std::string(base::name_of(moment.step))), number(n),
                 number(workshop.entries));
}

// « Journal | Cas 9 », when a case is selected.
void draw_faces(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& box)
{
    auto const log = ui.tr("review.log");
    if (!view.selected) {
        draw_text_in(ui, box, type::h2, ui.color().ink, log);
        return;
    }
    auto const text = model::get<model::Case>(workshop.doc(), view.selected);
    auto const sheet = ui.tr("review.case", text.number);
    std::array<std::string_view, 2> const labels{log, sheet};
    auto chosen = static_cast<std::size_t>(view.side);
    if (segmented(ui, "review.side", box, labels, chosen)) view.side = static_cast<Side>(chosen);
}

std::optional<Wish> draw_side(Ui& ui, ReviewView& view, Workshop const& workshop,
                              base::Rect const& panel)
{
    auto inside = draw_panel(ui, panel);
    base::Rect const faces{inside.min, {inside.max.x, inside.min.y + ui.px(46)}};
    draw_faces(ui, view, workshop, faces);
    inside.min.y = faces.max.y + ui.px(14);
    if (view.side == Side::sheet && view.selected)
        return draw_review_sheet(ui, view, workshop, inside);
    return draw_log(ui, view, workshop, inside);
}

} // namespace

ReviewView::ReviewView() = default;
ReviewView::~ReviewView() = default;
ReviewView::ReviewView(ReviewView&&) noexcept = default;
ReviewView& ReviewView::operator=(ReviewView&&) noexcept = default;

void select(ReviewView& view, model::CaseId on)
{
    view.selected = on;
    view.side = Side::sheet;
    view.sheet_scroll = {};
}

Asked draw(Ui& ui, ReviewView& view, Workshop const& workshop)
{
    Asked asked;
    auto const layout = layout_of(ui, Panel::shown);
    bool const whole = workshop.story && workshop.story->size() >= workshop.entries;
    if (!whole) ui.keep_drawing(0.05); // continues in the next frame
    asked.take(draw_review_rail(ui, view, workshop, layout));
    draw_prompt(ui, layout.main, ui.tr("review.title"), line_of(ui, workshop));
    float const foot = ui.px(line_height_design);
    base::Rect const line{{layout.main.min.x + ui.px(24), layout.main.max.y - foot - ui.px(20)},
                          {layout.main.max.x - ui.px(24), layout.main.max.y - ui.px(20)}};
    // On whole pixels, as required for the board's cached picture.
    base::Rect const then{
        {std::round(layout.main.min.x + ui.px(24)), std::round(layout.main.min.y + ui.px(120))},
        {std::round(line.max.x), std::round(line.min.y - ui.px(18))}};
    if (then.height() > 0) draw_then(ui, view, workshop, then);
    if (layout.panel.width() > 0) asked.take(draw_side(ui, view, workshop, layout.panel));
    asked.take(draw_line(ui, view, workshop, line));
    if (view.selected && shortcut(ui, ImGuiKey_Escape)) {
        view.selected = {};
        view.side = Side::log;
    }
    asked.take(line_keys(ui, view, workshop));
    return asked;
}

} // namespace ui
