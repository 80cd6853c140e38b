#include "shell/window/screen.h"

#include "shell/window/gl.h"
#include "shell/window/keyboard.h"
#include "shell/window/monitors.h"
#include "shell/window/room_place.h"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

// From GLFW's native interface for X11; absent elsewhere.
#if defined(__linux__)
extern "C" { // NOLINTBEGIN(readability-identifier-naming)
__attribute__((weak)) void glfwSetX11SelectionString(char const* text);
__attribute__((weak)) char const* glfwGetX11SelectionString();
} // NOLINTEND(readability-identifier-naming)
#endif

namespace shell {
namespace {

std::string& last_glfw_error()
{
    static std::string text;
    return text;
}

// The character that a key writes by itself. GLFW knows it for printable keys only.
char32_t printed(int key, int scancode)
{
    auto const* name = glfwGetKeyName(key, scancode);
    unsigned first = 0;
    if (name) ImTextCharFromUtf8(&first, name, nullptr);
    return first;
}

GLFWmonitor* monitor_under(GLFWwindow* window)
{
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    base::Vec2 const at{static_cast<float>(x), static_cast<float>(y)};
    base::Vec2 const size{static_cast<float>(width), static_cast<float>(height)};
    auto const monitors = Monitors::now();
    if (monitors.handles.empty()) return glfwGetPrimaryMonitor();
    return monitors.handles.at(monitor_of(monitors.areas, {at, at + size}));
}

struct Size {
    int width, height;
};

// A size of the design in pixels of a monitor, by its scale (1: 96 dots an inch); at most the area
// where windows may lie.
Size on_monitor(GLFWmonitor* monitor, Size design)
{
    float scale = 1, same = 1;
    glfwGetMonitorContentScale(monitor, &scale, &same);
    auto const scaled = [&](int length) {
        return static_cast<int>(static_cast<float>(length) * scale);
    };
    Size out{scaled(design.width), scaled(design.height)};
    int x = 0, y = 0, most_w = 0, most_h = 0;
    glfwGetMonitorWorkarea(monitor, &x, &y, &most_w, &most_h);
    if (most_w > 0 && most_h > 0) out = {std::min(out.width, most_w), std::min(out.height, most_h)};
    return out;
}

// Removes and returns the events after the first key press from ImGui's queue: a frame handles one
// key, so that what the key opens receives the characters typed after it.
std::vector<ImGuiInputEvent> after_first_press()
{
    auto& queue = ImGui::GetCurrentContext()->InputEventsQueue;
    auto* const first = std::find_if(queue.begin(), queue.end(), [](ImGuiInputEvent const& event) {
        return event.Type == ImGuiInputEventType_Key && event.Key.Down &&
               (event.Key.Key & ImGuiMod_Mask_) == 0 && !ImGui::IsLRModKey(event.Key.Key);
    });
    if (first == queue.end()) return {};
    std::vector<ImGuiInputEvent> later(first + 1, queue.end());
    queue.resize(static_cast<int>(first + 1 - queue.begin()));
    return later;
}

} // namespace

// Window events since the last check.
struct Screen::Inbox {
    std::vector<std::filesystem::path> dropped;
    bool event = false;
    Keyboard keyboard{printed};
    bool uncovered = true;         // the window's contents were lost
    std::array<int, 4> windowed{}; // position and size before full screen
};

Screen::Screen(GLFWwindow* window, std::unique_ptr<Presented> presented)
    : window_(window)
    , inbox_(std::make_unique<Inbox>())
    , presented_(std::move(presented))
{
    // Set before ImGui's backend installs its callbacks, which call these in turn.
    glfwSetWindowUserPointer(window_, inbox_.get());
    static auto const inbox_of = [](GLFWwindow* w) {
        return static_cast<Inbox*>(glfwGetWindowUserPointer(w));
    };
    glfwSetDropCallback(window_, [](GLFWwindow* w, int count, char const** paths) {
        for (int i = 0; i < count; ++i) inbox_of(w)->dropped.emplace_back(paths[i]);
        inbox_of(w)->event = true;
    });
    glfwSetCursorPosCallback(window_,
                             [](GLFWwindow* w, double, double) { inbox_of(w)->event = true; });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int) { inbox_of(w)->event = true; });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { inbox_of(w)->event = true; });
    glfwSetScrollCallback(window_,
                          [](GLFWwindow* w, double, double) { inbox_of(w)->event = true; });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int) { inbox_of(w)->event = true; });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) {
        inbox_of(w)->event = inbox_of(w)->uncovered = true;
    });
    glfwSetWindowRefreshCallback(
        window_, [](GLFWwindow* w) { inbox_of(w)->event = inbox_of(w)->uncovered = true; });
    // Windows resizes the window itself, and the interface follows its size.
    glfwSetWindowContentScaleCallback(
        window_, [](GLFWwindow* w, float, float) { inbox_of(w)->event = true; });
}

