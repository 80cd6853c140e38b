#include "ui/kit/paint.h"
#include "ui/screens/compare/compare_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// The choice of the two moments.
namespace ui {
namespace {

constexpr std::size_t most_listed = 12; // latest ones; others are chosen by entry number
constexpr float button_width_most = 300;

// "12 mars 2026, 11 h 42 · après Voter".
std::string said_of(Ui const& ui, Milestone const& one)
{
    auto when = ui.tr("compare.moment", ui.words->date(one.at_ms), ui.words->time(one.at_ms));
    auto const step = ui.tr(fmt::format("step.{}", base::name_of(one.step)));
    switch (one.what) {
    case Milestone::What::begun: return ui.tr("compare.when", when, ui.tr("compare.begun"));
    case Milestone::What::after_step:
        return ui.tr("compare.when", when, ui.tr("compare.after_step", step));
    case Milestone::What::after_sitting:
        return ui.tr("compare.when", when, ui.tr("compare.after_sitting"));
    case Milestone::What::last: return ui.tr("compare.when", when, ui.tr("compare.last"));
    }
    return when;
}

void want_moment(CompareView& view, std::size_t side, std::filesystem::path const& path,
                 std::optional<std::uint64_t> entry)
{
    view.sides.at(side).asked = ++view.asked;
    view.sides.at(side).failed.reset();
    view.wanted.push_back({side, view.asked, path, entry});
}

std::optional<Wish> draw_menu(Ui& ui, CompareView& view, std::size_t side, base::Rect const& anchor)
{
    auto const& one = view.sides.at(side);
    struct Line {
        std::string id, text;
        Milestone of;
    };
    std::vector<Line> lines;
    if (one.at) {
        auto const& all = one.at->milestones;
        auto const from = all.size() > most_listed ? all.size() - most_listed : 0;
        for (auto i = from; i < all.size(); ++i)
            lines.push_back(
                {fmt::format("compare.at.{}", all[i].entry), said_of(ui, all[i]), all[i]});
    }
    auto const entry = ui.tr("compare.entry"), other = ui.tr("compare.other"),
               heading = one.at ? model::get<model::Profile>(one.at->document).title : "";
    std::vector<MenuItem> items{
        {"compare.heading", heading, 0, {}, Enabled::yes, MenuItem::Kind::heading}};
    for (auto const& line : lines)
        items.push_back(
            {line.id,
             line.text,
             0,
             {},
             Enabled::yes,
             line.of.entry == one.at->entry ? MenuItem::Kind::chosen : MenuItem::Kind::action});
    items.push_back({"compare.rule", {}, 0, {}, Enabled::yes, MenuItem::Kind::rule});
    if (one.at) items.push_back({"compare.pick", entry, icon::timeline});
    if (side == CompareView::before) items.push_back({"compare.other", other, icon::folder_open});
    auto const answer = menu(ui, fmt::format("compare.menu.{}", side), anchor, items, Align::right);
    if (answer.closed) view.menu.reset();
    for (auto const& line : lines)
        if (answer.id == line.id) want_moment(view, side, one.path, line.of.entry);
    if (answer.id == "compare.pick") {
        view.picking = side;
        view.picked = static_cast<float>(one.at->entry);
    }
    if (answer.id == "compare.other") return ChooseFile{FileUse::compare};
    return std::nullopt;
}

// The choice of any entry by number.
void draw_pick(Ui& ui, CompareView& view, std::size_t side, base::Rect const& anchor)
{
    auto const& one = view.sides.at(side);
    if (!one.at) return view.picking.reset();
    Popover const popover(ui, "compare.entry", anchor, {ui.px(460), ui.px(130)}, Align::right);
    auto const& box = popover.content();
    auto const count = static_cast<float>(one.at->entries);
    auto const said = ui.tr("compare.entry.at", ui.words->number(std::lround(view.picked)),
                            ui.words->number(static_cast<std::int64_t>(one.at->entries)));
    draw_text(ui, box.min, type::h3, ui.color().ink, said);
    base::Rect const track{{box.min.x, box.min.y + ui.px(44)}, {box.max.x, box.min.y + ui.px(84)}};
    SliderRange const range{.least = 0, .most = std::max(1.0F, count), .step = 1, .neutral = count};
    if (slider(ui, "compare.entry.slider", track, said, view.picked, range) == Slide::done)
        want_moment(view, side, one.path, static_cast<std::uint64_t>(std::lround(view.picked)));
    if (popover.closed()) view.picking.reset();
}

} // namespace

std::string said_of(Ui const& ui, CompareView const& view, std::size_t side)
{
    auto const& one = view.sides.at(side);
    if (!one.at) return ui.tr(one.failed ? "compare.unread" : "compare.reading");
    auto const& other = view.sides.at(1 - side);
    bool const same_day =
        other.at && ui.words->date(other.at->at_ms) == ui.words->date(one.at->at_ms);
    auto when = one.at->at_ms == 0 ? ui.tr("compare.begun")
                : same_day         ? ui.tr("compare.moment", ui.words->date(one.at->at_ms),
                                           ui.words->time(one.at->at_ms))
                                   : ui.words->date(one.at->at_ms);
    bool const one_file = other.at && other.at->session == one.at->session;
    if (one_file) return when;
    return ui.tr("compare.moment", model::get<model::Profile>(one.at->document).title, when);
}

std::array<base::Rect, 2> moment_boxes(Ui const& ui, CompareView const& view, float right,
                                       float top)
{
    std::array<base::Rect, 2> boxes;
    float x = right;
    for (std::size_t const side : {CompareView::after, CompareView::before}) {
        ButtonLook const look{.icon_right = icon::expand_more};
        float const width =
            std::min(button_width(ui, said_of(ui, view, side), look), ui.px(button_width_most));
        boxes.at(side) = {{x - width, top}, {x, top + ui.px(48)}};
        x -= width + ui.px(48); // space for an arrow
    }
    return boxes;
}

std::optional<Wish> draw_moments(Ui& ui, CompareView& view, std::array<base::Rect, 2> const& boxes)
{
    std::optional<Wish> wish;
    for (std::size_t const side : {CompareView::before, CompareView::after})
        if (button(ui, fmt::format("compare.moment.{}", side), boxes.at(side),
                   said_of(ui, view, side), {.icon_right = icon::expand_more}))
            view.menu = side;
    draw_icon_at(
        ui, {boxes[CompareView::after].min.x - ui.px(24), boxes[CompareView::after].center().y},
        ui.px(24), ui.color().ink2, icon::arrow_forward);
    if (view.menu) wish = draw_menu(ui, view, *view.menu, boxes.at(*view.menu));
    if (view.picking) draw_pick(ui, view, *view.picking, boxes.at(*view.picking));
    return wish;
}

} // namespace ui
