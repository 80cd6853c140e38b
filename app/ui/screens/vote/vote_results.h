#pragma once

#include "analysis/common/merged.h"
#include "analysis/common/reads.h"
#include "analysis/ranking/priority.h"
#include "analysis/voting/absent.h"
#include "analysis/voting/by_room.h"
#include "analysis/voting/compare_rounds.h"
#include "analysis/voting/one_voter.h"
#include "analysis/voting/tally.h"
#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ui {

struct VoteView;

// The state of the result screen: the tally, draws in progress, and requests.
struct VoteResults {
    analysis::Inputs<analysis::ResultReads, model::RoundId> from; // inputs of the tally
    model::RoundId round;
    std::optional<analysis::TallyRun> run; // while its intervals are computed
    std::optional<analysis::Tally> tally;
    std::optional<base::Error> error; // why there is no tally
    std::optional<analysis::AbsentBounds> absent;
    std::optional<analysis::RoomTallies> rooms; // where the round tells of rooms
    std::vector<analysis::MergedSince> merged;  // merged later
    std::vector<model::CaseId> aside;           // aside by the workshop or committee
    // For a budget: the selections of other rules.
    std::map<model::Rule, analysis::Tally> rules;

    // The dependence on single voters, for a cut after this number of cases.
    int voice_first = -1;
    std::optional<analysis::OneVoterRun> voice_run; // while computing
    std::optional<analysis::OneVoter> voice;        // so far
    double voice_steps = 0;                         // done

    model::RoundId against; // round compared with, or none
    std::optional<analysis::Tally> before;
    std::optional<analysis::RoundComparison> comparison;

    std::optional<base::Rect> votes_menu; // anchor of the menu of votes

    enum class Page { of_case, of_result } page = Page::of_case;
    Scroll side;

    // A tie being broken.
    struct Cut {
        int rank = 0;
        std::vector<model::CaseId> order; // chosen by hand
        model::TieRule by = model::TieRule::hand;
        std::uint64_t seed = 0; // for a draw
        std::string reason;
        Scroll scroll;
    };
    std::optional<Cut> cut;
};

// Counts again when inputs changed, and continues draws for some milliseconds.
void count_results(Ui& ui, VoteView& view, Workshop const& workshop);

// Height of the legend of grades above the median's label, in design pixels.
constexpr float result_legend = 38;

// The columns of a row, in screen pixels.
struct ResultColumns {
    float rank = 0, chip = 0, title = 0, bars = 0, bars_end = 0, score = 0, tie = 0, end = 0;
    float rooms = 0, room = 0; // the first column of ranks by room, and the width of each; 0: none
};
ResultColumns result_columns(Ui const& ui, VoteResults const& results, ScreenLayout const& layout);

// The scale of the bars: round numbers, whole for whole scores, just covering bars and intervals.
// Starts at 0 unless there are negative votes.
struct ResultScale {
    double least = 0, most = 1;
    int steps = 4;
    int digits = 0;      // decimals of its labels
    bool shares = false; // percentages
};
ResultScale result_scale(analysis::Tally const& tally);

// The histogram of a case, with blanks.
float draw_histogram(Ui& ui, analysis::Tally const& tally, model::Round const& round,
                     analysis::CaseTally const& one, base::Rect const& inner, float y);
// The same for a judgment, one grade per line.
float draw_grades_down(Ui& ui, analysis::Tally const& tally, model::Round const& round,
                       analysis::CaseTally const& one, base::Rect const& inner, float y);

// The panel: one case, or the whole result.
std::optional<Wish> draw_results_side(Ui& ui, VoteView& view, Workshop const& workshop,
                                      base::Rect const& area);
// A case's details, from `y` downwards; returns the bottom.
float draw_result_case(Ui& ui, VoteView const& view, Workshop const& workshop,
                       base::Rect const& inner, float y);
// The result's details; may choose a round to compare with. Later changes of its cases (merged,
// aside), of one case or all.
float draw_since(Ui& ui, VoteView const& view, Workshop const& workshop, base::Rect const& inner,
                 float y, std::optional<model::CaseId> on);
float draw_result_facts(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& inner,
                        float y);
// Lines of text; warnings are in boxes.
enum class Weight { said, warned };
float draw_fact(Ui& ui, base::Rect const& inner, float y, std::string_view id, unsigned icon,
                std::string_view text, Weight weight = Weight::said, std::string_view about = {});

// The result by room: how many columns of ranks it has (0: none, or too many), their width, the
// letters above them, and the ranks of a case.
std::size_t rooms_in_columns(VoteResults const& results);
float room_width(Ui const& ui);
void draw_room_letters(Ui& ui, VoteResults const& results, model::Document const& doc,
                       ResultColumns const& at, float y);
void draw_room_ranks(Ui& ui, VoteResults const& results, analysis::CaseTally const& one,
                     ResultColumns const& at, float y);
// The same in the panel; nothing where rooms are not compared. Returns the bottom.
float draw_rooms_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                        base::Rect const& inner, float y);

void start_cut(VoteView& view, Workshop const& workshop, int rank);
std::optional<Wish> draw_tie_dialog(Ui& ui, VoteView& view, Workshop const& workshop);

} // namespace ui
