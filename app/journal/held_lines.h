#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace journal {

// The lines of a session file in memory, from which a copy is written when the file was damaged.
// They are compressed in blocks of whole lines, but for the last. Those given at the start stay as
// they are until `replace_packed` is called: it compresses them by another thread, as opening a
// file would wait for the processor and short commands need it not. For one thread.
class HeldLines {
public:
    static constexpr std::size_t block_size = 65536; // bytes of text that a block has at least
    static constexpr std::size_t ending_size = 4096;

    HeldLines();
    // `text`: whole lines with their line ends; `begins`: the offset at which each begins.
    HeldLines(std::string text, std::vector<std::size_t> begins);
    HeldLines(HeldLines&& other) noexcept;
    HeldLines& operator=(HeldLines&& other) noexcept;
    ~HeldLines();

    [[nodiscard]] std::size_t size() const { return begins_.size(); } // number of lines
    [[nodiscard]] std::size_t bytes() const { return bytes_; }        // of the whole text
    // Line `n`, 0..size() - 1, without its line end. Valid until the next call.
    [[nodiscard]] std::string_view line(std::size_t n) const;
    // The last bytes of the text, at most ending_size. Valid until it changes.
    [[nodiscard]] std::string_view ending() const { return ending_; }
    // Calls `see` with the parts of the text, in order. False as soon as `see` returns false.
    bool each_part(std::function<bool(std::size_t at, std::string_view part)> const& see) const;
    [[nodiscard]] std::string text() const; // the whole

    void push_back(std::string_view line); // with its line end
    void cut(std::size_t n);               // drops the lines from `n` on
    // To be called now and then: starts the other thread, later replaces the text that it has
    // compressed. Forgets a long line that was read. Whether nothing is left to replace.
    bool replace_packed();
    [[nodiscard]] std::size_t memory() const; // bytes that the text takes

private:
    struct Block {
        std::size_t begin = 0, size = 0; // of its text
        std::string packed;              // as long as the text: not compressed
    };
    struct Packing;

    static Block packed(std::string_view text, std::size_t begin);
    [[nodiscard]] std::string_view text_of(Block const& block) const;
    void forget_read();
    void note_ending(std::string_view added);

    std::vector<std::size_t> begins_;
    std::size_t bytes_ = 0;
    // The text: first what is being compressed, or the blocks; then the tail.
    std::unique_ptr<Packing> packing_;
    std::vector<Block> blocks_;
    std::string tail_;
    std::size_t tail_begin_ = 0;
    std::string ending_;
    // The text of the block that was read last: lines are mostly read in order.
    mutable std::string read_;
    mutable Block const* read_from_ = nullptr;
};

} // namespace journal
