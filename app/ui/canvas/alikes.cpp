#include "ui/canvas/alikes.h"

namespace ui {
namespace {

constexpr std::size_t words_a_frame = 2000; // about three milliseconds

} // namespace

bool follow(Ui& ui, Alikes& alikes, Workshop const& workshop)
{
    auto const& session = workshop.session;
    auto const since = session.entries_since(alikes.entries);
    bool const same = alikes.opening == session.opening && alikes.taken_back == session.taken_back;
    alikes.taken_back = session.taken_back;
    if (same && since)
        for (auto const& entry : *since) alikes.likeness.learn(entry->changes);
    else
        alikes.likeness.learn(workshop.doc());
    alikes.opening = session.opening;
    alikes.entries = session.version;
    if (alikes.likeness.read(workshop.doc(), words_a_frame)) return true;
    ui.keep_drawing(0.05);
    return false;
}

} // namespace ui
