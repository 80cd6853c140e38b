#include "base/text.h"
#include "exchange/answers/ballots.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>

// Finds the columns of a table of ballots that are cases, and the type of answers.
namespace exchange {
namespace {

using namespace std::string_view_literals;
using base::Errc;
using base::fail;
using By = BallotColumns::By;

// Questions about the respondent, not about cases.
constexpr std::array of_people{"age"sv,
                               "sexe"sv,
                               "genre"sv,
                               "service"sv,
                               "direction"sv,
                               "departement"sv,
                               "commune"sv,
                               "code postal"sv,
                               "cp"sv,
                               "anciennete"sv,
                               "csp"sv,
                               "profession"sv,
                               "gender"sv,
                               "sex"sv,
                               "department"sv,
                               "zip"sv,
                               "postcode"sv,
                               "annee"sv,
                               "annee de naissance"sv,
                               "year"sv,
                               "poids"sv,
                               "weight"sv,
                               "duree"sv,
                               "duration"sv,
                               "temps"sv,
                               "quartier"sv,
                               "district"sv,
                               "education"sv,
                               "fonction"sv,
                               "statut"sv,
                               "langue"sv,
                               "language"sv,
                               "anmelder"sv,
                               "alter"sv,
                               "geschlecht"sv,
                               "edad"sv,
                               "sexo"sv,
                               "eta"sv,
                               "leeftijd"sv,
                               "idade"sv,
                               "score"sv,
                               "points"sv,
                               "points totaux"sv,
                               "lastpage"sv,
                               "last page"sv,
                               "derniere page"sv,
                               "seed"sv,
                               "startlanguage"sv,
                               "submitdate"sv,
                               "numero de serie"sv,
                               "serial"sv,
                               "sid"sv,
                               "uid"sv,
                               "brouillon"sv,
                               "draft"sv,
                               "adresse ip"sv,
                               "ip address"sv,
                               "ip"sv,
                               "matricule"sv,
                               "quiz feedback"sv,
                               "total points"sv};

bool is_of_people(std::string_view name)
{
    return std::ranges::find(of_people, name) != of_people.end();
}

std::size_t fits(Times const& words, auto&& is)
{
    std::size_t count = 0;
    for (auto const& [word, times] : words)
        if (is(word)) count += times;
    return count;
}

class Chooser {
public:
    Chooser(Table const& table, std::vector<Profile> const& profiles)
        : table_(table)
        , profiles_(profiles)
    {
        for (std::size_t i = 0; i < profiles.size(); ++i)
            out_.columns.push_back(
                {i < table.header.size() ? table.header[i] : std::string{}, Part::left, {}, {}});
    }

    base::Result<void> map(std::string_view said)
    {
        auto const pairs = map_pairs(table_, said);
        if (!pairs) return fail(pairs.error());
        for (auto const& [key, column] : *pairs) {
            auto& at = out_.columns[column];
            at.chosen = true;
            if (key == "vote" || key == "cas" || key == "case" || key == "option")
                at.part = Part::option, only_chosen_ = true;
            else if (key == "votant" || key == "voter" || key == "qui" || key == "who")
                at.part = Part::voter, out_.voters = true;
            else if (key == "rien" || key == "none" || key == "-")
                at.part = Part::left;
            else
                return fail(Errc::invalid, "import.map.field", key);
        }
        return {};
    }

