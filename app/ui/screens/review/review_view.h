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

// Relire: the whole session along a line, played or gone through; at the handle the board, the
// votes, the matrix or the order as they were; beside it what happened, and why a case has its
// rank.
struct ReviewView {
    // Out of line: whoever holds or renews one compiles nothing of what it keeps.
    ReviewView();
    ~ReviewView();
    ReviewView(ReviewView&&) noexcept;
    ReviewView& operator=(ReviewView&&) noexcept;

    enum class Show { step, board, votes, matrix, order } show = Show::step; // step: that of then
    enum class Side { log, sheet } side = Side::log;
    enum class Log { decisions, landmarks, all } log = Log::landmarks;

    Player player;
    enum class Drag { no, yes } drag = Drag::no; // of the handle

    model::CaseId selected;
    model::AxisId axis; // of the matrix; none: all of them, weighted

    // What lies along the line, made again when the story grows or the width changes.
    struct Line {
        std::uint64_t of = 0;
        float width = 0;
        struct Stretch { // at one step
            model::Step step{};
            std::uint64_t first = 0, last = 0; // entries
        };
        struct Mark { // landmarks too near each other to stand apart
            float x = 0;
            std::vector<std::size_t> events; // in the story
        };
        std::vector<Stretch> stretches;
        std::vector<Mark> marks;
    } line;

    // The events that the log lists, and the part of them on the screen.
    struct Listed {
        std::size_t of = 0; // events of the story when it was made
        Log log = Log::landmarks;
        model::CaseId on;
        std::vector<std::size_t> events;
        std::uint64_t at = 0;  // the entry that it was last brought to
        std::size_t shift = 0; // rows of newer ones left out
    } listed;
    Scroll log_scroll, sheet_scroll, order_scroll, votes_scroll;

    Canvas canvas;
    std::optional<std::uint64_t> fitted; // the version that the board was last fitted to

    // Where the order puts the cases then.
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
    // Of the selected case, in full.
    DecideOrder whole;
    analysis::Derived<analysis::Verdicts, analysis::VerdictReads, std::uint64_t> verdicts{
        "review.verdicts"};
};

Asked draw(Ui& ui, ReviewView& view, Workshop const& workshop);

} // namespace ui
