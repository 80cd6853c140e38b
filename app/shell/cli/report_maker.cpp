#include "shell/cli/report_maker.h"

#include "exchange/templates/template.h"
#include "session/replay.h"
#include "shell/machine/paths.h"
#include "wording/items.h"

#include <algorithm>
#include <iterator>

namespace shell {
namespace {

using base::fail;
using base::Result;

// Whether a notice is about the moment only: another window has the file open.
bool is_of_the_moment(base::Error const& notice)
{
    return notice.where == "file.locked" || notice.where == "file.read_only";
}

} // namespace

ReportMaker::ReportMaker(Means means, model::Document doc, exchange::Seal seal, ReportHead head)
    : means_(std::move(means))
    , doc_(std::move(doc))
    , seal_(std::move(seal))
    , included_(head.included)
{
    account_.organisation = std::move(head.organisation);
    account_.logo = std::move(head.logo);
}

Result<std::unique_ptr<ReportMaker>> ReportMaker::of(Opened const& opened, std::uint64_t n,
                                                     i18n::Language language, ReportHead head)
{
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    auto means = load_means(assets_dir(), language);
    if (!means) return fail(means.error());
    auto const& session = *opened.session;
    auto const then = session.replay().at(n);
    if (!then) return fail(then.error());
    auto const* shown = language == i18n::Language::english ? "en" : "fr";
    std::vector<base::Error> notices;
    std::ranges::remove_copy_if(opened.notices, std::back_inserter(notices), is_of_the_moment);
    auto doc = templates->shown(*then, shown);
    wording::call_items(means->words, doc);
    exchange::Seal seal{opened.id, n, session.log().hash(n)};
    std::unique_ptr<ReportMaker> out(
        new ReportMaker(*std::move(means), std::move(doc), std::move(seal), std::move(head)));
    auto account =
        account_of(out->means_, session, notices, n, out->included_, assets_dir(), cache_dir());
    account.doc = &out->doc_;
    account.organisation = std::move(out->account_.organisation);
    account.logo = std::move(out->account_.logo);
    out->account_ = std::move(account);
    out->raised_ = board::raised_at(n, session.touches());
    return out;
}

Result<std::string> ReportMaker::make(std::string_view output, exchange::Format format) const
{
    exchange::Given const given{
        means_.studio(raised_), doc_, included_, seal_, cache_dir(), account_};
    return exchange::output_named(output)->make(given, format, {}, {});
}

} // namespace shell
