#include "journal/file_urn.h"

#include "journal/chain.h"
#include "journal/codec.h"

#include <unistd.h>

namespace journal {
namespace {

namespace fs = std::filesystem;

constexpr unsigned owner_only = 0600;

base::Result<MemoryUrn::Ballots> parse(std::string const& bytes)
{
    auto const line = parts_of(bytes);
    if (!line.ok || link({}, line.json) != line.hash)
        return base::fail(base::Errc::corrupt, "urn.damaged");
    auto rows = decode_urn(line.json);
    if (!rows) return base::fail(base::Errc::corrupt, "urn.damaged");
    MemoryUrn::Ballots out;
    for (auto& row : *rows) out[row.round].emplace(std::move(row.token), std::move(row.ballot));
    return out;
}

// The old bytes are written over before the name goes, for what that is worth on this disk.
void shred(Disk& disk, fs::path const& path)
{
    std::error_code failed;
    auto const size = fs::file_size(path, failed);
    if (!failed) (void)write_whole(disk, path, std::string(size, '\0'), Clobber::yes, owner_only);
    ::unlink(path.c_str());
}

} // namespace

FileUrn::FileUrn(fs::path path, Disk& disk, Keep keep, std::vector<base::Error>& notices)
    : path_(std::move(path))
    , disk_(disk)
{
    auto bytes = read_whole(path_);
    if (!bytes) return;
    if (auto ballots = parse(*bytes)) {
        in_.restore(std::move(*ballots));
        return;
    }
    auto aside = path_;
    aside += ".damaged";
    std::error_code failed;
    for (int n = 2; fs::exists(aside, failed); ++n)
        aside = path_.string() + ".damaged-" + std::to_string(n);
    if (keep == Keep::writing) fs::rename(path_, aside, failed);
    notices.push_back({base::Errc::corrupt, "urn.damaged", aside.filename().string(), 0});
}

// On failure what is in memory goes back to what is on the disk: that ballot was not taken.
base::Result<void> FileUrn::write(MemoryUrn::Ballots before)
{
    if (in_.all().empty()) {
        shred(disk_, path_);
        return {};
    }
    std::vector<UrnRow> rows;
    for (auto const& [round, ballots] : in_.all())
        for (auto const& [token, ballot] : ballots) rows.push_back({round, token, ballot});
    auto const json = encode(rows);
    auto done = write_whole(disk_, path_, to_line(link({}, json), json), Clobber::yes, owner_only);
    if (!done) in_.restore(std::move(before));
    return done;
}

base::Result<void> FileUrn::put(model::RoundId round, std::string const& token,
                                model::Ballot const& ballot)
{
    auto before = in_.all();
    (void)in_.put(round, token, ballot);
    return write(std::move(before));
}

base::Result<void> FileUrn::withdraw(model::RoundId round, std::string const& token)
{
    auto before = in_.all();
    (void)in_.withdraw(round, token);
    return write(std::move(before));
}

base::Result<void> FileUrn::destroy(model::RoundId round)
{
    auto before = in_.all();
    (void)in_.destroy(round);
    return write(std::move(before));
}

} // namespace journal
