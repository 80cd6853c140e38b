#include "ui/kit/paint.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/estimate/estimate_view.h"
#include "wording/estimates.h"
#include "wording/placements.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

// The matrix for estimating: shows this person's answers only.
namespace ui {
namespace {

using Ballot = EstimateView::Ballot;

constexpr float chip_radius = 18, chip_in_hand = 24;

struct Own {
    std::size_t row;
    base::Vec2 centre;
};

// This person's answers on the axis; equal ones slightly separated.
std::vector<Own> own_chips(Ui const& ui, Ballot const& ballot, model::Round const& round,
                           pictures::Matrix const& matrix)
{
    auto const axis = axis_in_hand(ballot, round);
    std::vector<Own> out;
    std::vector<base::Vec2> centres;
    for (std::size_t row = 0; row < round.cases.size(); ++row) {
        auto const it = ballot.said.find({axis, round.cases[row]});
        if (it == ballot.said.end() || it->second.opportunity < 0) continue;
        out.push_back({row, {}});
        centres.push_back(matrix.at(it->second.opportunity, it->second.risk));
    }
    auto const kept = centres;
    pictures::separate(centres, ui.px(2 * chip_radius + 4), matrix.box);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].centre = out[i].row == ballot.row ? kept[i] : centres[i];
    return out;
}

// Pressing a chip may drag it; a mere click puts the current case there.
void take_hold(Ui const& ui, Ballot& ballot, std::vector<Own> const& chips)
{
    ballot.hand = Ballot::Hand::puts;
    for (auto const& chip : chips)
        if (std::hypot(ui.mouse.x - chip.centre.x, ui.mouse.y - chip.centre.y) <
            ui.px(chip_radius + 2)) {
            ballot.under = chip.row;
            ballot.hand = Ballot::Hand::over;
        }
}

// Handles press, drag and release on the matrix.
void follow_hand(Ui& ui, Ballot& ballot, model::Round const& round, model::Axis const& axis,
                 pictures::Matrix const& matrix, Touch const& press)
{
    using Hand = Ballot::Hand;
    auto const put = [&] {
        auto const to = matrix.levels_at(ui.mouse);
        answer(ballot, round, axis, to.opportunity, to.risk);
    };
    if (ballot.hand == Hand::free) return;
    if (press.held) {
        if (ballot.hand == Hand::over && press.dragged) {
            ballot.row = ballot.under;
            ballot.hand = Hand::drags;
        }
        if (ballot.hand != Hand::over) put();
        return;
    }
    auto const was = std::exchange(ballot.hand, Hand::free);
    if (was == Hand::drags) return;
    if (was == Hand::over && answer_in_hand(ballot, round)) {
        ballot.row = ballot.under;
        return;
    }
    if (was == Hand::over) put();
    // A risk of two numbers must still be entered: stays on the case.
    if (axis.risk_entry == model::RiskEntry::whole) go_on(ballot, round);
}

void draw_chips(pictures::Pen& pen, Ballot const& ballot, model::Round const& round,
                model::Document const& doc, pictures::Matrix const& matrix,
                std::vector<Own> const& chips, std::size_t hue)
{
    auto put = [&](Own const& chip) {
        auto const number =
            std::to_string(model::get<model::Case>(doc, round.cases[chip.row]).number);
        CaseChip drawn;
        drawn.number = number;
        drawn.axis = hue;
        drawn.radius = pen.px(chip.row == ballot.row ? chip_in_hand : chip_radius);
        if (chip.row == ballot.row) drawn.state = ChipState::selected;
        pictures::draw_case_chip(pen, chip.centre, drawn);
    };
    for (auto const& chip : chips)
        if (chip.row != ballot.row) put(chip);
    for (auto const& chip : chips) {
        if (chip.row != ballot.row) continue;
        pictures::draw_guides(pen, matrix, chip.centre);
        put(chip);
    }
}

void draw_head(Ui& ui, Ballot const& ballot, model::Round const& round, model::Axis const& axis,
               base::Rect const& area)
{
    float const x = area.min.x + ui.px(24), y = area.min.y + ui.px(14);
    draw_axis_badge(ui, {x, y}, ui.px(48), axis.place);
    auto const pill = wording::answered(
        *ui.words,
        static_cast<std::size_t>(answered_on(ballot, round, axis_in_hand(ballot, round))),
        round.cases.size());
    base::Rect const title{{x + ui.px(64), y},
                           {area.max.x - ui.px(60) - pill_width(ui, pill), y + ui.px(48)}};
    float const drawn =
        draw_text_in(ui, title, type::axis_title, ui.color().ink, wording::axis_name(axis));
    draw_pill(ui, {title.min.x + drawn + ui.px(20), y + ui.px(25)}, pill);
    auto const hint = ui.tr("estimate.hint");
    draw_text_in(
        ui, {{area.min.x + ui.px(320), y + ui.px(52)}, {area.max.x - ui.px(24), y + ui.px(80)}},
        type::legend, ui.color().ink2, hint, Align::right);
}

} // namespace

void draw_ballot_matrix(Ui& ui, Ballot& ballot, model::Round const& round,
                        model::Document const& doc, base::Rect const& area)
{
    auto const axis = model::get<model::Axis>(doc, axis_in_hand(ballot, round));
    draw_head(ui, ballot, round, axis, area);
    auto const matrix = pictures::matrix_of(axis,
                                            {{area.min.x + ui.px(104), area.min.y + ui.px(110)},
                                             {area.max.x - ui.px(24), area.max.y - ui.px(72)}},
                                            ui.px(8), ui.px(pictures::title_band));
    constexpr std::array not_said{-1, -1, -1, -1}; // counts per quadrant are hidden
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_quadrants(pen, matrix, pen.px(20),
                                 pictures::quadrant_titles(pen, matrix, axis, not_said));
        pictures::draw_scales(pen, matrix, axis);
    });
    auto chips = own_chips(ui, ballot, round, matrix);
    auto const press = touch(ui, "estimate.matrix", matrix.box, ui.tr("estimate.matrix"),
                             Enabled::yes, Role::area);
    if (press.pressed) {
        focus(ui, "");
        take_hold(ui, ballot, chips);
    }
    follow_hand(ui, ballot, round, axis, matrix, press);
    chips = own_chips(ui, ballot, round, matrix);
    draw_picture(ui, [&](auto& pen) {
        draw_chips(pen, ballot, round, doc, matrix, chips, hue_of(axis.place));
    });
}

} // namespace ui
