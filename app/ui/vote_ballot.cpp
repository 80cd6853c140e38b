#include "ui/icons.h"
#include "ui/vote_view.h"

#include <imgui.h>

#include <algorithm>

// What lies over the board while one person votes on this computer, or hands are counted.
namespace ui {
namespace {

int most_on_one(model::Round const& round)
{
    if (round.method == model::Method::dots)
        return round.cap > 0 ? std::min(round.cap, round.budget) : round.budget;
    return round.method == model::Method::approval ? 1 : round.grades;
}

struct Left {
    int used = 0;
    int total = 0; // 0: no limit
    [[nodiscard]] int left() const { return total - used; }
};

Left left_of(model::Round const& round, VoteView::Ballot const& ballot)
{
    Left out;
    for (auto const& [id, value] : ballot.given)
        out.used += round.method == model::Method::approval ? (value > 0) : value;
    if (round.method == model::Method::dots) out.total = round.budget;
    if (round.method == model::Method::approval) out.total = round.choices;
    return out;
}

// Sets what one case is given, within the rules: what cannot be given is not.
void give(model::Round const& round, VoteView::Ballot& ballot, model::CaseId on, int value)
{
    value = std::clamp(value, 0, most_on_one(round));
    auto const before = ballot.given.contains(on) ? ballot.given.at(on) : 0;
    auto const room = left_of(round, ballot);
    if (room.total > 0) value = std::min(value, before + room.left());
    if (value > 0 || (round.method == model::Method::score && ballot.given.contains(on)))
        ballot.given[on] = value;
    else
        ballot.given.erase(on);
}

model::Ballot ballot_of(model::Round const& round, VoteView::Ballot const& in_hand)
{
    model::Ballot out;
    for (auto id : round.cases)
        if (auto const found = in_hand.given.find(id); found != in_hand.given.end())
            out.marks.push_back({id, found->second});
    return out;
}

void draw_left(Ui& ui, base::Rect const& box, Left const& left)
{
    if (left.total == 0) return;
    auto const figure = std::to_string(left.left());
    auto const word = ui.trn("vote.left", left.left());
    float const width =
        text_width(ui, type::big, figure) + ui.px(14) + text_width(ui, type::label, word);
    float const x = box.max.x - width;
    draw_text_in(ui, {{x, box.min.y}, box.max}, type::big,
                 left.left() > 0 ? ui.color().accent : ui.color().opp, figure);
    draw_text_in(ui,
                 {{box.max.x - text_width(ui, type::label, word), box.min.y + ui.px(8)},
                  {box.max.x + 2, box.max.y}},
                 type::label, ui.color().ink2, word);
}

void draw_row(Ui& ui, VoteView& view, model::Round const& round, model::Case const& text,
              model::CaseId id, base::Rect const& box, std::size_t index)
{
    auto const& c = ui.color();
    auto& ballot = view.ballot;
    auto const value = ballot.given.contains(id) ? ballot.given.at(id) : 0;
    auto const number = std::to_string(text.number);
    auto const press = touch(ui, "ballot.row." + number, box, text.title, Enabled::yes, Role::area);
    if (press.pressed) ballot.row = index;
    bool const on = ballot.row == index;
    draw_surface(ui, box,
                 {.radius = ui.px(14),
                  .fill = value > 0 ? c.atint : c.card,
                  .border = on ? c.accent : c.line,
                  .border_width = on ? ui.px(2.5F) : 1,
                  .level = Level::flat});
    draw_case_mark(ui, {box.min.x + ui.px(36), box.center().y}, {.number = number, .diameter = 38});
    int const most = most_on_one(round);
    float const controls =
        round.method == model::Method::approval
            ? ui.px(80)
            : ui.px(44.F * 2 + 70) + (most <= 5 ? ui.px(24) * static_cast<float>(most) : 0);
    draw_text_in(
        ui, {{box.min.x + ui.px(68), box.min.y}, {box.max.x - controls - ui.px(20), box.max.y}},
        type::room, c.ink, text.title);
    float x = box.max.x - ui.px(14);
    float const y = box.center().y;
    auto square = [&](float at) {
        return base::Rect{{at - ui.px(44), y - ui.px(22)}, {at, y + ui.px(22)}};
    };
    if (round.method == model::Method::approval) {
        bool yes = value > 0;
        if (toggle(ui, "ballot.give." + number, {x - ui.px(60), y - ui.px(16)}, text.title, yes))
            give(round, ballot, id, yes ? 1 : 0);
        return;
    }
    if (icon_button(ui, "ballot.more." + number, square(x), icon::add, ui.tr("vote.more"),
                    Rank::secondary,
                    enabled_if(value < most && (round.method == model::Method::score ||
                                                left_of(round, ballot).left() > 0))))
        give(round, ballot, id, value + 1);
    x -= ui.px(50);
    draw_text_in(ui, {{x - ui.px(44), y - ui.px(16)}, {x, y + ui.px(16)}}, type::rank,
                 value > 0 ? c.accent : c.ink3, std::to_string(value), Align::centre);
    x -= ui.px(50);
    if (icon_button(ui, "ballot.less." + number, square(x), icon::remove, ui.tr("vote.less"),
                    Rank::secondary, enabled_if(value > 0)))
        give(round, ballot, id, value - 1);
    x -= ui.px(60);
    if (most > 5) return;
    for (int dot = most; dot-- > 0; x -= ui.px(24)) {
        disc(ui, {x, y}, ui.px(8), dot < value ? c.accent : c.sunken);
        if (dot >= value) ring(ui, {x, y}, ui.px(7.5F), c.edge, 1);
    }
}

void ballot_keys(Ui& ui, VoteView& view, model::Round const& round)
{
    auto& ballot = view.ballot;
    auto const count = round.cases.size();
    if (count == 0) return;
    ballot.row = std::min(ballot.row, count - 1);
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) ballot.row = (ballot.row + 1) % count;
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) ballot.row = (ballot.row + count - 1) % count;
    auto const on = round.cases[ballot.row];
    auto const value = ballot.given.contains(on) ? ballot.given.at(on) : 0;
    if (shortcut(ui, ImGuiKey_RightArrow) || shortcut(ui, ImGuiKey_KeypadAdd) ||
        shortcut(ui, ImGuiKey_Equal))
        give(round, ballot, on, value + 1);
    if (shortcut(ui, ImGuiKey_LeftArrow) || shortcut(ui, ImGuiKey_KeypadSubtract) ||
        shortcut(ui, ImGuiKey_Minus))
        give(round, ballot, on, value - 1);
    for (int n = 0; n <= 9; ++n)
        if (shortcut(ui, ImGuiKey_0 + n) || shortcut(ui, ImGuiKey_Keypad0 + n))
            give(round, ballot, on, n);
}

