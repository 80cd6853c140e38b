#include "ui/kit/paint.h"
#include "ui/screens/home/library_parts.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>

// Folders, filters and session menus of the library.
namespace ui {
namespace {

using Which = Folders::Which;
using Choice = HomeView::Choice;
using Since = LibraryFilter::Since;

constexpr float row_pitch = 46;

struct Row {
    std::string id, text;
    unsigned mark;
    Folders folder;
};

} // namespace

void draw_folders(Ui& ui, HomeView& view, base::Rect const& column)
{
    auto const& c = ui.color();
    float y = column.min.y;
    draw_text_in(ui, {{column.min.x + ui.px(12), y}, {column.max.x, y + ui.px(44)}}, type::label,
                 c.ink2, ui.tr("home.folders"));
    y += ui.px(44);
    std::vector<Row> rows{{"all", ui.tr("home.folder.all"), icon::grid_view, {Which::all, {}}}};
    for (auto const& name : view.library.folders())
        rows.push_back({"own." + name, name, icon::folder, {Which::one, name}});
    rows.push_back(
        {"elsewhere", ui.tr("home.folder.elsewhere"), icon::folder_open, {Which::elsewhere, {}}});
    rows.push_back(
        {"archived", ui.tr("home.folder.archived"), icon::archive, {Which::archived, {}}});
    for (auto const& row : rows) {
        base::Rect const box{{column.min.x, y}, {column.max.x, y + ui.px(row_pitch - 4)}};
        auto const id = "home.folder." + row.id;
        auto const press = touch(ui, id, box, row.text);
        auto const count = view.library.count_in(row.folder);
        bool const on = view.filter.folder == row.folder;
        if (on) probe_on(ui, id, On::yes);
        auto const said =
            count == 0 ? std::string("–") : ui.words->number(static_cast<std::int64_t>(count));
        probe_value(ui, id, said);
        if (on || press.hovered) fill(ui, box, ui.px(11), on ? c.atint : c.sunken);
        auto const ink = on ? c.accent : count == 0 ? c.ink3 : c.ink;
        draw_icon_at(ui, {box.min.x + ui.px(24), box.center().y}, ui.px(22), on ? c.accent : c.ink2,
                     row.mark);
        float const end = box.max.x - ui.px(22) - text_width(ui, type::label, said);
        draw_text_in(ui, {{box.min.x + ui.px(46), box.min.y}, {end, box.max.y}},
                     on ? type::strong : type::label, ink, row.text);
        draw_text_in(ui, {{box.max.x - ui.px(60), box.min.y}, {box.max.x - ui.px(14), box.max.y}},
                     type::label, ink, said, Align::right);
        if (press.focused) focus_ring(ui, box, ui.px(11));
        bool const own = row.folder.which == Which::one;
        if (own && (press.double_clicked || press.right_clicked))
            view.naming = HomeView::Naming{row.text, row.text}, focus(ui, "home.naming.name");
        else if (press.clicked)
            view.filter.folder = row.folder;
        if (own && press.hovered) tooltip(ui, box, ui.tr("home.folder.hint", row.text));
        y += ui.px(row_pitch);
    }
    auto const fresh = ui.tr("home.folder.new");
    if (button(ui, "home.folder.new", {{column.min.x, y}, {column.max.x, y + ui.px(44)}}, fresh,
               {.rank = Rank::quiet, .icon = icon::add, .align = Align::left})) {
        view.naming = HomeView::Naming{};
        focus(ui, "home.naming.name");
    }
}

namespace {

struct Pill {
    std::string id;
    unsigned mark;
    std::string name, value; // empty: not set
    Choice choice;
};

std::string since_text(Ui const& ui, Since since)
{
    return ui.tr(since == Since::month ? "home.since.month" : "home.since.year");
}

// The menu of a filter.
void draw_choices(Ui& ui, HomeView& view, base::Rect const& anchor)
{
    std::vector<std::pair<std::string, std::string>> lines; // id, text
    auto& filter = view.filter;
    if (view.choice == Choice::since)
        lines = {{"month", ui.tr("home.since.month")}, {"year", ui.tr("home.since.year")}};
    if (view.choice == Choice::step)
        for (int n = 0; n < 5; ++n) {
            auto const name = std::string(base::name_of(static_cast<model::Step>(n)));
            lines.emplace_back(name, ui.tr("step." + name));
        }
    auto const& texts = view.choice == Choice::place ? view.library.places() : view.library.tags();
    if (view.choice == Choice::place || view.choice == Choice::tag)
        for (auto const& text : texts) lines.emplace_back(text, text);
    std::vector<std::string> ids;
    for (auto const& [id, text] : lines) ids.push_back("home.choose." + id);
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < lines.size(); ++i) items.push_back({ids[i], lines[i].second});
    auto const none = ui.tr("home.filter.empty");
    if (items.empty()) items.push_back({"home.choose.none", none, 0, {}, Enabled::no});
    auto const answer = menu(ui, "home.choices", anchor, items);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (answer.id != ids[i]) continue;
        if (view.choice == Choice::since) filter.since = i == 0 ? Since::month : Since::year;
        if (view.choice == Choice::step) filter.step = static_cast<model::Step>(i);
        if (view.choice == Choice::place) filter.place = lines[i].second;
        if (view.choice == Choice::tag) filter.tag = lines[i].second;
    }
    if (answer.closed) view.choice = Choice::none;
}

