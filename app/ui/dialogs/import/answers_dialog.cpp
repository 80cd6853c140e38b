#include "ui/dialogs/import/answers_dialog.h"

#include "exchange/answers/answers_text.h"
#include "i18n/errors.h"
#include "model/voting_method.h"
#include "ui/dialogs/import/answers_parts.h"
#include "ui/dialogs/import/import_parts.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using exchange::Holds;

// The description of what would be recorded, or what is missing; then the rows left out.
void draw_told(Ui& ui, AnswersDialog& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    ScrollArea scroll(ui, "answers.told", area, dialog.told_scroll);
    auto const wide = area.width() - ui.px(20);
    float y = scroll.top();
    auto const say = [&](std::string const& line, board::Color color, Type type) {
        y += draw_paragraph(ui, {area.min.x, y}, wide, type, color, line) + ui.px(10);
    };
    if (!dialog.plan) {
        auto const why = exchange::answers_error(*ui.words, dialog.fault, exchange::At::window);
        probe_value(ui, "answers.fault", why);
        say(why, c.warn, type::label);
        scroll.content_height(y - scroll.top());
        return;
    }
    for (auto const& line : exchange::answers_lines(*ui.words, *dialog.plan, exchange::At::window))
        say(line, c.ink, type::legend);
    constexpr std::size_t shown = 200;
    auto const& left = dialog.plan->left_out;
    for (std::size_t i = 0; i < std::min(left.size(), shown); ++i)
        say(exchange::left_line(*ui.words, left[i], exchange::At::window), c.ink2, type::meta);
    scroll.content_height(y - scroll.top());
}

char const* record_key(Holds holds)
{
    switch (holds) {
    case Holds::ballots: return "answers.record.ballots";
    case Holds::estimates: return "answers.record.estimates";
    default: return "answers.record.positions";
    }
}

} // namespace

void AnswersDialog::show(std::string what, exchange::Reading read, model::Document const& doc,
                         exchange::AnswerMints how, std::int64_t now_ms,
                         base::Result<Holds> const& found)
{
    close();
    bytes = std::move(what);
    reading = std::move(read);
    there = doc;
    mints = std::move(how);
    at_ms = now_ms;
    if (found)
        holds = *found;
    else
        fault = found.error();
    for (auto const& name : reading->table.header) columns.push_back({name, {}, {}, {}});
    if (holds) plan_again();
}

void AnswersDialog::plan_again()
{
    plan.reset();
    if (!holds) return;
    asked.map.clear();
    for (auto const& [place, key] : said)
        asked.map += (asked.map.empty() ? "" : ",") + key + "=" + std::to_string(place + 1);
    auto planned = exchange::plan_answers(*reading, *holds, there, asked, mints, at_ms);
    if (!planned) {
        fault = planned.error();
        columns = exchange::answer_columns(*reading, *holds, there, asked);
        return;
    }
    plan = *std::move(planned);
    columns = plan->columns;
}

// When the user chooses one column, the recognised meanings of the others are fixed.
void AnswersDialog::mean(std::size_t at, std::string const& key)
{
    auto const key_of = [&](exchange::AnswerColumn const& one) -> std::string {
        auto const number = [&] {
            auto const* axis = model::find<model::Axis>(there, one.axis);
            return axis ? ":" + std::to_string(axis->place) : std::string{};
        };
        switch (one.part) {
        case exchange::Part::option: return "vote";
        case exchange::Part::voter: return "votant";
        case exchange::Part::case_name: return "cas";
        case exchange::Part::axis_name: return "axe";
        case exchange::Part::opportunity: return "opportunite" + number();
        case exchange::Part::risk: return "risque" + number();
        case exchange::Part::severity: return "gravite" + number();
        case exchange::Part::likelihood: return "vraisemblance" + number();
        default: return {};
        }
    };
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (auto found = key_of(columns[i]); !found.empty()) said.emplace(i, std::move(found));
    // Each meaning belongs to one column, except cases to vote on and ignored columns.
    if (key != "vote" && key != "rien")
        std::erase_if(said, [&](auto const& one) { return one.second == key; });
    said.insert_or_assign(at, key);
    plan_again();
}

