#include "model/turnout.h"
#include "model/voting_method.h"
#include "ui/kit/names.h"
#include "ui/panels/room_head.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/method_words.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using base::Rect;

// A number and a row of discs filled in order of arrival, so that discs identify nobody.
void draw_progress(Ui& ui, base::Rect const& box, std::size_t cast, int headcount)
{
    auto const& c = ui.color();
    draw_surface(ui, box,
                 {.radius = ui.px(22),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e1});
    auto const figure = std::to_string(cast);
    float const x = box.min.x + ui.px(40);
    base::Rect const number{{x, box.min.y},
                            {x + text_width(ui, type::hero, figure) + 2, box.max.y}};
    touch(ui, "vote.progress", box, figure, Enabled::yes, Role::area);
    draw_text_in(ui, number, type::hero, c.ink, figure);
    float const words = number.max.x + ui.px(26);
    Type const said{Face::semibold, 30, 38};
    auto const voters = ui.trn("vote.voters", static_cast<std::int64_t>(cast));
    auto const of = headcount > 0 ? ui.words->text("vote.of", headcount) : std::string();
    draw_text(ui, {words, box.center().y - (of.empty() ? ui.px(19) : ui.px(38))}, said, c.ink,
              voters);
    if (!of.empty()) draw_text(ui, {words, box.center().y}, said, c.ink, of);
    float const split =
        words + std::max(text_width(ui, said, voters), text_width(ui, said, of)) + ui.px(60);
    if (headcount <= 0) return;
    hairline_v(ui, split, box.min.y + ui.px(30), box.max.y - ui.px(30), c.line2);
    float const area = box.max.x - ui.px(40) - (split + ui.px(40));
    auto const count =
        static_cast<float>(std::max<std::size_t>(cast, static_cast<std::size_t>(headcount)));
    // As large as fits in the card, at most 45 pixels apart.
    float pitch = ui.px(45);
    while (pitch > ui.px(12) &&
           std::ceil(count / std::floor(area / pitch)) * pitch > box.height() - ui.px(40))
        pitch -= ui.px(1);
    auto const across = std::max(1.F, std::floor(area / pitch));
    float const rows = std::ceil(count / across);
    float const top = box.center().y - rows * pitch / 2 + pitch / 2;
    for (int i = 0; i < static_cast<int>(count); ++i) {
        auto const at = static_cast<float>(i);
        base::Vec2 const centre{split + ui.px(40) + pitch * (std::fmod(at, across) + 0.5F),
                                top + pitch * std::floor(at / across)};
        float const r = pitch * 0.42F;
        if (static_cast<std::size_t>(i) < cast) {
            disc(ui, centre, r, c.accent);
            draw_icon_at(ui, centre, r * 1.3F, c.onaccent, icon::check);
        } else {
            dashed_ring(ui, centre, r, c.edge, ui.px(2), {ui.px(4), ui.px(3.5F)});
            draw_icon_at(ui, centre, r * 1.1F, c.edge, icon::hourglass_empty);
        }
    }
}

// The number of placeholders per case: one for a tick, one per point if few; 0: a single bar.
int masks_of(model::Round const& round)
{
    constexpr int at_a_glance = 5;
    auto const& method = model::voting_method(round.method);
    if (method.ballot == model::BallotType::approvals) return 1;
    if (method.spends != model::Spends::sum) return 0;
    int const most = model::mark_range(round).most;
    return most <= at_a_glance ? most : 0;
}

constexpr float mask_pitch = 20, mask_radius = 7, mask_bar = 54; // design pixels

float masks_width(Ui const& ui, int masks)
{
    return ui.px(masks == 0 ? mask_bar
                            : mask_pitch * static_cast<float>(masks - 1) + 2 * mask_radius);
}

// Hides the answers while the vote is open.
void draw_masks(Ui& ui, int masks, float right, float y)
{
    auto const& c = ui.color();
    float const r = ui.px(mask_radius), left = right - masks_width(ui, masks);
    if (masks == 0) {
        base::Rect const bar{{left, y - r}, {right, y + r}};
        fill(ui, bar, r, c.sunken);
        outline(ui, bar, r, c.line2, 1);
    }
    for (int i = 0; i < masks; ++i) {
        base::Vec2 const at{left + r + ui.px(mask_pitch) * static_cast<float>(i), y};
        disc(ui, at, r, c.sunken);
        ring(ui, at, r - ui.px(0.5F), c.line2, 1);
    }
}

