#include "model/rows.h"

#include <immer/flex_vector.hpp>
#include <tuple>
#include <utility>

namespace model {
namespace {

// The default heap, with atomic reference counts.
using Memory = immer::memory_policy<immer::heap_policy<immer::cpp_heap>, immer::refcount_policy,
                                    immer::spinlock_policy>;
constexpr immer::detail::rbts::bits_t inner_bits = 5, leaf_bits = 5; // 32 children or slots a node

} // namespace

struct Rows::Tree {
    using Slots = immer::flex_vector<Slot, Memory, inner_bits, leaf_bits>;
    immer::refcount_policy users; // the reference count starts at one
    Slots slots;

    explicit Tree(Slots those = {})
        : slots(std::move(those))
    {
    }
    Tree* shared()
    {
        users.inc();
        return this;
    }
};

void Rows::LetGo::operator()(Tree* tree) const
{
    if (tree->users.dec()) delete tree;
}

Rows::Rows(Rows const& other)
    : tree_(other.tree_ ? other.tree_->shared() : nullptr)
{
}

Rows& Rows::operator=(Rows const& other)
{
    Rows copy(other);
    tree_.swap(copy.tree_);
    return *this;
}

Rows::Tree& Rows::own()
{
    if (!tree_)
        tree_.reset(new Tree);
    else if (!tree_->users.unique())
        tree_.reset(new Tree(tree_->slots));
    return *tree_;
}

std::size_t Rows::size() const { return tree_ ? tree_->slots.size() : 0; }

Rows::Run Rows::around(std::size_t at) const
{
    if (at >= size()) return {nullptr, at, at};
    auto const [slots, begin, end] = tree_->slots.impl().region_for(at);
    return {slots, begin, end};
}

bool Rows::same(Rows const& other) const { return tree_ == other.tree_; }

void Rows::insert(std::size_t at, Slot slot)
{
    auto& slots = own().slots;
    slots = at == slots.size() ? std::move(slots).push_back(std::move(slot))
                               : std::move(slots).insert(at, std::move(slot));
}

void Rows::set(std::size_t at, Slot slot)
{
    auto& slots = own().slots;
    slots = std::move(slots).set(at, std::move(slot));
}

void Rows::erase(std::size_t at)
{
    if (size() == 1) return tree_.reset();
    auto& slots = own().slots;
    slots = std::move(slots).erase(at);
}

} // namespace model
