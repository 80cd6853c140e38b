#pragma once

#include "model/enums.h"

#include <array>
#include <vector>

// What the imagined room of the sample says of the sixty real cases. The titles, the descriptions
// and the sources are real and come from the file of cases; everything here is invented.
namespace sample {

struct Sketch {
    char const* short_title;
    int appeal;      // at the vote, 0..9; 0: the case was not placed
    int opportunity; // 0..10, the general view around which the axes vary
    int risk;        // likewise
    char const* proposer;
    char const* need;
    model::Answer personal_data;
    model::AiAct ai_act;
    char const* cost;
};

// A frame on the board, and the numbers of the cases in it.
struct Theme {
    char const* title;
    std::vector<int> numbers;
};

extern std::array<Sketch, 60> const sketches; // by the order of the file of cases
extern std::vector<Theme> const themes;
extern std::vector<int> const free_numbers; // cases beside the frames

} // namespace sample
