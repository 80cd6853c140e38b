#include "i18n/errors.h"
#include "ui/app/app.h"

#include <imgui.h>

// Input from outside: messages and dropped files.
namespace ui {

// Adds to proposals the ids of their cases and, by the screen, positions of the cards.
void App::lay_received(Ui& ui, session::Message& message, std::vector<base::Rect>& taken)
{
    auto* ask = std::get_if<session::Ask>(&message.what);
    auto const* propose = ask ? ask->command.as<edit::Propose>() : nullptr;
    if (!dispatch_.open() || !propose) return;
    auto laid = *propose;
    for (auto& one : laid.which)
        if (!one.as) one.as = dispatch_.session()->mint<model::CaseId>();
    for (auto const& screen : screens_.all()) screen->lay(ui, laid, dispatch_.document(), taken);
    ask->command = std::move(laid);
}

void App::tell_read(DropFolder::Read const& read)
{
    using As = DropFolder::Read::As;
    if (read.not_moved) tell(*read.not_moved);
    if (read.as == As::waiting) tell(*read.why, About::saving);
    if (read.as == As::refused)
        say(words().text("inbox.refused", read.name, i18n::sentence(words(), *read.why)),
            Tone::warn);
    if (read.as == As::taken && read.left_out > 0)
        say(words().text("inbox.left_out", read.name,
                         words().plural("inbox.rows", static_cast<std::int64_t>(read.left_out))),
            Tone::warn);
}

// Before the frame, so that it shows the changes.
void App::receive(Ui& ui)
{
    std::vector<base::Rect> taken;
    dispatch_.deliver([&](session::Message& message) {
        shown_.reset(); // so that writing copies no table
        lay_received(ui, message, taken);
    });
    pump_shared();
    if (auto const alarm = dispatch_.take_alarm()) tell(*alarm);
    for (auto const& read : dispatch_.take_read()) tell_read(read);
}

void App::grant_one(ShowInbox const&)
{
    if (!dispatch_.open()) return;
    auto const folder = dispatch_.inbox();
    if (!folder) {
        tell(folder.error());
        return;
    }
    ImGui::SetClipboardText(folder->string().c_str());
    say(words().text("inbox.folder.ready", folder->string()), Tone::info);
}

} // namespace ui
