#include "ui/dialogs/template_dialog.h"

#include "analysis/common/in_use.h"
#include "base/text.h"
#include "i18n/errors.h"
#include "ui/kit/ask.h"

#include <algorithm>
#include <vector>

namespace ui {
namespace {

constexpr float dialog_width = 760;
constexpr std::size_t title_most = 120;

// What the template will contain, one line each.
std::vector<std::string> contents(Ui const& ui, model::Document const& doc)
{
    std::int64_t questions = 0, votes = 0;
    for (auto const& [id, question] : model::table<model::Question>(doc))
        if (question.state == model::QuestionState::active) ++questions;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (round.method != model::Method::estimate && !round.revote_of &&
            round.source != model::BallotSource::imported)
            ++votes;
    std::vector<std::string> out;
    auto const say = [&](char const* key, std::int64_t count) {
        if (count > 0) out.push_back(ui.trn(key, count));
    };
    say("template.axes", static_cast<std::int64_t>(analysis::active_axes(doc).size()));
    say("template.prompts", static_cast<std::int64_t>(model::table<model::Prompt>(doc).size()));
    say("template.questions", questions);
    say("template.votes", votes);
    out.push_back(ui.tr("template.minutes"));
    return out;
}

} // namespace

void TemplateDialog::open(std::string const& session_title)
{
    *this = {};
    title = session_title;
    state = State::opening;
}

void TemplateDialog::refuse(base::Error const& why)
{
    refused = why;
    state = State::opening;
}

void draw(Ui& ui, TemplateDialog& dialog, model::Document const& doc)
{
    if (dialog.state == TemplateDialog::State::closed) return;
    auto const holds = contents(ui, doc);
    auto const note = ui.tr("template.note");
    auto const inside = dialog_inside(ui, dialog_width);
    auto const why = dialog.refused ? i18n::sentence(*ui.words, *dialog.refused) : std::string();
    float const row = ui.px(34);
    float const rows = row * static_cast<float>(holds.size());
    float const noted = paragraph_height(ui, type::text, note, inside);
    float const refusal =
        why.empty() ? 0 : paragraph_height(ui, type::text, why, inside) + ui.px(12);
    float const height = ui.px(92) + refusal + ui.px(40) + rows + ui.px(14) + noted + ui.px(8);
    Dialog const window(ui, "template", dialog_around(ui, dialog_width, height),
                        ui.tr("template.title"));
    auto const& body = window.body();
    auto const& c = ui.color();
    if (dialog.state == TemplateDialog::State::opening) {
        focus(ui, "template.name");
        dialog.state = TemplateDialog::State::open;
    }
    float y = body.min.y;
    draw_text(ui, {body.min.x, y}, type::label, c.ink2, ui.tr("template.name"));
    y += ui.px(30);
    FieldLook look;
    look.most_bytes = title_most;
    auto const edit =
        text_field(ui, "template.name", {{body.min.x, y}, {body.max.x, y + ui.px(52)}},
                   ui.tr("template.name"), dialog.title, look);
    if (edit == Edit::changed) dialog.refused.reset();
    y += ui.px(62);
    if (!why.empty()) {
        base::Rect const box{{body.min.x, y}, {body.max.x, y + refusal - ui.px(12)}};
        touch(ui, "template.refused", box, why, Enabled::yes, Role::area);
        draw_paragraph(ui, box.min, box.width(), type::text, c.risk, why);
        y += refusal;
    }
    draw_text(ui, {body.min.x, y + ui.px(4)}, type::strong, c.ink, ui.tr("template.holds"));
    y += ui.px(40);
    for (std::size_t i = 0; i < holds.size(); ++i) {
        draw_icon_at(ui, {body.min.x + ui.px(14), y + row / 2}, ui.px(22), c.opp, icon::check);
        base::Rect const box{{body.min.x + ui.px(36), y}, {body.max.x, y + row}};
        touch(ui, "template.holds." + std::to_string(i), box, holds[i], Enabled::yes, Role::area);
        draw_text_in(ui, box, type::text, c.ink, holds[i]);
        y += row;
    }
    draw_paragraph(ui, {body.min.x, y + ui.px(14)}, body.width(), type::text, c.ink2, note);
    auto const& foot = window.footer();
    auto const yes = ui.tr("template.save"), no = ui.tr("file.cancel");
    ButtonLook const main{.rank = Rank::primary, .icon = icon::save};
    auto const wide = button_width(ui, yes, main), other = button_width(ui, no);
    auto const can = enabled_if(!base::trimmed(dialog.title).empty());
    bool const leave = button(ui, "template.cancel",
                              {{foot.max.x - wide - ui.px(12) - other, foot.min.y},
                               {foot.max.x - wide - ui.px(12), foot.max.y}},
                              no) ||
                       window.dismissed();
    bool const save =
        button(ui, "template.save", {{foot.max.x - wide, foot.min.y}, foot.max}, yes, main, can) ||
        edit == Edit::submitted || confirmed(ui, can);
    if (leave)
        dialog = {};
    else if (save && can == Enabled::yes)
        dialog.wanted = std::string(base::trimmed(dialog.title));
}

} // namespace ui
