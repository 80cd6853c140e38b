#include "analysis/voting/transfers.h"

#include "analysis/voting/counting_method.h"
#include "analysis/voting/orders.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace analysis {
namespace {

__extension__ using Wide = __int128;

// A group of ballots held by a case, all with the same `value`, in parts of a vote.
struct Parcel {
    std::size_t row = 0;
    std::int64_t people = 0;
    std::int64_t value = parts_per_vote;
};

class Count {
public:
    Count(VoteTable const& table, std::span<std::int64_t const> people, int seats)
        : table_(table)
        , cases_(static_cast<std::uint32_t>(table.cases.size()))
        , seats_(static_cast<std::size_t>(std::max(seats, 1)))
        , state_(cases_, State::continuing)
        , pending_(cases_)
        , votes_(cases_)
        , parcels_(cases_)
    {
        out_.places.assign(cases_, 1);
        out_.fates.resize(cases_);
        for (std::size_t r = 0; r < table.rows(); ++r) {
            if (people[r] <= 0 || table.row(r).empty()) continue;
            valid_ += people[r];
            pass_on({r, people[r], parts_per_vote});
        }
        out_.quota = valid_ / static_cast<std::int64_t>(seats_ + 1) + 1; // rule 46
    }

    TransferCount run()
    {
        end_stage(CountStage::Kind::first, 0);
        while (out_.elected.size() < seats_) {
            if (left() + out_.elected.size() <= seats_) {
                elect_the_rest();
                break;
            }
            if (auto const of = highest_surplus())
                transfer_surplus(*of);
            else
                exclude(lowest());
        }
        for (std::uint32_t i = 0; i < cases_; ++i)
            if (continues(i))
                out_.fates[i] = {CountFate::What::left, out_.stages.size(), votes_[i]};
        drop_idle_choices();
        find_places();
        return std::move(out_);
    }

private:
    enum class State { continuing, elected, excluded };
    enum class Extreme { lowest, highest };
    struct Picked {
        std::uint32_t one = 0;
        std::vector<std::uint32_t> level; // cases tied with it at every stage, itself included
    };

    [[nodiscard]] bool continues(std::uint32_t at) const { return state_[at] == State::continuing; }
    [[nodiscard]] std::size_t left() const
    {
        return static_cast<std::size_t>(std::ranges::count(state_, State::continuing));
    }

    // Passes ballots to the continuing cases at their best place, in equal parts.
    void pass_on(Parcel parcel)
    {
        std::int32_t best = 0;
        std::int64_t tied = 0;
        for (auto const& vote : table_.row(parcel.row)) {
            if (!continues(vote.at) || (tied > 0 && vote.value > best)) continue;
            if (tied == 0 || vote.value < best) best = vote.value, tied = 0;
            ++tied;
        }
        if (tied == 0) return;
        parcel.value /= tied;
        if (parcel.value == 0) return;
        for (auto const& vote : table_.row(parcel.row)) {
            if (!continues(vote.at) || vote.value != best) continue;
            parcels_[vote.at].push_back(parcel);
            votes_[vote.at] += parcel.value * parcel.people;
        }
    }

    void end_stage(CountStage::Kind kind, std::uint32_t of)
    {
        CountStage stage{kind, of, votes_, 0, {}, false};
        stage.lost = valid_ * parts_per_vote -
                     std::accumulate(votes_.begin(), votes_.end(), std::int64_t{0});
        out_.stages.push_back(std::move(stage));
        std::vector<std::uint32_t> reached; // rule 47
        for (std::uint32_t i = 0; i < cases_; ++i)
            if (continues(i) && votes_[i] >= out_.quota * parts_per_vote) reached.push_back(i);
        elect(std::move(reached));
    }

