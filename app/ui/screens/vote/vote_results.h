#pragma once

#include "analysis/common/merged.h"
#include "analysis/common/reads.h"
#include "analysis/ranking/priority.h"
#include "analysis/voting/absent.h"
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

// What the screen of a result keeps: what was counted, the draws that go on from frame to frame,
// and what is being asked of it.
struct VoteResults {
    analysis::Inputs<analysis::ResultReads, model::RoundId> from; // what it was counted from
    model::RoundId round;
    std::optional<analysis::TallyRun> run; // as long as its intervals are being drawn
    std::optional<analysis::Tally> tally;
    std::optional<base::Error> error; // why there is none
    std::optional<analysis::AbsentBounds> absent;
    std::vector<analysis::MergedSince> merged; // of its cases, since
    std::vector<model::CaseId> aside;          // set aside by the workshop or the committee
    // Of a budget: what the other rules would buy.
    std::map<model::Rule, analysis::Tally> rules;

    // What hangs on one voice, for the line under so many cases.
    int voice_first = -1;
    std::optional<analysis::OneVoterRun> voice_run; // as long as it counts
    std::optional<analysis::OneVoter> voice;        // so far
    double voice_steps = 0;                         // taken

    model::RoundId against; // the round that this one is compared with, or none
    std::optional<analysis::Tally> before;
    std::optional<analysis::RoundComparison> comparison;

    std::optional<base::Rect> votes_menu; // all votes, hanging from there

    enum class Page { of_case, of_result } page = Page::of_case;
    Scroll side;

    // A tie being cut.
    struct Cut {
        int rank = 0;
        std::vector<model::CaseId> order; // by hand
        model::TieRule by = model::TieRule::hand;
        std::uint64_t seed = 0; // that a draw would have
        std::string reason;
        Scroll scroll;
    };
    std::optional<Cut> cut;
};

// Counts what has changed since, and goes on with the draws for a few milliseconds.
void count_results(Ui& ui, VoteView& view, Workshop const& workshop);

// What the grades mean stands so far above the middle of the room's name, in design pixels.
constexpr float result_legend = 38;

// Where the parts of a row stand, in screen pixels.
struct ResultColumns {
    float rank, chip, title, bars, bars_end, score, tie, end;
};
ResultColumns result_columns(Ui const& ui, analysis::Tally const& tally, Frame const& frame);

// The scale of the bars: round numbers, whole where scores are, and no further than they and their
// intervals go. Its bottom is 0 unless votes are given against.
struct ResultScale {
    double least = 0, most = 1;
    int steps = 4;
    int digits = 0;      // of the numbers written on it
    bool shares = false; // they are percentages
};
ResultScale result_scale(analysis::Tally const& tally);

// How many people gave a case what, and how many said nothing of it.
float draw_histogram(Ui& ui, analysis::Tally const& tally, model::Round const& round,
                     analysis::CaseTally const& one, base::Rect const& inner, float y);
// The same of a judgment, one grade under the other.
float draw_grades_down(Ui& ui, analysis::Tally const& tally, model::Round const& round,
                       analysis::CaseTally const& one, base::Rect const& inner, float y);

// The panel: one case, or the whole result.
std::optional<Wish> draw_results_side(Ui& ui, VoteView& view, Workshop const& workshop,
                                      base::Rect const& area);
// What is said of one case, from `y` down; returns where it ends.
float draw_result_case(Ui& ui, VoteView const& view, Workshop const& workshop,
                       base::Rect const& inner, float y);
// What is said of the result; may choose a round to compare with.
// What became of its cases since: merged, set aside. Of one case, or of all.
float draw_since(Ui& ui, VoteView const& view, Workshop const& workshop, base::Rect const& inner,
                 float y, std::optional<model::CaseId> on);
float draw_result_facts(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& inner,
                        float y);
// A line under the other, in boxes where something must not be missed.
enum class Weight { said, warned };
float draw_fact(Ui& ui, base::Rect const& inner, float y, std::string_view id, unsigned icon,
                std::string_view text, Weight weight = Weight::said);

void start_cut(VoteView& view, Workshop const& workshop, int rank);
std::optional<Wish> draw_tie_dialog(Ui& ui, VoteView& view, Workshop const& workshop);

} // namespace ui
