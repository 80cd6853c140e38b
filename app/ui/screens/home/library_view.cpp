#include "i18n/errors.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/screens/home/library_parts.h"
#include "wording/sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float library_gap = 26, card_height = 322, column_width = 236;
constexpr float with_folders = 1100; // minimum width for a folder column
constexpr std::size_t pictures_kept = 64;

bool is_chosen(HomeView const& view, Recent const& one)
{
    return std::ranges::find(view.chosen, one.path) != view.chosen.end();
}

void want_picture(HomeView& view, Recent const& one)
{
    if (std::ranges::find(view.pictures, one.path) != view.pictures.end()) return;
    view.pictures.push_back(one.path);
    view.pictures_wanted.push_back(one.path);
    if (view.pictures.size() <= pictures_kept) return;
    auto const& sessions = view.library.sessions();
    auto const it = std::ranges::find(sessions, view.pictures.front(), &Recent::path);
    if (it != sessions.end() && it->ended == Ended::cleanly)
        view.library.at(static_cast<std::size_t>(it - sessions.begin())).document.reset();
    view.pictures.pop_front();
}

void draw_steps_reached(Ui& ui, base::Vec2 at, float right, Recent const& one)
{
    auto const reached = std::min(static_cast<int>(one.step), 4);
    for (int i = 0; i < 5; ++i) {
        float const bar = at.x + ui.px(36) * static_cast<float>(i);
        fill(ui, {{bar, at.y}, {bar + ui.px(30), at.y + ui.px(8)}}, ui.px(4),
             i <= reached ? ui.color().accent : ui.color().line);
    }
    draw_text_in(ui, {{at.x + ui.px(190), at.y - ui.px(8)}, {right, at.y + ui.px(16)}},
                 type::legend, ui.color().ink2,
                 wording::step(*ui.words, static_cast<model::Step>(reached)));
}

// The check disc of a session.
void draw_choice(Ui& ui, HomeView& view, Recent const& one, std::string const& id,
                 base::Rect const& card)
{
    auto const& c = ui.color();
    bool const on = is_chosen(view, one);
    base::Vec2 const centre{card.max.x - ui.px(26), card.min.y + ui.px(26)};
    auto const box = base::grown({centre, centre}, ui.px(18));
    auto const press = touch(ui, id, box, ui.tr("home.choose"));
    probe_on(ui, id, on ? On::yes : On::no);
    bool const shows =
        on || press.hovered || press.focused || !view.chosen.empty() || pointer_over(ui, card);
    if (shows) {
        disc(ui, centre, ui.px(16), on ? c.accent : c.card);
        ring(ui, centre, ui.px(16), on ? c.accent : c.edge, ui.px(2));
        if (on) draw_icon_at(ui, centre, ui.px(22), c.onaccent, icon::check);
    }
    if (press.focused) focus_ring(ui, box, ui.px(18));
    if (press.hovered) tooltip(ui, box, ui.tr("home.choose"));
    if (!press.clicked) return;
    if (on)
        std::erase(view.chosen, one.path);
    else
        view.chosen.push_back(one.path);
}

std::optional<Wish> draw_card(Ui& ui, HomeView& view, base::Rect const& box, std::size_t position,
                              std::size_t index)
{
    auto const& one = view.library.sessions()[index];
    auto const& c = ui.color();
    auto const id = "home.recent." + std::to_string(position);
    auto const press = touch(ui, id, box, one.title);
    bool const on = is_chosen(view, one);
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = c.card,
                  .border = on              ? c.accent
                            : press.hovered ? c.edge
                                            : c.line,
                  .border_width = on ? ui.px(2) : 1,
                  .level = press.hovered ? Level::e2 : Level::e1});
    auto const found = view.searching() ? view.library.found_in(index).size() : 0;
    float const foot = box.max.y - ui.px(found > 0 ? 158 : 132);
    base::Rect const picture{box.min, {box.max.x, foot}};
    if (one.unreadable) {
        draw_icon_at(ui, {picture.center().x, picture.min.y + ui.px(54)}, ui.px(34), c.risk,
                     icon::warning_amber);
        draw_paragraph(ui, {box.min.x + ui.px(20), picture.min.y + ui.px(82)},
                       box.width() - ui.px(40), type::meta, c.ink2,
                       i18n::sentence(*ui.words, *one.unreadable), 4, Align::centre);
    } else if (one.document) {
        draw_thumbnail(ui, picture, *one.document);
    } else {
        want_picture(view, one);
    }
    hairline_h(ui, box.min.x, box.max.x, foot, c.line);
    float const x = box.min.x + ui.px(20), right = box.max.x - ui.px(20);
    draw_text_in(ui, {{x, foot + ui.px(14)}, {right - ui.px(40), foot + ui.px(46)}}, type::h2,
                 c.ink, one.title);
    if (!one.unreadable) {
        draw_text_in(ui, {{x, foot + ui.px(46)}, {right, foot + ui.px(72)}}, type::text, c.ink2,
                     wording::recent(*ui.words, one.place, one.changed_ms, one.cases.size()));
        draw_steps_reached(ui, {x, foot + ui.px(92)}, right, one);
    }
    if (found > 0) {
        auto const said = ui.trn("home.found", static_cast<std::int64_t>(found));
        draw_icon_at(ui, {x + ui.px(9), foot + ui.px(132)}, ui.px(18), c.accent, icon::search);
        draw_text_in(ui, {{x + ui.px(26), foot + ui.px(120)}, {right, foot + ui.px(144)}},
                     type::legend, c.accent, said);
        probe_value(ui, id, said);
    }
    if (press.focused) focus_ring(ui, box, ui.px(18));
    draw_choice(ui, view, one, id + ".choose", box);
    base::Rect const more{{box.max.x - ui.px(54), foot + ui.px(8)},
                          {box.max.x - ui.px(10), foot + ui.px(52)}};
    if (icon_button(ui, id + ".menu", more, icon::more_vert, ui.tr("home.recent.menu")))
        view.menu = one.path;
    else if (press.clicked)
        return OpenSession{one.path, Access::edit};
    if (view.menu != one.path) return std::nullopt;
    return draw_session_menu(ui, view, more, one);
}

