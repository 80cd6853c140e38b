#include "pictures/qr.h"

#include <memory>
#include <qrencode.h>
#include <string>

namespace pictures {

base::Result<List> qr_picture(std::string_view text, base::Rect const& box)
{
    struct Free {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    std::unique_ptr<QRcode, Free> const code(
        QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!code) return base::fail(base::Errc::invalid, "qr.too_long");
    constexpr int margin = 4;
    constexpr float overlap = 0.02F; // of a square: avoids light seams between rows
    constexpr Color dark{0, 0, 0}, light{255, 255, 255};
    auto const side = static_cast<std::size_t>(code->width);
    float const square = box.width() / static_cast<float>(code->width + 2 * margin);
    List list;
    list.items.emplace_back(Box{box, 0, light, Corners::none});
    auto at = [&](std::size_t squares) { return square * static_cast<float>(squares + margin); };
    for (std::size_t row = 0; row < side; ++row)
        for (std::size_t from = 0; from < side;) {
            auto const is_dark = [&](std::size_t column) {
                return column < side && (code->data[row * side + column] & 1) != 0;
            };
            auto to = from;
            while (is_dark(to)) ++to;
            if (to > from)
                list.items.emplace_back(
                    Box{{{box.min.x + at(from), box.min.y + at(row)},
                         {box.min.x + at(to), box.min.y + at(row + 1) + square * overlap}},
                        0,
                        dark,
                        Corners::none});
            from = to + 1;
        }
    return list;
}

std::string in_capitals(std::string text)
{
    for (auto& sign : text)
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
    return text;
}

} // namespace pictures
