#pragma once

#include "exchange/images/images.h"
#include "exchange/report/printable.h"
#include "exchange/report/report.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What a session can be given back as: one table of outputs, and the files that an order for some
// of them makes. The export dialog shows what is in the table and nothing else.
namespace exchange {

// What is taken along. Nobody is named, and no ballot is shown by itself, unless asked for.
struct Included {
    bool names = false;       // who proposed, who answers a guard-rail question
    bool owners = true;       // who carries a decision
    bool ballots = false;     // one by one, in the order that their round shuffled them to
    bool descriptions = true; // need, description, source, cost, notes
    bool aside = true;        // cases set aside, and why; in reports and spreadsheets
    bool log = false;         // what happened, event by event; in reports and workbooks
    friend bool operator==(Included const&, Included const&) = default;
};

// The same as parts of a report, there and back.
ReportParts parts_of(Included const& included);
Included included_of(ReportParts const& parts);

// The document without what is left out; everything is made from it. Cases set aside stay in it:
// others refer to them.
model::Document shared_out(model::Document doc, Included const& included);

enum class Format { html, pdf, xlsx, ods, csv, md, json, png, svg };

// "xlsx": the name of the file ends with it.
std::string_view ending_of(Format format);
std::optional<Format> format_from_ending(std::string_view ending);

// What reports say beside the document, and what they are made with.
struct Account {
    // Whole: a report leaves out by itself what is not to be told, and says so where that matters.
    // None: as shared out.
    model::Document const* doc = nullptr;
    std::string organisation = {}; // at the head of each page; may be empty
    std::optional<Logo> logo = {};
    // See ReportedSession.
    std::int64_t first_ms = 0, last_ms = 0;
    std::vector<std::string> warnings = {};
    std::optional<story::Story> story = {}; // for Included::log
    // Of a PDF: its letters, and who prints it; none: there is no PDF, "report.no_printer".
    std::vector<Letters> letters = {};
    std::function<base::Result<std::string>(Printable const&)> print = {};
};

// What an output is made of. `doc` as `shared_out` left it.
struct Given {
    Studio studio;
    model::Document const& doc;
    Included included;
    Seal seal;                     // of the session at that moment
    std::filesystem::path scratch; // a folder for passing files
    Account account = {};
};

struct Order;

// One thing that can be given back. To add one: a row in outputs.cpp, its words in
// assets/i18n/*/export.po.
struct Output {
    std::string_view name; // stable: "workbook". Words: output.NAME, output.NAME.said, .file
    enum class Group { account, data, pictures } group = Group::data;
    std::vector<Format> formats;
    // Its one file; of pictures `image` says which.
    base::Result<std::string> (*make)(Given const& given, Format format, Image const& image,
                                      ImageSize size) = nullptr;
};
// In the order of the dialog. The program's own, for good.
std::span<Output const> outputs();
Output const* output_named(std::string_view name);

// What somebody asked for.
struct Order {
    std::set<std::pair<std::string, Format>> wanted; // name of the output, format
    std::set<Image> images;                          // of those, where pictures are wanted
    std::set<ImageSize> sizes = {ImageSize::screen};
    Included included;
    std::string organisation = {}; // at the head of reports
    std::optional<Logo> logo = {};
    friend bool operator==(Order const&, Order const&) = default;
};

// A file that an order makes, before it is made.
struct Planned {
    std::string file; // its name, without folder
    Output const* output = nullptr;
    Format format = Format::csv;
    Image image;
    ImageSize size = ImageSize::screen;
};
// Their names begin with the session's title, and no two are the same.
std::vector<Planned> files_of(i18n::Catalogue const& words, model::Document const& doc,
                              Order const& order);

// A text as a part of a file's name on any system, at most `most` characters; never empty.
std::string file_part(std::string_view text, std::size_t most = 60);

} // namespace exchange
