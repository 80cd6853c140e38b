#pragma once

#include "base/result.h"
#include "shell/window/keyboard.h"
#include "shell/window/painter.h"
#include "shell/window/png.h"
#include "ui/redraw/moving.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace shell {

class SentParts;

enum class Visibility { shown, hidden };

// A window with its OpenGL 3.3 context, and Dear ImGui drawn into it. One at a time.
class Screen {
public:
    // `io` "screen.none" with the system's words when there is no display or no OpenGL 3.3.
    static base::Result<std::unique_ptr<Screen>> open(std::string const& title, int width,
                                                      int height, Visibility visibility);
    ~Screen();
    Screen(Screen const&) = delete;
    Screen& operator=(Screen const&) = delete;

    // Makes one frame: `frame` is called between ImGui's NewFrame and Render. Nothing is drawn.
    static void build(std::function<void()> const& frame);
    // Shows the frame made last, of which only what changed since the last one shown is drawn.
    // `moving`: what of it moves as a whole, or null. No: it is the very picture that is on the
    // screen.
    enum class Changed { no, yes };
    Changed show(ui::Moving const* moving = nullptr);
    // The next one is drawn whole.
    void forget();
    // Does showing wait for the screen, so that a movement makes as many frames as it has?
    [[nodiscard]] bool keeps_time() const;

    // Whether ImGui still holds input that it takes over several frames (fast typing): draw again.
    [[nodiscard]] static bool input_waits();

    // Sleeps until something happens, or for `seconds`; with 0 takes what is waiting and returns.
    // True when there was an event.
    bool wait(double seconds);
    void wait();
    // From any thread: ends a wait.
    static void wake();

    [[nodiscard]] ui::KeyCaps key_caps() const;

    [[nodiscard]] bool closing() const;
    void close();
    void keep_open(); // takes back a request to close
    void set_title(std::string const& title);
    // Full screen on the monitor that holds most of the window.
    void set_full_screen(Visibility bars);

    // What was selected last in any window, for the middle button: X11 has that. Elsewhere there is
    // none.
    [[nodiscard]] static bool has_primary();
    static void give_primary(std::string const& text);
    [[nodiscard]] static std::string take_primary();
    [[nodiscard]] std::vector<std::filesystem::path> take_dropped();

    // Brings the picture up to the frame made last and returns its pixels, shown or hidden.
    Picture picture(ui::Moving const* moving = nullptr);

private:
    Screen(GLFWwindow* window, std::unique_ptr<Painter> painter);
    void listen();
    struct Inbox;

    GLFWwindow* window_;
    std::unique_ptr<Inbox> inbox_;
    std::unique_ptr<Painter> painter_;
    std::unique_ptr<SentParts> parts_;
};

} // namespace shell
