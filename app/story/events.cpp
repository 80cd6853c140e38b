#include "story/events.h"

#include "analysis/ranking/guard_rails.h"
#include "model/turnout.h"
#include "story/naming.h"

#include <algorithm>
#include <map>

namespace story {
namespace {

using model::Edit;
using model::RoundState;

// The changed fields of a case that can be edited: not its number and origin.
std::vector<std::string> fields_changed(model::Case const& before, model::Case const& after)
{
    std::vector<std::string> out;
    auto note = [&](auto member, char const* name) {
        if (before.*member != after.*member) out.emplace_back(name);
    };
    using model::Case;
    note(&Case::title, "title"), note(&Case::short_title, "short_title");
    note(&Case::need, "need"), note(&Case::description, "description");
    note(&Case::domain, "domain"), note(&Case::proposer, "proposer");
    note(&Case::personal_data, "personal_data"), note(&Case::ai_act, "ai_act");
    note(&Case::source, "source"), note(&Case::cost, "cost"), note(&Case::notes, "notes");
    return out;
}

// Collects the changes of an entry into events, one for each kind of record.
class Reader {
public:
    Reader(model::Document const& before, model::Document const& after)
        : before_(before)
        , after_(after)
    {
    }

    template <class R>
    void take(Edit<R> const& /*of no event*/)
    {
    }
    void take(Edit<model::Profile> const& e);
    void take(Edit<model::Stage> const& e);
    void take(Edit<model::Case> const& e);
    void take(Edit<model::Merge> const& e);
    void take(Edit<model::RoundStatus> const& e);
    void take(Edit<model::TieDecision> const& e);
    void take(Edit<model::Placement> const& e);
    void take(Edit<model::Decision> const& e);
    void take(Edit<model::Axis> const& e);
    void take(Edit<model::Convention> const& e);
    void take(Edit<model::Reference> const& e);
    void take(Edit<model::Budget> const& e);
    void take(Edit<model::GuardAnswer> const& e);
    void take(Edit<model::Redaction> const& e);

    std::vector<What> told();

private:
    // Its present title, or the last one when it was removed.
    [[nodiscard]] Named case_named(model::CaseId id) const
    {
        return named(model::find<model::Case>(after_, id) ? after_ : before_, id);
    }
    [[nodiscard]] OnAxis axis_named(model::AxisId id) const
    {
        return on_axis(model::find<model::Axis>(after_, id) ? after_ : before_, id);
    }
    [[nodiscard]] Vote vote_named(model::RoundId id) const
    {
        return vote(model::find<model::Round>(after_, id) ? after_ : before_, id);
    }

