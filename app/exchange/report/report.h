#pragma once

#include "base/names.h"
#include "exchange/report/seal.h"
#include "i18n/catalogue.h"
#include "model/document.h"
#include "pictures/font_files.h"
#include "pictures/pen.h"
#include "story/story.h"

#include <optional>
#include <set>
#include <string>

// The report for people who were not there: one self-contained HTML page for screens of any width,
// screen readers and A4 paper. No scripts or requests; user text is escaped.
namespace exchange {

// Optional parts; the others are always included.
enum class ReportPart {
    names,        // proposers, and persons who answered guard-rail questions
    owners,       // owners of decisions
    ballots,      // single ballots in random order, with at least five voters
    descriptions, // the texts of cases besides the title
    aside,        // cases set aside, with reasons
    log           // the history, event by event
};
using ReportParts = std::set<ReportPart>;
// Owners, descriptions and cases set aside; no other names.
ReportParts usual_parts();

enum class ReportForm {
    full,
    one_page // for elected officials: decisions, disagreements and open points on one A4 page
};

// The organisation's logo, embedded in the page.
struct Logo {
    std::string bytes;
    std::string type; // "image/png"
    friend bool operator==(Logo const&, Logo const&) = default;
};
constexpr std::size_t logo_max = 2'000'000; // bytes
// Recognises PNG, JPEG or SVG by contents. `invalid` "report.logo", "report.logo_size".
base::Result<Logo> read_logo(std::string bytes);

// A font embedded in the page.
struct Letters {
    std::string family; // "Inter"
    int weight = 400;
    std::string bytes; // OpenType
};

struct ReportOptions {
    ReportForm form = ReportForm::full;
    ReportParts parts = usual_parts();
    std::string organisation; // in the head of each page; may be empty
    std::optional<Logo> logo = {};
    // drawn: as inline SVG. images: as embedded files, for programs that do not support inline SVG
    // (LibreOffice).
    enum class Pictures { drawn, images } pictures = Pictures::drawn;
    // Empty: fonts of the reader's machine, Inter first.
    std::vector<Letters> letters = {};
};

// The session to report.
struct ReportedSession {
    // In the language of the report: see Templates::shown.
    model::Document const& doc;
    Seal seal;
    // Unix time of the first and last entry; 0: unknown.
    std::int64_t first_ms = 0, last_ms = 0;
    // Warnings about the file, one sentence each, shown first.
    std::vector<std::string> warnings = {};
    // The events for ReportPart::log; null: omitted.
    story::Story const* story = nullptr;
};

// The resources. Colours are those of a theme on white paper.
struct ReportMeans {
    i18n::Catalogue const& words;
    board::Palette const& palette;
    pictures::FontFiles const& fonts;
};

// Writes the page. Equal inputs give equal bytes. Takes about a second with 10,000 draws for the
// stability of the order.
std::string report_page(ReportMeans const& means, ReportedSession const& session,
                        ReportOptions const& options);

} // namespace exchange

namespace base {
template <>
struct Names<exchange::ReportPart> {
    static constexpr std::array<std::string_view, 6> list{"names",        "owners", "ballots",
                                                          "descriptions", "aside",  "log"};
};
} // namespace base
