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

    void grant(ui::Asked const& asked)
    {
        for (auto const& wish : asked) {
            if (auto const* command = wish.as<edit::Command>())
                CHECK(session.submit(edit::facilitator, *command));
            if (wish.is<ui::Undo>()) CHECK(session.undo(edit::facilitator));
            if (auto const* text = wish.as<ui::PreviewText>()) previews.push_back(text->text);
            if (auto const* file = wish.as<ui::PreviewFile>())
                previews.push_back(file->path.string());
        }
    }
    void draw(ui::Ui& ui)
    {
        support::Shown const shown(session, access);
        grant(step == model::Step::gather ? ui::draw(ui, gather, shown.workshop)
                                          : ui::draw(ui, group, shown.workshop));
    }
    std::vector<model::CaseId> add(std::vector<std::string> const& titles)
    {
        edit::AddCases add;
        std::vector<model::CaseId> ids;
        for (auto const& title : titles) {
            model::Case text;
            text.title = title;
            ids.push_back(session.mint<model::CaseId>());
            add.cases.push_back({ids.back(), text, {}});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        return ids;
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] std::vector<std::string> titles() const
    {
        std::vector<std::string> titles;
        for (auto const& [id, one] : model::table<model::Case>(doc())) titles.push_back(one.title);
        return titles;
    }
    [[nodiscard]] std::uint64_t entries() const { return session.log().size(); }
};

struct Driven : Room {
    support::UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};
    void start(std::vector<std::string> const& titles = {})
    {
        if (!titles.empty()) ids = add(titles);
        hand.settle();
    }
    [[nodiscard]] base::Vec2 place(std::size_t i) const
    {
        return model::get<model::CardPlace>(doc(), ids[i]).at;
    }
    std::vector<model::CaseId> ids;
};

inline std::vector<std::string> const five{"Alpha", "Bravo", "Charlie", "Delta", "Écho"};

} // namespace two_boards
