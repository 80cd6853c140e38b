#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Lossless compression (deflate, RFC 1951), by zlib.
namespace base {

enum class Wrapper { zlib, gzip };    // RFC 1950, RFC 1952
enum class Effort { fast, thorough }; // thorough: a little smaller, many times slower

// At most 4 GiB. std::bad_alloc when there is no memory.
std::string deflated(std::string_view bytes, Wrapper wrapper, Effort effort);
// The `size` bytes that became `packed` with Wrapper::zlib. std::bad_alloc when there is no memory,
// std::invalid_argument when it is something else.
std::string inflated(std::string_view packed, std::size_t size);

} // namespace base
