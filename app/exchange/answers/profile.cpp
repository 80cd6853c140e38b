#include "exchange/answers/profile.h"

#include "base/text.h"
#include "exchange/answers/vocabulary.h"
#include "exchange/cases/columns.h"
#include "exchange/recognise/clean.h"
#include "exchange/tables/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace exchange {
namespace {

using namespace std::string_view_literals;
using base::Errc;
using base::fail;

constexpr std::array voters{"votant"sv,
                            "votante"sv,
                            "votants"sv,
                            "electeur"sv,
                            "bulletin"sv,
                            "n° bulletin"sv,
                            "numero bulletin"sv,
                            "bulletin n°"sv,
                            "participant"sv,
                            "participante"sv,
                            "repondant"sv,
                            "repondante"sv,
                            "juge"sv,
                            "jury"sv,
                            "evaluateur"sv,
                            "evaluatrice"sv,
                            "expert"sv,
                            "experte"sv,
                            "estimateur"sv,
                            "personne"sv,
                            "qui"sv,
                            "agent"sv,
                            "membre"sv,
                            "jure"sv,
                            "voter"sv,
                            "voter id"sv,
                            "voter_id"sv,
                            "voterid"sv,
                            "ballot"sv,
                            "ballot id"sv,
                            "ballot_id"sv,
                            "respondent"sv,
                            "respondent id"sv,
                            "respondent_id"sv,
                            "response id"sv,
                            "response_id"sv,
                            "responseid"sv,
                            "id de reponse"sv,
                            "id de la reponse"sv,
                            "judge"sv,
                            "judge id"sv,
                            "judge_id"sv,
                            "rater"sv,
                            "rater id"sv,
                            "evaluator"sv,
                            "assessor"sv,
                            "who"sv,
                            "person"sv,
                            "user"sv,
                            "user id"sv,
                            "user_id"sv,
                            "token"sv,
                            "jeton"sv,
                            "id participant"sv,
                            "participant id"sv,
                            "participant_id"sv,
                            "id_participant"sv,
                            "votant id"sv,
                            "id votant"sv,
                            "id_votant"sv,
                            "wahler"sv,
                            "votante id"sv,
                            "elettore"sv,
                            "kiezer"sv,
                            "eleitor"sv,
                            "utilisateur"sv,
                            "anonyme"sv,
                            "pseudo"sv,
                            "pseudonyme"sv,
                            "nickname"sv,
                            "juror"sv,
                            "reviewer"sv,
                            "relecteur"sv,
                            "id judge"sv,
                            "id juge"sv,
                            "expert id"sv,
                            "expert_id"sv,
                            "id expert"sv};
constexpr std::array perhaps{"id"sv,     "identifiant"sv, "nom"sv,   "name"sv,  "n°"sv,
                             "no"sv,     "n"sv,           "#"sv,     "nr"sv,    "numero"sv,
                             "number"sv, "code"sv,        "index"sv, "ligne"sv, "row"sv,
                             "ref"sv,    "uuid"sv,        "iid"sv,   ""sv};
constexpr std::array totals{
    "total"sv,    "totaux"sv,  "somme"sv,        "sommes"sv,     "sum"sv,        "moyenne"sv,
    "moyennes"sv, "mean"sv,    "average"sv,      "moy"sv,        "moy."sv,       "ensemble"sv,
    "summe"sv,    "gesamt"sv,  "durchschnitt"sv, "totale"sv,     "media"sv,      "promedio"sv,
    "suma"sv,     "mediane"sv, "median"sv,       "ecart-type"sv, "ecart type"sv, "nombre"sv,
    "count"sv,    "totaal"sv,  "gemiddelde"sv,   "min"sv,        "max"sv,        "σ"sv};

std::string plain(std::string_view folded)
{
    auto out = std::string(folded);
    while (!out.empty() && (out.back() == ':' || out.back() == '?' || out.back() == '*' ||
                            out.back() == ' ' || out.back() == '.'))
        out.pop_back();
    return out;
}

// "Votant (2)" is a duplicate of "Votant", numbered by the reader.
std::string_view first_name(std::vector<std::string> const& header, std::string_view name)
{
    auto const open = name.rfind(" (");
    if (open == std::string_view::npos || !name.ends_with(')')) return name;
    auto const plain = name.substr(0, open);
    auto const digits = name.substr(open + 2, name.size() - open - 3);
    bool const counted =
        !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    return counted && std::ranges::find(header, plain) != header.end() ? plain : name;
}

std::optional<double> number_in(Row const& row, std::size_t column)
{
    if (column >= row.cells.size()) return std::nullopt;
    auto const cell = answer_of(row.cells[column], NoAnswer());
    if (cell.kind != AnswerCell::Kind::number) return std::nullopt;
    return cell.value;
}

// Whether the last row contains sums or means of the others.
bool adds_up(Table const& table, std::vector<std::size_t> const& figures)
{
    constexpr std::size_t rows_needed = 4;
    if (table.rows.size() < rows_needed) return false;
    auto const above = table.rows.size() - 1;
    std::size_t sums = 0, means = 0, all = 0;
    for (auto column : figures) {
        auto const last = number_in(table.rows.back(), column);
        if (!last) continue;
        double sum = 0;
        std::size_t said = 0;
        for (std::size_t r = 0; r < above; ++r)
            if (auto const value = number_in(table.rows[r], column)) sum += *value, ++said;
        if (said == 0) continue;
        ++all;
        sums += std::abs(sum - *last) < 1e-6 && sum > 0 ? 1 : 0;
        means += std::abs(sum / static_cast<double>(said) - *last) < 0.006 ? 1 : 0;
    }
    return all >= 2 && (sums == all || means == all) && all * 2 > figures.size();
}

} // namespace

