#pragma once

#include "analysis/ranking/ranking.h"
#include "pictures/pen.h"

#include <string>
#include <vector>

// The index of a case as a sum that a finger can follow: opportunity, what risk takes away, what
// the vote adds, what is left.
namespace pictures {

struct Waterfall {
    struct Term {
        enum class Kind { opportunity, risk, vote, index } kind = Kind::opportunity;
        std::string name, amount;    // "Risque 7,49 × 0,5", "− 3,74"
        double from = 0.0, to = 0.0; // in units of the index
    };
    std::vector<Term> terms;
    double least = 0.0, most = 10.0; // of the scale: whole, and holding every term
};

// Of a case that is placed.
Waterfall waterfall(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                    analysis::RankedCase const& one);

// From `area.min` down, within its width; risk is hatched, so that no colour says it alone. Returns
// where it ends.
float draw_waterfall(Pen& pen, Waterfall const& waterfall, base::Rect const& area);

} // namespace pictures
