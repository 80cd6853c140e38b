#include "exchange/answers/unfold.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>
#include <map>

namespace exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t cases_most = 300;

// The place in a column's name: 1 of "1er choix", "Choice 1", "Premier choix".
std::optional<int> place_named(std::string_view folded)
{
    constexpr std::array marks{"choix"sv,    "choice"sv,   "preference"sv, "rang"sv,
                               "rank"sv,     "priorite"sv, "priority"sv,   "wahl"sv,
                               "eleccion"sv, "scelta"sv,   "keuze"sv,      "escolha"sv};
    bool const marked = std::ranges::any_of(
        marks, [&](auto mark) { return folded.find(mark) != std::string_view::npos; });
    if (!marked) return std::nullopt;
    constexpr std::array firsts{
        std::pair{"premier"sv, 1},   std::pair{"premiere"sv, 1},  std::pair{"first"sv, 1},
        std::pair{"deuxieme"sv, 2},  std::pair{"second"sv, 2},    std::pair{"seconde"sv, 2},
        std::pair{"troisieme"sv, 3}, std::pair{"third"sv, 3},     std::pair{"quatrieme"sv, 4},
        std::pair{"fourth"sv, 4},    std::pair{"cinquieme"sv, 5}, std::pair{"fifth"sv, 5}};
    for (auto const& [word, place] : firsts)
        if (folded.starts_with(word) ||
            folded.find(" " + std::string(word)) != std::string_view::npos)
            return place;
    std::optional<int> found;
    int value = 0;
    bool digits = false;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        char const c = i < folded.size() ? folded[i] : ' ';
        if (c >= '0' && c <= '9' && value < 1000) {
            value = 10 * value + (c - '0');
            digits = true;
        } else if (digits) {
            if (found) return std::nullopt; // two numbers
            found = value;
            value = 0, digits = false;
        }
    }
    return found && *found >= 1 && *found <= 50 ? found : std::nullopt;
}

std::vector<std::string> shown_parts_of(std::string_view cell, char by)
{
    std::vector<std::string> out;
    while (!cell.empty()) {
        auto const end = cell.find(by);
        auto part = one_line(without_invisible(cell.substr(0, end)));
        if (shows(part)) out.push_back(std::move(part));
        cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
    }
    return out;
}

// Builds the new table: the unchanged columns, then one column per case in order of appearance.
class Builder {
public:
    Builder(Table const& table, std::vector<std::optional<Part>> parts, Unfolded::From from)
    {
        out_.parts = std::move(parts);
        out_.from = from;
        out_.table = table;
        out_.table.header.clear();
        out_.table.rows.clear();
        for (std::size_t i = 0; i < table.header.size(); ++i)
            if (!out_.parts[i]) out_.table.header.push_back(table.header[i]);
        for (auto const& row : table.rows) {
            Row kept{{}, row.line};
            for (std::size_t i = 0; i < table.header.size(); ++i)
                if (!out_.parts[i]) kept.cells.emplace_back(cell_at(row, i));
            out_.table.rows.push_back(std::move(kept));
        }
        first_ = out_.table.header.size();
    }
    // For a case that a row names twice, the first counts.
    void say(std::size_t row, std::string const& name, std::string const& answer)
    {
        auto const [at, fresh] = columns_.emplace(base::fold(name), out_.table.header.size());
        if (fresh) out_.table.header.push_back(name);
        auto& cells = out_.table.rows[row].cells;
        if (cells.size() <= at->second) cells.resize(at->second + 1);
        if (cells[at->second].empty()) cells[at->second] = answer;
    }
    [[nodiscard]] std::optional<Unfolded> done()
    {
        auto const named = out_.table.header.size() - first_;
        if (named < 2 || named > cases_most) return std::nullopt;
        return std::move(out_);
    }

private:
    Unfolded out_;
    std::size_t first_ = 0;
    std::map<std::string, std::size_t> columns_;
};

std::optional<Unfolded> by_places(Table const& table, std::vector<Profile> const& profiles)
{
    std::map<int, std::size_t> places;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        auto const place = place_named(profiles[i].name);
        if (!place || profiles[i].numeric() || profiles[i].words.empty()) continue;
        if (!places.emplace(*place, i).second) return std::nullopt;
    }
    if (places.size() < 2 || places.begin()->first != 1) return std::nullopt;
    // The same cases must occur at several places.
    bool shares = false;
    for (auto const& [place, column] : places)
        for (auto const& [other, beside] : places)
            for (auto const& [word, times] : profiles[column].words)
                shares = shares || (other > place && profiles[beside].words.contains(word));
    if (!shares) return std::nullopt;
    std::vector<std::optional<Part>> parts(table.header.size());
    for (auto const& [place, column] : places) parts[column] = Part::option;
    Builder builder(table, parts, Unfolded::From::places);
    NoAnswer const none;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        int rank = 0; // an empty place moves the others up
        for (auto const& [place, column] : places) {
            auto const cell = answer_of(cell_at(table.rows[r], column), none);
            if (cell.kind == AnswerCell::Kind::word || cell.kind == AnswerCell::Kind::number)
                builder.say(r, one_line(cell_at(table.rows[r], column)), std::to_string(++rank));
        }
    }
    return builder.done();
}

