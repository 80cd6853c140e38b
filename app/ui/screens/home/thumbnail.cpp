#include "analysis/common/in_use.h"
#include "analysis/voting/tally.h"
#include "pictures/matrix_picture.h"
#include "ui/canvas/canvas_picture.h"
#include "ui/kit/paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/home/home_view.h"

#include <algorithm>

namespace ui {
namespace {

void draw_matrices(Ui& ui, base::Rect const& box, model::Document const& doc)
{
    auto const axes = analysis::active_axes(doc);
    auto const count = static_cast<int>(axes.size());
    int const columns = count <= 1 ? 1 : count <= 4 ? 2 : 4;
    int const rows = (count + columns - 1) / columns;
    float const gap = ui.px(8);
    float const width =
        (box.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float const height =
        (box.height() - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (int i = 0; i < count; ++i) {
        int const row = i / columns, column = i % columns;
        base::Vec2 const at{box.min.x + static_cast<float>(column) * (width + gap),
                            box.min.y + static_cast<float>(row) * (height + gap)};
        base::Rect const small{at, {at.x + width, at.y + height}};
        draw_picture(ui, [&](auto& pen) {
            pictures::draw_small_matrix(pen, small, doc, axes[static_cast<std::size_t>(i)], {},
                                        pen.px(count > 1 ? 3.2F : 6), pen.px(2), pen.px(5));
        });
        if (count > 1)
            draw_axis_badge(ui, at, ui.px(20),
                            model::get<model::Axis>(doc, axes[static_cast<std::size_t>(i)]).place);
    }
}

void draw_bars(Ui& ui, base::Rect const& box, analysis::Tally const& tally)
{
    constexpr std::size_t most = 8;
    auto const count = std::min(most, tally.cases.size());
    float const pitch = box.height() / static_cast<float>(most);
    double const best = std::max(1.0, count > 0 ? analysis::value(tally.cases.front().score) : 1.0);
    for (std::size_t i = 0; i < count; ++i) {
        float const y = box.min.y + pitch * static_cast<float>(i);
        auto const share = static_cast<float>(analysis::value(tally.cases[i].score) / best);
        draw_text_in(ui, {{box.min.x, y}, {box.min.x + ui.px(20), y + pitch}}, type::rail,
                     ui.color().ink2, std::to_string(i + 1));
        float const x = box.min.x + ui.px(28);
        fill(ui, {{x, y + pitch * 0.22F}, {x + (box.max.x - x) * share, y + pitch * 0.78F}},
             ui.px(3), ui.color().accent);
    }
}

} // namespace

void draw_thumbnail(Ui& ui, base::Rect const& box, model::Document const& doc)
{
    Clip const clip(ui, box);
    auto const inner = base::grown(box, -ui.px(12));
    if (!model::table<model::Placement>(doc).empty()) {
        draw_matrices(ui, inner, doc);
        return;
    }
    if (auto const reference = analysis::reference_round(doc))
        if (auto const result = analysis::tally(doc, *reference, {{}, {}, 0})) {
            draw_bars(ui, inner, *result);
            return;
        }
    if (model::table<model::Case>(doc).empty())
        draw_matrices(ui, inner, doc);
    else
        paint_board(ui, ui.list, inner, doc);
}

} // namespace ui
