#include "session/redact.h"

#include "base/text.h"
#include "edit/command.h"
#include "platform/disk.h"
#include "session/judge.h"
#include "session/outbox_path.h"
#include "session/reading.h"

#include <algorithm>

namespace session {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using journal::FileLog;
using journal::OpenMode;

struct ToRedact {
    FileLog::Opened file;
    model::Document document;
};

// Opens a valid file without an open vote.
Result<ToRedact> opened(fs::path const& path, OpenMode mode)
{
    auto file = FileLog::open(path, mode);
    if (!file) return fail(file.error());
    if (mode == OpenMode::write && !file->log->writable()) {
        auto const& why = file->notices;
        return fail(why.empty() ? file->log->why_closed() : why.front());
    }
    auto reading = read(*file->log);
    if (reading.fault) return fail(*reading.fault);
    if (auto const* fault = fault_of(file->notices)) return fail(*fault);
    for (auto const& [id, status] : model::table<model::RoundStatus>(reading.state.document))
        if (status.state == model::RoundState::open)
            return fail(Errc::conflict, "redact.round_open");
    return ToRedact{*std::move(file), std::move(reading.state.document)};
}

// The total of all redactions, this one included.
model::Redaction noted(model::Redaction was, journal::Redacted const& now, std::string_view word,
                       std::string const& former_hash)
{
    was.erased = was.erased + now.erased;
    was.word = word;
    if (now.chained_anew) was.former_hash = former_hash;
    return was;
}

// The replacement word of the file: of an earlier redaction, else by the language of the session.
std::string word_of(model::Document const& doc)
{
    auto former = model::get<model::Redaction>(doc).word;
    if (!former.empty()) return former;
    return std::string(model::erased_word(model::get<model::Profile>(doc).language));
}

Result<journal::Redacted> redacted(ToRedact const& from, journal::ToErase const& what,
                                   edit::Actor const& who, base::Clock& clock)
{
    auto const& log = *from.file.log;
    auto const word = word_of(from.document);
    auto lines = journal::without(log, what, word);
    if (!lines) return lines;
    if (lines->erased.total() == 0) return fail(Errc::not_found, "redact.nothing");
    edit::Command const command = edit::NoteRedaction{
        noted(model::get<model::Redaction>(from.document), *lines, word, log.hash(log.size()))};
    if (auto ok = edit::allowed(who, command); !ok) return fail(ok.error());
    auto changes = edit::plan(from.document, command);
    if (!changes) return fail(changes.error());
    journal::Entry const entry{
        log.size() + 1,         who.id.value,       clock.now_ms(), journal::Kind::act, 0,
        edit::name_of(command), *std::move(changes)};
    if (auto ok = journal::add(*lines, entry); !ok) return fail(ok.error());
    return lines;
}

Result<RedactionDone> put(journal::Redacted const& lines, std::uint64_t entries,
                          fs::path const& out, platform::Clobber clobber)
{
    auto const written = platform::write_whole(platform::real_disk(), out, lines.bytes, clobber,
                                               platform::Readers::everyone);
    if (!written) return fail(written.error());
    return RedactionDone{lines.erased, entries, lines.hash, lines.chained_anew};
}

// Closes a file, and with it its lock, where an open one cannot be replaced. Nothing may have been
// appended by another program since.
Result<void> release(ToRedact& from, fs::path const& path)
{
    if (platform::real_disk().replaces_open_files(path.parent_path())) return {};
    auto const before = platform::facts(path);
    from.file.box.reset();
    from.file.log.reset();
    auto const after = platform::facts(path);
    if (before && after && before->identity == after->identity && before->size == after->size)
        return {};
    return fail(Errc::conflict, "file.changed", path.filename().string());
}

} // namespace

bool too_short_to_erase(std::string const& word)
{
    return base::grapheme_count(base::trimmed(word)) < 2;
}

Result<RedactionDone> redact_to(fs::path const& file, fs::path const& out,
                                journal::ToErase const& what, edit::Actor const& who,
                                base::Clock& clock)
{
    auto const from = opened(file, OpenMode::read);
    if (!from) return fail(from.error());
    auto const lines = redacted(*from, what, who, clock);
    if (!lines) return fail(lines.error());
    return put(*lines, from->file.log->size() + 1, out, platform::Clobber::no);
}

Result<RedactionDone> redact_in_place(fs::path const& file, journal::ToErase const& what,
                                      edit::Actor const& who, base::Clock& clock)
{
    std::error_code failed;
    auto const path = fs::canonical(file, failed); // resolves links to the file
    if (failed) return fail(platform::unreadable(file));
    if (fs::exists(outbox_beside(path), failed)) return fail(Errc::conflict, "redact.outbox");
    auto from = opened(path, OpenMode::write); // locked until the end
    if (!from) return fail(from.error());
    auto const lines = redacted(*from, what, who, clock);
    if (!lines) return fail(lines.error());
    auto const entries = from->file.log->size() + 1;
    if (auto ok = release(*from, path); !ok) return fail(ok.error());
    return put(*lines, entries, path, platform::Clobber::yes);
}

Result<model::ErasedTexts> would_erase(fs::path const& file, journal::ToErase const& what)
{
    auto const from = opened(file, OpenMode::read);
    if (!from) return fail(from.error());
    auto const lines = journal::without(*from->file.log, what, model::erased_words[0]);
    if (!lines) return fail(lines.error());
    return lines->erased;
}

} // namespace session
