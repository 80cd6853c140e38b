#include "shell/files/labels.h"

#include "platform/disk.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace shell {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

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
        return out; // damaged by hand: keeps what was read
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

} // namespace shell
