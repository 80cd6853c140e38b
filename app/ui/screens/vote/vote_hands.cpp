#include "analysis/voting/tally.h"
#include "ui/kit/names.h"
#include "ui/paint/not_taken.h"
#include "ui/screens/vote/vote_booth.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/method_words.h"

#include <imgui.h>

#include <algorithm>
#include <utility>
#include <vector>

// Entering raised hands per case, checked against the number of people: of a round by hands, or
// beside the ballots of an open one.
namespace ui {
namespace {

using base::Rect;

int most_hands(model::Round const& round)
{
    constexpr int hall = 1000; // limit when the headcount is unknown
    return round.headcount > 0 ? round.headcount : hall;
}

enum class HandsOf { round, open_vote }; // counted alone, or beside the ballots of an open vote

// The numbers that are entered: of people, where hands are counted beside ballots, and per case.
struct HandsLine {
    int* number = nullptr;
    int most = 0;
};

std::vector<HandsLine> lines_of(VoteView& view, model::Round const& round, HandsOf of)
{
    std::vector<HandsLine> out;
    bool const beside = of == HandsOf::open_vote;
    if (beside) out.push_back({&view.hands_people, most_hands(round)});
    for (auto id : round.cases)
        out.push_back({&view.hands[id], beside ? view.hands_people : most_hands(round)});
    return out;
}

void hands_keys(Ui& ui, VoteView& view, std::vector<HandsLine> const& lines)
{
    auto const count = lines.size();
    if (count == 0) return;
    auto& row = view.hands_row;
    auto const before = row = std::min(row, count - 1);
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) row = (row + 1) % count;
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) row = (row + count - 1) % count;
    if (row != before) {
        view.hands_typed.clear();
        focus(ui, {});
    }
    int const most = lines[row].most;
    auto& hands = *lines[row].number;
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

constexpr float control_width = 220; // of a stepper, in design pixels

// The surface of a row and its stepper; returns the room for its name.
Rect draw_number(Ui& ui, VoteView& view, std::string const& name, std::string const& label,
                 std::size_t row, HandsLine const& line, Rect const& box)
{
    auto const& c = ui.color();
    if (touch(ui, "hands.row." + name, box, label, Enabled::yes, Role::area).pressed)
        view.hands_row = row, view.hands_typed.clear();
    bool const current = view.hands_row == row;
    draw_surface(ui, box,
                 {.radius = ui.px(14),
                  .fill = *line.number > 0 ? c.atint : c.card,
                  .border = current ? c.accent : c.line,
                  .border_width = current ? ui.snap(2.5F) : 1,
                  .level = Level::flat});
    float const control = ui.px(control_width), x = box.max.x - ui.px(14) - control;
    Rect const at{{x, box.center().y - ui.px(23)}, {x + control, box.center().y + ui.px(23)}};
    if (number_stepper(ui, "hands." + name, at, label, *line.number, 0, line.most))
        view.hands_row = row;
    return {box.min, {x - ui.px(16), box.max.y}};
}

std::string explained(Ui const& ui, model::Round const& round, HandsOf of)
{
    if (of == HandsOf::open_vote) return ui.words->plural("vote.hands.beside", analysis::group_min);
    return round.headcount > 0 ? ui.words->text("vote.hands.line", round.headcount)
                               : ui.tr("vote.hands.line.open");
}

void draw_lines(Ui& ui, VoteView& view, Workshop const& workshop, model::Round const& round,
                std::vector<HandsLine> const& lines, Rect const& list)
{
    ScrollArea scroll(ui, "hands.list", list, view.overlay_scroll);
    auto const people = lines.size() - round.cases.size(); // rows before the cases
    float const gap = ui.px(8), foot = ui.px(8);
    float const titles = list.width() - ui.px(20 + 66 + control_width + 14 + 16);
    float const least = ui.px(66) + gap;
    float const pitch = title_row_height(
        ui, workshop.doc(), round.cases, type::room, titles,
        {least, gap / 2 + ui.px(8), list.height() - foot - least * static_cast<float>(people)});
    float const row = pitch - gap;
    auto& offset = view.overlay_scroll.offset; // scrolls to the focused row
    float const at = pitch * static_cast<float>(view.hands_row);
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow))
        offset = std::clamp(offset, at + row + ui.px(8) - list.height(), at);
    float y = scroll.top() + ui.px(4);
    for (std::size_t i = 0; i < lines.size(); ++i, y += pitch) {
        Rect const box{{list.min.x + ui.px(4), y}, {list.max.x - ui.px(16), y + row}};
        if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
        if (i < people) {
            auto const said = ui.tr("vote.hands.people");
            auto name = draw_number(ui, view, "people", said, i, lines[i], box);
            draw_icon_at(ui, {box.min.x + ui.px(36), box.center().y}, ui.px(26), ui.color().ink2,
                         icon::front_hand);
            name.min.x += ui.px(68);
            draw_text_in(ui, name, type::strong, ui.color().ink, said);
            continue;
        }
        auto const text = model::get<model::Case>(workshop.doc(), round.cases[i - people]);
        auto const number = std::to_string(text.number);
        draw_case_name(ui, draw_number(ui, view, number, text.title, i, lines[i], box), text);
    }
    scroll.content_height(pitch * static_cast<float>(lines.size()) + foot);
}

