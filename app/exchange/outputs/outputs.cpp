#include "exchange/outputs/outputs.h"

#include "base/text.h"
#include "exchange/report/log_lines.h"
#include "exchange/results/json.h"
#include "exchange/spreadsheets/write_text.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "model/change.h"
#include "wording/story.h"

#include <algorithm>
#include <array>

namespace exchange {
namespace {

using base::Result;

constexpr std::array<std::pair<Format, std::string_view>, 9> endings{{{Format::html, "html"},
                                                                      {Format::pdf, "pdf"},
                                                                      {Format::xlsx, "xlsx"},
                                                                      {Format::ods, "ods"},
                                                                      {Format::csv, "csv"},
                                                                      {Format::md, "md"},
                                                                      {Format::json, "json"},
                                                                      {Format::png, "png"},
                                                                      {Format::svg, "svg"}}};

Result<std::string> account(Given const& given, Format format, ReportForm form)
{
    auto const& from = given.account;
    ReportMeans const means{given.studio.words, given.studio.palette, given.studio.fonts};
    ReportedSession const session{
        from.doc ? *from.doc : given.doc,   given.seal, from.first_ms, from.last_ms, from.warnings,
        from.story ? &*from.story : nullptr};
    ReportOptions options;
    options.form = form;
    options.parts = parts_of(given.included);
    options.organisation = from.organisation;
    options.logo = from.logo;
    if (format != Format::pdf) return report_page(means, session, options);
    if (!from.print) return base::fail(base::Errc::not_found, "report.no_printer");
    return from.print(printable(means, session, options, from.letters));
}

Result<std::string> report(Given const& given, Format format, Image const&, ImageSize)
{
    return account(given, format, ReportForm::full);
}

Result<std::string> one_page(Given const& given, Format format, Image const&, ImageSize)
{
    return account(given, format, ReportForm::one_page);
}

// The events, one per row.
Grid log_grid(Given const& given, story::Story const& story)
{
    auto const& words = given.studio.words;
    Grid grid{words.text("export.sheet.log"),
              {words.text("report.log.when"), words.text("report.log.what")},
              {}};
    for (auto const& [at_ms, said] : log_lines(words, given.doc, story, parts_of(given.included)))
        grid.rows.push_back({{wording::moment(words, at_ms, 0)}, {said}});
    return grid;
}

Result<std::string> workbook(Given const& given, Format format, Image const&, ImageSize)
{
    auto const& words = given.studio.words;
    auto grids = grids_of(words, given.doc, given.included.aside ? Aside::told : Aside::left_out);
    if (format == Format::csv) return write_csv(words, grids.front());
    if (format == Format::md) return write_markdown(words, grids.front());
    if (given.included.ballots)
        for (auto& grid : ballot_grids(words, given.doc)) grids.push_back(std::move(grid));
    if (auto const& story = given.account.story; story && given.included.log)
        grids.push_back(log_grid(given, *story));
    return format == Format::ods ? write_ods(grids) : write_xlsx(grids, given.scratch);
}

Result<std::string> session(Given const& given, Format, Image const&, ImageSize)
{
    auto const ballots = given.included.ballots ? Ballots::one_by_one : Ballots::counted;
    return session_json(given.doc, given.seal.entries, given.seal.hash, ballots) + "\n";
}

Result<std::string> picture(Given const& given, Format format, Image const& image, ImageSize size)
{
    return image_bytes(given.studio, given.doc, image, size,
                       format == Format::svg ? ImageFormat::svg : ImageFormat::png);
}

} // namespace

std::span<Output const> outputs()
{
    using enum Format;
    static std::vector<Output> const all{
        {"report", Output::Group::account, {html, pdf}, report},
        {"one_page", Output::Group::account, {html, pdf}, one_page},
        {"workbook", Output::Group::data, {xlsx, ods, csv, md}, workbook},
        {"session", Output::Group::data, {json}, session},
        {"pictures", Output::Group::pictures, {png, svg}, picture},
    };
    return all;
}

Output const* output_named(std::string_view name)
{
    auto const found = std::ranges::find(outputs(), name, &Output::name);
    return found == outputs().end() ? nullptr : &*found;
}

std::string_view ending_of(Format format)
{
    return std::ranges::find(endings, format, &std::pair<Format, std::string_view>::first)->second;
}

std::optional<Format> format_from_ending(std::string_view ending)
{
    for (auto const& [format, known] : endings)
        if (known == ending) return format;
    return std::nullopt;
}

namespace {

constexpr std::array parts{std::pair{ReportPart::names, &Included::names},
                           std::pair{ReportPart::owners, &Included::owners},
                           std::pair{ReportPart::ballots, &Included::ballots},
                           std::pair{ReportPart::descriptions, &Included::descriptions},
                           std::pair{ReportPart::aside, &Included::aside},
                           std::pair{ReportPart::log, &Included::log}};
static_assert(parts.size() == base::Names<ReportPart>::list.size());

} // namespace

ReportParts parts_of(Included const& included)
{
    ReportParts out;
    for (auto const& [part, what] : parts)
        if (included.*what) out.insert(part);
    return out;
}

Included included_of(ReportParts const& some)
{
    Included out;
    for (auto const& [part, what] : parts) out.*what = some.contains(part);
    return out;
}

model::Document shared_out(model::Document doc, Included const& included)
{
    model::Changes changes;
    for (auto const& [id, one] : model::table<model::Case>(doc)) {
        auto kept = one;
        if (!included.names) kept.proposer.clear();
        if (!included.descriptions)
            for (auto* text :
                 {&kept.need, &kept.description, &kept.source, &kept.cost, &kept.notes})
                text->clear();
        model::put(changes, doc, id, kept);
    }
    for (auto const& [id, one] : model::table<model::Proposal>(doc)) {
        auto kept = one;
        if (!included.names) kept.from.clear();
        if (!included.descriptions) kept.description.clear();
        model::put(changes, doc, id, kept);
    }
    for (auto const& [key, one] : model::table<model::GuardAnswer>(doc)) {
        auto kept = one;
        if (!included.names) kept.who.clear();
        model::put(changes, doc, key, kept);
    }
    for (auto const& [key, one] : model::table<model::Decision>(doc)) {
        auto kept = one;
        if (!included.owners) kept.owner.clear();
        model::put(changes, doc, key, kept);
    }
    // Cannot fail: the changes were made from this document.
    (void)model::apply(doc, changes);
    return doc;
}

std::string file_part(std::string_view text, std::size_t most)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const c = base::character_at(text, at);
        auto const bytes = text.substr(at, c.bytes);
        at += c.bytes;
        // including no-break spaces
        bool const space = c.code <= 0x20 || c.code == 0xA0 || c.code == 0x202F;
        bool const refused =
            c.code < 0x80 && std::string_view("/\\:*?\"<>|").find(static_cast<char>(c.code)) !=
                                 std::string_view::npos;
        if (!space && !refused)
            out += bytes;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    out = base::truncated(base::trimmed(out), most, "");
    while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
    while (!out.empty() && (out.front() == '.' || out.front() == ' ')) out.erase(out.begin());
    return out.empty() ? "Cadran" : out;
}

std::vector<Planned> files_of(i18n::Catalogue const& words, model::Document const& doc,
                              Order const& order)
{
    std::vector<Planned> out;
    auto const title = file_part(model::get<model::Profile>(doc).title);
    auto const name_of_file = [&](std::string const& said, Format format) {
        return title + " - " + file_part(said, 80) + "." + std::string(ending_of(format));
    };
    auto const there = images_of(doc);
    for (auto const& output : outputs())
        for (auto const format : output.formats) {
            if (!order.wanted.contains({std::string(output.name), format})) continue;
            if (output.group != Output::Group::pictures) {
                out.push_back(
                    {name_of_file(words.text("output." + std::string(output.name) + ".file"),
                                  format),
                     &output,
                     format,
                     {},
                     {}});
                continue;
            }
            for (auto const& image : there) {
                if (!order.images.contains(image)) continue;
                for (auto const size : order.sizes) {
                    auto const paper = size == ImageSize::a3 ? " (A3)" : "";
                    out.push_back({name_of_file(brief_title_of(words, image) + paper, format),
                                   &output, format, image, size});
                }
            }
        }
    return out;
}

} // namespace exchange
