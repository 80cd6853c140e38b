#pragma once

#include "room/http.h"

#include <filesystem>
#include <map>
#include <string>

namespace room {

// The static files of the phone's page, read once and compressed with gzip. The page itself has the
// style and the script in it that joining needs (start.css, start.js), so that it takes one round
// trip; its content policy allows these two by their hashes.
class Assets {
public:
    // Reads the files of `folder`, without subfolders; none when it is missing. `io`.
    static base::Result<Assets> load(std::filesystem::path const& folder);
    // Nothing when there is no such file.
    [[nodiscard]] std::optional<Response> answer(Request const& request) const;
    // Total compressed size in bytes.
    [[nodiscard]] std::size_t weight() const;

private:
    void join_together();
    struct File {
        std::string type, bytes, compressed, tag, policy; // policy: empty, the common one
    };
    std::map<std::string, File, std::less<>> files_; // by path: "/", "/app.js"
};

} // namespace room
