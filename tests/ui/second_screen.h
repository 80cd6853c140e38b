#pragma once

#include "support/ui/room.h"
#include "ui/kit/ui_state.h"

#include <algorithm>
#include <string>
#include <vector>

// The board with a window for the room beside it: two interfaces, each with its own probe.
namespace support {

inline constexpr char const* four_cases =
    "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n"
    "Repas de cantine;Écoles\nPermis de construire;Urbanisme\n";

struct TwoScreens : Room {
    UiDriver room;

    explicit TwoScreens(std::string const& language = "fr", base::Vec2 size = {1920, 1080})
        : Room(language)
        , room([this](ui::Ui& ui) { draw_room(ui); }, size,
               language == "en" ? UiDriver::Language::english : UiDriver::Language::french)
    {
        app.know_screens(2);
    }
    // What the window does after each frame: the room is drawn when its picture changes.
    void draw_room(ui::Ui& ui)
    {
        if (app.room_window() == ui::RoomWindow::open) app.draw_room(ui);
    }
    void settle()
    {
        driver.settle();
        room.settle();
    }
    void key(int chord)
    {
        driver.key(chord);
        settle();
    }
    void click(std::string const& id)
    {
        driver.click(id);
        settle();
    }
    void type(std::string_view text)
    {
        driver.type(text);
        settle();
    }
    void open_room()
    {
        key(ImGuiKey_F5);
        REQUIRE(app.room_window() == ui::RoomWindow::open);
    }
    // Whether `text` is anywhere in a window: in a label or value of its probe, or drawn.
    [[nodiscard]] static bool holds(UiDriver& window, std::string_view text)
    {
        for (auto const& [id, seen] : window.ui().probe.widgets)
            if (seen.label.find(text) != std::string::npos ||
                seen.value.find(text) != std::string::npos || id.find(text) != std::string::npos)
                return true;
        std::vector<ui::DrawnLine> lines;
        window.ui().state->drawn_lines = &lines;
        window.frame();
        window.ui().state->drawn_lines = nullptr;
        return std::ranges::any_of(lines, [&](auto const& line) {
            return line.text.find(text) != std::string::npos ||
                   line.whole.find(text) != std::string::npos;
        });
    }
    // Where `text` is in the room's window; empty: nowhere.
    [[nodiscard]] std::string holder_of(std::string_view text)
    {
        for (auto const& [id, seen] : room.ui().probe.widgets)
            if (seen.label.find(text) != std::string::npos ||
                seen.value.find(text) != std::string::npos)
                return id + ": " + seen.label + " " + seen.value;
        return room_holds(text) ? "drawn" : "";
    }
    [[nodiscard]] bool room_holds(std::string_view text) { return holds(room, text); }
    // Whether the room's window has a widget whose id begins so.
    [[nodiscard]] bool room_has(std::string_view prefix)
    {
        return std::ranges::any_of(room.ui().probe.widgets,
                                   [&](auto const& one) { return one.first.starts_with(prefix); });
    }
    void drop(std::string const& name, std::string const& bytes)
    {
        host.dropped.push_back({name, bytes, host.clock.t - 60'000, {}});
        host.clock.t += 2000; // two seconds pass
        driver.frame(3);
        settle();
    }
};

} // namespace support
