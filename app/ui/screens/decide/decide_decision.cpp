#include "analysis/ranking/guard_rails.h"
#include "ui/paint/guard_signs.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/decisions.h"
#include "wording/guard_rails.h"

#include <algorithm>
#include <array>

// The guard-rail questions and the decision of a case. Launching with open questions asks for a
// reason first; nothing is refused.
namespace ui {
namespace {

using model::Verdict;

// Input that is not saved yet.
void follow_document(DecideView::Draft& draft, model::DecisionKey const& key,
                     model::Decision const& decision)
{
    if (draft.of == key && draft.kept == decision) return;
    draft = {decision.reason, decision.owner, decision.review, decision.question, key, decision};
}

float draw_flag(Ui& ui, base::Vec2 at, float width, unsigned sign, board::Color color,
                std::string const& said)
{
    draw_icon(ui, {at.x, at.y + ui.px(1)}, ui.px(22), color, sign);
    float const words = draw_paragraph(ui, {at.x + ui.px(32), at.y}, width - ui.px(32), type::text,
                                       ui.color().ink, said);
    return std::max(ui.px(26), words) + ui.px(6);
}

// The case's level under the AI Act.
void draw_level(Ui& ui, model::Case const& text, base::Rect const& area, float& y)
{
    bool const said = text.ai_act != model::AiAct::unknown;
    auto const level = wording::level(*ui.words, text.ai_act);
    y += draw_flag(ui, {area.min.x, y}, area.width(), icon::label,
                   said ? ui.color().ink2 : ui.color().ink3, level);
}

std::optional<Wish> draw_choice(Ui& ui, DecideView& view, Workshop const& workshop,
                                base::Rect const& box, Verdict verdict)
{
    model::DecisionKey const key{view.selected, view.body};
    auto const decision = model::get<model::Decision>(workshop.doc(), key);
    auto const pending = view.pending.find(key);
    auto const shown = pending == view.pending.end() ? decision.verdict : pending->second.verdict;
    auto const name = wording::verdict(*ui.words, verdict);
    auto const id = "decide.set." + std::string(base::name_of(verdict));
    bool const on = shown == verdict;
    auto const press = touch(ui, id, box, name, enabled_if(workshop.access == Access::edit));
    auto const look = look_of(ui, outcome_of(verdict));
    auto const& c = ui.color();
    fill(ui, box, ui.px(12), on ? look.tint : press.hovered ? c.sunken : c.card);
    outline(ui, box, ui.px(12), on ? look.text : c.line2, ui.px(on ? 2.5F : 1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(24), box.center().y}, ui.px(22), look.text, look.icon);
    draw_text_in(ui, {{box.min.x + ui.px(44), box.min.y}, {box.max.x - ui.px(8), box.max.y}},
                 on ? type::strong : type::label, look.text, name);
    if (on) {
        probe_on(ui, id, On::yes);
        draw_icon_at(ui, {box.max.x - ui.px(18), box.center().y}, ui.px(18), look.text,
                     icon::check);
    }
    if (press.focused) focus_ring(ui, box, ui.px(12));
    if (!press.clicked) return std::nullopt;
    return decide(ui, view, workshop, key, decision.verdict == verdict ? Verdict::none : verdict);
}

// Four choices in two rows; pressing the chosen one removes the decision.
std::optional<Wish> draw_choices(Ui& ui, DecideView& view, Workshop const& workshop,
                                 base::Rect const& area, float& y)
{
    std::optional<Wish> wish;
    float const gap = ui.px(8), width = (area.width() - gap) / 2, height = ui.px(44);
    for (std::size_t i = 0; i < given_verdicts.size(); ++i) {
        bool const left = i % 2 == 0;
        float const x = area.min.x + (left ? 0 : width + gap);
        if (auto asked = draw_choice(ui, view, workshop, {{x, y}, {x + width, y + height}},
                                     given_verdicts.at(i)))
            wish = std::move(asked);
        if (!left) y += height + gap;
    }
    return wish;
}

// Asks for a reason before launching with open questions or reversing the workshop's decision. It
// may be left empty, which is then shown with the decision.
std::optional<Wish> ask_why(Ui& ui, DecideView& view, Workshop const& workshop,
                            base::Rect const& area, float& y)
{
    model::DecisionKey const key{view.selected, view.body};
    auto const& doc = workshop.doc();
    auto const verdict = view.pending.at(key).verdict;
    auto& reason = view.pending.at(key).reason;
    bool const reverses =
        analysis::asks_reason(doc, key, verdict) == analysis::AsksReason::reverses;
    auto const workshop_said =
        model::get<model::Decision>(doc, {key.on, model::Body::workshop}).verdict;
    auto const may = enabled_if(workshop.access == Access::edit);
    auto const why = reverses
                         ? ui.tr("decide.why.reverses", wording::verdict(*ui.words, workshop_said))
                         : ui.tr("guard.why");
    auto const written = reverses ? ui.tr("decide.why.reverses.note")
                                  : ui.trn("guard.why.note", analysis::open_questions(doc, key.on));
    y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::strong, ui.color().ink, why) +
         ui.px(6);
    auto const edit = text_area(ui, "decide.why", {{area.min.x, y}, {area.max.x, y + ui.px(104)}},
                                why, reason, {.hint = ui.tr("decide.reason")}, Enter::submits, may);
    y += ui.px(110);
    y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::meta, ui.color().ink2, written) +
         ui.px(10);
    auto const none = reason.find_first_not_of(" \n") == std::string::npos;
    auto const back = ui.tr("guard.cancel");
    auto const note = reverses ? ui.tr(none ? "decide.note_without" : "decide.note",
                                       wording::verdict(*ui.words, verdict))
                               : ui.tr(none ? "guard.note_without" : "guard.note");
    float const cancel = button_width(ui, back);
    base::Rect const row{{area.min.x, y}, {area.max.x, y + ui.px(48)}};
    y = row.max.y + ui.px(8);
    base::Rect const main{row.min, {row.max.x - cancel - ui.px(8), row.max.y}};
    bool const noted =
        button(ui, "decide.note", main, note,
               {.rank = none ? Rank::secondary : Rank::primary, .icon = icon::check}, may) ||
        (edit == Edit::submitted && !none);
    if (noted) {
        auto decision = model::get<model::Decision>(doc, key);
        decision.verdict = verdict;
        decision.reason = none ? std::string{} : reason;
        return edit::Decide{key, decision};
    }
    if (button(ui, "decide.note.cancel", {{row.max.x - cancel, row.min.y}, row.max}, back))
        view.pending.erase(key);
    return std::nullopt;
}

