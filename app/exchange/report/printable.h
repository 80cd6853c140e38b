#pragma once

#include "exchange/report/report.h"

#include <functional>
#include <string>
#include <vector>

namespace exchange {

// A report for whoever prints it: with shapes in the page, and with pictures as files in it, for
// programs that read HTML and know no SVG. Each is made when it is asked for.
struct Printable {
    std::function<std::string()> drawn;
    std::function<std::string()> with_images;
};

// With the letters of the interface, so that a PDF is the same on every machine. All that it is
// made of outlives it.
Printable printable(ReportMeans const& means, ReportedSession const& session,
                    ReportOptions const& options, std::vector<Letters> const& letters);

} // namespace exchange
