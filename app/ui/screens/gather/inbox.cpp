#include "ui/screens/gather/inbox.h"

#include "analysis/common/proposals.h"
#include "ui/kit/paint.h"
#include "wording/board.h"
#include "wording/times.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr std::size_t first_shown = 4;
constexpr int title_lines = 3;
constexpr Type title_type{Face::medium, 19, 25};

using Listed = std::vector<model::ProposalId>;

bool has(Listed const& list, model::ProposalId id)
{
    return std::ranges::find(list, id) != list.end();
}

// Takes off the list what was answered here, which its person saw go.
void drop_answered_here(Inbox& inbox, Listed const& waiting)
{
    auto const gone = [&](auto id) { return !has(waiting, id); };
    std::erase_if(inbox.listed,
                  [&](auto id) { return inbox.answered_here.contains(id) && gone(id); });
    std::erase_if(inbox.answered_here, gone);
}

// Appends what is new; the rest keeps its place, also what no longer waits.
void keep_places(Inbox& inbox, Listed const& waiting)
{
    for (auto id : inbox.listed)
        if (auto const* said = inbox.known.get(id); said && !has(waiting, id))
            inbox.answered.try_emplace(id, *said);
    std::erase_if(inbox.answered, [&](auto const& one) { return has(waiting, one.first); });
    for (auto id : waiting)
        if (!has(inbox.listed, id)) inbox.listed.push_back(id);
}

// Whether something that was listed and still is stands elsewhere.
bool moved(Listed const& listed, Listed const& waiting)
{
    for (std::size_t i = 0; i < waiting.size(); ++i)
        if ((i >= listed.size() || listed[i] != waiting[i]) && has(listed, waiting[i])) return true;
    return false;
}

bool covered(Inbox const& inbox, Workshop const& workshop)
{
    return inbox.sight == Inbox::Sight::covered &&
           model::get<model::Gathering>(workshop.doc()).writing == model::Writing::hidden;
}

std::optional<model::CaseId> nearest(Inbox& inbox, Canvas const& canvas, Workshop const& workshop,
                                     model::ProposalId id)
{
    auto& nearest =
        inbox.nearest.get(workshop.source(), [](auto const&) { return Inbox::Nearest{}; });
    auto const [known, fresh] = nearest.try_emplace(id);
    if (!fresh) return known->second;
    if (auto const* one = model::find<model::Proposal>(workshop.doc(), id))
        known->second = nearest_shown(canvas, workshop, one->title);
    return known->second;
}

Wish accepted(Ui& ui, Canvas& canvas, Workshop const& workshop,
              std::span<model::ProposalId const> ids)
{
    edit::AcceptProposals accept;
    std::vector<base::Rect> taken;
    for (auto id : ids) {
        auto const* one = model::find<model::Proposal>(workshop.doc(), id);
        if (!one) continue;
        auto const as = workshop.mint<model::CaseId>();
        accept.which.push_back({id, as, falls(ui, canvas, as, one->title, taken)});
        canvas.received[as] = {ui.now_s + received_s};
    }
    return edit::Command{accept};
}

Wish merged(Workshop const& workshop, model::ProposalId id, model::CaseId into)
{
    return edit::Command{edit::MergeProposal{id, workshop.mint<model::CaseId>(), into}};
}

// Placeholder lines for a hidden title.
void draw_cover(Ui& ui, base::Rect const& box)
{
    fill(ui, box, ui.px(8), ui.color().sunken);
    hatch(ui, base::grown(box, -ui.px(1)), ui.color().line2, ui.px(22), ui.snap(1.5F), 1.73F);
}

// A press or key meant for the proposal that stood there a moment ago is not answered.
bool settling(Ui const& ui, Inbox const& inbox) { return ui.now_s < inbox.settling_until_s; }

class Row {
public:
    Row(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop, model::ProposalId id)
        : ui_(ui)
        , inbox_(inbox)
        , canvas_(canvas)
        , workshop_(workshop)
        , id_(id)
        , name_("inbox." + std::to_string(id.value))
        , waits_(!inbox.answered.contains(id))
        , said_(waits_ ? *model::find<model::Proposal>(workshop.doc(), id) : inbox.answered.at(id))
        , covered_(covered(inbox, workshop))
    {
    }

