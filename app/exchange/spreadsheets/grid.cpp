#include "exchange/spreadsheets/grid.h"

#include "analysis/common/in_use.h"
#include "analysis/common/merged.h"
#include "analysis/common/single_answers.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "base/names.h"
#include "wording/votes/method_words.h"

#include <algorithm>
#include <map>

namespace exchange {
namespace {

using model::CaseId;

constexpr double per_point = 100.0; // levels are 0..1000, shown as 0..10

GridCell number(double value, int digits = 0) { return {{}, value, digits}; }
GridCell level(model::Level value) { return number(value / per_point, 2); }

// One result, by case.
struct Counted {
    model::Round round;
    analysis::Tally tally;
};

// Whether draws for the stability of results are made.
enum class Draws { none, all };

std::vector<Counted> results_of(model::Document const& doc, Draws draws)
{
    analysis::TallyOptions options;
    if (draws == Draws::none) options.resamples = 0;
    std::vector<Counted> out;
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        if (!analysis::shows_a_result(doc, id)) continue;
        if (auto result = analysis::tally(doc, id, options))
            out.push_back({round, std::move(*result)});
    }
    std::ranges::sort(out, {}, [](Counted const& one) { return one.round.number; });
    return out;
}

class Maker {
public:
    Maker(i18n::Catalogue const& words, model::Document const& doc, std::vector<CaseId> cases,
          Draws draws)
        : words_(words)
        , doc_(doc)
        , cases_(std::move(cases))
        , axes_(analysis::active_axes(doc))
        , results_(results_of(doc, draws))
        , ranking_(analysis::rank_cases(doc, options_of(draws)))
    {
    }

    [[nodiscard]] Grid cases() const
    {
        Grid grid{word("export.sheet.cases"), {}, {}};
        for (auto const* key :
             {"export.card", "export.title", "export.short_title", "export.need",
              "export.description", "export.domain", "export.proposer", "export.personal_data",
              "export.ai_act", "export.source", "export.cost", "export.notes", "export.group"})
            grid.header.push_back(word(key));
        for (auto axis : axes_)
            for (auto const* scale : {"export.axis.opportunity", "export.axis.risk"})
                grid.header.push_back(axis_name(axis, scale));
        for (auto const& one : results_)
            for (auto const* key : {"export.vote.score", "export.vote.rank"})
                grid.header.push_back(words_.text(key, one.round.number));
        for (auto const* key :
             {"export.order.rank", "export.order.low", "export.order.high", "export.order.index",
              "export.decision", "export.decision.reason", "export.decision.owner",
              "export.decision.review", "export.decision.committee"})
            grid.header.push_back(word(key));
        for (auto id : cases_) grid.rows.push_back(row_of(id));
        return grid;
    }

    [[nodiscard]] Grid votes() const
    {
        Grid grid{word("export.sheet.votes"), {}, {}};
        for (auto const* key : {"export.vote", "export.vote.question", "export.vote.method",
                                "export.card", "export.title", "export.score", "export.rank",
                                "export.low", "export.high", "export.supporters", "export.voters"})
            grid.header.push_back(word(key));
        for (auto const& [round, tally] : results_)
            for (auto const& one : tally.cases) {
                if (std::ranges::find(cases_, one.on) == cases_.end()) continue;
                auto const text = model::get<model::Case>(doc_, one.on);
                grid.rows.push_back(
                    {number(round.number),
                     {round.question},
                     {wording::way(words_, tally.way())},
                     number(text.number),
                     {text.title},
                     number(analysis::value(one.score), 3),
                     number(one.rank),
                     one.ranks ? number(one.ranks->low) : GridCell{},
                     one.ranks ? number(one.ranks->high) : GridCell{},
                     tally.totals_only ? GridCell{} : number(static_cast<double>(one.supporters)),
                     number(static_cast<double>(tally.voters))});
            }
        return grid;
    }

