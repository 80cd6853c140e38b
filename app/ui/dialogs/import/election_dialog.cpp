#include "ui/dialogs/import/election_dialog.h"

#include "exchange/elections/election.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// The description of the file; then the accepted deviations, each with a sign.
void draw_told(Ui& ui, ElectionDialog& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    ScrollArea scroll(ui, "election.told", area, dialog.told_scroll);
    auto const lines =
        exchange::election_lines(*ui.words, *dialog.plan, exchange::ElectionTaken::dry_run);
    auto const notes = lines.size() - dialog.plan->notes.size();
    float y = scroll.top();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        bool const note = i >= notes;
        auto const left = area.min.x + (note ? ui.px(34) : 0.0F);
        auto const wide = area.max.x - ui.px(16) - left;
        auto const high = paragraph_height(ui, type::label, lines[i], wide);
        touch(ui, "election.line." + std::to_string(i), {{left, y}, {left + wide, y + high}},
              lines[i], Enabled::yes, Role::area);
        if (note)
            draw_icon_at(ui, {area.min.x + ui.px(12), y + ui.px(13)}, ui.px(21), c.warn,
                         icon::warning_amber);
        draw_paragraph(ui, {left, y}, wide, type::label, note ? c.warn : c.ink, lines[i]);
        y += high + ui.px(12);
    }
    if (dialog.plan->blanks > 0) {
        auto const said = ui.trn("vote.import.blanks", dialog.plan->blanks);
        y += draw_paragraph(ui, {area.min.x, y}, area.width() - ui.px(16), type::label, c.ink2,
                            said);
    }
    scroll.content_height(y - scroll.top());
}

void draw_cases(Ui& ui, ElectionDialog& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    auto const& cases = dialog.plan->command.cases;
    draw_text_in(ui, {area.min, {area.max.x, area.min.y + ui.px(30)}}, type::strong, c.ink2,
                 ui.trn("home.cases", static_cast<std::int64_t>(cases.size())));
    base::Rect const list{{area.min.x, area.min.y + ui.px(38)}, area.max};
    ScrollArea scroll(ui, "election.cases", list, dialog.cases_scroll);
    auto const wide = list.width() - ui.px(28);
    float y = scroll.top();
    for (auto const& one : cases) {
        auto const title = paragraph_height(ui, type::label, one.text.title, wide, 2);
        bool const costs = !one.text.cost.empty();
        auto const bottom = y + title + ui.px(costs ? 42 : 18);
        if (bottom >= list.min.y && y <= list.max.y) {
            draw_paragraph(ui, {list.min.x + ui.px(12), y + ui.px(9)}, wide, type::label, c.ink,
                           one.text.title, 2);
            if (costs)
                draw_text_in(ui,
                             {{list.min.x + ui.px(12), y + ui.px(9) + title},
                              {list.min.x + wide, bottom - ui.px(9)}},
                             type::meta, c.ink2, one.text.cost);
            hairline_h(ui, list.min.x, list.max.x - ui.px(16), bottom, c.line);
        }
        y = bottom;
    }
    scroll.content_height(y - scroll.top());
}

} // namespace

void ElectionDialog::show(exchange::ElectionPlan what, std::string from)
{
    close();
    plan = std::move(what);
    source = std::move(from);
}

std::optional<Wish> draw(Ui& ui, ElectionDialog& dialog)
{
    if (!dialog.plan) return std::nullopt;
    Dialog const window(ui, "election", {ui.px(1240), ui.px(820)},
                        dialog.source.empty() ? ui.tr("import.preview.pasted") : dialog.source);
    auto const& body = window.body();
    auto const split = body.min.x + std::round(body.width() * 0.46F);
    draw_told(ui, dialog, {body.min, {split - ui.px(20), body.max.y}});
    hairline_v(ui, split, body.min.y, body.max.y, ui.color().line);
    draw_cases(ui, dialog, {{split + ui.px(20), body.min.y}, body.max});
    auto const& foot = window.footer();
    auto const word = ui.tr("vote.import.take"), no = ui.tr("import.preview.cancel");
    auto const wide = button_width(ui, word, {.rank = Rank::primary}), other = button_width(ui, no);
    auto const edge = foot.max.x - wide;
    bool const cancelled =
        button(ui, "election.cancel",
               {{edge - ui.px(12) - other, foot.min.y}, {edge - ui.px(12), foot.max.y}}, no);
    bool yes =
        button(ui, "election.take", {{edge, foot.min.y}, foot.max}, word, {.rank = Rank::primary});
    yes |= confirmed(ui);
    if (yes) return edit::Command{dialog.plan->command}; // closed when it is written
    if (cancelled || window.dismissed()) dialog.close();
    return std::nullopt;
}

} // namespace ui
