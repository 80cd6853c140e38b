#include "ui/kit/paint.h"
#include "ui/screens/facilitator/facilitator_view.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

// What the room sees, the curtain before it, and the stages of a vote.
namespace ui {
namespace {

constexpr float vote_height = 196, legend_height = 34; // design pixels
constexpr float usual_ratio = 9.F / 16;

// A press of the vote: done, to be done, or not yet possible.
enum class Stage { done, next, locked };
struct StageFace {
    std::string_view id;
    std::string title, line;
    unsigned icon = 0;
    Stage stage = Stage::locked;
};

bool draw_stage(Ui& ui, base::Rect const& box, StageFace const& face, Enabled enabled)
{
    auto const& c = ui.color();
    bool const next = face.stage == Stage::next, locked = face.stage == Stage::locked;
    bool const can = next && enabled == Enabled::yes;
    auto const press = touch(ui, face.id, box, face.title, enabled_if(can));
    float const radius = ui.px(14);
    auto const ink = next ? c.onaccent : locked ? c.ink2 : c.ink;
    if (next)
        fill(ui, box, radius, press.hovered ? board::faded(c.accent, 0.9F) : c.accent);
    else if (locked)
        dashed_outline(ui, box, radius, c.edge, ui.snap(1.5F), {ui.px(4), ui.px(3.5F)});
    else
        fill(ui, box, radius, c.sunken);
    if (face.stage == Stage::done) outline(ui, box, radius, c.line2, ui.snap(1.5F));
    auto const wide = text_width(ui, type::h3, face.title) + ui.px(30);
    float const x = std::max(box.min.x + ui.px(8), box.center().x - wide / 2);
    float const y = box.min.y + ui.px(31);
    draw_icon_at(ui, {x + ui.px(11), y}, ui.px(22), ink, face.icon);
    draw_text_in(ui, {{x + ui.px(30), y - ui.px(15)}, {box.max.x - ui.px(4), y + ui.px(15)}},
                 type::h3, ink, face.title);
    base::Rect const line{{box.min.x + ui.px(4), box.max.y - ui.px(36)},
                          {box.max.x - ui.px(4), box.max.y - ui.px(10)}};
    draw_text_in(ui, line, type::text, next ? c.onaccent : c.ink2, face.line, Align::centre);
    if (press.focused) focus_ring(ui, box, radius);
    return press.clicked;
}

std::optional<Wish> draw_vote(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                              RoundNow const& now, base::Rect const& area)
{
    auto const& c = ui.color();
    bool const open = now.status.state == model::RoundState::open;
    bool const closing = model::collection_in_progress(ground.workshop.doc(), now.id) != nullptr;
    bool const sure = view.sure == now.id;
    auto const missing = now.missing();
    std::array const faces{
        StageFace{"facilitator.vote.opened", ui.tr("facilitator.vote.opened"),
                  ui.tr("facilitator.vote.at", ui.words->time(now.status.opened_ms)), icon::check,
                  Stage::done},
        StageFace{"facilitator.vote.close",
                  ui.tr(!open     ? "facilitator.vote.closed"
                        : closing ? "vote.closing"
                        : sure    ? "facilitator.vote.sure"
                                  : "facilitator.vote.close"),
                  !open         ? ui.tr("facilitator.vote.at", ui.words->time(now.status.closed_ms))
                  : missing > 0 ? ui.trn("facilitator.vote.missing", missing)
                  : now.expected > 0
                      ? ui.tr("facilitator.vote.complete")
                      : ui.trn("vote.line.ballots", now.cast), // of nobody knows how many
                  open ? icon::lock : icon::check,
                  closing ? Stage::locked
                  : open  ? Stage::next
                          : Stage::done},
        StageFace{"facilitator.vote.reveal", ui.tr("facilitator.vote.reveal"),
                  ui.tr("facilitator.vote.together"), icon::visibility,
                  open ? Stage::locked : Stage::next}};
    draw_text(ui, area.min, type::h3, c.ink, ui.tr("facilitator.vote"));
    float const top = area.min.y + ui.px(40), high = ui.px(88), gap = ui.px(10);
    float const wide = (area.width() - 2 * gap) / 3;
    auto const may = enabled_if(ground.workshop.conducts());
    std::optional<Wish> wish;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        float const x = area.min.x + static_cast<float>(i) * (wide + gap);
        bool const pressed = draw_stage(ui, {{x, top}, {x + wide, top + high}}, faces.at(i), may) ||
                             (faces.at(i).stage == Stage::next && may == Enabled::yes &&
                              shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter));
        if (!pressed) continue;
        if (i == 1 && missing > 0 && !sure)
            view.sure = now.id;
        else if (i == 1)
            wish = edit::Command{edit::CloseRound{now.id, {}, ground.workshop.now_ms}};
        else if (i == 2)
            wish = edit::Command{edit::RevealRound{now.id}};
    }
    float const y = top + high + ui.px(12);
    draw_icon_at(ui, {area.min.x + ui.px(12), y + ui.px(13)}, ui.px(22), c.ink2, icon::shield);
    draw_paragraph(ui, {area.min.x + ui.px(36), y}, area.width() - ui.px(36), type::text, c.ink2,
                   ui.tr(open && missing > 0 ? "facilitator.vote.asks" : "facilitator.vote.secret"),
                   2);
    return wish;
}

