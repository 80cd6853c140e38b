#include "journal/file_log.h"

#include "journal/chain.h"
#include "journal/lines.h"
#include "journal/scan.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using platform::Clobber;
using platform::Readers;

std::string random_name()
{
    std::random_device device;
    std::string out;
    for (int i = 0; i < 4; ++i) out += fmt::format("{:08x}", device());
    return out;
}

} // namespace

Result<FileLog::Opened> FileLog::create(fs::path const& path, std::int64_t created_ms)
{
    return create(path, created_ms, Options{});
}

Result<FileLog::Opened> FileLog::create(fs::path const& path, std::int64_t created_ms,
                                        Options const& options, std::span<Entry const> first)
{
    auto& disk = options.disk ? *options.disk : platform::real_disk();
    std::string hash, bytes;
    auto const add = [&](std::string const& json, std::string const& said) {
        hash = link(hash, json);
        bytes += to_line(hash, json, said) + '\n';
    };
    add(encode(Header{format_version, random_name(), created_ms}), {});
    for (auto const& entry : first) {
        auto const written = encode_committed(entry);
        if (!written) return fail(written.error());
        add(written->chained, written->said);
    }
    if (auto ok = platform::write_whole(disk, path, bytes, Clobber::no, Readers::everyone); !ok)
        return fail(ok.error());
    auto opened = open(path, OpenMode::write, options);
    if (!opened) (void)disk.remove(path); // created here, not yet visible to anybody
    return opened;
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
    std::error_code failed;
    log.path_ = fs::canonical(path, failed); // one box, whatever path the session is opened by
    if (failed || fs::is_directory(log.path_, failed)) return fail(platform::unreadable(path));
    log.disk_ = options.disk ? options.disk : &platform::real_disk();

    platform::File file;
    bool writing = mode == OpenMode::write;
    if (writing) {
        using platform::Refusal;
        auto found = log.disk_->open(log.path_, platform::Use::append);
        if (found) file = std::move(*found);
        if (!found) {
            auto const why = found.error().why;
            if (why != Refusal::denied && why != Refusal::read_only)
                return fail(Errc::io, "file.read", path.string());
            opened.notices.push_back({Errc::denied, "file.read_only", path.string(), 0});
            writing = false;
        } else if (!platform::try_lock(file, options.patience)) {
            opened.notices.push_back({Errc::locked, "file.locked", path.string(), 0});
            writing = false;
        }
    }
    // Read after the lock is taken, so that nobody changes it meanwhile.
    auto bytes = file ? platform::read_whole(file, path) : platform::read_whole(log.path_);
    if (!bytes) return fail(bytes.error());
    auto found = scan(*bytes);
    if (!found) return fail(found.error());

    auto const tail = bytes->substr(found->kept);
    bytes->resize(found->kept);
    log.lines_ = HeldLines(std::move(*bytes), std::move(found->begins));
    log.header_ = std::move(found->header);
    if (writing) {
        log.file_ = std::move(file);
        log.state_ = State::writable;
    }
    if (found->first_bad_line != 0) {
        base::Error const damaged{Errc::corrupt, "file.damaged", found->reason,
                                  found->first_bad_line};
        if (found->holds_after || !writing) {
            opened.notices.push_back(damaged);
            log.state_ = State::read_only;
        } else if (auto aside = log.set_aside(tail); aside) {
            opened.notices.push_back(
                {Errc::corrupt, "file.torn", aside->filename().string(), found->first_bad_line});
        } else { // could not be copied: the tail stays, the file is opened for reading
            opened.notices.push_back(aside.error());
            opened.notices.push_back(damaged);
            log.state_ = State::read_only;
        }
    }
    if (log.state_ != State::writable) log.file_.close(); // releases its lock
    log.seen_ = touched(log.file_);
    opened.box = std::make_unique<FileBox>(
        BoxPlace{box_beside(log.path_), log.header_.session, options.keys, options.box}, *log.disk_,
        log.writable() ? FileBox::Keep::writing : FileBox::Keep::reading, opened.notices);
    return opened;
}

// Copies what follows the last whole entry to a file beside, named after the time, then truncates
// the session file.
Result<fs::path> FileLog::set_aside(std::string_view tail)
{
    auto const now =
        fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
    auto const stem = path_.string() + fmt::format(".tail-{:%Y%m%dT%H%M%SZ}", now);
    fs::path aside = stem;
    for (int n = 2;; ++n) {
        auto done = platform::write_whole(*disk_, aside, tail, Clobber::no, Readers::everyone);
        if (done) break;
        if (done.error().code != Errc::conflict) return fail(done.error());
        aside = stem + "-" + std::to_string(n);
    }
    if (auto ok = platform::cut(*disk_, file_, static_cast<std::int64_t>(lines_.bytes())); !ok)
        return fail(ok.error());
    if (auto ok = platform::flush(*disk_, file_); !ok) return fail(ok.error());
    return aside;
}

