#include "journal/box/former_keys.h"

#include "base/sha256.h"
#include "journal/box/box_slots.h"
#include "journal/box/file_box.h"
#include "journal/box/old_boxes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

std::string as_hexadecimal(std::string_view bytes)
{
    std::string out;
    for (auto const c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
}

std::string from_hexadecimal(std::string_view digits)
{
    std::string out;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        unsigned byte = 0;
        std::from_chars(digits.data() + i, digits.data() + i + 2, byte, 16);
        out += static_cast<char>(byte);
    }
    return out;
}

bool is_key_id(std::string_view text)
{
    return text.size() == key_id_digits && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace

std::string digest_of_box(fs::path const& session_file, std::string_view key)
{
    auto const bytes = platform::read_whole(box_beside(session_file));
    if (!bytes) return {};
    auto const head = read_box_head(*bytes);
    auto const text = sealed_text_of(*bytes);
    bool const same = (head && head->key == key) || (text && text->key == key);
    return same ? base::hexadecimal(base::sha256(*bytes)) : std::string{};
}

FormerKeys::FormerKeys(fs::path const& folder, std::string const& whose, platform::Disk& disk)
    : file_(folder.empty() ? fs::path{} : folder / (whose + ".former"))
    , disk_(disk)
{
}

std::vector<FormerKeys::Former> FormerKeys::read() const
{
    std::vector<Former> all;
    if (file_.empty()) return all;
    auto const bytes = platform::read_whole(file_);
    if (!bytes) return all;
    std::istringstream lines(*bytes);
    std::string key, rounds, seen, path;
    while (lines >> key >> rounds >> seen >> path) {
        auto named = rounds_named(rounds);
        if (!named || !is_key_id(key)) continue; // another kind of file
        all.push_back({key, std::move(*named), seen == "-" ? std::string{} : seen,
                       fs::path(from_hexadecimal(path))});
    }
    return all;
}

Result<void> FormerKeys::write(std::vector<Former> const& all) const
{
    if (all.empty()) {
        auto const removed = disk_.remove(file_);
        if (removed || removed.error().why == platform::Refusal::gone) return {};
        return fail(Errc::io, "box.key", file_.parent_path().string());
    }
    std::string bytes;
    for (auto const& one : all)
        bytes += fmt::format("{} {} {} {}\n", one.key, names_of(one.rounds),
                             one.seen.empty() ? "-" : one.seen,
                             as_hexadecimal(one.session_file.string()));
    auto kept = platform::write_whole(disk_, file_, bytes, platform::Clobber::yes,
                                      platform::Readers::owner);
    if (kept || kept.error().where == "file.disk_full" || kept.error().where == "file.sync")
        return kept;
    return fail(Errc::io, "box.key", file_.parent_path().string());
}

Result<void> FormerKeys::add(std::vector<Former> const& more) const
{
    auto all = read();
    for (auto const& one : more) {
        std::erase_if(all, [&](Former const& known) { return known.key == one.key; });
        all.push_back(one);
    }
    return write(all);
}

Result<void> FormerKeys::strike(std::string_view key) const
{
    auto all = read();
    if (std::erase_if(all, [&](Former const& one) { return one.key == key; }) == 0) return {};
    return write(all);
}

Result<void> FormerKeys::settle(BoxKeys const& keys,
                                std::function<bool(model::RoundId)> const& over) const
{
    std::vector<Former> left;
    Result<void> done;
    bool changed = false;
    for (auto const& known : read()) {
        auto one = known;
        bool const touched = std::erase_if(one.rounds, over) != 0;
        changed = changed || touched;
        if (!one.rounds.empty()) {
            left.push_back(std::move(one));
            continue;
        }
        auto const now = digest_of_box(one.session_file, one.key);
        bool const written = !now.empty() && now != one.seen;
        bool const may_be = !now.empty() && platform::is_locked(one.session_file);
        if (written || may_be) continue; // destroyed when that box's round closes
        if (auto gone = keys.destroy(one.key); !gone) {
            done = std::move(gone);
            left.push_back(known); // to be tried again at the next opening
        }
    }
    if (!changed) return done;
    auto const kept = write(left);
    return done ? kept : done;
}

} // namespace journal