    BallotColumns choose()
    {
        for (std::size_t i = 0; i < profiles_.size(); ++i) whose(i);
        std::vector<std::size_t> free;
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            auto const& column = out_.columns[i];
            bool const wanted =
                only_chosen_ ? column.part == Part::option
                             : column.part == Part::left && !column.chosen && may_be_option(i);
            if (wanted) free.push_back(i);
        }
        family(free);
        for (auto i : out_.options) out_.columns[i].part = Part::option;
        return std::move(out_);
    }

private:
    void whose(std::size_t i)
    {
        auto& column = out_.columns[i];
        auto const& profile = profiles_[i];
        if (column.chosen) return;
        constexpr std::size_t too_many = 25; // distinct answers on a scale
        bool const every_different =
            profile.numeric() && profile.numbers.size() == profile.said &&
            profile.said == profile.rows && profile.said >= 8 &&
            profile.most() - profile.least() + 1 >= static_cast<double>(profile.said);
        if (profile.people || profile.dates) {
            column.part = Part::people;
            out_.voters = true;
        } else if (names_voters(profile.name) ||
                   (profile.counts && profile.numbers.size() > 2 &&
                    (i == 0 || profile.rows >= 8)) ||
                   (may_name_voters(profile.name) &&
                    (every_different || (i == 0 && !profile.name.empty())))) {
            column.part = Part::voter;
            out_.voters = out_.voters || names_voters(profile.name) || profile.numeric();
        } else if (every_different && !profile.fractions &&
                   ((i == 0 && profile.name.empty()) || profile.said >= too_many)) {
            column.part = Part::voter;
            out_.voters = true;
        }
    }

    [[nodiscard]] bool may_be_option(std::size_t i) const
    {
        auto const& profile = profiles_[i];
        if (profile.name.empty() || names_a_total(profile.name) || is_of_people(profile.name))
            return false;
        if (profile.known || profile.field_named) return false;
        return profile.said > 0 || profile.silent > 0;
    }

    void family(std::vector<std::size_t> const& free)
    {
        std::vector<std::size_t> numbers, crosses, stands, worded;
        std::vector<Times> words;
        for (auto i : free) {
            auto const& at = profiles_[i];
            if (at.said == 0) continue;
            if (at.numeric()) {
                numbers.push_back(i);
                continue;
            }
            worded.push_back(i);
            words.push_back(at.words);
            auto const said = at.said;
            auto const most = [&](std::size_t count) {
                return count == said || (said >= 5 && count * 10 >= said * 8);
            };
            auto ones = at.numbers;
            std::size_t digits = 0;
            for (auto const& [value, times] : ones)
                if (value == 0 || value == 1) digits += times;
            if (most(digits +
                     fits(at.words, [](auto const& w) { return cross_of(w).has_value(); })))
                crosses.push_back(i);
            if (most(fits(at.words, [](auto const& w) { return stand_of(w).has_value(); })))
                stands.push_back(i);
        }
        auto const scale = scale_of(words);
        std::vector<std::size_t> graded;
        for (std::size_t k = 0; scale && k < worded.size(); ++k)
            if (answers_by(*scale, words[k])) graded.push_back(worded[k]);
        without_strangers(numbers);
        auto const take = [&](std::vector<std::size_t> const& which, By by) {
            if (which.size() <= out_.options.size()) return;
            out_.options = which;
            out_.by = by;
        };
        take(crosses, By::crosses);
        take(stands, By::stands);
        take(graded, By::grades);
        take(numbers, By::numbers);
        take(alike(worded, words), By::words);
        if (out_.by == By::grades) out_.scale = scale;
        with_blank_ones(free);
    }

    // Removes columns of numbers unlike the others, such as a year or an age.
    void without_strangers(std::vector<std::size_t>& numbers) const
    {
        auto const all = numbers;
        std::erase_if(numbers, [&](std::size_t i) {
            auto const below = std::ranges::count_if(all, [&](std::size_t other) {
                return profiles_[other].most() < profiles_[i].least();
            });
            return static_cast<std::size_t>(below) * 2 > all.size() && all.size() >= 3;
        });
    }

