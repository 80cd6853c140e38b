#include "ui/panels/board_screen.h"

#include <utility>

namespace ui {
namespace {

// The text in a refused command that belongs to `draft`.
std::optional<std::string> words_for(Draft const& draft, edit::Command const& command)
{
    switch (draft.kind) {
    case Draft::Kind::new_card:
        if (auto const* add = command.as<edit::AddCases>(); add && add->cases.size() == 1)
            return add->cases.front().text.title;
        break;
    case Draft::Kind::card_title:
        if (auto const* text = command.as<edit::EditCase>(); text && text->id == draft.card)
            return text->text.title;
        break;
    case Draft::Kind::frame_title:
        if (auto const* group = command.as<edit::EditGroup>(); group && group->id == draft.frame)
            return group->title;
        break;
    case Draft::Kind::question:
        if (auto const* prompt = command.as<edit::SetPrompt>()) return prompt->prompt.question;
        break;
    case Draft::Kind::instruction:
        if (auto const* prompt = command.as<edit::SetPrompt>()) return prompt->prompt.instruction;
        break;
    case Draft::Kind::mark:
        if (auto const* marks = command.as<edit::SetAnnotations>();
            marks && marks->annotations.size() == 1)
            return marks->annotations.front().second.text;
        break;
    }
    return std::nullopt;
}

} // namespace

void BoardScreen::begin_frame(Ui&) { typed_ = canvas().draft; }

RoomLook BoardScreen::room_look(model::Document const&, float scale) const
{
    RoomLook look;
    auto const& on = canvas();
    if (on.shown == Canvas::Shown::yes) look.area = below_question(on.view, scale);
    return look;
}

void BoardScreen::show_the_room(RoomLook const& look, float) { canvas().follows = look.area; }

void BoardScreen::enter_middle()
{
    auto& on = canvas();
    auto const& cards = on.state.scene.reading_order();
    if (on.selection.empty() && !cards.empty()) on.selection = {{cards.front()}, {}};
}

bool BoardScreen::at_rest() const
{
    auto const& on = canvas();
    return on.selection.empty() && !on.search && !on.draft && !on.menu &&
           on.tool == board::Tool::select && on.held == Canvas::Held::nothing;
}

bool BoardScreen::go_to(Target const& target)
{
    bool const shown = std::holds_alternative<model::CaseId>(target) ||
                       std::holds_alternative<model::GroupId>(target);
    if (shown) to_ = target;
    return shown;
}

void BoardScreen::go_on_from(Screen& before)
{
    auto* same = dynamic_cast<BoardScreen*>(&before);
    if (!same) return;
    auto& was = same->canvas();
    in_hand_ = {std::move(was.draft), std::move(was.selection), was.view.camera};
    if (in_hand_->draft) in_hand_->draft->life = Draft::Life::opening;
    sheet() = std::move(same->sheet());
}

void BoardScreen::go_there(Ui& ui)
{
    if (auto in_hand = std::exchange(in_hand_, std::nullopt)) {
        canvas().draft = std::move(in_hand->draft);
        canvas().selection = std::move(in_hand->selection);
        canvas().view.camera = in_hand->camera;
        ui.keep_drawing(0.2);
    }
    auto const to = std::exchange(to_, std::nullopt);
    if (!to) return;
    if (auto const* card = std::get_if<model::CaseId>(&*to)) go_to_card(ui, canvas(), *card);
    if (auto const* frame = std::get_if<model::GroupId>(&*to)) go_to_frame(ui, canvas(), *frame);
}

// Restores the text in the draft on the board, or in the sheet of the case that was left.
void BoardScreen::give_back(edit::Command const& refused, model::Document const& doc)
{
    if (typed_)
        if (auto const said = words_for(*typed_, refused)) {
            auto& draft = canvas().draft;
            draft = typed_;
            draft->text = *said;
            draft->life = Draft::Life::opening;
            return;
        }
    if (auto const* text = refused.as<edit::EditCase>())
        give_back_sheet(sheet(), canvas(), *text, doc);
}

} // namespace ui
