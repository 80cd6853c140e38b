#include "support/ui/room.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

// Undo and redo say what they changed when the screen does not show it.
namespace {

struct Undoing : support::Room {
    Undoing()
        : Room("fr")
    {
        start("titre\nLire les courriers\nTrier les demandes\n", "gather");
    }
    void submit(edit::Command const& command)
    {
        REQUIRE(app.session()->submit(edit::facilitator, command));
        driver.settle();
    }
    void decide()
    {
        auto const id = model::table<model::Case>(doc()).begin()->first;
        submit(edit::Decide{{id, model::Body::committee}, {model::Verdict::launch, "", "", ""}});
    }
    void undo()
    {
        driver.key(ImGuiMod_Ctrl | ImGuiKey_Z);
        driver.settle();
    }
    std::string notice()
    {
        return driver.shows("notice.0") ? driver.label("notice.0") : std::string{};
    }
};

bool has(std::string const& text, std::string const& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("an undone decision is named on a screen that does not show decisions")
{
    Undoing u;
    u.decide();
    u.undo();
    CHECK(model::table<model::Decision>(u.doc()).empty());
    CHECK(has(u.notice(), "Annulé"));
    CHECK(has(u.notice(), "Lire les courriers"));
}

TEST_CASE("nothing is said of what is undone in sight")
{
    Undoing u;
    SUBCASE("a decision, where decisions are taken")
    {
        u.driver.click("step.decide");
        u.driver.settle();
        u.decide();
    }
    SUBCASE("a moved card, on the board")
    {
        auto const id = model::table<model::Case>(u.doc()).begin()->first;
        u.submit(edit::MoveCards{{{id, {900, 900}}}});
    }
    u.undo();
    CHECK(u.notice().empty());
}

TEST_CASE("the number of people is named wherever it is undone")
{
    Undoing u;
    u.submit(edit::SetHeadcount{7});
    u.undo();
    CHECK(has(u.notice(), "nombre de personnes"));
    u.driver.click("rail.redo");
    u.driver.settle();
    CHECK(has(u.notice(), "Annulé"));
    CHECK(has(u.driver.label("notice.1"), "Rétabli"));
}

TEST_CASE("what was done before this opening is said so, also in sight")
{
    Undoing u;
    auto const id = model::table<model::Case>(u.doc()).begin()->first;
    u.submit(edit::MoveCards{{{id, {900, 900}}}});
    u.host.remember();
    u.app.grant(ui::GoHome{});
    u.driver.settle();
    u.app.open("atelier.cadran", ui::Access::edit);
    u.driver.settle();
    u.undo();
    CHECK(has(u.notice(), "avant cette ouverture"));
    u.submit(edit::MoveCards{{{id, {700, 900}}}});
    u.driver.click("notice.0.close");
    u.driver.settle();
    u.undo();
    CHECK(u.notice().empty());
}

TEST_CASE("every command that can be undone has a name for it in both languages")
{
    Undoing u;
    for (auto const* words : {&u.french, &u.english})
        for (std::string const name :
             {"set_title",        "set_prompt",        "set_headcount",
              "set_convention",   "set_reference",     "set_budget",
              "add_cases",        "edit_case",         "remove_cases",
              "move_cards",       "merge_cases",       "split_cases",
              "keep_apart",       "set_gathering",     "turn_cards",
              "propose",          "accept_proposals",  "merge_proposal",
              "refuse_proposals", "set_annotations",   "remove_annotations",
              "lay_out",          "duplicate",         "add_group",
              "edit_group",       "move_group",        "remove_group",
              "set_members",      "set_axis",          "arrange_axes",
              "weigh_axes",       "retire_axis",       "restore_axis",
              "set_question",     "arrange_questions", "retire_question",
              "restore_question", "answer_question",   "prepare_round",
              "drop_round",       "record_election",   "place",
              "place_all",        "unplace",           "decide"}) {
            CAPTURE(name);
            CHECK(words->text("reverted." + name) != "reverted." + name);
        }
}
