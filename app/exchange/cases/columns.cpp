#include "exchange/cases/columns.h"

#include "base/text.h"
#include "exchange/cases/column_names.h"
#include "exchange/cases/lists.h"
#include "exchange/recognise/clean.h"
#include "exchange/tables/cells.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace exchange {
namespace {

constexpr std::size_t sampled = 300; // rows examined

// Statistics of a column's first rows.
struct Content {
    std::size_t rows = 0, said = 0; // rows examined, non-empty cells
    std::size_t different = 0;
    std::size_t signs = 0; // total length in bytes
    std::size_t characters = 0;
    std::array<std::size_t, 8> of_kind{};
    std::size_t people = 0; // cells that look like a person's name

    [[nodiscard]] bool mostly(CellKind kind) const
    {
        return said > 0 && of_kind.at(static_cast<std::size_t>(kind)) * 10 >= said * 6;
    }
    [[nodiscard]] double mean() const
    {
        return said == 0 ? 0 : static_cast<double>(signs) / static_cast<double>(said);
    }
    // The same value in several rows.
    [[nodiscard]] bool repeats() const { return different == 1 && said >= 2; }
    // Dates, numbers, addresses, codes or a single value: not a title.
    [[nodiscard]] bool unfit() const
    {
        for (auto kind : {CellKind::number, CellKind::date, CellKind::mail_address,
                          CellKind::web_address, CellKind::phone, CellKind::code})
            if (mostly(kind)) return true;
        return said == 0 || (different == 1 && said >= 4);
    }
    [[nodiscard]] bool phrases() const
    {
        constexpr double longest = 160; // bytes; average length of a title
        return !unfit() && 2 * said >= rows && different * 10 >= said * 8 && mean() >= 3 &&
               mean() <= longest;
    }
    [[nodiscard]] bool holds_people() const
    {
        return mostly(CellKind::mail_address) || mostly(CellKind::phone) ||
               (said > 0 && people * 10 >= said * 6 && different * 2 >= said);
    }
};

// "Mme Durand", "M. Jean Dupont", "Jean DUPONT".
bool reads_like_a_person(std::string_view cell)
{
    auto const said = base::trimmed(cell);
    for (std::string_view title : {"M. ", "Mme ", "Mlle ", "Dr ", "Mr ", "Mrs ", "Ms "})
        if (said.starts_with(title) && said.size() < 50) return true;
    auto const space = said.find(' ');
    if (space == std::string_view::npos || space < 2 || said.size() > 50) return false;
    auto const first = said.substr(0, space), last = said.substr(space + 1);
    auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    bool const capital = upper(first[0]) && (first[1] >= 'a' || first[1] < 0);
    return capital && last.size() >= 3 &&
           std::ranges::all_of(last, [&](char c) { return upper(c) || c == '-' || c == ' '; });
}

Content content_of(Table const& table, std::size_t column)
{
    Content content;
    std::set<std::string> seen;
    for (auto const& row : table.rows) {
        if (++content.rows > sampled) break;
        if (column >= row.cells.size()) continue;
        auto const& cell = row.cells[column];
        auto const kind = kind_of_cell(cell);
        if (kind == CellKind::blank) continue;
        ++content.said;
        ++content.of_kind.at(static_cast<std::size_t>(kind));
        content.signs += base::trimmed(cell).size();
        content.characters += base::grapheme_count(base::trimmed(cell));
        content.people += reads_like_a_person(cell) ? 1 : 0;
        seen.insert(base::fold(std::string_view(cell).substr(0, 200)));
    }
    content.rows = std::min(content.rows, table.rows.size());
    content.different = seen.size();
    return content;
}

// Assigns each meaning to the columns with the most specific names; title and identifier to one
// only.
class Chooser {
public:
    Chooser(Table const& table, std::vector<ImportColumn>& columns)
        : table_(table)
        , columns_(columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            meanings_.push_back(meaning_of(columns[i].name));
            auto const& content = contents_.emplace_back(content_of(table, i));
            columns[i].values = content.said;
            columns[i].different = content.different;
            columns[i].length = content.characters / std::max<std::size_t>(content.said, 1);
        }
    }

