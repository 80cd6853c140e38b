#pragma once

#include "journal/file_log.h"
#include "platform/disk.h"
#include "ui/app/host.h"

#include <filesystem>

namespace shell {

// Where it finds what it needs.
struct ExportFrom {
    std::filesystem::path assets;
    std::filesystem::path scratch; // a folder for passing files
    journal::FileLog::Options options;
};

// Makes the files of an export, one after the other: each is written beside its name, made durable
// and then given it. `told` after each, and once at the end. Where names are taken and nothing says
// what then, nothing is made and they are told. Makes the folder. A report reads the session's file
// for what the job does not say: nothing is made when that no longer holds it.
void write_export(platform::Disk& disk, ui::ExportJob job, ExportFrom const& from,
                  ui::Host::ExportTold const& told);

// One picture of the export, for a screen, as PNG.
base::Result<std::string> draw_picture(ui::ExportJob const& job, exchange::Image const& image,
                                       std::filesystem::path const& assets);

} // namespace shell
