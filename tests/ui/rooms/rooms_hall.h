#pragma once

#include "support/ui/room.h"

#include <algorithm>

namespace support {

inline ui::SharedRoom room_of(std::string const& letter, std::uint64_t id,
                              ui::SharedRoom::State state)
{
    ui::SharedRoom out;
    out.id = model::SiteId{id}, out.letter = letter, out.state = state;
    return out;
}

inline constexpr std::uint64_t site_b = 12, site_c = 13;

// A shared session of three rooms, this machine being A.
struct SharedHall : Room {
    explicit SharedHall(std::string const& language = "fr")
        : Room(language)
    {
        driver.click("home.new.axes");
        driver.settle();
        auto& state = host.rooms.state;
        state.link = ui::SharedState::Link::linked;
        state.leads = state.facilitates = state.hosts = true;
        state.rooms = {room_of("A", 11, ui::SharedRoom::State::here),
                       room_of("B", site_b, ui::SharedRoom::State::linked),
                       room_of("C", site_c, ui::SharedRoom::State::linked)};
        state.rooms[0].leads = true;
        state.authors = {{site_b, "B"}, {site_c, "C"}};
        host.kept = host.on_disk;
        host.shares = true;
        app.open("atelier.cadran", ui::Access::edit);
        driver.settle();
    }
    ui::SharedState& state() { return host.rooms.state; }
    void settle() { driver.settle(); }
    [[nodiscard]] bool asked(std::string const& what) const
    {
        return std::ranges::find(host.rooms.asked, what) != host.rooms.asked.end();
    }
    // A case that another machine added.
    model::CaseId add_from(std::uint64_t site, std::string const& title)
    {
        auto const own = app.session()->mint<model::CaseId>().value;
        constexpr auto bits = session::IdSource::author_bits;
        model::CaseId const id{own >> bits << bits | site};
        model::Case text;
        text.title = title;
        REQUIRE(app.session()->submit({{site << 2U | 1U}, edit::Role::facilitator},
                                      edit::AddCases{{{id, text, base::Vec2{300, 300}}}}));
        return id;
    }
};

} // namespace support