void clear(LibraryFilter& filter, Choice choice)
{
    if (choice == Choice::since) filter.since = Since::ever;
    if (choice == Choice::step) filter.step.reset();
    if (choice == Choice::place) filter.place.clear();
    if (choice == Choice::tag) filter.tag.clear();
}

} // namespace

float draw_filters(Ui& ui, HomeView& view, base::Rect const& row)
{
    auto const& filter = view.filter;
    std::array const pills{
        Pill{"since", icon::schedule, ui.tr("home.filter.since"),
             filter.since == Since::ever ? "" : since_text(ui, filter.since), Choice::since},
        Pill{"step", icon::timeline, ui.tr("home.filter.step"),
             filter.step ? ui.tr(fmt::format("step.{}", base::name_of(*filter.step))) : "",
             Choice::step},
        Pill{"place", icon::crop_free, ui.tr("home.filter.place"), filter.place, Choice::place},
        Pill{"tag", icon::label, ui.tr("home.filter.tag"), filter.tag, Choice::tag}};
    float x = row.min.x, y = row.min.y;
    std::optional<base::Rect> anchor;
    for (auto const& pill : pills) {
        bool const set = !pill.value.empty();
        auto const text = set ? ui.tr("home.filter.set", pill.name, pill.value) : pill.name;
        ButtonLook const look{.rank = set ? Rank::tinted : Rank::secondary,
                              .icon = pill.mark,
                              .icon_right = set ? icon::close : icon::expand_more,
                              .radius = 22};
        float const width = std::min(button_width(ui, text, look, 44), row.width());
        if (x + width > row.max.x && x > row.min.x) x = row.min.x, y += ui.px(52);
        base::Rect const box{{x, y}, {x + width, y + ui.px(44)}};
        if (button(ui, "home.filter." + pill.id, box, text, look)) {
            if (set)
                clear(view.filter, pill.choice);
            else
                view.choice = pill.choice;
        }
        if (view.choice == pill.choice) anchor = box;
        x += width + ui.px(12);
    }
    if (anchor && view.choice != Choice::none) draw_choices(ui, view, *anchor);
    return y + ui.px(44 + 18) - row.min.y;
}

std::optional<Wish> draw_session_menu(Ui& ui, HomeView& view, base::Rect const& anchor,
                                      Recent const& one)
{
    auto const open = ui.tr("home.recent.open"), read = ui.tr("home.recent.read"),
               copy = ui.tr("home.recent.copy"), archive = ui.tr("home.recent.archive"),
               forget = ui.tr("home.recent.forget"), trash = ui.tr("home.recent.trash"),
               label = ui.tr("home.label"), folder = ui.tr("home.put_away");
    using Kind = MenuItem::Kind;
    auto const elsewhere = enabled_if(one.where == Recent::Where::elsewhere);
    auto const put_away = enabled_if(one.where != Recent::Where::archived);
    auto const readable = enabled_if(!one.unreadable);
    std::array const items{MenuItem{"recent.open", open, icon::folder_open},
                           MenuItem{"recent.read", read, icon::visibility},
                           MenuItem{"recent.copy", copy, icon::content_copy, {}, readable},
                           MenuItem{"recent.label", label, icon::label, {}, readable},
                           MenuItem{"recent.folder", folder, icon::folder},
                           MenuItem{"recent.rule", {}, 0, {}, Enabled::yes, Kind::rule},
                           MenuItem{"recent.forget", forget, icon::close, {}, elsewhere},
                           MenuItem{"recent.archive", archive, icon::archive, {}, put_away},
                           MenuItem{"recent.trash", trash, icon::delete_outline}};
    auto const answer = menu(ui, "home.recent.list", anchor, items, Align::right);
    if (answer.closed) view.menu.reset();
    if (answer.id == "recent.open") return OpenSession{one.path, Access::edit};
    if (answer.id == "recent.read") return OpenSession{one.path, Access::read};
    if (answer.id == "recent.copy") return DuplicateSession{one.path};
    if (answer.id == "recent.archive") return ArchiveSession{one.path};
    if (answer.id == "recent.forget") return ForgetSession{one.path};
    if (answer.id == "recent.trash") view.to_trash = one.path;
    if (answer.id == "recent.folder") {
        view.chosen = {one.path};
        view.choice = Choice::folder;
    }
    if (answer.id == "recent.label") {
        std::string tags;
        for (auto const& tag : one.tags) tags += (tags.empty() ? "" : ", ") + tag;
        view.labelling = HomeView::Labelling{one.path, one.place, tags};
        focus(ui, "home.labelling.place");
    }
    return std::nullopt;
}