// The same pixels as in the room's window, made smaller.
void draw_picture_of_room(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                          base::Rect const& box)
{
    auto const& c = ui.color();
    base::Rect const inside = base::grown(box, -std::round(ui.px(2)));
    base::Rect const whole{{std::round(inside.min.x), std::round(inside.min.y)},
                           {std::round(inside.max.x), std::round(inside.max.y)}};
    view.picture = {whole.width(), whole.height()};
    if (ground.picture.texture != 0)
        ui.list->AddImage(static_cast<ImTextureID>(ground.picture.texture),
                          {whole.min.x, whole.min.y}, {whole.max.x, whole.max.y});
    else
        fill(ui, whole, 0, c.sunken);
    outline(ui, box, ui.px(8), c.ink, std::round(ui.px(2)));
    touch(ui, "facilitator.picture", box, ui.tr("facilitator.room"), Enabled::yes, Role::area);
}

std::optional<Wish> draw_presses(Ui& ui, FacilitatorGround const& ground, base::Rect const& row)
{
    bool const drawn = ground.curtain == RoomCurtain::drawn;
    float const middle = row.min.x + row.width() * 0.57F, half = ui.px(6);
    std::optional<Wish> wish;
    if (button(ui, "facilitator.curtain", {row.min, {middle - half, row.max.y}},
               ui.tr(drawn ? "facilitator.curtain.open" : "facilitator.curtain"),
               {.rank = drawn ? Rank::primary : Rank::secondary,
                .icon = drawn ? icon::visibility : icon::visibility_off,
                .key = "R"}) ||
        shortcut(ui, ImGuiKey_R))
        wish = SetRoomCurtain{drawn ? RoomCurtain::open : RoomCurtain::drawn};
    if (button(ui, "facilitator.step", {{middle + half, row.min.y}, row.max},
               ui.tr("facilitator.step"), {.icon = icon::open_in_full, .key = "F5"}))
        wish = ShowFacilitator{FacilitatorPage::hidden};
    return wish;
}

void draw_live(Ui& ui, FacilitatorGround const& ground, base::Rect const& row)
{
    auto const& c = ui.color();
    bool const drawn = ground.curtain == RoomCurtain::drawn;
    auto const said = ui.tr(drawn ? "facilitator.behind" : "facilitator.live");
    auto const ink = drawn ? c.warn : c.opp;
    draw_text_in(ui, row, type::strong, ink, said, Align::right);
    auto const x = row.max.x - text_width(ui, type::strong, said) - ui.px(14);
    disc(ui, {x, row.center().y}, ui.px(5), ink);
    touch(ui, "facilitator.live", row, said, Enabled::yes, Role::area);
}

// « R rideau  T minuteur  F5 étape », at the bottom.
void draw_legend(Ui& ui, base::Rect const& row, bool votes)
{
    struct Press {
        std::string key;
        char const* text;
    };
    auto const enter = "Ctrl " + ui.tr("key.enter");
    std::array const presses{
        Press{"R", "facilitator.key.curtain"}, Press{"T", "facilitator.key.timer"},
        Press{votes ? enter : "F5", votes ? "facilitator.key.vote" : "facilitator.key.step"}};
    float x = row.min.x;
    for (auto const& press : presses) {
        x += draw_key(ui, {x, row.center().y}, press.key) + ui.px(10);
        x += draw_text_in(ui, {{x, row.min.y}, row.max}, type::legend, ui.color().ink2,
                          ui.tr(press.text)) +
             ui.px(24);
    }
}

} // namespace

std::optional<Wish> draw_room_card(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                                   base::Rect const& box)
{
    auto const& c = ui.color();
    auto const inner = draw_card(ui, box);
    base::Rect const head{inner.min, {inner.max.x, inner.min.y + ui.px(36)}};
    draw_text_in(ui, head, type::h2, c.ink, ui.tr("facilitator.room"));
    draw_live(ui, ground, head);
    auto const now = round_now(ground.workshop);
    bool const votes = now && ground.step == model::Step::vote;
    float const below = ui.px((votes ? vote_height : 76) + 20 + legend_height), presses = ui.px(48);
    float const ratio =
        ground.picture.size.x > 0 ? ground.picture.size.y / ground.picture.size.x : usual_ratio;
    float const top = head.max.y + ui.px(10);
    float const most = inner.max.y - below - presses - ui.px(14) - top;
    float const high = std::max(ui.px(60), std::min(inner.width() * ratio, most));
    float const wide = std::min(inner.width(), high / ratio);
    auto const middle = inner.center().x;
    base::Rect const picture{{middle - wide / 2, top}, {middle + wide / 2, top + high}};
    draw_picture_of_room(ui, view, ground, picture);
    base::Rect const row{{inner.min.x, picture.max.y + ui.px(14)},
                         {inner.max.x, picture.max.y + ui.px(14) + presses}};
    auto wish = draw_presses(ui, ground, row);
    float const y = row.max.y + ui.px(18);
    hairline_h(ui, inner.min.x, inner.max.x, y, c.line);
    base::Rect const rest{{inner.min.x, y + ui.px(14)}, inner.max};
    draw_legend(ui,
                {{inner.min.x, inner.max.y - ui.px(legend_height - 8)},
                 {inner.max.x, inner.max.y + ui.px(8)}},
                votes);
    if (votes) {
        if (auto asked = draw_vote(ui, view, ground, *now, rest)) wish = std::move(asked);
        return wish;
    }
    draw_icon_at(ui, {rest.min.x + ui.px(12), rest.min.y + ui.px(13)}, ui.px(22), c.ink2,
                 icon::shield);
    draw_paragraph(ui, {rest.min.x + ui.px(36), rest.min.y}, rest.width() - ui.px(36), type::text,
                   c.ink2, ui.tr("facilitator.private"), 3);
    return wish;
}

} // namespace ui
