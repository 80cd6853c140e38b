#include "shell/window/sent_parts.h"

#include "shell/window/gl.h"

#include <string_view>

// From GLFW's native interface for X11; absent elsewhere.
#if defined(__linux__)
extern "C" { // NOLINTBEGIN(readability-identifier-naming)
__attribute__((weak)) void* glfwGetX11Display();
__attribute__((weak)) unsigned long glfwGetGLXWindow(GLFWwindow* window);
} // NOLINTEND(readability-identifier-naming)
#endif

namespace shell {

SentParts::SentParts([[maybe_unused]] GLFWwindow* window)
{
    auto const* renderer = reinterpret_cast<char const*>(glGetString(GL_RENDERER));
    std::string_view const name = renderer ? renderer : "";
    auto const has = [&](std::string_view part) {
        return name.find(part) != std::string_view::npos;
    };
    software_ = has("llvmpipe") || has("softpipe") || has("SWR") || has("Software");
#if defined(__linux__)
    if (!software_ || !glfwGetX11Display || !glfwGetGLXWindow ||
        !glfwExtensionSupported("GLX_MESA_copy_sub_buffer"))
        return;
    display_ = glfwGetX11Display();
    drawable_ = display_ ? glfwGetGLXWindow(window) : 0;
    if (drawable_ != 0)
        send_ = reinterpret_cast<decltype(send_)>(glfwGetProcAddress("glXCopySubBufferMESA"));
#endif
}

void SentParts::send(ui::PixelBox const& part, int height) const
{
    send_(display_, drawable_, part.x0, height - part.y1, part.width(), part.height());
}

} // namespace shell
