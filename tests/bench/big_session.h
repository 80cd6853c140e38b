#pragma once

#include "session/session.h"

#include <memory>

// Sessions of any size: the sixty cases of the sample repeatedly, each with a different place name
// so that titles differ, laid out in columns.
namespace bench {

// Adds `count` cards with positions to an empty session.
void add_cards(session::Session& session, int count);

// A session in memory with them.
std::unique_ptr<session::Session> big_session(int count);

} // namespace bench
