#include "ui/dialogs/keys_dialog.h"

#include "ui/kit/names.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr KeyLine heading(std::string_view text) { return {{}, {}, text}; }

constexpr std::array lines{
    heading("keys.everywhere"),
    KeyLine{"Ctrl K  /", "keys.finder"},
    KeyLine{"F1  ?", "keys.keys"},
    KeyLine{"F6  Shift F6", "keys.parts"},
    KeyLine{"Tab  Shift Tab", "keys.walk"},
    KeyLine{"Enter  Space", "keys.press"},
    KeyLine{"Esc", "keys.escape"},
    KeyLine{"Ctrl Z", "keys.undo"},
    KeyLine{"Ctrl Shift Z  Ctrl Y", "keys.redo"},
    KeyLine{"Ctrl S", "keys.copy"},
    KeyLine{"Alt 1 … 6", "keys.step"},
    KeyLine{"Ctrl V", "keys.paste"},
    KeyLine{"Ctrl Shift C", "keys.copy_picture"},
    KeyLine{"F11", "keys.room"},
    KeyLine{"F5", "keys.second"},
    KeyLine{"Shift F5", "keys.second_close"},
    KeyLine{"Q", "keys.join"},
    KeyLine{"Ctrl + −", "keys.scale"},
    KeyLine{"Ctrl 0", "keys.scale_back"},
    KeyLine{"Shift F10  Menu", "keys.menu"},
    KeyLine{"T", "keys.timer"},
    KeyLine{"P", "keys.timer_more"},
    heading("keys.in_windows"),
    KeyLine{"← ↑ → ↓", "keys.along"},
    KeyLine{"PgUp PgDn  Home End", "keys.far"},
    KeyLine{"Enter  Ctrl Enter", "keys.main_button"},
    KeyLine{"Backspace", "keys.folder_up"},
    heading("keys.typing"),
    KeyLine{"Enter  Ctrl Enter", "keys.type_keep"},
    KeyLine{"Shift Enter", "keys.type_line"},
    KeyLine{"Esc", "keys.type_back"},
    KeyLine{"Ctrl Z Y  Ctrl Shift Z", "keys.type_undo"},
    KeyLine{"Ctrl C X V", "keys.type_copy"},
    KeyLine{"Ctrl Ins  Shift Del Ins", "keys.type_copy"},
    KeyLine{"Backspace Del", "keys.type_erase"},
    KeyLine{"Ctrl Backspace Del", "keys.type_erase_word"},
    KeyLine{"← ↑ → ↓", "keys.along"},
    KeyLine{"PgUp PgDn  Home End", "keys.type_far"},
    KeyLine{"Ctrl ← →", "keys.type_word"},
    KeyLine{"Ctrl Home End", "keys.type_ends"},
    KeyLine{"Shift ← ↑ → ↓", "keys.type_choose"},
    KeyLine{"Ctrl A", "keys.select_all"},
    heading("keys.at_start"),
    KeyLine{"← ↑ → ↓", "keys.along"},
    KeyLine{"Enter", "keys.home"},
    KeyLine{"Ctrl N", "keys.home_new"},
    KeyLine{"Ctrl O", "keys.home_open"},
    KeyLine{"Ctrl F", "keys.home_search"},
    KeyLine{"C", "keys.home_compare"},
    heading("step.gather"),
    KeyLine{"N", "keys.new"},
    KeyLine{"Enter", "keys.next_card"},
    KeyLine{"Ctrl Enter", "keys.merge_typed"},
    KeyLine{"A", "keys.accept"},
    KeyLine{"X", "keys.refuse"},
    KeyLine{"M", "keys.merge_proposal"},
    heading("keys.on_the_board"),
    KeyLine{"Tab  Shift Tab", "keys.walk_cards"},
    KeyLine{"Home End", "keys.far_cards"},
    KeyLine{"Ctrl Space", "keys.pin_cards"},
    KeyLine{"← ↑ → ↓", "keys.move_cards"},
    KeyLine{"Shift ← ↑ → ↓", "keys.move_far"},
    KeyLine{"Ctrl ← ↑ → ↓", "keys.move_little"},
    KeyLine{"F2  Enter", "keys.edit"},
    KeyLine{"Del  Backspace", "keys.remove"},
    KeyLine{"Ctrl D", "keys.duplicate"},
    KeyLine{"Ctrl C X V", "keys.type_copy"},
    KeyLine{"Ctrl A", "keys.select_all"},
    KeyLine{"Space", "keys.hand"},
    KeyLine{"V H C F D L", "keys.tools"},
    KeyLine{"Shift T", "keys.text"},
    KeyLine{"Ctrl F  F3  Shift F3", "keys.find"},
    KeyLine{"Shift 1", "keys.show_all"},
    KeyLine{"Shift 2", "keys.show_selection"},
    KeyLine{"Shift 0", "keys.true_size"},
    KeyLine{"PgUp PgDn", "keys.zoom"},
    heading("step.group"),
    KeyLine{"G", "keys.frame"},
    KeyLine{"M", "keys.merge"},
    KeyLine{"R", "keys.tidy"},
    KeyLine{"1 … 9", "keys.send"},
    KeyLine{"Tab  Shift Tab", "keys.next_pair"},
    KeyLine{"Y", "keys.merge_pair"},
    KeyLine{"U", "keys.keep_pair"},
    heading("step.vote"),
    KeyLine{"B", "keys.ballot"},
    KeyLine{"K", "keys.ticket"},
    KeyLine{"E", "keys.hands"},
    KeyLine{"P", "keys.prolong"},
    KeyLine{"Ctrl Enter", "keys.close"},
    KeyLine{"F2", "keys.round_rename"},
    KeyLine{"Alt ↑ ↓", "keys.round_move"},
    KeyLine{"Ctrl D", "keys.round_copy"},
    KeyLine{"Del", "keys.round_remove"},
    KeyLine{"↑ ↓", "keys.row"},
    KeyLine{"Alt ↑ ↓", "keys.priority"},
    heading("keys.in_the_booth"),
    KeyLine{"↑ ↓  Home End", "keys.ballot_case"},
    KeyLine{"0 … 9  ← →", "keys.ballot_value"},
    KeyLine{"Num+ Num−", "keys.ballot_one"},
    KeyLine{"Shift ← →", "keys.ballot_ten"},
    KeyLine{"Del  Backspace", "keys.ballot_none"},
    KeyLine{"Space", "keys.ballot_tick"},
    KeyLine{"Alt ↑ ↓", "keys.ballot_move"},
    KeyLine{"E", "keys.ballot_tie"},
    KeyLine{"1 2", "keys.ballot_duel"},
    KeyLine{"Enter", "keys.ballot_cast"},
    KeyLine{"K", "keys.ballot_ticket"},
    KeyLine{"C", "keys.ballot_correct"},
    heading("step.place"),
    KeyLine{"1 … 9", "keys.axis"},
    KeyLine{"0", "keys.overview"},
    KeyLine{"Tab  Shift Tab", "keys.next_case"},
    KeyLine{"Enter", "keys.put"},
    KeyLine{"← ↑ → ↓", "keys.move"},
    KeyLine{"Shift ← ↑ → ↓", "keys.move_more"},
    KeyLine{"Del  Backspace", "keys.unplace"},
    KeyLine{"K", "keys.lock"},
    KeyLine{"O", "keys.names"},
    KeyLine{"C", "keys.clouds"},
    KeyLine{"X", "keys.contested"},
    KeyLine{"Ctrl F", "keys.find"},
    KeyLine{"B", "keys.estimate"},
    KeyLine{"PgUp PgDn", "keys.estimate_case"},
    KeyLine{"J", "keys.unknown"},
    KeyLine{"Ctrl Enter", "keys.cast"},
    heading("step.decide"),
    KeyLine{"↑ ↓  Home End", "keys.row"},
    KeyLine{"L E T X", "keys.verdict"},
    KeyLine{"P J", "keys.owner"},
    KeyLine{"Enter", "keys.sheet"},
    KeyLine{"W", "keys.weights"},
    KeyLine{"C", "keys.body"},
    KeyLine{"1 2 3", "keys.views"},
    KeyLine{"M K", "keys.money"},
    heading("second.page"),
    KeyLine{"R", "keys.room_curtain"},
    KeyLine{"A X M", "keys.proposals"},
    KeyLine{"Ctrl Enter", "keys.close"},
    heading("step.review"),
    KeyLine{"Space", "keys.play"},
    KeyLine{"← →", "keys.entry"},
    KeyLine{"Shift ← →  PgUp PgDn", "keys.landmark"},
    KeyLine{"Home End", "keys.first_last"},
    KeyLine{"↑ ↓", "keys.speed"},
    KeyLine{"1 … 5", "keys.then"},
    heading("keys.comparing"),
    KeyLine{"1 2 3", "keys.compare_views"},
};

