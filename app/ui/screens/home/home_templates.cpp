#include "i18n/errors.h"
#include "pictures/matrix_picture.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/home/home_view.h"
#include "wording/sessions.h"

#include <algorithm>
#include <array>

// The templates on the start screen.
namespace ui {
namespace {

constexpr float gap = 26, small_gap = 14;
constexpr float card_least = 330; // width in which the texts of a small card fit
constexpr float small_height = 86;

struct Shipped {
    std::string_view id, name, title, line;
    unsigned icon = 0; // of a small card; 0: a large one with a picture
};
constexpr std::array offers{
    Shipped{"home.new.axes", "huit-axes", "home.template.axes", "home.template.axes.line"},
    Shipped{"home.new.simple", "simple", "home.template.simple", "home.template.simple.line"},
    Shipped{"home.new.budget", "budget-participatif", "home.template.budget",
            "home.template.budget.line", icon::how_to_vote},
    Shipped{"home.new.retrospective", "retrospective", "home.template.retrospective",
            "home.template.retrospective.line", icon::replay},
    Shipped{"home.new.priorities", "priorisation", "home.template.priorities",
            "home.template.priorities.line", icon::scatter_plot}};

// A decorative picture: eight small matrices, or one.
void draw_template_picture(Ui& ui, base::Rect const& box, bool eight)
{
    int const across = eight ? 4 : 1, down = eight ? 2 : 1;
    float const space = ui.px(8);
    float const width =
        (box.width() - space * static_cast<float>(across - 1)) / static_cast<float>(across);
    float const height =
        (box.height() - space * static_cast<float>(down - 1)) / static_cast<float>(down);
    for (int i = 0; i < across * down; ++i) {
        int const row = i / across;
        base::Vec2 const at{box.min.x + static_cast<float>(i % across) * (width + space),
                            box.min.y + static_cast<float>(row) * (height + space)};
        pictures::Matrix const matrix{{at, {at.x + width, at.y + height}}, ui.px(2)};
        draw_picture(ui, [&](auto& pen) { pictures::draw_quadrants(pen, matrix, pen.px(6)); });
        int const place = i + 1;
        for (int dot = 0; dot < 6; ++dot) {
            auto const opportunity = 300 + (dot * 397 + i * 211) % 620,
                       risk = 90 + (dot * 283 + i * 157) % 760;
            disc(ui, matrix.at(opportunity, risk), ui.px(eight ? 4 : 9),
                 eight ? ui.color().ax.at(hue_of(place)) : ui.color().ink);
        }
        if (eight) draw_axis_badge(ui, at, ui.px(22), place);
    }
}

// With a picture; the advised one is marked. True when pressed.
bool draw_large(Ui& ui, base::Rect const& box, Shipped const& offer)
{
    auto const& c = ui.color();
    bool const advised = offer.name == "huit-axes";
    auto const title = ui.tr(offer.title);
    auto const press = touch(ui, offer.id, box, title);
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = c.card,
                  .border = advised         ? c.accent
                            : press.hovered ? c.edge
                                            : c.line,
                  .border_width = advised ? ui.px(2) : 1,
                  .level = press.hovered ? Level::e2 : Level::e1});
    float const foot = box.max.y - ui.px(100);
    base::Rect const picture{{box.min.x + ui.px(14), box.min.y + ui.px(14)},
                             {box.max.x - ui.px(14), foot - ui.px(12)}};
    draw_template_picture(ui, picture, advised);
    hairline_h(ui, box.min.x, box.max.x, foot, c.line);
    float const left = box.min.x + ui.px(20), right = box.max.x - ui.px(20);
    draw_text_in(ui, {{left, foot + ui.px(16)}, {right, foot + ui.px(48)}}, type::h2, c.ink, title);
    draw_text_in(ui, {{left, foot + ui.px(50)}, {right, foot + ui.px(78)}}, type::text, c.ink2,
                 ui.tr(offer.line));
    if (advised) {
        auto const word = ui.tr("home.advised");
        float const w = text_width(ui, type::strong, word) + ui.px(28);
        // beside the title, or on the picture where there is no room
        bool const beside = text_width(ui, type::h2, title) + w + ui.px(52) <= box.width();
        float const top = beside ? foot + ui.px(16) : box.min.y + ui.px(22);
        base::Rect const pill{{right - w, top}, {right, top + ui.px(32)}};
        fill(ui, pill, pill.height() / 2, c.card); // opaque
        fill(ui, pill, pill.height() / 2, c.atint);
        draw_text_in(ui, pill, type::strong, c.accent, word, Align::centre);
    }
    if (press.focused) focus_ring(ui, box, ui.px(18));
    return press.clicked;
}

struct Small {
    std::string id, title, line;
    unsigned icon = 0;
    Enabled enabled = Enabled::yes;
    board::Color ink; // of the line
    float right = 0;  // kept free, for a button
};

