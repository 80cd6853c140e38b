#pragma once

#include "board/layout.h"
#include "board/spatial.h"

#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

// What lies on the board and where: the cards and frames of one state of the document, ready to be
// drawn and touched. Made again when the document changes, never in between.
namespace board {

struct Card {
    model::CaseId id;
    base::Rect box;
    Form form = Form::full;
    int number = 0;
    int merged = 0;       // how many others it stands for
    float compact = 0;    // its height when compact
    model::GroupId group; // none: free
};

struct Frame {
    model::GroupId id;
    base::Rect box; // holds its cards, even where they were put past its edge
    int number = 0;
    int cards = 0;
};

constexpr float frame_head = 64; // the title row
constexpr float frame_padding = 20;
constexpr float frame_gap = 13; // between its cards

using CardSet = std::set<model::CaseId>;

class Scene {
public:
    // `others`: the form of cards that lie in no frame.
    Scene() = default;
    Scene(model::Document const& doc, Measure const& measure, Form others);

    // By number: what is later lies above.
    [[nodiscard]] std::vector<Card> const& cards() const { return cards_; }
    [[nodiscard]] std::vector<Frame> const& frames() const { return frames_; }
    [[nodiscard]] Card const* find(model::CaseId id) const;
    [[nodiscard]] Frame const* find(model::GroupId id) const;

    // The cards that no CardPlace lays: moving one card lays these down with it.
    [[nodiscard]] std::vector<model::CaseId> const& unlaid() const { return unlaid_; }

    // Everything; an empty rectangle when there is nothing.
    [[nodiscard]] base::Rect const& bounds() const { return bounds_; }

    // The topmost card, or frame, at a point.
    [[nodiscard]] Card const* card_at(base::Vec2 at) const;
    [[nodiscard]] Frame const* frame_at(base::Vec2 at) const;
    // The frame at a point whose title row holds it.
    [[nodiscard]] Frame const* head_at(base::Vec2 at) const;

    // Cards that may show in `area`, in drawing order. Indices into `cards`.
    [[nodiscard]] std::vector<Grid::Index> in(base::Rect const& area) const;
    // Cards that `area` touches.
    [[nodiscard]] CardSet touched_by(base::Rect const& area) const;
    // Cards whose middle lies within the closed line `loop`.
    [[nodiscard]] CardSet within(std::vector<base::Vec2> const& loop) const;

    // The card after, or before, `from` as one reads: by rows, then along them. The first or the
    // last when there is none.
    enum class Step { next, previous };
    [[nodiscard]] std::optional<model::CaseId> beside(std::optional<model::CaseId> from,
                                                      Step step) const;

    // All of them in that order.
    [[nodiscard]] std::vector<model::CaseId> const& reading_order() const { return reading_; }

    [[nodiscard]] std::vector<base::Rect> boxes_in(base::Rect const& area) const;

private:
    void add_frames(model::Document const& doc);

    std::vector<Card> cards_;
    std::vector<Frame> frames_;
    std::unordered_map<std::uint64_t, Grid::Index> by_id_;
    std::vector<model::CaseId> unlaid_;
    std::vector<model::CaseId> reading_;
    Grid grid_;
    base::Rect bounds_;
};

// Is `at` inside the closed line through `loop`?
bool inside(std::vector<base::Vec2> const& loop, base::Vec2 at);

} // namespace board
