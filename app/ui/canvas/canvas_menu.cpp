#include "board/tidy.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/kit/widgets.h"
#include "ui/paint/clipboard.h"
#include "wording/board.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>

// Context menus of the board: selection, frame, background.
namespace ui {
namespace {

using Page = Canvas::Menu::Page;
using Kind = MenuItem::Kind;

constexpr std::size_t frames_most = 18; // frames listed in one menu

// Menu items with owned texts.
class Items {
public:
    Items(Ui const& ui, Enabled may)
        : ui_(ui)
        , may_(may)
    {
        texts_.reserve(48); // items point into it: it must not be reallocated
    }
    void add(std::string_view id, std::string_view key, unsigned icon, std::string_view shortcut,
             bool when)
    {
        add_text(id, ui_.tr(key), icon, shortcut, when);
    }
    void add_text(std::string_view id, std::string text, unsigned icon, std::string_view shortcut,
                  bool when)
    {
        auto const& label = texts_.emplace_back(std::move(text));
        auto const& keys = texts_.emplace_back(shortcut);
        auto const enabled = when ? may_ : Enabled::no;
        items_.push_back({id, label, icon, keys, enabled, Kind::action});
    }
    void rule() { items_.push_back({"", "", 0, {}, Enabled::yes, Kind::rule}); }
    // Actions that readers may use too.
    void open_to_all() { items_.back().enabled = Enabled::yes; }
    [[nodiscard]] std::vector<MenuItem> const& list() const { return items_; }

private:
    Ui const& ui_;
    Enabled may_;
    std::vector<std::string> texts_;
    std::vector<MenuItem> items_;
};

std::vector<model::CaseId> absorbed_by(model::Document const& doc, board::CardSet const& cards)
{
    std::vector<model::CaseId> ids;
    for (auto const& [id, merge] : model::table<model::Merge>(doc))
        if (cards.contains(merge.into)) ids.push_back(id);
    return ids;
}

// Whether all selected cards are face down.
bool all_hidden(model::Document const& doc, board::CardSet const& cards)
{
    return std::all_of(cards.begin(), cards.end(),
                       [&](auto id) { return model::find<model::FaceDown>(doc, id) != nullptr; });
}

bool in_a_frame(Canvas const& canvas)
{
    return std::any_of(canvas.selection.cards.begin(), canvas.selection.cards.end(), [&](auto id) {
        auto const* card = canvas.state.scene.find(id);
        return card && card->group;
    });
}

bool is_stroke(Canvas const& canvas, board::MarkSet const& marks)
{
    auto const* mark = canvas.state.marks.find(*marks.begin());
    return mark && mark->kind == model::AnnotationKind::stroke;
}

Items first_page(Ui& ui, Canvas const& canvas, Workshop const& workshop)
{
    Items items(ui, enabled_if(can_edit(workshop)));
    auto const& cards = canvas.selection.cards;
    auto const& marks = canvas.selection.marks;
    auto const count = cards.size() + marks.size();
    bool const editable = count == 1 && (marks.empty() || !is_stroke(canvas, marks));
    items.add("selection.edit", cards.empty() ? "board.edit_text" : "board.edit", icon::text_fields,
              "F2", editable);
    if (!cards.empty()) {
        items.add("selection.frame", "board.make_frame", icon::crop_free, "G", true);
        items.add("selection.merge", "board.merge", icon::call_merge, "M", cards.size() > 1);
        items.add("selection.split", "board.split", icon::compare_arrows, {},
                  !absorbed_by(workshop.doc(), cards).empty());
        items.add("selection.link", "board.link", icon::timeline,
                  canvas.step == model::Step::gather ? "L" : "", cards.size() == 2);
    }
    items.rule();
    items.add("selection.align", "board.align", icon::align_left, {}, count > 1);
    if (!cards.empty()) {
        items.add("selection.tidy", "rail.tidy", icon::auto_awesome,
                  canvas.step == model::Step::group ? "R" : "", cards.size() > 1);
        items.add("selection.send", "board.send", icon::arrow_forward, "1 – 9",
                  !canvas.state.scene.frames().empty());
        items.add("selection.out", "board.out", icon::open_in_full, {}, in_a_frame(canvas));
    }
    items.rule();
    items.add("selection.copy", "board.copy", icon::content_copy, "Ctrl C", true);
    items.open_to_all();
    items.add("selection.duplicate", "board.duplicate", icon::add, "Ctrl D", true);
    if (!cards.empty()) {
        bool const hidden = all_hidden(workshop.doc(), cards);
        items.add("selection.turn", hidden ? "board.turn_up" : "board.turn_down",
                  hidden ? icon::visibility : icon::visibility_off, {}, true);
    }
    items.add("selection.remove", "board.remove", icon::delete_bin, ui.tr("key.delete"), true);
    return items;
}

std::optional<Wish> answer_first(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                 std::string_view id)
{
    auto const& cards = canvas.selection.cards;
    auto const anchor = canvas.menu->anchor;
    if (id == "selection.align") canvas.menu = Canvas::Menu{anchor, {}, Page::align};
    if (id == "selection.send") canvas.menu = Canvas::Menu{anchor, {}, Page::send};
    if (id == "selection.edit") type_selection(ui, canvas, workshop);
    if (id == "selection.copy") copy_selection(ui, canvas, workshop);
    if (id == "selection.frame") return make_frame(ui, canvas, workshop);
    if (id == "selection.merge") return merge_selection(canvas, workshop);
    if (id == "selection.split") return edit::SplitCases{absorbed_by(workshop.doc(), cards)};
    if (id == "selection.link") return link_selection(canvas, workshop);
    if (id == "selection.tidy") return tidy(ui, canvas, workshop);
    if (id == "selection.out") return edit::SetMembers{{cards.begin(), cards.end()}, {}, {}};
    if (id == "selection.duplicate") return duplicate_selection(canvas, workshop);
    if (id == "selection.turn") {
        using Face = edit::TurnCards::Face;
        auto const face = all_hidden(workshop.doc(), cards) ? Face::up : Face::down;
        return edit::TurnCards{{cards.begin(), cards.end()}, face};
    }
    if (id == "selection.remove") return remove_selection(canvas, workshop);
    return std::nullopt;
}

std::optional<Wish> draw_align(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    using board::Alignment;
    using board::Direction;
    Items items(ui, enabled_if(can_edit(workshop)));
    auto const many = canvas.selection.cards.size() + canvas.selection.marks.size() > 2;
    items.add("align.left", "board.align.left", icon::align_left, {}, true);
    items.add("align.centre", "board.align.centre", icon::align_centre, {}, true);
    items.add("align.right", "board.align.right", icon::align_right, {}, true);
    items.rule();
    items.add("align.top", "board.align.top", icon::align_top, {}, true);
    items.add("align.middle", "board.align.middle", icon::align_middle, {}, true);
    items.add("align.bottom", "board.align.bottom", icon::align_bottom, {}, true);
    items.rule();
    items.add("spread.across", "board.spread.across", icon::spread_across, {}, many);
    items.add("spread.down", "board.spread.down", icon::spread_down, {}, many);
    auto const answer = menu(ui, "align.menu", canvas.menu->anchor, items.list());
    if (answer.closed) canvas.menu.reset();
    auto const& [scene, marks] = std::tie(canvas.state.scene, canvas.state.marks);
    std::optional<edit::Command> command;
    struct Way {
        std::string_view id;
        Alignment how;
    };
    for (auto const& way :
         {Way{"align.left", Alignment::left}, Way{"align.centre", Alignment::centre},
          Way{"align.right", Alignment::right}, Way{"align.top", Alignment::top},
          Way{"align.middle", Alignment::middle}, Way{"align.bottom", Alignment::bottom}})
        if (answer.id == way.id) command = board::aligned(scene, marks, canvas.selection, way.how);
    if (answer.id == "spread.across")
        command = board::spread(scene, marks, canvas.selection, Direction::across);
    if (answer.id == "spread.down")
        command = board::spread(scene, marks, canvas.selection, Direction::down);
    if (!command) return std::nullopt;
    return *command;
}

std::optional<Wish> draw_send(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    Items items(ui, enabled_if(can_edit(workshop)));
    auto const& frames = canvas.state.scene.frames();
    std::vector<std::string> ids;
    ids.reserve(frames_most);
    for (std::size_t i = 0; i < std::min(frames.size(), frames_most); ++i) {
        auto const& frame = frames[i];
        auto title = model::get<model::Group>(workshop.doc(), frame.id).title;
        title = wording::frame_title(*ui.words, title);
        auto const number = std::to_string(frame.number);
        ids.push_back("send." + number);
        items.add_text(ids.back(), fmt::format("{} · {}", number, title), icon::crop_free,
                       frame.number <= 9 ? number : "", true);
    }
    auto const answer = menu(ui, "send.menu", canvas.menu->anchor, items.list());
    if (answer.closed) canvas.menu.reset();
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (answer.id == ids[i]) return send_selection(canvas, workshop, frames[i].number);
    return std::nullopt;
}

std::optional<Wish> draw_frame_menu(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const id = canvas.menu->frame;
    Items items(ui, enabled_if(can_edit(workshop)));
    items.add("frame.rename", "group.rename", icon::text_fields, "F2", true);
    items.add("frame.tidy", "group.tidy", icon::auto_awesome, "R", true);
    items.add("frame.fit", "group.fit", icon::fit_screen, {}, true);
    items.add("frame.show", "group.show", icon::search, ui.tr("key.shift") + " 2", true);
    items.open_to_all();
    items.rule();
    items.add("frame.remove", "group.remove", icon::delete_bin, ui.tr("key.delete"), true);
    auto const answer = menu(ui, "frame.menu", canvas.menu->anchor, items.list(), Align::right);
    if (answer.closed) canvas.menu.reset();
    auto const& scene = canvas.state.scene;
    auto const* frame = scene.find(id);
    if (!frame) return std::nullopt;
    std::optional<edit::Command> command;
    if (answer.id == "frame.rename") type_title(ui, canvas, workshop, id);
    if (answer.id == "frame.tidy") command = board::tidied(scene, id, spaces_for(ui, canvas));
    if (answer.id == "frame.fit") command = board::fitted_around(scene, id);
    if (answer.id == "frame.show") go_to(ui, canvas, view_of(ui, canvas, frame->box));
    if (answer.id == "frame.remove") command = edit::RemoveGroup{id};
    if (!command) return std::nullopt;
    return *command;
}

std::optional<Wish> draw_ground_menu(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    Items items(ui, enabled_if(can_edit(workshop)));
    auto const shift = ui.tr("key.shift");
    bool const groups = canvas.step == model::Step::group;
    items.add("ground.card", "board.ground.card", icon::sticky_note_2, "N", true);
    items.add("ground.text", groups ? "board.ground.label" : "board.ground.text",
              groups ? icon::label : icon::text_fields, shift + " T", true);
    items.add("ground.frame", "board.ground.frame", icon::crop_free, "F", true);
    items.add("ground.paste", "gather.paste", icon::content_paste, "Ctrl V", true);
    items.rule();
    items.add("ground.all", "board.select_all", icon::select_all, "Ctrl A", true);
    items.open_to_all();
    items.add("ground.tidy", "board.tidy_all", icon::auto_awesome, groups ? "R" : "", true);
    items.add("ground.fit", "board.fit", icon::fit_screen, shift + " 1", true);
    items.open_to_all();
    auto const at = canvas.menu->at;
    auto const answer = menu(ui, "ground.menu", canvas.menu->anchor, items.list());
    if (answer.closed) canvas.menu.reset();
    if (answer.id == "ground.card") type_new_card(ui, canvas, workshop, canvas.view.window, at);
    if (answer.id == "ground.text") type_text(ui, canvas, workshop, at);
    if (answer.id == "ground.frame") take(canvas, board::Tool::frame);
    if (answer.id == "ground.paste")
        if (auto wish = pasted(ui)) return wish;
    if (answer.id == "ground.all") {
        canvas.selection = {};
        for (auto const& card : canvas.state.scene.cards()) canvas.selection.cards.insert(card.id);
        for (auto const& mark : canvas.state.marks.all()) canvas.selection.marks.insert(mark.id);
    }
    if (answer.id == "ground.tidy") return tidy(ui, canvas, workshop);
    if (answer.id == "ground.fit") show_all(ui, canvas);
    return std::nullopt;
}

} // namespace

void open_menu(Ui& ui, Canvas& canvas, std::optional<base::Vec2> at)
{
    auto const on_board = at.value_or(canvas.view.to_board(canvas.view.window.center()));
    auto const& selection = canvas.selection;
    if (selection.empty()) {
        auto const point = canvas.view.to_screen(on_board);
        canvas.menu = Canvas::Menu{{point, point}, {}, Page::ground, on_board};
    } else if (auto const* frame = canvas.state.scene.find(selection.frame)) {
        auto head = canvas.view.to_screen(frame->box);
        head.max.y = std::min(head.max.y, head.min.y + board::frame_head * canvas.view.scale());
        canvas.menu = Canvas::Menu{head, frame->id};
    } else if (auto const box = around_selection(canvas)) {
        canvas.menu = Canvas::Menu{canvas.view.to_screen(*box), {}};
    }
    ui.keep_drawing(0.1);
}

std::optional<Wish> draw_board_menu(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (canvas.menu->frame) return draw_frame_menu(ui, canvas, workshop);
    switch (canvas.menu->page) {
    case Page::align: return draw_align(ui, canvas, workshop);
    case Page::send: return draw_send(ui, canvas, workshop);
    case Page::ground: return draw_ground_menu(ui, canvas, workshop);
    case Page::first: break;
    }
    if (canvas.selection.cards.empty() && canvas.selection.marks.empty()) {
        canvas.menu.reset(); // its object was removed
        return std::nullopt;
    }
    auto const items = first_page(ui, canvas, workshop);
    auto const answer = menu(ui, "selection.menu", canvas.menu->anchor, items.list());
    auto wish = answer_first(ui, canvas, workshop, answer.id);
    bool const another = canvas.menu && canvas.menu->page != Page::first;
    if (answer.closed && !another) canvas.menu.reset();
    return wish;
}

} // namespace ui
