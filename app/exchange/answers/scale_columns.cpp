#include "exchange/answers/scale_columns.h"

#include "base/text.h"
#include "exchange/cases/columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace exchange {
namespace {

using namespace std::string_view_literals;
using base::Errc;
using base::fail;

struct Word {
    std::string_view word; // folded
    Part part;
};

// Names of the two scales, most specific first.
constexpr std::array words{
    Word{"opportunite", Part::opportunity},
    Word{"opportunites", Part::opportunity},
    Word{"opportunity", Part::opportunity},
    Word{"opportunities", Part::opportunity},
    Word{"oportunidad", Part::opportunity},
    Word{"opportunita", Part::opportunity},
    Word{"oportunidade", Part::opportunity},
    Word{"chance", Part::opportunity},
    Word{"chancen", Part::opportunity},
    Word{"kans", Part::opportunity},
    Word{"impact", Part::opportunity},
    Word{"impacts", Part::opportunity},
    Word{"benefice", Part::opportunity},
    Word{"benefices", Part::opportunity},
    Word{"benefit", Part::opportunity},
    Word{"benefits", Part::opportunity},
    Word{"interet", Part::opportunity},
    Word{"valeur", Part::opportunity},
    Word{"value", Part::opportunity},
    Word{"gain", Part::opportunity},
    Word{"gains", Part::opportunity},
    Word{"apport", Part::opportunity},
    Word{"potentiel", Part::opportunity},
    Word{"potential", Part::opportunity},
    Word{"utilite", Part::opportunity},
    Word{"usefulness", Part::opportunity},
    Word{"pertinence", Part::opportunity},
    Word{"nutzen", Part::opportunity},
    Word{"opp", Part::opportunity},
    Word{"gravite", Part::severity},
    Word{"severite", Part::severity},
    Word{"severity", Part::severity},
    Word{"vraisemblance", Part::likelihood},
    Word{"probabilite", Part::likelihood},
    Word{"likelihood", Part::likelihood},
    Word{"probability", Part::likelihood},
    Word{"risque", Part::risk},
    Word{"risques", Part::risk},
    Word{"risk", Part::risk},
    Word{"risks", Part::risk},
    Word{"riesgo", Part::risk},
    Word{"riesgos", Part::risk},
    Word{"rischio", Part::risk},
    Word{"rischi", Part::risk},
    Word{"risiko", Part::risk},
    Word{"risiken", Part::risk},
    Word{"risico", Part::risk},
    Word{"risco", Part::risk},
    Word{"danger", Part::risk},
    Word{"dangers", Part::risk},
};

// Names for the column of cases, most specific first.
constexpr std::array title_names{
    "titre"sv,    "title"sv,         "cas"sv,          "case"sv,        "cas d'usage"sv,
    "use case"sv, "nom du cas"sv,    "titre du cas"sv, "case name"sv,   "projet"sv,
    "project"sv,  "nom du projet"sv, "intitule"sv,     "libelle"sv,     "idee"sv,
    "idea"sv,     "proposition"sv,   "initiative"sv,   "designation"sv, "option"sv,
    "item"sv,     "action"sv,        "usage"sv};

std::string words_only(std::string_view folded)
{
    std::string out;
    for (char c : folded)
        out += (c >= 0 && std::ispunct(static_cast<unsigned char>(c)) != 0) ? ' ' : c;
    return base::fold(out);
}

// The scale named in a column's name (the last of several), and the rest of the name.
struct CalledScale {
    Part part = Part::left;
    std::size_t strength = 0; // lower is more specific
    std::string rest;
};

std::optional<CalledScale> scale_called(std::string_view folded)
{
    constexpr std::array others{"niveau de risque"sv, "risk level"sv,          "ai act"sv,
                                "risk category"sv,    "categorie de risque"sv, "risque ia"sv};
    for (auto other : others)
        if (folded.find(other) != std::string_view::npos) return std::nullopt;
    auto const name = words_only(folded);
    std::optional<CalledScale> found;
    std::size_t last = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const word = words.at(i).word;
        for (auto at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
            auto const end = at + word.size();
            bool const alone =
                (at == 0 || name[at - 1] == ' ') &&
                (end == name.size() || name[end] == ' ' || (name[end] >= '0' && name[end] <= '9'));
            if (!alone || (found && at < last)) continue;
            last = at;
            auto rest = name;
            rest.replace(at, word.size(), 1, ' ');
            found = CalledScale{words.at(i).part, i, base::fold(rest)};
        }
    }
    return found;
}

std::optional<Part> part_of_key(std::string_view key)
{
    struct Key {
        std::string_view french, english;
        Part part;
    };
    constexpr std::array keys{Key{"votant", "voter", Part::voter},
                              Key{"qui", "who", Part::voter},
                              Key{"cas", "case", Part::case_name},
                              Key{"axe", "axis", Part::axis_name},
                              Key{"opportunite", "opportunity", Part::opportunity},
                              Key{"risque", "risk", Part::risk},
                              Key{"gravite", "severity", Part::severity},
                              Key{"vraisemblance", "likelihood", Part::likelihood},
                              Key{"rien", "none", Part::left}};
    for (auto const& one : keys)
        if (key == one.french || key == one.english) return one.part;
    return std::nullopt;
}

