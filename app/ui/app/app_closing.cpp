#include "ui/app/app.h"

#include <utility>

// The end of a session: what its file keeps, and the code that it ends with.
namespace ui {

void App::grant_one(ShowClosing const&)
{
    if (!dispatch_.open() || dispatch_.access() != Access::edit || in_the_booth()) return;
    closing_.open(dispatch_.document(), seal());
}

// A session cannot be erased from while it is written: it is left, and opened again as it is then.
void App::grant_one(CloseSession const& wish)
{
    if (!dispatch_.open() || closing_.state != ClosingDialog::State::choosing) return;
    if (wish.erase.nothing()) {
        closing_.finish(seal(), {});
        return;
    }
    auto const path = dispatch_.path();
    std::string copied_to;
    if (wish.copy == CloseSession::Copy::first) {
        auto const copy = dispatch_.duplicate(path);
        if (!copy) { // then nothing goes
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
    if (!dispatch_.open()) return; // why is told
    closing_.finish(seal(), done->erased);
    closing_.copied_to = std::move(copied_to);
    if (done->left) tell(*done->left);
}

} // namespace ui
