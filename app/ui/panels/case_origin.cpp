#include "ui/panels/case_origin.h"

#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"

#include <algorithm>
#include <string>

namespace ui {
namespace {

void draw_source(Ui& ui, MergedSource const& source, std::string_view id, base::Rect const& area,
                 float& y)
{
    auto const& c = ui.color();
    auto const& text = source.text;
    auto const number = std::to_string(text.number);
    bool const hidden = source.face == MergedSource::Face::down;
    float const left = area.min.x + ui.px(40), width = area.max.x - left, top = y;
    auto const title = hidden ? ui.tr("merged.face_down") : text.title;
    if (hidden)
        draw_icon_at(ui, {area.min.x + ui.px(15), y + ui.px(13)}, ui.px(24), c.ink2,
                     icon::visibility_off);
    else
        draw_case_mark(ui, {area.min.x + ui.px(15), y + ui.px(13)}, {.number = number});
    y += draw_paragraph(ui, {left, y}, width, type::label, hidden ? c.ink2 : c.ink, title);
    if (!hidden && !text.proposer.empty())
        y += draw_paragraph(ui, {left, y}, width, type::meta, c.ink2,
                            ui.words->text("origin.proposed", text.proposer));
    y = std::max(y, top + ui.px(28)) + ui.px(8);
    (void)touch(ui, std::string(id) + "." + number, {{area.min.x, top}, {area.max.x, y}}, title,
                Enabled::yes, Role::area);
}

} // namespace

std::vector<MergedSource> merged_sources(model::Document const& doc, model::CaseId into)
{
    std::vector<MergedSource> sources;
    for (auto const& [id, merge] : model::table<model::Merge>(doc))
        if (merge.into == into)
            sources.push_back({id, model::get<model::Case>(doc, id),
                               model::find<model::FaceDown>(doc, id) ? MergedSource::Face::down
                                                                     : MergedSource::Face::up});
    std::ranges::sort(sources, {}, [](MergedSource const& one) { return one.text.number; });
    return sources;
}

void draw_origin(Ui& ui, model::Document const& doc, model::CaseId on, std::string_view id,
                 base::Rect const& area, float& y)
{
    auto const proposer = model::get<model::Case>(doc, on).proposer;
    auto const sources = merged_sources(doc, on);
    if (proposer.empty() && sources.empty()) return;
    auto const& c = ui.color();
    y += ui.px(10);
    hairline_h(ui, area.min.x, area.max.x, y, c.line);
    y += ui.px(14);
    if (!proposer.empty()) {
        auto const said = ui.words->text("origin.proposed", proposer);
        float const top = y;
        draw_icon_at(ui, {area.min.x + ui.px(15), y + ui.px(12)}, ui.px(22), c.ink2, icon::groups);
        y += draw_paragraph(ui, {area.min.x + ui.px(40), y}, area.width() - ui.px(40), type::label,
                            c.ink2, said) +
             ui.px(8);
        (void)touch(ui, std::string(id) + ".proposer", {{area.min.x, top}, {area.max.x, y}}, said,
                    Enabled::yes, Role::area);
    }
    if (sources.empty()) return;
    y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::strong, c.ink,
                        ui.tr("origin.merged")) +
         ui.px(8);
    for (auto const& source : sources) draw_source(ui, source, id, area, y);
}

} // namespace ui