    std::optional<Wish> draw(base::Rect const& area, float& y)
    {
        auto const& c = ui_.color();
        auto const pad = ui_.px(16), inner = area.width() - 2 * pad;
        auto const title_high =
            covered_ ? line_height(ui_, title_type)
                     : paragraph_height(ui_, title_type, said_.title, inner, title_lines);
        auto const high = ui_.px(15 + 2 + 22 + 9 + 44 + 16) + title_high;
        base::Rect const box{{area.min.x, y}, {area.max.x, y + high}};
        draw_surface(
            ui_, box,
            {ui_.px(16), waits_ ? c.card : c.sunken, c.line, 1, waits_ ? Level::e1 : Level::flat});
        touch(ui_, name_, box, covered_ ? ui_.tr("inbox.covered") : said_.title, Enabled::yes,
              ::ui::Role::area);
        auto const x = box.min.x + pad;
        auto top = box.min.y + ui_.px(15);
        if (covered_)
            draw_cover(ui_, {{x, top}, {x + inner, top + title_high}});
        else
            draw_paragraph(ui_, {x, top}, inner, title_type, waits_ ? c.ink : c.ink3, said_.title,
                           title_lines);
        top += title_high + ui_.px(2);
        draw_text_in(ui_, {{x, top}, {box.max.x - pad, top + ui_.px(22)}}, type::meta,
                     waits_ ? c.ink2 : c.ink3, line());
        y = box.max.y + ui_.px(10);
        if (!waits_) {
            draw_answered(
                {{x, top + ui_.px(22 + 9)}, {box.max.x - pad, top + ui_.px(22 + 9 + 44)}});
            return std::nullopt;
        }
        return buttons({{x, top + ui_.px(22 + 9)}, {box.max.x - pad, top + ui_.px(22 + 9 + 44)}});
    }

private:
    [[nodiscard]] std::string line() const
    {
        auto const& words = *ui_.words;
        auto out = wording::sender(words, said_) + " · " +
                   wording::ago(words, said_.at_ms, workshop_.now_ms);
        if (!covered_ && !said_.domain.empty()) out += " · " + said_.domain;
        return out;
    }
    // In place of its buttons.
    void draw_answered(base::Rect const& row)
    {
        auto const said = ui_.tr("inbox.answered");
        draw_icon_at(ui_, {row.min.x + ui_.px(11), row.center().y}, ui_.px(22), ui_.color().ink2,
                     icon::done_all);
        base::Rect const words{{row.min.x + ui_.px(32), row.min.y}, row.max};
        draw_text_in(ui_, words, type::label, ui_.color().ink2, said);
        touch(ui_, name_ + ".answered", words, said, Enabled::yes, ::ui::Role::area);
    }
    std::optional<Wish> buttons(base::Rect const& row)
    {
        std::optional<Wish> wish;
        auto const may = enabled_if(can_edit(workshop_));
        ButtonLook const accept{Rank::tinted, icon::check};
        auto const word = ui_.tr("inbox.accept");
        auto x = row.min.x + button_width(ui_, word, accept, 44);
        if (button(ui_, name_ + ".accept", {row.min, {x, row.max.y}}, word, accept, may))
            wish = accepted(ui_, canvas_, workshop_, {&id_, 1});
        x += ui_.px(8);
        auto const near_case = covered_ ? std::nullopt : nearest(inbox_, canvas_, workshop_, id_);
        if (auto const* into =
                near_case ? model::find<model::Case>(workshop_.doc(), *near_case) : nullptr) {
            ButtonLook const look{Rank::warning, icon::call_merge};
            auto const towards = ui_.words->text("inbox.towards", into->number);
            auto const wide = button_width(ui_, towards, look, 44);
            base::Rect const box{{x, row.min.y}, {x + wide, row.max.y}};
            if (button(ui_, name_ + ".merge", box, towards, look, may))
                wish = merged(workshop_, id_, *near_case);
            if (pointer_over(ui_, box))
                tooltip(ui_, box, ui_.words->text("inbox.towards.tip", into->number, into->title));
        }
        base::Rect const cross{{row.max.x - ui_.px(44), row.min.y}, {row.max.x, row.max.y}};
        if (icon_button(ui_, name_ + ".refuse", cross, icon::close, ui_.tr("inbox.refuse"),
                        Rank::quiet, may))
            wish = edit::Command{edit::RefuseProposals{{id_}}};
        return wish;
    }

    Ui& ui_;
    Inbox& inbox_;
    Canvas& canvas_;
    Workshop const& workshop_;
    model::ProposalId id_;
    std::string name_;
    bool waits_; // for an answer
    model::Proposal const& said_;
    bool covered_;
};

