#include "ui/app/reads.h"

#include "ui/kit/text.h"

namespace ui {

Reads why_read(std::span<base::Error const> notices)
{
    auto out = Reads::wanted;
    for (auto const& notice : notices) {
        if (notice.where == "file.locked") return Reads::open_elsewhere;
        if (notice.where == "file.read_only") return Reads::refused;
        if (notice.code == base::Errc::corrupt) out = Reads::damaged;
    }
    return out;
}

std::string read_said(Ui const& ui, Reads why, float width)
{
    auto alone = ui.tr("top.read_only");
    std::string_view reason;
    switch (why) {
    case Reads::open_elsewhere: reason = "top.read_only.elsewhere"; break;
    case Reads::refused: reason = "top.read_only.refused"; break;
    case Reads::damaged: reason = "top.read_only.damaged"; break;
    case Reads::invited: reason = "top.read_only.invited"; break;
    case Reads::wanted: return alone;
    }
    auto const whole = ui.tr("top.read_only.why", ui.tr(reason));
    return text_width(ui, type::meta, whole) <= width ? whole : alone;
}

std::string_view how_to_write(Reads why)
{
    switch (why) {
    case Reads::open_elsewhere: return "top.read_only.elsewhere.tip";
    case Reads::refused: return "top.read_only.refused.tip";
    case Reads::damaged: return "top.read_only.damaged.tip";
    case Reads::invited: return "top.read_only.invited.tip";
    case Reads::wanted: break;
    }
    return "top.read_only.tip";
}

} // namespace ui
