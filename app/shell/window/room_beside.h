#pragma once

#include "ui/kit/ui.h"

#include <filesystem>
#include <memory>

namespace ui {
class App;
}

namespace shell {

class RoomScreen;
class Screen;

// The room's window while the app wants one: opened, drawn, placed and closed.
class RoomBeside {
public:
    // `fonts`: the folder with the fonts.
    explicit RoomBeside(std::filesystem::path fonts);
    ~RoomBeside();
    RoomBeside(RoomBeside const&) = delete;
    RoomBeside& operator=(RoomBeside const&) = delete;

    // After the frames of the facilitator's window were built. Returns yes when that window shows
    // a picture of the room that has changed: build one more frame.
    enum class Again { no, yes };
    Again serve(ui::App& app, Screen& facilitator, double now_s);
    // The time until which frames are needed without input, by the clock of `serve`.
    [[nodiscard]] double redraw_until_s() const { return window_ ? ui_.redraw_until_s : 0; }
    // Whether its window must be served: it was closed, uncovered or resized.
    [[nodiscard]] bool saw_event() const;

private:
    bool open(ui::App& app, Screen& facilitator);
    void close(ui::App& app);
    void draw(ui::App& app, double now_s);

    std::filesystem::path fonts_;
    std::unique_ptr<RoomScreen> window_;
    ui::Ui ui_;
    std::string title_;
    base::Vec2 pictured_; // size of the picture that the app has
};

} // namespace shell