std::optional<Wish> draw_texts(Ui& ui, DecideView& view, Workshop const& workshop,
                               base::Rect const& area, float& y)
{
    model::DecisionKey const key{view.selected, view.body};
    auto const decision = model::get<model::Decision>(workshop.doc(), key);
    auto& draft = view.draft;
    follow_document(draft, key, decision);
    auto const may = enabled_if(workshop.access == Access::edit);
    auto ends = [](Edit done) { return done == Edit::submitted || done == Edit::left; };
    bool ended = false;
    y += ui.px(2);
    ended |= ends(text_area(ui, "decide.reason", {{area.min.x, y}, {area.max.x, y + ui.px(92)}},
                            ui.tr("decide.reason"), draft.reason, {.hint = ui.tr("decide.reason")},
                            Enter::submits, may));
    y += ui.px(100);
    base::Rect const line{{area.min.x, y}, {area.max.x, y + ui.px(46)}};
    float const middle = line.min.x + line.width() * 0.58F;
    ended |=
        ends(text_field(ui, "decide.sheet.owner", {line.min, {middle, line.max.y}},
                        ui.tr("decide.owner"), draft.owner, {.hint = ui.tr("decide.owner")}, may));
    ended |= ends(text_field(ui, "decide.sheet.review", {{middle + ui.px(8), line.min.y}, line.max},
                             ui.tr("decide.review"), draft.review, {.hint = "2027-03"}, may));
    y = line.max.y + ui.px(8);
    ended |= ends(text_area(ui, "decide.question", {{area.min.x, y}, {area.max.x, y + ui.px(70)}},
                            ui.tr("decide.question"), draft.question,
                            {.hint = ui.tr("decide.question")}, Enter::submits, may));
    y += ui.px(78);
    auto changed = decision;
    changed.reason = draft.reason, changed.owner = draft.owner, changed.review = draft.review;
    changed.question = draft.question;
    if (!ended || changed == decision) return std::nullopt;
    return edit::Decide{key, changed};
}

