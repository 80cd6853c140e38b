#include "shell/window/room_beside.h"

#include "shell/window/gl.h"
#include "shell/window/monitors.h"
#include "shell/window/room_screen.h"
#include "shell/window/screen.h"
#include "ui/app/app.h"
#include "ui/kit/ui_state.h"

#include <utility>

namespace shell {
namespace {

constexpr int frames_to_settle = 2; // layouts use results of the frame before

} // namespace

RoomBeside::RoomBeside(std::filesystem::path fonts)
    : fonts_(std::move(fonts))
{
}
RoomBeside::~RoomBeside() = default;

bool RoomBeside::open(ui::App& app, Screen& facilitator)
{
    auto opened = RoomScreen::open(facilitator, title_ = app.room_title());
    if (!opened) {
        app.no_room_window(opened.error());
        return false;
    }
    window_ = std::move(*opened);
    ui_.state = std::make_unique<ui::UiState>();
    ui_.redraw_until_s = 0;
    base::Result<ui::Fonts> fonts = ui::Fonts{};
    window_->within([&] { fonts = ui::load_fonts(fonts_); });
    if (fonts) {
        ui_.fonts = *fonts;
        return true;
    }
    window_.reset();
    app.no_room_window(fonts.error());
    return false;
}

void RoomBeside::close(ui::App& app)
{
    app.show_room_picture({});
    pictured_ = {};
    window_.reset();
}

void RoomBeside::draw(ui::App& app, double now_s)
{
    for (int i = 0; i < frames_to_settle; ++i)
        window_->build([&] {
            ui::begin_frame(ui_, now_s);
            app.draw_room(ui_);
            ui::end_frame(ui_);
        });
}

RoomBeside::Again RoomBeside::serve(ui::App& app, Screen& facilitator, double now_s)
{
    bool const moved = Monitors::take_change();
    if (moved) app.know_screens(static_cast<int>(Monitors::now().handles.size()));
    if (window_ && window_->closing()) app.room_window_closed();
    bool const wanted = app.room_window() == ui::RoomWindow::open;
    if (!wanted && !window_) return Again::no;
    if (!wanted) {
        close(app);
        return Again::yes;
    }
    bool const fresh = !window_;
    if (fresh && !open(app, facilitator)) return Again::yes;
    if (fresh && !window_->on_own_monitor()) app.room_window_behind();
    if (moved && !fresh) window_->place(facilitator);
    if (window_->take_way_back()) glfwFocusWindow(facilitator.window());
    if (title_ != app.room_title()) window_->set_title(title_ = app.room_title());
    ui_.now_s = now_s;
    ui_.size = window_->size();
    bool const lost = window_->take_event();
    bool const draws = fresh || lost || app.room_changes(ui_);
    if (draws) draw(app, now_s);
    bool const changed = draws && window_->show(ui::moving_of(ui_)) == Presented::Changed::yes;
    auto const size = app.room_picture_size();
    if (!changed && size == pictured_) return Again::no;
    pictured_ = size;
    // Twice as large in both directions: averaged by the graphics card, and sharper on dense ones.
    auto const texture = size.x > 0 ? window_->smaller_picture(2 * static_cast<int>(size.x),
                                                               2 * static_cast<int>(size.y))
                                    : 0;
    facilitator.set_picture(texture);
    app.show_room_picture({texture, window_->size()});
    return Again::yes;
}

bool RoomBeside::saw_event() const { return window_ && window_->has_event(); }

} // namespace shell
