#include "ui/import_dialog.h"

#include "i18n/errors.h"
#include "ui/icons.h"

#include <algorithm>
#include <set>

namespace ui {
namespace {

constexpr std::size_t shown_max = 500; // rows drawn; all are added

// What each column was taken for: a pill a column, those left in grey.
float draw_columns(Ui& ui, exchange::ImportPlan const& plan, base::Rect const& area)
{
    float x = area.min.x, y = area.min.y;
    int left = 0;
    for (auto const& column : plan.columns) {
        if (column.field == exchange::Field::none) {
            ++left;
            continue;
        }
        auto const width = std::min(pill_width(ui, column.name), area.width());
        if (x + width > area.max.x) x = area.min.x, y += ui.px(38);
        draw_icon_at(ui, {x + ui.px(10), y + ui.px(16)}, ui.px(18), ui.color().opp, icon::check);
        x += ui.px(22);
        auto const shown = base::Rect{{x, y}, {std::min(x + width, area.max.x), y + ui.px(32)}};
        draw_text_in(ui, shown, type::legend, ui.color().ink, column.name);
        x += width + ui.px(10);
    }
    if (left == 0) return y + ui.px(36) - area.min.y;
    y += ui.px(34);
    draw_text(ui, {area.min.x, y}, type::legend, ui.color().ink3,
              ui.trn("import.preview.left", left));
    return y + ui.px(30) - area.min.y;
}

float draw_rows(Ui& ui, exchange::ImportPlan const& plan, base::Rect const& list, float top)
{
    std::set<model::CaseId> const twice(plan.duplicates.begin(), plan.duplicates.end());
    float const row = ui.px(40);
    float y = top;
    auto const& cases = plan.command.cases;
    for (std::size_t i = 0; i < std::min(shown_max, cases.size()); ++i, y += row) {
        if (y + row < list.min.y || y > list.max.y) continue;
        bool const again = twice.contains(cases[i].id);
        draw_text_in(ui, {{list.min.x, y}, {list.min.x + ui.px(60), y + row}}, type::meta,
                     ui.color().ink3, ui.words->number(static_cast<std::int64_t>(plan.lines[i])));
        auto const color = again ? ui.color().ink3 : ui.color().ink;
        draw_text_in(ui, {{list.min.x + ui.px(64), y}, {list.max.x - ui.px(330), y + row}},
                     type::label, color, cases[i].text.title);
        auto const side = again ? ui.tr("import.preview.seen") : cases[i].text.domain;
        draw_text_in(ui, {{list.max.x - ui.px(310), y}, {list.max.x - ui.px(16), y + row}},
                     type::legend, again ? ui.color().warn : ui.color().ink2, side);
        hairline_h(ui, list.min.x, list.max.x, y + row, ui.color().line);
    }
    if (cases.size() > shown_max) {
        draw_text(
            ui, {list.min.x, y}, type::legend, ui.color().ink2,
            ui.trn("import.preview.more", static_cast<std::int64_t>(cases.size() - shown_max)));
        y += row;
    }
    for (auto const& error : plan.left_out) {
        auto const said = ui.words->text(
            "import.row_left", ui.words->number(static_cast<std::int64_t>(error.line)),
            i18n::sentence(*ui.words, {error.code, error.where, error.detail, 0}));
        draw_icon_at(ui, {list.min.x + ui.px(12), y + row / 2}, ui.px(20), ui.color().warn,
                     icon::warning_amber);
        draw_text_in(ui, {{list.min.x + ui.px(34), y}, {list.max.x, y + row}}, type::legend,
                     ui.color().warn, said);
        y += row;
    }
    return y - top;
}

} // namespace

void ImportDialog::show(exchange::ImportPlan what)
{
    plan = std::move(what);
    skip_duplicates = true;
    scroll = {};
}

std::optional<Wish> draw(Ui& ui, ImportDialog& dialog)
{
    if (!dialog.plan) return std::nullopt;
    auto const& plan = *dialog.plan;
    Dialog const window(ui, "import", {ui.px(1100), ui.px(820)},
                        plan.source.empty() ? ui.tr("import.preview.pasted") : plan.source);
    auto body = window.body();
    auto const found =
        ui.trn("import.preview.found", static_cast<std::int64_t>(plan.command.cases.size()));
    draw_text(ui, body.min, type::h3, ui.color().ink, found);
    draw_text_in(ui, {{body.max.x - ui.px(300), body.min.y}, {body.max.x, body.min.y + ui.px(28)}},
                 type::meta, ui.color().ink3, plan.encoding, Align::right);
    body.min.y += ui.px(40);
    if (!plan.columns.empty()) body.min.y += draw_columns(ui, plan, body);
    if (!plan.duplicates.empty()) {
        auto const said =
            ui.trn("import.preview.skip", static_cast<std::int64_t>(plan.duplicates.size()));
        (void)toggle_row(ui, "import.skip", {body.min, {body.max.x, body.min.y + ui.px(44)}}, said,
                         dialog.skip_duplicates);
        body.min.y += ui.px(52);
    }
    {
        base::Rect const list{body.min, {body.max.x, body.max.y - ui.px(8)}};
        ScrollArea scroll(ui, "import.list", list, dialog.scroll);
        scroll.content_height(draw_rows(ui, plan, list, scroll.top()));
    }
    auto const adds = dialog.skip_duplicates ? plan.without_duplicates() : plan.command;
    auto const& foot = window.footer();
    auto const word = ui.trn("import.preview.add", static_cast<std::int64_t>(adds.cases.size()));
    float const width = button_width(ui, word, {.rank = Rank::primary});
    bool const yes = button(ui, "import.add", {{foot.max.x - width, foot.min.y}, foot.max}, word,
                            {.rank = Rank::primary}, enabled_if(!adds.cases.empty()));
    auto const no = ui.tr("import.preview.cancel");
    float const other = button_width(ui, no);
    bool const cancelled = button(ui, "import.cancel",
                                  {{foot.max.x - width - ui.px(12) - other, foot.min.y},
                                   {foot.max.x - width - ui.px(12), foot.max.y}},
                                  no);
    if (!yes && !cancelled && !window.dismissed()) return std::nullopt;
    dialog.plan.reset();
    if (!yes) return std::nullopt;
    return edit::Command{adds};
}

} // namespace ui
