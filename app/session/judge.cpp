#include "session/judge.h"

#include <algorithm>

namespace session {
namespace {

bool is_fault(base::Error const& notice)
{
    return notice.where == "file.damaged" || notice.where == "file.form" ||
           notice.where == "file.sequence";
}

// Reads an opened log; reports the fault on the earliest line.
Reading judged(journal::FileLog::Opened& opened)
{
    auto reading = read(*opened.log);
    if (reading.fault) {
        std::erase_if(opened.notices, is_fault);
        opened.notices.push_back(*reading.fault);
    }
    return reading;
}

} // namespace

base::Result<OpenedFile> open_file(std::filesystem::path const& path, journal::OpenMode mode,
                                   journal::FileLog::Options const& options, base::Clock& clock,
                                   base::RandomSource& random)
{
    auto opened = journal::FileLog::open(path, mode, options);
    if (!opened) return base::fail(opened.error());
    auto reading = judged(*opened);
    auto notices = std::move(opened->notices);
    auto id = opened->log->header().session;
    return OpenedFile{Session::over(std::move(*opened), std::move(reading), clock, random),
                      std::move(notices), std::move(id)};
}

base::Result<Judgement> judge(std::filesystem::path const& path)
{
    auto opened = journal::FileLog::open(path, journal::OpenMode::read);
    if (!opened) return base::fail(opened.error());
    auto const reading = judged(*opened);
    Judgement out;
    out.entries = opened->log->size();
    out.redaction = model::get<model::Redaction>(reading.state.document);
    if (auto erased = journal::erased_in(*opened->log)) out.erased = *erased;
    if (auto const* fault = fault_of(opened->notices)) out.fault = *fault;
    return out;
}

base::Error const* fault_of(std::vector<base::Error> const& notices)
{
    auto const it = std::ranges::find_if(notices, is_fault);
    return it == notices.end() ? nullptr : &*it;
}

} // namespace session
