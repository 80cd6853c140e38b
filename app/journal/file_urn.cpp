#include "journal/file_urn.h"

#include "journal/chain.h"
#include "journal/codec.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr unsigned owner_only = 0600;

Result<MemoryUrn::Ballots> parse(std::string_view bytes, std::string const& session)
{
    auto const line = parts_of(bytes);
    if (!line.ok || link(session, line.json) != line.hash)
        return fail(Errc::corrupt, "urn.damaged");
    auto rows = decode_urn(line.json);
    if (!rows) return fail(rows.error());
    MemoryUrn::Ballots out;
    for (auto& row : *rows)
        if (!out[row.round].emplace(std::move(row.token), std::move(row.ballot)).second)
            return fail(Errc::corrupt, "urn.damaged"); // two ballots of one token
    return out;
}

bool is_there(fs::path const& path)
{
    std::error_code failed; // what cannot be asked about is there
    return fs::symlink_status(path, failed).type() != fs::file_type::not_found;
}

// A free name beside `path`.
fs::path name_aside(fs::path const& path)
{
    std::error_code failed;
    fs::path aside = path.string() + ".damaged";
    for (int n = 2; fs::exists(aside, failed); ++n)
        aside = path.string() + ".damaged-" + std::to_string(n);
    return aside;
}

} // namespace

FileUrn::FileUrn(fs::path path, std::string session, Disk& disk, Keep keep,
                 std::vector<base::Error>& notices)
    : path_(std::move(path))
    , session_(std::move(session))
    , disk_(disk)
    , keep_(keep)
{
    if (keep_ == Keep::writing) drop_leftovers();
    read(notices);
}

void FileUrn::read(std::vector<base::Error>& notices)
{
    if (!is_there(path_)) return;
    auto const bytes = read_whole(path_);
    if (bytes)
        if (auto ballots = parse(*bytes, session_)) {
            in_.restore(std::move(*ballots));
            return;
        }
    // There is something that cannot be read: it is never written over.
    auto const aside = name_aside(path_);
    if (keep_ == Keep::reading || disk_.rename(path_.c_str(), aside.c_str()) != 0) {
        keep_ = Keep::reading;
        notices.push_back({Errc::corrupt, "urn.damaged", path_.filename().string(), 0});
        return;
    }
    notices.push_back({Errc::corrupt, "urn.damaged", aside.filename().string(), 0});
}

// What a writer killed between two names left: it holds ballots and their tokens.
void FileUrn::drop_leftovers() const
{
    auto folder = path_.parent_path();
    if (folder.empty()) folder = ".";
    auto const begins = path_.filename().string() + ".new-";
    std::error_code failed;
    std::vector<fs::path> left;
    for (auto it = fs::directory_iterator(folder, failed); !failed && it != fs::end(it);
         it.increment(failed))
        if (it->path().filename().string().starts_with(begins)) left.push_back(it->path());
    for (auto const& path : left) fs::remove(path, failed);
}

Result<void> FileUrn::write() const
{
    std::vector<UrnRow> rows;
    for (auto const& [round, ballots] : in_.all())
        for (auto const& [token, ballot] : ballots) rows.push_back({round, token, ballot});
    auto const json = encode(rows);
    if (!json) return fail(json.error());
    return write_whole(disk_, path_, to_line(link(session_, *json), *json), Clobber::yes,
                       owner_only);
}

// On failure what is in memory goes back to what was on the disk: that ballot was not taken.
Result<void> FileUrn::become(MemoryUrn::Ballots next)
{
    if (keep_ == Keep::reading) return fail(Errc::denied, "file.read_only");
    auto before = in_.all();
    in_.restore(std::move(next));
    Result<void> done;
    if (!in_.all().empty()) {
        done = write();
    } else if (disk_.unlink(path_.c_str()) != 0 && is_there(path_)) {
        done = fail(refusal("file.write"));
    } else {
        done = sync_folder_of(disk_, path_);
    }
    if (!done) in_.restore(std::move(before));
    return done;
}

Result<void> FileUrn::put(model::RoundId round, std::string const& token,
                          model::Ballot const& ballot)
{
    auto next = in_.all();
    next[round].insert_or_assign(token, ballot);
    return become(std::move(next));
}

Result<void> FileUrn::withdraw(model::RoundId round, std::string const& token)
{
    if (!in_.holds(round, token)) return {};
    MemoryUrn next;
    next.restore(in_.all());
    (void)next.withdraw(round, token);
    return become(next.all());
}

Result<void> FileUrn::destroy(model::RoundId round)
{
    if (in_.count(round) == 0) return {};
    // Held open, so that its bytes can be written over once no name leads to them: a crash in
    // between leaves a whole urn or none.
    Descriptor const old(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    auto next = in_.all();
    next.erase(round);
    if (auto ok = become(std::move(next)); !ok) return ok;
    // Only what no name leads to any more: never a copy that someone else keeps.
    struct stat facts {};
    bool const nameless = old && ::fstat(old.number(), &facts) == 0 && facts.st_nlink == 0;
    auto const size = nameless ? static_cast<std::size_t>(facts.st_size) : 0;
    if (size > 0 && write_all(disk_, old.number(), std::string(size, '\0')))
        (void)disk_.sync(old.number());
    return {};
}

} // namespace journal
