#include "base/names.h"
#include "exchange/outputs/outputs.h"
#include "exchange/templates/template.h"
#include "i18n/errors.h"
#include "platform/disk.h"
#include "session/judge.h"
#include "shell/cli/opened.h"
#include "shell/files/means.h"
#include "shell/files/paths.h"
#include "wording/sessions.h"

#include <ostream>

// `cadran report`, and `cadran verify` beside a report.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

Result<exchange::ReportParts> parts_of(ReportAsked const& asked)
{
    auto parts = exchange::usual_parts();
    for (auto const* list : {&asked.with, &asked.without})
        for (auto const& name : *list) {
            auto const part = base::from_name<exchange::ReportPart>(name);
            if (!part) return fail(Errc::invalid, "report.part", name);
            if (list == &asked.with)
                parts.insert(*part);
            else
                parts.erase(*part);
        }
    return parts;
}

// The included data and the logo of a report.
struct Head {
    exchange::Included included;
    std::optional<exchange::Logo> logo;
};
Result<Head> head_of(ReportAsked const& asked)
{
    if (asked.out.extension() != ".html")
        return fail(Errc::invalid, "report.kind", asked.out.filename().string());
    if (!asked.pdf.empty() && asked.pdf.extension() != ".pdf")
        return fail(Errc::invalid, "report.pdf_kind", asked.pdf.filename().string());
    auto parts = parts_of(asked);
    if (!parts) return fail(parts.error());
    Head head{exchange::included_of(*parts), {}};
    if (asked.logo.empty()) return head;
    auto bytes = platform::read_whole(asked.logo);
    if (!bytes) return fail(bytes.error());
    auto logo = exchange::read_logo(*std::move(bytes));
    if (!logo) return fail(Errc::invalid, logo.error().where, asked.logo.string());
    head.logo = *std::move(logo);
    return head;
}

Result<void> put(fs::path const& out, Result<std::string> const& bytes)
{
    if (!bytes) return fail(bytes.error());
    return platform::write_whole(platform::real_disk(), out, *bytes, platform::Clobber::yes,
                                 platform::Readers::everyone);
}

// Why a report does not belong to a session at that moment; nothing when it does.
std::optional<base::Error> fault_between(exchange::SealOfReport const& report,
                                         std::string const& session, journal::Log const& log)
{
    auto const& seal = report.seal;
    auto const entries = std::to_string(seal.entries);
    if (!report.whole) return base::Error{Errc::corrupt, "report.edited", {}, 0};
    if (seal.session != session) return base::Error{Errc::conflict, "report.of_another", {}, 0};
    if (seal.entries > log.size()) return base::Error{Errc::conflict, "report.shorter", entries, 0};
    if (log.hash(seal.entries) != seal.hash)
        return base::Error{Errc::conflict, "report.differs", entries, 0};
    return {};
}

int verify_beside(Console const& console, fs::path const& file, fs::path const& report)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& log = (*opened)->session->log();
    auto const page = platform::read_whole(report);
    if (!page) return say_error(console, page.error(), report);
    auto const sealed = exchange::read_seal(*page);
    if (!sealed) return say_error(console, sealed.error(), report);
    if (auto const fault = fault_between(*sealed, (*opened)->id, log))
        return say_error(console, *fault, report);
    auto const& seal = sealed->seal;
    auto const since = log.size() - seal.entries;
    console.out << (since == 0 ? console.words.text("cli.verify.report", exchange::short_code(seal))
                               : console.words.text("cli.verify.report.since", seal.entries,
                                                    wording::entries(console.words, since)))
                << '\n';
    return (*opened)->code;
}

} // namespace

int report(Console const& console, fs::path const& file, ReportAsked const& asked)
{
    auto head = head_of(asked);
    if (!head) {
        say_error(console, head.error());
        return head.error().code == Errc::io ? 1 : 2; // 2: a requested file does not exist
    }
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return say_error(console, templates.error());
    auto const means = load_means(assets_dir(), console.words.language());
    if (!means) return say_error(console, means.error());
    auto const& session = *(*opened)->session;
    auto const entries = session.log().size();
    auto const language = console.words.language() == i18n::Language::english ? "en" : "fr";
    auto const& included = head->included;
    auto const doc = templates->shown(session.document(), language);
    auto account = account_of(*means, session, (*opened)->notices, entries, included, assets_dir(),
                              cache_dir());
    account.doc = &doc;
    account.organisation = asked.organisation;
    account.logo = std::move(head->logo);
    auto const raised = board::raised_at(entries, session.touches());
    exchange::Given const given{means->studio(raised),
                                doc,
                                included,
                                {(*opened)->id, entries, session.log().hash(entries)},
                                cache_dir(),
                                std::move(account)};
    auto const& output =
        *exchange::output_named(asked.form == ReportAsked::Form::one_page ? "one_page" : "report");
    auto const write = [&](fs::path const& out, exchange::Format format) {
        return put(out, output.make(given, format, {}, {}));
    };
    if (auto const written = write(asked.out, exchange::Format::html); !written)
        return say_error(console, written.error(), asked.out);
    console.out << console.words.text("report.written", asked.out.string(),
                                      exchange::short_code(given.seal))
                << '\n';
    if (asked.pdf.empty()) return (*opened)->code;
    if (auto const written = write(asked.pdf, exchange::Format::pdf); !written)
        return say_error(console, written.error(), asked.pdf);
    console.out << console.words.text("report.pdf", asked.pdf.string()) << '\n';
    return (*opened)->code;
}

int verify(Console const& console, fs::path const& file, fs::path const& report)
{
    auto const found = session::judge(file);
    if (!found) return say_error(console, found.error(), file);
    if (found->fault) return say_error(console, *found->fault, file);
    console.out << console.words.text("cli.verify.holds",
                                      wording::entries(console.words, found->entries))
                << '\n';
    return report.empty() ? 0 : verify_beside(console, file, report);
}

} // namespace shell
