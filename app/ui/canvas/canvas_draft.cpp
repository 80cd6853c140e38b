#include "base/text.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/draft.h"
#include "ui/canvas/frame_tag.h"
#include "ui/canvas/minimap.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// Typing new cards and titles on the board.
namespace ui {
namespace {

constexpr Type draft_type{Face::medium, 24, 32};
constexpr float draft_width = 455;        // two columns at the default zoom
constexpr float draft_height = 240;       // with its bar and hints
constexpr float hints_height = 38;        // below it
constexpr float usual_height = 150;       // of a card, board units
constexpr std::size_t compared_from = 12; // minimum length for comparison, in characters

void compare(Canvas& canvas, Workshop const& workshop, Draft& draft)
{
    if (draft.compared == draft.text) return;
    draft.compared = draft.text;
    draft.near_case.reset();
    if (base::grapheme_count(draft.text) >= compared_from)
        draft.near_case = nearest_shown(canvas, workshop, draft.text);
}

// « Proche de 16 · Courriers en français facile à lire », and a button to merge into 16. Not a
// `button`, as the field must keep the focus while it is pressed.
struct Near {
    enum class Hand { away, on_it, pressed } hand = Hand::away;
};
Near draw_near(Ui& ui, Workshop const& workshop, Draft const& draft, base::Rect const& box)
{
    auto const* near_case = model::find<model::Case>(workshop.doc(), *draft.near_case);
    if (!near_case) return {};
    auto const& c = ui.color();
    fill(ui, box, ui.px(10), c.warntint);
    draw_icon_at(ui, {box.min.x + ui.px(22), box.center().y}, ui.px(20), c.warn, icon::call_merge);
    auto const& title = near_case->short_title.empty() ? near_case->title : near_case->short_title;
    auto const text = ui.words->text("gather.near", near_case->number, title);
    auto const merge = ui.tr("board.merge");
    auto const wide = text_width(ui, type::strong, merge) + ui.px(28), gap = ui.px(6);
    base::Rect const button{{box.max.x - gap - wide, box.min.y + gap},
                            {box.max.x - gap, box.max.y - gap}};
    draw_text_in(ui, {{box.min.x + ui.px(42), box.min.y}, {button.min.x - ui.px(10), box.max.y}},
                 type::label, c.ink, text);
    touch(ui, "draft.near", box, text, Enabled::yes, Role::area);
    auto const touched = touch(ui, "draft.merge", button, merge);
    auto const ground = touched.hovered ? board::mixed(c.card, c.ink, 0.05F) : c.card;
    fill(ui, button, ui.px(8), ground);
    outline(ui, button, ui.px(8), c.warnline, ui.snap(1.5F));
    draw_text_in(ui, button, type::strong, c.ink, merge, Align::centre);
    if (touched.focused) focus_ring(ui, button, ui.px(8));
    if (touched.clicked) return {Near::Hand::pressed};
    bool const held = touched.pressed || touched.held || touched.released || touched.focused;
    return {held ? Near::Hand::on_it : Near::Hand::away};
}

enum class Merging { no, offered };
// Drawn from `at`, or moved left to end at `right`.
void draw_hints(Ui& ui, base::Vec2 at, float right, Merging merging)
{
    struct Hint {
        std::string key, meaning;
    };
    std::vector<Hint> hints{{ui.tr("key.enter"), ui.tr("gather.hint.next")}};
    if (merging == Merging::offered)
        hints.push_back({"Ctrl " + ui.tr("key.enter"), ui.tr("gather.hint.merge")});
    hints.push_back({ui.tr("key.escape"), ui.tr("gather.hint.end")});
    auto const after_key = ui.px(10), apart = ui.px(20);
    float wide = -apart;
    for (auto const& hint : hints)
        wide += key_width(ui, hint.key) + after_key + text_width(ui, type::legend, hint.meaning) +
                apart;
    float x = std::min(at.x, right - wide);
    base::Rect const strip{{x - ui.px(8), at.y - ui.px(15)},
                           {x + wide + ui.px(8), at.y + ui.px(15)}};
    fill(ui, strip, ui.px(10), ui.color().paper); // cards may lie below
    touch(ui, "draft.hints", {{x, at.y - ui.px(13)}, {x + wide, at.y + ui.px(13)}}, "",
          Enabled::yes, Role::area);
    for (auto const& hint : hints) {
        x += draw_key(ui, {x, at.y}, hint.key) + after_key;
        x += draw_text_in(ui, {{x, at.y - ui.px(12)}, {x + ui.px(400), at.y + ui.px(12)}},
                          type::legend, ui.color().ink2, hint.meaning) +
             apart;
    }
}

base::Vec2 next_place(Ui const& ui, Canvas const& canvas, base::Rect const& main,
                      std::optional<base::Rect> const& taken)
{
    if (!taken) return falls(ui, canvas, main, {}, usual_height);
    return falls(ui, canvas, main, {&*taken, 1}, usual_height);
}

// Keeps the new card's position visible; a wider draft is drawn beside it.
void follow_draft(Ui& ui, Canvas& canvas, Draft const& draft)
{
    auto const k = 1 / canvas.view.scale();
    bring_in(ui, canvas,
             {draft.at, draft.at + base::Vec2{board::card_width, ui.px(draft_height) * k}});
}

// The typed text as a case; nothing when empty.
std::optional<edit::NewCase> typed_case(Canvas& canvas, Workshop const& workshop, Draft& draft)
{
    auto const title = std::string(base::trimmed(draft.text));
    draft.text.clear();
    auto const near_case = draft.near_case;
    compare(canvas, workshop, draft);
    if (title.empty()) return std::nullopt;
    edit::NewCase fresh{
        workshop.mint<model::CaseId>(), {}, {}, near_case.value_or(model::CaseId{})};
    fresh.text.title = title;
    return fresh;
}

// Whether a card that arrived since the place of the draft was chosen lies there.
bool is_taken(Canvas const& canvas, Draft const& draft, float height)
{
    constexpr float margin = 8;
    base::Rect const there{draft.at, {draft.at.x + board::card_width, draft.at.y + height}};
    return std::ranges::any_of(canvas.state.scene.cards(), [&](board::Card const& card) {
        return card.number > draft.highest && card.box.overlaps(base::grown(there, -margin));
    });
}

std::optional<Wish> add_card(Ui& ui, Canvas& canvas, Workshop const& workshop, Draft& draft)
{
    auto fresh = typed_case(canvas, workshop, draft);
    if (!fresh) return std::nullopt;
    auto const text_high = canvas.texts.of(ui, fresh->id, fresh->text, board::Form::full).height;
    auto const high = board::card_height(board::Form::full, text_high);
    if (is_taken(canvas, draft, high))
        draft.at = next_place(ui, canvas, canvas.view.window, std::nullopt);
    auto const at = draft.at;
    fresh->into = {};
    fresh->at = at;
    base::Rect const taken{at, {at.x + board::card_width, at.y + high}};
    draft.at = next_place(ui, canvas, canvas.view.window, taken);
    draft.highest = canvas.state.scene.counts().highest_number + 1; // with this one
    follow_draft(ui, canvas, draft);
    return edit::AddCases{{*fresh}};
}

// Merges the typed text into the similar case; the next card starts at the same position.
std::optional<Wish> merge_card(Ui& ui, Canvas& canvas, Workshop const& workshop, Draft& draft)
{
    auto const fresh = typed_case(canvas, workshop, draft);
    focus(ui, id_of(draft.kind));
    ui.keep_drawing(0.2);
    if (!fresh || !fresh->into) return std::nullopt;
    return edit::AddCases{{*fresh}};
}

std::optional<Wish> set_title(Workshop const& workshop, Draft const& draft)
{
    auto const title = std::string(base::trimmed(draft.text));
    if (draft.kind == Draft::Kind::frame_title) {
        auto const* group = model::find<model::Group>(workshop.doc(), draft.frame);
        if (!group || group->title == title) return std::nullopt;
        return edit::EditGroup{draft.frame, title};
    }
    auto const* now = model::find<model::Case>(workshop.doc(), draft.card);
    if (!now || title.empty() || now->title == title) return std::nullopt;
    auto text = *now;
    text.title = title;
    return edit::EditCase{draft.card, text};
}

std::optional<Wish> draw_card_draft(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto& draft = *canvas.draft;
    auto const& c = ui.color();
    bool const fresh = draft.kind == Draft::Kind::new_card;
    auto const* card = fresh ? nullptr : canvas.state.scene.find(draft.card);
    if (!fresh && !card) {
        canvas.draft.reset();
        return std::nullopt;
    }
    if (fresh) compare(canvas, workshop, draft);
    auto const pad = ui.px(20), head = ui.px(34);
    auto const width = std::min(ui.px(draft_width), canvas.view.window.width() - 2 * pad);
    auto const text_width = width - 2 * pad;
    auto const text_high =
        paragraph_height(ui, draft_type, draft.text.empty() ? " " : draft.text, text_width);
    auto const strip = draft.near_case ? ui.px(44 + 12) : 0;
    auto const high = pad + head + ui.px(12) + text_high + ui.px(8) + strip + ui.px(14);

    auto at = canvas.view.to_screen(fresh ? draft.at : card->box.min);
    auto const room = canvas_place(ui, canvas.view.window).room;
    at.x = std::clamp(at.x, room.min.x, std::max(room.min.x, room.max.x - width));
    at.y = std::clamp(at.y, room.min.y, std::max(room.min.y, room.max.y - high - ui.px(30)));
    at = {std::round(at.x), std::round(at.y)};
    base::Rect const box{at, at + base::Vec2{width, high}};
    draw_surface(ui, box, {ui.px(18), c.card, c.accent, ui.px(2.5F), Level::e2});
    touch(ui, "draft", box, ui.tr("gather.new_card"), Enabled::yes, Role::area);
    canvas.typed_at = {box.min, box.max + base::Vec2{0, fresh ? ui.px(hints_height) : 0}};

    auto const middle = box.min.y + pad + head / 2 - ui.px(2);
    auto const number =
        std::to_string(fresh ? canvas.state.scene.counts().highest_number + 1 : card->number);
    draw_case_mark(ui, {box.min.x + pad + ui.px(16), middle}, {number, 32, ChipFill::accent});
    draw_text_in(
        ui,
        {{box.min.x + pad + ui.px(44), middle - ui.px(13)}, {box.max.x - pad, middle + ui.px(13)}},
        type::label, c.accent, ui.tr(fresh ? "gather.new_card" : "gather.edit_card"));

    base::Rect const field{
        {box.min.x + pad, box.min.y + pad + head + ui.px(8)},
        {box.max.x - pad, box.min.y + pad + head + ui.px(8) + text_high + ui.px(4)}};
    FieldLook look;
    look.type = draft_type;
    look.frame = FieldLook::Frame::bare;
    look.most_bytes = draft_most;
    look.after = fresh ? FieldLook::After::stays : FieldLook::After::leaves;
    auto const typed = draft.text;
    auto const edit = text_area(ui, id_of(draft.kind), field, ui.tr("gather.card_title"),
                                draft.text, look, Enter::submits);
    Near near;
    if (draft.near_case)
        near = draw_near(ui, workshop, draft,
                         {{box.min.x + pad, field.max.y + ui.px(12)},
                          {box.max.x - pad, field.max.y + ui.px(12 + 44)}});
    if (fresh)
        draw_hints(ui, {box.min.x, box.max.y + ui.px(24)}, room.max.x,
                   draft.near_case ? Merging::offered : Merging::no);

    bool const entered = fresh && edit == Edit::submitted;
    if (near.hand == Near::Hand::pressed || (entered && draft.near_case && ImGui::GetIO().KeyCtrl))
        return merge_card(ui, canvas, workshop, draft);
    if (near.hand == Near::Hand::on_it) return std::nullopt;
    if (entered) {
        auto wish = add_card(ui, canvas, workshop, draft);
        if (!wish) canvas.draft.reset();
        return wish;
    }
    bool const ended = fresh && edit == Edit::cancelled; // Escape ends input and keeps the text
    if (ended) draft.text = typed;
    bool const over = ended || is_over(ui, draft, edit);
    std::optional<Wish> wish;
    if (over) wish = fresh ? add_card(ui, canvas, workshop, draft) : set_title(workshop, draft);
    if (over || edit == Edit::cancelled) canvas.draft.reset();
    return wish;
}

std::optional<Wish> draw_frame_draft(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto& draft = *canvas.draft;
    auto const* frame = canvas.state.scene.find(draft.frame);
    if (!frame) return std::nullopt; // arrives with the entry being written
    auto const k = canvas.view.scale();
    auto const box = canvas.view.to_screen(frame->box);
    auto const middle = box.min.y + (board::frame_head / 2 + 2) * k;
    Type const type{Face::semibold, std::max(18.0F, 26 * canvas.view.camera.zoom),
                    std::max(26.0F, 34 * canvas.view.camera.zoom)};
    auto const half = line_height(ui, type) / 2 + ui.px(3);
    auto const tag = frame_tag_width(ui, frame->number, k, Zoom::resting) + 10 * k;
    base::Rect const field{{box.min.x + (board::frame_padding - 6) * k + tag, middle - half},
                           {std::max(box.max.x - 110 * k, box.min.x + ui.px(240)), middle + half}};
    canvas.typed_at = field;
    fill(ui, field, ui.px(8), ui.color().card);
    outline(ui, field, ui.px(8), ui.color().accent, ui.px(2));
    FieldLook look;
    auto const hint = ui.tr("group.title_hint");
    look.hint = hint;
    look.type = type;
    look.frame = FieldLook::Frame::bare;
    look.most_bytes = draft_most;
    base::Rect const inner{{field.min.x + 6 * k, field.min.y}, {field.max.x - 6 * k, field.max.y}};
    auto const edit =
        text_field(ui, id_of(draft.kind), inner, ui.tr("group.title_hint"), draft.text, look);
    bool const over = is_over(ui, draft, edit);
    std::optional<Wish> wish;
    if (over) wish = set_title(workshop, draft);
    if (over || edit == Edit::cancelled)
        canvas.draft.reset();
    else
        take_keyboard(ui, draft);
    return wish;
}

} // namespace

std::string_view id_of(Draft::Kind kind)
{
    switch (kind) {
    case Draft::Kind::new_card: return "draft.card";
    case Draft::Kind::card_title: return "draft.title";
    case Draft::Kind::frame_title: return "draft.frame";
    case Draft::Kind::question: return "draft.question";
    case Draft::Kind::instruction: return "draft.instruction";
    case Draft::Kind::mark: return "draft.mark";
    }
    return "draft.card";
}

// Gives the focus to a field that just appeared, once no dialog lies over it.
void take_keyboard(Ui& ui, Draft& draft)
{
    if (draft.life != Draft::Life::opening || layer_open(ui)) return;
    draft.life = Draft::Life::open;
    focus(ui, id_of(draft.kind));
    ui.keep_drawing(0.2);
}

bool is_typed_into(Ui const& ui, Draft const& draft)
{
    auto const it = ui.probe.widgets.find(std::string{id_of(draft.kind)});
    return it != ui.probe.widgets.end() && it->second.on;
}

// Whether input was submitted or left.
bool is_over(Ui const& ui, Draft const& draft, Edit edit)
{
    if (edit == Edit::submitted || edit == Edit::left) return true;
    return edit == Edit::none && draft.life == Draft::Life::open && !is_typed_into(ui, draft) &&
           focused_id(ui) != id_of(draft.kind);
}

base::Vec2 falls(Ui const& ui, Canvas const& canvas, base::Rect const& main,
                 std::span<base::Rect const> taken, float height)
{
    auto boxes = canvas.state.scene.boxes_in(canvas.view.seen());
    boxes.insert(boxes.end(), taken.begin(), taken.end());
    return board::falls_at(canvas.view.to_board(canvas_place(ui, main).room), boxes, height,
                           canvas.view.to_board(minimap_box(ui, main)));
}

base::Vec2 falls(Ui& ui, Canvas& canvas, model::CaseId id, std::string const& title,
                 std::vector<base::Rect>& taken)
{
    model::Case text;
    text.title = title;
    auto const high = board::card_height(board::Form::full,
                                         canvas.texts.of(ui, id, text, board::Form::full).height);
    auto const at = falls(ui, canvas, canvas.view.window, taken, high);
    taken.push_back({at, {at.x + board::card_width, at.y + high}});
    return at;
}

std::optional<model::CaseId> nearest_shown(Canvas const& canvas, Workshop const& workshop,
                                           std::string_view text)
{
    return canvas.alikes.likeness.nearest(workshop.doc(), text);
}

void type_new_card(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
                   std::optional<base::Vec2> at)
{
    if (!can_edit(workshop)) return;
    leave_view(canvas);
    if (board::detail_at(canvas.view.camera.zoom) == board::Detail::block)
        canvas.view.camera = board::zoomed_at(canvas.view, main.center(), 2);
    Draft draft;
    draft.at = at ? *at : next_place(ui, canvas, main, std::nullopt);
    draft.highest = canvas.state.scene.counts().highest_number;
    follow_draft(ui, canvas, draft);
    canvas.draft = draft;
    canvas.selection = {};
    ui.keep_drawing(0.2);
}

void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::CaseId id)
{
    auto const* text = model::find<model::Case>(workshop.doc(), id);
    if (!can_edit(workshop) || !text) return;
    if (face_down(workshop.doc(), id)) { // face-down cards can be turned in their panel
        canvas.selection = {{id}, {}};
        return;
    }
    Draft draft;
    draft.kind = Draft::Kind::card_title;
    draft.card = id;
    draft.text = text->title;
    canvas.draft = draft;
    canvas.selection = {{id}, {}};
    ui.keep_drawing(0.2);
}

