#include "analysis/voting/shares_of.h"

#include <numeric>

namespace analysis {
namespace {

struct Town {
    std::vector<Vote> votes; // without votes on projects that have no cost
    std::vector<Backer> backers;
    std::vector<Offer> offers;
    std::int64_t people = 0;
    Worth worth = Worth::cost;
};

Town town_of(VoteTable const& table, std::span<std::int64_t const> people, Money const& money,
             model::Rule rule)
{
    Town town;
    town.worth = rule == model::Rule::equal_shares_count    ? Worth::one
                 : rule == model::Rule::equal_shares_points ? Worth::votes
                                                            : Worth::cost;
    for (std::size_t i = 0; i < table.cases.size(); ++i)
        town.offers.push_back({std::max<std::int64_t>(money.costs[i], 0), table.declared[i]});
    town.people = std::accumulate(people.begin(), people.end(), std::int64_t{0});
    town.votes.reserve(table.marks.size());
    for (std::size_t r = 0; r < table.rows(); ++r) {
        auto const from = town.votes.size();
        for (auto vote : table.row(r))
            if (money.costs[vote.at] >= 0) town.votes.push_back(vote);
        if (people[r] > 0)
            town.backers.push_back(
                {{town.votes.data() + from, town.votes.size() - from}, people[r]});
    }
    return town;
}

} // namespace

Completed shares_of(VoteTable const& table, std::span<std::int64_t const> people,
                    Money const& money, model::Rule rule)
{
    auto const town = town_of(table, people, money, rule);
    return share_with_add1(town.backers, town.offers, town.people, money.budget, town.worth,
                           money.growth);
}

Shares fixed_shares_of(VoteTable const& table, std::span<std::int64_t const> people,
                       Money const& money, model::Rule rule)
{
    auto const town = town_of(table, people, money, rule);
    return share_equally(town.backers, town.offers, town.people, money.budget, town.worth);
}

} // namespace analysis
