#include "exchange/cases/column_names.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace exchange {
namespace {

using namespace std::string_view_literals;

struct Known {
    Field field;
    std::string_view name; // folded
    enum Match { whole, start, weak } match = whole;
};

// Known column names, folded; the first match counts.
constexpr std::array known{
    Known{Field::short_title, "titre court"},
    Known{Field::short_title, "short title"},
    Known{Field::short_title, "libelle court"},
    Known{Field::title, "titre"},
    Known{Field::title, "title"},
    Known{Field::title, "intitule", Known::start},
    Known{Field::title, "use case name", Known::start},
    Known{Field::title, "use case title", Known::start},
    Known{Field::title, "use case"},
    Known{Field::title, "cas d'usage"},
    Known{Field::title, "nom du cas", Known::start},
    Known{Field::title, "titre du ", Known::start},
    Known{Field::title, "titre de ", Known::start},
    Known{Field::title, "cas"},
    Known{Field::title, "nom du projet"},
    Known{Field::title, "nom projet"},
    Known{Field::title, "nom de projet"},
    Known{Field::title, "projet"},
    Known{Field::title, "project name"},
    Known{Field::title, "project title"},
    Known{Field::title, "project"},
    Known{Field::title, "card name"},
    Known{Field::title, "card title"},
    Known{Field::title, "nom de la carte"},
    Known{Field::title, "task name"},
    Known{Field::title, "nom de la tache"},
    Known{Field::title, "nom de tache"},
    Known{Field::title, "issue title"},
    Known{Field::title, "work item title"},
    Known{Field::title, "practice"},
    Known{Field::title, "practice name"},
    Known{Field::title, "pratique"},
    Known{Field::title, "idee"},
    Known{Field::title, "idea"},
    Known{Field::title, "idea title"},
    Known{Field::title, "nom de l'idee"},
    Known{Field::title, "initiative"},
    Known{Field::title, "proposition"},
    Known{Field::title, "proposal"},
    Known{Field::title, "libelle"},
    Known{Field::title, "designation"},
    Known{Field::title, "summary", Known::weak},
    Known{Field::title, "resume", Known::weak},
    Known{Field::title, "comment body", Known::weak},
    Known{Field::title, "nom", Known::weak},
    Known{Field::title, "name", Known::weak},
    Known{Field::title, "sujet", Known::weak},
    Known{Field::title, "subject", Known::weak},
    Known{Field::title, "objet", Known::weak},
    Known{Field::title, "tache", Known::weak},
    Known{Field::title, "task", Known::weak},
    Known{Field::title, "texte", Known::weak},
    Known{Field::title, "text", Known::weak},
    Known{Field::title, "contenu", Known::weak},
    Known{Field::title, "content", Known::weak},
    Known{Field::title, "usage", Known::weak},
    Known{Field::need, "besoin", Known::start},
    Known{Field::need, "need", Known::start},
    Known{Field::need, "probleme", Known::start},
    Known{Field::need, "problem", Known::start},
    Known{Field::need, "pourquoi"},
    Known{Field::need, "why"},
    Known{Field::description, "description", Known::start},
    Known{Field::description, "descriptif", Known::start},
    Known{Field::description, "resume", Known::start},
    Known{Field::description, "summary", Known::start},
    Known{Field::description, "usage description"},
    Known{Field::description, "card description"},
    Known{Field::description, "body"},
    Known{Field::description, "desc"},
    Known{Field::description, "details", Known::start},
    Known{Field::description, "decrivez", Known::start},
    Known{Field::description, "expliquez", Known::start},
    Known{Field::description, "precisez", Known::start},
    Known{Field::description, "precisions", Known::start},
    Known{Field::description, "describe", Known::start},
    Known{Field::description, "explain", Known::start},
    Known{Field::description, "finalite", Known::start},
    Known{Field::description, "what is the intended purpose", Known::start},
    Known{Field::description, "purpose", Known::start},
    Known{Field::description, "objectif", Known::start},
    Known{Field::domain, "domaine", Known::start},
    Known{Field::domain, "domain", Known::start},
    Known{Field::domain, "theme", Known::start},
    Known{Field::domain, "thematique", Known::start},
    Known{Field::domain, "use case topic area", Known::start},
    Known{Field::domain, "topic", Known::start},
    Known{Field::domain, "categorie", Known::start},
    Known{Field::domain, "category", Known::start},
    Known{Field::domain, "list name", Known::weak},
    Known{Field::domain, "list", Known::weak},
    Known{Field::domain, "bucket name", Known::weak},
    Known{Field::domain, "area", Known::weak},
    Known{Field::domain, "section", Known::weak},
    Known{Field::domain, "nom du compartiment", Known::weak},
    Known{Field::proposer, "proposant", Known::start},
    Known{Field::proposer, "propose par", Known::start},
    Known{Field::proposer, "porteur", Known::start},
    Known{Field::proposer, "service"},
    Known{Field::proposer, "direction"},
    Known{Field::proposer, "equipe"},
    Known{Field::proposer, "team"},
    Known{Field::proposer, "bureau"},
    Known{Field::proposer, "proposer"},
    Known{Field::proposer, "owner"},
    Known{Field::proposer, "agency"},
    Known{Field::proposer, "organisme"},
    Known{Field::proposer, "organisation"},
    Known{Field::proposer, "organization"},
    Known{Field::proposer, "department"},
    Known{Field::proposer, "structure"},
    Known{Field::proposer, "collectivite"},
    Known{Field::proposer, "nom collectivite"},
    Known{Field::proposer, "nom de la collectivite"},
    Known{Field::proposer, "coll nom"},
    Known{Field::proposer, "administration"},
    Known{Field::proposer, "votre service"},
    Known{Field::proposer, "votre direction"},
    Known{Field::proposer, "votre equipe"},
    Known{Field::proposer, "votre structure"},
    Known{Field::proposer, "votre collectivite"},
    Known{Field::proposer, "votre organisation"},
    Known{Field::proposer, "your team"},
    Known{Field::proposer, "your department"},
    Known{Field::proposer, "your organization"},
    Known{Field::proposer, "your organisation"},
    Known{Field::personal_data, "donnees personnelles", Known::start},
    Known{Field::personal_data, "personal data", Known::start},
    Known{Field::personal_data, "does this ai use case involve personally identifiable information",
          Known::start},
    Known{Field::ai_act, "ai act", Known::start},
    Known{Field::ai_act, "niveau de risque", Known::start},
    Known{Field::ai_act, "risk level", Known::start},
    Known{Field::source, "source", Known::start},
    Known{Field::source, "url", Known::start},
    Known{Field::source, "lien"},
    Known{Field::source, "link"},
    Known{Field::source, "card url"},
    Known{Field::source, "shorturl"},
    Known{Field::source, "web url"},
    Known{Field::source, "html url"},
    Known{Field::cost, "cout", Known::start},
    Known{Field::cost, "cost", Known::start},
    Known{Field::cost, "budget"},
    Known{Field::notes, "notes"},
    Known{Field::notes, "note"},
    Known{Field::notes, "remarques"},
    Known{Field::notes, "commentaires"},
    Known{Field::notes, "comments"},
    Known{Field::identifier, "issue key"},
    Known{Field::identifier, "key"},
    Known{Field::identifier, "cle de ticket"},
    Known{Field::identifier, "id de ticket"},
    Known{Field::identifier, "id de tache"},
    Known{Field::identifier, "id"},
    Known{Field::identifier, "identifiant"},
    Known{Field::identifier, "reference"},
    Known{Field::identifier, "ref"},
    Known{Field::identifier, "card id"},
    Known{Field::identifier, "task id"},
    Known{Field::identifier, "id de la tache"},
    Known{Field::identifier, "use case id"},
    Known{Field::identifier, "issue id"},
    Known{Field::identifier, "iid"},
    Known{Field::identifier, "numero"},
    Known{Field::identifier, "n°"},
    Known{Field::identifier, "uuid"},
};

// Column names for people that tools use.
constexpr std::array people{"e mail"sv,
                            "email"sv,
                            "mail"sv,
                            "courriel"sv,
                            "adresse e mail"sv,
                            "adresse mail"sv,
                            "adresse de messagerie"sv,
                            "adresse email"sv,
                            "adresse electronique"sv,
                            "email address"sv,
                            "telephone"sv,
                            "tel"sv,
                            "phone"sv,
                            "phone number"sv,
                            "full name"sv,
                            "nom complet"sv,
                            "prenom"sv,
                            "first name"sv,
                            "last name"sv,
                            "nom de famille"sv,
                            "nom et prenom"sv,
                            "prenom et nom"sv,
                            "nom prenom"sv,
                            "votre nom"sv,
                            "your name"sv,
                            "username"sv,
                            "user name"sv,
                            "author"sv,
                            "auteur"sv,
                            "auteure"sv,
                            "author name"sv,
                            "reporter"sv,
                            "rapporteur"sv,
                            "assignee"sv,
                            "assignees"sv,
                            "assigned to"sv,
                            "attribue a"sv,
                            "affecte a"sv,
                            "assigne a"sv,
                            "creator"sv,
                            "createur"sv,
                            "created by"sv,
                            "cree par"sv,
                            "completed by"sv,
                            "termine par"sv,
                            "member"sv,
                            "members"sv,
                            "membres"sv,
                            "contact"sv,
                            "contacts"sv,
                            "referent"sv,
                            "responsable"sv,
                            "repondant"sv,
                            "respondent"sv,
                            "participant"sv,
                            "participants"sv,
                            "watchers"sv,
                            "endorsers"sv,
                            "modified by"sv,
                            "modifie par"sv,
                            "sender"sv,
                            "submitted by"sv,
                            "soumis par"sv,
                            "project lead"sv,
                            "last updated by"sv,
                            "last modified by"sv,
                            "updated by"sv,
                            "identifiant utilisateur"sv};
constexpr std::array people_starts{"courriel"sv,        "e mail "sv,         "email "sv,
                                   "telephone "sv,      "nom du referent"sv, "nom du contact"sv,
                                   "adresse e mail "sv, "author "sv,         "assignee "sv};
// Columns about the respondent, as opposed to the owner.
constexpr std::array respondents{"prenom"sv,        "first name"sv,
                                 "last name"sv,     "e mail"sv,
                                 "email"sv,         "mail"sv,
                                 "courriel"sv,      "adresse e mail"sv,
                                 "adresse mail"sv,  "adresse de messagerie"sv,
                                 "adresse email"sv, "adresse electronique"sv,
                                 "email address"sv, "telephone"sv,
                                 "tel"sv,           "phone"sv,
                                 "phone number"sv};

// Column names that are known but not imported.
constexpr std::array beside{
    "date"sv,        "statut"sv,         "status"sv,       "state"sv,       "etat"sv,
    "priority"sv,    "priorite"sv,       "type"sv,         "labels"sv,      "tags"sv,
    "etiquettes"sv,  "created"sv,        "created at"sv,   "updated at"sv,  "horodateur"sv,
    "timestamp"sv,   "heure de debut"sv, "heure de fin"sv, "start time"sv,  "completion time"sv,
    "votes"sv,       "score"sv,          "siret"sv,        "latitude"sv,    "longitude"sv,
    "partenaires"sv, "audience"sv,       "issue type"sv,   "comment"sv,     "due date"sv,
    "resolution"sv,  "progress"sv,       "avancement"sv,   "milestone"sv,   "no"sv,
    "carte"sv,       "card"sv,           "groupe"sv,       "group"sv,       "comment id"sv,
    "author id"sv,   "agrees"sv,         "disagrees"sv,    "moderated"sv,   "type de ticket"sv,
    "creation"sv,    "cle de projet"sv,  "tracker"sv,      "created date"sv};

std::string plain_name(std::string_view name)
{
    std::string out;
    for (char c : base::fold(name)) out += c == '_' || c == '-' || c == ':' || c == '.' ? ' ' : c;
    while (!out.empty() && (out.back() == '*' || out.back() == '?' || out.back() == ' '))
        out.pop_back();
    return base::fold(out); // collapses spaces
}

// "category/name/fr" is the category; "category/id" is not. Removes parts for languages and
// formats; paths to numbers or technical values have no meaning.
std::string without_path(std::string const& name)
{
    if (name.find('/') == std::string::npos || name.find(" / ") != std::string::npos) return name;
    std::vector<std::string> parts(1);
    for (char c : name) {
        if (c == '/')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    for (auto const& part : parts)
        if (part.find("machine") != std::string::npos || part.ends_with("count") || part == "url" ||
            (part == "id" && &part != &parts.front()) || part == "ids")
            return "/";
    constexpr std::array languages{"fr"sv, "en"sv, "de"sv, "es"sv, "it"sv, "nl"sv, "pt"sv, "ca"sv};
    if (parts.size() > 1 && std::ranges::find(languages, parts.back()) != languages.end())
        parts.pop_back();
    if (parts.size() > 1 && (parts.back() == "name" || parts.back() == "title")) parts.pop_back();
    return parts.size() == 1 ? parts.front() : "/";
}

// "Service porteur", "Direction en charge": a short name for the owner.
bool is_bearer(std::string const& name)
{
    constexpr std::array bearers{
        "service "sv,        "direction "sv, "equipe "sv,       "organisme "sv,   "structure "sv,
        "administration "sv, "entite "sv,    "collectivite "sv, "departement "sv, "pole "sv};
    constexpr std::ptrdiff_t words_most = 4;
    return std::ranges::count(name, ' ') < words_most &&
           std::ranges::any_of(bearers, [&](auto start) { return name.starts_with(start); });
}

// Removes "Q1. ", "2) ", "[Q3] " before a question.
std::string without_number(std::string const& name)
{
    std::size_t i = name.starts_with('[') ? 1 : 0;
    if (i < name.size() && name[i] == 'q') ++i;
    auto const digits = i;
    while (i < name.size() && name[i] >= '0' && name[i] <= '9') ++i;
    if (i == digits) return name;
    auto const from = name.find_first_not_of(" )].", i);
    return from == i || from == std::string::npos ? name : name.substr(from);
}

// A question of a form is the whole name.
bool is_question(std::string_view raw, std::string const& name)
{
    auto const words = 1 + std::ranges::count(name, ' ');
    return (raw.find('?') != std::string_view::npos && words >= 3) || words >= 5;
}

Meaning question(std::string const& name)
{
    auto const says = [&](auto const& words) {
        return std::ranges::any_of(
            words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
    };
    constexpr std::array people_words{"votre nom"sv,     "vos nom"sv,    "your name"sv,
                                      "votre adresse"sv, "your email"sv, "votre courriel"sv,
                                      "vous contacter"sv};
    constexpr std::array left{"risque"sv,   "risk"sv,      "combien"sv, "how many"sv,
                              "d'accord"sv, "autorisez"sv, "consent"sv};
    constexpr std::array describe{"decri"sv,      "describe"sv, "expliqu"sv,          "explain"sv,
                                  "precisez"sv,   "detail"sv,   "en quelques mots"sv, "tell us"sv,
                                  "dites nous"sv, "dites en"sv, "en dire plus"sv};
    constexpr std::array need{"besoin"sv, "probleme"sv, "difficulte"sv, "problem"sv};
    constexpr std::array domain{"domaine"sv, "theme"sv, "thematique"sv, "categorie"sv, "topic"sv};
    constexpr std::array proposer{"quel service"sv,     "quelle direction"sv, "quelle equipe"sv,
                                  "quelle structure"sv, "which team"sv,       "which department"sv};
    constexpr std::array own{"votre service"sv, "votre direction"sv, "votre equipe"sv,
                             "your team"sv, "your department"sv};
    constexpr std::ptrdiff_t few = 6; // words, of a question about the respondent
    constexpr std::array title{
        "cas d'usage"sv,   "proposez"sv,          "votre idee"sv,  "your idea"sv,
        "use case"sv,      "votre proposition"sv, "quelle idee"sv, "which idea"sv,
        "votre projet"sv,  "your project"sv,      "intitule"sv,    "titre"sv,
        "quel usage"sv,    "quels usages"sv,      "imaginez"sv,    "help with"sv,
        "l'ia pourrait"sv, "could ai"sv,          "like ai"sv,     "usage de l'ia"sv};
    auto const meant = [](Field field) { return Meaning{field, Strength::question, false, true}; };
    if (says(people_words)) return {Field::none, Strength::nothing, true, true};
    if (says(left)) return {Field::none, Strength::nothing, false, true};
    if (says(describe)) return meant(Field::description);
    if (says(need)) return meant(Field::need);
    if (says(domain)) return meant(Field::domain);
    if (says(proposer)) return meant(Field::proposer);
    if (says(title)) return meant(Field::title);
    if (says(own) && std::ranges::count(name, ' ') < few) return meant(Field::proposer);
    return {};
}

} // namespace

bool is_given_back(std::string_view column_name)
{
    auto const name = plain_name(column_name);
    constexpr std::array starts{"axe "sv, "axis "sv, "vote "sv};
    for (auto start : starts)
        if (name.starts_with(start) && name.size() > start.size() && name[start.size()] >= '0' &&
            name[start.size()] <= '9')
            return true;
    constexpr std::array others{"ordre rang"sv, "ordre indice"sv, "order rank"sv, "order index"sv,
                                "decision"sv};
    return std::ranges::any_of(others, [&](auto other) { return name.starts_with(other); });
}

Meaning meaning_of(std::string_view column_name)
{
    constexpr std::size_t longest = 300; // length of a question
    if (column_name.size() > longest) return {};
    auto const name = without_number(without_path(plain_name(column_name)));
    if (name == "/") return {};
    if (is_given_back(column_name)) return {Field::none, Strength::nothing, false, true};
    auto const starts = [&](std::string_view start) { return name.starts_with(start); };
    if (std::ranges::find(people, name) != people.end() ||
        std::ranges::any_of(people_starts, starts))
        return {Field::none, Strength::nothing, true, true,
                std::ranges::find(respondents, name) != respondents.end()};
    for (auto picture : {"logo"sv, "image"sv, "photo"sv, "avatar"sv})
        if (name.find(picture) != std::string::npos)
            return {Field::none, Strength::nothing, false, true};
    for (auto const& one : known)
        if (one.match == Known::start ? name.starts_with(one.name) : name == one.name) {
            bool const long_question = one.match == Known::start && is_question(column_name, name);
            if (long_question && one.field == Field::title) break;
            return {one.field, one.match == Known::weak ? Strength::weak : Strength::named, false,
                    true};
        }
    if (is_bearer(name)) return {Field::proposer, Strength::named, false, true};
    if (std::ranges::find(beside, name) != beside.end())
        return {Field::none, Strength::nothing, false, true};
    return is_question(column_name, name) ? question(name) : Meaning{};
}

} // namespace exchange
