#include "ui/kit/ask.h"
#include "ui/paint/curtain.h"
#include "ui/paint/not_taken.h"
#include "ui/screens/vote/vote_booth.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/ballots.h"

#include <imgui.h>

#include <algorithm>

// From the booth to the ballot box: passing the keyboard, tickets, confirmations.
namespace ui {
namespace {

using base::Rect;
using Overlay = VoteView::Overlay;

bool holds(Workshop const& workshop, model::RoundId round, std::string const& token)
{
    return workshop.session.holds(round, token);
}

void begin(VoteView& view, Workshop const& workshop, std::string token, std::size_t turn)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    view.ballot = ballots::blank_ballot(workshop.doc(), round, std::move(token), turn);
    view.booth_scroll = view.order_scroll = {};
    view.last_token.clear();
    view.last_turn = turn;
    view.ticket.clear();
    view.ticket_shown = view.casting = view.replaces = false;
    view.refused.reset();
    view.overlay = Overlay::ballot;
}

void begin_new(VoteView& view, Workshop const& workshop)
{
    auto token = ballots::short_token(workshop.ids.token());
    while (holds(workshop, view.round, token)) token = ballots::short_token(workshop.ids.token());
    begin(view, workshop, std::move(token), ballots::drawn_turn(workshop.ids.token()));
}

// The voter's code, shown on request only.
void draw_ticket(Ui& ui, VoteView& view, base::Vec2 middle)
{
    auto const& c = ui.color();
    if (!view.ticket_shown) {
        auto const keep = ui.tr("ticket.keep");
        ButtonLook const look{.rank = Rank::quiet, .icon = icon::visibility, .key = "K"};
        float const w = button_width(ui, keep, look) + ui.px(24);
        if (button(ui, "receipt.ticket",
                   {{middle.x - w / 2, middle.y - ui.px(24)},
                    {middle.x + w / 2, middle.y + ui.px(24)}},
                   keep, look) ||
            shortcut(ui, ImGuiKey_K)) {
            view.ticket_shown = true;
            view.falls.give_more(ui);
        }
        return;
    }
    auto const code = ballots::ticket_of(view.last_token);
    float const w = text_width(ui, type::big, code) + ui.px(56), h = ui.px(36);
    Rect const box{{middle.x - w / 2, middle.y - h}, {middle.x + w / 2, middle.y + h}};
    dashed_outline(ui, box, ui.px(16), c.edge, ui.snap(2), {ui.px(7), ui.px(6)});
    touch(ui, "receipt.code", box, code, Enabled::yes, Role::area);
    draw_text_in(ui, box, type::big, c.ink, code, Align::centre);
    draw_text_in(ui, {{0, box.max.y + ui.px(8)}, {ui.size.x, box.max.y + ui.px(36)}}, type::text,
                 c.ink2, ui.tr("ticket.line"), Align::centre);
}

// After casting: a receipt without contents. Covers the screen until the next person continues.
void draw_receipt(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const& c = ui.color();
    auto const cast = cast_count(workshop, view.round);
    int const expected = workshop.expected(view.round);
    bool const all = expected > 0 && cast >= expected;
    Layer const layer(ui, "receipt");
    touch(ui, "receipt.ground", ui.screen(), {}, Enabled::yes, Role::area);
    fill(ui, ui.screen(), 0, c.paper);
    auto const middle = ui.screen().center();
    float y = middle.y - ui.px(330);
    disc(ui, {middle.x, y + ui.px(64)}, ui.px(64), c.opptint);
    draw_icon_at(ui, {middle.x, y + ui.px(64)}, ui.px(80), c.opp, icon::check);
    y += ui.px(160);
    auto line_at = [&](Type type, board::Color color, std::string const& said, float high) {
        draw_text_in(ui, {{0, y}, {ui.size.x, y + ui.px(high)}}, type, color, said, Align::centre);
        y += ui.px(high);
    };
    line_at({Face::display, 48, 60}, c.ink, ui.tr("vote.received"), 64);
    auto const progress = wording::turnout(*ui.words, cast, expected);
    touch(ui, "receipt.progress", {{0, y}, {ui.size.x, y + ui.px(40)}}, progress, Enabled::yes,
          Role::area);
    line_at(type::h2, c.ink2, progress, 44);
    y += ui.px(12);
    line_at(type::h2, c.ink, ui.tr(all ? "receipt.all" : "receipt.pass"), 44);
    y += ui.px(36);
    auto const next = ui.tr("vote.next"), end = ui.tr("vote.end"), fix = ui.tr("vote.correct");
    ButtonLook const main{.rank = Rank::primary, .icon = icon::arrow_forward, .key = "⏎"};
    auto const escape = ui.tr("key.escape");
    ButtonLook const other{.rank = all ? Rank::primary : Rank::secondary,
                           .key = all ? std::string_view("⏎") : std::string_view(escape)};
    ButtonLook const again{.icon = icon::undo, .key = "C"};
    float const next_w = button_width(ui, next, main, 60), end_w = button_width(ui, end, other, 60),
                fix_w = button_width(ui, fix, again, 60), gap = ui.px(16);
    float x = middle.x - (next_w + end_w + fix_w + 2 * gap) / 2;
    auto place = [&](float w) {
        Rect const at{{x, y}, {x + w, y + ui.px(60)}};
        x += w + gap;
        return at;
    };
    bool const corrects =
        button(ui, "receipt.correct", place(fix_w), fix, again) || shortcut(ui, ImGuiKey_C);
    bool const ends =
        button(ui, "receipt.end", place(end_w), end, other) || shortcut(ui, ImGuiKey_Escape);
    bool const goes = button(ui, "receipt.next", place(next_w), next,
                             all ? ButtonLook{.icon = icon::arrow_forward} : main) ||
                      (!all && shortcut(ui, ImGuiKey_Enter));
    draw_ticket(ui, view, {middle.x, y + ui.px(132)});
    using To = CurtainFalls::To;
    bool const falls =
        view.falls.now(ui, {{0, ui.size.y - ui.px(84)}, {ui.size.x, ui.size.y - ui.px(48)}},
                       all ? To::room : To::next_person);
    bool const over = ends || (all && (falls || shortcut(ui, ImGuiKey_Enter)));
    if (corrects) {
        replace_ballot(view, workshop, view.last_token, view.last_turn);
        return;
    }
    if (!goes && !falls && !over) return;
    view.last_token.clear(); // the last ballot cannot be reached any more
    view.ticket_shown = false;
    view.overlay = over ? Overlay::nothing : Overlay::curtain;
}

void draw_passing(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const lifted =
        draw_curtain(ui, wording::turnout(*ui.words, cast_count(workshop, view.round),
                                          workshop.expected(view.round)));
    if (lifted == Lifted::begin) start_ballot(view, workshop);
    if (lifted == Lifted::end) view.overlay = Overlay::nothing;
}

// The owner of a ticket replaces or withdraws the ballot.
std::optional<Wish> draw_ticket_window(Ui& ui, VoteView& view, Workshop const& workshop)
{
    Dialog const window(ui, "ticket", {ui.px(760), ui.px(400)}, ui.tr("ticket.title"));
    auto const& body = window.body();
    float y = body.min.y;
    y += draw_paragraph(ui, {body.min.x, y}, body.width(), type::text, ui.color().ink2,
                        ui.tr("ticket.window")) +
         ui.px(20);
    if (view.ticket.empty() && focused_id(ui).empty() && !typing(ui)) focus(ui, "ticket.code");
    auto const edit = text_field(ui, "ticket.code", {{body.min.x, y}, {body.max.x, y + ui.px(64)}},
                                 ui.tr("ticket.title"), view.ticket,
                                 {.hint = "K7F4 9MQ2", .type = type::big, .most_bytes = 12});
    auto const token = ballots::typed_ticket(view.ticket);
    bool const known = holds(workshop, view.round, token);
    if (edit == Edit::submitted && !known) focus(ui, "ticket.code"); // to be corrected
    constexpr std::size_t whole = 8;
    if (token.size() >= whole) {
        auto const said = ui.tr(known ? "ticket.known" : "ticket.unknown");
        auto const color = known ? ui.color().opp : ui.color().warn;
        float const at = y + ui.px(92);
        draw_icon_at(ui, {body.min.x + ui.px(12), at}, ui.px(24), color,
                     known ? icon::check_circle : icon::warning_amber);
        touch(ui, "ticket.said", {{body.min.x, at - ui.px(14)}, {body.max.x, at + ui.px(14)}}, said,
              Enabled::yes, Role::area);
        draw_text_in(ui, {{body.min.x + ui.px(32), at - ui.px(14)}, {body.max.x, at + ui.px(14)}},
                     type::strong, ui.color().ink, said);
    }
    if (view.refused) {
        NotTaken const why{"ticket.refused", "ticket.not_out", *view.refused};
        float const high = not_taken_height(ui, why, body.width());
        if (auto asked = draw_not_taken(ui, why, {body.min.x, body.max.y - high}, body.width()))
            return asked;
    }
    auto const& foot = window.footer();
    auto const redo = ui.tr("ticket.redo"), out = ui.tr("ticket.withdraw");
    ButtonLook const look{.rank = Rank::primary, .icon = icon::how_to_vote, .key = "⏎"};
    float const w = button_width(ui, redo, look);
    bool const redoes = button(ui, "ticket.redo", {{foot.max.x - w, foot.min.y}, foot.max}, redo,
                               look, enabled_if(known)) ||
                        (known && edit == Edit::submitted);
    bool const withdraws =
        button(ui, "ticket.withdraw", {foot.min, {foot.min.x + button_width(ui, out), foot.max.y}},
               out, {}, enabled_if(known));
    if (redoes) {
        replace_ballot(view, workshop, token, ballots::drawn_turn(workshop.ids.token()));
        return std::nullopt;
    }
    if (!withdraws && !window.dismissed()) return std::nullopt;
    view.refused.reset();
    if (withdraws) return WithdrawBallot{view.round, token}; // the dialog waits for the result
    view.ticket.clear();
    view.overlay = Overlay::nothing;
    return std::nullopt;
}

std::optional<Wish> ask_blank(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const& ballot = view.ballot;
    auto line = ui.tr("ballot.blank.line");
    if (!ballot.given.empty() || !ballot.chosen.empty()) line += " " + ui.tr("ballot.blank.clears");
    auto const said = ask(ui, {"blank",
                               ui.tr("vote.blank"),
                               line,
                               ui.tr("vote.blank.yes"),
                               ui.tr("vote.back"),
                               {},
                               Question::Enter::no}); // a stuck Enter key must not cast a ballot
    if (said == Said::no) view.overlay = Overlay::ballot;
    if (said != Said::yes) return std::nullopt;
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    clear_ballot(view, round);
    return cast_in_hand(view, round);
}

void ask_leave(Ui& ui, VoteView& view)
{
    auto const said = ask(ui, {"leave",
                               ui.tr("ballot.leave.title"),
                               ui.tr("ballot.leave.line"),
                               ui.tr("ballot.leave.yes"),
                               ui.tr("vote.back"),
                               {},
                               Question::Enter::no});
    if (said == Said::no) view.overlay = Overlay::ballot;
    if (said == Said::yes) leave_booth(view);
}

std::optional<Wish> ask_close(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const cast = cast_count(workshop, view.round);
    auto const missing = workshop.expected(view.round) - cast;
    bool const rooms = workshop.shared != nullptr;
    bool const nobody = cast == 0 && !rooms; // nothing to reveal
    auto const line = rooms         ? ui.tr("close.rooms")
                      : nobody      ? ui.tr("close.nothing")
                      : missing > 0 ? ui.trn("vote.close.missing", missing)
                                    : ui.tr("close.line");
    auto const back = ui.tr("vote.back");
    auto const said =
        nobody ? ask(ui, {"close", ui.tr("close.title"), line, ui.tr("close.empty"), back})
               : ask(ui, {"close", ui.tr("close.title"), line, ui.tr("vote.close"), back,
                          ui.tr("close.only")});
    if (said != Said::nothing) view.overlay = Overlay::nothing;
    if (said == Said::other || (said == Said::yes && nobody))
        return edit::CloseRound{view.round, {}, workshop.now_ms};
    if (said != Said::yes) return std::nullopt;
    view.revealed_s = ui.now_s;
    return CloseAndReveal{view.round};
}

void ask_one_more(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const expected = workshop.expected(view.round);
    auto const said =
        ask(ui, {"more", ui.tr("ballot.more.title"), ui.trn("ballot.more.line", expected),
                 ui.tr("ballot.more.yes"), ui.tr("vote.back")});
    if (said == Said::no) view.overlay = Overlay::nothing;
    if (said == Said::yes) begin_new(view, workshop);
}

} // namespace

