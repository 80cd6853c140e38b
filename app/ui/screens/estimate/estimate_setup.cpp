#include "analysis/common/in_use.h"
#include "analysis/estimates/cloud.h"
#include "model/turnout.h"
#include "ui/paint/matrix_paint.h"
#include "ui/screens/estimate/estimate_view.h"
#include "wording/placements.h"

#include <algorithm>
#include <array>
#include <set>

// Setting up a blind round: cases, axes, number of people.
namespace ui {
namespace {

using Setup = EstimateView::Setup;

constexpr int headcount_most = 500;

template <class Id>
bool has(std::vector<Id> const& ids, Id id)
{
    return std::ranges::find(ids, id) != ids.end();
}

// Toggles an element, keeping the order of `all`.
template <class Id>
void turn(std::vector<Id>& ids, Id id, std::vector<Id> const& all)
{
    if (has(ids, id))
        std::erase(ids, id);
    else
        ids.push_back(id);
    std::ranges::sort(ids, {}, [&](Id one) { return std::ranges::find(all, one) - all.begin(); });
}

void draw_axes(Ui& ui, Setup& setup, model::Document const& doc, base::Rect const& area)
{
    auto const all = analysis::active_axes(doc);
    draw_text(ui, area.min, type::h3, ui.color().ink, ui.tr("estimate.axes"));
    base::Rect const list{{area.min.x, area.min.y + ui.px(38)}, area.max};
    ScrollArea scroll(ui, "estimate.axes", list, setup.axis_scroll);
    float const row = ui.px(46);
    float y = scroll.top();
    bool every = setup.axes.size() == all.size();
    if (toggle_row(ui, "estimate.axes.all", {{list.min.x, y}, {list.max.x - ui.px(14), y + row}},
                   ui.tr("estimate.axes.all"), every))
        setup.axes = every ? all : std::vector<model::AxisId>{};
    y += row;
    for (auto id : all) {
        auto const axis = model::get<model::Axis>(doc, id);
        draw_axis_badge(ui, {list.min.x, y + ui.px(7)}, ui.px(32), axis.place);
        bool on = has(setup.axes, id);
        if (toggle_row(ui, "estimate.on." + std::to_string(axis.place),
                       {{list.min.x + ui.px(44), y}, {list.max.x - ui.px(14), y + row}},
                       wording::axis_name(axis), on))
            turn(setup.axes, id, all);
        y += row;
    }
    scroll.content_height(y - scroll.top());
}

// Quick choices: cases without placement, contested cases.
void draw_quick(Ui& ui, Setup& setup, base::Rect const& area)
{
    float x = area.max.x - ui.px(14);
    auto offer = [&](std::string_view id, std::string_view key,
                     std::vector<model::CaseId> const& cases) {
        auto const word = ui.trn(key, static_cast<std::int64_t>(cases.size()));
        float const wide = button_width(ui, word, {}, 38);
        base::Rect const box{{x - wide, area.min.y - ui.px(6)}, {x, area.min.y + ui.px(32)}};
        x -= wide + ui.px(8);
        if (button(ui, id, box, word, {}, enabled_if(!cases.empty()))) setup.cases = cases;
    };
    offer("estimate.cases.contested", "estimate.cases.contested", setup.contested);
    offer("estimate.cases.unplaced", "estimate.cases.unplaced", setup.unplaced);
}

void draw_cases(Ui& ui, Setup& setup, model::Document const& doc, base::Rect const& area)
{
    auto const all = analysis::visible_cases(doc);
    draw_text(ui, area.min, type::h3, ui.color().ink, ui.tr("estimate.cases"));
    draw_quick(ui, setup, area);
    base::Rect const list{{area.min.x, area.min.y + ui.px(38)}, area.max};
    ScrollArea scroll(ui, "estimate.cases", list, setup.case_scroll);
    float const row = ui.px(46);
    float y = scroll.top();
    bool every = setup.cases.size() == all.size();
    if (toggle_row(ui, "estimate.cases.all", {{list.min.x, y}, {list.max.x - ui.px(14), y + row}},
                   ui.tr("estimate.cases.all"), every))
        setup.cases = every ? all : std::vector<model::CaseId>{};
    y += row;
    for (auto id : all) {
        auto const text = model::get<model::Case>(doc, id);
        auto const number = std::to_string(text.number);
        draw_case_mark(ui, {list.min.x + ui.px(16), y + row / 2},
                       {.number = number, .diameter = 32});
        bool on = has(setup.cases, id);
        if (toggle_row(ui, "estimate.of." + number,
                       {{list.min.x + ui.px(44), y}, {list.max.x - ui.px(14), y + row}}, text.title,
                       on))
            turn(setup.cases, id, all);
        y += row;
    }
    scroll.content_height(y - scroll.top());
}

// An earlier round with all these cases, which this one repeats.
model::RoundId asked_before(model::Document const& doc, std::vector<model::AxisId> const& axes,
                            std::vector<model::CaseId> const& cases)
{
    auto holds = [](auto const& all, auto const& some) {
        return std::ranges::all_of(some, [&](auto id) { return has(all, id); });
    };
    model::RoundId out;
    for (auto id : analysis::estimating_rounds(doc)) {
        auto const round = model::get<model::Round>(doc, id);
        if (holds(round.cases, cases) && holds(round.axes, axes)) out = id;
    }
    return out;
}

// Whose round it is.
void draw_body(Ui& ui, EstimateView::Setup& setup, base::Rect const& box)
{
    auto const ours = ui.tr("decide.body.workshop"), theirs = ui.tr("decide.body.committee");
    std::array<std::string_view, 2> const bodies{ours, theirs};
    auto chosen = static_cast<std::size_t>(setup.body);
    if (segmented(ui, "estimate.body", box, bodies, chosen))
        setup.body = static_cast<model::Body>(chosen);
}

void open_round(Ui const& ui, EstimateView& view, Workshop const& workshop)
{
    auto const& setup = view.setup;
    model::Round round;
    round.method = model::Method::estimate;
    round.question = ui.tr("estimate.question");
    round.cases = setup.cases;
    round.axes = setup.axes;
    round.body = setup.body;
    bool const committee = setup.body == model::Body::committee;
    round.headcount = committee ? setup.committee : model::headcount_of(workshop.doc());
    round.revote_of =
        asked_before(committee ? analysis::committee_room(workshop.doc()) : workshop.doc(),
                     setup.axes, setup.cases);
    auto const id = workshop.mint<model::RoundId>();
    view.queue.emplace_back(edit::PrepareRound{id, round});
    view.queue.emplace_back(edit::OpenRound{id, workshop.now_ms});
    view.page = EstimateView::Page::none;
}

} // namespace

void set_up_round(EstimateView& view, Workshop const& workshop, std::vector<model::AxisId> axes,
                  std::vector<model::CaseId> cases)
{
    view.setup = {};
    view.setup.axes = std::move(axes);
    view.setup.cases = std::move(cases);
    std::set<model::CaseId> contested;
    for (auto axis : analysis::active_axes(workshop.doc()))
        for (auto const& cloud : analysis::clouds(workshop.doc(), axis))
            if (cloud.contested()) contested.insert(cloud.on);
    for (auto id : analysis::visible_cases(workshop.doc())) {
        if (contested.contains(id)) view.setup.contested.push_back(id);
        auto const profile = analysis::profile(workshop.doc(), id);
        if (std::ranges::any_of(profile, [](auto const& point) { return !point.placed; }))
            view.setup.unplaced.push_back(id);
    }
    view.page = EstimateView::Page::setup;
}

std::optional<Wish> draw_estimate_setup(Ui& ui, EstimateView& view, Workshop const& workshop)
{
    auto& setup = view.setup;
    auto const& doc = workshop.doc();
    Dialog const window(ui, "estimate.setup", {ui.px(1240), ui.px(920)},
                        ui.tr("estimate.setup.title"));
    auto const& body = window.body();
    float const said = draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2,
                                      ui.tr("estimate.setup.line"));
    float const top = body.min.y + said + ui.px(22), foot = body.max.y - ui.px(84);
    float const split = body.min.x + ui.px(430);
    draw_axes(ui, setup, doc, {{body.min.x, top}, {split, foot}});
    draw_cases(ui, setup, doc, {{split + ui.px(40), top}, {body.max.x, foot}});
    hairline_h(ui, body.min.x, body.max.x, foot + ui.px(8), ui.color().line);
    draw_text_in(ui, {{body.min.x, foot + ui.px(24)}, {body.min.x + ui.px(330), foot + ui.px(72)}},
                 type::label, ui.color().ink, ui.tr("estimate.headcount"));
    std::optional<Wish> wish;
    bool const committee = setup.body == model::Body::committee;
    // the room's, shared with votes, or the committee's own
    auto headcount = committee ? setup.committee : model::headcount_of(doc);
    if (number_stepper(ui, "estimate.headcount",
                       {{body.min.x + ui.px(340), foot + ui.px(24)},
                        {body.min.x + ui.px(560), foot + ui.px(72)}},
                       ui.tr("estimate.headcount"), headcount, 0, headcount_most, Enabled::yes,
                       ui.tr("rule.unsaid"))) {
        if (committee)
            setup.committee = headcount;
        else
            wish = edit::SetHeadcount{headcount};
    }
    draw_body(
        ui, setup,
        {{body.min.x + ui.px(580), foot + ui.px(24)}, {body.min.x + ui.px(840), foot + ui.px(72)}});
    auto const answers = static_cast<std::int64_t>(setup.axes.size() * setup.cases.size());
    draw_text_in(ui, {{body.min.x + ui.px(850), foot + ui.px(24)}, {body.max.x, foot + ui.px(72)}},
                 type::label, ui.color().ink2, ui.trn("estimate.answers", answers), Align::right);
    auto const& row = window.footer();
    ButtonLook const look{.rank = Rank::primary, .icon = icon::how_to_vote};
    auto const word = ui.tr("estimate.open");
    base::Rect const beside{row.min,
                            {row.max.x - button_width(ui, word, look) - ui.px(24), row.max.y}};
    auto const tell = [&](std::string_view id, std::string const& text, board::Color colour) {
        touch(ui, id, beside, text, Enabled::yes, Role::area);
        draw_text_in(ui, beside, type::text, colour, text);
    };
    if (workshop.shared && !workshop.conducts())
        tell("estimate.conducted", ui.tr("vote.conducted"), ui.color().ink2);
    else if (headcount > 0 && headcount < analysis::shown_from)
        tell("estimate.no_cloud", ui.words->text("estimate.no_cloud", analysis::shown_from),
             ui.color().risk);
    bool const ready = answers > 0 && workshop.conducts();
    if (button(ui, "estimate.open",
               {{row.max.x - button_width(ui, word, look), row.min.y}, row.max}, word, look,
               enabled_if(ready)) ||
        confirmed(ui, enabled_if(ready)))
        open_round(ui, view, workshop);
    if (window.dismissed()) view.page = EstimateView::Page::none;
    return wish;
}

} // namespace ui
