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

// What a committee opens weeks later: one page of HTML that stands by itself, to be read on a
// screen of any width, heard, or printed on A4. Nothing in it runs and nothing is fetched; what
// people wrote stays text.
namespace exchange {

// What is said or left out as the person wishes; everything else is always there.
enum class ReportPart {
    names,        // who proposed a case or answers a guard-rail question
    owners,       // who carries a decision
    ballots,      // ballots one by one, in the order of a draw, of rooms of at least five
    descriptions, // what is said of each case beside its title
    aside,        // cases set aside, and why
    log           // what happened, event by event
};
using ReportParts = std::set<ReportPart>;
// Owners, descriptions and cases set aside: nobody else is named.
ReportParts usual_parts();

enum class ReportForm {
    full,
    one_page // for elected officials: what is decided, what divides, what remains, on one A4
};

// A picture of the organisation, kept in the page.
struct Logo {
    std::string bytes;
    std::string type; // "image/png"
    friend bool operator==(Logo const&, Logo const&) = default;
};
constexpr std::size_t logo_max = 2'000'000; // bytes
// PNG, JPEG or SVG, by its bytes. `invalid` "report.logo", "report.logo_size".
base::Result<Logo> read_logo(std::string bytes);

// A font kept in the page, for a reader that has it not.
struct Letters {
    std::string family; // "Inter"
    int weight = 400;
    std::string bytes; // OpenType
};

struct ReportOptions {
    ReportForm form = ReportForm::full;
    ReportParts parts = usual_parts();
    std::string organisation; // at the head of each page; may be empty
    std::optional<Logo> logo = {};
    // drawn: within the page, as text and shapes. images: as files within the page, for programs
    // that read HTML and know no SVG in it (LibreOffice).
    enum class Pictures { drawn, images } pictures = Pictures::drawn;
    // None: those of the reader's machine, Inter first.
    std::vector<Letters> letters = {};
};

// What is reported.
struct ReportedSession {
    // As it is shown in the language of the report: see Templates::shown.
    model::Document const& doc;
    Seal seal;
    // When it was begun and last changed, Unix time; 0: not known.
    std::int64_t first_ms = 0, last_ms = 0;
    // What is to be known of its file before anything else is believed, one sentence each.
    std::vector<std::string> warnings = {};
    // What happened, for ReportPart::log; null: not told.
    story::Story const* story = nullptr;
};

// With what. The colours are those of a theme on white paper.
struct ReportMeans {
    i18n::Catalogue const& words;
    board::Palette const& palette;
    pictures::FontFiles const& fonts;
};

// The page. The same input gives the same bytes. About a second where 10,000 draws say how far the
// order holds.
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
