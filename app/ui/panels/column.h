#pragma once

#include "ui/kit/ui.h"

#include <string>
#include <string_view>

namespace ui {

// Lays out a panel from top to bottom: headings, sentences, facts.
class Column {
public:
    Column(Ui& ui, base::Rect const& area, float y)
        : ui_(ui)
        , area_(area)
        , y_(y)
    {
    }
    [[nodiscard]] float y() const { return y_; }
    [[nodiscard]] base::Rect const& area() const { return area_; }
    [[nodiscard]] base::Rect row(float design_height);
    void gap(float design) { y_ += ui_.px(design); }
    void to(float y) { y_ = y; }
    // Below a hairline; by its key, or a given text.
    void heading(std::string_view key);
    void headed(std::string const& said);
    void sentence(std::string const& said, board::Color color);
    void flag(unsigned icon, board::Color color, std::string const& said);
    void contested(std::string const& said);
    // A name, a value and a rank on one line; `about`: tooltip that explains the name.
    void fact(std::string const& id, std::string const& name, std::string const& value,
              std::string const& rank, std::string const& about = {});

private:
    float beside_sign(std::string const& said);

    Ui& ui_;
    base::Rect area_;
    float y_;
};

} // namespace ui
