#include "ballots/ballot_in_hand.h"

#include "analysis/common/cost.h"
#include "analysis/counting/duels.h"
#include "model/voting_method.h"

#include <algorithm>

namespace ballots {
namespace {

using model::CaseId;
using model::Method;
using model::Round;

using model::BallotType;
using model::Spends;
using model::VotingMethod;

VotingMethod const& method_of(Round const& round) { return model::voting_method(round.method); }

std::int64_t spent_elsewhere(Round const& round, BallotInHand const& ballot, CaseId on)
{
    std::int64_t sum = 0;
    for (auto const& [id, value] : ballot.given)
        if (id != on) sum += model::spent(round, value);
    return sum;
}

int chosen_elsewhere(BallotInHand const& ballot, CaseId on)
{
    return static_cast<int>(ballot.given.size()) - (ballot.given.contains(on) ? 1 : 0);
}

bool room_for_one(Round const& round, BallotInHand const& ballot, CaseId on)
{
    auto const most = model::most_chosen(round);
    return most == 0 || chosen_elsewhere(ballot, on) < most;
}

// Why `value` is above the maximum or below the minimum.
Refusal why_not(Round const& round, BallotInHand const& ballot, CaseId on, int value)
{
    if (auto const it = ballot.beyond.find(on); it != ballot.beyond.end()) return it->second;
    auto const& method = method_of(round);
    if (method.has(VotingMethod::against) && value < 0 && least_for(round, ballot, on) == 0)
        return Refusal::against;
    if (method.has(VotingMethod::cap) && round.cap > 0 && value > round.cap) return Refusal::cap;
    if (method.ballot == BallotType::approvals) return Refusal::choices;
    if (method.zero_answers()) return Refusal::cap;
    return value < 0 ? Refusal::none : Refusal::budget;
}

std::size_t place_in(Round const& round, CaseId on)
{
    return static_cast<std::size_t>(std::ranges::find(round.cases, on) - round.cases.begin());
}

// Renumbers places from 1 without gaps.
void close_gaps(BallotInHand& ballot)
{
    std::set<int> used;
    for (auto const& [id, place] : ballot.given) used.insert(place);
    for (auto& [id, place] : ballot.given)
        place = 1 + static_cast<int>(std::distance(used.begin(), used.find(place)));
}

int alone_at(BallotInHand const& ballot, int place)
{
    return static_cast<int>(
        std::ranges::count_if(ballot.given, [&](auto const& one) { return one.second == place; }));
}

std::vector<Duel> duels_of(Round const& round, std::string const& token, std::size_t turn)
{
    std::vector<Duel> out;
    auto const pairs =
        analysis::pairs_to_ask(static_cast<int>(round.cases.size()),
                               static_cast<std::int64_t>(turn), analysis::pairs_per_person);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        Duel duel{round.cases[static_cast<std::size_t>(pairs[i].first)],
                  round.cases[static_cast<std::size_t>(pairs[i].second)]};
        // Random left and right, so that position gives no advantage.
        auto const sign = token.empty() ? 'A' : token[i % token.size()];
        if ((static_cast<unsigned>(sign) + turn + i) % 2 == 1) std::swap(duel.left, duel.right);
        out.push_back(duel);
    }
    return out;
}

std::map<CaseId, Refusal> out_of_reach(model::Document const& doc, Round const& round)
{
    std::map<CaseId, Refusal> out;
    if (!method_of(round).has(VotingMethod::money)) return out;
    for (auto id : round.cases) {
        auto const cost = analysis::read_cost(model::get<model::Case>(doc, id).cost);
        if (!cost)
            out[id] = Refusal::no_cost;
        else if (round.money > 0 && cost->hundredths > round.money)
            out[id] = Refusal::too_dear;
    }
    return out;
}

constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr std::size_t ticket_signs = 8;
constexpr int bits_a_sign = 5;

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : 0;
}

} // namespace

std::size_t drawn_turn(std::string_view digits)
{
    std::size_t turn = 0;
    for (auto const digit : digits.substr(0, 8))
        turn = turn << 4U | static_cast<unsigned>(hex_value(digit));
    return turn;
}

bool in_two_pages(Round const& round)
{
    return method_of(round).has(VotingMethod::two_pages) && most_choices(round) > 0;
}

int most_choices(Round const& round)
{
    return round.choices < static_cast<int>(round.cases.size()) ? round.choices : 0;
}

