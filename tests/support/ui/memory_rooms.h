#pragma once

#include "ui/app/shared_rooms.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace support {

// The other machines of a session without a server: what they were asked, and what the test says of
// them.
struct Rooms {
    ui::SharedState state;
    std::vector<std::string> asked;     // "hurry", "pass 7", "host 127.0.0.1 Salle"…
    std::vector<base::Error> errors;    // to be told
    std::optional<base::Error> refuses; // the error of the next request
    std::uint64_t phones = 0;           // what the others were told
    model::CaseId writes;
    bool open = false;
    bool changed = false;          // the next pump says so
    std::function<void()> arrives; // what the next pump takes in
};

class MemoryRooms : public ui::SharedRooms {
public:
    explicit MemoryRooms(Rooms& rooms)
        : rooms_(rooms)
    {
        rooms_.open = true;
    }
    ~MemoryRooms() override { rooms_.open = false; }
    void wake_by(std::shared_ptr<session::Mailbox> const&) override {}
    bool pump() override
    {
        if (auto const arrives = std::exchange(rooms_.arrives, {})) arrives();
        return std::exchange(rooms_.changed, false);
    }
    [[nodiscard]] ui::SharedState const& state() const override { return rooms_.state; }
    [[nodiscard]] std::string const& session_id() const override { return id_; }
    [[nodiscard]] std::vector<base::Error> take_errors() override
    {
        return std::exchange(rooms_.errors, {});
    }
    void say_of_room(std::uint64_t phones, model::CaseId writes) override
    {
        rooms_.phones = phones, rooms_.writes = writes;
    }
    void hurry() override { rooms_.asked.emplace_back("hurry"); }
    void seen() override
    {
        rooms_.asked.emplace_back("seen");
        rooms_.state.outcomes.clear();
    }
    void seen(std::uint64_t item) override
    {
        std::erase_if(rooms_.state.outcomes, [&](auto const& one) { return one.item == item; });
        rooms_.asked.push_back("drop " + std::to_string(item));
    }
    base::Result<void> restore(std::uint64_t item) override { return ask("restore", item); }
    base::Result<void> ask_ballots(model::RoundId round) override
    {
        return ask("ballots", round.value);
    }
    base::Result<void> count_without(model::RoundId round) override
    {
        return ask("count", round.value);
    }
    base::Result<std::filesystem::path>
    save_invitation(std::size_t part, std::filesystem::path const& folder) override
    {
        if (auto ok = ask("save " + folder.string(), part); !ok) return base::fail(ok.error());
        return folder / "atelier.cadran.room.invitation";
    }
    base::Result<void> pass_lead(model::SiteId to) override { return ask("pass", to.value); }
    base::Result<void> take_lead() override { return ask("take", 0); }
    base::Result<void> remove_room(model::SiteId site) override
    {
        return ask("remove", site.value);
    }
    base::Result<void> part() override { return ask("part", 0); }

private:
    base::Result<void> ask(std::string const& what, std::uint64_t which)
    {
        rooms_.asked.push_back(what + " " + std::to_string(which));
        auto const why = std::exchange(rooms_.refuses, std::nullopt);
        return why ? base::fail(*why) : base::Result<void>{};
    }

    Rooms& rooms_;
    std::string id_ = "session";
};

} // namespace support
