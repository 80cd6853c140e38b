#include "ui/canvas/card_text.h"

#include "ui/kit/paint.h"
#include "ui/kit/quads.h"

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

// Font sizes tried, so that a long word need not be broken.
constexpr std::array shrinks{1.0F, 0.88F, 0.76F};
// Labels are reduced too when their title does not fit, down to the size of the full card.
constexpr float as_full = card_type::title.px / card_type::label.px;
constexpr std::array label_shrinks{1.0F, 0.92F, as_full, as_full* shrinks[1], as_full* shrinks[2]};

bool breaks_a_word(CardText const& text)
{
    for (std::size_t i = 1; i < text.lines.size(); ++i) {
        auto const end = text.lines[i - 1].end;
        bool const same = end == text.lines[i].begin;
        if (same && end > 0 && text.text[end - 1] != '-') return true;
    }
    return false;
}

std::string const& short_form(model::Case const& text)
{
    return text.short_title.empty() ? text.title : text.short_title;
}

void lay_out(Ui const& ui, CardText& text, Type const& type, float width, float shrink)
{
    auto sized = type;
    text.shrink = shrink;
    sized.px *= shrink / ui.scale; // board units: equal line breaks on every screen
    auto const broken = broken_once(ui, sized, text.text, width);
    text.lines.clear();
    for (auto const& l : broken.lines) text.lines.push_back({l.begin, l.end, l.width});
    text.height = static_cast<float>(text.lines.size()) * type.line * shrink;
}

} // namespace

CardText const& CardTexts::of(Ui& ui, model::CaseId id, model::Case const& text, board::Form form)
{
    auto& known = known_[id.value][static_cast<std::size_t>(form)];
    auto const& title = form == board::Form::compact ? short_form(text) : text.title;
    if (!known.lines.empty() && known.text == title) return known;
    ++made_;
    known.text = title;
    for (float const shrink : shrinks) {
        lay_out(ui, known, title_type(form), board::title_width(form), shrink);
        if (!breaks_a_word(known)) break;
    }
    return known;
}

CardText const& CardTexts::label(Ui& ui, model::CaseId id, model::Case const& text, float room)
{
    auto& [known, for_room] = labels_[id.value];
    auto const& title = short_form(text);
    if (!known.lines.empty() && known.text == title && for_room == room) return known;
    ++made_;
    known.text = title;
    for_room = room;
    for (float const shrink : label_shrinks) {
        lay_out(ui, known, card_type::label, board::title_width(board::Form::full), shrink);
        if (known.height <= room && !breaks_a_word(known)) break;
    }
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
    int count = 0; // creating a glyph may change the atlas: create all before drawing
    each_char(text, [&](ImWchar c) { count += baked_->FindGlyph(c)->Visible ? 1 : 0; });
    if (count == 0) return at.x;
    auto* list = ui_.list;
    auto const tint = packed(color);
    auto const top = whole(at.y) - std::round(baked_->Ascent) * k_;
    float x = whole(at.x);
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
