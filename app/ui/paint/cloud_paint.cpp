#include "ui/paint/cloud_paint.h"

#include "ui/kit/paint.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/picture_paint.h"
#include "wording/estimates.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::Agreement;

struct AgreementLook {
    unsigned icon = 0;
    board::Color text, tint, border;
};

AgreementLook look_of(Ui const& ui, Agreement agreement)
{
    auto const& c = ui.color();
    switch (agreement) {
    case Agreement::accord: return {icon::done_all, c.opp, c.opptint, c.oppline};
    case Agreement::neutral: return {icon::remove, c.ink2, c.sunken, c.line2};
    case Agreement::divided: return {icon::compare_arrows, c.warn, c.warntint, c.warnline};
    case Agreement::contested: break;
    }
    return {0, c.warn, c.warntint, c.warn};
}

// An icon and a word in a pill. Returns its width.
float draw_pill(Ui& ui, base::Vec2 left_middle, AgreementLook const& look, std::string const& said)
{
    float const half = std::round(ui.px(16));
    float const width = std::round(text_width(ui, type::legend, said) + ui.px(48));
    base::Rect const box{{left_middle.x, left_middle.y - half},
                         {left_middle.x + width, left_middle.y + half}};
    fill(ui, box, half, look.tint);
    outline(ui, box, half, look.border, ui.snap(1));
    base::Vec2 const sign{box.min.x + ui.px(20), left_middle.y};
    if (look.icon != 0)
        draw_icon_at(ui, sign, ui.px(20), look.text, look.icon);
    else
        draw_contested_badge(ui, sign, ui.px(10));
    draw_text_in(ui, {{box.min.x + ui.px(36), box.min.y}, box.max}, type::legend, look.text, said);
    return width;
}

} // namespace

float draw_agreement(Ui& ui, base::Vec2 left_middle, Agreement agreement)
{
    return draw_pill(ui, left_middle, look_of(ui, agreement),
                     wording::agreement(*ui.words, agreement));
}

float draw_contradicted(Ui& ui, base::Vec2 left_middle)
{
    auto const& c = ui.color();
    return draw_pill(ui, left_middle, {icon_contradicted, c.warn, c.warntint, c.warn},
                     ui.tr("cloud.contradicted"));
}

} // namespace ui
