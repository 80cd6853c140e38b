#include "ui/app/app.h"

#include <utility>

// Closing a session: the texts that its file keeps, and its final code.
namespace ui {

void App::grant_one(ShowClosing const&)
{
    if (!dispatch_.open() || dispatch_.access() != Access::edit || in_the_booth()) return;
    using Machines = ClosingDialog::Machines;
    closing_.open(dispatch_.document(), seal(),
                  dispatch_.shared() ? Machines::several : Machines::one);
}

// Texts cannot be erased while the session is open: it is closed, and opened again afterwards.
void App::grant_one(CloseSession const& wish)
{
    if (!dispatch_.open() || closing_.state != ClosingDialog::State::choosing) return;
    if (wish.erase.nothing()) {
        closing_.finish(seal(), {});
        return;
    }
    if (closing_.barred != ClosingDialog::Barred::no) return;
    auto const path = dispatch_.path();
    std::string copied_to;
    if (wish.copy == CloseSession::Copy::first) {
        auto const copy = dispatch_.duplicate(path);
        if (!copy) { // without a copy nothing is erased
            tell(copy.error());
            return;
        }
        copied_to = copy->filename().string();
    }
    leave();
    auto const done = dispatch_.redact(path, wish.erase);
    show(dispatch_.open_file(path, Access::edit));
    if (!done) {
        closing_ = {};
        tell(done.error());
        return;
    }
    if (!dispatch_.open()) return; // the reason is shown
    closing_.finish(seal(), done->erased);
    closing_.copied_to = std::move(copied_to);
    if (done->left) tell(*done->left);
}

} // namespace ui
