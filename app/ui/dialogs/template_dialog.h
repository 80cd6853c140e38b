#pragma once

#include "base/result.h"
#include "model/document.h"
#include "ui/kit/widgets.h"

#include <optional>
#include <string>

namespace ui {

// Saves the open session as a template: asks for its name and says what it will contain.
struct TemplateDialog {
    enum class State { closed, opening, open } state = State::closed;
    std::string title;
    std::optional<base::Error> refused; // why it was not saved
    std::optional<std::string> wanted;  // the title to save it under, for the caller

    void open(std::string const& session_title);
    // The field takes the keys again.
    void refuse(base::Error const& why);
};

// Sets `wanted`; the caller saves it, then closes the dialog or refuses.
void draw(Ui& ui, TemplateDialog& dialog, model::Document const& doc);

} // namespace ui
