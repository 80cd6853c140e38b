#include "platform/awake.h"

#include "platform/windows/system.h"

namespace platform {

struct KeepsAwake::Asked {};

KeepsAwake::KeepsAwake()
{
    ::SetThreadExecutionState(ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED);
}

KeepsAwake::~KeepsAwake() { ::SetThreadExecutionState(ES_CONTINUOUS); }

} // namespace platform
