#include "ui/paint/cloud_paint.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/paint/matrix_paint.h"
#include "ui/paint/picture_paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::Agreement;
using analysis::Quadrant;

struct AgreementLook {
    unsigned icon;
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

// A sign and a word in a pill. Returns its width.
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

constexpr std::array quadrants{Quadrant::launch, Quadrant::safeguards, Quadrant::comfort,
                               Quadrant::aside};

} // namespace

float draw_agreement(Ui& ui, base::Vec2 left_middle, Agreement agreement)
{
    return draw_pill(ui, left_middle, look_of(ui, agreement), agreement_said(ui, agreement));
}

float draw_contradicted(Ui& ui, base::Vec2 left_middle)
{
    auto const& c = ui.color();
    return draw_pill(ui, left_middle, {icon_contradicted, c.warn, c.warntint, c.warn},
                     ui.tr("cloud.contradicted"));
}

std::string agreement_said(Ui const& ui, Agreement agreement)
{
    switch (agreement) {
    case Agreement::accord: return ui.tr("cloud.accord");
    case Agreement::neutral: return ui.tr("cloud.neutral");
    case Agreement::divided: return ui.tr("cloud.divided");
    case Agreement::contested: break;
    }
    return ui.tr("cloud.contested");
}

std::string people_said(Ui const& ui, analysis::Cloud const& cloud)
{
    auto out = ui.trn("cloud.people", cloud.placed);
    if (cloud.voters > cloud.placed) out += " " + ui.words->text("cloud.people.of", cloud.voters);
    if (cloud.dont_know > 0) out += ", " + ui.trn("cloud.unknown", cloud.dont_know);
    return out;
}

std::string astride_said(Ui const& ui, analysis::Shape const& shape, model::Axis const& axis)
{
    if (!shape.astride) return {};
    return ui.words->text("cloud.astride", quadrant_name(ui, axis, shape.astride->one),
                          quadrant_name(ui, axis, shape.astride->other));
}

std::string contest_said(Ui const& ui, analysis::Shape const& shape)
{
    std::string out;
    auto add = [&](analysis::OneScale const& scale, std::string_view with,
                   std::string_view without) {
        if (scale.agreement != Agreement::contested) return;
        if (!out.empty()) out += "\n";
        out += scale.camps ? ui.words->text(with, scale.camps->low.people, scale.camps->high.people)
                           : ui.tr(without);
    };
    add(shape.opportunity, "cloud.opportunity.camps", "cloud.opportunity.contested");
    add(shape.risk, "cloud.risk.camps", "cloud.risk.contested");
    return out;
}

std::string movement_said(Ui const& ui, analysis::Movement const& movement)
{
    if (!movement.changed) return ui.tr("cloud.moved.unknown");
    auto out = *movement.changed == 0 ? ui.tr("cloud.moved.nobody")
                                      : ui.trn("cloud.moved", *movement.changed);
    auto signed_said = [&](double levels) {
        auto const said = ui.words->decimal(levels / 100.0, 1);
        return levels >= 5.0 ? "+" + said : said;
    };
    return out + " " +
           ui.words->text("cloud.moved.median", signed_said(movement.moved.opportunity),
                          signed_said(movement.moved.risk));
}

std::string stop_said(Ui const& ui, analysis::Stop stop, analysis::Shape const& shape)
{
    switch (stop) {
    case analysis::Stop::none: return ui.tr("cloud.stop.none");
    case analysis::Stop::accord: return ui.tr("cloud.stop.accord");
    case analysis::Stop::stable: return ui.tr("cloud.stop.stable");
    case analysis::Stop::rounds: return ui.tr("cloud.stop.rounds");
    case analysis::Stop::same_zone: break;
    }
    double most = 0;
    for (auto zone : quadrants) most = std::max(most, shape.share(zone));
    return ui.words->text("cloud.stop.same_zone", ui.words->percent(most));
}

} // namespace ui
