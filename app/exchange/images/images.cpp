#include "exchange/images/images.h"

#include "analysis/common/in_use.h"
#include "analysis/estimates/cloud.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "exchange/images/image_parts.h"
#include "exchange/images/png.h"
#include "model/turnout.h"
#include "pictures/chips.h"
#include "pictures/matrix_picture.h"
#include "pictures/pareto.h"
#include "pictures/svg.h"
#include "pictures/whole_matrix.h"
#include "wording/placements.h"
#include "wording/votes/method_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace exchange {
namespace {

using base::Rect;
using pictures::List;
using pictures::Pen;

constexpr std::array<std::pair<Shows, char const*>, 6> names{{{Shows::board, "board"},
                                                              {Shows::overview, "overview"},
                                                              {Shows::pareto, "pareto"},
                                                              {Shows::order, "order"},
                                                              {Shows::matrix, "matrix"},
                                                              {Shows::result, "result"}}};
constexpr bool numbered(Shows shows) { return shows == Shows::matrix || shows == Shows::result; }

model::AxisId axis_at(model::Document const& doc, int place)
{
    for (auto id : analysis::active_axes(doc))
        if (model::get<model::Axis>(doc, id).place == place) return id;
    return {};
}

model::RoundId vote_at(model::Document const& doc, int number)
{
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (model::is_vote(round) && round.number == number) return id;
    return {};
}

bool anything_placed(model::Document const& doc)
{
    return !model::table<model::Placement>(doc).empty();
}

void append(List& to, List const& what)
{
    to.items.insert(to.items.end(), what.items.begin(), what.items.end());
}

constexpr float margin = 60, head_room = 136; // design pixels

// The title of the picture, above it that of the session.
void draw_head(Pen& pen, model::Document const& doc, Image const& image, Rect const& page)
{
    auto const& c = pen.color();
    auto const px = [&](float v) { return pen.px(v); };
    float x = page.min.x + px(margin);
    auto const title_line = Rect{{x, page.min.y + px(36)}, {page.max.x - px(margin), px(84)}};
    auto line = title_line;
    if (image.shows == Shows::matrix) {
        Rect const badge{{x, line.min.y + px(2)}, {x + px(44), line.min.y + px(46)}};
        auto const hue = pictures::hue_of(image.number);
        pen.fill(badge, px(12), c.ax.at(hue));
        pictures::draw_number(pen, badge.center(), pictures::type::rank, c.axt.at(hue),
                              std::to_string(image.number));
        line.min.x += px(60);
    }
    auto title = title_of(pen.words, doc, image);
    if (image.shows == Shows::matrix)
        title = wording::axis_name(model::get<model::Axis>(doc, axis_at(doc, image.number)));
    pen.text_in(line, pictures::type::h1, c.ink, title);
    pen.text_in({{x, page.min.y + px(88)}, {page.max.x - px(margin), page.min.y + px(114)}},
                pictures::type::body, c.ink2, model::get<model::Profile>(doc).title);
}

void draw_matrix(Pen& pen, List& list, model::Document const& doc, int place, Rect const& body)
{
    auto const id = axis_at(doc, place);
    auto const px = [&](float v) { return pen.px(v); };
    Rect const box{{body.min.x + px(84), body.min.y + px(36)},
                   {body.max.x, body.max.y - px(50) - px(24)}};
    append(list, pictures::axis_picture(pen, doc, id, box));
    auto const clouds = analysis::all_clouds(doc, id);
    pictures::Legend legend;
    legend.clouds =
        clouds.empty() ? pictures::Legend::Clouds::none : pictures::Legend::Clouds::shown;
    pictures::draw_legend(pen, legend, {{body.min.x, body.max.y - px(24)}, body.max},
                          model::get<model::Axis>(doc, id));
}

void draw_pareto(Pen& pen, List& list, model::Document const& doc, Rect const& body)
{
    auto const px = [&](float v) { return pen.px(v); };
    auto const ranking = analysis::rank_cases(doc);
    Rect const box{{body.min.x, body.min.y + px(40)}, {body.max.x, body.max.y - px(66)}};
    append(list, pictures::pareto_picture(pen, doc, ranking, box));
    pictures::draw_pareto_legend(pen, {{body.min.x, body.max.y - px(28)}, body.max});
}

} // namespace

