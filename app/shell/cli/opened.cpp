#include "shell/cli/opened.h"

#include "exchange/templates/template.h"
#include "i18n/errors.h"
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

Result<model::Document> as_shown(model::Document const& doc)
{
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    return templates->shown(doc, model::get<model::Profile>(doc).language);
}

} // namespace shell
