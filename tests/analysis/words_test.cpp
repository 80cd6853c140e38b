#include "analysis/similarity/lexicon.h"
#include "analysis/similarity/words.h"

#include <doctest/doctest.h>

#include <set>

namespace {

std::set<std::string> families(std::initializer_list<char const*> words)
{
    std::set<std::string> found;
    for (auto const* word : words) found.insert(analysis::family_of(word));
    return found;
}

std::vector<std::string> said(std::string_view text)
{
    std::vector<std::string> words;
    for (auto const& word : analysis::words_of(text))
        if (!word.family.empty())
            words.emplace_back(text.substr(word.begin, word.end - word.begin));
    return words;
}

} // namespace

TEST_CASE("words of one family match, whatever their ending, number, gender or accent")
{
    for (auto const& family : std::initializer_list<std::initializer_list<char const*>>{
             {"détection", "Détecter", "détecteurs", "détectée", "detecting", "detected"},
             {"courrier", "courriers", "COURRIER"},
             {"automatique", "automatiquement", "automatiser", "automatisation", "automatic"},
             {"classement", "classer", "classés", "classe"},
             {"prévoir", "prévision", "prévisions"},
             {"rédiger", "rédaction", "rédactions"},
             {"réduire", "réduction"},
             {"accessible", "accessibilité", "accessibles"},
             {"vérifier", "vérification", "vérifié"},
             {"municipal", "municipale", "municipaux"},
             {"réseau", "réseaux"},
             {"consommation", "consommer", "consomme"},
             {"conseil", "conseiller"},
             {"diagnostic", "diagnostiquer"},
             {"city", "cities"},
             {"classify", "classification", "classifying"},
             {"forecast", "forecasting", "forecasts"}}) {
        CAPTURE(*family.begin());
        CHECK(families(family).size() == 1);
    }
}

TEST_CASE("words that only begin alike do not match")
{
    for (auto const& pair :
         std::initializer_list<std::initializer_list<char const*>>{{"commune", "communication"},
                                                                   {"station", "stationnement"},
                                                                   {"information", "informatique"},
                                                                   {"transport", "transcription"},
                                                                   {"agent", "agence"},
                                                                   {"format", "formation"}}) {
        CAPTURE(*pair.begin());
        CHECK(families(pair).size() == 2);
    }
}

TEST_CASE("elisions, articles and prepositions are ignored; signs and numbers are not")
{
    CHECK(said("L’aide à la rédaction d'un compte-rendu") ==
          std::vector<std::string>{"aide", "rédaction", "compte", "rendu"});
    CHECK(said("Un assistant pour la RH, phase 2, qu’on utilise") ==
          std::vector<std::string>{"assistant", "RH", "phase", "2", "utilise"});
    CHECK(said("The use of AI in an office") == std::vector<std::string>{"office"});
    CHECK(said("").empty());
    CHECK(said("à l’") == std::vector<std::string>{});
}

TEST_CASE("a typing error or a compound is similar, another word is not")
{
    auto const near = [](char const* a, char const* b) {
        return analysis::nearness(analysis::family_of(a), analysis::family_of(b)) > 0;
    };
    CHECK(near("délibération", "délibértion"));
    CHECK(near("délibération", "délibérration"));
    CHECK(near("surveillance", "vidéosurveillance"));
    CHECK(near("énergie", "énergétique"));
    CHECK_FALSE(near("prévision", "provision"));
    CHECK_FALSE(near("courrier", "couloir"));
    CHECK_FALSE(near("eau", "eaux-vannes"));
    CHECK_FALSE(near("2024", "20245"));
}

TEST_CASE("the similarity of words does not depend on the order in which they were added")
{
    analysis::Lexicon lexicon;
    auto const a = *lexicon.learn("délibérations");
    auto const b = *lexicon.learn("courrier");
    auto const c = *lexicon.learn("délibértion");
    CHECK(lexicon.learn("Délibération") == a);
    CHECK(lexicon.find("DELIBERATIONS") == a);
    CHECK_FALSE(lexicon.find("inconnu"));
    CHECK_FALSE(lexicon.learn("les"));
    REQUIRE(lexicon.near(a).size() == 1);
    REQUIRE(lexicon.near(c).size() == 1);
    CHECK(lexicon.near(a).front().term == c);
    CHECK(lexicon.near(c).front().term == a);
    CHECK(lexicon.near(b).empty());
    CHECK(lexicon.near("deliberattions").size() == 2);
}
