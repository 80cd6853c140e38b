#include "journal/file_log.h"

#include "journal/chain.h"
#include "journal/scan.h"
#include "journal/snapshot.h"

#include <fmt/chrono.h>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <random>
#include <sys/file.h>
#include <unistd.h>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr unsigned everyone_reads = 0644;

std::string random_name()
{
    std::random_device device;
    std::string out;
    for (int i = 0; i < 4; ++i) out += fmt::format("{:08x}", device());
    return out;
}

fs::path urn_path(fs::path path)
{
    path += ".urn";
    return path;
}

// Puts what follows the last whole entry beside the file, under a name that says when.
Result<fs::path> keep_tail(Disk& disk, fs::path const& path, std::string_view tail)
{
    auto const now =
        fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
    auto const stem = path.string() + fmt::format(".tail-{:%Y%m%dT%H%M%SZ}", now);
    fs::path aside = stem;
    for (int n = 2;; ++n) {
        auto done = write_whole(disk, aside, tail, Clobber::no, everyone_reads);
        if (done) return aside;
        if (done.error().code != Errc::conflict) return fail(done.error());
        aside = stem + "-" + std::to_string(n);
    }
}

} // namespace

FileLog::~FileLog()
{
    if (file_ >= 0) ::close(file_); // and its lock with it
}

Result<std::unique_ptr<FileLog>> FileLog::create(fs::path const& path, std::int64_t created_ms)
{
    auto const json = encode(Header{format_version, random_name(), created_ms});
    auto const line = to_line(link({}, json), json) + '\n';
    if (auto ok = write_whole(real_disk(), path, line, Clobber::no, everyone_reads); !ok)
        return fail(ok.error());
    auto opened = open(path, OpenMode::write);
    if (!opened) return fail(opened.error());
    return std::move(opened->log);
}

Result<FileLog::Opened> FileLog::open(fs::path const& path, OpenMode mode)
{
    return open(path, mode, Options{});
}

Result<FileLog::Opened> FileLog::open(fs::path const& path, OpenMode mode, Options const& options)
{
    Opened opened;
    opened.log.reset(new FileLog());
    auto& log = *opened.log;
    log.path_ = path;
    log.options_ = options;
    log.disk_ = options.disk ? options.disk : &real_disk();
    bool writing = mode == OpenMode::write;
    if (writing) {
        log.file_ = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
        if (log.file_ < 0 && (errno == EACCES || errno == EROFS)) {
            opened.notices.push_back({Errc::denied, "file.read_only", path.string(), 0});
            writing = false;
        } else if (log.file_ < 0) {
            return fail(Errc::io, "file.read", path.string());
        } else if (::flock(log.file_, LOCK_EX | LOCK_NB) != 0) {
            opened.notices.push_back({Errc::locked, "file.locked", path.string(), 0});
            writing = false;
        }
    }
    auto bytes = read_whole(path); // once the lock is held: what is read is what will be added to
    if (!bytes) return fail(bytes.error());
    auto found = scan(*bytes);
    if (!found) return fail(found.error());
    if (found->first_bad_line != 0) {
        if (found->holds_after) {
            opened.notices.push_back(
                {Errc::corrupt, "file.damaged", found->reason, found->first_bad_line});
            writing = false;
        } else if (writing) {
            auto aside = keep_tail(*log.disk_, path, std::string_view(*bytes).substr(found->kept));
            if (!aside) return fail(aside.error());
            if (log.disk_->truncate(log.file_, static_cast<long>(found->kept)) != 0 ||
                log.disk_->sync(log.file_) != 0)
                return fail(Errc::io, "file.write", path.string());
            opened.notices.push_back({Errc::corrupt, "file.torn", aside->filename().string(), 0});
        } else {
            opened.notices.push_back(
                {Errc::corrupt, "file.damaged", found->reason, found->first_bad_line});
        }
    }
    if (!writing && log.file_ >= 0) {
        ::close(log.file_);
        log.file_ = -1;
    }
    bytes->resize(found->kept);
    log.bytes_ = std::move(*bytes);
    log.header_ = std::move(found->header);
    for (auto const& line : found->lines) log.lines_.push_back({line.begin, line.end});
    log.state_ = writing ? State::writable : State::read_only;
    log.urn_ = std::make_unique<FileUrn>(urn_path(path), *log.disk_,
                                         writing ? FileUrn::Keep::writing : FileUrn::Keep::reading,
                                         opened.notices);
    return opened;
}