std::optional<Wish> draw_booth_question(Ui& ui, VoteView& view, Workshop const& workshop)
{
    if (view.overlay == Overlay::ask_blank) return ask_blank(ui, view, workshop);
    if (view.overlay == Overlay::ask_leave) ask_leave(ui, view);
    return std::nullopt;
}

bool in_the_booth(VoteView const& view)
{
    switch (view.overlay) {
    case Overlay::ballot:
    case Overlay::receipt:
    case Overlay::curtain:
    case Overlay::ask_blank:
    case Overlay::ask_leave: return true;
    default: return false;
    }
}

void start_ballot(VoteView& view, Workshop const& workshop)
{
    auto const expected = workshop.expected(view.round);
    view.last_token.clear();
    if (expected > 0 && cast_count(workshop, view.round) >= expected) {
        view.overlay = Overlay::ask_one_more;
        return;
    }
    begin_new(view, workshop);
}

void replace_ballot(VoteView& view, Workshop const& workshop, std::string token, std::size_t turn)
{
    begin(view, workshop, std::move(token), turn);
    view.replaces = true;
}

void answered(VoteView& view, CastBallot const& cast, base::Result<void> const& result)
{
    view.casting = false;
    bool const in_hand = view.overlay == Overlay::ballot || view.overlay == Overlay::ask_blank;
    if (!in_hand || view.ballot.token != cast.token) return;
    if (!result) {
        view.overlay = Overlay::ballot; // unchanged, with the reason
        view.refused = result.error();
        return;
    }
    leave_booth(view); // discards the ballot
    view.last_token = cast.token;
    view.ticket_shown = false;
    view.falls.stop();
    view.overlay = Overlay::receipt;
}