// One column with lists: "Tri; Eau;", as forms export multiple choices.
std::optional<Unfolded> by_lists(Table const& table, std::vector<Profile> const& profiles)
{
    constexpr std::size_t rows_needed = 3;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        auto const& at = profiles[i];
        if (at.people || at.dates || at.numeric() || at.field_named || at.said < rows_needed)
            continue;
        for (char by : {';', ',', '\n', '|'}) {
            Times parts;
            std::size_t lists = 0, said = 0;
            for (auto const& row : table.rows) {
                auto const all = shown_parts_of(cell_at(row, i), by);
                lists += all.size() >= 2 ? 1 : 0;
                said += all.size();
                for (auto const& part : all) ++parts[base::fold(part)];
            }
            bool const repeats = said >= 2 * parts.size() && parts.size() >= 2;
            if (lists * 10 < at.said * 3 || !repeats) continue;
            std::vector<std::optional<Part>> columns(table.header.size());
            columns[i] = Part::option;
            Builder builder(table, columns, Unfolded::From::lists);
            for (std::size_t r = 0; r < table.rows.size(); ++r)
                for (auto const& part : shown_parts_of(cell_at(table.rows[r], i), by))
                    builder.say(r, part, "x");
            return builder.done();
        }
    }
    return std::nullopt;
}

// "votant;cas;mention": one answer per row.
std::optional<Unfolded> by_rows(Table const& table, std::vector<Profile> const& profiles)
{
    constexpr std::array cases{"cas"sv,       "case"sv,       "projet"sv,   "project"sv,
                               "titre"sv,     "title"sv,      "option"sv,   "proposition"sv,
                               "idee"sv,      "idea"sv,       "item"sv,     "candidat"sv,
                               "candidate"sv, "initiative"sv, "use case"sv, "cas d'usage"sv};
    constexpr std::array answers{"note"sv,   "notes"sv,     "mention"sv,    "vote"sv,
                                 "points"sv, "rang"sv,      "rank"sv,       "score"sv,
                                 "avis"sv,   "grade"sv,     "rating"sv,     "reponse"sv,
                                 "answer"sv, "jugement"sv,  "evaluation"sv, "valeur"sv,
                                 "value"sv,  "gommettes"sv, "classement"sv};
    std::optional<std::size_t> voter, named, said;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        auto const& name = profiles[i].name;
        auto const is = [&](auto const& list) {
            return std::ranges::find(list, name) != list.end();
        };
        if (names_voters(name) && !voter)
            voter = i;
        else if (is(cases) && !named)
            named = i;
        else if (is(answers) && !said)
            said = i;
    }
    if (!voter || !named || !said) return std::nullopt;
    Unfolded out;
    out.from = Unfolded::From::rows;
    for (auto const& profile : profiles)
        out.parts.emplace_back(profile.people || profile.dates ? Part::people : Part::left);
    out.parts[*voter].reset();
    out.parts[*named] = Part::case_name;
    out.parts[*said] = Part::option;
    out.table = table;
    out.table.header = {table.header[*voter]};
    out.table.rows.clear();
    std::map<std::string, std::size_t> voters, columns;
    std::size_t rows = 0;
    for (auto const& row : table.rows) {
        auto const who = base::fold(cell_at(row, *voter));
        auto const title = one_line(without_invisible(cell_at(row, *named)));
        if (who.empty() || !shows(title)) continue;
        ++rows;
        auto const [at, fresh] = voters.emplace(who, out.table.rows.size());
        if (fresh) out.table.rows.push_back({{std::string(cell_at(row, *voter))}, row.line});
        auto const [column, new_case] = columns.emplace(base::fold(title), out.table.header.size());
        if (new_case) out.table.header.push_back(title);
        if (columns.size() > cases_most) return std::nullopt;
        auto& cells = out.table.rows[at->second].cells;
        if (cells.size() <= column->second) cells.resize(column->second + 1);
        auto& cell = cells[column->second];
        if (!cell.empty()) // a later answer replaces an earlier one
            out.table.left_out.push_back({base::Errc::invalid, "answers.again", title, row.line});
        cell = std::string(cell_at(row, *said));
    }
    bool const repeats = rows > voters.size() && rows > columns.size();
    if (columns.size() < 2 || !repeats) return std::nullopt;
    return out;
}

} // namespace

std::optional<Unfolded> unfolded(Table const& table, std::vector<Profile> const& profiles)
{
    if (profiles.size() != table.header.size()) return std::nullopt;
    if (auto places = by_places(table, profiles)) return places;
    if (auto rows = by_rows(table, profiles)) return rows;
    return by_lists(table, profiles);
}

} // namespace exchange
