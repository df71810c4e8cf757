using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Looks;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Incidents;

/// <summary>A command that a responder typed.</summary>
/// <param name="Target">Name of the target; null for the one of the service that understands the language.</param>
/// <param name="Key">Of the request: the same one again is one proposal.</param>
public sealed record OwnCommand(string By, string Text, Language Language, string Title, string? Target = null, string? Key = null);

/// <summary>How an action comes to be proposed: by the runbook, by a responder, or out of another action. Each is classified anew, and held by the same policy.</summary>
public static class ActionProposals
{
    /// <summary>Who proposes the actions that the procedure holds.</summary>
    public const string Runbook = "the runbook";

    /// <summary>Longest value of an input, in UTF-16 units.</summary>
    public const int LongestValue = 4096;

    /// <summary>Most actions of one incident: past it, they are no help any more.</summary>
    public const int Most = 500;

    /// <summary>The procedure's commands above read, in the runbook's order, each as a proposal for exactly its bytes.</summary>
    /// <param name="prohibitions">Of the runbook.</param>
    /// <param name="first">Number of the first proposal.</param>
    public static IEnumerable<ProposedAction> Candidates(Procedure procedure, LookPlan plan, LabelSet labels, ActionPolicy policy,
        EquatableArray<Prohibition> prohibitions, int first) =>
        plan.Commands
            .Where(planned => planned.Command.Effect > Effect.Read && planned.Permit is null)
            .Select((planned, index) => Candidate(procedure, planned, labels, policy, prohibitions, first + index));

    static ProposedAction Candidate(Procedure procedure, PlannedCommand planned, LabelSet labels, ActionPolicy policy, EquatableArray<Prohibition> prohibitions, int number)
    {
        var (step, command) = (planned.Step, planned.Command);
        var values = Planning.Values(step, command, labels);
        var cause = procedure.Hypotheses.FirstOrDefault(hypothesis => hypothesis.Id == step.Cause);
        var title = command.Comment is { Length: > 0 } comment ? comment : step.Title;
        var (text, why) = WithoutTerminal(command);
        // A variable comes from the target's own environment, or ends the command: only what stands for a value in the text needs a person's.
        var needs = step.Inputs.Where(input => input.Kind != "variable" && command.Inputs.Contains(input.Name) && values.All(value => value.Name != input.Name))
            .Select(input => input.Token).Distinct();
        return Held(
            new ProposedAction(
                number, planned.Id, cause is null || title == cause.Title ? title : $"{title} ({cause.Title})", text, command.Language, planned.Target?.Name,
                command.Effect, why, values, "", step.Cause, command.Line, Needs: needs.ToEquatableArray(), Terminal: WantsTerminal(command.Language, command.Tags),
                    Back: BackOf(step)),
            planned.Target, policy, Forbidding.Of(command.Text, command.Language, For(prohibitions, procedure.Id, step.Cause)));
    }

    // Of a block that changes several things, the runbook's undo would take back more than one of them; one with a gap in it would set the gap.
    static string? BackOf(Step step) =>
        step.Undo is { } undo && step.Commands.Where(command => command.Effect > Effect.Read).ToArray() is [var only] && step.Inputs.IsEmpty
        && Annotations.UndoIsWhole(undo, only.Language) ? undo : null;

    /// <summary>What is shown and approved is what will run, and nobody sits at its terminal.</summary>
    static (string Text, string Why) WithoutTerminal(Command command) =>
        command.Language == Language.Shell && Rewrites.OfAction(command.Text) is { IsEmpty: false } rewrites
            ? (rewrites[^1].Text, $"{command.Why}; {string.Join(' ', rewrites.Select(rewrite => rewrite.Sentence))}")
            : (command.Text, command.Why);

    static bool WantsTerminal(Language language, EffectTags tags) => language == Language.Shell && tags.HasFlag(EffectTags.Interactive);

    /// <summary>Whether a runbook still says what was proposed.</summary>
    public static bool Says(Command command, string proposed, Language language) => command.Language == language && WithoutTerminal(command).Text == proposed;

