#include "journal/held_lines.h"

#include "base/deflate.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <system_error>

namespace journal {

// The lines given at the start, while another thread compresses them.
struct HeldLines::Packing {
    std::string text;
    std::vector<std::size_t> cuts; // where the blocks end
    std::atomic<bool> enough = false;
    std::future<std::vector<Block>> done; // destroyed first: waits for the thread

    Packing() = default;
    Packing(Packing const&) = delete;
    Packing& operator=(Packing const&) = delete;
    ~Packing() { enough = true; }

    [[nodiscard]] std::vector<Block> run() const
    {
        std::vector<Block> out;
        out.reserve(cuts.size());
        std::size_t begin = 0;
        for (auto const end : cuts) {
            if (enough) break;
            out.push_back(packed(std::string_view(text).substr(begin, end - begin), begin));
            begin = end;
        }
        return out;
    }
};

HeldLines::HeldLines() = default;
HeldLines::HeldLines(HeldLines&& other) noexcept = default;
HeldLines& HeldLines::operator=(HeldLines&& other) noexcept = default;
HeldLines::~HeldLines() = default;

HeldLines::HeldLines(std::string text, std::vector<std::size_t> begins)
    : begins_(std::move(begins))
    , bytes_(text.size())
{
    note_ending(text);
    auto packing = std::make_unique<Packing>();
    auto& cuts = packing->cuts;
    for (std::size_t n = 1; n <= begins_.size(); ++n) {
        auto const end = n < begins_.size() ? begins_[n] : bytes_;
        if (end - (cuts.empty() ? 0 : cuts.back()) >= block_size) cuts.push_back(end);
    }
    tail_begin_ = cuts.empty() ? 0 : cuts.back();
    tail_ = text.substr(tail_begin_);
    if (cuts.empty()) return;
    text.resize(tail_begin_);
    packing->text = std::move(text);
    packing_ = std::move(packing);
}

HeldLines::Block HeldLines::packed(std::string_view text, std::size_t begin)
{
    Block out{begin, text.size(), base::deflated(text, base::Wrapper::zlib, base::Effort::fast)};
    if (out.packed.size() >= text.size()) out.packed = text;
    out.packed.shrink_to_fit();
    return out;
}

std::string_view HeldLines::text_of(Block const& block) const
{
    if (block.packed.size() == block.size) return block.packed;
    if (read_from_ != &block) {
        read_from_ = nullptr;
        read_ = base::inflated(block.packed, block.size);
        read_from_ = &block;
    }
    return read_;
}

std::string_view HeldLines::line(std::size_t n) const
{
    auto const begin = begins_[n];
    auto const size = (n + 1 < begins_.size() ? begins_[n + 1] : bytes_) - 1 - begin;
    auto const within = [&](std::string_view text, std::size_t at) {
        return text.substr(begin - at, size);
    };
    if (begin >= tail_begin_) return within(tail_, tail_begin_);
    if (packing_) return within(packing_->text, 0);
    auto const& block = *std::prev(std::ranges::upper_bound(blocks_, begin, {}, &Block::begin));
    return within(text_of(block), block.begin);
}

bool HeldLines::each_part(std::function<bool(std::size_t, std::string_view)> const& see) const
{
    if (packing_ && !see(0, packing_->text)) return false;
    for (auto const& block : blocks_)
        if (!see(block.begin, text_of(block))) return false;
    return see(tail_begin_, tail_);
}

std::string HeldLines::text() const
{
    std::string out;
    out.reserve(bytes_);
    each_part([&](std::size_t, std::string_view part) {
        out += part;
        return true;
    });
    return out;
}

void HeldLines::push_back(std::string_view line)
{
    begins_.push_back(bytes_);
    bytes_ += line.size();
    tail_ += line;
    note_ending(line);
    if (packing_ || tail_.size() < block_size) return;
    read_from_ = nullptr; // the blocks may move
    blocks_.push_back(packed(tail_, tail_begin_));
    tail_begin_ = bytes_;
    std::string().swap(tail_);
}

void HeldLines::note_ending(std::string_view added)
{
    ending_ += added.substr(added.size() - std::min(added.size(), ending_size));
    if (ending_.size() > ending_size) ending_.erase(0, ending_.size() - ending_size);
}

void HeldLines::forget_read()
{
    read_from_ = nullptr;
    std::string().swap(read_); // gives the memory back, too
}

void HeldLines::cut(std::size_t n)
{
    if (n >= begins_.size()) return;
    auto const end = begins_[n];
    auto left = begins_;
    left.resize(n);
    auto whole = text();
    whole.resize(end);
    *this = HeldLines(std::move(whole), std::move(left));
}

bool HeldLines::replace_packed()
{
    using namespace std::chrono_literals;
    constexpr std::size_t long_block = 16 * block_size;
    if (read_.size() > long_block) forget_read();
    if (!packing_) return true;
    auto& done = packing_->done;
    if (!done.valid()) {
        try {
            done = std::async(std::launch::async, [from = packing_.get()] { return from->run(); });
        } catch (std::system_error const&) { // no thread is to be had now
        }
        return false;
    }
    if (done.wait_for(0s) != std::future_status::ready) return false;
    blocks_ = done.get();
    packing_.reset();
    return true;
}

std::size_t HeldLines::memory() const
{
    auto out = tail_.capacity() + read_.capacity() + (packing_ ? packing_->text.capacity() : 0);
    for (auto const& block : blocks_) out += block.packed.capacity();
    return out;
}

} // namespace journal
