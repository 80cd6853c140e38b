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

// The positions of cards and frames for one state of the document, for drawing and hit testing.
// Updated when the document changes.
namespace board {

struct Card {
    model::CaseId id;
    base::Rect box;
    Form form = Form::full;
    int number = 0;
    int merged = 0;           // number of cases merged into it
    float compact = 0;        // its height when compact
    model::GroupId group;     // none: not in a frame
    std::uint64_t raised = 0; // stacking order among overlapping cards, higher is on top
    friend bool operator==(Card const&, Card const&) = default;
};

struct Frame {
    model::GroupId id;
    base::Rect box; // contains its cards, even those beyond its stored area
    int number = 0;
    int cards = 0;
    friend bool operator==(Frame const&, Frame const&) = default;
};

constexpr float frame_head = 64; // the title row
constexpr float frame_padding = 20;
constexpr float frame_gap = 13; // between its cards

// The cases and groups with edited records of any kind.
struct Touched {
    std::vector<model::CaseId> cases;
    std::vector<model::GroupId> groups;
    Raised raised = {};
};
// `n`: number of the entry with these changes.
void note(std::uint64_t n, model::Changes const& changes, Touched& touched);

class Scene {
public:
    // `others`: the form of cards outside frames. `raised`: the stacking order.
    Scene() = default;
    Scene(model::Document const& doc, Measure const& measure, Form others,
          Raised const& raised = {});

    // Updates the scene to `doc`, as if built anew. `touched`: everything that changed. The cost
    // depends on what was touched, unless cards are removed or inserted; unchanged titles are not
    // measured again.
    void renew(model::Document const& doc, Touched touched, Measure const& measure);

    // By number.
    [[nodiscard]] std::vector<Card> const& cards() const { return cards_; }
    [[nodiscard]] std::vector<Frame> const& frames() const { return frames_; }
    [[nodiscard]] Card const* find(model::CaseId id) const;
    [[nodiscard]] Frame const* find(model::GroupId id) const;

    // Cards without a CardPlace: moving one card gives these a CardPlace too.
    [[nodiscard]] std::vector<model::CaseId> const& unlaid() const { return unlaid_; }

    // The bounding box; an empty rectangle when there is nothing.
    [[nodiscard]] base::Rect const& bounds() const { return bounds_; }

    // Counts: cases by origin, cards outside frames, the highest case number.
    struct Counts {
        std::array<std::int64_t, 3> by_origin{};
        std::int64_t free = 0;
        int highest_number = 0;
        friend bool operator==(Counts const&, Counts const&) = default;
    };
    [[nodiscard]] Counts const& counts() const { return counts_; }

    // Differs between any two states, for caches of values computed from a scene.
    [[nodiscard]] std::uint64_t version() const { return version_; }

    // The cases in a group; merged cases have no card.
    [[nodiscard]] std::vector<model::CaseId> const& members(model::GroupId id) const;

    // The topmost card, or frame, at a point.
    [[nodiscard]] Card const* card_at(base::Vec2 at) const;
    [[nodiscard]] Frame const* frame_at(base::Vec2 at) const;
    // The frame whose title row is at a point.
    [[nodiscard]] Frame const* head_at(base::Vec2 at) const;

    // Cards visible in `area`, in drawing order. Indices into `cards`.
    [[nodiscard]] std::vector<Grid::Index> in(base::Rect const& area) const;
    // The same, into an existing list.
    void find_in(base::Rect const& area, std::vector<Grid::Index>& found) const;
    // Calls `f` with the index of each, in any order.
    template <class F>
    void each_in(base::Rect const& area, F&& f) const;
    // Whether any card or frame is visible in `area`.
    [[nodiscard]] bool any_in(base::Rect const& area) const;
    // The index of a card.
    [[nodiscard]] std::optional<Grid::Index> index_of(model::CaseId id) const;
    // Cards that `area` touches.
    [[nodiscard]] CardSet touched_by(base::Rect const& area) const;
    // Cards whose centre is inside the closed line `loop`.
    [[nodiscard]] CardSet within(std::vector<base::Vec2> const& loop) const;

    // The card after or before `from` in reading order: by rows, then along them. The first or last
    // when there is none.
    enum class Step { next, previous };
    [[nodiscard]] std::optional<model::CaseId> beside(std::optional<model::CaseId> from,
                                                      Step step) const;

    // All cards in that order, computed on first use.
    [[nodiscard]] std::vector<model::CaseId> const& reading_order() const;

    [[nodiscard]] std::vector<base::Rect> boxes_in(base::Rect const& area) const;

private:
    // The cached data of a case, with or without a card.
    struct Known {
        int number = 0;
        model::Origin origin{};
        float full = -1, compact = -1; // heights of its card; negative: not measured
        std::optional<base::Vec2> at;  // its stored position
        model::GroupId group;
        model::CaseId into; // merged into
        std::uint64_t raised = 0;
    };
    using KnownCases = std::unordered_map<std::uint64_t, Known>;
    // The updates that follow from a list of changes.
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
    // False when cards are removed or inserted.
    bool patch_list(Todo& todo);
    void patch_frames(model::Document const& doc, Todo& todo);
    void list_frames(model::Document const& doc);
    void surround(model::Document const& doc, Frame& frame) const;
    void bound();

    Form others_ = Form::full;
    KnownCases known_;
    std::unordered_map<std::uint64_t, int> absorbed_; // by case: number of cases merged into it
    std::unordered_map<std::uint64_t, std::vector<model::CaseId>> members_; // by group
    std::size_t unplaced_ = 0; // number of cases without a position
    std::vector<Slot> slots_;  // their positions, by number

    std::vector<Card> cards_;
    std::vector<Frame> frames_;
    std::unordered_map<std::uint64_t, Grid::Index> by_id_;
    std::vector<model::CaseId> unlaid_;
    base::FoundOnce<std::vector<model::CaseId>> reading_;
    base::FoundOnce<std::vector<Grid::Index>> drawing_; // all, in drawing order
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

// Whether `at` is inside the closed line through `loop`.
bool inside(std::vector<base::Vec2> const& loop, base::Vec2 at);

} // namespace board
