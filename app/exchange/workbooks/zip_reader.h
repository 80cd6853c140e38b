#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

// The files in a ZIP that is in memory. Private to this folder.
namespace exchange {

class ZipReader {
public:
    explicit ZipReader(std::string_view bytes); // which outlive this
    ~ZipReader();
    ZipReader(ZipReader const&) = delete;
    ZipReader& operator=(ZipReader const&) = delete;

    [[nodiscard]] bool opened() const;
    [[nodiscard]] bool has(std::string const& name);

    enum class Read { done, missing, broken, stopped };
    // Hands over the bytes of a file, piece by piece, until `take` says false.
    Read read(std::string const& name, std::function<bool(std::string_view)> const& take);

private:
    struct Archive;
    std::unique_ptr<Archive> archive_;
};

} // namespace exchange
