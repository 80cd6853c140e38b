#include "ui/paint/curtain.h"

#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"

#include <imgui.h>

#include <cmath>

namespace ui {
namespace {

using base::Rect;

// Uses the curtain's colours, black in both themes, until the end of the block.
class InTheDark {
public:
    explicit InTheDark(Ui& ui)
        : ui_(ui)
        , before_(ui.palette)
        , dark_(*ui.palette)
    {
        dark_.paper = dark_.sunken = dark_.panel = dark_.card = dark_.curtain;
        dark_.ink = dark_.oncurtain;
        dark_.ink2 = dark_.ink3 = dark_.edge = dark_.line = dark_.line2 = dark_.oncurtain2;
        ui.palette = &dark_;
    }
    ~InTheDark() { ui_.palette = before_; }
    InTheDark(InTheDark const&) = delete;
    InTheDark& operator=(InTheDark const&) = delete;

private:
    Ui& ui_;
    board::Palette const* before_;
    board::Palette dark_;
};

constexpr double stays_s = 10, written_down_s = 30;

} // namespace

void CurtainFalls::give_more(Ui const& ui) { until_s_ = ui.now_s + written_down_s; }

bool CurtainFalls::now(Ui& ui, Rect const& line, To to)
{
    if (until_s_ == 0) until_s_ = ui.now_s + stays_s;
    double const left = until_s_ - ui.now_s;
    if (left <= 0) {
        stop();
        return true;
    }
    auto const said = ui.trn(to == To::room ? "curtain.falls.room" : "curtain.falls",
                             static_cast<std::int64_t>(std::ceil(left)));
    touch(ui, "curtain.falls", line, said, Enabled::yes, Role::area);
    draw_text_in(ui, line, type::text, ui.color().ink2, said, Align::centre);
    return false;
}

Lifted draw_curtain(Ui& ui, std::string const& received)
{
    Layer const layer(ui, "curtain");
    InTheDark const dark(ui);
    auto const& c = ui.color();
    touch(ui, "curtain", ui.screen(), received, Enabled::yes, Role::area);
    fill(ui, ui.screen(), 0, c.paper);
    auto const middle = ui.screen().center();
    float y = middle.y - ui.px(250);
    draw_icon_at(ui, {middle.x, y + ui.px(40)}, ui.px(72), c.ink2, icon::keyboard);
    y += ui.px(110);
    auto line_at = [&](Type const& type, board::Color color, std::string const& said, float high) {
        draw_text_in(ui, {{0, y}, {ui.size.x, y + ui.px(high)}}, type, color, said, Align::centre);
        y += ui.px(high);
    };
    line_at({Face::display, 48, 60}, c.ink, ui.tr("curtain.title"), 72);
    line_at(type::h2, c.ink2, received, 44);
    y += ui.px(36);
    auto const begin = ui.tr("curtain.begin"), end = ui.tr("curtain.end"),
               escape = ui.tr("key.escape");
    ButtonLook const main{.rank = Rank::primary, .icon = icon::how_to_vote, .key = "⏎"};
    ButtonLook const other{.rank = Rank::quiet, .key = escape};
    float const begin_w = button_width(ui, begin, main, 60), end_w = button_width(ui, end, other);
    bool const begins =
        button(ui, "curtain.begin",
               {{middle.x - begin_w / 2, y}, {middle.x + begin_w / 2, y + ui.px(60)}}, begin,
               main) ||
        shortcut(ui, ImGuiKey_Enter);
    y += ui.px(76);
    bool const ends =
        button(ui, "curtain.end",
               {{middle.x - end_w / 2, y}, {middle.x + end_w / 2, y + ui.px(48)}}, end, other) ||
        shortcut(ui, ImGuiKey_Escape);
    y += ui.px(84);
    line_at(type::body, c.ink2, ui.tr("curtain.projector"), 32);
    return begins ? Lifted::begin : ends ? Lifted::end : Lifted::no;
}

} // namespace ui
