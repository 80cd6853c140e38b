#include "on_screen.h"

#if __has_include(<X11/Xlib.h>)

#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace {

// The window of that title, below `from`; 0: none.
Window find(Display* display, Window from, std::string const& title)
{
    char* name = nullptr;
    if (XFetchName(display, from, &name) != 0) {
        bool const found = title == name;
        XFree(name);
        if (found) return from;
    }
    Window root = 0, parent = 0, *children = nullptr, found = 0;
    unsigned count = 0;
    if (XQueryTree(display, from, &root, &parent, &children, &count) == 0) return 0;
    for (unsigned i = 0; i < count && found == 0; ++i) found = find(display, children[i], title);
    if (children) XFree(children);
    return found;
}

shell::Picture taken(XImage* image)
{
    shell::Picture picture;
    picture.width = image->width;
    picture.height = image->height;
    for (int y = 0; y < image->height; ++y)
        for (int x = 0; x < image->width; ++x) {
            auto const pixel = XGetPixel(image, x, y);
            for (unsigned shift : {16U, 8U, 0U})
                picture.rgba.push_back(static_cast<std::uint8_t>(pixel >> shift & 255U));
            picture.rgba.push_back(255);
        }
    return picture;
}

} // namespace

std::optional<shell::Picture> on_screen(std::string const& title)
{
    auto* display = XOpenDisplay(nullptr);
    if (!display) return std::nullopt;
    std::optional<shell::Picture> picture;
    auto const root = DefaultRootWindow(display);
    XWindowAttributes seen;
    int x = 0, y = 0;
    Window child = 0;
    if (auto const window = find(display, root, title);
        window != 0 && XGetWindowAttributes(display, window, &seen) != 0 &&
        XTranslateCoordinates(display, window, root, 0, 0, &x, &y, &child) != 0) {
        // Of the root window, which shows what lies on it.
        auto* image = XGetImage(display, root, x, y, static_cast<unsigned>(seen.width),
                                static_cast<unsigned>(seen.height), AllPlanes, ZPixmap);
        if (image) picture = taken(image);
        if (image) XDestroyImage(image);
    }
    XCloseDisplay(display);
    return picture;
}

bool ask_to_close(std::string const& title)
{
    auto* display = XOpenDisplay(nullptr);
    if (!display) return false;
    auto const window = find(display, DefaultRootWindow(display), title);
    if (window != 0) {
        XEvent request{};
        request.xclient.type = ClientMessage;
        request.xclient.window = window;
        request.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
        request.xclient.format = 32;
        request.xclient.data.l[0] =
            static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
        XSendEvent(display, window, False, NoEventMask, &request);
    }
    XCloseDisplay(display); // sends it
    return window != 0;
}

#else

std::optional<shell::Picture> on_screen(std::string const&) { return std::nullopt; }
bool ask_to_close(std::string const&) { return false; }

#endif
