#pragma once

#include "base/geometry.h"
#include "shell/window/presented.h"

#include <functional>
#include <string>

struct ImGuiContext;

namespace shell {

class Screen;

// The window of the room, beside the facilitator's: full screen on another monitor if there is one,
// else a window behind the facilitator's. It has a Dear ImGui context of its own, without any
// input: its keys move it (F11: full screen or not, Esc: not), lead back to the facilitator's
// window (F5) or close it (Shift F5). It must be closed before the facilitator's window.
class RoomScreen {
public:
    // `io` "screen.opengl" with the system's message.
    static base::Result<std::unique_ptr<RoomScreen>> open(Screen const& facilitator,
                                                          std::string const& title);
    ~RoomScreen();
    RoomScreen(RoomScreen const&) = delete;
    RoomScreen& operator=(RoomScreen const&) = delete;

    // Calls `what` with its Dear ImGui context.
    void within(std::function<void()> const& what) const;
    // Builds one frame, as Screen::build.
    void build(std::function<void()> const& frame);
    // Shows the last frame built.
    Presented::Changed show(ui::Moving const* moving);
    // The picture that the window shows, in a smaller size, as a texture for the facilitator's
    // window. Two textures are used in turn: a new picture has another number.
    unsigned smaller_picture(int width, int height);
    // Its size in pixels.
    [[nodiscard]] base::Vec2 size() const;

    [[nodiscard]] bool closing() const;
    // Whether its keys asked for the facilitator's window, since the last call.
    [[nodiscard]] bool take_way_back();
    // Whether it has a monitor of its own.
    [[nodiscard]] bool on_own_monitor() const;
    // Whether it must be drawn again, since the last call.
    [[nodiscard]] bool take_event();
    [[nodiscard]] bool has_event() const;
    void set_title(std::string const& title);
    // Goes to the monitor for the room, after monitors changed.
    void place(Screen const& facilitator);

private:
    struct State;
    RoomScreen(GLFWwindow* window, std::unique_ptr<State> state);

    GLFWwindow* window_;
    std::unique_ptr<State> state_;
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<Presented> presented_;
};

} // namespace shell
