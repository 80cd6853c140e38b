#include "model/voting_method.h"
#include "ui/kit/names.h"
#include "ui/screens/vote/vote_booth.h"
#include "wording/votes/ballots.h"
#include "wording/votes/grades.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// Ballots that are lists of cases: points, ticks, scores, grades, credits.
namespace ui {
namespace {

using base::Rect;
using model::BallotType;

// The kind of mark on the visible page.
enum class Kind { points, ticks, scale };

model::VotingMethod const& method_of(Booth const& booth)
{
    return model::voting_method(booth.round.method);
}

bool choosing(Booth const& booth)
{
    return method_of(booth).has(model::VotingMethod::two_pages) &&
           booth.ballot.page == ballots::BallotInHand::Page::choose;
}

Kind kind_of(Booth const& booth)
{
    if (choosing(booth) || method_of(booth).ballot == BallotType::approvals) return Kind::ticks;
    return method_of(booth).zero_answers() ? Kind::scale : Kind::points;
}

// Whether the marks are words.
bool worded(Booth const& booth) { return method_of(booth).ballot == BallotType::grades; }

bool pays_squares(Booth const& booth) { return method_of(booth).spends == model::Spends::squares; }

bool ticked(Booth const& booth, model::CaseId id)
{
    return choosing(booth) ? booth.ballot.chosen.contains(id)
                           : value_of(booth.ballot, id).value_or(0) > 0;
}

void tick(Booth const& booth, model::CaseId id)
{
    if (choosing(booth))
        (void)choose(booth.round, booth.ballot, id);
    else
        (void)give(booth.round, booth.ballot, id, ticked(booth, id) ? 0 : 1);
}

// As many columns as needed to show all cases, if possible.
int columns_of(Ui const& ui, Kind kind, std::size_t count, float width)
{
    constexpr std::size_t one = 8, two = 18;
    constexpr float narrowest = 540;
    if (kind == Kind::scale || count <= one) return 1;
    int const wanted = kind == Kind::ticks && count > two ? 3 : 2;
    return std::clamp(static_cast<int>(width / ui.px(narrowest)), 1, wanted);
}

constexpr int dots_max = 5; // above, a number is shown

// Discs to press: the third gives three points.
float draw_dots(Ui& ui, Booth const& booth, model::CaseId id, std::string const& number,
                float right, float y, int most)
{
    auto const& c = ui.color();
    auto const value = value_of(booth.ballot, id).value_or(0);
    float const pitch = ui.px(30);
    float x = right - pitch * static_cast<float>(most);
    for (int dot = 0; dot < most; ++dot, x += pitch) {
        base::Vec2 const centre{x + pitch / 2, y};
        bool const on = dot < value;
        auto const press =
            touch(ui, "ballot.dot." + number + "." + std::to_string(dot + 1),
                  base::grown({centre, centre}, pitch / 2), {}, Enabled::yes, Role::area);
        if (press.pressed)
            (void)give(booth.round, booth.ballot, id, dot + 1 == value ? dot : dot + 1);
        disc(ui, centre, ui.px(10), on ? c.accent : c.sunken);
        if (!on) ring(ui, centre, ui.px(9.5F), press.hovered ? c.accent : c.edge, ui.snap(1.5F));
    }
    return right - pitch * static_cast<float>(most);
}

// The credits paid, and the cost of the next vote.
float draw_credits(Ui& ui, Booth const& booth, model::CaseId id, float right, float y)
{
    auto const& c = ui.color();
    auto const value = std::abs(value_of(booth.ballot, id).value_or(0));
    auto const cost = 2 * value + 1;
    auto const next = ui.words->text("ballot.next_costs", cost);
    auto const paid = value > 0 ? ui.words->text("ballot.paid", value * value) : std::string{};
    float const x = right - ui.px(128);
    bool const can = spending_of(booth.round, booth.ballot).left() >= cost;
    float const half = ui.px(12), middle = value > 0 ? y + half : y;
    draw_text_in(ui, {{x, y - 2 * half}, {right, y}}, type::meta, c.ink2, paid, Align::right);
    draw_text_in(ui, {{x, middle - half}, {right, middle + half}}, type::meta,
                 can ? c.ink2 : c.warn, next, Align::right);
    return x;
}

// The step of one press: larger for large budgets.
int stride_of(Booth const& booth)
{
    constexpr int a_lot = 100;
    auto const& method = method_of(booth);
    return method.spends == model::Spends::sum && method.budget >= a_lot ? 5 : 1;
}

// A button that gives or takes points. Pressed or with the focus, its row is the one that digits go
// to; Enter is for the ballot as a whole.
bool stepper(Ui& ui, Booth const& booth, std::string const& id, std::size_t index, Rect const& box,
             unsigned sign, std::string const& said, Enabled enabled)
{
    bool const focused = focused_id(ui) == id;
    if (focused && ImGui::IsKeyPressed(ImGuiKey_Enter)) focus(ui, {});
    bool const pressed = icon_button(ui, id, box, sign, said, Rank::secondary, enabled);
    if (pressed || (focused && booth.ballot.row != index)) booth.ballot.typed.clear();
    if (pressed || focused) booth.ballot.row = index;
    return pressed;
}

// − value +, and the labels beside. Returns the left end.
float draw_points(Ui& ui, Booth const& booth, model::CaseId id, std::string const& number,
                  Rect const& box, std::size_t index)
{
    auto const& c = ui.color();
    auto& ballot = booth.ballot;
    auto const value = value_of(ballot, id).value_or(0);
    float x = box.max.x - ui.px(14);
    float const y = box.center().y;
    auto square = [&](float at) {
        return Rect{{at - ui.px(48), y - ui.px(24)}, {at, y + ui.px(24)}};
    };
    int const stride = stride_of(booth);
    auto const most = most_for(booth.round, ballot, id), least = least_for(booth.round, ballot, id);
    if (stepper(ui, booth, "ballot.more." + number, index, square(x), icon::add,
                ui.tr("vote.more", stride), enabled_if(value < most)))
        (void)give(booth.round, ballot, id, std::min(value + stride, most));
    x -= ui.px(54);
    bool const wide = booth.round.budget > 9;
    float const figure = ui.px(wide ? 62 : 40);
    draw_text_in(ui, {{x - figure, y - ui.px(16)}, {x, y + ui.px(16)}}, type::rank,
                 value != 0 ? c.accent : c.ink3,
                 value < 0 ? "−" + std::to_string(-value) : std::to_string(value), Align::centre);
    x -= figure + ui.px(6);
    if (stepper(ui, booth, "ballot.less." + number, index, square(x), icon::remove,
                ui.tr("vote.less", stride), enabled_if(value > least)))
        (void)give(booth.round, ballot, id, std::max(value - stride, least));
    x -= ui.px(66);
    if (pays_squares(booth)) return draw_credits(ui, booth, id, x, y);
    auto const cap =
        booth.round.cap > 0 ? std::min(booth.round.cap, booth.round.budget) : booth.round.budget;
    if (cap <= dots_max) return draw_dots(ui, booth, id, number, x, y, cap);
    // The share of the budget: a bar at the bottom of the card, below the title.
    if (value > 0 && booth.round.budget > 0) {
        auto const share = static_cast<float>(value) / static_cast<float>(booth.round.budget);
        float const left = box.min.x + ui.px(66), run = x - ui.px(8) - left;
        fill(ui, {{left, box.max.y - ui.px(7)}, {left + run * share, box.max.y - ui.px(3)}},
             ui.px(2), c.accent);
    }
    return x;
}

float draw_tick(Ui& ui, Booth const& booth, model::CaseId id, model::Case const& text,
                Rect const& box)
{
    auto const& c = ui.color();
    bool const on = ticked(booth, id);
    float const x = box.max.x - ui.px(34), y = box.center().y, half = ui.px(16);
    Rect const square{{x - half, y - half}, {x + half, y + half}};
    auto const beyond = booth.ballot.beyond.find(id);
    bool const can = beyond == booth.ballot.beyond.end();
    fill(ui, square, ui.px(9), on ? c.accent : c.card);
    if (!on) outline(ui, square, ui.px(9), can ? c.edge : c.line2, ui.snap(2));
    if (on) draw_icon_at(ui, {x, y}, ui.px(26), c.onaccent, icon::check);
    if (!can) draw_icon_at(ui, {x, y}, ui.px(20), c.ink3, icon::block);
    float left = x - half - ui.px(14);
    if (!method_of(booth).has(model::VotingMethod::money)) return left;
    auto const said = can ? wording::cost_in_budget(*ui.words, text.cost)
                          : wording::out_of_reach(*ui.words, beyond->second);
    float const w = std::min(text_width(ui, type::strong, said), ui.px(220));
    draw_text_in(ui, {{left - w - 1, box.min.y}, {left, box.max.y}},
                 can ? type::strong : type::meta, can ? c.ink : c.ink2, said, Align::right);
    return left - w - ui.px(10);
}

// A button per value: words from the best at the left, numbers from 0 at the left.
float draw_scale(Ui& ui, Booth const& booth, model::CaseId id, std::string const& number,
                 Rect const& box)
{
    auto const& c = ui.color();
    auto& ballot = booth.ballot;
    bool const words = worded(booth);
    auto const names =
        words ? wording::grade_names(*ui.words, booth.round) : std::vector<std::string>{};
    int const count = words ? booth.round.grades : booth.round.grades + 1;
    float const gap = ui.px(6), most = box.width() * (words ? 0.68F : 0.56F);
    float cell = ui.px(words ? 126 : 46);
    cell = std::min(cell, most / static_cast<float>(count) - gap);
    auto const value = value_of(ballot, id);
    float const whole = (cell + gap) * static_cast<float>(count) - gap;
    float x = box.max.x - ui.px(14) - whole;
    float const begins = x;
    float const y = box.center().y;
    for (int i = 0; i < count; ++i, x += cell + gap) {
        int const stands = words ? count - 1 - i : i;
        auto const said =
            words ? names.at(static_cast<std::size_t>(stands)) : std::to_string(stands);
        Rect const at{{std::round(x), y - ui.px(23)}, {std::round(x + cell), y + ui.px(23)}};
        auto const which = "ballot.value." + number + "." + std::to_string(stands);
        auto const press = touch(ui, which, at, said, Enabled::yes, Role::area);
        bool const on = value == stands;
        probe_on(ui, which, on ? On::yes : On::no);
        if (press.pressed) {
            if (on)
                take_back(ballot, id);
            else
                (void)give(booth.round, ballot, id, stands);
        }
        auto const ground = on ? c.accent : press.hovered ? c.atint : c.card;
        fill(ui, at, ui.px(10), ground);
        if (!on) outline(ui, at, ui.px(10), press.hovered ? c.accent : c.line2, ui.snap(1.5F));
        Type face{on ? Face::semibold : Face::medium, words ? 17.F : 20.F, 24};
        auto const width = text_width(ui, face, said), room = cell - ui.px(10);
        if (width > room) face.px = std::max(13.F, face.px * room / width);
        draw_text_in(ui, {{at.min.x + ui.px(4), at.min.y}, {at.max.x - ui.px(4), at.max.y}}, face,
                     on ? c.onaccent : c.ink, said, Align::centre);
    }
    return begins;
}

// The space for a title beside its controls, in rows of that width.
float title_width(Ui const& ui, Booth const& booth, float width)
{
    float controls = ui.px(48); // a check box
    if (kind_of(booth) == Kind::ticks && method_of(booth).has(model::VotingMethod::money))
        controls += ui.px(230);
    if (kind_of(booth) == Kind::points) controls = ui.px(380);
    if (kind_of(booth) == Kind::scale) controls = width * (worded(booth) ? 0.68F : 0.56F);
    return width - controls - ui.px(66 + 28);
}

void draw_row(Ui& ui, Booth const& booth, model::CaseId id, Rect const& box, std::size_t index)
{
    auto const& c = ui.color();
    auto& ballot = booth.ballot;
    auto const kind = kind_of(booth);
    auto const text = model::get<model::Case>(booth.doc, id);
    auto const number = std::to_string(text.number), which = "ballot.row." + number;
    bool const can = !ballot.beyond.contains(id);
    auto const press = touch(ui, which, box, text.title, enabled_if(can),
                             kind == Kind::ticks ? Role::button : Role::area);
    if (press.pressed) ballot.typed.clear();
    if (press.pressed || press.focused) ballot.row = index;
    if (kind == Kind::ticks && press.clicked) tick(booth, id);
    auto const value = value_of(ballot, id);
    bool const on = kind == Kind::ticks ? ticked(booth, id) : value.has_value();
    probe_on(ui, which, on ? On::yes : On::no);
    bool const current = ballot.row == index;
    draw_surface(ui, box,
                 {.radius = ui.px(14),
                  .fill = !can ? c.sunken
                          : on ? c.atint
                               : c.card,
                  .border = current ? c.accent
                            : on    ? c.aline
                                    : c.line,
                  .border_width = current ? ui.snap(2.5F) : 1,
                  .level = Level::flat});
    float right = box.max.x;
    if (kind == Kind::ticks) right = draw_tick(ui, booth, id, text, box);
    if (kind == Kind::scale) right = draw_scale(ui, booth, id, number, box);
    if (kind == Kind::points) right = draw_points(ui, booth, id, number, box, index);
    draw_case_name(ui, {box.min, {right - ui.px(14), box.max.y}}, text);
    if (kind == Kind::points) probe_value(ui, which, std::to_string(value.value_or(0)));
}

// Enters an amount digit by digit, within the limits.
void type_digit(Booth const& booth, model::CaseId on, int digit)
{
    auto& ballot = booth.ballot;
    auto const& round = booth.round;
    int const whole = pays_squares(booth) ? most_for(round, ballot, on) : mark_range(round).most;
    auto longer = ballot.typed + std::to_string(digit);
    constexpr std::size_t digits_most = 6;
    bool const fits = longer.size() <= digits_most && std::stoi(longer) <= whole;
    ballot.typed = fits ? longer : std::to_string(digit);
    (void)give(booth.round, ballot, on, std::stoi(ballot.typed));
}

void scale_keys(Ui& ui, Booth const& booth, model::CaseId on)
{
    auto& ballot = booth.ballot;
    bool const words = worded(booth);
    auto const now = value_of(ballot, on);
    int const most = most_for(booth.round, ballot, on);
    int const along = words ? -1 : 1; // → goes to the right
    if (shortcut(ui, ImGuiKey_RightArrow, Repeat::yes))
        (void)give(booth.round, ballot, on,
                   now     ? std::clamp(*now + along, 0, most)
                   : words ? most
                           : 0);
    if (shortcut(ui, ImGuiKey_LeftArrow, Repeat::yes))
        (void)give(booth.round, ballot, on,
                   now     ? std::clamp(*now - along, 0, most)
                   : words ? 0
                           : most);
    if (shortcut(ui, ImGuiKey_Backspace) || shortcut(ui, ImGuiKey_Delete)) take_back(ballot, on);
    auto const pressed = digit(ui, 0, 9);
    if (!pressed) return;
    if (!words) {
        type_digit(booth, on, *pressed);
        return;
    }
    // The first word is 1.
    if (*pressed >= 1 && *pressed <= booth.round.grades)
        (void)give(booth.round, ballot, on, booth.round.grades - *pressed);
    if (*pressed == 0) take_back(ballot, on);
}

void points_keys(Ui& ui, Booth const& booth, model::CaseId on)
{
    constexpr int big_stride = 10;
    auto& ballot = booth.ballot;
    auto const now = value_of(ballot, on).value_or(0);
    auto by = [&](int step) {
        ballot.typed.clear();
        (void)give(booth.round, ballot, on, now + step);
    };
    if (shortcut(ui, ImGuiKey_RightArrow, Repeat::yes) || shortcut(ui, ImGuiKey_KeypadAdd)) by(1);
    if (shortcut(ui, ImGuiKey_LeftArrow, Repeat::yes) || shortcut(ui, ImGuiKey_Minus)) by(-1);
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_RightArrow, Repeat::yes)) by(big_stride);
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_LeftArrow, Repeat::yes)) by(-big_stride);
    if (shortcut(ui, ImGuiKey_Backspace) || shortcut(ui, ImGuiKey_Delete)) by(-now);
    if (auto const pressed = digit(ui, 0, 9)) type_digit(booth, on, *pressed);
}

