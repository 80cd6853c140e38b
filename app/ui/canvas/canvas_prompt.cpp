#include "base/text.h"
#include "ui/canvas/draft.h"
#include "ui/kit/paint.h"
#include "wording/board.h"

#include <algorithm>

// The question and the line below it, editable in place.
namespace ui {
namespace {

constexpr float strip_height = 98; // of both, on the board
constexpr float line_top = 46;     // of the line, below the top of the question

// A line of text editable in place.
struct Line {
    Draft::Kind kind;
    std::string_view id;
    std::string_view label;
    Type type;
    base::Vec2 at;
    float right; // right limit
    std::string const& shown;
};

bool is_edited(Canvas const& canvas, Line const& line)
{
    return canvas.draft && canvas.draft->kind == line.kind;
}

// Draws the field. Returns the new text when it was submitted and changed.
std::optional<std::string> edit_line(Ui& ui, Canvas& canvas, Line const& line)
{
    auto& draft = canvas.draft;
    base::Rect const field{line.at, {line.right, line.at.y + line_height(ui, line.type)}};
    FieldLook look;
    look.type = line.type;
    look.frame = FieldLook::Frame::bare;
    look.most_bytes = draft_most;
    look.hint = line.shown;
    auto const edit = text_field(ui, id_of(line.kind), field, line.label, draft->text, look);
    fill(ui, {{field.min.x, field.max.y}, {field.max.x, field.max.y + ui.px(2)}}, 0,
         ui.color().accent);
    bool const over = edit == Edit::cancelled || is_over(ui, *draft, edit);
    take_keyboard(ui, *draft);
    if (!over) return std::nullopt;
    auto const text = std::string(base::trimmed(draft->text));
    draft.reset();
    if (edit == Edit::cancelled || text == line.shown) return std::nullopt;
    return text;
}

// Draws the line as text; a press edits it.
void offer_line(Ui& ui, Canvas& canvas, Workshop const& workshop, Line const& line)
{
    auto const end = line.at.x + text_width(ui, line.type, line.shown);
    base::Rect const box{line.at,
                         {std::min(end, line.right), line.at.y + line_height(ui, line.type)}};
    auto const touched = touch(ui, line.id, box, line.shown, enabled_if(can_edit(workshop)));
    if (touched.focused) focus_ring(ui, box, ui.px(6));
    if (touched.hovered && can_edit(workshop))
        fill(ui, {{box.min.x, box.max.y}, {box.max.x, box.max.y + ui.px(2)}}, 0, ui.color().line2);
    if (!touched.clicked) return;
    canvas.draft = Draft{};
    canvas.draft->kind = line.kind;
    canvas.draft->text = line.shown;
    ui.keep_drawing(0.2);
}

} // namespace

std::optional<Wish> draw_question(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                  base::Rect const& main, std::string const& line, base::Rect& free)
{
    auto const said = model::get<model::Prompt>(workshop.doc(), canvas.step);
    auto const question = wording::question(*ui.words, workshop.doc(), canvas.step);
    base::Rect const strip{main.min, {main.max.x, main.min.y + ui.px(strip_height)}};
    if (canvas.state.scene.any_in(canvas.view.to_board(strip))) {
        fill(ui, strip, 0, ui.color().paper);
        hairline_h(ui, strip.min.x, strip.max.x, strip.max.y, ui.color().line);
        touch(ui, "board.strip", strip, "", Enabled::yes, Role::area);
    }
    auto const label = ui.tr("board.question");
    base::Vec2 const at{main.min.x + ui.px(24), main.min.y + ui.px(20)};
    Line const head{Draft::Kind::question,  "board.question", label, type::h1, at,
                    main.max.x - ui.px(24), question};
    if (is_edited(canvas, head)) {
        free = draw_prompt(ui, main, " ", line);
        if (auto const text = edit_line(ui, canvas, head))
            return edit::SetPrompt{canvas.step, {*text, said.instruction}};
        return std::nullopt;
    }
    free = draw_prompt(ui, main, question, line);
    offer_line(ui, canvas, workshop, head);
    return std::nullopt;
}

std::optional<Wish> draw_instruction(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                     base::Rect const& main, std::string const& before)
{
    auto const said = model::get<model::Prompt>(workshop.doc(), canvas.step);
    auto const shown = wording::instruction(*ui.words, workshop.doc(), canvas.step);
    auto const label = ui.tr("board.instruction");
    base::Vec2 const at{main.min.x + ui.px(24) + text_width(ui, type::text, before),
                        main.min.y + ui.px(20 + line_top)};
    Line const line{Draft::Kind::instruction,
                    "board.instruction",
                    label,
                    type::text,
                    at,
                    main.max.x - ui.px(24),
                    shown};
    if (!is_edited(canvas, line)) {
        offer_line(ui, canvas, workshop, line);
        return std::nullopt;
    }
    if (auto const text = edit_line(ui, canvas, line))
        return edit::SetPrompt{canvas.step, {said.question, *text}};
    return std::nullopt;
}

} // namespace ui
