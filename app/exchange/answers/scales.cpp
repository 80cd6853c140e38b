#include "exchange/answers/scales.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace exchange {
namespace {

using namespace std::string_view_literals;
using base::Errc;
using base::fail;
using model::ScaleRange;

constexpr int bound = 1'000'000;
constexpr int most_points = 1001; // above: any number

std::optional<int> number_of(std::string_view text)
{
    text = base::trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Parses "1..7", "0..10".
std::optional<std::pair<int, int>> range_from(std::string_view said)
{
    auto const dots = said.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    auto const low = number_of(said.substr(0, dots)), high = number_of(said.substr(dots + 2));
    if (!low || !high || *low >= *high || *low < -bound || *high > bound) return std::nullopt;
    return std::pair(*low, *high);
}

bool whole_answers(Profile const& profile) { return !profile.fractions; }

ScaleRange range_of(std::pair<int, int> ends, Profile const& profile)
{
    int const points = ends.second - ends.first + 1;
    return {ends.first, ends.second, whole_answers(profile) && points <= most_points ? points : 0};
}

std::string shown(std::pair<int, int> ends)
{
    return std::to_string(ends.first) + ".." + std::to_string(ends.second);
}

// A scale that contains these answers, as a suggestion.
std::pair<int, int> likely_ends(Profile const& profile)
{
    auto const least = profile.least(), most = profile.most();
    if (least < 0) {
        auto const reach = std::ceil(std::max(-least, std::abs(most)));
        int const far = static_cast<int>(std::min(reach, double{bound}));
        return {-far, far};
    }
    int const low = least >= 1 && most <= 7 ? 1 : 0;
    for (int usual : {3, 4, 5, 6, 7, 10, 20, 100, 1000})
        if (most <= usual) return {low, usual};
    return {0, static_cast<int>(std::min(std::ceil(most), double{bound}))};
}

// "3 to 7" in a name: two numbers and a word between them.
std::optional<std::pair<int, int>> ends_in(std::string_view inside)
{
    for (auto between : {".."sv, " a "sv, " to "sv, " bis "sv, "-"sv, "–"sv, "/"sv, "→"sv}) {
        auto const at = inside.find(between, 1);
        if (at == std::string_view::npos) continue;
        auto left = base::trimmed(inside.substr(0, at));
        auto right = base::trimmed(inside.substr(at + between.size()));
        for (auto start : {"de "sv, "from "sv, "echelle "sv, "note "sv, "scale "sv, "entre "sv})
            if (left.starts_with(start)) left = base::trimmed(left.substr(start.size()));
        auto const low = number_of(left), high = number_of(right);
        if (low && high && *low < *high && *high - *low >= 1 && *high <= 1000)
            return std::pair(*low, *high);
    }
    for (auto start : {"/"sv, "sur "sv, "out of "sv, "/ "sv, "note sur "sv})
        if (inside.starts_with(start))
            if (auto const high = number_of(inside.substr(start.size())); high && *high > 1)
                return std::pair(0, *high);
    return std::nullopt;
}

class Finder {
public:
    Finder(Table const& table, std::vector<Profile> const& profiles, AnswersAsked const& asked,
           std::vector<ScaleColumn>& columns)
        : table_(table)
        , profiles_(profiles)
        , asked_(asked)
        , columns_(columns)
    {
    }

    base::Result<void> find()
    {
        if (auto ok = read_said(); !ok) return ok;
        for (auto& one : columns_) {
            if (auto ok = find(one); !ok) return ok;
        }
        return doubts();
    }

private:
    base::Result<void> read_said()
    {
        std::string_view rest = asked_.scale;
        while (!base::trimmed(rest).empty()) {
            auto const comma = rest.find(',');
            auto const part = base::trimmed(rest.substr(0, comma));
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
            auto const equals = part.rfind('=');
            auto const range =
                range_from(equals == std::string_view::npos ? part : part.substr(equals + 1));
            if (!range) return fail(Errc::invalid, "answers.scale.said", std::string(part));
            auto const name =
                equals == std::string_view::npos ? "*"sv : base::trimmed(part.substr(0, equals));
            if (name == "*") {
                all_ = range;
                continue;
            }
            auto const pairs = map_pairs(table_, "x=" + std::string(name));
            if (!pairs) return fail(pairs.error());
            own_[pairs->front().column] = *range;
        }
        if (!asked_.grades.empty()) {
            words_ = scale_from(asked_.grades);
            if (!words_) return fail(Errc::invalid, "answers.grades.said", asked_.grades);
        }
        return {};
    }

    base::Result<void> find(ScaleColumn& one)
    {
        auto const& profile = profiles_[one.column];
        auto const own = own_.find(one.column);
        auto const said = own != own_.end() ? std::optional(own->second) : all_;
        if (!profile.numeric()) {
            if (profile.said == 0) return {};
            one.words = words_ ? words_ : scale_of({profile.words});
            if (!one.words || !answers_by(*one.words, profile.words)) {
                std::string words;
                for (auto const& [word, times] : profile.words)
                    if (words.size() < 200) words += (words.empty() ? "" : ",") + word;
                return fail(Errc::invalid, "answers.grades", words);
            }
            auto const count = static_cast<int>(one.words->labels.size());
            one.range = {1, count, count};
            one.guessed = !words_;
            return {};
        }
        if (said) {
            one.range = range_of(*said, profile);
            return {};
        }
        if (auto const named = named_scale(table_.header[one.column]).range) {
            auto ends = *named;
            // "sur 5" has no lower end: 1 when no answer is lower and the scale is short.
            if (ends.first == 0 && ends.second <= 7 && profile.least() >= 1) ends.first = 1;
            one.range = range_of(ends, profile);
            one.guessed = ends != *named;
            return {};
        }
        if (profile.out_of && whole(*profile.out_of) && *profile.out_of <= bound) {
            one.range = range_of({0, static_cast<int>(*profile.out_of)}, profile);
            return {};
        }
        one.guessed = true;
        one.range = range_of({0, 10}, profile);
        doubtful_.push_back(&one);
        return {};
    }

    // The program's export uses 0 to 10 without saying so; for other columns, the answers decide.
    [[nodiscard]] bool given_back(ScaleColumn const& one) const
    {
        auto const& name = profiles_[one.column].name;
        auto const digit = name.find_first_of("0123456789");
        bool const starts =
            (name.starts_with("axe ") && digit == 4) || (name.starts_with("axis ") && digit == 5);
        bool const ends = name.ends_with(", opportunite") || name.ends_with(", risque") ||
                          name.ends_with(", opportunity") || name.ends_with(", risk");
        return starts && ends && name.find(':') != std::string::npos;
    }
    [[nodiscard]] bool shows_ten(ScaleColumn const& one) const
    {
        auto const& profile = profiles_[one.column];
        std::size_t within = 0, all = 0, high = 0;
        for (auto const& [value, times] : profile.numbers) {
            all += times;
            within += value >= 0 && value <= 10 ? times : 0;
            high += value > 7 && value <= 10 ? times : 0;
        }
        return high > 0 &&
               (within == all || (all >= 5 && within * 10 >= all * 8 && all - within <= high));
    }

    base::Result<void> doubts()
    {
        // With few answers the top may be unused; then other columns are considered too.
        constexpr std::size_t telling = 10;
        bool const any = std::ranges::any_of(doubtful_, [&](auto* one) { return shows_ten(*one); });
        std::string to_type, names;
        for (auto const* one : doubtful_) {
            auto const& profile = profiles_[one->column];
            bool const within = profile.least() >= 0 && profile.most() <= 10;
            if (given_back(*one) && within) continue;
            if (shows_ten(*one) || (any && within && profile.said < telling)) continue;
            auto const& name = table_.header[one->column];
            bool const plain =
                name.find_first_of(",='\"\\$`*") == std::string::npos && !name.empty();
            to_type += (to_type.empty() ? "" : ",") +
                       (plain ? name : std::to_string(one->column + 1)) + "=" +
                       shown(likely_ends(profile));
            names += (names.empty() ? "" : ", ") + name + " (" + written(profile.least()) + ".." +
                     written(profile.most()) + ")";
        }
        if (to_type.empty()) return {};
        return fail(Errc::invalid, "answers.scale", names + " → --scale \"" + to_type + "\"");
    }

    Table const& table_;
    std::vector<Profile> const& profiles_;
    AnswersAsked const& asked_;
    std::vector<ScaleColumn>& columns_;
    std::optional<std::pair<int, int>> all_;
    std::map<std::size_t, std::pair<int, int>> own_;
    std::optional<GradeScale> words_;
    std::vector<ScaleColumn*> doubtful_;
};

} // namespace

base::Result<void> find_scales(Table const& table, std::vector<Profile> const& profiles,
                               AnswersAsked const& asked, std::vector<ScaleColumn>& columns)
{
    return Finder(table, profiles, asked, columns).find();
}

base::Result<std::optional<model::Level>> level_of(AnswerCell const& cell, ScaleColumn const& by)
{
    using Kind = AnswerCell::Kind;
    if (cell.kind == Kind::blank || cell.kind == Kind::no_answer)
        return std::optional<model::Level>{};
    auto value = cell.value;
    if (by.words) {
        auto const grade = cell.word.empty() ? std::nullopt : by.words->grade_of(cell.word);
        if (!grade) return fail(Errc::invalid, "answers.cell", cell.shown);
        value = static_cast<double>(*grade) + 1;
    } else if (cell.kind != Kind::number) {
        return fail(Errc::invalid, "answers.cell", cell.shown);
    }
    if (value < by.range.low || value > by.range.high)
        return fail(Errc::invalid, "answers.cell", cell.shown);
    auto const share = (value - by.range.low) / static_cast<double>(by.range.high - by.range.low);
    return std::optional(static_cast<model::Level>(std::lround(share * model::level_max)));
}

std::vector<Mapped> mapped_of(Table const& table, std::vector<ScaleColumn> const& columns)
{
    std::vector<Mapped> out;
    for (auto const& one : columns) {
        Mapped mapped;
        mapped.from = std::to_string(one.range.low) + ".." + std::to_string(one.range.high);
        if (one.words) {
            mapped.from.clear();
            for (auto const& label : one.words->labels)
                mapped.from += (mapped.from.empty() ? "" : " < ") + label;
        }
        mapped.to = "0..10";
        mapped.guessed = one.guessed;
        auto const same = std::ranges::find_if(out, [&](Mapped const& other) {
            return other.from == mapped.from && other.guessed == mapped.guessed;
        });
        auto const& name =
            one.column < table.header.size() ? table.header[one.column] : std::string();
        if (same == out.end()) {
            mapped.columns = name;
            out.push_back(std::move(mapped));
        } else {
            same->columns += ", " + name;
        }
    }
    return out;
}

NamedScale named_scale(std::string_view column_name)
{
    NamedScale out{std::string(column_name), std::nullopt};
    for (auto [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
        auto const from = column_name.rfind(open);
        auto const to = column_name.find(close, from == std::string_view::npos ? 0 : from);
        if (from == std::string_view::npos || to == std::string_view::npos) continue;
        auto const inside = base::fold(column_name.substr(from + 1, to - from - 1));
        if (auto const ends = ends_in(inside)) {
            out.range = ends;
            out.name = std::string(base::trimmed(column_name.substr(0, from))) +
                       std::string(column_name.substr(to + 1));
            return out;
        }
    }
    auto const folded = base::fold(column_name);
    for (auto end : {" sur "sv, " out of "sv, " /"sv, "/"sv}) {
        auto const at = folded.rfind(end);
        if (at == std::string::npos || at == 0) continue;
        auto const high = number_of(std::string_view(folded).substr(at + end.size()));
        if (!high || *high < 2 || *high > 1000) continue;
        out.range = std::pair(0, *high);
        out.name = folded.substr(0, at);
        return out;
    }
    for (auto start : {" de "sv, " from "sv}) {
        auto const at = folded.rfind(start);
        if (at == std::string::npos) continue;
        if (auto const ends = ends_in(std::string_view(folded).substr(at + 1))) {
            out.range = ends;
            out.name = folded.substr(0, at);
            return out;
        }
    }
    return out;
}

} // namespace exchange
