#include "shell/window/room_screen.h"

#include "shell/window/gl.h"
#include "shell/window/monitors.h"
#include "shell/window/room_place.h"
#include "shell/window/screen.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <utility>

namespace shell {
namespace {

constexpr int window_width = 1280, window_height = 720; // without a monitor of its own
constexpr int offset = 80;                              // from the facilitator's window
constexpr float frame_s = 1.F / 60;

// Makes a window and a Dear ImGui context current until the end of the block.
class Current {
public:
    Current(GLFWwindow* window, ImGuiContext* context)
        : window_(glfwGetCurrentContext())
        , context_(ImGui::GetCurrentContext())
    {
        glfwMakeContextCurrent(window);
        ImGui::SetCurrentContext(context);
    }
    ~Current()
    {
        glfwMakeContextCurrent(window_);
        ImGui::SetCurrentContext(context_);
    }
    Current(Current const&) = delete;
    Current& operator=(Current const&) = delete;

private:
    GLFWwindow* window_;
    ImGuiContext* context_;
};

base::Rect area_of(GLFWwindow* window)
{
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    base::Vec2 const at{static_cast<float>(x), static_cast<float>(y)};
    return {at, at + base::Vec2{static_cast<float>(width), static_cast<float>(height)}};
}

} // namespace

struct RoomScreen::State {
    bool event = true, uncovered = true, way_back = false;
    std::array<int, 4> windowed{offset, offset, window_width, window_height};
    void remember(GLFWwindow* window)
    {
        if (glfwGetWindowMonitor(window)) return;
        auto& [x, y, width, height] = windowed;
        glfwGetWindowPos(window, &x, &y);
        glfwGetWindowSize(window, &width, &height);
    }
    void leave_full_screen(GLFWwindow* window) const
    {
        auto const& [x, y, width, height] = windowed;
        if (glfwGetWindowMonitor(window))
            glfwSetWindowMonitor(window, nullptr, x, y, width, height, GLFW_DONT_CARE);
    }
    void fill(GLFWwindow* window, GLFWmonitor* monitor)
    {
        auto const* mode = glfwGetVideoMode(monitor);
        if (!mode || glfwGetWindowMonitor(window) == monitor) return;
        remember(window);
        glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    }
};

RoomScreen::RoomScreen(GLFWwindow* window, std::unique_ptr<State> state)
    : window_(window)
    , state_(std::move(state))
{
    glfwSetWindowUserPointer(window_, state_.get());
    static auto const state_of = [](GLFWwindow* w) {
        return static_cast<State*>(glfwGetWindowUserPointer(w));
    };
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) {
        state_of(w)->event = state_of(w)->uncovered = true;
    });
    glfwSetWindowRefreshCallback(
        window_, [](GLFWwindow* w) { state_of(w)->event = state_of(w)->uncovered = true; });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { state_of(w)->event = true; });
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int, int action, int mods) {
        if (action != GLFW_PRESS) return;
        auto& held = *state_of(w);
        auto const monitors = Monitors::now();
        bool const full = glfwGetWindowMonitor(w) != nullptr;
        if (full && (key == GLFW_KEY_F11 || key == GLFW_KEY_ESCAPE))
            held.leave_full_screen(w);
        else if (key == GLFW_KEY_F11 && !monitors.areas.empty())
            held.fill(w, monitors.handles.at(monitor_of(monitors.areas, area_of(w))));
        else if (key == GLFW_KEY_F5 && (mods & GLFW_MOD_SHIFT) != 0)
            glfwSetWindowShouldClose(w, GLFW_TRUE), held.event = true;
        else if (key == GLFW_KEY_F5)
            held.way_back = held.event = true;
    });
}

