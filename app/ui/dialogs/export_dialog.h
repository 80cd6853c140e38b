#pragma once

#include "exchange/outputs/outputs.h"
#include "ui/dialogs/letterhead.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <cstdint>
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
    // The size written by the last export, until another starts.
    std::uint64_t last_bytes = 0;

    std::string code;        // code of the seal, to compare by eye
    bool can_print = false;  // whether a PDF can be made here
    Letterhead head;         // its logo is in `order`, unless it could not be read
    bool head_kept = true;   // false: the caller must store it
    bool covered = false;    // by the choice of a file: not drawn, and no key is its own
    bool wants_logo = false; // requests the choice of a logo file
    std::optional<base::Error> logo_failed;

    Scroll outputs, right;

    // `seen`: the picture of the screen, offered first. `seal`: of the state shown.
    void open(model::Document const& session, std::optional<exchange::Image> const& seen,
              std::filesystem::path const& usual, exchange::Seal const& seal);
    // The contents of a logo file, or the error.
    void take_logo(std::filesystem::path const& path, base::Result<std::string> bytes);
    void no_logo();
    void keep_head(); // stores the head for later reports
    void begin();     // starts writing
    void close();
};

// Returns WriteExport, or ChooseFile for a folder.
std::optional<Wish> draw(Ui& ui, ExportDialog& dialog);

} // namespace ui
