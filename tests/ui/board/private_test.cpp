#include "support/ui/room.h"

// Écriture privée: hidden cards are not readable anywhere on the screen.
using support::Room;

namespace {

constexpr char const* hidden_word = "Zébulon";

struct Private : Room {
    Private()
        : Room("fr")
    {
        driver.click("home.new.axes");
        driver.settle();
        type("Une idée publique");
        driver.click("gather.private");
        driver.settle();
        type(std::string(hidden_word) + " trie le courrier");
        type(std::string(hidden_word) + " compte les arbres");
    }
    void type(std::string const& title)
    {
        driver.key(ImGuiKey_N);
        driver.settle();
        driver.type(title);
        driver.key(ImGuiKey_Enter);
        driver.key(ImGuiKey_Escape);
        driver.settle();
    }
    // Whether the text is on any widget of the screen.
    [[nodiscard]] bool told()
    {
        for (auto const& [id, seen] : driver.ui().probe.widgets)
            if (seen.label.find(hidden_word) != std::string::npos ||
                seen.value.find(hidden_word) != std::string::npos)
                return true;
        return false;
    }
    [[nodiscard]] std::size_t hidden() { return model::table<model::FaceDown>(doc()).size(); }
};

} // namespace

TEST_CASE("what is typed while cards are face down is hidden everywhere")
{
    Private p;
    CHECK(p.hidden() == 2);
    CHECK(p.driver.label("card.1") == "Une idée publique");
    CHECK(p.driver.label("card.2") == "Carte cachée");
    CHECK_FALSE(p.told());
    p.driver.click("card.2"); // opens its sheet
    p.driver.settle();
    CHECK_FALSE(p.told());
    CHECK_FALSE(p.driver.shows("sheet.need"));
    p.driver.key(ImGuiKey_F2); // edits its title
    p.driver.settle();
    CHECK_FALSE(p.driver.shows("draft.title"));
    CHECK_FALSE(p.told());
    p.driver.double_click("card.3");
    p.driver.settle();
    CHECK_FALSE(p.told());
}

TEST_CASE("a hidden card is not found by its text, nor shown as similar")
{
    Private p;
    p.driver.key(ImGuiMod_Ctrl | ImGuiKey_F);
    p.driver.settle();
    p.driver.type("arbres");
    p.driver.settle();
    CHECK_FALSE(p.driver.on("card.3"));
    p.driver.key(ImGuiKey_Escape);
    p.driver.settle();
    p.driver.key(ImGuiKey_N);
    p.driver.settle();
    p.driver.type("compter tous les arbres du zébulon");
    p.driver.settle();
    CHECK_FALSE(p.driver.shows("draft.near"));
}

TEST_CASE("the sheet of a hidden card opens on request only, and closes with the next card")
{
    Private p;
    p.driver.click("card.2");
    p.driver.settle();
    p.driver.click("sheet.see");
    p.driver.settle();
    CHECK(p.driver.shows("sheet.need"));
    CHECK(p.told());
    CHECK(p.hidden() == 2);
    p.driver.click("card.3");
    p.driver.settle();
    CHECK_FALSE(p.told());
    p.driver.click("card.2");
    p.driver.settle();
    CHECK_FALSE(p.told());
}

TEST_CASE("one card is turned over from its sheet, or all at once, and undo hides them")
{
    Private p;
    p.driver.click("card.2");
    p.driver.settle();
    p.driver.click("sheet.turn");
    p.driver.settle();
    CHECK(p.hidden() == 1);
    CHECK(p.driver.label("card.2").find(hidden_word) != std::string::npos);
    p.driver.key(ImGuiKey_Escape);
    p.driver.settle();
    p.type("Encore une");
    CHECK(p.hidden() == 2);
    p.driver.click("gather.turn_all");
    p.driver.settle();
    CHECK(p.hidden() == 0);
    CHECK_FALSE(p.driver.shows("gather.turn_all"));
    p.driver.click("rail.undo");
    p.driver.settle();
    CHECK(p.hidden() == 2);
}

TEST_CASE("with the switch off new cards are visible; hidden ones stay hidden")
{
    Private p;
    p.driver.click("gather.private");
    p.driver.settle();
    p.type("Au grand jour");
    CHECK(p.hidden() == 2);
    CHECK(p.driver.label("card.4") == "Au grand jour");
    CHECK(p.driver.shows("gather.turn_all"));
}

TEST_CASE("Regrouper keeps cards hidden; a step that shows all cases asks first")
{
    Private p;
    p.driver.click("step.group");
    p.driver.settle();
    CHECK(p.driver.label("card.2") == "Carte cachée");
    CHECK_FALSE(p.told());
    p.driver.click("step.vote");
    p.driver.settle();
    CHECK(p.driver.shows("turn.all"));
    CHECK_FALSE(p.told());
    p.driver.click("turn.stay");
    p.driver.settle();
    CHECK(p.hidden() == 2);
    CHECK(p.app.step() == model::Step::group);
    p.driver.key(ImGuiMod_Alt | ImGuiKey_4);
    p.driver.settle();
    CHECK_FALSE(p.told());
    p.driver.click("turn.all");
    p.driver.settle();
    CHECK(p.hidden() == 0);
    CHECK(p.app.step() == model::Step::place);
}
