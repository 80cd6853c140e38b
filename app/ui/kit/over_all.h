#pragma once

#include "ui/kit/ui.h"

#include <string>
#include <string_view>

// What concerns every field and every layer, whatever they are about.
namespace ui {

// What the last field gave to be kept was not: it goes back to that field, which has the keyboard
// again, as it was before it was entered or left. Whatever was being pressed meanwhile is let go.
void give_back_words(Ui& ui);
// It was kept.
void forget_words(Ui& ui);
// A view keeps something else than what was typed into `field`: that is what would come back.
void hand_instead(Ui& ui, std::string_view field, std::string text);

// Above every layer without being one, until the end of the block: what lies below is pressed and
// typed into as if this were not there. Draw it last.
class Above {
public:
    explicit Above(Ui& ui);
    ~Above();
    Above(Above const&) = delete;
    Above& operator=(Above const&) = delete;

private:
    Ui& ui_;
    ImDrawList* below_;
    int layer_;
};

} // namespace ui
