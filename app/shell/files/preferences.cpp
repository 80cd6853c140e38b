#include "shell/files/preferences.h"

#include "platform/disk.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t remembered_max = 20, folders_max = 5;

// Fields by their names in --map, with column numbers from 1: {"1": "title"}.
Json json_of(ui::KeptColumns const& one)
{
    Json said = Json::object();
    for (auto const& [at, field] : one.said)
        said[std::to_string(at + 1)] = exchange::map_name(field, true);
    return {{"names", one.names}, {"at_ms", one.at_ms}, {"said", std::move(said)}};
}

ui::KeptColumns columns_of(Json const& json)
{
    ui::KeptColumns one;
    one.names = json.at("names").get<std::string>();
    one.at_ms = json.value("at_ms", std::int64_t{0});
    for (auto const& [place, name] : json.at("said").items()) {
        auto const at = std::strtoul(place.c_str(), nullptr, 10);
        for (std::size_t f = 0; f < exchange::field_count; ++f)
            if (auto const field = static_cast<exchange::Field>(f);
                at > 0 && exchange::map_name(field, true) == name.get<std::string>())
                one.said.emplace(at - 1, field);
    }
    return one;
}

// {"fr": {"who": "…"}}, without empty texts.
Json json_of(ui::OwnNotices const& notices)
{
    Json out = Json::object();
    for (auto const& [language, notice] : notices) {
        auto& said = out[std::string(base::name_of(language))] = Json::object();
        model::Notice::fields(notice, [&](char const* field, std::string const& text) {
            if (!text.empty()) said[field] = text;
        });
    }
    return out;
}

ui::OwnNotices notices_of(Json const& json)
{
    ui::OwnNotices out;
    for (auto const language : {model::Tongue::french, model::Tongue::english}) {
        model::Notice notice;
        auto const said = json.value(std::string(base::name_of(language)), Json::object());
        model::Notice::fields(notice, [&](char const* field, std::string& text) {
            text = said.value(field, std::string{});
        });
        if (notice != model::Notice{}) out[language] = std::move(notice);
    }
    return out;
}

} // namespace

Preferences::Preferences(fs::path file)
    : file_(std::move(file))
{
    load();
}

void Preferences::load()
{
    std::ifstream in(file_);
    auto const json = Json::parse(in, nullptr, false);
    if (!json.is_object()) return;
    try {
        ui::Settings read;
        if (json.value("language", "fr") == "en") read.language = "en";
        if (json.value("appearance", "day") == "night") read.appearance = ui::Appearance::night;
        read.scale_percent = std::clamp(json.value("scale_percent", 100), 100, 200);
        if (json.value("chime", false)) read.chime = ui::Chime::on;
        auto const motion = json.value("motion", std::string{});
        if (motion == "reduced") read.motion = ui::Motion::reduced;
        if (motion == "full") read.motion = ui::Motion::full;
        if (json.value("room_window", false)) read.room_window = ui::RoomWindow::open;
        std::vector<fs::path> folders;
        for (auto const& one : json.value("folders", Json::array()))
            folders.emplace_back(one.get<std::string>());
        std::vector<Known> known;
        for (auto const& one : json.value("sessions", Json::array()))
            known.push_back(
                {fs::path(one.at("path").get<std::string>()),
                 one.value("open", false) ? ui::Ended::without_warning : ui::Ended::cleanly});
        std::vector<ui::KeptColumns> columns;
        for (auto const& one : json.value("columns", Json::array()))
            if (columns.size() < ui::kept_columns_max) columns.push_back(columns_of(one));
        letterhead_ = {json.value("organisation", std::string{}),
                       json.value("logo", std::string{})};
        notices_ = notices_of(json.value("notices", Json::object()));
        columns_ = std::move(columns);
        settings_ = read;
        chose_appearance_ = json.contains("appearance");
        known_ = std::move(known);
        folders_ = std::move(folders);
    } catch (Json::exception const&) {
        // Invalid, edited by hand: the defaults apply, and the next save replaces it.
        return;
    }
}

void Preferences::save() const
{
    std::error_code failed;
    fs::create_directories(file_.parent_path(), failed);
    auto sessions = Json::array();
    for (auto const& one : known_)
        sessions.push_back(
            {{"path", one.path.string()}, {"open", one.ended == ui::Ended::without_warning}});
    auto folders = Json::array();
    for (auto const& one : folders_) folders.push_back(one.string());
    Json json{{"language", settings_.language},
              {"appearance", settings_.appearance == ui::Appearance::night ? "night" : "day"},
              {"scale_percent", settings_.scale_percent},
              {"chime", settings_.chime == ui::Chime::on},
              {"room_window", settings_.room_window == ui::RoomWindow::open},
              {"sessions", std::move(sessions)},
              {"folders", std::move(folders)}};
    auto& columns = json["columns"] = Json::array();
    for (auto const& one : columns_) columns.push_back(json_of(one));
    json["organisation"] = letterhead_.organisation;
    json["logo"] = letterhead_.logo.string();
    if (!notices_.empty()) json["notices"] = json_of(notices_);
    if (settings_.motion) // otherwise the system's setting
        json["motion"] = *settings_.motion == ui::Motion::reduced ? "reduced" : "full";
    auto const text = json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    (void)platform::write_whole(platform::real_disk(), file_, text, platform::Clobber::yes,
                                platform::Readers::everyone);
}

void Preferences::put_first(fs::path const& path, ui::Ended ended)
{
    std::erase_if(known_, [&](Known const& one) { return one.path == path; });
    known_.insert(known_.begin(), {path, ended});
    if (known_.size() > remembered_max) known_.resize(remembered_max);
    save();
}

void Preferences::keep(ui::Settings const& settings)
{
    if (settings == settings_) return;
    settings_ = settings;
    chose_appearance_ = true;
    save();
}

void Preferences::keep_columns(std::vector<ui::KeptColumns> const& columns)
{
    if (columns == columns_) return;
    columns_ = columns;
    save();
}

void Preferences::keep_letterhead(ui::Letterhead const& head)
{
    if (head == letterhead_) return;
    letterhead_ = head;
    save();
}

void Preferences::keep_notice(model::Tongue language, model::Notice const& notice)
{
    auto now = notices_;
    if (notice == model::Notice{})
        now.erase(language);
    else
        now[language] = notice;
    if (now == notices_) return;
    notices_ = std::move(now);
    save();
}

void Preferences::opened(fs::path const& path) { put_first(path, ui::Ended::without_warning); }
void Preferences::closed(fs::path const& path) { put_first(path, ui::Ended::cleanly); }

void Preferences::forget(fs::path const& path)
{
    std::erase_if(known_, [&](Known const& one) { return one.path == path; });
    save();
}

void Preferences::moved(fs::path const& from, fs::path const& to)
{
    for (auto& one : known_)
        if (one.path == from) one.path = to;
    save();
}

void Preferences::used(fs::path const& folder)
{
    std::erase(folders_, folder);
    folders_.insert(folders_.begin(), folder);
    if (folders_.size() > folders_max) folders_.resize(folders_max);
    save();
}

} // namespace shell
