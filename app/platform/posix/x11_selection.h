#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
#include <xcb/xcb.h>

// An invisible X11 window of our own for selections (ICCCM 2). Private to this folder.
namespace platform::x11 {

template <class T>
struct Free {
    void operator()(T* reply) const { std::free(reply); } // xcb allocates with malloc
};
template <class T>
using Reply = std::unique_ptr<T, Free<T>>;
using Event = Reply<xcb_generic_event_t>;

class Connection {
public:
    // Null without a display.
    static std::unique_ptr<Connection> open();
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    [[nodiscard]] xcb_connection_t* raw() const { return raw_; }
    [[nodiscard]] xcb_window_t window() const { return window_; }
    [[nodiscard]] int descriptor() const { return xcb_get_file_descriptor(raw_); }
    [[nodiscard]] bool lost() const { return xcb_connection_has_error(raw_) != 0; }

    xcb_atom_t atom(std::string const& name);
    std::string name_of(xcb_atom_t atom);

    // The next event, waiting at most `patience`; null when there was none.
    Event next(std::chrono::milliseconds patience);

    // The contents and type of a property, which is then deleted. None when it does not exist or is
    // larger than `most`.
    struct Property {
        xcb_atom_t type = XCB_ATOM_NONE;
        std::string bytes;
    };
    std::optional<Property> take_property(xcb_atom_t name, std::size_t most);

private:
    Connection(xcb_connection_t* raw, xcb_window_t window);

    xcb_connection_t* raw_;
    xcb_window_t window_;
    std::map<std::string, xcb_atom_t> atoms_;
};

} // namespace platform::x11