struct Named {
    std::string_view word, text;
};
constexpr std::array named{Named{"Shift", "key.shift"},
                           Named{"Enter", "key.enter"},
                           Named{"Esc", "key.escape"},
                           Named{"Del", "key.delete"},
                           Named{"Space", "key.space"},
                           Named{"Home", "key.home"},
                           Named{"End", "key.end"},
                           Named{"PgUp", "key.page_up"},
                           Named{"PgDn", "key.page_down"},
                           Named{"Ins", "key.insert"},
                           Named{"Backspace", "key.backspace"},
                           Named{"Menu", "key.menu"},
                           Named{"Num+", "key.pad_plus"},
                           Named{"Num−", "key.pad_minus"}};

// A key combination as printed on this keyboard, in the interface's language.
std::string printed(Ui const& ui, std::string_view keys)
{
    auto const caps = ui.caps ? ui.caps() : KeyCaps{};
    std::string out;
    for (std::size_t at = 0; at <= keys.size();) {
        auto const end = std::min(keys.find(' ', at), keys.size());
        auto const word = keys.substr(at, end - at);
        auto const* known = std::ranges::find(named, word, &Named::word);
        if (known != named.end())
            out += ui.tr(known->text);
        else
            out += word == "+" ? caps.larger : word == "−" ? caps.smaller : std::string(word);
        out += ' ';
        at = end + 1;
    }
    return out;
}

} // namespace

