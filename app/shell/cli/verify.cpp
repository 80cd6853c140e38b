#include "exchange/report/made_as.h"
#include "platform/disk.h"
#include "session/judge.h"
#include "shell/cli/report_maker.h"
#include "shell/files/signature.h"
#include "shell/machine/paths.h"
#include "wording/sessions.h"

#include <algorithm>
#include <ostream>

// `cadran verify`: checks a file, its signature and a report.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::Error;
using base::fail;
using base::Result;

// Why a report does not belong to a session at that moment; nothing when it does.
std::optional<Error> fault_between(exchange::SealOfReport const& report, Opened const& opened)
{
    auto const& seal = report.seal;
    auto const& log = opened.session->log();
    auto const entries = std::to_string(seal.entries);
    if (!report.whole) return Error{Errc::corrupt, "report.edited", {}, 0};
    if (seal.session != opened.id) return Error{Errc::conflict, "report.of_another", {}, 0};
    if (seal.entries > log.size()) return Error{Errc::conflict, "report.shorter", entries, 0};
    if (log.hash(seal.entries) != seal.hash)
        return Error{Errc::conflict, "report.differs", entries, 0};
    return {};
}

// Whether texts were erased after that entry: the page may still contain them.
bool erased_since(Opened const& opened, std::uint64_t n)
{
    auto const then = opened.session->replay().at(n);
    auto const now = model::get<model::Redaction>(opened.session->document());
    return then && !(model::get<model::Redaction>(*then) == now);
}

// Makes the page again and compares it completely: a forged page could have a valid hash of its
// own.
Result<void> check_figures(Opened const& opened, std::string const& page, std::uint64_t n)
{
    auto const made = exchange::read_options(page);
    if (!made) return fail(Errc::not_found, "report.no_options");
    auto const language = made->language == "en" ? i18n::Language::english : i18n::Language::french;
    auto const& options = made->options;
    ReportHead head{exchange::included_of(options.parts), options.organisation};
    if (made->has_logo) head.logo = exchange::Logo{"?", "image/png"};
    auto const maker = ReportMaker::of(opened, n, language, std::move(head));
    if (!maker) return fail(maker.error());
    bool const whole = options.form == exchange::ReportForm::full;
    auto const again = (*maker)->make(whole ? "report" : "one_page", exchange::Format::html);
    if (!again) return fail(again.error());
    if (exchange::comparable(*again) != exchange::comparable(page))
        return fail(Errc::conflict, "report.forged");
    return {};
}

int verify_report(Console const& console, fs::path const& file, fs::path const& report)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const page = platform::read_whole(report);
    if (!page) return say_error(console, page.error(), report);
    auto const sealed = exchange::read_seal(*page);
    if (!sealed) return say_error(console, sealed.error(), report);
    if (auto const fault = fault_between(*sealed, **opened))
        return say_error(console, *fault, report);
    auto const& seal = sealed->seal;
    auto const& words = console.words;
    auto const since = (*opened)->session->log().size() - seal.entries;
    console.out << (since == 0 ? words.text("cli.verify.report", exchange::short_code(seal))
                               : words.text("cli.verify.report.since", seal.entries,
                                            wording::entries(words, since)))
                << '\n';
    if (erased_since(**opened, seal.entries)) {
        console.out << words.text("cli.verify.report.erased") << '\n';
        return (*opened)->code;
    }
    if (auto const same = check_figures(**opened, *page, seal.entries); !same)
        return say_error(console, same.error(), report);
    console.out << words.text("cli.verify.report.figures") << '\n';
    return (*opened)->code;
}

int verify_signature(Console const& console, fs::path const& file, fs::path const& signer)
{
    auto const& words = console.words;
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& log = (*opened)->session->log();
    auto const found = check_signature(file, signer, cache_dir());
    if (!found) return say_error(console, found.error(), file);
    auto const& seal = found->seal;
    if (seal.session != (*opened)->id || seal.entries > log.size() ||
        log.hash(seal.entries) != seal.hash)
        return say_error(console, {Errc::conflict, "sign.of_another", {}, 0}, file);
    auto const code = exchange::short_code(seal);
    switch (found->checked) {
    case SignatureFound::Checked::signer:
        console.out << words.text("cli.verify.signed.by", code, found->by) << '\n';
        break;
    case SignatureFound::Checked::key:
        console.out << words.text("cli.verify.signed.key", code, found->by) << '\n';
        break;
    case SignatureFound::Checked::no:
        console.out << words.text("cli.verify.signed.unchecked", code) << '\n';
        break;
    }
    auto const since = log.size() - seal.entries;
    if (since > 0)
        console.out << words.text("cli.verify.signed.since", wording::entries(words, since))
                    << '\n';
    return 0;
}

// Prints how many texts were erased, and whether the entries record the same.
int print_erased(Console const& console, fs::path const& file, session::Judgement const& found)
{
    auto const& words = console.words;
    if (found.erased.total() > 0)
        console.out << words.text("cli.verify.erased",
                                  words.plural("erased.texts", found.erased.total()),
                                  wording::erased(words, found.erased))
                    << '\n';
    if (auto const& former = found.redaction.former_hash; !former.empty())
        console.out << words.text("cli.verify.former", exchange::short_code({{}, 0, former}))
                    << '\n';
    if (!found.redaction_differs()) return 0;
    return say_error(console, {Errc::conflict, "redact.differs", {}, 0}, file);
}

} // namespace

int verify(Console const& console, fs::path const& file, VerifyAsked const& asked)
{
    auto const found = session::judge(file);
    if (!found) return say_error(console, found.error(), file);
    if (found->fault) return say_error(console, *found->fault, file);
    console.out << console.words.text("cli.verify.holds",
                                      wording::entries(console.words, found->entries))
                << '\n';
    int code = print_erased(console, file, *found);
    if (is_signed(file))
        code = std::max(code, verify_signature(console, file, asked.signer));
    else if (!asked.signer.empty())
        code = say_error(console, {Errc::not_found, "sign.none", {}, 0}, file);
    if (!asked.report.empty()) code = std::max(code, verify_report(console, file, asked.report));
    return code;
}

} // namespace shell
