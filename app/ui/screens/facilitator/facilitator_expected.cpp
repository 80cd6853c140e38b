#include "model/turnout.h"
#include "ui/kit/paint.h"
#include "ui/screens/facilitator/facilitator_view.h"

#include <algorithm>
#include <cmath>

// How many have answered and how many are awaited: a count without names, seats or contents.
namespace ui {
namespace {

constexpr std::int64_t discs_most = 120;
constexpr Type words_type{Face::semibold, 25, 32};

// What is counted: ballots of a round; else phones; else the people that are expected.
struct Counted {
    std::int64_t here = 0, expected = 0; // 0: unknown
    std::string one, of, line;           // beside the figure, two lines; below the discs
    std::string awaited;                 // the strong part of `line`
};

bool is_revealed(model::Document const& doc, model::RoundId round)
{
    return round && model::get<model::RoundStatus>(doc, round).state == model::RoundState::revealed;
}

Counted counted(Ui const& ui, FacilitatorGround const& ground)
{
    Counted out;
    auto const& doc = ground.workshop.doc();
    auto const now = round_now(ground.workshop);
    if (now) {
        out.here = now->cast;
        out.expected = now->expected;
        out.one =
            ui.trn(now->status.by_hand > 0 ? "vote.voters" : "facilitator.ballots", now->cast);
        out.line = ui.tr("facilitator.nameless");
    } else if (is_revealed(doc, ground.round)) {
        out.here = model::voters_of(doc, ground.round);
        out.one = ui.trn("facilitator.ballots", out.here);
        out.of = ui.tr("facilitator.counted");
        out.line = ui.tr("facilitator.revealed");
        return out;
    } else {
        out.expected = model::at_one_machine(doc, model::headcount_of(doc));
        out.here = static_cast<std::int64_t>(ground.phones.value_or(0));
        out.one = ui.trn("facilitator.phones", out.here);
        out.line = ui.trn("facilitator.cases",
                          static_cast<std::int64_t>(model::table<model::Case>(doc).size()));
    }
    if (!now && !ground.phones) { // nothing answers
        out.here = out.expected;
        out.one = ui.trn("facilitator.people", out.expected);
        out.expected = 0;
        return out;
    }
    if (out.expected <= 0) return out;
    out.of = ui.tr("facilitator.of", out.expected);
    auto const missing = std::max<std::int64_t>(0, out.expected - out.here);
    out.awaited = missing > 0 ? ui.trn("facilitator.awaited", missing)
                              : ui.tr(now ? "facilitator.all_in" : "facilitator.all_here");
    return out;
}

// Filled in order of arrival, so that a disc identifies nobody.
void draw_discs(Ui& ui, Counted const& said, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const count = std::max(said.here, said.expected);
    if (count == 0 || count > discs_most) return;
    float pitch = ui.px(40);
    auto const fits = [&](float at) {
        auto const across = std::floor(box.width() / at);
        return across >= 1 && std::ceil(static_cast<float>(count) / across) * at <= box.height();
    };
    while (pitch > ui.px(10) && !fits(pitch)) pitch -= ui.px(1);
    auto const across = std::max(1.F, std::floor(box.width() / pitch));
    for (std::int64_t i = 0; i < count; ++i) {
        auto const at = static_cast<float>(i);
        base::Vec2 const centre{box.min.x + pitch * (std::fmod(at, across) + 0.5F),
                                box.min.y + pitch * (std::floor(at / across) + 0.5F)};
        float const radius = pitch * 0.42F;
        if (i < said.here) {
            disc(ui, centre, radius, c.accent);
            draw_icon_at(ui, centre, radius * 1.3F, c.onaccent, icon::check);
        } else {
            dashed_ring(ui, centre, radius, c.edge, ui.snap(1.5F), {ui.px(4), ui.px(3.5F)});
            draw_icon_at(ui, centre, radius * 1.1F, c.edge, icon::hourglass_empty);
        }
    }
}

} // namespace

void draw_expected(Ui& ui, FacilitatorGround const& ground, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const inner = draw_card(ui, box);
    auto const said = counted(ui, ground);
    bool const unknown = said.here == 0 && said.expected == 0 && said.awaited.empty() &&
                         !round_now(ground.workshop) && !ground.phones;
    auto const figure = unknown ? std::string("–") : ui.words->number(said.here);
    auto const wide = text_width(ui, type::hero, figure);
    float const middle = box.center().y, x = inner.min.x + ui.px(8);
    draw_text_in(ui, {{x, box.min.y}, {x + wide + 2, box.max.y}}, type::hero, c.ink, figure);
    touch(ui, "facilitator.expected", {inner.min, {x + wide, inner.max.y}},
          said.awaited.empty() ? figure + " " + said.one : said.awaited, Enabled::yes, Role::area);
    probe_value(ui, "facilitator.expected", figure + " " + said.of);
    float const words = x + wide + ui.px(26);
    bool const two = !said.of.empty();
    draw_text(ui, {words, middle - (two ? ui.px(32) : ui.px(16))}, words_type, c.ink, said.one);
    if (two) draw_text(ui, {words, middle}, words_type, c.ink, said.of);
    float const split =
        words + ui.px(30) +
        std::max(text_width(ui, words_type, said.one), text_width(ui, words_type, said.of));
    base::Rect const right{{split + ui.px(24), inner.min.y}, inner.max};
    if (right.width() < ui.px(80)) return;
    hairline_v(ui, split, inner.min.y, inner.max.y, c.line2);
    bool const discs = said.expected > 0; // otherwise nobody answers here
    if (!discs) {
        auto const high = paragraph_height(ui, type::text, said.line, right.width(), 3);
        draw_paragraph(ui, {right.min.x, middle - high / 2}, right.width(), type::text, c.ink2,
                       said.line, 3);
        return;
    }
    float const y = inner.max.y - ui.px(28);
    draw_discs(ui, said, {right.min, {right.max.x, right.max.y - ui.px(36)}});
    base::Rect const line{{right.min.x, y}, {right.max.x, y + ui.px(28)}};
    auto const strong =
        said.awaited.empty() ? 0 : draw_text_in(ui, line, type::strong, c.ink, said.awaited);
    auto const rest = said.awaited.empty() ? said.line : " · " + said.line;
    base::Rect const free{{line.min.x + strong, line.min.y}, line.max};
    if (text_width(ui, type::text, rest) <= free.width()) // complete or not at all
        draw_text_in(ui, free, type::text, c.ink2, rest);
}

} // namespace ui
