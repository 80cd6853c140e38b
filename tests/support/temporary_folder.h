#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace support {

// A folder for one test, removed at its end.
class TemporaryFolder {
public:
    explicit TemporaryFolder(
        std::filesystem::path const& inside = std::filesystem::temp_directory_path())
        : path_(inside / ("cadran-test-" + std::to_string(std::random_device{}())))
    {
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const
    {
        return path_ / name;
    }
    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::string bytes_of(std::filesystem::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

// Removes a file; its name is free at once, as if nobody had it open. On Windows a name stays until
// the last program closes the file, so it is renamed first.
inline void take_away(std::filesystem::path const& path)
{
#if defined(_WIN32)
    auto const gone = path.parent_path() / ("gone-" + std::to_string(std::random_device{}()));
    std::filesystem::rename(path, gone);
    std::filesystem::remove(gone);
#else
    std::filesystem::remove(path);
#endif
}

inline void write_bytes(std::filesystem::path const& path, std::string const& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace support
