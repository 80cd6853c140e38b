#include "exchange/cases/column_names.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace exchange {
namespace {

using namespace std::string_view_literals;

struct KnownName {
    Field field;
    std::string_view name; // folded
    enum Match { whole, start, weak } match = whole;
};

// Known column names, folded; the first match counts.
constexpr std::array known{
    KnownName{Field::short_title, "titre court"},
    KnownName{Field::short_title, "short title"},
    KnownName{Field::short_title, "libelle court"},
    KnownName{Field::title, "titre"},
    KnownName{Field::title, "title"},
    KnownName{Field::title, "intitule", KnownName::start},
    KnownName{Field::title, "use case name", KnownName::start},
    KnownName{Field::title, "use case title", KnownName::start},
    KnownName{Field::title, "use case"},
    KnownName{Field::title, "cas d'usage"},
    KnownName{Field::title, "nom du cas", KnownName::start},
    KnownName{Field::title, "titre du ", KnownName::start},
    KnownName{Field::title, "titre de ", KnownName::start},
    KnownName{Field::title, "cas"},
    KnownName{Field::title, "nom du projet"},
    KnownName{Field::title, "nom projet"},
    KnownName{Field::title, "nom de projet"},
    KnownName{Field::title, "projet"},
    KnownName{Field::title, "project name"},
    KnownName{Field::title, "project title"},
    KnownName{Field::title, "project"},
    KnownName{Field::title, "card name"},
    KnownName{Field::title, "card title"},
    KnownName{Field::title, "nom de la carte"},
    KnownName{Field::title, "task name"},
    KnownName{Field::title, "nom de la tache"},
    KnownName{Field::title, "nom de tache"},
    KnownName{Field::title, "issue title"},
    KnownName{Field::title, "work item title"},
    KnownName{Field::title, "practice"},
    KnownName{Field::title, "practice name"},
    KnownName{Field::title, "pratique"},
    KnownName{Field::title, "idee"},
    KnownName{Field::title, "idea"},
    KnownName{Field::title, "idea title"},
    KnownName{Field::title, "nom de l'idee"},
    KnownName{Field::title, "initiative"},
    KnownName{Field::title, "proposition"},
    KnownName{Field::title, "proposal"},
    KnownName{Field::title, "libelle"},
    KnownName{Field::title, "designation"},
    KnownName{Field::title, "summary", KnownName::weak},
    KnownName{Field::title, "resume", KnownName::weak},
    KnownName{Field::title, "comment body", KnownName::weak},
    KnownName{Field::title, "nom", KnownName::weak},
    KnownName{Field::title, "name", KnownName::weak},
    KnownName{Field::title, "sujet", KnownName::weak},
    KnownName{Field::title, "subject", KnownName::weak},
    KnownName{Field::title, "objet", KnownName::weak},
    KnownName{Field::title, "tache", KnownName::weak},
    KnownName{Field::title, "task", KnownName::weak},
    KnownName{Field::title, "texte", KnownName::weak},
    KnownName{Field::title, "text", KnownName::weak},
    KnownName{Field::title, "contenu", KnownName::weak},
    KnownName{Field::title, "content", KnownName::weak},
    KnownName{Field::title, "usage", KnownName::weak},
    KnownName{Field::need, "besoin", KnownName::start},
    KnownName{Field::need, "need", KnownName::start},
    KnownName{Field::need, "probleme", KnownName::start},
    KnownName{Field::need, "problem", KnownName::start},
    KnownName{Field::need, "pourquoi"},
    KnownName{Field::need, "why"},
    KnownName{Field::description, "description", KnownName::start},
    KnownName{Field::description, "descriptif", KnownName::start},
    KnownName{Field::description, "resume", KnownName::start},
    KnownName{Field::description, "summary", KnownName::start},
    KnownName{Field::description, "usage description"},
    KnownName{Field::description, "card description"},
    KnownName{Field::description, "body"},
    KnownName{Field::description, "desc"},
    KnownName{Field::description, "details", KnownName::start},
    KnownName{Field::description, "decrivez", KnownName::start},
    KnownName{Field::description, "expliquez", KnownName::start},
    KnownName{Field::description, "precisez", KnownName::start},
    KnownName{Field::description, "precisions", KnownName::start},
    KnownName{Field::description, "describe", KnownName::start},
    KnownName{Field::description, "explain", KnownName::start},
    KnownName{Field::description, "finalite", KnownName::start},
    KnownName{Field::description, "what is the intended purpose", KnownName::start},
    KnownName{Field::description, "purpose", KnownName::start},
    KnownName{Field::description, "objectif", KnownName::start},
    KnownName{Field::domain, "domaine", KnownName::start},
    KnownName{Field::domain, "domain", KnownName::start},
    KnownName{Field::domain, "theme", KnownName::start},
    KnownName{Field::domain, "thematique", KnownName::start},
    KnownName{Field::domain, "use case topic area", KnownName::start},
    KnownName{Field::domain, "topic", KnownName::start},
    KnownName{Field::domain, "categorie", KnownName::start},
    KnownName{Field::domain, "category", KnownName::start},
    KnownName{Field::domain, "list name", KnownName::weak},
    KnownName{Field::domain, "list", KnownName::weak},
    KnownName{Field::domain, "bucket name", KnownName::weak},
    KnownName{Field::domain, "area", KnownName::weak},
    KnownName{Field::domain, "section", KnownName::weak},
    KnownName{Field::domain, "nom du compartiment", KnownName::weak},
    KnownName{Field::proposer, "proposant", KnownName::start},
    KnownName{Field::proposer, "propose par", KnownName::start},
    KnownName{Field::proposer, "porteur", KnownName::start},
    KnownName{Field::proposer, "service"},
    KnownName{Field::proposer, "direction"},
    KnownName{Field::proposer, "equipe"},
    KnownName{Field::proposer, "team"},
    KnownName{Field::proposer, "bureau"},
    KnownName{Field::proposer, "proposer"},
    KnownName{Field::proposer, "owner"},
    KnownName{Field::proposer, "agency"},
    KnownName{Field::proposer, "organisme"},
    KnownName{Field::proposer, "organisation"},
    KnownName{Field::proposer, "organization"},
    KnownName{Field::proposer, "department"},
    KnownName{Field::proposer, "structure"},
    KnownName{Field::proposer, "collectivite"},
    KnownName{Field::proposer, "nom collectivite"},
    KnownName{Field::proposer, "nom de la collectivite"},
    KnownName{Field::proposer, "coll nom"},
    KnownName{Field::proposer, "administration"},
    KnownName{Field::proposer, "votre service"},
    KnownName{Field::proposer, "votre direction"},
    KnownName{Field::proposer, "votre equipe"},
    KnownName{Field::proposer, "votre structure"},
    KnownName{Field::proposer, "votre collectivite"},
    KnownName{Field::proposer, "votre organisation"},
    KnownName{Field::proposer, "your team"},
    KnownName{Field::proposer, "your department"},
    KnownName{Field::proposer, "your organization"},
    KnownName{Field::proposer, "your organisation"},
    KnownName{Field::personal_data, "donnees personnelles", KnownName::start},
    KnownName{Field::personal_data, "personal data", KnownName::start},
    KnownName{Field::personal_data,
              "does this ai use case involve personally identifiable information",
              KnownName::start},
    KnownName{Field::ai_act, "ai act", KnownName::start},
    KnownName{Field::ai_act, "niveau de risque", KnownName::start},
    KnownName{Field::ai_act, "risk level", KnownName::start},
    KnownName{Field::source, "source", KnownName::start},
    KnownName{Field::source, "url", KnownName::start},
    KnownName{Field::source, "lien"},
    KnownName{Field::source, "link"},
    KnownName{Field::source, "card url"},
    KnownName{Field::source, "shorturl"},
    KnownName{Field::source, "web url"},
    KnownName{Field::source, "html url"},
    KnownName{Field::cost, "cout", KnownName::start},
    KnownName{Field::cost, "cost", KnownName::start},
    KnownName{Field::cost, "budget"},
    KnownName{Field::notes, "notes"},
    KnownName{Field::notes, "note"},
    KnownName{Field::notes, "remarques"},
    KnownName{Field::notes, "commentaires"},
    KnownName{Field::notes, "comments"},
    KnownName{Field::identifier, "issue key"},
    KnownName{Field::identifier, "key"},
    KnownName{Field::identifier, "cle de ticket"},
    KnownName{Field::identifier, "id de ticket"},
    KnownName{Field::identifier, "id de tache"},
    KnownName{Field::identifier, "id"},
    KnownName{Field::identifier, "identifiant"},
    KnownName{Field::identifier, "reference"},
    KnownName{Field::identifier, "ref"},
    KnownName{Field::identifier, "card id"},
    KnownName{Field::identifier, "task id"},
    KnownName{Field::identifier, "id de la tache"},
    KnownName{Field::identifier, "use case id"},
    KnownName{Field::identifier, "issue id"},
    KnownName{Field::identifier, "iid"},
    KnownName{Field::identifier, "numero"},
    KnownName{Field::identifier, "n°"},
    KnownName{Field::identifier, "uuid"},
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
        if (one.match == KnownName::start ? name.starts_with(one.name) : name == one.name) {
            bool const long_question =
                one.match == KnownName::start && is_question(column_name, name);
            if (long_question && one.field == Field::title) break;
            return {one.field, one.match == KnownName::weak ? Strength::weak : Strength::named,
                    false, true};
        }
    if (is_bearer(name)) return {Field::proposer, Strength::named, false, true};
    if (std::ranges::find(beside, name) != beside.end())
        return {Field::none, Strength::nothing, false, true};
    return is_question(column_name, name) ? question(name) : Meaning{};
}

} // namespace exchange
