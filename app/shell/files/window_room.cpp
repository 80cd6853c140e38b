#include "shell/files/window_room.h"

#include "platform/network.h"

#include <atomic>
#include <utility>

namespace shell {
namespace {

// What the window shows of a room.
struct Shown {
    std::size_t seats = 0, here = 0, hands = 0;
    bool reached = false;
    friend bool operator==(Shown const&, Shown const&) = default;
};
Shown shown(room::Server::State const& state)
{
    return {state.seats, state.here, state.hands, state.reached_ms != 0};
}

class WindowRoom : public ui::HostedRoom {
public:
    WindowRoom(std::unique_ptr<OpenRoom> room, std::string address,
               std::shared_ptr<session::Mailbox> const& mail)
        : room_(std::move(room))
        , address_(std::move(address))
        , opened_ms_(room_->clock.now_ms())
    {
        // On the server's thread, which ends before the server does. One message waits at most.
        room_->server->on_change([server = room_->server.get(), window = std::weak_ptr(mail),
                                  last = std::make_shared<Shown>(),
                                  waits = std::make_shared<std::atomic<bool>>(false)] {
            auto const now = shown(server->state());
            if (now == std::exchange(*last, now) || waits->exchange(true)) return;
            if (auto const to = window.lock())
                (void)to->post({{}, session::Finish{[waits] { *waits = false; }}});
        });
    }
    void follow(session::Session const& session) override { room_->follow(session); }
    [[nodiscard]] ui::RoomState state() const override
    {
        auto const now = room_->server->state();
        ui::RoomState out;
        out.address = address_;
        out.port = now.port;
        out.code = now.code;
        out.url = room_->url(address_);
        out.local = address_ == own_address;
        out.seats = now.seats, out.here = now.here, out.hands = now.hands;
        out.opened_ms = opened_ms_;
        out.reached_ms = now.reached_ms;
        return out;
    }
    base::Result<void> close() override { return room_->server->close(); }

private:
    std::unique_ptr<OpenRoom> room_;
    std::string address_;
    std::int64_t opened_ms_;
};

} // namespace

std::vector<ui::RoomAddress> addresses_for_phones()
{
    using Kind = ui::RoomAddress::Kind;
    std::vector<ui::RoomAddress> out{{Kind::this_machine, own_address, {}}};
    for (auto const& one : platform::interfaces()) {
        if (one.kind == platform::Interface::Kind::loopback) continue;
        bool const lan = one.kind == platform::Interface::Kind::lan;
        out.push_back({lan ? Kind::network : Kind::virtual_link, one.address, one.name});
    }
    return out;
}

base::Result<std::unique_ptr<ui::HostedRoom>>
open_window_room(RoomMeans const& means, std::string const& address, std::uint16_t port,
                 session::Session const& session, std::shared_ptr<session::Mailbox> const& mail)
{
    auto const first = port != 0 ? port : usual_port;
    auto room = open_room(means, {address, first}, session, mail);
    auto const taken = [&] { return !room && room.error().where == "room.listen"; };
    auto const why = room ? base::Error{} : room.error();
    for (int next = 1; next <= ports_tried && taken(); ++next) {
        auto const other = next < ports_tried ? static_cast<std::uint16_t>(usual_port + next) : 0;
        room = open_room(means, {address, static_cast<std::uint16_t>(other)}, session, mail);
    }
    if (!room) return base::fail(taken() ? why : room.error());
    return std::make_unique<WindowRoom>(std::move(*room), address, mail);
}

} // namespace shell
