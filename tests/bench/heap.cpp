#include "bench/heap.h"

#include <imgui.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> taken{0};

void* counted(std::size_t size) noexcept
{
    taken.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(size == 0 ? 1 : size);
}

#if defined(_WIN32) // whose free() takes no aligned block
void* aligned(std::size_t unit, std::size_t size) { return ::_aligned_malloc(size, unit); }
void free_aligned(void* block) { ::_aligned_free(block); }
#else
void* aligned(std::size_t unit, std::size_t size) { return std::aligned_alloc(unit, size); }
void free_aligned(void* block) { std::free(block); }
#endif

void* counted(std::size_t size, std::align_val_t align) noexcept
{
    taken.fetch_add(1, std::memory_order_relaxed);
    auto const unit = static_cast<std::size_t>(align);
    return aligned(unit, (size + unit - 1) / unit * unit);
}

} // namespace

void* operator new(std::size_t size)
{
    if (auto* block = counted(size)) return block;
    throw std::bad_alloc{};
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return counted(size); }
void* operator new(std::size_t size, std::align_val_t align)
{
    if (auto* block = counted(size, align)) return block;
    throw std::bad_alloc{};
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }
void operator delete(void* block, std::nothrow_t const&) noexcept { std::free(block); }
void operator delete(void* block, std::align_val_t) noexcept { free_aligned(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { free_aligned(block); }

namespace bench {

std::uint64_t allocations() { return taken.load(std::memory_order_relaxed); }

void count_imgui()
{
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return counted(size); },
                                 [](void* block, void*) { std::free(block); });
}

} // namespace bench
