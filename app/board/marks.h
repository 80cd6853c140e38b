#pragma once

#include "board/route.h"

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

// What is written and drawn on the board beside the cards: texts, strokes, and links from card to
// card. Made again when the document changes; a stroke that did not change keeps its curve.
namespace board {

using MarkSet = std::set<model::AnnotationId>;

struct Mark {
    model::AnnotationId id;
    model::AnnotationKind kind = model::AnnotationKind::text;
    base::Rect box; // everything of it
    base::Vec2 at;  // what the record says of a text or a stroke
    Line line;      // the curve of a stroke; the way of a link, none when its cards touch
    // Of a link: the cards that show it (those that stand for its own), how far aside of the
    // middle it runs, where along it its label is.
    model::CaseId from, to;
    float aside = 0;
    float label_at = 0.5F;
    base::Vec2 label; // its size; nothing when it says nothing
};

// A link between two boxes: its way from edge to edge (see `route`), and the box of its label.
struct LinkShape {
    Line line;
    base::Rect label;
};
LinkShape shape_of(Mark const& link, base::Rect const& from, base::Rect const& to,
                   Between const* between = nullptr);
// As it lies.
LinkShape shape_of(Mark const& link);

// How large a text is on the board, or the label of a link; injected by whoever has the fonts.
using MeasureText = std::function<base::Vec2(model::AnnotationKind, std::string const&)>;

class Marks {
public:
    Marks() = default;
    // `before`: those of an earlier state, whose curves are used again.
    Marks(model::Document const& doc, Scene const& scene, MeasureText const& measure,
          Marks before = {});

    // In drawing order: links, then strokes, then texts.
    [[nodiscard]] std::vector<Mark> const& all() const { return marks_; }
    [[nodiscard]] Mark const* find(model::AnnotationId id) const;

    // The topmost one within `reach` of a point, of what lies above the cards (texts, strokes,
    // labels) or below them (the lines of links).
    [[nodiscard]] Mark const* above_at(base::Vec2 at, float reach) const;
    [[nodiscard]] Mark const* below_at(base::Vec2 at, float reach) const;

    // Those that may show in `area`, in drawing order. Indices into `all`.
    [[nodiscard]] std::vector<Grid::Index> in(base::Rect const& area) const;
    // Those that `area` touches; those mostly within the closed line `loop`.
    [[nodiscard]] MarkSet touched_by(base::Rect const& area) const;
    [[nodiscard]] MarkSet within(Line const& loop) const;
    // Texts and strokes that lie wholly in `area`: a frame carries what is written in it.
    [[nodiscard]] MarkSet inside_of(base::Rect const& area) const;
    // The links of one card.
    [[nodiscard]] std::vector<Grid::Index> const& links_of(model::CaseId id) const;

    // Everything; none when there is nothing.
    [[nodiscard]] std::optional<base::Rect> const& bounds() const { return bounds_; }

private:
    struct Drawn { // what the curve of a stroke was made of
        std::vector<int> points;
        base::Vec2 at;
    };
    void add_stroke(model::AnnotationId id, model::Annotation const& stroke, Marks& before);
    void add_link(model::AnnotationId id, model::Annotation const& link, model::Document const& doc,
                  Scene const& scene, MeasureText const& measure);
    void part_parallels();
    void lay_links(Scene const& scene);

    std::vector<Mark> marks_;
    std::unordered_map<std::uint64_t, Drawn> drawn_;
    std::unordered_map<std::uint64_t, Grid::Index> by_id_;
    std::unordered_map<std::uint64_t, std::vector<Grid::Index>> by_card_;
    Grid grid_;
    std::optional<base::Rect> bounds_;
};

} // namespace board
