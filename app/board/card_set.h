#pragma once

#include "model/ids.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace board {

// A set of cards as a sorted array: cheap to copy, compare and search even when everything on a
// large board is selected.
class CardSet {
public:
    using value_type = model::CaseId;
    using const_iterator = std::vector<model::CaseId>::const_iterator;
    using iterator = const_iterator;

    CardSet() = default;
    CardSet(std::initializer_list<model::CaseId> ids)
        : CardSet(ids.begin(), ids.end())
    {
    }
    template <class It>
    CardSet(It first, It last)
        : ids_(first, last)
    {
        settle(0);
    }

    std::pair<const_iterator, bool> insert(model::CaseId id)
    {
        auto const at = std::lower_bound(ids_.begin(), ids_.end(), id);
        if (at != ids_.end() && *at == id) return {at, false};
        return {ids_.insert(at, id), true};
    }
    template <class It>
    void insert(It first, It last)
    {
        auto const before = ids_.size();
        ids_.insert(ids_.end(), first, last);
        settle(before);
    }
    std::size_t erase(model::CaseId id)
    {
        auto const at = find(id);
        if (at == end()) return 0;
        ids_.erase(at);
        return 1;
    }
    void clear() { ids_.clear(); }

    [[nodiscard]] bool contains(model::CaseId id) const
    {
        return std::binary_search(ids_.begin(), ids_.end(), id);
    }
    [[nodiscard]] const_iterator find(model::CaseId id) const
    {
        auto const at = std::lower_bound(ids_.begin(), ids_.end(), id);
        return at != ids_.end() && *at == id ? at : ids_.end();
    }
    [[nodiscard]] const_iterator begin() const { return ids_.begin(); }
    [[nodiscard]] const_iterator end() const { return ids_.end(); }
    [[nodiscard]] auto rbegin() const { return ids_.rbegin(); }
    [[nodiscard]] auto rend() const { return ids_.rend(); }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] bool empty() const { return ids_.empty(); }

    template <class Unwanted>
    friend std::size_t erase_if(CardSet& set, Unwanted&& unwanted)
    {
        return std::erase_if(set.ids_, std::forward<Unwanted>(unwanted));
    }
    friend bool operator==(CardSet const&, CardSet const&) = default;

private:
    // Restores the order after elements were appended from `from` on.
    void settle(std::size_t from)
    {
        auto const middle = ids_.begin() + static_cast<std::ptrdiff_t>(from);
        std::sort(middle, ids_.end());
        std::inplace_merge(ids_.begin(), middle, ids_.end());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    }

    std::vector<model::CaseId> ids_;
};

} // namespace board
