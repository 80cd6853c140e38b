#include "analysis/similarity/likeness.h"
#include "sample.h"

#include <doctest/doctest.h>

using sample::case_id;

namespace {

struct Texts {
    model::Document doc;
    analysis::Likeness likeness;

    Texts(std::initializer_list<char const*> titles)
    {
        int n = 0;
        for (auto const* title : titles) {
            model::Case text;
            text.number = ++n;
            text.title = title;
            model::writable<model::Case>(doc).set(case_id(n), text);
        }
        likeness.learn(doc);
        read();
    }
    void read()
    {
        while (!likeness.read(doc, 10)) {
        }
    }
    void change(int n, std::optional<model::Case> to)
    {
        model::Changes const changes{model::edit<model::Case>(doc, case_id(n), std::move(to))};
        REQUIRE(model::apply(doc, changes));
        likeness.learn(changes);
        read();
    }
    [[nodiscard]] model::Case const& text(int n) const
    {
        return *model::find<model::Case>(doc, case_id(n));
    }
    [[nodiscard]] double alike(int a, int b) const
    {
        return likeness.similarity(case_id(a), case_id(b));
    }
    [[nodiscard]] std::optional<model::CaseId> nearest(std::string_view typed) const
    {
        return likeness.nearest(doc, typed);
    }
};

} // namespace

TEST_CASE("a title being typed finds the case that says nearly the same, accents and endings aside")
{
    Texts const t{"Détection prédictive de fuites d'eau", "Tri automatique du courrier",
                  "Courriers en français facile à lire"};
    CHECK(t.nearest("detection des FUITES") == case_id(1));
    CHECK(t.nearest("Simplification des courriers en langage facile") == case_id(3));
    CHECK(t.nearest("classement automatique des courriers") == case_id(2));
    CHECK(t.nearest("Tri automatque du courier") == case_id(2)); // typing errors
}

TEST_CASE("one shared word among many is below the threshold")
{
    Texts const t{"Détection prédictive de fuites d'eau dans le réseau"};
    CHECK_FALSE(t.nearest("Détection des ballots de vote abîmés pendant le transport"));
    CHECK_FALSE(t.nearest("de la du les"));
    CHECK_FALSE(t.nearest(""));
}

TEST_CASE("an incomplete last word does not remove a similarity")
{
    Texts const t{"Tri automatique du courrier", "Prévision des repas"};
    for (auto const* typed : {"Tri automatique", "Tri automatique du", "Tri automatique du c",
                              "Tri automatique du courr", "Tri automatique du courrier"})
        CHECK(t.nearest(typed) == case_id(1));
}

TEST_CASE("equal words have likeness 1, other words 0, in any order")
{
    Texts const t{"Tri automatique du courrier", "Courriers triés automatiquement",
                  "Prévision des repas de cantine", "Chauffage des collèges"};
    CHECK(t.alike(1, 2) > 0.99);
    CHECK(t.alike(1, 2) == doctest::Approx(t.alike(2, 1)));
    CHECK(t.alike(1, 1) == doctest::Approx(1));
    CHECK(t.alike(3, 4) == 0);
    CHECK(t.alike(1, 99) == 0);
}

TEST_CASE("a rare word in common counts more than a frequent one")
{
    Texts const t{"Assistant des marchés",  "Assistant des crèches", "Guichet des crèches",
                  "Assistant des archives", "Assistant des forêts",  "Assistant des routes"};
    CHECK(t.alike(2, 3) > t.alike(1, 2) + 0.05);
}

TEST_CASE("the title weighs more than the description, however long that is")
{
    Texts t{"Tri du courrier", "Orientation des plis", "Tri du courrier"};
    auto with = t.text(2);
    with.description = "Tri du courrier";
    t.change(2, with);
    auto wordy = t.text(3);
    wordy.description = "Chaque jour arrivent deux mille lettres dans six bâtiments, ouvertes et "
                        "numérisées par quatre personnes avant midi";
    t.change(3, wordy);
    CHECK(t.alike(1, 2) > 0);
    CHECK(t.alike(1, 3) > t.alike(1, 2));
    CHECK(t.alike(1, 3) > 0.9);
}

TEST_CASE("changed little by little or read at once, the same texts are as alike")
{
    Texts step{"Tri du courrier", "Prévision des repas", "Chauffage des collèges"};
    model::Case text;
    text.number = 4;
    text.title = "Courriers triés";
    step.change(4, text);
    text.title = "Repas prévus";
    text.number = 2;
    step.change(2, text);
    step.change(3, std::nullopt);

    analysis::Likeness whole;
    whole.learn_all(step.doc);
    for (int a = 1; a <= 4; ++a)
        for (int b = 1; b <= 4; ++b)
            CHECK(step.alike(a, b) == doctest::Approx(whole.similarity(case_id(a), case_id(b))));
    CHECK(step.alike(1, 3) == 0); // removed
    CHECK(step.alike(1, 4) > 0.9);
}

TEST_CASE("hidden cases are not found; a merged case gives the case it was merged into")
{
    Texts t{"Tri du courrier", "Chauffage des collèges"};
    model::writable<model::Merge>(t.doc).set(case_id(1), {case_id(2)});
    CHECK(t.nearest("tri des courriers") == case_id(2));
    model::writable<model::FaceDown>(t.doc).set(case_id(2), {});
    CHECK_FALSE(t.nearest("tri des courriers"));
    model::writable<model::FaceDown>(t.doc) = {};
    model::writable<model::FaceDown>(t.doc).set(case_id(1), {});
    CHECK_FALSE(t.nearest("tri des courriers"));
}

TEST_CASE("words in common outside the titles are listed, the rarest first")
{
    Texts t{"Restauration scolaire", "Cantine", "Cantines des villes"};
    auto a = t.text(1), b = t.text(2);
    a.description = "Moins de gaspillage à la cantine.";
    b.need = "Jeter moins : le gaspillage coûte cher.";
    t.change(1, a);
    t.change(2, b);
    CHECK(t.likeness.shared_beyond_titles(a, b, 5) ==
          std::vector<std::string>{"gaspillage", "cantine"});
    CHECK(t.likeness.shared_beyond_titles(a, b, 1) == std::vector<std::string>{"gaspillage"});
    CHECK(t.likeness.shared_beyond_titles(t.text(2), t.text(3), 5).empty()); // both titles show it
}
