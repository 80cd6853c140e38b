#include "ui/panels/card_sheet.h"

#include "analysis/similarity/short_title.h"
#include "base/text.h"
#include "ui/kit/over_all.h"
#include "ui/kit/paint.h"
#include "ui/panels/sheet_fields.h"
#include "wording/amounts.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

namespace ui {
namespace {

constexpr std::array<std::string_view, 6> sizes{"–", "XS", "S", "M", "L", "XL"};
constexpr std::size_t suggestions_max = 6;
constexpr double copied_for_s = 2;

std::size_t size_of(std::string_view cost)
{
    auto const it = std::find(sizes.begin() + 1, sizes.end(), cost);
    return it == sizes.end() ? 0 : static_cast<std::size_t>(it - sizes.begin());
}

// The domains in use, most frequent first, then in dictionary order.
std::vector<std::string> domains_in_use(model::Document const& doc)
{
    // by folded name: frequency, first spelling
    std::map<std::string, std::pair<int, std::string>> seen;
    for (auto const& [id, one] : model::table<model::Case>(doc))
        if (!one.domain.empty() && !face_down(doc, id)) {
            auto& entry = seen.try_emplace(base::fold(one.domain), 0, one.domain).first->second;
            ++entry.first;
        }
    std::vector<std::pair<int, std::string>> order;
    for (auto& [folded, entry] : seen) order.push_back(std::move(entry));
    std::stable_sort(order.begin(), order.end(), [](auto const& a, auto const& b) {
        return a.first != b.first ? a.first > b.first : base::collate(a.second, b.second) < 0;
    });
    std::vector<std::string> out;
    for (auto& [count, name] : order) out.push_back(std::move(name));
    return out;
}

std::vector<std::string> suggestions(CardSheet const& sheet, std::string const& typed)
{
    std::vector<std::string> found;
    auto const folded = base::fold(typed);
    for (auto const& name : sheet.domains.value()) {
        auto const known = base::fold(name);
        if (known == folded || known.find(folded) == std::string::npos) continue;
        found.push_back(name);
        if (found.size() == suggestions_max) break;
    }
    return found;
}

void domain(Ui& ui, SheetFields& fields, CardSheet& sheet, Workshop const& workshop)
{
    auto const before = sheet.text.domain;
    auto const edit = fields.one_line("sheet.domain", "sheet.domain", sheet.text.domain);
    // A press on a suggestion takes the focus from the field before the suggestion is handled.
    bool const pressing =
        sheet.offering == CardSheet::Offering::yes && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    bool const typed = fields.typed_into("sheet.domain");
    sheet.offering = typed ? CardSheet::Offering::yes : CardSheet::Offering::no;
    if (!typed && !pressing) {
        if (edit == Edit::submitted && sheet.suggested >= 0 && sheet.suggested_for == before) {
            auto const found = suggestions(sheet, before);
            if (auto const at = static_cast<std::size_t>(sheet.suggested); at < found.size()) {
                sheet.text.domain = found[at];
                hand_instead(ui, "sheet.domain", found[at]);
            }
        }
        sheet.suggested = -1;
        return;
    }
    sheet.domains.get(workshop.source(), domains_in_use);
    if (sheet.suggested_for != sheet.text.domain) {
        sheet.suggested_for = sheet.text.domain;
        sheet.suggested = -1;
    }
    auto const found = suggestions(sheet, sheet.text.domain);
    if (auto const taken = fields.choose_among("sheet.domain", found, sheet.suggested)) {
        sheet.text.domain = *taken;
        focus(ui, {});
    }
}

void money_or_size(Ui& ui, SheetFields& fields, CardSheet& sheet)
{
    auto& cost = sheet.text.cost;
    auto size = size_of(cost);
    if (fields.choice_of("sheet.cost", "sheet.cost", size, sizes)) {
        cost = size == 0 ? std::string{} : std::string(sizes.at(size));
        sheet.amount.clear();
    }
    if (sheet.amount_of != cost) sheet.amount = size_of(cost) == 0 ? cost : "";
    sheet.amount_of = cost;
    auto const edit = fields.more_of("sheet.amount", "sheet.amount", sheet.amount);
    if (edit == Edit::submitted || edit == Edit::left) {
        if (!base::trimmed(sheet.amount).empty())
            cost = wording::cost(*ui.words, sheet.amount);
        else if (size_of(cost) == 0)
            cost.clear();
        sheet.amount_of.reset(); // to be reformatted from the stored value
    }
}

void source(Ui& ui, SheetFields& fields, CardSheet& sheet)
{
    bool const just = ui.now_s - sheet.copied_s < copied_for_s;
    if (just) ui.keep_drawing(copied_for_s - (ui.now_s - sheet.copied_s) + 0.05);
    auto const word = ui.tr(just ? "sheet.copied" : "sheet.copy");
    if (fields.with_button("sheet.source", "sheet.source", sheet.text.source,
                           {"sheet.source.copy", just ? icon::check : icon::content_copy, word})) {
        ImGui::SetClipboardText(sheet.text.source.c_str());
        sheet.copied_s = ui.now_s;
    }
}

void all_fields(Ui& ui, SheetFields& fields, CardSheet& sheet, Workshop const& workshop)
{
    auto& text = sheet.text;
    fields.lines("sheet.case_title", "sheet.case_title", text.title, 74);
    auto const proposed = analysis::proposed_short_title(text.title);
    auto const hint =
        proposed == text.title ? std::string() : ui.tr("sheet.short_title.proposed", proposed);
    fields.one_line("sheet.short_title", "sheet.short_title", text.short_title, hint);
    fields.lines("sheet.need", "sheet.need", text.need, 74);
    fields.lines("sheet.description", "sheet.description", text.description, 100);
    domain(ui, fields, sheet, workshop);
    fields.one_line("sheet.proposer", "sheet.proposer", text.proposer);
    fields.choice("sheet.personal_data", "sheet.personal_data", text.personal_data,
                  {"answer.unknown", "answer.yes", "answer.no"});
    fields.choice(
        "sheet.ai_act", "sheet.ai_act", text.ai_act,
        {"ai_act.unknown", "ai_act.minimal", "ai_act.limited", "ai_act.high", "ai_act.prohibited"});
    source(ui, fields, sheet);
    money_or_size(ui, fields, sheet);
    fields.lines("sheet.notes", "sheet.notes", text.notes, 100);
}

// The guard-rail questions of the case, editable here.
std::optional<Wish> guard_rails(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                base::Rect const& area, float& y)
{
    auto const asked = analysis::questions_of(workshop.doc(), sheet.id);
    if (asked.empty()) return std::nullopt;
    y += ui.px(6);
    auto wish = draw_questions_head(ui, workshop, asked, "sheet.ask", area, y);
    auto answered =
        draw_questions(ui, sheet.guard, workshop, sheet.id, asked, "sheet.ask", area, y);
    return answered ? answered : wish;
}

// The contents of a face-down card are hidden until requested.
std::optional<Wish> draw_covered(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                 base::Rect const& area)
{
    auto const& c = ui.color();
    auto const r = ui.px(34);
    base::Vec2 const middle{area.center().x, area.min.y + ui.px(60)};
    disc(ui, middle, r, c.sunken);
    draw_icon_at(ui, middle, ui.px(32), c.ink2, icon::visibility_off);
    auto y = middle.y + r + ui.px(20);
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + ui.px(32)}}, type::h2, c.ink,
                 ui.tr("board.face_down"), Align::centre);
    y += ui.px(42);
    y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::label, c.ink2,
                        ui.tr("sheet.covered"), 0, Align::centre) +
         ui.px(24);
    auto const row = [&] {
        base::Rect const box{{area.min.x, y}, {area.max.x, y + ui.px(48)}};
        y = box.max.y + ui.px(12);
        return box;
    };
    if (button(ui, "sheet.see", row(), ui.tr("sheet.see"), {Rank::secondary, icon::visibility}))
        sheet.sight = CardSheet::Sight::open;
    if (button(ui, "sheet.turn", row(), ui.tr("sheet.turn"), {Rank::primary, icon::flip},
               enabled_if(can_edit(workshop))))
        return edit::TurnCards{{sheet.id}, edit::TurnCards::Face::up};
    return std::nullopt;
}

} // namespace

