#include "base/text.h"
#include "board/tidy.h"
#include "exchange/outputs/outputs.h"
#include "exchange/spreadsheets/write_text.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/kit/widgets.h"
#include "ui/paint/clipboard.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// Typing texts and labels on the board, and commands on the selection.
namespace ui {
namespace {

constexpr std::size_t text_most = 2000, label_most = 200; // bytes
// design pixels: font size for typing at any zoom
constexpr float smallest_px = 18;
constexpr char const* field_id = "draft.mark";

// The type used while typing: as displayed, or larger if unreadable.
Type typed_in(Canvas const& canvas, Type type)
{
    auto const zoom = std::max(canvas.view.camera.zoom, smallest_px / type.px);
    return {type.face, type.px * zoom, type.line * zoom, Fit::exact, type.figures};
}

bool left_for_something_else(Ui const& ui, Draft const& draft, Edit edit)
{
    if (edit == Edit::submitted || edit == Edit::left) return true;
    auto const it = ui.probe.widgets.find(field_id);
    bool const typed_into = it != ui.probe.widgets.end() && it->second.on;
    return edit == Edit::none && draft.life == Draft::Life::open && !typed_into &&
           focused_id(ui) != field_id;
}

// The resulting command: adds or changes the text or, when empty, removes it.
std::optional<Wish> set_text(Canvas& canvas, Workshop const& workshop, Draft const& draft)
{
    auto const text = std::string(base::trimmed(draft.text));
    if (!draft.mark) {
        if (text.empty()) return std::nullopt;
        model::Annotation fresh;
        fresh.text = text;
        fresh.at = draft.at;
        auto const id = workshop.mint<model::AnnotationId>();
        canvas.selection = {{}, {}, {id}};
        return edit::SetAnnotations{{{id, fresh}}};
    }
    auto const* now = model::find<model::Annotation>(workshop.doc(), draft.mark);
    if (!now || now->text == text) return std::nullopt;
    if (text.empty() && now->kind == model::AnnotationKind::text)
        return edit::RemoveAnnotations{{draft.mark}};
    auto changed = *now;
    changed.text = text;
    return edit::SetAnnotations{{{draft.mark, changed}}};
}

void hint(Ui& ui, base::Vec2 at)
{
    float x = at.x;
    auto const say = [&](std::string_view key, std::string_view meaning) {
        x += draw_key(ui, {x, at.y}, ui.tr(key)) + ui.px(10);
        x += draw_text_in(ui, {{x, at.y - ui.px(12)}, {x + ui.px(400), at.y + ui.px(12)}},
                          type::legend, ui.color().ink2, ui.tr(meaning)) +
             ui.px(20);
    };
    say("key.enter", "board.text.end");
    say("key.shift_enter", "board.text.line");
}

Edit text_here(Ui& ui, Canvas& canvas, base::Vec2 at)
{
    auto& draft = *canvas.draft;
    auto const type = typed_in(canvas, mark_type::text);
    auto const k = type.px / mark_type::text.px;
    auto const most = ui.px(mark_text_width * k);
    auto const& shown = draft.text;
    float wide = ui.px(150);
    for (auto const& line : paragraph(ui, type, shown.empty() ? " " : shown, most).lines)
        wide = std::max(wide, line.width + ui.px(14)); // and space for the caret
    wide = std::min(wide, most);
    auto const high = paragraph_height(ui, type, shown.empty() ? " " : shown, wide);
    base::Rect const field{at, at + base::Vec2{wide, high + ui.px(2)}};
    auto const around = base::grown(field, ui.px(8));
    canvas.typed_at = {around.min, around.max + base::Vec2{0, ui.px(38)}};
    fill(ui, around, ui.px(8), board::faded(ui.color().card, 0.92F));
    outline(ui, around, ui.px(8), ui.color().accent, ui.px(2));
    touch(ui, "draft", around, ui.tr("board.text"), Enabled::yes, Role::area);
    FieldLook look;
    look.type = type;
    look.frame = FieldLook::Frame::bare;
    look.most_bytes = text_most;
    auto const edit =
        text_area(ui, field_id, field, ui.tr("board.text"), draft.text, look, Enter::submits);
    hint(ui, {around.min.x, around.max.y + ui.px(24)});
    return edit;
}

Edit label_here(Ui& ui, Canvas& canvas, board::Mark const& link)
{
    auto& draft = *canvas.draft;
    auto const shape = shape_now(canvas, link);
    auto const middle = shape.line.size() < 2 ? canvas.view.to_screen(link.box.center())
                                              : canvas.view.to_screen(shape.label.center());
    auto const type = typed_in(canvas, mark_type::label);
    auto const wide = std::max(ui.px(120), text_width(ui, type, draft.text) + ui.px(16));
    auto const half = base::Vec2{wide / 2 + ui.px(12), line_height(ui, type) / 2 + ui.px(6)};
    base::Rect const box{middle - half, middle + half};
    canvas.typed_at = box;
    fill(ui, box, ui.px(12), ui.color().card);
    outline(ui, box, ui.px(12), ui.color().accent, ui.px(2));
    touch(ui, "draft", box, ui.tr("board.link.label"), Enabled::yes, Role::area);
    FieldLook look;
    auto const hint = ui.tr("board.link.label");
    look.hint = hint;
    look.type = type;
    look.frame = FieldLook::Frame::bare;
    look.most_bytes = label_most;
    return text_field(ui, field_id,
                      {{box.min.x + ui.px(12), box.min.y}, {box.max.x - ui.px(12), box.max.y}},
                      hint, draft.text, look);
}

} // namespace

void type_text(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Vec2 at)
{
    if (!can_edit(workshop)) return;
    Draft draft;
    draft.kind = Draft::Kind::mark;
    draft.at = at;
    canvas.draft = draft;
    canvas.selection = {};
    take(canvas, board::Tool::select);
    ui.keep_drawing(0.2);
}

void type_mark(Ui& ui, Canvas& canvas, Workshop const& workshop, model::AnnotationId id)
{
    auto const* record = model::find<model::Annotation>(workshop.doc(), id);
    if (!can_edit(workshop) || !record || record->kind == model::AnnotationKind::stroke) return;
    Draft draft;
    draft.kind = Draft::Kind::mark;
    draft.mark = id;
    draft.at = record->at;
    draft.text = record->text;
    canvas.draft = draft;
    canvas.selection = {{}, {}, {id}};
    take(canvas, board::Tool::select);
    ui.keep_drawing(0.2);
}

std::optional<Wish> draw_mark_draft(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto& draft = *canvas.draft;
    auto const* mark = canvas.state.marks.find(draft.mark);
    if (draft.mark && !mark) { // removed by another actor meanwhile
        canvas.draft.reset();
        return std::nullopt;
    }
    auto const typed = draft.text;
    bool const link = mark && mark->kind == model::AnnotationKind::link;
    auto const edit = link ? label_here(ui, canvas, *mark)
                           : text_here(ui, canvas, canvas.view.to_screen(draft.at));
    // Escape ends input and keeps the text
    bool const ended = !draft.mark && edit == Edit::cancelled;
    if (ended) draft.text = typed;
    std::optional<Wish> wish;
    if (ended || left_for_something_else(ui, draft, edit)) {
        auto const done = draft;
        canvas.draft.reset();
        return set_text(canvas, workshop, done);
    }
    if (edit == Edit::cancelled) {
        canvas.draft.reset();
    } else if (draft.life == Draft::Life::opening) {
        draft.life = Draft::Life::open;
        focus(ui, field_id);
        ui.keep_drawing(0.2);
    }
    return wish;
}

std::optional<base::Rect> everything(Canvas const& canvas)
{
    auto const& cards = canvas.state.scene.bounds();
    auto const& marks = canvas.state.marks.bounds();
    if (cards.width() <= 0) return marks;
    return marks ? base::united(cards, *marks) : cards;
}

std::optional<base::Rect> around_selection(Canvas const& canvas)
{
    auto box = board::around(canvas.state.scene, canvas.state.marks, canvas.selection);
    for (auto id : canvas.selection.marks) {
        auto const* mark = canvas.state.marks.find(id);
        if (!mark || mark->kind != model::AnnotationKind::link) continue;
        box = box ? base::united(*box, mark->box) : mark->box;
    }
    return box;
}

std::optional<Wish> link_selection(Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    auto const id = workshop.mint<model::AnnotationId>();
    auto command = board::linked(canvas.state.scene, canvas.selection.cards, id);
    if (!command) return std::nullopt;
    canvas.selection = {{}, {}, {id}};
    return *command;
}

std::optional<Wish> duplicate_selection(Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    board::Selection copies;
    auto command = board::duplicated(
        canvas.state.scene, canvas.state.marks, canvas.selection,
        [&] { return workshop.mint<model::CaseId>(); },
        [&] { return workshop.mint<model::AnnotationId>(); }, copies);
    if (!command) return std::nullopt;
    canvas.selection = copies;
    return *command;
}

bool copy_selection(Ui& ui, Canvas const& canvas, Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    std::vector<model::CaseId> cards;
    for (auto id : canvas.state.scene.reading_order())
        if (canvas.selection.cards.contains(id) && !face_down(doc, id)) cards.push_back(id);
    std::string notes;
    for (auto id : canvas.selection.marks) {
        auto text = model::get<model::Annotation>(doc, id).text;
        std::replace(text.begin(), text.end(), '\n', ' '); // pasted, each line becomes a card
        if (!text.empty()) notes += text + '\n';
    }
    if (cards.empty() && notes.empty()) return false;
    if (cards.empty()) {
        notes.pop_back();
        copy_out(ui, {{"text/plain", std::move(notes)}});
        return true;
    }
    auto const grid = exchange::grid_of_cases(*ui.words, exchange::shared_out(doc, {}), cards);
    constexpr std::size_t plain = 2; // number and title
    std::string text;
    if (grid.header.size() > plain) text = exchange::write_tsv(*ui.words, grid);
    if (text.empty())
        for (auto id : cards) text += model::get<model::Case>(doc, id).title + '\n';
    text += notes;
    text.pop_back();
    copy_out(ui, {{"text/html", exchange::write_html(*ui.words, grid)}, {"text/plain", text}});
    return true;
}

std::optional<Wish> send_selection(Canvas const& canvas, Workshop const& workshop, int frame)
{
    if (!can_edit(workshop)) return std::nullopt;
    auto const& scene = canvas.state.scene;
    for (auto const& one : scene.frames())
        if (one.number == frame)
            if (auto command = board::sent_to(scene, canvas.selection.cards, one.id))
                return *command;
    return std::nullopt;
}

void type_selection(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const& [cards, frame, marks] = canvas.selection;
    if (frame)
        type_title(ui, canvas, workshop, frame);
    else if (cards.size() == 1 && marks.empty())
        type_title(ui, canvas, workshop, *cards.begin());
    else if (cards.empty() && marks.size() == 1)
        type_mark(ui, canvas, workshop, *marks.begin());
}

std::optional<Wish> tidy(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    auto const& scene = canvas.state.scene;
    auto const room = [&](board::Card const& card) {
        auto const* text = model::find<model::Case>(workshop.doc(), card.id);
        if (!text) return card.box.height();
        auto const full = canvas.texts.of(ui, card.id, *text, board::Form::full).height;
        return std::max(card.box.height(), board::card_height(board::Form::full, full));
    };
    auto const spaces = spaces_for(ui, canvas);
    if (canvas.selection.frame) {
        if (auto command = board::tidied(scene, canvas.selection.frame, spaces)) return *command;
        return std::nullopt;
    }
    if (canvas.selection.cards.size() > 1) {
        if (auto command = board::tidied(scene, canvas.selection.cards, room, spaces))
            return *command;
        return std::nullopt;
    }
    auto tidy = board::tidied_board(scene, canvas.state.marks, room, spaces);
    if (!tidy) return std::nullopt;
    show_tidied(ui, canvas, tidy->area);
    if (!tidy->command) return std::nullopt;
    return *tidy->command;
}

} // namespace ui
