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

// What a session can be exported to: a table of outputs, shown by the export dialog, and the files
// of an order.
namespace exchange {

// What is included. By default no names and no single ballots.
struct Included {
    bool names = false;       // proposers, and who answers guard-rail questions
    bool owners = true;       // owners of decisions
    bool ballots = false;     // single ballots, in their shuffled order
    bool descriptions = true; // need, description, source, cost, notes
    bool aside = true;        // cases set aside, with reasons; in reports and spreadsheets
    bool log = false;         // the history, event by event; in reports and workbooks
    friend bool operator==(Included const&, Included const&) = default;
};

// Converts to the parts of a report, and back.
ReportParts parts_of(Included const& included);
Included included_of(ReportParts const& some);

// The document without the excluded data; all outputs are made from it. Cases set aside stay in it,
// as others refer to them.
model::Document shared_out(model::Document doc, Included const& included);

enum class Format { html, pdf, xlsx, ods, csv, md, json, png, svg };

// The file name extension: "xlsx".
std::string_view ending_of(Format format);
std::optional<Format> format_from_ending(std::string_view ending);

// The input of reports besides the document.
struct Account {
    // The complete document: a report leaves out data itself, and states it where that matters.
    // Null: the document of `shared_out`.
    model::Document const* doc = nullptr;
    std::string organisation = {}; // at the top of each page; may be empty
    std::optional<Logo> logo = {};
    // As in ReportedSession.
    std::int64_t first_ms = 0, last_ms = 0;
    std::vector<std::string> warnings = {};
    std::optional<story::Story> story = {}; // needed for Included::log
    // For PDF: the fonts and the printer; without a printer, "report.no_printer".
    std::vector<Letters> letters = {};
    std::function<base::Result<std::string>(Printable const&)> print = {};
};

// The input of an output. `doc` is the result of `shared_out`.
struct Given {
    Studio studio;
    model::Document const& doc;
    Included included;
    Seal seal;                     // of the session at that moment
    std::filesystem::path scratch; // a folder for temporary files
    Account account = {};
};

struct Order;

// One output. To add one: a row in outputs.cpp and its words in assets/i18n/*/export.po.
struct Output {
    std::string_view name; // permanent: "workbook". Words: output.NAME, output.NAME.said, .file
    enum class Group { account, data, pictures } group = Group::data;
    std::vector<Format> formats;
    // Makes the file; `image` says which picture.
    base::Result<std::string> (*make)(Given const& given, Format format, Image const& image,
                                      ImageSize size) = nullptr;
};
// In the order of the dialog. Static storage.
std::span<Output const> outputs();
Output const* output_named(std::string_view name);

// The user's request.
struct Order {
    std::set<std::pair<std::string, Format>> wanted; // name of the output, format
    std::set<Image> images;                          // the pictures wanted
    std::set<ImageSize> sizes = {ImageSize::screen};
    Included included;
    std::string organisation = {}; // at the top of reports
    std::optional<Logo> logo = {};
    friend bool operator==(Order const&, Order const&) = default;
};

// A file of an order, before it is made.
struct Planned {
    std::string file; // its name, without folder
    Output const* output = nullptr;
    Format format = Format::csv;
    Image image;
    ImageSize size = ImageSize::screen;
};
// Unique names that begin with the session's title.
std::vector<Planned> files_of(i18n::Catalogue const& words, model::Document const& doc,
                              Order const& order);

// A text made valid as part of a file name on any system, at most `most` characters; never empty.
std::string file_part(std::string_view text, std::size_t most = 60);

} // namespace exchange
