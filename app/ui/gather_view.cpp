#include "ui/gather_view.h"

#include "base/text.h"
#include "ui/icons.h"
#include "ui/merged_panel.h"
#include "ui/minimap.h"

#include <imgui.h>

#include <array>

namespace ui {
namespace {

using board::Tool;

std::optional<Wish> draw_tools(Ui& ui, GatherView& view, Workshop const& workshop,
                               Frame const& frame)
{
    auto& canvas = view.canvas;
    auto const on = [&](Tool tool) {
        return canvas.tool == tool && !canvas.draft ? ItemState::selected : ItemState::normal;
    };
    bool const edits = can_edit(workshop);
    bool const types = canvas.draft && canvas.draft->kind == Draft::Kind::new_card;
    auto const if_edits = [&](ItemState state) { return edits ? state : ItemState::disabled; };
    std::array const items{
        RailItem{"rail.select", icon::ads_click, "rail.select", on(Tool::select)},
        RailItem{"rail.hand", icon::pan_tool, "rail.hand", on(Tool::hand)},
        RailItem{"rail.card", icon::sticky_note_2, "rail.card",
                 if_edits(types ? ItemState::selected : ItemState::normal)},
        RailItem{"rail.frame", icon::crop_free, "rail.frame", if_edits(on(Tool::frame))},
        RailItem{"rail.lasso", icon::gesture, "rail.lasso", on(Tool::lasso)},
        RailItem{"rail.paste", icon::content_paste, "rail.paste", if_edits(ItemState::normal)}};
    auto const press = draw_rail(ui, workshop, frame.rail, items);
    if (take_tool(ui, canvas, workshop, frame.main, press.id)) return std::nullopt;
    if (press.id == "rail.paste")
        if (auto const* text = ImGui::GetClipboardText(); text && *text) return PreviewText{text};
    return press.wish;
}

// What the three little icons of the cards mean.
void draw_legend(Ui& ui, base::Rect const& free)
{
    struct Source {
        unsigned icon;
        char const* key;
    };
    float x = free.max.x;
    auto const y = free.center().y;
    for (auto const& source :
         {Source{icon::table_view, "gather.imported"}, Source{icon::smartphone, "gather.phone"},
          Source{icon::keyboard, "gather.typed"}}) {
        auto const text = ui.tr(source.key);
        auto const wide = text_width(ui, type::legend, text);
        if (x - wide - ui.px(32) < free.min.x) return;
        x -= wide;
        draw_text_in(ui, {{x, y - ui.px(13)}, {x + wide + 2, y + ui.px(13)}}, type::legend,
                     ui.color().ink2, text);
        x -= ui.px(30);
        draw_icon_at(ui, {x + ui.px(11), y}, ui.px(21), ui.color().ink2, source.icon);
        x -= ui.px(24);
    }
}

// One way of proposing: an icon, a title, a line.
float draw_way(Ui& ui, base::Vec2 at, float width, unsigned sign, std::string_view title_key,
               std::string_view text_key)
{
    auto const& c = ui.color();
    auto const size = ui.px(44);
    fill(ui, {at, at + base::Vec2{size, size}}, ui.px(12), c.atint);
    draw_icon_at(ui, at + base::Vec2{size / 2, size / 2}, ui.px(24), c.accent, sign);
    auto const x = at.x + size + ui.px(14);
    auto const room = at.x + width - x;
    draw_text(ui, {x, at.y - ui.px(2)}, type::h3, c.ink, ui.tr(title_key));
    auto const y = at.y + line_height(ui, type::h3);
    auto const high = draw_paragraph(ui, {x, y}, room, type::legend, c.ink2, ui.tr(text_key));
    return std::max(size, y + high - at.y) + ui.px(22);
}

std::optional<Wish> draw_import(Ui& ui, GatherView& view, Workshop const& workshop,
                                base::Rect const& area, float& y)
{
    std::optional<Wish> wish;
    auto const may = enabled_if(can_edit(workshop));
    auto const box = [&] {
        base::Rect const row{{area.min.x, y}, {area.max.x, y + ui.px(48)}};
        y = row.max.y + ui.px(12);
        return row;
    };
    if (view.import_path) {
        FieldLook look;
        auto const hint = ui.tr("gather.import.path");
        look.hint = hint;
        look.icon = icon::upload_file;
        auto const edit =
            text_field(ui, "gather.import.path", box(), hint, *view.import_path, look, may);
        if (edit == Edit::submitted && !base::trimmed(*view.import_path).empty())
            wish =
                PreviewFile{std::filesystem::path(std::string(base::trimmed(*view.import_path)))};
        if (edit == Edit::submitted || edit == Edit::cancelled) view.import_path.reset();
    } else if (button(ui, "gather.import", box(), ui.tr("gather.import"),
                      {Rank::secondary, icon::upload_file}, may)) {
        view.import_path.emplace();
        focus(ui, "gather.import.path");
        ui.keep_drawing(0.2);
    }
    if (button(ui, "gather.paste", box(), ui.tr("gather.paste"),
               {Rank::secondary, icon::content_paste}, may))
        if (auto const* text = ImGui::GetClipboardText(); text && *text) wish = PreviewText{text};
    return wish;
}

std::optional<Wish> draw_ways(Ui& ui, GatherView& view, Workshop const& workshop,
                              base::Rect const& area)
{
    auto const& c = ui.color();
    ScrollArea scroll(ui, "gather.panel", area, view.scroll);
    float y = scroll.top();
    auto const width = area.width();
    draw_text(ui, {area.min.x, y}, type::h2, c.ink, ui.tr("gather.ways"));
    y += ui.px(52);
    y += draw_way(ui, {area.min.x, y}, width, icon::keyboard, "gather.way.type",
                  "gather.way.type.text");
    if (button(ui, "gather.new", {{area.min.x, y}, {area.max.x, y + ui.px(48)}},
               ui.tr("gather.new_card"), {Rank::primary, icon::add, 0, "N"},
               enabled_if(can_edit(workshop))))
        type_new_card(ui, view.canvas, workshop, view.canvas.view.window, std::nullopt);
    y += ui.px(48 + 28);
    y += draw_way(ui, {area.min.x, y}, width, icon::table_view, "gather.way.import",
                  "gather.way.import.text");
    auto wish = draw_import(ui, view, workshop, area, y);
    y += ui.px(14);
    hairline_h(ui, area.min.x, area.max.x, y, c.line);
    y += ui.px(22);

    auto const& origins = view.canvas.state.by_origin;
    draw_text(ui, {area.min.x, y}, type::h3, c.ink,
              ui.words->plural("board.cards", origins[0] + origins[1] + origins[2]));
    y += ui.px(40);
    struct Row {
        unsigned icon;
        char const* key;
        std::int64_t count;
    };
    for (auto const& row : {Row{icon::keyboard, "gather.typed.here", origins[0]},
                            Row{icon::smartphone, "gather.from.phone", origins[1]},
                            Row{icon::table_view, "gather.from.import", origins[2]}}) {
        draw_icon_at(ui, {area.min.x + ui.px(12), y + ui.px(14)}, ui.px(22), c.ink2, row.icon);
        draw_text_in(ui, {{area.min.x + ui.px(36), y}, {area.max.x - ui.px(60), y + ui.px(28)}},
                     type::label, c.ink2, ui.tr(row.key));
        draw_text_in(ui, {{area.max.x - ui.px(60), y}, {area.max.x, y + ui.px(28)}}, type::strong,
                     c.ink, ui.words->number(row.count), Align::right);
        y += ui.px(36);
    }
    scroll.content_height(y - scroll.top());
    return wish;
}

} // namespace

std::optional<Wish> draw(Ui& ui, GatherView& view, Workshop const& workshop)
{
    std::optional<Wish> wish;
    auto const offer = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    auto const frame = frame_of(ui, Panel::shown);
    auto& canvas = view.canvas;
    canvas.step = model::Step::gather;
    canvas.form = board::Form::full;
    refresh(ui, canvas, workshop, frame.main);
    offer(draw_tools(ui, view, workshop, frame));
    offer(draw_canvas(ui, canvas, workshop, frame.main));

    auto const place = canvas_place(ui, frame.main);
    auto const line =
        ui.words->plural("board.cards",
                         static_cast<std::int64_t>(canvas.state.scene.cards().size())) +
        " · " + instruction_of(ui, canvas, workshop);
    base::Rect free;
    offer(draw_question(ui, canvas, workshop, frame.main, line, free));
    if (!canvas.search) draw_legend(ui, free);
    draw_minimap(ui, canvas, frame.main);
    draw_search(ui, canvas, workshop, place);
    if (frame.panel.width() > 0) {
        auto const inside = draw_panel(ui, frame.panel);
        auto const& cards = canvas.selection.cards;
        if (cards.size() == 1)
            offer(draw_card_sheet(ui, view.sheet, workshop, *cards.begin(), inside));
        else
            offer(draw_ways(ui, view, workshop, inside));
    }
    offer(draw_selection_bar(ui, canvas, workshop, place));
    return laid_apart(ui, canvas, workshop, std::move(wish));
}

} // namespace ui