void list_keys(Ui& ui, Booth const& booth, std::vector<model::CaseId> const& cases)
{
    auto& ballot = booth.ballot;
    if (cases.empty()) return;
    auto const on = cases[ballot.row];
    switch (kind_of(booth)) {
    case Kind::points: points_keys(ui, booth, on); return;
    case Kind::scale: scale_keys(ui, booth, on); return;
    case Kind::ticks:
        if (shortcut(ui, ImGuiKey_Space)) tick(booth, on);
        if (shortcut(ui, ImGuiKey_RightArrow) && !ticked(booth, on)) tick(booth, on);
        if (shortcut(ui, ImGuiKey_LeftArrow) && ticked(booth, on)) tick(booth, on);
    }
}

} // namespace

void draw_list_ballot(Ui& ui, Booth const& booth, Rect const& area)
{
    auto const cases = shown_cases(booth.round, booth.ballot);
    auto const walked = walk_cases(ui, booth.ballot, cases.size());
    list_keys(ui, booth, cases);
    auto const kind = kind_of(booth);
    int const columns = columns_of(ui, kind, cases.size(), area.width());
    auto const down = (static_cast<int>(cases.size()) + columns - 1) / columns;
    float const gap = ui.px(16), edge = ui.px(4);
    float most = area.width() - ui.px(14); // without the scroll bar
    if (columns == 1 && kind != Kind::scale) most = std::min(most, ui.px(1100));
    float const left = area.min.x + (area.width() - ui.px(14) - most) / 2;
    float const width =
        (most - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    // Row height that shows all cases, if possible, and then their whole titles.
    float const fit = (area.height() - 2 * edge) / static_cast<float>(std::max(1, down));
    float const wanted = std::max(
        ui.px(82), titles_height(ui, booth.doc, cases, type::room, title_width(ui, booth, width)) +
                       ui.px(10 + 10));
    float const pitch = fit >= ui.px(64) ? std::min(fit, wanted) : ui.px(76);
    float const height = pitch - ui.px(pitch < ui.px(72) ? 8 : 10);
    ScrollArea scroll(ui, "ballot.list", area, booth.scroll);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        auto const column = static_cast<int>(i) / std::max(1, down),
                   row = static_cast<int>(i) % std::max(1, down);
        base::Vec2 const at{left + static_cast<float>(column) * (width + gap),
                            scroll.top() + edge + static_cast<float>(row) * pitch};
        Rect const box{at, {at.x + width, at.y + height}};
        if (walked == Walked::yes && i == booth.ballot.row) scroll.show(box.min.y, box.max.y);
        if (box.max.y < area.min.y || box.min.y > area.max.y) continue;
        draw_row(ui, booth, cases[i], box, i);
    }
    scroll.content_height(static_cast<float>(down) * pitch + edge);
}

} // namespace ui
