#include "board/likeness.h"
#include "small_board.h"

using namespace board_test;

namespace {

Board titled(std::initializer_list<char const*> titles)
{
    Board b;
    int n = 0;
    for (auto const* title : titles) {
        model::Case text;
        text.number = ++n;
        text.title = title;
        b.put<model::Case>(case_id(n), text);
    }
    return b;
}

} // namespace

TEST_CASE("a title being typed finds the case that says nearly the same, accents and endings aside")
{
    auto const b = titled({"Détection prédictive de fuites d'eau", "Tri automatique du courrier",
                           "Courriers en français facile à lire"});
    board::TitleWords const words(b.doc);
    CHECK(words.nearest("detection des FUITES") == case_id(1));
    CHECK(words.nearest("Simplification des courriers en langage facile") == case_id(3));
    CHECK(words.nearest("classement automatique des courriers") == case_id(2));
}

TEST_CASE("one shared word among many is not worth a look")
{
    auto const b = titled({"Détection prédictive de fuites d'eau dans le réseau"});
    board::TitleWords const words(b.doc);
    CHECK_FALSE(words.nearest("Détection des ballots de vote abîmés pendant le transport"));
    CHECK_FALSE(words.nearest("de la du les"));
    CHECK_FALSE(words.nearest(""));
}

TEST_CASE("what a title said before it was rewritten is forgotten")
{
    auto b = titled({"Détection prédictive de fuites d'eau", "Tri automatique du courrier"});
    board::TitleWords words(b.doc);
    model::Case text;
    text.number = 1;
    text.title = "Entretien préventif des chaufferies";
    b.put<model::Case>(case_id(1), text);
    words.renew(b.doc, {case_id(1)});
    CHECK_FALSE(words.nearest("detection des fuites"));
    CHECK(words.nearest("entretien de la chaufferie") == case_id(1));
}
