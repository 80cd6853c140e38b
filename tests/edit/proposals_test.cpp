#include "edit/command.h"

#include <doctest/doctest.h>

// Proposals, and face-down cards.
namespace {

using model::CaseId;
using model::ProposalId;

struct Proposed {
    model::Document doc;

    std::string refused(edit::Command const& command) const
    {
        auto const planned = edit::plan(doc, command);
        return planned ? std::string{} : planned.error().where;
    }
    model::Changes ask(edit::Command const& command)
    {
        auto const planned = edit::plan(doc, command);
        REQUIRE(planned);
        REQUIRE(model::apply(doc, *planned));
        return *planned;
    }
    void take_back(model::Changes const& changes)
    {
        REQUIRE(model::apply(doc, model::rebase(doc, model::inverse(changes))));
    }
    void add(CaseId id, std::string title, model::Origin origin = model::Origin::typed)
    {
        model::Case text;
        text.title = std::move(title);
        text.origin = origin;
        ask(edit::AddCases{{{id, text, {}}}});
    }
    [[nodiscard]] std::size_t waiting() const { return model::table<model::Proposal>(doc).size(); }
    [[nodiscard]] std::size_t cases() const { return model::table<model::Case>(doc).size(); }
    [[nodiscard]] bool hidden(CaseId id) const
    {
        return model::find<model::FaceDown>(doc, id) != nullptr;
    }
};

edit::Propose::One idea(std::uint64_t id, std::string title, std::uint64_t as)
{
    edit::Propose::One one{{id}, {}, {as}};
    one.proposal.title = std::move(title);
    one.proposal.description = "parce que";
    one.proposal.domain = "Usagers";
    one.proposal.from = "Téléphone 14";
    one.proposal.origin = model::Origin::phone;
    return one;
}

constexpr model::Gathering unmoderated{model::Writing::open, model::Moderation::off};
constexpr model::Gathering privately{model::Writing::hidden, model::Moderation::on};

} // namespace

TEST_CASE("a proposal waits until it is accepted, and keeps all its fields")
{
    Proposed board;
    board.ask(edit::Propose{{idea(50, "Tri du courrier", 60), idea(51, "Fuites", 61)}});
    CHECK(board.waiting() == 2);
    CHECK(board.cases() == 0);
    board.ask(edit::AcceptProposals{{{{51}, {70}, base::Vec2{10, 20}}}});
    CHECK(board.waiting() == 1);
    auto const one = model::get<model::Case>(board.doc, CaseId{70});
    CHECK(one.title == "Fuites");
    CHECK(one.description == "parce que");
    CHECK(one.domain == "Usagers");
    CHECK(one.proposer == "Téléphone 14");
    CHECK(one.origin == model::Origin::phone);
    CHECK(one.number == 1);
    CHECK(model::get<model::CardPlace>(board.doc, CaseId{70}).at == base::Vec2{10, 20});
}

TEST_CASE("a proposal received before is ignored, accepted or not")
{
    Proposed board;
    auto const three = edit::Propose{
        {idea(50, "Acceptée", 60), idea(51, "Refusée", 61), idea(52, "En attente", 62)}};
    board.ask(three);
    board.ask(edit::AcceptProposals{{{{50}, {70}, {}}}});
    board.ask(edit::RefuseProposals{{{51}}});
    CHECK(edit::plan(board.doc, three)->empty());
    board.ask(edit::Propose{{idea(51, "Refusée", 61), idea(53, "Neuve", 63)}});
    CHECK(board.waiting() == 2);
    CHECK(board.cases() == 1);
}

TEST_CASE("the same proposal twice in one go is one")
{
    Proposed board;
    board.ask(edit::Propose{{idea(50, "Tri", 60), idea(50, "Tri", 61)}});
    CHECK(board.waiting() == 1);
}

TEST_CASE("with moderation off a proposal becomes a card at the given place")
{
    Proposed board;
    board.ask(edit::SetGathering{unmoderated});
    auto one = idea(50, "Tri", 60);
    one.at = base::Vec2{300, 40};
    board.ask(edit::Propose{{one}});
    CHECK(board.waiting() == 0);
    CHECK(model::get<model::Case>(board.doc, CaseId{60}).title == "Tri");
    CHECK(model::get<model::CardPlace>(board.doc, CaseId{60}).at == base::Vec2{300, 40});
    CHECK(edit::plan(board.doc, edit::Propose{{one}})->empty());
}

TEST_CASE("turning moderation off does not accept waiting proposals")
{
    Proposed board;
    board.ask(edit::Propose{{idea(50, "Tri", 60)}});
    board.ask(edit::SetGathering{unmoderated});
    CHECK(board.waiting() == 1);
}

TEST_CASE("merging a proposal makes a case merged into the other, and undo restores it")
{
    Proposed board;
    board.add({1}, "Tri du courrier");
    board.ask(edit::Propose{{idea(50, "Trier les courriels", 60)}});
    auto const merge = board.ask(edit::MergeProposal{{50}, {60}, {1}});
    CHECK(board.waiting() == 0);
    CHECK(model::get<model::Merge>(board.doc, CaseId{60}).into == CaseId{1});
    CHECK(model::get<model::Case>(board.doc, CaseId{60}).title == "Trier les courriels");
    board.take_back(merge);
    CHECK(board.waiting() == 1);
    CHECK(board.cases() == 1);
    CHECK(model::table<model::Merge>(board.doc).empty());
}

