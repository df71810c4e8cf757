using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Shell;
using Firstlook.Looks;
using Firstlook.Runbooks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Seeds;

/// <summary>Every command of a runbook, as the product treats it: a read runs by itself (or after a click), all else is held, and then runs as approved.</summary>
/// <param name="values">For placeholders and variables, by name.</param>
sealed class SeedRun(Runbook runbook, TargetExecutors executors, Func<Unit, Target?> targetFor, IReadOnlyDictionary<string, string> values)
{
    /// <summary>The machine that runs the tests may be busy; what limits do is tested elsewhere.</summary>
    static readonly Limits Patient = Limits.Default with { Time = TimeSpan.FromMinutes(3) };

    readonly List<SeedLine> lines = [];

    public IReadOnlyList<SeedLine> Lines => lines;

    /// <summary>These take minutes and a machine to themselves: <c>./dev seeds</c> asks for them, and shows their tables.</summary>
    public static void Needed() => Assert.SkipWhen(Environment.GetEnvironmentVariable("FIRSTLOOK_SEEDS") is null, "./dev seeds runs every command of the sample runbooks on a real cluster and a real engine");

    /// <returns>Null where the runbooks are not beside the project.</returns>
    public static Runbook? Read(string beginning) =>
        Directory.Exists(Repository.Beside("shared/seeds")) && Directory.GetFiles(Repository.Beside("shared/seeds"), beginning + "*") is [var file, ..] ? RunbookReader.Read(file, File.ReadAllBytes(file)) : null;

    /// <summary>In the order in which they stand; procedures and general sections alike.</summary>
    public IEnumerable<Unit> Units => runbook.Procedures.SelectMany(procedure => procedure.Steps).Concat(runbook.GeneralSteps)
        .OrderBy(step => step.Line).SelectMany(step => Looks.Units.Of(step)).Where(unit => unit.Command.Effect != Effect.None);

    public async Task<SeedLine> Run(Unit unit, CancellationToken cancellation)
    {
        var target = targetFor(unit) ?? throw new InvalidOperationException($"no target for {unit.Command.Text}");
        var bound = Bound(unit);
        var before = unit.Command.After.Select(index => unit.Step.Commands[index].Text).ToEquatableArray();
        var alone = ReadPolicy.Decide(unit.Id, unit.Command, target, bound, Patient, clicked: false, before);
        var (how, permit) = alone is ReadDecision.Permitted itself ? ("by itself", itself.Permit)
            : ReadPolicy.Decide(unit.Id, unit.Command, target, bound, Patient, clicked: true, before) is ReadDecision.Permitted clicked ? ("after a click", clicked.Permit)
            : ("held", (Permit?)null);
        permit ??= Action(unit, target, bound);
        var result = await executors.Run(permit, unit.Id, cancellation);
        var line = new SeedLine(unit, how, alone is ReadDecision.Refused refused ? refused.Reason : "", result);
        lines.Add(line);
        return line;
    }

    /// <summary>What is approved and then typed into: a person's own terminal shows it, and the person answers.</summary>
    /// <param name="environment">Of the person: whose credentials, which editor.</param>
    /// <param name="sits">What the person waits for and types.</param>
    /// <returns>The line, with what the terminal showed.</returns>
    public async Task<SeedLine> Open(Unit unit, IEnumerable<KeyValuePair<string, string>> environment, Func<PersonsTerminal, Task> sits, string folder = "/")
    {
        var session = TerminalSession.Of(unit.Command.Text, Bound(unit));
        if (session.Problem is { } problem) throw new InvalidOperationException(problem);
        var target = targetFor(unit) ?? throw new InvalidOperationException($"no target for {unit.Command.Text}");
        if (ReadPolicy.Decide(unit.Id, unit.Command, target, Bound(unit), Patient, clicked: false, []) is not ReadDecision.Refused { Reason: var reason }) throw new InvalidOperationException($"{unit.Command.Text} would run by itself");
        await using var terminal = PersonsTerminal.Open(session.Text, session.Variables.Concat(environment), folder);
        await sits(terminal);
        var exit = await terminal.Ended();
        var shown = terminal.Shown.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var outcome = exit == 0 ? Outcome.Succeeded with { Exit = exit } : new Outcome(OutcomeKind.Failed, $"it ended with {exit}: {shown.LastOrDefault()}", exit);
        var line = new SeedLine(unit, "in a terminal", reason, new Result(unit.Id, target.Name, session.Text, null, TimeProvider.System.GetUtcNow(), TimeSpan.Zero, outcome, new Output(OutputKind.Lines, shown.Length, false, Lines: [.. shown]), 0));
        lines.Add(line);
        return line;
    }

    EquatableArray<Access.Binding> Bound(Unit unit) => unit.Step.Inputs.Where(input => unit.Command.Inputs.Contains(input.Name) && values.ContainsKey(input.Name))
        .Select(input => new Access.Binding(input.Name, input.Token, values[input.Name], "the test")).ToEquatableArray();

    static ActionPermit Action(Unit unit, Target target, EquatableArray<Access.Binding> bound)
    {
        var rewritten = unit.Command.Language == Language.Shell ? Rewrites.OfAction(unit.Command.Text) : [];
        return new ActionPermit(1, rewritten.IsEmpty ? unit.Command.Text : rewritten[^1].Text, unit.Command.Language, target, bound, Patient, DateTimeOffset.MaxValue);
    }

    /// <summary>A Markdown table of what ran and what came of it, for people; printed by <c>./dev seeds</c>.</summary>
    public void Report(string name)
    {
        if (Environment.GetEnvironmentVariable("FIRSTLOOK_SEEDS") is not { } folder) return;
        var table = new StringBuilder($"## {runbook.Title} ({lines.Count} commands)\n\n| line | command | effect | how | result |\n|--:|---|---|---|---|\n");
        foreach (var line in lines)
        {
            var command = line.Unit.Command;
            table.Append($"| {command.Line} | `{Cell(command.Text, 90)}` | {command.Effect.Word()} | {line.How} | {Cell(line.Result.Outcome.Kind == OutcomeKind.Succeeded ? Summaries.Of(line.Result) : $"{line.Result.Outcome.Kind}: {line.Result.Outcome.Message}", 100)} |\n");
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.md"), table.ToString());
    }

    static string Cell(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length <= most ? line : line[..(most - 1)] + "…";
    }
}

/// <param name="How"><c>by itself</c>, <c>after a click</c>, <c>held</c>, or <c>in a terminal</c>: then <paramref name="Result"/> is that of the approved action.</param>
/// <param name="Why">What held it back at first; empty for what ran by itself.</param>
sealed record SeedLine(Unit Unit, string How, string Why, Result Result);
