#pragma once

#include "exchange/images/images.h"

#include <cstdint>
#include <filesystem>
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
    friend bool operator==(Included const&, Included const&) = default;
};

// The document without what is left out; everything is made from it.
model::Document shared_out(model::Document doc, Included const& included);

enum class Format { html, xlsx, ods, csv, md, json, png, svg };

// "xlsx": the name of the file ends with it.
std::string_view ending_of(Format format);
std::optional<Format> format_from_ending(std::string_view ending);

// What an output is made of. `doc` as `shared_out` left it.
struct Given {
    Studio studio;
    model::Document const& doc;
    Included included;
    std::uint64_t entries = 0; // of the session, and the hash of the last one
    std::string hash;
    std::filesystem::path scratch; // a folder for passing files
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
