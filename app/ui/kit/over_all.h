#pragma once

#include "ui/kit/ui.h"

#include <string>
#include <string_view>

// Functions that affect all fields and layers.
namespace ui {

// The last entered text was not saved: restores it in its field, which gets the keyboard focus
// back, as before it was entered or left. Cancels a press in progress.
void give_back_words(Ui& ui);
// Keeps it for a later `give_back_words`: to be called in each frame until then.
void hold_words(Ui& ui);
// The field and the text that it handed over last; empty: neither restored nor saved since.
std::string words_handed(Ui const& ui);
// The text was saved.
void forget_words(Ui& ui);
// Changes the text to restore, when a view saves something other than what was typed into `field`.
void hand_instead(Ui& ui, std::string_view field, std::string text);

// Draws above all layers until the end of the block, without capturing input. To be used last in a
// frame.
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
