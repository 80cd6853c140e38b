#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/minimap.h"

#include <algorithm>
#include <utility>

// The canvas's data derived from the session, and their update.
namespace ui {
namespace {

constexpr float strip_bottom = 106; // bottom of the question, in the main area
constexpr float margin = 24;
constexpr float opening_zoom = 0.9F;

base::Rect clear_of_floating(base::Rect main, float scale)
{
    main.min.y += strip_bottom * scale;
    main.min.x += margin * scale;
    main.max.x -= margin * scale;
    main.max.y -= margin * scale;
    return main;
}

void read_scene(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    canvas.texts = {};
    canvas.stamps.forget_all();
    canvas.state.scene =
        board::Scene(workshop.doc(), canvas.texts.measure(ui), canvas.form,
                     board::raised_at(workshop.session.version, workshop.session.touches));
}

// Resets everything for another session.
void begin_session(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto& state = canvas.state;
    state.opening = workshop.session.opening;
    read_scene(ui, canvas, workshop);
    canvas.selection = {};
    canvas.draft.reset();
    canvas.search.reset();
    canvas.journey.reset();
    canvas.travels = {};
    canvas.received.clear();
    canvas.of_rooms.clear();
    canvas.shown = Canvas::Shown::never;
}

// Updates to the last entry.
void follow(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto& state = canvas.state;
    auto const entries = workshop.session.version;
    auto const since = workshop.session.entries_since(state.entries);
    // Entries of this machine were planned again behind those of others: what is typed, chosen and
    // seen stays.
    bool const again = state.taken_back != workshop.session.taken_back &&
                       state.opening == workshop.session.opening;
    bool const other = !again && (state.opening != workshop.session.opening || !since);
    state.taken_back = workshop.session.taken_back;
    if (!other && !again) travel_back(ui, canvas, *since, workshop.session.reader);
    if (!other && !again && since->empty()) return;
    if (other) {
        begin_session(ui, canvas, workshop);
    } else if (again) {
        canvas.travels.legs.clear(); // entries have other numbers
        read_scene(ui, canvas, workshop);
    } else {
        board::Touched touched;
        for (auto const& entry : *since) board::note(entry->n, entry->changes, touched);
        for (auto id : touched.cases) canvas.stamps.forget(id);
        state.scene.renew(workshop.doc(), touched, canvas.texts.measure(ui));
    }
    state.marks = board::Marks(workshop.doc(), state.scene, measure_marks(ui),
                               other ? board::Marks{} : std::move(state.marks));
    state.entries = entries;
    note_arrivals(ui, canvas, workshop);
    state.by_origin = state.scene.counts().by_origin;
    state.free_cards = state.scene.counts().free;
    erase_if(canvas.selection.cards, [&](model::CaseId id) { return !state.scene.find(id); });
    std::erase_if(canvas.selection.marks,
                  [&](model::AnnotationId id) { return !state.marks.find(id); });
    if (canvas.selection.frame && !state.scene.find(canvas.selection.frame))
        canvas.selection.frame = {};
}

} // namespace

Canvas::Canvas() = default;
Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;

CanvasPlace canvas_place(Ui const& ui, base::Rect const& main)
{
    return {main, clear_of_floating(main, ui.scale)};
}

base::Rect below_question(board::View const& view, float scale)
{
    return view.to_board(clear_of_floating(view.window, scale));
}

void refresh(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main)
{
    canvas.view.density = ui.scale;
    canvas.view.window = main;
    follow(ui, canvas, workshop);
    canvas.view.least =
        board::farthest_zoom(canvas.view, canvas.state.scene.bounds(), canvas_place(ui, main).room);
    auto const room = canvas_place(ui, main).room;
    if (canvas.follows) {
        canvas.shown = Canvas::Shown::yes;
        canvas.view.camera = board::fitted(canvas.view, *canvas.follows, room, board::zoom_max);
    }
    if (canvas.shown == Canvas::Shown::yes) return;
    canvas.shown = Canvas::Shown::yes;
    auto const& bounds = canvas.state.scene.bounds();
    auto& camera = canvas.view.camera;
    // Starts below the question at the left, so that free space is where the minimap is. A small
    // board is shown at the zoom readable from the room.
    auto const begin_at = [&](float zoom) {
        camera.zoom = zoom > opening_zoom - 0.02F ? opening_zoom : zoom;
        camera.origin = bounds.min - (room.min - main.min) * (1 / canvas.view.scale());
    };
    begin_at(opening_zoom);
    if (bounds.width() <= 0) return;
    begin_at(board::fitted(canvas.view, bounds, room, opening_zoom).zoom);
    auto const map = canvas.view.to_board(base::grown(minimap_box(ui, main), ui.px(12)));
    if (canvas.state.scene.any_in(map)) begin_at(view_of(ui, canvas, bounds, opening_zoom).zoom);
}

} // namespace ui
