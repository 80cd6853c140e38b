#pragma once

#include "base/result.h"
#include "shell/window/keyboard.h"
#include "shell/window/png.h"
#include "shell/window/presented.h"
#include "ui/redraw/moving.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace shell {

enum class Visibility { shown, hidden };

// The window of the program, with an OpenGL 3.3 context and Dear ImGui. One at a time; RoomScreen
// is beside it.
class Screen {
public:
    // `io` "screen.none" when there is no display, "screen.opengl" when it has no OpenGL 3.3, with
    // the system's message.
    static base::Result<std::unique_ptr<Screen>> open(std::string const& title, int width,
                                                      int height, Visibility visibility);
    ~Screen();
    Screen(Screen const&) = delete;
    Screen& operator=(Screen const&) = delete;

    // Builds one frame: calls `frame` between ImGui's NewFrame and Render. Draws nothing.
    static void build(std::function<void()> const& frame);
    // Shows the last frame built, drawing only what changed. `moving`: content moved as a whole, or
    // null. Returns no when the picture is already on the screen.
    using Changed = Presented::Changed;
    Changed show(ui::Moving const* moving = nullptr);
    // The next frame is drawn completely.
    void forget();
    // Whether showing waits for vertical sync.
    [[nodiscard]] bool keeps_time() const;

    // Whether ImGui still holds input for further frames (fast typing): draw again.
    [[nodiscard]] static bool input_waits();

    // Waits for an event, at most `seconds`; with 0 only processes waiting events. True when there
    // was an event.
    bool wait(double seconds);
    void wait();
    // From any thread: ends a wait.
    static void wake();

    [[nodiscard]] ui::KeyCaps key_caps() const;

    [[nodiscard]] bool closing() const;
    void close();
    void keep_open(); // cancels a request to close
    void set_title(std::string const& title);
    // See Painter::set_picture.
    void set_picture(unsigned texture);
    [[nodiscard]] GLFWwindow* window() const { return window_; }
    // Full screen on the monitor that contains most of the window.
    void set_full_screen(Visibility bars);

    // X11's primary selection, for the middle button. Not available elsewhere.
    [[nodiscard]] static bool has_primary();
    static void give_primary(std::string const& text);
    [[nodiscard]] static std::string take_primary();
    [[nodiscard]] std::vector<std::filesystem::path> take_dropped();

    // Updates the picture to the last frame built and returns its pixels, also when hidden.
    Picture picture(ui::Moving const* moving = nullptr);

private:
    Screen(GLFWwindow* window, std::unique_ptr<Presented> presented);
    void listen();
    struct Inbox;

    GLFWwindow* window_;
    std::unique_ptr<Inbox> inbox_;
    std::unique_ptr<Presented> presented_;
};

} // namespace shell
