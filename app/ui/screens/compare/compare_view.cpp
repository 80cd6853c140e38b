#include "ui/screens/compare/compare_view.h"

#include "analysis/common/in_use.h"
#include "i18n/errors.h"
#include "ui/kit/paint.h"
#include "ui/screens/compare/compare_parts.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using Show = CompareView::Show;

void want(CompareView& view, std::size_t side, std::filesystem::path const& path,
          std::optional<std::uint64_t> entry = std::nullopt)
{
    view.sides.at(side) = {path, ++view.asked, {}, {}};
    view.wanted.push_back({side, view.asked, path, entry});
}

void open(CompareView& view)
{
    auto const show = view.show;
    auto const asked = view.asked;
    view.work.forget();
    view.desk.forget();
    view.wanted.clear();
    view.answers.clear();
    view.laid = {};
    view.axis.reset();
    view.selected = {};
    view.menu.reset();
    view.picking.reset();
    view.panel = view.rows = view.grid = {};
    view.find_start = false;
    view.stale = true;
    view.show = show;
    view.asked = asked;
    view.state = CompareView::State::open;
}

// The default first moment: before the last sitting, else before the last change of step, else the
// start.
std::uint64_t start_of(std::vector<Milestone> const& all)
{
    using What = Milestone::What;
    for (auto const wanted : {What::after_sitting, What::after_step, What::begun})
        for (auto it = all.rbegin(); it != all.rend(); ++it)
            if (it->what == wanted) return it->entry;
    return 0;
}

bool is_read(CompareView const& view)
{
    return std::ranges::all_of(view.sides, [](auto const& side) { return side.at.has_value(); });
}

// Requests a comparison when a side or the language changed.
void keep_up(Ui& ui, CompareView& view, exchange::Templates const* templates)
{
    if (view.worded_in != ui.words->language()) view.stale = true;
    if (view.stale && is_read(view)) {
        auto const language = ui.words->language() == i18n::Language::english ? "en" : "fr";
        auto worded = [&](model::Document const& doc) {
            return templates ? templates->shown(doc, language) : doc;
        };
        auto const& before = *view.sides[CompareView::before].at;
        auto const& after = *view.sides[CompareView::after].at;
        auto const lineage = before.session == after.session ? analysis::Lineage::one_session
                                                             : analysis::Lineage::strangers;
        view.work.ask(
            {worded(before.document), worded(after.document), lineage, nullptr, view.answers});
        view.worded_in = ui.words->language();
        view.stale = false;
    }
    view.work.refresh(ui);
}

Asked draw_rail(Ui& ui, CompareView& view, base::Rect const& area)
{
    Asked asked;
    draw_rail_ground(ui, area);
    RailScale const scale(ui, area, 6);
    float y = area.min.y + ui.px(14);
    auto item = [&](std::string_view id, unsigned mark, std::string_view key, bool on) {
        auto const box = rail_box(ui, area, y, scale.pitch());
        y += scale.pitch();
        return rail_item(ui, id, box, mark, ui.tr(key), on ? On::yes : On::no);
    };
    auto const before = view.show;
    auto show = [&](std::string_view id, unsigned mark, std::string_view key, Show what) {
        if (item(id, mark, key, before == what)) view.show = what;
    };
    show("rail.compare.matrix", icon::scatter_plot, "compare.rail.matrix", Show::matrix);
    show("rail.compare.axes", icon::grid_view, "compare.rail.axes", Show::axes);
    show("rail.compare.ranks", icon::table_chart, "compare.rail.ranks", Show::ranks);
    if (auto const n = digit(ui, 1, 3)) view.show = static_cast<Show>(*n - 1);
    if (view.show != before) dissolve(ui);
    y = area.max.y - ui.px(10) - 2 * scale.pitch();
    hairline_h(ui, area.min.x + ui.px(16), area.max.x - ui.px(16), y - ui.px(6), ui.color().line);
    if (item("rail.compare.leave", icon::close, "compare.rail.leave", false)) close(view);
    if (item("rail.keys", icon::keyboard, "rail.keys", false)) asked.take(Wish{ShowKeys{}});
    return asked;
}

