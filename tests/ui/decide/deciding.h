#pragma once

#include "support/ui/room.h"

#include <algorithm>
#include <string>
#include <vector>

namespace support {

// A session at Décider with cases that have positions and costs.
struct Deciding : Room {
    explicit Deciding(std::string const& language = "fr");

    void submit(edit::Command const& command);
    static model::Placement at(model::Level opportunity, model::Level risk);
    // The identities of the records, by number; axes in their order on the screen.
    template <class R>
    std::vector<typename R::Key> ids()
    {
        std::vector<typename R::Key> out;
        for (auto const& [id, record] : model::table<R>(doc())) out.push_back(id);
        std::ranges::sort(out, {}, [&](auto id) {
            auto const record = model::get<R>(doc(), id);
            if constexpr (std::is_same_v<R, model::Axis>)
                return record.order;
            else
                return record.number;
        });
        return out;
    }
    model::Decision decision(int number, model::Body body = model::Body::workshop);
    // Launches the selected case without a reason for its open questions.
    void launch();
    std::uint64_t entries() { return app.session()->log().size(); }
    // The case numbers of the rows, from the top.
    std::vector<int> rows(std::string const& prefix = "decide.row.");
    // Moves a slider to its left end.
    void slide_to_nothing(std::string const& id);
    model::Axis axis(int number);
};

} // namespace support
