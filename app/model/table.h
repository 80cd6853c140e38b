#pragma once

#include "model/rows.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace model {

// The first part of a key as an integer, in key order: an id or enumerator itself; of a composite
// key, the first field; 0 of a key without fields.
template <class Key>
constexpr std::uint64_t head_of(Key const& key)
{
    auto const first_of = [](std::optional<std::uint64_t>& head) {
        return [&head](char const*, auto const& part) {
            if (!head) head = head_of(part);
        };
    };
    std::optional<std::uint64_t> head;
    if constexpr (std::is_enum_v<Key> || std::is_arithmetic_v<Key>)
        head = static_cast<std::uint64_t>(key); // later fields are ignored
    else if constexpr (requires { key.value; })
        head = key.value;
    else if constexpr (requires { Key::fields(key, first_of(head)); })
        Key::fields(key, first_of(head));
    return head.value_or(0);
}

// The records of one type, ordered by key: a value. A copy costs a few pointers, a write about the
// same whatever the number of records or copies. References to records stay valid until that record
// is written, or as long as a copy lives. Each thread may use its own copy freely.
template <class R>
class Table {
public:
    using Key = typename R::Key;
    using value_type = std::pair<Key const, R>;

    class const_iterator { // NOLINT(readability-identifier-naming): as in containers
    public:
        using iterator_category = std::bidirectional_iterator_tag;
        using value_type = Table::value_type;
        using difference_type = std::ptrdiff_t;
        using pointer = value_type const*;
        using reference = value_type const&;

        const_iterator() = default;
        reference operator*() const { return Table::row(run_.slots[at_ - run_.begin]); }
        pointer operator->() const { return &**this; }
        const_iterator& operator++()
        {
            if (++at_ == run_.end) look();
            return *this;
        }
        const_iterator& operator--()
        {
            if (at_-- == run_.begin) look();
            return *this;
        }
        const_iterator operator++(int)
        {
            auto const before = *this;
            ++*this;
            return before;
        }
        const_iterator operator--(int)
        {
            auto const before = *this;
            --*this;
            return before;
        }
        friend bool operator==(const_iterator const& a, const_iterator const& b)
        {
            return a.at_ == b.at_;
        }

    private:
        friend Table;
        const_iterator(Rows const& rows, std::size_t at)
            : const_iterator(rows, at, rows.around(at))
        {
        }
        const_iterator(Rows const& rows, std::size_t at, Rows::Run run)
            : rows_(&rows)
            , at_(at)
            , run_(run)
        {
        }
        void look() { run_ = rows_->around(at_); }

        Rows const* rows_ = nullptr;
        std::size_t at_ = 0;
        Rows::Run run_; // contains `at_`; at the end it starts there and is empty
    };
    using iterator = const_iterator;
    using const_reverse_iterator = std::reverse_iterator<const_iterator>;

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const_iterator begin() const { return {rows_, 0}; }
    [[nodiscard]] const_iterator end() const
    {
        auto const at = size();
        return {rows_, at, {nullptr, at, at}}; // what `around` returns there, without the call
    }
    [[nodiscard]] const_reverse_iterator rbegin() const { return const_reverse_iterator(end()); }
    [[nodiscard]] const_reverse_iterator rend() const { return const_reverse_iterator(begin()); }

    // The first record whose key is not below `key`.
    [[nodiscard]] const_iterator lower_bound(Key const& key) const
    {
        auto const head = head_of(key);
        auto const before = [&](Rows::Slot const& slot) {
            return slot.head != head ? slot.head < head : row(slot).first < key;
        };
        std::size_t low = 0, high = size();
        std::uint64_t least = 0, most = 0; // bounds of the heads: of `low`, of `high`
        bool guess = true;
        for (auto at = high - 1;
             low < high;) { // searched from the last run: new records are mostly at the end
            auto const run = rows_.around(at);
            auto const* const last = run.slots + (run.end - run.begin) - 1;
            if (before(*last)) {
                low = run.end, least = last->head;
            } else if (!before(*run.slots)) {
                high = run.begin, most = run.slots->head;
            } else {
                auto const* const found = std::partition_point(run.slots, last, before);
                return {rows_, run.begin + static_cast<std::size_t>(found - run.slots), run};
            }
            // Interpolation search, as ids are mostly consecutive; every second step bisects, so it
            // never takes more than twice the steps of a bisection.
            at = low + (guess && least < most ? share_of(high - low, head - least, most - least)
                                              : (high - low) / 2);
            guess = !guess;
        }
        return {rows_, low};
    }
    [[nodiscard]] const_iterator find(Key const& key) const
    {
        auto const at = lower_bound(key);
        return at.run_.slots && at->first == key ? at : end();
    }
    // The record at `key`, or null.
    [[nodiscard]] R const* get(Key const& key) const
    {
        auto const at = lower_bound(key);
        return at.run_.slots && at->first == key ? &at->second : nullptr;
    }
    [[nodiscard]] bool contains(Key const& key) const { return get(key) != nullptr; }
    [[nodiscard]] R const& at(Key const& key) const { return *get(key); } // `key` must exist

    void set(Key const& key, R record)
    {
        Rows::Slot slot{head_of(key), std::make_shared<value_type const>(key, std::move(record))};
        auto const at = lower_bound(key);
        if (at.run_.slots && at->first == key)
            rows_.set(at.at_, std::move(slot));
        else
            rows_.insert(at.at_, std::move(slot));
    }
    // Returns whether it existed.
    bool erase(Key const& key)
    {
        auto const at = lower_bound(key);
        if (!at.run_.slots || at->first != key) return false;
        rows_.erase(at.at_);
        return true;
    }

    // Whether one is an unmodified copy of the other; constant time.
    [[nodiscard]] bool same(Table const& other) const { return rows_.same(other.rows_); }
    friend bool operator==(Table const& a, Table const& b)
    {
        return a.same(b) || std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                       [](value_type const& one, value_type const& other) {
                                           return &one == &other || one == other;
                                       });
    }

private:
    static value_type const& row(Rows::Slot const& slot)
    {
        return *static_cast<value_type const*>(slot.row.get());
    }

    // `count` scaled by `part` / `whole`, as an index below `count`.
    static std::size_t share_of(std::size_t count, std::uint64_t part, std::uint64_t whole)
    {
        auto const share = static_cast<double>(part) / static_cast<double>(whole);
        return std::min(static_cast<std::size_t>(share * static_cast<double>(count)), count - 1);
    }

    Rows rows_;
};

} // namespace model
