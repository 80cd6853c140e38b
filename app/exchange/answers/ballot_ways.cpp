#include "exchange/answers/ballot_ways.h"

#include "base/text.h"
#include "model/voting_method.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace exchange {
namespace {

using base::Errc;
using base::fail;
using By = BallotColumns::By;
using model::Method;

// Maximum number of grades; with more values they are scores.
constexpr double grades_most = 7;
constexpr double scores_most = 1000;
constexpr double points_most = 1'000'000; // of one ballot

std::size_t share_of(std::size_t part, std::size_t of) { return of == 0 ? 0 : part * 100 / of; }

// Statistics of the numbers in all option columns.
struct Numbers {
    std::map<double, std::size_t> times;
    std::size_t said = 0;
    bool ordinals = false, fractions = false;
    std::optional<double> out_of;
    std::map<double, std::string> labels; // of "4 - Bien"

    [[nodiscard]] double least() const { return times.begin()->first; }
    [[nodiscard]] double most() const { return times.rbegin()->first; }
    [[nodiscard]] bool only(std::set<double> const& allowed) const
    {
        return std::ranges::all_of(times,
                                   [&](auto const& one) { return allowed.contains(one.first); });
    }
};

// Removes codes and typing errors far from the others: 99 among grades of 1 to 5.
void without_slips(Numbers& all)
{
    while (all.times.size() > 2) {
        auto const last = std::prev(all.times.end());
        auto const before = std::prev(last)->first;
        bool const rare = last->second * 50 <= all.said;
        if (!rare || last->first <= std::max(2 * before, before + 3)) break;
        all.said -= last->second;
        all.times.erase(last);
    }
    while (all.times.size() > 2 && all.least() < 0) {
        auto const first = all.times.begin();
        bool const mirrored = all.times.contains(-first->first);
        if (mirrored || first->second * 50 > all.said) break;
        all.said -= first->second;
        all.times.erase(first);
    }
}

Numbers numbers_of(BallotColumns const& columns, std::vector<Profile> const& profiles)
{
    Numbers all;
    bool first = true;
    for (auto i : columns.options) {
        auto const& at = profiles[i];
        for (auto const& [value, times] : at.numbers) all.times[value] += times, all.said += times;
        all.ordinals = all.ordinals || at.ordinals;
        all.labels.insert(at.labels.begin(), at.labels.end());
        all.fractions = all.fractions || at.fractions;
        if (at.said > 0) {
            all.out_of = first || all.out_of == at.out_of ? at.out_of : std::nullopt;
            first = false;
        }
    }
    without_slips(all);
    return all;
}

// Whether rows are rankings: 1, 2, 3… each once; ties and unranked cases are allowed.
bool are_ranks(Answered const& rows, std::size_t options)
{
    std::size_t ranked = 0, all = 0;
    for (auto row : rows) {
        std::erase(row, 0.0);
        if (row.empty()) continue;
        ++all;
        std::ranges::sort(row);
        bool const strict = std::ranges::adjacent_find(row) == row.end();
        if (row.size() >= 2 && strict && row.front() == 1 &&
            row.back() == static_cast<double>(row.size()) && row.size() <= options)
            ++ranked;
    }
    return all > 0 && share_of(ranked, all) >= 80;
}

// The budget per voter, if most rows spend exactly that and almost none more.
std::optional<int> points_of(Answered const& rows)
{
    std::map<double, std::size_t> sums;
    std::size_t all = 0;
    double most = 0;
    for (auto const& row : rows) {
        auto const sum = std::accumulate(row.begin(), row.end(), 0.0);
        if (sum <= 0) continue;
        ++sums[sum], ++all;
        for (double value : row) most = std::max(most, value);
    }
    if (all < 2) return std::nullopt;
    auto const usual = *std::ranges::max_element(
        sums, {}, [](auto const& one) { return std::pair(one.second, one.first); });
    std::size_t above = 0;
    for (auto const& [sum, times] : sums)
        if (sum > usual.first) above += times;
    std::set<double> const round_sums{3, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50, 100, 1000};
    bool const usual_budget = round_sums.contains(usual.first);
    auto const share = share_of(usual.second, all);
    bool const spent = share >= 80 || (usual_budget && share >= 40);
    if (!spent || share_of(above, all) > 10 || most < 2) return std::nullopt;
    if (!whole(usual.first) || usual.first > points_most) return std::nullopt;
    return static_cast<int>(usual.first);
}

class Ways {
public:
    Ways(BallotColumns const& columns, Answered const& rows, std::vector<Profile> const& profiles,
         AnswersAsked const& asked)
        : columns_(columns)
        , rows_(rows)
        , profiles_(profiles)
        , asked_(asked)
    {
    }

