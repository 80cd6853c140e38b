#include "edit/command.h"

#include "edit/plan.h"

namespace edit {

std::string name_of(Command const& command)
{
    return command.visit([]<class C>(C const&) { return std::string{C::name}; });
}

Undo undo_of(Command const& command)
{
    bool const act =
        command.is<StartSession>() || command.is<OpenRound>() || command.is<CloseRound>() ||
        command.is<RevealRound>() || command.is<ReopenRound>() || command.is<CountHands>() ||
        command.is<RaiseHands>() || command.is<ProlongRound>() || command.is<DecideTie>() ||
        command.is<SetTimer>() || command.is<SetStep>() || command.is<SetNotice>() ||
        command.is<AdoptQuestions>() || command.is<NoteRedaction>() ||
        command.is<RestoreSession>() || command.is<JoinSite>() || command.is<LeaveSite>() ||
        command.is<PassLead>() || command.is<CollectBallots>() || command.is<DropCollection>();
    return act ? Undo::never : Undo::yes;
}

Result<Changes> plan(Document const& doc, Command const& command)
{
    return command.visit([&](auto const& c) { return plan_one(doc, c); });
}

} // namespace edit
