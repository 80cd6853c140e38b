#include "ui/canvas/canvas.h"

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/minimap.h"
#include "ui/canvas/pair_paint.h"
#include "ui/kit/paint.h"
#include "ui/kit/quads.h"
#include "ui/kit/widgets.h"
#include "ui/redraw/moving.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr double zoom_settles_s = 0.16; // after the last step, text is rasterised at its exact size
constexpr double zoom_fresh_s = 0.05;

Zoom zoom_state(Ui& ui, Canvas const& canvas)
{
    auto const left = canvas.zoomed_s + zoom_settles_s - ui.now_s;
    bool const changes =
        canvas.journey && canvas.journey->from.camera.zoom != canvas.journey->to.zoom;
    if (left > 0 || changes) {
        ui.keep_drawing(std::max(left, 0.02) + 0.02);
        return Zoom::moving;
    }
    return Zoom::resting;
}

void travel(Ui& ui, Canvas& canvas)
{
    if (!canvas.journey) return;
    auto const& journey = *canvas.journey;
    auto const t = progress(ui, journey.start_s, span_ms::camera, Ease::in_out_cubic);
    canvas.view.camera = board::between(journey.from, journey.to, t);
    if (t >= 1) canvas.journey.reset();
    ui.keep_drawing(0.05);
}

void mark_cards(Canvas& canvas, model::Document const& doc)
{
    auto& traits = canvas.traits;
    auto const& scene = canvas.state.scene;
    bool const looking = canvas.search && !canvas.search->text.empty();
    auto const& found = looking ? canvas.search->matching : traits.found;
    if (!traits.from.renew(doc, scene.version(), canvas.selection, found)) return;
    if (looking) traits.found = found;
    traits.of.assign(scene.cards().size(), 0);
    auto const mark = [&](auto const& ids, std::uint8_t as) {
        for (auto id : ids)
            if (auto const at = scene.index_of(id)) traits.of[*at] |= as;
    };
    mark(canvas.selection.cards, CardTraits::selected);
    mark(scene.members(canvas.selection.frame), CardTraits::in_frame);
    mark(traits.found, CardTraits::matching);
    for (auto const& [id, hidden] : model::table<model::FaceDown>(doc))
        if (auto const at = scene.index_of(id)) traits.of[*at] |= CardTraits::face_down;
}

bool is_carried_at(Canvas const& canvas, board::Grid::Index i)
{
    return canvas.showing.carried &&
           (canvas.traits.of[i] & (CardTraits::selected | CardTraits::in_frame)) != 0;
}

CardLook::State state_of(Canvas const& canvas, board::Grid::Index i)
{
    auto const traits = canvas.traits.of[i];
    if (is_carried_at(canvas, i)) return CardLook::State::dragged;
    bool const looking = canvas.search && !canvas.search->text.empty();
    if (looking && (traits & CardTraits::matching) == 0) return CardLook::State::faded;
    if ((traits & CardTraits::selected) != 0) return CardLook::State::selected;
    auto const id = canvas.state.scene.cards()[i].id;
    if (canvas.pair && (canvas.pair->a == id || canvas.pair->b == id))
        return CardLook::State::paired;
    if (canvas.hovered == id) return CardLook::State::hovered;
    return CardLook::State::rest;
}

void paint_frames(Ui& ui, Canvas& canvas, Workshop const& workshop, CardLook const& look)
{
    auto const& scene = canvas.state.scene;
    auto const seen = canvas.view.seen();
    auto const carried = canvas.showing.carried;
    auto const* target =
        carried && canvas.held == Canvas::Held::board && !canvas.selection.cards.empty()
            ? scene.frame_at(canvas.view.to_board(ui.mouse))
            : nullptr;
    for (auto const& frame : scene.frames()) {
        bool const chosen = canvas.selection.frame == frame.id;
        auto box = frame.box;
        if (chosen && carried) box = {box.min + *carried, box.max + *carried};
        if (auto const& now = canvas.showing.stretching; now && now->frame == frame.id)
            box = now->area;
        if (!box.overlaps(seen)) continue;
        FrameLook style{FrameLook::State::rest, look.zoom, look.detail, look.scale,
                        FrameLook::Title::shown};
        if (chosen) style.state = FrameLook::State::selected;
        if (&frame == target) style.state = FrameLook::State::target;
        if (canvas.draft && canvas.draft->kind == Draft::Kind::frame_title &&
            canvas.draft->frame == frame.id)
            style.title = FrameLook::Title::hidden;
        auto const title = model::get<model::Group>(workshop.doc(), frame.id).title;
        auto const on_screen = canvas.view.to_screen(box);
        paint_frame(ui, frame, title, on_screen, style);
        auto const number = std::to_string(frame.number);
        auto head = on_screen;
        head.max.y = std::min(head.max.y, head.min.y + board::frame_head * look.scale);
        touch(ui, "frame." + number, head, title, Enabled::yes, Role::area);
        if (look.detail == board::Detail::block || look.detail == board::Detail::chip) continue;
        auto const size = 38 * look.scale;
        base::Vec2 const at{head.max.x - (board::frame_padding - 4) * look.scale - size,
                            head.center().y - size / 2 + 2 * look.scale};
        base::Rect const more{at, at + base::Vec2{size, size}};
        if (icon_button(ui, "frame." + number + ".menu", more, icon::more_vert,
                        ui.tr("group.frame.menu"), Rank::quiet, enabled_if(can_edit(workshop))))
            canvas.menu = Canvas::Menu{more, frame.id};
    }
}