    void choose()
    {
        leave_people();
        for (auto& column : columns_)
            if (is_given_back(column.name)) column.why = Why::given_back;
        title();
        for (std::size_t f = 1; f < field_count; ++f)
            if (auto const field = static_cast<Field>(f);
                field != Field::title && field != Field::identifier)
                by_name(field);
        identifier();
        if (!taken(Field::description)) longest();
        if (!taken(Field::source)) web_addresses();
    }

private:
    [[nodiscard]] bool taken(Field field) const
    {
        return std::ranges::find(columns_, field, &ImportColumn::field) != columns_.end();
    }
    [[nodiscard]] bool free(std::size_t i) const
    {
        return columns_[i].field == Field::none && columns_[i].why == Why::unknown &&
               !french_beside(i);
    }
    // For "title/en": a mostly filled "title/fr" exists.
    [[nodiscard]] bool french_beside(std::size_t at) const
    {
        auto const& name = columns_[at].name;
        if (name.size() < 4 || name[name.size() - 3] != '/' || name.ends_with("/fr")) return false;
        auto const twin = name.substr(0, name.size() - 2) + "fr";
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].name == twin) return 2 * contents_[i].said >= contents_[i].rows;
        return false;
    }
    void take(std::size_t i, Field field, Why why)
    {
        columns_[i].field = field;
        columns_[i].why = why;
    }

    void leave_people()
    {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (contents_[i].said > 0 && (meanings_[i].people || contents_[i].holds_people()))
                columns_[i].why = Why::people;
        // "Nom" beside a mail address or a first name is the respondent.
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto const name = base::fold(columns_[i].name);
            if ((name == "nom" || name == "name") && respondent_beside(i) && free(i))
                columns_[i].why = Why::people;
        }
    }
    [[nodiscard]] bool respondent_beside(std::size_t at) const
    {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (i != at && meanings_[i].respondent && contents_[i].said > 0) return true;
        return false;
    }

    void title()
    {
        for (auto strength : {Strength::named, Strength::question, Strength::weak})
            if (title_named(strength)) return;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (free(i) && meanings_[i].field == Field::none && !meanings_[i].known &&
                contents_[i].phrases()) {
                take(i, Field::title, Why::phrases);
                return;
            }
        // Otherwise the title is a column of repeated values, then a summary.
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (free(i) && meanings_[i].field == Field::title && !contents_[i].unfit() &&
                (!summary(i) || contents_[i].phrases())) {
                take(i, Field::title, Why::named);
                return;
            }
    }
    bool title_named(Strength strength)
    {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto const& meaning = meanings_[i];
            if (meaning.field != Field::title || meaning.strength != strength || !free(i)) continue;
            if (contents_[i].unfit()) {
                columns_[i].why = Why::unfit;
                continue;
            }
            bool const waits = contents_[i].repeats() || (summary(i) && !describes_beside(i));
            if (waits) continue;
            take(i, Field::title, Why::named);
            return true;
        }
        return false;
    }
    // Whether another column is a description.
    [[nodiscard]] bool describes_beside(std::size_t at) const
    {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (i != at && meanings_[i].field == Field::description && contents_[i].said > 0)
                return true;
        return false;
    }

    void by_name(Field field)
    {
        auto most = Strength::nothing;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (means(i, field)) most = std::max(most, strength(i, field));
        if (most == Strength::nothing) return;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (means(i, field) && strength(i, field) == most) take(i, field, Why::named);
    }
    // A summary that is not the title is a description.
    [[nodiscard]] bool summary(std::size_t i) const
    {
        auto const name = base::fold(columns_[i].name);
        return name == "summary" || name == "resume";
    }
    [[nodiscard]] bool means(std::size_t i, Field field) const
    {
        auto const& content = contents_[i];
        if (!free(i) || content.said == 0) return false;
        bool const words = field == Field::need || field == Field::description ||
                           field == Field::domain || field == Field::notes;
        if (words && content.mostly(CellKind::number)) return false; // number of items
        return meanings_[i].field == field || (field == Field::description && summary(i));
    }
    [[nodiscard]] Strength strength(std::size_t i, Field field) const
    {
        return field == Field::description && summary(i) ? Strength::weak : meanings_[i].strength;
    }

    void identifier()
    {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto const& content = contents_[i];
            if (!free(i) || meanings_[i].field != Field::identifier || content.said == 0) continue;
            if (content.different < content.said || content.said < content.rows ||
                counts_rows(table_, i))
                continue;
            take(i, Field::identifier, Why::named);
            return;
        }
    }

    void longest()
    {
        constexpr double least = 40; // bytes; average length of a description
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto const& content = contents_[i];
            if (free(i) && !meanings_[i].known && !content.unfit() &&
                3 * content.said >= content.rows && content.mean() >= least &&
                (!best || content.mean() > contents_[*best].mean()))
                best = i;
        }
        if (best && taken(Field::title)) take(*best, Field::description, Why::longest);
    }

    void web_addresses()
    {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (free(i) && !meanings_[i].known && contents_[i].mostly(CellKind::web_address)) {
                take(i, Field::source, Why::addresses);
                return;
            }
    }

    Table const& table_;
    std::vector<ImportColumn>& columns_;
    std::vector<Meaning> meanings_;
    std::vector<Content> contents_;
};

