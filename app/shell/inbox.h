#pragma once

#include "base/clock.h"
#include "model/records.h"
#include "ui/host.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// The folder beside a session where proposals are dropped, while the board holds the session or
// before it is opened.
namespace shell {

// `NAME.cadran.inbox`, one by whatever name the session is opened.
std::filesystem::path inbox_of(std::filesystem::path const& session);

// Leaves a proposal there, durably, as a file of its own: whoever looks sees all of it or nothing.
// Makes the folder. `io` "folder.create", "file.write", "file.disk_full".
base::Result<std::filesystem::path> drop_proposal(std::filesystem::path const& session,
                                                  model::Proposal const& proposal,
                                                  base::Chance& chance);

// Looks at one such folder from time to time.
class Watch {
public:
    // The files that came in whole, oldest first: .json, .csv, .tsv, .txt. One that another program
    // may still be writing is left until it has stayed the same from one look to the next. What is
    // neither and cannot be read is there with its error.
    std::vector<ui::Incoming> look(std::filesystem::path const& folder);
    // Moves one to `done` or `refused` within the folder; one that cannot be moved is not shown
    // again. `io` "inbox.move" with its name.
    base::Result<void> put_away(std::filesystem::path const& folder, std::string const& name,
                                ui::Fate fate);

private:
    struct Facts {
        std::int64_t size = 0, changed_ns = 0;
        friend bool operator==(Facts const&, Facts const&) = default;
    };
    std::filesystem::path folder_;
    std::map<std::string, Facts> before_; // as they were at the last look
    std::map<std::string, Facts> stuck_;  // that could not be moved
};

} // namespace shell