    [[nodiscard]] Grid places() const
    {
        Grid grid{word("export.sheet.places"), {}, {}};
        for (auto const* key : {"export.card", "export.title", "export.axis", "export.opportunity",
                                "export.risk", "export.settled", "export.reason"})
            grid.header.push_back(word(key));
        for (auto id : cases_)
            for (auto axis : axes_) {
                auto const* place = model::find<model::Placement>(doc_, {axis, id});
                if (!place) continue;
                auto const text = model::get<model::Case>(doc_, id);
                auto const by = "export.settled." + std::string(base::name_of(place->by));
                grid.rows.push_back({number(text.number),
                                     {text.title},
                                     {model::get<model::Axis>(doc_, axis).title},
                                     level(place->opportunity),
                                     level(place->risk),
                                     {words_.text(by)},
                                     {place->reason}});
            }
        return grid;
    }

    [[nodiscard]] Grid decisions() const
    {
        Grid grid{word("export.sheet.decisions"), {}, {}};
        for (auto const* key :
             {"export.card", "export.title", "export.decision.body", "export.decision",
              "export.reason", "export.owner", "export.review", "export.question"})
            grid.header.push_back(word(key));
        for (auto id : cases_)
            for (auto body : {model::Body::workshop, model::Body::committee}) {
                auto const* decision = model::find<model::Decision>(doc_, {id, body});
                if (!decision) continue;
                auto const text = model::get<model::Case>(doc_, id);
                grid.rows.push_back(
                    {number(text.number),
                     {text.title},
                     {words_.text("decide.body." + std::string(base::name_of(body)))},
                     {verdict(*decision)},
                     {decision->reason},
                     {decision->owner},
                     {decision->review},
                     {decision->question}});
            }
        return grid;
    }

private:
    static analysis::RankingOptions options_of(Draws draws)
    {
        analysis::RankingOptions options;
        if (draws == Draws::none) options.draws = 0;
        return options;
    }
    [[nodiscard]] std::string word(char const* key) const { return words_.text(key); }
    [[nodiscard]] std::string axis_name(model::AxisId id, char const* scale) const
    {
        auto const axis = model::get<model::Axis>(doc_, id);
        return words_.text(scale, axis.place, axis.title);
    }
    [[nodiscard]] std::string verdict(model::Decision const& decision) const
    {
        if (decision.verdict == model::Verdict::none) return {};
        return words_.text("verdict." + std::string(base::name_of(decision.verdict)));
    }

    [[nodiscard]] std::vector<GridCell> row_of(CaseId id) const
    {
        auto const text = model::get<model::Case>(doc_, id);
        auto const personal =
            text.personal_data == model::Answer::unknown
                ? std::string{}
                : words_.text("answer." + std::string(base::name_of(text.personal_data)));
        auto const ai_act = text.ai_act == model::AiAct::unknown
                                ? std::string{}
                                : words_.text("ai_act." + std::string(base::name_of(text.ai_act)));
        auto const* member = model::find<model::Membership>(doc_, id);
        std::vector<GridCell> row{
            number(text.number),
            {text.title},
            {text.short_title},
            {text.need},
            {text.description},
            {text.domain},
            {text.proposer},
            {personal},
            {ai_act},
            {text.source},
            {text.cost},
            {text.notes},
            {member ? model::get<model::Group>(doc_, member->group).title : std::string{}}};
        for (auto axis : axes_) {
            auto const* place = model::find<model::Placement>(doc_, {axis, id});
            row.push_back(place ? level(place->opportunity) : GridCell{});
            row.push_back(place ? level(place->risk) : GridCell{});
        }
        for (auto const& one : results_) {
            auto const* found = one.tally.find(id);
            row.push_back(found ? number(analysis::value(found->score), 3) : GridCell{});
            row.push_back(found ? number(found->rank) : GridCell{});
        }
        put_order(row, id);
        auto const* workshop = model::find<model::Decision>(doc_, {id, model::Body::workshop});
        auto const* committee = model::find<model::Decision>(doc_, {id, model::Body::committee});
        row.push_back({workshop ? verdict(*workshop) : std::string{}});
        row.push_back({workshop ? workshop->reason : std::string{}});
        row.push_back({workshop ? workshop->owner : std::string{}});
        row.push_back({workshop ? workshop->review : std::string{}});
        row.push_back({committee ? verdict(*committee) : std::string{}});
        return row;
    }
    void put_order(std::vector<GridCell>& row, CaseId id) const
    {
        auto const* ranked = ranking_.find(id);
        bool const placed = ranked && ranked->placed();
        row.push_back(placed ? number(ranked->rank) : GridCell{});
        bool const drawn = placed && ranking_.draws > 0;
        row.push_back(drawn ? number(ranked->rank_low) : GridCell{});
        row.push_back(drawn ? number(ranked->rank_high) : GridCell{});
        row.push_back(placed ? number(*ranked->index, 3) : GridCell{});
    }

