#include "pictures/charts.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/method_words.h"
#include "wording/votes/rooms.h"

#include <algorithm>

// The result of each room, where the rules of the round compare rooms.
namespace ui {
namespace {

using analysis::RoomTallies;
using analysis::RoomTally;

constexpr float room_pitch = 58; // of the columns of ranks, in design pixels
constexpr std::size_t rooms_in_rows = 4;

float room_x(ResultColumns const& at, std::size_t i)
{
    return at.rooms + at.room * (static_cast<float>(i) + 0.5F);
}

float letters_width(Ui const& ui, std::string const& letters)
{
    return std::max(ui.px(30), text_width(ui, type::strong, letters) + ui.px(14));
}

// The letters of its rooms, in a rounded square.
void draw_letters(Ui& ui, base::Vec2 centre, std::string const& letters)
{
    auto const& c = ui.color();
    float const half = letters_width(ui, letters) / 2;
    base::Rect const box{centre - base::Vec2{half, ui.px(15)},
                         centre + base::Vec2{half, ui.px(15)}};
    fill(ui, box, ui.px(8), c.card);
    outline(ui, box, ui.px(8), c.edge, ui.px(1.5F));
    draw_text_in(ui, box, type::strong, c.ink, letters, Align::centre);
}

// Whether a room is the best or the worst in one of the differences named.
bool is_named(RoomTallies const& rooms, std::size_t room, model::CaseId on)
{
    return std::ranges::any_of(rooms.gaps, [&](analysis::RoomGap const& gap) {
        return gap.on == on && (gap.best == room || gap.worst == room);
    });
}

struct RoomOfCase {
    RoomTally const& room;
    analysis::CaseTally const* one = nullptr; // null: of blank ballots only
    float width = 0;                          // of the widest letters
};

float draw_room_of_case(Ui& ui, ResultCase const& of, RoomOfCase const& in, base::Rect const& inner,
                        float y)
{
    auto const& c = ui.color();
    auto const letters = wording::room_letters(of.doc, in.room.sites);
    auto const name = wording::room_name(*ui.words, of.doc, in.room.sites);
    auto const rank =
        in.one ? ui.tr("results.rooms.rank", in.one->rank) : ui.tr("results.rooms.silent");
    auto const line = in.one ? wording::result_line(*ui.words, {of.round, in.room.tally, *in.one})
                             : std::string{};
    float const left = inner.min.x + in.width + ui.px(14), room = inner.max.x - left;
    float const lines = line.empty() ? 0 : paragraph_height(ui, type::meta, line, room);
    float const high = ui.px(42) + lines;
    touch(ui, "results.room." + letters, {{inner.min.x, y}, {inner.max.x, y + high}},
          name + " · " + rank, Enabled::yes, Role::area);
    draw_letters(ui, {inner.min.x + in.width / 2, y + ui.px(16)}, letters);
    float const said = text_width(ui, type::strong, rank);
    draw_text_in(ui, {{left, y + ui.px(3)}, {inner.max.x - said - ui.px(12), y + ui.px(29)}},
                 type::label, c.ink, name);
    draw_text_in(ui, {{inner.max.x - said, y + ui.px(3)}, {inner.max.x, y + ui.px(29)}},
                 type::strong, c.ink, rank, Align::right);
    if (!line.empty()) draw_paragraph(ui, {left, y + ui.px(30)}, room, type::meta, c.ink2, line);
    return y + high;
}

} // namespace

std::size_t rooms_in_columns(VoteResults const& results)
{
    bool const fits =
        results.rooms && results.rooms->rooms.size() <= rooms_in_rows && !results.tally->silent();
    return fits ? results.rooms->rooms.size() : 0;
}

float room_width(Ui const& ui) { return ui.px(room_pitch); }

void draw_room_letters(Ui& ui, VoteResults const& results, model::Document const& doc,
                       ResultColumns const& at, float y)
{
    if (at.room == 0) return;
    auto const& rooms = results.rooms->rooms;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        auto const letters = wording::room_letters(doc, rooms[i].sites);
        auto const said = wording::room_ballots(*ui.words, doc, rooms[i]);
        float const x = room_x(at, i), half = at.room / 2;
        base::Rect const box{{x - half, y - ui.px(18)}, {x + half, y + ui.px(18)}};
        auto const pointed =
            touch(ui, "results.rooms.head." + letters, box, said, Enabled::yes, Role::area);
        draw_letters(ui, {x, y}, letters);
        if (pointed.hovered) tooltip(ui, box, said);
    }
}

