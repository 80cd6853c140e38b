#include "pictures/font_files.h"

#include "base/text.h"

#include <fmt/format.h>

#include <array>
#include <deque>
#include <fstream>
#include <ft2build.h>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace pictures {
namespace {

constexpr std::array text_files{"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                                "InterDisplay-SemiBold.otf"};
constexpr char const* icon_file = "MaterialIcons-Regular.ttf";

using Library = std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)>;
using FontFace = std::unique_ptr<FT_FaceRec_, decltype(&FT_Done_Face)>;

FontFace no_face() { return {nullptr, &FT_Done_Face}; }

// In em; 0 where the font lacks the character.
float advance_em(FT_Face face, char32_t character)
{
    auto const glyph = FT_Get_Char_Index(face, character);
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0) return 0;
    return static_cast<float>(face->glyph->metrics.horiAdvance) /
           static_cast<float>(face->units_per_EM);
}

// Collects the outline of a glyph, scaled to 1 em, with y = 0 at `top`.
struct PartsOf {
    float em = 1, top = 0; // font units
    Outline out;

    static PartsOf& of(void* user) { return *static_cast<PartsOf*>(user); }
    [[nodiscard]] base::Vec2 at(FT_Vector const* p) const
    {
        return {static_cast<float>(p->x) / em, (top - static_cast<float>(p->y)) / em};
    }
    static int move(FT_Vector const* to, void* user)
    {
        of(user).out.parts.push_back({Outline::Kind::move, {}, {}, of(user).at(to)});
        return 0;
    }
    static int line(FT_Vector const* to, void* user)
    {
        of(user).out.parts.push_back({Outline::Kind::line, {}, {}, of(user).at(to)});
        return 0;
    }
    static int conic(FT_Vector const* control, FT_Vector const* to, void* user)
    {
        of(user).out.parts.push_back(
            {Outline::Kind::conic, of(user).at(control), {}, of(user).at(to)});
        return 0;
    }
    static int cubic(FT_Vector const* a, FT_Vector const* b, FT_Vector const* to, void* user)
    {
        of(user).out.parts.push_back(
            {Outline::Kind::cubic, of(user).at(a), of(user).at(b), of(user).at(to)});
        return 0;
    }
};

// Empty where the font lacks the glyph. `top`: the y that becomes 0, in font units.
Outline outline_of(FT_Face face, FT_UInt glyph, float top)
{
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0) return {};
    PartsOf parts{static_cast<float>(face->units_per_EM), top, {}};
    FT_Outline_Funcs const funcs{
        &PartsOf::move, &PartsOf::line, &PartsOf::conic, &PartsOf::cubic, 0, 0};
    if (FT_Outline_Decompose(&face->glyph->outline, &funcs, &parts) != 0) return {};
    return std::move(parts.out);
}

} // namespace

struct FontFiles::Faces {
    Library library{nullptr, &FT_Done_FreeType};
    std::deque<std::string> files; // what the faces read
    std::array<FontFace, text_files.size()> texts{no_face(), no_face(), no_face(), no_face()};
    FontFace icons = no_face();
    std::array<FontFace, fallback_fonts.size()> fallbacks{no_face(), no_face()};

    // The font that has a character; the text font itself where none has.
    [[nodiscard]] FT_Face having(Face face, char32_t character) const
    {
        auto* text = texts.at(static_cast<std::size_t>(face)).get();
        if (FT_Get_Char_Index(text, character) != 0) return text;
        for (auto const& fallback : fallbacks)
            if (FT_Get_Char_Index(fallback.get(), character) != 0) return fallback.get();
        return text;
    }

    [[nodiscard]] float advance(Type const& type, char32_t character) const
    {
        bool const digit = character >= '0' && character <= '9';
        if (digit && type.figures == Figures::tabular) return tabular_digit(type.face);
        return advance_em(having(type.face, character), character);
    }
};

