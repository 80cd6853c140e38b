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
    explicit Board(model::Step at = model::Step::gather)
        : step(at)
    {
        edit::AddCases add;
        base::Vec2 const places[] = {{0, 0}, {420, 0}, {0, 300}, {840, 137}};
        char const* titles[] = {"Alpha", "Bravo", "Charlie", "Delta"};
        for (std::size_t i = 0; i < 4; ++i) {
            model::Case text;
            text.title = titles[i];
            ids.push_back(session.mint<model::CaseId>());
            add.cases.push_back({ids.back(), text, places[i]});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        hand.settle();
    }
    void draw(ui::Ui& ui)
    {
        support::Shown const shown(session, access);
        auto const asked = step == model::Step::gather ? ui::draw(ui, gather, shown.workshop)
                                                       : ui::draw(ui, group, shown.workshop);
        for (auto const& wish : asked) {
            if (auto const* command = wish.as<edit::Command>())
                CHECK(session.submit(edit::facilitator, *command));
            if (auto const* text = wish.as<ui::PreviewText>()) pasted.push_back(text->text);
            if (wish.is<ui::Undo>()) CHECK(session.undo(edit::facilitator));
        }
    }
    void undo()
    {
        REQUIRE(session.undo(edit::facilitator));
        hand.settle();
    }
    void key(int chord)
    {
        hand.key(chord);
        hand.settle();
    }
    void hold(int modifier, bool down) const
    {
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), down);
    }
    void add_to_selection(std::string const& id)
    {
        hold(ImGuiMod_Shift, true);
        hand.click(id);
        hold(ImGuiMod_Shift, false);
        hand.frame(2);
    }
    void drag(base::Vec2 from, base::Vec2 to)
    {
        hand.move_to(from);
        hand.frame(30);
        hand.press();
        for (int i = 1; i <= 8; ++i) hand.move_to(from + (to - from) * (static_cast<float>(i) / 8));
        hand.release();
        hand.settle();
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] std::uint64_t entries() const { return session.log().size(); }
    [[nodiscard]] auto const& marks() const { return model::table<model::Annotation>(doc()); }
    [[nodiscard]] std::string first_mark() const
    {
        return "mark." + std::to_string(marks().begin()->first.value);
    }
    [[nodiscard]] base::Vec2 place(std::size_t i) const
    {
        return model::get<model::CardPlace>(doc(), ids[i]).at;
    }
    // A point of the screen without a card.
    [[nodiscard]] base::Vec2 ground() const { return hand.centre("board") + base::Vec2{0, 260}; }
    [[nodiscard]] ui::Canvas& canvas()
    {
        return step == model::Step::gather ? gather.canvas : group.canvas;
    }
    void write(base::Vec2 at, std::string_view text)
    {
        key(ImGuiMod_Shift | ImGuiKey_T);
        hand.click_at(at);
        hand.settle();
        hand.type(text);
        key(ImGuiKey_Enter);
    }
};

inline constexpr std::array both_steps{model::Step::gather, model::Step::group};

} // namespace support