void draw_head(Ui& ui, std::string const& title, int open, base::Rect const& area, float& y)
{
    auto const& c = ui.color();
    base::Rect const line{{area.min.x, y}, {area.max.x, y + ui.px(32)}};
    auto const said = open > 0 ? ui.trn("guard.open", open) : std::string{};
    float const words = open > 0 ? text_width(ui, type::legend, said) + ui.px(30) : 0;
    draw_text_in(ui, {line.min, {line.max.x - words - ui.px(6), line.max.y}}, type::h3, c.ink,
                 title);
    y = line.max.y + ui.px(8);
    if (open == 0) return;
    (void)touch(ui, "decide.open", {{line.max.x - words, line.min.y}, line.max}, said, Enabled::yes,
                Role::area);
    draw_icon_at(ui, {line.max.x - words + ui.px(12), line.center().y}, ui.px(21), c.warn,
                 icon::help_outline);
    draw_text_in(ui, {{line.max.x - words + ui.px(28), line.min.y}, line.max}, type::legend, c.warn,
                 said);
}

// The notices, each with its icon.
void draw_notices(Ui& ui, DecideView const& view, model::Document const& doc,
                  base::Rect const& area, float& y)
{
    model::DecisionKey const key{view.selected, view.body};
    for (auto notice : analysis::notices_of(doc, key)) {
        auto const said = wording::notice(*ui.words, doc, key.on, notice);
        float const top = y;
        y += draw_flag(ui, {area.min.x, y}, area.width(), notice_icon(notice),
                       notice_color(ui, notice), said);
        (void)touch(ui, "decide.notice." + std::string(base::name_of(notice)),
                    {{area.min.x, top}, {area.max.x, y}}, said, Enabled::yes, Role::area);
    }
}

void rule(Ui& ui, base::Rect const& area, float& y)
{
    y += ui.px(4);
    hairline_h(ui, area.min.x, area.max.x, y, ui.color().line);
    y += ui.px(12);
}

} // namespace

std::optional<Wish> decide(Ui& ui, DecideView& view, Workshop const& workshop,
                           model::DecisionKey const& key, Verdict verdict)
{
    auto decision = model::get<model::Decision>(workshop.doc(), key);
    bool const panel = ui.sides > 0.5F; // hidden in room mode: decided at once, without reason
    if (panel && decision.verdict != verdict &&
        analysis::asks_reason(workshop.doc(), key, verdict) != analysis::AsksReason::no) {
        // A second request keeps the typed reason.
        view.pending.try_emplace(key, DecideView::Pending{verdict, decision.reason})
            .first->second.verdict = verdict;
        view.select(key.on);
        view.side = DecideView::Side::sheet;
        view.tab = DecideView::Tab::decision;
        view.sheet_shows = DecideView::SheetShows::decision;
        focus(ui, "decide.why");
        return std::nullopt;
    }
    decision.verdict = verdict; // what is pending is dropped when this is saved
    return edit::Decide{key, decision};
}

std::optional<Wish> draw_case_decision(Ui& ui, DecideView& view, Workshop const& workshop,
                                       base::Rect const& area, float& y)
{
    auto const& doc = workshop.doc();
    model::DecisionKey const key{view.selected, view.body};
    auto const asked = analysis::questions_of(doc, key.on);
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> one) {
        if (one) wish = std::move(one);
    };
    if (analysis::asks_for_levels(doc))
        draw_level(ui, model::get<model::Case>(doc, key.on), area, y);
    rule(ui, area, y);
    take(draw_questions_head(ui, workshop, asked, "decide.ask", area, y));
    take(draw_questions(ui, view.guard, workshop, key.on, asked, "decide.ask", area, y));
    rule(ui, area, y);
    bool const ours = view.body == model::Body::workshop;
    draw_head(ui, ui.tr(ours ? "decide.sheet.workshop" : "decide.sheet.committee"),
              open_among(asked), area, y);
    take(draw_choices(ui, view, workshop, area, y));
    if (view.pending.contains(key)) {
        take(ask_why(ui, view, workshop, area, y));
        return wish;
    }
    draw_notices(ui, view, doc, area, y);
    take(draw_texts(ui, view, workshop, area, y));
    return wish;
}

} // namespace ui
