#include "exchange/cases/import.h"

#include "base/text.h"
#include "exchange/cases/case_fields.h"
#include "exchange/recognise/clean.h"
#include "model/exists.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace exchange {
namespace {

using base::Errc;

// Replaces all kinds of spaces, for comparison.
std::string plain_spaces(std::string text)
{
    for (std::string_view wide : {"\u00A0", "\u202F"})
        for (auto at = text.find(wide); at != std::string::npos; at = text.find(wide, at))
            text.replace(at, wide.size(), 1, ' ');
    return one_line(text);
}

// Whether it is the total row of a spreadsheet.
bool is_total(std::string_view title)
{
    auto const said = base::fold(title);
    return said == "total" || said == "totaux" || said == "total general" || said == "grand total";
}

// Finds existing cases by an attribute; nothing when several share it.
class Present {
public:
    explicit Present(model::Document const& doc)
    {
        for (auto const& [id, one] : model::table<model::Case>(doc)) {
            titles_.emplace(base::fold(without_invisible(one.title)), id);
            if (one.source.empty()) continue;
            auto const [at, fresh] = sources_.emplace(one.source, id);
            if (!fresh) at->second = {};
        }
    }
    [[nodiscard]] std::optional<model::CaseId> by_source(std::string const& source) const
    {
        auto const it = sources_.find(source);
        if (it == sources_.end() || !it->second) return std::nullopt;
        return it->second;
    }
    [[nodiscard]] std::optional<model::CaseId> by_title(std::string const& folded) const
    {
        auto const it = titles_.find(folded);
        return it == titles_.end() ? std::nullopt : std::optional(it->second);
    }

private:
    std::map<std::string, model::CaseId> titles_, sources_;
};

// Builds the plan row by row.
class Planner {
public:
    Planner(Reading const& reading, ImportPlan& plan, model::Document const& doc)
        : reading_(reading)
        , plan_(plan)
        , doc_(doc)
        , present_(doc)
    {
    }

    void rows(MintCase const& mint)
    {
        bool const list = reading_.table.header.empty();
        for (auto const& row : reading_.table.rows) {
            edit::NewCase fresh;
            fresh.text = case_of(row, plan_.columns);
            fresh.text.title = one_line(list ? without_bullet(fresh.text.title)
                                             : std::string_view(fresh.text.title));
            if (auto const it = reading_.titles.find(row.line);
                it != reading_.titles.end() && !shows(fresh.text.title))
                fresh.text.title = one_line(it->second);
            if (!shows(fresh.text.title)) {
                plan_.left_out.push_back({Errc::invalid, "import.no_title", {}, row.line});
                continue;
            }
            if (&row == &reading_.table.rows.back() && is_total(fresh.text.title)) {
                plan_.left_out.push_back({Errc::invalid, "import.total", {}, row.line});
                continue;
            }
            if (cut_to_fit(fresh.text))
                plan_.cut.push_back({Errc::invalid, "import.cut", {}, row.line});
            fresh.id = mint();
            ++times_[fresh.text.source];
            plan_.lines.push_back(row.line);
            plan_.command.cases.push_back(std::move(fresh));
        }
        std::set<std::string> seen;
        for (auto const& one : plan_.command.cases) {
            auto const title = base::fold(one.text.title);
            auto const there = find(one.text, title);
            if (there) plan_.known.emplace(one.id, Known{*there, changes(*there, one.text, title)});
            bool const again = !seen.insert(title).second;
            if (there || again) plan_.duplicates.push_back(one.id);
        }
        merge();
    }

private:
    // Keeps merged cases merged.
    void merge()
    {
        std::map<std::size_t, model::CaseId> ids;
        for (std::size_t i = 0; i < plan_.lines.size(); ++i)
            ids.emplace(plan_.lines[i], plan_.command.cases[i].id);
        for (std::size_t i = 0; i < plan_.lines.size(); ++i) {
            auto const into = reading_.table.merged.find(plan_.lines[i]);
            if (into == reading_.table.merged.end() || into->second == plan_.lines[i]) continue;
            if (reading_.table.merged.contains(into->second)) continue; // no chains of merges
            auto const it = ids.find(into->second);
            if (it == ids.end()) continue;
            auto const there = plan_.known.find(it->second);
            plan_.command.cases[i].into = there == plan_.known.end()
                                              ? it->second
                                              : model::merged_into(doc_, there->second.id);
        }
    }

