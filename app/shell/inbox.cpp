#include "shell/inbox.h"

#include "base/text.h"
#include "exchange/proposals.h"
#include "journal/disk.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <sys/stat.h>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr std::string_view own = "proposal-"; // named whole, never written in place
constexpr std::int64_t bytes_max = 16LL * 1024 * 1024;
constexpr std::size_t files_max = 200; // of one look: the rest comes with the next
constexpr unsigned everyone_reads = 0644;

constexpr std::array<std::string_view, 4> read_kinds{".json", ".csv", ".tsv", ".txt"};
// What people drop that holds their cases and is not read: told, rather than passed over.
constexpr std::array<std::string_view, 7> told_kinds{".xlsx", ".xls", ".ods",    ".docx",
                                                     ".odt",  ".pdf", ".numbers"};

enum class Kind { read, told, other };

Kind kind_of(std::string const& name)
{
    if (name.empty() || name.front() == '.' || name.front() == '~') return Kind::other;
    auto const plain = base::fold(name);
    auto const ends = [&](std::string_view kind) { return plain.ends_with(kind); };
    if (std::any_of(read_kinds.begin(), read_kinds.end(), ends)) return Kind::read;
    return std::any_of(told_kinds.begin(), told_kinds.end(), ends) ? Kind::told : Kind::other;
}

struct Found {
    std::string name;
    std::int64_t size = 0, changed_ns = 0;
    Kind kind = Kind::other;
};

std::vector<Found> files_in(fs::path const& folder)
{
    std::vector<Found> found;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        auto name = it->path().filename().string();
        auto const kind = kind_of(name);
        struct stat facts {};
        if (kind == Kind::other || ::lstat(it->path().c_str(), &facts) != 0 ||
            !S_ISREG(facts.st_mode))
            continue;
        constexpr std::int64_t ns = 1'000'000'000;
        found.push_back({std::move(name), facts.st_size,
                         std::int64_t{facts.st_mtim.tv_sec} * ns + facts.st_mtim.tv_nsec, kind});
    }
    std::sort(found.begin(), found.end(), [](Found const& a, Found const& b) {
        return std::pair(a.changed_ns, a.name) < std::pair(b.changed_ns, b.name);
    });
    return found;
}

ui::Incoming read(fs::path const& folder, Found const& file)
{
    constexpr std::int64_t ns_per_ms = 1'000'000;
    ui::Incoming one{file.name, {}, file.changed_ns / ns_per_ms, std::nullopt};
    if (file.kind == Kind::told) {
        one.unreadable = base::Error{Errc::invalid, "inbox.kind", {}, 0};
    } else if (file.size > bytes_max) {
        one.unreadable = base::Error{Errc::invalid, "import.too_large", {}, 0};
    } else if (auto bytes = journal::read_whole(folder / file.name); bytes) {
        one.bytes = std::move(*bytes);
    } else {
        one.unreadable = bytes.error();
    }
    return one;
}

fs::path free_name(fs::path const& folder, std::string const& name)
{
    auto path = folder / name;
    std::error_code failed;
    for (int n = 2; fs::exists(path, failed); ++n)
        path = folder / (fs::path(name).stem().string() + "-" + std::to_string(n) +
                         fs::path(name).extension().string());
    return path;
}

} // namespace

fs::path inbox_of(fs::path const& session)
{
    std::error_code failed;
    auto path = fs::canonical(session, failed);
    if (failed) path = fs::absolute(session).lexically_normal();
    path += ".inbox";
    return path;
}

Result<fs::path> drop_proposal(fs::path const& session, model::Proposal const& proposal,
                               base::Chance& chance)
{
    auto const folder = inbox_of(session);
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return fail(Errc::io, "folder.create", folder.string());
    auto const when = fmt::gmtime(static_cast<std::time_t>(proposal.at_ms / 1000));
    auto const name = fmt::format("{}{:%Y%m%dT%H%M%SZ}-{:016x}.json", own, when, chance.draw());
    auto const path = folder / name;
    auto& disk = journal::real_disk();
    auto const bytes = exchange::proposal_json(proposal);
    if (auto ok = journal::write_whole(disk, path, bytes, journal::Clobber::no, everyone_reads);
        !ok)
        return fail(ok.error());
    return path;
}

std::vector<ui::Incoming> Watch::look(fs::path const& folder)
{
    if (folder_ != folder) *this = {}, folder_ = folder;
    std::vector<ui::Incoming> whole;
    std::map<std::string, Facts> now;
    for (auto const& file : files_in(folder)) {
        Facts const facts{file.size, file.changed_ns};
        now.emplace(file.name, facts);
        auto const stuck = stuck_.find(file.name);
        if (stuck != stuck_.end() && stuck->second == facts) continue;
        auto const last = before_.find(file.name);
        bool const still = last != before_.end() && last->second == facts;
        if ((still || file.name.starts_with(own)) && whole.size() < files_max)
            whole.push_back(read(folder, file));
    }
    before_ = std::move(now);
    return whole;
}

Result<void> Watch::put_away(fs::path const& folder, std::string const& name, ui::Fate fate)
{
    auto const into = folder / (fate == ui::Fate::taken ? "done" : "refused");
    std::error_code failed;
    fs::create_directories(into, failed);
    if (!failed) fs::rename(folder / name, free_name(into, name), failed);
    if (!failed) return {};
    if (auto const known = before_.find(name); known != before_.end())
        stuck_.insert_or_assign(name, known->second);
    return fail(Errc::io, "inbox.move", name);
}

} // namespace shell
