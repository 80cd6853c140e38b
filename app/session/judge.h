#pragma once

#include "journal/erase.h"
#include "session/session.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What a session file says, judged in one way for whoever reads it: the window, every command, and
// `verify`. Three things hold or do not: the chain of hashes ("file.damaged", by FileLog::open),
// the form of the entries ("file.form"), their sequence ("file.sequence"; see model::follow). The
// first line at fault is the one that is told.
namespace session {

struct OpenedFile {
    Session session;
    // What the person is to be told of the file, as FileLog::Opened; of its ballots the session
    // tells.
    std::vector<base::Error> notices;
    std::string id; // of the session, as the file's first line says it
};
// A session file, as far as it holds: where an entry cannot be followed the log ends before it and
// is only read from then on, and the notices say so instead of what they said of a later line.
// Errors as journal::FileLog::open.
base::Result<OpenedFile> open_file(std::filesystem::path const& path, journal::OpenMode mode,
                                   journal::FileLog::Options const& options, base::Clock& clock,
                                   base::Chance& chance);

// What a whole file says, which stays as it is.
struct Judgement {
    std::uint64_t entries = 0;        // that hold
    std::optional<base::Error> fault; // with its line; none: all hold
    // Texts of people that were erased, counted in its lines, and what its entries say of it.
    model::ErasedTexts erased;
    model::Redaction redaction;
    // Erased by another hand than a redaction, or put back: the counts say otherwise.
    [[nodiscard]] bool redaction_differs() const { return erased != redaction.erased; }
};
// Errors as journal::FileLog::open.
base::Result<Judgement> judge(std::filesystem::path const& path);

// The notice that says which line of a file is at fault, or null.
base::Error const* fault_of(std::vector<base::Error> const& notices);

} // namespace session
