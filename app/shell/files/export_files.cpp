#include "shell/files/export_files.h"

#include "shell/files/means.h"
#include "shell/machine/machine.h"
#include "wording/items.h"

#include <algorithm>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

i18n::Language language_of(ui::ExportJob const& job)
{
    return job.language == "en" ? i18n::Language::english : i18n::Language::french;
}

// Whether an output needs data beyond the document: authors, times, history.
bool reads_the_file(ui::ExportJob const& job)
{
    return job.order.included.log || std::ranges::any_of(job.order.wanted, [](auto const& wanted) {
               auto const* output = exchange::output_named(wanted.first);
               return output && output->group == exchange::Output::Group::account;
           });
}

// Reads the session's file, which may be open elsewhere, for the data of a report. `conflict`
// "export.moved_on" when it does not match the screen.
Result<exchange::Account> account(Means const& means, ui::ExportJob& job, ExportFrom const& from)
{
    SystemClock clock;
    SystemRandomSource random;
    auto const file =
        session::open_file(job.session, journal::OpenMode::read, from.options, clock, random);
    if (!file) return fail(file.error());
    auto const& log = file->session.log();
    if (log.size() < job.seal.entries || log.hash(job.seal.entries) != job.seal.hash)
        return fail(Errc::conflict, "export.moved_on", job.session.filename().string());
    job.seal.session = file->id;
    auto out = account_of(means, file->session, file->notices, job.seal.entries, job.order.included,
                          from.assets, from.scratch);
    out.doc = &job.document;
    out.organisation = job.order.organisation;
    out.logo = job.order.logo;
    return out;
}

bool is_taken(fs::path const& path)
{
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

// An unused name: "Cas (2).xlsx".
fs::path beside(fs::path const& path)
{
    for (int n = 2;; ++n) {
        auto other = path;
        other.replace_filename(path.stem().string() + " (" + std::to_string(n) + ")" +
                               path.extension().string());
        if (!is_taken(other)) return other;
    }
}

// Writes one output; returns its size in bytes.
Result<std::uint64_t> write_one(platform::Disk& disk, ui::ExportJob const& job,
                                exchange::Given const& given, exchange::Planned const& planned)
{
    auto const bytes = planned.output->make(given, planned.format, planned.image, planned.size);
    if (!bytes) return fail(bytes.error());
    auto path = job.folder / planned.file;
    if (job.over == ui::OverFiles::beside && is_taken(path)) path = beside(path);
    auto const over =
        job.over == ui::OverFiles::replaces ? platform::Clobber::yes : platform::Clobber::no;
    auto const done = platform::write_whole(disk, path, *bytes, over, platform::Readers::everyone);
    if (!done) return fail(done.error());
    return bytes->size();
}

} // namespace

void write_export(platform::Disk& disk, ui::ExportJob job, ExportFrom const& from,
                  ui::Host::ExportTold const& told)
{
    ui::ExportState state;
    auto const refuse = [&](base::Error error) {
        state.failed = std::move(error);
        told(state);
    };
    auto means = load_means(from.assets, language_of(job));
    if (!means) return refuse(means.error());
    wording::call_items(means->words, job.document);
    auto const doc = exchange::shared_out(job.document, job.order.included);
    auto const files = exchange::files_of(means->words, doc, job.order);
    state.all = files.size();
    if (job.over == ui::OverFiles::asks)
        for (auto const& one : files)
            if (is_taken(job.folder / one.file)) state.there.push_back(one.file);
    if (!state.there.empty()) return told(state);
    exchange::Account said;
    if (reads_the_file(job)) {
        auto found = account(*means, job, from);
        if (!found) return refuse(found.error());
        said = *std::move(found);
    }
    std::error_code failed;
    fs::create_directories(job.folder, failed);
    if (failed) return refuse({Errc::io, "folder.create", job.folder.string(), 0});
    exchange::Given const given{means->studio(job.raised),
                                doc,
                                job.order.included,
                                job.seal,
                                from.scratch,
                                std::move(said)};
    for (auto const& one : files) {
        auto const done = write_one(disk, job, given, one);
        if (!done) return refuse(done.error());
        ++state.written;
        state.bytes += *done;
        told(state);
    }
    if (files.empty()) told(state);
}

Result<std::string> draw_picture(ui::ExportJob const& job, exchange::Image const& image,
                                 fs::path const& assets)
{
    auto means = load_means(assets, language_of(job));
    if (!means) return fail(means.error());
    wording::call_items(means->words, job.document);
    return exchange::image_bytes(means->studio(job.raised), exchange::shared_out(job.document, {}),
                                 image, exchange::ImageSize::screen, exchange::ImageFormat::png);
}

} // namespace shell
