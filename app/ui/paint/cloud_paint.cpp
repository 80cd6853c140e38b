#include "ui/paint/cloud_paint.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/paint/matrix_paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::Agreement;
using analysis::Quadrant;

base::Vec2 on_screen(pictures::Matrix const& matrix, analysis::Point at)
{
    return matrix.at_point(at.opportunity, at.risk);
}

void draw_camp(Ui& ui, pictures::Matrix const& matrix, analysis::Camp const& camp,
               std::string_view key)
{
    auto const said = ui.words->text(key, camp.people);
    float const width = text_width(ui, type::legend, said) + ui.px(28), height = ui.px(34);
    auto const at = on_screen(matrix, camp.median);
    auto const& box = matrix.box;
    float const x = std::clamp(at.x - width / 2, box.min.x + 2, box.max.x - width - 2);
    float const above = at.y - ui.px(72), below = at.y + ui.px(38);
    float const y = above > box.min.y ? above : std::min(below, box.max.y - height);
    base::Rect const pill{{x, y}, {x + width, y + height}};
    fill(ui, pill, height / 2, ui.color().warntint);
    outline(ui, pill, height / 2, ui.color().warn, ui.snap(1.5F));
    draw_text_in(ui, pill, type::legend, ui.color().warn, said, Align::centre);
}

void draw_camps(Ui& ui, pictures::Matrix const& matrix, analysis::OneScale const& scale)
{
    if (!scale.camps) return;
    draw_camp(ui, matrix, scale.camps->low, "cloud.camp.low");
    draw_camp(ui, matrix, scale.camps->high, "cloud.camp.high");
}

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

void draw_cloud(Ui& ui, pictures::Matrix const& matrix, analysis::Shape const& shape,
                board::Color hue, float alpha)
{
    Clip const clip(ui, matrix.box);
    bool const contested = shape.agreement() == Agreement::contested;
    if (!shape.half) {
        for (auto const& dot : shape.dots)
            disc(ui, on_screen(matrix, dot), ui.px(5), board::faded(hue, 3 * alpha));
        return;
    }
    auto const points = pictures::outline_of(matrix, *shape.half);
    std::array<ImVec2, 64> filled;
    for (std::size_t i = 0; i < filled.size(); ++i) filled.at(i) = {points.at(i).x, points.at(i).y};
    ui.list->AddConvexPolyFilled(filled.data(), static_cast<int>(filled.size()),
                                 packed(board::faded(hue, alpha)));
    if (contested)
        dashed_path(ui, points, board::faded(ui.color().warn, std::min(1.F, alpha * 8)),
                    ui.px(1.6F), {ui.px(6), ui.px(6)});
}

void draw_dots(Ui& ui, pictures::Matrix const& matrix, analysis::Shape const& shape)
{
    auto const& c = ui.color();
    auto const median = on_screen(matrix, shape.median);
    for (auto const& dot : shape.dots)
        line(ui, median, on_screen(matrix, dot), board::faded(c.ink3, 0.28F), ui.px(1.5F));
    for (auto const& dot : shape.dots) {
        auto const at = on_screen(matrix, dot);
        disc(ui, at, ui.px(8.5F), c.halo);
        disc(ui, at, ui.px(7), c.warn);
        disc(ui, at, ui.px(5.5F), c.warnfill);
    }
    draw_camps(ui, matrix, shape.opportunity);
    draw_camps(ui, matrix, shape.risk);
}

float draw_zones(Ui& ui, base::Rect const& area, analysis::Shape const& shape,
                 model::Axis const& axis)
{
    float const gap = ui.px(8), width = (area.width() - gap) / 2, height = ui.px(46);
    for (std::size_t i = 0; i < quadrants.size(); ++i) {
        auto const zone = quadrants.at(i);
        auto const look = ui::look_of(ui, outcome_of(zone));
        float const x = area.min.x + (i % 2 == 0 ? 0 : width + gap);
        float const y = area.min.y + (i < 2 ? 0 : height + gap);
        base::Rect const box{{x, y}, {x + width, y + height}};
        bool const any = shape.zones.at(static_cast<std::size_t>(zone)) > 0;
        fill(ui, box, ui.px(10), any ? look.tint : ui.color().sunken);
        if (any) {
            base::Rect const bar{{x, box.max.y - ui.px(5)},
                                 {x + width * static_cast<float>(shape.share(zone)), box.max.y}};
            fill(ui, bar, ui.px(2.5F), look.text);
        }
        auto const color = any ? look.text : ui.color().ink3;
        draw_icon_at(ui, {x + ui.px(20), box.center().y}, ui.px(20), color, look.icon);
        auto const share = ui.words->percent(shape.share(zone));
        float const figure = text_width(ui, type::strong, share);
        draw_text_in(ui, {{x + ui.px(34), y}, {box.max.x - figure - ui.px(12), box.max.y}},
                     {Face::medium, 15, 20}, color, quadrant_name(ui, axis, zone));
        draw_text_in(ui, {{x, y}, {box.max.x - ui.px(10), box.max.y}}, type::strong, color, share,
                     Align::right);
    }
    return 2 * height + gap;
}

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
