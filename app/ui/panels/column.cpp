#include "ui/panels/column.h"

#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"
#include "ui/paint/picture_paint.h"

#include <algorithm>

namespace ui {

base::Rect Column::row(float design_height)
{
    base::Rect const box{{area_.min.x, y_}, {area_.max.x, y_ + ui_.px(design_height)}};
    y_ = box.max.y;
    return box;
}

void Column::heading(std::string_view key) { headed(ui_.tr(key)); }

void Column::headed(std::string const& said)
{
    gap(16);
    hairline_h(ui_, area_.min.x, area_.max.x, y_, ui_.color().line);
    gap(12);
    y_ += draw_paragraph(ui_, {area_.min.x, y_}, area_.width(), type::h3, ui_.color().ink, said);
    gap(6);
}

void Column::sentence(std::string const& said, board::Color color)
{
    y_ +=
        draw_paragraph(ui_, {area_.min.x, y_}, area_.width(), type::text, color, said) + ui_.px(6);
}

float Column::beside_sign(std::string const& said)
{
    float const words =
        draw_paragraph(ui_, {area_.min.x + ui_.px(32), y_}, area_.width() - ui_.px(32), type::text,
                       ui_.color().ink, said);
    return std::max(ui_.px(26), words) + ui_.px(6);
}

void Column::flag(unsigned icon, board::Color color, std::string const& said)
{
    draw_icon(ui_, {area_.min.x, y_ + ui_.px(1)}, ui_.px(22), color, icon);
    y_ += beside_sign(said);
}

void Column::contested(std::string const& said)
{
    draw_contested_badge(ui_, {area_.min.x + ui_.px(11), y_ + ui_.px(12)}, ui_.px(11));
    y_ += beside_sign(said);
}

void Column::fact(std::string const& id, std::string const& name, std::string const& value,
                  std::string const& rank, std::string const& about)
{
    auto const box = row(34);
    auto const said = name + " " + value + " " + rank;
    auto const pointed = touch(ui_, id, box, about.empty() ? said : said + ". " + about,
                               Enabled::yes, about.empty() ? Role::area : Role::button);
    auto const& c = ui_.color();
    float const right = value.empty() ? 62 : 130;
    float const words = draw_text_in(ui_, {box.min, {box.max.x - ui_.px(right), box.max.y}},
                                     type::label, c.ink2, name);
    if (!about.empty())
        draw_icon_at(ui_, {box.min.x + words + ui_.px(14), box.center().y}, ui_.px(18), c.ink3,
                     icon::help_outline);
    draw_text_in(ui_, {{box.max.x - ui_.px(130), box.min.y}, {box.max.x - ui_.px(62), box.max.y}},
                 type::label, c.ink2, value, Align::right);
    draw_text_in(ui_, {{box.max.x - ui_.px(60), box.min.y}, box.max}, type::strong, c.ink, rank,
                 Align::right);
    if (pointed.focused) focus_ring(ui_, box, ui_.px(8));
    if (!about.empty() && (pointed.hovered || pointed.focused)) tooltip(ui_, box, about);
}

} // namespace ui
