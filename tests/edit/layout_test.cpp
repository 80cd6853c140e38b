#include "edit/command.h"

#include <doctest/doctest.h>

namespace {

using model::AnnotationId;
using model::CaseId;
using model::GroupId;

struct Board {
    model::Document doc;
    void does(edit::Command const& command)
    {
        auto const planned = edit::plan(doc, command);
        REQUIRE(planned);
        REQUIRE(model::apply(doc, *planned));
    }
    [[nodiscard]] std::string refusal(edit::Command const& command) const
    {
        auto const planned = edit::plan(doc, command);
        return planned ? std::string{} : planned.error().where;
    }
    Board()
    {
        edit::AddCases add;
        for (std::uint64_t n = 1; n <= 3; ++n) {
            model::Case text;
            text.title = "Cas " + std::to_string(n);
            add.cases.push_back({{n}, text, base::Vec2{static_cast<float>(n) * 300, 0}});
        }
        does(add);
        does(edit::AddGroup{{7}, "Cadre", {{0, 400}, {600, 700}}, {{3}}});
        model::Annotation note, link;
        note.text = "Attention";
        note.at = {10, 20};
        link.kind = model::AnnotationKind::link;
        link.from = {1}, link.to = {2};
        does(edit::SetAnnotations{{{{11}, note}, {{12}, link}}});
    }
};

} // namespace

TEST_CASE("cards, frames and annotations move together, and one undo restores all")
{
    Board b;
    auto const before = b.doc;
    edit::LayOut layout;
    layout.cards = {{{1}, {5, 6}}};
    layout.frames = {{{7}, {{0, 500}, {600, 800}}}};
    layout.annotations = {{{11}, {30, 40.03F}}};
    layout.members = {{{1}, {7}}, {{3}, {}}};
    auto const planned = edit::plan(b.doc, layout);
    REQUIRE(planned);
    REQUIRE(model::apply(b.doc, *planned));
    CHECK(model::get<model::CardPlace>(b.doc, CaseId{1}).at == base::Vec2{5, 6});
    CHECK(model::get<model::GroupFrame>(b.doc, GroupId{7}).area.min.y == 500);
    CHECK(model::get<model::Annotation>(b.doc, AnnotationId{11}).at == base::Vec2{30, 40});
    CHECK(model::get<model::Annotation>(b.doc, AnnotationId{11}).text == "Attention");
    CHECK(model::get<model::Membership>(b.doc, CaseId{1}).group == GroupId{7});
    CHECK_FALSE(model::find<model::Membership>(b.doc, CaseId{3}));
    REQUIRE(model::apply(b.doc, model::inverse(*planned)));
    CHECK(b.doc == before);
}

TEST_CASE("layout refuses missing things and duplicates")
{
    Board const b;
    edit::LayOut twice, lost, nowhere;
    twice.annotations = {{{11}, {0, 0}}, {{11}, {1, 1}}};
    lost.frames = {{{8}, {{0, 0}, {9, 9}}}};
    nowhere.members = {{{1}, {8}}};
    CHECK(b.refusal(twice) == "annotation.id");
    CHECK(b.refusal(lost) == "group");
    CHECK(b.refusal(nowhere) == "group");
}

TEST_CASE("copies have new numbers, stay in their frame, and keep the links among them")
{
    Board b;
    b.does(edit::TurnCards{{{3}}, edit::TurnCards::Face::down});
    b.does(edit::Duplicate{{{{1}, {21}, {1, 1}}, {{2}, {22}, {2, 2}}, {{3}, {23}, {3, 3}}},
                           {{{11}, {31}}, {{12}, {32}}},
                           {28, 28}});
    auto const copy = model::get<model::Case>(b.doc, CaseId{23});
    CHECK(copy.title == "Cas 3");
    CHECK(copy.number == 6);
    CHECK(model::get<model::Membership>(b.doc, CaseId{23}).group == GroupId{7});
    CHECK(model::find<model::FaceDown>(b.doc, CaseId{23})); // a copy is face down too
    CHECK(model::get<model::Annotation>(b.doc, AnnotationId{31}).at == base::Vec2{38, 48});
    CHECK(model::get<model::Annotation>(b.doc, AnnotationId{32}).from == CaseId{21});
    CHECK(b.refusal(edit::Duplicate{{{{1}, {41}, {}}}, {{{12}, {42}}}, {}}) == "annotation.link");
    CHECK(b.refusal(edit::Duplicate{{{{1}, {2}, {}}}, {}, {}}) == "case.id");
}

TEST_CASE("cards and annotations are removed in one entry, with the links of the cards")
{
    Board b;
    b.does(edit::RemoveCases{{{1}}, {{11}}});
    CHECK(model::table<model::Annotation>(b.doc).empty());
    CHECK(b.refusal(edit::RemoveCases{{{2}}, {{11}}}) == "annotation");
}
