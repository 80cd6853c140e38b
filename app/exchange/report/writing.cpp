#include "exchange/report/writing.h"

#include "analysis/common/merged.h"
#include "base/base64.h"
#include "pictures/outcomes.h"
#include "pictures/svg.h"
#include "wording/decisions.h"

#include <algorithm>
#include <sstream>

namespace exchange {
namespace {

using base::Rect;

// Widths in CSS pixels: of the text area of A4, and of a phone.
constexpr float wide = 700, wide_unit = 0.62F;
constexpr float narrow = 320, narrow_height = 250, narrow_unit = 0.5F;
// Margins around a matrix, in design pixels: see whole_matrix.h.
constexpr float left_of = 86, above = 38, below = 54, right_of = 4;
// Labels of a matrix; more would hide each other.
constexpr std::size_t names_most = 40;

} // namespace

std::string data_address(std::string_view type, std::string_view bytes)
{
    return "data:" + std::string(type) + ";base64," + base::base64(bytes);
}

bool Writing::tells_of(model::CaseId id) const
{
    return shows(ReportPart::aside) || !analysis::is_aside(doc, id);
}

void Writing::section(std::string_view name, std::function<void()> const& write)
{
    contents_.emplace_back(name);
    auto const id = std::string(name);
    auto const whole = page.in("section", {{"aria-labelledby", "t-" + id}, {"class", id}});
    page.ours("h2", word(id + ".title"), {{"id", "t-" + id}});
    write();
}

void Writing::paragraph(std::string_view text, std::string_view looks)
{
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            page.ours("p", line,
                      looks.empty() ? Attributes{} : Attributes{{"class", std::string(looks)}});
}

void Writing::list(std::vector<std::string> const& sentences)
{
    if (sentences.empty()) return;
    auto const all = page.in("ul");
    for (auto const& one : sentences) page.ours("li", one);
}

void Writing::table(std::string const& caption, std::vector<Column> const& columns,
                    std::function<void()> const& rows)
{
    // A wide table scrolls in its own box, also by keyboard.
    auto const around =
        page.in("section", {{"class", "wide"}, {"tabindex", "0"}, {"aria-label", caption}});
    auto const whole = page.in("table");
    page.ours("caption", caption);
    {
        auto const head = page.in("thead");
        auto const row = page.in("tr");
        for (auto const& column : columns) {
            Attributes attributes{{"scope", "col"}};
            if (column.of == Column::Of::numbers) attributes.emplace_back("class", "n");
            page.ours("th", column.head, attributes);
        }
    }
    auto const body = page.in("tbody");
    rows();
}

void Writing::cell_names_row(std::string_view text) { page.theirs("th", text, {{"scope", "row"}}); }

void Writing::drawn(pictures::List const& list, Rect const& view, std::string const& title,
                    std::string const& description, std::string_view looks)
{
    pictures::SvgPage svg;
    svg.view = view;
    svg.title = title;
    svg.description = description;
    svg.prefix = "p" + std::to_string(++pictures_);
    auto const made =
        pictures::svg(list, svg, [this](unsigned code) { return means_.fonts.icon(code); });
    if (options.pictures == ReportOptions::Pictures::images) {
        page.empty("img", {{"src", data_address("image/svg+xml", made)},
                           {"alt", title},
                           {"class", std::string(looks)},
                           {"width", std::to_string(static_cast<int>(view.width()))},
                           {"height", std::to_string(static_cast<int>(view.height()))}});
        return;
    }
    auto const around = page.in("div", {{"class", std::string(looks)}});
    page.markup(made);
}

void Writing::matrix(Picture const& picture)
{
    auto const one = page.in("figure");
    auto draw = [&](float width, float height, float unit, pictures::Names names,
                    std::string_view looks) {
        auto const measure = means_.fonts.at(unit);
        pictures::Means const means{means_.palette, words, *measure, unit};
        Rect const box{{left_of * unit, above * unit}, {width - right_of * unit, height}};
        drawn(picture.draw(means, box, names), {{0, 0}, {width, height + below * unit}},
              picture.title, picture.description, looks);
    };
    bool const named = picture.names <= names_most;
    draw(wide, picture.height, wide_unit, named ? pictures::Names::shown : pictures::Names::none,
         "picture");
    if (options.pictures == ReportOptions::Pictures::drawn)
        draw(narrow, narrow_height, narrow_unit, pictures::Names::none, "picture small");
    page.ours("figcaption", picture.legend);
}

void Writing::square(pictures::List const& list, float side, std::string const& title,
                     std::string_view looks)
{
    drawn(list, {{0, 0}, {side, side}}, title, {}, looks);
}

void Writing::icon(unsigned code)
{
    auto const outline = means_.fonts.icon(code);
    if (outline.empty() || options.pictures == ReportOptions::Pictures::images) return;
    page.markup("<svg class=\"icon\" viewBox=\"0 0 1 1\" aria-hidden=\"true\" focusable=\"false\">"
                "<path d=\"" +
                outline + "\"/></svg>");
}

void write_verdict(Writing& w, model::Verdict verdict)
{
    using pictures::Outcome;
    auto const outcome = verdict == model::Verdict::launch       ? Outcome::launch
                         : verdict == model::Verdict::safeguards ? Outcome::safeguard
                         : verdict == model::Verdict::later      ? Outcome::later
                                                                 : Outcome::set_aside;
    auto const named =
        w.page.in("span", {{"class", "verdict " + std::string(base::name_of(verdict))}});
    if (verdict != model::Verdict::none) w.icon(pictures::look_of({}, outcome).icon);
    w.page.text(wording::verdict(w.words, verdict));
}

} // namespace exchange