void draw_room_ranks(Ui& ui, VoteResults const& results, analysis::CaseTally const& one,
                     ResultColumns const& at, float y)
{
    if (at.room == 0) return;
    auto const& c = ui.color();
    auto const& rooms = *results.rooms;
    for (std::size_t i = 0; i < rooms.rooms.size(); ++i) {
        auto const& tally = rooms.rooms[i].tally;
        auto const* here = tally.silent() ? nullptr : tally.find(one.on);
        float const x = room_x(at, i), half = at.room / 2;
        base::Rect const box{{x - half, y - ui.px(16)}, {x + half, y + ui.px(16)}};
        if (here && is_named(rooms, i, one.on))
            draw_picture(ui, [&](auto& pen) {
                pictures::draw_rank_cell(pen, {x, y}, here->rank, pictures::RankCell::differs);
            });
        else
            draw_text_in(ui, box, type::room, here ? c.ink2 : c.ink3,
                         here ? std::to_string(here->rank) : "–", Align::centre);
    }
}

float draw_rooms_of_case(Ui& ui, ResultCase const& of, float y)
{
    auto const& rooms = of.results.rooms;
    if (!rooms) return y;
    y += ui.px(14);
    draw_text(ui, {of.inner.min.x, y}, type::h3, ui.color().ink, ui.tr("results.rooms"));
    y += ui.px(38);
    float width = 0;
    for (auto const& room : rooms->rooms)
        width = std::max(width, letters_width(ui, wording::room_letters(of.doc, room.sites)));
    for (auto const& room : rooms->rooms) {
        auto const* one = room.tally.silent() ? nullptr : room.tally.find(of.one.on);
        y = draw_room_of_case(ui, of, {room, one, width}, of.inner, y);
    }
    bool const framed = rooms_in_columns(of.results) > 0 && !rooms->gaps.empty();
    if (framed)
        y += draw_paragraph(ui, {of.inner.min.x, y}, of.inner.width(), type::text, ui.color().ink2,
                            ui.tr("results.rooms.legend"));
    return y + ui.px(10);
}

float draw_rooms_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                        base::Rect const& inner, float y)
{
    auto const round = results.round;
    auto const& rooms = results.rooms;
    auto const why = wording::not_compared(*ui.words, doc, round);
    auto const without = wording::counted_without(*ui.words, doc, round);
    if (!rooms && why.empty() && without.empty()) return y;
    auto const head = [&](std::string_view key) {
        draw_text(ui, {inner.min.x, y}, type::h3, ui.color().ink, ui.tr(key));
        y += ui.px(34);
    };
    head("results.rooms");
    if (!without.empty())
        y = draw_fact(ui, inner, y, "results.rooms.without", icon::link_off, without,
                      Weight::warned);
    if (!why.empty()) y = draw_fact(ui, inner, y, "results.rooms.none", icon::info, why);
    if (!rooms) return y + ui.px(10);
    for (std::size_t i = 0; i < rooms->rooms.size(); ++i)
        y = draw_fact(ui, inner, y, "results.rooms." + std::to_string(i + 1), icon::groups,
                      wording::room_ballots(*ui.words, doc, rooms->rooms[i]));
    if (results.tally->by_hand > 0)
        y = draw_fact(ui, inner, y, "results.rooms.hands", icon::front_hand,
                      ui.tr("results.rooms.hands"));
    y += ui.px(10);
    head("results.rooms.differ");
    for (std::size_t i = 0; i < rooms->gaps.size(); ++i)
        y = draw_fact(ui, inner, y, "results.rooms.gap." + std::to_string(i + 1),
                      icon::compare_arrows,
                      wording::room_gap(*ui.words, doc, *rooms, rooms->gaps[i]));
    y = draw_fact(ui, inner, y, "results.rooms.about", icon::info,
                  wording::about_gaps(*ui.words, *rooms));
    return y + ui.px(10);
}

} // namespace ui
