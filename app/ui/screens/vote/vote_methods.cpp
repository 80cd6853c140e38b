#include "analysis/common/cost.h"
#include "model/voting_method.h"
#include "ui/kit/icons.h"
#include "ui/paint/grades.h"
#include "ui/screens/vote/vote_booth.h"
#include "ui/screens/vote/vote_rules.h"
#include "ui/screens/vote/vote_setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace ui {
namespace {

using base::Rect;
using model::Method;
using model::Rule;

// Controls side by side, each under what it is called.
class Row {
public:
    Row(Ui& ui, Rect const& area, Enabled enabled)
        : ui_(ui)
        , area_(area)
        , x_(area.min.x)
        , y_(area.min.y)
        , enabled_(enabled)
    {
    }

    struct Range {
        int least = 0, most = 100, by = 1;
        std::string_view zero = {}; // what 0 is called, or nothing
    };
    void stepper(std::string const& id, std::string_view key, int& value, Range const& range)
    {
        auto const box = next(key, 250);
        float const side = box.height();
        auto const label = ui_.tr(key);
        bool const may = enabled_ == Enabled::yes;
        if (icon_button(ui_, id + ".minus", {box.min, {box.min.x + side, box.max.y}}, icon::remove,
                        label, Rank::secondary, enabled_if(may && value > range.least)))
            value = std::max(range.least, (value - 1) / range.by * range.by);
        bool const worded = value == 0 && !range.zero.empty();
        auto const said = worded ? ui_.tr(range.zero) : ui_.words->number(value);
        draw_text_in(ui_, {{box.min.x + side, box.min.y}, {box.max.x - side, box.max.y}},
                     worded ? type::label : Type{Face::semibold, 22, 28}, ui_.color().ink, said,
                     Align::centre);
        if (icon_button(ui_, id + ".plus", {{box.max.x - side, box.min.y}, box.max}, icon::add,
                        label, Rank::secondary, enabled_if(may && value < range.most)))
            value = std::min(range.most, (value / range.by + 1) * range.by);
        probe_value(ui_, id + ".plus", std::to_string(value));
    }
    // One of a few words.
    bool choice(std::string const& id, std::string_view key, std::span<std::string_view const> keys,
                std::size_t& chosen)
    {
        std::vector<std::string> words;
        std::vector<std::string_view> shown;
        float widest = 0;
        for (auto one : keys) words.push_back(ui_.tr(one));
        for (auto const& word : words) {
            shown.push_back(word);
            widest = std::max(widest, text_width(ui_, {Face::semibold, 16, 20}, word) / ui_.scale);
        }
        auto const box = next(key, (widest + 32) * static_cast<float>(keys.size()));
        return segmented(ui_, id, box, shown, chosen, enabled_);
    }
    bool switched(std::string const& id, std::string_view key, std::string_view on_key, bool& on)
    {
        auto const said = ui_.tr(on_key);
        auto const box = next(key, text_width(ui_, type::label, said) / ui_.scale + 90);
        return toggle_row(ui_, id, box, said, on, enabled_);
    }
    // The next place, under its name; on a new line when this one is full.
    Rect next(std::string_view key, float design_width)
    {
        float const width = ui_.px(design_width);
        auto const said = key.empty() ? std::string{} : ui_.tr(key);
        float const wanted = std::max(width, text_width(ui_, type::label, said));
        if (x_ > area_.min.x && x_ + wanted > area_.max.x) {
            x_ = area_.min.x;
            y_ += ui_.px(pitch);
        }
        draw_text(ui_, {x_, y_}, type::label, ui_.color().ink2, said);
        Rect const box{{x_, y_ + ui_.px(30)}, {x_ + width, y_ + ui_.px(78)}};
        x_ += wanted + ui_.px(40);
        return box;
    }
    [[nodiscard]] float height() const { return y_ - area_.min.y + ui_.px(78); }

    static constexpr float pitch = 94;

private:
    Ui& ui_;
    Rect area_;
    float x_, y_;
    Enabled enabled_;
};

float heading(Ui& ui, Rect const& area, std::string_view key)
{
    draw_text(ui, area.min, type::h3, ui.color().ink, ui.tr(key));
    return ui.px(38);
}

bool method_card(Ui& ui, Method method, Rect const& box, On chosen, Enabled enabled)
{
    auto const& c = ui.color();
    auto const id = fmt::format("vote.method.{}", base::name_of(method));
    auto const title = method_title(ui, method);
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
                 method_icon(method));
    float const left = box.min.x + ui.px(54), room = box.max.x - left - ui.px(12);
    auto const hint = ui.tr(fmt::format("method.{}.hint", base::name_of(method)));
    draw_text_in(ui, {{left, y - ui.px(25)}, {left + room, y}}, type::strong, shown(c.ink), title);
    draw_text_in(ui, {{left, y + ui.px(1)}, {left + room, y + ui.px(23)}}, type::meta,
                 shown(c.ink2), hint);
    return touched.clicked;
}

