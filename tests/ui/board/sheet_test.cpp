#include "support/ui/room.h"
#include "ui/panels/card_sheet.h"

// The right panel: all fields of a case.
using support::Room;

namespace {

struct Sheet : Room {
    explicit Sheet(int scale = 100)
        : Room("fr")
    {
        driver.click("home.new.axes");
        host.file = "titre;domaine\nTri du courrier;Usagers\nFuites;Eau potable\nPermis;Usagers\n"
                    "Arbres;Espaces verts\n";
        app.dropped({"cas.csv"});
        driver.frame();
        driver.click("import.add");
        driver.settle();
        if (scale != 100) app.grant(ui::SetScale{scale});
        open(1);
    }
    void open(int number)
    {
        driver.settle();
        driver.click("card." + std::to_string(number));
        driver.settle();
    }
    void bring(std::string const& id)
    {
        driver.move_to({driver.ui().size.x - 200, 600});
        for (int i = 0; i < 80 && (!driver.shows(id) || driver.box(id).height() < 40); ++i)
            driver.wheel(-1);
        driver.settle();
    }
    void write(std::string const& id, std::string const& text)
    {
        bring(id);
        driver.click(id);
        driver.settle();
        driver.type(text);
        driver.key(ImGuiKey_Enter);
        driver.settle();
    }
    [[nodiscard]] model::Case one(int number = 1)
    {
        for (auto const& [id, text] : model::table<model::Case>(doc()))
            if (text.number == number) return text;
        return {};
    }
    [[nodiscard]] std::uint64_t entries() { return app.session()->log().size(); }
};

} // namespace

TEST_CASE("each field of the sheet is written as one entry")
{
    Sheet s;
    struct Field {
        char const* id;
        std::string model::Case::*where;
    };
    for (auto const& field :
         {Field{"sheet.short_title", &model::Case::short_title},
          Field{"sheet.need", &model::Case::need},
          Field{"sheet.description", &model::Case::description},
          Field{"sheet.proposer", &model::Case::proposer},
          Field{"sheet.source", &model::Case::source}, Field{"sheet.notes", &model::Case::notes}}) {
        CAPTURE(field.id);
        auto const before = s.entries();
        s.write(field.id, "ainsi");
        CHECK(s.one().*field.where == "ainsi");
        CHECK(s.entries() == before + 1);
    }
    for (int i = 0; i < 6; ++i) s.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(s.one().notes.empty());
    CHECK(s.one().short_title.empty());
}

TEST_CASE("text being typed is written when another card is selected, or none")
{
    Sheet s;
    s.driver.click("sheet.short_title");
    s.driver.settle();
    s.driver.type("Tri");
    s.open(2);
    CHECK(s.one(1).short_title == "Tri");
    CHECK(s.one(2).short_title.empty());
    s.driver.click("sheet.short_title");
    s.driver.settle();
    s.driver.type("Fuites");
    s.driver.click_at({700, 950}); // the empty board
    s.driver.settle();
    CHECK_FALSE(s.driver.shows("sheet.short_title"));
    CHECK(s.one(2).short_title == "Fuites");
}

TEST_CASE("Escape in a field restores its text; a title is never empty")
{
    Sheet s;
    auto const entries = s.entries();
    s.driver.click("sheet.short_title");
    s.driver.settle();
    s.driver.type("oubliez");
    s.driver.key(ImGuiKey_Escape);
    s.driver.settle();
    s.driver.click("sheet.case_title");
    s.driver.settle();
    s.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    s.driver.key(ImGuiKey_Delete);
    s.driver.key(ImGuiKey_Enter);
    s.driver.settle();
    CHECK(s.entries() == entries);
    CHECK(s.driver.value("sheet.case_title") == "Tri du courrier");
}

TEST_CASE("known domains are suggested while typing, accents ignored; a click is one entry")
{
    Sheet s;
    s.bring("sheet.domain");
    s.driver.click("sheet.domain");
    s.driver.settle();
    s.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    s.driver.type("e");
    s.driver.settle();
    REQUIRE(s.driver.shows("sheet.domain.offer.1"));
    CHECK(s.driver.label("sheet.domain.offer.1") == "Usagers"); // the most frequent first
    CHECK(s.driver.label("sheet.domain.offer.2") == "Eau potable");
    s.driver.type("au");
    s.driver.settle();
    CHECK(s.driver.label("sheet.domain.offer.1") == "Eau potable");
    CHECK_FALSE(s.driver.shows("sheet.domain.offer.2"));
    auto const before = s.entries();
    s.driver.click_at(s.driver.centre("sheet.domain.offer.1"));
    s.driver.settle();
    CHECK(s.one().domain == "Eau potable");
    CHECK(s.entries() == before + 1);
    CHECK_FALSE(s.driver.shows("sheet.domain.offer.1"));
}

