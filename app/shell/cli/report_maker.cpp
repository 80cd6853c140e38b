#include "shell/cli/report_maker.h"

#include "i18n/errors.h"
#include "session/replay.h"
#include "shell/files/paths.h"

namespace shell {
namespace {

using base::fail;
using base::Result;

std::int64_t time_of(journal::Log const& log, std::uint64_t n)
{
    auto const entry = log.entry(n);
    return entry ? entry->at_ms : 0;
}

// That another window has the file says nothing of what is in it.
bool is_of_the_moment(base::Error const& notice)
{
    return notice.where == "file.locked" || notice.where == "file.read_only";
}

} // namespace

Result<std::unique_ptr<ReportMaker>> ReportMaker::of(Opened const& opened, std::uint64_t n,
                                                     i18n::Catalogue const& words)
{
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    auto const palette = board::load_palette(assets_dir() / "themes" / "papier.theme");
    if (!palette) return fail(palette.error());
    auto fonts = pictures::FontFiles::load(assets_dir() / "fonts");
    if (!fonts) return fail(fonts.error());
    auto const& session = *opened.session;
    auto const then = session.replay().at(n);
    if (!then) return fail(then.error());
    auto const language = words.language() == i18n::Language::english ? "en" : "fr";
    std::unique_ptr<ReportMaker> out(new ReportMaker(session.log(), words, *palette,
                                                     *std::move(fonts),
                                                     templates->shown(*then, language)));
    out->seal_ = {opened.id, n, session.log().hash(n)};
    for (auto const& notice : opened.notices)
        if (!is_of_the_moment(notice)) out->warnings_.push_back(i18n::sentence(words, notice));
    return out;
}

std::string ReportMaker::page(exchange::ReportOptions const& options)
{
    exchange::ReportedSession reported{
        doc_, seal_, time_of(log_, 1), time_of(log_, seal_.entries), warnings_, nullptr};
    story::Teller teller(log_);
    if (options.parts.contains(exchange::ReportPart::log)) {
        teller.advance(seal_.entries);
        reported.story = &teller.story();
    }
    return exchange::report_page({words_, palette_, fonts_}, reported, options);
}

} // namespace shell
