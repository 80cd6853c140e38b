#include "analysis/common/in_use.h"
#include "support/ui/room.h"
#include "ui/kit/names.h"
#include "ui/kit/ui_state.h"
#include "ui/screens/place/place_view.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <thread>

// The labels on the matrix as drawn; titles are cut only without any free space.
namespace {

constexpr std::array long_titles{"Standard téléphonique relayé par un agent vocal",
                                 "Détection prédictive de fuites d’eau",
                                 "Prévision des repas de cantine",
                                 "Inventaire des stationnements et ombrières solaires",
                                 "Anticipation du risque d’inondation",
                                 "Vidéo augmentée pour grands événements",
                                 "Recherche de fuites priorisée par l’IA",
                                 "Pilotage énergétique des bâtiments publics",
                                 "Optimisation des stations d’épuration",
                                 "Carte de plantabilité des arbres",
                                 "Prise de rendez-vous encombrants par callbot",
                                 "Agent conversationnel génératif sur le site de la ville",
                                 "Contrôle de complétude des dossiers MDPH",
                                 "Serveur vocal et chatbot d’information municipale",
                                 "Accessibilité des débats municipaux",
                                 "Diagnostic des chaussées par smartphone"};

struct Crowded : support::Room {
    Crowded()
        : Room("fr")
    {
        std::string csv = "titre\n";
        for (auto const* title : long_titles) csv += std::string(title) + "\n";
        start(csv, "place");
    }
    model::AxisId axis() { return analysis::active_axes(doc()).front(); }
    model::CaseId case_of(int number)
    {
        for (auto const& [id, one] : model::table<model::Case>(doc()))
            if (one.number == number) return id;
        return {};
    }
    void place(int number, int opportunity, int risk)
    {
        REQUIRE(app.session()->submit(
            edit::facilitator,
            edit::Place{{axis(), case_of(number)},
                        {opportunity, risk, model::PlacedBy::hand, model::Lock::open, {}}}));
    }
    // Places all cases close together near a corner.
    void place_all()
    {
        for (int i = 0; i < static_cast<int>(long_titles.size()); ++i)
            place(i + 1, 960 - i % 4 * 70, 40 + i / 4 * 90);
        driver.settle();
    }
    static std::string id(std::string const& kind, int number)
    {
        return kind + std::to_string(number);
    }
    int named()
    {
        int count = 0;
        for (int n = 1; n <= static_cast<int>(long_titles.size()); ++n)
            count += driver.shows(id("place.name.", n)) ? 1 : 0;
        return count;
    }
};

bool cover(base::Rect const& a, base::Rect const& b)
{
    return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y;
}

} // namespace

TEST_CASE("labels on the matrix do not overlap, and omitted ones are counted and listed")
{
    Crowded room;
    auto& d = room.driver;
    room.place_all();
    int const all = static_cast<int>(long_titles.size());
    CHECK(room.named() >= all - 4);
    for (int i = 1; i <= all; ++i) {
        auto const name = Crowded::id("place.name.", i);
        if (!d.shows(name)) {
            CHECK(d.shows("place.left_out"));
            CHECK(d.shows(Crowded::id("place.unnamed.", i)));
            continue;
        }
        for (int j = 1; j <= all; ++j) {
            if (j == i) continue;
            CAPTURE(i);
            CAPTURE(j);
            CHECK_FALSE(cover(d.box(name), base::grown(d.box(Crowded::id("place.chip.", j)), -7)));
            if (auto const other = Crowded::id("place.name.", j); d.shows(other))
                CHECK_FALSE(cover(d.box(name), d.box(other)));
        }
    }
}