namespace {

class FileMeasure : public Measure {
public:
    using Advance = std::function<float(Type const&, char32_t)>;
    FileMeasure(Advance advance, float unit)
        : advance_(std::move(advance))
        , unit_(unit)
    {
    }
    [[nodiscard]] float advance(Type const& type, char32_t character) const override
    {
        return advance_(type, character) * em_size(type, unit_);
    }
    [[nodiscard]] float width(Type const& type, std::string_view text) const override
    {
        float em = 0;
        for (std::size_t at = 0; at < text.size();) {
            auto const c = base::character_at(text, at);
            em += advance_(type, c.code);
            at += c.bytes;
        }
        return em * em_size(type, unit_);
    }

private:
    Advance advance_;
    float unit_;
};

} // namespace

FontFiles::FontFiles(std::unique_ptr<Faces> faces)
    : faces_(std::move(faces))
{
}
FontFiles::FontFiles(FontFiles&&) noexcept = default;
FontFiles& FontFiles::operator=(FontFiles&&) noexcept = default;
FontFiles::~FontFiles() = default;

base::Result<FontFiles> FontFiles::load(std::filesystem::path const& folder)
{
    auto faces = std::make_unique<Faces>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return base::fail(base::Errc::io, "fonts.file", folder.string());
    faces->library.reset(library);
    auto const open = [&](FontFace& into, char const* name) {
        // Read here: FreeType would open the file by a narrow name.
        std::ifstream file(folder / name, std::ios::binary);
        auto& bytes = faces->files.emplace_back(std::istreambuf_iterator<char>(file),
                                                std::istreambuf_iterator<char>());
        FT_Face face = nullptr;
        if (FT_New_Memory_Face(library, reinterpret_cast<FT_Byte const*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &face) != 0)
            return false;
        into.reset(face);
        return FT_IS_SCALABLE(face) && face->units_per_EM > 0;
    };
    std::vector<std::pair<FontFace*, char const*>> wanted{{&faces->icons, icon_file}};
    for (std::size_t i = 0; i < text_files.size(); ++i)
        wanted.emplace_back(&faces->texts.at(i), text_files.at(i));
    for (std::size_t i = 0; i < fallback_fonts.size(); ++i)
        wanted.emplace_back(&faces->fallbacks.at(i), fallback_fonts.at(i));
    for (auto const& [into, file] : wanted)
        if (!open(*into, file))
            return base::fail(base::Errc::io, "fonts.file", (folder / file).string());
    return FontFiles(std::move(faces));
}

std::unique_ptr<Measure> FontFiles::at(float unit) const
{
    return std::make_unique<FileMeasure>(
        [faces = faces_.get()](Type const& type, char32_t c) { return faces->advance(type, c); },
        unit);
}

Outline FontFiles::icon_outline(unsigned code) const
{
    auto* face = faces_->icons.get();
    auto const glyph = FT_Get_Char_Index(face, code);
    if (glyph == 0) return {};
    // As on the screen, where lines begin at the ascender.
    return outline_of(face, glyph, static_cast<float>(face->ascender));
}

Outline FontFiles::letter(Face face, char32_t character) const
{
    auto* font = faces_->having(face, character);
    return outline_of(font, FT_Get_Char_Index(font, character), 0);
}

std::string FontFiles::icon(unsigned code) const
{
    std::string out;
    auto const put = [&](char command, std::initializer_list<base::Vec2> points) {
        out += command;
        for (auto const& p : points) {
            if (out.back() != command) out += ' ';
            out += fmt::format("{:.4f},{:.4f}", p.x, p.y);
        }
    };
    for (auto const& part : icon_outline(code).parts) switch (part.kind) {
        case Outline::Kind::move:
            if (!out.empty()) out += 'Z';
            put('M', {part.to});
            break;
        case Outline::Kind::line: put('L', {part.to}); break;
        case Outline::Kind::conic: put('Q', {part.a, part.to}); break;
        case Outline::Kind::cubic: put('C', {part.a, part.b, part.to}); break;
        }
    return out.empty() ? out : out + "Z";
}

} // namespace pictures
