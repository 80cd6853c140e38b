#pragma once

#include "ui/kit/recent.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The library: filtering of sessions.
namespace ui {

// The folder shown.
struct Folders {
    enum class Which { all, one, elsewhere, archived } which = Which::all; // all: except archives
    std::string name;                                                      // of `one`
    friend bool operator==(Folders const&, Folders const&) = default;
};

struct LibraryFilter {
    enum class Since { ever, month, year } since = Since::ever; // 30 or 365 days
    std::optional<model::Step> step;
    std::string place, tag; // empty: any
    Folders folder;
    std::string query; // all words must match, ignoring case and accents
    friend bool operator==(LibraryFilter const&, LibraryFilter const&) = default;
};

class Library {
public:
    // Starts a new listing: old sessions stay until all parts have arrived.
    void begin();
    void take(ShelfPart part);
    void forget_session(std::filesystem::path const& path);
    [[nodiscard]] bool reading() const { return reading_; }

    // Newest first; ties in the order of arrival.
    [[nodiscard]] std::vector<Recent> const& sessions() const { return sessions_; }
    [[nodiscard]] Recent& at(std::size_t i) { return sessions_.at(i); }
    [[nodiscard]] std::vector<std::string> const& folders() const { return folders_; }
    // Changes with the sessions.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    // Indices of the sessions that match the filter. Searches only when filter or sessions changed.
    std::vector<std::size_t> const& shown(LibraryFilter const& filter, std::int64_t now_ms);
    // The number of matches in a folder.
    [[nodiscard]] std::size_t count_in(Folders const& folder) const;
    // Indices of the session's cases that match the last query.
    [[nodiscard]] std::vector<std::size_t> found_in(std::size_t session) const;
    // All places and tags, sorted.
    [[nodiscard]] std::vector<std::string> const& places() const { return places_; }
    [[nodiscard]] std::vector<std::string> const& tags() const { return tags_; }

private:
    void settle();

    std::vector<Recent> sessions_, coming_;
    std::vector<std::string> folders_, places_, tags_;
    bool reading_ = false, bit_by_bit_ = true;
    std::uint64_t revision_ = 1;

    LibraryFilter of_;
    std::uint64_t of_revision_ = 0;
    std::int64_t of_day_ = 0;
    std::vector<std::size_t> shown_;
    std::vector<std::size_t> let_through_; // in any folder
    std::vector<std::string> wanted_;      // words of the query, folded
};

// Whether every word of `wanted` is in `text`; both folded.
bool holds_all(std::string_view text, std::vector<std::string> const& wanted);
std::vector<std::string> folded_words(std::string_view query);

} // namespace ui
