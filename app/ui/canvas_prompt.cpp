#include "base/text.h"
#include "ui/draft.h"
#include "ui/paint.h"

#include <algorithm>

// The question to the room and the line under it, edited where they stand.
namespace ui {
namespace {

constexpr float strip_height = 98; // of both, on the board
constexpr float line_top = 46;     // of the line, under the head of the question

} // namespace

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
    if (canvas.state.scene.any_in(canvas.view.to_board(strip))) {
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
        look.most_bytes = draft_most;
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

std::optional<Wish> draw_instruction(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                     base::Rect const& main, std::string const& before)
{
    auto const said = model::get<model::Prompt>(workshop.doc(), canvas.step);
    auto const shown = instruction_of(ui, canvas, workshop);
    auto& draft = canvas.draft;
    auto const high = line_height(ui, type::text);
    base::Vec2 const at{main.min.x + ui.px(24) + text_width(ui, type::text, before),
                        main.min.y + ui.px(20 + line_top)};
    if (draft && draft->kind == Draft::Kind::instruction) {
        base::Rect const field{at, {main.max.x - ui.px(24), at.y + high}};
        FieldLook look;
        look.type = type::text;
        look.frame = FieldLook::Frame::bare;
        look.most_bytes = draft_most;
        look.hint = shown;
        auto const edit = text_field(ui, id_of(draft->kind), field, ui.tr("board.instruction"),
                                     draft->text, look);
        fill(ui, {{at.x, field.max.y}, {field.max.x, field.max.y + ui.px(2)}}, 0,
             ui.color().accent);
        bool const over = edit == Edit::cancelled || is_over(ui, *draft, edit);
        take_keyboard(ui, *draft);
        if (!over) return std::nullopt;
        auto const text = std::string(base::trimmed(draft->text));
        draft.reset();
        if (edit == Edit::cancelled || text == shown) return std::nullopt;
        return edit::SetPrompt{canvas.step, {said.question, text}};
    }
    auto const wide = text_width(ui, type::text, shown);
    base::Rect const box{at, {std::min(at.x + wide, main.max.x - ui.px(24)), at.y + high}};
    auto const touched = touch(ui, "board.instruction", box, shown, enabled_if(can_edit(workshop)));
    if (touched.focused) focus_ring(ui, box, ui.px(6));
    if (touched.hovered && can_edit(workshop))
        fill(ui, {{box.min.x, box.max.y - ui.px(1)}, {box.max.x, box.max.y + ui.px(1)}}, 0,
             ui.color().line2);
    if (touched.clicked) {
        draft = Draft{};
        draft->kind = Draft::Kind::instruction;
        draft->text = shown;
        ui.keep_drawing(0.2);
    }
    return std::nullopt;
}

} // namespace ui
