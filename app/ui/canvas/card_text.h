#pragma once

#include "board/camera.h"
#include "board/layout.h"
#include "ui/kit/ui.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

struct ImFont;
struct ImFontBaked;

namespace ui {

// The title of a card broken into lines at the width of its form: in board units, whatever the
// zoom.
struct CardText {
    struct Line {
        std::size_t begin = 0, end = 0; // bytes of `text`
        float width = 0;                // board units
    };
    std::string text; // the title, or its short form on a compact card
    std::vector<Line> lines;
    float height = 0; // board units
    float shrink = 1; // of the type, so that no word is broken
};

// Sizes of a card's letters, in board units.
namespace card_type {
inline constexpr Type title{Face::medium, 22, 29, Fit::exact};
inline constexpr Type compact{Face::medium, 22, 28, Fit::exact};
inline constexpr Type label{Face::medium, 27, 33, Fit::exact}; // of a full card seen from farther
inline constexpr Type domain{Face::regular, 18, 24, Fit::exact};
inline constexpr Type number{Face::semibold, 17, 22, Fit::exact};
inline constexpr Type frame{Face::semibold, 26, 34, Fit::exact};
} // namespace card_type
constexpr Type const& title_type(board::Form form)
{
    return form == board::Form::full ? card_type::title : card_type::compact;
}

// The layouts of all titles, each made when its text changes and never otherwise.
class CardTexts {
public:
    CardText const& of(Ui& ui, model::CaseId id, model::Case const& text, board::Form form);
    // Its short form under the number, in the largest letters that leave all of it in `room` (its
    // height, board units), down to those of a card that is read from near.
    CardText const& label(Ui& ui, model::CaseId id, model::Case const& text, float room);
    // To be handed to board::Scene; valid as long as both.
    [[nodiscard]] board::Measure measure(Ui& ui);
    // How many were made so far.
    [[nodiscard]] std::uint64_t made() const { return made_; }

private:
    std::uint64_t made_ = 0;
    std::unordered_map<std::uint64_t, std::array<CardText, 2>> known_; // by form
    struct Label {
        CardText text;
        float room = 0;
    };
    std::unordered_map<std::uint64_t, Label> labels_; // of those seen
};

// Is the zoom on its way? Then letters are taken from a ladder of sizes and stretched a little; at
// rest they are made for their very size.
enum class Zoom { resting, moving };

// Letters of one face and size, put straight into the draw list.
class Letters {
public:
    // `size` in screen pixels.
    Letters(Ui& ui, Face face, float size, Zoom zoom);
    // One line, its baseline's left end at `at`. Returns where it ends.
    // NOLINTNEXTLINE(modernize-use-nodiscard): most callers want the letters, not where they end
    float draw(base::Vec2 at, board::Color color, std::string_view text) const;
    [[nodiscard]] float width(std::string_view text) const;
    // From the top of a line of `line` screen pixels to its baseline.
    [[nodiscard]] float baseline(float line) const;

private:
    Ui& ui_;
    ImFontBaked* baked_;
    float size_, k_;
};

} // namespace ui
