#include "ui/canvas/minimap.h"

#include "board/overview.h"
#include "ui/kit/quads.h"
#include "ui/kit/skins.h"
#include "ui/kit/widgets.h"

#include <imgui.h>

#include <cmath>

namespace ui {
namespace {

constexpr float width = 224, height = 194, foot = 56; // design pixels
constexpr float zoom_step = 1.25F;
constexpr int map_columns = 224; // resolution when cards are tiny

void follow(Canvas& canvas)
{
    auto& map = canvas.map;
    auto const& scene = canvas.state.scene;
    auto const& selected = canvas.selection.cards;
    std::vector<base::Rect> boxes;
    if (map.scene != scene.version()) {
        boxes.reserve(scene.cards().size());
        for (auto const& card : scene.cards()) boxes.push_back(card.box);
        map.cards = board::overview(boxes, map_columns);
    }
    if (map.scene != scene.version() || map.selected != selected) {
        boxes.clear();
        for (auto id : selected)
            if (auto const* card = scene.find(id)) boxes.push_back(card->box);
        map.chosen = board::overview(boxes, map_columns);
        map.selected = selected;
    }
    if (map.scene != scene.version() || map.fresh_of != canvas.received.size()) {
        boxes.clear();
        for (auto const& [id, how] : canvas.received)
            if (auto const* card = scene.find(id)) boxes.push_back(card->box);
        map.fresh = board::overview(boxes, map_columns);
        map.fresh_of = canvas.received.size();
    }
    map.scene = scene.version();
}

} // namespace

base::Rect minimap_box(Ui const& ui, base::Rect const& main)
{
    base::Vec2 const max{main.max.x - ui.px(24), main.max.y - ui.px(24)};
    return {max - base::Vec2{ui.px(width), ui.px(height)}, max};
}

void draw_minimap(Ui& ui, Canvas& canvas, base::Rect const& main)
{
    if (ui.audience == Audience::room) return;
    auto const& c = ui.color();
    auto const box = minimap_box(ui, main);
    // Hidden while it would cover a text being typed.
    if (canvas.draft && canvas.typed_at.overlaps(base::grown(box, ui.px(8)))) return;
    draw_skin(ui, whole(box), {ui.px(16), c.panel, c.line, 1, Level::e2});
    touch(ui, "minimap.ground", box, "", Enabled::yes, Role::area);

    auto const pad = ui.px(12);
    base::Rect const map{box.min + base::Vec2{pad, pad},
                         {box.max.x - pad, box.max.y - ui.px(foot)}};
    fill(ui, map, ui.px(8), c.paper);
    auto const seen = canvas.view.seen();
    auto const& scene = canvas.state.scene;
    auto const whole = scene.bounds().width() > 0 ? base::united(scene.bounds(), seen) : seen;
    auto const k = std::min((map.width() - ui.px(12)) / whole.width(),
                            (map.height() - ui.px(12)) / whole.height());
    auto const origin = map.center() - whole.center() * k;
    auto const shown = [&](base::Rect const& r) {
        return base::Rect{origin + r.min * k, origin + r.max * k};
    };
    {
        Clip const clip(ui, map);
        for (auto const& frame : scene.frames()) {
            auto const r = shown(frame.box);
            fill(ui, r, ui.px(2), c.panel);
            outline(ui, r, ui.px(2), c.line2, 1);
        }
        follow(canvas);
        auto const specks = [&](std::vector<base::Rect> const& rects, board::Color color) {
            Quads quads(ui, static_cast<int>(rects.size()));
            auto const tint = packed(color);
            for (auto const& rect : rects) {
                auto const r = shown(rect);
                // Separates adjacent cards, with at least one pixel each.
                quads.add({r.min,
                           {std::max(r.max.x - 0.5F, r.min.x + 1),
                            std::max(r.max.y - 0.5F, r.min.y + 1)}},
                          tint);
            }
        };
        specks(canvas.map.cards, c.line2);
        specks(canvas.map.fresh, c.accent);
        specks(canvas.map.chosen, c.accent);
        outline(ui, shown(seen), ui.px(4), c.accent, std::max(1.5F, ui.px(2.5F)));
    }
    auto const touched =
        touch(ui, "minimap", map, ui.tr("board.minimap"), Enabled::yes, Role::area);
    if (touched.pressed || touched.held) {
        auto const to = (ui.mouse - origin) * (1 / k);
        auto const half = (seen.max - seen.min) * 0.5F;
        canvas.journey.reset();
        canvas.travels.left.reset();
        canvas.view.camera.origin = to - half;
    }

    auto const size = ui.px(44);
    auto const y = box.max.y - ui.px(foot) + (ui.px(foot) - size) / 2;
    auto const at = [&](float x) { return base::Rect{{x, y}, {x + size, y + size}}; };
    if (icon_button(ui, "zoom.out", at(box.min.x + ui.px(8)), icon::remove,
                    ui.tr("board.zoom_out")))
        zoom_to(ui, canvas, canvas.view.camera.zoom / zoom_step);
    if (icon_button(ui, "zoom.in", at(box.min.x + ui.px(126)), icon::add, ui.tr("board.zoom_in")))
        zoom_to(ui, canvas, canvas.view.camera.zoom * zoom_step);
    if (icon_button(ui, "zoom.fit", at(box.max.x - size - ui.px(8)), icon::fit_screen,
                    ui.tr("board.fit")))
        show_all(ui, canvas);
    base::Rect const figure{{box.min.x + ui.px(52), y}, {box.min.x + ui.px(126), y + size}};
    auto const text =
        ui.words->percent(std::round(static_cast<double>(canvas.view.camera.zoom) * 100) / 100);
    auto const reset = touch(ui, "zoom.reset", figure, ui.tr("board.zoom_reset"));
    probe_value(ui, "zoom.reset", text);
    if (reset.hovered) fill(ui, figure, ui.px(10), board::faded(c.ink, 0.05F));
    if (reset.focused) focus_ring(ui, figure, ui.px(10));
    draw_text_in(ui, figure, type::label, c.ink, text, Align::centre);
    if (reset.clicked) zoom_to(ui, canvas, 1);
}

} // namespace ui
