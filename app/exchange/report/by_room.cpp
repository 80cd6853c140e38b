#include "exchange/report/writing.h"
#include "model/rooms.h"
#include "wording/votes/method_words.h"
#include "wording/votes/rooms.h"

// The result of a vote, room by room.
namespace exchange {
namespace {

constexpr std::size_t told_most = 5; // rooms whose scores find room beside the ranks

void write_room_cell(Writing& w, Facts::Vote const& vote, analysis::RoomTally const& room,
                     model::CaseId on)
{
    auto const* one = room.tally.find(on);
    if (!one || room.tally.silent()) return w.cell_number("–");
    auto said = std::to_string(one->rank);
    if (vote.rooms->rooms.size() <= told_most)
        said += " · " + wording::brought(w.words, {vote.round, room.tally, *one});
    w.cell_number(said);
}

} // namespace

void write_rooms(Writing& w, Facts::Vote const& vote)
{
    using Of = Writing::Column::Of;
    if (auto const& rooms = vote.rooms) {
        std::vector<Writing::Column> columns{{w.word("col.number"), Of::numbers},
                                             {w.words.text("decide.case")},
                                             {w.word("votes.rooms.all"), Of::numbers}};
        for (auto const& room : rooms->rooms)
            columns.push_back({wording::room_ballots(w.words, w.doc, room), Of::numbers});
        w.table(w.words.text("report.votes.rooms", vote.round.number), columns, [&] {
            for (auto const& one : vote.tally.cases) {
                if (!w.tells_of(one.on)) continue;
                auto const text = w.text_of(one.on);
                auto const row = w.page.in("tr");
                w.cell_number(std::to_string(text.number));
                w.cell_names_row(text.title);
                w.cell_number(vote.tally.silent() ? "–" : std::to_string(one.rank));
                for (auto const& room : rooms->rooms) write_room_cell(w, vote, room, one.on);
            }
        });
        w.paragraph(w.words.text("report.votes.rooms.foot", model::room_least), "note");
    }
    w.list(wording::about_rooms(w.words, w.doc, vote.tally.round, vote.rooms));
}

} // namespace exchange
