#include "analysis/counting/equal_shares.h"

#include "analysis/common/cost.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

// Purchases are computed in floating point with error bounds; where a bound leaves a comparison
// undecided, the purchases so far are repeated in integers over one common denominator and compared
// exactly. So the result is exact, and the slow path is rare.
namespace analysis {
namespace {

__extension__ using Wide = __int128;
using BigInteger = boost::multiprecision::cpp_int;

constexpr double rounding = 0x1.0p-48; // relative error of a few roundings
constexpr double forever = std::numeric_limits<double>::infinity();

struct Entry {
    std::uint32_t backer = 0;
    std::int64_t worth = 0;
};

struct Market {
    std::vector<std::vector<Entry>> entries; // per offer
    std::vector<std::int64_t> people;        // per backer
    std::vector<std::int64_t> supporters;    // per offer
    std::vector<std::int64_t> weights;       // per offer: total of people times worth
    std::span<Offer const> offers;
    Worth worth = Worth::cost;

    Market(std::span<Backer const> backers, std::span<Offer const> all, Worth by)
        : entries(all.size())
        , supporters(all.size())
        , weights(all.size())
        , offers(all)
        , worth(by)
    {
        for (std::uint32_t b = 0; b < backers.size(); ++b) {
            people.push_back(backers[b].people);
            for (auto vote : backers[b].votes) {
                if (vote.value <= 0 || backers[b].people <= 0) continue;
                auto const each = by == Worth::votes ? std::int64_t{vote.value} : 1;
                entries[vote.at].push_back({b, each});
                supporters[vote.at] += backers[b].people;
                weights[vote.at] += backers[b].people * each;
            }
        }
    }
    // The divisor that turns a rate into a price per worth.
    [[nodiscard]] std::int64_t divisor(std::uint32_t project) const
    {
        return worth == Worth::cost ? std::max<std::int64_t>(offers[project].cost, 1) : 1;
    }
    // Whether a precedes b when they are equally expensive.
    [[nodiscard]] bool first_of_equals(std::uint32_t a, std::uint32_t b) const
    {
        auto const key = [&](std::uint32_t i) {
            return std::tuple(offers[i].cost, -supporters[i], offers[i].declared);
        };
        return key(a) < key(b);
    }
};

// num / den in lowest terms, as "26" or "13/3"; den must not be 0.
std::string fraction_text(BigInteger const& num, BigInteger const& den)
{
    BigInteger const divisor = gcd(num, den);
    BigInteger const bottom = den / divisor;
    auto const top = BigInteger(num / divisor).str();
    return bottom == 1 ? top : top + "/" + bottom.str();
}

// The money left, exactly, as integers over one denominator.
class Ledger {
public:
    struct Rate {
        BigInteger num;          // divided by the denominator
        std::uint64_t weight{0}; // and by this
    };

    Ledger(Market const& market, std::int64_t money, std::int64_t people)
        : market_(market)
        , denominator_(people)
        , left_(market.people.size(), BigInteger{money})
    {
    }

    // Nothing when its backers cannot pay.
    [[nodiscard]] std::optional<Rate> rate(std::uint32_t project) const
    {
        auto const& all = market_.entries[project];
        Rate out{denominator_ * market_.offers[project].cost,
                 static_cast<std::uint64_t>(market_.weights[project])};
        std::vector<char> broke(all.size());
        for (bool changed = true; changed;) {
            changed = false;
            auto const now = out;
            for (std::size_t e = 0; e < all.size(); ++e) {
                auto const& left = left_[all[e].backer];
                auto const worth = static_cast<std::uint64_t>(all[e].worth);
                if (broke[e] != 0 || left * now.weight >= now.num * worth) continue;
                auto const people = static_cast<std::uint64_t>(market_.people[all[e].backer]);
                broke[e] = 1;
                changed = true;
                out.num -= left * people;
                out.weight -= people * worth;
            }
            if (out.weight == 0) return std::nullopt;
        }
        return out;
    }

