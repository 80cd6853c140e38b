#include "ui/dialogs/about_dialog.h"

namespace ui {
namespace {

// Name, version and licence of each library, in three columns.
void draw_components(Ui& ui, AboutDialog& dialog, base::Rect const& body)
{
    ScrollArea scroll(ui, "about.components", body, dialog.scroll);
    float const row = ui.px(34), top = scroll.top();
    float const version = body.min.x + body.width() * 0.44F;
    float const licence = body.min.x + body.width() * 0.72F;
    float y = top;
    for (auto const& part : dialog.about.components) {
        auto cell = [&](float from, float to, Type style, board::Color ink,
                        std::string const& text) {
            draw_text_in(ui, {{from, y}, {to - ui.px(8), y + row}}, style, ink, text);
        };
        cell(body.min.x, version, type::strong, ui.color().ink, part.name);
        cell(version, licence, type::label, ui.color().ink2, part.version);
        cell(licence, body.max.x, type::label, ui.color().ink2, part.licence);
        touch(ui, "about.component." + part.name, {{body.min.x, y}, {body.max.x, y + row}},
              part.name + " " + part.version + ", " + part.licence, Enabled::yes, Role::area);
        y += row;
    }
    scroll.content_height(y - top);
}

} // namespace

void draw(Ui& ui, AboutDialog& dialog)
{
    if (!dialog.shown) return;
    Dialog const window(ui, "about", {ui.px(820), ui.px(760)}, ui.tr("about.title"));
    auto const& body = window.body();
    auto const version =
        dialog.about.commit.empty()
            ? ui.tr("about.version", dialog.about.version)
            : ui.tr("about.version.commit", dialog.about.version, dialog.about.commit);
    float y = body.min.y;
    auto line = [&](Type style, board::Color ink, std::string const& text, float height) {
        draw_text_in(ui, {{body.min.x, y}, {body.max.x, y + ui.px(height)}}, style, ink, text);
        y += ui.px(height);
    };
    line(type::h3, ui.color().ink, version, 36);
    touch(ui, "about.version", {body.min, {body.max.x, y}}, version, Enabled::yes, Role::area);
    line(type::label, ui.color().ink2, ui.tr("about.licence"), 30);
    line(type::label, ui.color().ink2, ui.tr("about.network"), 30);
    y += ui.px(14);
    line(type::strong, ui.color().ink, ui.tr("about.components"), 36);
    draw_components(ui, dialog, {{body.min.x, y}, window.footer().max});
    if (window.dismissed() || confirmed(ui)) dialog.shown = false;
}

} // namespace ui
