#pragma once

#include "analysis/comparison/sightings.h"
#include "ui/kit/ui.h"
#include "ui/screens/home/library.h"

#include <future>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// A case found by the search, in all sessions that have it.
struct FoundCase {
    std::string title; // from the newest of these sessions
    struct In {
        std::filesystem::path path;
        std::string session, place; // session title; its place
        std::int64_t changed_ms = 0;
        model::Verdict verdict = model::Verdict::none;
    };
    std::vector<In> in; // newest first
};

// Groups found cases across sessions, on a background thread.
class FoundWork {
public:
    // Requests the cases that match the filter; does nothing when unchanged.
    void ask(Ui& ui, Library const& library, LibraryFilter const& filter,
             std::vector<std::size_t> const& shown);
    void forget();
    [[nodiscard]] std::vector<FoundCase> const& found() const { return found_; }
    // The number found, shown or not.
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] bool waits() const { return running_.valid(); }

private:
    struct Answer {
        std::uint64_t number = 0;
        std::vector<FoundCase> found;
    };
    struct Asked {
        LibraryFilter filter;
        std::uint64_t revision = 0;
        friend bool operator==(Asked const&, Asked const&) = default;
    };

    std::optional<Asked> of_;
    std::uint64_t number_ = 0;
    std::future<Answer> running_;
    std::optional<std::pair<std::vector<analysis::Sighting>, std::vector<FoundCase::In>>> next_;
    std::vector<FoundCase> found_;
    std::size_t count_ = 0;
};

} // namespace ui
