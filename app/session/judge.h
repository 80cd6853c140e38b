#pragma once

#include "journal/erase.h"
#include "session/session.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// Validation of a session file, the same for the window, every command and `verify`. Checked are:
// the hash chain ("file.damaged", by FileLog::open), the form of the entries ("file.form") and
// their sequence ("file.sequence"; see model::follow). The earliest line at fault is reported.
namespace session {

struct OpenedFile {
    Session session;
    // Messages about the file, as FileLog::Opened; those about its ballots are in Session::notices.
    std::vector<base::Error> notices;
    std::string id; // of the session, from the file's header
};
// Opens a session file as far as it is valid: where an entry cannot be applied the log ends before
// it and becomes read-only, and the notices report that line instead of a later one. Errors as
// journal::FileLog::open.
base::Result<OpenedFile> open_file(std::filesystem::path const& path, journal::OpenMode mode,
                                   journal::FileLog::Options const& options, base::Clock& clock,
                                   base::RandomSource& random);

// The result for a whole file, which is not changed.
struct Judgement {
    std::uint64_t entries = 0;        // number of valid entries
    std::optional<base::Error> fault; // with its line; none: all are valid
    // Erased texts as counted in the lines, and as recorded by the entries.
    model::ErasedTexts erased;
    model::Redaction redaction;
    // Whether texts were erased or restored without a redaction: the counts differ.
    [[nodiscard]] bool redaction_differs() const { return erased != redaction.erased; }
};
// Errors as journal::FileLog::open.
base::Result<Judgement> judge(std::filesystem::path const& path);

// The notice that names the line at fault, or null.
base::Error const* fault_of(std::vector<base::Error> const& notices);

} // namespace session
