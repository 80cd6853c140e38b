#include "ui/dialogs/import/import_dialog.h"

#include "base/sha256.h"
#include "base/text.h"
#include "ui/dialogs/import/import_parts.h"
#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using exchange::Field;

constexpr std::size_t sample_most = 60; // characters

std::string under_title(Ui const& ui, ImportDialog const& dialog)
{
    auto const rows = static_cast<std::int64_t>(dialog.reading->table.rows.size());
    auto const columns = static_cast<std::int64_t>(dialog.columns.size());
    return ui.words->text("import.preview.size", ui.trn("import.preview.rows", rows),
                          ui.trn("import.preview.columns", columns), dialog.plan.encoding);
}

// Describes a remembered mapping that was applied: its extent and date.
std::string said_of_kept(Ui const& ui, ImportDialog const& dialog, KeptColumns const& kept)
{
    using exchange::Why;
    std::size_t said = kept.said.size(), guessed = 0;
    for (auto const& column : dialog.columns)
        guessed += column.field != Field::none && column.why != Why::chosen ? 1 : 0;
    return ui.trn("import.kept", static_cast<std::int64_t>(said)) + " " +
           ui.words->text("import.kept.since", ui.words->date(kept.at_ms)) +
           ui.words->text("import.kept.guessed", guessed);
}

// Notes above the columns: remembered mapping, doubtful encoding, hidden rows.
struct Told {
    std::string text;
    bool warns = false, kept = false;
};
std::optional<Told> told_of(Ui const& ui, ImportDialog const& dialog)
{
    auto const doubt = dialog.plan.doubt;
    if (doubt == exchange::Doubt::twice) return Told{ui.tr("import.note.twice"), true, false};
    if (doubt == exchange::Doubt::mixed)
        return Told{ui.words->text("import.note.mixed",
                                   exchange::lines_said(*ui.words, dialog.plan.doubtful)),
                    true, false};
    auto const& reading = *dialog.reading;
    if (!reading.sheets.empty())
        if (auto const hidden = reading.sheets[reading.sheet].hidden_rows; hidden > 0)
            return Told{ui.trn("import.hidden_rows", static_cast<std::int64_t>(hidden)), true,
                        dialog.taken_from() != nullptr};
    if (auto const* kept = dialog.taken_from())
        return Told{said_of_kept(ui, dialog, *kept), false, true};
    return std::nullopt;
}

void draw_told(Ui& ui, ImportDialog& dialog, Told const& told, base::Rect const& box)
{
    auto const& c = ui.color();
    fill(ui, box, ui.px(11), told.warns ? c.warntint : c.atint);
    draw_icon_at(ui, {box.min.x + ui.px(24), box.center().y}, ui.px(21),
                 told.warns ? c.warn : c.accent, told.warns ? icon::warning_amber : icon::restore);
    auto right = box.max.x - ui.px(12);
    auto const word = ui.tr("import.guess_again");
    if (told.kept) {
        auto const wide = button_width(ui, word, {.rank = Rank::quiet}, 40);
        right -= wide + ui.px(4);
        if (button(ui, "import.guess_again",
                   {{right, box.min.y}, {box.max.x - ui.px(4), box.max.y}}, word,
                   {.rank = Rank::quiet}))
            dialog.guess_again();
    }
    touch(ui, "import.told", {box.min, {right, box.max.y}}, told.text, Enabled::yes, Role::area);
    draw_text_in(ui, {{box.min.x + ui.px(44), box.min.y}, {right, box.max.y}}, type::legend,
                 told.warns ? c.warn : c.accent, told.text);
}

// Buttons for the template and the guide, in the title row.
void draw_documents(Ui& ui, ImportDialog& dialog, base::Rect const& body)
{
    auto right = body.max.x - ui.px(4);
    auto const top = body.min.y - ui.px(10);
    auto const one = [&](char const* id, unsigned sign) {
        ButtonLook const look{.rank = Rank::quiet, .icon = sign};
        auto const word = ui.tr(id);
        auto const wide = button_width(ui, word, look, 40);
        base::Rect const box{{right - wide, top}, {right, top + ui.px(40)}};
        right -= wide + ui.px(8);
        return std::pair{button(ui, id, box, word, look), box};
    };
    if (one("import.guide", icon::help_outline).first) dialog.wanted = ImportDialog::Wanted::guide;
    if (auto const [pressed, box] = one("import.model", icon::table_view); pressed)
        dialog.choice = ImportDialog::Choice::model, dialog.choosing_at = box;
    if (dialog.bytes.empty()) return; // another session contains no answers
    ButtonLook const quiet{.rank = Rank::quiet};
    auto const others = ui.tr("answers.not_cases");
    auto const wide = button_width(ui, others, quiet, 40);
    dialog.not_cases = button(ui, "import.not_cases",
                              {{right - wide, top}, {right, top + ui.px(40)}}, others, quiet);
}

