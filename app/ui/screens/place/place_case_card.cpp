#include "analysis/estimates/settling.h"
#include "pictures/clouds.h"
#include "ui/kit/paint.h"
#include "ui/paint/cloud_paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/panels/case_origin.h"
#include "ui/screens/place/place_view.h"
#include "wording/estimates.h"

#include <algorithm>
#include <utility>

// The selected case on this axis: estimates and placement.
namespace ui {
namespace {

constexpr std::int64_t debate_ms = std::int64_t{3} * 60'000;

struct Column {
    Ui& ui;
    float left, right, y;

    [[nodiscard]] float width() const { return right - left; }
    void gap(float design) { y += ui.px(design); }
    void say(Type type, board::Color color, std::string const& text)
    {
        if (text.empty()) return;
        y += draw_paragraph(ui, {left, y}, width(), type, color, text) + ui.px(6);
    }
    // A sentence with an icon on a tinted background.
    void tell(unsigned sign, board::Color color, board::Color tint, std::string const& text)
    {
        if (text.empty()) return;
        float const words = width() - ui.px(56);
        float const height = paragraph_height(ui, type::legend, text, words) + ui.px(20);
        base::Rect const box{{left, y}, {right, y + height}};
        fill(ui, box, ui.px(12), tint);
        draw_icon_at(ui, {box.min.x + ui.px(22), box.min.y + ui.px(21)}, ui.px(20), color, sign);
        draw_paragraph(ui, {box.min.x + ui.px(44), box.min.y + ui.px(10)}, words, type::legend,
                       ui.color().ink, text);
        y += height + ui.px(8);
    }
    bool press(std::string_view id, std::string const& word, ButtonLook const& look,
               Enabled enabled)
    {
        base::Rect const box{{left, y}, {right, y + ui.px(48)}};
        y += ui.px(56);
        return button(ui, id, box, word, look, enabled);
    }
};

void draw_title(Column& at, Workshop const& workshop, model::CaseId on)
{
    auto& ui = at.ui;
    auto const text = model::get<model::Case>(workshop.doc(), on);
    auto const number = std::to_string(text.number);
    draw_case_mark(ui, {at.left + ui.px(19), at.y + ui.px(19)},
                   {.number = number, .diameter = 38, .fill = ChipFill::ink});
    float const words =
        draw_paragraph(ui, {at.left + ui.px(50), at.y + ui.px(5)}, at.width() - ui.px(50), type::h3,
                       ui.color().ink, text.title, 8);
    at.y += std::max(ui.px(38), words + ui.px(5)) + ui.px(12);
}

// Agreement and number of estimates; contradiction with the placement.
void draw_agreed(Column& at, wording::Standing const& standing)
{
    auto& ui = at.ui;
    auto const& cloud = *standing.cloud;
    bool const elsewhere = standing.contradicted();
    if (cloud.shape) {
        base::Vec2 const sign{at.left, at.y + ui.px(16)};
        if (elsewhere)
            draw_contradicted(ui, sign);
        else
            draw_agreement(ui, sign, cloud.shape->agreement());
        at.gap(40);
    }
    at.say(type::legend, ui.color().ink2, wording::people(*ui.words, cloud));
    if (elsewhere) {
        auto const said = wording::contradiction(*ui.words, standing);
        float const top = at.y;
        at.tell(icon_contradicted, ui.color().warn, ui.color().warntint, said);
        touch(ui, "place.contradicted", {{at.left, top}, {at.right, at.y}}, said, Enabled::yes,
              Role::area);
    }
    at.gap(4);
}

// The estimates: median, shares, camps, change, stop rule.
void draw_room(Column& at, PlaceView& view, Workshop const& workshop, analysis::Cloud const& cloud,
               model::Axis const& axis)
{
    auto& ui = at.ui;
    auto const& c = ui.color();
    if (!cloud.shape) {
        at.tell(icon::visibility_off, c.ink2, c.sunken, wording::too_few(*ui.words));
        return;
    }
    auto const& shape = *cloud.shape;
    auto const& words = *ui.words;
    at.say(type::legend, c.ink, wording::median(words, shape));
    at.say(type::legend, c.ink2, wording::two_risks(words, shape));
    at.gap(2);
    at.y += ui.px(10) + draw_picture(ui, [&](auto& pen) {
                return pictures::draw_zones(pen, {{at.left, at.y}, {at.right, at.y}}, shape, axis);
            });
    at.tell(icon::warning_amber, c.warn, c.warntint, wording::contest(words, shape));
    at.tell(icon::compare_arrows, c.ink2, c.sunken, wording::astride(words, shape, axis));
    auto const& debate = debate_of(view.room, workshop, {cloud.axis, cloud.on});
    if (debate.movement)
        at.tell(icon::timeline, c.accent, c.atint, wording::movement(words, *debate.movement));
    at.tell(icon::info, c.ink2, c.sunken, wording::stop(words, debate.stop, shape));
}

edit::Place with_reason(Workshop const& workshop, PlaceView::Reason const& reason)
{
    auto kept = model::get<model::Placement>(workshop.doc(), reason.key);
    kept.reason = reason.text;
    return {reason.key, kept};
}

bool unkept(Workshop const& workshop, PlaceView::Reason const& reason)
{
    auto const* now = model::find<model::Placement>(workshop.doc(), reason.key);
    return now && reason.text != reason.kept && now->reason != reason.text;
}

// The reason of the placement, saved when the field is left.
std::optional<Wish> draw_reason(Column& at, PlaceView& view, Workshop const& workshop,
                                model::Placement const& now, Enabled may)
{
    auto& ui = at.ui;
    auto& reason = view.reason;
    model::PlacementKey const key{view.axis, view.selected};
    if (reason.key != key || (reason.kept != now.reason && !typing(ui)))
        reason = {key, now.reason, now.reason};
    base::Rect const box{{at.left, at.y}, {at.right, at.y + ui.px(46)}};
    at.gap(54);
    auto const edit = text_field(ui, "place.reason", box, ui.tr("place.reason"), reason.text,
                                 {.hint = ui.tr("place.reason")}, may);
    if (edit != Edit::submitted && edit != Edit::left) return std::nullopt;
    if (!unkept(workshop, reason)) return std::nullopt;
    return with_reason(workshop, reason);
}

// The placement: position, source, reason, lock.
std::optional<Wish> draw_settled(Column& at, PlaceView& view, Workshop const& workshop,
                                 model::Placement const& now, Enabled may)
{
    auto& ui = at.ui;
    bool const locked = now.lock == model::Lock::locked;
    bool const at_median = now.by == model::PlacedBy::median;
    float const side = ui.px(44);
    base::Rect const key{{at.right - side, at.y}, {at.right, at.y + side}};
    draw_icon_at(ui, {at.left + ui.px(11), at.y + ui.px(12)}, ui.px(22), ui.color().ink2,
                 at_median                             ? icon::done_all
                 : now.by == model::PlacedBy::imported ? icon::file_download
                                                       : icon::pan_tool);
    draw_text_in(ui, {{at.left + ui.px(30), at.y}, {key.min.x - ui.px(6), at.y + ui.px(24)}},
                 type::strong, ui.color().ink,
                 ui.tr("place.settled." + std::string(base::name_of(now.by))));
    draw_text_in(ui, {{at.left + ui.px(30), at.y + ui.px(22)}, {key.min.x - ui.px(6), at.y + side}},
                 type::meta, ui.color().ink2,
                 wording::levels(*ui.words, now.opportunity, now.risk));
    auto const word = ui.tr(locked ? "place.unlock" : "place.lock");
    bool const turns = icon_button(ui, "place.lock", key, locked ? icon::lock : icon::lock_open,
                                   word, locked ? Rank::tinted : Rank::secondary, may);
    at.y += side + ui.px(10);
    if (turns) {
        auto turned = now;
        turned.lock = locked ? model::Lock::open : model::Lock::locked;
        return edit::Place{{view.axis, view.selected}, turned};
    }
    return draw_reason(at, view, workshop, now, may);
}

// A three-minute debate, then another blind round on this case.
std::optional<Wish> draw_debate(Column& at, PlaceView& view, Workshop const& workshop, Enabled may)
{
    auto& ui = at.ui;
    float const half = (at.width() - ui.px(10)) / 2;
    std::optional<Wish> wish;
    if (button(ui, "place.debate", {{at.left, at.y}, {at.left + half, at.y + ui.px(46)}},
               ui.tr("place.debate"), {.icon = icon::forum}, may))
        wish = edit::SetTimer{{workshop.now_ms, workshop.now_ms + debate_ms, 0}};
    if (button(ui, "place.again", {{at.right - half, at.y}, {at.right, at.y + ui.px(46)}},
               ui.tr("place.again"), {.icon = icon::replay}, may))
        ask_again(view, workshop, {view.selected});
    at.gap(54);
    return wish;
}

// The questions with the axis's subject.
std::optional<Wish> draw_guard_rails(Column& at, PlaceView& view, Workshop const& workshop)
{
    auto const asked = analysis::questions_on(workshop.doc(), view.selected, view.axis);
    if (asked.empty()) return std::nullopt;
    base::Rect const area{{at.left, at.y}, {at.right, at.y}};
    at.gap(4);
    auto wish = draw_questions_head(at.ui, workshop, asked, "place.ask", area, at.y);
    auto answered =
        draw_questions(at.ui, view.guard, workshop, view.selected, asked, "place.ask", area, at.y);
    return answered ? answered : wish;
}

} // namespace

std::optional<Wish> keep_reason(PlaceView& view, Workshop const& workshop)
{
    auto& reason = view.reason;
    if (reason.key == model::PlacementKey{view.axis, view.selected}) return std::nullopt;
    auto const left = std::exchange(reason, {});
    if (!unkept(workshop, left)) return std::nullopt;
    return with_reason(workshop, left);
}

void give_back_reason(PlaceView& view, edit::Place const& refused, model::Document const& doc)
{
    auto const& said = refused.placement.reason;
    auto const* now = model::find<model::Placement>(doc, refused.key);
    if (!now || now->reason == said) return;
    view.axis = refused.key.axis;
    view.selected = refused.key.on;
    view.reason = {refused.key, said, now->reason};
}

std::optional<Wish> draw_case_card(Ui& ui, PlaceView& view, Workshop const& workshop,
                                   base::Rect const& area, float& bottom)
{
    auto const& doc = workshop.doc();
    model::PlacementKey const key{view.axis, view.selected};
    auto const axis = model::get<model::Axis>(doc, view.axis);
    auto const* now = model::find<model::Placement>(doc, key);
    auto const* cloud = cloud_of(view.room, workshop, key);
    auto const may = enabled_if(workshop.access == Access::edit);
    bool const round_open = open_estimating(doc).has_value();
    Column at{ui, area.min.x, area.max.x, area.min.y};
    draw_title(at, workshop, view.selected);
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    if (cloud) draw_agreed(at, {now, cloud});
    auto const median = place_at_the_median(view, workshop);
    if (median && at.press("place.median", ui.tr("place.median"),
                           {.rank = Rank::primary, .icon = icon::done_all, .key = "⏎"}, may))
        take(median);
    if (cloud && cloud->shape && !round_open) take(draw_debate(at, view, workshop, may));
    if (now) take(draw_settled(at, view, workshop, *now, may));
    if (cloud) draw_room(at, view, workshop, *cloud, axis);
    take(draw_guard_rails(at, view, workshop));
    draw_origin(ui, doc, view.selected, "place.origin", area, at.y);
    at.gap(4);
    hairline_h(ui, area.min.x, area.max.x, at.y, ui.color().line);
    at.gap(14);
    bottom = at.y;
    return wish;
}

} // namespace ui
