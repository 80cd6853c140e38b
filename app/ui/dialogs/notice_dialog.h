#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/workshop.h"

#include <optional>
#include <string>

namespace ui {

// The editor for the notice on personal data that phones show before they join, in both languages.
struct NoticeDialog {
    enum class State { closed, open } state = State::closed;
    model::Tongue language{}; // being edited
    model::Notice draft;      // with the prepared texts; stored when a field is left
    std::optional<model::Tongue> drafted = {}; // language of the draft
    analysis::Inputs<analysis::Reads<model::Notice>, model::Tongue> read;
    Scroll form;
};

// Both catalogues, and for whom the workshop is held, which may be empty.
struct NoticeGround {
    Workshop const& workshop;
    i18n::Catalogue const& french;
    i18n::Catalogue const& english;
    std::string organisation;
};

void open_notice(NoticeDialog& dialog, model::Tongue language);
std::optional<edit::SetNotice> draw(Ui& ui, NoticeDialog& dialog, NoticeGround const& ground);

} // namespace ui
