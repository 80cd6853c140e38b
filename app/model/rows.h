#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace model {

// The rows of a table, independent of their type: a persistent sequence. A copy costs a pointer and
// never changes; a write copies the few nodes on the path to its row, or modifies them in place
// when no copy shares them. References are counted atomically: each thread may read, write and
// destroy its own copy.
class Rows {
public:
    struct Slot {
        std::uint64_t head = 0; // first part of the row's key, see head_of
        std::shared_ptr<void const> row;
    };
    // Slots that are contiguous in memory: `slots[0]` is the one at `begin`.
    struct Run {
        Slot const* slots = nullptr;
        std::size_t begin = 0, end = 0;
    };

    Rows() = default;
    Rows(Rows const& other);
    Rows(Rows&& other) noexcept = default;
    Rows& operator=(Rows const& other);
    Rows& operator=(Rows&& other) noexcept = default;
    ~Rows() = default;

    [[nodiscard]] std::size_t size() const;
    // The contiguous slots that include the one at `at`; empty at size(). Valid until these rows
    // are written or destroyed.
    [[nodiscard]] Run around(std::size_t at) const;
    // Whether both share the same tree: one is an unmodified copy of the other.
    [[nodiscard]] bool same(Rows const& other) const;

    void insert(std::size_t at, Slot slot); // before the slot at `at`, or at the end
    void set(std::size_t at, Slot slot);
    void erase(std::size_t at);

private:
    struct Tree;
    struct LetGo { // the last owner destroys it
        void operator()(Tree* tree) const;
    };
    Tree& own(); // an unshared tree, which may be written

    std::unique_ptr<Tree, LetGo> tree_; // shared between copies; null: empty
};

} // namespace model
