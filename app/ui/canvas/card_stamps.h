#pragma once

#include "board/scene.h"
#include "ui/canvas/card_paint.h"

#include <memory>
#include <string>

namespace ui {

// Cards as they were last painted, kept as points to be put down again elsewhere: a board that is
// panned, or on which something else moves, paints no card twice. A stamp serves as long as the
// card, its look and what all cards look like stay the same; whoever knows that the text of a case,
// or anything else of it that shows, has changed says so with `forget`.
class CardStamps {
public:
    CardStamps();
    ~CardStamps();
    CardStamps(CardStamps&&) noexcept;
    CardStamps& operator=(CardStamps&&) noexcept;

    void forget(model::CaseId id);
    void forget_all();

    // Before the cards of a frame: forgets all when colours, scale or letters are no longer those
    // of before, and what was not shown for a while.
    void begin_frame(Ui& ui);

    // How often a card was painted, and put down as it was, so far.
    struct Counts {
        std::uint64_t painted = 0, put = 0;
    };
    [[nodiscard]] Counts counts() const;

    // What a widget is called, and what a person reads on it.
    struct Name {
        std::string id, label;
    };
    // Paints the card with its top left at `at`, from its stamp when there is one. `text_of` is
    // asked for the case only when there is none; null: nothing is painted.
    template <class TextOf>
    Name const* paint(Ui& ui, CardTexts& texts, board::Card const& card, base::Vec2 at,
                      CardLook const& look, TextOf&& text_of)
    {
        if (auto const* name = put(ui, card, at, look)) return name;
        model::Case const* text = text_of();
        return text ? &paint_anew(ui, texts, card, *text, at, look) : nullptr;
    }

private:
    Name const* put(Ui& ui, board::Card const& card, base::Vec2 at, CardLook const& look);
    Name const& paint_anew(Ui& ui, CardTexts& texts, board::Card const& card,
                           model::Case const& text, base::Vec2 at, CardLook const& look);
    struct Kept;
    std::unique_ptr<Kept> kept_;
};

} // namespace ui