std::optional<Wish> cast(VoteView& view, model::Round const& round)
{
    Wish wish = CastBallot{view.round, view.ballot.token, ballot_of(round, view.ballot)};
    view.last_token = view.ballot.token;
    view.ballot = {}; // nothing of it stays here
    view.overlay = VoteView::Overlay::receipt;
    return wish;
}

std::optional<Wish> draw_ballot(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    Dialog const window(ui, "ballot", {ui.px(1180), ui.px(960)}, ui.tr("vote.your_turn"));
    auto const& body = window.body();
    draw_text_in(ui, {body.min, {body.max.x - ui.px(260), body.min.y + ui.px(48)}}, type::text,
                 ui.color().ink2, round.question);
    draw_left(ui, {{body.min.x, body.min.y - ui.px(4)}, {body.max.x, body.min.y + ui.px(48)}},
              left_of(round, view.ballot));
    ballot_keys(ui, view, round);
    base::Rect const list{{body.min.x, body.min.y + ui.px(62)},
                          {body.max.x, body.max.y - ui.px(10)}};
    {
        float const row = ui.px(66), pitch = ui.px(74);
        auto& offset = view.ballot.scroll.offset; // the row with the keyboard stays in sight
        float const at = pitch * static_cast<float>(view.ballot.row);
        if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow))
            offset = std::clamp(offset, at + row - list.height(), at);
        ScrollArea scroll(ui, "ballot.list", list, view.ballot.scroll);
        float y = scroll.top() + ui.px(2);
        for (std::size_t i = 0; i < round.cases.size(); ++i, y += pitch) {
            base::Rect const box{{list.min.x + ui.px(2), y}, {list.max.x - ui.px(14), y + row}};
            if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
            draw_row(ui, view, round, model::get<model::Case>(workshop.doc(), round.cases[i]),
                     round.cases[i], box, i);
        }
        scroll.content_height(pitch * static_cast<float>(round.cases.size()));
    }
    auto const& foot = window.footer();
    auto const word = ui.tr("vote.cast");
    float const width =
        button_width(ui, word, {.rank = Rank::primary, .icon = icon::how_to_vote, .key = "⏎"}) +
        ui.px(20);
    bool const done = button(ui, "ballot.cast", {{foot.max.x - width, foot.min.y}, foot.max}, word,
                             {.rank = Rank::primary, .icon = icon::how_to_vote}) ||
                      shortcut(ui, ImGuiKey_Enter) || shortcut(ui, ImGuiKey_KeypadEnter);
    auto const again = ui.tr("vote.clear");
    if (button(ui, "ballot.clear", {foot.min, {foot.min.x + button_width(ui, again), foot.max.y}},
               again, {.rank = Rank::quiet}, enabled_if(!view.ballot.given.empty())))
        view.ballot.given.clear();
    if (window.dismissed()) {
        view.ballot = {};
        view.overlay = VoteView::Overlay::nothing;
        return std::nullopt;
    }
    if (!done) return std::nullopt;
    if (view.ballot.given.empty()) {
        view.overlay = VoteView::Overlay::ask_blank;
        return std::nullopt;
    }
    return cast(view, round);
}

