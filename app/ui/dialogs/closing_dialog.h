#pragma once

#include "exchange/report/seal.h"
#include "model/document.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// Closing a session: which personal texts its file keeps, and the code shown in reports, too.
// Nothing is erased before the person confirms.
struct ClosingDialog {
    enum class State {
        closed,
        choosing, // choosing what is kept
        done      // closed; shows the code
    } state = State::closed;
    bool keeps_proposers = true, keeps_names = true, keeps_free_text = true;
    std::string words; // to erase from every text that has one of them; separated by commas
    // first: copies the whole session before erasing
    enum class Copy { no, first } copy = Copy::first;
    model::ErasedTexts texts; // texts in the session
    // Why nothing can be erased, if so; shared: the other machines keep the texts, and a file with
    // another chain could not meet theirs any more.
    enum class Barred { no, vote_open, shared } barred = Barred::no;
    exchange::Seal seal;     // of the present session
    model::ErasedTexts gone; // erased texts
    std::string copied_to;   // path of the copy; empty: none

    enum class Machines { one, several }; // that have the session open
    void open(model::Document const& session, exchange::Seal const& now, Machines machines);
    void finish(exchange::Seal const& now, model::ErasedTexts const& erased);
    [[nodiscard]] journal::ToErase to_erase() const;
    [[nodiscard]] bool word_too_short() const; // session::too_short_to_erase, of one of the words
};

// Returns CloseSession, or GoHome afterwards.
std::optional<Wish> draw(Ui& ui, ClosingDialog& dialog);

} // namespace ui