TEST_CASE("taking back an acceptance or a refusal puts the proposal back in the inbox")
{
    Proposed board;
    board.ask(edit::Propose{{idea(50, "Tri", 60), idea(51, "Fuites", 61)}});
    auto const accepted = board.ask(edit::AcceptProposals{{{{50}, {60}, {}}, {{51}, {61}, {}}}});
    CHECK(board.waiting() == 0);
    board.take_back(accepted);
    CHECK(board.waiting() == 2);
    CHECK(board.cases() == 0);
    auto const refused = board.ask(edit::RefuseProposals{{{50}}});
    CHECK(board.waiting() == 1);
    board.take_back(refused);
    CHECK(model::get<model::Proposal>(board.doc, ProposalId{50}).title == "Tri");
}

TEST_CASE("an invalid proposal, acceptance or merge is refused with its reason")
{
    Proposed board;
    board.add({1}, "A");
    board.add({2}, "B");
    board.ask(edit::MergeCases{{1}, {{2}}});
    board.ask(edit::Propose{{idea(50, "Tri", 60)}});
    CHECK(board.refused(edit::Propose{{idea(0, "Tri", 60)}}) == "proposal.id");
    CHECK(board.refused(edit::Propose{{idea(51, "", 60)}}) == "case.title");
    CHECK(board.refused(edit::Propose{{idea(51, std::string(70'000, 'x'), 60)}}) == "case.length");
    CHECK(board.refused(edit::AcceptProposals{}) == "cases.none");
    CHECK(board.refused(edit::AcceptProposals{{{{99}, {60}, {}}}}) == "proposal");
    CHECK(board.refused(edit::AcceptProposals{{{{50}, {60}, {}}, {{50}, {61}, {}}}}) == "proposal");
    CHECK(board.refused(edit::AcceptProposals{{{{50}, {1}, {}}}}) == "case.id");
    CHECK(board.refused(edit::RefuseProposals{{{99}}}) == "proposal");
    CHECK(board.refused(edit::MergeProposal{{50}, {60}, {99}}) == "case");
    CHECK(board.refused(edit::MergeProposal{{50}, {60}, {}}) == "case");
    CHECK(board.refused(edit::MergeProposal{{50}, {60}, {2}}) == "merge.absorbed");
    CHECK(board.waiting() == 1);
}

TEST_CASE("a card typed into another is one entry: its text and its merge")
{
    Proposed board;
    board.add({1}, "Courriers en français facile");
    model::Case text;
    text.title = "Simplification des courriers";
    auto const typed = board.ask(edit::AddCases{{{{2}, text, {}, {1}}}});
    CHECK(model::get<model::Merge>(board.doc, CaseId{2}).into == CaseId{1});
    CHECK(model::get<model::Case>(board.doc, CaseId{2}).number == 2);
    CHECK(board.refused(edit::AddCases{{{{3}, text, {}, {2}}}}) == "merge.absorbed");
    CHECK(board.refused(edit::AddCases{{{{3}, text, {}, {9}}}}) == "case");
    board.take_back(typed);
    CHECK(board.cases() == 1);
    CHECK(model::table<model::Merge>(board.doc).empty());
}

TEST_CASE("with private writing on, new cards are hidden")
{
    Proposed board;
    board.add({1}, "Avant");
    board.ask(edit::SetGathering{privately});
    board.add({2}, "Saisie");
    board.add({3}, "Importée", model::Origin::imported);
    board.ask(edit::Propose{{idea(50, "Reçue", 60)}});
    board.ask(edit::AcceptProposals{{{{50}, {4}, {}}}});
    CHECK_FALSE(board.hidden({1}));
    CHECK(board.hidden({2}));
    CHECK_FALSE(board.hidden({3})); // its preview was just read out
    CHECK(board.hidden({4}));
    board.ask(edit::SetGathering{{model::Writing::open, model::Moderation::off}});
    CHECK(board.hidden({2})); // until it is turned over
    board.ask(edit::Propose{{idea(51, "Directe", 5)}});
    CHECK_FALSE(board.hidden({5}));
}

TEST_CASE("cards are turned over one or all at once; no entry without a change")
{
    Proposed board;
    board.ask(edit::SetGathering{privately});
    for (std::uint64_t id : {1U, 2U, 3U}) board.add({id}, "Carte");
    board.ask(edit::TurnCards{{{2}}, edit::TurnCards::Face::up});
    CHECK_FALSE(board.hidden({2}));
    CHECK(edit::plan(board.doc, edit::TurnCards{{{2}}, edit::TurnCards::Face::up})->empty());
    auto const all = board.ask(edit::TurnCards{{{1}, {3}}, edit::TurnCards::Face::up});
    CHECK(model::table<model::FaceDown>(board.doc).empty());
    board.take_back(all);
    CHECK(board.hidden({1}));
    CHECK(board.refused(edit::TurnCards{{{9}}, edit::TurnCards::Face::up}) == "case");
    CHECK(board.refused(edit::TurnCards{{{1}, {1}}, edit::TurnCards::Face::up}) == "case.twice");
    board.ask(edit::RemoveCases{{{1}}}); // a card removed while it lies face down leaves nothing
    CHECK_FALSE(board.hidden({1}));
}
