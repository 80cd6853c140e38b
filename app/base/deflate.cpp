#include "base/deflate.h"

#include <new>
#include <stdexcept>
#include <zlib.h>

namespace base {
namespace {

Bytef* bytes_of(char const* text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): zlib only reads what it is given
    return reinterpret_cast<Bytef*>(const_cast<char*>(text)); // NOLINT: bytes are bytes
}

} // namespace

std::string deflated(std::string_view bytes, Wrapper wrapper, Effort effort)
{
    z_stream stream{};
    int const window = wrapper == Wrapper::gzip ? 15 + 16 : 15;
    int const level = effort == Effort::fast ? Z_BEST_SPEED : Z_BEST_COMPRESSION;
    if (deflateInit2(&stream, level, Z_DEFLATED, window, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc{};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = bytes_of(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = bytes_of(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH); // always whole: there is room
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string inflated(std::string_view packed, std::size_t size)
{
    std::string out(size, '\0');
    auto got = static_cast<uLongf>(size);
    auto const done = uncompress(bytes_of(out.data()), &got, bytes_of(packed.data()),
                                 static_cast<uLong>(packed.size()));
    if (done == Z_MEM_ERROR) throw std::bad_alloc{};
    if (done != Z_OK || got != size) throw std::invalid_argument("base::inflated");
    return out;
}

} // namespace base
