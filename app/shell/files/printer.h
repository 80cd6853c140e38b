#pragma once

#include "base/result.h"
#include "exchange/report/printable.h"

#include <filesystem>
#include <string>

namespace shell {

// The page as the bytes of a PDF, by Chromium or a browser made of it, else by LibreOffice: what is
// installed, with settings of its own in `scratch`, which is made and emptied. Takes seconds;
// nothing is sent anywhere. `not_found` "report.no_printer"; `io` "report.printer" with who failed.
base::Result<std::string> printed(exchange::Printable const& page,
                                  std::filesystem::path const& scratch);

// Whether one of them is installed here.
bool can_print();

} // namespace shell
