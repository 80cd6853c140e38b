#include "support/ui/ui_driver.h"

#include "support/folders.h"
#include "ui/kit/ui_state.h"

#include <imgui.h>

#include <filesystem>
#include <utility>

namespace support {
namespace {

constexpr double frame_s = 1.0 / 60;
constexpr int drag_steps = 10;

template <class T>
T loaded(base::Result<T> result)
{
    if (!result)
        throw std::runtime_error("cannot load " + result.error().where + ": " +
                                 result.error().detail);
    return std::move(*result);
}

// Without a graphics card, every texture request of ImGui is marked as done.
void accept_textures()
{
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else {
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

} // namespace

UiDriver::UiDriver(std::function<void(ui::Ui&)> draw, base::Vec2 size, Language language)
    : draw_(std::move(draw))
    , context_(ImGui::CreateContext())
{
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {size.x, size.y};
    io.DeltaTime = static_cast<float>(frame_s);
    io.ConfigInputTrickleEventQueue = false; // all input is processed in the next frame
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    auto& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = &clipboard_;
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, char const* text) {
        *static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData) = text;
    };
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)
            ->c_str();
    };
    std::filesystem::path const assets = support::assets_dir();
    ui_.state->names_at_once = true; // label placement finishes within the frame
    ui_.fonts = loaded(ui::load_fonts(assets / "fonts"));
    day_ = loaded(board::load_palette(assets / "themes" / "papier.theme"));
    french_ = std::make_unique<i18n::Catalogue>(
        loaded(i18n::Catalogue::load(assets, i18n::Language::french)));
    english_ = std::make_unique<i18n::Catalogue>(
        loaded(i18n::Catalogue::load(assets, i18n::Language::english)));
    ui_.palette = &day_;
    speak(language);
    frame(2);
}

UiDriver::~UiDriver()
{
    ImGui::SetCurrentContext(context_);
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void UiDriver::speak(Language language)
{
    ui_.words = language == Language::french ? french_.get() : english_.get();
}

void UiDriver::frame(int frames)
{
    ImGui::SetCurrentContext(context_);
    for (int i = 0; i < frames; ++i) {
        now_s_ += frame_s;
        ImGui::NewFrame();
        ui::begin_frame(ui_, now_s_);
        draw_(ui_);
        ui::end_frame(ui_);
        ImGui::Render();
        accept_textures();
        if (!ImGui::GetDrawData()->Valid) throw std::runtime_error("the frame has no draw data");
    }
}

void UiDriver::settle(double most_s)
{
    auto const end = now_s_ + most_s;
    frame(3);
    while (ui_.redraw_until_s > now_s_ && now_s_ < end) frame();
}

void UiDriver::move_to(base::Vec2 at)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    frame(2);
}

ui::Seen const& UiDriver::seen(std::string const& id) const
{
    auto const found = ui_.probe.widgets.find(id);
    if (found == ui_.probe.widgets.end()) throw std::runtime_error("absent: " + id);
    return found->second;
}

void UiDriver::reach(std::string const& id)
{
    if (!seen(id).enabled) throw std::runtime_error("disabled: " + id);
    if (seen(id).covered) throw std::runtime_error("covered: " + id);
    // The middle of the widget, or a point beside it where another widget covers the middle.
    for (float const along : {0.5F, 0.25F, 0.75F, 0.1F, 0.9F}) {
        auto const& box = seen(id).box;
        move_to({box.min.x + box.width() * along, box.center().y});
        if (seen(id).hovered) return;
    }
    throw std::runtime_error("covered: " + id);
}

void UiDriver::hover(std::string const& id) { reach(id); }

void UiDriver::press()
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frame();
}

void UiDriver::release()
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    frame(3);
}

void UiDriver::click(std::string const& id)
{
    reach(id);
    frame(30); // half a second, so that two clicks are not a double-click
    press();
    release();
}

void UiDriver::right_click(std::string const& id)
{
    reach(id);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, true);
    frame();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, false);
    frame(3);
}

void UiDriver::double_click(std::string const& id)
{
    click(id);
    press();
    release();
}

void UiDriver::click_at(base::Vec2 at)
{
    move_to(at);
    frame(30);
    press();
    release();
}

void UiDriver::drag(std::string const& id, base::Vec2 to)
{
    reach(id);
    auto const from = centre(id);
    frame(30);
    press();
    for (int i = 1; i <= drag_steps; ++i)
        move_to(from + (to - from) * (static_cast<float>(i) / drag_steps));
    release();
}

void UiDriver::drag_onto(std::string const& from, std::string const& onto)
{
    drag(from, centre(onto));
}

void UiDriver::wheel(float notches)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
    frame(2);
}

void UiDriver::type(std::string_view text)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddInputCharactersUTF8(std::string{text}.c_str());
    frame(2);
}

void UiDriver::key(int chord)
{
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    auto const press_all = [&](bool down) {
        for (int mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super})
            if ((chord & mod) != 0) io.AddKeyEvent(static_cast<ImGuiKey>(mod), down);
        io.AddKeyEvent(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_), down);
    };
    press_all(true);
    frame();
    press_all(false);
    frame(2);
}

void UiDriver::paste(std::string text) { clipboard_ = std::move(text); }
std::string UiDriver::copied() const { return clipboard_; }

bool UiDriver::shows(std::string const& id) const { return ui_.probe.widgets.count(id) != 0; }
bool UiDriver::enabled(std::string const& id) const { return seen(id).enabled; }
bool UiDriver::on(std::string const& id) const { return seen(id).on; }
std::string UiDriver::label(std::string const& id) const { return seen(id).label; }
std::string UiDriver::value(std::string const& id) const { return seen(id).value; }
base::Rect UiDriver::box(std::string const& id) const { return seen(id).box; }

} // namespace support
