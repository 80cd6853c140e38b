#include "ui/paint/guard_signs.h"

#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"
#include "wording/guard_rails.h"

#include <algorithm>

namespace ui {
namespace {

using analysis::Notice;

// An icon, and a count if positive. Returns its box.
base::Rect draw_sign(Ui& ui, base::Vec2 left_middle, Notice sign, int count)
{
    float const half = ui.px(15);
    float const width = count > 0 ? open_pill_width(ui, count) : ui.px(36);
    base::Rect const box{{left_middle.x, left_middle.y - half},
                         {left_middle.x + width, left_middle.y + half}};
    auto const color = notice_color(ui, sign);
    fill(ui, box, half, ui.color().card);
    outline(ui, box, half, color, ui.snap(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(18), left_middle.y}, ui.px(19), color, notice_icon(sign));
    if (count > 0)
        draw_text_in(ui, {{box.min.x + ui.px(30), box.min.y}, {box.max.x - ui.px(4), box.max.y}},
                     type::strong, color, std::to_string(count));
    return box;
}

} // namespace

float open_pill_width(Ui const& ui, int count)
{
    return ui.px(40) + text_width(ui, type::strong, std::to_string(count));
}

void draw_open_pill(Ui& ui, base::Vec2 left_middle, int count)
{
    draw_sign(ui, left_middle, Notice::open, count);
}

float notice_pill_width(Ui const& ui) { return open_pill_width(ui, 9); }

void draw_notice_pill(Ui& ui, model::Document const& doc, model::DecisionKey const& key,
                      base::Vec2 left_middle, std::string const& id, std::span<Notice const> but)
{
    auto notices = analysis::notices_of(doc, key);
    std::erase_if(notices, [&](Notice one) { return std::ranges::count(but, one) > 0; });
    if (notices.empty()) return;
    std::string why;
    int open = 0;
    for (auto notice : notices) {
        why += (why.empty() ? "" : "\n") + wording::notice(*ui.words, doc, key.on, notice);
        if (notice == Notice::open) open = analysis::open_questions(doc, key.on);
    }
    auto const box = draw_sign(ui, left_middle, notices.front(), open);
    auto const press = touch(ui, id, box, why, Enabled::yes, Role::area);
    probe_value(ui, id, std::to_string(open));
    if (press.hovered) tooltip(ui, box, why);
}

unsigned notice_icon(Notice notice)
{
    switch (notice) {
    case Notice::prohibited: return icon::block;
    case Notice::data_risk: return icon::warning_amber;
    case Notice::law_unplaced: return icon::crop_free;
    case Notice::data_unknown:
    case Notice::open: return icon::help_outline;
    case Notice::no_reason: return icon::forum;
    }
    return icon::info;
}

board::Color notice_color(Ui const& ui, Notice notice)
{
    bool const strong = notice == Notice::prohibited || notice == Notice::data_risk;
    return strong ? ui.color().risk : ui.color().warn;
}

} // namespace ui
