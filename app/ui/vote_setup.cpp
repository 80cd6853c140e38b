#include "ui/icons.h"
#include "ui/vote_view.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

struct Offer {
    model::Method method;
    std::string_view id, title, line, question;
};

constexpr std::array offers{
    Offer{model::Method::dots, "vote.method.dots", "vote.method.dots.title",
          "vote.method.dots.line", "vote.question.dots"},
    Offer{model::Method::approval, "vote.method.approval", "vote.method.approval.title",
          "vote.method.approval.line", "vote.question.approval"},
    Offer{model::Method::score, "vote.method.score", "vote.method.score.title",
          "vote.method.score.line", "vote.question.score"}};

float draw_rules(Ui& ui, VoteView& view, base::Rect const& area)
{
    float y = area.min.y;
    float const half = (area.width() - ui.px(24)) / 2;
    auto stepper = [&](std::string_view id, std::string_view label, int& value, int least, int most,
                       float x) {
        draw_text(ui, {x, y}, type::label, ui.color().ink2, ui.tr(label));
        (void)number_stepper(ui, id, {{x, y + ui.px(30)}, {x + ui.px(260), y + ui.px(78)}},
                             ui.tr(label), value, least, most);
    };
    auto& draft = view.draft;
    if (draft.method == model::Method::dots) {
        stepper("vote.budget", "vote.budget", draft.budget, 1, 100, area.min.x);
        stepper("vote.cap", "vote.cap", draft.cap, 1, std::max(1, draft.budget), area.min.x + half);
        y += ui.px(100);
        // Few cases are told apart by any number of points.
        constexpr int advised_from = 13;
        if (auto const cases = static_cast<int>(draft.cases.size()); cases >= advised_from)
            y += draw_paragraph(
                ui, {area.min.x, y}, area.width(), type::text, ui.color().ink2,
                ui.words->text("vote.advice", std::max(3, cases / 4), cases / 3, cases));
    } else if (draft.method == model::Method::approval) {
        stepper("vote.choices", "vote.choices", draft.choices, 1,
                std::max<int>(1, static_cast<int>(draft.cases.size())), area.min.x);
        y += ui.px(100);
    } else {
        stepper("vote.grades", "vote.grades", draft.grades, 2, 20, area.min.x);
        y += ui.px(100);
    }
    return y - area.min.y;
}

void draw_cases(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const all = default_round(ui, workshop).cases;
    auto& chosen = view.draft.cases;
    draw_text(ui, area.min, type::h2, ui.color().ink, ui.tr("vote.cases"));
    auto const count = ui.words->text("vote.cases.count", chosen.size(), all.size());
    draw_pill(ui, {area.max.x - pill_width(ui, count), area.min.y + ui.px(16)}, count);
    base::Rect const list{{area.min.x, area.min.y + ui.px(46)}, {area.max.x, area.max.y}};
    ScrollArea scroll(ui, "vote.cases", list, view.scroll);
    float y = scroll.top();
    float const top = y, row = ui.px(44);
    bool every = chosen.size() == all.size();
    if (toggle_row(ui, "vote.cases.all", {{area.min.x, y}, {area.max.x - ui.px(12), y + row}},
                   ui.tr("vote.cases.all"), every))
        chosen = every ? all : std::vector<model::CaseId>{};
    y += row;
    for (auto id : all) {
        auto const text = model::get<model::Case>(workshop.doc(), id);
        base::Rect const box{{area.min.x, y}, {area.max.x - ui.px(12), y + row}};
        y += row;
        if (view.sought == id) {
            scroll.show(box.min.y, box.max.y);
            focus(ui, "vote.case." + std::to_string(text.number));
            view.sought = {};
        }
        if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
        bool on = std::ranges::find(chosen, id) != chosen.end();
        auto const label = std::to_string(text.number) + "  " + text.title;
        if (!toggle_row(ui, "vote.case." + std::to_string(text.number), box, label, on)) continue;
        if (on)
            chosen.push_back(id);
        else
            std::erase(chosen, id);
        std::ranges::sort(chosen, {},
                          [&](auto one) { return std::ranges::find(all, one) - all.begin(); });
    }
    scroll.content_height(y - top);
}

} // namespace

