#include "analysis/common/in_use.h"
#include "exchange/results/json.h"
#include "exchange/spreadsheets/grid.h"
#include "exchange/spreadsheets/write_text.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "exchange/templates/template.h"
#include "platform/disk.h"
#include "platform/process.h"
#include "shell/cli/opened.h"
#include "shell/files/file_host.h"
#include "shell/files/paths.h"

#include <ostream>

// `cadran export`: the cases and all that is said of them, as a file that others open.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

// libxlsxwriter writes files alone: a passing one in the cache of this person, then read.
Result<std::string> xlsx_bytes(std::vector<exchange::Grid> const& grids)
{
    std::error_code failed;
    fs::create_directories(cache_dir(), failed);
    auto const path = cache_dir() / (std::to_string(platform::own_process()) + ".xlsx.part");
    auto const written = exchange::write_xlsx(grids, path);
    auto bytes = written ? read_file(path) : Result<std::string>(fail(written.error()));
    fs::remove(path, failed);
    return bytes;
}

Result<std::string> bytes_of(Console const& console, session::Session const& session,
                             model::Document const& doc, fs::path const& out)
{
    auto const kind = out.extension().string();
    if (kind == ".json")
        return exchange::show_json(doc, session.log().size(),
                                   session.log().hash(session.log().size())) +
               "\n";
    auto const grids = exchange::grids_of(console.words, doc);
    if (kind == ".csv") return exchange::write_csv(console.words, grids.front());
    if (kind == ".md") return exchange::write_markdown(console.words, grids.front());
    if (kind == ".ods") return exchange::write_ods(grids);
    if (kind == ".xlsx") return xlsx_bytes(grids);
    return fail(Errc::invalid, "export.kind", out.filename().string());
}

} // namespace

int export_file(Console const& console, fs::path const& file, fs::path const& out)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& session = *(*opened)->session;
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return say_error(console, templates.error());
    auto const language = console.words.language() == i18n::Language::english ? "en" : "fr";
    auto const doc = templates->shown(session.document(), language);
    auto const bytes = bytes_of(console, session, doc, out);
    if (!bytes) return say_error(console, bytes.error(), out);
    auto const written = platform::write_whole(platform::real_disk(), out, *bytes,
                                               platform::Clobber::yes, platform::Readers::everyone);
    if (!written) return say_error(console, written.error(), out);
    console.out << console.words.plural("export.done", static_cast<std::int64_t>(
                                                           model::table<model::Case>(doc).size()))
                << '\n';
    return (*opened)->code;
}

} // namespace shell
