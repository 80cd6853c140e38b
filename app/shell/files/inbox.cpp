#include "shell/files/inbox.h"

#include "base/text.h"
#include "exchange/cases/proposals.h"
#include "platform/disk.h"
#include "platform/process.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <map>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

// files that we write; complete as soon as they have this name
constexpr std::string_view own = "proposal-";
constexpr std::int64_t bytes_max = 16LL * 1024 * 1024;
constexpr std::size_t files_max = 200; // per look; the rest follows at the next

// File types reported even when they cannot be read; others are ignored.
constexpr std::array<std::string_view, 15> kinds{".json", ".csv",  ".tsv", ".txt", ".xlsx",
                                                 ".xlsm", ".xlsb", ".xls", ".ods", ".html",
                                                 ".htm",  ".docx", ".odt", ".pdf", ".numbers"};

bool is_wanted(std::string const& name)
{
    if (name.empty() || name.front() == '.' || name.front() == '~') return false;
    auto const plain = base::fold(name);
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](std::string_view kind) { return plain.ends_with(kind); });
}

struct FoundFile {
    std::string name;
    std::int64_t size = 0, changed_ns = 0;
};

std::vector<FoundFile> files_in(fs::path const& folder)
{
    std::vector<FoundFile> found;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        auto name = it->path().filename().string();
        if (!is_wanted(name)) continue;
        auto const known = platform::facts(it->path(), platform::Links::stay);
        if (!known || known->kind != platform::Facts::Kind::file) continue;
        found.push_back({std::move(name), known->size, known->touched.content});
    }
    std::sort(found.begin(), found.end(), [](FoundFile const& a, FoundFile const& b) {
        return std::pair(a.changed_ns, a.name) < std::pair(b.changed_ns, b.name);
    });
    return found;
}

// The longest file taken earlier under this name that `whole` begins with.
std::string beginning_taken(fs::path const& folder, std::string const& name,
                            std::string const& whole)
{
    std::string longest;
    auto const stem = fs::path(name).stem().string(), kind = fs::path(name).extension().string();
    std::error_code failed;
    for (fs::directory_iterator it(folder / "done", failed), end; !failed && it != end;
         it.increment(failed)) {
        auto const other = it->path().filename().string();
        if (!other.starts_with(stem) || !other.ends_with(kind)) continue;
        auto const bytes = platform::read_whole(it->path());
        if (bytes && bytes->size() < whole.size() && bytes->size() > longest.size() &&
            whole.starts_with(*bytes))
            longest = *bytes;
    }
    return longest;
}

ui::Incoming read(fs::path const& folder, FoundFile const& file)
{
    constexpr std::int64_t ns_per_ms = 1'000'000;
    ui::Incoming one{file.name, {}, file.changed_ns / ns_per_ms, std::nullopt, {}};
    if (file.size > bytes_max) {
        one.unreadable = base::Error{Errc::invalid, "import.too_large", {}, 0};
    } else if (auto bytes = platform::read_whole(folder / file.name); bytes) {
        one.bytes = std::move(*bytes);
        one.taken_before = beginning_taken(folder, file.name, one.bytes);
    } else {
        one.unreadable = bytes.error();
    }
    return one;
}

// The file that records a session's drop folder, found by file identity. Empty when there is no
// session file.
fs::path note_of(fs::path const& notes, fs::path const& session)
{
    auto const known = platform::facts(session);
    if (!known) return {};
    auto const& file = known->identity;
    return notes / fmt::format("{:x}-{:x}-{:x}", file.disk, file.high, file.low);
}

std::int64_t steady_ms()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

fs::path free_name(fs::path const& folder, std::string const& name)
{
    auto path = folder / name;
    std::error_code failed;
    for (int n = 2; fs::exists(path, failed); ++n)
        path = folder / (fs::path(name).stem().string() + "-" + std::to_string(n) +
                         fs::path(name).extension().string());
    return path;
}

fs::path inbox_of(fs::path const& session)
{
    std::error_code failed;
    auto path = fs::canonical(session, failed);
    if (failed) path = fs::absolute(session).lexically_normal();
    path += ".inbox";
    return path;
}

WatchNote::WatchNote(fs::path const& notes, fs::path const& session)
{
    auto const note = note_of(notes, session);
    if (note.empty()) return;
    auto const said = std::to_string(platform::own_process()) + "\n" + inbox_of(session).string();
    std::error_code failed;
    fs::create_directories(notes, failed);
    // Without a record, the folder beside the opened name is watched.
    if (platform::write_whole(platform::real_disk(), note, said, platform::Clobber::yes,
                              platform::Readers::owner))
        note_ = note;
}

