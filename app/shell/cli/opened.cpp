#include "shell/cli/opened.h"

#include "base/text.h"
#include "exchange/templates/template.h"
#include "i18n/errors.h"
#include "platform/disk.h"
#include "session/judge.h"
#include "shell/machine/paths.h"
#include "wording/items.h"

#include <ostream>

namespace shell {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

Result<std::unique_ptr<Opened>> open_silently(fs::path const& file, journal::OpenMode mode)
{
    journal::FileLog::Options options;
    options.keys = state_dir() / "keys";
    options.patience = journal::FileLog::patient;
    auto opened = std::make_unique<Opened>();
    if (mode == journal::OpenMode::write && was_shared(file)) {
        auto shared = SharedSession::open(file, {}, options, opened->clock, opened->random);
        // Open elsewhere, or not to be written: it is read, with the reason.
        if (!shared && shared.error().where != "shared.read_only") return fail(shared.error());
        if (shared) {
            opened->shared = *std::move(shared);
            opened->session = opened->shared->hand_over();
            opened->id = opened->shared->id();
            opened->notices = opened->shared->notices();
            return opened;
        }
    }
    auto read = session::open_file(file, mode, options, opened->clock, opened->random);
    if (!read) return fail(read.error());
    opened->code = session::fault_of(read->notices) ? 1 : 0;
    opened->session = std::make_unique<session::Session>(std::move(read->session));
    opened->id = std::move(read->id);
    opened->notices = std::move(read->notices);
    return opened;
}

Result<std::unique_ptr<Opened>> open_session(Console const& console, fs::path const& file,
                                             journal::OpenMode mode)
{
    auto read = open_silently(file, mode);
    if (!read) return read;
    auto opened = *std::move(read);
    for (auto const& notice : opened->notices) {
        if (mode == journal::OpenMode::write && notice.where == "file.locked")
            return fail(Errc::locked, "file.busy", file.filename().string());
        say_error(console, notice, file);
    }
    for (auto const& notice : opened->session->notices())
        console.err << "cadran: " << i18n::sentence(console.words, notice) << '\n';
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    auto const* language = console.words.language() == i18n::Language::english ? "en" : "fr";
    wording::call_items(console.words, templates->shown(opened->session->document(), language));
    return opened;
}

namespace {

// Whether there is a folder to write this file in.
Result<void> has_folder(fs::path const& path)
{
    auto const folder = path.parent_path();
    std::error_code failed;
    if (folder.empty() || fs::exists(folder, failed)) return {};
    return fail(Errc::io, "file.none", folder.string());
}

} // namespace

Result<fs::path> as_session(fs::path path)
{
    auto const name = path.filename().string();
    if (base::trimmed(name).empty() || name.front() == '.')
        return fail(Errc::invalid, "file.name", path.string());
    if (auto ok = has_folder(path); !ok) return fail(ok.error());
    if (base::fold(path.extension().string()) == ".cadran") path.replace_extension();
    return path += ".cadran";
}

Result<void> may_write(fs::path const& out, Replaces replaces)
{
    std::error_code failed;
    if (auto ok = has_folder(out); !ok) return ok;
    if (fs::is_directory(out, failed)) return fail(platform::unreadable(out));
    if (replaces == Replaces::nothing && fs::exists(fs::symlink_status(out, failed)))
        return fail(Errc::conflict, "out.exists", out.string());
    return {};
}

Result<void> write_out(fs::path const& out, std::string const& bytes, Replaces replaces)
{
    if (auto ok = may_write(out, replaces); !ok) return ok;
    auto const clobber =
        replaces == Replaces::file ? platform::Clobber::yes : platform::Clobber::no;
    return platform::write_whole(platform::real_disk(), out, bytes, clobber,
                                 platform::Readers::everyone);
}

Result<model::Document> as_shown(model::Document const& doc)
{
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    return templates->shown(doc, model::get<model::Profile>(doc).language);
}

} // namespace shell