// Without names: the first column of distinct words is the title, the next column of words the
// description.
void by_place(Table const& table, std::vector<ImportColumn>& columns)
{
    std::vector<double> words(columns.size()), different(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t of_words = 0, rows = 0, said = 0;
        std::set<std::string> seen;
        for (auto const& row : table.rows) {
            if (++rows > sampled) break;
            if (i >= row.cells.size() || only_marker(row.cells[i]) || !shows(row.cells[i]))
                continue;
            ++said;
            of_words += kind_of_cell(row.cells[i]) == CellKind::text ? 1 : 0;
            seen.insert(base::fold(std::string_view(row.cells[i]).substr(0, 200)));
        }
        rows = std::min(rows, table.rows.size());
        words[i] =
            static_cast<double>(of_words) / static_cast<double>(std::max<std::size_t>(rows, 1));
        different[i] = said < 4 ? 1 : static_cast<double>(seen.size()) / static_cast<double>(said);
    }
    auto const take = [&](double least_different) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (words[i] < 0.5 || different[i] < least_different) continue;
            columns[i] = {{}, Field::title, Why::first_words};
            if (i + 1 < columns.size() && words[i + 1] > 0)
                columns[i + 1] = {{}, Field::description, Why::first_words};
            return true;
        }
        return false;
    };
    if (!take(0.6)) (void)take(0);
}

} // namespace

bool counts_rows(Table const& table, std::size_t column)
{
    std::size_t expected = 0;
    for (auto const& row : table.rows) {
        ++expected;
        if (column >= row.cells.size() ||
            base::trimmed(row.cells[column]) != std::to_string(expected))
            return false;
    }
    return true;
}

Field field_of(std::string_view column_name) { return meaning_of(column_name).field; }

std::size_t known_names(std::vector<std::string> const& cells)
{
    std::size_t count = 0, said = 0;
    bool title = false;
    for (auto const& cell : cells) {
        if (!shows(cell)) continue;
        ++said;
        auto const meaning = meaning_of(cell);
        count += meaning.known ? 1 : 0;
        title = title || (meaning.field == Field::title && meaning.strength != Strength::weak);
    }
    if (said == 1) return title && cells.size() == 1 ? 1 : 0;
    return count;
}

std::vector<ImportColumn> columns_of(Table const& table)
{
    std::vector<ImportColumn> columns;
    for (auto const& name : table.header) columns.push_back({name, Field::none, Why::unknown});
    if (!columns.empty()) {
        Chooser(table, columns).choose();
        return columns;
    }
    std::size_t count = 0;
    for (auto const& row : table.rows) count = std::max(count, row.cells.size());
    columns.resize(count);
    by_place(table, columns);
    return columns;
}

bool has_title(std::vector<ImportColumn> const& columns)
{
    return std::ranges::any_of(columns,
                               [](auto const& column) { return column.field == Field::title; });
}

void mean(std::vector<ImportColumn>& columns, std::size_t at, Field field)
{
    for (auto& other : columns)
        if (other.field == field && field != Field::notes && field != Field::none)
            other.field = Field::none, other.why = Why::unknown;
    auto& column = columns[at];
    column.field = field;
    column.why = Why::chosen;
    bool const named = field == Field::notes && field_of(column.name) != Field::notes;
    column.said = named ? ImportColumn::Said::with_name : ImportColumn::Said::alone;
}

void take_results(std::vector<ImportColumn>& columns, Results results)
{
    for (auto& column : columns) {
        if (!is_given_back(column.name)) continue;
        column.field = results == Results::noted ? Field::notes : Field::none;
        column.why = Why::given_back;
        column.said = ImportColumn::Said::with_name;
    }
}

bool has_results(std::vector<ImportColumn> const& columns)
{
    return std::ranges::any_of(columns,
                               [](auto const& column) { return is_given_back(column.name); });
}

} // namespace exchange
