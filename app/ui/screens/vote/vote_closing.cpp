#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/screens/vote/vote_view.h"

#include <algorithm>

// A vote in several rooms: who opens and closes it, and the panel while ballots are gathered.
namespace ui {
namespace {

using base::Rect;

// The name of the room that gathers the ballots, or empty: this one does.
std::string gathered_by(Ui const& ui, Workshop const& workshop, model::SiteId by)
{
    if (!workshop.shared) return {};
    auto const& rooms = workshop.shared->rooms;
    auto const it = std::ranges::find(rooms, by, &SharedRoom::id);
    if (it == rooms.end() || it->state == SharedRoom::State::here) return {};
    return name_of_room(ui, *it);
}

// The rooms whose ballots are still waited for, or empty.
std::string missing_rooms(Ui const& ui, Workshop const& workshop, model::RoundId round)
{
    if (!workshop.shared) return {};
    auto const& waits = workshop.shared->waits;
    auto const it = std::ranges::find(waits, round, &SharedWait::round);
    return it == waits.end() ? std::string() : names_of_letters(ui, *workshop.shared, it->missing);
}

} // namespace

std::optional<Wish> draw_panel_closing(Ui& ui, VoteView& view, Workshop const& workshop,
                                       model::Collection const& asked, Rect const& inner)
{
    auto const by = gathered_by(ui, workshop, asked.by);
    draw_text(ui, inner.min, type::h2, ui.color().ink, ui.tr("vote.closing"));
    auto const said = by.empty() ? ui.tr("vote.closing.here") : ui.tr("vote.closing.there", by);
    Rect const line{{inner.min.x, inner.min.y + ui.px(42)}, {inner.max.x, inner.max.y}};
    auto const high = draw_paragraph(ui, line.min, line.width(), type::text, ui.color().ink2, said);
    touch(ui, "vote.closing", {line.min, {line.max.x, line.min.y + high}}, said, Enabled::yes,
          Role::area);
    if (!workshop.conducts()) return std::nullopt;
    float const foot = inner.max.y - ui.px(60);
    Rect const above{{inner.min.x, foot - ui.px(72)}, {inner.max.x, foot - ui.px(12)}};
    std::optional<Wish> wish;
    if (button(ui, "vote.resume", {{inner.min.x, foot}, inner.max}, ui.tr("vote.resume"),
               {.icon = icon::how_to_vote}))
        wish = edit::DropCollection{view.round, asked.key};
    if (!by.empty()) {
        if (button(ui, "vote.close.again", above, ui.tr("vote.close.again"),
                   {.rank = Rank::primary, .icon = icon::lock_open}))
            wish = CloseAndReveal{view.round};
        return wish;
    }
    auto const missing = missing_rooms(ui, workshop, view.round);
    if (missing.empty()) return wish;
    draw_paragraph(ui, {line.min.x, line.min.y + high + ui.px(14)}, line.width(), type::strong,
                   ui.color().ink, ui.tr("vote.closing.missing", missing), 4);
    if (button(ui, "vote.count", above, ui.tr("rooms.wait.count"),
               {.rank = Rank::primary, .icon = icon::skip_next}))
        wish = OfRooms{OfRooms::What::count, view.round.value};
    return wish;
}

void draw_conducted(Ui& ui, Rect const& box)
{
    auto const said = ui.tr("vote.conducted");
    draw_icon_at(ui, {box.min.x + ui.px(12), box.min.y + ui.px(13)}, ui.px(22), ui.color().ink2,
                 icon::groups);
    touch(ui, "vote.conducted", box, said, Enabled::yes, Role::area);
    draw_paragraph(ui, {box.min.x + ui.px(36), box.min.y}, box.width() - ui.px(36), type::text,
                   ui.color().ink2, said, 3);
}

} // namespace ui
