#pragma once

#include "board/scene.h"
#include "ui/canvas/card_paint.h"

#include <memory>
#include <string>

namespace ui {

// A cache of drawn cards as vertices that can be moved: panning redraws no card. Valid while the
// card, its look and the general appearance are unchanged; call `forget` when the text or another
// visible attribute of a case changes.
class CardStamps {
public:
    CardStamps();
    ~CardStamps();
    CardStamps(CardStamps&&) noexcept;
    CardStamps& operator=(CardStamps&&) noexcept;

    void forget(model::CaseId id);
    void forget_all();

    // Call before the cards of a frame: clears the cache when colours, scale or fonts changed, and
    // drops entries not shown for a while.
    void begin_frame(Ui& ui);

    // The numbers of cards drawn and reused so far.
    struct Counts {
        std::uint64_t painted = 0, put = 0;
    };
    [[nodiscard]] Counts counts() const;

    // The widget's id and its label.
    struct Name {
        std::string id, label;
    };
    // Draws the card with its top left at `at`, from the cache if possible. `text_of` is called
    // only if not cached; when it returns null, nothing is drawn.
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
