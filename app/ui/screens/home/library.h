#pragma once

#include "ui/kit/recent.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The sessions of this machine: which of them are shown.
namespace ui {

// Which folder is looked into.
struct Folders {
    enum class Which { all, one, elsewhere, archived } which = Which::all; // all: but the archives
    std::string name;                                                      // of `one`
    friend bool operator==(Folders const&, Folders const&) = default;
};

struct LibraryFilter {
    enum class Since { ever, month, year } since = Since::ever; // 30 days, 365 days
    std::optional<model::Step> step;
    std::string place, tag; // empty: any
    Folders folder;
    std::string query; // words that all have to be found, whatever case and accents
    friend bool operator==(LibraryFilter const&, LibraryFilter const&) = default;
};

class Library {
public:
    // A new reading begins: what is known stays until its parts are all there.
    void begin();
    void take(ShelfPart part);
    void forget_session(std::filesystem::path const& path);
    [[nodiscard]] bool reading() const { return reading_; }

    // The newest first; those that came first stay first among equals.
    [[nodiscard]] std::vector<Recent> const& sessions() const { return sessions_; }
    [[nodiscard]] Recent& at(std::size_t i) { return sessions_.at(i); }
    [[nodiscard]] std::vector<std::string> const& folders() const { return folders_; }
    // Changes whenever the sessions do.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    // In `sessions`, those that the filter lets through. Costs one look through the texts when the
    // filter or the sessions changed, nothing otherwise.
    std::vector<std::size_t> const& shown(LibraryFilter const& filter, std::int64_t now_ms);
    // How many the filter lets through in that folder.
    [[nodiscard]] std::size_t count_in(Folders const& folder) const;
    // The cases of a session that answer the query of the last `shown`, by place in its list.
    [[nodiscard]] std::vector<std::size_t> found_in(std::size_t session) const;
    // What may be chosen: every place and every tag of the sessions, sorted.
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
    std::vector<std::size_t> let_through_; // whatever folder they are in
    std::vector<std::string> wanted_;      // the words of the query, folded
};

// Whether every word of `wanted` is in `text`; both folded.
bool holds_all(std::string_view text, std::vector<std::string> const& wanted);
std::vector<std::string> folded_words(std::string_view query);

} // namespace ui