class ScaleChooser {
public:
    ScaleChooser(Table const& table, std::vector<Profile> const& profiles,
                 model::Document const& doc, AnswersAsked const& asked)
        : table_(table)
        , profiles_(profiles)
        , axes_(doc)
        , asked_(asked)
    {
        for (auto const& [id, one] : model::table<model::Case>(doc))
            titles_.insert(base::fold(one.title));
        for (std::size_t i = 0; i < profiles.size(); ++i)
            out_.columns.push_back(
                {i < table.header.size() ? table.header[i] : std::string{}, Part::left, {}, {}});
    }

    base::Result<ScaleColumns> choose()
    {
        if (auto ok = map(); !ok) return fail(ok.error());
        if (!scales_mapped_) scales();
        people();
        axis_column();
        title();
        if (auto ok = give_axes(); !ok) return fail(ok.error());
        return std::move(out_);
    }

private:
    void take(std::size_t i, Part part, bool chosen)
    {
        out_.columns[i].part = part;
        out_.columns[i].chosen = chosen;
        if (part == Part::voter) out_.voter = i, out_.voter_named |= chosen;
        if (part == Part::case_name) out_.title = i, out_.title_named |= chosen;
        if (part == Part::axis_name) out_.axis = i;
    }
    [[nodiscard]] bool free(std::size_t i) const
    {
        return out_.columns[i].part == Part::left && !out_.columns[i].chosen;
    }

    base::Result<void> map()
    {
        auto const pairs = map_pairs(table_, asked_.map);
        if (!pairs) return fail(pairs.error());
        for (auto const& [key, column] : *pairs) {
            auto const colon = key.find(':');
            auto const name = key.substr(0, colon);
            auto const part = part_of_key(name);
            if (!part) {
                // Columns with fields of cases, see `map_columns`.
                if (field_called(name) != Field::none) {
                    out_.columns[column].part = Part::field;
                    out_.columns[column].chosen = true;
                    if (name == "titre" || name == "title") take(column, Part::case_name, true);
                    continue;
                }
                return fail(Errc::invalid, "import.map.field", name);
            }
            take(column, *part, true);
            if (!is_scale(*part)) continue;
            scales_mapped_ = true;
            ScaleColumn one{column, *part, {}, {}, false, {}};
            if (colon != std::string::npos) {
                auto const axis = axes_.called(key.substr(colon + 1));
                if (!axis) return fail(Errc::invalid, "answers.axis", axes_.listed());
                one.axis = *axis;
            }
            out_.scales.push_back(one);
        }
        return {};
    }
    // Columns with names of scales that contain numbers or words of a scale.
    void scales()
    {
        struct Found {
            std::size_t strength = 0, column = 0;
        };
        std::map<std::pair<Part, model::AxisId>, Found> best;
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            auto const& profile = profiles_[i];
            if (!free(i) || profile.said == 0 || profile.people || profile.dates) continue;
            if (!profile.numeric() && !worded(profile)) continue;
            auto const plain = base::fold(named_scale(out_.columns[i].name).name);
            ScaleColumn one{i, Part::left, {}, {}, false, {}};
            std::size_t strength = 0;
            if (auto const own = axes_.worded(plain)) {
                one.axis = own->first, one.part = own->second;
            } else {
                auto const called = scale_called(plain);
                if (!called) continue;
                one.part = called->part;
                strength = called->strength + 1;
                std::string rest;
                if (auto const axis = axes_.within(called->rest, rest)) one.axis = *axis;
            }
            auto const [at, fresh] =
                best.emplace(std::pair(one.part, one.axis), Found{strength, i});
            all_.push_back(one);
            if (!fresh && strength < at->second.strength) at->second = {strength, i};
        }
        for (auto const& one : all_) {
            if (best.at({one.part, one.axis}).column != one.column) continue;
            out_.scales.push_back(one);
            out_.columns[one.column].part = one.part;
        }
    }
    static bool worded(Profile const& profile)
    {
        auto const scale = scale_of({profile.words});
        return scale && answers_by(*scale, profile.words);
    }

    void people()
    {
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            if (!free(i)) continue;
            auto const& profile = profiles_[i];
            if (names_voters(profile.name) && !out_.voter) {
                take(i, Part::voter, false);
                out_.voter_named = true;
            } else if (profile.people || profile.dates || names_voters(profile.name)) {
                out_.columns[i].part = Part::people;
            }
        }
        if (out_.voter) return;
        // An address or a name also identifies people; it is not stored either.
        for (std::size_t i = 0; i < profiles_.size(); ++i)
            if (out_.columns[i].part == Part::people && !profiles_[i].dates &&
                profiles_[i].said * 10 >= profiles_[i].rows * 9) {
                out_.columns[i].part = Part::voter;
                out_.voter = i;
                return;
            }
    }

    void axis_column()
    {
        if (out_.axis) return;
        constexpr std::array names{
            "axe"sv,          "axis"sv,   "axe strategique"sv, "strategic axis"sv,
            "nom de l'axe"sv, "axe n°"sv, "n° axe"sv,          "numero d'axe"sv};
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            if (!free(i)) continue;
            bool const named = std::ranges::find(names, profiles_[i].name) != names.end();
            if (named) return take(i, Part::axis_name, false);
        }
    }

    // The column of cases: by its name, by titles in the session, else the only column of words.
    void title()
    {
        if (out_.title) return;
        for (auto name : title_names)
            for (std::size_t i = 0; i < profiles_.size(); ++i)
                if (free(i) && profiles_[i].name == name && !profiles_[i].words.empty()) {
                    take(i, Part::case_name, false);
                    out_.title_named = true;
                    return;
                }
        std::size_t best = profiles_.size(), most = 0;
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            if (!free(i)) continue;
            std::size_t there = 0;
            for (auto const& [word, times] : profiles_[i].words)
                if (titles_.contains(word)) there += times;
            if (there > most) best = i, most = there;
        }
        if (best < profiles_.size()) return take(best, Part::case_name, false);
        std::vector<std::size_t> texts;
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
            auto const& profile = profiles_[i];
            if (free(i) && !profile.numeric() && profile.words.size() >= 2 &&
                !profile.field_named && !names_a_total(profile.name))
                texts.push_back(i);
        }
        if (texts.size() == 1) take(texts.front(), Part::case_name, false);
    }
    base::Result<void> give_axes()
    {
        std::optional<model::AxisId> usual;
        if (asked_.axis > 0) {
            usual = axes_.numbered(asked_.axis);
            if (!usual) return fail(Errc::not_found, "estimates.axis", std::to_string(asked_.axis));
        } else if (axes_.in_use().size() == 1) {
            usual = axes_.in_use().front();
        }
        for (auto& one : out_.scales) {
            if (!one.axis && usual && !out_.axis) one.axis = *usual;
            if (!one.axis && !out_.axis) out_.says_axes = false;
            out_.columns[one.column].axis = one.axis;
        }
        return {};
    }

    Table const& table_;
    std::vector<Profile> const& profiles_;
    Axes axes_;
    AnswersAsked const& asked_;
    std::set<std::string> titles_;
    std::vector<ScaleColumn> all_;
    ScaleColumns out_;
    bool scales_mapped_ = false;
};

} // namespace

