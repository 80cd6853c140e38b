#pragma once

#include "exchange/outputs/outputs.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// What the session is given back as: which outputs, in which formats, with what in them, and where
// to. Nothing is written before the person says so.
struct ExportDialog {
    bool shown = false;
    exchange::Order order; // kept from one time to the next
    std::filesystem::path folder;
    model::Document doc; // as it was when this opened
    std::vector<exchange::Image> images;
    // Of the writing.
    bool writing = false;
    std::size_t written = 0;
    std::vector<std::string> there; // files of these names are in the folder already
    std::optional<base::Error> failed;

    Scroll outputs, files;

    // `seen`: what the screen shows, which is offered first.
    void open(model::Document const& session, std::optional<exchange::Image> const& seen,
              std::filesystem::path const& usual);
    void begin(); // the writing
    void close();
};

// WriteExport, or ChooseFile of a folder.
std::optional<Wish> draw(Ui& ui, ExportDialog& dialog);

} // namespace ui
