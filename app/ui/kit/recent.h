#pragma once

#include "base/result.h"
#include "model/document.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui {

enum class Ended { cleanly, without_warning };

// A case in the list of sessions.
struct ListedCase {
    int number = 0;
    std::string title;
    model::Verdict verdict = model::Verdict::none; // the committee's, else the workshop's
    friend bool operator==(ListedCase const&, ListedCase const&) = default;
};

// A session in the library.
struct Recent {
    std::filesystem::path path;
    std::int64_t changed_ms = 0; // Unix time of its last entry
    std::uint64_t entries = 0;
    Ended ended = Ended::cleanly;
    // Its document, set when a picture of it is shown, or when it was interrupted.
    std::optional<model::Document> document;
    std::size_t ballots_kept = 0; // in the ballot box of an open round

    // own: in the sessions folder, in its subfolder `folder` or in none; archived; elsewhere:
    // opened from another folder.
    enum class Where { own, archived, elsewhere } where = Where::elsewhere;
    std::string folder;
    std::string session; // the session's id; equal for copies
    std::string title;
    // Labels given on this machine.
    std::string place;
    std::vector<std::string> tags;
    model::Step step = model::Step::gather; // the furthest step reached
    std::vector<ListedCase> cases;          // visible ones, by number
    // The search text, see `index`; empty: not built yet.
    std::string text;
    std::optional<base::Error> unreadable; // why; the title is then the file name
};

// Fills in the data of a session from its document.
void describe(Recent& one, model::Document const& doc);
// Builds its search text: folded lines with title, place, file, tags and titles of cases. Slower
// than a search: called when sessions are read.
void index(Recent& one);

// A part of the library, as it is read: `sessions` in no order; the last part is marked.
struct ShelfPart {
    std::vector<Recent> sessions;
    std::vector<std::string> folders; // subfolders; in the last part
    bool last = false;
};
using Shelved = std::function<void(ShelfPart)>;

} // namespace ui