    /// <summary>A responder proposes a command of their own.</summary>
    public static Decision Propose(Incident incident, OwnCommand own, Service? service, EquatableArray<Prohibition> prohibitions, DateTimeOffset now)
    {
        if (own.Key is { Length: > 0 } key && incident.Actions.Any(action => action.Proposal.Key == key && action.Proposal.Text == own.Text)) return Decision.Nothing;
        if (Closed(incident) is { } closed) return Decision.Refuse(closed);
        if (string.IsNullOrWhiteSpace(own.Text)) return Decision.Refuse("the command is empty");
        if (own.Text.Length > ResponderDecisions.LongestText)
            return Decision.Refuse($"the command has {own.Text.Length} characters, at most {ResponderDecisions.LongestText} are allowed");
        var (target, missing) = TargetOf(own, service);
        if (target is null) return Decision.Refuse(missing);
        var verdict = Classifier.Whole(own.Text, own.Language, service?.Tools);
        if (verdict.Effect == Effect.None) return Decision.Refuse("there is nothing to run in it");
        return Decision.Of(new ActionProposed(now, own.By, Held(
            new ProposedAction(incident.Actions.Count + 1, null, own.Title, own.Text, own.Language, target.Name, verdict.Effect, verdict.Why, [], "", null, null,
                Key: own.Key, Terminal: WantsTerminal(own.Language, verdict.Tags)),
            target, incident.Policy, Forbidding.Of(own.Text, own.Language, For(prohibitions, incident.Procedure.Id, null)))));
    }

    /// <summary>The same command once more, as another action: for what failed, was withdrawn, lapsed, or whose outcome is known to be nought.</summary>
    /// <param name="target">What the target's name means now.</param>
    /// <param name="tools">The programs that are known to the incident's team.</param>
    public static Decision Again(Incident incident, int number, string by, Target? target, string? key, DateTimeOffset now, Toolset? tools = null)
    {
        if (ActionDecisions.Find(incident, number) is not { } action) return Decision.Refuse($"there is no action {number}");
        if (key is { Length: > 0 } && incident.Actions.Any(one => one.Proposal.Key == key && one.Proposal.Repeats == number)) return Decision.Nothing;
        if (Closed(incident) is { } closed) return Decision.Refuse(closed);
        if (target is null) return Decision.Refuse($"target {action.Proposal.Target} is no longer configured for this service");
        if (action.State == ActionState.Started) return Decision.Refuse($"action {number} is running: wait for its end");
        if (action.State == ActionState.Unknown) return Decision.Refuse($"say first how action {number} ended: it may have taken effect");
        if (incident.Actions.FirstOrDefault(one => one.Proposal.Repeats == number && one.State == ActionState.Proposed) is { } living)
            return Decision.Refuse($"it is proposed again already, as action {living.Number}");
        var verdict = Whole(action.Proposal.Text, action.Proposal.Language, action.Proposal.Values, tools);
        // A stale proposal of the same bytes would stand beside its own repetition.
        var withdrawn = action.State == ActionState.Proposed ? new ActionWithdrawn(now, number, by, "proposed again") : null;
        var again = new ActionProposed(now, by, Held(
            action.Proposal with { Number = incident.Actions.Count + 1, Effect = verdict.Effect.Worst(action.Proposal.Effect), Why = verdict.Why, Repeats = number,
                Undoes = null, Key = key },
            target, incident.Policy, action.Proposal.Forbidden));
        return withdrawn is null ? Decision.Of(again) : Decision.Of(withdrawn, again);
    }