void draw_masked(Ui& ui, VoteView& view, Workshop const& workshop, model::Round const& round,
                 base::Rect const& area)
{
    ScrollArea scroll(ui, "vote.list", area, view.scroll);
    constexpr int columns = 3;
    float const gap = ui.px(16);
    float const width = (area.width() - ui.px(12) - gap * (columns - 1)) / columns;
    auto const rows = (static_cast<int>(round.cases.size()) + columns - 1) / columns;
    int const masks = masks_of(round);
    // from the left and right of a tile to its title
    float const before = ui.px(64), after = ui.px(18 + 14) + masks_width(ui, masks);
    float const low_height = ui.px(76), between = ui.px(8), edges = ui.px(12);
    auto const title_height = [&](model::CaseId id) {
        constexpr int lines_most = 8;
        auto const& title = model::get<model::Case>(workshop.doc(), id).title;
        return paragraph_height(ui, type::room, title, width - before - after, lines_most) + edges;
    };
    // A long title makes all tiles higher, as far as all still fit; beyond, its own text smaller.
    float const most = (area.height() + between) / static_cast<float>(std::max(1, rows)) - between;
    float height = low_height;
    for (auto id : round.cases) height = std::max(height, std::min(title_height(id), most));
    float const pitch = height + between;
    for (std::size_t i = 0; i < round.cases.size(); ++i) {
        int const column = static_cast<int>(i) / std::max(1, rows),
                  row = static_cast<int>(i) % std::max(1, rows);
        float const x = area.min.x + static_cast<float>(column) * (width + gap),
                    y = scroll.top() + static_cast<float>(row) * pitch;
        base::Rect const box{{x, y}, {x + width, y + height}};
        bool const chosen = view.selected == round.cases[i];
        if (view.sought == round.cases[i]) scroll.show(box.min.y, box.max.y), view.sought = {};
        if (box.max.y < area.min.y || box.min.y > area.max.y) continue;
        auto const text = model::get<model::Case>(workshop.doc(), round.cases[i]);
        draw_surface(ui, box,
                     {.radius = ui.px(14),
                      .fill = ui.color().card,
                      .border = chosen ? ui.color().accent : ui.color().line,
                      .border_width = chosen ? ui.px(2.5F) : 1,
                      .level = Level::flat});
        auto const number = std::to_string(text.number);
        draw_case_mark(ui, {x + ui.px(34), box.center().y}, {.number = number, .diameter = 36});
        float const right = box.max.x - ui.px(18);
        constexpr Type three_lines_of_low{Face::medium, 17, 21};
        bool const small = title_height(round.cases[i]) > height;
        draw_case_title(ui, {{x + before, y + ui.px(6)}, {box.max.x - after, box.max.y - ui.px(6)}},
                        small ? three_lines_of_low : type::room, ui.color().ink, text);
        draw_masks(ui, masks, right, box.center().y);
        auto const which = "vote.masked." + number;
        touch(ui, which, box, text.title, Enabled::yes, Role::area);
        probe_value(ui, which, std::to_string(masks));
    }
    scroll.content_height(static_cast<float>(rows) * pitch - (pitch - height));
}

// The announced closing time. The round is not closed automatically.
float draw_until(Ui& ui, model::RoundStatus const& status, std::int64_t now_ms, Rect const& box)
{
    if (status.until_ms == 0) return 0;
    auto const& c = ui.color();
    constexpr std::int64_t second = 1000, minute = 60;
    auto const left = std::max<std::int64_t>(0, (status.until_ms - now_ms + second - 1) / second);
    bool const over = left == 0, soon = left <= minute;
    Rect const pill{box.min, {box.max.x, box.min.y + ui.px(64)}};
    fill(ui, pill, ui.px(14), soon ? c.risktint : c.sunken);
    draw_icon_at(ui, {pill.min.x + ui.px(28), pill.center().y}, ui.px(24), soon ? c.risk : c.ink2,
                 over ? icon::hourglass_empty : icon::schedule);
    auto const figure = fmt::format("{:02}:{:02}", left / minute, left % minute);
    auto const said = over ? ui.tr("vote.over") : ui.tr("vote.time_left");
    touch(ui, "vote.until", pill, over ? said : figure, Enabled::yes, Role::area);
    draw_text_in(ui, {{pill.min.x + ui.px(54), pill.min.y}, pill.max}, type::strong,
                 soon ? c.risk : c.ink, said);
    if (!over)
        draw_text_in(ui, {pill.min, {pill.max.x - ui.px(20), pill.max.y}}, type::rank,
                     soon ? c.risk : c.ink, figure, Align::right);
    return ui.px(64 + 12);
}

std::optional<Wish> prolong(Ui& ui, VoteView const& view, model::RoundStatus const& status,
                            Workshop const& workshop, Rect const& box)
{
    constexpr std::int64_t more_ms = 120'000;
    bool const may = workshop.access == Access::edit;
    bool const timed = status.until_ms != 0; // otherwise P is the timer's key
    bool const asked =
        button(ui, "vote.prolong", box, ui.tr(timed ? "vote.prolong" : "vote.announce"),
               {.icon = timed ? icon::add : icon::schedule, .key = timed ? "P" : ""},
               enabled_if(may)) ||
        (may && timed && view.overlay == VoteView::Overlay::nothing && shortcut(ui, ImGuiKey_P));
    if (!asked) return std::nullopt;
    auto const from = std::max(status.until_ms, workshop.now_ms);
    return edit::ProlongRound{view.round, from + more_ms};
}