// The message while there is nothing to show.
void draw_waiting(Ui& ui, CompareView const& view, base::Rect const& area)
{
    std::string said = ui.tr(is_read(view) ? "compare.working" : "compare.reading");
    bool failed = false;
    for (auto const& side : view.sides)
        if (side.failed) said = i18n::sentence(*ui.words, *side.failed), failed = true;
    float const width = std::min(area.width() - ui.px(80), ui.px(760));
    float const x = area.center().x - width / 2;
    draw_icon_at(ui, {area.center().x, area.center().y - ui.px(60)}, ui.px(44),
                 failed ? ui.color().risk : ui.color().ink3,
                 failed ? icon::warning_amber : icon::hourglass_empty);
    draw_paragraph(ui, {x, area.center().y - ui.px(20)}, width, type::body, ui.color().ink2, said,
                   4, Align::centre);
    touch(ui, "compare.says",
          {{x, area.center().y - ui.px(80)}, {x + width, area.center().y + ui.px(80)}}, said,
          Enabled::yes, Role::area);
}

std::string head_line(Ui const& ui, ComparedSessions const& of)
{
    if (of.all.nothing_changed()) return ui.tr("compare.unchanged");
    auto const axes = analysis::active_axes(of.after).size();
    return wording::moved(*ui.words, of.of()) + " · " + wording::common_cases(*ui.words, of.of()) +
           " · " + ui.trn("compare.mean", static_cast<std::int64_t>(axes));
}

} // namespace

void open_moments(CompareView& view, std::filesystem::path const& path,
                  std::optional<std::uint64_t> since)
{
    open(view);
    want(view, CompareView::after, path);
    if (since) return want(view, CompareView::before, path, since);
    view.sides[CompareView::before] = {path, 0, {}, {}};
    view.find_start = true;
}

void open_files(CompareView& view, std::filesystem::path const& first,
                std::filesystem::path const& second)
{
    open(view);
    want(view, CompareView::before, first);
    want(view, CompareView::after, second);
}

void CompareDeleter::operator()(CompareView* view) const
{
    std::default_delete<CompareView>()(view);
}

OwnedCompare new_compare() { return OwnedCompare(std::make_unique<CompareView>().release()); }

bool is_shown(CompareView const& view) { return view.shown(); }

void close(CompareView& view)
{
    view.state = CompareView::State::closed;
    view.menu.reset();
    view.picking.reset();
    view.wanted.clear();
    view.work.forget();
    view.laid = {};
    for (auto& side : view.sides) side = {};
}

void arrived(CompareView& view, std::size_t side, std::uint64_t number,
             base::Result<SessionAt> const& read)
{
    auto& one = view.sides.at(side);
    if (!view.shown() || one.asked != number) return;
    one.asked = 0;
    if (!read) {
        one.failed = read.error();
        return;
    }
    bool const other_session = one.at && one.at->session != read->session;
    one.at = *read;
    one.failed.reset();
    view.stale = true;
    view.selected = other_session ? model::CaseId{} : view.selected;
    view.answers.clear(); // they belong to other moments
    if (side != CompareView::after || !std::exchange(view.find_start, false)) return;
    auto& first = view.sides[CompareView::before];
    first.asked = ++view.asked;
    view.wanted.push_back(
        {CompareView::before, view.asked, first.path, start_of(read->milestones)});
}

Asked draw(Ui& ui, CompareView& view, exchange::Templates const* templates)
{
    keep_up(ui, view, templates);
    auto const layout = layout_of(ui, Panel::shown);
    auto asked = draw_rail(ui, view, layout.rail);
    auto const* of = view.found();
    bool const failed =
        std::ranges::any_of(view.sides, [](auto const& side) { return side.failed.has_value(); });
    auto const boxes =
        moment_boxes(ui, view, layout.main.max.x - ui.px(24), layout.main.min.y + ui.px(28));
    base::Rect const head{layout.main.min, {boxes[CompareView::before].min.x, layout.main.max.y}};
    (void)draw_prompt(ui, head, ui.tr("compare.title"),
                      of && !failed ? head_line(ui, *of) : std::string());
    base::Rect const area{{layout.main.min.x, layout.main.min.y + ui.px(116)}, layout.main.max};
    if (failed || !of) {
        draw_waiting(ui, view, area);
        draw_panel(ui, layout.panel);
    } else {
        if (view.show == Show::matrix) draw_moves_matrix(ui, view, *of, area);
        if (view.show == Show::axes) draw_moves_grid(ui, view, *of, area);
        if (view.show == Show::ranks) draw_rank_table(ui, view, *of, area);
        draw_compare_panel(ui, view, *of, layout.panel);
    }
    asked.take(draw_moments(ui, view, boxes));
    if (shortcut(ui, ImGuiKey_Escape)) {
        if (view.selected)
            view.selected = {};
        else
            close(view);
    }
    return asked;
}

} // namespace ui
