#include "shell/cli/opened.h"

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

Result<std::unique_ptr<Opened>> open_session(Console const& console, fs::path const& file,
                                             journal::OpenMode mode)
{
    journal::FileLog::Options options;
    options.keys = state_dir() / "keys";
    options.patience = journal::FileLog::patient;
    auto opened = std::make_unique<Opened>();
    auto read = session::open_file(file, mode, options, opened->clock, opened->random);
    if (!read) return fail(read.error());
    for (auto const& notice : read->notices) say_error(console, notice, file);
    opened->code = session::fault_of(read->notices) ? 1 : 0;
    for (auto const& notice : read->session.notices())
        console.err << "cadran: " << i18n::sentence(console.words, notice) << '\n';
    opened->session.emplace(std::move(read->session));
    opened->id = std::move(read->id);
    opened->notices = std::move(read->notices);
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    auto const* language = console.words.language() == i18n::Language::english ? "en" : "fr";
    wording::call_items(console.words, templates->shown(opened->session->document(), language));
    return opened;
}

Result<void> may_write(fs::path const& out, Replaces replaces)
{
    std::error_code failed;
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