Result<FileLog::Verification> FileLog::verify(fs::path const& path)
{
    auto opened = open(path, OpenMode::read);
    if (!opened) return fail(opened.error());
    auto const& log = *opened->log;
    Verification out;
    out.entries = log.size();
    out.header = log.header();
    for (auto const& notice : opened->notices)
        if (notice.where == "file.damaged") out.fault = notice;
    for (std::uint64_t n = 1; n <= log.size(); ++n)
        if (auto const entry = log.entry(n); !entry) {
            out.entries = n - 1;
            out.fault = entry.error();
            break;
        }
    if (out.fault) out.first_bad_line = out.fault->line;
    return out;
}

Result<Entry> FileLog::entry(std::uint64_t n) const
{
    if (n < 1 || n > size()) return fail(Errc::not_found, "replay.entry", std::to_string(size()));
    auto const parts = parts_of(lines_.line(n));
    auto entry = decode_entry(parts.json, parts.said);
    if (!entry) return fail(entry.error().code, entry.error().where, entry.error().detail, n + 1);
    if (entry->n != n) return fail(Errc::corrupt, "file.sequence", "why.number", n + 1);
    return entry;
}

std::string FileLog::hash(std::uint64_t n) const
{
    return n > size() ? std::string{} : std::string(parts_of(lines_.line(n)).hash);
}

void FileLog::end_at(std::uint64_t n)
{
    lines_.cut(n + 1);
    state_ = State::read_only;
    file_.close();
}

base::Error FileLog::why_closed() const { return stopped_ ? *stopped_ : Log::why_closed(); }

Result<void> FileLog::stop(base::Error why)
{
    state_ = State::read_only;
    stopped_ = std::move(why);
    return fail(*stopped_);
}

bool FileLog::holds(Look look) const
{
    auto const same = [&](std::size_t at, std::string_view part) {
        auto const read = platform::read_at(file_, static_cast<std::int64_t>(at), part.size());
        return read && *read == part;
    };
    if (look == Look::whole) return lines_.each_part(same);
    auto const ending = lines_.ending();
    return same(lines_.bytes() - ending.size(), ending);
}

// Another program has replaced, removed or changed the file: an entry appended here would be lost
// or would not continue the chain.
Result<void> FileLog::check_unchanged()
{
    if (stopped_) return fail(*stopped_);
    auto const size = static_cast<std::int64_t>(lines_.bytes());
    if (still_there(file_, path_, size, seen_, [this](Look look) { return holds(look); }))
        return {};
    return stop({Errc::conflict, "file.changed", path_.filename().string(), 0});
}

Result<void> FileLog::check_kept()
{
    (void)lines_.replace_packed();
    if (state_ != State::writable && !stopped_) return {}; // no entry was confirmed here
    return check_unchanged();
}

// Truncates to the last whole entry. If that fails too, nothing more may be appended.
void FileLog::take_back()
{
    if (!platform::cut(*disk_, file_, static_cast<std::int64_t>(lines_.bytes())))
        (void)stop({Errc::io, "file.sync", {}, 0});
    seen_ = touched(file_);
}

Result<void> FileLog::append(Entry const& entry)
{
    if (state_ != State::writable) return fail(why_closed());
    if (entry.n != size() + 1) return fail(Errc::invalid, "file.entry", std::to_string(entry.n));
    auto const line = written_line(entry, hash(size()), header_.version);
    if (!line) return fail(line.error());
    return append_bytes(*line + '\n');
}

Result<void> FileLog::append_line(std::string_view line)
{
    if (state_ != State::writable) return fail(why_closed());
    if (auto const entry = checked_line(line, hash(size()), size() + 1); !entry)
        return fail(entry.error());
    return append_bytes(std::string(line) + '\n');
}

Result<void> FileLog::append_bytes(std::string const& added)
{
    if (static_cast<std::int64_t>(lines_.bytes() + added.size()) > platform::file_max)
        return fail(Errc::invalid, "file.too_large", path_.string());
    if (auto ok = check_unchanged(); !ok) return ok;
    if (auto ok = platform::write_all(*disk_, file_, added); !ok) {
        take_back();
        return stopped_ ? fail(*stopped_) : ok;
    }
    if (auto ok = platform::flush(*disk_, file_); !ok) {
        // Do not retry: after a failed fsync the kernel may have dropped the data and marked the
        // pages clean.
        take_back();
        return stop(ok.error());
    }
    seen_ = touched(file_);
    lines_.push_back(added);
    return {};
}

Result<void> FileLog::save_copy(fs::path const& path, Beside const& beside) const
{
    auto done = platform::write_whole(*disk_, path, lines_.text(), Clobber::no, Readers::everyone);
    if (!done || !beside) return done;
    done = beside();
    if (!done) (void)disk_->remove(path); // all or nothing
    return done;
}

} // namespace journal
