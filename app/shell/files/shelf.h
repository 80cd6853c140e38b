#pragma once

#include "journal/file_log.h"
#include "shell/files/preferences.h"
#include "ui/kit/recent.h"

#include <filesystem>
#include <string>
#include <vector>

// The sessions of this machine: those in the person's folder of sessions and in the folders that
// people made in it, and those that were opened from elsewhere.
namespace shell {

constexpr char const* archives = "Archives"; // the folder of what was put away

struct ShelfAsked {
    std::filesystem::path sessions; // the person's folder
    std::filesystem::path cache;    // the file that remembers what was read
    std::filesystem::path labels;   // the file of `keep_label`
    std::vector<Preferences::Known> known;
    journal::FileLog::Options options;
};

// Reads what is there, a part at a time: what the cache remembers of a file that is the same by
// path, size and time is not read again. One that cannot be read is listed with the reason.
// The cache holds titles and verdicts, no name of a person, is for its owner alone, and forgets
// what is no longer there. Takes as long as the disk does: not for the thread that draws.
void read_shelf(ShelfAsked const& asked, ui::Shelved const& shelved);

// A name that a folder may have: no empty one, no path, not hidden, not that of the archives.
bool is_folder_name(std::string const& name);

} // namespace shell
