#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace base {

// A value computed from the rest of an object at the first request, from any thread, then cached.
// Copies of the object share the cached value; code that changes the object must reset it.
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