// "7 sur 48 parlent de « fuites »"; without a query, the count.
std::string counted(Ui const& ui, HomeView const& view, std::size_t shown)
{
    auto const all = static_cast<std::int64_t>(view.library.sessions().size());
    if (view.searching())
        return ui.tr("home.answering", ui.words->number(static_cast<std::int64_t>(shown)),
                     ui.words->number(all), view.filter.query);
    if (static_cast<std::int64_t>(shown) != all)
        return ui.tr("home.of_all", ui.words->number(static_cast<std::int64_t>(shown)),
                     ui.words->number(all));
    return all == 0 ? std::string() : ui.words->number(all);
}

} // namespace

std::optional<Wish> draw_library(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& row,
                                 base::Rect const& sight, float& y)
{
    std::optional<Wish> wish;
    auto const& shown = view.library.shown(view.filter, now_ms);
    auto const wide =
        draw_text(ui, {row.min.x, row.min.y}, type::h1, ui.color().ink, ui.tr("home.recent"));
    auto const every = ui.tr("home.all");
    ButtonLook const quiet{.rank = Rank::quiet, .icon_right = icon::arrow_forward};
    base::Rect const all{{row.max.x - button_width(ui, every, quiet), row.min.y - ui.px(2)},
                         {row.max.x, row.min.y + ui.px(46)}};
    auto const line = view.library.reading() && view.library.sessions().empty()
                          ? ui.tr("home.reading")
                          : counted(ui, view, shown.size());
    draw_text_in(ui,
                 {{row.min.x + wide + ui.px(18), row.min.y + ui.px(6)},
                  {all.min.x - ui.px(12), row.min.y + ui.px(42)}},
                 type::text, ui.color().ink2, line);
    touch(ui, "home.counted", {row.min, {all.min.x - ui.px(12), row.min.y + ui.px(44)}}, line,
          Enabled::yes, Role::area);
    if (button(ui, "home.all", all, every, quiet)) wish = ChooseFile{FileUse::open};
    y = row.min.y + ui.px(64);
    bool const folders = row.width() >= ui.px(with_folders);
    float const left = row.min.x + (folders ? ui.px(column_width + library_gap) : 0);
    if (folders) draw_folders(ui, view, {{row.min.x, y}, {row.min.x + ui.px(column_width), y}});
    if (!view.library.sessions().empty()) y += draw_filters(ui, view, {{left, y}, {row.max.x, y}});
    if (shown.empty() && !view.library.reading()) {
        auto const none =
            ui.tr(view.library.sessions().empty() ? "home.recent.none" : "home.filter.none");
        y += draw_paragraph(ui, {left, y}, row.max.x - left, type::text, ui.color().ink2, none);
    }
    // As many columns as readable; draws visible rows and one before and after.
    float const room = row.max.x - left;
    auto const fit = static_cast<int>((room + ui.px(library_gap)) / ui.px(360 + library_gap));
    auto const columns = static_cast<std::size_t>(std::clamp(fit, 1, 4));
    auto const across = static_cast<float>(columns);
    float const width = (room - ui.px(library_gap) * (across - 1)) / across;
    float const pitch = ui.px(card_height + library_gap);
    auto const rows = (shown.size() + columns - 1) / columns;
    auto const above = std::max(0.0F, (sight.min.y - y) / pitch - 1);
    auto const first = std::min(rows, static_cast<std::size_t>(above));
    auto const last = std::min(rows, first + 3 + static_cast<std::size_t>(sight.height() / pitch));
    for (auto i = first * columns; i < std::min(shown.size(), last * columns); ++i) {
        float const x = left + static_cast<float>(i % columns) * (width + ui.px(library_gap));
        float const top = y + static_cast<float>(i / columns) * pitch;
        if (auto asked =
                draw_card(ui, view, {{x, top}, {x + width, top + ui.px(card_height)}}, i, shown[i]))
            wish = std::move(asked);
    }
    y += static_cast<float>(rows) * pitch;
    if (folders) {
        float const column = row.min.y + ui.px(64 + 44 + 46) +
                             ui.px(46) * static_cast<float>(view.library.folders().size() + 4);
        y = std::max(y, column);
    }
    return wish;
}

} // namespace ui