base::Result<std::unique_ptr<RoomScreen>> RoomScreen::open(Screen const& facilitator,
                                                           std::string const& title)
{
    auto const beside = area_of(facilitator.window());
    auto const none = [] { return base::fail(base::Errc::io, "screen.opengl", "3.3"); };
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE); // keys stay with the facilitator
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE); // a press elsewhere must not hide it
    auto* window =
        glfwCreateWindow(window_width, window_height, title.c_str(), nullptr, facilitator.window());
    if (!window) return none();
    auto state = std::make_unique<State>();
    state->windowed[0] = static_cast<int>(beside.min.x) + offset;
    state->windowed[1] = static_cast<int>(beside.min.y) + offset;
    glfwSetWindowPos(window, state->windowed[0], state->windowed[1]);
    glfwSetWindowSizeLimits(window, 480, 270, GLFW_DONT_CARE, GLFW_DONT_CARE);
    std::unique_ptr<RoomScreen> room(new RoomScreen(window, std::move(state)));
    auto* const imgui = ImGui::GetCurrentContext();
    room->context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(imgui); // CreateContext keeps the current one, if there is one
    Current const current(window, room->context_);
    glfwSwapInterval(0); // only the facilitator's window waits for its monitor
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 330");
    auto presented = Presented::make(window);
    if (!presented) return base::fail(presented.error());
    room->presented_ = std::move(*presented);
    room->place(facilitator);
    glfwShowWindow(window);
    if (!room->on_own_monitor()) glfwFocusWindow(facilitator.window()); // it must not be covered
    return room;
}

RoomScreen::~RoomScreen()
{
    if (context_) {
        Current const current(window_, context_);
        presented_.reset();
        ImGui_ImplOpenGL3_Shutdown();
    }
    if (context_) ImGui::DestroyContext(context_);
    glfwDestroyWindow(window_);
}

void RoomScreen::within(std::function<void()> const& what) const
{
    Current const current(window_, context_);
    what();
}

void RoomScreen::build(std::function<void()> const& frame)
{
    Current const current(window_, context_);
    auto& io = ImGui::GetIO();
    auto const pixels = size();
    io.DisplaySize = {pixels.x, pixels.y};
    io.DeltaTime = frame_s;
    ImGui::NewFrame();
    frame();
    ImGui::Render();
    if (auto* textures = ImGui::GetDrawData()->Textures)
        for (auto* texture : *textures)
            if (texture->Status != ImTextureStatus_OK) ImGui_ImplOpenGL3_UpdateTexture(texture);
}

Presented::Changed RoomScreen::show(ui::Moving const* moving)
{
    if (glfwGetWindowAttrib(window_, GLFW_ICONIFIED)) return Presented::Changed::no;
    Current const current(window_, context_);
    if (std::exchange(state_->uncovered, false)) presented_->uncover();
    return presented_->show(*ImGui::GetDrawData(), moving);
}

unsigned RoomScreen::smaller_picture(int width, int height)
{
    Current const current(window_, context_);
    auto const texture = presented_->painter().smaller(width, height);
    glFinish(); // before the other context reads it
    return texture;
}

base::Vec2 RoomScreen::size() const
{
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return {static_cast<float>(std::max(1, width)), static_cast<float>(std::max(1, height))};
}

bool RoomScreen::closing() const { return glfwWindowShouldClose(window_) != 0; }
bool RoomScreen::take_way_back() { return std::exchange(state_->way_back, false); }
bool RoomScreen::on_own_monitor() const { return glfwGetWindowMonitor(window_) != nullptr; }
bool RoomScreen::take_event() { return std::exchange(state_->event, false); }
bool RoomScreen::has_event() const { return state_->event; }
void RoomScreen::set_title(std::string const& title) { glfwSetWindowTitle(window_, title.c_str()); }

void RoomScreen::place(Screen const& facilitator)
{
    auto const monitors = Monitors::now();
    auto const to = monitor_for_room(monitors.areas, area_of(facilitator.window()));
    if (to)
        state_->fill(window_, monitors.handles.at(*to));
    else
        state_->leave_full_screen(window_);
    state_->event = true;
}

} // namespace shell
