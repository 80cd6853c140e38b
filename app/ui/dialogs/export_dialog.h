#pragma once

#include "exchange/outputs/outputs.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// The export dialog: outputs, formats, what is included, folder. Nothing is written before it is
// confirmed.
struct ExportDialog {
    bool shown = false;
    exchange::Order order; // kept between openings
    std::filesystem::path folder;
    model::Document doc; // as of the opening
    std::vector<exchange::Image> images;
    // State of the writing.
    bool writing = false;
    std::size_t written = 0;
    std::vector<std::string> there; // names that exist in the folder
    std::optional<base::Error> failed;

    Scroll outputs, files;

    // `seen`: the picture of the screen, selected by default.
    void open(model::Document const& session, std::optional<exchange::Image> const& seen,
              std::filesystem::path const& usual);
    void begin(); // starts writing
    void close();
};

// Returns WriteExport, or ChooseFile for a folder.
std::optional<Wish> draw(Ui& ui, ExportDialog& dialog);

} // namespace ui