    base::Result<BallotWay> find()
    {
        if (auto const method = asked_.method; method && *method == Method::estimate)
            return fail(Errc::invalid, "answers.no_method", std::string(base::name_of(*method)));
        std::optional<GradeScale> said;
        if (!asked_.grades.empty()) {
            said = scale_from(asked_.grades);
            if (!said) return fail(Errc::invalid, "answers.grades.said", asked_.grades);
        }
        switch (columns_.by) {
        case By::crosses: return crosses();
        case By::stands: return said ? grades(*said) : stands();
        case By::grades: return grades(said ? *said : *columns_.scale);
        case By::words:
            if (!said) return fail(Errc::invalid, "answers.grades", listed_words());
            return grades(*said);
        case By::numbers: return numbers(said);
        }
        return fail(Errc::invalid, "answers.method");
    }

private:
    [[nodiscard]] bool wants(Method method) const
    {
        return !asked_.method || *asked_.method == method;
    }
    [[nodiscard]] base::Result<BallotWay> refused() const
    {
        return fail(Errc::invalid, "answers.no_method", std::string(base::name_of(*asked_.method)));
    }
    [[nodiscard]] std::string listed_words() const
    {
        std::set<std::string> words;
        for (auto i : columns_.options)
            for (auto const& [word, times] : profiles_[i].words) words.insert(word);
        std::string out;
        for (auto const& word : words) out += (out.empty() ? "" : ",") + word;
        return out;
    }

    base::Result<BallotWay> crosses()
    {
        auto const method = asked_.method.value_or(Method::approval);
        if (model::voting_method(method).ballot != model::BallotType::approvals) return refused();
        model::set_method(way_.round, method);
        way_.cell = BallotWay::Cell::cross;
        return std::move(way_);
    }

    base::Result<BallotWay> stands()
    {
        way_.cell = BallotWay::Cell::stand;
        if (asked_.method && *asked_.method != Method::majority_judgment) {
            return model::voting_method(*asked_.method).ballot == model::BallotType::approvals
                       ? crosses_of_stands()
                       : refused();
        }
        model::set_method(way_.round, Method::majority_judgment);
        way_.round.grades = 2;
        way_.round.labels = {first_said(Stand::against, "−"), first_said(Stand::in_favour, "+")};
        way_.round.blank = model::BlankPolicy::no_opinion;
        way_.notes.push_back({Errc::invalid, "answers.stands", {}, 0});
        return std::move(way_);
    }
    base::Result<BallotWay> crosses_of_stands()
    {
        model::set_method(way_.round, *asked_.method);
        return std::move(way_);
    }
    // The word most used for it.
    [[nodiscard]] std::string first_said(Stand stand, char const* otherwise) const
    {
        for (auto i : columns_.options)
            for (auto const& [word, times] : profiles_[i].words)
                if (stand_of(word) == stand) return word;
        return otherwise;
    }

