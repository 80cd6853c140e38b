#include "edit/permission.h"

#include <algorithm>

namespace edit {

base::Result<void> allowed(Actor const& who, Command const& command)
{
    if (who.role == Role::facilitator) return {};
    auto const* propose = command.as<Propose>();
    bool const replaces = propose && std::ranges::any_of(propose->which, [](auto const& one) {
                              return one.instead_of.has_value();
                          });
    if (who.role == Role::participant && (command.is<AddCases>() || propose))
        if (!replaces || who == inbox) return {};
    return base::fail(base::Errc::denied, "actor.role", name_of(command));
}

} // namespace edit