void draw_count(Ui& ui, base::Vec2 left_middle, std::size_t count)
{
    auto const text = ui.words->number(static_cast<std::int64_t>(count));
    Type const face{Face::semibold, 17, 22};
    auto const high = ui.px(32);
    auto const wide = std::max(ui.px(34), text_width(ui, face, text) + ui.px(22));
    base::Rect const pill{{left_middle.x, left_middle.y - high / 2},
                          {left_middle.x + wide, left_middle.y + high / 2}};
    fill(ui, pill, high / 2, ui.color().accent);
    draw_text_in(ui, pill, face, ui.color().onaccent, text, Align::centre);
    touch(ui, "inbox.count", pill, text, Enabled::yes, Role::area);
}

// The heading: « À valider », count, and the moderation switch.
std::optional<Wish> draw_heading(Ui& ui, Inbox& inbox, Workshop const& workshop,
                                 base::Rect const& row)
{
    auto const& c = ui.color();
    std::optional<Wish> wish;
    auto const middle = row.center().y;
    auto x = row.min.x + draw_text_in(ui, row, type::h2, c.ink, ui.tr("inbox.title"));
    if (inbox.count() > 0) draw_count(ui, {x + ui.px(14), middle}, inbox.count());
    auto gathering = model::get<model::Gathering>(workshop.doc());
    bool waits = gathering.moderation == model::Moderation::on;
    base::Vec2 const at{row.max.x - ui.px(54), std::round(middle - ui.px(16))};
    auto const label = ui.tr("inbox.moderation");
    if (toggle(ui, "inbox.moderation", at, label, waits, enabled_if(can_edit(workshop)))) {
        gathering.moderation = waits ? model::Moderation::on : model::Moderation::off;
        wish = edit::Command{edit::SetGathering{gathering}};
    }
    base::Rect const words{{row.min.x, row.min.y}, {at.x - ui.px(10), row.max.y}};
    draw_text_in(ui, words, type::legend, c.ink2, label, Align::right);
    return wish;
}

// While new cards are face down, proposals are hidden until requested.
float draw_sight(Ui& ui, Inbox& inbox, base::Rect const& row)
{
    bool const open = inbox.sight == Inbox::Sight::open;
    auto const word = ui.tr(open ? "inbox.cover" : "inbox.see");
    ButtonLook const look{Rank::secondary, open ? icon::visibility_off : icon::visibility};
    if (button(ui, "inbox.sight", row, word, look))
        inbox.sight = open ? Inbox::Sight::covered : Inbox::Sight::open;
    return row.height() + ui.px(12);
}

// A button at the right end of `foot`.
bool button_at_end(Ui& ui, std::string_view id, base::Rect const& foot, std::string const& word,
                   unsigned sign, Enabled may)
{
    ButtonLook const look{Rank::secondary, sign};
    auto const wide = button_width(ui, word, look);
    return button(ui, id, {{foot.max.x - wide, foot.min.y}, foot.max}, word, look, may);
}

std::optional<Wish> draw_foot(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop,
                              base::Rect const& foot, std::optional<model::Step> page_of)
{
    std::optional<Wish> wish;
    if (page_of) {
        if (button_at_end(ui, "inbox.put_off", foot, ui.tr("inbox.put_off"), icon::schedule,
                          Enabled::yes))
            inbox.put_off = page_of;
    } else if (button_at_end(ui, "inbox.accept_all", foot, ui.tr("inbox.accept_all"),
                             icon::done_all, enabled_if(can_edit(workshop) && inbox.count() > 0))) {
        auto const all = analysis::as_they_arrived(workshop.doc());
        wish = accepted(ui, canvas, workshop, all);
        inbox.answered_here.insert(all.begin(), all.end());
    }
    auto const more =
        static_cast<std::int64_t>(inbox.order().size()) - static_cast<std::int64_t>(first_shown);
    if (more <= 0) return wish;
    bool const every = inbox.shown == Inbox::Shown::all;
    auto const word = every ? ui.tr("inbox.fewer") : ui.trn("inbox.others", more);
    ButtonLook const quiet{Rank::quiet, 0, every ? 0 : icon::expand_more};
    auto const left = button_width(ui, word, quiet);
    base::Rect const box{{foot.min.x - ui.px(16), foot.min.y},
                         {foot.min.x - ui.px(16) + left, foot.max.y}};
    if (button(ui, "inbox.others", box, word, quiet))
        inbox.shown = every ? Inbox::Shown::first : Inbox::Shown::all;
    return wish;
}

void draw_put_off(Ui& ui, Inbox& inbox, base::Rect const& area)
{
    auto const said = ui.tr("inbox.put_off.line");
    auto const high =
        draw_paragraph(ui, area.min, area.width(), type::label, ui.color().ink2, said);
    touch(ui, "inbox.put_off.line", {area.min, {area.max.x, area.min.y + high}}, said, Enabled::yes,
          Role::area);
    auto const top = area.min.y + high + ui.px(16);
    if (button(ui, "inbox.put_off.end", {{area.min.x, top}, {area.max.x, top + ui.px(48)}},
               ui.tr("inbox.put_off.end"), {Rank::secondary, icon::visibility}))
        inbox.put_off.reset();
}

} // namespace

