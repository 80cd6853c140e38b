#include "exchange/outputs/outputs.h"

#include "base/text.h"
#include "exchange/results/json.h"
#include "exchange/spreadsheets/write_text.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "model/change.h"

#include <algorithm>
#include <array>

namespace exchange {
namespace {

using base::Result;

constexpr std::array<std::pair<Format, std::string_view>, 8> endings{{{Format::html, "html"},
                                                                      {Format::xlsx, "xlsx"},
                                                                      {Format::ods, "ods"},
                                                                      {Format::csv, "csv"},
                                                                      {Format::md, "md"},
                                                                      {Format::json, "json"},
                                                                      {Format::png, "png"},
                                                                      {Format::svg, "svg"}}};

Result<std::string> workbook(Given const& given, Format format, Image const&, ImageSize)
{
    auto const& words = given.studio.words;
    auto grids = grids_of(words, given.doc);
    if (format == Format::csv) return write_csv(words, grids.front());
    if (format == Format::md) return write_markdown(words, grids.front());
    if (given.included.ballots)
        for (auto& grid : ballot_grids(words, given.doc)) grids.push_back(std::move(grid));
    return format == Format::ods ? write_ods(grids) : write_xlsx(grids, given.scratch);
}

Result<std::string> session(Given const& given, Format, Image const&, ImageSize)
{
    auto const ballots = given.included.ballots ? Ballots::one_by_one : Ballots::counted;
    return session_json(given.doc, given.entries, given.hash, ballots) + "\n";
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
    // They were made against this very document: there is nothing to refuse.
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
        bool const space = c.code <= 0x20 || c.code == 0xA0 || c.code == 0x202F; // no-break ones
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
