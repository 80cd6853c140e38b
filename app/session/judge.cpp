#include "session/judge.h"

#include "model/follow.h"

#include <algorithm>

namespace session {
namespace {

bool is_fault(base::Error const& notice)
{
    return notice.where == "file.damaged" || notice.where == "file.form" ||
           notice.where == "file.sequence";
}

} // namespace

void judge(journal::FileLog::Opened& opened)
{
    auto& log = *opened.log;
    model::Document doc;
    std::uint64_t n = 0;
    if (auto snapshot = log.snapshot()) {
        n = snapshot->n;
        doc = snapshot->document;
        log.give_back(std::move(*snapshot));
    }
    while (n < log.size()) {
        auto const entry = log.entry(n + 1);
        auto const followed = entry ? model::follow(doc, entry->changes)
                                    : base::Result<void>(base::fail(entry.error()));
        if (followed) {
            ++n;
            continue;
        }
        auto fault = followed.error();
        fault.line = n + 2; // the header is line 1
        log.end_at(n);
        std::erase_if(opened.notices, is_fault);
        opened.notices.push_back(std::move(fault));
    }
}

base::Result<Judgement> judge(std::filesystem::path const& path)
{
    auto opened = journal::FileLog::open(path, journal::OpenMode::read);
    if (!opened) return base::fail(opened.error());
    judge(*opened);
    Judgement out{opened->log->size(), std::nullopt};
    if (auto const* fault = fault_of(opened->notices)) out.fault = *fault;
    return out;
}

base::Error const* fault_of(std::vector<base::Error> const& notices)
{
    auto const it = std::ranges::find_if(notices, is_fault);
    return it == notices.end() ? nullptr : &*it;
}

} // namespace session
