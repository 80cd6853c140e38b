#include "ui/screens/place/place_view.h"

#include "analysis/common/in_use.h"
#include "analysis/ranking/order.h"
#include "analysis/voting/reference.h"
#include "ui/kit/paint.h"
#include "ui/paint/matrix_keys.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr double nudge_rest_s = 0.8;

std::optional<Wish> draw_tabs(Ui& ui, PlaceView& view, Workshop const& workshop,
                              base::Rect const& area)
{
    fill(ui, area, 0, ui.color().panel);
    hairline_h(ui, area.min.x, area.max.x, area.max.y - 1, ui.color().line);
    auto const axes = analysis::active_axes(workshop.doc());
    float const width = area.width() / static_cast<float>(std::max<std::size_t>(1, axes.size()));
    for (std::size_t i = 0; i < axes.size(); ++i) {
        auto const axis = model::get<model::Axis>(workshop.doc(), axes[i]);
        float const x = area.min.x + width * static_cast<float>(i);
        auto const complete = analysis::placements(workshop.doc(), axes[i]).unplaced.empty();
        if (axis_tab(ui, "place.axis." + std::to_string(axis.place),
                     {{x, area.min.y}, {x + width, area.max.y}}, axis.place,
                     wording::axis_name(axis), axes[i] == view.axis ? On::yes : On::no,
                     complete ? Complete::yes : Complete::no))
            view.axis = axes[i];
    }
    return std::nullopt;
}

void find_case(Ui& ui, PlaceView& view)
{
    view.show = PlaceView::Show::list;
    focus(ui, "place.find");
}

// Saves moves by arrow keys when the keys rest, and before any other action: a mouse button, Ctrl,
// Alt, or another case or axis.
std::optional<Wish> settle(Ui& ui, PlaceView& view)
{
    if (!view.nudge) return std::nullopt;
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Z) || shortcut(ui, ImGuiKey_Escape)) {
        view.nudge.reset(); // undone before it was saved
        return std::nullopt;
    }
    auto const& io = ImGui::GetIO();
    bool const elsewhere = io.KeyCtrl || io.KeyAlt || io.KeySuper ||
                           ImGui::IsMouseClicked(ImGuiMouseButton_Left) ||
                           view.show != PlaceView::Show::matrix ||
                           view.nudge->key != model::PlacementKey{view.axis, view.selected};
    if (!elsewhere && ui.now_s - view.nudge->since_s < nudge_rest_s) {
        ui.keep_drawing(nudge_rest_s);
        return std::nullopt;
    }
    Wish wish = edit::Place{view.nudge->key, view.nudge->to};
    view.nudge.reset();
    return wish;
}

void walk_cases(PlaceView& view, Workshop const& workshop, int step)
{
    auto order = tray_order(view, workshop); // the tray first, then the matrix
    for (auto const& one : analysis::placements(workshop.doc(), view.axis).placed)
        if (shows(view.filter, view.room, workshop, view.axis, one.on)) order.push_back(one.on);
    if (order.empty()) return;
    auto const at = std::ranges::find(order, view.selected);
    auto const count = static_cast<int>(order.size());
    auto const index = at == order.end()
                           ? (step > 0 ? 0 : count - 1)
                           : (static_cast<int>(at - order.begin()) + step + count) % count;
    view.selected = order[static_cast<std::size_t>(index)];
}

model::Placement placement_of(PlaceView const& view, Workshop const& workshop)
{
    model::PlacementKey const key{view.axis, view.selected};
    if (view.nudge && view.nudge->key == key) return view.nudge->to;
    return model::get<model::Placement>(workshop.doc(), key);
}

std::optional<Wish> move_by_keys(Ui& ui, PlaceView& view, Workshop const& workshop)
{
    model::PlacementKey const key{view.axis, view.selected};
    auto const* now = model::find<model::Placement>(workshop.doc(), key);
    bool const known = model::find<model::Case>(workshop.doc(), view.selected) != nullptr;
    // At the median if there is one, else in the centre, to be moved.
    if (auto median = place_at_the_median(view, workshop);
        median && !view.nudge && shortcut(ui, ImGuiKey_Enter))
        return median;
    if (!now && known && shortcut(ui, ImGuiKey_Enter))
        return edit::Place{key,
                           {model::level_max / 2,
                            model::level_max / 2,
                            model::PlacedBy::hand,
                            model::Lock::open,
                            {}}};
    if (!now) return std::nullopt;
    if (shortcut(ui, ImGuiKey_K)) {
        auto turned = placement_of(view, workshop); // including unsaved moves by arrow keys
        turned.lock = now->lock == model::Lock::locked ? model::Lock::open : model::Lock::locked;
        view.nudge.reset();
        return edit::Place{key, turned};
    }
    if (now->lock == model::Lock::locked) return std::nullopt;
    if (shortcut(ui, ImGuiKey_Delete) || shortcut(ui, ImGuiKey_Backspace)) {
        view.nudge.reset();
        return edit::Unplace{key};
    }
    for (auto const& arrow : matrix_arrows) {
        int step = 0;
        if (shortcut(ui, arrow.key, Repeat::yes)) step = 10;
        if (shortcut(ui, ImGuiMod_Shift | arrow.key, Repeat::yes)) step = 50;
        if (step == 0) continue;
        auto const from = placement_of(view, workshop);
        view.nudge = {key,
                      moved_by_hand(from, from.opportunity + step * arrow.opportunity,
                                    from.risk + step * arrow.risk),
                      ui.now_s};
        ui.keep_drawing(nudge_rest_s);
    }
    return std::nullopt;
}

