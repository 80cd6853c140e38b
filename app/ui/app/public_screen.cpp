#include "ui/app/public_screen.h"

#include "ui/app/scales.h"
#include "ui/kit/frame.h"
#include "ui/kit/paint.h"
#include "ui/paint/timer.h"
#include "ui/screens/join/join_view.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr Type clock_type{Face::display, 34, 42};

std::string title_of(RoomScene const& scene)
{
    return scene.session ? model::get<model::Profile>(scene.session->document).title
                         : std::string{};
}

// The title and the timer.
void draw_bar(Ui& ui, RoomScene const& scene)
{
    auto const& c = ui.color();
    auto const area = layout_of(ui, Panel::hidden).top;
    AtScale const scale(ui, ui.bar_scale);
    fill(ui, area, 0, c.panel);
    hairline_h(ui, area.min.x, area.max.x, area.max.y - 1, c.line);
    logo(ui, {ui.px(44), area.center().y}, ui.px(40));
    auto const left = left_of(model::get<model::Timer>(scene.session->document), scene.now_ms);
    auto const said = time_said(ui, left);
    float end = area.max.x - ui.px(28);
    if (left.state != Left::State::off) {
        bool const late = left.state == Left::State::over || last_minute(left);
        auto const ink = late ? c.risk : left.state == Left::State::paused ? c.ink2 : c.ink;
        base::Rect const box{{end - text_width(ui, clock_type, said) - 1, area.min.y},
                             {end, area.max.y}};
        draw_text_in(ui, box, clock_type, ink, said);
        touch(ui, "room.timer", box, said, Enabled::yes, Role::area);
        draw_clock(ui, {box.min.x - ui.px(30), area.center().y}, ui.px(15), left);
        end = box.min.x - ui.px(72);
    }
    base::Rect const title{{ui.px(80), area.min.y}, {end, area.max.y}};
    auto const text = title_of(scene);
    touch(ui, "room.title", title, text, Enabled::yes, Role::area);
    draw_text_in(ui, title, type::h2, c.ink, text);
}

// A title on the plain ground; `line` below it.
void draw_rest(Ui& ui, std::string_view id, std::string_view title, std::string_view line)
{
    auto const& c = ui.color();
    auto const middle = ui.screen().center();
    float const width = std::min(ui.px(1200), ui.size.x - ui.px(96));
    float const high = paragraph_height(ui, type::big, title, width, 3);
    logo(ui, {middle.x, middle.y - high / 2 - ui.px(90)}, ui.px(92));
    draw_paragraph(ui, {middle.x - width / 2, middle.y - high / 2}, width, type::big, c.ink, title,
                   3, Align::centre);
    draw_paragraph(ui, {middle.x - width / 2, middle.y + high / 2 + ui.px(18)}, width, type::h2,
                   c.ink2, line, 2, Align::centre);
    touch(ui, id, ui.screen(), title, Enabled::yes, Role::area);
}

} // namespace

bool RoomScene::same(RoomScene const& other) const
{
    auto const ballots = [](session::View const& view) {
        std::vector<std::pair<model::RoundId, std::size_t>> out;
        for (auto const& box : view.boxes) out.emplace_back(box.round, box.ballots);
        return out;
    };
    auto const phones = [](RoomState const& room) {
        return std::tuple(room.url, room.seats, room.here, room.hands);
    };
    if (session.has_value() != other.session.has_value()) return false;
    if (session &&
        (session->opening != other.session->opening || session->version != other.session->version ||
         ballots(*session) != ballots(*other.session)))
        return false;
    if (join.has_value() != other.join.has_value()) return false;
    if (join && phones(*join) != phones(*other.join)) return false;
    return wifi == other.wifi && step == other.step && look == other.look &&
           curtain == other.curtain && words == other.words && palette == other.palette &&
           scale_percent == other.scale_percent && motion == other.motion;
}

PublicScreen::PublicScreen() = default;
PublicScreen::~PublicScreen() = default;

void PublicScreen::dress(Ui& ui, RoomScene const& scene)
{
    ui.audience = Audience::room;
    ui.words = scene.words;
    ui.palette = scene.palette;
    ui.motion = scene.motion;
    float const fit =
        std::clamp(std::min(ui.size.x / design_width, ui.size.y / design_height), 0.25F, 4.0F);
    ui.scale = fit * std::max(room_scale, static_cast<float>(scene.scale_percent) / 100);
    ui.bar_scale = std::min(ui.scale, std::max(fit, ui.size.x / design_width));
    ui.sides = 0;
}

void PublicScreen::draw_step(Ui& ui, RoomScene const& scene, Workshop const& workshop)
{
    if (scene.join) {
        open(*join_);
        join_->wifi = scene.wifi;
        (void)ui::draw(ui, *join_, {workshop, &*scene.join});
        return;
    }
    auto& screen = screens_.at(scene.look.step.value_or(scene.step));
    screen.begin_frame(ui);
    screen.show_the_room(scene.look, ui.scale);
    (void)screen.draw(ui, workshop);
}

void PublicScreen::draw(Ui& ui, RoomScene const& scene)
{
    dress(ui, scene);
    fill(ui, ui.screen(), 0, ui.color().paper);
    if (!scene.session) {
        draw_rest(ui, "room.waiting", ui.tr("second.waiting"), ui.tr("second.waiting.line"));
        return;
    }
    if (opening_ != scene.session->opening) screens_ = Screens();
    opening_ = scene.session->opening;
    if (scene.curtain == RoomCurtain::drawn) {
        draw_rest(ui, "room.curtain", title_of(scene), ui.tr("second.curtain.line"));
        return;
    }
    Workshop const workshop{
        *scene.session,       ids_,         computed_, scene.now_ms, 0,
        SaveState::read_only, Access::read, {},        nullptr,      scene.session->version,
        Workshop::Moment::now};
    draw_step(ui, scene, workshop);
    draw_bar(ui, scene);
}

} // namespace ui