Result<FileLog::Verification> FileLog::verify(fs::path const& path)
{
    auto const bytes = read_whole(path);
    if (!bytes) return fail(bytes.error());
    auto const found = scan(*bytes);
    if (!found) {
        if (found.error().code == Errc::corrupt && found.error().where == "file.not_a_session" &&
            bytes->starts_with("{\"hash\":"))
            return Verification{0, 1, "hash"}; // our form, but the header's own line does not hold
        return fail(found.error());
    }
    Verification out{found->lines.size() - 1, found->first_bad_line, found->reason};
    for (std::size_t i = 1; i < found->lines.size(); ++i) {
        auto const& line = found->lines[i];
        auto const entry = decode_entry(
            parts_of(std::string_view(*bytes).substr(line.begin, line.end - line.begin)).json);
        if (entry && entry->n == i) continue;
        return Verification{i - 1, i + 1, "record"};
    }
    return out;
}

Result<Entry> FileLog::entry(std::uint64_t n) const
{
    if (n < 1 || n > size()) return fail(Errc::not_found, "replay.entry", std::to_string(size()));
    auto const& at = lines_[n];
    auto entry =
        decode_entry(parts_of(std::string_view(bytes_).substr(at.begin, at.end - at.begin)).json);
    if (!entry) return fail(entry.error().code, entry.error().where, entry.error().detail, n + 1);
    if (entry->n != n) return fail(Errc::corrupt, "file.entry", std::to_string(n), n + 1);
    return entry;
}

std::string FileLog::hash(std::uint64_t n) const
{
    if (n > size()) return {};
    auto const& at = lines_[n];
    return std::string(parts_of(std::string_view(bytes_).substr(at.begin, at.end - at.begin)).hash);
}

Result<void> FileLog::append(Entry const& entry)
{
    if (state_ == State::failed) return fail(Errc::io, "file.sync");
    if (state_ != State::writable) return fail(Errc::denied, "file.read_only");
    auto const json = encode(entry);
    if (!json) return fail(json.error());
    auto const line = to_line(link(hash(size()), *json), *json) + '\n';
    if (auto ok = write_all(*disk_, file_, line); !ok) {
        // Back to the last whole entry; when even that fails, nothing may be added after a torn
        // line.
        if (disk_->truncate(file_, static_cast<long>(bytes_.size())) != 0) state_ = State::failed;
        return ok;
    }
    if (disk_->sync(file_) != 0) {
        // The system may have dropped what it could not write: asking again would be told a lie.
        state_ = State::failed;
        (void)disk_->truncate(file_, static_cast<long>(bytes_.size()));
        return fail(Errc::io, "file.sync");
    }
    lines_.push_back({bytes_.size(), bytes_.size() + line.size() - 1});
    bytes_ += line;
    return {};
}

std::optional<Snapshot> FileLog::snapshot() const
{
    if (options_.snapshots.empty()) return std::nullopt;
    return newest_snapshot(options_.snapshots, header_.session, *this);
}

void FileLog::keep(Snapshot const& snapshot) const
{
    if (options_.snapshots.empty() || snapshot.n == 0 || snapshot.n > size()) return;
    keep_snapshot(options_.snapshots, header_.session, hash(snapshot.n), snapshot);
}

Result<void> FileLog::save_copy(fs::path const& path) const
{
    return write_whole(*disk_, path, bytes_, Clobber::no, everyone_reads);
}

} // namespace journal
