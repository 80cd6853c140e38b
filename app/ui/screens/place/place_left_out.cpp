#include "ui/kit/paint.h"
#include "ui/screens/place/place_view.h"

#include <algorithm>

// Labels that do not fit on the matrix: their count there, their list in the panel.
namespace ui {
namespace {

constexpr float left_out_row_height = 54, head_height = 44;

std::vector<model::CaseId> left_out(PlaceView const& view, Workshop const& workshop)
{
    auto out = view.desk.left_out();
    std::erase_if(out, [&](auto id) { return !model::find<model::Case>(workshop.doc(), id); });
    return out;
}

void draw_list(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& anchor)
{
    std::vector<std::string> ids, words;
    auto const cases = left_out(view, workshop);
    for (auto id : cases) {
        auto const one = model::get<model::Case>(workshop.doc(), id);
        ids.push_back("place.left_out." + std::to_string(one.number));
        words.push_back(std::to_string(one.number) + " · " + one.title);
    }
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < cases.size(); ++i) items.push_back({ids[i], words[i]});
    auto const answer = menu(ui, "place.left_out.menu", anchor, items);
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (answer.id == ids[i]) view.selected = cases[i];
    if (answer.closed) view.left_out = PlaceView::LeftOut::counted;
}

} // namespace

void draw_left_out(Ui& ui, PlaceView& view, Workshop const& workshop)
{
    auto const count = left_out(view, workshop).size();
    auto const& spot = view.desk.count_at();
    if (count == 0 || !spot) {
        view.left_out = PlaceView::LeftOut::counted;
        return;
    }
    auto const said = wording::left_out(*ui.words, count);
    float const width = pill_width(ui, said) + ui.px(22);
    base::Rect const box{spot->min, {spot->min.x + width, spot->max.y}};
    auto const press = touch(ui, "place.left_out", box, said);
    fill(ui, box, box.height() / 2, press.hovered ? ui.color().sunken : ui.color().card);
    outline(ui, box, box.height() / 2, ui.color().line2, ui.snap(1.5F));
    draw_text_in(ui, {{box.min.x + ui.px(13), box.min.y}, box.max}, type::legend, ui.color().ink,
                 said);
    draw_icon_at(ui, {box.max.x - ui.px(18), box.center().y}, ui.px(18), ui.color().ink2,
                 icon::chevron_right);
    if (press.focused) focus_ring(ui, box, box.height() / 2);
    if (press.clicked) view.left_out = PlaceView::LeftOut::listed;
    if (view.left_out == PlaceView::LeftOut::listed) draw_list(ui, view, workshop, box);
}

float draw_unnamed(Ui& ui, PlaceView& view, Workshop const& workshop, base::Rect const& area)
{
    if (!view.names || view.show != PlaceView::Show::matrix) return 0;
    auto const cases = left_out(view, workshop);
    float const row = ui.px(left_out_row_height), head = ui.px(head_height);
    if (cases.empty() || area.height() < head + row) return 0;
    draw_text_in(ui, {area.min, {area.max.x, area.min.y + ui.px(34)}}, type::h3, ui.color().ink,
                 ui.tr("place.unnamed"));
    auto const said = ui.trn("place.unnamed.count", static_cast<std::int64_t>(cases.size()));
    draw_pill(ui, {area.max.x - pill_width(ui, said), area.min.y + ui.px(17)}, said);
    float const whole = row * static_cast<float>(cases.size());
    float const room = std::min({whole, 3 * row, area.height() - head});
    base::Rect const list{{area.min.x, area.min.y + head}, {area.max.x, area.min.y + head + room}};
    ScrollArea scroll(ui, "place.unnamed", list, view.unnamed);
    float y = scroll.top();
    for (auto id : cases) {
        auto const one = model::get<model::Case>(workshop.doc(), id);
        auto const number = std::to_string(one.number);
        base::Rect const box{{area.min.x, y}, {area.max.x, y + row}};
        auto const press = touch(ui, "place.unnamed." + number, box, one.title);
        if (press.hovered) fill(ui, box, ui.px(10), ui.color().sunken);
        draw_case_mark(ui, {box.min.x + ui.px(20), box.center().y},
                       {.number = number, .diameter = 34, .fill = ChipFill::ink});
        float const words = box.width() - ui.px(60);
        float const high = paragraph_height(ui, type::label, one.title, words, 2);
        draw_paragraph(ui, {box.min.x + ui.px(48), box.center().y - high / 2}, words, type::label,
                       ui.color().ink, one.title, 2);
        if (press.focused) focus_ring(ui, box, ui.px(10));
        if (press.clicked) view.selected = id;
        y += row;
    }
    scroll.content_height(whole);
    return head + room + ui.px(14);
}

} // namespace ui
