#pragma once

#include <memory>

namespace base {

// A value whose copies share storage until one of them is written: copying is one pointer, the
// first write after a copy clones. Not for concurrent writing; copies may be read from several
// threads.
template <class T>
class SharedValue {
public:
    SharedValue()
        : value_(std::make_shared<T>())
    {
    }

    [[nodiscard]] T const& read() const { return *value_; }

    [[nodiscard]] T& write()
    {
        if (value_.use_count() != 1) value_ = std::make_shared<T>(*value_);
        return *value_;
    }

    friend bool operator==(SharedValue const& a, SharedValue const& b)
    {
        return a.value_ == b.value_ || *a.value_ == *b.value_;
    }

    // Whether both are one storage: then they are equal, at the cost of comparing two pointers.
    friend bool same_storage(SharedValue const& a, SharedValue const& b)
    {
        return a.value_ == b.value_;
    }

private:
    std::shared_ptr<T> value_;
};

} // namespace base
