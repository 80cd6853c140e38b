#include "ui/canvas/canvas_parts.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"

#include <algorithm>

// Cards of other rooms: those that arrived, and those being edited there.
namespace ui {
namespace {

constexpr double arrived_s = 60;
constexpr float card_radius = 18; // board units
constexpr Type pill_type{Face::semibold, 16, 20};

std::string const* letter_of(SharedState const& shared, model::CaseId id)
{
    auto const it = shared.authors.find(session::IdSource::author_of(id.value));
    return it == shared.authors.end() ? nullptr : &it->second;
}

// A text on the upper edge of a card.
void draw_tag(Ui& ui, base::Rect const& card, float right, unsigned sign, std::string_view text,
              board::Color ground, board::Color ink, std::string const& id)
{
    auto const lead = sign != 0 ? ui.px(24) : 0;
    auto const most = std::max(ui.px(80), card.width() - ui.px(24));
    auto const wide = std::min(most, text_width(ui, pill_type, text) + lead + ui.px(28));
    auto const half = ui.px(14);
    base::Rect const pill{{right - wide, card.min.y - half}, {right, card.min.y + half}};
    fill(ui, pill, half, ground);
    if (sign != 0)
        draw_icon_at(ui, {pill.min.x + ui.px(22), pill.center().y}, ui.px(17), ink, sign);
    draw_text_in(
        ui, {{pill.min.x + ui.px(14) + lead, pill.min.y}, {pill.max.x - ui.px(10), pill.max.y}},
        pill_type, ink, text);
    touch(ui, id, pill, text, Enabled::yes, Role::area);
}

} // namespace

void note_room(CardLook& look, SharedState const& shared, model::CaseId id)
{
    look.room = {};
    if (auto const* letter = letter_of(shared, id))
        std::copy_n(letter->begin(), std::min(letter->size(), look.room.size()), look.room.begin());
    look.numbered =
        shared.unnumbered.contains(id) ? CardLook::Numbered::waits : CardLook::Numbered::yes;
}

void note_arrivals(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (!workshop.shared) return canvas.of_rooms.clear();
    auto const& shared = *workshop.shared;
    bool const first = canvas.of_rooms.empty();
    for (auto const& [id, text] : model::table<model::Case>(workshop.doc())) {
        if (shared.unnumbered.contains(id) || !canvas.of_rooms.insert(id).second || first) continue;
        if (auto const* letter = letter_of(shared, id))
            canvas.received[id] = {ui.now_s + arrived_s, *letter};
    }
    canvas.of_rooms.insert(model::CaseId{}); // on an empty board, the next one is new
}

void paint_received(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const& c = ui.color();
    auto const k = canvas.view.scale();
    bool const full = board::detail_at(canvas.view.camera.zoom) == board::Detail::full;
    std::erase_if(canvas.received, [&](auto const& one) { return one.second.until_s <= ui.now_s; });
    auto const shown = [&](model::CaseId id) -> board::Card const* {
        auto const* card = canvas.state.scene.find(id);
        return card && canvas.view.to_screen(card->box).overlaps(canvas.view.window) ? card
                                                                                     : nullptr;
    };
    for (auto const& [id, how] : canvas.received) {
        auto const* card = shown(id);
        if (!card) continue;
        auto const box = canvas.view.to_screen(card->box);
        outline(ui, box, card_radius * k, c.accent, std::max(1.0F, ui.px(2)));
        if (!full) continue;
        auto const text =
            how.from.empty() || !workshop.shared
                ? ui.tr("gather.received")
                : ui.tr("rooms.received", name_of_letter(ui, *workshop.shared, how.from));
        bool const ticked = canvas.selection.cards.contains(id);
        draw_tag(ui, box, box.max.x - ui.px(ticked ? 32 : 12), 0, text, c.accent, c.onaccent,
                 "received." + std::to_string(card->number));
    }
    if (!workshop.shared) return;
    for (auto const& room : workshop.shared->rooms) {
        auto const* card = room.writes ? shown(room.writes) : nullptr;
        if (!card || room.state == SharedRoom::State::here) continue;
        auto const box = canvas.view.to_screen(card->box);
        dashed_outline(ui, box, card_radius * k, c.edge, ui.px(2), {ui.px(6), ui.px(5)});
        if (full)
            draw_tag(ui, box, box.max.x - ui.px(12), icon::edit,
                     ui.tr("rooms.writes", name_of_room(ui, room)), c.ink, c.paper,
                     "writes." + std::to_string(card->number));
    }
}

} // namespace ui
