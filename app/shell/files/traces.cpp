#include "shell/files/traces.h"

#include "shell/files/inbox.h"

#include <algorithm>
#include <array>

namespace shell {
namespace {

namespace fs = std::filesystem;

void add_files(std::vector<fs::path>& out, fs::path const& folder)
{
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator(folder, failed))
        if (entry.is_regular_file(failed)) out.push_back(entry.path());
}

} // namespace

std::vector<fs::path> traces_beside(fs::path const& session)
{
    std::vector<fs::path> all, out;
    auto const folder = session.has_parent_path() ? session.parent_path() : fs::path(".");
    add_files(all, folder);
    auto const begins = session.filename().string() + ".";
    auto const sealed = session.filename().string() + ".seal"; // hashes, and their signature
    for (auto const& path : all) {
        auto const name = path.filename().string();
        if (name.starts_with(begins) && !name.starts_with(sealed)) out.push_back(path);
    }
    for (auto const* put_away : {"done", "refused"}) add_files(out, inbox_of(session) / put_away);
    std::ranges::sort(out);
    return out;
}

std::vector<fs::path> waiting_beside(fs::path const& session)
{
    std::vector<fs::path> out;
    add_files(out, inbox_of(session));
    std::erase_if(out, [](fs::path const& path) { // a hidden note, no proposal
        return path.filename().string().starts_with(".");
    });
    std::ranges::sort(out);
    return out;
}

base::Result<void> remove_traces(fs::path const& session)
{
    std::string stays;
    for (auto const& path : traces_beside(session)) {
        std::error_code failed;
        fs::remove(path, failed);
        if (failed && stays.empty()) stays = path.filename().string();
    }
    if (!stays.empty()) return base::fail(base::Errc::io, "redact.traces", stays);
    return {};
}

} // namespace shell