bool zero_is_said(Method method) { return model::voting_method(method).zero_answers(); }

BallotInHand blank_ballot(model::Document const& doc, Round const& round, std::string token,
                          std::size_t turn)
{
    BallotInHand out;
    out.token = std::move(token);
    out.beyond = out_of_reach(doc, round);
    if (method_of(round).ballot == BallotType::pairs) out.duels = duels_of(round, out.token, turn);
    if (in_two_pages(round))
        out.page = BallotInHand::Page::choose;
    else if (method_of(round).has(VotingMethod::two_pages))
        out.chosen.insert(round.cases.begin(), round.cases.end());
    return out;
}

std::optional<int> value_of(BallotInHand const& ballot, CaseId on)
{
    auto const it = ballot.given.find(on);
    return it == ballot.given.end() ? std::nullopt : std::optional(it->second);
}

int most_for(Round const& round, BallotInHand const& ballot, CaseId on)
{
    if (ballot.beyond.contains(on)) return 0;
    auto const& method = method_of(round);
    auto const range = model::mark_range(round);
    switch (method.ballot) {
    case BallotType::approvals: return room_for_one(round, ballot, on) ? 1 : 0;
    case BallotType::scores:
    case BallotType::grades: return range.most;
    case BallotType::orders:
    case BallotType::pairs: return 0;
    case BallotType::points: break;
    }
    if (method.has(VotingMethod::two_pages) && !ballot.chosen.contains(on)) return 0;
    auto const left = std::max<std::int64_t>(0, round.budget - spent_elsewhere(round, ballot, on));
    auto const most = method.spends == Spends::squares ? model::root(left) : static_cast<int>(left);
    return std::min(most, range.most);
}

int least_for(Round const& round, BallotInHand const& ballot, CaseId on)
{
    return model::mark_range(round).least < 0 ? -most_for(round, ballot, on) : 0;
}

Refusal give(Round const& round, BallotInHand& ballot, CaseId on, int value)
{
    ballot.refused = Refusal::none;
    if (place_in(round, on) == round.cases.size()) return Refusal::none;
    auto const may = std::clamp(value, least_for(round, ballot, on), most_for(round, ballot, on));
    if (may != value) ballot.refused = why_not(round, ballot, on, value);
    if (may != 0 || zero_is_said(round.method))
        ballot.given[on] = may;
    else
        ballot.given.erase(on);
    return ballot.refused;
}

void take_back(BallotInHand& ballot, CaseId on)
{
    ballot.refused = Refusal::none;
    ballot.given.erase(on);
}

Refusal choose(Round const& round, BallotInHand& ballot, CaseId on)
{
    ballot.refused = Refusal::none;
    if (ballot.chosen.erase(on) > 0) {
        ballot.given.erase(on);
        return Refusal::none;
    }
    bool const full = round.choices > 0 && static_cast<int>(ballot.chosen.size()) >= round.choices;
    if (full)
        ballot.refused = Refusal::choices;
    else if (place_in(round, on) < round.cases.size())
        ballot.chosen.insert(on);
    return ballot.refused;
}

std::vector<CaseId> shown_cases(Round const& round, BallotInHand const& ballot)
{
    if (!method_of(round).has(VotingMethod::two_pages) || ballot.page == BallotInHand::Page::choose)
        return round.cases;
    std::vector<CaseId> out;
    for (auto id : round.cases)
        if (ballot.chosen.contains(id)) out.push_back(id);
    return out;
}

Refusal rank_last(Round const& round, BallotInHand& ballot, CaseId on)
{
    ballot.refused = Refusal::none;
    if (ballot.given.erase(on) > 0) {
        close_gaps(ballot);
        return Refusal::none;
    }
    int last = 0;
    for (auto const& [id, place] : ballot.given) last = std::max(last, place);
    return rank_at(round, ballot, on, last + 1, Beside::before);
}

Refusal rank_at(Round const& round, BallotInHand& ballot, CaseId on, int place, Beside beside)
{
    ballot.refused = Refusal::none;
    if (place_in(round, on) == round.cases.size()) return Refusal::none;
    if (!ballot.given.contains(on) && !room_for_one(round, ballot, on))
        return ballot.refused = Refusal::choices;
    auto const before = value_of(ballot, on);
    if (before && alone_at(ballot, *before) == 1 && *before < place)
        --place; // removing it leaves a gap
    ballot.given.erase(on);
    close_gaps(ballot);
    int last = 0;
    for (auto const& [id, at] : ballot.given) last = std::max(last, at);
    place = std::clamp(place, 1, last + 1);
    if (beside == Beside::before)
        for (auto& [id, at] : ballot.given)
            if (at >= place) ++at;
    ballot.given[on] = place;
    close_gaps(ballot);
    return Refusal::none;
}

