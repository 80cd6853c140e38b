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

// A case as the start screen knows it.
struct ListedCase {
    int number = 0;
    std::string title;
    model::Verdict verdict = model::Verdict::none; // the committee's, else the workshop's
    friend bool operator==(ListedCase const&, ListedCase const&) = default;
};

// A session of this machine, as the start screen shows it.
struct Recent {
    std::filesystem::path path;
    std::int64_t changed_ms = 0; // Unix time of its last entry
    std::uint64_t entries = 0;
    Ended ended = Ended::cleanly;
    // What was read of it: by whoever shows a picture of it, and at once where it was interrupted.
    std::optional<model::Document> document;
    std::size_t ballots_kept = 0; // in the ballot box of an open round

    // own: in the person's folder of sessions, in `folder` or in none; archived: put away there;
    // elsewhere: opened from somewhere else on this machine.
    enum class Where { own, archived, elsewhere } where = Where::elsewhere;
    std::string folder;
    std::string session; // what its file says it is: copies say the same
    std::string title;
    // What a person of this machine says of it, for finding it.
    std::string place;
    std::vector<std::string> tags;
    model::Step step = model::Step::gather; // the furthest that the room went
    std::vector<ListedCase> cases;          // visible ones, by number
    // All that it is found by, see `index`; empty: not made yet.
    std::string text;
    std::optional<base::Error> unreadable; // why; its title is then the name of the file
};

// What the list says of a session, from its document.
void describe(Recent& one, model::Document const& doc);
// Makes its text: folded, one line each for title, place, file, tags and titles of cases. Costs
// more than a search does: made where sessions are read.
void index(Recent& one);

// What is on the shelf, in parts as it is read: `sessions` in no order; the last part says so.
struct ShelfPart {
    std::vector<Recent> sessions;
    std::vector<std::string> folders; // of the person's own; in the last part
    bool last = false;
};
using Shelved = std::function<void(ShelfPart)>;

} // namespace ui