// The panel while the vote is open. Returns wishes.
std::optional<Wish> draw_panel_open(Ui& ui, VoteView& view, Workshop const& workshop,
                                    model::Round const& round, Rect const& inner)
{
    auto const cast = cast_count(workshop, view.round);
    bool const some = workshop.session.ballots(view.round) > 0; // with a ticket
    auto const status = model::get<model::RoundStatus>(workshop.doc(), view.round);
    bool const may = workshop.access == Access::edit;
    bool const free = may && view.overlay == VoteView::Overlay::nothing;
    if (auto const* asked = model::collection_in_progress(workshop.doc(), view.round))
        return draw_panel_closing(ui, view, workshop, *asked, inner);
    auto const expected = workshop.expected(view.round);
    auto const missing = expected - cast;
    bool const all = expected > 0 && missing <= 0, conducts = workshop.conducts();
    float y = inner.min.y;
    draw_text(ui, inner.min, type::h2, ui.color().ink, ui.tr("vote.here"));
    y += ui.px(42);
    y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2,
                        ui.tr("vote.here.line")) +
         ui.px(16);
    auto row = [&](float high) {
        Rect const box{{inner.min.x, y}, {inner.max.x, y + ui.px(high)}};
        y += ui.px(high + 12);
        return box;
    };
    if (button(
            ui, "vote.ballot", row(60), ui.tr("vote.ballot"),
            {.rank = all ? Rank::secondary : Rank::tinted, .icon = icon::how_to_vote, .key = "B"},
            enabled_if(may)) ||
        (free && shortcut(ui, ImGuiKey_B)))
        start_ballot(view, workshop);
    if (button(ui, "vote.ticket", row(48), ui.tr("vote.ticket"), {.icon = icon::label, .key = "K"},
               enabled_if(may && some)) ||
        (free && some && shortcut(ui, ImGuiKey_K))) {
        view.ticket.clear();
        view.overlay = VoteView::Overlay::ticket;
    }
    if (free && conducts && model::takes_hands(round) && shortcut(ui, ImGuiKey_E))
        add_hands(view, workshop);
    if (status.by_hand > 0) {
        auto const said = ui.trn("results.ways.hand", status.by_hand);
        auto const box = row(28);
        draw_icon_at(ui, {box.min.x + ui.px(12), box.center().y}, ui.px(22), ui.color().ink2,
                     icon::front_hand);
        touch(ui, "vote.by_hand", box, said, Enabled::yes, Role::area);
        draw_text_in(ui, {{box.min.x + ui.px(36), box.min.y}, box.max}, type::label,
                     ui.color().ink2, said);
    }
    y += ui.px(12);
    if (expected > 0) {
        auto const box = row(64);
        fill(ui, box, ui.px(14), missing < 0 ? ui.color().warntint : ui.color().sunken);
        draw_icon_at(ui, {box.min.x + ui.px(28), box.center().y}, ui.px(24), ui.color().ink2,
                     all ? icon::done_all : icon::hourglass_empty);
        auto const said = missing > 0    ? ui.trn("vote.missing", missing)
                          : missing == 0 ? ui.tr("vote.all_in")
                                         : ui.trn("vote.too_many", -missing);
        touch(ui, "vote.expected", box, said, Enabled::yes, Role::area);
        draw_text_in(ui, {{box.min.x + ui.px(54), box.min.y}, {box.max.x - ui.px(8), box.max.y}},
                     type::strong, ui.color().ink, said);
    }
    y += draw_until(ui, status, workshop.now_ms, {{inner.min.x, y}, {inner.max.x, inner.max.y}});
    draw_paragraph(ui, {inner.min.x, y + ui.px(4)}, inner.width(), type::meta, ui.color().ink2,
                   ui.tr("vote.secret"));
    float const foot = inner.max.y - ui.px(60);
    if (may && !conducts) {
        draw_conducted(ui, {{inner.min.x, foot}, inner.max});
        return std::nullopt;
    }
    auto wish = prolong(ui, view, status, workshop,
                        {{inner.min.x, foot - ui.px(60)}, {inner.max.x, foot - ui.px(12)}});
    bool const closes =
        button(ui, "vote.close", {{inner.min.x, foot}, inner.max}, ui.tr("vote.close"),
               {.rank = Rank::primary, .icon = icon::lock_open}, enabled_if(may)) ||
        (free && shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter));
    // The second click of a double click on the button that opened the vote.
    bool const again = ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
                       ImGui::GetIO().MouseClickedLastCount[ImGuiMouseButton_Left] > 1;
    if (!closes || again) return wish;
    if (!all || workshop.shared) {
        view.overlay = VoteView::Overlay::ask_close;
        return wish;
    }
    view.revealed_s = ui.now_s;
    return CloseAndReveal{view.round};
}

} // namespace