std::vector<Image> images_of(model::Document const& doc)
{
    std::vector<Image> out;
    if (!analysis::visible_cases(doc).empty() || !model::table<model::Annotation>(doc).empty())
        out.push_back({Shows::board, 0});
    if (analysis::visible_cases(doc).empty()) return out;
    auto const axes = analysis::active_axes(doc);
    if (anything_placed(doc)) {
        out.push_back({Shows::overview, 0});
        out.push_back({Shows::pareto, 0});
        out.push_back({Shows::order, 0});
    }
    std::vector<int> places, votes;
    for (auto id : axes) places.push_back(model::get<model::Axis>(doc, id).place);
    for (auto place : places) out.push_back({Shows::matrix, place});
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (model::is_vote(round) && analysis::shows_a_result(doc, id))
            votes.push_back(round.number);
    std::ranges::sort(votes);
    for (auto vote : votes) out.push_back({Shows::result, vote});
    return out;
}

std::string name_of(Image const& image)
{
    for (auto const& [shows, name] : names)
        if (shows == image.shows)
            return numbered(shows) ? std::string(name) + ":" + std::to_string(image.number) : name;
    return {};
}

std::optional<Image> image_from_name(std::string_view name)
{
    auto const colon = name.find(':');
    auto const word = name.substr(0, colon);
    for (auto const& [shows, known] : names) {
        if (word != known) continue;
        if (numbered(shows) != (colon != std::string_view::npos)) return std::nullopt;
        if (!numbered(shows)) return Image{shows, 0};
        auto const digits = name.substr(colon + 1);
        int number = 0;
        auto const [end, failed] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (failed != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
        return Image{shows, number};
    }
    return std::nullopt;
}

std::string brief_title_of(i18n::Catalogue const& words, Image const& image)
{
    for (auto const& [shows, name] : names)
        if (shows == image.shows) return words.text("picture." + std::string(name), image.number);
    return {};
}

std::string title_of(i18n::Catalogue const& words, model::Document const& doc, Image const& image)
{
    auto const brief = brief_title_of(words, image);
    std::string said;
    if (image.shows == Shows::matrix)
        said = wording::axis_name(model::get<model::Axis>(doc, axis_at(doc, image.number)));
    if (image.shows == Shows::result)
        said = wording::question(words, model::get<model::Round>(doc, vote_at(doc, image.number)));
    if (image.shows == Shows::pareto) return words.text("picture.pareto.title");
    return said.empty() ? brief : words.text("picture.named", brief, said);
}

Paper paper_of(ImageSize size)
{
    constexpr float design = 1920;
    if (size == ImageSize::screen) return {{{0, 0}, {3840, 2160}}, 2, 0};
    return {{{0, 0}, {4961, 3508}}, 4961 / design, 300};
}

List draw_image(Studio const& studio, model::Document const& doc, Image const& image,
                Paper const& paper)
{
    auto const measure = studio.fonts.at(paper.unit);
    pictures::Means const means{studio.palette, studio.words, *measure, paper.unit};
    List list;
    Pen pen(means, list);
    draw_head(pen, doc, image, paper.page);
    Rect const body{{paper.page.min.x + pen.px(margin), paper.page.min.y + pen.px(head_room)},
                    {paper.page.max.x - pen.px(margin), paper.page.max.y - pen.px(40)}};
    switch (image.shows) {
    case Shows::board: draw_board(pen, *studio.fonts.at(1), doc, studio.raised, body); break;
    case Shows::overview: draw_overview(pen, doc, body); break;
    case Shows::pareto: draw_pareto(pen, list, doc, body); break;
    case Shows::order: draw_order(pen, doc, body); break;
    case Shows::matrix: draw_matrix(pen, list, doc, image.number, body); break;
    case Shows::result: draw_result(pen, doc, vote_at(doc, image.number), body); break;
    }
    return list;
}

base::Result<std::string> image_bytes(Studio const& studio, model::Document const& doc,
                                      Image const& image, ImageSize size, ImageFormat format)
{
    auto const there = images_of(doc);
    if (std::ranges::find(there, image) == there.end())
        return base::fail(base::Errc::not_found, "picture.none", name_of(image));
    auto const paper = paper_of(size);
    auto const list = draw_image(studio, doc, image, paper);
    if (format == ImageFormat::svg) {
        pictures::SvgPage page;
        page.view = paper.page;
        page.title = title_of(studio.words, doc, image);
        page.description = model::get<model::Profile>(doc).title;
        page.language = studio.words.language() == i18n::Language::english ? "en" : "fr";
        page.ground = studio.palette.paper;
        return pictures::svg(list, page, [&](unsigned code) { return studio.fonts.icon(code); });
    }
    auto const pixels = raster(list, paper.page, studio.palette.paper, studio.fonts);
    if (!pixels) return base::fail(pixels.error());
    return png(*pixels, paper.dots_per_inch);
}

} // namespace exchange