    i18n::Catalogue const& words_;
    model::Document const& doc_;
    std::vector<CaseId> cases_;
    std::vector<model::AxisId> axes_;
    std::vector<Counted> results_;
    analysis::Ranking ranking_;
};

} // namespace

std::vector<Grid> grids_of(i18n::Catalogue const& words, model::Document const& doc, Aside aside)
{
    auto cases = analysis::visible_cases(doc);
    if (aside == Aside::left_out)
        std::erase_if(cases, [&](CaseId id) { return analysis::is_aside(doc, id); });
    Maker const maker(words, doc, std::move(cases), Draws::all);
    return {maker.cases(), maker.votes(), maker.places(), maker.decisions()};
}

Grid grid_of_cases(i18n::Catalogue const& words, model::Document const& doc,
                   std::vector<CaseId> const& cases)
{
    auto const all = Maker(words, doc, cases, Draws::none).cases();
    Grid out{all.name, {}, {}};
    out.rows.resize(all.rows.size());
    for (std::size_t i = 0; i < all.header.size(); ++i) {
        if (std::ranges::none_of(
                all.rows, [&](auto const& row) { return row[i].number || !row[i].text.empty(); }))
            continue;
        out.header.push_back(all.header[i]);
        for (std::size_t r = 0; r < all.rows.size(); ++r) out.rows[r].push_back(all.rows[r][i]);
    }
    return out;
}

std::vector<Grid> ballot_grids(i18n::Catalogue const& words, model::Document const& doc)
{
    auto const named = [&](char const* sheet, std::initializer_list<char const*> keys) {
        Grid grid{words.text(sheet), {}, {}};
        for (auto const* key : keys) grid.header.push_back(words.text(key));
        return grid;
    };
    auto const round_number = [&](model::RoundId id) {
        return number(model::get<model::Round>(doc, id).number);
    };
    auto ballots = named("export.sheet.ballots", {"export.vote", "export.ballot", "export.copies",
                                                  "export.card", "export.title", "export.value"});
    analysis::SingleAnswers const single(doc);
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc)) {
        if (!single.told(key)) continue;
        for (auto const& mark : ballot.marks) {
            auto const one = model::get<model::Case>(doc, mark.on);
            ballots.rows.push_back({round_number(key.round),
                                    number(key.number),
                                    number(ballot.copies),
                                    number(one.number),
                                    {one.title},
                                    number(mark.value)});
        }
    }
    auto estimates = named("export.sheet.estimates",
                           {"export.round", "export.ballot", "export.axis", "export.card",
                            "export.title", "export.opportunity", "export.risk"});
    auto const said = [](model::Level value) { return value < 0 ? GridCell{} : level(value); };
    for (auto const& [key, one] : model::table<model::Estimate>(doc)) {
        if (!single.told(key)) continue;
        auto const on = model::get<model::Case>(doc, key.on);
        estimates.rows.push_back({round_number(key.round),
                                  number(key.voter),
                                  {model::get<model::Axis>(doc, key.axis).title},
                                  number(on.number),
                                  {on.title},
                                  said(one.opportunity),
                                  said(one.risk)});
    }
    return {std::move(ballots), std::move(estimates)};
}

} // namespace exchange
