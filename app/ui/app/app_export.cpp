#include "ui/app/app.h"
#include "wording/sessions.h"

#include <utility>

// Export: writing files, and pictures for the clipboard.
namespace ui {

ExportJob App::export_job()
{
    auto const shown = workshop();
    ExportJob job;
    job.document = shown.doc();
    job.session = dispatch_.path();
    job.seal = seal();
    job.raised = board::raised_at(job.seal.entries, shown.session.touches);
    job.language = settings_.language;
    return job;
}

// Of the state shown; the id is read from the session's file.
exchange::Seal App::seal()
{
    auto const entries = workshop().session.version;
    return {{}, entries, dispatch_.session()->log().hash(entries)};
}

void App::grant_one(ShowExport const&)
{
    if (!dispatch_.open() || in_the_booth()) return;
    auto const& title = model::get<model::Profile>(dispatch_.document()).title;
    export_.can_print = dispatch_.can_print();
    export_.head = dispatch_.letterhead();
    export_.open(workshop().doc(), screen().image(dispatch_.document()),
                 dispatch_.export_folder(title), seal());
    auto const& logo = export_.head.logo;
    if (!logo.empty() && !export_.order.logo) export_.take_logo(logo, dispatch_.read_file(logo));
}

// Carries out requests of the export dialog, after it is drawn.
void App::serve_export()
{
    if (std::exchange(export_.wants_logo, false)) file_.open_picture(dispatch_.places());
    if (auto const picture = std::exchange(file_.picture, std::nullopt))
        export_.take_logo(*picture, dispatch_.read_file(*picture));
    if (!std::exchange(export_.head_kept, true)) dispatch_.keep_letterhead(export_.head);
}

void App::grant_one(ExportTo const& wish)
{
    dispatch_.chose_in(wish.folder);
    if (auto const part = std::exchange(rooms_.saving, std::nullopt)) {
        auto* rooms = dispatch_.shared();
        auto const saved = rooms ? rooms->save_invitation(*part, wish.folder)
                                 : base::fail(base::Errc::not_found, "file.read");
        if (saved)
            say(words().text("rooms.invite.saved", saved->string()), Tone::info);
        else
            tell(saved.error());
        return;
    }
    export_.folder = wish.folder;
    export_.there.clear();
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
            export_.last_bytes = state.bytes;
            say(words().text("export.written",
                             words().plural("export.files", static_cast<std::int64_t>(state.all)),
                             wording::file_size(words(), state.bytes), folder.string()),
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
