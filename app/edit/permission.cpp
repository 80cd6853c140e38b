#include "edit/permission.h"

namespace edit {

base::Result<void> allowed(Actor const& who, Command const& command)
{
    if (who.role == Role::facilitator) return {};
    if (who.role == Role::participant && (command.is<AddCases>() || command.is<Propose>()))
        return {};
    return base::fail(base::Errc::denied, "actor.role", name_of(command));
}

} // namespace edit
