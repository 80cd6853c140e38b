#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/paint/matrix_keys.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/not_taken.h"
#include "ui/screens/estimate/estimate_view.h"
#include "wording/estimates.h"
#include "wording/placements.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// A person's ballot of estimates, in full size: axis tabs, a matrix, the answer as numbers.
namespace ui {
namespace {

using Ballot = EstimateView::Ballot;
using Page = EstimateView::Page;

constexpr float tabs_height = 81, panel_width = 408;
constexpr model::Level arrow_step = 50, arrow_fine = 10;

std::size_t whole(model::Round const& round) { return round.axes.size() * round.cases.size(); }

void walk(Ballot& ballot, model::Round const& round, int step)
{
    auto const count = static_cast<int>(round.cases.size());
    ballot.row = static_cast<std::size_t>((static_cast<int>(ballot.row) + step + count) % count);
}

void keys(Ui& ui, Ballot& ballot, model::Round const& round, model::Document const& doc)
{
    if (auto const at = axis_pressed(ui, doc, round.axes)) ballot.axis = *at;
    auto const axis = model::get<model::Axis>(doc, axis_in_hand(ballot, round));
    if (shortcut(ui, ImGuiKey_Enter)) go_on(ballot, round);
    if (shortcut(ui, ImGuiKey_PageDown, Repeat::yes)) walk(ballot, round, 1);
    if (shortcut(ui, ImGuiKey_PageUp, Repeat::yes)) walk(ballot, round, -1);
    if (shortcut(ui, ImGuiKey_J)) {
        answer_dont_know(ballot, round);
        go_on(ballot, round);
    }
    if (shortcut(ui, ImGuiKey_Delete) || shortcut(ui, ImGuiKey_Backspace))
        ballot.said.erase({axis_in_hand(ballot, round), case_in_hand(ballot, round)});
    for (auto const& arrow : matrix_arrows) {
        int step = 0;
        if (shortcut(ui, arrow.key, Repeat::yes)) step = arrow_step;
        if (shortcut(ui, ImGuiMod_Shift | arrow.key, Repeat::yes)) step = arrow_fine;
        if (step == 0) continue;
        auto const* now = answer_in_hand(ballot, round);
        bool const there = now && now->opportunity >= 0;
        auto const from =
            there ? *now : model::Estimate{model::level_max / 2, model::level_max / 2};
        answer(ballot, round, axis, from.opportunity + step * arrow.opportunity,
               from.risk + step * arrow.risk);
    }
}

// One number: label, value, slider. True when it changed.
bool draw_number(Ui& ui, std::string_view id, base::Rect const& box, std::string const& name,
                 board::Color color, model::Level& level)
{
    bool const said = level >= 0;
    draw_text_in(ui, {box.min, {box.max.x - ui.px(70), box.min.y + ui.px(28)}}, type::strong, color,
                 name);
    auto const figure = said ? ui.words->decimal(level / 100.0, 1) : std::string("–");
    draw_text_in(ui, {{box.max.x - ui.px(70), box.min.y}, {box.max.x, box.min.y + ui.px(28)}},
                 type::h3, said ? ui.color().ink : ui.color().ink3, figure, Align::right);
    float value = said ? static_cast<float>(level) / 100 : 5;
    auto const slid =
        slider(ui, id, {{box.min.x, box.min.y + ui.px(30)}, {box.max.x, box.min.y + ui.px(58)}},
               name, value, {0, 10, 0.1F, 5, SliderRange::Tick::shown});
    if (slid == Slide::none) return false;
    level = static_cast<model::Level>(std::lround(value * 100));
    return true;
}

float draw_numbers(Ui& ui, Ballot& ballot, model::Round const& round, model::Axis const& axis,
                   base::Rect const& area)
{
    auto const* now = answer_in_hand(ballot, round);
    auto at = now ? *now : model::Estimate{};
    float y = area.min.y;
    auto row = [&](std::string_view id, std::string const& name, board::Color color,
                   model::Level& level) {
        bool const moved =
            draw_number(ui, id, {{area.min.x, y}, {area.max.x, y + ui.px(58)}}, name, color, level);
        y += ui.px(70);
        return moved;
    };
    auto or_middle = [](model::Level level) { return level < 0 ? model::level_max / 2 : level; };
    bool moved = row("estimate.opportunity", axis.opportunity, ui.color().opp, at.opportunity);
    if (axis.risk_entry == model::RiskEntry::whole) {
        moved = row("estimate.risk", axis.risk, ui.color().risk, at.risk) || moved;
    } else {
        auto const word = [&](std::string const& own, std::string_view key) {
            return own.empty() ? ui.tr(key) : own;
        };
        moved = row("estimate.severity", word(axis.severity, "estimate.severity"), ui.color().risk,
                    at.severity) ||
                moved;
        moved = row("estimate.likelihood", word(axis.likelihood, "estimate.likelihood"),
                    ui.color().risk, at.likelihood) ||
                moved;
        if (moved) {
            at.severity = or_middle(at.severity), at.likelihood = or_middle(at.likelihood);
            at.risk = model::risk_of(at.severity, at.likelihood);
        }
        auto const one = at.risk < 0 ? std::string("–") : ui.words->decimal(at.risk / 100.0, 1);
        base::Rect const sum{{area.min.x, y - ui.px(8)}, {area.max.x, y + ui.px(18)}};
        draw_text_in(ui, {sum.min, {sum.max.x - ui.px(70), sum.max.y}}, type::legend,
                     ui.color().ink2, ui.words->text("estimate.as_one", axis.risk));
        draw_text_in(ui, sum, type::h3, ui.color().ink, one, Align::right);
        probe_value(ui, "estimate.likelihood", one);
        y += ui.px(28);
    }
    if (moved) {
        at.opportunity = or_middle(at.opportunity), at.risk = or_middle(at.risk);
        ballot.said[{axis_in_hand(ballot, round), case_in_hand(ballot, round)}] = at;
    }
    return y - area.min.y;
}

// A list of the round's cases with this person's answers, as alternative to the matrix.
void draw_list(Ui& ui, Ballot& ballot, model::Round const& round, model::Document const& doc,
               base::Rect const& list)
{
    float const row = ui.px(50);
    if (ballot.scrolled_to != ballot.row) { // scrolls to the current case
        ballot.scrolled_to = ballot.row;
        float const at = row * static_cast<float>(ballot.row);
        ballot.scroll.offset = std::clamp(ballot.scroll.offset, at + row - list.height(), at);
    }
    ScrollArea scroll(ui, "estimate.list", list, ballot.scroll);
    float y = scroll.top();
    for (std::size_t i = 0; i < round.cases.size(); ++i, y += row) {
        base::Rect const box{{list.min.x, y}, {list.max.x - ui.px(12), y + row - ui.px(4)}};
        if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
        auto const text = model::get<model::Case>(doc, round.cases[i]);
        auto const number = std::to_string(text.number);
        auto const it = ballot.said.find({axis_in_hand(ballot, round), round.cases[i]});
        auto const said =
            wording::answer(*ui.words, it == ballot.said.end() ? nullptr : &it->second);
        auto const id = "estimate.row." + number;
        auto const press = touch(ui, id, box, text.title);
        probe_value(ui, id, said);
        bool const on = ballot.row == i;
        if (on || press.hovered)
            fill(ui, box, ui.px(10), on ? ui.color().atint : ui.color().sunken);
        if (on) outline(ui, box, ui.px(10), ui.color().accent, ui.snap(2));
        if (press.focused) focus_ring(ui, box, ui.px(10));
        if (press.clicked) ballot.row = ballot.scrolled_to = i;
        draw_case_mark(ui, {box.min.x + ui.px(24), box.center().y},
                       {.number = number, .diameter = 32});
        float const end = box.max.x - ui.px(20) - text_width(ui, type::strong, said);
        draw_case_title(ui, {{box.min.x + ui.px(48), box.min.y}, {end, box.max.y}}, type::label,
                        ui.color().ink, text);
        draw_text_in(ui, {{box.max.x - ui.px(104), box.min.y}, {box.max.x - ui.px(8), box.max.y}},
                     type::strong, said == "–" ? ui.color().ink3 : ui.color().accent, said,
                     Align::right);
    }
    scroll.content_height(row * static_cast<float>(round.cases.size()));
}

void draw_tabs(Ui& ui, Ballot& ballot, model::Round const& round, model::Document const& doc,
               base::Rect const& area)
{
    fill(ui, area, 0, ui.color().panel);
    hairline_h(ui, area.min.x, area.max.x, area.max.y - 1, ui.color().line);
    float const width = area.width() / static_cast<float>(round.axes.size());
    auto const cases = static_cast<int>(round.cases.size());
    for (std::size_t i = 0; i < round.axes.size(); ++i) {
        auto const axis = model::get<model::Axis>(doc, round.axes[i]);
        float const x = area.min.x + width * static_cast<float>(i);
        bool const complete = answered_on(ballot, round, round.axes[i]) == cases;
        if (axis_tab(ui, "estimate.axis." + std::to_string(axis.place),
                     {{x, area.min.y}, {x + width, area.max.y}}, axis.place,
                     wording::axis_name(axis), ballot.axis == i ? On::yes : On::no,
                     complete ? Complete::yes : Complete::no))
            ballot.axis = i;
    }
}

} // namespace

void draw_ballot_answer(Ui& ui, Ballot& ballot, model::Round const& round,
                        model::Document const& doc, base::Rect const& area)
{
    auto const axis = model::get<model::Axis>(doc, axis_in_hand(ballot, round));
    auto const text = model::get<model::Case>(doc, case_in_hand(ballot, round));
    auto const number = std::to_string(text.number);
    float y = area.min.y;
    draw_icon_at(ui, {area.min.x + ui.px(12), y + ui.px(13)}, ui.px(22), ui.color().accent,
                 icon::visibility_off);
    draw_text_in(ui, {{area.min.x + ui.px(32), y}, {area.max.x, y + ui.px(26)}}, type::legend,
                 ui.color().accent, ui.tr("estimate.secret"));
    y += ui.px(42);
    draw_case_mark(ui, {area.min.x + ui.px(23), y + ui.px(23)},
                   {.number = number, .diameter = 46, .fill = ChipFill::accent});
    // The whole title of the case to answer for, smaller where it is long.
    constexpr int usual_lines = 3, lines_most = 8;
    float const title_width = area.width() - ui.px(60);
    float const usual = static_cast<float>(usual_lines) * line_height(ui, type::h3);
    bool const long_one =
        paragraph_height(ui, type::h3, text.title, title_width, lines_most) > usual + 1;
    y +=
        std::max(ui.px(58), ui.px(10) + draw_paragraph(ui, {area.min.x + ui.px(60), y}, title_width,
                                                       long_one ? type::strong : type::h3,
                                                       ui.color().ink, text.title, lines_most));
    y += draw_numbers(ui, ballot, round, axis, {{area.min.x, y}, area.max}) + ui.px(4);
    auto const* now = answer_in_hand(ballot, round);
    auto const unknown = ui.tr("estimate.unknown");
    base::Rect const left{{area.min.x, y}, {area.max.x - ui.px(60), y + ui.px(48)}};
    bool const says_so = now && now->opportunity < 0;
    if (button(ui, "estimate.unknown", left, unknown,
               {.rank = says_so ? Rank::tinted : Rank::secondary,
                .icon = icon::help_outline,
                .key = "J"})) {
        answer_dont_know(ballot, round);
        go_on(ballot, round);
    }
    if (icon_button(ui, "estimate.clear",
                    {{area.max.x - ui.px(48), y}, {area.max.x, y + ui.px(48)}},
                    icon::delete_outline, ui.tr("estimate.clear"), Rank::secondary,
                    enabled_if(now != nullptr)))
        ballot.said.erase({axis_in_hand(ballot, round), case_in_hand(ballot, round)});
    y += ui.px(64);
    hairline_h(ui, area.min.x, area.max.x, y, ui.color().line);
    y += ui.px(10);
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + ui.px(24)}}, type::legend, ui.color().ink2,
                 ui.tr("estimate.yours"));
    draw_text_in(ui, {{area.min.x, y}, {area.max.x - ui.px(20), y + ui.px(24)}}, type::legend,
                 ui.color().ink2, ui.tr("estimate.columns"), Align::right);
    y += ui.px(30);
    draw_list(ui, ballot, round, doc, {{area.min.x, y}, area.max});
}

