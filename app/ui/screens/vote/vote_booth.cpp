#include "ui/screens/vote/vote_booth.h"

#include "model/voting_method.h"
#include "ui/kit/names.h"
#include "ui/paint/not_taken.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/ballots.h"
#include "wording/votes/method_words.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

// The frame of the ballot: question, remaining points, exit, cast button.
namespace ui {
namespace {

using base::Rect;
using model::BallotType;
using Page = ballots::BallotInHand::Page;

void draw_left(Ui& ui, Rect const& box, wording::Remaining const& left)
{
    auto const width = text_width(ui, type::label, left.word);
    auto const figure = text_width(ui, type::big, left.figure);
    auto const& c = ui.color();
    Rect const number{{box.max.x - width - ui.px(12) - figure - 2, box.min.y},
                      {box.max.x - width - ui.px(12), box.max.y}};
    draw_text_in(ui, number, type::big, left.spent ? c.opp : c.accent, left.figure);
    draw_text_in(ui, {{box.max.x - width - 1, box.min.y + ui.px(10)}, {box.max.x, box.max.y}},
                 type::label, c.ink2, left.word);
    touch(ui, "ballot.left", {number.min, box.max}, left.figure + " " + left.word, Enabled::yes,
          Role::area);
}

// The two pages, choosing and spreading; both can be visited.
void draw_pages(Ui& ui, ballots::BallotInHand& ballot, base::Vec2 at)
{
    auto go = [&](std::string_view id, int number, std::string_view key, Page page, bool can) {
        auto const said = ui.tr(key);
        auto const state = ballot.page == page    ? StepState::current
                           : page == Page::choose ? StepState::done
                                                  : StepState::next;
        if (step(ui, id, at, number, said, state, enabled_if(can)) && ballot.page != page)
            ballot.page = page, ballot.row = 0;
        at.x += step_width(ui, said, state) + ui.px(6);
    };
    go("ballot.page.choose", 1, "ballot.page.choose", Page::choose, true);
    go("ballot.page.spread", 2, "ballot.page.spread", Page::spread, !ballot.chosen.empty());
}

void draw_said(Ui& ui, Rect const& box, model::Round const& round, VoteView const& view)
{
    auto const& c = ui.color();
    auto const& ballot = view.ballot;
    auto const refused = wording::refusal(*ui.words, round, ballot);
    auto remark = refused.empty() ? wording::remark(*ui.words, round, ballot) : std::string{};
    if (remark.empty() && view.replaces) remark = ui.tr("ballot.replaces");
    auto const keys = wording::ballot_keys(*ui.words, round, ballot);
    if (refused.empty() && remark.empty()) {
        draw_text_in(ui, box, type::legend, c.ink2, keys, Align::centre);
        return;
    }
    auto const& said = refused.empty() ? remark : refused;
    float const w = std::min(text_width(ui, type::strong, said) + ui.px(64), box.width());
    Rect const pill{{box.center().x - w / 2, box.center().y - ui.px(22)},
                    {box.center().x + w / 2, box.center().y + ui.px(22)}};
    bool const warns = !refused.empty();
    touch(ui, warns ? "ballot.refused" : "ballot.remark", pill, said, Enabled::yes, Role::area);
    fill(ui, pill, ui.px(22), warns ? c.warntint : c.sunken);
    draw_icon_at(ui, {pill.min.x + ui.px(26), pill.center().y}, ui.px(22), warns ? c.warn : c.ink2,
                 warns ? icon::warning_amber : icon::info);
    draw_text_in(ui, {{pill.min.x + ui.px(46), pill.min.y}, {pill.max.x - ui.px(8), pill.max.y}},
                 type::strong, warns ? c.warn : c.ink, said);
}

bool last_page(model::Round const& round, ballots::BallotInHand const& ballot)
{
    return !ballots::in_two_pages(round) || ballot.page == Page::spread;
}

// The button at the bottom of the booth, and the meaning of Enter.
enum class Foot { nothing, next, cast, leave };
Foot draw_foot(Ui& ui, VoteView& view, model::Round const& round, Rect const& foot)
{
    auto& ballot = view.ballot;
    bool const last = last_page(round, ballot);
    auto const word = ui.tr(last ? "vote.cast" : "ballot.next_page");
    auto const sign = last ? icon::how_to_vote : icon::arrow_forward;
    ButtonLook const look{.rank = Rank::primary, .icon = sign, .key = "⏎"};
    float const width = button_width(ui, word, look, 60);
    bool const can = !view.casting && (last || !ballot.chosen.empty());
    bool const done =
        button(ui, last ? "ballot.cast" : "ballot.next",
               {{foot.max.x - width, foot.min.y}, foot.max}, word, look, enabled_if(can)) ||
        (can && shortcut(ui, ImGuiKey_Enter));
    auto const again = ui.tr("vote.clear");
    float const clear = button_width(ui, again, {.icon = icon::replay}, 60);
    bool const empty = ballot.given.empty() && ballot.duel == 0 &&
                       (!ballots::in_two_pages(round) || ballot.chosen.empty());
    if (button(ui, "ballot.clear", {foot.min, {foot.min.x + clear, foot.max.y}}, again,
               {.rank = Rank::quiet, .icon = icon::replay}, enabled_if(!empty)))
        clear_ballot(view, round);
    // A blank ballot needs its own button, not Enter.
    auto const blank = ui.tr("ballot.blank");
    float const left = foot.min.x + clear + ui.px(12);
    float const blank_w = button_width(ui, blank, {}, 60);
    if (button(ui, "ballot.blank", {{left, foot.min.y}, {left + blank_w, foot.max.y}}, blank,
               {.rank = Rank::quiet}, enabled_if(!view.casting)))
        view.overlay = VoteView::Overlay::ask_blank;
    draw_said(
        ui,
        {{left + blank_w + ui.px(12), foot.min.y}, {foot.max.x - width - ui.px(12), foot.max.y}},
        round, view);
    return !done ? Foot::nothing : last ? Foot::cast : Foot::next;
}

void draw_head(Ui& ui, VoteView& view, model::Round const& round, Rect const& head)
{
    auto const& c = ui.color();
    float const close = ui.px(48);
    Rect const cross{{head.max.x - close, head.min.y}, {head.max.x, head.min.y + close}};
    bool const leaves =
        icon_button(ui, "ballot.close", cross, icon::close, ui.tr("ballot.leave")) ||
        shortcut(ui, ImGuiKey_Escape);
    auto const left = wording::remaining(*ui.words, round, view.ballot);
    draw_left(ui, {{head.min.x, head.min.y}, {cross.min.x - ui.px(24), head.min.y + ui.px(52)}},
              left);
    float const right = cross.min.x - ui.px(48) - text_width(ui, type::big, left.figure + "00") -
                        text_width(ui, type::label, left.word);
    draw_question(ui, {head.min, {right, head.max.y}}, wording::asked(*ui.words, round));
    float x = head.min.x;
    float const under = head.min.y + ui.px(54);
    if (ballots::in_two_pages(round)) {
        draw_pages(ui, view.ballot, {x, under});
        x += ui.px(16);
        for (auto key : {"ballot.page.choose", "ballot.page.spread"})
            x += step_width(ui, ui.tr(key), StepState::current) + ui.px(6);
    }
    auto const said = wording::how_voted(*ui.words, round);
    Rect const line{{x, under}, {head.max.x, under + ui.px(44)}};
    touch(ui, "ballot.how", line, said, Enabled::yes, Role::area);
    draw_listed(ui, line, type::body, c.ink2, said);
    if (!leaves) return;
    if (is_blank(round, view.ballot))
        leave_booth(view);
    else
        view.overlay = VoteView::Overlay::ask_leave;
}

} // namespace

Walked walk_cases(Ui& ui, ballots::BallotInHand& ballot, std::size_t count)
{
    if (count == 0) return Walked::no;
    auto const before = std::min(ballot.row, count - 1);
    ballot.row = before;
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) ballot.row = (before + 1) % count;
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) ballot.row = (before + count - 1) % count;
    if (shortcut(ui, ImGuiKey_Home)) ballot.row = 0;
    if (shortcut(ui, ImGuiKey_End)) ballot.row = count - 1;
    if (focused_id(ui).empty()) { // Tab goes case by case, then to the buttons
        if (before > 0 && shortcut(ui, ImGuiMod_Shift | ImGuiKey_Tab, Repeat::yes))
            ballot.row = before - 1;
        else if (before + 1 < count && shortcut(ui, ImGuiKey_Tab, Repeat::yes))
            ballot.row = before + 1;
    }
    if (ballot.row == before) return Walked::no;
    ballot.typed.clear();
    focus(ui, {}); // the row has the focus
    return Walked::yes;
}

