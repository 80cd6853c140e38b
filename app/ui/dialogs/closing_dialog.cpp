#include "ui/dialogs/closing_dialog.h"

#include "base/text.h"
#include "pictures/qr.h"
#include "session/redact.h"
#include "ui/kit/ask.h"
#include "ui/kit/paint.h"
#include "ui/paint/picture_paint.h"
#include "wording/sessions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr float width = 860; // design pixels

struct ClosingToggle {
    std::string_view id, key;
    bool ClosingDialog::*keeps;
    int model::ErasedTexts::*texts;
};
constexpr std::array closing_toggles{
    ClosingToggle{"closing.proposers", "closing.proposers", &ClosingDialog::keeps_proposers,
                  &model::ErasedTexts::proposers},
    ClosingToggle{"closing.names", "closing.names", &ClosingDialog::keeps_names,
                  &model::ErasedTexts::names},
    ClosingToggle{"closing.free_text", "closing.free_text", &ClosingDialog::keeps_free_text,
                  &model::ErasedTexts::free_text}};

// Buttons at the bottom, laid out from the right.
class Foot {
public:
    Foot(Ui& ui, base::Rect const& area)
        : ui_(ui)
        , area_(area)
        , right_(area.max.x)
    {
    }
    bool put(std::string_view id, std::string const& word, ButtonLook const& look = {},
             Enabled enabled = Enabled::yes)
    {
        auto const wide = button_width(ui_, word, look);
        base::Rect const box{{right_ - wide, area_.min.y}, {right_, area_.max.y}};
        right_ = box.min.x - ui_.px(12);
        return button(ui_, id, box, word, look, enabled);
    }

private:
    Ui& ui_;
    base::Rect area_;
    float right_;
};

std::string line_of(Ui const& ui, ClosingDialog const& dialog)
{
    if (dialog.barred == ClosingDialog::Barred::vote_open) return ui.tr("closing.vote_open");
    if (dialog.barred == ClosingDialog::Barred::shared) return ui.tr("closing.shared");
    if (dialog.word_too_short()) return ui.tr("error.redact.word");
    return ui.tr(dialog.to_erase().nothing() ? "closing.keeps_all" : "closing.for_good");
}

std::optional<Wish> draw_choice(Ui& ui, ClosingDialog& dialog)
{
    auto const& c = ui.color();
    auto const inside = dialog_inside(ui, width);
    auto const said = ui.tr("closing.what");
    bool const all = dialog.to_erase().nothing();
    bool const free = dialog.barred == ClosingDialog::Barred::no;
    float const row = ui.px(52);
    auto const what = paragraph_height(ui, type::text, said, inside);
    // the taller text, so that nothing moves when it changes
    auto const warned = free ? ui.tr("closing.for_good") : line_of(ui, dialog);
    auto const warning = paragraph_height(ui, type::text, warned, inside - ui.px(36));
    float const field = ui.px(26 + 52 + 14);
    auto const high = what + ui.px(16) + 4 * row + field + ui.px(28) + warning + ui.px(8);
    Dialog const window(ui, "closing", dialog_around(ui, width, high), ui.tr("closing.title"));
    auto const& body = window.body();
    draw_paragraph(ui, body.min, body.width(), type::text, c.ink2, said);
    float y = body.min.y + what + ui.px(16);
    auto const next = [&] {
        base::Rect const box{{body.min.x, y}, {body.max.x, y + row}};
        y += row;
        return box;
    };
    for (auto const& one : closing_toggles) {
        auto const count = dialog.texts.*one.texts;
        bool keeps = dialog.*one.keeps;
        auto const may = enabled_if(count > 0 && free);
        if (toggle_row(ui, one.id, next(), ui.tr(one.key, ui.words->number(count)), keeps, may))
            dialog.*one.keeps = keeps;
    }
    draw_text_in(ui, {{body.min.x, y}, {body.max.x, y + ui.px(26)}}, type::label, c.ink,
                 ui.tr("closing.words"));
    auto const hint = ui.tr("closing.words.hint");
    (void)text_field(ui, "closing.words",
                     {{body.min.x, y + ui.px(26)}, {body.max.x, y + ui.px(26 + 52)}},
                     ui.tr("closing.words"), dialog.words, {.hint = hint}, enabled_if(free));
    y += field;
    y += ui.px(6);
    hairline_h(ui, body.min.x, body.max.x, y, c.line);
    y += ui.px(6);
    bool copy = dialog.copy == ClosingDialog::Copy::first;
    if (toggle_row(ui, "closing.copy", next(), ui.tr("closing.copy"), copy, enabled_if(!all)))
        dialog.copy = copy ? ClosingDialog::Copy::first : ClosingDialog::Copy::no;
    y += ui.px(16);
    bool const calm = all && free;
    draw_icon(ui, {body.min.x, y}, ui.px(24), calm ? c.ink2 : c.warn,
              calm ? icon::lock : icon::warning_amber);
    draw_paragraph(ui, {body.min.x + ui.px(36), y}, inside - ui.px(36), type::text,
                   calm ? c.ink2 : c.ink, line_of(ui, dialog));
    Foot foot(ui, window.footer());
    std::optional<Wish> wish;
    ButtonLook const look{.rank = all ? Rank::primary : Rank::danger};
    auto const may = enabled_if(!dialog.word_too_short());
    if (foot.put("closing.go", ui.tr(all ? "closing.go" : "closing.go.erase"), look, may) ||
        (all && confirmed(ui)))
        wish = CloseSession{dialog.to_erase(), !all && dialog.copy == ClosingDialog::Copy::first
                                                   ? CloseSession::Copy::first
                                                   : CloseSession::Copy::no};
    if (foot.put("closing.cancel", ui.tr("closing.cancel")) || window.dismissed())
        dialog.state = ClosingDialog::State::closed;
    return wish;
}

