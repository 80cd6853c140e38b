#include "two_boards.h"

namespace two_boards {

Room::Room() = default;
Room::~Room() = default;

void Room::grant(ui::Asked const& asked)
{
    for (auto const& wish : asked) {
        if (auto const* command = wish.as<edit::Command>())
            CHECK(session.submit(edit::facilitator, *command));
        if (wish.is<ui::Undo>()) CHECK(session.undo(edit::facilitator));
        if (auto const* text = wish.as<ui::PreviewText>()) previews.push_back(text->text);
        if (auto const* file = wish.as<ui::PreviewFile>()) previews.push_back(file->path.string());
    }
}

void Room::draw(ui::Ui& ui)
{
    support::Shown const shown(session, access);
    grant(step == model::Step::gather ? ui::draw(ui, gather, shown.workshop)
                                      : ui::draw(ui, group, shown.workshop));
}

std::vector<model::CaseId> Room::add(std::vector<std::string> const& titles)
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

std::vector<std::string> Room::titles() const
{
    std::vector<std::string> titles;
    for (auto const& [id, one] : model::table<model::Case>(doc())) titles.push_back(one.title);
    return titles;
}

void Driven::start(std::vector<std::string> const& titles)
{
    if (!titles.empty()) ids = add(titles);
    hand.settle();
}

base::Vec2 Driven::place(std::size_t i) const
{
    return model::get<model::CardPlace>(doc(), ids[i]).at;
}

} // namespace two_boards
