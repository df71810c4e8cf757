using System.Text;
using Firstlook.Access;
using Firstlook.Effects.Shell;
using Firstlook.Executors.Binding;
using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>Gives the approved text to bash, byte for byte. A value comes in as a variable that stands where its token stood, so bash never reads it as code.</summary>
internal static class ShellAction
{
    public static Answer Run(string target, Entry entry, Permit permit, TimeProvider clock, CancellationToken cancellation)
    {
        var bound = ShellActionBinding.Bind(permit.Text, permit.Values);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        if (Strays(permit.Text, entry) is { } stray) return Answer.Refused(stray);
        if (entry.Unmapped is { } unfit) return Answer.Refused(unfit);
        var capture = new Capture(permit.Limits);
        string[] bash = ["/bin/bash", "--noprofile", "--norc", "-u", "-c", bound.Text];
        Stage[] stages = [new(bash, entry.Of(bash, bound.Variables, entry.Folder, permit.Limits.Time), null, FromPrevious: false, Sink.Output, Sink.Error)];
        var stopAt = clock.GetTimestamp() + (long)(permit.Limits.Time.TotalSeconds * clock.TimestampFrequency);
        var end = new PipelineRun(capture, clock, cancellation).Run(stages, stopAt);
        var status = end.Statuses[0];
        var outcome = end.Stop switch
        {
            PipelineStop.Cancelled => throw new OperationCanceledException(cancellation),
            PipelineStop.TimedOut => new Outcome(OutcomeKind.TimedOut, $"{target}: stopped after {permit.Limits.Time.TotalSeconds:0.#} s; what it had done until then is done"),
            _ when status == 0 => new Outcome(OutcomeKind.Succeeded, Exit: 0),
            _ => new Outcome(OutcomeKind.Failed, (capture.LastError ?? capture.LastPrinted()) is { } said ? $"it ended with {status}: {said}" : $"it ended with {status}",
                Exit: status),
        };
        return new Answer(outcome, capture.ToOutput());
    }

    /// <summary>An approval is for this target: a text that names another system in so many words does not run here.</summary>
    static string? Strays(string text, Entry entry)
    {
        string? found = null;
        ShellTree.Visit(ShellParser.Parse(text).List, command =>
        {
            if (command is SimpleCommand { Words.IsEmpty: false } simple) found ??= entry.Strays([.. simple.Words.Select(word => word.Constant ?? "")]);
        });
        return found;
    }
}

/// <param name="Variables">For the environment of bash.</param>
internal sealed record BoundAction(string Text, EquatableArray<KeyValuePair<string, string>> Variables, string? Problem);

internal static class ShellActionBinding
{
    public static BoundAction Bind(string text, EquatableArray<Access.Binding> values)
    {
        if (values.IsEmpty) return new BoundAction(text, [], null);
        var reading = ShellParser.Parse(text);
        if (!reading.Problems.IsEmpty) return Refused($"a value cannot be put into a text that is not understood: {reading.Problems[0].Message}");
        if (values.FirstOrDefault(value => value.Value.Contains('\0', StringComparison.Ordinal)) is { } broken)
            return Refused($"the value of {broken.Name} holds a null character, which no word can");
        var places = QuotedPlaces.Of(text, reading.List);
        var tokens = new Tokens(values);
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (tokens.At(text, at) is not { } value)
            {
                result.Append(text[at++]);
                continue;
            }

            var name = $"FIRSTLOOK_{IndexOf(values, value)}";
            result.Append(places.At(at) switch
            {
                Place.Single => $"'\"${{{name}}}\"'",
                Place.Double => $"${{{name}}}",
                Place.Bare => $"\"${{{name}}}\"",
                _ => null,
            } ?? "");
            if (places.At(at) == Place.Elsewhere) return Refused($"{value.Token} stands where no value can be bound (a here-document, arithmetic, or outside of any word)");
            at += value.Token.Length;
        }

        return new BoundAction(result.ToString(), [.. values.Select((value, index) => KeyValuePair.Create($"FIRSTLOOK_{index}", value.Value))], null);

        static BoundAction Refused(string problem) => new("", [], problem);
    }

    static int IndexOf(EquatableArray<Access.Binding> values, Access.Binding value) => values.ToList().IndexOf(value);
}
