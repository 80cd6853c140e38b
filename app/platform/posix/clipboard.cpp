#include "platform/clipboard.h"

#include "platform/posix/x11_selection.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <thread>
#include <unistd.h>
#include <utility>

// The X11 clipboard. A program that copies must answer each paste request; a thread with its own
// connection does it, so that the interface never waits. Large contents are sent in pieces (INCR,
// ICCCM 2.7.2).
namespace platform {
namespace {

using namespace std::chrono_literals;
using x11::Connection;
using x11::Event;

constexpr std::size_t piece = 1U << 18U; // bytes sent in one piece
constexpr auto silence = 1000ms;         // timeout for an answer

// X11's names for plain text.
constexpr char const* text_names[] = {"UTF8_STRING", "text/plain;charset=utf-8", "text/plain",
                                      "TEXT", "STRING"};

std::uint8_t kind_of(xcb_generic_event_t const& event) { return event.response_type & 0x7FU; }

// Owns the selection and answers paste requests.
class Owner {
public:
    explicit Owner(std::unique_ptr<Connection> connection)
        : x_(std::move(connection))
    {
        if (::pipe2(wake_, O_CLOEXEC | O_NONBLOCK) != 0) return; // then nothing can be copied
        thread_ = std::thread([this] { serve(); });
    }
    ~Owner()
    {
        ending_ = true;
        nudge();
        if (thread_.joinable()) thread_.join();
        for (int end : wake_)
            if (end >= 0) ::close(end);
    }
    Owner(Owner const&) = delete;
    Owner& operator=(Owner const&) = delete;

    void give(std::vector<ClipboardForm> forms)
    {
        {
            std::lock_guard const lock(mutex_);
            given_ = std::make_shared<std::vector<ClipboardForm> const>(std::move(forms));
            fresh_ = true;
        }
        nudge();
    }

private:
    using Forms = std::shared_ptr<std::vector<ClipboardForm> const>;
    struct Sending { // an INCR transfer to a window's property
        xcb_window_t to = XCB_NONE;
        xcb_atom_t property = XCB_ATOM_NONE, type = XCB_ATOM_NONE;
        Forms forms; // keeps `bytes` valid
        std::string_view left;
        bool ended = false;
    };

    void nudge() const
    {
        if (wake_[1] < 0) return;
        char const one = 1;
        // full pipe: the thread is awake already
        [[maybe_unused]] auto const told = ::write(wake_[1], &one, 1);
    }

    void serve()
    {
        while (!ending_ && !x_->lost()) {
            take_given();
            xcb_flush(x_->raw());
            while (Event event{xcb_poll_for_event(x_->raw())}) answer(*event);
            xcb_flush(x_->raw());
            pollfd waiting[] = {{x_->descriptor(), POLLIN, 0}, {wake_[0], POLLIN, 0}};
            ::poll(waiting, 2, -1);
            char heard[64];
            while (::read(wake_[0], heard, sizeof heard) > 0) {
            }
        }
    }
    void take_given()
    {
        std::lock_guard const lock(mutex_);
        if (!std::exchange(fresh_, false)) return;
        forms_ = given_;
        xcb_set_selection_owner(x_->raw(), x_->window(), x_->atom("CLIPBOARD"), XCB_CURRENT_TIME);
    }
    void answer(xcb_generic_event_t const& event)
    {
        switch (kind_of(event)) {
        case XCB_SELECTION_CLEAR: {
            std::lock_guard const lock(mutex_);
            if (!fresh_) forms_.reset(), given_.reset();
            break;
        }
        case XCB_SELECTION_REQUEST:
            requested(reinterpret_cast<xcb_selection_request_event_t const&>(event));
            break;
        case XCB_PROPERTY_NOTIFY: {
            auto const& changed = reinterpret_cast<xcb_property_notify_event_t const&>(event);
            if (changed.state == XCB_PROPERTY_DELETE) go_on(changed.window, changed.atom);
            break;
        }
        default: break;
        }
    }

