#include "exchange/recognise/kind.h"

#include "base/text.h"
#include "exchange/recognise/encoding.h"
#include "exchange/recognise/zip_names.h"

#include <algorithm>
#include <array>

namespace exchange {
namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    std::size_t at;
    Kind kind;
};
constexpr std::array magics{
    Magic{"\x89PNG\r\n"sv, 0, Kind::picture},
    Magic{"\xFF\xD8\xFF"sv, 0, Kind::picture},
    Magic{"GIF87a"sv, 0, Kind::picture},
    Magic{"GIF89a"sv, 0, Kind::picture},
    Magic{"II*\0"sv, 0, Kind::picture},
    Magic{"MM\0*"sv, 0, Kind::picture},
    Magic{"WEBP"sv, 8, Kind::picture},
    Magic{"ftypheic"sv, 4, Kind::picture},
    Magic{"ftypavif"sv, 4, Kind::picture},
    Magic{"ftypmif1"sv, 4, Kind::picture},
    Magic{"ftyp"sv, 4, Kind::recording},
    Magic{"ID3"sv, 0, Kind::recording},
    Magic{"OggS"sv, 0, Kind::recording},
    Magic{"fLaC"sv, 0, Kind::recording},
    Magic{"WAVEfmt"sv, 8, Kind::recording},
    Magic{"AVI LIST"sv, 8, Kind::recording},
    Magic{"\x1A\x45\xDF\xA3"sv, 0, Kind::recording},
    Magic{"\x1F\x8B"sv, 0, Kind::archive},
    Magic{"7z\xBC\xAF\x27\x1C"sv, 0, Kind::archive},
    Magic{"Rar!\x1A\x07"sv, 0, Kind::archive},
    Magic{"\xFD"
          "7zXZ\0"sv,
          0, Kind::archive},
    Magic{"BZh"sv, 0, Kind::archive},
    Magic{"\x28\xB5\x2F\xFD"sv, 0, Kind::archive},
    Magic{"ustar"sv, 257, Kind::archive},
    Magic{"{\\rtf"sv, 0, Kind::document},
    Magic{"\x7F"
          "ELF"sv,
          0, Kind::binary},
    Magic{"SQLite format 3\0"sv, 0, Kind::binary},
    Magic{"MZ\x90\0"sv, 0, Kind::binary},
};

// A name in UTF-16, as in old office files.
std::string wide(std::string_view name)
{
    std::string out;
    for (char c : name) out += c, out += '\0';
    return out;
}

// Compound files: recognised by the names of their streams.
Kind old_office(std::string_view bytes)
{
    auto const has = [&](std::string_view name) {
        return bytes.find(wide(name)) != std::string_view::npos;
    };
    if (has("EncryptedPackage")) return Kind::locked;
    if (has("WordDocument")) return Kind::document;
    if (has("PowerPoint Document")) return Kind::slides;
    if (has("Workbook") || has("Book")) return Kind::old_workbook;
    return Kind::binary;
}

Kind zipped(std::string_view bytes)
{
    Kind kind = Kind::zip;
    for (auto const& name : zip_names(bytes)) {
        if (name == "xl/workbook.xml") return Kind::workbook;
        if (name == "xl/workbook.bin") return Kind::old_workbook;
        if (name.starts_with("word/")) return Kind::document;
        if (name.starts_with("ppt/")) return Kind::slides;
        if (name.starts_with("Index/") && name.ends_with(".iwa")) return Kind::numbers;
        if (name == "mimetype") { // stored uncompressed, and first
            auto const start = bytes.substr(0, 200);
            auto const says = [&](std::string_view what) {
                return start.find("application/vnd.oasis.opendocument." + std::string(what)) !=
                       std::string_view::npos;
            };
            if (says("spreadsheet")) return Kind::open_sheet;
            if (says("presentation")) return Kind::slides;
            if (says("text")) return Kind::document;
        }
    }
    return kind;
}