void draw_grades(Ui& ui, VoteView& view, model::Round& draft, Rect const& area, Enabled enabled)
{
    auto& typed = view.setup.labels;
    auto const now = grade_names(ui, draft);
    if (!typing(ui) || typed.size() != now.size()) typed = now;
    auto const count = now.size();
    float const gap = ui.px(10);
    float const width =
        (area.width() - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    draw_text(ui, area.min, type::label, ui.color().ink2, ui.tr("rule.labels"));
    for (std::size_t i = 0; i < count; ++i) { // the best first, as on the ballot
        auto const grade = count - 1 - i;
        float const x = area.min.x + static_cast<float>(i) * (width + gap);
        Rect const box{{x, area.min.y + ui.px(30)}, {x + width, area.min.y + ui.px(78)}};
        auto const edit =
            text_field(ui, fmt::format("vote.label.{}", grade), box, ui.tr("rule.labels"),
                       typed[grade], {.most_bytes = 60}, enabled);
        if (edit != Edit::submitted && edit != Edit::left) continue;
        if (typed[grade].empty()) typed[grade] = now[grade];
        auto plain = draft;
        plain.labels.clear();
        // Words that are the screen's own stay so, in either language.
        draft.labels = typed == grade_names(ui, plain) ? std::vector<std::string>{} : typed;
    }
}

void draw_money(Ui& ui, VoteView& view, model::Round& draft, Row& row, Enabled enabled)
{
    auto& typed = view.setup.money;
    if (!typing(ui)) typed = draft.money > 0 ? analysis::amount_text(draft.money) : std::string{};
    auto const box = row.next("rule.money", 280);
    auto const edit = text_field(ui, "vote.money", box, ui.tr("rule.money"), typed,
                                 {.hint = ui.tr("rule.money.hint"), .most_bytes = 40}, enabled);
    if (edit != Edit::submitted && edit != Edit::left) return;
    auto const read = analysis::read_cost(typed);
    draft.money = read ? read->hundredths : 0;
}

template <std::size_t N>
void choose_rule(Row& row, std::array<std::string_view, N> const& keys,
                 std::array<Rule, N> const& rules, Rule& rule)
{
    auto const it = std::ranges::find(rules, rule);
    auto at = it == rules.end() ? std::size_t{0} : static_cast<std::size_t>(it - rules.begin());
    if (row.choice("vote.rule", "rule.count", keys, at)) rule = rules.at(at);
}

void choose_blank(Row& row, std::string_view below, std::string_view silent,
                  model::BlankPolicy& blank)
{
    std::array<std::string_view, 2> const keys{below, silent};
    std::size_t at = blank == model::BlankPolicy::below ? 0 : 1;
    if (row.choice("vote.blank", "rule.blank", keys, at))
        blank = at == 0 ? model::BlankPolicy::below : model::BlankPolicy::no_opinion;
}

void points_rules(Row& row, model::Round& draft)
{
    constexpr int hundred = 100, thousand = 1000, ten = 10;
    auto const cases = std::max<int>(1, static_cast<int>(draft.cases.size()));
    bool const many = draft.method == Method::points || draft.method == Method::quadratic;
    if (draft.method == Method::choose_spread)
        row.stepper("vote.choices", "rule.choices", draft.choices, {1, cases, 1, {}});
    row.stepper("vote.budget", draft.method == Method::quadratic ? "rule.credits" : "vote.budget",
                draft.budget, {many ? ten : 1, many ? thousand : hundred, many ? ten : 1, {}});
    draft.cap = std::min(draft.cap, draft.budget);
    if (draft.method != Method::quadratic) {
        row.stepper("vote.cap", "vote.cap", draft.cap,
                    {0, draft.budget, many ? ten : 1, "rule.no_cap"});
        return;
    }
    bool against = draft.against == model::Against::allowed;
    if (row.switched("vote.against", "rule.against", "rule.against.on", against))
        draft.against = against ? model::Against::allowed : model::Against::refused;
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
    for (std::size_t i = 0; i < voting_methods.size(); ++i) {
        auto const method = voting_methods.at(i);
        auto const column = static_cast<int>(i) % across, row = static_cast<int>(i) / across;
        base::Vec2 const at{area.min.x + static_cast<float>(column) * (width + gap),
                            y + static_cast<float>(row) * (height + gap)};
        bool const can = enabled == Enabled::yes && (!hands || method == Method::approval);
        auto const on = draft.method == method ? On::yes : On::no;
        if (!method_card(ui, method, {at, {at.x + width, at.y + height}}, on, enabled_if(can)) ||
            on == On::yes)
            continue;
        set_method(draft, method);
    }
    int const rows = (static_cast<int>(voting_methods.size()) + across - 1) / across;
    y += static_cast<float>(rows) * (height + gap);
    // What the room is told, in one sentence.
    auto const said = method_said(ui, draft);
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
    Row row(ui, {{area.min.x, area.min.y + top}, area.max}, enabled);
    auto const cases = std::max<int>(1, static_cast<int>(draft.cases.size()));
    constexpr int scores_most = 20, percent = 100, ten = 10;
    switch (draft.method) {
    case Method::approval:
        row.stepper("vote.choices", "vote.choices", draft.choices, {0, cases, 1, "rule.no_limit"});
        break;
    case Method::score:
        row.stepper("vote.grades", "vote.grades", draft.grades, {1, scores_most, 1, {}});
        choose_blank(row, "rule.blank.zero", "rule.blank.silent", draft.blank);
        row.stepper("vote.quorum", "rule.quorum", draft.quorum, {0, percent, ten, "rule.none"});
        break;
    case Method::majority_judgment: {
        std::array<std::string_view, 2> const keys{"rule.grades.six", "rule.grades.seven"};
        constexpr int fewer = 6, more = 7;
        std::size_t at = draft.grades == fewer ? 0 : 1;
        if (row.choice("vote.grades", "rule.grades", keys, at)) {
            draft.grades = at == 0 ? fewer : more;
            draft.labels.clear();
        }
        choose_blank(row, "rule.blank.worst", "rule.blank.silent", draft.blank);
        float const under = area.min.y + top + row.height() + ui.px(16);
        draw_grades(ui, view, draft, {{area.min.x, under}, area.max}, enabled);
        return under + ui.px(78) - area.min.y;
    }
    case Method::ranking:
        row.stepper("vote.choices", "rule.ranked", draft.choices, {0, cases, 1, "rule.all"});
        choose_rule<3>(row, {"rule.schulze", "rule.borda", "rule.ranked_pairs"},
                       {Rule::standard, Rule::borda, Rule::ranked_pairs}, draft.rule);
        choose_blank(row, "rule.blank.last", "rule.blank.silent", draft.blank);
        break;
    case Method::pairwise:
        choose_rule<2>(row, {"rule.win_share", "rule.bradley_terry"},
                       {Rule::standard, Rule::bradley_terry}, draft.rule);
        break;
    case Method::budget:
        draw_money(ui, view, draft, row, enabled);
        row.stepper("vote.choices", "vote.choices", draft.choices, {0, cases, 1, "rule.no_limit"});
        choose_rule<3>(row, {"rule.equal_shares", "rule.greedy", "rule.knapsack"},
                       {Rule::standard, Rule::greedy, Rule::knapsack}, draft.rule);
        break;
    default: points_rules(row, draft);
    }
    float height = top + row.height();
    // Few cases are told apart by any number of points.
    constexpr int advised_from = 13;
    if (draft.method != Method::dots || cases < advised_from) return height;
    auto const advice = ui.words->text("vote.advice", std::max(3, cases / 4), cases / 3, cases);
    height += ui.px(10);
    return height + draw_paragraph(ui, {area.min.x, area.min.y + height}, area.width(), type::text,
                                   ui.color().ink2, advice);
}

float draw_electors(Ui& ui, VoteView& view, model::Round& draft, Rect const& area, Enabled enabled)
{
    float const top = heading(ui, area, "vote.electors");
    Row row(ui, {{area.min.x, area.min.y + top}, area.max}, enabled);
    constexpr int hall = 500, hour = 60;
    row.stepper("vote.headcount", "vote.headcount", draft.headcount, {0, hall, 1, "rule.unsaid"});
    bool votes = draft.facilitator == model::Facilitator::votes;
    if (row.switched("vote.facilitator", "rule.facilitator", "rule.facilitator.on", votes)) {
        draft.facilitator = votes ? model::Facilitator::votes : model::Facilitator::abstains;
        if (draft.headcount > 1) draft.headcount += votes ? 1 : -1; // one voter more, or less
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
        if (hands && draft.method != Method::approval) {
            set_method(draft, Method::approval);
            draft.source = model::BallotSource::hands;
        }
    }
    if (draft.source == model::BallotSource::keyboard)
        row.stepper("vote.minutes", "rule.minutes", view.setup.minutes,
                    {0, hour, 1, "rule.no_time"});
    return top + row.height();
}

} // namespace ui
