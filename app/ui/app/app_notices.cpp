#include "i18n/errors.h"
#include "ui/app/app.h"
#include "ui/kit/over_all.h"
#include "ui/kit/paint.h"

#include <algorithm>

// Notices at the bottom of the screen.
namespace ui {
namespace {

constexpr std::size_t notices_max = 3;
constexpr double notice_s = 8;
constexpr float unsaved_height = 24; // of the bar over dialogs and booths
constexpr float foot = 24;           // below the notices
constexpr float booth_foot = 120;
constexpr float between = 12;  // notices
constexpr float step_up = 56;  // between the places tried for them
constexpr float top_room = 90; // of the top bar
constexpr float at_the_side = 24;

// Whether a widget may be pressed and is small: buttons, switches, a timeline, the overview map;
// not cards, which a person can move, nor other areas.
bool is_control(Ui const& ui, std::string const& id, Seen const& seen)
{
    if (!seen.enabled || seen.covered || id.starts_with("notice.")) return false;
    return id == "minimap" || (seen.box.height() <= ui.px(80) && !id.starts_with("card."));
}

// The bottom left corner of notices of this size that cover the fewest controls; of equal ones the
// lowest, then the one nearest to the middle.
base::Vec2 free_corner(Ui const& ui, float width, float height, float lowest)
{
    float const middle = (ui.size.x - width) / 2;
    base::Vec2 best{middle, lowest};
    auto fewest = ui.probe.widgets.size() + 1;
    for (float bottom = lowest; bottom - height > ui.px(top_room); bottom -= ui.px(step_up))
        for (float const left : {middle, middle / 2, ui.px(at_the_side)}) {
            base::Rect const box{{left, bottom - height}, {left + width, bottom}};
            auto const covered = static_cast<std::size_t>(
                std::ranges::count_if(ui.probe.widgets, [&](auto const& widget) {
                    return is_control(ui, widget.first, widget.second) &&
                           box.overlaps(widget.second.box);
                }));
            if (covered < fewest) fewest = covered, best = {left, bottom};
        }
    return best;
}

} // namespace

// Repeating a visible notice restarts it.
void App::say(std::string text, Tone tone, About about)
{
    std::erase_if(notices_, [&](Notice const& notice) { return notice.text == text; });
    notices_.push_back({std::move(text), tone, about, 0, {}});
    if (notices_.size() > notices_max) notices_.erase(notices_.begin());
}

void App::tell(base::Error const& error, About about)
{
    say(i18n::sentence(words(), error), Tone::warn, about);
}

void App::told(base::Result<void> const& result)
{
    noted(result);
    if (result) return;
    bool const unsaved = dispatch_.save_state() == SaveState::failed;
    tell(result.error(), unsaved ? About::saving : About::anything);
}

// Cancels actions that were to follow a refused one.
void App::noted(base::Result<void> const& result)
{
    granted_ = result ? Granted::kept : Granted::refused;
    if (result) return refused_.reset();
    for (auto const& screen : screens_.all()) screen->stop_there();
}

// The top bar shows unsaved changes; this shows them when the bar is covered.
void App::draw_unsaved(Ui& ui)
{
    auto const state = dispatch_.save_state();
    bool const stopped = state == SaveState::stopped;
    if (!dispatch_.open() || !layer_open(ui) || (!stopped && state != SaveState::failed)) return;
    Above const above(ui);
    auto const& c = ui.color();
    // Where nothing is to be pressed: a booth has its buttons at the bottom.
    float const top = in_the_booth() ? 0 : ui.size.y - ui.px(unsaved_height);
    base::Rect const strip{{0, top}, {ui.size.x, top + ui.px(unsaved_height)}};
    auto const said = ui.tr(stopped ? "top.stopped" : "top.failed");
    auto const press = touch(ui, "unsaved", strip, said);
    fill(ui, strip, 0, c.risk);
    auto const half = text_width(ui, type::meta, said) / 2;
    draw_icon_at(ui, {strip.center().x - half - ui.px(16), strip.center().y}, ui.px(18), c.card,
                 icon::warning_amber);
    draw_text_in(ui, strip, type::meta, c.card, said, Align::centre);
    if (press.focused) outline(ui, strip, 0, c.ink, ui.px(3));
    if (press.clicked && file_.state == FileDialog::State::closed) ask(SaveCopy{});
}

// A message at the bottom, removed by a click or after eight seconds.
void App::draw_notice(Ui& ui)
{
    bool const saved = dispatch_.save_state() == SaveState::saved;
    std::erase_if(notices_, [&](Notice& notice) {
        if (notice.until_s == 0) notice.until_s = ui.now_s + notice_s;
        return ui.now_s > notice.until_s || (saved && notice.about == About::saving) ||
               (!warned_ && notice.about == About::leaving);
    });
    if (notices_.empty()) return;
    Above const above(ui);
    float const width = std::min(ui.px(920), ui.size.x - ui.px(200));
    float y = ui.size.y - ui.px(in_the_booth() ? booth_foot : foot); // above the buttons
    auto& newest = notices_.back();
    bool const over_layer = layer_open(ui);
    if (!newest.corner || newest.over_layer != over_layer) {
        float height = -ui.px(between);
        for (auto const& notice : notices_)
            height += notice_height(ui, notice.text, width) + ui.px(between);
        newest.corner = free_corner(ui, width, height, y);
        newest.over_layer = over_layer;
    }
    y = std::min(newest.corner->y, y);
    float const left = std::min(newest.corner->x, ui.size.x - width - ui.px(at_the_side));
    for (std::size_t i = notices_.size(); i-- > 0;) {
        auto const& notice = notices_[i];
        float const height = notice_height(ui, notice.text, width);
        base::Rect const box{{left, y - height}, {left + width, y}};
        if (ui::notice(ui, "notice." + std::to_string(i), box, notice.tone, notice.text)) {
            notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
        y -= height + ui.px(between);
    }
}

void App::grant_one(ShowAbout const&)
{
    about_.about = dispatch_.about();
    about_.shown = true;
}

void App::grant_one(ShowGuide const&)
{
    auto const name = settings_.language == "en" ? "guide.en.html" : "guide.fr.html";
    if (auto const opened = dispatch_.open_document(name, Host::Use::read); opened)
        say(words().text("notice.guide.facilitator", opened->string()), Tone::info);
    else
        tell(opened.error());
}

} // namespace ui
