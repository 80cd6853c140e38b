#include "shell/files/shelf.h"

#include "base/text.h"
#include "session/judge.h"
#include "session/reading.h"
#include "shell/files/labels.h"
#include "shell/files/shelf_cache.h"
#include "shell/machine/machine.h"

#include <algorithm>
#include <map>
#include <utility>

namespace shell {
namespace {

namespace fs = std::filesystem;
using ui::Recent;

// each part has twice the size of the one before
constexpr std::size_t first_part = 4, listed_max = 20'000;

// A file to be listed.
struct Found {
    fs::path path;
    Recent::Where where = Recent::Where::own;
    std::string folder;
    ui::Ended ended = ui::Ended::cleanly;
    std::optional<FileState> state = {};
};

// Lists the sessions directly in a folder.
void look_into(fs::path const& folder, Recent::Where where, std::string const& name,
               std::vector<Found>& out)
{
    std::error_code failed;
    fs::directory_iterator it(folder, failed);
    for (fs::directory_iterator const end; !failed && it != end; it.increment(failed)) {
        if (out.size() == listed_max) return;
        std::error_code unknown;
        auto const path = it->path();
        if (path.extension() == ".cadran" && !path.filename().string().starts_with('.') &&
            it->is_regular_file(unknown))
            out.push_back({path, where, name, ui::Ended::cleanly});
    }
}

std::vector<std::string> folders_in(fs::path const& sessions)
{
    std::vector<std::string> out;
    std::error_code failed;
    fs::directory_iterator it(sessions, failed);
    for (fs::directory_iterator const end; !failed && it != end; it.increment(failed)) {
        std::error_code unknown;
        auto const name = it->path().filename().string();
        if (!name.ends_with(".inbox") && is_folder_name(name) && it->is_directory(unknown))
            out.push_back(name);
    }
    std::ranges::sort(out, {}, [](auto const& name) { return base::fold(name); });
    return out;
}

std::vector<Found> all_files(ShelfAsked const& asked, std::vector<std::string> const& folders)
{
    std::vector<Found> out;
    look_into(asked.sessions, Recent::Where::own, {}, out);
    for (auto const& name : folders)
        look_into(asked.sessions / name, Recent::Where::own, name, out);
    look_into(asked.sessions / archives, Recent::Where::archived, {}, out);
    std::map<fs::path, std::size_t> at;
    for (std::size_t i = 0; i < out.size(); ++i) at.emplace(out[i].path, i);
    for (auto const& known : asked.known) {
        auto const it = at.find(known.path);
        if (it != at.end())
            out[it->second].ended = known.ended;
        else
            out.push_back({known.path, Recent::Where::elsewhere, {}, known.ended});
    }
    // Most recently written first; missing files are kept and report an error when opened.
    for (auto& found : out) found.state = state_of(found.path);
    std::erase_if(out, [](Found const& found) { return !found.state; });
    std::ranges::stable_sort(out, std::ranges::greater{},
                             [](Found const& found) { return found.state->changed; });
    return out;
}

// Reads a session; if it was interrupted, also its ballot box.
Recent read(Found const& found, journal::FileLog::Options const& options)
{
    Recent one;
    one.path = found.path;
    SystemClock clock;
    SystemRandomSource random;
    auto const file =
        session::open_file(found.path, journal::OpenMode::read, options, clock, random);
    if (!file) {
        one.title = found.path.stem().string();
        one.unreadable = file.error();
        return one;
    }
    auto const& session = file->session;
    one.session = file->id;
    one.entries = session.log().size();
    if (one.entries > 0) one.changed_ms = session.last_at_ms();
    ui::describe(one, session.document());
    if (found.ended == ui::Ended::cleanly) return one;
    one.document = session.document();
    for (auto id : session.rounds_in_box()) one.ballots_kept += session.ballots_in_box(id);
    return one;
}

} // namespace

bool is_folder_name(std::string const& name)
{
    constexpr std::size_t longest = 120;
    return !name.empty() && name.size() <= longest && name.front() != '.' && name.back() != ' ' &&
           name.find('/') == std::string::npos && name.find('\\') == std::string::npos &&
           std::ranges::none_of(name, [](char c) { return c >= 0 && c < ' '; }) &&
           base::fold(name) != base::fold(archives);
}

void read_shelf(ShelfAsked const& asked, ui::Shelved const& shelved)
{
    auto const cache = read_shelf_cache(asked.cache);
    auto const labels = read_labels(asked.labels);
    auto folders = folders_in(asked.sessions);
    auto const files = all_files(asked, folders);
    std::vector<Remembered> remembered;
    bool changed = cache.size() != files.size();
    ui::ShelfPart part;
    auto size = first_part;
    for (auto const& found : files) {
        auto const& state = found.state;
        auto const it = cache.find(found.path);
        bool const known =
            it != cache.end() && it->second.state == *state && found.ended == ui::Ended::cleanly;
        auto one = known ? it->second.one : read(found, asked.options);
        changed = changed || !known;
        if (!one.unreadable) remembered.push_back({*state, one});
        if (auto const label = labels.find(one.session); label != labels.end())
            one.place = label->second.place, one.tags = label->second.tags;
        one.where = found.where, one.folder = found.folder, one.ended = found.ended;
        ui::index(one);
        part.sessions.push_back(std::move(one));
        if (part.sessions.size() < size) continue;
        size *= 2;
        shelved(std::exchange(part, {}));
    }
    if (changed) keep_shelf_cache(asked.cache, remembered);
    part.folders = std::move(folders);
    part.last = true;
    shelved(std::move(part));
}

} // namespace shell
