#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>

namespace shell {

// One page of HTML, for those who know SVG in it and for those who want pictures as files; each
// made when it is asked for.
struct Printable {
    std::function<std::string()> drawn;
    std::function<std::string()> with_images;
};

// The page as the bytes of a PDF, by Chromium or a browser made of it, else by LibreOffice: what is
// installed, with settings of its own in `scratch`, which is made and emptied. Takes seconds;
// nothing is sent anywhere. `not_found` "report.no_printer"; `io` "report.printer" with who failed.
base::Result<std::string> printed(Printable const& page, std::filesystem::path const& scratch);

} // namespace shell
