#include "ui/panels/decide_order.h"

#include "analysis/voting/reference.h"

#include <algorithm>
#include <chrono>

namespace ui {
namespace {

using model::Document;

// Minimum number of draws for figures, as fewer fluctuate; figures are updated when the number of
// draws has doubled.
constexpr int first_shown = 64;

double now_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
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

bool DecideOrder::refresh(analysis::Source const& source, TriedConvention const& tried)
{
    auto const& doc = source.document;
    auto const before = evidence_.made();
    auto const& evidence = evidence_.get(source, [](Document const& part) {
        return std::make_shared<analysis::Evidence const>(analysis::read_evidence(part));
    });
    vote_.get(source, analysis::reference_tally);
    bool const again = evidence_.made() != before;
    auto options = options_;
    options.convention = tried.convention.value_or(model::get<model::Convention>(doc));
    options.weights.clear();
    for (auto id : evidence->axes) {
        auto const it = tried.weights.find(id);
        options.weights[id] =
            it != tried.weights.end() ? it->second : model::get<model::Axis>(doc, id).weight_milli;
    }
    if (!again && options.convention == options_.convention && options.weights == options_.weights)
        return false;
    options_ = options;
    convention_ = *options.convention;
    run_.emplace(evidence, options_);
    ++made_;
    source.computed.note("decide.order");
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
