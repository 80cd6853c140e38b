#include "shell/window/png.h"

#include "exchange/images/png.h"
#include "platform/disk.h"

namespace shell {

base::Result<void> write_png(std::filesystem::path const& path, Picture const& picture)
{
    exchange::Pixels pixels;
    pixels.width = picture.width;
    pixels.height = picture.height;
    pixels.rgb.reserve(picture.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4)
        pixels.rgb.insert(pixels.rgb.end(),
                          {picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2]});
    auto const bytes = exchange::png(pixels);
    auto const written =
        bytes ? platform::write_whole(platform::real_disk(), path, *bytes, platform::Clobber::yes,
                                      platform::Readers::everyone)
              : base::Result<void>(base::fail(bytes.error()));
    if (!written) return base::fail(base::Errc::io, "picture.write", path.string());
    return {};
}

} // namespace shell