    [[nodiscard]] std::optional<model::CaseId> find(model::Case const& text,
                                                    std::string const& title) const
    {
        if (!text.source.empty() && times_.at(text.source) == 1)
            if (auto const there = present_.by_source(text.source)) return there;
        return present_.by_title(title);
    }
    [[nodiscard]] std::vector<Difference> changes(model::CaseId id, model::Case const& now,
                                                  std::string const& title) const
    {
        std::vector<Difference> out;
        auto const before = model::get<model::Case>(doc_, id);
        for (std::size_t f = 1; f < field_count; ++f) {
            auto const field = static_cast<Field>(f);
            if (field == Field::title && base::fold(before.title) == title) continue;
            auto const was = said(before, field), is = said(now, field);
            if (!is.empty() && plain_spaces(was) != plain_spaces(is))
                out.push_back({field, was, is});
        }
        return out;
    }

    Reading const& reading_;
    ImportPlan& plan_;
    model::Document const& doc_;
    Present present_;
    std::map<std::string, int> times_; // how often a source occurs in the file
};

} // namespace

Separator format_from_name(std::string_view name)
{
    if (name == "tsv") return Separator::tab;
    return Separator::automatic; // "csv" may use commas or semicolons
}

std::optional<Separator> separator_from_name(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, Separator>, 13> names{
        {{"auto", Separator::automatic},
         {"comma", Separator::comma},
         {",", Separator::comma},
         {"semicolon", Separator::semicolon},
         {";", Separator::semicolon},
         {"tab", Separator::tab},
         {"\t", Separator::tab},
         {"\\t", Separator::tab},
         {"pipe", Separator::pipe},
         {"|", Separator::pipe},
         {"none", Separator::none},
         {"sentence", Separator::sentence},
         {"", Separator::none}}};
    for (auto const& [said, separator] : names)
        if (said == name) return separator;
    return std::nullopt;
}

edit::AddCases ImportPlan::those(std::function<bool(std::size_t)> const& kept) const
{
    edit::AddCases out;
    std::set<model::CaseId> left; // of this plan, not kept
    for (std::size_t i = 0; i < command.cases.size(); ++i)
        if (kept(i))
            out.cases.push_back(command.cases[i]);
        else
            left.insert(command.cases[i].id);
    for (auto& one : out.cases)
        if (left.contains(one.into)) one.into = {};
    return out;
}

edit::AddCases ImportPlan::without_duplicates() const
{
    std::set<model::CaseId> const out(duplicates.begin(), duplicates.end());
    return those([&](std::size_t i) { return !out.contains(command.cases[i].id); });
}

edit::AddCases ImportPlan::unknown() const
{
    return those([&](std::size_t i) { return !known.contains(command.cases[i].id); });
}

edit::EditCase updated(model::Document const& doc, Known const& known)
{
    edit::EditCase edit{known.id, model::get<model::Case>(doc, known.id)};
    for (auto const& one : known.changed) set_said(edit.text, one.field, one.after);
    return edit;
}

ImportPlan plan_import(Reading const& reading, std::vector<ImportColumn> columns,
                       model::Document const& doc, MintCase const& mint)
{
    auto const& table = reading.table;
    ImportPlan plan;
    plan.encoding = table.encoding;
    plan.doubt = table.doubt;
    plan.doubtful = table.doubtful;
    plan.separator = table.separator;
    plan.header_line = table.header_line;
    plan.left_out = table.left_out;
    plan.source = reading.source;
    plan.sheets = reading.sheets;
    plan.sheet = reading.sheet;
    plan.columns = std::move(columns);
    if (!has_title(plan.columns)) return plan;
    Planner(reading, plan, doc).rows(mint);
    std::ranges::stable_sort(plan.left_out, {}, &base::Error::line);
    return plan;
}

base::Result<ImportPlan> plan_import(std::string_view bytes, model::Document const& doc,
                                     std::string source, MintCase const& mint,
                                     TableOptions const& options)
{
    auto const reading = read_import(bytes, std::move(source), options);
    if (!reading) return base::fail(reading.error());
    auto columns = columns_of(reading->table);
    if (!has_title(columns)) return base::fail(Errc::invalid, "import.title_column");
    return plan_import(*reading, std::move(columns), doc, mint);
}

} // namespace exchange
