#include "model/rooms.h"
#include "model/voting_method.h"
#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_setup.h"
#include "wording/votes/method_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace ui {
namespace {

using base::Rect;

float heading(Ui& ui, Rect const& area, std::string_view key)
{
    draw_text(ui, area.min, type::h3, ui.color().ink, ui.tr(key));
    return ui.px(38);
}

bool method_card(Ui& ui, MethodView const& look, Rect const& box, On chosen, Enabled enabled)
{
    auto const& c = ui.color();
    auto const method = look.method;
    auto const id = fmt::format("vote.method.{}", base::name_of(method));
    auto const title = wording::method(*ui.words, method);
    auto const touched = touch(ui, id, box, title, enabled);
    probe_on(ui, id, chosen);
    bool const on = chosen == On::yes;
    auto shown = [&](board::Color color) {
        constexpr float faint = 0.38F;
        return enabled == Enabled::yes ? color : board::faded(color, faint);
    };
    auto const ground = on                ? c.atint
                        : touched.hovered ? board::mixed(c.card, c.ink, 0.04F)
                                          : c.card;
    fill(ui, box, ui.px(14), ground);
    outline(ui, box, ui.px(14), on ? c.accent : c.line2, on ? ui.snap(2.5F) : ui.snap(1.5F));
    if (touched.focused) focus_ring(ui, box, ui.px(14));
    float const y = box.center().y;
    draw_icon_at(ui, {box.min.x + ui.px(30), y}, ui.px(26), shown(on ? c.accent : c.ink2),
                 look.icon);
    float const left = box.min.x + ui.px(54), room = box.max.x - left - ui.px(12);
    auto const hint = wording::method_hint(*ui.words, method);
    draw_text_in(ui, {{left, y - ui.px(25)}, {left + room, y}}, type::strong, shown(c.ink), title);
    draw_text_in(ui, {{left, y + ui.px(1)}, {left + room, y + ui.px(23)}}, type::meta,
                 shown(c.ink2), hint);
    return touched.clicked;
}

} // namespace

float draw_methods(Ui& ui, model::Round& draft, Rect const& area, Enabled enabled)
{
    float y = area.min.y + heading(ui, area, "vote.method");
    constexpr float narrowest = 240;
    float const gap = ui.px(12), height = ui.px(68);
    int const across = std::clamp(static_cast<int>(area.width() / ui.px(narrowest)), 2, 5);
    float const width =
        (area.width() - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    bool const hands = draft.source == model::BallotSource::hands;
    auto const views = method_views();
    for (std::size_t i = 0; i < views.size(); ++i) {
        auto const method = views[i].method;
        auto const column = static_cast<int>(i) % across, row = static_cast<int>(i) / across;
        base::Vec2 const at{area.min.x + static_cast<float>(column) * (width + gap),
                            y + static_cast<float>(row) * (height + gap)};
        bool const can = enabled == Enabled::yes && (!hands || method == model::method_of_hands());
        auto const on = draft.method == method ? On::yes : On::no;
        if (!method_card(ui, views[i], {at, {at.x + width, at.y + height}}, on, enabled_if(can)) ||
            on == On::yes)
            continue;
        set_method(draft, method);
    }
    int const rows = (static_cast<int>(views.size()) + across - 1) / across;
    y += static_cast<float>(rows) * (height + gap);
    // An explanation in one sentence.
    auto const said = wording::how_voted(*ui.words, draft);
    float const room = area.width() - ui.px(76);
    float const lines = paragraph_height(ui, type::body, said, room);
    Rect const box{{area.min.x, y + ui.px(4)}, {area.max.x, y + ui.px(4) + lines + ui.px(28)}};
    touch(ui, "vote.said", box, said, Enabled::yes, Role::area);
    fill(ui, box, ui.px(14), ui.color().sunken);
    draw_icon_at(ui, {box.min.x + ui.px(30), box.center().y}, ui.px(26), ui.color().ink2,
                 icon::forum);
    draw_paragraph(ui, {box.min.x + ui.px(58), box.min.y + ui.px(14)}, room, type::body,
                   ui.color().ink, said);
    return box.max.y - area.min.y;
}

float draw_rules(Ui& ui, VoteView& view, model::Round& draft, Rect const& area, Enabled enabled)
{
    float const top = heading(ui, area, "vote.rules");
    Rect const under{{area.min.x, area.min.y + top}, area.max};
    RuleRow row(ui, under, enabled);
    float const more = method_view(draft.method).rules({ui, view, draft, row, under, enabled});
    return top + row.height() + more;
}

float draw_electors(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft,
                    Rect const& area, Enabled enabled)
{
    float const top = heading(ui, area, "vote.electors");
    RuleRow row(ui, {{area.min.x, area.min.y + top}, area.max}, enabled);
    constexpr int hall = 500, hour = 60;
    if (!draft.revote_of) { // a second round is that of the same people
        std::array<std::string_view, 2> const bodies{"decide.body.workshop",
                                                     "decide.body.committee"};
        auto body = static_cast<std::size_t>(draft.body);
        if (row.choice("vote.body", "rule.body", bodies, body)) {
            draft.body = static_cast<model::Body>(body);
            draft.headcount = 0; // another room
        }
    }
    row.stepper("vote.headcount", "vote.headcount", draft.headcount, {0, hall, 1, "rule.unsaid"});
    bool votes = draft.facilitator == model::Facilitator::votes;
    if (row.switched("vote.facilitator", "rule.facilitator", "rule.facilitator.on", votes)) {
        draft.facilitator = votes ? model::Facilitator::votes : model::Facilitator::abstains;
        // the facilitator counts as a voter
        if (draft.headcount > 1) draft.headcount += votes ? 1 : -1;
    }
    std::array<std::string_view, 3> const ways{"rule.source.keyboard", "rule.source.hands",
                                               "rule.source.imported"};
    std::array<model::BallotSource, 3> const sources{
        model::BallotSource::keyboard, model::BallotSource::hands, model::BallotSource::imported};
    auto const it = std::ranges::find(sources, draft.source);
    auto at = it == sources.end() ? std::size_t{0} : static_cast<std::size_t>(it - sources.begin());
    if (row.choice("vote.source", "rule.source", ways, at)) {
        draft.source = sources.at(at);
        bool const hands = draft.source == model::BallotSource::hands;
        if (hands && draft.method != model::method_of_hands()) {
            set_method(draft, model::method_of_hands());
            draft.source = model::BallotSource::hands;
        }
    }
    // Of a session on one machine there is nothing to compare.
    bool compares = draft.rooms == model::Rooms::compared;
    bool const several = !model::table<model::Site>(workshop.doc()).empty();
    if (model::can_compare_rooms(draft) && (several || compares) &&
        row.switched("vote.rooms", "rule.rooms", "rule.rooms.on", compares))
        draft.rooms = compares ? model::Rooms::compared : model::Rooms::together;
    if (draft.source == model::BallotSource::keyboard)
        row.stepper("vote.minutes", "rule.minutes", view.setup.minutes,
                    {0, hour, 1, "rule.no_time"});
    return top + row.height();
}

} // namespace ui
