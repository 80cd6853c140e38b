#include "ui/panels/merged_panel.h"

#include "board/split.h"
#include "ui/panels/case_origin.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr float split_height = 150; // approximate height of a split card, board units

using Source = MergedSource;

// A label above a field's text; nothing for an empty one.
float draw_said(Ui& ui, base::Vec2 at, float width, char const* key, std::string const& text)
{
    if (text.empty()) return 0;
    auto const& c = ui.color();
    draw_text(ui, at, type::meta, c.ink3, ui.tr(key));
    auto const y = at.y + line_height(ui, type::meta);
    return y - at.y + draw_paragraph(ui, {at.x, y}, width, type::legend, c.ink, text) + ui.px(8);
}

// Draws one source; returns its height.
float draw_source(Ui& ui, Workshop const& workshop, Source const& source, base::Vec2 at,
                  float width, std::optional<Wish>& wish)
{
    auto const& c = ui.color();
    auto const pad = ui.px(14);
    auto const left = at.x + pad, text_x = left + ui.px(42), right = at.x + width - pad;
    float y = at.y + pad;
    auto const& text = source.text;
    auto const number = std::to_string(text.number);
    if (source.face == Source::Face::down) {
        draw_icon_at(ui, {left + ui.px(15), y + ui.px(12)}, ui.px(24), c.ink2,
                     icon::visibility_off);
        y += draw_paragraph(ui, {text_x, y}, right - text_x, type::label, c.ink2,
                            ui.tr("merged.face_down"));
    } else {
        draw_case_mark(ui, {left + ui.px(15), y + ui.px(12)}, {number, 30});
        y += draw_paragraph(ui, {text_x, y}, right - text_x, type::label, c.ink, text.title);
        y += ui.px(6);
        struct Said {
            char const* key;
            std::string const* text;
        };
        for (auto const& said :
             {Said{"sheet.short_title", &text.short_title}, Said{"sheet.need", &text.need},
              Said{"sheet.description", &text.description}, Said{"sheet.domain", &text.domain},
              Said{"sheet.proposer", &text.proposer}, Said{"sheet.source", &text.source},
              Said{"sheet.cost", &text.cost}, Said{"sheet.notes", &text.notes}})
            y += draw_said(ui, {text_x, y}, right - text_x, said.key, *said.text);
    }
    y += ui.px(6);
    auto const label = ui.tr("board.split");
    ButtonLook const look{Rank::secondary, icon::compare_arrows};
    base::Rect const box{{right - button_width(ui, label, look, 44), y}, {right, y + ui.px(44)}};
    if (button(ui, "split." + number, box, label, look, enabled_if(can_edit(workshop))))
        wish = edit::SplitCases{{source.id}};
    return box.max.y + pad - at.y;
}

// Adds positions to one wish.
Wish laid_apart(Ui& ui, Canvas& canvas, Workshop const& workshop, Wish const& wish)
{
    auto const* const command = wish.as<edit::Command>();
    if (!command) return wish;
    auto const& doc = workshop.doc();
    auto const places = [&](std::vector<model::CaseId> const& absorbed,
                            board::CardSet const& gone) {
        return board::places_apart(canvas.state.scene, doc, canvas.texts.measure(ui), canvas.form,
                                   absorbed, gone);
    };
    if (auto const* said = command->as<edit::SplitCases>()) {
        auto split = *said;
        if (split.to.empty()) split.to = places(split.absorbed, {});
        if (!split.to.empty()) {
            auto const at = split.to.front().second; // scrolls there
            bring_in(ui, canvas, {at, at + base::Vec2{board::card_width, split_height}});
        }
        return split;
    }
    if (auto const* said = command->as<edit::RemoveCases>(); said && said->to.empty()) {
        board::CardSet const gone(said->ids.begin(), said->ids.end());
        auto absorbed = board::absorbed_by(doc, gone);
        std::erase_if(absorbed, [&](model::CaseId id) { return gone.contains(id); });
        if (absorbed.empty()) return wish;
        auto remove = *said;
        remove.to = places(absorbed, gone);
        return remove;
    }
    return wish;
}

} // namespace

std::optional<Wish> draw(Ui& ui, MergedPanel& panel, Workshop const& workshop, model::CaseId into,
                         base::Rect& area)
{
    if (panel.of != into) panel = {into, {}, 0};
    auto const sources = merged_sources(workshop.doc(), into);
    if (sources.empty()) return std::nullopt;
    auto const& c = ui.color();
    std::optional<Wish> wish;
    auto const head = ui.px(48);
    auto const count = std::to_string(sources.size());
    auto const said = draw_text_in(ui, {area.min, {area.max.x, area.min.y + ui.px(36)}}, type::h2,
                                   c.ink, ui.tr("group.stands_for"));
    draw_pill(ui, {area.min.x + said + ui.px(12), area.min.y + ui.px(18)}, count);
    if (sources.size() > 1) {
        auto const label = ui.tr("merged.split_all");
        ButtonLook const look{Rank::quiet};
        auto const wide = button_width(ui, label, look, 44);
        if (button(
                ui, "split.all",
                {{area.max.x - wide, area.min.y - ui.px(4)}, {area.max.x, area.min.y + ui.px(40)}},
                label, look, enabled_if(can_edit(workshop)))) {
            edit::SplitCases split;
            for (auto const& source : sources) split.absorbed.push_back(source.id);
            wish = std::move(split);
        }
    }
    auto const most = area.height() / 2 - head;
    auto const high = panel.height > 0 ? std::min(panel.height, most) : most;
    base::Rect const list{{area.min.x, area.min.y + head}, {area.max.x, area.min.y + head + high}};
    {
        ScrollArea scroll(ui, "merged", list, panel.scroll);
        auto const gap = ui.px(10), width = list.width() - ui.px(14);
        float y = scroll.top();
        for (auto const& source : sources) {
            auto const top = y;
            y += draw_source(ui, workshop, source, {list.min.x, y}, width, wish);
            outline(ui, {{list.min.x, top}, {list.min.x + width, y}}, ui.px(14), c.line, 1);
            y += gap;
        }
        auto const all = y - gap - scroll.top();
        if (all != panel.height) ui.keep_drawing(0.05);
        panel.height = all;
        scroll.content_height(all);
    }
    hairline_h(ui, area.min.x, area.max.x, list.max.y + ui.px(16), c.line);
    area.min.y = list.max.y + ui.px(32);
    return wish;
}

Asked laid_apart(Ui& ui, Canvas& canvas, Workshop const& workshop, Asked const& asked)
{
    Asked out;
    for (auto const& wish : asked) out.take(laid_apart(ui, canvas, workshop, wish));
    return out;
}

} // namespace ui
