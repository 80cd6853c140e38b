#include "ui/kit/fonts.h"

#include "pictures/font_files.h"
#include "platform/mapped.h"

#include <imgui.h>

#include <cfloat>
#include <cstdio>
#include <map>
#include <string_view>

namespace ui {
namespace {

// A font's file. Mapped once for every atlas of the program: ImGui would copy it for each source.
base::Result<std::string_view> font_file(std::filesystem::path const& path)
{
    static std::map<std::filesystem::path, platform::Mapped> known;
    auto found = known.find(path);
    if (found == known.end()) {
        auto mapped = platform::map_file(path);
        if (!mapped) return base::fail(base::Errc::io, "fonts.file", path.string());
        found = known.emplace(path, *std::move(mapped)).first;
    }
    return found->second.bytes();
}

// A negative size makes ImGui's loader map the em square to the size, as CSS does, instead of
// ascent to descent. Offsets and advances are then negative too, hence the signs below.
constexpr float reference_px = -20;

ImFontConfig config_of(std::string_view bytes, char const* name)
{
    ImFontConfig config;
    config.FontData = const_cast<char*>(bytes.data()); // only read
    config.FontDataSize = static_cast<int>(bytes.size());
    config.SizePixels = reference_px;
    config.GlyphMaxAdvanceX = -FLT_MAX;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    return config;
}

ImFont* add(ImFontConfig config)
{
    auto* atlas = ImGui::GetIO().Fonts;
    config.FontDataOwnedByAtlas = true; // so that it is not copied
    auto* font = atlas->AddFont(&config);
    atlas->Sources.back().FontDataOwnedByAtlas = false; // so that it is not freed
    return font;
}

// What the font added last lacks: symbols and emoji, then Chinese and Japanese.
base::Result<void> merge_fallbacks(std::filesystem::path const& folder)
{
    for (auto const* name : pictures::fallback_fonts) {
        auto const bytes = font_file(folder / name);
        if (!bytes) return base::fail(bytes.error());
        auto fallback = config_of(*bytes, name);
        fallback.MergeMode = true;
        add(fallback);
    }
    return {};
}

// Digits come from a second, merged source that centres each in `digit_em`, the advance of the
// font's tabular figures, as ImGui does not support that feature.
ImFont* add_text_font(std::string_view bytes, char const* name, float digit_em)
{
    static constexpr ImWchar digits[] = {'0', '9', 0};
    static constexpr ImWchar others[] = {1, '0' - 1, '9' + 1, IM_UNICODE_CODEPOINT_MAX, 0};
    auto letters = config_of(bytes, name);
    letters.GlyphExcludeRanges = digits;
    auto* font = add(letters);
    auto figures = config_of(bytes, name);
    figures.MergeMode = true;
    figures.GlyphExcludeRanges = others;
    figures.GlyphMinAdvanceX = figures.GlyphMaxAdvanceX = digit_em * reference_px;
    add(figures);
    return font;
}

constexpr std::array text_fonts{"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                                "InterDisplay-SemiBold.otf"};

} // namespace

base::Result<Fonts> load_fonts(std::filesystem::path const& folder)
{
    Fonts fonts;
    for (std::size_t i = 0; i < text_fonts.size(); ++i) {
        auto const bytes = font_file(folder / text_fonts.at(i));
        auto const face = static_cast<Face>(i);
        if (!bytes) return base::fail(bytes.error());
        fonts.faces[i] = add_text_font(*bytes, text_fonts.at(i), pictures::tabular_digit(face));
        if (auto const ok = merge_fallbacks(folder); !ok) return base::fail(ok.error());
        if (face != Face::display) continue;
        fonts.headings = add(config_of(*bytes, text_fonts.at(i)));
        if (auto const ok = merge_fallbacks(folder); !ok) return base::fail(ok.error());
    }
    auto const bytes = font_file(folder / "MaterialIcons-Regular.ttf");
    if (!bytes) return base::fail(bytes.error());
    fonts.icons = add(config_of(*bytes, "MaterialIcons-Regular.ttf"));
    ImGui::GetIO().FontDefault = fonts.face(Face::medium, Figures::tabular);
    ImGui::GetStyle().FontSizeBase = 18;
    return fonts;
}

} // namespace ui
