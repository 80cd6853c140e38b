#pragma once

#include "board/route.h"

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

// The annotations on the board: texts, strokes, and links between cards. Rebuilt when the document
// changes; unchanged strokes keep their curves.
namespace board {

using MarkSet = std::set<model::AnnotationId>;

// An annotation as displayed (not model::Mark, which is a line of a ballot).
struct Mark {
    model::AnnotationId id;
    model::AnnotationKind kind = model::AnnotationKind::text;
    base::Rect box; // bounding box
    base::Vec2 at;  // position of a text or stroke, from the record
    Line line;      // curve of a stroke; path of a link, empty when its cards touch
    // Of a link: the displayed cards (that represent its own), the sideways offset of the line, the
    // position of its label along it.
    model::CaseId from, to;
    float aside = 0;
    float label_at = 0.5F;
    base::Vec2 label; // size of the label; 0 when empty
};

// The path of a link between two boxes, from edge to edge (see `route`), and its label's box.
struct LinkShape {
    Line line;
    base::Rect label;
};
LinkShape shape_of(Mark const& link, base::Rect const& from, base::Rect const& to,
                   Between const* between = nullptr);
// The present shape of a link.
LinkShape shape_of(Mark const& link);

// Returns the size of a text, or of a link's label, on the board; provided by the code that has the
// fonts.
using MeasureText = std::function<base::Vec2(model::AnnotationKind, std::string const&)>;

class Marks {
public:
    Marks() = default;
    // `before`: the previous state, whose curves are reused.
    Marks(model::Document const& doc, Scene const& scene, MeasureText const& measure,
          Marks before = {});

    // In drawing order: links, then strokes, then texts.
    [[nodiscard]] std::vector<Mark> const& all() const { return marks_; }
    [[nodiscard]] Mark const* find(model::AnnotationId id) const;

    // The topmost annotation within `reach` of a point: above the cards (texts, strokes, labels),
    // or below them (lines of links).
    [[nodiscard]] Mark const* above_at(base::Vec2 at, float reach) const;
    [[nodiscard]] Mark const* below_at(base::Vec2 at, float reach) const;

    // Those that may be visible in `area`, in drawing order. Indices into `all`.
    [[nodiscard]] std::vector<Grid::Index> in(base::Rect const& area) const;
    // Those that `area` touches, or that are mostly inside the closed line `loop`.
    [[nodiscard]] MarkSet touched_by(base::Rect const& area) const;
    [[nodiscard]] MarkSet within(Line const& loop) const;
    // Texts and strokes completely inside `area`: they move with a frame.
    [[nodiscard]] MarkSet inside_of(base::Rect const& area) const;
    // The links of one card.
    [[nodiscard]] std::vector<Grid::Index> const& links_of(model::CaseId id) const;

    // The bounding box; none when there is nothing.
    [[nodiscard]] std::optional<base::Rect> const& bounds() const { return bounds_; }

private:
    struct Drawn { // the input of a stroke's curve
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
