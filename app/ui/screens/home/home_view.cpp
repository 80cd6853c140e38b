#include "ui/screens/home/home_view.h"

#include "analysis/common/in_use.h"
#include "pictures/matrix_picture.h"
#include "ui/kit/paint.h"
#include "ui/paint/clipboard.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/home/library_parts.h"
#include "wording/sessions.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr float view_gap = 26;

NewSession new_session(Ui const& ui, std::int64_t now_ms, std::string const& name)
{
    return {name, wording::dated_title(*ui.words, now_ms)};
}

// The banner of the newest session that was not closed properly.
std::optional<Wish> draw_interrupted(Ui& ui, base::Rect const& box, Recent const& one)
{
    auto const& c = ui.color();
    draw_surface(ui, box,
                 {.radius = ui.px(18),
                  .fill = c.card,
                  .border = c.warnline,
                  .border_width = ui.px(2),
                  .level = Level::e1});
    base::Rect const mark{{box.min.x + ui.px(26), box.center().y - ui.px(30)},
                          {box.min.x + ui.px(86), box.center().y + ui.px(30)}};
    fill(ui, mark, ui.px(14), c.warntint);
    draw_icon_at(ui, mark.center(), ui.px(30), c.warn, icon::restore_page);
    float const x = box.min.x + ui.px(108), right = box.max.x - ui.px(30);
    base::Rect const resume{{right - ui.px(194), box.center().y - ui.px(28)},
                            {right, box.center().y + ui.px(28)}};
    base::Rect const look{{resume.min.x - ui.px(210), resume.min.y + ui.px(4)},
                          {resume.min.x - ui.px(20), resume.max.y - ui.px(4)}};
    draw_text(ui, {x, box.min.y + ui.px(12)}, type::h2, c.ink, ui.tr("home.interrupted"));
    auto const said =
        wording::interrupted(*ui.words, *one.document, one.ballots_kept, one.changed_ms);
    draw_paragraph(ui, {x, box.min.y + ui.px(46)}, look.min.x - ui.px(16) - x, type::text, c.ink2,
                   said, 2);
    if (button(ui, "home.look", look, ui.tr("home.look"),
               {.rank = Rank::quiet, .icon = icon::visibility}))
        return OpenSession{one.path, Access::read};
    if (button(ui, "home.resume", resume, ui.tr("home.resume"),
               {.rank = Rank::primary, .icon = icon::play_arrow}))
        return OpenSession{one.path, Access::edit};
    return std::nullopt;
}

std::optional<Wish> draw_import(Ui& ui, base::Rect const& area)
{
    auto const& c = ui.color();
    std::optional<Wish> wish;
    float const half = (area.height() - ui.px(20)) / 2;
    auto row = [&](std::string_view id, base::Rect const& box, unsigned mark,
                   std::string_view title, std::string_view line) {
        auto const said = ui.tr(title);
        auto const press = touch(ui, id, box, said);
        bool const drop = mark == icon::table_view;
        draw_surface(ui, box,
                     {.radius = ui.px(18),
                      .fill = press.hovered ? c.sunken : c.card,
                      .border = drop ? board::Color{0, 0, 0, 0} : c.line,
                      .border_width = 1,
                      .level = drop ? Level::flat : Level::e1});
        if (drop) dashed_outline(ui, box, ui.px(18), c.edge, ui.px(2), {ui.px(7), ui.px(6)});
        base::Rect const tile{{box.min.x + ui.px(26), box.center().y - ui.px(31)},
                              {box.min.x + ui.px(88), box.center().y + ui.px(31)}};
        fill(ui, tile, ui.px(14), c.sunken);
        draw_icon_at(ui, tile.center(), ui.px(30), c.ink2, mark);
        float const x = tile.max.x + ui.px(22), width = box.max.x - ui.px(20) - x;
        float const text = paragraph_height(ui, type::text, ui.tr(line), width, 3);
        float const y = box.center().y - (text + ui.px(30)) / 2;
        float const wide = draw_text(ui, {x, y}, type::h3, c.ink, said);
        if (!drop) {
            float const after = draw_key(ui, {x + wide + ui.px(14), y + ui.px(14)}, "Ctrl");
            draw_key(ui, {x + wide + ui.px(20) + after, y + ui.px(14)}, "V");
        }
        draw_paragraph(ui, {x, y + ui.px(30)}, width, type::text, c.ink2, ui.tr(line), 3);
        if (press.focused) focus_ring(ui, box, ui.px(18));
        return press.clicked;
    };
    if (row("home.import", {area.min, {area.max.x, area.min.y + half}}, icon::table_view,
            "home.import.file", "home.import.file.line"))
        wish = ChooseFile{FileUse::import};
    bool const paste = row("home.paste", {{area.min.x, area.max.y - half}, area.max},
                           icon::content_paste, "home.paste", "home.paste.line");
    if (paste || shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_V)) wish = pasted(ui);
    return wish;
}

