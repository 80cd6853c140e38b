#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace base {

// What is found from the rest of a value when somebody first asks, whichever thread that is. Copies
// of the value share it; whoever changes the value forgets it.
template <class T>
class FoundOnce {
public:
    template <class F>
    T const& get(F&& find) const
    {
        std::call_once(kept_->found, [&] { kept_->value = std::forward<F>(find)(); });
        return kept_->value;
    }
    void forget() { kept_ = std::make_shared<Kept>(); }

private:
    struct Kept {
        std::once_flag found;
        T value;
    };
    std::shared_ptr<Kept> kept_ = std::make_shared<Kept>();
};

} // namespace base
