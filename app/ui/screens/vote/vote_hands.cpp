#include "ui/paint/not_taken.h"
#include "ui/screens/vote/vote_booth.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/method_words.h"

#include <imgui.h>

#include <algorithm>

// Entering raised hands per case, checked against the number of people.
namespace ui {
namespace {

using base::Rect;

int most_hands(model::Round const& round)
{
    constexpr int hall = 1000; // limit when the headcount is unknown
    return round.headcount > 0 ? round.headcount : hall;
}

void hands_keys(Ui& ui, VoteView& view, model::Round const& round)
{
    auto const count = round.cases.size();
    if (count == 0) return;
    auto& row = view.hands_row;
    auto const before = row = std::min(row, count - 1);
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) row = (row + 1) % count;
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) row = (row + count - 1) % count;
    if (row != before) {
        view.hands_typed.clear();
        focus(ui, {});
    }
    int const most = most_hands(round);
    auto& hands = view.hands[round.cases[row]];
    if (shortcut(ui, ImGuiKey_RightArrow, Repeat::yes) || shortcut(ui, ImGuiKey_KeypadAdd))
        hands = std::min(hands + 1, most);
    if (shortcut(ui, ImGuiKey_LeftArrow, Repeat::yes) || shortcut(ui, ImGuiKey_Minus))
        hands = std::max(hands - 1, 0);
    if (shortcut(ui, ImGuiKey_Backspace) || shortcut(ui, ImGuiKey_Delete)) {
        hands = 0;
        view.hands_typed.clear();
    }
    auto const pressed = digit(ui, 0, 9);
    if (!pressed) return;
    auto longer = view.hands_typed + std::to_string(*pressed);
    if (longer.size() > 4 || std::stoi(longer) > most) longer = std::to_string(*pressed);
    view.hands_typed = longer;
    hands = std::min(std::stoi(longer), most);
}

void draw_row(Ui& ui, VoteView& view, model::Round const& round, model::Case const& text,
              std::size_t i, Rect const& box)
{
    auto const& c = ui.color();
    auto const number = std::to_string(text.number);
    if (touch(ui, "hands.row." + number, box, text.title, Enabled::yes, Role::area).pressed)
        view.hands_row = i, view.hands_typed.clear();
    bool const current = view.hands_row == i;
    auto& hands = view.hands[round.cases[i]];
    draw_surface(ui, box,
                 {.radius = ui.px(14),
                  .fill = hands > 0 ? c.atint : c.card,
                  .border = current ? c.accent : c.line,
                  .border_width = current ? ui.snap(2.5F) : 1,
                  .level = Level::flat});
    float const control = ui.px(220), x = box.max.x - ui.px(14) - control;
    draw_case_name(ui, {box.min, {x - ui.px(16), box.max.y}}, text);
    Rect const at{{x, box.center().y - ui.px(23)}, {x + control, box.center().y + ui.px(23)}};
    if (number_stepper(ui, "hands." + number, at, text.title, hands, 0, most_hands(round)))
        view.hands_row = i;
}

} // namespace

std::optional<Wish> draw_hands(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const* found = model::find<model::Round>(workshop.doc(), view.round);
    if (!found) {
        if (view.asked != view.round) view.overlay = VoteView::Overlay::nothing;
        return std::nullopt;
    }
    auto const& round = *found;
    Dialog const window(ui, "hands", {ui.px(1180), ui.px(980)},
                        wording::question(*ui.words, round));
    auto const& body = window.body();
    hands_keys(ui, view, round);
    auto const said = round.headcount > 0 ? ui.words->text("vote.hands.line", round.headcount)
                                          : ui.tr("vote.hands.line.open");
    float const high =
        draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2, said);
    Rect list{{body.min.x, body.min.y + high + ui.px(16)}, {body.max.x, body.max.y - ui.px(8)}};
    if (view.refused) {
        NotTaken const why{"hands.refused", "hands.not_kept", *view.refused};
        list.max.y -= not_taken_height(ui, why, list.width()) + ui.px(8);
        if (auto asked = draw_not_taken(ui, why, {list.min.x, list.max.y + ui.px(8)}, list.width()))
            return asked;
    }
    {
        ScrollArea scroll(ui, "hands.list", list, view.overlay_scroll);
        float const row = ui.px(66), pitch = ui.px(74);
        auto& offset = view.overlay_scroll.offset; // scrolls to the focused row
        float const at = pitch * static_cast<float>(view.hands_row);
        if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow))
            offset = std::clamp(offset, at + row + ui.px(8) - list.height(), at);
        float y = scroll.top() + ui.px(4);
        for (std::size_t i = 0; i < round.cases.size(); ++i, y += pitch) {
            Rect const box{{list.min.x + ui.px(4), y}, {list.max.x - ui.px(16), y + row}};
            if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
            draw_row(ui, view, round, model::get<model::Case>(workshop.doc(), round.cases[i]), i,
                     box);
        }
        scroll.content_height(pitch * static_cast<float>(round.cases.size()) + ui.px(8));
    }
    auto const& foot = window.footer();
    auto const word = ui.tr("vote.hands.done");
    ButtonLook const look{.rank = Rank::primary, .icon = icon::check, .key = "⏎"};
    float const w = button_width(ui, word, look);
    bool const done =
        button(ui, "hands.done", {{foot.max.x - w, foot.min.y}, foot.max}, word, look) ||
        shortcut(ui, ImGuiKey_Enter);
    draw_text_in(ui, {foot.min, {foot.max.x - w - ui.px(16), foot.max.y}}, type::legend,
                 ui.color().ink2, ui.tr("hands.keys"));
    if (!done && !window.dismissed()) return std::nullopt;
    view.refused.reset();
    if (!done) { // keeps the numbers entered so far
        view.overlay = VoteView::Overlay::nothing;
        return std::nullopt;
    }
    edit::CountHands count{view.round, {}, workshop.now_ms};
    for (auto id : round.cases) count.hands.emplace_back(id, view.hands[id]);
    view.revealed_s = ui.now_s;
    if (!round.question.empty()) return count;
    auto asking = round; // stores the default question with the result
    asking.question = wording::question(*ui.words, round);
    view.queue.emplace_back(std::move(count));
    return edit::PrepareRound{view.round, std::move(asking)}; // the dialog waits for the result
}

void hands_answered(VoteView& view, base::Result<void> const& result)
{
    if (view.overlay != VoteView::Overlay::hands) return;
    view.refused.reset();
    if (!result) {
        view.refused = result.error();
        return;
    }
    view.hands.clear();
    view.overlay = VoteView::Overlay::nothing;
}

} // namespace ui
