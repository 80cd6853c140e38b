#include "ui/screens/gather/gather_view.h"

#include "ui/canvas/minimap.h"
#include "ui/kit/paint.h"
#include "ui/paint/clipboard.h"
#include "ui/panels/room_head.h"
#include "ui/screens/gather/turn_dialog.h"
#include "ui/screens/rooms/rooms.h"
#include "wording/board.h"

#include <imgui.h>

#include <array>
#include <vector>

namespace ui {
namespace {

using board::Tool;

std::optional<Wish> draw_tools(Ui& ui, GatherView& view, Workshop const& workshop,
                               ScreenLayout const& layout)
{
    auto& canvas = view.canvas;
    auto const on = [&](Tool tool) {
        return in_hand(canvas, tool) ? ItemState::selected : ItemState::normal;
    };
    bool const edits = can_edit(workshop);
    auto const if_edits = [&](ItemState state) { return edits ? state : ItemState::disabled; };
    std::array const items{
        RailItem{"rail.select", icon::pointer, "rail.select", on(Tool::select)},
        RailItem{"rail.hand", icon::pan_tool, "rail.hand", on(Tool::hand)},
        RailItem{"rail.card", icon::sticky_note_2, "rail.card", if_edits(on(Tool::card))},
        RailItem{"rail.frame", icon::crop_free, "rail.frame", if_edits(on(Tool::frame))},
        RailItem{"rail.text", icon::text_fields, "rail.text", if_edits(on(Tool::text))},
        RailItem{"rail.link", icon::timeline, "rail.link", if_edits(on(Tool::link))},
        RailItem{"rail.draw", icon::draw, "rail.draw", if_edits(on(Tool::draw))},
        RailItem{"rail.paste", icon::content_paste, "rail.paste", if_edits(ItemState::normal)}};
    auto const press = draw_rail(ui, workshop, layout.rail, items);
    if (take_tool(ui, canvas, workshop, layout.main, press.id)) return std::nullopt;
    if (press.id == "rail.paste")
        if (auto wish = pasted(ui)) return wish;
    return press.wish;
}

// The legend of the cards' icons.
void draw_legend(Ui& ui, Workshop const& workshop, base::Rect const& free)
{
    struct Source {
        unsigned icon;
        std::string text;
    };
    std::vector<Source> sources;
    if (workshop.shared) sources.push_back({icon::meeting_room, ui.tr("rooms.badge")});
    for (auto const& source : {Source{icon::table_view, ui.tr("gather.imported")},
                               Source{icon::smartphone, ui.tr("gather.phone")},
                               Source{icon::keyboard, ui.tr("gather.typed")}})
        sources.push_back(source);
    float needs = 0;
    for (auto const& source : sources)
        needs += text_width(ui, type::legend, source.text) + ui.px(54);
    if (needs > free.width()) return; // complete or not at all
    float x = free.max.x;
    auto const y = free.center().y;
    for (auto const& source : sources) {
        auto const wide = text_width(ui, type::legend, source.text);
        x -= wide;
        draw_text_in(ui, {{x, y - ui.px(13)}, {x + wide + 2, y + ui.px(13)}}, type::legend,
                     ui.color().ink2, source.text);
        x -= ui.px(30);
        draw_icon_at(ui, {x + ui.px(11), y}, ui.px(21), ui.color().ink2, source.icon);
        x -= ui.px(24);
    }
}

// Buttons for writing, importing and pasting, and the switch for face-down cards.
std::optional<Wish> draw_ways(Ui& ui, GatherView& view, Workshop const& workshop,
                              base::Rect const& area, float& y)
{
    std::optional<Wish> wish;
    auto const may = enabled_if(can_edit(workshop));
    auto const row = [&](float high, float gap) {
        base::Rect const box{{area.min.x, y}, {area.max.x, y + ui.px(high)}};
        y = box.max.y + ui.px(gap);
        return box;
    };
    if (button(ui, "gather.new", row(48, 10), ui.tr("gather.new_card"),
               {Rank::primary, icon::add, 0, "N"}, may))
        type_new_card(ui, view.canvas, workshop, view.canvas.view.window, std::nullopt);
    auto const both = row(48, 8);
    auto const middle = both.center().x, half = ui.px(5);
    if (button(ui, "gather.import", {both.min, {middle - half, both.max.y}}, ui.tr("gather.import"),
               {Rank::secondary, icon::upload_file}, may))
        wish = ChooseFile{FileUse::import};
    if (button(ui, "gather.paste", {{middle + half, both.min.y}, both.max}, ui.tr("gather.paste"),
               {Rank::secondary, icon::content_paste}, may))
        wish = pasted(ui);
    auto gathering = model::get<model::Gathering>(workshop.doc());
    bool hidden = gathering.writing == model::Writing::hidden;
    if (toggle_row(ui, "gather.private", row(44, 0), ui.tr("gather.private"), hidden, may)) {
        gathering.writing = hidden ? model::Writing::hidden : model::Writing::open;
        wish = edit::Command{edit::SetGathering{gathering}};
    }
    auto const covered =
        static_cast<std::int64_t>(model::table<model::FaceDown>(workshop.doc()).size());
    if (covered > 0) {
        y += ui.px(4);
        if (button(ui, "gather.turn_all", row(48, 0), ui.trn("gather.turn_all", covered),
                   {Rank::secondary, icon::visibility}, may))
            wish = edit::Command{all_turned(workshop.doc())};
    } else if (hidden) {
        y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::meta, ui.color().ink2,
                            ui.tr("gather.private.text"));
    }
    return wish;
}

// The bottom of the inbox: empty message, drop folder, counts by origin.
float draw_more(Ui& ui, GatherView const& view, Workshop const& workshop, base::Rect const& area,
                float top, std::optional<Wish>& wish)
{
    auto const& c = ui.color();
    float y = top;
    if (view.inbox.order().empty()) {
        y += draw_paragraph(ui, {area.min.x, y}, area.width(), type::label, c.ink2,
                            ui.tr("inbox.none")) +
             ui.px(16);
        if (button(ui, "inbox.folder", {{area.min.x, y}, {area.max.x, y + ui.px(48)}},
                   ui.tr("inbox.folder"), {Rank::secondary, icon::folder_open},
                   enabled_if(can_edit(workshop))))
            wish = ShowInbox{};
        y += ui.px(48 + 24);
        hairline_h(ui, area.min.x, area.max.x, y, c.line);
    }
    y += ui.px(22);
    auto const& origins = view.canvas.state.by_origin;
    draw_text(ui, {area.min.x, y}, type::h3, c.ink,
              ui.words->plural("gather.cases", origins[0] + origins[1] + origins[2]));
    y += ui.px(38);
    struct Row {
        char const* id;
        unsigned icon;
        char const* key;
        std::int64_t count;
    };
    for (auto const& row :
         {Row{"gather.count.typed", icon::keyboard,
              model::table<model::Site>(workshop.doc()).empty() ? "gather.typed.here"
                                                                : "gather.typed.rooms",
              origins[0]},
          Row{"gather.count.phone", icon::smartphone, "gather.from.phone", origins[1]},
          Row{"gather.count.imported", icon::table_view, "gather.from.import", origins[2]}}) {
        base::Rect const line{{area.min.x, y}, {area.max.x, y + ui.px(28)}};
        auto const count = ui.words->number(row.count);
        touch(ui, row.id, line, count, Enabled::yes, Role::area);
        draw_icon_at(ui, {line.min.x + ui.px(12), line.center().y}, ui.px(22), c.ink2, row.icon);
        auto const left = line.max.x - text_width(ui, type::strong, count);
        draw_text_in(ui, {{line.min.x + ui.px(36), y}, {left - ui.px(12), line.max.y}}, type::label,
                     c.ink2, ui.tr(row.key));
        draw_text_in(ui, {{left, y}, line.max}, type::strong, c.ink, count);
        y += ui.px(34);
    }
    return y - top;
}

std::optional<Wish> draw_side(Ui& ui, GatherView& view, Workshop const& workshop,
                              base::Rect const& area)
{
    float y = area.min.y;
    auto wish = draw_ways(ui, view, workshop, area, y);
    y += ui.px(18);
    hairline_h(ui, area.min.x - ui.px(24), area.max.x + ui.px(24), y, ui.color().line);
    base::Rect const rest{{area.min.x, y + ui.px(16)}, area.max};
    auto asked = draw_inbox(ui, view.inbox, view.canvas, workshop, {rest, {}},
                            [&](float top, std::optional<Wish>& more) {
                                return draw_more(ui, view, workshop, rest, top, more);
                            });
    return wish ? wish : asked;
}

// Instructions on an empty board.
void draw_invitation(Ui& ui, Canvas const& canvas, Workshop const& workshop, base::Rect const& main)
{
    if (!canvas.state.scene.cards().empty() || canvas.draft || !can_edit(workshop)) return;
    auto const& c = ui.color();
    auto const k = canvas.view.scale();
    auto const at = canvas.view.to_screen(falls(ui, canvas, main, {}, 150));
    base::Rect const slot{at, at + base::Vec2{board::card_width * k, 150 * k}};
    dashed_outline(ui, slot, 18 * k, c.line2, ui.px(2), {ui.px(9), ui.px(7)});
    draw_icon_at(ui, slot.center(), ui.px(34), c.ink3, icon::sticky_note_2);
    auto const x = slot.max.x + ui.px(36);
    auto y = slot.min.y + ui.px(2);
    draw_text(ui, {x, y}, type::h2, c.ink, ui.tr("gather.empty"));
    touch(ui, "gather.empty", {{x, y}, {x + ui.px(500), y + ui.px(150)}}, ui.tr("gather.empty"),
          Enabled::yes, Role::area);
    y += ui.px(58);
    struct Hint {
        std::string key;
        char const* text;
    };
    for (auto const& hint : {Hint{"N", "gather.empty.type"}, Hint{"Ctrl V", "gather.empty.paste"},
                             Hint{"", "gather.empty.drop"}}) {
        auto const wide = ui.px(86);
        if (hint.key.empty())
            draw_icon_at(ui, {x + ui.px(13), y}, ui.px(24), c.ink2, icon::upload_file);
        else
            draw_key(ui, {x, y}, hint.key);
        draw_text_in(ui, {{x + wide, y - ui.px(14)}, {main.max.x - ui.px(24), y + ui.px(14)}},
                     type::label, c.ink2, ui.tr(hint.text));
        y += ui.px(42);
    }
}

} // namespace