bool Profile::numeric() const
{
    std::size_t count = 0;
    for (auto const& [value, times] : numbers) count += times;
    return count > 0 && (count == said || (said >= 5 && count * 10 >= said * 8));
}

bool names_voters(std::string_view folded) { return holds(voters, plain(folded)); }

bool may_name_voters(std::string_view folded)
{
    return names_voters(folded) || holds(perhaps, plain(folded));
}

bool names_a_total(std::string_view folded)
{
    auto const name = plain(folded);
    if (holds(totals, name)) return true;
    for (auto start : {"total "sv, "somme "sv, "moyenne "sv, "sum of "sv, "average "sv, "mean "sv,
                       "score total"sv, "points total"sv, "nombre de "sv, "total des"sv})
        if (name.starts_with(start)) return true;
    return name.ends_with(" total");
}

std::vector<Profile> profiles_of(Table const& table, NoAnswer const& none)
{
    auto const columns = columns_of(table);
    std::vector<Profile> out(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        auto& at = out[c];
        at.name = base::fold(first_name(table.header, columns[c].name));
        at.rows = table.rows.size();
        at.field = columns[c].field;
        at.field_named = columns[c].field != Field::none && columns[c].why == Why::named;
        at.people = columns[c].why == Why::people;
        at.known = !columns[c].name.empty() && known_names({columns[c].name}) > 0;
        at.counts = table.rows.size() > 1 && counts_rows(table, c);
        std::size_t dated = 0, of = 0;
        for (auto const& row : table.rows) {
            if (c >= row.cells.size()) continue;
            auto const cell = answer_of(row.cells[c], none);
            if (cell.kind == AnswerCell::Kind::no_answer) ++at.silent;
            if (cell.kind != AnswerCell::Kind::number && cell.kind != AnswerCell::Kind::word)
                continue;
            ++at.said;
            dated += kind_of_cell(row.cells[c]) == CellKind::date ? 1 : 0;
            if (cell.kind == AnswerCell::Kind::word) {
                ++at.words[cell.word];
                continue;
            }
            ++at.numbers[cell.value];
            at.ordinals = at.ordinals || cell.ordinal;
            if (!cell.word.empty()) at.labels.emplace(cell.value, cell.shown);
            at.fractions = at.fractions || !whole(cell.value);
            if (cell.out_of) at.out_of = cell.out_of, ++of;
        }
        if (of < at.said) at.out_of.reset();
        at.dates = dated * 10 >= at.said * 6 && at.said > 0;
    }
    return out;
}

std::vector<std::size_t> total_rows(Table const& table, std::vector<std::size_t> const& figures)
{
    std::vector<std::size_t> out;
    auto const is_figure = [&](std::size_t c) {
        return std::ranges::find(figures, c) != figures.end();
    };
    // Total rows are searched from the end.
    for (auto r = table.rows.size(); r > 0; --r) {
        auto const& cells = table.rows[r - 1].cells;
        bool says = false;
        for (std::size_t c = 0; c < cells.size(); ++c)
            says =
                says || (!is_figure(c) && shows(cells[c]) && names_a_total(base::fold(cells[c])));
        if (!says) break;
        out.push_back(r - 1);
    }
    if (out.empty() && adds_up(table, figures)) out.push_back(table.rows.size() - 1);
    return out;
}

Field field_called(std::string_view folded)
{
    for (std::size_t f = 1; f < field_count; ++f) {
        auto const field = static_cast<Field>(f);
        if (map_name(field, false) == folded || map_name(field, true) == folded) return field;
    }
    return Field::none;
}

base::Result<std::vector<MapPair>> map_pairs(Table const& table, std::string_view said)
{
    auto const width = columns_of(table).size();
    auto const column_called = [&](std::string_view name) -> std::optional<std::size_t> {
        auto const wanted = base::fold(name);
        for (std::size_t i = 0; i < table.header.size(); ++i)
            if (!table.header[i].empty() && base::fold(table.header[i]) == wanted) return i;
        std::size_t place = 0;
        auto const [end, wrong] =
            std::from_chars(wanted.data(), wanted.data() + wanted.size(), place);
        bool const number = wrong == std::errc{} && end == wanted.data() + wanted.size();
        if (number && place >= 1 && place <= width) return place - 1;
        return std::nullopt;
    };
    std::vector<MapPair> out;
    while (!base::trimmed(said).empty()) {
        // A comma separates pairs only if another pair follows, as names may contain commas.
        std::size_t end = said.size();
        for (auto comma = said.find(','); comma != std::string_view::npos;
             comma = said.find(',', comma + 1)) {
            auto const next = said.substr(comma + 1);
            auto const equals = next.find('=');
            auto const key = base::trimmed(next.substr(0, equals));
            if (equals != std::string_view::npos &&
                key.find_first_of(" ,?") == std::string_view::npos) {
                end = comma;
                break;
            }
        }
        auto const pair = base::trimmed(said.substr(0, end));
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos)
            return fail(Errc::invalid, "import.map", std::string(pair));
        auto const name = base::trimmed(pair.substr(equals + 1));
        auto const column = column_called(name);
        if (!column) return fail(Errc::invalid, "import.map.column", std::string(name));
        out.push_back({base::fold(pair.substr(0, equals)), *column});
        said.remove_prefix(std::min(said.size(), end + 1));
    }
    return out;
}

} // namespace exchange
