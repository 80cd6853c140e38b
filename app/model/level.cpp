#include "model/level.h"

#include <cmath>

namespace model {

Level risk_of(Level severity, Level likelihood)
{
    return static_cast<Level>(std::lround(std::sqrt(double{1} * severity * likelihood)));
}

} // namespace model
