#include "support/random_workshop.h"

#include "support/closing.h"

#include <algorithm>
#include <array>

namespace support {

using model::CaseId;

template <class R>
typename R::Key RandomWorkshop::some_key()
{
    auto const& rows = model::table<R>(session_.document());
    if (rows.empty() || below(20) == 0) return typename R::Key{999'999};
    return std::next(rows.begin(), static_cast<std::ptrdiff_t>(below(rows.size())))->first;
}

std::string RandomWorkshop::some_text()
{
    static constexpr std::array texts{
        "Tri du courrier", "Détection des fuites d’eau", "\"guillemets\"\n\tet fin", "🚲 vélo", "é",
        "A \\ B / C"};
    return texts.at(below(texts.size()));
}

base::Vec2 RandomWorkshop::some_place()
{
    return {static_cast<float>(below(4000)) * 0.37F - 300.F,
            static_cast<float>(below(3000)) * 0.91F};
}

edit::Command RandomWorkshop::some_case_command()
{
    switch (below(8)) {
    case 0:
    case 1: {
        edit::AddCases add;
        for (std::uint64_t i = 0; i <= below(3); ++i) {
            model::Case text;
            text.title = some_text();
            text.domain = some_text();
            add.cases.push_back({session_.mint<CaseId>(), text,
                                 below(3) == 0 ? std::optional<base::Vec2>{} : some_place()});
        }
        return add;
    }
    case 2: {
        model::Case text;
        text.title = some_text();
        text.notes = some_text();
        text.personal_data = model::Answer::yes;
        return edit::EditCase{some_key<model::Case>(), text};
    }
    case 3: return edit::RemoveCases{{some_key<model::Case>()}};
    case 4: return edit::MergeCases{some_key<model::Case>(), {some_key<model::Case>()}};
    case 5: return edit::SplitCases{{some_key<model::Merge>()}};
    default: return edit::MoveCards{{{some_key<model::Case>(), some_place()}}};
    }
}

model::Ballot RandomWorkshop::some_ballot(model::Round const& rules)
{
    if (rules.method != model::Method::estimate)
        return {{{rules.cases.front(), 1 + static_cast<int>(below(3))}}, 1};
    model::Ballot out;
    for (auto axis : rules.axes)
        if (below(3) != 0)
            out.estimates.push_back(
                {axis,
                 rules.cases.front(),
                 {static_cast<int>(below(1001)), static_cast<int>(below(1001))}});
    return out;
}

edit::Command RandomWorkshop::some_round_command()
{
    auto const round = some_key<model::Round>();
    switch (below(13)) {
    case 12: {
        edit::RaiseHands hands{round, static_cast<int>(below(20)), {}};
        if (auto const* rules = model::find<model::Round>(session_.document(), round))
            for (auto id : rules->cases) hands.hands.emplace_back(id, static_cast<int>(below(9)));
        return hands;
    }
    case 8: return edit::ReopenRound{round, 3500};
    case 9: return edit::SetReference{below(3) == 0 ? model::RoundId{} : round};
    case 10: return edit::SetHeadcount{static_cast<int>(below(30))};
    case 11: { // requests a number already in use
        auto moved = model::get<model::Round>(session_.document(), round);
        moved.number = 1 + static_cast<int>(below(6));
        return edit::PrepareRound{round, moved};
    }
    case 0: {
        model::Round fresh;
        fresh.question = some_text();
        if (below(3) == 0) fresh.method = model::Method::estimate;
        for (auto const& [id, one] : model::table<model::Case>(session_.document()))
            if (below(2) == 0) fresh.cases.push_back(id);
        return edit::PrepareRound{session_.mint<model::RoundId>(), fresh};
    }
    case 1: return edit::OpenRound{round, 1000};
    case 2: {
        edit::CloseRound close{round, {}, 2000};
        if (auto const* rules = model::find<model::Round>(session_.document(), round))
            for (std::uint64_t i = 0; i < below(4) && !rules->cases.empty(); ++i)
                close.ballots.push_back(some_ballot(*rules));
        return close;
    }
    case 3: return edit::RevealRound{round};
    case 4: return edit::DropRound{round};
    case 5: return edit::ProlongRound{round, 4000 + static_cast<std::int64_t>(below(9))};
    case 6: {
        edit::DecideTie decide{{round, 1}, {}};
        if (auto const* rules = model::find<model::Round>(session_.document(), round))
            if (below(4) != 0) decide.decision.order = rules->cases;
        return decide;
    }
    default: {
        edit::CountHands hands{round, {}, 3000};
        if (auto const* rules = model::find<model::Round>(session_.document(), round))
            for (auto id : rules->cases) hands.hands.emplace_back(id, static_cast<int>(below(20)));
        return hands;
    }
    }
}

edit::Command RandomWorkshop::some_placing_command()
{
    switch (below(12)) {
    case 10:
        return edit::SetBudget{{static_cast<std::int64_t>(below(9)) * 100, model::Rule::knapsack}};
    case 11:
        return edit::SetConvention{
            {static_cast<int>(below(2000)), static_cast<int>(below(1000)), below(9)},
            {{some_key<model::Axis>(), static_cast<int>(below(3000))}}};
    case 6: return edit::RetireAxis{some_key<model::Axis>()};
    case 7: return edit::RestoreAxis{some_key<model::Axis>()};
    case 8: return edit::WeighAxes{{{some_key<model::Axis>(), static_cast<int>(below(3000))}}};
    case 9: {
        edit::PlaceAll all;
        for (auto const& [id, axis] : model::table<model::Axis>(session_.document())) {
            model::Placement placed;
            placed.opportunity = static_cast<int>(below(1001));
            placed.severity = placed.likelihood = static_cast<int>(below(1001));
            all.where.push_back({{id, some_key<model::Case>()}, placed});
        }
        return all;
    }
    case 0: {
        model::Axis axis;
        axis.order = static_cast<int>(1 + below(8));
        axis.title = some_text();
        auto const id = below(2) == 0 ? session_.mint<model::AxisId>() : some_key<model::Axis>();
        return edit::SetAxis{id, axis};
    }
    case 1:
    case 2:
        return edit::Place{{some_key<model::Axis>(), some_key<model::Case>()},
                           {static_cast<int>(below(1001)), static_cast<int>(below(1001)),
                            model::PlacedBy::hand, model::Lock::open, some_text()}};
    case 3: return edit::Unplace{{some_key<model::Axis>(), some_key<model::Case>()}};
    default:
        return edit::Decide{{some_key<model::Case>(), model::Body::workshop},
                            {static_cast<model::Verdict>(below(5)), some_text(), "", "2027-03"}};
    }
}

edit::Command RandomWorkshop::some_board_command()
{
    switch (below(9)) {
    case 0: return edit::KeepApart{some_key<model::Case>(), some_key<model::Case>()};
    case 1:
        return edit::SetGathering{
            {static_cast<model::Writing>(below(2)), static_cast<model::Moderation>(below(2))}};
    case 2:
        return edit::TurnCards{{some_key<model::Case>()},
                               below(2) == 0 ? edit::TurnCards::Face::up
                                             : edit::TurnCards::Face::down};
    case 3:
    case 4:
        return edit::Propose{{{below(4) == 0 ? model::ProposalId{model::derived_ids + below(9)}
                                             : session_.mint<model::ProposalId>(),
                               {some_text(), some_text(), "", "", model::Origin::phone, 5},
                               session_.mint<model::CaseId>(),
                               some_place()}}};
    case 5:
        return edit::AcceptProposals{
            {{some_key<model::Proposal>(), session_.mint<model::CaseId>(), some_place()}}};
    case 6:
        return edit::MergeProposal{some_key<model::Proposal>(), session_.mint<model::CaseId>(),
                                   some_key<model::Case>()};
    case 7: return edit::RefuseProposals{{some_key<model::Proposal>()}};
    default: return some_annotation_command();
    }
}

edit::Command RandomWorkshop::some_annotation_command()
{
    switch (below(6)) {
    case 0: return edit::RemoveAnnotations{{some_key<model::Annotation>()}};
    case 1: return some_layout();
    case 2:
        return edit::Duplicate{
            {{some_key<model::Case>(), session_.mint<CaseId>(), some_place()}},
            {{some_key<model::Annotation>(), session_.mint<model::AnnotationId>()}},
            some_place()};
    case 3: return edit::RemoveCases{{some_key<model::Case>()}, {some_key<model::Annotation>()}};
    default: break;
    }
    model::Annotation mark;
    mark.kind = static_cast<model::AnnotationKind>(below(3));
    mark.text = some_text();
    mark.at = some_place();
    if (mark.kind == model::AnnotationKind::stroke) mark.points = {16, 0, 32, 8};
    if (mark.kind == model::AnnotationKind::link)
        mark.from = some_key<model::Case>(), mark.to = some_key<model::Case>();
    auto const id =
        below(2) == 0 ? session_.mint<model::AnnotationId>() : some_key<model::Annotation>();
    return edit::SetAnnotations{{{id, mark}}};
}

edit::Command RandomWorkshop::some_guard_command()
{
    auto const question = some_key<model::Question>();
    switch (below(9)) {
    case 0:
        return edit::AdoptQuestions{
            {{model::QuestionId{model::derived_ids + below(3)}, {1, some_text()}}}};
    case 1: return edit::SetQuestion{session_.mint<model::QuestionId>(), {0, some_text()}};
    case 2: return edit::SetQuestion{question, {0, some_text(), model::Subject::law}};
    case 3: return edit::RetireQuestion{question};
    case 4: return edit::RestoreQuestion{question};
    case 5: {
        edit::ArrangeQuestions arrange;
        for (auto const& [id, one] : model::table<model::Question>(session_.document()))
            if (one.state == model::QuestionState::active) arrange.order.push_back(id);
        std::ranges::reverse(arrange.order);
        return arrange;
    }
    default:
        return edit::AnswerQuestion{{some_key<model::Case>(), question},
                                    {static_cast<model::Reply>(below(4)), some_text(), "2027-03"}};
    }
}

edit::Command RandomWorkshop::some_layout()
{
    auto const at = some_place();
    edit::LayOut layout;
    layout.cards = {{some_key<model::Case>(), some_place()}};
    if (below(2) == 0)
        layout.frames = {{some_key<model::Group>(), {at, at + base::Vec2{300, 200}}}};
    if (below(2) == 0) layout.annotations = {{some_key<model::Annotation>(), some_place()}};
    layout.members = {
        {some_key<model::Case>(), below(2) == 0 ? some_key<model::Group>() : model::GroupId{}}};
    return layout;
}

edit::Command RandomWorkshop::some_command()
{
    switch (below(13)) {
    case 10:
    case 11: return some_board_command();
    case 12: return some_guard_command();
    case 0: return some_round_command();
    case 1: return edit::SetTitle{some_text()};
    case 2: return edit::SetPrompt{static_cast<model::Step>(below(5)), {some_text(), ""}};
    case 3: {
        auto const at = some_place();
        return edit::AddGroup{session_.mint<model::GroupId>(),
                              some_text(),
                              {at, at + base::Vec2{400, 300}},
                              {some_key<model::Case>()}};
    }
    case 4:
        return below(3) == 0 ? edit::Command{edit::RemoveGroup{some_key<model::Group>()}}
                             : edit::Command{edit::SetMembers{
                                   {some_key<model::Case>()}, some_key<model::Group>(), {}}};
    case 5:
    case 6: return some_placing_command();
    default: return some_case_command();
    }
}

void RandomWorkshop::step()
{
    who = {{1 + below(3)}, edit::Role::facilitator};
    switch (below(6)) {
    case 0:
        did = Did::undo;
        (void)session_.undo(who);
        break;
    case 1:
        did = Did::redo;
        (void)session_.redo(who);
        break;
    default:
        did = Did::command;
        auto const command = some_command();
        if (auto const* close = command.as<edit::CloseRound>())
            (void)close_round(session_, who, close->id, close->ballots);
        else
            (void)session_.submit(who, command);
    }
}

} // namespace support
