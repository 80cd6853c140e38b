#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>

namespace shell {

// One HTML page in two versions, with inline SVG or with image files, made on request.
struct Printable {
    std::function<std::string()> drawn;
    std::function<std::string()> with_images;
};

// Prints the page to PDF with Chromium or a derived browser, else with LibreOffice, using a
// separate profile in `scratch`, which is created and emptied. Takes seconds; works offline.
// `not_found` "report.no_printer"; `io` "report.printer" with the program that failed.
base::Result<std::string> printed(Printable const& page, std::filesystem::path const& scratch);

} // namespace shell
