#pragma once

#include "analysis/comparison/comparison.h"
#include "i18n/catalogue.h"

#include <cstdint>
#include <string>
#include <vector>

// Texts about the differences between two sessions, or two moments of one.
namespace wording {

// A comparison and its two documents.
struct Compared {
    analysis::Comparison const& all;
    model::Document const& before;
    model::Document const& after;
};

// "L’IA au Département, 12 mars 2026"; with the entry unless it is the last.
std::string moment(i18n::Catalogue const& words, model::Document const& doc, std::int64_t at_ms);
std::string moment(i18n::Catalogue const& words, model::Document const& doc, std::int64_t at_ms,
                   std::uint64_t entry, std::uint64_t entries);

// "24 cas en commun, 1 nouveau, 2 disparus".
std::string common_cases(i18n::Catalogue const& words, Compared const& of);
// "10 cas déplacés, dont 4 changent de quadrant"; says so when there is none.
std::string moved(i18n::Catalogue const& words, Compared const& of);
// "6 rangs changés ; de 276 paires de cas, 12 sont dans l’autre ordre"; says so when there is none.
std::string ranks(i18n::Catalogue const& words, Compared const& of);
// "2 décisions changées"; says so when there is none.
std::string verdicts(i18n::Catalogue const& words, Compared const& of);
// "accord gagné 3 fois, perdu 1 fois"; empty unless both have estimates.
std::string agreement(i18n::Catalogue const& words, Compared const& of);

// A case by number and title: "9. Aides sociales".
std::string titled(i18n::Catalogue const& words, model::Document const& doc, model::CaseId id);
// The same of the second session, with its former title if it changed.
std::string titled(i18n::Catalogue const& words, Compared const& of,
                   analysis::CaseChange const& one);

// "opportunité 6,8 → 7,2, risque 5,6 → 4,1"; with quadrants if they changed.
std::string moved(i18n::Catalogue const& words, analysis::CaseChange const& one);
// The same on one axis, starting with its name; or that it was placed, or unplaced. Empty without a
// change.
std::string moved(i18n::Catalogue const& words, Compared const& of, analysis::AxisMove const& move);
// "contesté → accord"; empty without a change.
std::string agreement(i18n::Catalogue const& words, analysis::AxisMove const& move);
// "6ᵉ → 1ᵉʳ", "sans rang → 3ᵉ".
std::string rank_change(i18n::Catalogue const& words, analysis::CaseChange const& one);
// "Atelier : Encadrer → Lancer · motif"; or the other fields that changed.
std::string decision(i18n::Catalogue const& words, analysis::DecisionChange const& one);
// A case that only one session has, and what it was merged into or split from.
std::string gone(i18n::Catalogue const& words, Compared const& of, analysis::Unpaired const& one);
std::string fresh(i18n::Catalogue const& words, Compared const& of, analysis::Unpaired const& one);
// "82 % : « Fuites d’eau » et « Fuites de gaz »".
std::string doubt(i18n::Catalogue const& words, Compared const& of,
                  analysis::AlikeAcross const& pair);
// How two cases were paired; empty for pairs by id.
std::string matched(i18n::Catalogue const& words, analysis::CasePair const& pair);

// A heading and its lines. All sections of a comparison, without empty ones.
struct Section {
    std::string title;
    std::vector<std::string> lines;
};
std::vector<Section> sections(i18n::Catalogue const& words, Compared const& of);
// The section about the order: weights, convention, axes, votes.
Section rules(i18n::Catalogue const& words, Compared const& of);

} // namespace wording
