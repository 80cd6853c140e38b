#pragma once

#include "exchange/report/seal.h"
#include "model/document.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// The end of a session: what its file keeps of people, and the code that the report shows too.
// Nothing goes before the person says so.
struct ClosingDialog {
    enum class State {
        closed,
        choosing, // what is kept
        done      // it is closed; its code
    } state = State::closed;
    bool keeps_proposers = true, keeps_names = true, keeps_free_text = true;
    enum class Copy { no, first } copy = Copy::first; // of all that is there, before anything goes
    model::ErasedTexts texts;    // that there are
    bool vote_open = false;      // then nothing can go
    exchange::Seal seal;         // of the session as it is
    model::ErasedTexts gone;     // once it is done
    std::string copied_to;       // likewise; empty: no copy

    void open(model::Document const& session, exchange::Seal const& now);
    void finish(exchange::Seal const& now, model::ErasedTexts const& erased);
    [[nodiscard]] journal::ToErase to_erase() const;
};

// CloseSession, or GoHome once it is done.
std::optional<Wish> draw(Ui& ui, ClosingDialog& dialog);

} // namespace ui
