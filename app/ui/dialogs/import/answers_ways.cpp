#include "model/voting_method.h"
#include "ui/dialogs/import/answers_parts.h"
#include "ui/dialogs/import/import_parts.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

// How a table of answers is read: kind, method or axis, scale, columns.
namespace ui {
namespace {

using AnswersChoice = AnswersDialog::Choice;
using exchange::Holds;
using exchange::Part;

constexpr float answers_column_height = 62; // design pixels

// Methods to choose from; estimates and pairs cannot be imported as columns.
constexpr std::array methods{model::Method::approval,      model::Method::majority_judgment,
                             model::Method::score,         model::Method::ranking,
                             model::Method::dots,          model::Method::points,
                             model::Method::choose_spread, model::Method::quadratic,
                             model::Method::stv,           model::Method::budget};

std::string method_words(Ui const& ui, model::Method method)
{
    return ui.tr("method." + std::string(base::name_of(method)) + ".title");
}

std::string holds_words(Ui const& ui, Holds holds)
{
    return ui.tr("answers.holds." + std::string(base::name_of(holds)));
}

std::vector<std::pair<model::AxisId, model::Axis>> axes_of(model::Document const& doc)
{
    std::vector<std::pair<model::AxisId, model::Axis>> out;
    for (auto const& [id, axis] : model::table<model::Axis>(doc))
        if (axis.state == model::AxisState::active) out.emplace_back(id, axis);
    std::ranges::sort(out, {}, [](auto const& one) { return one.second.order; });
    return out;
}

std::string axis_words(Ui const& ui, model::Axis const& axis)
{
    return ui.words->text("estimates.axis", axis.place,
                          axis.short_title.empty() ? axis.title : axis.short_title);
}

// The number of the axis for which columns are chosen.
int axis_in_hand(AnswersDialog const& dialog)
{
    if (dialog.asked.axis > 0) return dialog.asked.axis;
    auto const axes = axes_of(dialog.there);
    return axes.empty() ? 0 : axes.front().second.place;
}

// The axis of columns that name none; nothing until it is chosen.
std::string chosen_axis(Ui const& ui, AnswersDialog const& dialog)
{
    auto const axes = axes_of(dialog.there);
    bool const said = dialog.asked.axis > 0 || axes.size() == 1;
    for (auto const& [id, axis] : axes)
        if (said && axis.place == axis_in_hand(dialog)) return axis_words(ui, axis);
    return ui.tr("answers.axis.none");
}

bool names_people(Part part) { return part == Part::people || part == Part::voter; }

std::string part_words(Ui const& ui, AnswersDialog const& dialog,
                       exchange::AnswerColumn const& column)
{
    auto word = ui.tr("answers.part." + std::string(base::name_of(column.part)));
    if (auto const* axis = model::find<model::Axis>(dialog.there, column.axis);
        axis && axes_of(dialog.there).size() > 1)
        word += " · " + std::to_string(axis->place);
    return word;
}

void draw_column(Ui& ui, AnswersDialog& dialog, std::size_t i, base::Rect const& row)
{
    auto const& c = ui.color();
    auto const& column = dialog.columns[i];
    bool const people = names_people(column.part), left = column.part == Part::left;
    auto const wide = ui.px(296), gap = ui.px(16);
    auto const middle = std::round(row.center().y);
    base::Rect const pick{{row.max.x - wide, middle - ui.px(21)}, {row.max.x, middle + ui.px(21)}};
    base::Rect const words{{row.min.x + ui.px(10), row.min.y}, {pick.min.x - 3 * gap, row.max.y}};
    draw_text_in(ui, {{words.min.x, middle - ui.px(24)}, {words.max.x, middle}}, type::label,
                 left ? c.ink2 : c.ink,
                 column.name.empty() ? ui.words->text("import.column", i + 1)
                                     : import_line(column.name));
    // Names of people are not shown on a shared screen.
    draw_text_in(ui, {{words.min.x, middle}, {words.max.x, middle + ui.px(22)}}, type::meta, c.ink3,
                 people ? ui.tr("import.masked") : samples_of(dialog.reading->table, i, 4));
    draw_icon_at(ui, {words.max.x + gap, middle}, ui.px(20), people ? c.warn : c.ink3,
                 people ? icon::shield
                 : left ? icon::block
                        : icon::arrow_forward);
    if (select_box(ui, "answers.column." + std::to_string(i + 1), pick,
                   part_words(ui, dialog, column), left ? On::no : On::yes))
        dialog.choice = AnswersChoice::column, dialog.column = i, dialog.choosing_at = pick;
    hairline_h(ui, row.min.x, row.max.x, row.max.y - 1, c.line);
}

// The meanings to choose from: key of --map, and label.
std::vector<std::pair<std::string, std::string>> meanings(Ui const& ui, AnswersDialog const& dialog)
{
    auto const word = [&](Part part) {
        return ui.tr("answers.part." + std::string(base::name_of(part)));
    };
    if (dialog.holds == Holds::ballots)
        return {{"vote", word(Part::option)},
                {"votant", word(Part::voter)},
                {"rien", word(Part::left)}};
    auto const number = std::to_string(axis_in_hand(dialog));
    auto const scale = [&](char const* key, Part part) {
        return std::pair(key + (":" + number), word(part) + " · " + number);
    };
    return {{"cas", word(Part::case_name)},
            {"votant", word(Part::voter)},
            {"axe", word(Part::axis_name)},
            scale("opportunite", Part::opportunity),
            scale("risque", Part::risk),
            scale("gravite", Part::severity),
            scale("vraisemblance", Part::likelihood),
            {"rien", word(Part::left)}};
}

std::optional<std::size_t> picked(Ui& ui, AnswersDialog& dialog, char const* name,
                                  std::vector<std::pair<std::string, std::string>> const& list)
{
    std::vector<MenuItem> items;
    for (auto const& [id, word] : list) items.push_back({id, word});
    auto const answer = menu(ui, name, dialog.choosing_at, items);
    if (answer.closed) dialog.choice = AnswersChoice::nothing;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (answer.id == list[i].first) return i;
    return std::nullopt;
}

} // namespace

void draw_answer_ways(Ui& ui, AnswersDialog& dialog, base::Rect const& area)
{
    auto const gap = ui.px(16);
    auto x = area.min.x;
    auto const place = [&](float share, char const* label) {
        auto const wide = std::round((area.width() - 3 * gap) * share);
        draw_text(ui, {x, area.min.y}, type::meta, ui.color().ink2, ui.tr(label));
        base::Rect const box{{x, area.max.y - ui.px(46)}, {x + wide, area.max.y}};
        x += wide + gap;
        return box;
    };
    auto const select = [&](char const* id, base::Rect const& box, std::string const& shown,
                            AnswersChoice choice, On on) {
        if (select_box(ui, id, box, shown, on)) dialog.choice = choice, dialog.choosing_at = box;
    };
    select("answers.holds", place(0.24F, "answers.holds"),
           dialog.holds ? holds_words(ui, *dialog.holds) : ui.tr("answers.holds.unsaid"),
           AnswersChoice::holds, dialog.holds ? On::yes : On::no);
    bool const ballots = dialog.holds.value_or(Holds::ballots) == Holds::ballots;
    if (ballots) {
        auto const method =
            dialog.plan ? std::optional(dialog.plan->election.round.method) : dialog.asked.method;
        select("answers.method", place(0.26F, "answers.method"),
               method ? method_words(ui, *method) : ui.tr("answers.method.none"),
               AnswersChoice::method, dialog.asked.method ? On::yes : On::no);
    } else {
        select("answers.axis", place(0.26F, "answers.axis"), chosen_axis(ui, dialog),
               AnswersChoice::axis, dialog.asked.axis > 0 ? On::yes : On::no);
    }
    auto const field = [&](char const* id, base::Rect const& box, char const* hint,
                           std::string& text) {
        auto const edit =
            text_field(ui, id, box, ui.tr(id), text, {.hint = hint, .most_bytes = 2000});
        if (edit == Edit::submitted || edit == Edit::left) dialog.plan_again();
    };
    field("answers.scale", place(0.2F, "answers.scale"), "1..7", dialog.asked.scale);
    auto const hint = ui.tr("answers.grades.hint");
    field("answers.grades", place(0.3F, "answers.grades"), hint.c_str(), dialog.asked.grades);
}

void draw_answer_columns(Ui& ui, AnswersDialog& dialog, base::Rect const& whole)
{
    auto area = whole;
    area.max.x += ui.px(12); // the scroll bar is beside it
    ScrollArea scroll(ui, "answers.columns", area, dialog.columns_scroll);
    auto const high = ui.px(answers_column_height);
    float y = scroll.top();
    for (std::size_t i = 0; i < dialog.columns.size(); ++i) {
        if (y < area.max.y + high && y + high > area.min.y - high)
            draw_column(ui, dialog, i, {{area.min.x, y}, {area.max.x - ui.px(16), y + high}});
        y += high;
    }
    scroll.content_height(y - scroll.top());
}

Then draw_answer_menus(Ui& ui, AnswersDialog& dialog)
{
    using List = std::vector<std::pair<std::string, std::string>>;
    switch (dialog.choice) {
    case AnswersChoice::nothing: break;
    case AnswersChoice::holds: {
        List list;
        for (auto one : {Holds::cases, Holds::ballots, Holds::estimates, Holds::positions})
            list.emplace_back("holds." + std::string(base::name_of(one)), holds_words(ui, one));
        if (auto const at = picked(ui, dialog, "answers.kinds", list)) {
            if (*at == 0) return Then::cases;
            dialog.holds = static_cast<Holds>(*at);
            dialog.said.clear();
            dialog.plan_again();
        }
        break;
    }
    case AnswersChoice::method: {
        List list;
        for (auto method : methods)
            list.emplace_back("method." + std::string(base::name_of(method)),
                              method_words(ui, method));
        if (auto const at = picked(ui, dialog, "answers.methods", list)) {
            dialog.asked.method = methods.at(*at);
            if (!dialog.holds) dialog.holds = Holds::ballots;
            dialog.plan_again();
        }
        break;
    }
    case AnswersChoice::axis: {
        List list;
        auto const axes = axes_of(dialog.there);
        for (auto const& [id, axis] : axes)
            list.emplace_back("axis." + std::to_string(axis.place), axis_words(ui, axis));
        if (auto const at = picked(ui, dialog, "answers.axes", list)) {
            dialog.asked.axis = axes[*at].second.place;
            dialog.plan_again();
        }
        break;
    }
    case AnswersChoice::column: {
        auto const list = meanings(ui, dialog);
        if (auto const at = picked(ui, dialog, "answers.meanings", list))
            dialog.mean(dialog.column, list[*at].first);
        break;
    }
    }
    return Then::stays;
}

} // namespace ui
