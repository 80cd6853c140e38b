#include "exchange/answers/vocabulary.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>

namespace exchange {
namespace {

using namespace std::string_view_literals;

// Scales from worst to best, separated by ';', synonyms after '|': first those of majority judgment
// (methods.md, 1.4), then those of surveys.
constexpr std::array scales{
    "À rejeter|Rejeter;Insuffisant;Passable;Assez bien;Bien;Très bien"sv,
    "À rejeter|Rejeter;Insuffisant|Mauvais;Passable;Assez bien;Bien;Très bien;Excellent"sv,
    "To reject|Reject;Poor|Inadequate|Insufficient;Acceptable|Passable;Fair|Fairly good|Somewhat good;Good;Very good"sv,
    "To reject|Reject;Poor|Inadequate|Insufficient;Acceptable|Passable;Fair|Fairly good|Somewhat good;Good;Very good;Excellent|Outstanding"sv,
    "Abzulehnen|Ablehnen|Zu verwerfen;Unzureichend|Ungenügend;Passabel|Ausreichend;Befriedigend|Ziemlich gut;Gut;Sehr gut"sv,
    "Abzulehnen|Ablehnen|Zu verwerfen;Unzureichend|Ungenügend;Passabel|Ausreichend;Befriedigend|Ziemlich gut;Gut;Sehr gut;Ausgezeichnet|Hervorragend|Exzellent"sv,
    "Ungenügend;Mangelhaft;Ausreichend;Befriedigend;Gut;Sehr gut"sv,
    "A rechazar|Rechazar|Rechazable;Insuficiente;Pasable|Aceptable|Suficiente;Bastante bien|Bastante bueno;Bien|Bueno;Muy bien|Muy bueno"sv,
    "A rechazar|Rechazar|Rechazable;Insuficiente;Pasable|Aceptable|Suficiente;Bastante bien|Bastante bueno;Bien|Bueno;Muy bien|Muy bueno;Excelente"sv,
    "Insuficiente|Suspenso;Suficiente|Aprobado;Bien;Notable;Sobresaliente"sv,
    "Da respingere|Da rifiutare|Respinto;Insufficiente;Passabile|Sufficiente;Abbastanza buono|Discreto;Buono;Molto buono|Distinto"sv,
    "Da respingere|Da rifiutare|Respinto;Insufficiente;Passabile|Sufficiente;Abbastanza buono|Discreto;Buono;Molto buono|Distinto;Eccellente|Ottimo"sv,
    "Te verwerpen|Verwerpen|Afwijzen;Onvoldoende;Matig|Passabel;Redelijk goed|Voldoende|Redelijk;Goed;Zeer goed"sv,
    "Te verwerpen|Verwerpen|Afwijzen;Onvoldoende;Matig|Passabel;Redelijk goed|Voldoende|Redelijk;Goed;Zeer goed;Uitstekend"sv,
    "A rejeitar|Rejeitar;Insuficiente;Passável|Suficiente;Razoável|Bastante bom;Bom;Muito bom"sv,
    "A rejeitar|Rejeitar;Insuficiente;Passável|Suficiente;Razoável|Bastante bom;Bom;Muito bom;Excelente"sv,
    "Pas du tout d’accord|Pas d’accord du tout;Plutôt pas d’accord|Pas d’accord;Plutôt d’accord|D’accord;Tout à fait d’accord"sv,
    "Pas du tout d’accord|Pas d’accord du tout;Plutôt pas d’accord|Pas d’accord;Ni d’accord ni pas d’accord|Ni d’accord, ni pas d’accord|Neutre|Moyennement d’accord;Plutôt d’accord|D’accord;Tout à fait d’accord"sv,
    "Strongly disagree;Disagree|Somewhat disagree;Agree|Somewhat agree;Strongly agree"sv,
    "Strongly disagree;Disagree|Somewhat disagree;Neutral|Neither agree nor disagree|Undecided;Agree|Somewhat agree;Strongly agree"sv,
    "Stimme gar nicht zu|Stimme überhaupt nicht zu;Stimme eher nicht zu|Stimme nicht zu;Stimme eher zu|Stimme zu;Stimme voll zu|Stimme voll und ganz zu"sv,
    "Stimme gar nicht zu|Stimme überhaupt nicht zu;Stimme eher nicht zu|Stimme nicht zu;Teils teils|Teils, teils|Neutral|Unentschieden|Weder noch;Stimme eher zu|Stimme zu;Stimme voll zu|Stimme voll und ganz zu"sv,
    "Totalmente en desacuerdo|Muy en desacuerdo;En desacuerdo;De acuerdo;Totalmente de acuerdo|Muy de acuerdo"sv,
    "Totalmente en desacuerdo|Muy en desacuerdo;En desacuerdo;Ni de acuerdo ni en desacuerdo|Neutral|Neutro;De acuerdo;Totalmente de acuerdo|Muy de acuerdo"sv,
    "Per niente d’accordo|Del tutto in disaccordo;Poco d’accordo|In disaccordo;Neutrale|Né d’accordo né in disaccordo;D’accordo|Abbastanza d’accordo;Molto d’accordo|Del tutto d’accordo"sv,
    "Helemaal oneens|Helemaal mee oneens;Oneens|Mee oneens;Neutraal;Eens|Mee eens;Helemaal eens|Helemaal mee eens"sv,
    "Très mauvais;Mauvais;Moyen;Bon;Très bon"sv,
    "Mauvais;Moyen;Bon"sv,
    "Nul;Mauvais;Moyen;Bon;Excellent"sv,
    "Très insatisfait|Pas du tout satisfait;Insatisfait|Peu satisfait|Plutôt pas satisfait|Plutôt insatisfait;Satisfait|Plutôt satisfait;Très satisfait|Tout à fait satisfait"sv,
    "Très faible|Très bas;Faible|Bas;Moyen|Modéré;Fort|Élevé|Haut;Très fort|Très élevé|Très haut|Maximal"sv,
    "Faible|Bas;Moyen|Modéré;Fort|Élevé|Haut"sv,
    "Nul|Aucun;Faible|Bas;Moyen|Modéré;Fort|Élevé|Haut"sv,
    "Négligeable;Limité;Important;Maximal"sv,
    "Pas du tout important|Pas important;Peu important;Important|Assez important;Très important"sv,
    "Pas du tout prioritaire|Non prioritaire|Pas prioritaire;Peu prioritaire;Prioritaire|Assez prioritaire;Très prioritaire|Tout à fait prioritaire"sv,
    "Inutile|Pas du tout utile|Pas utile;Peu utile;Utile|Assez utile;Très utile|Indispensable"sv,
    "Pas du tout;Un peu|Peu;Assez|Moyennement;Beaucoup|Tout à fait|Énormément"sv,
    "Jamais;Rarement;Parfois;Souvent;Toujours"sv,
    "Défavorable|Plutôt défavorable;Neutre|Réservé;Favorable|Plutôt favorable;Très favorable"sv,
    "Very poor|Very bad|Terrible;Poor|Bad;Average|Fair|OK|Okay;Good;Very good|Excellent"sv,
    "Poor|Bad;Average|Fair|OK|Okay;Good"sv,
    "Very low;Low;Medium|Moderate|Average;High;Very high"sv,
    "Low;Medium|Moderate|Average;High"sv,
    "None|Negligible;Low;Medium|Moderate;High;Critical"sv,
    "Not important|Not at all important|Unimportant;Slightly important|Somewhat important;Moderately important;Important|Very important;Extremely important|Essential"sv,
    "Not at all;A little|Slightly;Moderately|Somewhat;Very much|A lot;Extremely"sv,
    "Very dissatisfied;Dissatisfied;Neutral|Neither satisfied nor dissatisfied;Satisfied;Very satisfied"sv,
    "Sehr schlecht;Schlecht;Mittel|Mittelmäßig;Gut;Sehr gut"sv,
    "Sehr niedrig|Sehr gering;Niedrig|Gering;Mittel;Hoch;Sehr hoch"sv,
    "Muy malo|Muy mal;Malo|Mal;Regular|Normal;Bueno|Bien;Muy bueno|Muy bien"sv,
    "Muy bajo;Bajo;Medio;Alto;Muy alto"sv,
    "Pessimo;Scarso|Cattivo|Mediocre;Sufficiente|Medio;Buono;Ottimo|Eccellente"sv,
    "Molto basso;Basso;Medio;Alto;Molto alto"sv,
    "Zeer slecht|Heel slecht;Slecht;Matig|Gemiddeld;Goed;Zeer goed|Heel goed"sv,
    "Zeer laag;Laag;Gemiddeld|Middel;Hoog;Zeer hoog"sv,
    "Muito mau|Péssimo;Mau|Ruim;Médio|Regular|Razoável;Bom;Muito bom|Ótimo"sv,
    "Muito baixo;Baixo;Médio;Alto;Muito alto"sv,
};

// Removes gender and number endings: "forte", "élevés", "buona".
std::string without_ending(std::string_view folded)
{
    std::string out, word;
    auto const end_word = [&] {
        if (word.size() > 3 && word.back() == 's') word.pop_back();
        if (word.size() > 3 && (word.back() == 'e' || word.back() == 'a' || word.back() == 'o'))
            word.pop_back();
        // "moyenne" is "moyen", "nulle" is "nul".
        if (word.size() > 3 && word.back() == word[word.size() - 2]) word.pop_back();
        if (!word.empty()) out += (out.empty() ? "" : " ") + word;
        word.clear();
    };
    for (char c : folded)
        if (c == ' ' || c == ',' || c == '-')
            end_word();
        else
            word += c;
    end_word();
    return out;
}

std::vector<std::string> parts_of(std::string_view text, char by)
{
    std::vector<std::string> out;
    for (;;) {
        auto const end = text.find(by);
        out.emplace_back(base::trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

GradeScale parsed(std::string_view text)
{
    GradeScale out;
    for (auto const& grade : parts_of(text, ';')) {
        auto const forms = parts_of(grade, '|');
        out.labels.push_back(forms.front());
        auto& folded = out.forms.emplace_back();
        for (auto const& form : forms) folded.push_back(without_ending(base::fold(form)));
    }
    return out;
}

constexpr std::array ticked{
    "x"sv,      "xx"sv,      "×"sv,      "✓"sv,        "✔"sv,        "✔️"sv,  "☑"sv,
    "☒"sv,      "✅"sv,       "■"sv,      "●"sv,        "•"sv,        "oui"sv,     "o"sv,
    "yes"sv,    "y"sv,       "vrai"sv,   "true"sv,     "ok"sv,       "1"sv,       "coche"sv,
    "cochee"sv, "checked"sv, "ticked"sv, "selected"sv, "choisi"sv,   "choisie"sv, "selectionne"sv,
    "ja"sv,     "si"sv,      "sim"sv,    "approuve"sv, "approved"sv, "approve"sv, "*"sv};
constexpr std::array unticked{
    "non"sv,      "no"sv,        "n"sv,      "faux"sv, "false"sv, "0"sv,         "nein"sv,
    "nee"sv,      "nao"sv,       "☐"sv,      "□"sv,    "○"sv,     "unchecked"sv, "not selected"sv,
    "unticked"sv, "non coche"sv, "falsch"sv, "✗"sv,    "❌"sv};

constexpr std::array for_it{"d'accord"sv,   "pour"sv,      "favorable"sv,     "je suis d'accord"sv,
                            "agree"sv,      "agreed"sv,    "for"sv,           "in favour"sv,
                            "in favor"sv,   "accept"sv,    "support"sv,       "stimme zu"sv,
                            "zustimmung"sv, "dafur"sv,     "einverstanden"sv, "de acuerdo"sv,
                            "a favor"sv,    "d'accordo"sv, "favorevole"sv,    "a favore"sv,
                            "eens"sv,       "voor"sv,      "concordo"sv,      "a favour"sv,
                            "👍"sv};
constexpr std::array against_it{"pas d'accord"sv,
                                "contre"sv,
                                "defavorable"sv,
                                "je ne suis pas d'accord"sv,
                                "disagree"sv,
                                "disagreed"sv,
                                "against"sv,
                                "oppose"sv,
                                "opposed"sv,
                                "stimme nicht zu"sv,
                                "ablehnung"sv,
                                "dagegen"sv,
                                "nicht einverstanden"sv,
                                "en desacuerdo"sv,
                                "en contra"sv,
                                "non d'accordo"sv,
                                "contrario"sv,
                                "in disaccordo"sv,
                                "oneens"sv,
                                "tegen"sv,
                                "discordo"sv,
                                "contra"sv,
                                "en desaccord"sv,
                                "👎"sv};
constexpr std::array neither{
    "passe"sv,      "passer"sv,     "je passe"sv,   "pass"sv,          "neutre"sv,
    "neutral"sv,    "abstention"sv, "s'abstient"sv, "je m'abstiens"sv, "abstain"sv,
    "abstained"sv,  "unsure"sv,     "not sure"sv,   "incertain"sv,     "indecis"sv,
    "undecided"sv,  "enthaltung"sv, "abstencion"sv, "astensione"sv,    "astenuto"sv,
    "onthouding"sv, "abstencao"sv,  "neutro"sv,     "neutraal"sv,      "skip"sv};

// The number of these answers that are grades of a scale, and of all.
std::pair<std::size_t, std::size_t> known_of(GradeScale const& scale, Times const& words)
{
    std::size_t known = 0, all = 0;
    for (auto const& [word, times] : words) {
        all += times;
        if (scale.grade_of(word)) known += times;
    }
    return {known, all};
}

} // namespace

std::optional<std::size_t> GradeScale::grade_of(std::string_view word) const
{
    auto const plain = without_ending(word);
    for (std::size_t i = 0; i < forms.size(); ++i)
        if (std::ranges::find(forms[i], plain) != forms[i].end()) return i;
    return std::nullopt;
}

bool answers_by(GradeScale const& scale, Times const& words)
{
    auto const [known, all] = known_of(scale, words);
    return known * 2 > all;
}

std::optional<GradeScale> scale_of(std::vector<Times> const& columns)
{
    std::optional<GradeScale> best;
    std::size_t most = 0, least_strange = 0;
    for (auto text : scales) {
        auto scale = parsed(text);
        std::size_t fits = 0, known = 0, all = 0;
        for (auto const& words : columns) {
            if (!answers_by(scale, words)) continue;
            auto const [of_scale, said] = known_of(scale, words);
            ++fits, known += of_scale, all += said;
        }
        auto const strange = all - known;
        bool const slips_alone = strange == 0 || (all >= 5 && strange * 5 <= all);
        auto const better = [&] {
            if (fits != most) return fits > most;
            if (strange != least_strange) return strange < least_strange;
            return best && scale.labels.size() < best->labels.size();
        };
        if (fits == 0 || !slips_alone || !better()) continue;
        most = fits;
        least_strange = strange;
        best = std::move(scale);
    }
    return best;
}

std::optional<GradeScale> scale_from(std::string_view said)
{
    GradeScale out;
    for (auto const& word : parts_of(said, said.find(';') == std::string_view::npos ? ',' : ';')) {
        auto const label = one_line(without_invisible(word));
        if (!shows(label) || out.grade_of(base::fold(label))) return std::nullopt;
        out.labels.push_back(label);
        out.forms.push_back({without_ending(base::fold(label))});
    }
    if (out.labels.size() < 2) return std::nullopt;
    return out;
}

std::optional<bool> cross_of(std::string_view word)
{
    if (holds(ticked, word)) return true;
    if (holds(unticked, word)) return false;
    return std::nullopt;
}

std::optional<Stand> stand_of(std::string_view word)
{
    if (holds(for_it, word)) return Stand::in_favour;
    if (holds(against_it, word)) return Stand::against;
    if (holds(neither, word)) return Stand::neither;
    return std::nullopt;
}

} // namespace exchange