    model::Document const& before_;
    model::Document const& after_;
    std::vector<What> out_;
    Added added_;
    Removed removed_;
    std::map<model::CaseId, std::vector<Named>> merged_, split_;
    Placed placed_;
    Weighed weighed_;
    enum class Order { same, other } order_ = Order::same;
};

void Reader::take(Edit<model::Profile> const& e)
{
    if (!e.after || (e.before && e.before->title == e.after->title)) return;
    out_.emplace_back(
        Begun{e.after->title, e.before ? std::optional(e.before->title) : std::nullopt});
}

void Reader::take(Edit<model::Stage> const& e)
{
    auto const from = e.before.value_or(model::Stage{}).step;
    auto const to = e.after.value_or(model::Stage{}).step;
    if (from != to) out_.emplace_back(Walked{from, to});
}

void Reader::take(Edit<model::Case> const& e)
{
    if (!e.before)
        added_.cases.push_back({case_named(e.key), e.after->proposer, e.after->origin});
    else if (!e.after)
        removed_.cases.push_back(case_named(e.key));
    else if (auto fields = fields_changed(*e.before, *e.after); !fields.empty())
        out_.emplace_back(Edited{case_named(e.key), e.before->title, std::move(fields)});
}

void Reader::take(Edit<model::Merge> const& e)
{
    if (e.after)
        merged_[e.after->into].push_back(case_named(e.key));
    else if (model::find<model::Case>(after_, e.key)) // not when the case itself was removed
        split_[e.before->into].push_back(case_named(e.key));
}

void Reader::take(Edit<model::RoundStatus> const& e)
{
    auto const was = e.before.value_or(model::RoundStatus{}).state;
    auto const is = e.after.value_or(model::RoundStatus{}).state;
    if (was == is) return;
    Polled out{vote_named(e.key)};
    auto const round = model::get<model::Round>(after_, e.key);
    out.cases = static_cast<int>(round.cases.size());
    out.headcount = round.headcount;
    out.ballots = model::ballots_of(after_, e.key);
    out.by_hand = model::get<model::RoundStatus>(after_, e.key).by_hand;
    switch (is) {
    case RoundState::setup: out.to = Polled::To::dropped; break;
    case RoundState::open:
        out.to = was == RoundState::setup ? Polled::To::opened : Polled::To::reopened;
        break;
    case RoundState::closed: out.to = Polled::To::closed; break;
    case RoundState::revealed: out.to = Polled::To::revealed; break;
    }
    out_.emplace_back(std::move(out));
}

void Reader::take(Edit<model::TieDecision> const& e)
{
    auto const now = e.after.value_or(model::TieDecision{});
    TieCut out{vote_named(e.key.round), e.key.rank, {}, now.by, now.reason};
    for (auto id : now.order) out.order.push_back(case_named(id));
    out_.emplace_back(std::move(out));
}

void Reader::take(Edit<model::Placement> const& e)
{
    placed_.where.push_back({case_named(e.key.on), axis_named(e.key.axis), e.before, e.after});
}

void Reader::take(Edit<model::Decision> const& e)
{
    Decided out{case_named(e.key.on), e.key.body, e.before.value_or(model::Decision{}),
                e.after.value_or(model::Decision{})};
    out.workshop = model::get<model::Decision>(after_, {e.key.on, model::Body::workshop}).verdict;
    out.open_questions = analysis::open_questions(after_, e.key.on);
    out_.emplace_back(std::move(out));
}

void Reader::take(Edit<model::Axis> const& e)
{
    using To = AxisChanged::To;
    if (!e.before || !e.after) {
        bool const first = model::table<model::Axis>(before_).empty(); // when the session starts
        if (e.after && !first) out_.emplace_back(AxisChanged{axis_named(e.key), To::added});
        order_ = Order::other;
        return;
    }
    if (e.before->weight_milli != e.after->weight_milli) {
        weighed_.weights.push_back(
            {axis_named(e.key), e.before->weight_milli, e.after->weight_milli});
        order_ = Order::other;
    }
    if (e.before->state != e.after->state) {
        bool const gone = e.after->state == model::AxisState::retired;
        out_.emplace_back(AxisChanged{axis_named(e.key), gone ? To::retired : To::restored});
        order_ = Order::other;
        return;
    }
    auto alike = *e.before; // position and weight are not wording
    alike.weight_milli = e.after->weight_milli;
    alike.order = e.after->order;
    alike.place = e.after->place;
    if (alike != *e.after) out_.emplace_back(AxisChanged{axis_named(e.key), To::reworded});
}

void Reader::take(Edit<model::Convention> const& e)
{
    auto const was = e.before.value_or(model::Convention{});
    auto const is = e.after.value_or(model::Convention{});
    if (was.lambda_milli == is.lambda_milli && was.mu_milli == is.mu_milli) return;
    order_ = Order::other;
}

void Reader::take(Edit<model::Reference> const& e)
{
    weighed_.chosen = true;
    if (e.after && e.after->round) weighed_.counts = vote_named(e.after->round);
    order_ = Order::other;
}

void Reader::take(Edit<model::Budget> const& e)
{
    out_.emplace_back(
        Budgeted{e.before.value_or(model::Budget{}), e.after.value_or(model::Budget{})});
}

void Reader::take(Edit<model::GuardAnswer> const& e)
{
    auto const& asked = model::find<model::Question>(after_, e.key.question) ? after_ : before_;
    out_.emplace_back(
        Answered{case_named(e.key.on), model::get<model::Question>(asked, e.key.question).text,
                 e.before.value_or(model::GuardAnswer{}), e.after.value_or(model::GuardAnswer{})});
}

void Reader::take(Edit<model::Redaction> const& e)
{
    out_.emplace_back(
        Redacted{e.before.value_or(model::Redaction{}), e.after.value_or(model::Redaction{})});
}

std::vector<What> Reader::told()
{
    std::vector<What> first;
    if (!added_.cases.empty()) first.emplace_back(std::move(added_));
    if (!removed_.cases.empty()) first.emplace_back(std::move(removed_));
    for (auto& [into, from] : merged_)
        first.emplace_back(Merged{case_named(into), std::move(from)});
    for (auto& [from, cases] : split_)
        first.emplace_back(Split{case_named(from), std::move(cases)});
    if (!placed_.where.empty()) first.emplace_back(std::move(placed_));
    // The axes of a new session change no order: there is none yet.
    bool const weighed = order_ == Order::other && !model::table<model::Axis>(before_).empty();
    if (weighed) {
        weighed_.before = model::get<model::Convention>(before_);
        weighed_.after = model::get<model::Convention>(after_);
        weighed_.moves = rank_moves(before_, after_);
        first.emplace_back(std::move(weighed_));
    }
    first.insert(first.end(), std::make_move_iterator(out_.begin()),
                 std::make_move_iterator(out_.end()));
    return first;
}

} // namespace

std::vector<What> events_of(journal::Entry const& entry, model::Document const& before,
                            model::Document const& after)
{
    Reader reader(before, after);
    for (auto const& change : entry.changes)
        change.visit([&](auto const& edit) { reader.take(edit); });
    return reader.told();
}

} // namespace story
