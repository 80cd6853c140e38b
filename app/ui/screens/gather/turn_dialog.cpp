#include "ui/screens/gather/turn_dialog.h"

#include "ui/kit/ask.h"

namespace ui {

edit::TurnCards all_turned(model::Document const& doc)
{
    edit::TurnCards turn;
    for (auto const& [id, hidden] : model::table<model::FaceDown>(doc)) turn.ids.push_back(id);
    return turn;
}

std::optional<edit::TurnCards> draw(Ui& ui, TurnDialog& dialog, Workshop const& workshop)
{
    if (!dialog.to) return std::nullopt;
    auto const count =
        static_cast<std::int64_t>(model::table<model::FaceDown>(workshop.doc()).size());
    constexpr float width = 720;
    auto const line = ui.tr("turn.text");
    auto const high = paragraph_height(ui, type::text, line, dialog_inside(ui, width));
    Dialog const window(ui, "turn", dialog_around(ui, width, high + ui.px(8)),
                        ui.trn("turn.title", count));
    auto const& body = window.body();
    draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2, line);
    auto const& foot = window.footer();
    auto const yes = ui.tr("turn.all"), no = ui.tr("turn.stay");
    ButtonLook const look{Rank::primary, icon::visibility};
    auto const wide = button_width(ui, yes, look), other = button_width(ui, no);
    auto const gap = ui.px(12);
    bool const stay = button(ui, "turn.stay",
                             {{foot.max.x - wide - gap - other, foot.min.y},
                              {foot.max.x - wide - gap, foot.max.y}},
                             no) ||
                      window.dismissed();
    if (button(ui, "turn.all", {{foot.max.x - wide, foot.min.y}, foot.max}, yes, look) ||
        confirmed(ui))
        return all_turned(workshop.doc());
    if (stay) dialog.to.reset();
    return std::nullopt;
}

} // namespace ui
