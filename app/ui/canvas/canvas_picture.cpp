#include "ui/canvas/canvas_picture.h"

#include "ui/canvas/card_paint.h"
#include "ui/canvas/mark_paint.h"
#include "ui/kit/paint.h"

#include <imgui.h>

#include <utility>

namespace ui {

void paint_board(Ui& ui, ImDrawList* list, base::Rect const& box, model::Document const& doc,
                 BoardPicture const& options)
{
    CardTexts texts;
    auto const step = model::get<model::Stage>(doc).step;
    auto const form = step == model::Step::group ? board::Form::compact : board::Form::full;
    board::Scene const scene(doc, texts.measure(ui), form);
    board::Marks const marks(doc, scene, measure_marks(ui));
    board::View view{{}, box, ui.scale};
    auto all = scene.bounds();
    if (auto const& written = marks.bounds())
        all = all.width() > 0 ? base::united(all, *written) : *written;
    if (all.width() > 0)
        view.camera = board::fitted(view, all, base::grown(box, -ui.px(options.margin)),
                                    options.largest_zoom);

    auto* const before = std::exchange(ui.list, list);
    Clip const clip(ui, box);
    list->PushClipRect({box.min.x, box.min.y}, {box.max.x, box.max.y}, true);
    if (options.ground == BoardPicture::Ground::dotted)
        paint_ground(ui, box, view.to_screen(base::Vec2{}), view.camera.zoom, view.density,
                     Zoom::resting);
    auto const detail = board::detail_at(view.camera.zoom);
    for (auto const& frame : scene.frames()) {
        FrameLook look;
        look.detail = detail;
        look.scale = view.scale();
        paint_frame(ui, frame, model::get<model::Group>(doc, frame.id).title,
                    view.to_screen(frame.box), look);
    }
    MarkLook const written{MarkLook::State::rest, Zoom::resting, view.scale()};
    for (auto const& mark : marks.all())
        if (mark.kind == model::AnnotationKind::link) paint_link(ui, shape_of(mark), view, written);
    CardLook look;
    look.detail = detail;
    look.scale = view.scale();
    for (auto i : scene.in(view.seen())) {
        auto const& card = scene.cards()[i];
        if (detail == board::Detail::block) {
            fill(ui, card_box(card, view.to_screen(card.box.min), look.scale), 0,
                 block_color(ui, look.state));
            continue;
        }
        look.face =
            model::find<model::FaceDown>(doc, card.id) ? CardLook::Face::down : CardLook::Face::up;
        if (auto const* text = model::find<model::Case>(doc, card.id))
            paint_card(ui, texts, card, *text, view.to_screen(card.box.min), look);
    }
    for (auto const& mark : marks.all()) {
        auto const text = model::get<model::Annotation>(doc, mark.id).text;
        switch (mark.kind) {
        case model::AnnotationKind::link:
            paint_label(ui, shape_of(mark), text, view, written);
            break;
        case model::AnnotationKind::stroke: paint_stroke(ui, mark.line, view, {}, written); break;
        case model::AnnotationKind::text:
            paint_text(ui, text, view.to_screen(mark.box), written);
            break;
        }
    }
    list->PopClipRect();
    ui.list = before;
}

} // namespace ui
