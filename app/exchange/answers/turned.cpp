#include "exchange/answers/turned.h"

#include "base/text.h"
#include "exchange/answers/profile.h"
#include "exchange/answers/scale_columns.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t least = 2, most = 300; // number of voters, or of cases

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// "votant 3", "v3", "juge b", "participant n° 12": a word for a person and its number or letter.
bool is_one_voter(std::string_view folded)
{
    auto word = folded;
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.remove_suffix(1);
    bool const numbered = word.size() < folded.size();
    bool const lettered =
        !numbered && word.size() > 2 && is_letter(word.back()) && word[word.size() - 2] == ' ';
    if (!numbered && !lettered) return false;
    if (lettered) word.remove_suffix(1);
    for (auto mark : {" ", "#", "n°", "no", "_", "-", " "}) {
        if (word.ends_with(mark) && word.size() > std::string_view(mark).size())
            word.remove_suffix(std::string_view(mark).size());
        word = base::trimmed(word);
    }
    bool const initial = numbered && (word == "v" || word == "p" || word == "j" || word == "b");
    return initial || names_voters(word);
}

// The column of titles: by its name, or the first one if its header is empty.
std::optional<std::size_t> titles_at(Table const& table)
{
    for (std::size_t i = 0; i < table.header.size(); ++i)
        if (names_cases(base::fold(table.header[i]))) return i;
    if (!table.header.empty() && !shows(table.header.front())) return 0;
    return std::nullopt;
}

std::optional<Table> by_voters(Table const& table)
{
    auto const title = titles_at(table);
    if (!title) return std::nullopt;
    std::vector<std::size_t> voters;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        if (i != *title && is_one_voter(base::fold(table.header[i]))) voters.push_back(i);
    if (voters.size() < least || table.rows.size() < least || table.rows.size() > most)
        return std::nullopt;
    auto out = table;
    out.header = {"Votant"};
    out.rows.clear();
    std::vector<Row const*> cases;
    for (auto const& row : table.rows) {
        auto const name = one_line(without_invisible(cell_at(row, *title)));
        if (!shows(name)) {
            out.left_out.push_back({base::Errc::invalid, "import.no_title", {}, row.line});
            continue;
        }
        if (names_a_total(base::fold(name))) {
            out.left_out.push_back({base::Errc::invalid, "answers.total", {}, row.line});
            continue;
        }
        out.header.push_back(name);
        cases.push_back(&row);
    }
    for (auto voter : voters) {
        // the line of the new row is the former column
        Row row{{std::to_string(out.rows.size() + 1)}, voter + 1};
        for (auto const* one : cases) row.cells.emplace_back(cell_at(*one, voter));
        out.rows.push_back(std::move(row));
    }
    return out;
}

// The scale and the case in a column's name: "Tri – opportunité (1-5)".
struct OfCase {
    std::string title, scale;
    Part part = Part::left;
};
std::optional<OfCase> of_case(std::string const& name)
{
    constexpr std::array between{" – "sv, " — "sv, " - "sv, " : "sv, "\u00A0: "sv,
                                 ": "sv,  " / "sv, " | "sv, " ["sv,  "["sv};
    for (auto sign : between) {
        auto const at = name.rfind(sign);
        if (at == std::string::npos || at == 0) continue;
        auto first = one_line(name.substr(0, at)), second = one_line(name.substr(at + sign.size()));
        if (second.ends_with(']')) second.pop_back();
        for (auto const& [title, scale] : {std::pair{first, second}, std::pair{second, first}}) {
            auto const part = scale_alone(base::fold(named_scale(scale).name));
            if (part && shows(title) && !scale_alone(base::fold(title)))
                return OfCase{title, scale, *part};
        }
    }
    return std::nullopt;
}

std::optional<Table> by_cases_and_scales(Table const& table)
{
    std::vector<std::string> titles;
    std::map<std::string, std::map<Part, std::size_t>> columns; // by folded title
    std::map<Part, std::string> names;
    std::optional<std::size_t> voter;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        auto const folded = base::fold(table.header[i]);
        if (names_cases(folded)) return std::nullopt; // one case per row already
        if (!voter && (names_voters(folded) || may_name_voters(folded))) voter = i;
        auto const one = of_case(table.header[i]);
        if (!one) continue;
        auto const title = base::fold(one->title);
        bool const of_axis = title.starts_with("axe ") || title.starts_with("axis ");
        if (of_axis) return std::nullopt;
        auto& of_title = columns[title];
        if (of_title.empty()) titles.push_back(one->title);
        if (!of_title.emplace(one->part, i).second) return std::nullopt;
        if (names.emplace(one->part, one->scale).first->second != one->scale)
            return std::nullopt; // the scales of the columns differ
    }
    std::erase_if(titles, [&](std::string const& title) {
        auto const& has = columns.at(base::fold(title));
        return !has.contains(Part::opportunity) || !has.contains(Part::risk);
    });
    if (titles.size() < least || titles.size() > most) return std::nullopt;
    auto out = table;
    out.header = {"Votant", "Cas", names.at(Part::opportunity), names.at(Part::risk)};
    out.rows.clear();
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        auto const& row = table.rows[r];
        auto who = voter ? std::string(cell_at(row, *voter)) : std::string{};
        if (!shows(who)) who = std::to_string(r + 1);
        for (auto const& title : titles) {
            auto const& at = columns.at(base::fold(title));
            out.rows.push_back({{who, title, std::string(cell_at(row, at.at(Part::opportunity))),
                                 std::string(cell_at(row, at.at(Part::risk)))},
                                row.line});
        }
    }
    return out;
}

} // namespace

std::optional<Table> turned(Table const& table)
{
    if (table.header.size() <= least || table.rows.empty()) return std::nullopt;
    if (auto voters = by_voters(table)) return voters;
    return by_cases_and_scales(table);
}

} // namespace exchange
