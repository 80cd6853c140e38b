#include "shell/files/former_inbox.h"

#include "platform/disk.h"
#include "shell/files/inbox.h"

#include <string_view>
#include <utility>
#include <vector>

namespace shell {
namespace {

namespace fs = std::filesystem;

constexpr char const* whose_name = ".session"; // in a drop folder: file with the session's id
constexpr std::string_view inbox_extension = ".inbox";

bool is_named_by_none_or_by(fs::path const& file, Identity const& whose)
{
    auto const facts = platform::facts(file);
    if (!facts) return facts.error().why == platform::Refusal::gone;
    return facts->identity == whose.file;
}

std::vector<fs::path> other_inboxes(fs::path const& inbox, Identity const& whose)
{
    std::vector<fs::path> out;
    std::error_code failed;
    for (fs::directory_iterator it(inbox.parent_path(), failed), end; !failed && it != end;
         it.increment(failed)) {
        auto const& path = it->path();
        if (path.extension() != inbox_extension || path == inbox) continue;
        auto file = path;
        file.replace_extension(); // "atelier.cadran"
        auto const said = platform::read_whole(path / whose_name);
        if (said && *said == whose.session && is_named_by_none_or_by(file, whose))
            out.push_back(path);
    }
    return out;
}

} // namespace

Identity identity_of(fs::path const& file, std::string session)
{
    auto const facts = platform::facts(file);
    return {std::move(session), facts ? std::optional(facts->identity) : std::nullopt};
}

void say_whose(fs::path const& inbox, std::string const& session)
{
    std::error_code failed;
    if (!fs::is_directory(inbox, failed) || fs::exists(inbox / whose_name, failed)) return;
    (void)platform::write_whole(platform::real_disk(), inbox / whose_name, session,
                                platform::Clobber::no, platform::Readers::everyone);
}

void bring_from_other_names(fs::path const& inbox, Identity const& whose)
{
    for (auto const& other : other_inboxes(inbox, whose)) {
        std::error_code failed;
        fs::create_directories(inbox, failed);
        say_whose(inbox, whose.session);
        std::vector<fs::path> dropped;
        for (fs::directory_iterator it(other, failed), end; !failed && it != end;
             it.increment(failed))
            if (it->is_regular_file(failed) && it->path().filename().string().front() != '.')
                dropped.push_back(it->path());
        for (auto const& path : dropped)
            fs::rename(path, free_name(inbox, path.filename().string()), failed);
    }
}

} // namespace shell
