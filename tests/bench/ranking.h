#pragma once

namespace bench {

// What Décider costs a plenary: 60 cases estimated on 8 axes by 300 people, who also voted.
void ranking();

} // namespace bench
