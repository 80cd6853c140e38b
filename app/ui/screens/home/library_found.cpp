#include "pictures/outcomes.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/screens/home/library_parts.h"
#include "wording/decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ui {
namespace {

constexpr std::size_t most_listed = 40, most_sessions = 12;

// "vu dans 3 lieux" if each has a place, else the number of sessions.
std::string seen_in(Ui const& ui, FoundCase const& one)
{
    std::set<std::string> places;
    bool all = true;
    for (auto const& in : one.in) all = all && places.insert(in.place).second && !in.place.empty();
    return ui.trn(all ? "home.seen.places" : "home.seen.sessions",
                  static_cast<std::int64_t>(one.in.size()));
}

// A session that has the case. Returns its right end.
float draw_in(Ui& ui, FoundCase::In const& in, std::string const& id, base::Rect const& card,
              float y, std::optional<Wish>& wish)
{
    auto const& c = ui.color();
    base::Rect const row{{card.min.x + ui.px(8), y}, {card.max.x - ui.px(8), y + ui.px(56)}};
    auto const name = in.place.empty() ? in.session : in.place;
    auto const decided = wording::verdict(*ui.words, in.verdict);
    auto const press = touch(ui, id, row, in.session + " · " + decided);
    if (press.hovered) fill(ui, row, ui.px(10), c.sunken);
    if (press.focused) focus_ring(ui, row, ui.px(10));
    if (press.clicked) wish = OpenSession{in.path, Access::edit};
    float right = row.max.x - ui.px(8);
    if (in.verdict == model::Verdict::none) {
        auto const said = ui.tr("home.undecided");
        float const wide = text_width(ui, type::legend, said);
        draw_text_in(ui, {{right - wide - 1, row.min.y}, {right, row.max.y}}, type::legend, c.ink3,
                     said);
        right -= wide;
    } else {
        float const wide = decision_width(ui, decided);
        draw_decision(ui, {right - wide, row.center().y}, pictures::outcome_of(in.verdict), decided,
                      36);
        right -= wide;
    }
    float const x = row.min.x + ui.px(8);
    draw_text_in(ui, {{x, row.min.y + ui.px(4)}, {right - ui.px(8), row.min.y + ui.px(30)}},
                 type::strong, c.ink, name);
    draw_text_in(ui, {{x, row.min.y + ui.px(29)}, {right - ui.px(8), row.max.y - ui.px(3)}},
                 type::meta, c.ink2, ui.words->date(in.changed_ms));
    return row.max.y;
}

} // namespace

std::optional<Wish> draw_found(Ui& ui, HomeView& view, base::Rect const& area)
{
    std::optional<Wish> wish;
    auto const& c = ui.color();
    auto const inner = draw_panel(ui, area);
    auto const& found = view.found.found();
    draw_text_in(ui, {inner.min, {inner.max.x - ui.px(70), inner.min.y + ui.px(32)}}, type::h2,
                 c.ink, ui.tr("home.found.title"));
    auto const count = ui.words->number(static_cast<std::int64_t>(found.size()));
    draw_pill(ui, {inner.max.x - pill_width(ui, count), inner.min.y + ui.px(16)}, count);
    base::Rect const list{{inner.min.x - ui.px(6), inner.min.y + ui.px(48)},
                          {inner.max.x + ui.px(6), inner.max.y - ui.px(64)}};
    {
        ScrollArea scroll(ui, "home.found", list, view.panel_scroll);
        float y = scroll.top() + ui.px(4);
        float const top = y;
        if (found.empty() && !view.found.waits() && !view.library.reading())
            y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, c.ink2,
                                ui.tr("home.found.none"));
        for (std::size_t i = 0; i < std::min(found.size(), most_listed); ++i) {
            auto const& one = found[i];
            auto const shown = std::min(one.in.size(), most_sessions);
            float const title =
                paragraph_height(ui, type::h3, one.title, inner.width() - ui.px(32), 3);
            bool const several = one.in.size() > 1;
            float const height =
                title + ui.px(several ? 44 : 0) + ui.px(56) * static_cast<float>(shown) + ui.px(24);
            base::Rect const card{{inner.min.x, y}, {inner.max.x, y + height}};
            if (card.max.y >= list.min.y && card.min.y <= list.max.y) {
                draw_surface(ui, card,
                             {.radius = ui.px(14),
                              .fill = c.card,
                              .border = c.line,
                              .border_width = 1,
                              .level = Level::e1});
                float at = y + ui.px(12);
                at += draw_paragraph(ui, {card.min.x + ui.px(16), at}, card.width() - ui.px(32),
                                     type::h3, c.ink, one.title, 3);
                auto const said = seen_in(ui, one);
                touch(ui, fmt::format("home.found.{}", i),
                      {card.min, {card.max.x, at + ui.px(several ? 40 : 0)}},
                      several ? one.title + " · " + said : one.title, Enabled::yes, Role::area);
                if (several) {
                    float const wide = text_width(ui, type::legend, said) + ui.px(28);
                    base::Rect const pill{{card.min.x + ui.px(16), at + ui.px(6)},
                                          {card.min.x + ui.px(16) + wide, at + ui.px(36)}};
                    fill(ui, pill, pill.height() / 2, c.atint);
                    draw_text_in(ui, pill, type::legend, c.accent, said, Align::centre);
                    at += ui.px(44);
                }
                for (std::size_t n = 0; n < shown; ++n)
                    at = draw_in(ui, one.in[n], fmt::format("home.found.{}.{}", i, n), card, at,
                                 wish);
            }
            y += height + ui.px(12);
        }
        if (found.size() > most_listed)
            y += draw_paragraph(
                ui, {inner.min.x, y}, inner.width(), type::label, c.ink2,
                ui.trn("home.found.more", static_cast<std::int64_t>(found.size() - most_listed)));
        scroll.content_height(y - top + ui.px(16));
    }
    float const foot = inner.max.y - ui.px(48);
    hairline_h(ui, area.min.x, area.max.x, foot - ui.px(10), c.line);
    draw_icon_at(ui, {inner.min.x + ui.px(11), foot + ui.px(22)}, ui.px(20), c.ink2, icon::lock);
    draw_paragraph(ui, {inner.min.x + ui.px(34), foot}, inner.width() - ui.px(34), type::meta,
                   c.ink2, ui.tr("home.found.here"), 2);
    return wish;
}

} // namespace ui
