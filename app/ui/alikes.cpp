#include "ui/alikes.h"

namespace ui {
namespace {

constexpr std::size_t words_a_frame = 2000;   // some three milliseconds
constexpr std::uint64_t entries_reread = 100; // behind by more, everything is read again

} // namespace

bool follow(Ui& ui, Alikes& alikes, Workshop const& workshop)
{
    auto const& log = workshop.session.log();
    bool const behind = alikes.session == &workshop.session && log.size() >= alikes.entries &&
                        log.size() - alikes.entries <= entries_reread;
    bool lost = !behind;
    for (auto n = alikes.entries + 1; !lost && n <= log.size(); ++n) {
        auto const entry = log.entry(n);
        lost = !entry;
        if (entry) alikes.likeness.learn(entry->changes);
    }
    if (lost) alikes.likeness.learn(workshop.doc());
    alikes.session = &workshop.session;
    alikes.entries = log.size();
    if (alikes.likeness.read(workshop.doc(), words_a_frame)) return true;
    ui.keep_drawing(0.05);
    return false;
}

} // namespace ui