// Replaces the callbacks of ImGui's backend, which treat AltGr as Alt and name keys by position.
void Screen::listen()
{
    static auto const inbox_of = [](GLFWwindow* w) {
        auto* inbox = static_cast<Inbox*>(glfwGetWindowUserPointer(w));
        inbox->event = true;
        return inbox;
    };
    glfwSetInputMode(window_, GLFW_LOCK_KEY_MODS, GLFW_TRUE);
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        inbox_of(w)->keyboard.key(key, scancode, action, mods);
    });
    glfwSetCharModsCallback(
        window_, [](GLFWwindow* w, unsigned c, int) { inbox_of(w)->keyboard.symbol(c); });
    glfwSetCharCallback(window_,
                        [](GLFWwindow* w, unsigned c) { inbox_of(w)->keyboard.character(c); });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int mods) {
        inbox_of(w)->keyboard.held(mods);
        if (button < ImGuiMouseButton_COUNT)
            ImGui::GetIO().AddMouseButtonEvent(button, action == GLFW_PRESS);
    });
}

base::Result<std::unique_ptr<Screen>> Screen::open(std::string const& title, int width, int height,
                                                   Visibility visibility)
{
    glfwSetErrorCallback([](int, char const* text) { last_glfw_error() = text; });
    auto none = [] { return base::fail(base::Errc::io, "screen.none", last_glfw_error()); };
    if (!glfwInit()) return none();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    for (int buffer : {GLFW_DEPTH_BITS, GLFW_STENCIL_BITS, GLFW_ALPHA_BITS})
        glfwWindowHint(buffer, 0); // unused, and slow with software renderers
    // A full screen stays when another monitor is used.
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_VISIBLE, visibility == Visibility::shown ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "cadran");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "cadran");
    if (auto* monitor = glfwGetPrimaryMonitor(); monitor && visibility == Visibility::shown) {
        auto const size = on_monitor(monitor, {width, height});
        width = size.width, height = size.height;
    }
    auto* window = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
    if (!window) {
        auto const why = last_glfw_error();
        glfwTerminate();
        return base::fail(base::Errc::io, "screen.opengl", why);
    }
    glfwSetWindowSizeLimits(window, 960, 540, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    auto presented = Presented::make(window);
    if (!presented) {
        glfwDestroyWindow(window);
        glfwTerminate();
        return base::fail(presented.error());
    }
    std::unique_ptr<Screen> screen(new Screen(window, std::move(*presented)));
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    screen->listen();
    ImGui_ImplOpenGL3_Init("#version 330");
    return screen;
}

Screen::~Screen()
{
    presented_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void Screen::build(std::function<void()> const& frame)
{
    ImGui_ImplGlfw_NewFrame();
    auto later = after_first_press();
    ImGui::NewFrame();
    auto& queue = ImGui::GetCurrentContext()->InputEventsQueue;
    for (auto const& event : later) queue.push_back(event);
    frame();
    ImGui::Render();
    if (auto* textures = ImGui::GetDrawData()->Textures)
        for (auto* texture : *textures)
            if (texture->Status != ImTextureStatus_OK) ImGui_ImplOpenGL3_UpdateTexture(texture);
}

Screen::Changed Screen::show(ui::Moving const* moving)
{
    if (std::exchange(inbox_->uncovered, false)) presented_->uncover();
    return presented_->show(*ImGui::GetDrawData(), moving);
}

void Screen::set_picture(unsigned texture) { presented_->painter().set_picture(texture); }
void Screen::forget() { presented_->painter().forget(); }
bool Screen::keeps_time() const { return !presented_->software(); }

bool Screen::input_waits() { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

bool Screen::wait(double seconds)
{
    if (seconds <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(seconds);
    inbox_->keyboard.flush();
    return std::exchange(inbox_->event, false);
}

void Screen::wait()
{
    glfwWaitEvents();
    inbox_->keyboard.flush();
    inbox_->event = false;
}

ui::KeyCaps Screen::key_caps() const { return inbox_->keyboard.caps(); }

void Screen::wake() { glfwPostEmptyEvent(); }

bool Screen::closing() const { return glfwWindowShouldClose(window_) != 0; }
void Screen::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }
void Screen::keep_open() { glfwSetWindowShouldClose(window_, GLFW_FALSE); }
void Screen::set_title(std::string const& title) { glfwSetWindowTitle(window_, title.c_str()); }

void Screen::set_full_screen(Visibility bars)
{
    auto& [x, y, width, height] = inbox_->windowed;
    bool const full = glfwGetWindowMonitor(window_) != nullptr;
    if (bars == Visibility::hidden && !full) {
        auto* monitor = monitor_under(window_);
        auto const* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
        if (!mode) return;
        glfwGetWindowPos(window_, &x, &y);
        glfwGetWindowSize(window_, &width, &height);
        glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    } else if (bars == Visibility::shown && full) {
        glfwSetWindowMonitor(window_, nullptr, x, y, width, height, GLFW_DONT_CARE);
    }
}

bool Screen::has_primary()
{
#if defined(__linux__)
    return glfwGetX11SelectionString != nullptr && glfwSetX11SelectionString != nullptr;
#else
    return false;
#endif
}

void Screen::give_primary([[maybe_unused]] std::string const& text)
{
#if defined(__linux__)
    if (has_primary()) glfwSetX11SelectionString(text.c_str());
#endif
}

std::string Screen::take_primary()
{
#if defined(__linux__)
    auto const* text = has_primary() ? glfwGetX11SelectionString() : nullptr;
    return text ? text : "";
#else
    return {};
#endif
}

std::vector<std::filesystem::path> Screen::take_dropped()
{
    return std::exchange(inbox_->dropped, {});
}

Picture Screen::picture(ui::Moving const* moving)
{
    auto& painter = presented_->painter();
    painter.paint(*ImGui::GetDrawData(), moving);
    return painter.picture();
}

} // namespace shell
