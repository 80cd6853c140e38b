#include "analysis/common/in_use.h"
#include "analysis/voting/tally.h"
#include "analysis/voting/votes.h"
#include "model/voting_method.h"
#include "ui/kit/names.h"
#include "ui/screens/vote/vote_setup.h"
#include "wording/votes/method_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

// The choice of the cases of a round: all, those of a frame, those selected on the board, the first
// of another round, or one by one.
namespace ui {
namespace {

using base::Rect;

// Those of `wanted` that are on the board, in board order.
std::vector<model::CaseId> in_order(model::Document const& doc,
                                    std::set<model::CaseId> const& wanted)
{
    std::vector<model::CaseId> out;
    for (auto id : analysis::visible_cases(doc))
        if (wanted.contains(id)) out.push_back(id);
    return out;
}

std::vector<model::CaseId> in_frame(model::Document const& doc, model::GroupId group)
{
    std::set<model::CaseId> in;
    for (auto const& [id, member] : model::table<model::Membership>(doc))
        if (member.group == group) in.insert(id);
    return in_order(doc, in);
}

// The first `count` of a result, and those tied with the last.
std::vector<model::CaseId> first_of(model::Document const& doc, model::RoundId round, int count)
{
    auto const tally = analysis::tally(doc, round, {.method = {}, .blank = {}, .resamples = 0});
    std::set<model::CaseId> in;
    if (tally)
        for (auto const& one : tally->cases)
            if (one.rank <= count) in.insert(one.on);
    return in_order(doc, in);
}

void draw_head(Ui& ui, VoteView& view, model::Round const& draft, std::size_t all, Rect const& area,
               Enabled enabled)
{
    float const y = area.min.y;
    draw_text(ui, {area.min.x, y + ui.px(6)}, type::h2, ui.color().ink, ui.tr("vote.cases"));
    auto const count = ui.words->text("vote.cases.count", draft.cases.size(), all);
    ButtonLook const look{.icon_right = icon::expand_more};
    float const w = button_width(ui, count, look, 44);
    Rect const box{{area.max.x - w, y}, {area.max.x, y + ui.px(44)}};
    if (button(ui, "vote.cases.choose", box, count, look, enabled)) view.setup.cases_menu = box;
}

constexpr float before_title = 14 + 12 + 46; // from the left of a row, design pixels

// The height of a row with that title.
float choice_height(Ui& ui, std::string const& title, float width)
{
    constexpr int lines_most = 8;
    float const inner = width - ui.px(before_title);
    if (text_width(ui, type::label, title) <= inner) return ui.px(44);
    return std::max(ui.px(44),
                    paragraph_height(ui, {type::label.face, 16, 20}, title, inner, lines_most) +
                        ui.px(12));
}

// A check box, number and title; the whole row can be pressed.
bool draw_choice(Ui& ui, std::string const& id, Rect const& box, std::string const& number,
                 std::string const& title, On chosen, Enabled enabled)
{
    auto const& c = ui.color();
    auto const press = touch(ui, id, box, number + "  " + title, enabled);
    probe_on(ui, id, chosen);
    bool const on = chosen == On::yes;
    if (press.hovered) fill(ui, box, ui.px(8), board::faded(c.ink, 0.04F));
    float const y = box.center().y, half = ui.px(12), x = box.min.x + ui.px(14);
    Rect const square{{x - half, y - half}, {x + half, y + half}};
    fill(ui, square, ui.px(7), on ? c.accent : c.card);
    if (on)
        draw_icon_at(ui, {x, y}, ui.px(20), c.onaccent, icon::check);
    else
        outline(ui, square, ui.px(7), c.edge, ui.snap(1.5F));
    if (press.focused) focus_ring(ui, box, ui.px(8));
    auto const ink = on ? c.ink : c.ink2;
    draw_text_in(ui, {{x + half + ui.px(6), box.min.y}, {x + half + ui.px(36), box.max.y}},
                 type::strong, ink, number, Align::right);
    draw_listed(ui, {{box.min.x + ui.px(before_title), box.min.y}, box.max}, type::label, ink,
                title);
    return press.clicked;
}

} // namespace

void draw_round_cases(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft,
                      Rect const& area, Enabled enabled)
{
    auto const all = analysis::visible_cases(workshop.doc());
    auto& chosen = draft.cases;
    draw_head(ui, view, draft, all.size(), area, enabled);
    Rect const list{{area.min.x, area.min.y + ui.px(54)}, {area.max.x, area.max.y}};
    ScrollArea scroll(ui, "vote.cases", list, view.setup.cases);
    float y = scroll.top();
    float const top = y, right = area.max.x - ui.px(14);
    for (auto id : all) {
        auto const text = model::get<model::Case>(workshop.doc(), id);
        auto title = text.title;
        if (model::voting_method(draft.method).has(model::VotingMethod::money) &&
            !text.cost.empty())
            title.insert(0, text.cost + " · ");
        float const row = choice_height(ui, title, right - area.min.x);
        Rect const box{{area.min.x, y}, {right, y + row}};
        y += row;
        if (view.sought == id) {
            scroll.show(box.min.y, box.max.y);
            focus(ui, "vote.case." + std::to_string(text.number));
            view.sought = {};
        }
        if (box.max.y < list.min.y || box.min.y > list.max.y) continue;
        bool on = std::ranges::find(chosen, id) != chosen.end();
        auto const number = std::to_string(text.number);
        if (!draw_choice(ui, "vote.case." + number, box, number, title, on ? On::yes : On::no,
                         enabled))
            continue;
        on = !on;
        std::set<model::CaseId> now(chosen.begin(), chosen.end());
        if (on)
            now.insert(id);
        else
            now.erase(id);
        chosen = in_order(workshop.doc(), now);
    }
    scroll.content_height(y - top);
}

void draw_cases_menu(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft)
{
    if (!view.setup.cases_menu) return;
    auto const& doc = workshop.doc();
    struct Choice {
        std::string id, label;
        unsigned icon = 0;
        MenuItem::Kind kind = MenuItem::Kind::action;
        std::vector<model::CaseId> cases = {};
        model::RoundId round = {};
        int first = 0;
    };
    std::vector<Choice> ways;
    ways.push_back({"cases.all", ui.tr("vote.cases.all"), icon::done_all, MenuItem::Kind::action,
                    analysis::visible_cases(doc)});
    ways.push_back({"cases.none", ui.tr("vote.cases.none"), icon::close});
    auto const selected = in_order(doc, {view.setup.on_board.begin(), view.setup.on_board.end()});
    if (!selected.empty())
        ways.push_back({"cases.selection",
                        ui.trn("vote.cases.selection", static_cast<std::int64_t>(selected.size())),
                        icon::select_all, MenuItem::Kind::action, selected});
    constexpr std::size_t frames_most = 8, rounds_most = 2;
    std::size_t frames = 0;
    for (auto const& [id, group] : model::table<model::Group>(doc)) {
        auto cases = in_frame(doc, id);
        if (cases.empty() || frames++ == frames_most) continue;
        auto const title = group.title.empty() ? ui.tr("group.untitled") : group.title;
        ways.push_back({fmt::format("cases.frame.{}", group.number),
                        fmt::format("{} ({})", title, cases.size()), icon::crop_free,
                        MenuItem::Kind::action, std::move(cases)});
    }
    auto const& rounds = model::table<model::Round>(doc);
    std::size_t results = 0;
    for (auto it = rounds.rbegin(); it != rounds.rend() && results < rounds_most; ++it) {
        auto const& [id, round] = *it;
        if (!analysis::shows_a_result(doc, id)) continue;
        ++results;
        ways.push_back({{},
                        ui.words->text("vote.cases.first_of", round.number,
                                       wording::question(*ui.words, round)),
                        0,
                        MenuItem::Kind::heading});
        for (int k : {3, 5, 10, 15})
            if (k < static_cast<int>(round.cases.size()))
                ways.push_back({fmt::format("cases.first.{}.{}", round.number, k),
                                ui.trn("vote.cases.first", k),
                                icon::leaderboard,
                                MenuItem::Kind::action,
                                {},
                                id,
                                k});
    }
    std::vector<MenuItem> items;
    for (auto const& way : ways) {
        MenuItem item{way.id, way.label, way.icon};
        item.kind = way.kind;
        items.push_back(item);
    }
    auto const answer = menu(ui, "cases.menu", *view.setup.cases_menu, items, Align::right);
    if (answer.closed) view.setup.cases_menu.reset();
    auto const way = std::ranges::find(ways, answer.id, &Choice::id);
    if (answer.id.empty() || way == ways.end()) return;
    draft.cases = way->round ? first_of(doc, way->round, way->first) : way->cases;
}

} // namespace ui
