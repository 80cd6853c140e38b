#pragma once

#include "ui/kit/ui.h"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct ImGuiContext;

namespace support {

// Runs the interface without a window or a graphics card, with the real fonts, themes and texts.
// Input goes through the pointer and the keyboard; only visible widgets can be used.
class UiDriver {
public:
    enum class Language { french, english };
    explicit UiDriver(std::function<void(ui::Ui&)> draw, base::Vec2 size = {1920, 1080},
                      Language language = Language::french);
    ~UiDriver();
    UiDriver(UiDriver const&) = delete;
    UiDriver& operator=(UiDriver const&) = delete;

    // Draws `frames` frames of 1/60 s.
    void frame(int frames = 1);
    // Draws frames until nothing moves, for at most `most_s` seconds.
    void settle(double most_s = 3);

    void move_to(base::Vec2 at);
    // Moves the pointer onto a widget. Throws std::runtime_error "absent: id", "disabled: id" or
    // "covered: id".
    void hover(std::string const& id);
    void click(std::string const& id);
    void right_click(std::string const& id);
    void double_click(std::string const& id);
    void click_at(base::Vec2 at);
    // Drags from the middle of a widget to a point, or to the middle of another widget, in ten
    // steps.
    void drag(std::string const& id, base::Vec2 to);
    void drag_onto(std::string const& from, std::string const& onto);
    void press(); // the left button, at the pointer
    void release();
    void wheel(float notches);

    void type(std::string_view text); // characters, as from a keyboard
    void key(int chord);              // an ImGuiKey, plus ImGuiMod_ values
    void paste(std::string text);     // sets the clipboard and presses Ctrl+V
    [[nodiscard]] std::string copied() const;

    [[nodiscard]] bool shows(std::string const& id) const;
    [[nodiscard]] bool enabled(std::string const& id) const;
    [[nodiscard]] bool on(std::string const& id) const;
    [[nodiscard]] std::string label(std::string const& id) const;
    [[nodiscard]] std::string value(std::string const& id) const;
    [[nodiscard]] base::Rect box(std::string const& id) const;
    [[nodiscard]] base::Vec2 centre(std::string const& id) const { return box(id).center(); }

    void speak(Language language);
    [[nodiscard]] ui::Ui& ui() { return ui_; }
    [[nodiscard]] double now_s() const { return now_s_; }

private:
    void reach(std::string const& id);
    [[nodiscard]] ui::Seen const& seen(std::string const& id) const;

    std::function<void(ui::Ui&)> draw_;
    ImGuiContext* context_;
    board::Palette day_;
    std::unique_ptr<i18n::Catalogue> french_, english_;
    std::string clipboard_;
    double now_s_ = 1;
    ui::Ui ui_;
};

} // namespace support