std::optional<Wish> draw_vote_setup(Ui& ui, VoteView& view, Workshop const& workshop,
                                    Frame const& frame)
{
    auto const* prepared =
        view.fresh ? nullptr : model::find<model::Round>(workshop.doc(), view.round);
    if (view.draft.question.empty())
        view.draft = prepared ? *prepared : default_round(ui, workshop);
    auto& draft = view.draft;
    std::erase_if(draft.cases,
                  [&](auto id) { return !model::find<model::Case>(workshop.doc(), id); });
    if (draft.cases.empty() && !prepared) draft.cases = default_round(ui, workshop).cases;
    draw_prompt(ui, frame.main, ui.tr("vote.setup.title"), ui.tr("vote.setup.line"));
    bool const may = workshop.access == Access::edit;
    float const left = frame.main.min.x + ui.px(24), right = frame.main.max.x - ui.px(24);
    float y = frame.main.min.y + ui.px(116);
    draw_text(ui, {left, y}, type::label, ui.color().ink2, ui.tr("vote.question"));
    (void)text_field(ui, "vote.question", {{left, y + ui.px(30)}, {right, y + ui.px(82)}},
                     ui.tr("vote.question"), draft.question, {.type = type::h3}, enabled_if(may));
    y += ui.px(112);
    float const width = (right - left - 2 * ui.px(20)) / 3;
    float x = left;
    for (auto const& offer : offers) {
        base::Rect const box{{x, y}, {x + width, y + ui.px(160)}};
        if (choice_card(ui, offer.id, box, ui.tr(offer.title), ui.tr(offer.line),
                        draft.method == offer.method ? On::yes : On::no, enabled_if(may))) {
            for (auto const& other :
                 offers) // a question of ours follows the method; a person's stays
                if (draft.question == ui.tr(other.question)) draft.question = ui.tr(offer.question);
            draft.method = offer.method;
        }
        x += width + ui.px(20);
    }
    y += ui.px(190);
    draw_rules(ui, view, {{left, y}, {right, frame.main.max.y}});
    y += ui.px(160);
    draw_text(ui, {left, y}, type::label, ui.color().ink2, ui.tr("vote.headcount"));
    (void)number_stepper(ui, "vote.headcount",
                         {{left, y + ui.px(30)}, {left + ui.px(260), y + ui.px(78)}},
                         ui.tr("vote.headcount"), draft.headcount, 0, 500, enabled_if(may));

    auto const inner = draw_panel(ui, frame.panel);
    float const foot = inner.max.y - ui.px(128);
    draw_cases(ui, view, workshop, {inner.min, {inner.max.x, foot - ui.px(16)}});
    bool const ready = may && !draft.cases.empty() && !draft.question.empty();
    auto const id = prepared ? view.round : model::RoundId{};
    auto prepare = [&] {
        auto const round = id ? id : workshop.mint<model::RoundId>();
        view.round = round;
        view.fresh = false;
        view.queue.emplace_back(edit::PrepareRound{round, draft});
        return round;
    };
    if (button(ui, "vote.hands", {{inner.min.x, foot}, {inner.max.x, foot + ui.px(50)}},
               ui.tr("vote.hands"), {.icon = icon::front_hand}, enabled_if(ready))) {
        prepare();
        view.hands.clear();
        view.overlay = VoteView::Overlay::hands;
    }
    if (button(ui, "vote.open", {{inner.min.x, foot + ui.px(64)}, {inner.max.x, foot + ui.px(124)}},
               ui.tr("vote.open"), {.rank = Rank::primary, .icon = icon::how_to_vote},
               enabled_if(ready))) {
        auto const round = prepare();
        view.queue.emplace_back(edit::OpenRound{round, workshop.now_ms});
        view.draft = {};
    }
    return std::nullopt;
}

} // namespace ui