void answered(VoteView& view, WithdrawBallot const&, base::Result<void> const& result)
{
    if (view.overlay != Overlay::ticket) return;
    view.refused.reset();
    if (!result) {
        view.refused = result.error();
        return;
    }
    view.ticket.clear();
    view.overlay = Overlay::nothing;
}

void keep_in_hand(VoteView& view, VoteView before)
{
    view.round = before.round;
    view.overlay = before.overlay;
    view.ballot = std::move(before.ballot);
    view.replaces = before.replaces;
    view.last_token = std::move(before.last_token);
    view.last_turn = before.last_turn;
    view.ticket = std::move(before.ticket);
    view.hands = std::move(before.hands);
}

std::optional<Wish> draw_vote_overlays(Ui& ui, VoteView& view, Workshop const& workshop)
{
    auto const status = model::get<model::RoundStatus>(workshop.doc(), view.round);
    if (view.overlay != Overlay::hands && status.state != model::RoundState::open) {
        leave_booth(view); // closed meanwhile: there is no ballot box
        return std::nullopt;
    }
    switch (view.overlay) {
    case Overlay::nothing: return std::nullopt;
    case Overlay::ballot:
    case Overlay::ask_blank:
    case Overlay::ask_leave: return draw_booth(ui, view, workshop);
    case Overlay::receipt: draw_receipt(ui, view, workshop); return std::nullopt;
    case Overlay::curtain: draw_passing(ui, view, workshop); return std::nullopt;
    case Overlay::ticket: return draw_ticket_window(ui, view, workshop);
    case Overlay::hands: return draw_hands(ui, view, workshop);
    case Overlay::ask_one_more: ask_one_more(ui, view, workshop); return std::nullopt;
    case Overlay::ask_close: return ask_close(ui, view, workshop);
    }
    return std::nullopt;
}

} // namespace ui
