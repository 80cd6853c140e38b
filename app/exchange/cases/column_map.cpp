#include "base/text.h"
#include "exchange/cases/columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

// Parses --map, the user's meaning of columns.
namespace exchange {

using base::Errc;
using base::fail;

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
    MapName{Field::proposer, "proposant", "proposer"},
    MapName{Field::proposer, "porteur", "proposer"}, // accepted; the owner of a decision is another
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
    if (at) {
        mean(columns, *at, field->field);
        return {};
    }
    for (auto& other : columns)
        if (other.field == field->field) other.field = Field::none, other.why = Why::unknown;
    return {};
}

} // namespace

base::Result<void> map_columns(std::vector<ImportColumn>& columns, std::string_view said)
{
    // A comma separates pairs only if another pair follows, as names may contain commas.
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
