#include "exchange/cases/case_fields.h"

#include "base/names.h"
#include "base/text.h"
#include "edit/plan.h"
#include "exchange/recognise/clean.h"

#include <algorithm>

namespace exchange {
namespace {

model::Answer answer_of(std::string_view cell)
{
    auto const said = base::fold(cell);
    if (said == "oui" || said == "yes" || said == "o" || said == "y" || said == "true" ||
        said == "vrai" || said == "1")
        return model::Answer::yes;
    if (said == "non" || said == "no" || said == "n" || said == "false" || said == "faux" ||
        said == "0")
        return model::Answer::no;
    return model::Answer::unknown;
}

model::AiAct ai_act_of(std::string_view cell)
{
    auto const said = base::fold(cell);
    auto has = [&](std::string_view word) { return said.find(word) != std::string::npos; };
    if (has("interdit") || has("prohib") || has("inacceptable") || has("unacceptable"))
        return model::AiAct::prohibited;
    if (has("haut") || has("eleve") || has("high")) return model::AiAct::high;
    if (has("limit")) return model::AiAct::limited;
    if (has("minim") || has("faible") || has("low")) return model::AiAct::minimal;
    return model::AiAct::unknown;
}

std::string* text_of(model::Case& text, Field field)
{
    switch (field) {
    case Field::title: return &text.title;
    case Field::short_title: return &text.short_title;
    case Field::need: return &text.need;
    case Field::description: return &text.description;
    case Field::domain: return &text.domain;
    case Field::proposer: return &text.proposer;
    case Field::source: return &text.source;
    case Field::cost: return &text.cost;
    case Field::notes: return &text.notes;
    default: return nullptr;
    }
}

bool is_long(Field field)
{
    return field == Field::need || field == Field::description || field == Field::notes;
}

} // namespace

model::Case case_of(Row const& row, std::vector<ImportColumn> const& columns)
{
    model::Case text;
    text.origin = model::Origin::imported;
    std::string identifier;
    bool const several = std::ranges::count(columns, Field::notes, &ImportColumn::field) > 1;
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns.size()); ++i) {
        auto const field = columns[i].field;
        if (field == Field::none || !shows(row.cells[i])) continue;
        auto cell = without_tags(without_invisible(row.cells[i]));
        if (!is_long(field) && field != Field::title) cell = one_line(cell);
        if (field == Field::identifier) {
            identifier = one_line(columns[i].name) + ": " + cell;
        } else if (field == Field::personal_data) {
            text.personal_data = answer_of(cell);
        } else if (field == Field::ai_act) {
            text.ai_act = ai_act_of(cell);
        } else if (field == Field::notes) {
            bool const named = columns[i].said == ImportColumn::Said::with_name &&
                               (several || columns[i].why == Why::given_back);
            text.notes += (text.notes.empty() ? "" : "\n") +
                          (named ? one_line(columns[i].name) + ": " : std::string{}) +
                          std::string(base::trimmed(cell));
        } else if (auto* where = text_of(text, field); where && where->empty()) {
            *where = base::trimmed(cell);
        }
    }
    // The identifier is kept as source, to recognise the case at the next import.
    if (text.source.empty()) text.source = identifier;
    return text;
}

bool cut_to_fit(model::Case& text)
{
    bool any = false;
    for (std::size_t f = 1; f < field_count; ++f) {
        auto* where = text_of(text, static_cast<Field>(f));
        if (!where || where->size() <= edit::text_max) continue;
        auto end = edit::text_max - std::string_view("…").size();
        while (end > 0 && (static_cast<unsigned char>((*where)[end]) & 0xC0U) == 0x80U) --end;
        where->resize(end);
        *where += "…";
        any = true;
    }
    return any;
}

std::string said(model::Case const& text, Field field)
{
    if (field == Field::personal_data)
        return text.personal_data == model::Answer::unknown
                   ? std::string{}
                   : std::string(base::name_of(text.personal_data));
    if (field == Field::ai_act)
        return text.ai_act == model::AiAct::unknown ? std::string{}
                                                    : std::string(base::name_of(text.ai_act));
    auto copy = text;
    auto const* where = text_of(copy, field);
    return where ? *where : std::string{};
}

void set_said(model::Case& text, Field field, std::string const& value)
{
    if (field == Field::personal_data) {
        text.personal_data = base::from_name<model::Answer>(value).value_or(model::Answer::unknown);
    } else if (field == Field::ai_act) {
        text.ai_act = base::from_name<model::AiAct>(value).value_or(model::AiAct::unknown);
    } else if (auto* where = text_of(text, field)) {
        *where = value;
    }
}

} // namespace exchange