Asked draw(Ui& ui, AnswersDialog& dialog, ImportDialog& cases)
{
    Asked asked;
    if (!dialog.reading) return asked;
    auto const& source = dialog.reading->source;
    Dialog const window(ui, "answers", {ui.px(1672), ui.px(972)},
                        source.empty() ? ui.tr("import.preview.pasted") : source);
    auto const& body = window.body();
    auto const head =
        dialog.plan ? exchange::answers_head(*ui.words, *dialog.plan, exchange::Taken::dry_run)
                    : ui.tr("answers.head.unknown");
    probe_value(ui, "answers.head", head);
    draw_text_in(ui, {body.min, {body.max.x, body.min.y + ui.px(28)}}, type::label, ui.color().ink,
                 head);
    auto top = body.min.y + ui.px(40);
    draw_answer_ways(ui, dialog, {{body.min.x, top}, {body.max.x, top + ui.px(76)}});
    top += ui.px(92);
    auto const split = body.min.x + std::round(body.width() * 0.54F);
    draw_answer_columns(ui, dialog, {{body.min.x, top}, {split - ui.px(20), body.max.y}});
    hairline_v(ui, split, top, body.max.y, ui.color().line);
    draw_told(ui, dialog, {{split + ui.px(20), top}, {body.max.x - ui.px(4), body.max.y}});

    auto const& foot = window.footer();
    bool const ready = dialog.plan && exchange::changes_something(*dialog.plan);
    auto const no = ui.tr("import.preview.cancel");
    auto const word = ui.tr(record_key(dialog.holds.value_or(Holds::ballots)));
    auto const width = button_width(ui, word, {.rank = Rank::primary}),
               other = button_width(ui, no);
    auto const edge = foot.max.x - width;
    auto const left = edge - ui.px(12) - other;
    if (dialog.holds == Holds::positions) {
        bool const before = dialog.asked.update;
        toggle_row(ui, "answers.update", {foot.min, {foot.min.x + ui.px(420), foot.max.y}},
                   ui.tr("answers.update"), dialog.asked.update);
        if (dialog.asked.update != before) dialog.plan_again();
    } else {
        auto const label = ui.tr("answers.question");
        base::Rect const box{foot.min,
                             {std::min(foot.min.x + ui.px(560), left - ui.px(20)), foot.max.y}};
        auto const edit = text_field(ui, "answers.question", box, label, dialog.asked.question,
                                     {.hint = label, .most_bytes = 2000});
        if (edit == Edit::submitted || edit == Edit::left) dialog.plan_again();
    }
    bool const cancelled =
        button(ui, "answers.cancel", {{left, foot.min.y}, {edge - ui.px(12), foot.max.y}}, no);
    bool yes = button(ui, "answers.record", {{edge, foot.min.y}, foot.max}, word,
                      {.rank = Rank::primary}, enabled_if(ready));
    yes |= confirmed(ui, enabled_if(ready));
    if (draw_answer_menus(ui, dialog) == Then::cases) {
        auto mint = dialog.mints.next_case;
        auto const& turned = *dialog.reading; // rows in the order of the file
        auto again = exchange::read_import(dialog.bytes, turned.source, turned.options);
        cases.show(dialog.bytes, again ? *again : turned, dialog.there, std::move(mint),
                   dialog.at_ms);
        dialog.close();
        return asked;
    }
    if (yes && ready) {      // closed when it is recorded
        dialog.plan_again(); // with the present question
        if (dialog.plan) asked.take(exchange::command_of(*dialog.plan));
        return asked;
    }
    if (cancelled || window.dismissed()) dialog.close();
    return asked;
}

} // namespace ui