// A summary beside the buttons.
std::string summary_of(Ui const& ui, ImportDialog const& dialog, std::size_t added,
                       std::size_t updated)
{
    auto const left =
        dialog.plan.left_out.size() + dialog.plan.command.cases.size() - added - updated;
    return ui.words->text("import.summary", ui.words->number(static_cast<std::int64_t>(added)),
                          ui.words->number(static_cast<std::int64_t>(updated)),
                          ui.words->number(static_cast<std::int64_t>(left)));
}

} // namespace

std::string import_line(std::string_view text)
{
    auto line = base::truncated(base::trimmed(text), sample_most);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

void ImportDialog::show(std::string what, exchange::Reading read, model::Document const& doc,
                        exchange::MintCase how, std::int64_t at_ms)
{
    close();
    bytes = std::move(what);
    there = doc;
    mint = std::move(how);
    now_ms = at_ms;
    words_ = {};
    words_.learn_all(there);
    reading = std::move(read);
    columns = exchange::columns_of(reading->table);
    take_kept();
    plan_again();
    if (bytes.empty()) return;
    auto plain = reading->options;
    plain.header = exchange::HeaderRow::none;
    plain.header_line = 0;
    constexpr std::size_t offered = 8;
    if (auto const all = exchange::read_import(bytes, reading->source, plain))
        for (std::size_t i = 0; i < std::min(offered, all->table.rows.size()); ++i) {
            std::string start;
            for (auto const& cell : all->table.rows[i].cells)
                if (!base::trimmed(cell).empty()) start += (start.empty() ? "" : ", ") + cell;
            tops.emplace_back(all->table.rows[i].line, import_line(start));
        }
}

void ImportDialog::close()
{
    auto stays = std::move(kept);
    auto const wanted_kept = keep, changed_kept = kept_changed;
    *this = {};
    kept = std::move(stays);
    keep = wanted_kept;
    kept_changed = changed_kept;
}

void ImportDialog::read_again(exchange::HeaderRow header)
{
    auto options = reading->options;
    options.header = header;
    options.header_line = 0;
    read_again(options);
}

void ImportDialog::read_again(exchange::TableOptions const& options)
{
    if (bytes.empty()) return;
    auto again_read = exchange::read_import(bytes, reading->source, options);
    if (!again_read) return; // cannot be read that way: unchanged
    bool const same = again_read->sheet == reading->sheet &&
                      again_read->table.separator == reading->table.separator;
    if (same) again_read->titles = std::move(reading->titles);
    reading = std::move(*again_read);
    auto const meant = std::move(columns);
    columns = exchange::columns_of(reading->table);
    // When the columns are the same, the meanings stay.
    if (same && !exchange::has_title(columns))
        for (std::size_t i = 0; i < std::min(meant.size(), columns.size()); ++i)
            columns[i].field = meant[i].field;
    take_kept();
    flipped.clear();
    naming = 0;
    plan_again();
}

void ImportDialog::mean(std::size_t column, Field field)
{
    exchange::mean(columns, column, field);
    keep_said();
    flipped.clear();
    plan_again();
}

void ImportDialog::take_results(exchange::Results results)
{
    exchange::take_results(columns, results);
    flipped.clear();
    plan_again();
}

void ImportDialog::give_title(std::size_t line, std::string title)
{
    reading->titles.insert_or_assign(line, std::move(title));
    flipped.erase(line);
    at_line = line;
    plan_again();
}

std::string ImportDialog::digest() const
{
    std::string names;
    for (auto const& name : reading->table.header) names += base::fold(name) + '\n';
    return names.empty() ? names : base::hexadecimal(base::sha256(names));
}

void ImportDialog::keep_said()
{
    auto names = digest();
    if (!keep || names.empty()) return;
    KeptColumns now{std::move(names), now_ms, {}};
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].why == exchange::Why::chosen) now.said.emplace(i, columns[i].field);
    std::erase_if(kept, [&](KeptColumns const& one) { return one.names == now.names; });
    kept.insert(kept.begin(), std::move(now));
    if (kept.size() > kept_columns_max) kept.resize(kept_columns_max);
    kept_changed = true;
}

void ImportDialog::take_kept()
{
    auto const it = std::ranges::find(kept, digest(), &KeptColumns::names);
    if (it == kept.end() || reading->table.header.empty()) return;
    for (auto const& [at, field] : it->said)
        if (at < columns.size()) exchange::mean(columns, at, field);
}

void ImportDialog::guess_again()
{
    auto const names = digest();
    std::erase_if(kept, [&](KeptColumns const& one) { return one.names == names; });
    kept_changed = true;
    columns = exchange::columns_of(reading->table);
    flipped.clear();
    plan_again();
}