// After a ballot: that it was received, nothing of what it said; the next person starts from
// nothing.
void draw_receipt(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const count = workshop.session.ballots_in_urn(view.round);
    Dialog const window(ui, "receipt", {ui.px(720), ui.px(420)}, ui.tr("vote.received"));
    auto const& body = window.body();
    disc(ui, {body.center().x, body.min.y + ui.px(60)}, ui.px(46), ui.color().opptint);
    draw_icon_at(ui, {body.center().x, body.min.y + ui.px(60)}, ui.px(56), ui.color().opp,
                 icon::check);
    base::Rect const words{{body.min.x, body.min.y + ui.px(126)},
                           {body.max.x, body.min.y + ui.px(156)}};
    draw_text_in(ui, words, type::h3, ui.color().ink,
                 ui.trn("vote.received.count", static_cast<std::int64_t>(count)), Align::centre);
    auto const& foot = window.footer();
    auto const next = ui.tr("vote.next"), fix = ui.tr("vote.correct"), end = ui.tr("vote.end");
    float const w = button_width(ui, next, {.rank = Rank::primary, .icon = icon::arrow_forward});
    if (button(ui, "receipt.next", {{foot.max.x - w, foot.min.y}, foot.max}, next,
               {.rank = Rank::primary, .icon = icon::arrow_forward}) ||
        shortcut(ui, ImGuiKey_Enter)) {
        start_ballot(view, workshop);
        return;
    }
    float const e = button_width(ui, end);
    bool const ends = button(
        ui, "receipt.end",
        {{foot.max.x - w - ui.px(12) - e, foot.min.y}, {foot.max.x - w - ui.px(12), foot.max.y}},
        end);
    if (button(ui, "receipt.correct", {foot.min, {foot.min.x + button_width(ui, fix), foot.max.y}},
               fix, {.rank = Rank::quiet})) {
        auto const token = view.last_token; // the same voter: the urn replaces what they said
        start_ballot(view, workshop);
        view.ballot.token = token;
        return;
    }
    if (!ends && !window.dismissed()) return;
    view.last_token.clear();
    view.overlay = VoteView::Overlay::nothing;
}