TEST_CASE("a known domain is chosen with the arrows and Enter; other text stays as typed")
{
    Sheet s;
    s.bring("sheet.domain");
    s.driver.click("sheet.domain");
    s.driver.settle();
    s.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    s.driver.type("e");
    s.driver.settle();
    s.driver.key(ImGuiKey_DownArrow);
    s.driver.key(ImGuiKey_DownArrow);
    s.driver.settle();
    CHECK(s.driver.on("sheet.domain.offer.2"));
    s.driver.key(ImGuiKey_Enter);
    s.driver.settle();
    CHECK(s.one().domain == "Eau potable");
    s.driver.click("sheet.domain");
    s.driver.settle();
    s.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    s.driver.type("Neuf");
    s.driver.key(ImGuiKey_Enter);
    s.driver.settle();
    CHECK(s.one().domain == "Neuf");
}

TEST_CASE("the cost is a size or an amount, never both")
{
    Sheet s;
    s.bring("sheet.cost.3");
    s.driver.click("sheet.cost.3");
    s.driver.settle();
    CHECK(s.one().cost == "M");
    s.write("sheet.amount", "12000");
    CHECK(s.one().cost == "12\u202F000\u00A0€");
    CHECK_FALSE(s.driver.on("sheet.cost.3"));
    s.driver.click("sheet.cost.5");
    s.driver.settle();
    CHECK(s.one().cost == "XL");
    CHECK(s.driver.value("sheet.amount").empty());
    s.driver.click("sheet.cost.0");
    s.driver.settle();
    CHECK(s.one().cost.empty());
}

TEST_CASE("a source is copied by its button")
{
    Sheet s;
    s.write("sheet.source", "https://exemple.fr/cas");
    s.driver.click("sheet.source.copy");
    s.driver.settle();
    CHECK(s.driver.copied() == "https://exemple.fr/cas");
}

TEST_CASE("the kind of a case gives questions, each with a question mark")
{
    Sheet s;
    struct Asked {
        char const* choice;
        int more; // the number of questions besides those of every case
    };
    auto const questions = [&] {
        int shown = 0;
        for (int n = 1; n <= 9; ++n) {
            auto const id = "sheet.ask." + std::to_string(n);
            if (!s.driver.shows(id)) continue;
            ++shown;
            CHECK(s.driver.label(id).ends_with("\u202F?"));
        }
        return shown;
    };
    s.bring("sheet.ask.9");
    auto const always = questions();
    CHECK(always == 3);
    for (auto const& asked : {Asked{"sheet.personal_data.1", 1}, Asked{"sheet.personal_data.2", 0},
                              Asked{"sheet.ai_act.1", 0}, Asked{"sheet.ai_act.2", 1},
                              Asked{"sheet.ai_act.3", 2}, Asked{"sheet.ai_act.4", 2}}) {
        CAPTURE(asked.choice);
        for (int i = 0; i < 60; ++i) s.driver.wheel(1);
        s.bring(asked.choice);
        s.driver.click(asked.choice);
        s.driver.settle();
        s.bring("sheet.ask.9");
        CHECK(questions() == always + asked.more);
    }
}

TEST_CASE("every field can be reached and read at 130 %")
{
    Sheet s(130);
    for (auto const* id :
         {"sheet.case_title", "sheet.short_title", "sheet.need", "sheet.description",
          "sheet.domain", "sheet.proposer", "sheet.personal_data.2", "sheet.ai_act.4",
          "sheet.source", "sheet.cost.5", "sheet.amount", "sheet.notes"}) {
        CAPTURE(id);
        s.bring(id);
        REQUIRE(s.driver.shows(id));
        auto const box = s.driver.box(id);
        CHECK(box.max.x <= s.driver.ui().size.x);
        CHECK(box.height() >= 40);
    }
    s.write("sheet.notes", "lisible");
    CHECK(s.one().notes == "lisible");
}
