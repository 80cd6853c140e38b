#include "shell/files/shelf.h"

#include "base/names.h"
#include "base/text.h"
#include "platform/disk.h"
#include "session/judge.h"
#include "session/reading.h"
#include "shell/files/machine.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>

namespace shell {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using ui::Recent;

constexpr int cache_version = 1;
// each part is twice the size of the previous one
constexpr std::size_t first_part = 4, listed_max = 20'000;

// Detects whether a file changed.
struct FileState {
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; // modification time
    friend bool operator==(FileState const&, FileState const&) = default;
};

std::optional<FileState> state_of(fs::path const& path)
{
    std::error_code failed;
    auto const bytes = fs::file_size(path, failed);
    if (failed) return std::nullopt;
    auto const when = fs::last_write_time(path, failed);
    if (failed) return std::nullopt;
    return FileState{bytes, static_cast<std::int64_t>(when.time_since_epoch().count())};
}

struct Remembered {
    FileState state;
    Recent one; // without data that only listing gives
};
using Cache = std::map<fs::path, Remembered>;

Json to_json(FileState const& state, Recent const& one)
{
    Json cases = Json::array();
    for (auto const& listed : one.cases)
        cases.push_back({listed.number, listed.title, base::name_of(listed.verdict)});
    return {{"path", one.path.string()}, {"bytes", state.bytes},
            {"changed", state.changed},  {"entries", one.entries},
            {"at_ms", one.changed_ms},   {"session", one.session},
            {"title", one.title},        {"step", base::name_of(one.step)},
            {"cases", std::move(cases)}};
}

std::optional<Remembered> from_json(Json const& json)
{
    try {
        Remembered out;
        auto& one = out.one;
        one.path = json.at("path").get<std::string>();
        out.state = {json.at("bytes").get<std::uint64_t>(), json.at("changed").get<std::int64_t>()};
        one.entries = json.at("entries").get<std::uint64_t>();
        one.changed_ms = json.at("at_ms").get<std::int64_t>();
        one.title = json.at("title").get<std::string>();
        one.session = json.at("session").get<std::string>();
        one.step = base::from_name<model::Step>(json.at("step").get<std::string>())
                       .value_or(model::Step::gather);
        for (auto const& listed : json.at("cases"))
            one.cases.push_back({listed.at(0).get<int>(), listed.at(1).get<std::string>(),
                                 base::from_name<model::Verdict>(listed.at(2).get<std::string>())
                                     .value_or(model::Verdict::none)});
        return out;
    } catch (Json::exception const&) {
        return std::nullopt; // not cached: read the session
    }
}

Cache load(fs::path const& file)
{
    Cache out;
    auto const bytes = platform::read_whole(file);
    if (!bytes) return out;
    auto const json = Json::parse(*bytes, nullptr, false);
    if (!json.is_object() || json.value("version", 0) != cache_version) return out;
    auto const sessions = json.find("sessions");
    if (sessions == json.end() || !sessions->is_array()) return out;
    for (auto const& each : *sessions)
        if (auto one = from_json(each)) {
            auto const path = one->one.path;
            out.insert_or_assign(path, *std::move(one));
        }
    return out;
}

void save(fs::path const& file, Json sessions)
{
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    Json const json{{"version", cache_version}, {"sessions", std::move(sessions)}};
    (void)platform::write_whole(platform::real_disk(), file,
                                json.dump(-1, ' ', false, Json::error_handler_t::replace),
                                platform::Clobber::yes, platform::Readers::owner);
}

// A file to list.
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
    SystemChance chance;
    auto const file =
        session::open_file(found.path, journal::OpenMode::read, options, clock, chance);
    if (!file) {
        one.title = found.path.stem().string();
        one.unreadable = file.error();
        return one;
    }
    auto const& session = file->session;
    one.session = file->id;
    one.entries = session.log().size();
    if (one.entries > 0)
        if (auto const last = session.log().entry(one.entries)) one.changed_ms = last->at_ms;
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

Labels read_labels(fs::path const& file)
{
    Labels out;
    auto const bytes = platform::read_whole(file);
    if (!bytes) return out;
    auto const json = Json::parse(*bytes, nullptr, false);
    if (!json.is_object()) return out;
    try {
        for (auto const& [session, said] : json.items())
            out[session] = {said.value("place", std::string{}),
                            said.value("tags", std::vector<std::string>{})};
    } catch (Json::exception const&) {
        return out; // invalid, edited by hand: keeps what was read
    }
    return out;
}

base::Result<void> keep_label(fs::path const& file, std::string const& session, Label label)
{
    auto labels = read_labels(file);
    if (label == Label{})
        labels.erase(session);
    else
        labels[session] = std::move(label);
    Json json = Json::object();
    for (auto const& [id, said] : labels) json[id] = {{"place", said.place}, {"tags", said.tags}};
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    return platform::write_whole(platform::real_disk(), file,
                                 json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n",
                                 platform::Clobber::yes, platform::Readers::owner);
}

void read_shelf(ShelfAsked const& asked, ui::Shelved const& shelved)
{
    auto cache = load(asked.cache);
    auto const labels = read_labels(asked.labels);
    auto folders = folders_in(asked.sessions);
    auto const files = all_files(asked, folders);
    Json remembered = Json::array();
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
        if (!one.unreadable) remembered.push_back(to_json(*state, one));
        if (auto const label = labels.find(one.session); label != labels.end())
            one.place = label->second.place, one.tags = label->second.tags;
        one.where = found.where, one.folder = found.folder, one.ended = found.ended;
        ui::index(one);
        part.sessions.push_back(std::move(one));
        if (part.sessions.size() < size) continue;
        size *= 2;
        shelved(std::exchange(part, {}));
    }
    if (changed) save(asked.cache, std::move(remembered));
    part.folders = std::move(folders);
    part.last = true;
    shelved(std::move(part));
}

} // namespace shell
