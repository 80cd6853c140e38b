#include "exchange/workbooks/zip_reader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <minizip/unzip.h>

namespace exchange {
namespace {

// An in-memory file for minizip.
struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
};

Memory& memory(voidpf stream) { return *static_cast<Memory*>(stream); }

voidpf open_memory(voidpf opaque, void const*, int) { return opaque; }
uLong read_memory(voidpf, voidpf stream, void* into, uLong size)
{
    auto& in = memory(stream);
    auto const part = in.bytes.substr(std::min(in.at, in.bytes.size()), size);
    std::memcpy(into, part.data(), part.size());
    in.at += part.size();
    return static_cast<uLong>(part.size());
}
uLong write_memory(voidpf, voidpf, void const*, uLong) { return 0; }
ZPOS64_T tell_memory(voidpf, voidpf stream) { return memory(stream).at; }
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    auto& in = memory(stream);
    std::size_t const from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? in.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? in.bytes.size()
                                                                : 0;
    if (offset > in.bytes.size() || from + offset > in.bytes.size()) return -1;
    in.at = from + offset;
    return 0;
}
int close_memory(voidpf, voidpf) { return 0; }
int error_memory(voidpf, voidpf) { return 0; }

} // namespace

struct ZipReader::Archive {
    Memory memory;
    zlib_filefunc64_def functions{};
    unzFile file = nullptr;
};

ZipReader::ZipReader(std::string_view bytes)
    : archive_(std::make_unique<Archive>())
{
    archive_->memory.bytes = bytes;
    archive_->functions = {open_memory, read_memory,  write_memory, tell_memory,
                           seek_memory, close_memory, error_memory, &archive_->memory};
    archive_->file = unzOpen2_64("", &archive_->functions);
}

ZipReader::~ZipReader()
{
    if (archive_->file) unzClose(archive_->file);
}

bool ZipReader::opened() const { return archive_->file != nullptr; }

bool ZipReader::has(std::string const& name)
{
    constexpr int small_letters_alike = 2;
    return opened() && unzLocateFile(archive_->file, name.c_str(), small_letters_alike) == UNZ_OK;
}

ZipReader::Read ZipReader::read(std::string const& name,
                                std::function<bool(std::string_view)> const& take)
{
    if (!has(name)) return Read::missing;
    if (unzOpenCurrentFile(archive_->file) != UNZ_OK) return Read::broken;
    std::array<char, 64UL * 1024> piece{};
    auto answer = Read::done;
    for (;;) {
        auto const got =
            unzReadCurrentFile(archive_->file, piece.data(), static_cast<unsigned>(piece.size()));
        if (got < 0) answer = Read::broken;
        if (got <= 0) break;
        if (!take({piece.data(), static_cast<std::size_t>(got)})) {
            answer = Read::stopped;
            break;
        }
    }
    if (unzCloseCurrentFile(archive_->file) == UNZ_CRCERROR) answer = Read::broken;
    return answer;
}

} // namespace exchange