std::optional<Wish> draw_done(Ui& ui, ClosingDialog& dialog)
{
    auto const& c = ui.color();
    float const square = ui.px(168), left = square + ui.px(28);
    auto const inside = dialog_inside(ui, width) - left;
    std::vector<std::string> lines{ui.tr("closing.code.what")};
    if (dialog.gone.total() > 0)
        lines.push_back(ui.tr("closing.gone", wording::erased(*ui.words, dialog.gone)));
    if (!dialog.copied_to.empty()) lines.push_back(ui.tr("closing.copied", dialog.copied_to));
    float text = line_height(ui, type::h1) + ui.px(14);
    for (auto const& line : lines)
        text += paragraph_height(ui, type::text, line, inside) + ui.px(10);
    Dialog const window(ui, "closing", dialog_around(ui, width, std::max(square, text) + ui.px(8)),
                        ui.tr("closing.done"));
    auto const& body = window.body();
    base::Rect const code{body.min, {body.min.x + square, body.min.y + square}};
    if (auto picture = pictures::qr_picture(exchange::code_text(dialog.seal), code)) {
        picture->unit = ui.scale; // `code` is in screen pixels already
        paint(ui, *picture);
    }
    float const x = body.min.x + left;
    float y = body.min.y;
    auto const short_code = exchange::short_code(dialog.seal);
    base::Rect const at{{x, y}, {body.max.x, y + line_height(ui, type::h1)}};
    (void)touch(ui, "closing.code", at, short_code, Enabled::yes, Role::area);
    draw_text_in(ui, at, type::h1, c.ink, short_code);
    y = at.max.y + ui.px(14);
    for (auto const& line : lines)
        y += draw_paragraph(ui, {x, y}, inside, type::text, c.ink2, line) + ui.px(10);
    Foot foot(ui, window.footer());
    ButtonLook const look{.rank = Rank::primary, .icon = icon::home};
    std::optional<Wish> wish;
    if (foot.put("closing.home", ui.tr("closing.home"), look) || confirmed(ui)) wish = GoHome{};
    if (foot.put("closing.stay", ui.tr("closing.stay")) || window.dismissed() || wish)
        dialog.state = ClosingDialog::State::closed;
    return wish;
}

} // namespace

void ClosingDialog::open(model::Document const& session, exchange::Seal const& now,
                         Machines machines)
{
    *this = {};
    state = State::choosing;
    texts = model::texts_of_people(session);
    seal = now;
    if (machines == Machines::several) barred = Barred::shared;
    for (auto const& [id, status] : model::table<model::RoundStatus>(session))
        if (status.state == model::RoundState::open) barred = Barred::vote_open;
}

void ClosingDialog::finish(exchange::Seal const& now, model::ErasedTexts const& erased)
{
    state = State::done;
    seal = now;
    gone = erased;
}

journal::ToErase ClosingDialog::to_erase() const
{
    journal::ToErase out{!keeps_proposers, !keeps_names, !keeps_free_text, {}};
    for (std::size_t at = 0; at <= words.size();) {
        auto const end = std::min(words.find(',', at), words.size());
        auto const word = base::trimmed(std::string_view(words).substr(at, end - at));
        if (!word.empty()) out.words.emplace_back(word);
        at = end + 1;
    }
    return out;
}

bool ClosingDialog::word_too_short() const
{
    return std::ranges::any_of(to_erase().words, session::too_short_to_erase);
}

std::optional<Wish> draw(Ui& ui, ClosingDialog& dialog)
{
    switch (dialog.state) {
    case ClosingDialog::State::choosing: return draw_choice(ui, dialog);
    case ClosingDialog::State::done: return draw_done(ui, dialog);
    case ClosingDialog::State::closed: break;
    }
    return std::nullopt;
}

} // namespace ui