void move_by(BallotInHand& ballot, CaseId on, int places)
{
    ballot.refused = Refusal::none;
    auto const at = value_of(ballot, on);
    if (!at || places == 0) return;
    if (alone_at(ballot, *at) > 1) { // leaves the tie: just before or after it
        for (auto& [id, place] : ballot.given)
            if (id != on && (places < 0 ? place >= *at : place > *at)) ++place;
        if (places > 0) ballot.given[on] = *at + 1;
        close_gaps(ballot);
        return;
    }
    auto const to = *at + (places < 0 ? -1 : 1);
    for (auto& [id, place] : ballot.given)
        if (id != on && place == to) place = *at; // exchanges places with all that are tied there
    ballot.given[on] = to;
    close_gaps(ballot);
}

void tie_above(BallotInHand& ballot, CaseId on)
{
    ballot.refused = Refusal::none;
    auto const at = value_of(ballot, on);
    if (!at || *at == 1) return;
    ballot.given[on] = *at - 1;
    close_gaps(ballot);
}

std::vector<std::vector<CaseId>> places_of(Round const& round, BallotInHand const& ballot)
{
    std::vector<std::vector<CaseId>> out;
    for (auto id : round.cases)
        if (auto const place = value_of(ballot, id)) {
            auto const at = static_cast<std::size_t>(*place);
            if (out.size() < at) out.resize(at);
            out[at - 1].push_back(id);
        }
    return out;
}

void answer_duel(BallotInHand& ballot, Duel::Said said)
{
    if (ballot.duel >= ballot.duels.size()) return;
    ballot.duels[ballot.duel].said = said;
    ++ballot.duel;
}

Spending spending_of(Round const& round, BallotInHand const& ballot)
{
    auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    auto const& method = method_of(round);
    if (method.has(VotingMethod::two_pages) && ballot.page == BallotInHand::Page::choose)
        return {count(ballot.chosen.size()), round.choices};
    if (method.spends != Spends::nothing)
        return {spent_elsewhere(round, ballot, CaseId{}), round.budget};
    switch (method.ballot) {
    case BallotType::approvals:
    case BallotType::orders: return {count(ballot.given.size()), most_choices(round)};
    case BallotType::scores:
    case BallotType::grades: return {count(ballot.given.size()), count(round.cases.size())};
    case BallotType::pairs:
        return {count(std::min(ballot.duel, ballot.duels.size())), count(ballot.duels.size())};
    case BallotType::points: break;
    }
    return {};
}

model::Ballot ballot_of(Round const& round, BallotInHand const& ballot)
{
    model::Ballot out;
    if (method_of(round).ballot == BallotType::pairs) {
        for (auto const& duel : ballot.duels) {
            if (duel.said == Duel::Said::nothing) continue;
            bool const left = duel.said == Duel::Said::left;
            auto const loser = place_in(round, left ? duel.right : duel.left);
            out.marks.push_back({left ? duel.left : duel.right, static_cast<int>(loser) + 1});
        }
        return out;
    }
    for (auto id : round.cases)
        if (auto const value = value_of(ballot, id)) out.marks.push_back({id, *value});
    return out;
}

std::string short_token(std::string const& minted)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(minted.size(), 10); ++i)
        bits = bits << 4U | static_cast<unsigned>(hex_value(minted[i]));
    std::string out;
    for (std::size_t i = 0; i < ticket_signs; ++i, bits >>= static_cast<unsigned>(bits_a_sign))
        out.push_back(signs[bits & 31U]);
    return out;
}

std::string ticket_of(std::string const& token)
{
    auto const half = std::min(token.size(), ticket_signs / 2);
    std::string out = token.substr(0, half);
    out.push_back(' ');
    out.append(token, half);
    return out;
}

std::string typed_ticket(std::string const& typed)
{
    std::string out;
    for (char sign : typed) {
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
        if (sign == 'O') sign = '0';
        if (sign == 'I' || sign == 'L') sign = '1';
        if (signs.find(sign) != std::string_view::npos) out.push_back(sign);
    }
    return out;
}

} // namespace ballots
