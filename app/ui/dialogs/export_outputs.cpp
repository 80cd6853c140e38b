#include "analysis/common/in_use.h"
#include "ui/dialogs/export_parts.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <cmath>

// The table of outputs.
namespace ui {
namespace {

using exchange::Image;
using exchange::ImageSize;
using exchange::Output;
using exchange::Shows;

constexpr float row_high = 90, box_high = 44, gap = 10, inner = 18; // design pixels
constexpr float label_wide = 110;

unsigned icon_of(Output const& output)
{
    if (output.formats.front() == exchange::Format::json) return icon::data_object;
    if (output.name == "one_page") return icon::description;
    switch (output.group) {
    case Output::Group::account: return icon::article;
    case Output::Group::data: return icon::table_view;
    case Output::Group::pictures: break;
    }
    return icon::image;
}

std::string_view heading_of(Output::Group group)
{
    switch (group) {
    case Output::Group::account: return "export.group.account";
    case Output::Group::data: return "export.group.data";
    case Output::Group::pictures: break;
    }
    return "export.group.pictures";
}

std::string upper(std::string_view ending)
{
    std::string out(ending);
    for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return out;
}

template <class T>
void flip(std::set<T>& set, T const& one)
{
    if (set.erase(one) == 0) set.insert(one);
}

// A labelled group of choices on as many lines as needed; its bottom.
class Choices {
public:
    Choices(Ui& ui, base::Rect const& area, std::string const& label)
        : ui_(ui)
        , area_(area)
        , x_(area.min.x + ui.px(label_wide))
        , y_(area.min.y)
    {
        draw_text_in(ui, {area.min, {x_ - ui.px(8), area.min.y + ui.px(box_high)}}, type::label,
                     ui.color().ink, label);
    }
    bool tick(std::string const& id, std::string const& word, bool on)
    {
        return tick_box(ui_, id, room(tick_width(ui_, word)), word, on ? On::yes : On::no);
    }
    // An axis, by its number.
    bool axis(std::string const& id, int place, std::string const& name, bool on)
    {
        auto const wide = ui_.px(on ? 74 : 48);
        auto const box = room(wide);
        auto const& c = ui_.color();
        auto const touched = touch(ui_, id, box, name);
        probe_on(ui_, id, on ? On::yes : On::no);
        fill(ui_, box, ui_.px(10), on ? c.atint : touched.hovered ? c.sunken : c.card);
        outline(ui_, box, ui_.px(10), on ? c.aline : c.line2, ui_.px(1.5F));
        draw_axis_badge(ui_, {box.min.x + ui_.px(9), box.center().y - ui_.px(15)}, ui_.px(30),
                        place);
        if (on)
            draw_icon_at(ui_, {box.max.x - ui_.px(18), box.center().y}, ui_.px(22), c.accent,
                         icon::check);
        if (touched.focused) focus_ring(ui_, box, ui_.px(10));
        if (touched.hovered) tooltip(ui_, box, name);
        return touched.clicked;
    }
    [[nodiscard]] float bottom() const { return y_ + ui_.px(box_high); }

private:
    base::Rect room(float wide)
    {
        if (x_ + wide > area_.max.x && x_ > area_.min.x + ui_.px(label_wide)) {
            x_ = area_.min.x + ui_.px(label_wide);
            y_ += ui_.px(box_high + 8);
        }
        base::Rect const box{{x_, y_}, {x_ + wide, y_ + ui_.px(box_high)}};
        x_ = box.max.x + ui_.px(gap);
        return box;
    }

