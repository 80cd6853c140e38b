#include "shell/files/export_files.h"

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

// The resources for making files, read on the thread that makes them.
struct Means {
    i18n::Catalogue words;
    board::Palette palette;
    pictures::FontFiles fonts;

    [[nodiscard]] exchange::Studio studio(ui::ExportJob const& job) const
    {
        return {words, palette, fonts, job.raised};
    }
};

Result<Means> load(fs::path const& assets, std::string const& language)
{
    auto words = i18n::Catalogue::load(assets, language == "en" ? i18n::Language::english
                                                                : i18n::Language::french);
    if (!words) return fail(words.error());
    auto palette = board::load_palette(assets / "themes" / "papier.theme"); // also used on paper
    if (!palette) return fail(palette.error());
    auto fonts = pictures::FontFiles::load(assets / "fonts");
    if (!fonts) return fail(fonts.error());
    return Means{std::move(*words), *palette, std::move(*fonts)};
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

Result<void> write_one(platform::Disk& disk, ui::ExportJob const& job, exchange::Given const& given,
                       exchange::Planned const& planned)
{
    auto const bytes = planned.output->make(given, planned.format, planned.image, planned.size);
    if (!bytes) return fail(bytes.error());
    auto path = job.folder / planned.file;
    if (job.over == ui::OverFiles::beside && is_taken(path)) path = beside(path);
    auto const over =
        job.over == ui::OverFiles::replaces ? platform::Clobber::yes : platform::Clobber::no;
    return platform::write_whole(disk, path, *bytes, over, platform::Readers::everyone);
}

} // namespace

void write_export(platform::Disk& disk, ui::ExportJob const& job, fs::path const& assets,
                  fs::path const& scratch, ui::Host::ExportTold const& told)
{
    ui::ExportState state;
    auto const refuse = [&](base::Error error) {
        state.failed = std::move(error);
        told(state);
    };
    auto const means = load(assets, job.language);
    if (!means) return refuse(means.error());
    auto const doc = exchange::shared_out(job.document, job.order.included);
    auto const files = exchange::files_of(means->words, doc, job.order);
    state.all = files.size();
    if (job.over == ui::OverFiles::asks)
        for (auto const& one : files)
            if (is_taken(job.folder / one.file)) state.there.push_back(one.file);
    if (!state.there.empty()) return told(state);
    std::error_code failed;
    fs::create_directories(job.folder, failed);
    if (failed) return refuse({Errc::io, "folder.create", job.folder.string(), 0});
    exchange::Given const given{means->studio(job), doc,      job.order.included,
                                job.entries,        job.hash, scratch};
    for (auto const& one : files) {
        if (auto const done = write_one(disk, job, given, one); !done) return refuse(done.error());
        ++state.written;
        told(state);
    }
    if (files.empty()) told(state);
}

Result<std::string> draw_picture(ui::ExportJob const& job, exchange::Image const& image,
                                 fs::path const& assets)
{
    auto const means = load(assets, job.language);
    if (!means) return fail(means.error());
    return exchange::image_bytes(means->studio(job), exchange::shared_out(job.document, {}), image,
                                 exchange::ImageSize::screen, exchange::ImageFormat::png);
}

} // namespace shell