KeptColumns const* ImportDialog::taken_from() const
{
    auto const it = std::ranges::find(kept, digest(), &KeptColumns::names);
    return it == kept.end() || it->said.empty() ? nullptr : &*it;
}

void ImportDialog::plan_again()
{
    plan = exchange::plan_import(*reading, columns, there, mint);
    again = {plan.duplicates.begin(), plan.duplicates.end()};
    likely.assign(plan.command.cases.size(), 0);
    for (std::size_t i = 0; i < likely.size(); ++i)
        if (auto const near_case = words_.nearest(there, plan.command.cases[i].text.title))
            likely[i] = model::get<model::Case>(there, *near_case).number;
}

exchange::Known const* ImportDialog::changed(std::size_t at) const
{
    auto const it = plan.known.find(plan.command.cases[at].id);
    return it == plan.known.end() || it->second.changed.empty() ? nullptr : &it->second;
}

bool ImportDialog::ticked(std::size_t at) const
{
    bool const first = !again.contains(plan.command.cases[at].id) || changed(at);
    return flipped.contains(plan.lines[at]) ? !first : first;
}

edit::AddCases ImportDialog::chosen() const
{
    return plan.those([this](std::size_t i) { return ticked(i) && !changed(i); });
}

std::vector<edit::EditCase> ImportDialog::updates() const
{
    std::vector<edit::EditCase> out;
    std::set<model::CaseId> done; // if two rows change a case, only the first is applied
    for (std::size_t i = 0; i < plan.command.cases.size(); ++i)
        if (auto const* known = changed(i); known && ticked(i) && done.insert(known->id).second)
            out.push_back(exchange::updated(there, *known));
    return out;
}

Asked draw(Ui& ui, ImportDialog& dialog)
{
    Asked asked;
    if (!dialog.reading) return asked;
    auto const source = dialog.plan.source;
    Dialog const window(ui, "import", {ui.px(1672), ui.px(972)},
                        source.empty() ? ui.tr("import.preview.pasted") : source);
    auto const& body = window.body();
    draw_text(ui, body.min, type::meta, ui.color().ink2, under_title(ui, dialog));
    draw_documents(ui, dialog, body);
    auto top = body.min.y + ui.px(34);
    draw_ways(ui, dialog, {{body.min.x, top}, {body.max.x, top + ui.px(76)}});
    top += ui.px(88);
    if (auto const told = told_of(ui, dialog)) {
        draw_told(ui, dialog, *told, {{body.min.x, top}, {body.max.x, top + ui.px(48)}});
        top += ui.px(58);
    }
    auto const split = body.min.x + std::round(body.width() * 0.56F);
    draw_columns(ui, dialog, {{body.min.x, top}, {split - ui.px(20), body.max.y}});
    hairline_v(ui, split, top, body.max.y, ui.color().line);
    draw_rows(ui, dialog, {{split + ui.px(20), top}, {body.max.x - ui.px(4), body.max.y}});

    auto adds = dialog.chosen();
    auto changes = dialog.updates();
    auto const& foot = window.footer();
    auto const some = enabled_if(!adds.cases.empty() || !changes.empty());
    auto const no = ui.tr("import.preview.cancel");
    auto const count = static_cast<std::int64_t>(adds.cases.size());
    auto const word =
        changes.empty()
            ? ui.trn("import.preview.add", count)
            : ui.words->text("import.preview.add_update", ui.words->number(count),
                             ui.words->number(static_cast<std::int64_t>(changes.size())));
    auto const width = button_width(ui, word, {.rank = Rank::primary}),
               other = button_width(ui, no);
    auto const edge = foot.max.x - width;
    auto const left = edge - ui.px(12) - other;
    base::Rect const keep{foot.min, {foot.min.x + ui.px(280), foot.max.y}};
    toggle_row(ui, "import.keep", keep, ui.tr("import.keep"), dialog.keep);
    draw_text_in(ui, {{keep.max.x + ui.px(16), foot.min.y}, {left - ui.px(16), foot.max.y}},
                 type::legend, ui.color().ink2,
                 summary_of(ui, dialog, adds.cases.size(), changes.size()), Align::right);
    bool const cancelled =
        button(ui, "import.cancel", {{left, foot.min.y}, {edge - ui.px(12), foot.max.y}}, no);
    bool yes = button(ui, "import.add", {{edge, foot.min.y}, foot.max}, word,
                      {.rank = Rank::primary}, some);
    yes |= confirmed(ui, some);
    draw_import_menus(ui, dialog);
    if (yes) { // closed when they are added
        if (!adds.cases.empty()) asked.take(edit::Command{std::move(adds)});
        for (auto& change : changes) asked.take(edit::Command{std::move(change)});
        return asked;
    }
    if (cancelled || window.dismissed()) dialog.close();
    return asked;
}

} // namespace ui
