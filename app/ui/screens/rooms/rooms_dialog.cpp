#include "i18n/errors.h"
#include "ui/kit/ask.h"
#include "ui/kit/paint.h"
#include "ui/screens/rooms/rooms_parts.h"

#include <algorithm>
#include <array>

// Hosting, joining and leaving the rooms of a session.
namespace ui {
namespace {

using Page = RoomsView::Page;
using What = OfRooms::What;

constexpr float dialog_width = 820, card_height = 100, gap = 12;
constexpr std::size_t label_most = 60; // bytes

// The parts of the dialog's body, downwards.
class Rows {
public:
    Rows(Ui& ui, base::Rect const& body)
        : ui_(ui)
        , body_(body)
        , y_(body.min.y)
    {
    }
    base::Rect take(float height, float after = gap)
    {
        base::Rect const box{{body_.min.x, y_}, {body_.max.x, y_ + ui_.px(height)}};
        y_ = box.max.y + ui_.px(after);
        return box;
    }
    void say(std::string_view id, std::string const& text, board::Color color, float after = gap)
    {
        auto const high =
            draw_paragraph(ui_, {body_.min.x, y_}, body_.width(), type::text, color, text);
        touch(ui_, id, {{body_.min.x, y_}, {body_.max.x, y_ + high}}, text, Enabled::yes,
              Role::area);
        y_ += high + ui_.px(after);
    }

private:
    Ui& ui_;
    base::Rect body_;
    float y_;
};

// Buttons at the right end of the footer: the main one, and the way back.
struct Foot {
    bool main = false, back = false;
};
Foot draw_foot(Ui& ui, base::Rect const& foot, std::string const& main, std::string const& back,
               Enabled may, unsigned sign)
{
    ButtonLook const look{.rank = Rank::primary, .icon = sign};
    float x = foot.max.x;
    Foot out;
    if (!main.empty()) {
        auto const wide = button_width(ui, main, look);
        out.main =
            button(ui, "rooms.go", {{x - wide, foot.min.y}, {x, foot.max.y}}, main, look, may);
        x -= wide + ui.px(12);
    }
    auto const wide = button_width(ui, back);
    out.back = button(ui, "rooms.back", {{x - wide, foot.min.y}, {x, foot.max.y}}, back);
    return out;
}

void go(RoomsView& view, Page page)
{
    view.page = page;
    view.life = RoomsView::Life::opening;
    view.waits = false;
    view.late.reset();
    view.refused.reset();
}

// A choice with a title and a line, that leads on.
bool choice(Ui& ui, std::string const& id, base::Rect const& box, unsigned sign,
            std::string const& title, std::string const& line)
{
    auto const& c = ui.color();
    auto const touched = touch(ui, id, box, title);
    draw_surface(
        ui, box,
        {ui.px(14), touched.hovered ? c.sunken : c.card, c.line2, ui.snap(1.5F), Level::flat});
    base::Rect const tile{{box.min.x + ui.px(18), box.center().y - ui.px(28)},
                          {box.min.x + ui.px(74), box.center().y + ui.px(28)}};
    fill(ui, tile, ui.px(14), c.sunken);
    draw_icon_at(ui, tile.center(), ui.px(28), c.ink2, sign);
    float const x = tile.max.x + ui.px(18), width = box.max.x - ui.px(44) - x;
    float const text = paragraph_height(ui, type::text, line, width, 2);
    float const y = box.center().y - (text + ui.px(30)) / 2;
    draw_text_in(ui, {{x, y}, {x + width, y + ui.px(28)}}, type::h3, c.ink, title);
    draw_paragraph(ui, {x, y + ui.px(30)}, width, type::text, c.ink2, line, 2);
    draw_icon_at(ui, {box.max.x - ui.px(24), box.center().y}, ui.px(24), c.ink3,
                 icon::chevron_right);
    if (touched.focused) focus_ring(ui, box, ui.px(14));
    return touched.clicked;
}

// What the first page offers beside leaving.
struct Offered {
    bool again = false, host = false, join = false;
};
Offered offered(RoomsGround const& ground)
{
    using Link = SharedState::Link;
    auto const* shared = ground.shared;
    bool const meets =
        shared && (shared->link == Link::linked || shared->link == Link::catching_up);
    // Where the host failed, a facilitator's machine brings the rooms together again.
    return {shared && shared->link == Link::unlinked && shared->may_rejoin,
            ground.open && !meets && (!shared || (shared->facilitates && !shared->hosts)), !meets};
}

std::optional<Wish> draw_first(Ui& ui, RoomsView& view, RoomsGround const& ground, Rows& rows)
{
    auto const& c = ui.color();
    std::optional<Wish> wish;
    auto const* shared = ground.shared;
    auto const can = offered(ground);
    if (shared)
        rows.say("rooms.now", head_of(ui, *shared), c.ink);
    else
        rows.say("rooms.what", ui.tr("rooms.what"), c.ink2);
    if (can.again && choice(ui, "rooms.again", rows.take(card_height), icon::refresh,
                            ui.tr("rooms.rejoin"), ui.tr("rooms.rejoin.line"))) {
        view.page = Page::closed;
        return OfRooms{What::rejoin};
    }
    if (can.host && choice(ui, "rooms.host", rows.take(card_height), icon::home,
                           ui.tr("rooms.host"), ui.tr("rooms.host.line")))
        go(view, Page::host);
    if (can.join && choice(ui, "rooms.join", rows.take(card_height), icon::link,
                           ui.tr("rooms.join"), ui.tr("rooms.join.line")))
        go(view, Page::join);
    if (shared && shared->hosts &&
        choice(ui, "rooms.invite", rows.take(card_height), icon::send, ui.tr("rooms.invite"),
               ui.tr("rooms.invite.line")))
        go(view, Page::invitations);
    if (shared && choice(ui, "rooms.leave", rows.take(card_height), icon::link_off,
                         ui.tr("rooms.leave"), ui.tr("rooms.leave.line")))
        go(view, Page::leave);
    return wish;
}

// Whether Enter was pressed in the field.
bool draw_label(Ui& ui, RoomsView& view, Rows& rows)
{
    draw_text_in(ui, rows.take(28, 4), type::label, ui.color().ink2, ui.tr("rooms.label"));
    if (std::exchange(view.life, RoomsView::Life::open) == RoomsView::Life::opening)
        focus(ui, "rooms.label");
    auto const hint = ui.tr("rooms.label.hint");
    return text_field(ui, "rooms.label", rows.take(52, 18), ui.tr("rooms.label"), view.label,
                      {.hint = hint, .most_bytes = label_most}) == Edit::submitted;
}

void draw_addresses(Ui& ui, RoomsView& view, RoomsGround const& ground, Rows& rows)
{
    draw_text_in(ui, rows.take(28, 4), type::label, ui.color().ink2, ui.tr("rooms.address"));
    std::size_t shown = 0;
    for (auto const& one : ground.addresses) {
        using Kind = RoomAddress::Kind;
        constexpr std::size_t shown_most = 4;
        if (shown++ == shown_most) break;
        bool const here = one.kind == Kind::this_machine;
        auto const title = here ? ui.tr("join.address.here")
                                : ui.tr("join.address.network", one.address, one.name);
        auto const line = ui.tr(here                             ? "rooms.address.here.line"
                                : one.kind == Kind::virtual_link ? "rooms.address.virtual.line"
                                                                 : "rooms.address.network.line");
        if (choice_card(ui, "rooms.address." + one.address, rows.take(84, 10), title, line,
                        view.address == one.address ? On::yes : On::no))
            view.address = one.address;
    }
}

bool draw_host(Ui& ui, RoomsView& view, RoomsGround const& ground, Rows& rows)
{
    bool const entered = draw_label(ui, view, rows);
    draw_addresses(ui, view, ground, rows);
    return entered;
}

// What is said while the session is being received.
std::string receiving(Ui& ui, RoomsView const& view)
{
    return view.late ? ui.tr("rooms.receiving.late", i18n::sentence(*ui.words, *view.late))
                     : ui.tr("rooms.receiving");
}

std::optional<Wish> draw_join(Ui& ui, RoomsView& view, Rows& rows, bool& entered)
{
    entered = draw_label(ui, view, rows);
    draw_text_in(ui, rows.take(28, 4), type::label, ui.color().ink2, ui.tr("rooms.invitation"));
    auto const name = view.invitation.empty() ? ui.tr("rooms.invitation.choose")
                                              : view.invitation.filename().string();
    if (button(ui, "rooms.invitation", rows.take(56), name,
               {.icon = icon::folder_open, .align = Align::left}))
        return ChooseFile{FileUse::invitation};
    if (view.waits) {
        rows.say("rooms.receiving", receiving(ui, view), ui.color().ink2);
        ui.keep_drawing(0.5);
    }
    return std::nullopt;
}

std::optional<Wish> draw_invitations(Ui& ui, RoomsView& view, RoomsGround const& ground, Rows& rows)
{
    auto const& c = ui.color();
    rows.say("rooms.invite.what", ui.tr("rooms.invite.what"), c.ink2, 16);
    struct Part {
        char const *save, *title, *line;
        unsigned sign;
    };
    static constexpr std::array parts{
        Part{"rooms.save.facilitator", "rooms.part.facilitator", "rooms.part.facilitator.line",
             icon::mic},
        Part{"rooms.save.room", "rooms.part.room", "rooms.part.room.line", icon::meeting_room},
        Part{"rooms.save.reader", "rooms.part.reader", "rooms.part.reader.line", icon::visibility}};
    std::optional<Wish> wish;
    if (!ground.shared || ground.shared->invitations.empty()) return wish;
    for (std::size_t i = 0; i < std::min(parts.size(), ground.shared->invitations.size()); ++i) {
        auto const box = rows.take(card_height);
        auto const& part = parts.at(i);
        draw_surface(ui, box, {ui.px(14), c.card, c.line2, ui.snap(1.5F), Level::flat});
        auto const save = ui.tr("rooms.invite.save");
        auto const wide = button_width(ui, save, {.icon = icon::save}, 44);
        base::Rect const at{{box.max.x - ui.px(16) - wide, box.center().y - ui.px(22)},
                            {box.max.x - ui.px(16), box.center().y + ui.px(22)}};
        draw_icon_at(ui, {box.min.x + ui.px(36), box.center().y}, ui.px(28), c.ink2, part.sign);
        float const x = box.min.x + ui.px(72), width = at.min.x - ui.px(16) - x;
        draw_text_in(ui, {{x, box.min.y + ui.px(10)}, {x + width, box.min.y + ui.px(38)}}, type::h3,
                     c.ink, ui.tr(part.title));
        draw_paragraph(ui, {x, box.min.y + ui.px(38)}, width, small_type, c.ink2, ui.tr(part.line),
                       2);
        if (button(ui, part.save, at, save, {.icon = icon::save})) {
            view.saving = i;
            wish = ChooseFile{FileUse::folder};
        }
    }
    rows.say("rooms.invite.where",
             ui.tr("rooms.invite.where", ground.shared->invitations.front().parent_path().string()),
             c.ink2);
    return wish;
}

float body_height(Ui& ui, RoomsView const& view, RoomsGround const& ground, std::string const& why)
{
    auto const inside = dialog_inside(ui, dialog_width);
    auto const text = [&](std::string const& said) {
        return paragraph_height(ui, type::text, said, inside) + ui.px(gap);
    };
    auto const cards = [&](int count) {
        return static_cast<float>(count) * ui.px(card_height + gap);
    };
    float height = why.empty() ? 0 : text(why);
    auto const* shared = ground.shared;
    auto const can = offered(ground);
    if (view.page == Page::first)
        height += (shared ? ui.px(24 + gap) : text(ui.tr("rooms.what"))) +
                  cards((can.again ? 1 : 0) + (can.host ? 1 : 0) + (can.join ? 1 : 0) +
                        (shared && shared->hosts ? 1 : 0) + (shared ? 1 : 0));
    constexpr float label = 32 + 70;
    if (view.page == Page::host)
        height += ui.px(label + 32 +
                        94 * static_cast<float>(std::min<std::size_t>(ground.addresses.size(), 4)));
    if (view.page == Page::join)
        height += ui.px(label + 32 + 68) + (view.waits ? text(receiving(ui, view)) : 0);
    if (view.page == Page::invitations && shared && !shared->invitations.empty())
        height +=
            text(ui.tr("rooms.invite.what")) + cards(3) + ui.px(4) +
            text(ui.tr("rooms.invite.where", shared->invitations.front().parent_path().string()));
    return height + ui.px(8);
}

std::optional<Wish> draw_leave(Ui& ui, RoomsView& view, RoomsGround const& ground)
{
    bool const hosts = ground.shared && ground.shared->hosts;
    auto const said = ask(ui, {.id = "rooms.leaving",
                               .title = ui.tr("rooms.leaving.title"),
                               .line = ui.tr(hosts ? "rooms.leaving.host" : "rooms.leaving.line"),
                               .yes = ui.tr("rooms.leave"),
                               .no = ui.tr("rooms.leaving.no"),
                               .enter = Question::Enter::no});
    if (said == Said::nothing) return std::nullopt;
    view.page = Page::closed;
    if (said == Said::yes) return OfRooms{What::part};
    return std::nullopt;
}

} // namespace

void open(RoomsView& view, RoomsGround const& ground)
{
    view.panel = false;
    if (view.label.empty() && ground.shared) view.label = ground.shared->label;
    go(view, ground.open ? Page::first : Page::join);
}

std::optional<Wish> draw(Ui& ui, RoomsView& view, RoomsGround const& ground)
{
    if (view.page == Page::closed) return std::nullopt;
    if (view.page == Page::leave) return draw_leave(ui, view, ground);
    auto const why = view.refused ? i18n::sentence(*ui.words, *view.refused) : std::string();
    static constexpr std::array titles{"",           "rooms.title",  "rooms.host",
                                       "rooms.join", "rooms.invite", ""};
    Dialog const window(ui, "rooms",
                        dialog_around(ui, dialog_width, body_height(ui, view, ground, why)),
                        ui.tr(titles.at(static_cast<std::size_t>(view.page))));
    Rows rows(ui, window.body());
    std::optional<Wish> wish;
    auto const page = view.page;
    if (!why.empty()) rows.say("rooms.refused", why, ui.color().risk);
    if (page == Page::first) wish = draw_first(ui, view, ground, rows);
    bool entered = false;
    if (page == Page::host) entered = draw_host(ui, view, ground, rows);
    if (page == Page::join) wish = draw_join(ui, view, rows, entered);
    if (page == Page::invitations) wish = draw_invitations(ui, view, ground, rows);
    bool const host = page == Page::host, join = page == Page::join;
    bool const can = host || (join && !view.invitation.empty() && !view.waits);
    auto const main = host ? ui.tr("rooms.host.go") : join ? ui.tr("rooms.join.go") : std::string();
    bool const inner = (host || join) && ground.open;
    auto const foot =
        draw_foot(ui, window.footer(), main, ui.tr(inner ? "rooms.back" : "rooms.close"),
                  enabled_if(can), host ? icon::home : icon::link);
    bool const enters = entered || ((host || join) && confirmed(ui, enabled_if(can)));
    if ((foot.main || enters) && can) {
        view.refused.reset();
        view.wanted = host ? RoomsView::Wanted::host : RoomsView::Wanted::join;
    }
    if (foot.back && inner)
        go(view, Page::first);
    else if (foot.back || window.dismissed())
        view.page = Page::closed;
    return wish;
}

std::optional<Wish> draw_waiting(Ui& ui, RoomsView& view, SharedState const& shared)
{
    using Waiting = RoomsView::Waiting;
    constexpr double patience_s = 4;
    auto const it =
        std::ranges::find_if(shared.waits, [](auto const& w) { return !w.missing.empty(); });
    if (it == shared.waits.end()) {
        view.round = {};
        view.waiting = Waiting::quiet;
        return std::nullopt;
    }
    if (view.round != it->round) {
        view.round = it->round;
        view.since_s = ui.now_s;
        view.waiting = Waiting::quiet;
    }
    if (view.waiting == Waiting::quiet) {
        ui.keep_drawing(0.2);
        if (ui.now_s - view.since_s < patience_s) return std::nullopt;
        view.waiting = Waiting::asked;
    }
    if (view.waiting != Waiting::asked) return std::nullopt;
    auto const names = names_of_letters(ui, shared, it->missing);
    auto const said = ask(ui, {.id = "rooms.waiting",
                               .title = ui.tr("rooms.wait.title"),
                               .line = ui.tr("rooms.wait.ask", names),
                               .yes = ui.tr("rooms.wait.count"),
                               .no = ui.tr("rooms.wait.on"),
                               .enter = Question::Enter::no});
    if (said == Said::no) view.waiting = Waiting::patient;
    if (said != Said::yes) return std::nullopt;
    view.waiting = Waiting::patient;
    return OfRooms{What::count, it->round.value};
}

} // namespace ui