void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::GroupId id)
{
    auto const* group = model::find<model::Group>(workshop.doc(), id);
    if (!can_edit(workshop) || !group) return;
    Draft draft;
    draft.kind = Draft::Kind::frame_title;
    draft.frame = id;
    draft.text = group->title;
    canvas.draft = draft;
    canvas.selection = {{}, id};
    ui.keep_drawing(0.2);
}

namespace {

std::optional<Wish> draw_open_draft(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    switch (canvas.draft->kind) {
    case Draft::Kind::new_card:
    case Draft::Kind::card_title: {
        auto wish = draw_card_draft(ui, canvas, workshop);
        if (canvas.draft) take_keyboard(ui, *canvas.draft);
        return wish;
    }
    case Draft::Kind::frame_title: return draw_frame_draft(ui, canvas, workshop);
    case Draft::Kind::mark: return draw_mark_draft(ui, canvas, workshop);
    case Draft::Kind::question:
    case Draft::Kind::instruction: break; // see canvas_prompt.cpp
    }
    return std::nullopt;
}

} // namespace

std::optional<Wish> draw_draft(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (!canvas.draft) return std::nullopt;
    auto const field = id_of(canvas.draft->kind);
    auto wish = draw_open_draft(ui, canvas, workshop);
    // Returns the focus to the board, unless it moved elsewhere.
    if (!canvas.draft && focused_id(ui) == field) focus(ui, {});
    return wish;
}

} // namespace ui
