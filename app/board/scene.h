#pragma once

#include "base/found_once.h"
#include "board/card_set.h"
#include "board/layout.h"
#include "board/raised.h"
#include "board/spatial.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

// What lies on the board and where: the cards and frames of one state of the document, ready to be
// drawn and touched. Brought up to date when the document changes, never in between.
namespace board {

struct Card {
    model::CaseId id;
    base::Rect box;
    Form form = Form::full;
    int number = 0;
    int merged = 0;           // how many others it stands for
    float compact = 0;        // its height when compact
    model::GroupId group;     // none: free
    std::uint64_t raised = 0; // of cards that overlap, the one with more lies above
    friend bool operator==(Card const&, Card const&) = default;
};

struct Frame {
    model::GroupId id;
    base::Rect box; // holds its cards, even where they were put past its edge
    int number = 0;
    int cards = 0;
    friend bool operator==(Frame const&, Frame const&) = default;
};

constexpr float frame_head = 64; // the title row
constexpr float frame_padding = 20;
constexpr float frame_gap = 13; // between its cards

// What changes were about: the cases and groups whose records, of whatever kind, they edit.
struct Touched {
    std::vector<model::CaseId> cases;
    std::vector<model::GroupId> groups;
    Raised raised = {};
};
// `n`: of the entry that made them.
void note(std::uint64_t n, model::Changes const& changes, Touched& touched);

class Scene {
public:
    // `others`: the form of cards that lie in no frame. `raised`: which lie above which.
    Scene() = default;
    Scene(model::Document const& doc, Measure const& measure, Form others,
          Raised const& raised = {});

    // Makes it what it would be if it were made of `doc`. `touched`: all that differs from the
    // state that it shows. Costs what was touched, not what the board holds, unless cards leave or
    // come between others; no title is measured again that did not change.
    void renew(model::Document const& doc, Touched touched, Measure const& measure);

    // By number.
    [[nodiscard]] std::vector<Card> const& cards() const { return cards_; }
    [[nodiscard]] std::vector<Frame> const& frames() const { return frames_; }
    [[nodiscard]] Card const* find(model::CaseId id) const;
    [[nodiscard]] Frame const* find(model::GroupId id) const;

    // The cards that no CardPlace lays: moving one card lays these down with it.
    [[nodiscard]] std::vector<model::CaseId> const& unlaid() const { return unlaid_; }

    // Everything; an empty rectangle when there is nothing.
    [[nodiscard]] base::Rect const& bounds() const { return bounds_; }

    // What can be counted: all cases by where they came from, the cards that lie in no frame, the
    // highest number given so far.
    struct Counts {
        std::array<std::int64_t, 3> by_origin{};
        std::int64_t free = 0;
        int highest_number = 0;
        friend bool operator==(Counts const&, Counts const&) = default;
    };
    [[nodiscard]] Counts const& counts() const { return counts_; }

    // Differs from one state to the next: for what is computed from a scene and kept.
    [[nodiscard]] std::uint64_t version() const { return version_; }

    // The cases in a group; those merged into others have no card.
    [[nodiscard]] std::vector<model::CaseId> const& members(model::GroupId id) const;

    // The topmost card, or frame, at a point.
    [[nodiscard]] Card const* card_at(base::Vec2 at) const;
    [[nodiscard]] Frame const* frame_at(base::Vec2 at) const;
    // The frame at a point whose title row holds it.
    [[nodiscard]] Frame const* head_at(base::Vec2 at) const;

    // Cards that show in `area`, in drawing order. Indices into `cards`.
    [[nodiscard]] std::vector<Grid::Index> in(base::Rect const& area) const;
    // The same into a list that is kept.
    void find_in(base::Rect const& area, std::vector<Grid::Index>& found) const;
    // Calls `f` with the index of each of them, in any order.
    template <class F>
    void each_in(base::Rect const& area, F&& f) const;
    // Does any card or frame show in `area`?
    [[nodiscard]] bool any_in(base::Rect const& area) const;
    // The index of a card.
    [[nodiscard]] std::optional<Grid::Index> index_of(model::CaseId id) const;
    // Cards that `area` touches.
    [[nodiscard]] CardSet touched_by(base::Rect const& area) const;
    // Cards whose middle lies within the closed line `loop`.
    [[nodiscard]] CardSet within(std::vector<base::Vec2> const& loop) const;

    // The card after, or before, `from` as one reads: by rows, then along them. The first or the
    // last when there is none.
    enum class Step { next, previous };
    [[nodiscard]] std::optional<model::CaseId> beside(std::optional<model::CaseId> from,
                                                      Step step) const;

    // All of them in that order, which is found when it is asked for.
    [[nodiscard]] std::vector<model::CaseId> const& reading_order() const;

    [[nodiscard]] std::vector<base::Rect> boxes_in(base::Rect const& area) const;

private:
    // What is kept of a case, whether it has a card or not.
    struct Known {
        int number = 0;
        model::Origin origin{};
        float full = -1, compact = -1; // heights of its card; negative: not measured yet
        std::optional<base::Vec2> at;  // where somebody put it
        model::GroupId group;
        model::CaseId into; // merged into
        std::uint64_t raised = 0;
    };
    using KnownCases = std::unordered_map<std::uint64_t, Known>;
    // What a list of changes leaves to do once the cases are known again.
    struct Todo;

    [[nodiscard]] static std::optional<Known> read(model::Document const& doc, model::CaseId id);
    void measure_case(model::CaseId id, model::Case const& text, Known& known,
                      Measure const& measure) const;
    void learn(model::CaseId id, Known const* before, Known const* now, Todo& todo);
    void count(Known const& known, std::int64_t by);
    void find_highest_number();
    [[nodiscard]] std::vector<Grid::Index> const& drawing_order() const;
    [[nodiscard]] bool moves_unplaced(Known const* before, Known const* now) const;
    [[nodiscard]] Card card_of(model::CaseId id, Known const& known) const;
    void rebuild(model::Document const& doc, Measure const& measure);
    void patch(model::Document const& doc, Todo& todo);
    // False when cards leave or come between others.
    bool patch_list(Todo& todo);
    void patch_frames(model::Document const& doc, Todo& todo);
    void list_frames(model::Document const& doc);
    void surround(model::Document const& doc, Frame& frame) const;
    void bound();

    Form others_ = Form::full;
    KnownCases known_;
    std::unordered_map<std::uint64_t, int> absorbed_; // case: how many are merged into it
    std::unordered_map<std::uint64_t, std::vector<model::CaseId>> members_; // of a group
    std::size_t unplaced_ = 0; // cases that nobody put anywhere
    std::vector<Slot> slots_;  // where they lie, by number

    std::vector<Card> cards_;
    std::vector<Frame> frames_;
    std::unordered_map<std::uint64_t, Grid::Index> by_id_;
    std::vector<model::CaseId> unlaid_;
    base::FoundOnce<std::vector<model::CaseId>> reading_;
    base::FoundOnce<std::vector<Grid::Index>> drawing_; // all of them, in drawing order
    Grid grid_;
    base::Rect bounds_;
    Counts counts_;
    std::uint64_t version_ = 0;
};

template <class F>
void Scene::each_in(base::Rect const& area, F&& f) const
{
    grid_.each(area, [&](Grid::Index i) {
        if (cards_[i].box.overlaps(area)) f(i);
    });
}

// Is `at` inside the closed line through `loop`?
bool inside(std::vector<base::Vec2> const& loop, base::Vec2 at);

} // namespace board
