#pragma once

#include "room/http.h"

#include <filesystem>
#include <map>
#include <string>

namespace room {

// The page of the phone: the files of a folder, read once, each also compressed.
class Assets {
public:
    // A folder without `index.html` serves no page. `io` when a file cannot be read.
    static base::Result<Assets> load(std::filesystem::path const& folder);
    // Nothing where there is no such file.
    [[nodiscard]] std::optional<Response> answer(Request const& request) const;
    // Of all files together, compressed.
    [[nodiscard]] std::size_t weight() const;

private:
    struct File {
        std::string type, bytes, compressed, tag;
    };
    std::map<std::string, File, std::less<>> files_; // by path: "/", "/app.js"
};

} // namespace room
