#include "ui/app/app.h"

// Export: writing files, and pictures for the clipboard.
namespace ui {

ExportJob App::export_job()
{
    auto const shown = workshop();
    ExportJob job;
    job.document = shown.doc();
    job.entries = shown.session.version;
    job.hash = dispatch_.session()->log().hash(job.entries);
    job.raised = board::raised_at(job.entries, shown.session.touches);
    job.language = settings_.language;
    return job;
}

void App::grant_one(ShowExport const&)
{
    if (!dispatch_.open() || in_the_booth()) return;
    auto const& title = model::get<model::Profile>(dispatch_.document()).title;
    export_.open(workshop().doc(), screen().image(dispatch_.document()),
                 dispatch_.export_folder(title));
}

void App::grant_one(ExportTo const& wish)
{
    export_.folder = wish.folder;
    export_.there.clear();
    dispatch_.chose_in(wish.folder);
}

void App::grant_one(WriteExport const& wish)
{
    if (!dispatch_.open() || !export_.shown || export_.writing) return;
    auto job = export_job();
    job.order = export_.order;
    job.folder = export_.folder;
    job.over = wish.over;
    export_.begin();
    dispatch_.write_export(
        std::move(job), [this, folder = export_.folder](ExportState const& state) {
            export_.writing = !state.ended();
            export_.written = state.written;
            export_.failed = state.failed;
            export_.there = state.there;
            if (state.failed || !state.there.empty() || !state.ended()) return;
            export_.close();
            say(words().text("export.written",
                             words().plural("export.files", static_cast<std::int64_t>(state.all)),
                             folder.string()),
                Tone::info);
        });
}

void App::grant_one(CopyPicture const&)
{
    if (!dispatch_.open() || in_the_booth()) return;
    auto job = export_job();
    auto const image = screen().image(job.document);
    if (!image) {
        tell({base::Errc::not_found, "picture.nothing", {}, 0});
        return;
    }
    auto const title = exchange::title_of(words(), job.document, *image);
    dispatch_.draw_picture(std::move(job), *image,
                           [this, title](base::Result<std::string> const& png) {
                               if (!png) {
                                   tell(png.error());
                                   return;
                               }
                               copied_picture_ = *png;
                               say(words().text("export.picture_copied", title), Tone::info);
                           });
}

} // namespace ui
