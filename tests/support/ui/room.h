#pragma once

#include "board/palette.h"
#include "exchange/templates/template.h"
#include "support/ui/memory_host.h"
#include "support/ui/ui_driver.h"
#include "ui/app/app.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

namespace support {

// The whole interface, without a window, on a machine in memory.
struct Room {
    i18n::Catalogue french, english;
    board::Palette day, night;
    exchange::Templates templates;
    MemoryHost host;
    ui::App app;
    UiDriver driver;

    explicit Room(std::string const& language);
    ~Room();
    static i18n::Catalogue load(i18n::Language language);
    // A new session of eight axes with the cases of `csv`, at the given step.
    void start(std::string csv, std::string const& step);
    [[nodiscard]] model::Document const& doc() { return app.session()->document(); }
    [[nodiscard]] model::RoundState round_state();
};

} // namespace support