std::optional<Wish> draw_settings_menu(Ui& ui, HomeView& view, base::Rect const& anchor,
                                       Settings const& settings, Mode mode)
{
    auto size = [&](int percent) { return ui.words->text("top.scale", percent); };
    auto const a = size(100), b = size(115), c = size(130);
    auto const motion = ui.tr("top.motion");
    auto const room = ui.tr(mode == Mode::room ? "top.desk" : "top.room");
    auto const find = ui.tr("finder.title"), quit = ui.tr("top.quit");
    auto const about = ui.tr("about.title");
    auto kind = [](bool on) { return on ? MenuItem::Kind::chosen : MenuItem::Kind::action; };
    auto scale = [&](int percent) { return kind(settings.scale_percent == percent); };
    bool const still = ui.motion == Motion::reduced;
    std::array const items{MenuItem{"scale.100", a, 0, {}, Enabled::yes, scale(100)},
                           MenuItem{"scale.115", b, 0, {}, Enabled::yes, scale(115)},
                           MenuItem{"scale.130", c, 0, {}, Enabled::yes, scale(130)},
                           MenuItem{"more.motion", motion, 0, {}, Enabled::yes, kind(still)},
                           MenuItem{"more.room", room, icon::open_in_full, "F11"},
                           MenuItem{"more.find", find, icon::search, "Ctrl K"},
                           MenuItem{"more.about", about, icon::info},
                           MenuItem{"more.quit", quit, icon::close}};
    auto const answer = menu(ui, "home.settings.menu", anchor, items);
    if (answer.closed) view.settings = HomeView::Shown::no;
    if (answer.id == "scale.100") return SetScale{100};
    if (answer.id == "scale.115") return SetScale{115};
    if (answer.id == "scale.130") return SetScale{130};
    if (answer.id == "more.motion") return SetMotion{still ? Motion::full : Motion::reduced};
    if (answer.id == "more.room") return SetMode{mode == Mode::room ? Mode::desk : Mode::room};
    if (answer.id == "more.find") return ShowFinder{};
    if (answer.id == "more.about") return ShowAbout{};
    if (answer.id == "more.quit") return Quit{};
    return std::nullopt;
}

std::optional<Wish> draw_home_rail(Ui& ui, HomeView& view, base::Rect const& area,
                                   Settings const& settings, Mode mode)
{
    draw_rail_ground(ui, area);
    RailScale const scale(ui, area, 7);
    std::optional<Wish> wish;
    base::Rect box;
    float y = area.min.y + ui.px(14);
    auto item = [&](std::string_view id, unsigned mark, std::string_view key, On on) {
        box = rail_box(ui, area, y, scale.pitch());
        y += scale.pitch();
        return rail_item(ui, id, box, mark, ui.tr(key), on);
    };
    (void)item("rail.home", icon::home, "home.rail.home", On::yes);
    if (item("rail.open", icon::folder_open, "home.rail.open", On::no) ||
        shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_O))
        wish = ChooseFile{FileUse::open};
    if (item("rail.import", icon::upload_file, "home.rail.import", On::no))
        wish = ChooseFile{FileUse::import};
    if (item("rail.rooms", icon::meeting_room, "home.rail.rooms", On::no)) wish = ShowRooms{};
    y = area.max.y - ui.px(10) - 2 * scale.pitch();
    hairline_h(ui, area.min.x + ui.px(16), area.max.x - ui.px(16), y - ui.px(6), ui.color().line);
    auto const on = view.settings == HomeView::Shown::yes ? On::yes : On::no;
    if (item("rail.settings", icon::settings, "home.rail.settings", on))
        view.settings = HomeView::Shown::yes;
    if (view.settings == HomeView::Shown::yes)
        if (auto asked = draw_settings_menu(ui, view, box, settings, mode)) wish = asked;
    if (item("rail.keys", icon::keyboard, "rail.keys", On::no)) wish = ShowKeys{};
    return wish;
}

// Ways to start a session: template, file, list. Returns the bottom.
float draw_beginnings(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& row,
                      auto&& take)
{
    float const height = ui.px(300);
    // Side by side if there is space, else stacked.
    bool const wide = row.width() > ui.px(1240);
    float const split = wide ? row.max.x - ui.px(520) : row.min.x;
    float y = row.min.y;
    draw_text(ui, {row.min.x, y}, type::h1, ui.color().ink, ui.tr("home.new"));
    float const templates = y + ui.px(66);
    std::optional<Wish> started;
    float const foot = draw_templates(
        ui, view, now_ms,
        {{row.min.x, templates}, {wide ? split - ui.px(60) : row.max.x, templates + height}},
        started);
    take(std::move(started));
    if (!wide) y = foot + ui.px(36);
    draw_text(ui, {split, y}, type::h1, ui.color().ink, ui.tr("home.import.title"));
    take(draw_import(ui, {{split, y + ui.px(66)}, {row.max.x, y + ui.px(66) + height}}));
    return std::max(foot, y + ui.px(66) + height) + ui.px(42);
}

