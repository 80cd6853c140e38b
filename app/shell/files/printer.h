#pragma once

#include "base/result.h"
#include "exchange/report/printable.h"

#include <filesystem>
#include <string>

namespace shell {

// Converts the page to PDF with an installed Chromium-based browser, else with LibreOffice, with
// separate settings in `scratch`, which is created and emptied. Takes seconds; nothing is sent to
// other machines. `not_found` "report.no_printer"; `io` "report.printer" with the program that
// failed.
base::Result<std::string> printed(exchange::Printable const& page,
                                  std::filesystem::path const& scratch);

// Whether one of them is installed.
bool can_print();

} // namespace shell