    base::Result<BallotWay> grades(GradeScale const& scale)
    {
        if (!wants(Method::majority_judgment) && !wants(Method::score)) return refused();
        bool const scored = asked_.method == Method::score;
        model::set_method(way_.round, scored ? Method::score : Method::majority_judgment);
        auto const count = static_cast<int>(scale.labels.size());
        way_.round.grades = scored ? count - 1 : count;
        if (!scored) way_.round.labels = scale.labels;
        if (scored) way_.round.blank = model::BlankPolicy::no_opinion;
        way_.cell = BallotWay::Cell::grade;
        way_.scale = scale;
        std::string words;
        for (auto const& label : scale.labels) words += (words.empty() ? "" : " < ") + label;
        way_.mapped.push_back({{}, words, {}, asked_.grades.empty()});
        return std::move(way_);
    }

    base::Result<BallotWay> numbers(std::optional<GradeScale> const& said)
    {
        all_ = numbers_of(columns_, profiles_);
        if (all_.times.empty()) return fail(Errc::invalid, "answers.method", "–");
        if (auto ok = take_scale(); !ok) return fail(ok.error());
        auto const method = asked_.method ? *asked_.method : likely(said.has_value());
        if (!method) return fail(Errc::invalid, "answers.method", shown_range());
        switch (*method) {
        case Method::approval:
        case Method::budget:
            model::set_method(way_.round, *method);
            way_.cell = BallotWay::Cell::cross;
            return std::move(way_);
        case Method::ranking:
        case Method::stv:
            model::set_method(way_.round, *method);
            way_.round.choices = 0;
            way_.zero_is_silent = true;
            return std::move(way_);
        case Method::dots:
        case Method::points:
        case Method::choose_spread:
        case Method::quadratic: return points(*method);
        case Method::score: return scores();
        case Method::majority_judgment: return judged(said);
        case Method::pairwise:
        case Method::estimate: break;
        }
        return fail(Errc::invalid, "answers.no_method", std::string(base::name_of(*method)));
    }

    // Takes "1..5" for all options; separate scales per column are not possible here.
    base::Result<void> take_scale()
    {
        if (asked_.scale.empty()) return {};
        auto const dots = asked_.scale.find("..");
        if (dots == std::string::npos)
            return fail(Errc::invalid, "answers.scale.said", asked_.scale);
        NoAnswer const none;
        auto const low = answer_of(asked_.scale.substr(0, dots), none),
                   high = answer_of(asked_.scale.substr(dots + 2), none);
        if (low.kind != AnswerCell::Kind::number || high.kind != AnswerCell::Kind::number ||
            low.value >= high.value || high.value - low.value > scores_most)
            return fail(Errc::invalid, "answers.scale.said", asked_.scale);
        low_ = low.value, high_ = high.value;
        auto const ends = std::pair(*low_, *high_);
        std::erase_if(all_.times, [ends](std::pair<double const, std::size_t> const& one) {
            return one.first < ends.first || one.first > ends.second;
        });
        if (all_.times.empty()) return fail(Errc::invalid, "answers.scale.said", asked_.scale);
        return {};
    }

    [[nodiscard]] std::string shown_range() const
    {
        return written(all_.least()) + ".." + written(all_.most());
    }

    // The most likely method for these numbers.
    [[nodiscard]] std::optional<Method> likely(bool graded) const
    {
        if (graded) return Method::majority_judgment;
        if (!low_ && !all_.fractions) {
            if (all_.ordinals || are_ranks(rows_, columns_.options.size())) return Method::ranking;
            if (all_.only({0, 1})) return Method::approval;
            if (all_.only({-1, 0, 1})) return Method::majority_judgment;
            if (auto const budget = points_of(rows_))
                return *budget == 100 ? Method::points : Method::dots;
        }
        if (all_.fractions || all_.out_of.value_or(0) > grades_most) return Method::score;
        auto const high = high_.value_or(all_.most());
        if (high <= grades_most && high - low_.value_or(all_.least()) <= grades_most)
            return Method::majority_judgment;
        if (high <= 100 && all_.least() >= 0) return Method::score;
        return std::nullopt;
    }

