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

// The title of a card wrapped at the width of its form, in board units, independent of zoom.
struct CardText {
    struct Line {
        std::size_t begin = 0, end = 0; // bytes of `text`
        float width = 0;                // board units
    };
    std::string text; // the title, or the short title on a compact card
    std::vector<Line> lines;
    float height = 0; // board units
    float shrink = 1; // reduction of the font, to avoid breaking words
};

// Font sizes of cards, in board units.
namespace card_type {
inline constexpr Type title{Face::medium, 22, 29, Fit::exact};
inline constexpr Type compact{Face::medium, 22, 28, Fit::exact};
inline constexpr Type label{Face::medium, 27, 33, Fit::exact}; // of a full card at a smaller zoom
inline constexpr Type domain{Face::regular, 18, 24, Fit::exact};
inline constexpr Type number{Face::semibold, 17, 22, Fit::exact};
inline constexpr Type frame{Face::semibold, 26, 34, Fit::exact};
} // namespace card_type
constexpr Type const& title_type(board::Form form)
{
    return form == board::Form::full ? card_type::title : card_type::compact;
}

// A cache of title layouts, each recomputed when its text changes.
class CardTexts {
public:
    CardText const& of(Ui& ui, model::CaseId id, model::Case const& text, board::Form form);
    // The short title below the number, in the largest font with which all of it fits into the
    // height `room` (board units), down to that of a full card.
    CardText const& label(Ui& ui, model::CaseId id, model::Case const& text, float room);
    // For board::Scene; must outlive it.
    [[nodiscard]] board::Measure measure(Ui& ui);
    // The number of layouts computed so far.
    [[nodiscard]] std::uint64_t made() const { return made_; }

private:
    std::uint64_t made_ = 0;
    std::unordered_map<std::uint64_t, std::array<CardText, 2>> known_; // by form
    struct Label {
        CardText text;
        float room = 0;
    };
    std::unordered_map<std::uint64_t, Label> labels_; // of those shown
};

// While zooming, fonts of a ladder of sizes are scaled; at rest the exact size is rasterised.
enum class Zoom { resting, moving };

// Draws text of one font and size directly into the draw list.
class Letters {
public:
    // `size` in screen pixels.
    Letters(Ui& ui, Face face, float size, Zoom zoom);
    // One line, with the left end of its baseline at `at`. Returns its right end.
    // NOLINTNEXTLINE(modernize-use-nodiscard): most callers do not need the end
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
