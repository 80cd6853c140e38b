#pragma once

#include "ui/kit/widgets.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// The fields of a sheet, from top to bottom, with labels.
class SheetFields {
public:
    SheetFields(Ui& ui, base::Rect const& area, float top, Enabled enabled);

    void heading(int number); // number of the case
    // `hint`: shown while it is empty.
    Edit one_line(std::string_view id, std::string_view key, std::string& text,
                  std::string_view hint = {});
    // A field with a hint instead of a label, as a continuation of the one above.
    Edit more_of(std::string_view id, std::string_view hint_key, std::string& text);
    Edit lines(std::string_view id, std::string_view key, std::string& text, float least);

    struct SideButton {
        std::string_view id;
        unsigned icon = 0;
        std::string_view label;
    };
    // A field with a button at its right while it has a text. True when the button is pressed.
    bool with_button(std::string_view id, std::string_view key, std::string& text,
                     SideButton const& side);
    bool wide_button(std::string_view id, std::string_view key, unsigned icon);

    bool choice_of(std::string_view id, std::string_view key, std::size_t& chosen,
                   std::span<std::string_view const> labels);
    template <class E>
    bool choice(std::string_view id, std::string_view key, E& value,
                std::initializer_list<std::string_view> option_keys)
    {
        std::vector<std::string> words;
        for (auto option : option_keys) words.push_back(ui_.tr(option));
        std::vector<std::string_view> const shown(words.begin(), words.end());
        auto chosen = static_cast<std::size_t>(value);
        bool const changed = choice_of(id, key, chosen, shown);
        value = static_cast<E>(chosen);
        return changed;
    }
    // Suggestions for the field above: pills to press, or to choose with arrow keys while typing;
    // `at`: the highlighted one, -1: none. Returns the one chosen.
    std::optional<std::string>
    choose_among(std::string_view id, std::vector<std::string> const& offered, std::ptrdiff_t& at);

    [[nodiscard]] float y() const { return y_; }
    // Whether a field is being edited; then nothing is saved yet.
    [[nodiscard]] bool typing() const { return typing_; }
    [[nodiscard]] bool typed_into(std::string_view id) const;

private:
    void label(std::string_view key);
    base::Rect take(float high);
    [[nodiscard]] static FieldLook look();
    void note(std::string_view id);

    Ui& ui_;
    float left_, right_, y_;
    Enabled enabled_;
    bool typing_ = false;
};

} // namespace ui