std::optional<Wish> draw_hands(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const* found = model::find<model::Round>(workshop.doc(), view.round);
    if (!found) return std::nullopt;
    auto const& round = *found;
    Dialog const window(ui, "hands", {ui.px(1000), ui.px(920)}, ui.tr("vote.hands"));
    auto const& body = window.body();
    auto const line_said = round.headcount > 0 ? ui.words->text("vote.hands.line", round.headcount)
                                               : ui.tr("vote.hands.line.open");
    draw_text(ui, body.min, type::text, ui.color().ink2, line_said);
    base::Rect const list{{body.min.x, body.min.y + ui.px(44)},
                          {body.max.x, body.max.y - ui.px(8)}};
    {
        ScrollArea scroll(ui, "hands.list", list, view.overlay_scroll);
        float y = scroll.top(), row = ui.px(62);
        float const top = y;
        for (auto id : round.cases) {
            auto const text = model::get<model::Case>(workshop.doc(), id);
            auto const number = std::to_string(text.number);
            draw_case_mark(ui, {list.min.x + ui.px(26), y + row / 2},
                           {.number = number, .diameter = 36});
            draw_text_in(ui, {{list.min.x + ui.px(58), y}, {list.max.x - ui.px(260), y + row}},
                         type::room, ui.color().ink, text.title);
            (void)number_stepper(ui, "hands." + number,
                                 {{list.max.x - ui.px(240), y + ui.px(6)},
                                  {list.max.x - ui.px(20), y + row - ui.px(6)}},
                                 text.title, view.hands[id], 0,
                                 round.headcount > 0 ? round.headcount : 1000);
            y += row;
        }
        scroll.content_height(y - top);
    }
    auto const& foot = window.footer();
    auto const word = ui.tr("vote.hands.done");
    float const w = button_width(ui, word, {.rank = Rank::primary, .icon = icon::check});
    bool const done = button(ui, "hands.done", {{foot.max.x - w, foot.min.y}, foot.max}, word,
                             {.rank = Rank::primary, .icon = icon::check});
    if (!done && !window.dismissed()) return std::nullopt;
    view.overlay = VoteView::Overlay::nothing;
    if (!done) return std::nullopt;
    edit::CountHands count{view.round, {}, workshop.now_ms};
    for (auto id : round.cases) count.hands.emplace_back(id, view.hands[id]);
    view.hands.clear();
    view.revealed_s = ui.now_s;
    view.draft = {};
    return count;
}

// Asks once before what cannot be taken back.
enum class Said { nothing, yes, no };
Said ask(Ui& ui, std::string_view id, std::string_view title, std::string const& line_said,
         std::string_view yes)
{
    Dialog const window(ui, id, {ui.px(680), ui.px(300)}, title);
    auto const& body = window.body();
    draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2, line_said);
    auto const& foot = window.footer();
    float const w = button_width(ui, yes, {.rank = Rank::primary});
    auto const back = ui.tr("vote.back");
    bool const accepted =
        button(ui, std::string(id) + ".yes", {{foot.max.x - w, foot.min.y}, foot.max}, yes,
               {.rank = Rank::primary});
    bool const refused = button(ui, std::string(id) + ".no",
                                {{foot.max.x - w - ui.px(12) - button_width(ui, back), foot.min.y},
                                 {foot.max.x - w - ui.px(12), foot.max.y}},
                                back);
    return accepted ? Said::yes : refused || window.dismissed() ? Said::no : Said::nothing;
}

} // namespace

std::optional<Wish> draw_vote_overlays(Ui& ui, VoteView& view, Workshop const& workshop)
{
    using Overlay = VoteView::Overlay;
    switch (view.overlay) {
    case Overlay::nothing: return std::nullopt;
    case Overlay::ballot: return draw_ballot(ui, view, workshop);
    case Overlay::receipt: draw_receipt(ui, view, workshop); return std::nullopt;
    case Overlay::hands: return draw_hands(ui, view, workshop);
    case Overlay::ask_blank: {
        auto const said = ask(ui, "blank", ui.tr("vote.blank"), ui.tr("vote.blank.line"),
                              ui.tr("vote.blank.yes"));
        if (said == Said::no) view.overlay = Overlay::ballot;
        if (said == Said::yes)
            return cast(view, model::get<model::Round>(workshop.doc(), view.round));
        return std::nullopt;
    }
    case Overlay::ask_close: {
        auto const round = model::get<model::Round>(workshop.doc(), view.round);
        auto const missing =
            round.headcount - static_cast<int>(workshop.session.ballots_in_urn(view.round));
        auto const said = ask(ui, "close", ui.tr("vote.close"),
                              ui.trn("vote.close.missing", missing), ui.tr("vote.close"));
        if (said != Said::nothing) view.overlay = Overlay::nothing;
        if (said != Said::yes) return std::nullopt;
        view.revealed_s = ui.now_s;
        return CloseAndReveal{view.round};
    }
    }
    return std::nullopt;
}

} // namespace ui
