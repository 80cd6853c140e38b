#include "ui/screens/decide/decide_order.h"

#include <algorithm>
#include <chrono>

namespace ui {
namespace {

using model::Document;

// What a screen says of so few draws would jump about; from then on the figures are shown again
// each time the draws have doubled.
constexpr int first_shown = 64;

double now_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

template <class... R>
bool untouched(Document const& a, Document const& b)
{
    return (model::table<R>(a).same(model::table<R>(b)) && ...);
}

// But for their weights, which the run is told.
bool same_axes(Document const& a, Document const& b)
{
    auto const& these = model::table<model::Axis>(a);
    auto const& those = model::table<model::Axis>(b);
    return std::ranges::equal(these, those, [](auto const& one, auto const& other) {
        auto weighed = other.second;
        weighed.weight_milli = one.second.weight_milli;
        return one.first == other.first && one.second == weighed;
    });
}

bool rests_on_the_same(Document const& a, Document const& b)
{
    return untouched<model::Case, model::Merge, model::Round, model::RoundStatus, model::Ballot,
                     model::Hands, model::TieDecision, model::Reference, model::Estimate,
                     model::Placement>(a, b) &&
           same_axes(a, b);
}

} // namespace

void forget_the_stated(TriedConvention& tried, Document const& doc)
{
    if (tried.convention == model::get<model::Convention>(doc)) tried.convention.reset();
    std::erase_if(tried.weights, [&](auto const& one) {
        auto const* axis = model::find<model::Axis>(doc, one.first);
        return !axis || axis->weight_milli == one.second;
    });
}

bool DecideOrder::refresh(Document const& doc, TriedConvention const& tried)
{
    bool const again = !evidence_ || !rests_on_the_same(read_, doc);
    if (again) {
        evidence_ = std::make_shared<analysis::Evidence const>(analysis::read_evidence(doc));
        vote_.reset();
        if (evidence_->reference)
            if (auto counted = analysis::tally(doc, *evidence_->reference, {{}, {}, 0}))
                vote_ = *std::move(counted);
        read_ = doc;
    }
    auto options = options_;
    options.convention = tried.convention.value_or(model::get<model::Convention>(doc));
    options.weights.clear();
    for (auto id : evidence_->axes) {
        auto const it = tried.weights.find(id);
        options.weights[id] =
            it != tried.weights.end() ? it->second : model::get<model::Axis>(doc, id).weight_milli;
    }
    if (!again && options.convention == options_.convention && options.weights == options_.weights)
        return false;
    options_ = options;
    convention_ = *options.convention;
    run_.emplace(evidence_, options_);
    ++made_;
    show();
    next_shown_ = std::min(first_shown, run_->progress().total);
    return true;
}

void DecideOrder::advance(double most_ms)
{
    if (done()) return;
    double const until = now_ms() + most_ms;
    do run_->advance(1);
    while (!run_->done() && now_ms() < until);
    if (run_->done() || run_->progress().done >= next_shown_) show();
}

void DecideOrder::show()
{
    shown_ = run_->ranking();
    next_shown_ = std::max(first_shown, 2 * run_->progress().done);
}

} // namespace ui
