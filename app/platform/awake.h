#pragma once

#include <memory>

namespace platform {

// While this object exists, the desktop is asked neither to blank its screens nor to sleep. To be
// made and destroyed on one thread.
class KeepsAwake {
public:
    KeepsAwake();
    ~KeepsAwake();
    KeepsAwake(KeepsAwake const&) = delete;
    KeepsAwake& operator=(KeepsAwake const&) = delete;

private:
    struct Asked;
    std::unique_ptr<Asked> asked_;
};

} // namespace platform
