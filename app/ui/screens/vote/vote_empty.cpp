#include "model/turnout.h"
#include "ui/kit/paint.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/method_words.h"

// A round closed without ballots, or with blank ones only: shows no result. The former can be
// reopened; for both, another round with the same rules can be prepared.
namespace ui {
namespace {

using base::Rect;
using model::BallotSource;

void draw_nothing(Ui& ui, Rect const& area, BallotSource source, std::int64_t blanks)
{
    auto const& c = ui.color();
    bool const hands = source == BallotSource::hands;
    float const width = std::min(ui.px(760), area.width()), height = ui.px(320);
    auto const middle = area.center();
    Rect const card{{middle.x - width / 2, middle.y - height / 2},
                    {middle.x + width / 2, middle.y + height / 2}};
    draw_surface(ui, card,
                 {.radius = ui.px(22),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e1});
    auto const title = ui.tr(hands        ? "vote.empty.hands"
                             : blanks > 0 ? "vote.silent"
                                          : "vote.empty");
    touch(ui, "vote.empty", card, title, Enabled::yes, Role::area);
    base::Vec2 const sign{middle.x, card.min.y + ui.px(88)};
    disc(ui, sign, ui.px(48), c.sunken);
    draw_icon_at(ui, sign, ui.px(52), c.ink2, hands ? icon::front_hand : icon::how_to_vote);
    draw_text_in(ui, {{card.min.x, card.min.y + ui.px(152)}, {card.max.x, card.min.y + ui.px(196)}},
                 type::h1, c.ink, title, Align::centre);
    auto const line = blanks > 0 ? ui.tr("vote.silent.line", blanks) : ui.tr("vote.empty.line");
    float const room = width - ui.px(96);
    draw_paragraph(ui, {card.min.x + ui.px(48), card.min.y + ui.px(212)}, room, type::body, c.ink2,
                   line, 3);
}

} // namespace

std::optional<Wish> draw_vote_empty(Ui& ui, VoteView& view, Workshop const& workshop,
                                    ScreenLayout const& layout)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    bool const hands = round.source == BallotSource::hands,
               imported = round.source == BallotSource::imported;
    auto const blanks = model::ballots_of(workshop.doc(), view.round);
    auto const line =
        blanks > 0 ? ui.trn("vote.line.ballots", blanks) + " · " + ui.tr("vote.silent.prompt")
                   : ui.tr("vote.empty.prompt");
    draw_asked(ui, view, workshop, layout.main, wording::question(*ui.words, round), line);
    draw_nothing(ui,
                 {{layout.main.min.x + ui.px(24), layout.main.min.y + ui.px(108)},
                  {layout.main.max.x - ui.px(24), layout.main.max.y - ui.px(24)}},
                 round.source, blanks);
    if (ui.audience == Audience::room) return std::nullopt;
    auto const inner = draw_panel(ui, layout.panel);
    draw_text(ui, inner.min, type::h2, ui.color().ink, ui.tr("vote.empty.panel"));
    draw_paragraph(ui, {inner.min.x, inner.min.y + ui.px(42)}, inner.width(), type::text,
                   ui.color().ink2,
                   ui.tr(blanks > 0 ? "vote.silent.offer"
                         : imported ? "vote.empty.imported"
                                    : "vote.empty.offer"));
    bool const may = workshop.access == Access::edit && view.queue.empty();
    auto row_above = [&](float from_bottom) {
        return Rect{{inner.min.x, inner.max.y - ui.px(from_bottom)},
                    {inner.max.x, inner.max.y - ui.px(from_bottom - 60)}};
    };
    bool const over = imported || blanks > 0; // ballots that were cast remain
    if (button(ui, "vote.empty.again", row_above(over ? 60 : 132), ui.tr("vote.empty.again"),
               {.rank = blanks > 0 ? Rank::primary : Rank::secondary, .icon = icon::content_copy},
               enabled_if(may)))
        prepare_again(view, workshop, view.round);
    draw_votes_menu(ui, view, workshop);
    if (over) return std::nullopt;
    bool const free = may && workshop.conducts() && !open_round(workshop.doc());
    if (button(ui, "vote.reopen", row_above(60),
               ui.tr(hands ? "vote.empty.recount" : "vote.empty.reopen"),
               {.rank = Rank::primary, .icon = hands ? icon::front_hand : icon::lock_open},
               enabled_if(free)))
        return edit::ReopenRound{view.round, workshop.now_ms};
    return std::nullopt;
}

} // namespace ui
