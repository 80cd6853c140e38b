#pragma once

#include "journal/file_log.h"
#include "shell/files/preferences.h"
#include "ui/kit/recent.h"

#include <filesystem>
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

// A valid folder name: not empty, no path, not hidden, not the archive folder's name.
bool is_folder_name(std::string const& name);

} // namespace shell
