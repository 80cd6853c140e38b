#include "platform/mapped.h"

#include "platform/windows/system.h"

namespace platform {

using windows::called;
using windows::handle_of;
using windows::refuse;

Mapped::~Mapped()
{
    if (!bytes_.empty()) ::UnmapViewOfFile(bytes_.data());
}

Tried<Mapped> map_file(std::filesystem::path const& path)
{
    File const file(reinterpret_cast<std::intptr_t>(::CreateFileW( // NOLINT: a handle is a number
        called(path).c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
        OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr)));
    if (!file) return refuse();
    auto const known = facts(file);
    if (!known) return tl::unexpected(known.error());
    if (known->kind != Facts::Kind::file || known->size == 0) return tl::unexpected(Refused{});
    auto* const section =
        ::CreateFileMappingW(handle_of(file), nullptr, PAGE_READONLY, 0, 0, nullptr);
    if (section == nullptr) return refuse();
    File const held(reinterpret_cast<std::intptr_t>(section)); // NOLINT: a handle is a number
    auto const* const at =
        static_cast<char const*>(::MapViewOfFile(section, FILE_MAP_READ, 0, 0, 0));
    if (at == nullptr) return refuse();
    return Mapped({at, static_cast<std::size_t>(known->size)});
}

} // namespace platform
