#include "journal/snapshot.h"

#include "base/sha256.h"
#include "journal/chain.h"
#include "journal/codec.h"
#include "platform/disk.h"

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace journal {
namespace {

namespace fs = std::filesystem;

// Counts up when what a session may hold is judged otherwise: an older snapshot is then not read.
constexpr std::string_view magic = "cadran-snapshot-2\n";
constexpr std::size_t kept_per_session = 2;

// A snapshot's document is written as the entry that would make it from nothing: one form for both.
model::Changes from_nothing(model::Document const& doc)
{
    model::Changes out;
    model::for_each_record_type([&]<class R>() {
        for (auto const& [key, record] : model::table<R>(doc))
            out.push_back(model::Edit<R>{key, std::nullopt, record});
    });
    return out;
}

// The two lengths written in `body` are what it holds, no more and no less. cereal would make room
// for whatever length it is told before it looks for the bytes.
bool lengths_hold(std::string_view body)
{
    constexpr std::size_t fixed = 1 + 8 + 8; // byte order, n, last_id
    auto const take = [&](std::size_t at) {
        std::uint64_t length = 0;
        for (std::size_t i = 0; i < 8; ++i)
            length |= std::uint64_t{static_cast<unsigned char>(body[at + i])} << (8 * i);
        return length;
    };
    if (body.size() < fixed + 16 || body[0] != 1) return false;
    auto const history = take(fixed);
    if (history > body.size() - fixed - 16) return false;
    return take(fixed + 8 + history) == body.size() - fixed - 16 - history;
}

std::string to_bytes(Snapshot const& snapshot)
{
    Entry whole;
    whole.n = snapshot.n;
    whole.changes = from_nothing(snapshot.document);
    auto const json = encode(whole);
    if (!json) return {};
    std::vector<std::uint8_t> history(snapshot.history.size());
    std::ranges::transform(snapshot.history, history.begin(),
                           [](std::byte b) { return std::to_integer<std::uint8_t>(b); });
    std::ostringstream os;
    {
        using Archive = cereal::PortableBinaryOutputArchive;
        Archive ar(os, Archive::Options::LittleEndian());
        ar(snapshot.n, snapshot.last_id, history, *json);
    }
    auto const body = std::move(os).str();
    return std::string(magic) + base::hexadecimal(base::sha256(body)) + body;
}

std::optional<Snapshot> from_bytes(std::string_view bytes)
{
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + hash_digits) return std::nullopt;
    auto const body = bytes.substr(magic.size() + hash_digits);
    if (base::hexadecimal(base::sha256(body)) != bytes.substr(magic.size(), hash_digits))
        return std::nullopt;
    if (!lengths_hold(body)) return std::nullopt;
    Snapshot out;
    std::vector<std::uint8_t> history;
    std::string json;
    try {
        std::istringstream is{std::string(body)};
        cereal::PortableBinaryInputArchive ar(is);
        ar(out.n, out.last_id, history, json);
    } catch (std::exception const&) {
        return std::nullopt; // an older form: the journal says it all again
    }
    auto const whole = decode_entry(json);
    if (!whole || whole->n != out.n || !model::apply(out.document, whole->changes))
        return std::nullopt;
    std::ranges::transform(history, std::back_inserter(out.history),
                           [](std::uint8_t b) { return std::byte{b}; });
    return out;
}

// The snapshots of one session, newest first. Their names are <session>-<n, 12 digits>-<hash>.snap.
std::vector<fs::path> of_session(fs::path const& folder, std::string const& session)
{
    std::vector<fs::path> out;
    std::error_code failed;
    for (auto it = fs::directory_iterator(folder, failed); !failed && it != fs::end(it);
         it.increment(failed))
        if (auto const name = it->path().filename().string();
            name.starts_with(session + "-") && name.ends_with(".snap"))
            out.push_back(it->path());
    std::ranges::sort(out, std::greater{});
    return out;
}

} // namespace

std::optional<Snapshot> newest_snapshot(fs::path const& folder, std::string const& session,
                                        Log const& log)
{
    for (auto const& path : of_session(folder, session)) {
        auto const bytes = platform::read_whole(path);
        if (!bytes) continue;
        auto snapshot = from_bytes(*bytes);
        if (!snapshot || snapshot->n == 0 || snapshot->n > log.size()) continue;
        if (path.stem().string().ends_with(log.hash(snapshot->n))) return snapshot;
    }
    return std::nullopt;
}

void keep_snapshot(fs::path const& folder, std::string const& session, std::string const& hash,
                   Snapshot const& snapshot)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    auto const path = folder / fmt::format("{}-{:012}-{}.snap", session, snapshot.n, hash);
    if (auto const there = platform::read_whole(path); there && there->starts_with(magic)) return;
    auto const bytes = to_bytes(snapshot);
    if (bytes.empty() || !platform::write_whole(platform::real_disk(), path, bytes,
                                                platform::Clobber::yes, platform::Readers::owner))
        return;
    auto const kept = of_session(folder, session);
    for (std::size_t i = kept_per_session; i < kept.size(); ++i) fs::remove(kept[i], failed);
}

} // namespace journal
