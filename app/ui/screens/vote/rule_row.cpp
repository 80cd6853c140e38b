#include "ui/screens/vote/rule_row.h"

#include <algorithm>
#include <vector>

namespace ui {
namespace {

using base::Rect;

constexpr float pitch = 94; // between lines of controls, in design pixels

} // namespace

RuleRow::RuleRow(Ui& ui, Rect const& area, Enabled enabled)
    : ui_(ui)
    , area_(area)
    , x_(area.min.x)
    , y_(area.min.y)
    , enabled_(enabled)
{
}

void RuleRow::stepper(std::string const& id, std::string_view key, int& value, Range const& range)
{
    auto const box = next(key, 250);
    float const side = box.height();
    auto const label = ui_.tr(key);
    bool const may = enabled_ == Enabled::yes;
    int const now = std::min(value, range.most); // a limit of 5 among three cases is 3
    if (icon_button(ui_, id + ".minus", {box.min, {box.min.x + side, box.max.y}}, icon::remove,
                    label, Rank::secondary, enabled_if(may && now > range.least)))
        value = std::max(range.least, (now - 1) / range.by * range.by);
    bool const worded = now == 0 && !range.zero.empty();
    auto const said = worded ? ui_.tr(range.zero) : ui_.words->number(now);
    draw_text_in(ui_, {{box.min.x + side, box.min.y}, {box.max.x - side, box.max.y}},
                 worded ? type::label : Type{Face::semibold, 22, 28}, ui_.color().ink, said,
                 Align::centre);
    if (icon_button(ui_, id + ".plus", {{box.max.x - side, box.min.y}, box.max}, icon::add, label,
                    Rank::secondary, enabled_if(may && now < range.most)))
        value = std::min(range.most, (now / range.by + 1) * range.by);
    probe_value(ui_, id + ".plus", std::to_string(now));
}

bool RuleRow::choice(std::string const& id, std::string_view key,
                     std::span<std::string_view const> keys, std::size_t& chosen)
{
    std::vector<std::string> words;
    std::vector<std::string_view> shown;
    float widest = 0;
    for (auto one : keys) words.push_back(ui_.tr(one));
    for (auto const& word : words) {
        shown.push_back(word);
        widest = std::max(widest, text_width(ui_, {Face::semibold, 16, 20}, word) / ui_.scale);
    }
    auto const box = next(key, (widest + 32) * static_cast<float>(keys.size()));
    return segmented(ui_, id, box, shown, chosen, enabled_);
}

bool RuleRow::switched(std::string const& id, std::string_view key, std::string_view on_key,
                       bool& on)
{
    auto const said = ui_.tr(on_key);
    auto const box = next(key, text_width(ui_, type::label, said) / ui_.scale + 90);
    return toggle_row(ui_, id, box, said, on, enabled_);
}

Rect RuleRow::next(std::string_view key, float design_width)
{
    float const width = ui_.px(design_width);
    auto const said = key.empty() ? std::string{} : ui_.tr(key);
    float const wanted = std::max(width, text_width(ui_, type::label, said));
    if (x_ > area_.min.x && x_ + wanted > area_.max.x) {
        x_ = area_.min.x;
        y_ += ui_.px(pitch);
    }
    draw_text(ui_, {x_, y_}, type::label, ui_.color().ink2, said);
    Rect const box{{x_, y_ + ui_.px(30)}, {x_ + width, y_ + ui_.px(78)}};
    x_ += wanted + ui_.px(40);
    return box;
}

float RuleRow::height() const { return y_ - area_.min.y + ui_.px(78); }

} // namespace ui