    // Most votes first.
    void elect(std::vector<std::uint32_t> cases)
    {
        Picked last;
        while (!cases.empty()) {
            auto most = cases;
            std::erase_if(most, [&](auto i) {
                return std::ranges::any_of(cases, [&](auto j) { return votes_[j] > votes_[i]; });
            });
            auto picked = pick(std::move(most), Extreme::highest);
            auto const next = picked.one;
            bool const level = std::ranges::find(last.level, next) != last.level.end();
            auto const place = static_cast<int>(out_.elected.size()) + 1;
            out_.places[next] = level ? out_.places[last.one] : place;
            std::erase(cases, next);
            state_[next] = State::elected;
            pending_[next] = votes_[next] > out_.quota * parts_per_vote ? 1 : 0;
            out_.elected.push_back(next);
            out_.stages.back().elected.push_back(next);
            out_.fates[next] = {CountFate::What::elected, out_.stages.size(), votes_[next]};
            last = std::move(picked);
        }
    }

    // Rule 52.
    void elect_the_rest()
    {
        std::vector<std::uint32_t> rest;
        for (std::uint32_t i = 0; i < cases_; ++i)
            if (continues(i)) rest.push_back(i);
        out_.stages.back().fills = !rest.empty();
        elect(std::move(rest));
    }

    // Among cases with equal votes, the one with fewer (or more) at the latest stage where they
    // differ; then by declared order. Rules 49 and 51.
    [[nodiscard]] Picked pick(std::vector<std::uint32_t> tied, Extreme which) const
    {
        for (auto stage = out_.stages.rbegin(); stage != out_.stages.rend() && tied.size() > 1;
             ++stage) {
            auto const& votes = stage->votes;
            auto const by = [&](auto i, auto j) { return votes[i] < votes[j]; };
            auto const best = which == Extreme::lowest ? std::ranges::min_element(tied, by)
                                                       : std::ranges::max_element(tied, by);
            auto const wanted = votes[*best];
            std::erase_if(tied, [&](auto i) { return votes[i] != wanted; });
        }
        auto const before = [&](auto i, auto j) { return table_.declared[i] < table_.declared[j]; };
        auto const one = which == Extreme::lowest ? std::ranges::max_element(tied, before)
                                                  : std::ranges::min_element(tied, before);
        return {*one, tied};
    }

    [[nodiscard]] std::optional<std::uint32_t> highest_surplus()
    {
        std::vector<std::uint32_t> tied;
        for (std::uint32_t i = 0; i < cases_; ++i) {
            if (pending_[i] == 0) continue;
            if (!tied.empty() && votes_[i] > votes_[tied.front()]) tied.clear();
            if (tied.empty() || votes_[i] == votes_[tied.front()]) tied.push_back(i);
        }
        if (tied.empty()) return std::nullopt;
        auto const picked = pick(std::move(tied), Extreme::highest);
        note(picked);
        return picked.one;
    }

    [[nodiscard]] std::uint32_t lowest()
    {
        std::vector<std::uint32_t> tied;
        for (std::uint32_t i = 0; i < cases_; ++i) {
            if (!continues(i)) continue;
            if (!tied.empty() && votes_[i] < votes_[tied.front()]) tied.clear();
            if (tied.empty() || votes_[i] == votes_[tied.front()]) tied.push_back(i);
        }
        auto const picked = pick(std::move(tied), Extreme::lowest);
        note(picked);
        return picked.one;
    }

    void note(Picked const& picked)
    {
        if (picked.level.size() > 1) out_.chosen_by_order.push_back(picked.level);
    }

    void transfer_surplus(std::uint32_t of)
    {
        auto const had = votes_[of], surplus = had - out_.quota * parts_per_vote;
        pending_[of] = 0;
        votes_[of] = out_.quota * parts_per_vote;
        for (auto parcel : std::exchange(parcels_[of], {})) {
            parcel.value = static_cast<std::int64_t>(Wide{surplus} * parcel.value / had);
            pass_on(parcel);
        }
        end_stage(CountStage::Kind::surplus, of);
    }

    void exclude(std::uint32_t of)
    {
        state_[of] = State::excluded;
        out_.excluded.push_back(of);
        out_.fates[of] = {CountFate::What::excluded, out_.stages.size() + 1, votes_[of]};
        // otherwise no further transfer is made, rule 52
        if (left() + out_.elected.size() > seats_) {
            votes_[of] = 0;
            for (auto const& parcel : std::exchange(parcels_[of], {})) pass_on(parcel);
        }
        end_stage(CountStage::Kind::exclusion, of);
    }

