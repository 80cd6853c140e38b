#include "pictures/names.h"

#include "analysis/similarity/short_title.h"

#include <algorithm>
#include <string_view>

namespace pictures {
namespace {

constexpr std::string_view after_number = "\u00A0\u00A0";

LineWidths lines_of(Measure const& measure, std::string_view text)
{
    std::vector<float> words;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = word_end(text, at);
        if (end > at) words.push_back(measure.width(name_type, text.substr(at, end - at)) + 1);
        at = end + 1;
    }
    return even_lines(words, measure.width(name_type, " "));
}

std::string words_of(ChipName const& name, NameShape const& shape)
{
    auto const& words = shape.words == NameShape::Words::brief ? name.brief.text : name.title;
    if (shape.begins == NameShape::Begins::plainly) return words;
    return name.number + std::string(after_number) + words;
}

} // namespace

Brief brief_of(model::Case const& one)
{
    if (!one.short_title.empty()) return {one.short_title, Brief::By::person};
    return {analysis::proposed_short_title(one.title), Brief::By::rule};
}

ChipName name_of(Measure const& measure, float unit, model::Case const& one)
{
    ChipName name{std::to_string(one.number), one.title, brief_of(one), {}};
    if (name.brief.text.size() >= name.title.size()) name.brief = {};
    NameWidths widths;
    auto numbered = [&](std::string const& words) {
        return lines_of(measure, name.number + std::string(after_number) + words);
    };
    widths.title = lines_of(measure, name.title);
    widths.numbered = numbered(name.title);
    if (!name.brief.text.empty()) {
        widths.brief = lines_of(measure, name.brief.text);
        widths.brief_numbered = numbered(name.brief.text);
    }
    name.shapes = shapes_of(widths, line_height(name_type, unit), unit);
    return name;
}

void draw_name(Pen& pen, ChipName const& name, LabelPlace const& place, Color color)
{
    if (!place.shown || place.shape >= name.shapes.size()) return;
    auto const& shape = name.shapes[place.shape];
    auto const align = place.side == NameSide::right  ? Align::left
                       : place.side == NameSide::left ? Align::right
                                                      : Align::centre;
    bool const proposed =
        shape.words == NameShape::Words::brief && name.brief.by == Brief::By::rule;
    pen.paragraph({place.box.min.x, place.box.min.y - pen.px(above_ink)}, place.box.width() + 1,
                  name_type, proposed ? board::faded(color, 0.75F) : color, words_of(name, shape),
                  3, align);
}

void draw_name_leader(Pen& pen, LabelPlace const& place, Color color)
{
    if (place.shown && place.leader)
        pen.line(place.leader->from, place.leader->to, color, pen.snap(1.5F));
}

} // namespace pictures
