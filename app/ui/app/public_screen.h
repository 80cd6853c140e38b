#pragma once

#include "base/clock.h"
#include "ui/app/room_scene.h"
#include "ui/app/screens.h"
#include "ui/screens/join/join.h"

namespace ui {

// The picture in the room's window: the screen of a step, read-only, with screens of its own. It
// takes no input, and its wishes are dropped.
class PublicScreen {
public:
    PublicScreen();
    ~PublicScreen();
    PublicScreen(PublicScreen const&) = delete;
    PublicScreen& operator=(PublicScreen const&) = delete;

    // Draws one frame.
    void draw(Ui& ui, RoomScene const& scene);

private:
    class NoRandom : public base::RandomSource {
    public:
        std::uint64_t draw() override { return 1; }
    };
    static void dress(Ui& ui, RoomScene const& scene);
    void draw_step(Ui& ui, RoomScene const& scene, Workshop const& workshop);

    Screens screens_;
    std::shared_ptr<void const> opening_; // of the session that they show
    OwnedJoin join_ = new_join();
    analysis::Computed computed_;
    NoRandom random_;
    session::IdSource ids_{random_}; // a read-only screen makes no records
};

} // namespace ui
