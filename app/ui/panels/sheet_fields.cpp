#include "ui/panels/sheet_fields.h"

#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>

namespace ui {
namespace {

constexpr std::size_t field_most = 8000; // bytes
constexpr float after = 14;              // design pixels below a field

} // namespace

SheetFields::SheetFields(Ui& ui, base::Rect const& area, float top, Enabled enabled)
    : ui_(ui)
    , left_(area.min.x)
    , right_(area.max.x)
    , y_(top)
    , enabled_(enabled)
{
}

FieldLook SheetFields::look()
{
    FieldLook look;
    look.most_bytes = field_most;
    return look;
}

void SheetFields::label(std::string_view key)
{
    auto const high = line_height(ui_, type::meta);
    draw_text_in(ui_, {{left_, y_}, {right_, y_ + high}}, type::meta, ui_.color().ink2,
                 ui_.tr(key));
    y_ += high + ui_.px(4);
}

base::Rect SheetFields::take(float high)
{
    base::Rect const box{{left_, y_}, {right_, y_ + ui_.px(high)}};
    y_ = box.max.y + ui_.px(after);
    return box;
}

bool SheetFields::typed_into(std::string_view id) const
{
    auto const it = ui_.probe.widgets.find(std::string{id});
    return it != ui_.probe.widgets.end() && it->second.on;
}

void SheetFields::note(std::string_view id) { typing_ |= typed_into(id); }

void SheetFields::heading(int number)
{
    auto const middle = y_ + ui_.px(18);
    draw_case_mark(ui_, {left_ + ui_.px(18), middle},
                   {std::to_string(number), 36, ChipFill::outlined});
    draw_text_in(ui_, {{left_ + ui_.px(48), y_}, {right_, y_ + ui_.px(36)}}, type::h2,
                 ui_.color().ink, ui_.tr("sheet.title"));
    y_ += ui_.px(52);
}

Edit SheetFields::one_line(std::string_view id, std::string_view key, std::string& text,
                           std::string_view hint)
{
    label(key);
    auto with_hint = look();
    with_hint.hint = hint;
    bool const fits = text_width(ui_, with_hint.type, hint) <= right_ - left_ - ui_.px(28);
    auto const edit =
        text_field(ui_, id, take(fits ? 48 : 68), ui_.tr(key), text, with_hint, enabled_);
    note(id);
    return edit;
}

Edit SheetFields::more_of(std::string_view id, std::string_view hint_key, std::string& text)
{
    y_ -= ui_.px(after - 8);
    auto const hint = ui_.tr(hint_key);
    auto with_hint = look();
    with_hint.hint = hint;
    auto const edit = text_field(ui_, id, take(48), hint, text, with_hint, enabled_);
    note(id);
    return edit;
}

Edit SheetFields::lines(std::string_view id, std::string_view key, std::string& text, float least)
{
    label(key);
    auto const inner = right_ - left_ - ui_.px(28);
    auto const high = paragraph_height(ui_, look().type, text.empty() ? " " : text, inner);
    auto const box = take(std::max(least, high / ui_.scale + 24));
    auto const edit = text_area(ui_, id, box, ui_.tr(key), text, look(), Enter::submits, enabled_);
    note(id);
    return edit;
}

bool SheetFields::with_button(std::string_view id, std::string_view key, std::string& text,
                              SideButton const& side)
{
    label(key);
    auto const row = take(48);
    auto field = row;
    if (!text.empty()) field.max.x -= ui_.px(56);
    text_field(ui_, id, field, ui_.tr(key), text, look(), enabled_);
    note(id);
    if (text.empty()) return false;
    base::Rect const box{{row.max.x - ui_.px(48), row.min.y}, row.max};
    return icon_button(ui_, side.id, box, side.icon, side.label, Rank::secondary);
}

bool SheetFields::wide_button(std::string_view id, std::string_view key, unsigned icon)
{
    return button(ui_, id, take(48), ui_.tr(key), {Rank::secondary, icon}, enabled_);
}

bool SheetFields::choice_of(std::string_view id, std::string_view key, std::size_t& chosen,
                            std::span<std::string_view const> labels)
{
    label(key);
    return segmented(ui_, id, take(44), labels, chosen, enabled_);
}

std::optional<std::string> SheetFields::choose_among(std::string_view id,
                                                     std::vector<std::string> const& offered,
                                                     std::ptrdiff_t& at)
{
    if (offered.empty()) return std::nullopt;
    auto const count = static_cast<std::ptrdiff_t>(offered.size());
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) at = (at + 1) % count;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow))
        at = (std::max<std::ptrdiff_t>(at, 0) + count - 1) % count;
    std::optional<std::string> taken;
    y_ -= ui_.px(after - 6);
    auto const& c = ui_.color();
    auto const high = ui_.px(34), gap = ui_.px(6);
    auto x = left_;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        auto const& name = offered[static_cast<std::size_t>(i)];
        auto const wide =
            std::min(text_width(ui_, type::legend, name) + ui_.px(24), right_ - left_);
        if (x > left_ && x + wide > right_) x = left_, y_ += high + gap;
        base::Rect const pill{{x, y_}, {x + wide, y_ + high}};
        auto const pill_id = std::string{id} + ".offer." + std::to_string(i + 1);
        // At the press: at the release the field would have lost the focus and saved an incomplete
        // word.
        auto const touched = touch(ui_, pill_id, pill, name, enabled_, Role::area);
        bool const on = i == at;
        probe_on(ui_, pill_id, on ? On::yes : On::no);
        fill(ui_, pill, high / 2, on || touched.hovered ? c.atint : c.sunken);
        if (on) outline(ui_, pill, high / 2, c.accent, ui_.snap(2));
        draw_text_in(ui_,
                     {{pill.min.x + ui_.px(12), pill.min.y}, {pill.max.x - ui_.px(8), pill.max.y}},
                     type::legend, on ? c.accent : c.ink2, name);
        if (touched.pressed) taken = name;
        x += wide + gap;
    }
    y_ += high + ui_.px(after);
    return taken;
}

} // namespace ui
