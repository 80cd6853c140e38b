#include "exchange/cases/columns.h"

#include "base/text.h"
#include "exchange/cases/column_names.h"
#include "exchange/cases/lists.h"
#include "exchange/recognise/clean.h"
#include "exchange/tables/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

constexpr std::size_t sampled = 300; // rows that say what is in a column

// What is in a column, in its first rows.
struct Content {
    std::size_t rows = 0, said = 0; // rows looked at, those that say something
    std::size_t different = 0;
    std::size_t signs = 0; // of all, in bytes
    std::array<std::size_t, 8> of_kind{};
    std::size_t people = 0; // cells that read like somebody's name with a title before it

    [[nodiscard]] bool mostly(CellKind kind) const
    {
        return said > 0 && of_kind.at(static_cast<std::size_t>(kind)) * 10 >= said * 6;
    }
    [[nodiscard]] double mean() const
    {
        return said == 0 ? 0 : static_cast<double>(signs) / static_cast<double>(said);
    }
    // Dates, figures, addresses, codes or one value again and again: never a title.
    [[nodiscard]] bool unfit() const
    {
        for (auto kind : {CellKind::number, CellKind::date, CellKind::mail_address,
                          CellKind::web_address, CellKind::phone, CellKind::code})
            if (mostly(kind)) return true;
        return said == 0 || (different == 1 && said >= 4);
    }
    [[nodiscard]] bool phrases() const
    {
        constexpr double longest = 160; // bytes, of what still reads like a title
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
        content.people += reads_like_a_person(cell) ? 1 : 0;
        seen.insert(base::fold(std::string_view(cell).substr(0, 200)));
    }
    content.rows = std::min(content.rows, table.rows.size());
    content.different = seen.size();
    return content;
}

// 1, 2, 3…: the rows' own numbers say nothing of what is in them.
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

// Each meaning goes to the columns whose names say it most; the title and the identifier to one.
class Chooser {
public:
    Chooser(Table const& table, std::vector<ImportColumn>& columns)
        : table_(table)
        , columns_(columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            meanings_.push_back(meaning_of(columns[i].name));
            contents_.push_back(content_of(table, i));
        }
    }

    void choose()
    {
        leave_people();
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
        return columns_[i].field == Field::none && columns_[i].why == Why::unknown;
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
    }

    void title()
    {
        for (auto strength : {Strength::named, Strength::question, Strength::weak})
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                auto const& meaning = meanings_[i];
                if (meaning.field != Field::title || meaning.strength != strength || !free(i))
                    continue;
                if (contents_[i].unfit()) {
                    columns_[i].why = Why::unfit;
                    continue;
                }
                if (strength == Strength::weak && respondent(i)) {
                    columns_[i].why = Why::people;
                    continue;
                }
                take(i, Field::title, Why::named);
                return;
            }
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (free(i) && meanings_[i].field == Field::none && !meanings_[i].known &&
                contents_[i].phrases()) {
                take(i, Field::title, Why::phrases);
                return;
            }
    }

    // "Nom" beside a mail address or a first name is whoever answered.
    [[nodiscard]] bool respondent(std::size_t at) const
    {
        auto const name = base::fold(columns_[at].name);
        if (name != "nom" && name != "name") return false;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (i != at && columns_[i].why == Why::people) return true;
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
        return base::fold(columns_[i].name) == "summary";
    }
    [[nodiscard]] bool means(std::size_t i, Field field) const
    {
        auto const& content = contents_[i];
        if (!free(i) || content.said == 0) return false;
        bool const words = field == Field::need || field == Field::description ||
                           field == Field::domain || field == Field::notes;
        if (words && content.mostly(CellKind::number)) return false; // a count of them
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
        constexpr double least = 40; // bytes: less is no description
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

// Without names: the first column of words is the title, the one after it the description.
void by_place(Table const& table, std::vector<ImportColumn>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t words = 0, rows = 0;
        for (auto const& row : table.rows) {
            if (++rows > sampled) break;
            if (i >= row.cells.size() || only_marker(row.cells[i])) continue;
            words += kind_of_cell(row.cells[i]) == CellKind::text ? 1 : 0;
        }
        rows = std::min(rows, table.rows.size());
        if (2 * words < rows || words == 0) continue;
        columns[i] = {{}, Field::title, Why::first_words};
        if (i + 1 < columns.size()) columns[i + 1] = {{}, Field::description, Why::first_words};
        return;
    }
}

} // namespace

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

namespace {

struct MapName {
    Field field;
    std::string_view french, english;
};
constexpr std::array map_names{
    MapName{Field::title, "titre", "title"},
    MapName{Field::short_title, "titre_court", "short_title"},
    MapName{Field::need, "besoin", "need"},
    MapName{Field::description, "description", "description"},
    MapName{Field::domain, "domaine", "domain"},
    MapName{Field::proposer, "porteur", "proposer"},
    MapName{Field::personal_data, "donnees_personnelles", "personal_data"},
    MapName{Field::ai_act, "niveau_ia", "ai_act"},
    MapName{Field::source, "source", "source"},
    MapName{Field::cost, "cout", "cost"},
    MapName{Field::notes, "notes", "notes"},
    MapName{Field::identifier, "identifiant", "id"},
};

std::optional<std::size_t> column_called(std::vector<ImportColumn> const& columns,
                                         std::string_view said)
{
    auto const wanted = base::fold(said);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].name.empty() && base::fold(columns[i].name) == wanted) return i;
    std::size_t place = 0;
    auto const [end, wrong] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), place);
    if (wrong == std::errc{} && end == wanted.data() + wanted.size() && place >= 1 &&
        place <= columns.size())
        return place - 1;
    return std::nullopt;
}

base::Result<void> map_one(std::vector<ImportColumn>& columns, std::string_view said)
{
    auto const equals = said.find('=');
    if (equals == std::string_view::npos)
        return fail(Errc::invalid, "import.map", std::string(said));
    auto const name = base::fold(said.substr(0, equals));
    auto const column = base::trimmed(said.substr(equals + 1));
    auto const* field = std::ranges::find_if(
        map_names, [&](MapName const& one) { return one.french == name || one.english == name; });
    if (field == map_names.end())
        return fail(Errc::invalid, "import.map.field", std::string(said.substr(0, equals)));
    auto const at = column_called(columns, column);
    if (!at && column != "-") return fail(Errc::invalid, "import.map.column", std::string(column));
    for (auto& other : columns)
        if (other.field == field->field) other.field = Field::none, other.why = Why::unknown;
    if (at) columns[*at].field = field->field, columns[*at].why = Why::chosen;
    return {};
}

} // namespace

base::Result<void> map_columns(std::vector<ImportColumn>& columns, std::string_view said)
{
    // A comma ends a pair when what follows it is another pair: names may hold commas too.
    while (!said.empty()) {
        std::size_t end = said.size();
        for (auto comma = said.find(','); comma != std::string_view::npos;
             comma = said.find(',', comma + 1)) {
            auto const next = said.substr(comma + 1);
            auto const name = base::fold(next.substr(0, next.find('=')));
            bool const pair = next.find('=') != std::string_view::npos &&
                              name.find_first_of(" ,?") == std::string::npos;
            if (pair) {
                end = comma;
                break;
            }
        }
        if (auto ok = map_one(columns, base::trimmed(said.substr(0, end))); !ok) return ok;
        said.remove_prefix(std::min(said.size(), end + 1));
    }
    return {};
}

std::string_view map_name(Field field, bool english)
{
    for (auto const& one : map_names)
        if (one.field == field) return english ? one.english : one.french;
    return "-";
}

} // namespace exchange
