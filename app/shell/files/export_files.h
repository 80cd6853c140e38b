#pragma once

#include "platform/disk.h"
#include "ui/app/host.h"

#include <filesystem>

namespace shell {

// Makes the files of an export one by one, each written durably before it gets its name. Calls
// `told` after each, and once at the end. When names are taken and the job does not say what to do,
// makes nothing and reports them. Creates the folder.
void write_export(platform::Disk& disk, ui::ExportJob const& job,
                  std::filesystem::path const& assets, std::filesystem::path const& scratch,
                  ui::Host::ExportTold const& told);

// One picture of the export, for a screen, as PNG.
base::Result<std::string> draw_picture(ui::ExportJob const& job, exchange::Image const& image,
                                       std::filesystem::path const& assets);

} // namespace shell
