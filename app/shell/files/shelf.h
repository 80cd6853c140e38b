#pragma once

#include "journal/file_log.h"
#include "shell/files/preferences.h"
#include "ui/kit/recent.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// The library: sessions in the user's sessions folder and its subfolders, and recently opened ones
// elsewhere.
namespace shell {

constexpr char const* archives = "Archives"; // folder of archived sessions

struct ShelfAsked {
    std::filesystem::path sessions; // the sessions folder
    std::filesystem::path cache;    // the cache file
    std::filesystem::path labels;   // the file of `keep_label`
    std::vector<Preferences::Known> known;
    journal::FileLog::Options options;
};

// Reads the library in parts. Files unchanged by path, size and time come from the cache.
// Unreadable ones are listed with their error. The cache contains titles and decisions but no names
// of people, is readable by its owner only, and drops missing files. As slow as the disk: not for
// the UI thread.
void read_shelf(ShelfAsked const& asked, ui::Shelved const& shelved);

// Labels of a session (place, tags), by session id, so that copies, renamed and moved files keep
// them. Stored on this machine, not in the session.
struct Label {
    std::string place;
    std::vector<std::string> tags;
    friend bool operator==(Label const&, Label const&) = default;
};
using Labels = std::map<std::string, Label>;
Labels read_labels(std::filesystem::path const& file);
// An empty label is removed. `io` as platform::write_whole.
base::Result<void> keep_label(std::filesystem::path const& file, std::string const& session,
                              Label label);

// A valid folder name: not empty, not a path, not hidden, not "Archives".
bool is_folder_name(std::string const& name);

} // namespace shell
