#include "support/ui/board_in_hand.h"

namespace support {

Board::Board(model::Step at)
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

void Board::draw(ui::Ui& ui)
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

void Board::undo()
{
    REQUIRE(session.undo(edit::facilitator));
    hand.settle();
}

void Board::key(int chord)
{
    hand.key(chord);
    hand.settle();
}

void Board::hold(int modifier, bool down) const
{
    ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), down);
}

void Board::add_to_selection(std::string const& id)
{
    hold(ImGuiMod_Shift, true);
    hand.click(id);
    hold(ImGuiMod_Shift, false);
    hand.frame(2);
}

void Board::drag(base::Vec2 from, base::Vec2 to)
{
    hand.move_to(from);
    hand.frame(30);
    hand.press();
    for (int i = 1; i <= 8; ++i) hand.move_to(from + (to - from) * (static_cast<float>(i) / 8));
    hand.release();
    hand.settle();
}

std::string Board::first_mark() const
{
    return "mark." + std::to_string(marks().begin()->first.value);
}

base::Vec2 Board::place(std::size_t i) const
{
    return model::get<model::CardPlace>(doc(), ids[i]).at;
}

ui::Canvas& Board::canvas() { return step == model::Step::gather ? gather.canvas : group.canvas; }

void Board::write(base::Vec2 at, std::string_view text)
{
    key(ImGuiMod_Shift | ImGuiKey_T);
    hand.click_at(at);
    hand.settle();
    hand.type(text);
    key(ImGuiKey_Enter);
}

} // namespace support