Asked draw_inbox_beside(Ui& ui, GatherView& view, Workshop const& workshop, base::Rect const& area,
                        model::Step step)
{
    Asked asked;
    auto& canvas = view.canvas;
    canvas.step = model::Step::gather;
    canvas.form = board::Form::full;
    refresh(ui, canvas, workshop, layout_of(ui, Panel::shown).main);
    refresh(ui, view.inbox, workshop);
    auto& put_off = view.inbox.put_off;
    if (put_off && *put_off != step) put_off.reset();
    follow(ui, canvas.alikes, workshop);
    if (!layer_open(ui) && !put_off) asked.take(inbox_keys(ui, view.inbox, canvas, workshop));
    auto const none = [&](float top, std::optional<Wish>&) {
        if (!view.inbox.order().empty()) return 0.F;
        return draw_paragraph(ui, {area.min.x, top}, area.width(), type::label, ui.color().ink2,
                              ui.tr("inbox.none"));
    };
    asked.take(draw_inbox(ui, view.inbox, canvas, workshop, {area, step}, none));
    return asked;
}

Asked draw(Ui& ui, GatherView& view, Workshop const& workshop)
{
    Asked asked;
    auto const layout = layout_of(ui, Panel::shown);
    auto& canvas = view.canvas;
    canvas.step = model::Step::gather;
    canvas.form = board::Form::full;
    refresh(ui, canvas, workshop, layout.main);
    refresh(ui, view.inbox, workshop);
    if (canvas.draft || !model::table<model::Proposal>(workshop.doc()).empty())
        follow(ui, canvas.alikes, workshop);
    asked.take(draw_tools(ui, view, workshop, layout));
    // The list after an absence has Enter before the board.
    bool const back = workshop.shared && has_return(*workshop.shared);
    if (back && canvas.selection.empty() && !canvas.draft && !layer_open(ui) && confirmed(ui))
        asked.take(Wish{OfRooms{OfRooms::What::seen}});
    // The inbox handles its letters first: M on the board needs a selection.
    if (canvas.selection.cards.empty() && !layer_open(ui))
        asked.take(inbox_keys(ui, view.inbox, canvas, workshop));
    asked.take(draw_canvas(ui, canvas, workshop, layout.main));
    draw_invitation(ui, canvas, workshop, layout.main);

    auto const place = canvas_place(ui, layout.main);
    auto const count =
        ui.words->plural("board.cards",
                         static_cast<std::int64_t>(canvas.state.scene.cards().size())) +
        " · ";
    bool const instructing = canvas.draft && canvas.draft->kind == Draft::Kind::instruction;
    auto const line =
        instructing ? count : count + wording::instruction(*ui.words, workshop.doc(), canvas.step);
    base::Rect free;
    asked.take(draw_question(ui, canvas, workshop, layout.main, line, free));
    asked.take(draw_instruction(ui, canvas, workshop, layout.main, count));
    if (!canvas.search && !instructing) draw_legend(ui, workshop, free);
    draw_minimap(ui, canvas, layout.main);
    draw_search(ui, canvas, workshop, place);
    if (layout.panel.width() > 0) {
        auto inside = draw_panel(ui, layout.panel);
        auto const& cards = canvas.selection.cards;
        if (cards.size() == 1) {
            asked.take(draw(ui, view.merged, workshop, *cards.begin(), inside));
            asked.take(draw_card_sheet(ui, view.sheet, workshop, *cards.begin(), inside));
        } else {
            asked.take(leave_card_sheet(view.sheet, workshop));
            inside = draw_rooms_head(ui, workshop, inside, asked);
            if (back) {
                asked.take(draw_return(ui, view.back, workshop, inside));
            } else {
                auto const head = workshop.shared ? RoomHead::line : RoomHead::whole;
                inside = draw_room_head(ui, workshop, inside, head, "room.head.propose", asked);
                asked.take(draw_side(ui, view, workshop, inside));
            }
        }
    }
    asked.take(draw_selection_bar(ui, canvas, workshop, place));
    return laid_apart(ui, canvas, workshop, asked);
}

} // namespace ui