    [[nodiscard]] ClipboardForm const* form_for(xcb_atom_t target)
    {
        if (!forms_) return nullptr;
        for (auto const& form : *forms_) {
            if (x_->atom(form.type) == target) return &form;
            if (form.type == "text/plain")
                for (auto const* name : text_names)
                    if (x_->atom(name) == target) return &form;
        }
        return nullptr;
    }
    [[nodiscard]] std::vector<xcb_atom_t> targets()
    {
        std::vector<xcb_atom_t> out{x_->atom("TARGETS")};
        if (!forms_) return out;
        for (auto const& form : *forms_) {
            if (form.type == "text/plain")
                for (auto const* name : text_names) out.push_back(x_->atom(name));
            else
                out.push_back(x_->atom(form.type));
        }
        return out;
    }

    void requested(xcb_selection_request_event_t const& asked)
    {
        // Obsolete clients name no property: use the target (ICCCM 2.2).
        auto property = asked.property == XCB_ATOM_NONE ? asked.target : asked.property;
        if (asked.target == x_->atom("TARGETS")) {
            auto const all = targets();
            xcb_change_property(x_->raw(), XCB_PROP_MODE_REPLACE, asked.requestor, property,
                                XCB_ATOM_ATOM, 32, static_cast<std::uint32_t>(all.size()),
                                all.data());
        } else if (auto const* form = form_for(asked.target)) {
            send(asked, property, *form);
        } else {
            property = XCB_ATOM_NONE;
        }
        xcb_selection_notify_event_t told{};
        told.response_type = XCB_SELECTION_NOTIFY;
        told.time = asked.time;
        told.requestor = asked.requestor;
        told.selection = asked.selection;
        told.target = asked.target;
        told.property = property;
        char sent[32] = {}; // size of an X11 event
        std::memcpy(sent, &told, sizeof told);
        xcb_send_event(x_->raw(), 0, asked.requestor, 0, sent);
    }
    void send(xcb_selection_request_event_t const& asked, xcb_atom_t property,
              ClipboardForm const& form)
    {
        if (form.bytes.size() <= piece) {
            put(asked.requestor, property, asked.target, form.bytes);
            return;
        }
        auto const heard = static_cast<std::uint32_t>(XCB_EVENT_MASK_PROPERTY_CHANGE);
        xcb_change_window_attributes(x_->raw(), asked.requestor, XCB_CW_EVENT_MASK, &heard);
        auto const size = static_cast<std::uint32_t>(form.bytes.size());
        xcb_change_property(x_->raw(), XCB_PROP_MODE_REPLACE, asked.requestor, property,
                            x_->atom("INCR"), 32, 1, &size);
        std::erase_if(sending_, [&](Sending const& one) {
            return one.to == asked.requestor && one.property == property;
        });
        sending_.push_back({asked.requestor, property, asked.target, forms_, form.bytes});
    }
    void put(xcb_window_t to, xcb_atom_t property, xcb_atom_t type, std::string_view bytes)
    {
        xcb_change_property(x_->raw(), XCB_PROP_MODE_REPLACE, to, property, type, 8,
                            static_cast<std::uint32_t>(bytes.size()), bytes.data());
    }
    // The last piece was read: send the next one, and an empty one at the end.
    void go_on(xcb_window_t to, xcb_atom_t property)
    {
        for (auto& one : sending_) {
            if (one.to != to || one.property != property) continue;
            auto const part = one.left.substr(0, piece);
            one.left.remove_prefix(part.size());
            one.ended = part.empty();
            put(to, property, one.type, part);
            break;
        }
        std::erase_if(sending_, [](Sending const& one) { return one.ended; });
    }

