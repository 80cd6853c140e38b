#include "base/text.h"

#include <doctest/doctest.h>

TEST_CASE("searching ignores case, accents, ligatures and typographic marks")
{
    CHECK(base::fold("L’ŒUVRE  Été\u00A0à Évry") == "l'oeuvre ete a evry");
    CHECK(base::fold("Détection des fuites d’eau").ends_with(base::fold("FUITES D'EAU")));
    CHECK(base::fold("Forêt") == base::fold("foret"));
    CHECK(base::fold("Forêt") != base::fold("fort"));
}

TEST_CASE("invalid UTF-8 is detected, and replaced for display")
{
    CHECK(base::valid_utf8("déjà 🚲"));
    CHECK(!base::valid_utf8("d\xE9j\xE0"));
    CHECK(!base::valid_utf8("\xC0\xAF"));
    CHECK(base::valid_utf8(base::sanitized("d\xE9j\xE0")));
    CHECK(base::sanitized(std::string_view("a\0b\x1F", 4)) == "ab");
    CHECK(base::sanitized("un\r\ndeux\rtrois\n") == "un\ndeux\ntrois\n");
    CHECK(base::sanitized("avant\u202Egnp.exe") == "avantgnp.exe"); // no turning of direction
}

TEST_CASE("a text is cut between what a person sees as characters")
{
    CHECK(base::grapheme_count("e\u0301te\u0301") == 3);
    CHECK(base::grapheme_count("👩‍👩‍👧") == 1);
    CHECK(base::truncated("👩‍👩‍👧👍", 1) == "👩‍👩‍👧…");
    CHECK(base::truncated("court", 10) == "court");
    CHECK(base::truncated("deux mots", 5) == "deux…");
    CHECK(base::truncated("Prévision des repas", 16) == "Prévision des…"); // not « des r… »
    CHECK(base::truncated("Anticonstitutionnellement", 10) == "Anticonsti…");
    CHECK(base::truncated("Eau\u00A0: fuites", 8) == "Eau…");
    CHECK(base::truncated("deux mots", 5, "") == "deux ");
}

TEST_CASE("words are ordered as in a French dictionary")
{
    CHECK(base::collate("eau", "École") < 0);
    CHECK(base::collate("école", "ecoles") < 0);
    CHECK(base::collate("Zoé", "été") > 0);
    CHECK(base::collate("été", "été") == 0);
}

TEST_CASE("letters, spaces and signs are distinguished in any script")
{
    using base::CharKind;
    using base::kind_at;
    for (auto const* letter : {"a", "É", "œ", "9", "_", "漢", "ß"})
        CHECK(kind_at(letter, 0) == CharKind::letter);
    for (auto const* space : {" ", "\t", "\n", "\u00A0", "\u202F"})
        CHECK(kind_at(space, 0) == CharKind::space);
    for (auto const* sign : {"’", "«", "-", "…", "🔬", "€", ""})
        CHECK(kind_at(sign, 0) == CharKind::sign);
    CHECK(kind_at("à b", 2) == CharKind::space);
}