void draw_case_name(Ui& ui, Rect const& box, model::Case const& text)
{
    auto const number = std::to_string(text.number);
    draw_case_mark(ui, {box.min.x + ui.px(34), box.center().y}, {.number = number, .diameter = 38});
    draw_case_title(ui, {{box.min.x + ui.px(66), box.min.y}, box.max}, type::room, ui.color().ink,
                    text);
}

void leave_booth(VoteView& view)
{
    view.ballot = {};
    view.casting = view.replaces = false;
    view.refused.reset();
    view.overlay = VoteView::Overlay::nothing;
}

void clear_ballot(VoteView& view, model::Round const& round)
{
    auto& ballot = view.ballot;
    ballot.given.clear();
    ballot.typed.clear();
    ballot.refused = ballots::Refusal::none;
    for (auto& duel : ballot.duels) duel.said = ballots::Duel::Said::nothing;
    ballot.duel = ballot.row = 0;
    if (!ballots::in_two_pages(round)) return;
    ballot.chosen.clear();
    ballot.page = Page::choose;
}

bool is_blank(model::Round const& round, ballots::BallotInHand const& ballot)
{
    bool const chose = ballots::in_two_pages(round) && !ballot.chosen.empty();
    return !chose && ballot_of(round, ballot).marks.empty();
}

