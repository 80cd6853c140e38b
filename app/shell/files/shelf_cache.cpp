#include "shell/files/shelf_cache.h"

#include "base/names.h"
#include "platform/disk.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace shell {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int cache_version = 1;

Json to_json(Remembered const& kept)
{
    auto const& [state, one] = kept;
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
        return std::nullopt; // the session must be read again
    }
}

} // namespace

std::optional<FileState> state_of(fs::path const& path)
{
    std::error_code failed;
    auto const bytes = fs::file_size(path, failed);
    if (failed) return std::nullopt;
    auto const when = fs::last_write_time(path, failed);
    if (failed) return std::nullopt;
    return FileState{bytes, static_cast<std::int64_t>(when.time_since_epoch().count())};
}

ShelfCache read_shelf_cache(fs::path const& file)
{
    ShelfCache out;
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

void keep_shelf_cache(fs::path const& file, std::vector<Remembered> const& sessions)
{
    Json listed = Json::array();
    for (auto const& one : sessions) listed.push_back(to_json(one));
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    Json const json{{"version", cache_version}, {"sessions", std::move(listed)}};
    (void)platform::write_whole(platform::real_disk(), file,
                                json.dump(-1, ' ', false, Json::error_handler_t::replace),
                                platform::Clobber::yes, platform::Readers::owner);
}

} // namespace shell
