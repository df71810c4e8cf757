using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.App.Desk;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Loops;

/// <summary>Reads for an action, under permits like any other: the state that its undo would restore, and what it would touch.</summary>
public sealed class Sounding(Libraries libraries, TargetExecutors executors)
{
    public async Task<Undoing> Undo(Incident incident, IncidentAction action, CancellationToken cancellation)
    {
        var proposal = action.Proposal;
        switch (UndoPlan.For(proposal.Text, proposal.Language, proposal.Values, proposal.Back))
        {
            case UndoPlan.Reads plan:
                var captured = new List<Captured>();
                foreach (var text in plan.Texts)
                {
                    if (await Read(incident, action, text, captured.Count, cancellation) is not { } result)
                        return new Undoing.None(
                            "the state it changes could not be read: its target is not configured any more, or the team's rules let this read not run by itself");
                    captured.Add(ActionUndo.Captured(result));
                }

                return plan.Inverse(captured.ToEquatableArray());
            case UndoPlan.None none:
                return new Undoing.None(none.Why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Whether a read shows what the action would touch, and has not run yet.</summary>
    public bool HasPreview(Incident incident, IncidentAction action) =>
        action is { State: ActionState.Proposed, Preview: null, Proposal: { Target: not null, Undoes: null } } && PreviewOf(incident, action) is not null;

    /// <summary>The programs that are known to the incident's team.</summary>
    public Toolset Tools(Incident incident) => libraries.Service(incident.Service)?.Tools ?? Toolset.BuiltIn;

    /// <returns>Null where no read is known that shows it, or none may run by itself.</returns>
    public async Task<Result?> Preview(Incident incident, IncidentAction action, CancellationToken cancellation) =>
        HasPreview(incident, action) && PreviewOf(incident, action) is { } text ? await Read(incident, action, text, -1, cancellation) : null;

    /// <summary>A preview stands in place of the action's text: values would have to be put into another one than was judged.</summary>
    string? PreviewOf(Incident incident, IncidentAction action)
    {
        var (proposal, tools) = (action.Proposal, Tools(incident));
        if (!proposal.Values.IsEmpty || !proposal.Needs.IsEmpty || Previews.Of(Classifier.Whole(proposal.Text, proposal.Language, tools)) is not { } preview
            || preview.Language != proposal.Language)
            return null;
        return Classifier.Whole(preview.Text, preview.Language, tools).RunsByItself ? preview.Text : null;
    }

    async Task<Result?> Read(Incident incident, IncidentAction action, string text, int index, CancellationToken cancellation)
    {
        var proposal = action.Proposal;
        if (libraries.Service(incident.Service)?.Targets.FirstOrDefault(action.IsOn) is not { } target) return null;
        var id = new CommandId($"action {action.Number} {(index < 0 ? "preview" : "undo")}", Math.Max(0, index));
        var command = new Command(text, proposal.Line ?? 0, proposal.Language, Effect.Read, EffectTags.None, "", null, [], [], null);
        return ReadPolicy.Decide(id, command, target, [], Limits.Default, clicked: false, tools: Tools(incident)) is ReadDecision.Permitted permitted
            ? await executors.Run(permitted.Permit, cancellation) : null;
    }
}
