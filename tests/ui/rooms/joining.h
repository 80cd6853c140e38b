#pragma once

#include "ui/vote/voting.h"

#include <string>

namespace support {

// A new session, and the screen by which phones join it.
struct Joining : Room {
    explicit Joining(std::string const& language = "fr")
        : Room(language)
    {
        driver.click("home.new.axes");
        driver.settle();
    }
    Phones& phones = host.phones;

    [[nodiscard]] bool joining() const
    {
        return driver.shows("join.open") || driver.shows("join.qr");
    }
    // Opens the room at an address, by the mouse.
    void open_at(std::string const& address)
    {
        driver.key(ImGuiKey_Q);
        driver.settle();
        driver.click("join.address." + address);
        driver.click("join.open");
        driver.settle();
        REQUIRE(phones.open);
    }
    [[nodiscard]] std::string sight() { return driver.label("join.sight"); }
    [[nodiscard]] std::string said(std::string const& key) { return french.text(key); }
};

inline constexpr char const* network = "192.168.1.20";

} // namespace support
