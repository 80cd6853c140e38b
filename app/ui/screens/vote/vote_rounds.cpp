#include "ui/kit/names.h"
#include "ui/screens/vote/vote_setup.h"
#include "wording/votes/method_words.h"

#include <imgui.h>

#include <algorithm>

// The rounds of a session, in planned order.
namespace ui {
namespace {

using base::Rect;
using model::RoundState;

struct Listed {
    model::RoundId id; // none: the new, unchanged one
    model::Round round;
    RoundState state = RoundState::setup;
};

std::vector<Listed> listed(VoteView const& view, Workshop const& workshop)
{
    std::vector<Listed> out;
    for (auto const& [id, round] : model::table<model::Round>(workshop.doc()))
        if (round.method != model::Method::estimate)
            out.push_back({id, round, model::get<model::RoundStatus>(workshop.doc(), id).state});
    std::ranges::sort(out, {}, [](Listed const& one) { return one.round.number; });
    if (view.fresh) out.push_back({{}, view.draft});
    return out;
}

unsigned icon_of(RoundState state)
{
    return state == RoundState::setup    ? icon::tune
           : state == RoundState::open   ? icon::how_to_vote
           : state == RoundState::closed ? icon::lock
                                         : icon::leaderboard;
}

void go_to(VoteView& view, Listed const& one)
{
    view.round = one.id;
    view.fresh = !one.id;
    view.revealed_s = -1;
    view.setup.cases = {};
}

// Exchanges positions with the previous or next prepared round.
void move(VoteView& view, Workshop const& workshop, model::RoundId id, int way)
{
    std::vector<Listed> prepared;
    for (auto const& one : listed(view, workshop))
        if (one.id && one.state == RoundState::setup) prepared.push_back(one);
    auto const at = std::ranges::find(prepared, id, &Listed::id) - prepared.begin();
    auto const to = at + way;
    auto const count = static_cast<std::ptrdiff_t>(prepared.size());
    if (at == count || to < 0 || to >= count) return;
    auto round = prepared[static_cast<std::size_t>(at)].round;
    round.number = prepared[static_cast<std::size_t>(to)].round.number;
    view.queue.emplace_back(edit::PrepareRound{id, std::move(round)});
}

void add(VoteView& view, Workshop const& workshop, model::Round round)
{
    auto const id = workshop.mint<model::RoundId>();
    round.number = 0; // after all others
    view.queue.emplace_back(edit::PrepareRound{id, std::move(round)});
    view.round = view.asked = id;
    view.fresh = false;
}

// A new round with the rules of another.
model::Round same_rules(model::Document const& doc, model::RoundId id)
{
    auto round = model::get<model::Round>(doc, id);
    round.revote_of = {};
    round.headcount = 0; // the room's
    if (round.source == model::BallotSource::imported) round.source = model::BallotSource::keyboard;
    return round;
}

void duplicate(Ui const& ui, VoteView& view, Workshop const& workshop, model::RoundId id)
{
    auto round = same_rules(workshop.doc(), id);
    if (!round.question.empty()) round.question = ui.words->text("round.copy_of", round.question);
    add(view, workshop, std::move(round));
}

void remove(VoteView& view, Workshop const& workshop, model::RoundId id)
{
    view.queue.emplace_back(edit::DropRound{id});
    if (view.round != id) return;
    view.round = {};
    for (auto const& one : listed(view, workshop))
        if (one.id && one.id != id && one.state == RoundState::setup) view.round = one.id;
    view.fresh = !view.round;
    if (view.fresh) view.draft = default_round(workshop);
}

void round_keys(Ui& ui, VoteView& view, Workshop const& workshop)
{
    bool const may = workshop.access == Access::edit && view.queue.empty();
    if (!may || view.overlay != VoteView::Overlay::nothing) return;
    if (shortcut(ui, ImGuiKey_F2)) focus(ui, "vote.question");
    if (view.fresh || !view.round) return;
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_UpArrow)) move(view, workshop, view.round, -1);
    if (shortcut(ui, ImGuiMod_Alt | ImGuiKey_DownArrow)) move(view, workshop, view.round, 1);
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_D)) duplicate(ui, view, workshop, view.round);
    if (shortcut(ui, ImGuiKey_Delete)) remove(view, workshop, view.round);
}

