#include "base/names.h"
#include "base/text.h"
#include "platform/disk.h"
#include "shell/cli/report_maker.h"

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

Result<ReportHead> head_of(ReportAsked const& asked)
{
    if (base::fold(asked.out.extension().string()) != ".html")
        return fail(Errc::invalid, "report.kind", asked.out.filename().string());
    if (!asked.pdf.empty() && base::fold(asked.pdf.extension().string()) != ".pdf")
        return fail(Errc::invalid, "report.pdf_kind", asked.pdf.filename().string());
    auto parts = parts_of(asked);
    if (!parts) return fail(parts.error());
    ReportHead head{exchange::included_of(*parts), asked.organisation};
    if (asked.logo.empty()) return head;
    auto bytes = platform::read_whole(asked.logo);
    if (!bytes) return fail(bytes.error());
    auto logo = exchange::read_logo(*std::move(bytes));
    if (!logo) return fail(Errc::invalid, logo.error().where, asked.logo.string());
    head.logo = *std::move(logo);
    return head;
}

} // namespace

int report(Console const& console, fs::path const& file, ReportAsked const& asked)
{
    auto head = head_of(asked);
    if (!head) return say_error(console, head.error());
    for (auto const& out : {asked.out, asked.pdf}) // before either is written
        if (auto const ok = may_write(out, asked.replaces); !out.empty() && !ok)
            return say_error(console, ok.error(), out);
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const maker = ReportMaker::of(**opened, (*opened)->session->log().size(),
                                       console.words.language(), *std::move(head));
    if (!maker) return say_error(console, maker.error());
    auto const* output = asked.form == ReportAsked::Form::one_page ? "one_page" : "report";
    auto const write = [&](fs::path const& out, exchange::Format format) {
        auto const bytes = (*maker)->make(output, format);
        return bytes ? write_out(out, *bytes, asked.replaces) : fail(bytes.error());
    };
    if (auto const written = write(asked.out, exchange::Format::html); !written)
        return say_error(console, written.error(), asked.out);
    console.out << console.words.text("report.written", asked.out.string(),
                                      exchange::short_code((*maker)->seal()))
                << '\n';
    if (asked.pdf.empty()) return (*opened)->code;
    if (auto const written = write(asked.pdf, exchange::Format::pdf); !written)
        return say_error(console, written.error(), asked.pdf);
    console.out << console.words.text("report.pdf", asked.pdf.string()) << '\n';
    return (*opened)->code;
}

} // namespace shell
