#include "second_screen.h"

namespace support {

TwoScreens::TwoScreens(std::string const& language, base::Vec2 size)
    : Room(language)
    , room([this](ui::Ui& ui) { draw_room(ui); }, size,
           language == "en" ? UiDriver::Language::english : UiDriver::Language::french)
{
    app.know_screens(2);
}

void TwoScreens::draw_room(ui::Ui& ui)
{
    if (app.room_window() == ui::RoomWindow::open) app.draw_room(ui);
}

void TwoScreens::settle()
{
    driver.settle();
    room.settle();
}

void TwoScreens::key(int chord)
{
    driver.key(chord);
    settle();
}

void TwoScreens::click(std::string const& id)
{
    driver.click(id);
    settle();
}

void TwoScreens::type(std::string_view text)
{
    driver.type(text);
    settle();
}

void TwoScreens::open_room()
{
    key(ImGuiKey_F5);
    REQUIRE(app.room_window() == ui::RoomWindow::open);
}

bool TwoScreens::holds(UiDriver& window, std::string_view text)
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

std::string TwoScreens::holder_of(std::string_view text)
{
    for (auto const& [id, seen] : room.ui().probe.widgets)
        if (seen.label.find(text) != std::string::npos ||
            seen.value.find(text) != std::string::npos)
            return id + ": " + seen.label + " " + seen.value;
    return room_holds(text) ? "drawn" : "";
}

bool TwoScreens::room_has(std::string_view prefix)
{
    return std::ranges::any_of(room.ui().probe.widgets,
                               [&](auto const& one) { return one.first.starts_with(prefix); });
}

void TwoScreens::drop(std::string const& name, std::string const& bytes)
{
    host.dropped.push_back({name, bytes, host.clock.t - 60'000, {}});
    host.clock.t += 2000; // two seconds pass
    driver.frame(3);
    settle();
}

} // namespace support
