#include "ui/kit/fonts.h"

#include "pictures/font_files.h"

#include <imgui.h>

#include <cfloat>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <vector>

namespace ui {
namespace {

using Bytes = std::vector<char>;

base::Result<Bytes> read(std::filesystem::path const& path)
{
    std::error_code failed;
    auto const size = std::filesystem::file_size(path, failed);
    Bytes bytes(failed ? 0 : size);
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file || bytes.empty()) return base::fail(base::Errc::io, "fonts.file", path.string());
    return bytes;
}

// A negative size makes ImGui's loader map the em square to the size, as CSS does, instead of
// ascent to descent. Offsets and advances are then negative too, hence the signs below.
constexpr float reference_px = -20;

ImFontConfig config_of(Bytes& bytes, char const* name)
{
    ImFontConfig config;
    config.FontData = bytes.data();
    config.FontDataSize = static_cast<int>(bytes.size());
    config.FontDataOwnedByAtlas = false; // ImGui copies it
    config.SizePixels = reference_px;
    config.GlyphMaxAdvanceX = -FLT_MAX;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    return config;
}

// A fallback font, read once: every atlas of the program refers to the same bytes, as ImGui would
// copy megabytes for each text font.
Bytes* fallback_in(std::filesystem::path const& file)
{
    static std::map<std::filesystem::path, Bytes> known;
    auto const found = known.find(file);
    if (found != known.end()) return &found->second;
    auto bytes = read(file);
    return bytes ? &known.emplace(file, *std::move(bytes)).first->second : nullptr;
}

// What the font added last lacks: symbols and emoji, then Chinese and Japanese.
base::Result<void> merge_fallbacks(std::filesystem::path const& folder)
{
    auto* atlas = ImGui::GetIO().Fonts;
    for (auto const* name : pictures::fallback_fonts) {
        auto* bytes = fallback_in(folder / name);
        if (!bytes) return base::fail(base::Errc::io, "fonts.file", (folder / name).string());
        auto fallback = config_of(*bytes, name);
        fallback.MergeMode = true;
        fallback.FontDataOwnedByAtlas = true; // so that it is not copied
        atlas->AddFont(&fallback);
        atlas->Sources.back().FontDataOwnedByAtlas = false; // so that it is not freed
    }
    return {};
}

// Digits come from a second, merged source that centres each in `digit_em`, the advance of the
// font's tabular figures, as ImGui does not support that feature.
ImFont* add_text_font(Bytes& bytes, char const* name, float digit_em)
{
    static constexpr ImWchar digits[] = {'0', '9', 0};
    static constexpr ImWchar others[] = {1, '0' - 1, '9' + 1, IM_UNICODE_CODEPOINT_MAX, 0};
    auto* atlas = ImGui::GetIO().Fonts;
    auto letters = config_of(bytes, name);
    letters.GlyphExcludeRanges = digits;
    auto* font = atlas->AddFont(&letters);
    auto figures = config_of(bytes, name);
    figures.MergeMode = true;
    figures.GlyphExcludeRanges = others;
    figures.GlyphMinAdvanceX = figures.GlyphMaxAdvanceX = digit_em * reference_px;
    atlas->AddFont(&figures);
    return font;
}

constexpr std::array text_fonts{"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                                "InterDisplay-SemiBold.otf"};

} // namespace

base::Result<Fonts> load_fonts(std::filesystem::path const& folder)
{
    Fonts fonts;
    for (std::size_t i = 0; i < text_fonts.size(); ++i) {
        auto bytes = read(folder / text_fonts.at(i));
        auto const face = static_cast<Face>(i);
        if (!bytes) return base::fail(bytes.error());
        fonts.faces[i] = add_text_font(*bytes, text_fonts.at(i), pictures::tabular_digit(face));
        if (auto const ok = merge_fallbacks(folder); !ok) return base::fail(ok.error());
        if (face != Face::display) continue;
        auto headings = config_of(*bytes, text_fonts.at(i));
        fonts.headings = ImGui::GetIO().Fonts->AddFont(&headings);
        if (auto const ok = merge_fallbacks(folder); !ok) return base::fail(ok.error());
    }
    auto bytes = read(folder / "MaterialIcons-Regular.ttf");
    if (!bytes) return base::fail(bytes.error());
    auto icons = config_of(*bytes, "MaterialIcons-Regular.ttf");
    fonts.icons = ImGui::GetIO().Fonts->AddFont(&icons);
    ImGui::GetIO().FontDefault = fonts.face(Face::medium, Figures::tabular);
    ImGui::GetStyle().FontSizeBase = 18;
    return fonts;
}

} // namespace ui