Wish cast_in_hand(VoteView& view, model::Round const& round)
{
    view.casting = true; // until the ballot box confirms
    view.refused.reset();
    return CastBallot{view.round, view.ballot.token, ballot_of(round, view.ballot)};
}

std::optional<Wish> draw_booth(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    Layer const layer(ui, "booth");
    touch(ui, "booth.ground", ui.screen(), {}, Enabled::yes, Role::area);
    fill(ui, ui.screen(), 0, ui.color().paper);
    float const side = std::max(ui.px(48), ui.size.x * 0.06F);
    Rect const head{{side, ui.px(36)}, {ui.size.x - side, ui.px(140)}};
    Rect const foot{{side, ui.size.y - ui.px(84)}, {ui.size.x - side, ui.size.y - ui.px(24)}};
    Rect list{{side, head.max.y + ui.px(10)}, {ui.size.x - side, foot.min.y - ui.px(24)}};
    std::optional<Wish> rescue;
    if (view.refused && view.overlay == VoteView::Overlay::ballot) {
        NotTaken const said{"ballot.not_in", "ballot.not_in", *view.refused};
        list.max.y -= not_taken_height(ui, said, list.width()) + ui.px(12);
        rescue = draw_not_taken(ui, said, {list.min.x, list.max.y}, list.width());
    }
    Rect const ground{{0, foot.min.y - ui.px(24)}, ui.screen().max};
    fill(ui, ground, 0, ui.color().panel);
    hairline_h(ui, 0, ui.size.x, ground.min.y, ui.color().line);
    Booth const booth{workshop.doc(), round, view.ballot, view.booth_scroll, view.order_scroll};
    switch (model::voting_method(round.method).ballot) {
    case BallotType::orders: draw_order_ballot(ui, booth, list); break;
    case BallotType::pairs: draw_duel_ballot(ui, booth, list); break;
    default: draw_list_ballot(ui, booth, list);
    }
    draw_head(ui, view, round, head);
    if (rescue) return rescue;
    if (view.overlay != VoteView::Overlay::ballot) return draw_booth_question(ui, view, workshop);
    switch (draw_foot(ui, view, round, foot)) {
    case Foot::next:
        view.ballot.page = Page::spread;
        view.ballot.row = 0;
        view.booth_scroll = {};
        break;
    case Foot::cast:
        if (!ballot_of(round, view.ballot).marks.empty()) return cast_in_hand(view, round);
        view.overlay = VoteView::Overlay::ask_blank;
        break;
    default: break;
    }
    return std::nullopt;
}

} // namespace ui
