#pragma once

namespace bench {

// Times Décider for a plenary: 60 cases estimated on 8 axes by 300 people, with a vote.
void ranking();

} // namespace bench