    base::Result<BallotWay> points(Method method)
    {
        if (all_.fractions) return refused_numbers(method);
        model::set_method(way_.round, method);
        bool const squares = model::voting_method(method).spends == model::Spends::squares;
        double most = 0;
        for (auto const& row : rows_) {
            double sum = 0;
            for (double value : row) sum += squares ? value * value : value;
            most = std::max(most, sum);
        }
        auto const budget = points_of(rows_);
        bool const known = budget && !squares;
        if (!known && most > points_most)
            return fail(Errc::invalid, "answers.method", shown_range());
        way_.round.budget = budget && !squares ? *budget : static_cast<int>(most);
        way_.round.cap = 0;
        way_.round.choices = 0;
        if (squares && all_.least() < 0) way_.round.against = model::Against::allowed;
        way_.zero_is_silent = true;
        way_.notes.push_back(
            {Errc::invalid, "answers.budget", std::to_string(way_.round.budget), 0});
        return std::move(way_);
    }
    [[nodiscard]] static base::Result<BallotWay> refused_numbers(Method method)
    {
        return fail(Errc::invalid, "answers.no_method", std::string(base::name_of(method)));
    }

    base::Result<BallotWay> scores()
    {
        model::set_method(way_.round, Method::score);
        // Scales fractions of points up to whole numbers.
        for (double factor : {1.0, 2.0, 10.0, 100.0}) {
            way_.factor = factor;
            bool const all = std::ranges::all_of(all_.times, [&](auto const& one) {
                return std::abs(one.first * factor - std::round(one.first * factor)) < 1e-9;
            });
            if (all) break;
        }
        auto const low = low_.value_or(std::min(0.0, all_.least()));
        double high = high_.value_or(all_.out_of.value_or(all_.most()));
        if (!high_ && !all_.out_of)
            for (double usual : {100.0, 20.0, 10.0, 5.0})
                if (all_.most() <= usual) high = usual;
        way_.offset = low;
        auto const most = (high - low) * way_.factor;
        if (most < 1 || most > scores_most)
            return fail(Errc::invalid, "answers.method", shown_range());
        way_.round.grades = static_cast<int>(std::lround(most));
        way_.round.blank = model::BlankPolicy::no_opinion;
        way_.mapped.push_back({{},
                               written(low) + ".." + written(high),
                               "0.." + std::to_string(way_.round.grades),
                               !low_ && !all_.out_of});
        return std::move(way_);
    }

    base::Result<BallotWay> judged(std::optional<GradeScale> const& said)
    {
        model::set_method(way_.round, Method::majority_judgment);
        auto low = low_.value_or(all_.least()), high = high_.value_or(all_.most());
        if (!low_ && all_.only({-1, 0, 1}) && all_.least() < 0 && !said) {
            way_.round.grades = 2;
            way_.round.labels = {"−1", "+1"};
            way_.round.blank = model::BlankPolicy::no_opinion;
            way_.zero_is_silent = true;
            way_.offset = -1, way_.factor = 0.5;
            way_.notes.push_back({Errc::invalid, "answers.stands", {}, 0});
            return std::move(way_);
        }
        // With 5 to 7 values from 1, a 0 is read as "no answer"; a note says so, as 0 may be a
        // grade elsewhere.
        bool const coded = !low_ && low == 0 && high >= 5 && high <= grades_most &&
                           (!said || static_cast<double>(said->labels.size()) == high);
        if (coded && !asked_.no_answer) {
            way_.zero_is_silent = true;
            way_.notes.push_back({Errc::invalid, "answers.zero", {}, 0});
            low = 1;
        }
        if (!low_ && !said && low > 1 && high <= grades_most) low = 1;
        // The grades that the user names, or all from the lowest to the highest.
        if (said) {
            auto const count = static_cast<double>(said->labels.size());
            if (!low_) low = high - low + 1 <= count && low <= 1 && low >= 0 ? low : 1;
            high = low + count - 1;
        }
        auto const count = high - low + 1;
        if (all_.fractions || count < 2 || count > 1000)
            return fail(Errc::invalid, "answers.method", shown_range());
        way_.offset = low;
        way_.round.grades = static_cast<int>(count);
        for (int g = 0; g < way_.round.grades; ++g)
            way_.round.labels.push_back(said ? said->labels[static_cast<std::size_t>(g)]
                                             : written(low + g));
        if (!said) take_labels(low);
        std::string shown;
        bool worded = false;
        for (int g = 0; g < way_.round.grades; ++g) {
            auto const& label = way_.round.labels[static_cast<std::size_t>(g)];
            shown += (shown.empty() ? "" : " < ") + label;
            worded = worded || label != written(low + g);
        }
        auto const range = written(low) + ".." + written(high);
        bool const guessed = !low_ && asked_.grades.empty();
        way_.mapped.push_back(worded ? Mapped{{}, range, shown, guessed}
                                     : Mapped{{}, shown, {}, guessed});
        return std::move(way_);
    }
    // Takes grade labels from cells such as "4 - Bien".
    void take_labels(double low)
    {
        for (int g = 0; g < way_.round.grades; ++g)
            if (auto const it = all_.labels.find(low + g); it != all_.labels.end())
                way_.round.labels[static_cast<std::size_t>(g)] = it->second;
    }

