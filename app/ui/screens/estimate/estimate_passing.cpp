#include "ui/kit/ask.h"
#include "ui/kit/paint.h"
#include "ui/paint/curtain.h"
#include "ui/screens/estimate/estimate_view.h"
#include "wording/estimates.h"

#include <imgui.h>

#include <utility>

// Between two people: a receipt without contents, then a cover until the next person continues.
namespace ui {
namespace {

using Page = EstimateView::Page;

std::string received(Ui& ui, Workshop const& workshop, model::RoundId id)
{
    return wording::received(*ui.words, workshop.session.ballots(id), workshop.expected(id));
}

// A cover below the top bar, with a card in its centre.
base::Rect draw_cover(Ui& ui)
{
    auto const layout = layout_of(ui, Panel::hidden);
    base::Rect const cover{{0, layout.top.max.y}, ui.size};
    touch(ui, "estimate.ground", ui.screen(), {}, Enabled::yes, Role::area);
    fill(ui, cover, 0, ui.color().sunken);
    float const width = ui.px(760), height = ui.px(440);
    auto const middle = cover.center();
    base::Rect const card{{middle.x - width / 2, middle.y - height / 2},
                          {middle.x + width / 2, middle.y + height / 2}};
    draw_surface(ui, card,
                 {.radius = ui.px(22),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e2});
    return base::grown(card, -ui.px(36));
}

void draw_sign(Ui& ui, base::Rect const& inner, unsigned sign, std::string const& title,
               std::string const& line)
{
    base::Vec2 const at{inner.center().x, inner.min.y + ui.px(58)};
    disc(ui, at, ui.px(50), ui.color().atint);
    draw_icon_at(ui, at, ui.px(54), ui.color().accent, sign);
    draw_text_in(ui,
                 {{inner.min.x, inner.min.y + ui.px(130)}, {inner.max.x, inner.min.y + ui.px(176)}},
                 type::h1, ui.color().ink, title, Align::centre);
    draw_text_in(ui,
                 {{inner.min.x, inner.min.y + ui.px(184)}, {inner.max.x, inner.min.y + ui.px(214)}},
                 type::body, ui.color().ink2, line, Align::centre);
}

// A wide main button, with others in a row below.
bool main_button(Ui& ui, std::string_view id, base::Rect const& inner, std::string const& word,
                 unsigned sign)
{
    base::Rect const box{{inner.min.x, inner.max.y - ui.px(128)},
                         {inner.max.x, inner.max.y - ui.px(68)}};
    return button(ui, id, box, word, {.rank = Rank::primary, .icon = sign, .key = "⏎"}) ||
           shortcut(ui, ImGuiKey_Enter);
}

void end_ballots(EstimateView& view)
{
    view.ballot = {};
    view.page = Page::none;
}

// Covers the ballot, which is not kept, until the next person begins.
void pass_on(EstimateView& view)
{
    auto const round = view.ballot.round;
    view.ballot = {};
    view.ballot.round = round;
    view.page = Page::curtain;
}

// The buttons after the last expected ballot, which stays at hand until the time is over.
void draw_all_in(Ui& ui, EstimateView& view, base::Rect const& inner)
{
    float const y = inner.max.y - ui.px(48), half = (inner.width() - ui.px(12)) / 2;
    if (main_button(ui, "estimate.end", inner, ui.tr("estimate.end"), icon::groups) ||
        shortcut(ui, ImGuiKey_Escape)) {
        end_ballots(view);
        return;
    }
    if (button(ui, "estimate.correct", {{inner.min.x, y}, {inner.min.x + half, inner.max.y}},
               ui.tr("estimate.correct")))
        view.page = Page::ballot;
    if (button(ui, "estimate.pass", {{inner.max.x - half, y}, inner.max}, ui.tr("estimate.pass")))
        pass_on(view);
}

void draw_received(Ui& ui, EstimateView& view, Workshop const& workshop)
{
    Layer const layer(ui, "estimate.received");
    auto const inner = draw_cover(ui);
    draw_sign(ui, inner, icon::check, ui.tr("estimate.received"),
              received(ui, workshop, view.ballot.round));
    float const y = inner.max.y - ui.px(48), half = (inner.width() - ui.px(12)) / 2;
    auto const round = view.ballot.round;
    auto const expected = workshop.expected(round);
    bool const all =
        expected > 0 && std::cmp_greater_equal(workshop.session.ballots(round), expected);
    bool const falls =
        view.falls.now(ui, {{0, ui.size.y - ui.px(84)}, {ui.size.x, ui.size.y - ui.px(48)}},
                       all ? CurtainFalls::To::room : CurtainFalls::To::next_person);
    if (all) {
        draw_all_in(ui, view, inner);
        if (falls) end_ballots(view);
        return;
    }
    if (main_button(ui, "estimate.pass", inner, ui.tr("estimate.pass"), icon::arrow_forward) ||
        falls) {
        pass_on(view);
        return;
    }
    if (button(ui, "estimate.correct", {{inner.min.x, y}, {inner.min.x + half, inner.max.y}},
               ui.tr("estimate.correct")))
        view.page = Page::ballot; // same token: replaces the ballot in the box
    if (button(ui, "estimate.end", {{inner.max.x - half, y}, inner.max}, ui.tr("estimate.end")) ||
        shortcut(ui, ImGuiKey_Escape))
        end_ballots(view);
}

void draw_waiting(Ui& ui, EstimateView& view, Workshop const& workshop)
{
    auto const lifted = draw_curtain(ui, received(ui, workshop, view.ballot.round));
    if (lifted == Lifted::begin) start_ballot(view, workshop, view.ballot.round);
    if (lifted == Lifted::end) end_ballots(view);
}

// An empty background below a question about a ballot.
void draw_blank(Ui& ui)
{
    Layer const layer(ui, "estimate.blank");
    fill(ui, {{0, layout_of(ui, Panel::hidden).top.max.y}, ui.size}, 0, ui.color().sunken);
}

} // namespace

std::optional<Wish> draw_estimate_passing(Ui& ui, EstimateView& view, Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    if (view.page == Page::ask_part || view.page == Page::ask_leave) draw_blank(ui);
    switch (view.page) {
    case Page::received: draw_received(ui, view, workshop); return std::nullopt;
    case Page::curtain: draw_waiting(ui, view, workshop); return std::nullopt;
    case Page::ask_part: {
        auto const round = model::get<model::Round>(doc, view.ballot.round);
        auto const left = static_cast<std::int64_t>(round.axes.size() * round.cases.size() -
                                                    view.ballot.said.size());
        auto const said =
            ask(ui, {"estimate.part", ui.tr("estimate.part"), ui.trn("estimate.part.line", left),
                     ui.tr("estimate.cast"), ui.tr("estimate.back")});
        if (said == Said::no) view.page = Page::ballot;
        if (said != Said::yes) return std::nullopt;
        return cast_in_hand(view);
    }
    case Page::ask_leave: {
        auto const said = ask(ui, {"estimate.quit",
                                   ui.tr("estimate.quit"),
                                   ui.tr("estimate.quit.line"),
                                   ui.tr("estimate.quit.yes"),
                                   ui.tr("estimate.back"),
                                   {},
                                   Question::Enter::no});
        if (said == Said::no) view.page = Page::ballot;
        if (said == Said::yes) {
            view.ballot = {};
            view.page = Page::none;
        }
        return std::nullopt;
    }
    case Page::ask_one_more: {
        auto const id = view.ballot.round;
        auto const expected = workshop.expected(id);
        auto const said = ask(ui, {"estimate.more", ui.tr("ballot.more.title"),
                                   ui.trn("ballot.more.line", expected), ui.tr("ballot.more.yes"),
                                   ui.tr("estimate.back")});
        if (said == Said::yes) start_ballot(view, workshop, id);
        if (said == Said::no) {
            view.ballot = {};
            view.page = Page::none;
        }
        return std::nullopt;
    }
    case Page::ask_close: {
        auto const round = open_estimating(doc);
        if (!round) {
            view.page = Page::none;
            return std::nullopt;
        }
        auto const missing =
            workshop.expected(*round) - static_cast<int>(workshop.session.ballots(*round));
        auto const line =
            workshop.shared ? ui.tr("close.rooms") : ui.trn("estimate.close.missing", missing);
        auto const said = ask(ui, {"estimate.closing", ui.tr("estimate.close"), line,
                                   ui.tr("estimate.close"), ui.tr("estimate.back")});
        if (said != Said::nothing) view.page = Page::none;
        if (said == Said::yes) return CloseAndReveal{*round};
        return std::nullopt;
    }
    case Page::none:
    case Page::setup:
    case Page::ballot: break;
    }
    return std::nullopt;
}

} // namespace ui
