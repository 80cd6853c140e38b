#pragma once

#include "session/session.h"
#include "ui/wish.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

// What the interface asks of the machine: files, settings, time. The shell gives a real one, tests
// their own.
namespace ui {

struct OpenedSession {
    std::unique_ptr<session::Session> session;
    std::filesystem::path path;
    Access access = Access::edit;
    // What the person has to be told on opening: a torn tail kept aside, a second opener, a damaged
    // line…
    std::vector<base::Error> notices;
};

enum class Ended { cleanly, without_warning };

// A session opened lately, as the start screen shows it.
struct Recent {
    std::filesystem::path path;
    std::int64_t changed_ms = 0; // Unix time of its last entry
    std::uint64_t entries = 0;
    Ended ended = Ended::cleanly;
    model::Document document;
    std::size_t ballots_kept = 0; // in the urn of an open round
};

struct Settings {
    std::string language = "fr"; // "fr" or "en"
    Appearance appearance = Appearance::day;
    int scale_percent = 100;
    friend bool operator==(Settings const&, Settings const&) = default;
};

class Host {
public:
    Host() = default;
    Host(Host const&) = delete;
    Host& operator=(Host const&) = delete;
    virtual ~Host() = default;

    virtual std::int64_t now_ms() = 0;
    virtual base::Result<OpenedSession> open(std::filesystem::path const& path, Access access) = 0;
    // A new file in the person's folder of sessions, named after the title.
    virtual base::Result<OpenedSession> create(NewSession const& wish,
                                               std::string const& language) = 0;
    // Called when a session is left on purpose: it ended cleanly.
    virtual void closed(std::filesystem::path const& path) = 0;
    virtual base::Result<std::filesystem::path> save_copy(std::filesystem::path const& path) = 0;
    virtual base::Result<std::string> read_file(std::filesystem::path const& path) = 0;
    virtual std::vector<Recent> recent() = 0; // newest first
    virtual void forget(std::filesystem::path const& path) = 0;
    virtual void keep(Settings const& settings) = 0;
};

} // namespace ui