    std::unique_ptr<Connection> x_;
    int wake_[2] = {-1, -1};
    std::atomic<bool> ending_{false};
    std::mutex mutex_; // protects the next two
    Forms given_;
    bool fresh_ = false;
    Forms forms_;                  // used by the thread only
    std::vector<Sending> sending_; // used by the thread only
    std::thread thread_;
};

// Waits for an event for which `wanted` returns true.
template <class F>
Event awaited(Connection& x, F&& wanted)
{
    auto const until = std::chrono::steady_clock::now() + silence;
    for (;;) {
        auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (left <= 0ms || x.lost()) return nullptr;
        auto event = x.next(left);
        if (event && wanted(*event)) return event;
    }
}

// Receives an INCR transfer: the next piece is sent after the previous one was deleted.
std::optional<std::string> taken_by_pieces(Connection& x, xcb_atom_t property)
{
    std::string out;
    for (;;) {
        auto const next = awaited(x, [&](xcb_generic_event_t const& event) {
            if (kind_of(event) != XCB_PROPERTY_NOTIFY) return false;
            auto const& changed = reinterpret_cast<xcb_property_notify_event_t const&>(event);
            return changed.atom == property && changed.state == XCB_PROPERTY_NEW_VALUE;
        });
        if (!next) return std::nullopt;
        auto part = x.take_property(property, clipboard_max);
        if (!part || out.size() + part->bytes.size() > clipboard_max) return std::nullopt;
        if (part->bytes.empty()) return out;
        out += part->bytes;
    }
}

std::optional<std::string> converted(Connection& x, std::string const& target)
{
    auto const property = x.atom("CADRAN_PASTE");
    xcb_delete_property(x.raw(), x.window(), property);
    xcb_convert_selection(x.raw(), x.window(), x.atom("CLIPBOARD"), x.atom(target), property,
                          XCB_CURRENT_TIME);
    auto const answer = awaited(
        x, [](xcb_generic_event_t const& event) { return kind_of(event) == XCB_SELECTION_NOTIFY; });
    if (!answer) return std::nullopt;
    auto const& told = reinterpret_cast<xcb_selection_notify_event_t const&>(*answer);
    if (told.property == XCB_ATOM_NONE) return std::nullopt;
    // Deleting the property starts the transfer; events heard before belong to no piece.
    auto whole = x.take_property(property, clipboard_max);
    if (!whole) return std::nullopt;
    if (whole->type == x.atom("INCR")) return taken_by_pieces(x, property);
    return std::move(whole->bytes);
}

// The formats that are offered.
std::vector<xcb_atom_t> targets_of(Connection& x)
{
    auto const bytes = converted(x, "TARGETS");
    if (!bytes) return {};
    std::vector<xcb_atom_t> out(bytes->size() / sizeof(xcb_atom_t));
    std::memcpy(out.data(), bytes->data(), out.size() * sizeof(xcb_atom_t));
    return out;
}

class X11Clipboard : public Clipboard {
public:
    explicit X11Clipboard(std::unique_ptr<Connection> connection)
        : owner_(std::move(connection))
    {
    }
    void give(std::vector<ClipboardForm> forms) override { owner_.give(std::move(forms)); }
    std::optional<std::string> take(std::string_view type) override
    {
        auto const x = Connection::open();
        if (!x) return std::nullopt;
        auto const offered = targets_of(*x);
        auto const tried = [&](std::string const& name) -> std::optional<std::string> {
            // Some owners return their contents for any format asked for.
            if (std::ranges::find(offered, x->atom(name)) == offered.end()) return std::nullopt;
            return converted(*x, name);
        };
        if (type != "text/plain") return tried(std::string(type));
        for (auto const* name : text_names)
            if (auto text = tried(name)) return text;
        return std::nullopt;
    }

private:
    Owner owner_;
};

} // namespace

std::unique_ptr<Clipboard> open_clipboard()
{
    auto connection = Connection::open();
    if (!connection) return nullptr;
    return std::make_unique<X11Clipboard>(std::move(connection));
}

} // namespace platform
