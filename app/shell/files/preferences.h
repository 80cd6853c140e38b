#pragma once

#include "ui/dialogs/import/kept_columns.h"
#include "ui/dialogs/letterhead.h"
#include "ui/dialogs/own_notices.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"

#include <filesystem>
#include <vector>

namespace shell {

// Settings and recent sessions, in a small JSON file. Not essential: errors of reading and writing
// are ignored.
class Preferences {
public:
    struct Known {
        std::filesystem::path path; // absolute
        ui::Ended ended = ui::Ended::cleanly;
    };

    explicit Preferences(std::filesystem::path file);

    [[nodiscard]] ui::Settings const& settings() const { return settings_; }
    // Before that, light or dark follows the desktop.
    [[nodiscard]] bool chose_appearance() const { return chose_appearance_; }
    [[nodiscard]] std::vector<Known> const& known() const
    {
        return known_;
    } // newest first, at most 20
    void keep(ui::Settings const& settings);
    // Records that the session was opened for editing: until `closed`, it counts as interrupted.
    void opened(std::filesystem::path const& path);
    void closed(std::filesystem::path const& path);
    void forget(std::filesystem::path const& path);
    void moved(std::filesystem::path const& from, std::filesystem::path const& to);
    // Records a folder where a file was chosen. Newest first, at most 5.
    void used(std::filesystem::path const& folder);
    [[nodiscard]] std::vector<std::filesystem::path> const& folders() const { return folders_; }
    [[nodiscard]] std::vector<ui::KeptColumns> const& columns() const { return columns_; }
    void keep_columns(std::vector<ui::KeptColumns> const& columns);
    [[nodiscard]] ui::Letterhead const& letterhead() const { return letterhead_; }
    void keep_letterhead(ui::Letterhead const& head);
    [[nodiscard]] ui::OwnNotices const& notices() const { return notices_; }
    void keep_notice(model::Tongue language, model::Notice const& notice); // empty: forgets it

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
    ui::Letterhead letterhead_;
    ui::OwnNotices notices_;
};

} // namespace shell