// What the numbers entered become. One entry, or two where the default question is stored first.
Wish counted(Ui const& ui, VoteView& view, Workshop const& workshop, model::Round const& round,
             HandsOf of)
{
    std::vector<std::pair<model::CaseId, int>> hands;
    for (auto id : round.cases) hands.emplace_back(id, view.hands[id]);
    if (of == HandsOf::open_vote)
        return edit::Command{edit::RaiseHands{view.round, view.hands_people, std::move(hands)}};
    edit::CountHands count{view.round, std::move(hands), workshop.now_ms};
    view.revealed_s = ui.now_s;
    if (!round.question.empty()) return edit::Command{std::move(count)};
    auto asking = round; // stores the default question with the result
    asking.question = wording::question(*ui.words, round);
    view.queue.emplace_back(std::move(count));
    return edit::PrepareRound{view.round, std::move(asking)}; // the dialog waits for the result
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
    auto const state = model::get<model::RoundStatus>(workshop.doc(), view.round).state;
    auto const of = state == model::RoundState::open ? HandsOf::open_vote : HandsOf::round;
    if (of == HandsOf::round && state != model::RoundState::setup) { // closed meanwhile
        view.overlay = VoteView::Overlay::nothing;
        return std::nullopt;
    }
    Dialog const window(ui, "hands", {ui.px(1180), ui.px(980)},
                        wording::question(*ui.words, round));
    auto const& body = window.body();
    hands_keys(ui, view, lines_of(view, round, of));
    float const high = draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2,
                                      explained(ui, round, of));
    Rect list{{body.min.x, body.min.y + high + ui.px(16)}, {body.max.x, body.max.y - ui.px(8)}};
    if (view.refused) {
        NotTaken const why{"hands.refused", "hands.not_kept", *view.refused};
        list.max.y -= not_taken_height(ui, why, list.width()) + ui.px(8);
        if (auto asked = draw_not_taken(ui, why, {list.min.x, list.max.y + ui.px(8)}, list.width()))
            return asked;
    }
    draw_lines(ui, view, workshop, round, lines_of(view, round, of), list);
    auto const& foot = window.footer();
    auto const word = ui.tr(of == HandsOf::open_vote ? "vote.hands.add" : "vote.hands.done");
    ButtonLook const look{.rank = Rank::primary, .icon = icon::check, .key = "⏎"};
    float const w = button_width(ui, word, look);
    bool const done =
        button(ui, "hands.done", {{foot.max.x - w, foot.min.y}, foot.max}, word, look) ||
        shortcut(ui, ImGuiKey_Enter);
    draw_text_in(ui, {foot.min, {foot.max.x - w - ui.px(16), foot.max.y}}, type::legend,
                 ui.color().ink2, ui.tr("hands.keys"));
    if (!done && !window.dismissed()) return std::nullopt;
    view.refused.reset();
    if (done) return counted(ui, view, workshop, round, of);
    view.overlay = VoteView::Overlay::nothing; // keeps the numbers entered so far
    return std::nullopt;
}

void add_hands(VoteView& view, Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    auto const round = model::get<model::Round>(doc, view.round);
    view.hands.clear();
    for (auto id : round.cases)
        view.hands[id] = model::get<model::Hands>(doc, {view.round, id}).count;
    view.hands_people = model::get<model::RoundStatus>(doc, view.round).by_hand;
    view.hands_typed.clear();
    view.hands_row = 0;
    view.overlay_scroll = {};
    view.overlay = VoteView::Overlay::hands;
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
