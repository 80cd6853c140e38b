#include "ui/screens/review/review_parts.h"

#include <algorithm>

// The subject and icon of an event.
namespace ui {
namespace {

struct About {
    model::CaseId on;
    std::vector<model::CaseId> all;

    void one(story::Named const& named)
    {
        on = named.id;
        all.push_back(named.id);
    }
    void many(std::vector<story::Named> const& named)
    {
        for (auto const& each : named) all.push_back(each.id);
    }

    template <class T>
    void operator()(T const& /*about no case*/)
    {
    }
    void operator()(story::Added const& e)
    {
        for (auto const& each : e.cases) all.push_back(each.on.id);
        if (all.size() == 1) on = all.front();
    }
    void operator()(story::Edited const& e) { one(e.on); }
    void operator()(story::Removed const& e) { many(e.cases); }
    void operator()(story::Merged const& e)
    {
        one(e.into);
        many(e.from);
    }
    void operator()(story::Split const& e)
    {
        one(e.from);
        many(e.cases);
    }
    void operator()(story::TieCut const& e) { many(e.order); }
    void operator()(story::Placed const& e)
    {
        for (auto const& each : e.where) all.push_back(each.on.id);
        if (e.where.size() == 1) on = all.front();
    }
    void operator()(story::Decided const& e) { one(e.on); }
    void operator()(story::Answered const& e) { one(e.on); }
    void operator()(story::Weighed const& e)
    {
        for (auto const& move : e.moves) all.push_back(move.on.id);
    }
};

About about(story::Event const& event)
{
    About out;
    std::visit(out, event.what);
    return out;
}

unsigned icon_of_vote(story::Polled const& e)
{
    using To = story::Polled::To;
    switch (e.to) {
    case To::opened: return icon::how_to_vote;
    case To::closed: return icon::lock;
    case To::revealed: return icon::visibility;
    default: return icon::replay;
    }
}

unsigned icon_of_verdict(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::launch: return icon::rocket_launch;
    case model::Verdict::safeguards: return icon::shield;
    case model::Verdict::later: return icon::schedule;
    case model::Verdict::aside: return icon::block;
    case model::Verdict::none: break;
    }
    return icon::remove;
}

struct Sign {
    template <class T>
    unsigned operator()(T const& /*no sign of its own*/) const
    {
        return icon::chevron_right;
    }
    unsigned operator()(story::Begun const&) const { return icon::play_arrow; }
    unsigned operator()(story::Walked const&) const { return icon::arrow_forward; }
    unsigned operator()(story::Added const&) const { return icon::sticky_note_2; }
    unsigned operator()(story::Edited const&) const { return icon::text_fields; }
    unsigned operator()(story::Removed const&) const { return icon::delete_bin; }
    unsigned operator()(story::Merged const&) const { return icon::call_merge; }
    unsigned operator()(story::Split const&) const { return icon::spread_across; }
    unsigned operator()(story::Polled const& e) const { return icon_of_vote(e); }
    unsigned operator()(story::TieCut const&) const { return icon::sort; }
    unsigned operator()(story::Placed const&) const { return icon::scatter_plot; }
    unsigned operator()(story::Decided const& e) const { return icon_of_verdict(e.after.verdict); }
    unsigned operator()(story::Weighed const&) const { return icon::tune; }
    unsigned operator()(story::Budgeted const&) const { return icon::filter_list; }
    unsigned operator()(story::Redacted const&) const { return icon::visibility_off; }
    unsigned operator()(story::AxisChanged const&) const { return icon::grid_view; }
    unsigned operator()(story::Answered const&) const { return icon::verified_user; }
};

} // namespace

model::CaseId case_of(story::Event const& event) { return about(event).on; }

bool concerns(story::Event const& event, model::CaseId on)
{
    auto const all = about(event).all;
    return std::ranges::find(all, on) != all.end();
}

unsigned icon_of(story::Event const& event) { return std::visit(Sign{}, event.what); }

story::Event const* event_at(story::Story const& story, std::uint64_t n)
{
    auto const end = story.events_until(n);
    if (end == 0 || story.events[end - 1].n != n) return nullptr;
    return &story.events[end - 1];
}

} // namespace ui
