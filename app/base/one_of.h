#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace base {

template <class T, class... Types>
concept AmongTypes = (std::same_as<T, Types> || ...);

// A constant value of one of many types, held by a shared pointer. Copy, move and destruction are
// compiled once, not once per type, so a file that only passes such a value on compiles faster than
// with std::variant. Copies may be read from several threads.
template <class... Types>
class OneOf {
public:
    static constexpr std::size_t count = sizeof...(Types);

    template <class T>
    requires AmongTypes<T, Types...> OneOf(T value) // implicit, as std::variant's is
        : value_(std::make_shared<T const>(std::move(value)))
        , index_(index_of<T>())
    {
    }

    template <class T>
    requires AmongTypes<T, Types...>
    [[nodiscard]] bool is() const { return index_ == index_of<T>(); }

    // The value, or null when it is of another type. Valid while any copy of this object exists.
    template <class T>
    requires AmongTypes<T, Types...>
    [[nodiscard]] T const* as() const
    {
        return is<T>() ? static_cast<T const*>(value_.get()) : nullptr;
    }

    // Calls f(value) with the value's own type; f must return the same type for every type.
    template <class F>
    decltype(auto) visit(F&& f) const
    {
        return visit_from<0, F, Types...>(f);
    }

    // Whether both hold the same type and equal values.
    friend bool operator==(OneOf const& a, OneOf const& b)
    {
        if (a.index_ != b.index_) return false;
        return a.value_ == b.value_ ||
               a.visit([&]<class T>(T const& value) { return value == *b.as<T>(); });
    }

private:
    template <class T>
    static constexpr std::size_t index_of()
    {
        std::size_t at = 0;
        (void)((std::same_as<T, Types> || (++at, false)) || ...);
        return at;
    }

    template <std::size_t at, class F, class T, class... Rest>
    decltype(auto) visit_from(F& f) const
    {
        if constexpr (sizeof...(Rest) == 0)
            return f(*static_cast<T const*>(value_.get()));
        else {
            if (index_ == at) return f(*static_cast<T const*>(value_.get()));
            return visit_from<at + 1, F, Rest...>(f);
        }
    }

    std::shared_ptr<void const> value_; // never null, except after a move
    std::size_t index_;
};

} // namespace base