TEST_CASE("the count of omitted labels opens their list, which selects a case")
{
    Crowded room;
    auto& d = room.driver;
    for (int i = 1; i <= static_cast<int>(long_titles.size()); ++i) room.place(i, 500, 500);
    d.settle();
    REQUIRE(d.shows("place.left_out"));
    int const left_out = static_cast<int>(long_titles.size()) - room.named();
    CHECK(d.label("place.left_out") ==
          "+\u00A0" + std::to_string(left_out) + (left_out == 1 ? "\u00A0nom" : "\u00A0noms"));
    d.click("place.left_out");
    d.settle();
    for (int i = 1; i <= static_cast<int>(long_titles.size()); ++i)
        CHECK(d.shows(Crowded::id("place.left_out.", i)) != d.shows(Crowded::id("place.name.", i)));
}

TEST_CASE("moving one case does not move the other labels")
{
    Crowded room;
    auto& d = room.driver;
    room.place_all();
    std::map<int, base::Rect> before;
    for (int n = 1; n <= static_cast<int>(long_titles.size()); ++n)
        if (auto const id = Crowded::id("place.name.", n); d.shows(id)) before[n] = d.box(id);
    room.place(16, 200, 800);
    d.settle();
    int kept = 0;
    for (auto const& [n, box] : before)
        if (auto const id = Crowded::id("place.name.", n); d.shows(id) && d.box(id) == box) ++kept;
    CHECK(kept + 4 >= static_cast<int>(before.size())); // the new label and three that moved
    CHECK(d.shows("place.name.16"));
}

TEST_CASE("the card of a hovered case covers neither its chip nor the window's edge")
{
    Crowded room;
    auto& d = room.driver;
    int n = 0;
    for (int opportunity : {0, 350, 650, 1000})
        for (int risk : {0, 350, 650, 1000}) room.place(++n, opportunity, risk);
    d.settle();
    for (int i = 1; i <= n; ++i) {
        CAPTURE(i);
        d.hover(Crowded::id("place.chip.", i));
        d.settle();
        REQUIRE(d.shows("place.hover"));
        auto const card = d.box("place.hover");
        CHECK_FALSE(cover(card, d.box(Crowded::id("place.chip.", i))));
        CHECK(d.ui().screen().contains(card.min));
        CHECK(d.ui().screen().contains(card.max));
    }
}

TEST_CASE("a card beside a chip never covers it, however little space there is")
{
    base::Rect const bounds{{0, 0}, {700, 400}};
    for (float x = 30; x < 700; x += 40)
        for (float y = 30; y < 400; y += 40) {
            auto const chip = base::grown({{x, y}, {x, y}}, 26);
            auto const card = ui::beside_chip(chip, std::nullopt, {300, 250}, 4, bounds);
            CHECK_FALSE(cover(card, chip));
            CHECK(bounds.contains(card.center()));
        }
    base::Rect const chip{{300, 100}, {350, 150}}, name{{280, 160}, {380, 180}};
    CHECK(ui::beside_chip(chip, std::nullopt, {200, 90}, 4, bounds).min.y == 154);
    CHECK(ui::beside_chip(chip, name, {200, 90}, 4, bounds).max.y ==
          96); // above the chip, since the label is below
}

TEST_CASE("labels are placed on another thread, and former positions stay until then")
{
    Crowded room;
    auto& d = room.driver;
    d.ui().state->names_at_once = false;
    room.place(1, 800, 200);
    auto wait = [&](std::string const& id) {
        for (int i = 0; i < 2000 && !d.shows(id); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            d.frame();
        }
    };
    wait("place.name.1");
    CHECK(d.shows("place.name.1"));
    room.place(2, 300, 700);
    d.frame();
    CHECK(d.shows("place.name.1"));
    wait("place.name.2");
    CHECK(d.shows("place.name.1"));
    CHECK(d.shows("place.name.2"));
}

TEST_CASE("a case without a short title has a suggestion, marked as such")
{
    model::Case one;
    one.title = "Détection prédictive de fuites d’eau";
    CHECK(ui::brief_of(one).text == "Fuites d’eau");
    CHECK(ui::brief_of(one).by == ui::Brief::By::rule);
    one.short_title = "Fuites prédites";
    CHECK(ui::brief_of(one).text == "Fuites prédites");
    CHECK(ui::brief_of(one).by == ui::Brief::By::person);
}
