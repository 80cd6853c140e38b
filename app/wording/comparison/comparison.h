#pragma once

#include "analysis/comparison/comparison.h"
#include "i18n/catalogue.h"

#include <cstdint>
#include <string>
#include <vector>

// What changed from one session, or one moment of it, to another.
namespace wording {

// A comparison with what it is of.
struct Compared {
    analysis::Comparison const& all;
    model::Document const& before;
    model::Document const& after;
};

// "L’IA au Département, 12 mars 2026"; with the entry where it is not the last one.
std::string moment(i18n::Catalogue const& words, model::Document const& doc, std::int64_t at_ms);
std::string moment(i18n::Catalogue const& words, model::Document const& doc, std::int64_t at_ms,
                   std::uint64_t entry, std::uint64_t entries);

// "24 cas en commun, 1 nouveau, 2 disparus".
std::string common_cases(i18n::Catalogue const& words, Compared const& of);
// "10 cas déplacés, dont 4 changent de quadrant"; that none is.
std::string moved(i18n::Catalogue const& words, Compared const& of);
// "6 rangs changés ; de 276 paires de cas, 12 sont dans l’autre ordre"; that none is.
std::string ranks(i18n::Catalogue const& words, Compared const& of);
// "2 décisions changées"; that none is.
std::string verdicts(i18n::Catalogue const& words, Compared const& of);
// "accord gagné 3 fois, perdu 1 fois"; empty where the room did not estimate twice.
std::string agreement(i18n::Catalogue const& words, Compared const& of);

// A case as lists call it, by its number and title in the second session: "9. Aides sociales".
std::string titled(i18n::Catalogue const& words, model::Document const& doc, model::CaseId id);
// The same with the words that it had, where those are others.
std::string titled(i18n::Catalogue const& words, Compared const& of,
                   analysis::CaseChange const& one);

// "opportunité 6,8 → 7,2, risque 5,6 → 4,1"; with the quadrants where they differ.
std::string moved(i18n::Catalogue const& words, analysis::CaseChange const& one);
// The same on one axis, beginning with it; where it was settled only now, or is no longer.
// Empty where nothing of that is so.
std::string moved(i18n::Catalogue const& words, Compared const& of, analysis::AxisMove const& move);
// "contesté → accord"; empty where it is as it was.
std::string agreement(i18n::Catalogue const& words, analysis::AxisMove const& move);
// "6ᵉ → 1ᵉʳ", "sans rang → 3ᵉ".
std::string rank_change(i18n::Catalogue const& words, analysis::CaseChange const& one);
// "Atelier : Encadrer → Lancer · motif"; or what else of it changed.
std::string decision(i18n::Catalogue const& words, analysis::DecisionChange const& one);
// A case of one session only, and what it was merged into or parted from.
std::string gone(i18n::Catalogue const& words, Compared const& of, analysis::Unpaired const& one);
std::string fresh(i18n::Catalogue const& words, Compared const& of, analysis::Unpaired const& one);
// "82 % : « Fuites d’eau » et « Fuites de gaz »".
std::string doubt(i18n::Catalogue const& words, Compared const& of,
                  analysis::AlikeAcross const& pair);
// How two cases came to be one: nothing to say of an identity.
std::string matched(i18n::Catalogue const& words, analysis::CasePair const& pair);

// A heading and what is under it. The whole comparison, those that have nothing to say left out.
struct Section {
    std::string title;
    std::vector<std::string> lines;
};
std::vector<Section> sections(i18n::Catalogue const& words, Compared const& of);
// Of those, how the order is made: weights, convention, axes, votes.
Section rules(i18n::Catalogue const& words, Compared const& of);

} // namespace wording
