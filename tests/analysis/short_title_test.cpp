#include "analysis/similarity/short_title.h"
#include "base/text.h"
#include "journal/file_log.h"
#include "session/replay.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

using analysis::proposed_short_title;

namespace {

// Those of the sample's sixty cases.
std::vector<std::string> real_titles()
{
    std::vector<std::string> out;
    auto const opened = journal::FileLog::open(support::sources_dir() / "sessions/exemple.cadran",
                                               journal::OpenMode::read);
    REQUIRE(opened);
    session::Replay replay(*opened->log);
    auto const doc = replay.at(opened->log->size());
    REQUIRE(doc);
    for (auto const& [id, one] : model::table<model::Case>(*doc)) out.push_back(one.title);
    return out;
}

void check_sound(std::string const& title, std::string const& proposed)
{
    CAPTURE(title);
    CAPTURE(proposed);
    CHECK(base::grapheme_count(proposed) <= analysis::short_title_most);
    CHECK(base::grapheme_count(proposed) >= 3);
    CHECK(base::valid_utf8(proposed));
    if (!proposed.ends_with("…"))
        CHECK(base::fold(title).find(base::fold(proposed)) != std::string::npos);
    for (auto const* joint : {" de", " des", " du", " la", " le", " les", " et", " par", " pour",
                              " à", " en", " sur", " aux", " au"})
        CHECK_FALSE(proposed.ends_with(joint));
}

} // namespace

TEST_CASE("a short title is proposed from the words of the title")
{
    std::array const said{
        std::pair{"Prévision des repas de cantine", "Repas de cantine"},
        std::pair{"Anticipation du risque d'inondation", "Risque d'inondation"},
        std::pair{"Détection prédictive de fuites d’eau", "Fuites d’eau"},
        std::pair{"Assistant à l'instruction des permis", "Instruction des permis"},
        std::pair{"Standard téléphonique relayé par un agent vocal",
                  "Standard téléphonique relayé"},
        std::pair{"Serveur vocal et chatbot d'information municipale", "Serveur vocal"},
        std::pair{"Tri des liasses d'aide sociale", "Liasses d'aide sociale"},
        std::pair{"Contrôle de complétude des dossiers MDPH", "Complétude des dossiers MDPH"},
        std::pair{"Affectation des places en crèche par algorithme", "Affectation des places"},
        std::pair{"Agent conversationnel génératif sur le site de la ville",
                  "Agent conversationnel"},
        std::pair{"Automatic detection of potholes with cameras on buses", "Automatic detection"},
        std::pair{"Repérage des aides auxquelles on a droit", "Repérage des aides"},
        std::pair{"Chatbot RH pour les agents", "Chatbot RH pour les agents"}};
    for (auto const& [title, expected] : said) CHECK(proposed_short_title(title) == expected);
}

TEST_CASE("short titles proposed for sixty real titles are short, grammatical and distinct")
{
    auto const titles = real_titles();
    CHECK(titles.size() == 60);
    std::set<std::string> proposed;
    for (auto const& title : titles) {
        proposed.insert(proposed_short_title(title));
        check_sound(title, proposed_short_title(title));
    }
    CHECK(proposed.size() + 2 >= titles.size());
}

TEST_CASE("unusual titles have a short title, too")
{
    for (auto const* title :
         {"", " ", "x", "Anticonstitutionnellementlonguementsansespaces",
          "de la de la de la de la de la de la",
          "👩‍👩‍👧👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 "
          "👩‍👩‍👧 "
          "👩‍👩‍👧 "
          "👩‍👩‍👧 "
          "👩‍👩‍👧 "
          "👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 "
          "👩‍👩‍👧 "
          "👩‍👩‍👧 "
          "👩‍👩‍👧",
          "Prévision d’", ": et puis voilà un titre qui commence par deux points"}) {
        auto const proposed = proposed_short_title(title);
        CHECK(base::grapheme_count(proposed) <= analysis::short_title_most);
        CHECK(base::valid_utf8(proposed));
    }
}