// Whether there are many control characters; a few are tolerated in text.
bool looks_binary(std::string_view text)
{
    std::size_t odd = 0;
    for (char c : text) {
        auto const b = static_cast<unsigned char>(c);
        odd += (b < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') ? 1 : 0;
    }
    constexpr std::size_t few = 4;
    return odd >= few && odd * 50 > text.size();
}

bool is_wide(std::string_view encoding)
{
    return encoding.starts_with("UTF-") && encoding != "UTF-8";
}

bool starts_json(std::string_view text)
{
    if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
    auto const open = text.front();
    text.remove_prefix(1);
    auto const next = text.find_first_not_of(" \t\n");
    if (next == std::string_view::npos) return false;
    return open == '{'
               ? text[next] == '"' || text[next] == '}'
               : text[next] == '{' || text[next] == '[' || text[next] == '"' || text[next] == ']';
}

bool starts_html(std::string_view text)
{
    auto const start = base::fold(text.substr(0, 200));
    constexpr std::array heads{"<!doctype html"sv, "<html"sv, "<table"sv, "<meta "sv,
                               "<head"sv,          "<body"sv, "<ul"sv,    "<ol"sv};
    return std::ranges::any_of(heads, [&](auto head) { return start.starts_with(head); });
}

bool starts_xml(std::string_view text)
{
    return text.starts_with("<?xml") || text.starts_with("<svg");
}

} // namespace

Kind kind_of(std::string_view bytes)
{
    if (bytes.empty()) return Kind::empty;
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
        return zipped(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return old_office(bytes);
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Kind::pdf;
    for (auto const& magic : magics)
        if (bytes.size() > magic.at && bytes.substr(magic.at).starts_with(magic.bytes))
            return magic.kind;
    if (bytes.starts_with(R"({"hash":")") &&
        bytes.substr(0, 300).find(R"("cadran")") != std::string_view::npos)
        return Kind::session;
    constexpr std::size_t sampled = 64UL * 1024;
    auto const sample = bytes.substr(0, sampled);
    auto const decoded = decode(sample);
    if (!is_wide(decoded.encoding) && looks_binary(sample)) return Kind::binary;
    auto const text = base::trimmed(decoded.text);
    if (starts_json(text)) return Kind::json;
    if (starts_html(text)) return Kind::web_page;
    if (starts_xml(text)) {
        auto const plain = base::fold(std::string_view(text).substr(0, 4096));
        bool const page = plain.find("<html") != std::string::npos;
        return page ? Kind::web_page : Kind::markup;
    }
    if (text.starts_with("BEGIN:VCALENDAR") || text.starts_with("BEGIN:VCARD"))
        return Kind::calendar;
    return Kind::text;
}

std::optional<base::Error> not_read(Kind kind)
{
    auto const named = [](char const* name) {
        return base::Error{base::Errc::invalid, std::string("import.kind.") + name, {}, 0};
    };
    switch (kind) {
    case Kind::empty: return base::Error{base::Errc::invalid, "import.empty", {}, 0};
    case Kind::text:
    case Kind::json:
    case Kind::workbook:
    case Kind::open_sheet: return std::nullopt;
    case Kind::session: return named("session");
    case Kind::web_page: return named("web_page");
    case Kind::old_workbook: return named("old_workbook");
    case Kind::document: return named("document");
    case Kind::slides: return named("slides");
    case Kind::zip: return named("zip");
    case Kind::archive: return named("archive");
    case Kind::pdf: return named("pdf");
    case Kind::picture: return named("picture");
    case Kind::recording: return named("recording");
    case Kind::locked: return named("locked");
    case Kind::markup: return named("markup");
    case Kind::calendar: return named("calendar");
    case Kind::numbers: return named("numbers");
    case Kind::binary: return named("binary");
    }
    return std::nullopt;
}

} // namespace exchange