std::optional<Wish> draw_estimate_ballot(Ui& ui, EstimateView& view, Workshop const& workshop)
{
    auto& ballot = view.ballot;
    auto const& doc = workshop.doc();
    auto const* found = model::find<model::Round>(doc, ballot.round);
    if (!found || found->axes.empty() || found->cases.empty()) {
        view.page = Page::none;
        return std::nullopt;
    }
    auto const& round = *found;
    ballot.axis = std::min(ballot.axis, round.axes.size() - 1);
    ballot.row = std::min(ballot.row, round.cases.size() - 1);
    Layer const layer(ui, "estimate.ballot");
    auto const layout = layout_of(ui, Panel::hidden);
    base::Rect const cover{{0, layout.top.max.y}, ui.size};
    touch(ui, "estimate.ground", ui.screen(), {}, Enabled::yes, Role::area);
    fill(ui, cover, 0, ui.color().paper);
    float top = cover.min.y;
    if (round.axes.size() > 1) {
        top += ui.px(tabs_height);
        draw_tabs(ui, ballot, round, doc, {cover.min, {cover.max.x, top}});
    }
    base::Rect const panel{{cover.max.x - ui.px(panel_width), top}, cover.max};
    draw_ballot_matrix(ui, ballot, round, doc, {{cover.min.x, top}, {panel.min.x, cover.max.y}});
    auto const inner = draw_panel(ui, panel);
    base::Rect const foot{{inner.min.x, inner.max.y - ui.px(60)}, inner.max};
    float end = foot.min.y - ui.px(44);
    std::optional<Wish> rescue;
    if (ballot.refused) {
        NotTaken const why{"estimate.not_in", "ballot.not_in", *ballot.refused};
        end -= not_taken_height(ui, why, inner.width());
        rescue = draw_not_taken(ui, why, {inner.min.x, end}, inner.width());
        end -= ui.px(12);
    }
    draw_ballot_answer(ui, ballot, round, doc, {inner.min, {inner.max.x, end}});
    auto const said = wording::answered(*ui.words, ballot.said.size(), whole(round));
    draw_text_in(ui, {{inner.min.x, foot.min.y - ui.px(36)}, {inner.max.x, foot.min.y - ui.px(8)}},
                 type::legend, ui.color().ink2, said);
    keys(ui, ballot, round, doc);
    bool const done = button(ui, "estimate.cast", {foot.min, {foot.max.x - ui.px(72), foot.max.y}},
                             ui.tr("estimate.cast"),
                             {.rank = Rank::primary, .icon = icon::how_to_vote, .key = "Ctrl ⏎"},
                             enabled_if(!ballot.casting)) ||
                      (!ballot.casting && shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter));
    bool const leaves =
        icon_button(ui, "estimate.leave", {{foot.max.x - ui.px(60), foot.min.y}, foot.max},
                    icon::close, ui.tr("estimate.leave"), Rank::secondary) ||
        shortcut(ui, ImGuiKey_Escape);
    if (leaves) {
        view.page = ballot.said.empty() ? Page::none : Page::ask_leave;
        return std::nullopt;
    }
    if (rescue) return rescue;
    if (!done) return std::nullopt;
    if (ballot.said.size() == whole(round)) return cast_in_hand(view);
    view.page = Page::ask_part;
    return std::nullopt;
}

} // namespace ui
