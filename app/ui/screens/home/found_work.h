#pragma once

#include "analysis/comparison/sightings.h"
#include "ui/kit/ui.h"
#include "ui/screens/home/library.h"

#include <future>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// A case that a search found, in every session that has it.
struct FoundCase {
    std::string title; // as the newest of these sessions words it
    struct In {
        std::filesystem::path path;
        std::string session, place; // its title, and where it is about
        std::int64_t changed_ms = 0;
        model::Verdict verdict = model::Verdict::none;
    };
    std::vector<In> in; // the newest first
};

// Brings the found cases of all sessions together, on a thread of its own.
class FoundWork {
public:
    // The cases of the library that answer its filter; nothing to do when they are those of before.
    void ask(Ui& ui, Library const& library, LibraryFilter const& filter,
             std::vector<std::size_t> const& shown);
    void forget();
    [[nodiscard]] std::vector<FoundCase> const& found() const { return found_; }
    // Found by the search, those that are not shown included.
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