void refresh(Ui const& ui, Inbox& inbox, Workshop const& workshop)
{
    if (inbox.opening != workshop.session.opening) inbox = {};
    inbox.opening = workshop.session.opening;
    auto const& waiting = inbox.waiting.get(workshop.source(), analysis::newest_first);
    bool const changed = inbox.listed_from != inbox.waiting.made();
    if (changed) drop_answered_here(inbox, waiting);
    if (ui.now_s >= inbox.steady_until_s) {
        if (moved(inbox.listed, waiting)) inbox.settling_until_s = ui.now_s + settling_s;
        inbox.listed = waiting;
        inbox.answered.clear();
    } else if (changed) {
        keep_places(inbox, waiting);
    }
    inbox.listed_from = inbox.waiting.made();
    inbox.known = model::table<model::Proposal>(workshop.doc());
    if (model::get<model::Gathering>(workshop.doc()).writing == model::Writing::open)
        inbox.sight = Inbox::Sight::covered; // hidden again the next time
}

std::optional<Wish> draw_inbox(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop,
                               InboxPlace const& place,
                               std::function<float(float top, std::optional<Wish>&)> const& below)
{
    auto const& area = place.area;
    std::optional<Wish> wish;
    auto const offer = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    base::Rect const head{area.min, {area.max.x, area.min.y + ui.px(44)}};
    offer(draw_heading(ui, inbox, workshop, head));
    bool const some = !inbox.order().empty();
    if (some && place.page_of && inbox.put_off == place.page_of) {
        draw_put_off(ui, inbox, {{area.min.x, head.max.y + ui.px(14)}, area.max});
        return wish;
    }
    base::Rect const foot{{area.min.x, area.max.y - ui.px(48)}, area.max};
    base::Rect const list{{area.min.x, head.max.y + ui.px(14)},
                          {area.max.x, some ? foot.min.y - ui.px(14) : area.max.y}};
    if (inbox.pointer != ui.mouse && pointer_over(ui, list))
        inbox.steady_until_s = ui.now_s + steady_s;
    inbox.pointer = ui.mouse;
    {
        // Slightly larger than its cards, for shadows and scroll bar.
        base::Rect const clip{list.min - base::Vec2{ui.px(4), ui.px(4)},
                              {list.max.x + ui.px(12), list.max.y}};
        ScrollArea scroll(ui, "inbox.list", clip, inbox.scroll);
        auto const top = scroll.top() + ui.px(4);
        float y = top;
        if (some && model::get<model::Gathering>(workshop.doc()).writing == model::Writing::hidden)
            y += draw_sight(ui, inbox, {{list.min.x, y}, {list.max.x, y + ui.px(44)}});
        auto const shown = inbox.shown == Inbox::Shown::all
                               ? inbox.order().size()
                               : std::min(first_shown, inbox.order().size());
        for (auto id : inbox.order().first(shown))
            if (auto asked = Row(ui, inbox, canvas, workshop, id).draw(list, y);
                asked && !settling(ui, inbox)) {
                inbox.answered_here.insert(id);
                offer(std::move(asked));
            }
        y += below(y, wish);
        scroll.content_height(y - top + ui.px(8));
    }
    if (!some) return wish;
    hairline_h(ui, area.min.x - ui.px(24), area.max.x + ui.px(24), list.max.y, ui.color().line);
    offer(draw_foot(ui, inbox, canvas, workshop, foot, place.page_of));
    return wish;
}

std::optional<Wish> inbox_keys(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop)
{
    if (inbox.order().empty() || !can_edit(workshop) || typing(ui) || canvas.draft ||
        settling(ui, inbox))
        return std::nullopt;
    auto const first = inbox.order().front();
    if (inbox.answered.contains(first)) return std::nullopt;
    auto answer = [&]() -> std::optional<Wish> {
        if (shortcut(ui, ImGuiKey_A)) return accepted(ui, canvas, workshop, {&first, 1});
        if (shortcut(ui, ImGuiKey_X)) return edit::Command{edit::RefuseProposals{{first}}};
        if (covered(inbox, workshop)) return std::nullopt;
        if (auto const into = nearest(inbox, canvas, workshop, first))
            if (shortcut(ui, ImGuiKey_M)) return merged(workshop, first, *into);
        return std::nullopt;
    }();
    if (answer) inbox.answered_here.insert(first);
    return answer;
}

} // namespace ui
