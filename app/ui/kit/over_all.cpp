#include "ui/kit/over_all.h"

#include "ui/kit/ui_state.h"

#include <imgui.h>

#include <utility>

namespace ui {

void give_back_words(Ui& ui)
{
    auto& state = *ui.state;
    if (!state.handed || state.handed->frame + returned_frames < state.frame) return;
    state.returned = std::move(*std::exchange(state.handed, std::nullopt));
    state.returned->frame = state.frame;
    state.field.reset();
    state.left.reset();
    state.focus_wanted.clear();
    state.active = 0;
    ui.keep_drawing(0.1);
}

void hold_words(Ui& ui)
{
    auto& state = *ui.state;
    if (state.handed && state.handed->frame + returned_frames >= state.frame)
        state.handed->frame = state.frame;
}

std::string words_handed(Ui const& ui)
{
    auto const& handed = ui.state->handed;
    return handed ? handed->field + '\n' + handed->text : std::string{};
}

void forget_words(Ui& ui) { ui.state->handed.reset(); }

void hand_instead(Ui& ui, std::string_view field, std::string text)
{
    auto& handed = ui.state->handed;
    if (handed && handed->field == field) handed->text = std::move(text);
}

Above::Above(Ui& ui)
    : ui_(ui)
    , below_(std::exchange(ui.list, ImGui::GetForegroundDrawList()))
    , layer_(std::exchange(ui.state->layer, ui.state->top))
{
    ui.state->clips.push_back(ui.screen());
}

Above::~Above()
{
    ui_.state->clips.pop_back();
    ui_.state->layer = layer_;
    ui_.list = below_;
}

} // namespace ui