    /// <summary>A person gives values to inputs that have none, or others to those that have: whatever was approved before was another action.</summary>
    /// <param name="values">By token.</param>
    /// <param name="tools">The programs that are known to the incident's team.</param>
    public static Decision Bind(Incident incident, int number, string by, IReadOnlyDictionary<string, string> values, DateTimeOffset now, Toolset? tools = null)
    {
        if (ActionDecisions.Find(incident, number) is not { } action) return Decision.Refuse($"there is no action {number}");
        if (action.State != ActionState.Proposed) return Decision.Refuse($"action {number} is {action.State.ToString().ToLowerInvariant()} already");
        var (proposal, known) = (action.Proposal, action.Proposal.Values);
        if (values.Keys.FirstOrDefault(token => !proposal.Needs.Contains(token) && known.All(value => value.Token != token)) is { } stranger)
            return Decision.Refuse($"action {number} has no input {stranger}");
        if (values.FirstOrDefault(value => Unusable(value.Value) is not null) is { Key: { } token } bad) return Decision.Refuse($"{token}: {Unusable(bad.Value)}");
        if (proposal.Needs.FirstOrDefault(need => !values.ContainsKey(need)) is { } missing) return Decision.Refuse($"{missing} has no value yet");
        var bound = known.Select(value => values.TryGetValue(value.Token, out var other) ? value with { Value = other, From = by } : value)
            .Concat(proposal.Needs.Select(need => new Binding(need.Trim('<', '>', '[', ']', '{', '}'), need, values[need], by))).ToEquatableArray();
        if (bound == known) return Decision.Nothing;
        var verdict = Whole(proposal.Text, proposal.Language, bound, tools);
        var effect = verdict.Effect.Worst(proposal.Effect);
        return Decision.Of(new ValuesBound(
            now, number, by, bound, effect, effect == verdict.Effect ? verdict.Why : proposal.Why, incident.Policy.For(proposal.Environment).For(effect),
            ActionHash.Of(proposal.Text, proposal.Language, proposal.Target ?? "", bound, proposal.Place)));
    }

    static string? Unusable(string value) =>
        value.Length == 0 ? "a value is needed"
        : value.Length > LongestValue ? $"a value has at most {LongestValue} characters, not {value.Length}"
        : value.Any(char.IsControl) ? "a value holds no control characters"
        : value[0] == '-' ? "a value that begins with a dash would be taken for an option"
        : null;

    /// <summary>What the text does, and what its undo is approved along with.</summary>
    static Classified Whole(string text, Language language, EquatableArray<Binding> values, Toolset? tools)
    {
        var verdict = Classifier.Whole(text, language, tools);
        // A value that stands inside a text which another program reads may make another thing of it: read once more with the values in it.
        var spelt = values.Where(value => value.Token.Length > 0).Aggregate(text, (spelt, value) => spelt.Replace(value.Token, value.Value, StringComparison.Ordinal));
        var bound = Classifier.Whole(spelt, language, tools);
        return bound.Effect > verdict.Effect && values.All(value => IsWord(value.Value)) ? bound : verdict;
    }

    static bool IsWord(string value) => value.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':');

    /// <summary>The proposal under the policy: its rule, its place, and the hash that approvals bind to.</summary>
    internal static ProposedAction Held(ProposedAction proposal, Target? target, ActionPolicy policy, EquatableArray<NamedProhibition> forbidden) => proposal with
    {
        Place = target?.Place,
        Environment = target?.Environment,
        Rule = policy.For(target?.Environment).For(proposal.Effect),
        Forbidden = forbidden,
        Hash = ActionHash.Of(proposal.Text, proposal.Language, proposal.Target ?? "", proposal.Values, target?.Place),
    };

    internal static string? Closed(Incident incident) =>
        incident.State == IncidentState.Closed ? "it is closed"
        : incident.Actions.Count >= Most ? $"it has {Most} actions already"
        : null;

    static (Target? Target, string Missing) TargetOf(OwnCommand own, Service? service)
    {
        if (own.Target is not { Length: > 0 } named) return Planning.TargetFor(own.Language, service);
        return service?.Targets.FirstOrDefault(target => target.Name == named) is not { } target
            ? (null, service is null
                ? "no target: the alert's labels choose no service"
                : $"service {service.Name} has no target {named}; it has {string.Join(", ", service.Targets.Select(one => one.Name))}")
            : Planning.Understands(target, own.Language) ? (target, "") : (null, $"{named} does not understand {own.Language.Word()}");
    }

    /// <summary>Prohibitions of the whole document, of the procedure, and of the cause that the action stands under.</summary>
    static EquatableArray<Prohibition> For(EquatableArray<Prohibition> prohibitions, string? procedure, string? cause) =>
        prohibitions.Where(one => (one.Procedure is null || one.Procedure == procedure) && (one.Cause is null || cause is null || one.Cause == cause)).ToEquatableArray();
}
