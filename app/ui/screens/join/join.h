#pragma once

#include "base/result.h"
#include "ui/kit/room_state.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

#include <memory>
#include <optional>
#include <span>
#include <variant>

// The screen by which phones join, without its state (join_view.h).
namespace ui {

struct JoinView;
struct JoinDeleter {
    void operator()(JoinView* view) const;
};
using OwnedJoin = std::unique_ptr<JoinView, JoinDeleter>;
OwnedJoin new_join(); // not shown

void open(JoinView& view);
void close(JoinView& view);
[[nodiscard]] bool is_shown(JoinView const& view);

// What it shows.
struct JoinGround {
    Workshop const& workshop;
    RoomState const* room = nullptr;             // null: closed
    std::span<RoomAddress const> addresses = {}; // of this machine now
    std::optional<base::Error> why_not = {};     // why it cannot be opened
};

// What it requests: to open the room at an address, or to move the open room there; to close it; to
// print.
struct OpenRoom {
    std::string address;
};
struct CloseRoom {};
// Cards with the QR code, to print.
struct PrintCards {
    std::string wifi;
};
using RoomWish = std::variant<std::monostate, OpenRoom, CloseRoom, PrintCards>;
// The request of the last frame; none afterwards.
RoomWish take_room_wish(JoinView& view);

// Draws it over rail, main area and panel.
Asked draw(Ui& ui, JoinView& view, JoinGround const& ground);
// Seconds until it changes without input, if it does.
[[nodiscard]] std::optional<double> next_change(JoinView const& view, RoomState const* room,
                                                std::int64_t now_ms);

} // namespace ui
