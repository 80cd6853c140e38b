#pragma once

#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/shown.h"
#include "support/ui/ui_driver.h"
#include "ui/screens/gather/gather_view.h"
#include "ui/screens/group/group_view.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace two_boards {

// Two boards of one session whose wishes are granted at once.
struct Room {
    support::TickingClock clock;
    support::SeededRandomSource random{7};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random).value();
    ui::GatherView gather;
    ui::GroupView group;
    model::Step step = model::Step::gather;
    ui::Access access = ui::Access::edit;
    std::vector<std::string> previews;

    Room();
    ~Room();
    void grant(ui::Asked const& asked);
    void draw(ui::Ui& ui);
    std::vector<model::CaseId> add(std::vector<std::string> const& titles);
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] std::vector<std::string> titles() const;
    [[nodiscard]] std::uint64_t entries() const { return session.log().size(); }
};

struct Driven : Room {
    support::UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};
    std::vector<model::CaseId> ids;

    void start(std::vector<std::string> const& titles = {});
    [[nodiscard]] base::Vec2 place(std::size_t i) const;
};

inline std::vector<std::string> const five{"Alpha", "Bravo", "Charlie", "Delta", "Écho"};

} // namespace two_boards
