#include "shell/cli/tally_text.h"

#include "analysis/ranking/priority.h"
#include "wording/amounts.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"
#include "wording/votes/rooms.h"

#include <algorithm>
#include <ostream>

namespace shell {
namespace {

using i18n::Catalogue;

class Printer {
public:
    Printer(Catalogue const& words, model::Document const& doc, analysis::Tally const& tally,
            std::ostream& out)
        : words_(words)
        , doc_(doc)
        , tally_(tally)
        , round_(model::get<model::Round>(doc, tally.round))
        , out_(out)
    {
    }

    void head()
    {
        out_ << words_.text("cli.tally.head", wording::asked(words_, round_),
                            wording::way(words_, tally_.way()), wording::voters(words_, tally_),
                            words_.number(tally_.blanks))
             << '\n'
             << words_.text("tally.policy", wording::blanks(words_, tally_),
                            wording::ties(words_, tally_), std::to_string(tally_.seed))
             << '\n';
        if (auto const ways = wording::ways(words_, doc_, tally_.round); !ways.empty()) say(ways);
        out_ << '\n';
    }

    // All ballots are blank: prints no order.
    void silence() { say(words_.text("tally.silent", tally_.voters)); }

    void cases()
    {
        for (auto const& one : tally_.cases) {
            wording::CaseResult const of{round_, tally_, one};
            out_ << (one.selected ? " ✓ " : "   ") << one.rank << (one.tied ? "=" : " ") << "  "
                 << wording::brought(words_, of);
            if (one.told_apart != analysis::ToldApart::no)
                if (auto const why = wording::under_score(words_, of); !why.empty())
                    out_ << " (" << why << ')';
            if (one.ranks && one.ranks->low != one.ranks->high)
                out_ << "  [" << one.ranks->low << '-' << one.ranks->high << ']';
            out_ << "  " << model::get<model::Case>(doc_, one.on).title;
            if (one.cost) out_ << " (" << wording::amount(words_, *one.cost) << ')';
            if (one.contested())
                out_ << "  ≠ "
                     << words_.text("tally.camps", words_.number(one.camps->low),
                                    words_.number(one.camps->high));
            if (!one.quorum_met) out_ << "  " << words_.text("tally.under_quorum");
            out_ << '\n';
        }
        auto const more = wording::of_all(words_, doc_, tally_);
        if (!more.empty()) out_ << '\n';
        for (auto const& said : more) say(said);
    }

    void rest(exchange::TallyExtras const& extras)
    {
        for (auto const& said : wording::reservations(words_, doc_, tally_)) say(said);
        if (extras.first)
            if (auto const split = analysis::split_tie(tally_, *extras.first))
                say(words_.text("tally.splits", *extras.first,
                                wording::cases(words_, doc_, split->cases)));
        if (extras.one_voter && !extras.one_voter->holds())
            say(wording::one_voter(words_, doc_, *extras.one_voter));
        for (auto const& said : wording::since(words_, doc_, tally_.round)) say(said);
        rooms(extras.rooms);
        if (extras.absent) say(wording::absent(words_, *extras.absent));
        if (extras.comparison)
            say(words_.text("tally.compared", extras.against,
                            wording::moved(words_, *extras.comparison)));
    }

private:
    // The order of each room, a line each, and where they differ.
    void rooms(std::optional<analysis::RoomTallies> const& rooms)
    {
        if (rooms) {
            out_ << '\n';
            for (auto const& room : rooms->rooms) {
                auto said = wording::room_ballots(words_, doc_, room);
                for (auto const& one : room.tally.cases) {
                    if (room.tally.silent()) break;
                    said += (&one == &room.tally.cases.front() ? " · " : ", ") +
                            words_.text("tally.room.case", one.rank,
                                        model::get<model::Case>(doc_, one.on).number,
                                        wording::brought(words_, {round_, room.tally, one}));
                }
                say(said);
            }
        }
        for (auto const& said : wording::about_rooms(words_, doc_, tally_.round, rooms)) say(said);
    }

    // On one line, also texts with several lines on a screen.
    void say(std::string said)
    {
        std::ranges::replace(said, '\n', ' ');
        out_ << said << '\n';
    }

    Catalogue const& words_;
    model::Document const& doc_;
    analysis::Tally const& tally_;
    model::Round round_;
    std::ostream& out_;
};

} // namespace

void print_tally(Catalogue const& words, model::Document const& doc, analysis::Tally const& tally,
                 exchange::TallyExtras const& extras, std::ostream& out)
{
    Printer printer(words, doc, tally, out);
    printer.head();
    if (tally.silent()) return printer.silence();
    printer.cases();
    printer.rest(extras);
}

} // namespace shell