    // Among cases without votes the order of exclusion is irrelevant, unless one was elected.
    void drop_idle_choices()
    {
        std::erase_if(out_.chosen_by_order, [&](auto const& level) {
            auto const elected =
                std::ranges::count_if(level, [&](auto i) { return state_[i] == State::elected; });
            auto const voteless = std::ranges::all_of(level, [&](auto i) {
                return std::ranges::all_of(out_.stages,
                                           [&](auto const& stage) { return stage.votes[i] == 0; });
            });
            return voteless && (elected == 0 || elected == std::ssize(level));
        });
    }

    // Elected cases, then the continuing, then the excluded, last one first; cases excluded without
    // ever having a vote share a place.
    void find_places()
    {
        int place = static_cast<int>(out_.elected.size()) + 1;
        std::vector<std::uint32_t> rest;
        for (std::uint32_t i = 0; i < cases_; ++i)
            if (continues(i)) rest.push_back(i);
        std::ranges::stable_sort(rest, [&](auto i, auto j) { return votes_[i] > votes_[j]; });
        for (std::size_t at = 0; at < rest.size(); ++at) {
            bool const level = at > 0 && votes_[rest[at]] == votes_[rest[at - 1]];
            out_.places[rest[at]] =
                level ? out_.places[rest[at - 1]] : place + static_cast<int>(at);
        }
        place += static_cast<int>(rest.size());
        auto const voteless = [&](auto i) {
            return std::ranges::all_of(out_.stages,
                                       [&](auto const& stage) { return stage.votes[i] == 0; });
        };
        auto const& out = out_.excluded;
        for (auto at = out.size(); at-- > 0; ++place) {
            bool const level = at + 1 < out.size() && voteless(out[at]) && voteless(out[at + 1]);
            out_.places[out[at]] = level ? out_.places[out[at + 1]] : place;
        }
    }

    VoteTable const& table_;
    std::uint32_t cases_;
    std::size_t seats_;
    std::int64_t valid_ = 0; // ballots that rank a case
    std::vector<State> state_;
    std::vector<char> pending_; // surplus not yet transferred
    std::vector<std::int64_t> votes_;
    std::vector<std::vector<Parcel>> parcels_;
    TransferCount out_;
};

// The count repeated for other numbers of people per row.
class TransferRecount : public Recount {
public:
    explicit TransferRecount(Recounted const& of)
        : Recount(of.table, of.table.rows())
        , seats_(of.seats)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        cells[row] += times;
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        std::vector<int> ranks(table().cases.size(), 2);
        for (auto i : transfer_votes(table(), cells, seats_).elected) ranks[i] = 1;
        return ranks;
    }

    [[nodiscard]] double effort() const override
    {
        // Each stage may transfer every ballot.
        auto const n = static_cast<double>(table().cases.size());
        return n * (static_cast<double>(table().marks.size()) + n);
    }

private:
    int seats_;
};

TransferCount counted(Counting const& counting)
{
    return transfer_votes(counting.table, counting.table.copies, counting.rules.seats);
}

} // namespace

TransferCount transfer_votes(VoteTable const& table, std::span<std::int64_t const> people,
                             int seats)
{
    return Count(table, people, seats).run();
}

std::unique_ptr<Recount> recount_transfers(Recounted const& of)
{
    return std::make_unique<TransferRecount>(of);
}

std::vector<int> places_of_transfers(Counting const& counting) { return counted(counting).places; }

void show_transfers(Counting& counting)
{
    auto const& table = counting.table;
    auto& result = counting.result;
    std::vector<std::int64_t> doubled(table.cases.size());
    for (std::size_t r = 0; r < table.rows(); ++r)
        add_points(doubled, table.row(r), table.copies[r], Points::borda, table.blank);
    for (std::size_t i = 0; i < doubled.size(); ++i) result.cases[i].score = ratio(doubled[i], 2);
    Transfers out{table.cases, counting.rules.seats, counted(counting)};
    for (auto i : out.count.elected) {
        result.winners.push_back(table.cases[i]);
        result.cases[i].selected = true;
    }
    result.transfers = std::move(out);
}

} // namespace analysis
