#pragma once

#include "platform/disk.h"
#include "ui/app/host.h"

#include <filesystem>

namespace shell {

// Makes the files of an export, one after the other: each is written beside its name, made durable
// and then given it. `told` after each, and once at the end. Where names are taken and nothing says
// what then, nothing is made and they are told. Makes the folder.
void write_export(platform::Disk& disk, ui::ExportJob const& job,
                  std::filesystem::path const& assets, std::filesystem::path const& scratch,
                  ui::Host::ExportTold const& told);

// One picture of it, for a screen, as PNG.
base::Result<std::string> draw_picture(ui::ExportJob const& job, exchange::Image const& image,
                                       std::filesystem::path const& assets);

} // namespace shell