std::optional<Wish> leave_card_sheet(CardSheet& sheet, Workshop const& workshop)
{
    auto const id = std::exchange(sheet.id, {});
    auto const* now = id ? model::find<model::Case>(workshop.doc(), id) : nullptr;
    bool const changed = now && *now == sheet.kept && !(sheet.text == sheet.kept);
    if (!changed || !can_edit(workshop) || base::trimmed(sheet.text.title).empty())
        return std::nullopt;
    return edit::EditCase{id, sheet.text};
}

void give_back_sheet(CardSheet& sheet, Canvas& canvas, edit::EditCase const& refused,
                     model::Document const& doc)
{
    auto const* now = model::find<model::Case>(doc, refused.id);
    if (sheet.id == refused.id || !now) return;
    canvas.selection = {{refused.id}, {}};
    sheet = {};
    sheet.id = refused.id;
    sheet.kept = *now;
    sheet.text = refused.text;
    sheet.sight = CardSheet::Sight::open;
}

std::optional<Wish> draw_card_sheet(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                    model::CaseId id, base::Rect const& area)
{
    auto const* now = model::find<model::Case>(workshop.doc(), id);
    if (!now) return std::nullopt;
    if (sheet.id != id) {
        auto wish = leave_card_sheet(sheet, workshop);
        sheet = {};
        sheet.id = id;
        sheet.text = sheet.kept = *now;
        if (wish) return wish;
    } else if (!(sheet.kept == *now)) { // changed on the board, undone, or just saved
        sheet.text = sheet.kept = *now;
    }
    bool const hidden = face_down(workshop.doc(), id);
    if (hidden && sheet.sight == CardSheet::Sight::covered)
        return draw_covered(ui, sheet, workshop, area);
    auto& text = sheet.text;
    std::optional<Wish> wish;
    // The scroll bar is in the panel's margin.
    base::Rect const frame{area.min - base::Vec2{ui.px(4), 0},
                           {area.max.x + ui.px(16), area.max.y + ui.px(20)}};
    ScrollArea scroll(ui, "sheet", frame, sheet.scroll);
    SheetFields fields(ui, area, scroll.top(), enabled_if(can_edit(workshop)));
    fields.heading(now->number);
    if (hidden && fields.wide_button("sheet.turn", "sheet.turn", icon::flip))
        wish = edit::TurnCards{{id}, edit::TurnCards::Face::up};
    all_fields(ui, fields, sheet, workshop);
    float y = fields.y();
    auto asked = guard_rails(ui, sheet, workshop, area, y);
    scroll.content_height(y - scroll.top() + ui.px(24));
    if (wish) return wish;
    if (asked) return asked;

    if (fields.typing() || text == *now) return std::nullopt;
    if (base::trimmed(text.title).empty()) { // the title is mandatory
        text.title = now->title;
        return std::nullopt;
    }
    return edit::EditCase{id, text};
}

} // namespace ui
