using System.Globalization;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Binding;
using Firstlook.Looks;

namespace Firstlook.Executors.Logs;

/// <summary>LogQL over log files of this host, for a team without Loki: the subset of <see cref="LogQlReader"/>. Only reads files that the configuration names.</summary>
internal sealed class LogFilesExecutor(string target, LogFilesConnection connection, TimeProvider clock) : IExecutor
{
    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.LogQl) return Task.FromResult(Answer.Refused($"{target} answers LogQL, not {permit.Language.Word()}"));
        var bound = QueryBinding.Bind(permit.Text, permit.Values, regexes: true);
        return bound.Problem is { } problem ? Task.FromResult(Answer.Refused(problem)) : Task.Run(() => Evaluate(bound.Text, permit.Limits, cancellation), cancellation);
    }

    Answer Evaluate(string query, Limits limits, CancellationToken cancellation)
    {
        var files = new LogFiles(connection.Files, connection.MostBytes);
        using var deadline = new Deadline(limits.Time, clock, cancellation);
        var now = clock.GetUtcNow();
        try
        {
            var expression = LogQlReader.Read(query);
            var output = expression is LogExpression.Lines lines
                ? Shown(Passing(lines, connection.LookBack), limits)
                : Shown(new LogMetrics(Passing).Of(expression), limits);
            return new Answer(Outcome.Succeeded, output with { Errors = Notes(files) });
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return new Answer(new Outcome(OutcomeKind.Failed, $"the query is not understood: {wrong.Message}", Code: "query"), Output.None);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(new Outcome(OutcomeKind.TimedOut, $"{target}: stopped after {limits.Time.TotalSeconds:0.#} s"), Output.None);
        }

        IEnumerable<LogEntry> Passing(LogExpression.Lines lines, TimeSpan back)
        {
            foreach (var entry in files.Read(lines.Selector, now - back, now))
            {
                deadline.Token.ThrowIfCancellationRequested();
                if (lines.Stages.All(stage => stage.Pass(entry))) yield return entry;
            }
        }
    }

    /// <summary>Oldest first, the newest kept, as Loki's own answer is shown.</summary>
    static Output Shown(IEnumerable<LogEntry> entries, Limits limits)
    {
        var all = entries.OrderBy(entry => entry.At).ToList();
        var bytes = 0;
        var kept = all.TakeLast(limits.Rows).Reverse().TakeWhile(entry => (bytes += entry.Line.Length) <= limits.Bytes).Reverse().Select(entry => entry.Line).ToEquatableArray();
        return new Output(OutputKind.Lines, all.Count, kept.Count < all.Count, Lines: kept);
    }

    static Output Shown(IReadOnlyList<Sample> samples, Limits limits) =>
        new(OutputKind.Samples, samples.Count, samples.Count > limits.Rows, Samples: samples.OrderByDescending(sample => sample.Value).Take(limits.Rows).ToEquatableArray());

    static EquatableArray<string> Notes(LogFiles files)
    {
        var notes = files.Problems.Take(10).ToList();
        if (files.Skipped > 0) notes.Add($"the oldest {(files.Skipped / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture)} MiB of the files were not looked at");
        return notes.ToEquatableArray();
    }
}
