#pragma once

#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/shown.h"
#include "support/ui/ui_driver.h"
#include "ui/screens/gather/gather_view.h"
#include "ui/screens/group/group_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>

namespace support {

// A board whose wishes are granted at once.
struct Board {
    TickingClock clock;
    SeededRandomSource random{11};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random).value();
    ui::GatherView gather;
    ui::GroupView group;
    model::Step step = model::Step::gather;
    ui::Access access = ui::Access::edit;
    std::vector<model::CaseId> ids;
    std::vector<std::string> pasted;
    UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};

    // Cards 1 and 2 side by side, 3 below 1, 4 far right; titles of one word.
    explicit Board(model::Step at = model::Step::gather);
    void draw(ui::Ui& ui);
    void undo();
    void key(int chord);
    void hold(int modifier, bool down) const;
    void add_to_selection(std::string const& id);
    void drag(base::Vec2 from, base::Vec2 to);
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] std::uint64_t entries() const { return session.log().size(); }
    [[nodiscard]] auto const& marks() const { return model::table<model::Annotation>(doc()); }
    [[nodiscard]] std::string first_mark() const;
    [[nodiscard]] base::Vec2 place(std::size_t i) const;
    // A point of the screen without a card.
    [[nodiscard]] base::Vec2 ground() const { return hand.centre("board") + base::Vec2{0, 260}; }
    [[nodiscard]] ui::Canvas& canvas();
    void write(base::Vec2 at, std::string_view text);
};

inline constexpr std::array both_steps{model::Step::gather, model::Step::group};

} // namespace support
