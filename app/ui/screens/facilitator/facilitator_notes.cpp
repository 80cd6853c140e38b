#include "ui/kit/paint.h"
#include "ui/screens/facilitator/facilitator_view.h"
#include "wording/board.h"
#include "wording/votes/method_words.h"

#include <algorithm>

// What to say now, and the notes of the step: read and ticked off, or edited.
namespace ui {
namespace {

constexpr Type say_type{Face::medium, 25, 34};

struct Say {
    std::string text, under; // `under`: a line below it
};

// Without a text of the facilitator's: how to vote before the result is shown, else the question
// with its instruction.
Say default_say(Ui const& ui, FacilitatorGround const& ground)
{
    auto const& doc = ground.workshop.doc();
    auto const state = model::get<model::RoundStatus>(doc, ground.round).state;
    if (auto const* round = model::find<model::Round>(doc, ground.round)) {
        if (state == model::RoundState::revealed) return {wording::asked(*ui.words, *round), {}};
        return {wording::how_voted(*ui.words, *round), {}};
    }
    return {wording::question(*ui.words, doc, ground.step),
            wording::instruction(*ui.words, doc, ground.step)};
}

// A heading with a quiet button at its right. True when pressed.
bool draw_heading(Ui& ui, base::Rect const& row, std::string_view title, std::string_view id,
                  std::string_view word, unsigned sign)
{
    ButtonLook const look{.rank = Rank::quiet, .icon = sign};
    float const wide = button_width(ui, word, look, 44);
    draw_text_in(ui, {row.min, {row.max.x - wide, row.max.y}}, type::h2, ui.color().ink, title);
    return button(ui, id,
                  {{row.max.x - wide + ui.px(12), row.min.y - ui.px(4)},
                   {row.max.x + ui.px(12), row.max.y + ui.px(4)}},
                  word, look);
}

float draw_say(Ui& ui, FacilitatorGround const& ground, base::Vec2 at, float width)
{
    auto const& c = ui.color();
    auto say = ground.notes.say.empty() ? default_say(ui, ground) : Say{ground.notes.say, {}};
    say.text = say.text.empty() ? ui.tr("facilitator.say.none")
                                : ui.tr("facilitator.say.quoted", say.text);
    float const pad = ui.px(20), wide = width - 2 * pad;
    float const high = paragraph_height(ui, say_type, say.text, wide, 5);
    float const under =
        say.under.empty() ? 0 : paragraph_height(ui, type::text, say.under, wide, 2) + ui.px(4);
    base::Rect const box{at, {at.x + width, at.y + high + under + 2 * pad}};
    fill(ui, box, ui.px(16), c.atint);
    touch(ui, "facilitator.say", box, say.text, Enabled::yes, Role::area);
    draw_paragraph(ui, {at.x + pad, at.y + pad}, wide, say_type, c.ink, say.text, 5);
    if (under > 0)
        draw_paragraph(ui, {at.x + pad, at.y + pad + high + ui.px(4)}, wide, type::text, c.ink2,
                       say.under, 2);
    return box.height();
}

void draw_tick(Ui& ui, base::Vec2 at, float side, Note::State state)
{
    auto const& c = ui.color();
    base::Rect const box{at, at + base::Vec2{side, side}};
    if (state == Note::State::done) {
        fill(ui, box, ui.px(7), c.accent);
        draw_icon_at(ui, box.center(), side * 0.8F, c.onaccent, icon::check);
    } else {
        outline(ui, box, ui.px(7), c.edge, ui.px(2));
    }
}

void draw_list(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
               base::Rect const& area)
{
    auto const& c = ui.color();
    auto const& list = ground.notes.list;
    if (list.empty()) {
        draw_paragraph(ui, area.min, area.width(), type::text, c.ink2,
                       ui.tr("facilitator.notes.none"), 3);
        return;
    }
    ScrollArea scroll(ui, "facilitator.notes", {area.min - base::Vec2{ui.px(6), 0}, area.max},
                      view.notes);
    float y = scroll.top() + ui.px(4);
    float const top = y, side = ui.px(26), words = area.width() - ui.px(42 + 14);
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const& note = list[i];
        float const high = paragraph_height(ui, type::body, note.text, words);
        base::Rect const row{{area.min.x, y}, {area.max.x - ui.px(10), y + high}};
        auto const id = "facilitator.note." + std::to_string(i + 1);
        auto const touched = touch(ui, id, base::grown(row, ui.px(4)), note.text);
        bool const done = note.state == Note::State::done;
        probe_on(ui, id, done ? On::yes : On::no);
        if (touched.hovered) fill(ui, base::grown(row, ui.px(4)), ui.px(8), c.sunken);
        draw_tick(ui, row.min, side, note.state);
        draw_paragraph(ui, {row.min.x + ui.px(42), y}, words, type::body, done ? c.ink2 : c.ink,
                       note.text);
        if (touched.focused) focus_ring(ui, base::grown(row, ui.px(4)), ui.px(8));
        if (touched.clicked) {
            auto changed = ground.notes;
            changed.list[i].state = done ? Note::State::open : Note::State::done;
            view.changed = ChangedNotes{ground.step, std::move(changed)};
        }
        y += std::max(high, side) + ui.px(14);
    }
    scroll.content_height(y - top + ui.px(4));
}

void draw_fields(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                 base::Rect const& area)
{
    auto const& c = ui.color();
    float const label = ui.px(34), gap = ui.px(16), rest = area.height() - 2 * label - gap;
    float const say = rest * 0.4F;
    FieldLook look;
    look.most_bytes = notes_most_bytes;
    auto const hint = default_say(ui, ground).text;
    look.hint = hint;
    draw_text_in(ui, {area.min, {area.max.x, area.min.y + label}}, type::label, c.ink2,
                 ui.tr("facilitator.say.label"));
    float y = area.min.y + label;
    auto edit = text_area(ui, "facilitator.say.edit", {{area.min.x, y}, {area.max.x, y + say}},
                          ui.tr("facilitator.say.label"), view.say, look);
    y += say + gap;
    auto const hint_list = ui.tr("facilitator.notes.hint");
    look.hint = hint_list;
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + label}}, type::label, c.ink2,
                 ui.tr("facilitator.notes.label"));
    y += label;
    auto const other = text_area(ui, "facilitator.notes.edit", {{area.min.x, y}, area.max},
                                 ui.tr("facilitator.notes.label"), view.lines, look);
    if (edit == Edit::none && other == Edit::none) return;
    StepNotes typed{view.say, notes_of(view.lines, ground.notes.list)};
    if (typed != ground.notes) view.changed = ChangedNotes{ground.step, std::move(typed)};
    if (edit == Edit::submitted || other == Edit::submitted) view.edits.reset();
}

} // namespace

