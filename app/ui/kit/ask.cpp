#include "ui/kit/ask.h"

#include "ui/kit/widgets.h"

namespace ui {

Said ask(Ui& ui, Question const& asked)
{
    constexpr float width = 760;
    auto const high = paragraph_height(ui, type::text, asked.line, dialog_inside(ui, width));
    Dialog const window(ui, asked.id, dialog_around(ui, width, high + ui.px(8)), asked.title);
    auto const& body = window.body();
    draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2, asked.line);
    auto const& foot = window.footer();
    std::string const id{asked.id};
    float x = foot.max.x;
    auto place = [&](std::string_view text, Rank rank) {
        float const w = button_width(ui, text, {.rank = rank});
        base::Rect const at{{x - w, foot.min.y}, {x, foot.max.y}};
        x -= w + ui.px(12);
        return at;
    };
    bool const agrees = asked.enter == Question::Enter::yes;
    auto const rank_of = [&](bool entered) { return entered ? Rank::primary : Rank::secondary; };
    auto const yes_at = place(asked.yes, rank_of(agrees));
    auto const other_at = asked.other.empty() ? base::Rect{} : place(asked.other, Rank::secondary);
    auto const no_at = place(asked.no, rank_of(!agrees));
    bool const entered = confirmed(ui);
    bool const refused =
        button(ui, id + ".no", no_at, asked.no, {.rank = rank_of(!agrees)}) || (entered && !agrees);
    bool const otherwise = !asked.other.empty() && button(ui, id + ".other", other_at, asked.other);
    bool const accepted = button(ui, id + ".yes", yes_at, asked.yes, {.rank = rank_of(agrees)}) ||
                          (entered && agrees);
    return accepted                        ? Said::yes
           : otherwise                     ? Said::other
           : refused || window.dismissed() ? Said::no
                                           : Said::nothing;
}

} // namespace ui
