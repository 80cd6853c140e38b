#include "analysis/voting/tally.h"
#include "session/public_view.h"
#include "ui/app/app.h"
#include "ui/screens/join/join_view.h"
#include "ui/screens/vote/vote_view.h"

#include <imgui.h>

#include <utility>

// The window of the room, beside the facilitator's: what it shows, and the facilitator's page.
namespace ui {
namespace {

constexpr std::int64_t keep_notes_every_ms = 5000;

int planned(TimerPill const& pill, model::Step step)
{
    auto const at = static_cast<std::size_t>(step);
    return at < pill.planned.size() ? pill.planned.at(at) : 0;
}

// The vote that the step shows; before its screen was drawn, the open one, else the one closed
// last.
model::RoundId round_of(RoomLook const& look, model::Step step, model::Document const& doc)
{
    if (look.round || look.prepares == RoomLook::Round::prepared || step != model::Step::vote)
        return look.round;
    if (auto const open = open_round(doc)) return open;
    return analysis::closed_last(doc,
                                 [&](auto id) {
                                     return model::get<model::RoundStatus>(doc, id).state !=
                                            model::RoundState::setup;
                                 })
        .value_or(model::RoundId{});
}

} // namespace

void App::grant_one(SetRoomWindow const& wish)
{
    bool const opens = wish.window == RoomWindow::open;
    settings_.room_window = wish.window;
    dispatch_.keep(settings_);
    room_window_ = wish.window;
    drawn_for_room_.reset();
    if (opens && dispatch_.open()) grant(ShowFacilitator{FacilitatorPage::shown});
    if (!opens) grant(ShowFacilitator{FacilitatorPage::hidden});
    if (!opens) curtain_ = RoomCurtain::open;
}

void App::grant_one(ShowFacilitator const& wish)
{
    bool const shown = wish.page == FacilitatorPage::shown;
    if (shown && (!dispatch_.open() || room_window_ != RoomWindow::open)) return;
    if (shown && words_in_hand()) {
        part(wish);
        return;
    }
    show_page(wish.page);
}

void App::show_page(FacilitatorPage page)
{
    if (page == FacilitatorPage::hidden)
        leave_page();
    else
        ui::close(*join_);
    page_ = page;
}

void App::leave_page()
{
    keep_notes();
    ui::leave(*facilitator_);
}

void App::grant_one(SetRoomCurtain const& wish) { curtain_ = wish.curtain; }

// The window reappears at the next session as it was left, if there is a screen for it.
void App::know_screens(int count)
{
    bool const more = count > 1 && known_screens_ <= 1;
    known_screens_ = count;
    if (more && settings_.room_window == RoomWindow::open) room_window_ = RoomWindow::open;
}

std::string App::room_title() const
{
    if (!dispatch_.open()) return "Cadran";
    return words().text("second.title", model::get<model::Profile>(dispatch_.document()).title);
}

void App::no_room_window(base::Error const& why)
{
    room_window_closed();
    tell(why);
}

void App::room_window_behind() { say(words().text("notice.room.behind"), Tone::info); }

void App::room_window_closed() { grant(SetRoomWindow{RoomWindow::closed}); }

bool App::shows_page() const
{
    return page_ == FacilitatorPage::shown && dispatch_.open() && !is_shown(*join_) &&
           !is_shown(*compare_) && !in_the_booth();
}

std::optional<Wish> App::two_screens_by_keys(Ui& ui) const
{
    bool const open = room_window_ == RoomWindow::open;
    if (open && shortcut(ui, ImGuiMod_Shift | ImGuiKey_F5))
        return SetRoomWindow{RoomWindow::closed};
    if (!shortcut(ui, ImGuiKey_F5)) return std::nullopt;
    if (!open) return SetRoomWindow{RoomWindow::open};
    return ShowFacilitator{shows_page() ? FacilitatorPage::hidden : FacilitatorPage::shown};
}

Asked App::draw_page(Ui& ui, Workshop const& shown, std::optional<RoomState> const& room)
{
    Screen* inbox = nullptr;
    for (auto const& one : screens_.all())
        if (one->has_inbox()) inbox = one.get();
    auto const at = step();
    auto const next = static_cast<model::Step>(static_cast<int>(at) + 1);
    FacilitatorGround ground{shown,
                             at,
                             notes_[at],
                             round_of(screen().room_look(shown.doc(), ui.scale), at, shown.doc()),
                             planned(top_bar_.timer, at),
                             planned(top_bar_.timer, next)};
    if (room) ground.phones = room->here;
    ground.picture = room_picture_;
    ground.curtain = curtain_;
    if (inbox)
        ground.inbox = [&](Ui& inside, base::Rect const& area) {
            return inbox->draw_inbox(inside, shown, area, at);
        };
    ground.rail = screen().page_rail(shown);
    ground.press = [&](std::string_view id) { screen().press_rail(shown, id); };
    auto asked = ui::draw(ui, *facilitator_, ground);
    if (auto changed = take_notes(*facilitator_)) {
        notes_[changed->step] = std::move(changed->notes);
        notes_kept_ = false;
        bool const due = now_ms_ - notes_kept_ms_ >= keep_notes_every_ms;
        if (!typing(ui) || due) keep_notes();
    } else if (!typing(ui)) {
        keep_notes();
    }
    return asked;
}

void App::read_notes()
{
    notes_ = dispatch_.notes();
    notes_kept_ = true;
}

void App::keep_notes()
{
    if (notes_kept_ || !dispatch_.open()) return;
    notes_kept_ = true;
    notes_kept_ms_ = now_ms_;
    if (auto const kept = dispatch_.keep_notes(notes_); !kept) tell(kept.error());
}

RoomScene App::room_scene()
{
    RoomScene scene;
    scene.words = &words();
    scene.palette = settings_.appearance == Appearance::night ? look_.night : look_.day;
    scene.scale_percent = settings_.scale_percent;
    scene.motion = motion_;
    scene.now_ms = now_ms_;
    if (!dispatch_.open()) return scene;
    auto const shown = workshop();
    auto const& view = shown.session;
    auto const& language = settings_.language;
    bool const same = public_view_ && public_view_->opening == view.opening &&
                      public_view_->version == view.version && public_language_ == language;
    if (!same) public_view_ = session::public_view(view);
    public_language_ = language;
    public_view_->boxes = session::public_boxes(view);
    scene.session = public_view_;
    scene.step = step();
    scene.look = screen().room_look(shown.doc(), shown_scale_);
    scene.curtain = curtain_;
    if (is_shown(*join_)) scene.join = dispatch_.room();
    if (scene.join) scene.wifi = join_->wifi;
    return scene;
}

bool App::room_changes(Ui const& ui)
{
    if (!drawn_for_room_ || ui.now_s < ui.redraw_until_s || ui.size != drawn_size_) return true;
    auto const timer =
        dispatch_.open() ? model::get<model::Timer>(dispatch_.document()) : model::Timer{};
    bool const runs = timer.end_ms != 0 && timer.paused_left_ms == 0;
    return runs || !drawn_for_room_->same(room_scene());
}

void App::draw_room(Ui& ui)
{
    auto scene = room_scene();
    public_screen_.draw(ui, scene);
    drawn_size_ = ui.size;
    drawn_for_room_ = std::move(scene);
}

} // namespace ui
