#pragma once

#include "exchange/templates/template.h"
#include "pictures/comparison/moves.h"
#include "ui/kit/frame.h"
#include "ui/kit/names.h"
#include "ui/kit/widgets.h"
#include "ui/screens/compare/compare.h"
#include "ui/screens/compare/compare_work.h"
#include "ui/screens/compare/session_at.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// The comparison of two sessions or moments; read-only.
struct CompareView {
    enum class State { closed, open };
    enum class Show { matrix, axes, ranks };
    static constexpr std::size_t before = 0, after = 1;

    // A session file and entry.
    struct Side {
        std::filesystem::path path;
        std::uint64_t asked = 0; // number of the pending request, 0: none
        std::optional<SessionAt> at;
        std::optional<base::Error> failed;
    };
    // A file to read, by the caller: answers to earlier numbers are ignored.
    struct Wanted {
        std::size_t side = before;
        std::uint64_t number = 0;
        std::filesystem::path path;
        std::optional<std::uint64_t> entry; // none: its end
    };

    State state = State::closed;
    std::array<Side, 2> sides;
    std::vector<Wanted> wanted;
    std::uint64_t asked = 0;
    bool find_start = false; // choose the first moment when the session is read

    CompareWork work;
    bool stale = true; // a side or the language changed since the last request
    std::optional<i18n::Language> worded_in;
    std::vector<analysis::PairAnswer> answers; // in the order given

    Show show = Show::matrix;
    std::optional<std::size_t> axis;    // of the matrix; none: overall
    model::CaseId selected;             // of the second session
    std::optional<std::size_t> menu;    // open menu, by side
    std::optional<std::size_t> picking; // open choice of an entry, by side
    float picked = 0;
    Scroll panel, rows, grid;

    // The cached layout of the matrix.
    struct Laid {
        std::shared_ptr<ComparedSessions const> of;
        std::optional<std::size_t> axis;
        base::Rect box;
        std::vector<pictures::MoveChip> chips;
    } laid;
    NameDesk desk;

    [[nodiscard]] bool shown() const { return state == State::open; }
    [[nodiscard]] ComparedSessions const* found() const { return work.found().get(); }
};

// A requested session was read, or failed.
void arrived(CompareView& view, std::size_t side, std::uint64_t number,
             base::Result<SessionAt> const& read);

} // namespace ui