    // The largest set of columns with the same few words as answers.
    [[nodiscard]] static std::vector<std::size_t> alike(std::vector<std::size_t> const& columns,
                                                        std::vector<Times> const& words)
    {
        constexpr std::size_t grades_most = 12;
        std::vector<std::size_t> best;
        for (std::size_t a = 0; a < columns.size(); ++a) {
            if (words[a].size() > grades_most) continue;
            Times all = words[a];
            std::vector<std::size_t> set{columns[a]};
            for (std::size_t b = 0; b < columns.size(); ++b) {
                if (b == a || words[b].size() > grades_most) continue;
                bool const shares = std::ranges::any_of(
                    words[b], [&](auto const& one) { return words[a].contains(one.first); });
                auto united = all;
                for (auto const& [word, times] : words[b]) united[word] += times;
                if (!shares || united.size() > grades_most) continue;
                all = std::move(united);
                set.push_back(columns[b]);
            }
            std::size_t said = 0;
            for (auto const& [word, times] : all) said += times;
            bool const repeats = said >= 2 * all.size();
            if (set.size() >= 2 && repeats && set.size() > best.size()) best = set;
        }
        std::ranges::sort(best);
        return best;
    }

    // Adds empty columns between the others: cases without answers.
    void with_blank_ones(std::vector<std::size_t> const& free)
    {
        if (out_.options.empty()) return;
        auto const first = out_.options.front(), last = out_.options.back();
        bool const blanks_answer = out_.by == By::crosses || out_.by == By::numbers;
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            auto const& at = profiles_[i];
            bool const among = i > first && i < last;
            bool const listed = std::ranges::find(free, i) != free.end();
            bool const silent = listed && at.said == 0 && at.silent > 0;
            bool const empty = at.said == 0 && at.silent == 0 && !at.name.empty() && !at.known &&
                               !names_a_total(at.name) && !is_of_people(at.name) && among &&
                               blanks_answer && out_.columns[i].part == Part::left;
            if (silent || (empty && !out_.columns[i].chosen && !only_chosen_) ||
                (only_chosen_ && listed && at.said == 0))
                out_.options.push_back(i);
        }
        std::ranges::sort(out_.options);
    }

    Table const& table_;
    std::vector<Profile> const& profiles_;
    BallotColumns out_;
    bool only_chosen_ = false;
};

} // namespace

base::Result<BallotColumns> ballot_columns(Table const& table, std::vector<Profile> const& profiles,
                                           AnswersAsked const& asked)
{
    Chooser chooser(table, profiles);
    if (auto ok = chooser.map(asked.map); !ok) return fail(ok.error());
    return chooser.choose();
}

OptionTitles option_titles(std::vector<std::string> const& names)
{
    OptionTitles out;
    for (auto const& name : names) {
        auto const open = name.rfind('[');
        if (!name.ends_with(']') || open == std::string::npos || open + 2 >= name.size()) break;
        auto const question = one_line(name.substr(0, open));
        if (out.titles.empty()) out.question = question;
        if (question != out.question) out.question.clear();
        out.titles.push_back(one_line(name.substr(open + 1, name.size() - open - 2)));
    }
    if (out.titles.size() == names.size()) return out;
    out = {names, {}};
    if (names.size() < 2) return out;
    auto common = names.front();
    for (auto const& name : names) {
        std::size_t same = 0;
        while (same < common.size() && same < name.size() && common[same] == name[same]) ++same;
        common.resize(same);
    }
    // The end of a question: "À quel point… ? - ", "Votre avis : ".
    std::size_t cut = 0;
    for (auto end : {": "sv, "? "sv, "- "sv, "– "sv, "> "sv, "/ "sv, ". "sv, "?\u00A0"sv})
        if (auto const at = common.rfind(end); at != std::string::npos && at + end.size() > cut)
            cut = at + end.size();
    constexpr std::size_t shortest = 6; // length of a question
    if (cut < shortest) return out;
    OptionTitles shorter{{}, one_line(common.substr(0, cut))};
    for (auto const& name : names) shorter.titles.push_back(one_line(name.substr(cut)));
    while (!shorter.question.empty() &&
           (shorter.question.ends_with('-') || shorter.question.ends_with(':') ||
            shorter.question.ends_with(' ')))
        shorter.question.pop_back();
    bool const any_blank =
        std::ranges::any_of(shorter.titles, [](auto const& name) { return !shows(name); });
    return any_blank ? out : shorter;
}

} // namespace exchange
