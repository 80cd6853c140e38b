#include "exchange/report/join_cards.h"
#include "ui/app/app.h"
#include "ui/screens/join/join_view.h"

#include <algorithm>
#include <utility>
#include <variant>

// The room for phones: its screen, opening and closing it.
namespace ui {

void App::open_join()
{
    if (dispatch_.open() && !in_the_booth()) ui::open(*join_);
}

// False when the machine has lost the address since the room was opened there.
bool App::room_reached(RoomState const& room) const
{
    auto const& all = dispatch_.room_addresses();
    return all.empty() || std::ranges::any_of(all, [&](RoomAddress const& one) {
               return one.address == room.address;
           });
}

Asked App::draw_join(Ui& ui, Workshop const& shown, std::optional<RoomState> const& room)
{
    return ui::draw(
        ui, *join_,
        {shown, room ? &*room : nullptr, dispatch_.room_addresses(), dispatch_.why_no_room()});
}

namespace {

// Phones that join again are new ones, and could vote twice in an open round.
bool would_part(model::Document const& doc, RoomState const& room)
{
    auto const& rounds = model::table<model::RoundStatus>(doc);
    bool const open = std::ranges::any_of(
        rounds, [](auto const& row) { return row.second.state == model::RoundState::open; });
    return open && room.seats > 0;
}

} // namespace

void App::print_cards(RoomState const& room, std::string const& wifi)
{
    auto const& title = model::get<model::Profile>(dispatch_.document()).title;
    auto const page = exchange::join_cards(
        words(),
        {title, room.url, room.address + ":" + std::to_string(room.port), room.code, wifi});
    auto const opened = page ? dispatch_.open_page(words().text("join.cards.file"), *page)
                             : base::fail(page.error());
    if (!opened)
        tell(opened.error());
    else
        say(words().text("notice.cards", opened->string()), Tone::info);
}

void App::grant_one(ShowNotice const&)
{
    notice_organisation_ = dispatch_.letterhead().organisation;
    auto const english = model::get<model::Profile>(dispatch_.document()).language == "en";
    open_notice(notice_text_, english ? model::Tongue::english : model::Tongue::french);
}

// Carries out what the screen and the top bar requested, and shows the phones what was written.
void App::serve_room()
{
    if (!dispatch_.open()) return;
    auto const wish = take_room_wish(*join_);
    auto const bar = std::exchange(top_bar_.room, TopBar::Room::nothing);
    if (bar == TopBar::Room::shows) {
        if (is_shown(*join_))
            ui::close(*join_);
        else
            open_join();
    }
    auto const room = dispatch_.room();
    auto const* opens = std::get_if<OpenRoom>(&wish);
    bool const closes = std::holds_alternative<CloseRoom>(wish) || bar == TopBar::Room::closes;
    bool const sure = join_->closing == JoinView::Closing::sure;
    if (room && (opens || closes) && !sure && would_part(dispatch_.document(), *room)) {
        open_join();
        if (is_shown(*join_)) join_->closing = JoinView::Closing::asked;
        join_->moving = opens ? opens->address : std::string{};
    } else if (auto const* cards = std::get_if<PrintCards>(&wish); cards && room) {
        print_cards(*room, cards->wifi);
    } else if (opens) {
        shown_.reset();
        if (auto const done = dispatch_.open_room(opens->address); !done)
            tell(done.error());
        else
            bring_room(); // to the step on the screen
    } else if (room && closes) {
        auto const phones = static_cast<std::int64_t>(room->seats);
        if (auto const done = dispatch_.close_room(); !done)
            tell(done.error());
        else
            say(phones > 0 ? words().plural("notice.room.closed", phones)
                           : words().text("notice.room.closed.alone"),
                Tone::info);
    }
    if (sure) join_->closing = JoinView::Closing::no;
    dispatch_.follow_room();
}

} // namespace ui
