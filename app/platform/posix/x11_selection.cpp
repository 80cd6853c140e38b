#include "platform/posix/x11_selection.h"

#include <poll.h>

namespace platform::x11 {

std::unique_ptr<Connection> Connection::open()
{
    int preferred = 0;
    auto* raw = xcb_connect(nullptr, &preferred);
    if (xcb_connection_has_error(raw) != 0) {
        xcb_disconnect(raw);
        return nullptr;
    }
    auto screens = xcb_setup_roots_iterator(xcb_get_setup(raw));
    for (; preferred > 0 && screens.rem > 1; --preferred) xcb_screen_next(&screens);
    auto const window = xcb_generate_id(raw);
    std::uint32_t const heard = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_create_window(raw, XCB_COPY_FROM_PARENT, window, screens.data->root, 0, 0, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_ONLY, screens.data->root_visual, XCB_CW_EVENT_MASK,
                      &heard);
    return std::unique_ptr<Connection>(new Connection(raw, window));
}

Connection::Connection(xcb_connection_t* raw, xcb_window_t window)
    : raw_(raw)
    , window_(window)
{
}

Connection::~Connection()
{
    xcb_destroy_window(raw_, window_);
    xcb_flush(raw_);
    xcb_disconnect(raw_);
}

xcb_atom_t Connection::atom(std::string const& name)
{
    auto const known = atoms_.find(name);
    if (known != atoms_.end()) return known->second;
    Reply<xcb_intern_atom_reply_t> const reply{xcb_intern_atom_reply(
        raw_, xcb_intern_atom(raw_, 0, static_cast<std::uint16_t>(name.size()), name.data()),
        nullptr)};
    return atoms_[name] = reply ? reply->atom : static_cast<xcb_atom_t>(XCB_ATOM_NONE);
}

std::string Connection::name_of(xcb_atom_t atom)
{
    Reply<xcb_get_atom_name_reply_t> const reply{
        xcb_get_atom_name_reply(raw_, xcb_get_atom_name(raw_, atom), nullptr)};
    if (!reply) return {};
    return {xcb_get_atom_name_name(reply.get()),
            static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get()))};
}

Event Connection::next(std::chrono::milliseconds patience)
{
    xcb_flush(raw_);
    if (Event event{xcb_poll_for_event(raw_)}) return event;
    pollfd waiting{descriptor(), POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return nullptr;
    return Event{xcb_poll_for_event(raw_)};
}

std::optional<Connection::Property> Connection::take_property(xcb_atom_t name, std::size_t most)
{
    constexpr std::uint32_t words = 1U << 18U; // maximum length, in units of 4 bytes
    Property out;
    for (std::uint32_t from = 0;;) {
        Reply<xcb_get_property_reply_t> const part{xcb_get_property_reply(
            raw_, xcb_get_property(raw_, 0, window_, name, XCB_GET_PROPERTY_TYPE_ANY, from, words),
            nullptr)};
        if (!part || part->type == XCB_ATOM_NONE) return std::nullopt;
        out.type = part->type;
        auto const length = static_cast<std::size_t>(xcb_get_property_value_length(part.get()));
        out.bytes.append(static_cast<char const*>(xcb_get_property_value(part.get())), length);
        if (out.bytes.size() > most) return std::nullopt;
        if (part->bytes_after == 0 || length == 0) break;
        from += static_cast<std::uint32_t>(length / 4);
    }
    xcb_delete_property(raw_, window_, name);
    xcb_flush(raw_);
    return out;
}

} // namespace platform::x11
