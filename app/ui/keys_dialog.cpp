#include "ui/keys_dialog.h"

#include <array>

namespace ui {
namespace {

struct Line {
    std::string_view keys; // as printed on a French keyboard, separated by spaces
    std::string_view does; // empty: a heading
    std::string_view heading = {};
};

constexpr std::array lines{
    Line{"", "", "keys.everywhere"},
    Line{"Ctrl K", "keys.finder"},
    Line{"F6", "keys.parts"},
    Line{"Ctrl Z", "keys.undo"},
    Line{"Ctrl Maj Z", "keys.redo"},
    Line{"Ctrl S", "keys.copy"},
    Line{"Alt 1 … 5", "keys.step"},
    Line{"Ctrl V", "keys.paste"},
    Line{"F1", "keys.keys"},
    Line{"F11", "keys.room"},
    Line{"Ctrl + / −", "keys.scale"},
    Line{"T", "keys.timer"},
    Line{"P", "keys.timer_more"},
    Line{"", "", "step.gather"},
    Line{"N", "keys.new"},
    Line{"Entrée", "keys.next_card"},
    Line{"Ctrl Entrée", "keys.merge_typed"},
    Line{"A", "keys.accept"},
    Line{"X", "keys.refuse"},
    Line{"M", "keys.merge_proposal"},
    Line{"F2", "keys.edit"},
    Line{"Suppr", "keys.remove"},
    Line{"Espace", "keys.hand"},
    Line{"Ctrl F", "keys.find"},
    Line{"", "", "step.group"},
    Line{"G", "keys.frame"},
    Line{"M", "keys.merge"},
    Line{"Tab", "keys.next_pair"},
    Line{"Y", "keys.merge_pair"},
    Line{"U", "keys.keep_pair"},
    Line{"", "", "step.vote"},
    Line{"B", "keys.ballot"},
    Line{"K", "keys.ticket"},
    Line{"E", "keys.hands"},
    Line{"P", "keys.prolong"},
    Line{"Ctrl Entrée", "keys.close"},
    Line{"F2", "keys.round_rename"},
    Line{"Alt ↑ ↓", "keys.round_move"},
    Line{"Ctrl D", "keys.round_copy"},
    Line{"Suppr", "keys.round_remove"},
    Line{"", "", "keys.in_the_booth"},
    Line{"↑ ↓", "keys.ballot_case"},
    Line{"0 … 9  ← →", "keys.ballot_value"},
    Line{"Espace", "keys.ballot_tick"},
    Line{"Alt ↑ ↓", "keys.ballot_move"},
    Line{"E", "keys.ballot_tie"},
    Line{"1  2", "keys.ballot_duel"},
    Line{"Entrée", "keys.ballot_cast"},
    Line{"", "", "step.place"},
    Line{"1 … 8", "keys.axis"},
    Line{"0", "keys.overview"},
    Line{"Tab", "keys.next_case"},
    Line{"Entrée", "keys.put"},
    Line{"← ↑ → ↓", "keys.move"},
    Line{"K", "keys.lock"},
    Line{"O", "keys.names"},
    Line{"C", "keys.clouds"},
    Line{"X", "keys.contested"},
    Line{"B", "keys.estimate"},
    Line{"J", "keys.unknown"},
    Line{"Ctrl Entrée", "keys.cast"},
    Line{"", "", "step.decide"},
    Line{"↑ ↓", "keys.row"},
    Line{"L E T X", "keys.verdict"},
    Line{"P J", "keys.owner"},
    Line{"Entrée", "keys.sheet"},
    Line{"W", "keys.weights"},
    Line{"C", "keys.body"},
    Line{"1 2 3", "keys.views"},
    Line{"M K", "keys.money"},
};

} // namespace

void draw(Ui& ui, KeysDialog& dialog)
{
    if (!dialog.shown) return;
    Dialog const window(ui, "keys", {ui.px(820), ui.px(860)}, ui.tr("keys.title"));
    {
        ScrollArea scroll(ui, "keys.list", window.body(), dialog.scroll);
        auto const& body = window.body();
        float y = scroll.top();
        float const top = y, row = ui.px(40);
        for (auto const& line : lines) {
            if (line.does.empty()) {
                draw_text(ui, {body.min.x, y + ui.px(10)}, type::h3, ui.color().ink,
                          ui.tr(line.heading));
                y += ui.px(46);
                continue;
            }
            draw_text_in(ui, {{body.min.x, y}, {body.min.x + ui.px(200), y + row}}, type::strong,
                         ui.color().accent, line.keys);
            draw_text_in(ui, {{body.min.x + ui.px(210), y}, {body.max.x, y + row}}, type::label,
                         ui.color().ink2, ui.tr(line.does));
            y += row;
        }
        scroll.content_height(y - top);
    }
    if (window.dismissed()) dialog.shown = false;
}

} // namespace ui
