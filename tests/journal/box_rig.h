#pragma once

#include "journal/file_log.h"
#include "journal/quick_disk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

// A session file with its ballot box, and the folder of keys.
namespace boxes {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;
using support::bytes_of;
using support::write_bytes;

inline model::Ballot ballot_of(int value) { return {{{{7}, value}}, 1}; }

struct Rig {
    support::TemporaryFolder folder;
    fs::path path = folder / "v.cadran";
    fs::path box = folder / "v.cadran.urn";
    support::TemporaryFolder state;
    fs::path keys = state / "keys";
    journal::BoxSizes sizes{256, 8};
    std::vector<base::Error> notices;

    Rig() { REQUIRE(FileLog::create(path, 1)); }
    [[nodiscard]] FileLog::Options options(platform::Disk* disk = nullptr) const
    {
        return {disk, keys, sizes};
    }
    FileLog::Opened open(fs::path const& by, OpenMode mode = OpenMode::write)
    {
        auto opened = FileLog::open(by, mode, options());
        REQUIRE(opened);
        notices = opened->notices;
        return std::move(*opened);
    }
    FileLog::Opened open() { return open(path); }
    // The offset of the slots in a box file.
    [[nodiscard]] static std::size_t slots_at(std::string const& bytes)
    {
        return bytes.find('\n') + 1;
    }
    [[nodiscard]] std::size_t keys_left() const
    {
        return fs::exists(keys)
                   ? static_cast<std::size_t>(std::distance(fs::directory_iterator(keys), {}))
                   : 0;
    }
};

// Saves the only key, to restore it after it was destroyed.
class KeyOf {
public:
    explicit KeyOf(Rig const& rig)
        : folder_(rig.keys)
    {
        for (auto const& file : fs::directory_iterator(folder_)) {
            name_ = file.path().filename().string();
            bytes_ = bytes_of(file.path());
        }
    }
    void put_back() const
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        write_bytes(folder_ / name_, bytes_);
    }

private:
    fs::path folder_;
    std::string name_, bytes_;
};

} // namespace boxes
