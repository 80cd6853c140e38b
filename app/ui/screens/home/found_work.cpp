#include "ui/screens/home/found_work.h"

#include <chrono>
#include <utility>

namespace ui {
namespace {

constexpr std::size_t most_compared = 2000; // the newest; others are counted only

} // namespace

void FoundWork::forget()
{
    of_.reset();
    next_.reset();
    found_.clear();
    count_ = 0;
    ++number_;
}

void FoundWork::ask(Ui& ui, Library const& library, LibraryFilter const& filter,
                    std::vector<std::size_t> const& shown)
{
    constexpr double look_again_s = 0.05;
    if (Asked const now{filter, library.revision()}; of_ != now) {
        of_ = now;
        count_ = 0;
        std::pair<std::vector<analysis::Sighting>, std::vector<FoundCase::In>> all;
        for (auto const i : shown) {
            auto const& one = library.sessions()[i];
            for (auto const at : library.found_in(i)) {
                ++count_;
                if (all.first.size() == most_compared) continue;
                all.first.push_back({i, one.cases[at].title});
                all.second.push_back(
                    {one.path, one.title, one.place, one.changed_ms, one.cases[at].verdict});
            }
        }
        next_ = std::move(all);
        ++number_;
    }
    if (running_.valid() &&
        running_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        auto answer = running_.get();
        if (answer.number == number_) found_ = std::move(answer.found);
        ui.keep_drawing(look_again_s);
    }
    if (!running_.valid() && next_) {
        running_ = std::async(std::launch::async, [number = number_, all = std::move(*next_)] {
            Answer out{number, {}};
            for (auto const& group : analysis::same_cases(all.first)) {
                auto& one = out.found.emplace_back();
                one.title = all.first[group.front()].title;
                for (auto const at : group) one.in.push_back(all.second[at]);
            }
            return out;
        });
        next_.reset();
    }
    if (running_.valid()) ui.keep_drawing(look_again_s);
}

} // namespace ui