std::span<KeyLine const> key_lines() { return lines; }

std::optional<Wish> draw(Ui& ui, KeysDialog& dialog)
{
    if (!dialog.shown) return std::nullopt;
    std::optional<Wish> wish;
    Dialog const window(ui, "keys", {ui.px(820), ui.px(860)}, ui.tr("keys.title"));
    {
        base::Rect const body{window.body().min,
                              {window.footer().max.x, window.footer().min.y - ui.px(12)}};
        ScrollArea scroll(ui, "keys.list", body, dialog.scroll);
        constexpr float page = 600;
        if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) dialog.scroll.offset += ui.px(80);
        if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) dialog.scroll.offset -= ui.px(80);
        if (shortcut(ui, ImGuiKey_PageDown, Repeat::yes)) dialog.scroll.offset += ui.px(page);
        if (shortcut(ui, ImGuiKey_PageUp, Repeat::yes)) dialog.scroll.offset -= ui.px(page);
        float y = scroll.top();
        float const top = y, row = ui.px(40);
        for (auto const& line : lines) {
            if (line.does.empty()) {
                draw_text(ui, {body.min.x, y + ui.px(10)}, type::h3, ui.color().ink,
                          ui.tr(line.heading));
                y += ui.px(46);
                continue;
            }
            auto const keys = printed(ui, line.keys), does = ui.tr(line.does);
            base::Rect const whole{{body.min.x, y}, {body.max.x, y + row}};
            draw_text_in(ui, {whole.min, {body.min.x + ui.px(230), whole.max.y}}, type::strong,
                         ui.color().accent, keys);
            draw_listed(ui, {{body.min.x + ui.px(240), y}, whole.max}, type::label, ui.color().ink2,
                        does);
            touch(ui, "keys.line." + std::to_string(&line - lines.data()), whole, keys + does,
                  Enabled::yes, Role::area);
            y += row;
        }
        scroll.content_height(y - top);
    }
    auto const guide = ui.tr("keys.guide");
    ButtonLook const look{.rank = Rank::quiet, .icon = icon::help_outline};
    base::Rect const foot = window.footer();
    if (button(ui, "keys.guide",
               {foot.min, {foot.min.x + button_width(ui, guide, look), foot.max.y}}, guide, look))
        wish = ShowGuide{};
    if (window.dismissed() || confirmed(ui)) dialog.shown = false;
    return wish;
}

} // namespace ui
