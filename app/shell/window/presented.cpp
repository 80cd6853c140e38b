#include "shell/window/presented.h"

#include "shell/window/gl.h"

#include <utility>

namespace shell {

Presented::Presented(GLFWwindow* window, std::unique_ptr<Painter> painter)
    : window_(window)
    , painter_(std::move(painter))
    , parts_(window)
{
}

base::Result<std::unique_ptr<Presented>> Presented::make(GLFWwindow* window)
{
    auto painter = Painter::make();
    if (!painter) return base::fail(painter.error());
    return std::unique_ptr<Presented>(new Presented(window, std::move(*painter)));
}

Presented::Changed Presented::show(ImDrawData const& data, ui::Moving const* moving)
{
    constexpr std::size_t parts_most = 6; // sent separately; more are sent as one
    auto damage = painter_->paint(data, moving);
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    std::array const size{width, height};
    bool const resized = std::exchange(shown_, size) != size;
    bool const whole = std::exchange(uncovered_, false) || resized;
    if (damage.empty() && !whole) return Changed::no;
    ui::PixelBox const all{0, 0, width, height};
    if (whole || !parts_.possible()) {
        painter_->copy_out(all, height);
        // Mesa's software renderer resizes the back buffer at the next swap only; until then a
        // picture of another height would be displaced.
        if (resized && parts_.software()) {
            glfwSwapBuffers(window_);
            painter_->copy_out(all, height);
        }
        glfwSwapBuffers(window_);
        return Changed::yes;
    }
    ui::PixelBox joined;
    for (auto const& part : damage) joined = ui::around(joined, part);
    if (damage.size() > parts_most) damage = {&joined, 1};
    for (auto const& part : damage) painter_->copy_out(ui::common(part, all), height);
    for (auto const& part : damage) parts_.send(ui::common(part, all), height);
    return Changed::yes;
}

} // namespace shell
