#include "importing.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <string>

// Typical tables, shared between projects.
namespace {

using importing::Import;
using importing::Titles;

std::optional<std::string> input(std::string const& name)
{
    return importing::shared_bytes("data/inputs/" + name);
}
std::optional<std::string> use_cases(std::string const& name)
{
    return importing::shared_bytes("data/use-cases/" + name);
}

exchange::ImportPlan planned(Import& import, std::string const& bytes, std::string const& name)
{
    auto plan = import.plan(bytes, name);
    CAPTURE(importing::why(plan));
    REQUIRE(plan);
    return *std::move(plan);
}

} // namespace

#define INPUT(bytes, name)                                                                         \
    auto const bytes = input(name);                                                                \
    if (!bytes) CADRAN_SKIP("no shared inputs")

TEST_CASE("proposals exported by a participation platform are titled by their French title")
{
    INPUT(bytes, "01-decidim-propositions.csv");
    Import import;
    auto const plan = planned(import, *bytes, "01-decidim-propositions.csv");
    CHECK(Import::titles_of(plan) ==
          Titles{"Répondre aux questions fréquentes", "Traduire les courriers ; garder l’original",
                 "Repérer les nids-de-poule", "Résumer l’ordre du jour du conseil"});
    auto const& first = plan.command.cases[0].text;
    CHECK(first.domain == "Accueil du public");
    CHECK(first.description ==
          "Un assistant qui lit les pages du site.\nIl dit quand il ne sait pas.");
    CHECK(plan.command.cases[1].text.description ==
          "Traduire, puis relire.\n\n- en trois langues\n- avec \"relecture\" humaine");
    CHECK(first.source == "https://participer.example/p/41");
    CHECK(plan.left_out.empty());
}

TEST_CASE("a first line that says the separator hides nothing of a real table")
{
    INPUT(bytes, "02-ligne-sep.csv");
    Import import;
    auto const plan = planned(import, *bytes, "02-ligne-sep.csv");
    CHECK(Import::titles_of(plan) ==
          Titles{"Tri du courrier entrant", "Relance des impayés", "Plan de salle"});
    for (auto const& one : plan.command.cases) {
        CHECK_FALSE(one.text.description.empty());
        CHECK_FALSE(one.text.proposer.empty());
    }
}

TEST_CASE("issues with repeated columns are titled by their summary")
{
    INPUT(bytes, "04-jira-colonnes-repetees.csv");
    Import import;
    auto const plan = planned(import, *bytes, "04-jira-colonnes-repetees.csv");
    CHECK(Import::titles_of(plan) == Titles{"Classer les demandes de subvention",
                                            "Transcrire les réunions",
                                            "Vérifier les délais de réponse"});
    CHECK(plan.command.cases[0].text.description == "Proposer une rubrique.\nL’agent confirme.");
    CHECK(plan.command.cases[2].text.description.empty());
    CHECK(plan.command.cases[0].text.source == "Issue key: CAS-11");
}

TEST_CASE(
    "the answers of a form are titled by the question on ideas, never by a date or an address")
{
    INPUT(bytes, "05-formulaire-horodateur.csv");
    Import import;
    auto const plan = planned(import, *bytes, "05-formulaire-horodateur.csv");
    CHECK(Import::titles_of(plan) ==
          Titles{"Aider à remplir le dossier de crèche", "Détecter les fuites d’eau",
                 "détecter les fuites d’eau", "Répondre la nuit : questions simples seulement"});
    REQUIRE(plan.left_out.size() == 1);
    CHECK(plan.left_out[0].line == 4);
    CHECK(plan.duplicates.size() == 1);
    CHECK(plan.command.cases[0].text.proposer == "Petite enfance");
}

TEST_CASE("a title above the names of the columns makes no case")
{
    INPUT(bytes, "08-titre-au-dessus.csv");
    Import import;
    auto const plan = planned(import, *bytes, "08-titre-au-dessus.csv");
    CHECK(Import::titles_of(plan) ==
          Titles{"Tri des demandes", "Relecture des marchés", "Alerte canicule"});
    CHECK(plan.command.cases[2].text.proposer == "CCAS");
    CHECK(plan.left_out.size() == 2);
}

TEST_CASE("cells pasted from a spreadsheet keep their line ends and quotes in their cells")
{
    INPUT(bytes, "18-coller-tableur.txt");
    Import import;
    auto const plan = planned(import, *bytes, "");
    CHECK(Import::titles_of(plan) ==
          Titles{"Plan de tournée", "Lecture de plans (ancien cadastre)", "Réserver un véhicule"});
    CHECK(plan.command.cases[1].text.description == "Retrouver une limite, \"à vérifier\"");
}

TEST_CASE("forty proposals are taken once each, whole")
{
    INPUT(bytes, "23-inbox-entier.csv");
    Import import;
    auto const plan = planned(import, *bytes, "23-inbox-entier.csv");
    CHECK(plan.command.cases.size() == 40);
    CHECK(plan.duplicates.empty());
    CHECK(plan.left_out.empty());
}

TEST_CASE("invisible titles are no titles, and an invisible character does not make a title new")
{
    INPUT(bytes, "29-titres-invisibles.csv");
    Import import;
    auto const plan = planned(import, *bytes, "29-titres-invisibles.csv");
    CHECK(Import::titles_of(plan) == Titles{"Visible", "Visible"});
    CHECK(plan.duplicates.size() == 1);
    REQUIRE(plan.left_out.size() == 2);
    CHECK(plan.left_out[0].line == 2);
    CHECK(plan.left_out[1].line == 3);
}

TEST_CASE("the library of the French local authorities gives 23 cases, then 21 that are there")
{
    auto const first = use_cases("01-bibliotheque-ia-territoriale.csv"),
               second = use_cases("02-bibliotheque-ia-champs-publics.csv");
    if (!first || !second) CADRAN_SKIP("no shared use cases");
    Import import;
    auto const plan = planned(import, *first, "01-bibliotheque-ia-territoriale.csv");
    CHECK(plan.command.cases.size() == 23);
    CHECK(plan.known.empty());
    CHECK(plan.left_out.empty());
    for (auto const& one : plan.command.cases) {
        CHECK(one.text.description.size() > 40);
        CHECK_FALSE(one.text.domain.empty());
        CHECK_FALSE(one.text.proposer.empty());
    }
    CHECK(plan.command.cases[0].text.title == "Stacoptim");
    CHECK(plan.command.cases[0].text.proposer == "Bordeaux Métropole");
    import.take(plan);
    auto const again = planned(import, *second, "02-bibliotheque-ia-champs-publics.csv");
    CHECK(again.command.cases.size() == 21);
    CHECK(again.known.size() == 21);
    CHECK(again.unknown().cases.empty());
}