Asked draw_vote_open(Ui& ui, VoteView& view, Workshop const& workshop, ScreenLayout const& layout)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    auto const cast = static_cast<std::size_t>(cast_count(workshop, view.round));
    auto const masked = ui.tr("vote.masked");
    float const w = text_width(ui, type::strong, masked) + ui.px(66);
    auto const& main = layout.main;
    draw_prompt(ui, {main.min, {main.max.x - w - ui.px(16), main.max.y}},
                wording::asked(*ui.words, round), wording::rules(*ui.words, round));
    float const end = main.max.x - ui.px(24), middle = main.min.y + ui.px(58);
    base::Rect const pill{{end - w, middle - ui.px(22)}, {end, middle + ui.px(22)}};
    fill(ui, pill, ui.px(22), ui.color().sunken);
    draw_icon_at(ui, {pill.min.x + ui.px(28), pill.center().y}, ui.px(22), ui.color().ink,
                 icon::visibility_off);
    touch(ui, "vote.masked", pill, masked, Enabled::yes, Role::area);
    draw_text_in(ui, {{pill.min.x + ui.px(48), pill.min.y}, pill.max}, type::strong, ui.color().ink,
                 masked);
    float const left = layout.main.min.x + ui.px(24), right = layout.main.max.x - ui.px(24),
                top = layout.main.min.y + ui.px(108);
    draw_progress(ui, {{left, top}, {right, top + ui.px(178)}}, cast,
                  workshop.expected(view.round));
    draw_masked(ui, view, workshop, round,
                {{left, top + ui.px(202)}, {right, layout.main.max.y - ui.px(16)}});

    if (ui.audience == Audience::room) return {};
    Asked asked;
    auto const inner = draw_panel(ui, layout.panel);
    // The panel needs this height below a QR code.
    bool const tall = inner.height() > ui.px(880);
    auto const rest_of_panel = draw_room_head(
        ui, workshop, inner, tall ? RoomHead::whole : RoomHead::line, "room.head.vote", asked);
    asked.take(draw_panel_open(ui, view, workshop, round, rest_of_panel));
    return asked;
}

// Closed, not revealed yet: the ballots are counted and not shown.
std::optional<Wish> draw_vote_closed(Ui& ui, VoteView& view, Workshop const& workshop,
                                     ScreenLayout const& layout)
{
    auto const round = model::get<model::Round>(workshop.doc(), view.round);
    draw_prompt(ui, layout.main, wording::question(*ui.words, round), ui.tr("vote.closed.line"));
    auto const cast = static_cast<std::size_t>(model::voters_of(workshop.doc(), view.round));
    float const left = layout.main.min.x + ui.px(24), right = layout.main.max.x - ui.px(24),
                top = layout.main.min.y + ui.px(108);
    draw_progress(ui, {{left, top}, {right, top + ui.px(178)}}, cast, round.headcount);
    draw_masked(ui, view, workshop, round,
                {{left, top + ui.px(202)}, {right, layout.main.max.y - ui.px(16)}});
    if (ui.audience == Audience::room) return std::nullopt;
    auto const inner = draw_panel(ui, layout.panel);
    draw_text(ui, inner.min, type::h2, ui.color().ink, ui.tr("vote.closed"));
    draw_paragraph(ui, {inner.min.x, inner.min.y + ui.px(42)}, inner.width(), type::text,
                   ui.color().ink2, ui.tr("vote.closed.said"));
    bool const may = workshop.conducts();
    if (workshop.access == Access::edit && !may) {
        draw_conducted(ui, {{inner.min.x, inner.max.y - ui.px(60)}, inner.max});
        return std::nullopt;
    }
    if (button(ui, "vote.reveal", {{inner.min.x, inner.max.y - ui.px(60)}, inner.max},
               ui.tr("vote.reveal"), {.rank = Rank::primary, .icon = icon::visibility},
               enabled_if(may)) ||
        (may && shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter))) {
        view.revealed_s = ui.now_s;
        return edit::RevealRound{view.round};
    }
    return std::nullopt;
}

std::optional<double> next_change(VoteView const& view, model::Document const& doc,
                                  std::int64_t now_ms)
{
    auto const status = model::get<model::RoundStatus>(doc, view.round);
    bool const runs = view.overlay == VoteView::Overlay::receipt ||
                      (status.state == model::RoundState::open && status.until_ms > now_ms);
    constexpr double second = 1;
    return runs ? std::optional(second) : std::nullopt;
}

} // namespace ui
