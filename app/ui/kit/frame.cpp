#include "ui/kit/frame.h"

#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr float bar_height = 80, rail_width = 88, panel_width = 408;
constexpr float item_width = 75, item_height = 68, item_pitch = 74, first_item = 14;
constexpr float least_pitch = 62; // an icon and its label without overlap

struct Foot {
    std::string_view id;
    unsigned icon;
    std::string_view text_key;
};

} // namespace

ScreenLayout layout_of(Ui const& ui, Panel panel)
{
    if (ui.audience == Audience::room) panel = Panel::hidden;
    auto const edge = [&](float design) { return std::round(ui.px(design)); };
    float const top = std::round(bar_height * (ui.bar_scale > 0 ? ui.bar_scale : ui.scale));
    float const left = std::round(edge(rail_width) * ui.sides);
    float const side = panel == Panel::shown ? edge(panel_width) : 0;
    float const right = ui.size.x - std::round(side * ui.sides);
    ScreenLayout layout;
    layout.top = {{0, 0}, {ui.size.x, top}};
    layout.rail = {{left - edge(rail_width), top}, {left, ui.size.y}};
    layout.main = {{left, top}, {right, ui.size.y}};
    layout.panel = {{right, top}, {right + side, ui.size.y}};
    layout.below_top = {{left, top}, ui.size};
    return layout;
}

// In a low window the items move closer, then shrink, so that all remain visible.
RailScale::RailScale(Ui& ui, base::Rect const& area, std::size_t items)
    : pitch_(std::min(ui.px(item_pitch),
                      (area.height() - ui.px(2 * first_item + 24)) / static_cast<float>(items)))
    , scale_(ui, ui.scale * std::min(1.0F, pitch_ / ui.px(least_pitch)))
{
}

base::Rect rail_box(Ui const& ui, base::Rect const& area, float y, float pitch)
{
    float const width = ui.px(item_width), height = std::min(ui.px(item_height), pitch - ui.px(2));
    float const x = std::round(area.center().x - ui.px(0.5F) - width / 2);
    return {{x, y}, {x + width, y + height}};
}

void draw_rail_ground(Ui& ui, base::Rect const& area)
{
    fill(ui, area, 0, ui.color().panel);
    hairline_v(ui, area.max.x - 1, area.min.y, area.max.y, ui.color().line);
}

RailPress draw_rail(Ui& ui, Workshop const& workshop, base::Rect const& area,
                    std::span<RailItem const> items)
{
    if (ui.audience == Audience::room) return {};
    draw_rail_ground(ui, area);
    RailPress press;
    bool const edits = workshop.access == Access::edit;
    std::array const foot{Foot{"rail.export", icon::file_download, "rail.export"},
                          Foot{"rail.undo", icon::undo, "rail.undo"},
                          Foot{"rail.redo", icon::redo, "rail.redo"},
                          Foot{"rail.find", icon::search, "rail.find"},
                          Foot{"rail.keys", icon::keyboard, "rail.keys"}};
    bool const two = workshop.page != Workshop::Page::none;
    RailScale const scale(ui, area, items.size() + foot.size() + (two ? 1 : 0));
    float const pitch = scale.pitch();
    auto box_at = [&](float y) { return rail_box(ui, area, y, pitch); };
    float y = area.min.y + ui.px(first_item);
    if (two) {
        bool const shown = workshop.page == Workshop::Page::shown;
        if (rail_item(ui, "rail.facilitator", box_at(y), icon::mic, ui.tr("second.rail"),
                      shown ? On::yes : On::no))
            press.wish = ShowFacilitator{shown ? FacilitatorPage::hidden : FacilitatorPage::shown};
        y += pitch;
    }
    for (auto const& item : items) {
        auto const on = item.state == ItemState::selected ? On::yes : On::no;
        if (rail_item(ui, item.id, box_at(y), item.icon, ui.tr(item.text_key), on,
                      enabled_if(item.state != ItemState::disabled)))
            press.id = item.id;
        y += pitch;
    }
    y = area.max.y - ui.px(10) - pitch * static_cast<float>(foot.size());
    hairline_h(ui, area.min.x + ui.px(16), area.max.x - ui.px(16), y - ui.px(6), ui.color().line);
    auto const& session = workshop.session;
    for (auto const& item : foot) {
        bool usable = true;
        if (item.id == "rail.undo") usable = edits && session.may_undo;
        if (item.id == "rail.redo") usable = edits && session.may_redo;
        bool const pressed = rail_item(ui, item.id, box_at(y), item.icon, ui.tr(item.text_key),
                                       On::no, enabled_if(usable));
        if (pressed && item.id == "rail.export") press.wish = ShowExport{};
        if (pressed && item.id == "rail.undo") press.wish = Undo{};
        if (pressed && item.id == "rail.redo") press.wish = Redo{};
        if (pressed && item.id == "rail.find") press.id = item.id;
        if (pressed && item.id == "rail.keys") press.wish = ShowKeys{};
        y += pitch;
    }
    return press;
}

float draw_question(Ui& ui, base::Rect const& box, std::string_view question)
{
    constexpr float least = 26; // the smallest size that the room can read
    constexpr Type on_two_lines{type::h1.face, 20, 23};
    auto asking = type::h1;
    auto const wide = text_width(ui, asking, question);
    if (wide * least / asking.px > box.width())
        return draw_lines_in(
            ui, {{box.min.x, box.min.y - ui.px(6)}, {box.max.x, box.min.y + ui.px(42)}},
            on_two_lines, ui.color().ink, question);
    if (wide > box.width()) asking.px = std::max(least, asking.px * box.width() / wide - 0.5F);
    return draw_text_in(ui, {box.min, {box.max.x, box.min.y + line_height(ui, asking)}}, asking,
                        ui.color().ink, question);
}

base::Rect draw_prompt(Ui& ui, base::Rect const& main, std::string_view question,
                       std::string_view line)
{
    base::Rect const strip{{main.min.x + ui.px(24), main.min.y + ui.px(20)},
                           {main.max.x - ui.px(24), main.min.y + ui.px(96)}};
    float const asked = draw_question(ui, strip, question);
    base::Rect const under{{strip.min.x, strip.min.y + ui.px(46)},
                           {strip.max.x, strip.min.y + ui.px(46) + line_height(ui, type::text)}};
    bool const fits = text_width(ui, type::text, line) <= under.width();
    base::Rect const two_lines{under.min, {under.max.x, under.min.y + ui.px(42)}};
    float const said = draw_listed(ui, fits ? under : two_lines, type::text, ui.color().ink2, line);
    float const taken = std::max(asked, said) + ui.px(32);
    return {{std::min(strip.max.x, strip.min.x + taken), strip.min.y}, strip.max};
}

base::Rect draw_panel(Ui& ui, base::Rect const& area)
{
    fill(ui, area, 0, ui.color().panel);
    hairline_v(ui, area.min.x, area.min.y, area.max.y, ui.color().line);
    return base::grown(area, -ui.px(24));
}

} // namespace ui
