#include "ui/screens/vote/vote_booth.h"

#include <imgui.h>

#include <algorithm>

// The ballot for pairwise comparison: two cases at a time, at most twenty times.
namespace ui {
namespace {

using base::Rect;
using Answered = ballots::Duel::Said;

bool draw_side(Ui& ui, Booth const& booth, model::CaseId id, std::string_view which,
               std::string_view key, Rect const& box, On on)
{
    auto const& c = ui.color();
    auto const text = model::get<model::Case>(booth.doc, id);
    auto const press = touch(ui, which, box, text.title);
    probe_on(ui, which, on);
    draw_surface(ui, box,
                 {.radius = ui.px(22),
                  .fill = on == On::yes ? c.atint : c.card,
                  .border = on == On::yes || press.hovered ? c.accent : c.line2,
                  .border_width = on == On::yes || press.hovered ? ui.snap(2.5F) : ui.snap(1.5F),
                  .level = press.hovered ? Level::e2 : Level::e1});
    if (press.focused) focus_ring(ui, box, ui.px(22));
    float const pad = ui.px(32);
    auto const number = std::to_string(text.number);
    draw_case_mark(ui, {box.min.x + pad + ui.px(28), box.min.y + pad + ui.px(28)},
                   {.number = number, .diameter = 56});
    draw_key(ui, {box.max.x - pad - key_width(ui, key), box.min.y + pad + ui.px(28)}, key);
    float const room = box.width() - 2 * pad;
    float y = box.min.y + pad + ui.px(80);
    y += draw_paragraph(ui, {box.min.x + pad, y}, room, type::quadrant, c.ink, text.title, 4);
    if (!text.need.empty())
        draw_paragraph(ui, {box.min.x + pad, y + ui.px(14)}, room, type::body, c.ink2, text.need,
                       4);
    return press.clicked;
}

bool says_more(Booth const& booth, ballots::Duel const& duel)
{
    return !model::get<model::Case>(booth.doc, duel.left).need.empty() ||
           !model::get<model::Case>(booth.doc, duel.right).need.empty();
}

void duel_keys(Ui& ui, ballots::BallotInHand& ballot)
{
    auto const pressed = digit(ui, 0, 9);
    if (shortcut(ui, ImGuiKey_LeftArrow) || pressed == 1)
        answer_duel(ballot, Answered::left);
    else if (shortcut(ui, ImGuiKey_RightArrow) || pressed == 2)
        answer_duel(ballot, Answered::right);
    else if (shortcut(ui, ImGuiKey_DownArrow) || pressed == 0)
        answer_duel(ballot, Answered::nothing);
    else if ((shortcut(ui, ImGuiKey_UpArrow) || shortcut(ui, ImGuiKey_Backspace)) &&
             ballot.duel > 0)
        --ballot.duel;
}

// One disc per pair: answered or not.
void draw_way(Ui& ui, ballots::BallotInHand const& ballot, base::Vec2 middle)
{
    auto const& c = ui.color();
    float const pitch = ui.px(26);
    float x = middle.x - pitch * static_cast<float>(ballot.duels.size() - 1) / 2;
    for (std::size_t i = 0; i < ballot.duels.size(); ++i, x += pitch) {
        bool const now = i == ballot.duel;
        bool const done = ballot.duels[i].said != Answered::nothing;
        if (done)
            disc(ui, {x, middle.y}, ui.px(now ? 10 : 7), c.accent);
        else
            ring(ui, {x, middle.y}, ui.px(now ? 10 : 7), now ? c.accent : c.edge, ui.snap(2));
    }
}

} // namespace

void draw_duel_ballot(Ui& ui, Booth const& booth, Rect const& area)
{
    auto& ballot = booth.ballot;
    duel_keys(ui, ballot);
    float const width = std::min(area.width(), ui.px(1400));
    float const left = area.center().x - width / 2, gap = ui.px(88);
    bool const told =
        ballot.duel < ballot.duels.size() && says_more(booth, ballot.duels[ballot.duel]);
    float const height = std::min(area.height() - ui.px(150), ui.px(told ? 440 : 300));
    float const spare = area.height() - height - ui.px(150);
    base::Vec2 const top{left, area.min.y + std::max(ui.px(8), spare * 0.4F)};
    float const foot = top.y + height + ui.px(40);
    auto const back = ui.tr("ballot.duel.back"), skip = ui.tr("ballot.duel.skip");
    auto const back_w = button_width(ui, back, {.icon = icon::undo, .key = "↑"}) + ui.px(24);
    auto const skip_w = button_width(ui, skip, {.key = "0"}) + ui.px(24);
    if (button(ui, "ballot.duel.back",
               {{area.center().x - ui.px(8) - back_w, foot},
                {area.center().x - ui.px(8), foot + ui.px(48)}},
               back, {.icon = icon::undo, .key = "↑"}, enabled_if(ballot.duel > 0)))
        --ballot.duel;
    if (!ballot.duels.empty()) draw_way(ui, ballot, {area.center().x, foot + ui.px(84)});
    bool const over = ballot.duel >= ballot.duels.size();
    if (button(ui, "ballot.duel.skip",
               {{area.center().x + ui.px(8), foot},
                {area.center().x + ui.px(8) + skip_w, foot + ui.px(48)}},
               skip, {.key = "0"}, enabled_if(!over)))
        answer_duel(ballot, Answered::nothing);
    if (over) {
        Rect const said{top, {left + width, top.y + height}};
        draw_surface(ui, said,
                     {.radius = ui.px(22),
                      .fill = ui.color().card,
                      .border = ui.color().line,
                      .border_width = 1,
                      .level = Level::e1});
        draw_icon_at(ui, {said.center().x, said.center().y - ui.px(60)}, ui.px(72),
                     ui.color().accent, icon::done_all);
        draw_text_in(ui, {{said.min.x, said.center().y}, {said.max.x, said.center().y + ui.px(44)}},
                     type::h1, ui.color().ink, ui.tr("ballot.duel.over"), Align::centre);
        return;
    }
    auto const duel = ballot.duels[ballot.duel];
    float const half = (width - gap) / 2;
    auto shown = [&](Answered side) { return duel.said == side ? On::yes : On::no; };
    if (draw_side(ui, booth, duel.left, "ballot.duel.left", "1",
                  {top, {left + half, top.y + height}}, shown(Answered::left)))
        answer_duel(ballot, Answered::left);
    if (draw_side(ui, booth, duel.right, "ballot.duel.right", "2",
                  {{left + half + gap, top.y}, {left + width, top.y + height}},
                  shown(Answered::right)))
        answer_duel(ballot, Answered::right);
    draw_text_in(ui, {{left + half, top.y}, {left + half + gap, top.y + height}}, type::h1,
                 ui.color().ink2, ui.tr("ballot.duel.or"), Align::centre);
}

} // namespace ui
