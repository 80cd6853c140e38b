#include "ui/dialogs/import_dialog.h"

#include "base/text.h"
#include "ui/dialogs/import_parts.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

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

// What was kept of a table of these names, or what is doubtful of the text.
void draw_told(Ui& ui, ImportDialog& dialog, base::Rect const& box)
{
    auto const kept = static_cast<std::int64_t>(dialog.kept_choices());
    auto const doubt = dialog.plan.doubt;
    if (kept == 0 && doubt == exchange::Doubt::none) return;
    auto const& c = ui.color();
    bool const warns = doubt != exchange::Doubt::none;
    fill(ui, box, ui.px(11), warns ? c.warntint : c.atint);
    draw_icon_at(ui, {box.min.x + ui.px(24), box.center().y}, ui.px(21), warns ? c.warn : c.accent,
                 warns ? icon::warning_amber : icon::restore);
    auto const said = doubt == exchange::Doubt::twice   ? ui.tr("import.note.twice")
                      : doubt == exchange::Doubt::mixed ? ui.tr("import.note.mixed")
                                                        : ui.trn("import.kept", kept);
    draw_text_in(ui, {{box.min.x + ui.px(44), box.min.y}, box.max}, type::legend,
                 warns ? c.warn : c.accent, said);
    if (kept == 0) return;
    auto const word = ui.tr("import.guess_again");
    auto const wide = button_width(ui, word, {.rank = Rank::quiet}, 40);
    if (button(ui, "import.guess_again",
               {{box.max.x - wide - ui.px(4), box.min.y}, {box.max.x - ui.px(4), box.max.y}}, word,
               {.rank = Rank::quiet}))
        dialog.guess_again();
}

// What would be done, in one line beside the buttons.
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
                        exchange::MintCase how)
{
    close();
    bytes = std::move(what);
    there = doc;
    mint = std::move(how);
    words_ = {};
    words_.learn(there);
    words_.read(there, std::numeric_limits<std::size_t>::max());
    reading = std::move(read);
    columns = exchange::columns_of(reading->table);
    take_kept();
    plan_again();
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
    auto kept = std::move(kept_);
    auto const wanted = keep;
    *this = {};
    kept_ = std::move(kept);
    keep = wanted;
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
    auto again_read = exchange::read_import(bytes, reading->source, options);
    if (!again_read) return; // there is nothing to be read that way: it stays what it is
    bool const same = again_read->sheet == reading->sheet &&
                      again_read->table.separator == reading->table.separator;
    reading = std::move(*again_read);
    auto const meant = std::move(columns);
    columns = exchange::columns_of(reading->table);
    // Names that say nothing leave each column what it was said to mean.
    if (same && !exchange::has_title(columns))
        for (std::size_t i = 0; i < std::min(meant.size(), columns.size()); ++i)
            columns[i].field = meant[i].field;
    take_kept();
    flipped.clear();
    plan_again();
}

void ImportDialog::mean(std::size_t column, Field field)
{
    for (auto& other : columns)
        if (other.field == field) other.field = Field::none;
    columns[column].field = field;
    columns[column].why = exchange::Why::chosen;
    if (keep && !reading->table.header.empty()) kept_.insert_or_assign(names(), columns);
    flipped.clear();
    plan_again();
}

ImportDialog::Names ImportDialog::names() const
{
    Names out;
    for (auto const& name : reading->table.header) out.push_back(base::fold(name));
    return out;
}

void ImportDialog::take_kept()
{
    if (auto const it = kept_.find(names()); it != kept_.end() && !reading->table.header.empty())
        columns = it->second;
}

void ImportDialog::guess_again()
{
    kept_.erase(names());
    columns = exchange::columns_of(reading->table);
    flipped.clear();
    plan_again();
}

std::size_t ImportDialog::kept_choices() const
{
    if (!kept_.contains(names())) return 0;
    return static_cast<std::size_t>(
        std::ranges::count(columns, exchange::Why::chosen, &exchange::ImportColumn::why));
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
    edit::AddCases add;
    for (std::size_t i = 0; i < plan.command.cases.size(); ++i)
        if (ticked(i) && !changed(i)) add.cases.push_back(plan.command.cases[i]);
    return add;
}

std::vector<edit::EditCase> ImportDialog::updates() const
{
    std::vector<edit::EditCase> out;
    std::set<model::CaseId> done; // a case that two rows speak of is changed by the first
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
    auto const others = ui.tr("answers.not_cases");
    auto const as_wide = button_width(ui, others, {.rank = Rank::quiet}, 30);
    dialog.not_cases = button(
        ui, "import.not_cases",
        {{body.max.x - as_wide, body.min.y - ui.px(6)}, {body.max.x, body.min.y + ui.px(24)}},
        others, {.rank = Rank::quiet});
    auto top = body.min.y + ui.px(34);
    draw_ways(ui, dialog, {{body.min.x, top}, {body.max.x, top + ui.px(76)}});
    top += ui.px(88);
    bool const told = dialog.kept_choices() > 0 || dialog.plan.doubt != exchange::Doubt::none;
    if (told) {
        draw_told(ui, dialog, {{body.min.x, top}, {body.max.x, top + ui.px(48)}});
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
    if (yes) { // closed once they are in
        if (!adds.cases.empty()) asked.take(edit::Command{std::move(adds)});
        for (auto& change : changes) asked.take(edit::Command{std::move(change)});
        return asked;
    }
    if (cancelled || window.dismissed()) dialog.close();
    return asked;
}

} // namespace ui
