#include "ui/kit/paint.h"
#include "ui/screens/join/join_parts.h"

#include <array>

// What to do when a phone does not get to the room.
namespace ui {

void draw_join_help(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet)
{
    auto const& c = ui.color();
    auto const box = sheet.box(join_right, 496, join_width, 448);
    draw_surface(ui, box, {ui.px(18), c.panel, c.line2, ui.snap(1.5F), Level::flat});
    touch(ui, "join.help", box, ui.tr("join.help.title"), Enabled::yes, Role::area);
    draw_text_in(ui, sheet.box(join_right + 24, 510, join_width - 100, 40), type::h2, c.ink,
                 ui.tr("join.help.title"));
    if (icon_button(ui, "join.help.close", sheet.box(join_right + join_width - 60, 508, 44, 44),
                    icon::close, ui.tr("join.help.close")))
        view.help = false;
    struct Advice {
        unsigned icon;
        char const *head, *line;
    };
    constexpr std::array all{
        Advice{icon::wifi, "join.help.network", "join.help.network.line"},
        Advice{icon::shield, "join.help.firewall", "join.help.firewall.line"},
        Advice{icon::block, "join.help.guests", "join.help.guests.line"},
        Advice{icon::wifi_tethering, "join.help.hotspot", "join.help.hotspot.line"},
        Advice{icon::smartphone, "join.help.phone", "join.help.phone.line"}};
    float y = 552;
    for (auto const& one : all) {
        draw_mark(ui, sheet.box(join_right + 24, y + 4, 48, 48), one.icon);
        draw_text_in(ui, sheet.box(join_right + 90, y, join_width - 114, 24), type::strong, c.ink,
                     ui.tr(one.head));
        draw_paragraph(ui, sheet.point(join_right + 90, y + 24), ui.px(join_width - 114),
                       type::meta, c.ink2, ui.tr(one.line, ground.room->port), 2);
        y += 74;
    }
}

} // namespace ui
