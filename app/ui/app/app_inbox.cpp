#include "i18n/errors.h"
#include "ui/app/app.h"

#include <imgui.h>

#include <algorithm>

// What comes from outside the interface: messages, and the files that become some.
namespace ui {
namespace {

constexpr std::int64_t look_every_ms = 1000;
constexpr int messages_a_frame = 64; // each may wait for the disk: the hand comes in between

} // namespace

bool App::look_around()
{
    if (!watches()) return false;
    auto const now = host_.now_ms();
    bool const went_back = now < looked_ms_; // somebody set the clock
    if (!went_back && now - looked_ms_ < look_every_ms) return false;
    looked_ms_ = now;
    if (look_at_files()) return true;
    return drop_folder_.look(open_->path, open_->session->opening()) || !mail_.empty();
}

// With moderation off the cards of what is proposed fall in sight.
void App::lay_received(Ui& ui, session::Message& message, std::vector<base::Rect>& taken)
{
    auto* ask = std::get_if<session::Ask>(&message.what);
    auto const* propose = ask ? ask->command.as<edit::Propose>() : nullptr;
    if (!open_ || !propose) return;
    auto& session = *open_->session;
    auto& canvas = gather_.canvas;
    bool const falls_now =
        canvas.shown == Canvas::Shown::yes &&
        model::get<model::Gathering>(session.document()).moderation == model::Moderation::off;
    auto laid = *propose;
    for (auto& one : laid.which) {
        if (!one.as) one.as = session.mint<model::CaseId>();
        if (!falls_now) continue;
        if (!one.at) one.at = falls(ui, canvas, one.as, one.proposal.title, taken);
        canvas.received[one.as] = ui.now_s + received_s;
    }
    ask->command = std::move(laid);
}

void App::tell_read(DropFolder::Read const& read)
{
    using As = DropFolder::Read::As;
    if (read.not_moved) tell(*read.not_moved);
    if (read.as == As::waiting) tell(*read.why);
    if (read.as == As::refused)
        say(words().text("inbox.refused", read.name, i18n::sentence(words(), *read.why)),
            Tone::warn);
    if (read.as == As::taken && read.left_out > 0)
        say(words().text("inbox.left_out", read.name,
                         words().plural("inbox.rows", static_cast<std::int64_t>(read.left_out))),
            Tone::warn);
}

// Before the frame: whoever is drawn for sees what came in.
void App::receive(Ui& ui)
{
    std::erase_if(gather_.canvas.received, [&](auto const& one) { return one.second <= ui.now_s; });
    std::vector<base::Rect> taken;
    for (int left = messages_a_frame; left > 0 && !mail_.empty(); --left)
        for (auto& message : mail_.take(1)) {
            lay_received(ui, message, taken);
            shown_.reset(); // so that writing copies no table
            auto const outcome = session::deliver(session(), message);
            if (auto const* written = std::get_if<session::Accepted>(&outcome);
                written && written->n != 0)
                noted(base::Result<void>{});
            else if (auto const* error = std::get_if<base::Error>(&outcome);
                     error && error->code == base::Errc::io)
                note_refusal(*error);
        }
    for (auto const& read : drop_folder_.take_read()) tell_read(read);
}

void App::grant_one(ShowInbox const&)
{
    if (!open_) return;
    auto const folder = host_.inbox(open_->path);
    if (!folder) {
        tell(folder.error());
        return;
    }
    ImGui::SetClipboardText(folder->c_str());
    say(words().text("inbox.folder.ready", folder->string()), Tone::info);
}

} // namespace ui
