#include "ui/canvas/canvas_parts.h"
#include "ui/kit/paint.h"
#include "ui/screens/review/review_parts.h"

// The picture of the current moment: of the room's step, or the one chosen.
namespace ui {
namespace {

using Show = ReviewView::Show;

// Keeps the camera while everything is in view and large enough.
void fit(Ui& ui, ReviewView& view, std::uint64_t version)
{
    auto& canvas = view.canvas;
    auto const all = everything(canvas);
    if (!all || view.fitted == version) return;
    auto const seen = canvas.view.to_board(canvas.view.window);
    bool const within = seen.min.x <= all->min.x && seen.min.y <= all->min.y &&
                        seen.max.x >= all->max.x && seen.max.y >= all->max.y;
    constexpr float lost = 2.5F;
    bool const small = all->width() * lost < seen.width() && all->height() * lost < seen.height() &&
                       canvas.view.camera.zoom < 1;
    bool const first = !view.fitted;
    view.fitted = version;
    if (within && !small && !first) return;
    canvas.view.camera =
        board::fitted(canvas.view, *all, base::grown(canvas.view.window, -ui.px(28)));
    canvas.journey.reset();
}

} // namespace

ReviewView::Show shown_of(ReviewView const& view, Workshop const& workshop)
{
    if (view.show != Show::step) return view.show;
    switch (model::get<model::Stage>(workshop.doc()).step) {
    case model::Step::gather:
    case model::Step::group: return Show::board;
    case model::Step::vote: return Show::votes;
    case model::Step::place: return Show::matrix;
    case model::Step::decide:
    case model::Step::review: break;
    }
    return Show::order;
}

model::Step step_shown(ReviewView const& view, model::Document const& doc)
{
    switch (view.show) {
    case Show::board: return model::Step::group;
    case Show::votes: return model::Step::vote;
    case Show::matrix: return model::Step::place;
    case Show::order: return model::Step::decide;
    case Show::step: break;
    }
    auto const step = model::get<model::Stage>(doc).step;
    return step == model::Step::review ? model::Step::decide : step;
}

void draw_nothing_then(Ui& ui, base::Rect const& area, std::string_view key)
{
    auto const& c = ui.color();
    draw_surface(ui, area, {ui.px(20), c.card, c.line, 1, Level::flat});
    auto const middle = area.center();
    draw_paragraph(ui, {middle.x - ui.px(300), middle.y - ui.px(14)}, ui.px(600), type::h3, c.ink2,
                   ui.tr(key), 0, Align::centre);
}

// The board as it was, without interaction.
void draw_board_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area)
{
    auto& canvas = view.canvas;
    auto const& c = ui.color();
    if (model::table<model::Case>(workshop.doc()).empty())
        return draw_nothing_then(ui, area, "review.board.empty");
    canvas.step = model::Step::group;
    canvas.form = board::Form::compact;
    refresh(ui, canvas, workshop, area);
    fit(ui, view, workshop.session.version);
    canvas.selection = {};
    if (view.selected) canvas.selection.cards = {view.selected};
    {
        Clip const clip(ui, area); // all of it: its picture is cached separately
        paint_board_layer(ui, canvas, workshop);
    }
    outline(ui, area, 0, c.line, ui.snap(1));
}

void draw_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area)
{
    switch (shown_of(view, workshop)) {
    case Show::board: return draw_board_then(ui, view, workshop, area);
    case Show::votes: return draw_votes_then(ui, view, workshop, area);
    case Show::matrix: return draw_matrix_then(ui, view, workshop, area);
    case Show::order:
    case Show::step: break;
    }
    draw_order_then(ui, view, workshop, area);
}

} // namespace ui