std::optional<Part> scale_alone(std::string_view folded)
{
    auto const it = std::ranges::find(words, folded, &Word::word);
    return it == words.end() ? std::nullopt : std::optional(it->part);
}

bool names_cases(std::string_view folded)
{
    return std::ranges::find(title_names, folded) != title_names.end();
}

base::Result<ScaleColumns> scale_columns(Table const& table, std::vector<Profile> const& profiles,
                                         model::Document const& doc, AnswersAsked const& asked)
{
    return ScaleChooser(table, profiles, doc, asked).choose();
}

bool has_both(ScaleColumns const& columns)
{
    std::map<model::AxisId, std::set<Part>> parts;
    for (auto const& one : columns.scales) parts[one.axis].insert(one.part);
    return std::ranges::any_of(parts, [](auto const& of) {
        auto const& [axis, has] = of;
        bool const risk = has.contains(Part::risk) ||
                          (has.contains(Part::severity) && has.contains(Part::likelihood));
        return has.contains(Part::opportunity) && risk;
    });
}

std::string pairs_to_type(Table const& table, std::vector<Profile> const& profiles,
                          ScaleColumns const& columns, Axes const& axes)
{
    std::vector<std::size_t> figures;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        auto const part = columns.columns[i].part;
        bool const free = part == Part::left && !columns.columns[i].chosen;
        if (free && profiles[i].numeric() && profiles[i].numbers.size() <= 101 &&
            !may_name_voters(profiles[i].name) && !names_a_total(profiles[i].name) &&
            !profiles[i].name.ends_with("id"))
            figures.push_back(i);
    }
    std::string out;
    auto const add = [&](std::string const& key, std::size_t column) {
        auto const& name = column < table.header.size() ? table.header[column] : std::string{};
        bool const plain = name.find_first_of(",='\"\\$`") == std::string::npos && !name.empty();
        out += (out.empty() ? "" : ",") + key + "=" + (plain ? name : std::to_string(column + 1));
    };
    if (columns.title) add("cas", *columns.title);
    if (columns.voter) add("votant", *columns.voter);
    std::size_t axis = 0;
    for (std::size_t k = 0; k + 1 < figures.size() && axis < axes.in_use().size(); k += 2) {
        auto const number = std::to_string(axes.number_of(axes.in_use()[axis++]));
        add("opportunité:" + number, figures[k]);
        add("risque:" + number, figures[k + 1]);
    }
    return axis == 0 ? std::string{} : out;
}

} // namespace exchange
