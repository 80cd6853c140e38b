#include "ui/paint/not_taken.h"

#include "i18n/errors.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"
#include "ui/kit/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr float pad = 14, sign = 40, button_height = 48; // design pixels

// Whether retrying is useless: the file or the ballot box is not written any more.
bool for_good(base::Error const& why)
{
    constexpr std::array<std::string_view, 4> stops{"file.changed", "file.sync", "box.changed",
                                                    "box.unconfirmed"};
    return std::ranges::find(stops, why.where) != stops.end();
}

std::string text_of(Ui const& ui, NotTaken const& said)
{
    auto reason = i18n::sentence(*ui.words, said.why);
    if (said.why.where == "box.unconfirmed") return reason; // it was stored
    return ui.words->text(std::string(said.key), reason);
}

float paragraph_room(Ui const& ui, float width) { return width - ui.px(sign + 2 * pad); }

} // namespace

float not_taken_height(Ui& ui, NotTaken const& said, float width)
{
    auto const lines =
        paragraph_height(ui, type::label, text_of(ui, said), paragraph_room(ui, width));
    return std::round(std::max(lines, ui.px(24)) + ui.px(2 * pad) +
                      (for_good(said.why) ? ui.px(button_height + pad) : 0));
}

std::optional<Wish> draw_not_taken(Ui& ui, NotTaken const& said, base::Vec2 at, float width)
{
    auto const& c = ui.color();
    auto const text = text_of(ui, said);
    base::Rect const box{at, {at.x + width, at.y + not_taken_height(ui, said, width)}};
    touch(ui, said.id, box, text, Enabled::yes, Role::area);
    draw_surface(ui, box,
                 {.radius = ui.px(14),
                  .fill = c.risktint,
                  .border = c.riskline,
                  .border_width = ui.snap(1.5F),
                  .level = Level::flat});
    draw_icon_at(ui, {box.min.x + ui.px(pad + 12), box.min.y + ui.px(pad + 12)}, ui.px(24), c.risk,
                 icon::warning_amber);
    float const left = box.min.x + ui.px(pad + sign);
    draw_paragraph(ui, {left, box.min.y + ui.px(pad)}, paragraph_room(ui, width), type::label,
                   c.ink, text);
    if (!for_good(said.why)) return std::nullopt;
    auto const word = ui.tr("top.copy");
    ButtonLook const look{.rank = Rank::secondary, .icon = icon::save};
    float const bottom = box.max.y - ui.px(pad);
    base::Rect const place{{left, bottom - ui.px(button_height)},
                           {left + button_width(ui, word, look), bottom}};
    if (button(ui, std::string(said.id) + ".copy", place, word, look)) return SaveCopy{};
    return std::nullopt;
}

} // namespace ui