void draw_notes(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                base::Rect const& box)
{
    auto const& c = ui.color();
    auto const inner = draw_card(ui, box);
    base::Rect const head{inner.min, {inner.max.x, inner.min.y + ui.px(36)}};
    bool const editing = view.edits.has_value();
    auto const word = ui.tr(editing ? "facilitator.notes.end" : "facilitator.notes.change");
    bool const pressed =
        draw_heading(ui, head, ui.tr(editing ? "facilitator.notes" : "facilitator.say"),
                     "facilitator.notes.change", word, editing ? icon::check : icon::edit);
    float y = head.max.y + ui.px(14);
    if (editing) {
        draw_fields(ui, view, ground, {{inner.min.x, y}, inner.max});
        if (pressed) view.edits.reset();
        return;
    }
    if (pressed) {
        view.edits = ground.step;
        view.say = ground.notes.say;
        view.lines = lines_of(ground.notes.list);
        focus(ui, "facilitator.notes.edit");
        ui.keep_drawing(0.2);
    }
    y += draw_say(ui, ground, {inner.min.x, y}, inner.width()) + ui.px(20);
    base::Rect const row{{inner.min.x, y}, {inner.max.x, y + ui.px(30)}};
    draw_text_in(ui, row, type::h3, c.ink, ui.tr("facilitator.notes"));
    auto const& list = ground.notes.list;
    auto const done = std::ranges::count(list, Note::State::done, &Note::state);
    if (!list.empty())
        draw_text_in(ui, row, type::text, c.ink2,
                     ui.tr("facilitator.notes.done", done, list.size()), Align::right);
    y = row.max.y + ui.px(8);
    draw_list(ui, view, ground, {{inner.min.x, y}, {inner.max.x, inner.max.y + ui.px(12)}});
}

} // namespace ui
