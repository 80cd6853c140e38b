#include "edit/permission.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/minimap.h"

#include <algorithm>
#include <cmath>

// The camera and its animations.
namespace ui {
namespace {

constexpr std::size_t legs_most = 200;
constexpr float map_clear = 12; // design pixels around the minimap

struct Rooms {
    base::Rect whole, above, beside; // map: the minimap
    base::Rect map;
};

Rooms rooms_of(Ui const& ui, base::Rect const& main)
{
    auto const whole = canvas_place(ui, main).room;
    auto const map = base::grown(minimap_box(ui, main), ui.px(map_clear));
    return {whole,
            {whole.min, {whole.max.x, std::max(whole.min.y + 1, std::min(whole.max.y, map.min.y))}},
            {whole.min, {std::max(whole.min.x + 1, std::min(whole.max.x, map.min.x)), whole.max.y}},
            map};
}

// A camera that shows `area` clear of the minimap.
board::Camera beside_map(Canvas const& canvas, Rooms const& rooms, base::Rect const& area,
                         float largest)
{
    auto const above = board::fitted(canvas.view, area, rooms.above, largest);
    auto const beside = board::fitted(canvas.view, area, rooms.beside, largest);
    return above.zoom > beside.zoom ? above : beside;
}

// Whether the camera was not moved meanwhile.
bool same(board::Camera const& a, board::Camera const& b)
{
    auto const near = [](float x, float y, float by) { return std::abs(x - y) < by; };
    return near(a.origin.x, b.origin.x, 0.5F / a.zoom) &&
           near(a.origin.y, b.origin.y, 0.5F / a.zoom) && near(a.zoom / b.zoom, 1, 0.001F);
}

void set_out(Ui& ui, Canvas& canvas, board::Camera const& camera)
{
    if (ui.motion == Motion::reduced) {
        canvas.view.camera = camera;
        canvas.journey.reset();
        dissolve(ui);
    } else
        canvas.journey = Canvas::Journey{canvas.view, camera, ui.now_s};
    ui.keep_drawing(0.1);
}

void note_leg(Travels& travels, Travels::Leg const& leg)
{
    if (!travels.legs.empty() && travels.legs.back().entry == leg.entry) {
        travels.legs.back().to = leg.to;
        return;
    }
    travels.legs.push_back(leg);
    if (travels.legs.size() > legs_most) travels.legs.erase(travels.legs.begin());
}

} // namespace

board::Camera const& destination(Canvas const& canvas)
{
    return canvas.journey ? canvas.journey->to : canvas.view.camera;
}

void leave_view(Canvas& canvas)
{
    if (!canvas.travels.left) canvas.travels.left = destination(canvas);
}

void travel_back(Ui& ui, Canvas& canvas, Written entries, model::ActorId reader)
{
    auto& travels = canvas.travels;
    travels.written = 0;
    for (auto const& one : entries) {
        auto const& entry = *one;
        if (entry.actor != reader.value) continue;
        if (entry.kind == journal::Kind::edit) {
            travels.written = entry.n;
            if (travels.left && !same(*travels.left, destination(canvas)))
                note_leg(travels, {entry.n, *travels.left, destination(canvas)});
            travels.left.reset();
        }
        bool const undone = entry.kind == journal::Kind::undo;
        if (!undone && entry.kind != journal::Kind::redo) continue;
        for (auto const& leg : travels.legs) {
            if (leg.entry != entry.target) continue;
            auto const& [from, to] =
                undone ? std::tie(leg.to, leg.from) : std::tie(leg.from, leg.to);
            if (same(destination(canvas), from)) set_out(ui, canvas, to);
        }
    }
    if (entries.empty() && !canvas.draft) travels.left.reset();
}

void go_to(Ui& ui, Canvas& canvas, board::Camera const& camera)
{
    if (camera == canvas.view.camera) return;
    auto& travels = canvas.travels;
    if (travels.written != 0) // the entry just written moves the camera
        note_leg(travels, {travels.written, destination(canvas), camera});
    leave_view(canvas);
    set_out(ui, canvas, camera);
}

board::Camera view_of(Ui const& ui, Canvas const& canvas, base::Rect const& area, float largest)
{
    auto const rooms = rooms_of(ui, canvas.view.window);
    auto seen = canvas.view;
    seen.camera = board::fitted(canvas.view, area, rooms.whole, largest);
    auto const on_map = seen.to_board(rooms.map);
    base::Rect const both{{std::max(area.min.x, on_map.min.x), std::max(area.min.y, on_map.min.y)},
                          {std::min(area.max.x, on_map.max.x), std::min(area.max.y, on_map.max.y)}};
    bool const hides = both.width() > 0 && both.height() > 0 && canvas.state.scene.any_in(both);
    return hides ? beside_map(canvas, rooms, area, largest) : seen.camera;
}

board::Spaces spaces_for(Ui const& ui, Canvas const& canvas)
{
    auto const rooms = rooms_of(ui, canvas.view.window);
    auto const k = 1 / canvas.view.density;
    return {(rooms.above.max - rooms.above.min) * k, (rooms.beside.max - rooms.beside.min) * k};
}

void show_all(Ui& ui, Canvas& canvas)
{
    if (auto const all = everything(canvas)) go_to(ui, canvas, view_of(ui, canvas, *all));
}

void show_tidied(Ui& ui, Canvas& canvas, base::Rect const& area)
{
    go_to(ui, canvas, beside_map(canvas, rooms_of(ui, canvas.view.window), area, 1));
}

void zoom_to(Ui& ui, Canvas& canvas, float zoom)
{
    auto const factor = zoom / canvas.view.camera.zoom;
    go_to(ui, canvas, board::zoomed_at(canvas.view, canvas.view.window.center(), factor));
}

void centre_on(Canvas& canvas, model::CaseId id)
{
    auto const* card = canvas.state.scene.find(id);
    if (!card) return;
    auto& view = canvas.view;
    canvas.journey.reset();
    view.camera.zoom = 1;
    auto const half = (view.window.max - view.window.min) * (0.5F / view.scale());
    view.camera.origin = card->box.center() - half;
}

void bring_in(Ui& ui, Canvas& canvas, base::Rect const& area)
{
    auto const rooms = rooms_of(ui, canvas.view.window);
    auto const into = [&](base::Rect const& room) {
        auto view = canvas.view;
        view.camera = board::brought_in(canvas.view, area, room);
        return view;
    };
    auto best = into(rooms.whole);
    if (best.to_screen(area).overlaps(rooms.map)) { // as little as needed
        auto const far = [&](board::View const& view) {
            auto const by = view.camera.origin - canvas.view.camera.origin;
            return std::hypot(by.x, by.y);
        };
        auto const above = into(rooms.above), beside = into(rooms.beside);
        best = far(above) < far(beside) ? above : beside;
    }
    go_to(ui, canvas, best.camera);
}

} // namespace ui
