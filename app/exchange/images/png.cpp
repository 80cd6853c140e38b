#include "exchange/images/png.h"

#include <cmath>
#include <csetjmp>
#include <png.h>

namespace exchange {
namespace {

void append(png_structp png, png_bytep bytes, png_size_t count)
{
    auto* const out = static_cast<std::string*>(png_get_io_ptr(png));
    out->append(reinterpret_cast<char const*>(bytes), count);
}

void nothing(png_structp) {}

// libpng reports errors by longjmp: no object here may need a destructor.
bool write(png_structp png, png_infop info, Pixels const& pixels, int dots_per_inch)
{
    if (setjmp(png_jmpbuf(png))) return false; // NOLINT(cert-err52-cpp): as libpng has it
    constexpr int quick = 3; // compression level; higher ones gain little for flat areas
    png_set_compression_level(png, quick);
    png_set_IHDR(png, info, static_cast<png_uint_32>(pixels.width),
                 static_cast<png_uint_32>(pixels.height), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (dots_per_inch > 0) {
        constexpr double inch = 0.0254; // metres
        auto const per_metre = static_cast<png_uint_32>(std::lround(dots_per_inch / inch));
        png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    }
    png_write_info(png, info);
    auto const row = static_cast<std::size_t>(pixels.width) * 3;
    for (std::size_t y = 0; y < static_cast<std::size_t>(pixels.height); ++y)
        png_write_row(png, pixels.rgb.data() + y * row);
    png_write_end(png, info);
    return true;
}

} // namespace

base::Result<std::string> png(Pixels const& pixels, int dots_per_inch)
{
    std::string out;
    auto* writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    if (!writer) return base::fail(base::Errc::io, "picture.draw");
    auto* info = png_create_info_struct(writer);
    png_set_write_fn(writer, &out, &append, &nothing);
    bool const good = info && write(writer, info, pixels, dots_per_inch);
    png_destroy_write_struct(&writer, &info);
    if (!good) return base::fail(base::Errc::io, "picture.draw");
    return out;
}

} // namespace exchange
