#include "ui/app.h"

#include "ui/paint.h"
#include "ui/top_bar.h"
#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr float design_width = 1920, design_height = 1080;
constexpr float room_scale = 1.3F; // what is drawn larger when the room reads from afar
constexpr double notice_s = 8;

} // namespace

App::App(Host& host, Look const& look, Settings const& settings)
    : host_(host)
    , look_(look)
    , settings_(settings)
{
}

i18n::Catalogue const& App::words() const
{
    return settings_.language == "en" ? *look_.english : *look_.french;
}

Workshop App::workshop() const
{
    return {*open_->session, host_.now_ms(), saved_ms_,
            save_state_,     open_->access,  open_->path.filename().string()};
}

model::Step App::step() const
{
    auto const said = model::get<model::Stage>(open_->session->document()).step;
    return looked_at_.value_or(said);
}

void App::look_at(model::CaseId card)
{
    if (open_) centre_on(step() == model::Step::group ? group_.canvas : gather_.canvas, card);
}

std::string App::window_title() const
{
    if (!open_) return "Cadran";
    return model::get<model::Profile>(open_->session->document()).title + " – Cadran";
}

std::optional<double> App::next_change() const
{
    if (!notices_.empty()) return 1.0;
    if (!open_) return std::nullopt;
    auto const timer = model::get<model::Timer>(open_->session->document());
    bool const running = timer.end_ms > host_.now_ms() && timer.paused_left_ms == 0;
    return running ? std::optional(0.5) : std::nullopt;
}

// The language, the light and the size that the settings say.
void App::dress(Ui& ui) const
{
    ui.words = &words();
    ui.palette = settings_.appearance == Appearance::night ? look_.night : look_.day;
    float const fit = std::min(ui.size.x / design_width, ui.size.y / design_height);
    float const mode = mode_ == Mode::room ? room_scale : 1.0F;
    ui.scale =
        std::clamp(fit, 0.5F, 4.0F) * static_cast<float>(settings_.scale_percent) / 100 * mode;
}

std::optional<Wish> App::shortcuts(Ui& ui) const
{
    if (shortcut(ui, ImGuiKey_F11)) return SetMode{mode_ == Mode::desk ? Mode::room : Mode::desk};
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Equal))
        return SetScale{std::min(130, settings_.scale_percent + 15)};
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Minus))
        return SetScale{std::max(100, settings_.scale_percent - 15)};
    if (!open_) return std::nullopt;
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_S)) return SaveCopy{};
    if (open_->access == Access::edit) {
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Z)) return Undo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z)) return Redo{};
        if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Y)) return Redo{};
    }
    for (int n = 0; n < 5; ++n)
        if (shortcut(ui, ImGuiMod_Alt | (ImGuiKey_1 + n)))
            return edit::SetStep{static_cast<model::Step>(n)};
    return std::nullopt;
}

void App::draw(Ui& ui)
{
    dress(ui);
    fill(ui, ui.screen(), 0, ui.color().paper);
    if (open_)
        draw_workshop(ui);
    else
        draw_home(ui);
    draw_notice(ui);
    ui::draw(ui, keys_);
}

void App::draw_home(Ui& ui)
{
    auto wish = ui::draw(ui, home_, host_);
    if (auto asked = draw_home_bar(ui, settings_)) wish = std::move(asked);
    if (auto asked = ui::draw(ui, import_)) wish = std::move(asked);
    if (auto asked = shortcuts(ui)) wish = std::move(asked);
    if (wish) grant(*wish);
}

std::optional<Wish> App::draw_step(Ui& ui, Workshop const& workshop)
{
    switch (step()) {
    case model::Step::gather: return ui::draw(ui, gather_, workshop);
    case model::Step::group: return ui::draw(ui, group_, workshop);
    case model::Step::vote: return ui::draw(ui, vote_, workshop);
    case model::Step::place: return ui::draw(ui, place_, workshop);
    case model::Step::decide:
    case model::Step::review: return ui::draw(ui, decide_, workshop);
    }
    return std::nullopt;
}

void App::draw_workshop(Ui& ui)
{
    auto const shown = workshop();
    auto wish = draw_step(ui, shown);
    if (auto asked = draw_top_bar(ui, top_bar_, shown, step(), settings_, mode_))
        wish = std::move(asked);
    if (auto asked = ui::draw(ui, import_)) wish = std::move(asked);
    if (auto asked = shortcuts(ui)) wish = std::move(asked);
    if (shortcut(ui, ImGuiKey_F1)) keys_.open();
    if (wish) grant(*wish);
}

// What went wrong or well, at the foot of the screen until read: a click or eight seconds send it
// away.
void App::draw_notice(Ui& ui)
{
    std::erase_if(notices_, [&](Notice& notice) {
        if (notice.until_s == 0) notice.until_s = ui.now_s + notice_s;
        return ui.now_s > notice.until_s;
    });
    if (notices_.empty()) return;
    float y = ui.size.y - ui.px(24);
    for (std::size_t i = notices_.size(); i-- > 0;) {
        auto const& notice = notices_[i];
        float const width = std::min(ui.px(920), ui.size.x - ui.px(200));
        float const height = notice_height(ui, notice.text, width);
        base::Rect const box{{(ui.size.x - width) / 2, y - height}, {(ui.size.x + width) / 2, y}};
        if (ui::notice(ui, "notice." + std::to_string(i), box, notice.tone, notice.text)) {
            notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
        y -= height + ui.px(12);
    }
}

} // namespace ui
