#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

// Reads files of a ZIP in memory. Private to this folder.
namespace exchange {

class ZipReader {
public:
    explicit ZipReader(std::string_view bytes); // must outlive this
    ~ZipReader();
    ZipReader(ZipReader const&) = delete;
    ZipReader& operator=(ZipReader const&) = delete;

    [[nodiscard]] bool opened() const;
    [[nodiscard]] bool has(std::string const& name);

    enum class Read { done, missing, broken, stopped };
    // Passes the contents of a file piece by piece to `take` until it returns false.
    Read read(std::string const& name, std::function<bool(std::string_view)> const& take);

private:
    struct Archive;
    std::unique_ptr<Archive> archive_;
};

} // namespace exchange
