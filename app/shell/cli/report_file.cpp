#include "base/names.h"
#include "exchange/report/report.h"
#include "platform/disk.h"
#include "platform/process.h"
#include "shell/cli/report_maker.h"
#include "shell/files/paths.h"
#include "shell/files/printer.h"

#include <ostream>

// `cadran report`.
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

Result<void> put(fs::path const& out, std::string const& bytes)
{
    return platform::write_whole(platform::real_disk(), out, bytes, platform::Clobber::yes,
                                 platform::Readers::everyone);
}

// The letters of the interface, so that a PDF is the same on every machine.
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

} // namespace

int report(Console const& console, fs::path const& file, ReportAsked const& asked)
{
    auto const options = options_of(asked);
    if (!options) {
        say_error(console, options.error());
        return options.error().code == Errc::io ? 1 : 2; // asked for what does not exist
    }
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const maker =
        ReportMaker::of(**opened, (*opened)->session->log().size(), console.words);
    if (!maker) return say_error(console, maker.error());
    auto const page = (*maker)->page(*options);
    if (auto const written = put(asked.out, page); !written)
        return say_error(console, written.error(), asked.out);
    console.out << console.words.text("report.written", asked.out.string(),
                                      exchange::short_code((*maker)->seal()))
                << '\n';
    if (asked.pdf.empty()) return (*opened)->code;
    auto const drawn = [&] {
        auto again = *options;
        again.letters = letters();
        return (*maker)->page(again);
    };
    auto const with_images = [&] {
        auto again = *options;
        again.pictures = exchange::ReportOptions::Pictures::images;
        return (*maker)->page(again);
    };
    auto const pdf = printed({drawn, with_images},
                             cache_dir() / (std::to_string(platform::own_process()) + ".print"));
    if (!pdf) return say_error(console, pdf.error(), asked.pdf);
    if (auto const written = put(asked.pdf, *pdf); !written)
        return say_error(console, written.error(), asked.pdf);
    console.out << console.words.text("report.pdf", asked.pdf.string()) << '\n';
    return (*opened)->code;
}

} // namespace shell