WatchNote::~WatchNote()
{
    std::error_code failed;
    if (!note_.empty()) fs::remove(note_, failed);
}

Result<fs::path> watched_inbox(fs::path const& notes, fs::path const& session)
{
    std::ifstream note(note_of(notes, session), std::ios::binary);
    std::int64_t watcher = 0;
    std::string folder;
    if (note >> watcher && note.ignore() && std::getline(note, folder, '\0') && !folder.empty() &&
        platform::is_running(watcher))
        return fs::path(folder);
    if (auto const known = platform::facts(session); known && known->names > 1)
        return fail(Errc::conflict, "inbox.names", session.filename().string());
    return inbox_of(session);
}

Result<fs::path> drop_proposal(fs::path const& inbox, model::Proposal const& proposal,
                               base::RandomSource& random)
{
    std::error_code failed;
    fs::create_directories(inbox, failed);
    if (failed) return fail(Errc::io, "folder.create", inbox.string());
    auto const when = fmt::gmtime(static_cast<std::time_t>(proposal.at_ms / 1000));
    auto const name = fmt::format("{}{:%Y%m%dT%H%M%SZ}-{:016x}.json", own, when, random.draw());
    auto const path = inbox / name;
    auto& disk = platform::real_disk();
    auto const bytes = exchange::proposal_json(proposal);
    if (auto ok = platform::write_whole(disk, path, bytes, platform::Clobber::no,
                                        platform::Readers::everyone);
        !ok)
        return fail(ok.error());
    return path;
}

// Detects files that a program continued to write after they were put away.
void Watch::bring_back_what_grew()
{
    std::erase_if(away_, [&](auto const& one) {
        auto const& [path, away] = one;
        auto const known = platform::facts(path, platform::Links::stay);
        if (!known) return true;
        if (known->size <= away.facts.size) return false;
        auto const bytes = platform::read_whole(path);
        std::error_code failed;
        fs::rename(path, free_name(folder_, away.name), failed);
        if (failed || !bytes) return false;
        // What was read of it stays there.
        auto const taken = std::string_view(*bytes).substr(0, std::size_t(away.facts.size));
        (void)platform::write_whole(platform::real_disk(), path, taken, platform::Clobber::no,
                                    platform::Readers::everyone);
        return true;
    });
}

std::vector<ui::Incoming> Watch::look(fs::path const& folder) { return look(folder, steady_ms()); }

std::vector<ui::Incoming> Watch::look(fs::path const& folder, std::int64_t now_ms)
{
    if (folder_ != folder) *this = {}, folder_ = folder;
    bring_back_what_grew();
    std::vector<ui::Incoming> whole;
    std::map<std::string, Seen> now;
    for (auto const& file : files_in(folder)) {
        Facts const facts{file.size, file.changed_ns};
        auto const last = before_.find(file.name);
        bool const still = last != before_.end() && last->second.facts == facts;
        auto const since = still ? last->second.since_ms : now_ms;
        now.emplace(file.name, Seen{facts, since});
        auto const stuck = stuck_.find(file.name);
        if (stuck != stuck_.end() && stuck->second == facts) continue;
        bool const named_whole = file.name.starts_with(own);
        if (!named_whole && (!still || platform::being_written(folder / file.name))) continue;
        if (whole.size() == files_max) continue;
        auto one = read(folder, file);
        if (!named_whole && !one.unreadable && now_ms - since < patience_ms &&
            exchange::looks_cut(one.name, one.bytes))
            continue;
        whole.push_back(std::move(one));
    }
    before_ = std::move(now);
    return whole;
}

Result<void> Watch::put_away(fs::path const& folder, std::string const& name, ui::Fate fate)
{
    auto const into = folder / (fate == ui::Fate::taken ? "done" : "refused");
    auto const to = free_name(into, name);
    auto const known = before_.find(name);
    std::error_code failed;
    fs::create_directories(into, failed);
    if (!failed) fs::rename(folder / name, to, failed);
    if (!failed) {
        if (known != before_.end()) away_.insert_or_assign(to, Away{name, known->second.facts});
        return {};
    }
    if (known != before_.end()) stuck_.insert_or_assign(name, known->second.facts);
    return fail(Errc::io, "inbox.move", name);
}

} // namespace shell
