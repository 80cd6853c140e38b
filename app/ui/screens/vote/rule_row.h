#pragma once

#include "ui/kit/widgets.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ui {

// A row of labelled controls.
class RuleRow {
public:
    RuleRow(Ui& ui, base::Rect const& area, Enabled enabled);

    struct Range {
        int least = 0, most = 100, by = 1;
        std::string_view zero = {}; // word for 0, or nothing
    };
    void stepper(std::string const& id, std::string_view key, int& value, Range const& range);
    // One of a few words.
    bool choice(std::string const& id, std::string_view key, std::span<std::string_view const> keys,
                std::size_t& chosen);
    bool switched(std::string const& id, std::string_view key, std::string_view on_key, bool& on);
    // The next position, below its label; on a new line when the row is full.
    base::Rect next(std::string_view key, float design_width);
    [[nodiscard]] float height() const;

private:
    Ui& ui_;
    base::Rect area_;
    float x_, y_;
    Enabled enabled_;
};

} // namespace ui
