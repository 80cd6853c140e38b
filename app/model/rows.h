#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace model {

// The rows of a table, whatever their type: a persistent sequence. A copy costs a pointer and never
// changes again; a write makes anew the few nodes that lead to its row, or writes in place where no
// copy shares them. References are counted atomically: each thread may read, write and drop its own
// copy.
class Rows {
public:
    struct Slot {
        std::uint64_t head = 0; // what the key of the row begins with, see head_of
        std::shared_ptr<void const> row;
    };
    // Slots that lie side by side in memory: `slots[0]` is the one at `begin`.
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
    // The slots around the one at `at`; at size() none, from there on. They hold until these rows
    // are written or gone.
    [[nodiscard]] Run around(std::size_t at) const;
    // Whether these are the very same rows: one is a copy of the other, and neither was written.
    [[nodiscard]] bool same(Rows const& other) const;

    void insert(std::size_t at, Slot slot); // before the one at `at`, or at the end
    void set(std::size_t at, Slot slot);
    void erase(std::size_t at);

private:
    struct Tree;
    struct LetGo { // the last one to do so destroys it
        void operator()(Tree* tree) const;
    };
    Tree& own(); // of nobody else: what may be written

    std::unique_ptr<Tree, LetGo> tree_; // shared with copies; null: none
};

} // namespace model
