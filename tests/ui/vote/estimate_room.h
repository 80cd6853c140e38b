#pragma once

#include "analysis/common/in_use.h"
#include "analysis/estimates/cloud.h"
#include "pictures/matrix.h"
#include "support/ui/room.h"
#include "ui/paint/matrix_paint.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// Estimating rounds through the interface: opened, filled in and closed.
namespace support {

struct Put {
    model::Level opportunity = 0, risk = 0;
};

struct Estimating : Room {
    explicit Estimating(int cases, std::string const& language = "fr");
    [[nodiscard]] model::AxisId axis(std::size_t place);
    [[nodiscard]] model::CaseId id(int number);
    // Opens a round on the first `axes` axes and all cases.
    void open(int axes, int headcount);
    void put(Put at);
    // Sets a slider with the range `least` to `most` with the mouse.
    void slide(std::string const& id, float value, float least, float most);
    // One voter fills in every question, in the order of the ballot.
    void fill(int axes, int cases, std::function<Put(int axis, int number)> const& say);
    void close();
    // Answers of a whole round, without the interface; nothing: "don't know".
    using Say = std::function<std::optional<Put>(int person, int axis, int number)>;
    void estimate(std::vector<int> const& axes, std::vector<int> const& numbers, int people,
                  Say const& say);
    [[nodiscard]] analysis::Cloud cloud(std::size_t axis_place, int number);
    [[nodiscard]] model::Placement const* placed(std::size_t axis_place, int number);
};

} // namespace support
