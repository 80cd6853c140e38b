#include "base/names.h"
#include "exchange/report/report.h"
#include "exchange/templates/template.h"
#include "i18n/errors.h"
#include "platform/disk.h"
#include "platform/process.h"
#include "session/judge.h"
#include "shell/cli/opened.h"
#include "shell/files/paths.h"
#include "shell/files/printer.h"
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

Result<exchange::ReportOptions> options_of(ReportAsked const& asked)
{
    if (asked.out.extension() != ".html")
        return fail(Errc::invalid, "report.kind", asked.out.filename().string());
    if (!asked.pdf.empty() && asked.pdf.extension() != ".pdf")
        return fail(Errc::invalid, "report.pdf_kind", asked.pdf.filename().string());
    auto parts = parts_of(asked);
    if (!parts) return fail(parts.error());
    exchange::ReportOptions options;
    options.parts = *std::move(parts);
    options.organisation = asked.organisation;
    if (asked.form == ReportAsked::Form::one_page) options.form = exchange::ReportForm::one_page;
    if (asked.logo.empty()) return options;
    auto bytes = platform::read_whole(asked.logo);
    if (!bytes) return fail(bytes.error());
    auto logo = exchange::read_logo(*std::move(bytes));
    if (!logo) return fail(Errc::invalid, logo.error().where, asked.logo.string());
    options.logo = *std::move(logo);
    return options;
}

// The resources of a report, read from the program's assets.
struct Tools {
    exchange::Templates templates;
    board::Palette palette;
    pictures::FontFiles fonts;
};
Result<Tools> tools()
{
    auto templates = exchange::Templates::load(assets_dir());
    if (!templates) return fail(templates.error());
    auto palette = board::load_palette(assets_dir() / "themes" / "papier.theme");
    if (!palette) return fail(palette.error());
    auto fonts = pictures::FontFiles::load(assets_dir() / "fonts");
    if (!fonts) return fail(fonts.error());
    return Tools{*std::move(templates), *palette, *std::move(fonts)};
}

Result<void> put(fs::path const& out, std::string const& bytes)
{
    return platform::write_whole(platform::real_disk(), out, bytes, platform::Clobber::yes,
                                 platform::Readers::everyone);
}

// The interface's fonts, so that PDFs look the same on every machine.
std::vector<exchange::Letters> letters()
{
    std::vector<exchange::Letters> out;
    auto add = [&](char const* family, int weight, char const* file) {
        if (auto bytes = platform::read_whole(assets_dir() / "fonts" / file))
            out.push_back({family, weight, *std::move(bytes)});
    };
    add("Inter", 400, "Inter-Regular.otf");
    add("Inter", 500, "Inter-Medium.otf");
    add("Inter", 600, "Inter-SemiBold.otf");
    add("Inter Display", 600, "InterDisplay-SemiBold.otf");
    return out;
}

std::int64_t time_of(journal::Log const& log, std::uint64_t n)
{
    auto const entry = log.entry(n);
    return entry ? entry->at_ms : 0;
}

// Why a report does not belong to a session at that moment; nothing if it does.
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
    auto const options = options_of(asked);
    if (!options) {
        say_error(console, options.error());
        // the argument names something that does not exist
        return options.error().code == Errc::io ? 1 : 2;
    }
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const with = tools();
    if (!with) return say_error(console, with.error());
    auto const& session = *(*opened)->session;
    auto const& log = session.log();
    auto const language = console.words.language() == i18n::Language::english ? "en" : "fr";
    auto const doc = with->templates.shown(session.document(), language);
    exchange::ReportedSession reported{doc,
                                       {(*opened)->id, log.size(), log.hash(log.size())},
                                       time_of(log, 1),
                                       time_of(log, log.size()),
                                       {},
                                       nullptr};
    story::Teller teller(log);
    if (options->parts.contains(exchange::ReportPart::log)) {
        teller.advance(log.size());
        reported.story = &teller.story();
    }
    for (auto const& notice : (*opened)->notices)
        reported.warnings.push_back(i18n::sentence(console.words, notice));
    exchange::ReportMeans const means{console.words, with->palette, with->fonts};
    auto const page = exchange::report_page(means, reported, *options);
    if (auto const written = put(asked.out, page); !written)
        return say_error(console, written.error(), asked.out);
    console.out << console.words.text("report.written", asked.out.string(),
                                      exchange::short_code(reported.seal))
                << '\n';
    if (asked.pdf.empty()) return (*opened)->code;
    auto const drawn = [&] {
        auto again = *options;
        again.letters = letters();
        return exchange::report_page(means, reported, again);
    };
    auto const with_images = [&] {
        auto again = *options;
        again.pictures = exchange::ReportOptions::Pictures::images;
        return exchange::report_page(means, reported, again);
    };
    auto const pdf = printed({drawn, with_images},
                             cache_dir() / (std::to_string(platform::own_process()) + ".print"));
    if (!pdf) return say_error(console, pdf.error(), asked.pdf);
    if (auto const written = put(asked.pdf, *pdf); !written)
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
