#pragma once

#include "edit/command.h"

#include <string>
#include <string_view>

// Commands as JSON, everything named: what an outbox keeps of them until they are shared.
namespace federation {

// `{"command":"set_title","title":"…"}`. Empty for a command that a shared session does not take:
// start_session, restore_session, redact.
std::string command_text(edit::Command const& command);

// Parses it completely. `corrupt` "outbox.form" with the fault ("why.…").
base::Result<edit::Command> command_of(std::string_view json);

// A text as a JSON string, with its quotation marks.
std::string json_string(std::string_view text);

} // namespace federation
