#include "analysis/common/in_use.h"
#include "ui/paint/matrix_paint.h"
#include "ui/panels/sheet_fields.h"
#include "ui/screens/place/axes_dialog.h"
#include "wording/guard_rails.h"
#include "wording/placements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

// The form of one axis: texts, lines, weight.
namespace ui {
namespace {

constexpr float weight_most = 3, line_least = 0.5F, line_most = 9.5F;

// A field was submitted or a slider moved: the axis is to be saved.
struct Keep {
    bool asked = false;
    void on(Edit edit) { asked |= edit == Edit::submitted || edit == Edit::left; }
    void on(Slide slide) { asked |= slide == Slide::done; }
};

struct Scale {
    std::string_view id, key;
    SliderRange range;
};

Slide draw_slider(Ui& ui, Scale const& scale, base::Rect const& box, float& value, Enabled may)
{
    auto const name = ui.tr(scale.key);
    draw_text_in(ui, {box.min, {box.max.x - ui.px(60), box.min.y + ui.px(26)}}, type::meta,
                 ui.color().ink2, name);
    draw_text_in(ui, {{box.max.x - ui.px(60), box.min.y}, {box.max.x, box.min.y + ui.px(26)}},
                 type::strong, ui.color().ink, ui.words->decimal(static_cast<double>(value), 1),
                 Align::right);
    return slider(ui, scale.id, {{box.min.x, box.min.y + ui.px(28)}, {box.max.x, box.max.y}}, name,
                  value, scale.range, may);
}

// A custom name with a label; the default is its hint.
struct OwnWord {
    std::string_view id, key;
    std::string hint;
};

float draw_own_word(Ui& ui, OwnWord const& word, base::Rect const& column, float y,
                    std::string& text, Enabled may, Keep& keep)
{
    draw_text_in(ui, {{column.min.x, y}, {column.max.x, y + ui.px(22)}}, type::meta,
                 ui.color().ink2, ui.tr(word.key));
    keep.on(text_field(ui, word.id, {{column.min.x, y + ui.px(26)}, {column.max.x, y + ui.px(74)}},
                       ui.tr(word.key), text, {.hint = word.hint}, may));
    return y + ui.px(88);
}

// Reloads the draft when another axis is chosen, or it changed while no field is edited.
void refresh(Ui const& ui, AxesDialog& dialog, Workshop const& workshop)
{
    bool const typed = focused_id(ui).starts_with("axis.") && typing(ui);
    if (dialog.drafted == dialog.axis && typed) return;
    if (!dialog.read.renew(workshop.doc(), dialog.axis)) return;
    dialog.draft = model::get<model::Axis>(workshop.doc(), dialog.axis);
    dialog.drafted = dialog.axis;
}

float draw_left(Ui& ui, model::Axis& draft, base::Rect const& column, float top, Enabled may,
                Keep& keep)
{
    SheetFields fields(ui, column, top, may);
    keep.on(fields.one_line("axis.title", "axes.name", draft.title));
    keep.on(fields.one_line("axis.short", "axes.short", draft.short_title));
    keep.on(fields.one_line("axis.opportunity", "axes.opportunity", draft.opportunity));
    keep.on(fields.one_line("axis.opportunity_high", "axes.high", draft.opportunity_high));
    keep.on(fields.one_line("axis.opportunity_low", "axes.low", draft.opportunity_low));
    using analysis::Quadrant;
    float y = fields.y();
    y = draw_own_word(
        ui, {"axis.launch", "axes.launch", wording::quadrant(*ui.words, Quadrant::launch)}, column,
        y, draft.launch, may, keep);
    y = draw_own_word(
        ui, {"axis.comfort", "axes.comfort", wording::quadrant(*ui.words, Quadrant::comfort)},
        column, y, draft.comfort, may, keep);
    float weight = static_cast<float>(draft.weight_milli) / 1000;
    keep.on(draw_slider(
        ui, {"axis.weight", "axes.weight", {0, weight_most, 0.1F, 1, SliderRange::Tick::shown}},
        {{column.min.x, y}, {column.max.x, y + ui.px(58)}}, weight, may));
    draft.weight_milli = static_cast<int>(std::lround(weight * 1000));
    return y + ui.px(72);
}

float draw_lines(Ui& ui, model::Axis& draft, base::Rect const& column, float y, Enabled may,
                 Keep& keep)
{
    auto line_of = [&](std::string_view id, std::string_view key, model::Level& level) {
        float value = static_cast<float>(level) / 100;
        keep.on(draw_slider(ui,
                            {id, key, {line_least, line_most, 0.5F, 5, SliderRange::Tick::shown}},
                            {{column.min.x, y}, {column.max.x, y + ui.px(58)}}, value, may));
        level = static_cast<model::Level>(std::lround(value * 100));
        y += ui.px(70);
    };
    line_of("axis.opportunity_line", "axes.opportunity_line", draft.opportunity_line);
    line_of("axis.risk_line", "axes.risk_line", draft.risk_line);
    return y;
}

float draw_right(Ui& ui, model::Axis& draft, base::Rect const& column, float top, Enabled may,
                 Keep& keep)
{
    SheetFields entry(ui, column, top, may);
    keep.asked |= entry.choice("axis.risk_entry", "axes.risk_entry", draft.risk_entry,
                               {"axes.risk_whole", "axes.risk_two"});
    float start = entry.y();
    if (draft.risk_entry == model::RiskEntry::severity_likelihood) {
        start = draw_own_word(ui, {"axis.severity", "axes.severity", ui.tr("estimate.severity")},
                              column, start, draft.severity, may, keep);
        start =
            draw_own_word(ui, {"axis.likelihood", "axes.likelihood", ui.tr("estimate.likelihood")},
                          column, start, draft.likelihood, may, keep);
    }
    SheetFields fields(ui, column, start, may);
    keep.on(fields.one_line("axis.risk", "axes.risk", draft.risk));
    keep.on(fields.one_line("axis.risk_high", "axes.high", draft.risk_high));
    keep.on(fields.one_line("axis.risk_low", "axes.low", draft.risk_low));
    using analysis::Quadrant;
    float y = fields.y();
    y = draw_own_word(
        ui,
        {"axis.safeguards", "axes.safeguards", wording::quadrant(*ui.words, Quadrant::safeguards)},
        column, y, draft.safeguards, may, keep);
    y = draw_own_word(ui,
                      {"axis.aside", "axes.aside", wording::quadrant(*ui.words, Quadrant::aside)},
                      column, y, draft.aside, may, keep);
    return draw_lines(ui, draft, column, y, may, keep);
}

// The subject, which selects the guard-rail questions shown with this axis.
float draw_subject(Ui& ui, model::Axis& draft, base::Rect const& column, float y, Enabled may,
                   Keep& keep)
{
    using model::Subject;
    auto const said = [&](Subject subject) { return wording::subject(*ui.words, subject); };
    std::array const words{said(Subject::none), said(Subject::law), said(Subject::responsibility),
                           said(Subject::data)};
    std::array<std::string_view, 4> const labels{words[0], words[1], words[2], words[3]};
    SheetFields fields(ui, column, y, may);
    auto chosen = static_cast<std::size_t>(std::max(1, static_cast<int>(draft.subject)) - 1);
    if (fields.choice_of("axis.subject", "axes.subject", chosen, labels)) {
        draft.subject = static_cast<model::Subject>(chosen + 1);
        keep.asked = true;
    }
    return fields.y();
}

} // namespace

std::optional<Wish> draw_axis_form(Ui& ui, AxesDialog& dialog, Workshop const& workshop,
                                   base::Rect const& area)
{
    if (!model::find<model::Axis>(workshop.doc(), dialog.axis)) return std::nullopt;
    refresh(ui, dialog, workshop);
    auto const may = enabled_if(workshop.access == Access::edit);
    bool const last = analysis::active_axes(workshop.doc()).size() < 2;
    auto const word = ui.tr("axes.retire");
    ButtonLook const look{.rank = Rank::danger, .icon = icon::archive};
    base::Rect const retire{{area.max.x - button_width(ui, word, look), area.max.y - ui.px(48)},
                            area.max};
    base::Rect const form{area.min, {area.max.x, retire.min.y - ui.px(14)}};
    Keep keep;
    {
        ScrollArea scroll(ui, "axis.form", form, dialog.form);
        float const right = form.max.x - ui.px(16), gap = ui.px(28);
        float const half = (right - form.min.x - ui.px(4) - gap) / 2;
        float const x = form.min.x + ui.px(4), top = scroll.top() + ui.px(4);
        float const one =
            draw_left(ui, dialog.draft, {{x, top}, {x + half, form.max.y}}, top, may, keep);
        float const other = draw_right(
            ui, dialog.draft, {{x + half + gap, top}, {right, form.max.y}}, top, may, keep);
        float const end = draw_subject(ui, dialog.draft, {{x, top}, {right, form.max.y}},
                                       std::max(one, other), may, keep);
        scroll.content_height(end - scroll.top() + ui.px(8));
    }
    if (keep.asked) ui.keep_drawing(0.1); // to show the saved values at once
    if (button(ui, "axis.retire", retire, word, look, enabled_if(may == Enabled::yes && !last)))
        return edit::RetireAxis{dialog.axis};
    if (!keep.asked || dialog.draft == model::get<model::Axis>(workshop.doc(), dialog.axis))
        return std::nullopt;
    return edit::SetAxis{dialog.axis, dialog.draft};
}

} // namespace ui
