#pragma once

#include "ui/dialogs/kept_columns.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"

#include <filesystem>
#include <vector>

namespace shell {

// What this machine remembers of its person: settings and recent sessions. One small JSON file;
// losing it loses nothing of any session, so what cannot be read or written is left at that.
class Preferences {
public:
    struct Known {
        std::filesystem::path path; // absolute
        ui::Ended ended = ui::Ended::cleanly;
    };

    explicit Preferences(std::filesystem::path file);

    [[nodiscard]] ui::Settings const& settings() const { return settings_; }
    // Until then day and night are as the desktop says.
    [[nodiscard]] bool chose_appearance() const { return chose_appearance_; }
    [[nodiscard]] std::vector<Known> const& known() const
    {
        return known_;
    } // newest first, 20 at most
    void keep(ui::Settings const& settings);
    // The session is opened for editing: until `closed`, it counts as ended without warning.
    void opened(std::filesystem::path const& path);
    void closed(std::filesystem::path const& path);
    void forget(std::filesystem::path const& path);
    void moved(std::filesystem::path const& from, std::filesystem::path const& to);
    // A folder in which a file was chosen. Newest first, 5 at most.
    void used(std::filesystem::path const& folder);
    [[nodiscard]] std::vector<std::filesystem::path> const& folders() const { return folders_; }
    [[nodiscard]] std::vector<ui::KeptColumns> const& columns() const { return columns_; }
    void keep_columns(std::vector<ui::KeptColumns> const& columns);

private:
    void load();
    void save() const;
    void put_first(std::filesystem::path const& path, ui::Ended ended);

    std::filesystem::path file_;
    ui::Settings settings_;
    bool chose_appearance_ = false;
    std::vector<Known> known_;
    std::vector<std::filesystem::path> folders_;
    std::vector<ui::KeptColumns> columns_;
};

} // namespace shell
