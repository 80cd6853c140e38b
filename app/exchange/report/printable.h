#pragma once

#include "exchange/report/report.h"

#include <functional>
#include <string>
#include <vector>

namespace exchange {

// A report for printing: with SVG shapes, or with embedded PNG images for programs without SVG.
// Each form is made on request.
struct Printable {
    std::function<std::string()> drawn;
    std::function<std::string()> with_images;
};

// With the fonts of the interface, so that a PDF is the same on every machine. The arguments must
// outlive the result.
Printable printable(ReportMeans const& means, ReportedSession const& session,
                    ReportOptions const& options, std::vector<Letters> const& letters);

} // namespace exchange
