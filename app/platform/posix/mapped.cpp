#include "platform/mapped.h"

#include "platform/posix/errors.h"

#include <fcntl.h>
#include <sys/mman.h>

namespace platform {

Mapped::~Mapped()
{
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Tried<Mapped> map_file(std::filesystem::path const& path)
{
    File const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return posix::refuse();
    auto const known = facts(file);
    if (!known) return tl::unexpected(known.error());
    if (known->kind != Facts::Kind::file || known->size == 0) return tl::unexpected(Refused{});
    auto const size = static_cast<std::size_t>(known->size);
    auto* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, posix::number_of(file), 0);
    if (at == MAP_FAILED) return posix::refuse();
    return Mapped({static_cast<char const*>(at), size});
}

} // namespace platform
