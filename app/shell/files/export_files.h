#pragma once

#include "journal/file_log.h"
#include "platform/disk.h"
#include "ui/app/host.h"

#include <filesystem>

namespace shell {

// Where the export finds its resources.
struct ExportFrom {
    std::filesystem::path assets;
    std::filesystem::path scratch; // a folder for temporary files
    journal::FileLog::Options options;
};

// Writes the files of an export one by one: each under a temporary name, flushed, then renamed.
// `told` is called after each and at the end. When names exist and nothing is chosen for them,
// writes nothing and reports them. Creates the folder. For a report, the session's file is read for
// data beyond the job: writes nothing when it does not match.
void write_export(platform::Disk& disk, ui::ExportJob job, ExportFrom const& from,
                  ui::Host::ExportTold const& told);

// One picture of the export, for a screen, as PNG.
base::Result<std::string> draw_picture(ui::ExportJob const& job, exchange::Image const& image,
                                       std::filesystem::path const& assets);

} // namespace shell