void draw_row(Ui& ui, VoteView& view, Listed const& one, Rect const& box, Enabled may)
{
    auto const& c = ui.color();
    bool const chosen = one.id ? !view.fresh && view.round == one.id : view.fresh;
    auto const number = one.id ? std::to_string(one.round.number) : std::string("new");
    auto const id = "vote.prepared." + number;
    auto const touched = touch(ui, id, box, wording::asked(*ui.words, one.round));
    probe_on(ui, id, chosen ? On::yes : On::no);
    fill(ui, box, ui.px(12),
         chosen            ? c.atint
         : touched.hovered ? board::faded(c.ink, 0.04F)
                           : c.panel);
    if (chosen) outline(ui, box, ui.px(12), c.accent, ui.snap(2));
    if (touched.focused) focus_ring(ui, box, ui.px(12));
    if (touched.clicked && !chosen) go_to(view, one);
    float const y = box.center().y;
    draw_icon_at(ui, {box.min.x + ui.px(24), y}, ui.px(22), chosen ? c.accent : c.ink2,
                 icon_of(one.state));
    float const menu = ui.px(44);
    bool const prepared = one.id && one.state == RoundState::setup;
    auto const said =
        one.id ? number + ". " + wording::asked(*ui.words, one.round) : ui.tr("round.new");
    draw_listed(
        ui,
        {{box.min.x + ui.px(46), box.min.y}, {box.max.x - (one.id ? menu : ui.px(10)), box.max.y}},
        chosen ? type::strong : type::label, c.ink, said);
    if (!one.id) return;
    Rect const dots{{box.max.x - menu, y - menu / 2}, {box.max.x, y + menu / 2}};
    if (!icon_button(ui, "vote.round_menu." + number, dots, icon::more_vert, ui.tr("round.menu"),
                     Rank::quiet, may))
        return;
    if (prepared) go_to(view, one);
    view.setup.round_menu = dots;
    view.setup.menu_of = one.id;
}

} // namespace

void prepare_again(VoteView& view, Workshop const& workshop, model::RoundId id)
{
    add(view, workshop, same_rules(workshop.doc(), id));
}

void draw_rounds(Ui& ui, VoteView& view, Workshop const& workshop, Rect const& area)
{
    round_keys(ui, view, workshop);
    bool const may = workshop.access == Access::edit;
    draw_text(ui, {area.min.x, area.min.y + ui.px(6)}, type::h2, ui.color().ink,
              ui.tr("round.list"));
    auto const word = ui.tr("round.add");
    ButtonLook const look{.icon = icon::add};
    float const w = button_width(ui, word, look, 44);
    if (button(ui, "vote.add", {{area.max.x - w, area.min.y}, {area.max.x, area.min.y + ui.px(44)}},
               word, look, enabled_if(may && view.queue.empty()))) {
        // the new one, which nothing has changed yet, or another one
        add(view, workshop, view.fresh ? view.draft : default_round(workshop));
    }
    Rect list{{area.min.x - ui.px(4), area.min.y + ui.px(52)}, {area.max.x + ui.px(4), area.max.y}};
    float const height = ui.px(48), pitch = ui.px(54);
    auto row_at = [&](float y) {
        return Rect{{list.min.x + ui.px(4), y}, {list.max.x - ui.px(12), y + height}};
    };
    auto all = listed(view, workshop);
    if (view.fresh) { // keeps the new one visible
        auto const fresh = std::move(all.back());
        all.pop_back();
        float const after = list.min.y + pitch * static_cast<float>(all.size());
        list.max.y = std::min(after, list.max.y - pitch);
        draw_row(ui, view, fresh, row_at(list.max.y + ui.px(3)), enabled_if(may));
    }
    ScrollArea scroll(ui, "vote.rounds", list, view.setup.rounds);
    float y = scroll.top() + ui.px(3);
    for (auto const& one : all) {
        auto const box = row_at(y);
        y += pitch;
        if (one.id == view.round && view.setup.shown != view.round) {
            scroll.show(box.min.y, box.max.y);
            view.setup.shown = view.round;
        }
        if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
        draw_row(ui, view, one, box, enabled_if(may));
    }
    scroll.content_height(pitch * static_cast<float>(all.size()));
}

std::size_t rounds_listed(VoteView const& view, Workshop const& workshop)
{
    return listed(view, workshop).size();
}

void draw_round_menu(Ui& ui, VoteView& view, Workshop const& workshop)
{
    if (!view.setup.round_menu) return;
    auto const id = view.setup.menu_of;
    bool const prepared =
        model::get<model::RoundStatus>(workshop.doc(), id).state == RoundState::setup;
    auto const can = enabled_if(prepared);
    auto const rename = ui.tr("round.rename"), copy = ui.tr("round.duplicate"),
               up = ui.tr("round.up"), down = ui.tr("round.down"), out = ui.tr("round.remove"),
               remove_key = ui.tr("key.delete");
    std::array const items{MenuItem{"round.rename", rename, icon::text_fields, "F2", can},
                           MenuItem{"round.duplicate", copy, icon::content_copy, "Ctrl D"},
                           MenuItem{"round.up", up, icon::arrow_upward, "Alt ↑", can},
                           MenuItem{"round.down", down, icon::expand_more, "Alt ↓", can},
                           MenuItem{"round.remove", out, icon::delete_outline, remove_key, can}};
    auto const answer = menu(ui, "round.menu", *view.setup.round_menu, items, Align::right);
    if (answer.closed) view.setup.round_menu.reset();
    if (answer.id == "round.rename") focus(ui, "vote.question");
    if (answer.id == "round.duplicate") duplicate(ui, view, workshop, id);
    if (answer.id == "round.up") move(view, workshop, id, -1);
    if (answer.id == "round.down") move(view, workshop, id, 1);
    if (answer.id == "round.remove") remove(view, workshop, id);
}

} // namespace ui