// Draws very small cards as rectangles.
void paint_blocks(Ui& ui, Canvas& canvas)
{
    auto const& scene = canvas.state.scene;
    auto const scale = canvas.view.scale();
    auto const shift = canvas.view.to_screen(base::Vec2{});
    auto const area = base::grown(canvas.view.seen(), 24);
    std::array<unsigned, CardLook::states> colors{};
    for (std::size_t i = 0; i < colors.size(); ++i)
        colors[i] = packed(block_color(ui, static_cast<CardLook::State>(i)));
    Quads quads(ui, static_cast<int>(scene.cards().size()));
    auto const add = [&](board::Grid::Index i, base::Vec2 at) {
        auto const& box = scene.cards()[i].box;
        quads.add({{whole(box.min.x * scale + at.x), whole(box.min.y * scale + at.y)},
                   {whole(box.max.x * scale + at.x), whole(box.max.y * scale + at.y)}},
                  colors[static_cast<std::size_t>(state_of(canvas, i))]);
    };
    scene.each_in(area, [&](board::Grid::Index i) {
        if (!is_carried_at(canvas, i)) add(i, shift);
    });
    if (!canvas.showing.carried) return;
    auto const by = *canvas.showing.carried;
    scene.each_in({area.min - by, area.max - by}, [&](board::Grid::Index i) {
        if (is_carried_at(canvas, i)) add(i, shift + by * scale);
    });
}

void paint_cards(Ui& ui, Canvas& canvas, Workshop const& workshop, CardLook look)
{
    mark_cards(canvas, workshop.doc());
    if (look.detail == board::Detail::block) {
        paint_blocks(ui, canvas);
        return;
    }
    auto const& scene = canvas.state.scene;
    auto const& carried = canvas.showing.carried;
    auto const area = base::grown(canvas.view.seen(), 24);
    auto& visible = canvas.seen_cards;
    scene.find_in(area, visible);
    bool const many = visible.size() > touched_most;
    canvas.stamps.begin_frame(ui);
    auto paint_one = [&](board::Grid::Index i, base::Vec2 by) {
        auto const& card = scene.cards()[i];
        look.state = state_of(canvas, i);
        auto const box = canvas.view.to_screen(base::Rect{card.box.min + by, card.box.max + by});
        bool const hidden = (canvas.traits.of[i] & CardTraits::face_down) != 0;
        look.face = hidden ? CardLook::Face::down : CardLook::Face::up;
        if (workshop.shared) note_room(look, *workshop.shared, card.id);
        auto const* name = canvas.stamps.paint(ui, canvas.texts, card, box.min, look, [&] {
            return model::find<model::Case>(workshop.doc(), card.id);
        });
        if (many || !name) return;
        touch(ui, name->id, box, name->label, Enabled::yes, Role::area);
        if ((canvas.traits.of[i] & CardTraits::selected) != 0) probe_on(ui, name->id, On::yes);
    };
    for (auto i : visible) {
        if (!is_carried_at(canvas, i))
            paint_one(i, {});
        else if (!canvas.selection.frame)
            paint_slot(ui, canvas.view.to_screen(scene.cards()[i].box), look.scale);
    }
    if (!carried) return;
    // Dragged cards are drawn on top.
    scene.find_in({area.min - *carried, area.max - *carried}, visible);
    for (auto i : visible)
        if (is_carried_at(canvas, i)) paint_one(i, *carried);
}

} // namespace

void paint_board_layer(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const& view = canvas.view;
    CardLook look;
    look.detail = board::detail_at(view.camera.zoom);
    look.zoom = zoom_state(ui, canvas);
    look.scale = view.scale();
    auto const from = ui.list->IdxBuffer.Size;
    paint_ground(ui, view.window, view.to_screen(base::Vec2{}), view.camera.zoom, view.density,
                 look.zoom);
    touch(ui, "board", view.window, ui.tr("board.label"), Enabled::yes, Role::area);
    paint_frames(ui, canvas, workshop, look);
    paint_links(ui, canvas, workshop, look.zoom);
    auto const pair = place_pair(ui, canvas);
    if (pair) paint_pair_line(ui, *pair);
    paint_cards(ui, canvas, workshop, look);
    paint_marks(ui, canvas, workshop, look.zoom);
    paint_received(ui, canvas, workshop);
    if (pair) paint_pair(ui, *pair);
    paint_tool(ui, canvas);
    // After a zoom step everything changes: caching the board's picture would only add a copy.
    if (look.zoom == Zoom::moving && ui.now_s - canvas.zoomed_s < zoom_fresh_s) return;
    set_moving(ui,
               {ui.list, from, ui.list->IdxBuffer.Size, view.window, view.to_screen(base::Vec2{})});
}

Asked draw_canvas(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main)
{
    Asked asked;
    travel(ui, canvas);
    Clip const clip(ui, main);
    paint_board_layer(ui, canvas, workshop);
    asked.take(handle_pointer(ui, canvas, workshop));
    asked.take(handle_keys(ui, canvas, workshop, main));
    asked.take(draw_draft(ui, canvas, workshop));
    return asked;
}

} // namespace ui
