#include "exchange/elections/election.h"
#include "i18n/errors.h"
#include "model/voting_method.h"

#include <nlohmann/json.hpp>

#include <array>
#include <ostream>

// Describes an imported election on the command line.
namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array format_names{"pabulib", "preflib", "blt", "abif"};

// The rules of the round that its method uses.
Json round_json(model::Round const& round)
{
    using model::VotingMethod;
    auto const& method = model::voting_method(round.method);
    Json out{{"question", round.question},
             {"method", base::name_of(round.method)},
             {"choices", round.choices}};
    if (method.spends != model::Spends::nothing) out["budget"] = round.budget;
    if (method.has(VotingMethod::cap)) out["cap"] = round.cap;
    if (method.zero_answers()) out["grades"] = round.grades;
    if (!round.labels.empty()) out["labels"] = round.labels;
    if (method.has(VotingMethod::seats)) out["seats"] = round.seats;
    if (round.money > 0) out["money"] = static_cast<double>(round.money) / 100;
    return out;
}

} // namespace

std::vector<std::string> election_lines(i18n::Catalogue const& words, ElectionPlan const& plan,
                                        ElectionTaken taken)
{
    auto const& round = plan.command.round;
    auto const cases = static_cast<std::int64_t>(plan.command.cases.size());
    auto const* said = taken == ElectionTaken::done ? "import.taken" : "import.would_take";
    std::vector<std::string> lines{
        words.plural(said, cases) + " (" + plan.encoding + ")",
        words.text("import.election", round.question,
                   words.text("method." + std::string(base::name_of(round.method))),
                   words.plural("vote.line.ballots", plan.voters),
                   words.number(static_cast<std::int64_t>(plan.command.ballots.size())))};
    for (auto const& note : plan.notes) lines.push_back(i18n::sentence(words, note));
    return lines;
}

void print_election(i18n::Catalogue const& words, ElectionPlan const& plan, ElectionTaken taken,
                    std::ostream& out)
{
    for (auto const& line : election_lines(words, plan, taken)) out << line << '\n';
}

std::string election_json(i18n::Catalogue const& words, ElectionPlan const& plan,
                          std::string const& source, ElectionTaken taken)
{
    auto const& command = plan.command;
    Json out{{"source", source},
             {"format", format_names.at(static_cast<std::size_t>(plan.format))},
             {"encoding", plan.encoding},
             {"done", taken == ElectionTaken::done},
             {"round", round_json(command.round)},
             {"voters", plan.voters},
             {"blank", plan.blanks},
             {"different_ballots", command.ballots.size()}};
    auto& cases = out["cases"] = Json::array();
    for (auto const& [id, text, at, into] : command.cases)
        cases.push_back({{"title", text.title},
                         {"description", text.description},
                         {"domain", text.domain},
                         {"proposer", text.proposer},
                         {"cost", text.cost},
                         {"source", text.source}});
    auto& notes = out["notes"] = Json::array();
    for (auto const& note : plan.notes)
        notes.push_back({{"about", note.where}, {"said", i18n::sentence(words, note)}});
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace exchange
