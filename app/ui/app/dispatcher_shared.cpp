#include "ui/app/dispatcher.h"

#include <utility>

// The other machines of the open session.
namespace ui {

bool Dispatcher::pump_shared()
{
    auto* rooms = shared();
    if (!rooms) return false;
    auto const& session = *open_->session;
    auto const before = session.taken_back(), on_disk = session.settled();
    bool const changed = rooms->pump();
    if (session.settled() > on_disk) note_kept(); // of other machines, or shared now
    if (session.taken_back() != before) {         // entries have other numbers
        past_.reset();
        teller_.reset();
    }
    return changed;
}

void Dispatcher::receive_shared(std::filesystem::path const& invitation, Host::Received done)
{
    host_.receive_shared(invitation, [waiting = std::weak_ptr(mail_), done = std::move(done)](
                                         base::Result<std::filesystem::path> const& file) {
        if (auto const mail = waiting.lock())
            (void)mail->post({{}, session::Finish{[done, file] { done(file); }}});
    });
}

} // namespace ui
