#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace support {

// Sets a variable of the environment until the test ends. Empty: removes it.
class Variable {
public:
    Variable(std::string name, std::string const& value)
        : name_(std::move(name))
    {
        if (auto const* was = std::getenv(name_.c_str())) was_ = was; // NOLINT: one thread
        set(value);
    }
    ~Variable() { was_ ? set(*was_) : unset(); }
    Variable(Variable const&) = delete;
    Variable& operator=(Variable const&) = delete;
#if defined(_WIN32)
    void set(std::string const& value) { ::_putenv_s(name_.c_str(), value.c_str()); }

private:
    void unset() { set({}); }
#else
    void set(std::string const& value) { ::setenv(name_.c_str(), value.c_str(), 1); } // NOLINT

private:
    void unset() { ::unsetenv(name_.c_str()); } // NOLINT: as above
#endif

    std::string name_;
    std::optional<std::string> was_;
};

} // namespace support
