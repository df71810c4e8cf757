using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>What a first look will do with each command of a procedure. Every command stands in it: what does not run says why.</summary>
public sealed record LookPlan(EquatableArray<PlannedCommand> Commands)
{
    public IEnumerable<PlannedCommand> Ready => Commands.Where(command => command.Permit is not null);
}

/// <param name="Permit">Null where it does not run; then <paramref name="Waits"/> says why.</param>
/// <param name="Waits">Why it does not run now, for a person: "no target for redis", "needs a value: request id", "waits for approval: reversible".</param>
/// <param name="After">Commands of the same step that must have run before it.</param>
public sealed record PlannedCommand(CommandId Id, Step Step, Command Command, Target? Target, ReadPermit? Permit, string? Waits, EquatableArray<CommandId> After);
