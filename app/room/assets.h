#pragma once

#include "room/http.h"

#include <filesystem>
#include <map>
#include <string>

namespace room {

// The static files of the phone's page, read once and compressed with gzip.
class Assets {
public:
    // Reads the files of `folder`, without subfolders; none when it is missing. `io`.
    static base::Result<Assets> load(std::filesystem::path const& folder);
    // Nothing when there is no such file.
    [[nodiscard]] std::optional<Response> answer(Request const& request) const;
    // Total compressed size in bytes.
    [[nodiscard]] std::size_t weight() const;

private:
    struct File {
        std::string type, bytes, compressed, tag;
    };
    std::map<std::string, File, std::less<>> files_; // by path: "/", "/app.js"
};

} // namespace room
