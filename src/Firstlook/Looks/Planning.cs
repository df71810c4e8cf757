using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>Plans a first look: which commands of a procedure run at once, against which target, and why the others wait.</summary>
public static class Planning
{
    /// <param name="service">Null where the alert's labels chose none: then nothing has a target.</param>
    /// <param name="labels">Of the alert; values for inputs come from here alone.</param>
    public static LookPlan Plan(Procedure procedure, Service? service, LabelSet labels, Limits limits) =>
        Plan(procedure.Steps, service, labels, limits);

    public static LookPlan Plan(EquatableArray<Step> steps, Service? service, LabelSet labels, Limits limits) =>
        new(steps.SelectMany(step => Units.Of(step)).Select(unit => Plan(unit, service, labels, limits)).ToEquatableArray());

    static PlannedCommand Plan(Unit unit, Service? service, LabelSet labels, Limits limits)
    {
        var (id, step, command) = (unit.Id, unit.Step, unit.Command);
        var after = command.After.Select(index => new CommandId(step.Id, index)).ToEquatableArray();
        if (command.Effect == Effect.None) return Waiting(null, "nothing to run");
        var (target, missing) = TargetFor(step, command, service);
        if (command.Effect > Effect.Read) return Waiting(target, $"waits for approval: {command.Effect.Word()}, {command.Why}");
        if (target is null) return Waiting(null, missing);
        if (Units.IsCode(command.Language)) return Waiting(target, $"{Access.Waiting.ForClick}: code runs inside the application");
        var values = Values(step, command, labels);
        var before = command.After.Select(index => step.Commands[index].Text).ToEquatableArray();
        return ReadPolicy.Decide(id, command, target, values, limits, clicked: false, before, service?.Tools) switch
        {
            ReadDecision.Permitted permitted => new PlannedCommand(id, step, command, target, permitted.Permit, null, after),
            ReadDecision.Refused refused => Waiting(target, refused.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        PlannedCommand Waiting(Target? target, string why) => new(id, step, command, target, null, why, after);
    }

    /// <summary>Values of the command's inputs that the alert's labels give, each told where it comes from.</summary>
    public static EquatableArray<Binding> Values(Step step, Command command, LabelSet labels)
    {
        const string fromLabel = "alert label ";
        return step.Inputs
            .Where(input => command.Inputs.Contains(input.Name) && input.From?.StartsWith(fromLabel, StringComparison.Ordinal) == true)
            .Select(input => (Input: input, Value: labels[input.From![fromLabel.Length..]]))
            .Where(pair => pair.Value is not null)
            .Select(pair => new Binding(pair.Input.Name, pair.Input.Token, pair.Value!, pair.Input.From!))
            .ToEquatableArray();
    }

    /// <summary>
    /// The one that the runbook names, among the service's own; else by its language. A question for a certificate goes to a server directly
    /// where the service has no host to ask from.
    /// </summary>
    public static (Target? Target, string Missing) TargetFor(Step step, Command command, Service? service)
    {
        if (step.Target is { } named && service is not null)
        {
            return service.Targets.FirstOrDefault(target => target.Name == named) is not { } own
                ? (null, $"{Access.Waiting.NoTarget}: the runbook names {named}, and service {service.Name} has {Names(service.Targets)}")
                : Understands(own, command.Language) ? (own, "")
                : (null, $"{Access.Waiting.NoTarget}: the runbook names {named}, which does not understand {command.Language.Word()}");
        }

        var (target, missing) = TargetFor(command.Language, service);
        return target is null && command.Language == Language.Shell && service?.Targets.Where(target => target.Kind == TargetKind.Tls).ToArray() is [var tls]
            && !CertificateQuestion.In(command.Text).IsEmpty
            ? (tls, "")
            : (target, missing);
    }

    /// <summary>The one target of the service that understands the language. None, or more than one, is never guessed.</summary>
    public static (Target? Target, string Missing) TargetFor(Language language, Service? service)
    {
        if (KindFor(language) is not { } kind) return (null, $"nothing runs {language.Word()}");
        var what = kind == TargetKind.Interpreter ? $"{language.Word()} interpreter" : kind.ToString().ToLowerInvariant();
        if (service is null) return (null, $"{Access.Waiting.NoTarget}: the alert's labels choose no service, so that no {what} is known");
        var fitting = service.Targets.Where(target => Understands(target, language)).ToArray();
        return fitting switch
        {
            [] => (null, $"{Access.Waiting.NoTarget}: service {service.Name} has no {what}"),
            [var one] => (one, ""),
            _ => (null, $"{Access.Waiting.NoTarget}: service {service.Name} has {fitting.Length} of kind {what} ({Names(fitting)})"),
        };
    }

    static string Names(IEnumerable<Target> targets) => string.Join(", ", targets.Select(target => target.Name));

    public static bool Understands(Target target, Language language) =>
        KindFor(language) is { } kind && target.Kind == kind && (kind != TargetKind.Interpreter || target.Interprets == language);

    static TargetKind? KindFor(Language language) => language switch
    {
        Language.PromQl => TargetKind.Prometheus,
        Language.LogQl => TargetKind.Loki,
        Language.Sql => TargetKind.PostgreSql,
        Language.Shell => TargetKind.Shell,
        Language.Redis => TargetKind.Redis,
        Language.Http => TargetKind.Http,
        Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby => TargetKind.Interpreter,
        _ => null,
    };
}
