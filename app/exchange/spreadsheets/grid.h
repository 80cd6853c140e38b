#pragma once

#include "i18n/catalogue.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <vector>

// A session as tables for export.
namespace exchange {

struct GridCell {
    std::string text;
    std::optional<double> number = {}; // if set, `text` is empty
    int digits = 0;                    // decimals, when written as text
};
struct Grid {
    std::string name; // of the sheet
    std::vector<std::string> header;
    std::vector<std::vector<GridCell>> rows; // as wide as the header
};

// In the language of `words`: first the cases with all their data (one column per axis and scale on
// 0..10, score and rank of each visible vote, rank with its interval, decisions); then the votes,
// positions and decisions, one per row. Sessions hold no voters' names, so there are none here.
enum class Aside { told, left_out }; // cases set aside
std::vector<Grid> grids_of(i18n::Catalogue const& words, model::Document const& doc,
                           Aside aside = Aside::told);

// Every ballot of the closed rounds, one mark per row, and every estimate, in shuffled order. Blank
// ballots have no rows.
std::vector<Grid> ballot_grids(i18n::Catalogue const& words, model::Document const& doc);

// The first of `grids_of` for some cases, in the order given, without empty columns and values that
// need random draws: for the clipboard.
Grid grid_of_cases(i18n::Catalogue const& words, model::Document const& doc,
                   std::vector<model::CaseId> const& cases);

} // namespace exchange
