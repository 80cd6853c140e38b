#pragma once

#include "session/session.h"

#include <memory>

// Sessions of any size: the sixty cases of the sample repeatedly, each with a different place name
// so that titles differ, laid out in columns.
namespace bench {

// The command that adds `count` cards with positions to an empty session.
edit::AddCases many_cases(session::Session& session, int count);

// A session in memory with them.
std::unique_ptr<session::Session> big_session(int count);

} // namespace bench
