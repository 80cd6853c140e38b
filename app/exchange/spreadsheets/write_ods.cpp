#include "exchange/spreadsheets/write_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <minizip/zip.h>
#include <string_view>

// OpenDocument 1.2: a ZIP of "mimetype" (first, uncompressed), a manifest, styles and content.
namespace exchange {
namespace {

constexpr std::string_view type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                                  "\n";

std::string escaped(std::string_view text)
{
    std::string out;
    for (char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\t': out += "<text:tab/>"; break;
        default: out += c;
        }
    }
    return out;
}

// Encodes runs of spaces, which readers would collapse.
std::string spaced(std::string const& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const run = text[i] == ' ' && (i == 0 || text[i - 1] == ' ' || i + 1 == text.size());
        if (run)
            out += "<text:s/>";
        else
            out += text[i];
    }
    return out;
}

std::string paragraphs(std::string_view text)
{
    std::string out;
    for (;;) {
        auto const end = text.find('\n');
        out += "<text:p>" + spaced(escaped(text.substr(0, end))) + "</text:p>";
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

std::string cell_xml(GridCell const& cell)
{
    if (cell.number)
        return fmt::format(
            R"(<table:table-cell office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell>)",
            *cell.number, *cell.number);
    if (cell.text.empty()) return "<table:table-cell/>";
    return R"(<table:table-cell table:style-name="text" office:value-type="string">)" +
           paragraphs(cell.text) + "</table:table-cell>";
}

std::string content_of(std::vector<Grid> const& grids)
{
    std::string out(head);
    out +=
        R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
        R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
        R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
        R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
        R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2">)"
        R"(<office:automatic-styles><style:style style:name="wide" style:family="table-column">)"
        R"(<style:table-column-properties style:column-width="6cm"/></style:style>)"
        R"(<style:style style:name="names" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>)"
        R"(<style:style style:name="text" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>)"
        R"(</office:automatic-styles><office:body><office:spreadsheet>)";
    for (auto const& grid : grids) {
        out +=
            R"(<table:table table:name=")" + escaped(grid.name) + R"(">)" +
            fmt::format(
                R"(<table:table-column table:style-name="wide" table:number-columns-repeated="{}"/>)",
                std::max<std::size_t>(grid.header.size(), 1)) +
            "<table:table-header-rows><table:table-row>";
        for (auto const& name : grid.header)
            out += R"(<table:table-cell table:style-name="names" office:value-type="string">)" +
                   paragraphs(name) + "</table:table-cell>";
        out += "</table:table-row></table:table-header-rows>";
        for (auto const& row : grid.rows) {
            out += "<table:table-row>";
            for (auto const& cell : row) out += cell_xml(cell);
            out += "</table:table-row>";
        }
        out += "</table:table>";
    }
    return out + "</office:spreadsheet></office:body></office:document-content>";
}

// Freezes the header row of each sheet.
std::string settings_of(std::vector<Grid> const& grids)
{
    std::string out(head);
    out +=
        R"(<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
        R"(xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.2">)"
        R"(<office:settings><config:config-item-set config:name="ooo:view-settings">)"
        R"(<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>)"
        R"(<config:config-item-map-named config:name="Tables">)";
    for (auto const& grid : grids)
        out +=
            R"(<config:config-item-map-entry config:name=")" + escaped(grid.name) +
            R"("><config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>)"
            R"(<config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item>)"
            R"(<config:config-item config:name="PositionBottom" config:type="int">1</config:config-item>)"
            "</config:config-item-map-entry>";
    return out + "</config:config-item-map-named></config:config-item-map-entry>"
                 "</config:config-item-map-indexed></config:config-item-set></office:settings>"
                 "</office:document-settings>";
}

std::string manifest()
{
    std::string out(head);
    out +=
        R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)"
        R"(<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type=")" +
        std::string(type) + R"("/>)";
    for (auto const* name : {"content.xml", "settings.xml"})
        out += fmt::format(
            R"(<manifest:file-entry manifest:full-path="{}" manifest:media-type="text/xml"/>)",
            name);
    return out + "</manifest:manifest>";
}

// An in-memory file for minizip.
struct Written {
    std::string bytes;
    std::size_t at = 0;
};
Written& written(voidpf stream) { return *static_cast<Written*>(stream); }
voidpf open_bytes(voidpf opaque, void const*, int) { return opaque; }
uLong read_bytes(voidpf, voidpf, void*, uLong) { return 0; }
uLong write_bytes(voidpf, voidpf stream, void const* from, uLong size)
{
    auto& out = written(stream);
    if (out.at + size > out.bytes.size()) out.bytes.resize(out.at + size);
    std::memcpy(out.bytes.data() + out.at, from, size);
    out.at += size;
    return size;
}
ZPOS64_T tell_bytes(voidpf, voidpf stream) { return written(stream).at; }
long seek_bytes(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    auto& out = written(stream);
    out.at = (origin == ZLIB_FILEFUNC_SEEK_CUR   ? out.at
              : origin == ZLIB_FILEFUNC_SEEK_END ? out.bytes.size()
                                                 : 0) +
             offset;
    return 0;
}
int close_bytes(voidpf, voidpf) { return 0; }
int error_bytes(voidpf, voidpf) { return 0; }

} // namespace

base::Result<std::string> write_ods(std::vector<Grid> const& grids)
{
    Written out;
    zlib_filefunc64_def functions{open_bytes, read_bytes,  write_bytes, tell_bytes,
                                  seek_bytes, close_bytes, error_bytes, &out};
    auto* zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (!zip) return base::fail(base::Errc::io, "export.write");
    bool good = true;
    auto const put = [&](char const* name, std::string const& bytes, int method) {
        zip_fileinfo about{};
        // a fixed date, so that equal sessions give equal bytes
        about.tmz_date = {0, 0, 0, 1, 0, 1980};
        good =
            good &&
            zipOpenNewFileInZip(zip, name, &about, nullptr, 0, nullptr, 0, nullptr, method,
                                Z_DEFAULT_COMPRESSION) == ZIP_OK &&
            zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK &&
            zipCloseFileInZip(zip) == ZIP_OK;
    };
    put("mimetype", std::string(type), 0);
    put("content.xml", content_of(grids), Z_DEFLATED);
    put("settings.xml", settings_of(grids), Z_DEFLATED);
    put("META-INF/manifest.xml", manifest(), Z_DEFLATED);
    good = zipClose(zip, nullptr) == ZIP_OK && good;
    if (!good) return base::fail(base::Errc::io, "export.write");
    return std::move(out.bytes);
}

} // namespace exchange