std::optional<Wish> keys(Ui& ui, PlaceView& view, Workshop const& workshop)
{
    if (view.drag) { // until the button is released
        if (shortcut(ui, ImGuiKey_Escape)) {
            view.drag.reset();
            view.hand = PlaceView::Hand::spent;
        }
        return std::nullopt;
    }
    if (!focused_id(ui).empty() && shortcut(ui, ImGuiKey_Escape)) focus(ui, "");
    if (view.show == PlaceView::Show::matrix && view.selected && !view.nudge &&
        shortcut(ui, ImGuiKey_Escape))
        view.selected = {};
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_F)) find_case(ui, view);
    auto const axes = analysis::active_axes(workshop.doc());
    if (auto const at = axis_pressed(ui, workshop.doc(), axes)) {
        view.axis = axes[*at];
        view.show = PlaceView::Show::matrix;
    }
    if (axes.size() > 1 && digit(ui, 0, 0))
        view.show = view.show == PlaceView::Show::overview ? PlaceView::Show::matrix
                                                           : PlaceView::Show::overview;
    if (view.show != PlaceView::Show::matrix) return std::nullopt;
    if (shortcut(ui, ImGuiKey_O)) view.names = !view.names;
    if (shortcut(ui, ImGuiKey_C)) view.clouds = !view.clouds;
    if (shortcut(ui, ImGuiKey_X))
        view.filter.only = view.filter.only == PlaceFilter::Only::contested
                               ? PlaceFilter::Only::all
                               : PlaceFilter::Only::contested;
    if (focused_id(ui).empty()) {
        if (shortcut(ui, ImGuiKey_Tab, Repeat::yes)) walk_cases(view, workshop, 1);
        if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_Tab, Repeat::yes))
            walk_cases(view, workshop, -1);
    }
    return workshop.access == Access::edit ? move_by_keys(ui, view, workshop) : std::nullopt;
}

std::optional<Wish> rail(Ui& ui, PlaceView& view, Workshop const& workshop,
                         ScreenLayout const& layout)
{
    using Show = PlaceView::Show;
    auto on = [&](Show show) {
        return view.show == show ? ItemState::selected : ItemState::normal;
    };
    auto const* settled = model::find<model::Placement>(workshop.doc(), {view.axis, view.selected});
    bool const may = workshop.access == Access::edit;
    bool const lockable = settled && view.show == Show::matrix && workshop.access == Access::edit;
    bool const locked = settled && settled->lock == model::Lock::locked;
    bool const several = analysis::active_axes(workshop.doc()).size() > 1;
    std::vector<RailItem> items{
        RailItem{"rail.matrix", icon::scatter_plot, "place.rail.matrix", on(Show::matrix)},
        RailItem{"rail.estimate", icon::how_to_vote, "place.rail.estimate",
                 may && !open_estimating(workshop.doc()) ? ItemState::normal : ItemState::disabled},
        RailItem{"rail.clouds", icon::bubble_chart, "place.rail.clouds",
                 view.clouds && view.show == Show::matrix ? ItemState::selected
                                                          : ItemState::normal},
        RailItem{"rail.names", icon::label, "place.rail.names",
                 view.names && view.show == Show::matrix ? ItemState::selected : ItemState::normal},
        RailItem{"rail.lock", locked ? icon::lock_open : icon::lock,
                 locked ? "place.rail.unlock" : "place.rail.lock",
                 lockable ? ItemState::normal : ItemState::disabled},
        RailItem{"rail.list", icon::table_chart, "place.rail.list", on(Show::list)},
        RailItem{"rail.overview", icon::grid_view, "place.rail.overview",
                 several ? on(Show::overview) : ItemState::disabled},
        RailItem{"rail.axes", icon::tune, "place.rail.axes", ItemState::normal}};
    bool const committee = view.body == model::Body::committee;
    if (view.committee == PlaceView::Committee::estimated)
        items.push_back({"rail.committee", icon::groups, "place.rail.committee",
                         committee ? ItemState::selected : ItemState::normal});
    auto const press = draw_rail(ui, workshop, layout.rail, items);
    if (press.id == "rail.matrix") view.show = Show::matrix;
    if (press.id == "rail.list") view.show = Show::list;
    if (press.id == "rail.find") find_case(ui, view);
    if (press.id == "rail.overview") view.show = Show::overview;
    if (press.id == "rail.names") view.names = !view.names;
    if (press.id == "rail.committee")
        view.body = committee ? model::Body::workshop : model::Body::committee;
    if (press.id == "rail.axes") open_axes(view.axes, view.axis);
    if (press.id == "rail.clouds") view.clouds = !view.clouds;
    if (press.id == "rail.estimate")
        set_up_round(view.estimate, workshop, analysis::active_axes(workshop.doc()),
                     analysis::visible_cases(workshop.doc()));
    if (press.id == "rail.lock" && settled) {
        auto turned = *settled;
        turned.lock = locked ? model::Lock::open : model::Lock::locked;
        return edit::Place{{view.axis, view.selected}, turned};
    }
    return press.wish;
}

} // namespace