    Ui& ui_;
    base::Rect area_;
    float x_, y_;
};

void draw_image_choices(Ui& ui, ExportDialog& dialog, Choices& line, std::vector<Image> const& some)
{
    for (auto const& image : some) {
        auto const id = "export.image." + exchange::name_of(image);
        bool const on = dialog.order.images.contains(image);
        auto const word = exchange::brief_title_of(*ui.words, image);
        auto const full = exchange::title_of(*ui.words, dialog.doc, image);
        if (image.shows == Shows::matrix ? line.axis(id, image.number, full, on)
                                         : line.tick(id, word, on))
            flip(dialog.order.images, image);
    }
}

// The choice of pictures and sizes. Returns its bottom.
float draw_pictures(Ui& ui, ExportDialog& dialog, base::Rect const& area)
{
    auto const of = [&](auto&& which) {
        std::vector<Image> out;
        std::ranges::copy_if(dialog.images, std::back_inserter(out), which);
        return out;
    };
    float y = area.min.y;
    auto const line = [&](std::string_view key, std::vector<Image> const& some) {
        if (some.empty()) return;
        Choices choices(ui, {{area.min.x, y}, area.max}, ui.tr(key));
        draw_image_choices(ui, dialog, choices, some);
        y = choices.bottom() + ui.px(8);
    };
    line("export.views",
         of([](Image const& i) { return i.shows != Shows::matrix && i.shows != Shows::result; }));
    line("export.matrices", of([](Image const& i) { return i.shows == Shows::matrix; }));
    line("export.results", of([](Image const& i) { return i.shows == Shows::result; }));
    Choices sizes(ui, {{area.min.x, y}, area.max}, ui.tr("export.sizes"));
    for (auto const& [size, id, key] :
         {std::tuple{ImageSize::screen, "export.size.screen", "export.size.screen"},
          std::tuple{ImageSize::a3, "export.size.a3", "export.size.a3"}})
        if (sizes.tick(id, ui.tr(key), dialog.order.sizes.contains(size)))
            flip(dialog.order.sizes, size);
    if (dialog.order.sizes.empty()) dialog.order.sizes = {ImageSize::screen}; // at least one
    return sizes.bottom();
}

// An output: name, description, formats. True when one is selected.
bool draw_output(Ui& ui, ExportDialog& dialog, Output const& output, base::Rect const& row)
{
    auto const name = std::string(output.name);
    auto const& c = ui.color();
    float right = row.max.x - ui.px(inner);
    bool any = false;
    for (auto it = output.formats.rbegin(); it != output.formats.rend(); ++it) {
        auto const word = upper(exchange::ending_of(*it));
        auto const wide = tick_width(ui, word);
        std::pair const key{name, *it};
        bool const on = dialog.order.wanted.contains(key);
        any = any || on;
        base::Rect const box{{right - wide, row.center().y - ui.px(box_high / 2)},
                             {right, row.center().y + ui.px(box_high / 2)}};
        right = box.min.x - ui.px(gap);
        if (tick_box(ui, "export." + name + "." + std::string(exchange::ending_of(*it)), box, word,
                     on ? On::yes : On::no,
                     enabled_if(*it != exchange::Format::pdf || dialog.can_print)))
            flip(dialog.order.wanted, key);
    }
    base::Rect const tile{{row.min.x + ui.px(inner), row.center().y - ui.px(24)},
                          {row.min.x + ui.px(inner + 48), row.center().y + ui.px(24)}};
    fill(ui, tile, ui.px(12), any ? c.atint : c.sunken);
    draw_icon_at(ui, tile.center(), ui.px(26), any ? c.accent : c.ink2, icon_of(output));
    auto const left = tile.max.x + ui.px(16);
    bool const lacks_pdf = output.name == "report" && !dialog.can_print;
    auto const said = ui.tr(lacks_pdf ? "export.no_printer" : "output." + name + ".said");
    auto const room = right - left;
    auto const lines = paragraph_height(ui, type::meta, said, room) > ui.px(30) ? 2 : 1;
    float const top = row.center().y - ui.px(lines == 2 ? 37 : 25);
    draw_text_in(ui, {{left, top}, {right, top + ui.px(28)}}, type::h3, c.ink,
                 ui.tr("output." + name));
    draw_paragraph(ui, {left, top + ui.px(28)}, room, type::meta, c.ink2, said, 2);
    return any;
}

} // namespace

float tick_width(Ui const& ui, std::string const& word)
{
    return text_width(ui, type::strong, word) + ui.px(22 + 8 + 14 + 16);
}

bool tick_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& word, On on,
              Enabled enabled)
{
    auto const& c = ui.color();
    bool const yes = on == On::yes, may = enabled == Enabled::yes;
    auto const ink = !may ? c.ink3 : yes ? c.accent : c.ink2;
    auto const touched = touch(ui, id, box, word, enabled);
    probe_on(ui, id, on);
    fill(ui, box, ui.px(10), yes ? c.atint : touched.hovered || !may ? c.sunken : c.card);
    outline(ui, box, ui.px(10), yes ? c.aline : c.line2, ui.px(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(14 + 11), box.center().y}, ui.px(22), ink,
                 yes ? icon::check_box : icon::check_box_blank);
    draw_text_in(ui, {{box.min.x + ui.px(14 + 22 + 8), box.min.y}, box.max}, type::strong, ink,
                 word);
    if (touched.focused) focus_ring(ui, box, ui.px(10));
    return touched.clicked;
}

void draw_outputs(Ui& ui, ExportDialog& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    ScrollArea scroll(ui, "export.outputs", area, dialog.outputs);
    float y = scroll.top();
    std::optional<Output::Group> group;
    auto const right = area.max.x - ui.px(14); // left of the scroll bar
    for (auto const& output : exchange::outputs()) {
        bool const pictures = output.group == Output::Group::pictures;
        if (pictures && dialog.images.empty()) continue;
        if (group != output.group) {
            if (group) y += ui.px(10);
            group = output.group;
            draw_text_in(ui, {{area.min.x + ui.px(3), y}, {right, y + ui.px(28)}}, type::strong,
                         c.ink2, ui.tr(heading_of(output.group)));
            y += ui.px(36);
        }
        base::Rect const row{{area.min.x + ui.px(3), y}, {right, y + ui.px(row_high)}};
        bool const any = draw_output(ui, dialog, output, row);
        float bottom = row.max.y;
        if (pictures && any) {
            hairline_h(ui, row.min.x + ui.px(inner), row.max.x - ui.px(inner), bottom, c.line);
            bottom = draw_pictures(ui, dialog,
                                   {{row.min.x + ui.px(inner), bottom + ui.px(12)},
                                    {row.max.x - ui.px(inner), area.max.y}}) +
                     ui.px(16);
        }
        base::Rect const card{row.min, {row.max.x, bottom}};
        outline(ui, card, ui.px(14), any ? c.accent : c.line, any ? ui.px(2) : 1);
        y = bottom + ui.px(gap);
    }
    scroll.content_height(y - scroll.top());
}

} // namespace ui
