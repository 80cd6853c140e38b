#pragma once

#include "platform/file.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace platform {

// A program that was started here, without input and output. It goes on when this object is
// destroyed, unless it was stopped.
class Child {
public:
    // Nothing when it cannot be started.
    static std::optional<Child> start(std::filesystem::path const& program,
                                      std::vector<std::string> const& arguments);
    Child(Child&&) noexcept = default;
    Child& operator=(Child&&) noexcept = default;

    [[nodiscard]] bool running();
    // Asks it to end, and ends it when it has not done so after `patience`.
    void stop(std::chrono::milliseconds patience);

private:
    Child() = default;
    std::int64_t number_ = 0; // of the process; 0: it has ended
    File handle_;             // of Windows
};

} // namespace platform