PlaceView::PlaceView() = default;
PlaceView::~PlaceView() = default;
PlaceView::PlaceView(PlaceView&&) noexcept = default;
PlaceView& PlaceView::operator=(PlaceView&&) noexcept = default;

std::optional<analysis::Tally> const& vote_of(PlaceView& view, Workshop const& workshop)
{
    return view.vote.get(workshop.source(), analysis::reference_tally);
}

wording::Standing standing_of(PlaceView& view, Workshop const& workshop,
                              model::PlacementKey const& key)
{
    return {model::find<model::Placement>(workshop.doc(), key), cloud_of(view.room, workshop, key)};
}

model::Placement moved_by_hand(model::Placement now, model::Level opportunity, model::Level risk)
{
    now.opportunity = std::clamp(opportunity, 0, model::level_max);
    now.risk = std::clamp(risk, 0, model::level_max);
    now.severity = now.likelihood = -1;
    now.by = model::PlacedBy::hand;
    return now;
}

std::vector<model::CaseId> tray_order(PlaceView& view, Workshop const& workshop)
{
    auto unplaced = analysis::placements(workshop.doc(), view.axis).unplaced;
    std::erase_if(unplaced, [&](model::CaseId id) {
        return !shows(view.filter, view.room, workshop, view.axis, id);
    });
    auto const& voted = vote_of(view, workshop);
    if (!voted) return unplaced;
    auto const order = analysis::order_by_result(workshop.doc(), *voted);
    std::ranges::sort(unplaced, {}, [&](model::CaseId id) {
        return std::ranges::find(order, id) - order.begin();
    });
    return unplaced;
}

Asked draw(Ui& ui, PlaceView& view, Workshop const& workshop)
{
    auto const layout = layout_of(ui, Panel::shown);
    auto const axes = analysis::active_axes(workshop.doc());
    if (std::ranges::find(axes, view.axis) == axes.end())
        view.axis = axes.empty() ? model::AxisId{} : axes.front();
    if (!model::find<model::Case>(workshop.doc(), view.selected)) view.selected = {};
    if (view.drag && !model::find<model::Case>(workshop.doc(), view.drag->on)) view.drag.reset();
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) view.hand = PlaceView::Hand::free;
    if (axes.size() < 2 && view.show == PlaceView::Show::overview)
        view.show = PlaceView::Show::matrix;
    Asked asked;
    asked.take(settle(ui, view));
    asked.take(keep_reason(view, workshop));
    asked.take(rail(ui, view, workshop, layout));
    if (view.show == PlaceView::Show::overview) {
        asked.take(draw_overview(ui, view, workshop, layout));
    } else {
        float const top =
            axes.size() > 1 ? layout.below_top.min.y + ui.px(tabs_height) : layout.below_top.min.y;
        if (axes.size() > 1)
            asked.take(draw_tabs(ui, view, workshop,
                                 {layout.below_top.min, {layout.below_top.max.x, top}}));
        base::Rect const main{{layout.main.min.x, top}, layout.main.max};
        base::Rect const panel{{layout.panel.min.x, top}, layout.panel.max};
        if (ui.audience == Audience::facilitator) asked.take(draw_tray(ui, view, workshop, panel));
        asked.take(view.show == PlaceView::Show::list
                       ? draw_place_list(ui, view, workshop, main)
                       : draw_matrix(ui, view, workshop, main, panel));
    }
    asked.take(keys(ui, view, workshop));
    asked.take(draw_estimate_pages(ui, view.estimate, workshop));
    asked.take(draw(ui, view.axes, workshop));
    if (view.filtering && draw_filter_menu(ui, view.filter, workshop, *view.filtering))
        view.filtering.reset();
    return asked;
}

} // namespace ui
