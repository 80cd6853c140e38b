#include "edit/command.h"

#include "edit/plan.h"

namespace edit {

std::string name_of(Command const& command)
{
    return std::visit([]<class C>(C const&) { return std::string{C::name}; }, command);
}

Undo undo_of(Command const& command)
{
    bool const act =
        std::holds_alternative<StartSession>(command) ||
        std::holds_alternative<OpenRound>(command) || std::holds_alternative<CloseRound>(command) ||
        std::holds_alternative<RevealRound>(command) ||
        std::holds_alternative<CountHands>(command) ||
        std::holds_alternative<ProlongRound>(command) ||
        std::holds_alternative<DecideTie>(command) || std::holds_alternative<SetTimer>(command) ||
        std::holds_alternative<SetStep>(command);
    return act ? Undo::never : Undo::yes;
}

Result<Changes> plan(Document const& doc, Command const& command)
{
    return std::visit([&](auto const& c) { return plan_one(doc, c); }, command);
}

} // namespace edit