    void buy(std::uint32_t project)
    {
        auto price = *rate(project);
        auto const rest = static_cast<std::uint64_t>(price.num % price.weight);
        auto const shared = std::gcd(rest, price.weight);
        price.num /= shared;
        price.weight /= shared;
        BigInteger const paid = denominator_ * price.weight; // denominator of the rate
        bought_.push_back({project, fraction_text(price.num, paid * hundredths_per_unit),
                           fraction_text(paid * market_.offers[project].cost, price.num)});
        for (auto& left : left_) left *= price.weight;
        for (auto const& entry : market_.entries[project]) {
            auto& left = left_[entry.backer];
            left = std::max<BigInteger>(left - price.num * entry.worth, 0);
        }
        denominator_ *= price.weight;
    }
    [[nodiscard]] std::vector<Share> const& bought() const { return bought_; }

private:
    Market const& market_;
    BigInteger denominator_;
    std::vector<BigInteger> left_;
    std::vector<Share> bought_;
};

// A value with its derivative with respect to the initial money per person.
struct Moving {
    double at = 0.0;
    double slope = 0.0;
};

// One run of the rule from the initial money to the last purchase.
class Run {
public:
    Run(Market const& market, std::int64_t money, std::int64_t people)
        : market_(market)
        , money_(money)
        , people_(people)
        , left_(market.people.size())
        , error_(market.people.size())
        , known_(market.offers.size())
    {
        auto const each = static_cast<double>(money) / static_cast<double>(people);
        std::ranges::fill(left_, Moving{each, 1.0});
        std::ranges::fill(error_, each * rounding);
        for (std::uint32_t i = 0; i < market.offers.size(); ++i)
            if (!market.entries[i].empty()) open_.push_back(i);
        take_what_is_free();
        while (buy_one()) {
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& bought() const { return bought_; }
    [[nodiscard]] std::int64_t cost() const { return cost_; }
    [[nodiscard]] int ties() const { return ties_; }
    // By how much the initial money may grow without changing any purchase.
    [[nodiscard]] double slack() const { return slack_; }

private:
    struct Quote {
        Moving key; // the rate per worth
        double error = 0.0;
        Moving rate;
        double rate_error = 0.0;
        bool plain = false; // nobody runs out, so the rate is the cost over all the weight
    };

    // Records a condition that holds while `gap`, now positive, stays positive.
    void holds_while(Moving gap, double error)
    {
        if (gap.slope >= 0.0 && gap.at - error > 0.0) return;
        if (gap.at - error <= 0.0) {
            slack_ = 0.0;
            return;
        }
        slack_ = std::min(slack_, (gap.at - error) / (-gap.slope * (1.0 + rounding) + rounding));
    }

    void take_what_is_free()
    {
        std::vector<std::uint32_t> free;
        for (auto i : open_)
            if (market_.offers[i].cost == 0) free.push_back(i);
        std::ranges::sort(free, [&](auto a, auto b) { return market_.first_of_equals(a, b); });
        for (auto i : free) bought_.push_back(i), std::erase(open_, i);
        free_ = free.size();
    }

    // Whether the backers of a project can pay for it; marks it as closed when not.
    bool can_be_paid(std::uint32_t project)
    {
        Moving gap{-static_cast<double>(market_.offers[project].cost), 0.0};
        double error = -gap.at * rounding;
        for (auto const& entry : market_.entries[project]) {
            auto const people = static_cast<double>(market_.people[entry.backer]);
            gap.at += people * left_[entry.backer].at;
            gap.slope += people * left_[entry.backer].slope;
            error += people * error_[entry.backer];
        }
        if (std::abs(gap.at) <= error) {
            slack_ = 0.0;
            return exact().rate(project).has_value();
        }
        bool const can = gap.at > 0.0;
        holds_while(can ? gap : Moving{-gap.at, -gap.slope}, error);
        return can;
    }

    Quote quote(std::uint32_t project)
    {
        auto const& all = market_.entries[project];
        broke_.assign(all.size(), 0);
        Moving due{static_cast<double>(market_.offers[project].cost), 0.0};
        double due_error = due.at * rounding;
        auto weight = static_cast<double>(market_.weights[project]);
        Quote out;
        out.plain = true;
        for (bool changed = true; changed;) {
            changed = false;
            out.rate = {due.at / weight, due.slope / weight};
            out.rate_error = due_error / weight + out.rate.at * rounding;
            for (std::size_t e = 0; e < all.size(); ++e) {
                if (broke_[e] != 0) continue;
                auto const b = all[e].backer;
                auto const worth = static_cast<double>(all[e].worth);
                double const gap = left_[b].at - out.rate.at * worth;
                if (gap >= -(error_[b] + out.rate_error * worth)) continue;
                auto const people = static_cast<double>(market_.people[b]);
                // a backer has enough, so it can be paid
                if (weight - people * worth < 0.5) continue;
                broke_[e] = 1;
                changed = true;
                out.plain = false;
                due.at -= people * left_[b].at;
                due.slope -= people * left_[b].slope;
                due_error += people * error_[b];
                weight -= people * worth;
            }
        }
        for (std::size_t e = 0; e < all.size(); ++e) {
            auto const b = all[e].backer;
            auto const worth = static_cast<double>(all[e].worth);
            Moving gap{left_[b].at - out.rate.at * worth, left_[b].slope - out.rate.slope * worth};
            if (broke_[e] != 0) gap = {-gap.at, -gap.slope};
            auto const error = error_[b] + out.rate_error * worth;
            if (gap.at <= error) out.plain = false;
            holds_while(gap, error);
        }
        auto const by = static_cast<double>(market_.divisor(project));
        out.key = {out.rate.at / by, out.rate.slope / by};
        out.error = out.rate_error / by + out.key.at * rounding;
        return out;
    }

    // Negative when a is cheaper, positive when b is, 0 when equal.
    int compare_exactly(std::uint32_t a, std::uint32_t b)
    {
        if (known_[a].plain && known_[b].plain) {
            auto const key = [&](std::uint32_t i, std::uint32_t other) {
                return Wide{market_.offers[i].cost} / market_.divisor(i) * market_.weights[other];
            };
            auto const left = key(a, b);
            auto const right = key(b, a);
            return left < right ? -1 : left > right ? 1 : 0;
        }
        auto const rate_a = exact().rate(a);
        auto const rate_b = exact().rate(b);
        auto const left =
            rate_a->num * rate_b->weight * static_cast<std::uint64_t>(market_.divisor(b));
        auto const right =
            rate_b->num * rate_a->weight * static_cast<std::uint64_t>(market_.divisor(a));
        return left < right ? -1 : left > right ? 1 : 0;
    }

    Ledger& exact()
    {
        if (!ledger_) ledger_.emplace(market_, money_, people_);
        while (ledger_->bought().size() + free_ < bought_.size())
            ledger_->buy(bought_[ledger_->bought().size() + free_]);
        return *ledger_;
    }

    // Rates never fall as money is spent: an earlier rate of a project is a lower bound.
    bool buy_one()
    {
        std::ranges::sort(open_, {}, [&](std::uint32_t i) { return known_[i].key.at; });
        std::optional<std::uint32_t> best;
        bool tied = false;
        std::vector<std::uint32_t> closed;
        for (auto i : open_) {
            if (best) {
                auto const& leader = known_[*best];
                Moving const gap{known_[i].key.at - leader.key.at,
                                 known_[i].key.slope - leader.key.slope};
                if (gap.at > leader.error + known_[i].error) {
                    holds_while(gap, leader.error + known_[i].error);
                    continue;
                }
            }
            if (!can_be_paid(i)) {
                closed.push_back(i);
                continue;
            }
            known_[i] = quote(i);
            if (!best) {
                best = i;
                continue;
            }
            // The order of the leader and this project may change with the money; equal ones stay
            // equal while no backer runs out.
            auto const ahead = order(*best, i);
            tied = ahead == 0 || (ahead < 0 && tied);
            if (ahead > 0 || (ahead == 0 && market_.first_of_equals(i, *best))) best = i;
        }
        for (auto i : closed) std::erase(open_, i);
        if (!best) return false;
        if (tied) ++ties_;
        pay(*best);
        return true;
    }

    int order(std::uint32_t a, std::uint32_t b)
    {
        auto const& left = known_[a];
        auto const& right = known_[b];
        Moving gap{right.key.at - left.key.at, right.key.slope - left.key.slope};
        auto const error = left.error + right.error;
        if (std::abs(gap.at) > error) {
            holds_while(gap.at > 0.0 ? gap : Moving{-gap.at, -gap.slope}, error);
            return gap.at > 0.0 ? -1 : 1;
        }
        if (!left.plain || !right.plain) slack_ = 0.0;
        return compare_exactly(a, b);
    }

    void pay(std::uint32_t project)
    {
        auto const& price = known_[project];
        for (auto const& entry : market_.entries[project]) {
            auto& left = left_[entry.backer];
            auto& error = error_[entry.backer];
            auto const worth = static_cast<double>(entry.worth);
            double const after = left.at - price.rate.at * worth;
            auto const blur = error + price.rate_error * worth + left.at * rounding;
            if (after < -blur) {
                left = {0.0, 0.0};
                error = 0.0;
                continue;
            }
            left = {std::max(after, 0.0), left.slope - price.rate.slope * worth};
            error = blur;
        }
        bought_.push_back(project);
        cost_ += market_.offers[project].cost;
        std::erase(open_, project);
    }

    Market const& market_;
    std::int64_t money_, people_;
    std::vector<Moving> left_;  // per backer
    std::vector<double> error_; // error bound of it
    std::vector<Quote> known_;  // per offer, when last computed
    std::vector<std::uint32_t> open_;
    std::vector<char> broke_;
    std::vector<std::uint32_t> bought_;
    std::size_t free_ = 0;
    std::optional<Ledger> ledger_;
    std::int64_t cost_ = 0;
    int ties_ = 0;
    double slack_ = forever;
};

Shares settled(Market const& market, Run const& run, std::int64_t money, std::int64_t people)
{
    Ledger ledger(market, money, people);
    for (auto project : run.bought())
        if (market.offers[project].cost > 0) ledger.buy(project);
    Shares out;
    for (auto project : run.bought())
        if (market.offers[project].cost == 0) out.bought.push_back({project, "0", ""});
    out.bought.insert(out.bought.end(), ledger.bought().begin(), ledger.bought().end());
    out.cost = run.cost();
    out.ties_broken = run.ties();
    return out;
}

} // namespace

Shares share_equally(std::span<Backer const> backers, std::span<Offer const> offers,
                     std::int64_t people, std::int64_t money, Worth worth)
{
    if (people <= 0) return {};
    Market const market(backers, offers, worth);
    return settled(market, Run(market, money, people), money, people);
}

// With Add1 the room's money is a multiple of the step, and purchases never cost more than it. So
// the result changes with the budget only when the budget reaches the cost of the first outcome
// that exceeds it.
Completed share_with_add1(std::span<Backer const> backers, std::span<Offer const> offers,
                          std::int64_t people, std::int64_t budget, Worth worth, Growth growth)
{
    Completed out;
    if (people <= 0) return out;
    Market const market(backers, offers, worth);
    auto const step = growth == Growth::unit ? people * hundredths_per_unit : 1;
    auto const start = budget / step * step;
    auto money = start;
    for (;;) {
        auto const each = ratio(money, people);
        Run const run(market, each.num, each.den);
        if (run.cost() > budget) {
            out.next_budget = run.cost();
            money -= step; // purchases were within the budget at the previous step
            break;
        }
        if (run.slack() == forever) break;
        auto const slack = run.slack() * static_cast<double>(people);
        auto const steps = std::max(1.0, std::ceil(slack / static_cast<double>(step)));
        money += static_cast<std::int64_t>(steps) * step;
    }
    out.each = ratio(money, people);
    Run const last(market, out.each.num, out.each.den);
    out.shares = settled(market, last, out.each.num, out.each.den);
    out.virtual_money = money;
    out.steps = (money - start) / step;
    return out;
}

} // namespace analysis
