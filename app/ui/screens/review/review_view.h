#pragma once

#include "analysis/common/reads.h"
#include "analysis/ranking/stated_order.h"
#include "analysis/ranking/verdicts.h"
#include "analysis/voting/tally.h"
#include "ui/canvas/canvas.h"
#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"
#include "ui/panels/decide_order.h"
#include "ui/screens/review/player.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// Relire: the session along a timeline, played or browsed; the board, votes, matrix or order at
// that moment; beside it the events, and reasons for a case's rank.
struct ReviewView {
    // Defined in the source file, so that users do not compile its members.
    ReviewView();
    ~ReviewView();
    ReviewView(ReviewView&&) noexcept;
    ReviewView& operator=(ReviewView&&) noexcept;

    // step: that of the moment
    enum class Show { step, board, votes, matrix, order } show = Show::step;
    enum class Side { log, sheet } side = Side::log;
    enum class Log { decisions, landmarks, all } log = Log::landmarks;

    Player player;
    enum class Drag { no, yes } drag = Drag::no; // of the handle

    model::CaseId selected;
    model::AxisId axis; // of the matrix; none: overall

    // The contents of the timeline, rebuilt when the story grows or the width changes.
    struct Line {
        std::uint64_t of = 0;
        float width = 0;
        struct Stretch { // a period at one step
            model::Step step{};
            std::uint64_t first = 0, last = 0; // entries
        };
        struct Mark { // landmarks too close to be shown separately
            float x = 0;
            std::vector<std::size_t> events; // indices in the story
        };
        std::vector<Stretch> stretches;
        std::vector<Mark> marks;
    } line;

    // The listed events and the visible part.
    struct Listed {
        std::size_t of = 0; // number of events in the story when built
        Log log = Log::landmarks;
        model::CaseId on;
        std::vector<std::size_t> events;
        std::uint64_t at = 0;  // entry it was last scrolled to
        std::size_t shift = 0; // newer rows left out
    } listed;
    Scroll log_scroll, sheet_scroll, order_scroll, votes_scroll;

    Canvas canvas;
    std::optional<std::uint64_t> fitted; // version to which the board was last fitted

    // The order at that moment.
    struct Order {
        analysis::Evidence evidence;
        std::vector<analysis::PlacedCase> cases;
    };
    analysis::Derived<
        Order, analysis::Reads<analysis::CountedCases, model::Merge, model::Axis, model::Convention,
                               model::Round, model::RoundStatus, model::Ballot, model::Hands,
                               model::Reference, model::Estimate, model::Placement>>
        order{"review.order"};
    analysis::Derived<std::map<model::RoundId, analysis::Tally>, analysis::TallyReads> tallies{
        "review.tallies"};
    // Of the selected case, complete.
    DecideOrder whole;
    analysis::Derived<analysis::Verdicts, analysis::VerdictReads, std::uint64_t> verdicts{
        "review.verdicts"};
};

Asked draw(Ui& ui, ReviewView& view, Workshop const& workshop);

} // namespace ui