    BallotColumns const& columns_;
    Answered const& rows_;
    std::vector<Profile> const& profiles_;
    AnswersAsked const& asked_;
    Numbers all_;
    std::optional<double> low_, high_;
    BallotWay way_;
};

} // namespace

base::Result<BallotWay> way_of(BallotColumns const& columns, Answered const& rows,
                               std::vector<Profile> const& profiles, AnswersAsked const& asked)
{
    return Ways(columns, rows, profiles, asked).find();
}

base::Result<std::optional<int>> mark_of(AnswerCell const& cell, BallotWay const& way)
{
    using Kind = AnswerCell::Kind;
    if (cell.kind == Kind::blank || cell.kind == Kind::no_answer) return std::optional<int>{};
    auto const wrong = [&] { return fail(Errc::invalid, "answers.cell", cell.shown); };
    auto const range = model::mark_range(way.round);
    switch (way.cell) {
    case BallotWay::Cell::cross: {
        if (cell.kind == Kind::number && cell.value != 0 && cell.value != 1) return wrong();
        auto const ticked =
            cell.kind == Kind::number ? std::optional(cell.value == 1) : cross_of(cell.word);
        if (!ticked) return wrong();
        return *ticked ? std::optional<int>(1) : std::nullopt;
    }
    case BallotWay::Cell::stand: {
        if (cell.kind == Kind::number) return wrong();
        auto const stand = stand_of(cell.word);
        if (!stand) return wrong();
        if (*stand == Stand::neither) return std::optional<int>{};
        if (way.round.method == model::Method::majority_judgment)
            return std::optional<int>(*stand == Stand::in_favour ? 1 : 0);
        return *stand == Stand::in_favour ? std::optional<int>(1) : std::nullopt;
    }
    case BallotWay::Cell::grade: {
        auto const grade = cell.word.empty() ? std::nullopt : way.scale->grade_of(cell.word);
        if (!grade) return wrong();
        return std::optional<int>(static_cast<int>(*grade));
    }
    case BallotWay::Cell::number: break;
    }
    if (cell.kind != Kind::number) return wrong();
    if (way.zero_is_silent && cell.value == 0) return std::optional<int>{};
    auto const value = (cell.value - way.offset) * way.factor;
    auto const mark = std::round(value);
    bool const on_scale =
        std::abs(value - mark) < 1e-9 && mark >= range.least && mark <= range.most;
    if (!on_scale) return wrong();
    return std::optional<int>(static_cast<int>(mark));
}

} // namespace exchange
