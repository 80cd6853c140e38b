#include "shell/files/step_notes.h"

#include "base/names.h"
#include "platform/disk.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace shell {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json read_all(fs::path const& file)
{
    auto const bytes = platform::read_whole(file);
    auto json = bytes ? Json::parse(*bytes, nullptr, false) : Json::object();
    return json.is_object() ? json : Json::object();
}

Json json_of(ui::StepNotes const& notes)
{
    auto list = Json::array();
    for (auto const& note : notes.list)
        list.push_back({{"text", note.text}, {"done", note.state == ui::Note::State::done}});
    return {{"say", notes.say}, {"notes", std::move(list)}};
}

ui::StepNotes notes_of(Json const& json)
{
    ui::StepNotes out;
    out.say = json.value("say", std::string{});
    for (auto const& note : json.value("notes", Json::array()))
        out.list.push_back({note.value("text", std::string{}), note.value("done", false)
                                                                   ? ui::Note::State::done
                                                                   : ui::Note::State::open});
    return out;
}

} // namespace

ui::SessionNotes read_notes(fs::path const& file, std::string const& session)
{
    ui::SessionNotes out;
    auto const all = read_all(file);
    try {
        if (!all.contains(session)) return out;
        for (auto const& [name, notes] : all.at(session).items())
            if (auto const step = base::from_name<model::Step>(name)) out[*step] = notes_of(notes);
    } catch (Json::exception const&) {
        return out; // damaged by hand: keeps what was read
    }
    return out;
}

base::Result<void> keep_notes(fs::path const& file, std::string const& session,
                              ui::SessionNotes const& notes)
{
    auto all = read_all(file);
    Json mine = Json::object();
    for (auto const& [step, one] : notes)
        if (one != ui::StepNotes{}) mine[std::string(base::name_of(step))] = json_of(one);
    if (mine.empty())
        all.erase(session);
    else
        all[session] = std::move(mine);
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    return platform::write_whole(platform::real_disk(), file,
                                 all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n",
                                 platform::Clobber::yes, platform::Readers::owner);
}

} // namespace shell
