#include "journal/box/box_keys.h"

#include <algorithm>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

} // namespace

BoxKeys::BoxKeys(fs::path folder, platform::Disk& disk)
    : folder_(std::move(folder))
    , disk_(disk)
{
}

fs::path BoxKeys::file_of(std::string_view id) const
{
    return folder_ / std::string(id).append(".key");
}

Result<Key> BoxKeys::make() const
{
    if (folder_.empty()) return fail(Errc::denied, "box.key");
    std::error_code failed;
    if (fs::create_directories(folder_, failed); !failed)
        fs::permissions(folder_, fs::perms::owner_all, failed);
    if (failed) return fail(Errc::io, "box.key", folder_.string());
    auto key = new_key();
    if (!key) return key;
    auto const kept = platform::write_whole(disk_, file_of(key->id), key->bytes,
                                            platform::Clobber::no, platform::Readers::owner);
    if (kept) return key;
    if (kept.error().where == "file.disk_full") return fail(kept.error());
    return fail(Errc::io, "box.key", folder_.string());
}

std::optional<Key> BoxKeys::find(std::string_view id) const
{
    bool const named = id.size() == key_id_digits && std::ranges::all_of(id, [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                       }); // ids come from files of unknown origin
    if (folder_.empty() || !named) return std::nullopt;
    auto bytes = platform::read_whole(file_of(id));
    if (!bytes || bytes->size() != key_bytes) return std::nullopt;
    return Key{std::string(id), std::move(*bytes)};
}

Result<void> BoxKeys::destroy(std::string_view id) const
{
    auto const path = file_of(id);
    auto const file = disk_.open(path, platform::Use::update);
    auto const removed = disk_.remove(path);
    if (!removed && removed.error().why != platform::Refusal::gone)
        return fail(Errc::io, "box.key", folder_.string());
    if (file && platform::write_all(disk_, *file, std::string(key_bytes, '\0')))
        (void)disk_.flush(*file);
    return platform::flush_folder_of(disk_, path);
}

} // namespace journal
