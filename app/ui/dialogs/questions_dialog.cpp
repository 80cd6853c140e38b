#include "ui/dialogs/questions_dialog.h"

#include "ui/panels/sheet_fields.h"
#include "wording/guard_rails.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ui {
namespace {

using model::QuestionId;
using model::QuestionState;

constexpr float list_width = 640, row_least = 64; // design pixels

std::vector<QuestionId> all_in(model::Document const& doc, QuestionState state)
{
    std::vector<std::pair<int, QuestionId>> numbered;
    for (auto const& [id, question] : model::table<model::Question>(doc))
        if (question.state == state) numbered.emplace_back(question.number, id);
    std::ranges::sort(numbered);
    std::vector<QuestionId> out;
    for (auto const& [number, id] : numbered) out.push_back(id);
    return out;
}

std::int64_t answers_to(model::Document const& doc, QuestionId id)
{
    return std::ranges::count_if(model::table<model::GuardAnswer>(doc),
                                 [&](auto const& one) { return one.first.question == id; });
}

std::array<std::string, 4> subject_words(Ui& ui)
{
    using model::Subject;
    auto const& words = *ui.words;
    return {wording::subject(words, Subject::none), wording::subject(words, Subject::law),
            wording::subject(words, Subject::responsibility),
            wording::subject(words, Subject::data)};
}

// A row: number, text, and the cases it applies to.
class Row {
public:
    Row(Ui& ui, model::Question const& question, float left, float right)
        : ui_(ui)
        , question_(question)
        , said_(wording::asked_of(*ui.words, question))
        , left_(left)
        , right_(right)
    {
    }
    [[nodiscard]] float height() const
    {
        float const words = paragraph_height(ui_, type::label, question_.text, right_ - left_);
        return std::max(ui_.px(row_least), words + line_height(ui_, type::meta) + ui_.px(20));
    }
    void draw(float y, board::Color color)
    {
        float const words = draw_paragraph(ui_, {left_, y + ui_.px(8)}, right_ - left_, type::label,
                                           color, question_.text);
        draw_text_in(ui_,
                     {{left_, y + ui_.px(10) + words},
                      {right_, y + ui_.px(10) + words + line_height(ui_, type::meta)}},
                     type::meta, ui_.color().ink2, said_);
    }

private:
    Ui& ui_;
    model::Question const& question_;
    std::string said_;
    float left_, right_;
};

std::optional<Wish> draw_row(Ui& ui, QuestionsDialog& dialog, model::Document const& doc,
                             std::vector<QuestionId> const& order, std::size_t i,
                             base::Rect const& area, float& y, Enabled may)
{
    auto const id = order[i];
    auto const question = model::get<model::Question>(doc, id);
    auto const name = std::to_string(i + 1);
    auto const& c = ui.color();
    float const side = ui.px(38);
    Row row(ui, question, area.min.x + ui.px(52), area.max.x - 2 * side - ui.px(20));
    base::Rect const box{{area.min.x, y}, {area.max.x, y + row.height()}};
    auto const press = touch(ui, "questions.row." + name, box, question.text);
    bool const on = dialog.chosen == id;
    probe_on(ui, "questions.row." + name, on ? On::yes : On::no);
    if (on || press.hovered) fill(ui, box, ui.px(12), on ? c.atint : c.sunken);
    if (on) outline(ui, box, ui.px(12), c.accent, ui.snap(2));
    if (press.focused) focus_ring(ui, box, ui.px(12));
    if (press.clicked) dialog.chosen = id;
    draw_text_in(ui, {box.min, {box.min.x + ui.px(40), box.max.y}}, type::rank, c.ink2, name,
                 Align::right);
    row.draw(y, c.ink);
    y = box.max.y + ui.px(6);
    auto moved = order;
    std::optional<Wish> wish;
    float const x = box.max.x - 2 * side - ui.px(12), top = box.center().y - side / 2;
    bool const usable = may == Enabled::yes;
    if (icon_button(ui, "questions.up." + name, {{x, top}, {x + side, top + side}},
                    icon::arrow_upward, ui.tr("guard.up"), Rank::quiet,
                    enabled_if(usable && i > 0))) {
        std::swap(moved[i], moved[i - 1]);
        wish = edit::ArrangeQuestions{std::move(moved)};
    } else if (icon_button(ui, "questions.down." + name,
                           {{x + side + ui.px(4), top}, {x + 2 * side + ui.px(4), top + side}},
                           icon::expand_more, ui.tr("guard.down"), Rank::quiet,
                           enabled_if(usable && i + 1 < order.size()))) {
        std::swap(moved[i], moved[i + 1]);
        wish = edit::ArrangeQuestions{std::move(moved)};
    }
    return wish;
}

std::optional<Wish> draw_retired(Ui& ui, QuestionId id, std::size_t place,
                                 model::Document const& doc, base::Rect const& area, float& y,
                                 Enabled may)
{
    auto const question = model::get<model::Question>(doc, id);
    auto const word = ui.tr("guard.restore");
    ButtonLook const look{.icon = icon::restore};
    float const wide = button_width(ui, word, look);
    Row row(ui, question, area.min.x + ui.px(10), area.max.x - wide - ui.px(24));
    float const high = row.height();
    row.draw(y, ui.color().ink2);
    base::Rect const box{{area.max.x - wide - ui.px(8), y + ui.px(8)},
                         {area.max.x - ui.px(8), y + ui.px(56)}};
    y += high + ui.px(6);
    if (button(ui, "questions.restore." + std::to_string(place), box, word, look, may))
        return edit::RestoreQuestion{id};
    return std::nullopt;
}

std::optional<Wish> draw_list(Ui& ui, QuestionsDialog& dialog, Workshop const& workshop,
                              base::Rect const& area, Enabled may)
{
    auto const& doc = workshop.doc();
    auto const order = all_in(doc, QuestionState::active);
    auto const out = all_in(doc, QuestionState::retired);
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    ScrollArea scroll(ui, "questions.list", area, dialog.list);
    base::Rect const inner{{area.min.x + ui.px(3), area.min.y},
                           {area.max.x - ui.px(14), area.max.y}};
    float y = scroll.top() + ui.px(3);
    for (std::size_t i = 0; i < order.size(); ++i)
        take(draw_row(ui, dialog, doc, order, i, inner, y, may));
    if (!out.empty()) {
        y += ui.px(10);
        draw_text(ui, {inner.min.x + ui.px(10), y}, type::h3, ui.color().ink2,
                  ui.tr("guard.retired"));
        y += ui.px(36);
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        take(draw_retired(ui, out[i], i + 1, doc, inner, y, may));
    scroll.content_height(y - scroll.top());
    return wish;
}

// Reloads the draft when another question is chosen, or it changed while no field is edited.
void refresh(Ui const& ui, QuestionsDialog& dialog, Workshop const& workshop)
{
    bool const typed = focused_id(ui).starts_with("question.") && typing(ui);
    if (dialog.drafted == dialog.chosen && typed) return;
    if (!dialog.read.renew(workshop.doc(), dialog.chosen)) return;
    dialog.draft = model::get<model::Question>(workshop.doc(), dialog.chosen);
    dialog.drafted = dialog.chosen;
}

std::optional<Wish> draw_form(Ui& ui, QuestionsDialog& dialog, Workshop const& workshop,
                              base::Rect const& area)
{
    auto const& doc = workshop.doc();
    if (!model::find<model::Question>(doc, dialog.chosen)) return std::nullopt;
    refresh(ui, dialog, workshop);
    auto const may = enabled_if(workshop.access == Access::edit);
    auto& draft = dialog.draft;
    auto const word = ui.tr("guard.retire");
    ButtonLook const look{.rank = Rank::danger, .icon = icon::archive};
    base::Rect const retire{{area.max.x - button_width(ui, word, look), area.max.y - ui.px(48)},
                            area.max};
    bool asked = false;
    {
        base::Rect const form{area.min, {area.max.x, retire.min.y - ui.px(14)}};
        ScrollArea scroll(ui, "question.form", form, dialog.form);
        float const top = scroll.top() + ui.px(4);
        base::Rect const column{{form.min.x + ui.px(4), top}, {form.max.x - ui.px(16), form.max.y}};
        SheetFields fields(ui, column, top, may);
        auto const edit = fields.lines("question.text", "guard.text", draft.text, 100);
        asked = edit == Edit::submitted || edit == Edit::left;
        asked |= fields.choice("question.as", "guard.as", draft.as,
                               {"guard.as.whether", "guard.as.who"});
        asked |= fields.choice("question.of", "guard.of", draft.of,
                               {"guard.of.every", "guard.of.personal-data", "guard.of.limited",
                                "guard.of.high", "guard.of.prohibited"});
        auto const words = subject_words(ui);
        std::array<std::string_view, 4> const labels{words[0], words[1], words[2], words[3]};
        auto subject = static_cast<std::size_t>(std::max(1, static_cast<int>(draft.subject)) - 1);
        if (fields.choice_of("question.subject", "guard.subject", subject, labels)) {
            draft.subject = static_cast<model::Subject>(subject + 1);
            asked = true;
        }
        float const y = fields.y();
        auto const count = ui.trn("guard.answers", answers_to(doc, dialog.chosen));
        draw_paragraph(ui, {column.min.x, y}, column.width(), type::meta, ui.color().ink2,
                       count + " " + ui.tr("guard.about"));
        scroll.content_height(y + ui.px(70) - scroll.top());
    }
    if (asked) ui.keep_drawing(0.1); // to show the saved text at once
    if (button(ui, "question.retire", retire, word, look, may))
        return edit::RetireQuestion{dialog.chosen};
    auto const now = model::get<model::Question>(doc, dialog.chosen);
    if (asked && draft.text.empty()) draft.text = now.text; // the text is mandatory
    if (!asked || draft == now) return std::nullopt;
    return edit::SetQuestion{dialog.chosen, draft};
}

} // namespace

void open_questions(QuestionsDialog& dialog)
{
    dialog = {};
    dialog.state = QuestionsDialog::State::open;
}

std::optional<Wish> draw(Ui& ui, QuestionsDialog& dialog, Workshop const& workshop)
{
    if (dialog.state == QuestionsDialog::State::closed) return std::nullopt;
    auto const order = all_in(workshop.doc(), QuestionState::active);
    if (std::ranges::find(order, dialog.chosen) == order.end() &&
        model::find<model::Question>(workshop.doc(), dialog.chosen))
        dialog.chosen = {};
    if (!dialog.chosen && !order.empty()) dialog.chosen = order.front();
    auto const may = enabled_if(workshop.access == Access::edit);
    Dialog const window(ui, "questions", {ui.px(1480), ui.px(920)}, ui.tr("guard.dialog"));
    auto const& body = window.body();
    auto const& foot = window.footer();
    float const split = body.min.x + ui.px(list_width);
    auto wish = draw_list(ui, dialog, workshop, {body.min, {split, body.max.y}}, may);
    hairline_v(ui, split + ui.px(14), body.min.y, foot.max.y, ui.color().line);
    auto asked = draw_form(ui, dialog, workshop,
                           {{split + ui.px(30), body.min.y}, {body.max.x, foot.max.y}});
    if (asked && !wish) wish = std::move(asked);
    if (button(ui, "questions.add", {foot.min, {split, foot.max.y}}, ui.tr("guard.add"),
               {.rank = Rank::tinted, .icon = icon::add}, may)) {
        model::Question question;
        question.text = ui.tr("guard.new");
        dialog.chosen = workshop.mint<QuestionId>(); // shown when it is stored
        wish = edit::SetQuestion{dialog.chosen, question};
        focus(ui, "question.text");
    }
    if (window.dismissed()) dialog.state = QuestionsDialog::State::closed;
    return wish;
}

} // namespace ui