// Arrow keys move between cards; Enter chooses the most likely action.
std::optional<Wish> draw_keys(Ui& ui, std::int64_t now_ms, Recent const* interrupted)
{
    struct Arrow {
        int key = 0;
        base::Vec2 way;
    };
    for (auto const& arrow :
         {Arrow{ImGuiKey_LeftArrow, {-1, 0}}, Arrow{ImGuiKey_RightArrow, {1, 0}},
          Arrow{ImGuiKey_UpArrow, {0, -1}}, Arrow{ImGuiKey_DownArrow, {0, 1}}})
        if (shortcut(ui, arrow.key, Repeat::yes))
            focus_towards(ui, arrow.way, interrupted ? "home.resume" : "home.new.axes");
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_N)) return new_session(ui, now_ms, "huit-axes");
    if (!focused_id(ui).empty() || !shortcut(ui, ImGuiKey_Enter)) return std::nullopt;
    if (interrupted) return OpenSession{interrupted->path, Access::edit};
    return new_session(ui, now_ms, "huit-axes");
}

} // namespace

std::optional<Wish> draw(Ui& ui, HomeView& view, std::int64_t now_ms, Settings const& settings,
                         Mode mode)
{
    auto const layout = layout_of(ui, view.panel());
    std::optional<Wish> wish;
    auto take = [&](std::optional<Wish> asked) {
        if (asked) wish = std::move(asked);
    };
    take(draw_home_rail(ui, view, layout.rail, settings, mode));
    auto const& sessions = view.library.sessions();
    auto const interrupted = std::ranges::find_if(sessions, [](Recent const& one) {
        return one.ended == Ended::without_warning && one.document;
    });
    bool const warned = interrupted != sessions.end();
    {
        ScrollArea scroll(ui, "home", layout.main, view.scroll);
        float const left = layout.main.min.x + ui.px(56), right = layout.main.max.x - ui.px(56);
        float const top = scroll.top();
        float y = top + ui.px(36);
        if (warned && !view.searching()) {
            take(draw_interrupted(ui, {{left, y}, {right, y + ui.px(108)}}, *interrupted));
            y += ui.px(142);
        }
        if (!view.searching()) y = draw_beginnings(ui, view, now_ms, {{left, y}, {right, y}}, take);
        take(draw_library(ui, view, now_ms, {{left, y}, {right, y}}, layout.main, y));
        scroll.content_height(y + ui.px(view.chosen.empty() ? 24 : 130) - top);
    }
    if (view.searching()) {
        view.found.ask(ui, view.library, view.filter, view.library.shown(view.filter, now_ms));
        take(draw_found(ui, view, layout.panel));
    } else {
        view.found.forget();
    }
    take(draw_chosen(ui, view, layout.main));
    take(draw_keys(ui, now_ms, warned ? &*interrupted : nullptr));
    take(draw_home_questions(ui, view));
    return wish;
}

void HomeDeleter::operator()(HomeView* view) const { std::default_delete<HomeView>()(view); }

OwnedHome new_home() { return OwnedHome(std::make_unique<HomeView>().release()); }

void list_again(HomeView& view) { view.list_again(); }
void forget_session(HomeView& view, std::filesystem::path const& path)
{
    view.library.forget_session(path);
    view.list_again();
}
std::vector<Recent> const& sessions_of(HomeView const& view) { return view.library.sessions(); }
std::vector<OwnTemplate> const& templates_of(HomeView const& view) { return view.templates; }
Panel panel_of(HomeView const& view) { return view.panel(); }

void start_again(HomeView& view)
{
    auto library = std::move(view.library);
    auto pictures = std::move(view.pictures);
    auto templates = std::move(view.templates);
    auto const listed = view.listed;
    auto const folder = view.filter.folder;
    view = {};
    view.library = std::move(library);
    view.pictures = std::move(pictures);
    view.templates = std::move(templates);
    view.listed = listed;
    view.filter.folder = folder;
}

void took(HomeView& view, ShelfPart part)
{
    bool const last = part.last;
    view.library.take(std::move(part));
    if (!last) return;
    auto const& sessions = view.library.sessions();
    auto const gone = [&](std::filesystem::path const& path) {
        return std::ranges::find(sessions, path, &Recent::path) == sessions.end();
    };
    std::erase_if(view.chosen, gone);
    std::erase_if(view.pictures, [&](auto const& path) { // read again after a change
        auto const it = std::ranges::find(sessions, path, &Recent::path);
        return it == sessions.end() || !it->document;
    });
    if (view.menu && gone(*view.menu)) view.menu.reset();
    auto const& folders = view.library.folders();
    if (view.filter.folder.which == Folders::Which::one &&
        std::ranges::find(folders, view.filter.folder.name) == folders.end())
        view.filter.folder = {};
}

void took_picture(HomeView& view, std::filesystem::path const& path,
                  base::Result<SessionAt> const& read)
{
    auto const& sessions = view.library.sessions();
    auto const it = std::ranges::find(sessions, path, &Recent::path);
    if (it == sessions.end()) return;
    auto& one = view.library.at(static_cast<std::size_t>(it - sessions.begin()));
    if (read)
        one.document = read->document;
    else
        one.unreadable = read.error();
}

} // namespace ui
