#include "ui/card_text.h"

#include "ui/paint.h"

#include <imgui.h>
#include <imgui_internal.h> // ImTextCharFromUtf8

#include <cmath>

namespace ui {
namespace {

constexpr float ascent_em = 0.96875F, descent_em = 0.24148F; // Inter's

template <class F>
void each_char(std::string_view text, F&& f)
{
    char const* at = text.data();
    char const* const end = at + text.size();
    while (at < end) {
        unsigned code = 0;
        auto const bytes = ImTextCharFromUtf8(&code, at, end);
        f(static_cast<ImWchar>(code));
        at += std::max(bytes, 1);
    }
}

std::string const& shown_title(model::Case const& text, board::Form form)
{
    bool const is_short = form == board::Form::compact && !text.short_title.empty();
    return is_short ? text.short_title : text.title;
}

} // namespace

CardText const& CardTexts::of(Ui& ui, model::CaseId id, model::Case const& text, board::Form form)
{
    auto& known = known_[id.value][static_cast<std::size_t>(form)];
    auto const& title = shown_title(text, form);
    if (!known.lines.empty() && known.text == title) return known;
    auto type = title_type(form);
    auto const line = type.line;
    type.px /= ui.scale; // board units: the same lines on every screen
    type.line /= ui.scale;
    auto const& broken = paragraph(ui, type, title, board::title_width(form));
    known.text = title;
    known.lines.clear();
    for (auto const& l : broken.lines) known.lines.push_back({l.begin, l.end});
    known.height = static_cast<float>(known.lines.size()) * line;
    return known;
}

board::Measure CardTexts::measure(Ui& ui)
{
    return [this, &ui](model::CaseId id, model::Case const& text, board::Form form) {
        return of(ui, id, text, form).height;
    };
}

Letters::Letters(Ui& ui, Face face, float size, Zoom zoom)
    : ui_(ui)
    , baked_(
          ui.fonts.face(face)->GetFontBaked(zoom == Zoom::moving ? board::ladder_size(size) : size))
    , size_(size)
    , k_(size / baked_->Size)
{
}

float Letters::width(std::string_view text) const
{
    float x = 0;
    each_char(text, [&](ImWchar c) { x += baked_->GetCharAdvance(c) * k_; });
    return x;
}

float Letters::baseline(float line) const
{
    return (line - (ascent_em + descent_em) * size_) / 2 + ascent_em * size_;
}

float Letters::draw(base::Vec2 at, board::Color color, std::string_view text) const
{
    int count = 0; // making a letter may move the atlas: all are made before any is drawn
    each_char(text, [&](ImWchar c) { count += baked_->FindGlyph(c)->Visible ? 1 : 0; });
    if (count == 0) return at.x;
    auto* list = ui_.list;
    auto const tint = packed(color);
    auto const top = std::round(at.y) - std::round(baked_->Ascent) * k_;
    float x = std::round(at.x);
    list->PrimReserve(count * 6, count * 4);
    each_char(text, [&](ImWchar c) {
        auto const* glyph = baked_->FindGlyph(c);
        if (glyph->Visible)
            list->PrimRectUV({x + glyph->X0 * k_, top + glyph->Y0 * k_},
                             {x + glyph->X1 * k_, top + glyph->Y1 * k_}, {glyph->U0, glyph->V0},
                             {glyph->U1, glyph->V1}, tint);
        x += glyph->AdvanceX * k_;
    });
    return x;
}

} // namespace ui