// An icon, a title and a line below it. True when pressed.
bool draw_small(Ui& ui, base::Rect const& box, Small const& what)
{
    auto const& c = ui.color();
    auto const press = touch(ui, what.id, box, what.title, what.enabled);
    draw_surface(ui, box,
                 {.radius = ui.px(16),
                  .fill = c.card,
                  .border = press.hovered ? c.edge : c.line,
                  .border_width = 1,
                  .level = press.hovered ? Level::e2 : Level::e1});
    float const y = box.center().y, side = ui.px(44);
    base::Rect const tile{{box.min.x + ui.px(18), y - side / 2},
                          {box.min.x + ui.px(18) + side, y + side / 2}};
    fill(ui, tile, ui.px(12), c.sunken);
    draw_icon_at(ui, tile.center(), ui.px(26), c.ink2, what.icon);
    float const x = tile.max.x + ui.px(16), right = box.max.x - ui.px(14) - what.right;
    draw_listed(ui, {{x, y - ui.px(30)}, {right, y}}, type::h3, c.ink, what.title);
    draw_listed(ui, {{x, y + ui.px(1)}, {right, y + ui.px(27)}}, type::legend, what.ink, what.line);
    if (press.focused) focus_ring(ui, box, ui.px(16));
    return press.clicked;
}

// The contents of a template of the user, or why it cannot be used.
std::string line_of(Ui const& ui, OwnTemplate const& own)
{
    if (own.unreadable) return i18n::sentence(*ui.words, *own.unreadable);
    auto axes = ui.trn("home.own.axes", static_cast<std::int64_t>(own.axes));
    if (own.votes == 0) return axes;
    return axes + " · " + ui.trn("home.own.votes", static_cast<std::int64_t>(own.votes));
}

// Three in a row, or as many as fit. Returns the bottom.
float draw_own(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& area,
               std::optional<Wish>& wish)
{
    int const across = std::clamp(static_cast<int>(area.width() / ui.px(card_least)), 1, 3);
    float const width =
        (area.width() - ui.px(gap) * static_cast<float>(across - 1)) / static_cast<float>(across);
    float const height = ui.px(small_height), pitch = height + ui.px(16);
    draw_text(ui, area.min, type::h3, ui.color().ink2, ui.tr("home.own"));
    float const top = area.min.y + ui.px(40);
    int at = 0;
    for (auto const& own : view.templates) {
        int const row = at / across, column = at % across;
        base::Vec2 const corner{area.min.x + static_cast<float>(column) * (width + ui.px(gap)),
                                top + static_cast<float>(row) * pitch};
        ++at;
        base::Rect const box{corner, {corner.x + width, corner.y + height}};
        auto const id = "home.own." + own.name;
        auto const line = line_of(ui, own);
        bool const bad = own.unreadable.has_value();
        bool const pressed =
            draw_small(ui, box,
                       {id, own.title, line, bad ? icon::warning_amber : icon::dashboard_customize,
                        enabled_if(!bad), bad ? ui.color().risk : ui.color().ink2, ui.px(44)});
        base::Rect const bin{{box.max.x - ui.px(52), box.center().y - ui.px(22)},
                             {box.max.x - ui.px(8), box.center().y + ui.px(22)}};
        if (icon_button(ui, id + ".trash", bin, icon::delete_outline, ui.tr("home.own.trash")))
            view.errands.emplace_back(TrashTemplate{own.path});
        else if (pressed)
            wish = NewSession{own.name, wording::dated_title(*ui.words, now_ms)};
        if (bad) {
            auto const over = touch(ui, id + ".why", box, line, Enabled::yes, Role::area);
            if (over.hovered) tooltip(ui, box, line);
        }
    }
    int const rows = (at + across - 1) / across;
    return top + static_cast<float>(rows) * pitch - ui.px(16);
}

} // namespace

float draw_templates(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& area,
                     std::optional<Wish>& wish)
{
    float const third = (area.width() - 2 * ui.px(gap)) / 3;
    // The small cards are a third column, or rows below.
    bool const beside = third >= ui.px(card_least);
    float const column = beside ? third : (area.width() - ui.px(gap)) / 2;
    float const small = beside ? (area.height() - 2 * ui.px(small_gap)) / 3 : ui.px(small_height);
    float x = area.min.x, y = beside ? area.min.y : area.max.y + ui.px(small_gap);
    for (auto const& offer : offers) {
        bool pressed = false;
        if (offer.icon == 0) {
            pressed = draw_large(ui, {{x, area.min.y}, {x + column, area.max.y}}, offer);
            x += column + ui.px(gap);
        } else {
            float const left = beside ? x : area.min.x;
            pressed = draw_small(ui, {{left, y}, {area.max.x, y + small}},
                                 {std::string(offer.id), ui.tr(offer.title), ui.tr(offer.line),
                                  offer.icon, Enabled::yes, ui.color().ink2});
            y += small + ui.px(small_gap);
        }
        if (pressed)
            wish = NewSession{std::string(offer.name), wording::dated_title(*ui.words, now_ms)};
    }
    float const foot = beside ? area.max.y : y - ui.px(small_gap);
    if (view.templates.empty()) return foot;
    return draw_own(ui, view, now_ms, {{area.min.x, foot + ui.px(24)}, area.max}, wish);
}

} // namespace ui
