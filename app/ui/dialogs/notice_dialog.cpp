#include "ui/dialogs/notice_dialog.h"

#include "ui/panels/sheet_fields.h"
#include "wording/notice.h"

#include <array>
#include <string_view>

namespace ui {
namespace {

using model::Tongue;

i18n::Catalogue const& words_of(NoticeGround const& ground, Tongue language)
{
    return language == Tongue::english ? ground.english : ground.french;
}

// The own texts, with the prepared ones in their place where there is none.
model::Notice shown(NoticeGround const& ground, Tongue language)
{
    auto const own = model::get<model::Notice>(ground.workshop.doc(), language);
    model::Notice out;
    for (auto const& part : wording::notice_parts)
        out.*part.text =
            wording::notice_text(words_of(ground, language), part, own, ground.organisation);
    return out;
}

// What to store: nothing of a text that is the prepared one, or was emptied.
model::Notice stored(NoticeGround const& ground, Tongue language, model::Notice notice)
{
    for (auto const& part : wording::notice_parts) {
        auto& text = notice.*part.text;
        if (text == wording::prepared_notice(words_of(ground, language), part, ground.organisation))
            text.clear();
    }
    return notice;
}

// Reloads the draft when the other language is chosen, or the notice changed while no field is
// edited.
void refresh(Ui const& ui, NoticeDialog& dialog, NoticeGround const& ground)
{
    bool const typed = focused_id(ui).starts_with("privacy.") && typing(ui);
    if (dialog.drafted == dialog.language && typed) return;
    bool const same = dialog.drafted == dialog.language;
    if (!dialog.read.renew(ground.workshop.doc(), dialog.language) && same) return;
    dialog.draft = shown(ground, dialog.language);
    dialog.drafted = dialog.language;
}

} // namespace

void open_notice(NoticeDialog& dialog, Tongue language)
{
    dialog = {};
    dialog.state = NoticeDialog::State::open;
    dialog.language = language;
}

std::optional<edit::SetNotice> draw(Ui& ui, NoticeDialog& dialog, NoticeGround const& ground)
{
    if (dialog.state == NoticeDialog::State::closed) return std::nullopt;
    auto const may = enabled_if(ground.workshop.access == Access::edit);
    Dialog const window(ui, "privacy", {ui.px(1120), ui.px(960)}, ui.tr("privacy.title"));
    auto const& body = window.body();
    auto const& foot = window.footer();
    auto const& c = ui.color();
    float y = body.min.y;
    y += draw_paragraph(ui, {body.min.x, y}, body.width(), type::text, c.ink2,
                        ui.tr("privacy.line")) +
         ui.px(16);
    auto chosen = static_cast<std::size_t>(dialog.language);
    std::array<std::string_view, 2> const tongues{"Français", "English"};
    if (segmented(ui, "privacy.language",
                  {{body.min.x, y}, {body.min.x + ui.px(320), y + ui.px(48)}}, tongues, chosen))
        dialog.language = static_cast<Tongue>(chosen), dialog.form = {};
    y += ui.px(64);
    refresh(ui, dialog, ground);
    bool asked = false;
    {
        base::Rect const form{{body.min.x, y}, {body.max.x, body.max.y}};
        ScrollArea scroll(ui, "privacy.form", form, dialog.form);
        float const top = scroll.top() + ui.px(4);
        base::Rect const column{{form.min.x + ui.px(4), top}, {form.max.x - ui.px(16), form.max.y}};
        SheetFields fields(ui, column, top, may);
        for (auto const& part : wording::notice_parts) {
            auto const name = std::string(part.name);
            auto const edit = fields.lines("privacy." + name, "room.notice." + name + ".head",
                                           dialog.draft.*part.text, 60);
            asked |= edit == Edit::submitted || edit == Edit::left;
        }
        scroll.content_height(fields.y() + ui.px(8) - scroll.top());
    }
    auto const now = model::get<model::Notice>(ground.workshop.doc(), dialog.language);
    auto wanted = stored(ground, dialog.language, dialog.draft);
    auto const restores = ui.tr("privacy.restore");
    ButtonLook const look{.icon = icon::restore};
    if (button(ui, "privacy.restore",
               {foot.min, {foot.min.x + button_width(ui, restores, look), foot.max.y}}, restores,
               look, enabled_if(may == Enabled::yes && now != model::Notice{}))) {
        wanted = {};
        asked = true;
        dialog.drafted.reset();
    }
    auto const done = ui.tr("privacy.done");
    base::Rect const end{{foot.max.x - button_width(ui, done, {.rank = Rank::primary}), foot.min.y},
                         foot.max};
    bool const leaves = button(ui, "privacy.done", end, done, {.rank = Rank::primary});
    if (window.dismissed() || leaves) dialog.state = NoticeDialog::State::closed;
    if (!asked || wanted == now) return std::nullopt;
    ui.keep_drawing(0.1); // to show the stored text at once
    return edit::SetNotice{dialog.language, wanted};
}

} // namespace ui