namespace {

// The menu of destination folders.
void draw_destinations(Ui& ui, HomeView& view, base::Rect const& anchor)
{
    std::vector<std::string> ids;
    auto const& folders = view.library.folders();
    for (auto const& name : folders) ids.push_back("home.into." + name);
    auto const none = ui.tr("home.folder.none"), fresh = ui.tr("home.folder.new");
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < folders.size(); ++i)
        items.push_back({ids[i], folders[i], icon::folder});
    items.push_back({"home.into", none, icon::grid_view});
    items.push_back({"home.into_new", fresh, icon::add});
    auto const answer = menu(ui, "home.destinations", anchor, items, Align::right);
    if (answer.closed) view.choice = Choice::none;
    if (answer.id == "home.into") view.errands.emplace_back(MoveSessions{view.chosen, {}});
    for (std::size_t i = 0; i < folders.size(); ++i)
        if (answer.id == ids[i]) view.errands.emplace_back(MoveSessions{view.chosen, folders[i]});
    if (answer.id == "home.into_new") {
        view.naming = HomeView::Naming{};
        focus(ui, "home.naming.name");
    }
}

} // namespace

std::optional<Wish> draw_chosen(Ui& ui, HomeView& view, base::Rect const& area)
{
    if (view.chosen.empty()) return std::nullopt;
    std::optional<Wish> wish;
    auto const& c = ui.color();
    auto const said = ui.trn("home.chosen", static_cast<std::int64_t>(view.chosen.size()));
    auto const compare = ui.tr("file.compare"), put_away = ui.tr("home.put_away");
    ButtonLook const main{.rank = Rank::primary, .icon = icon::compare_arrows, .key = "C"};
    ButtonLook const other{.rank = Rank::quiet, .icon = icon::folder};
    float const words = text_width(ui, type::h3, said), a = button_width(ui, compare, main, 60),
                b = button_width(ui, put_away, other);
    float const width = words + a + b + ui.px(24 * 2 + 20 * 3 + 48), height = ui.px(72);
    base::Rect const bar{{area.center().x - width / 2, area.max.y - height - ui.px(28)},
                         {area.center().x + width / 2, area.max.y - ui.px(28)}};
    touch(ui, "home.chosen", bar, said, Enabled::yes, Role::area);
    draw_surface(ui, bar,
                 {.radius = ui.px(16),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e3});
    float x = bar.min.x + ui.px(24);
    float const y = bar.center().y;
    draw_text_in(ui, {{x, bar.min.y}, {x + words + ui.px(4), bar.max.y}}, type::h3, c.ink, said);
    x += words + ui.px(20);
    bool const two = view.chosen.size() == 2;
    base::Rect const first{{x, y - ui.px(26)}, {x + a, y + ui.px(26)}};
    if (button(ui, "home.compare", first, compare, main, enabled_if(two)) ||
        (two && shortcut(ui, ImGuiKey_C))) {
        // The older one first.
        auto const& sessions = view.library.sessions();
        auto when = [&](auto const& path) {
            auto const it = std::ranges::find(sessions, path, &Recent::path);
            return it == sessions.end() ? std::int64_t{0} : it->changed_ms;
        };
        auto older = view.chosen[0], newer = view.chosen[1];
        if (when(newer) < when(older)) std::swap(older, newer);
        wish = CompareSessions{older, newer};
    }
    x += a + ui.px(20);
    base::Rect const second{{x, y - ui.px(24)}, {x + b, y + ui.px(24)}};
    if (button(ui, "home.put_away", second, put_away, other)) view.choice = Choice::folder;
    x += b + ui.px(20);
    if (icon_button(ui, "home.chosen.none", {{x, y - ui.px(24)}, {x + ui.px(48), y + ui.px(24)}},
                    icon::close, ui.tr("home.chosen.none")))
        view.chosen.clear();
    if (view.choice == Choice::folder) draw_destinations(ui, view, second);
    return wish;
}

} // namespace ui
