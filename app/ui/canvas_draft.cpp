#include "base/text.h"
#include "ui/canvas.h"
#include "ui/frame_tag.h"
#include "ui/icons.h"
#include "ui/minimap.h"
#include "ui/widgets.h"

#include <algorithm>

// Texts typed on the board itself: a new card, a title, the question.
namespace ui {
namespace {

constexpr Type draft_type{Face::medium, 24, 32};
constexpr float draft_width = 455;        // two columns at the usual zoom
constexpr float strip_height = 98;        // of the question and its line
constexpr float draft_height = 240;       // with its strip and its hints
constexpr float usual_height = 150;       // of a card, board units
constexpr std::size_t compared_from = 12; // characters
constexpr std::size_t title_most = 400;   // bytes

int next_number(model::Document const& doc)
{
    int highest = 0;
    auto const& cases = model::table<model::Case>(doc);
    for (auto const& [id, one] : cases) highest = std::max(highest, one.number);
    return highest + 1;
}

std::string_view id_of(Draft::Kind kind)
{
    switch (kind) {
    case Draft::Kind::new_card: return "draft.card";
    case Draft::Kind::card_title: return "draft.title";
    case Draft::Kind::frame_title: return "draft.frame";
    case Draft::Kind::question: return "draft.question";
    }
    return "draft.card";
}

// A field that has just been shown takes the keyboard.
void take_keyboard(Ui& ui, Draft& draft)
{
    if (draft.life != Draft::Life::opening) return;
    draft.life = Draft::Life::open;
    focus(ui, id_of(draft.kind));
    ui.keep_drawing(0.2);
}

bool is_typed_into(Ui const& ui, Draft const& draft)
{
    auto const it = ui.probe.widgets.find(std::string{id_of(draft.kind)});
    return it != ui.probe.widgets.end() && it->second.on;
}

// Entered, or left for something else.
bool is_over(Ui const& ui, Draft const& draft, Edit edit)
{
    if (edit == Edit::submitted || edit == Edit::left) return true;
    return edit == Edit::none && draft.life == Draft::Life::open && !is_typed_into(ui, draft) &&
           focused_id(ui) != id_of(draft.kind);
}

void compare(Ui& ui, Canvas& canvas, Workshop const& workshop, Draft& draft)
{
    if (!follow(ui, canvas.alikes, workshop) || draft.compared == draft.text) return;
    draft.compared = draft.text;
    draft.near_case.reset();
    if (base::grapheme_count(draft.text) >= compared_from)
        draft.near_case = canvas.alikes.likeness.nearest(workshop.doc(), draft.text);
}

// « Proche de 16 · Courriers en français facile à lire »
void draw_near(Ui& ui, Workshop const& workshop, Draft const& draft, base::Rect const& box)
{
    auto const* near_case = model::find<model::Case>(workshop.doc(), *draft.near_case);
    if (!near_case) return;
    auto const& c = ui.color();
    fill(ui, box, ui.px(10), c.warntint);
    draw_icon_at(ui, {box.min.x + ui.px(22), box.center().y}, ui.px(20), c.warn, icon::call_merge);
    auto const& title = near_case->short_title.empty() ? near_case->title : near_case->short_title;
    auto const text = ui.words->text("gather.near", near_case->number, title);
    draw_text_in(ui, {{box.min.x + ui.px(42), box.min.y}, {box.max.x - ui.px(12), box.max.y}},
                 type::label, c.ink, text);
    touch(ui, "draft.near", box, text, Enabled::yes, Role::area);
}

void draw_hints(Ui& ui, base::Vec2 at)
{
    float x = at.x;
    auto const say = [&](char const* key, char const* meaning) {
        x += draw_key(ui, {x, at.y}, ui.tr(key)) + ui.px(10);
        auto const text = ui.tr(meaning);
        x += draw_text_in(ui, {{x, at.y - ui.px(12)}, {x + ui.px(400), at.y + ui.px(12)}},
                          type::legend, ui.color().ink2, text) +
             ui.px(20);
    };
    say("key.enter", "gather.hint.next");
    say("key.escape", "gather.hint.end");
}

// The shortest column in sight, apart from what the map hides.
base::Vec2 next_place(Ui const& ui, Canvas const& canvas, base::Rect const& main,
                      std::optional<base::Rect> taken)
{
    auto boxes = canvas.state.scene.boxes_in(canvas.view.seen());
    boxes.push_back(canvas.view.to_board(minimap_box(ui, main)));
    if (taken) boxes.push_back(*taken);
    return board::falls_at(canvas.view.to_board(canvas_place(ui, main).room), boxes, usual_height);
}

// The camera keeps the card being typed in sight.
void follow_draft(Ui& ui, Canvas& canvas, Draft const& draft, base::Rect const& main)
{
    auto const k = 1 / canvas.view.scale();
    bring_in(ui, canvas,
             {draft.at, draft.at + base::Vec2{ui.px(draft_width) * k, ui.px(draft_height) * k}},
             main);
}

std::optional<Wish> add_card(Ui& ui, Canvas& canvas, Workshop const& workshop, Draft& draft)
{
    auto const title = std::string(base::trimmed(draft.text));
    draft.text.clear();
    draft.compared.clear();
    draft.near_case.reset();
    if (title.empty()) return std::nullopt;
    model::Case text;
    text.title = title;
    auto const id = workshop.mint<model::CaseId>();
    auto const high = board::card_height(board::Form::full,
                                         canvas.texts.of(ui, id, text, board::Form::full).height);
    auto const at = draft.at;
    base::Rect const taken{at, {at.x + board::card_width, at.y + high}};
    draft.at = next_place(ui, canvas, canvas.view.window, taken);
    follow_draft(ui, canvas, draft, canvas.view.window);
    edit::AddCases add;
    add.cases.push_back({id, text, at});
    return add;
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
    if (fresh) compare(ui, canvas, workshop, draft);
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

    auto const middle = box.min.y + pad + head / 2 - ui.px(2);
    auto const number = std::to_string(fresh ? next_number(workshop.doc()) : card->number);
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
    look.most_bytes = title_most;
    look.after = fresh ? FieldLook::After::stays : FieldLook::After::leaves;
    auto const typed = draft.text;
    auto const edit = text_area(ui, id_of(draft.kind), field, ui.tr("gather.card_title"),
                                draft.text, look, Enter::submits);
    if (draft.near_case)
        draw_near(ui, workshop, draft,
                  {{box.min.x + pad, field.max.y + ui.px(12)},
                   {box.max.x - pad, field.max.y + ui.px(12 + 44)}});
    if (fresh) draw_hints(ui, {box.min.x, box.max.y + ui.px(24)});

    if (fresh && edit == Edit::submitted) {
        auto wish = add_card(ui, canvas, workshop, draft);
        if (!wish) canvas.draft.reset();
        return wish;
    }
    bool const ended = fresh && edit == Edit::cancelled; // Escape ends; it does not throw away
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
    if (!frame) return std::nullopt; // comes with the entry that is being written
    auto const k = canvas.view.scale();
    auto const box = canvas.view.to_screen(frame->box);
    auto const middle = box.min.y + (board::frame_head / 2 + 2) * k;
    Type const type{Face::semibold, std::max(18.0F, 26 * canvas.view.camera.zoom),
                    std::max(26.0F, 34 * canvas.view.camera.zoom)};
    auto const half = line_height(ui, type) / 2 + ui.px(3);
    auto const tag = frame_tag_width(ui, frame->number, k, Zoom::resting) + 10 * k;
    base::Rect const field{{box.min.x + (board::frame_padding - 6) * k + tag, middle - half},
                           {std::max(box.max.x - 110 * k, box.min.x + ui.px(240)), middle + half}};
    fill(ui, field, ui.px(8), ui.color().card);
    outline(ui, field, ui.px(8), ui.color().accent, ui.px(2));
    FieldLook look;
    auto const hint = ui.tr("group.title_hint");
    look.hint = hint;
    look.type = type;
    look.frame = FieldLook::Frame::bare;
    look.most_bytes = title_most;
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

void type_new_card(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
                   std::optional<base::Vec2> at)
{
    if (!can_edit(workshop)) return;
    if (board::detail_at(canvas.view.camera.zoom) == board::Detail::block)
        canvas.view.camera = board::zoomed_at(canvas.view, main.center(), 2);
    Draft draft;
    draft.at = at ? *at : next_place(ui, canvas, main, std::nullopt);
    follow_draft(ui, canvas, draft, main);
    canvas.draft = draft;
    canvas.selection = {};
    ui.keep_drawing(0.2);
}

void type_title(Ui& ui, Canvas& canvas, Workshop const& workshop, model::CaseId id)
{
    auto const* text = model::find<model::Case>(workshop.doc(), id);
    if (!can_edit(workshop) || !text) return;
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

std::optional<Wish> draw_draft(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (!canvas.draft) return std::nullopt;
    switch (canvas.draft->kind) {
    case Draft::Kind::new_card:
    case Draft::Kind::card_title: {
        auto wish = draw_card_draft(ui, canvas, workshop);
        if (canvas.draft) take_keyboard(ui, *canvas.draft);
        return wish;
    }
    case Draft::Kind::frame_title: return draw_frame_draft(ui, canvas, workshop);
    case Draft::Kind::question: break; // draw_question does
    }
    return std::nullopt;
}

std::string instruction_of(Ui const& ui, Canvas const& canvas, Workshop const& workshop)
{
    auto said = model::get<model::Prompt>(workshop.doc(), canvas.step).instruction;
    if (!said.empty()) return said;
    return ui.tr(canvas.step == model::Step::gather ? "gather.instruction" : "group.instruction");
}

std::optional<Wish> draw_question(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                  base::Rect const& main, std::string const& line, base::Rect& free)
{
    auto const said = model::get<model::Prompt>(workshop.doc(), canvas.step);
    auto const own =
        ui.tr(canvas.step == model::Step::gather ? "gather.question" : "group.question");
    auto const question = said.question.empty() ? own : said.question;
    auto& draft = canvas.draft;
    base::Vec2 const at{main.min.x + ui.px(24), main.min.y + ui.px(20)};
    base::Rect const strip{main.min, {main.max.x, main.min.y + ui.px(strip_height)}};
    if (!canvas.state.scene.boxes_in(canvas.view.to_board(strip)).empty()) {
        fill(ui, strip, 0, board::faded(ui.color().paper, 0.94F));
        hairline_h(ui, strip.min.x, strip.max.x, strip.max.y, ui.color().line);
        touch(ui, "board.strip", strip, "", Enabled::yes, Role::area);
    }
    auto const high = line_height(ui, type::h1);
    if (draft && draft->kind == Draft::Kind::question) {
        free = draw_prompt(ui, main, " ", line);
        base::Rect const field{at, {main.max.x - ui.px(24), at.y + high}};
        FieldLook look;
        look.type = type::h1;
        look.frame = FieldLook::Frame::bare;
        look.most_bytes = title_most;
        look.hint = question;
        auto const edit =
            text_field(ui, id_of(draft->kind), field, ui.tr("board.question"), draft->text, look);
        fill(ui, {{at.x, at.y + high}, {field.max.x, at.y + high + ui.px(2)}}, 0,
             ui.color().accent);
        bool const over = edit == Edit::cancelled || is_over(ui, *draft, edit);
        take_keyboard(ui, *draft);
        if (!over) return std::nullopt;
        auto const text = std::string(base::trimmed(draft->text));
        draft.reset();
        if (edit == Edit::cancelled || text == question) return std::nullopt;
        return edit::SetPrompt{canvas.step, {text, said.instruction}};
    }
    free = draw_prompt(ui, main, question, line);
    base::Rect const box{at, {at.x + text_width(ui, type::h1, question) + ui.px(8), at.y + high}};
    auto const touched = touch(ui, "board.question", box, question, enabled_if(can_edit(workshop)));
    if (touched.focused) focus_ring(ui, box, ui.px(6));
    if (touched.hovered && can_edit(workshop))
        fill(ui, {{box.min.x, box.max.y}, {box.max.x - ui.px(8), box.max.y + ui.px(2)}}, 0,
             ui.color().line2);
    if (touched.clicked) {
        draft = Draft{};
        draft->kind = Draft::Kind::question;
        draft->text = question;
        ui.keep_drawing(0.2);
    }
    return std::nullopt;
}

} // namespace ui
