#pragma once

#include "session/session.h"

#include <memory>

// Sessions of any number of cards: the sixty real cases of the sample over and over, each under a
// place of its own so that no two titles are the same, laid in columns as a person would.
namespace bench {

// What has to be said to an empty session for it to hold `count` cards, all laid.
edit::AddCases many_cases(session::Session& session, int count);

// A session in memory that holds them.
std::unique_ptr<session::Session> big_session(int count);

} // namespace bench
