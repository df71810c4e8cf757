namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Makes rules of tool misuse: each looks at one call of a program, in its pipeline.</summary>
internal static class Pitfalls
{
    /// <summary>What a pitfall says of a call: the words to point at and a sentence; null where the call is sound.</summary>
    public delegate (string Words, string Message)? Look(ShellCall call);

    public static Rule Of(string code, ProblemSeverity severity, string title, string reason, string fix, string before, string after, Look look) =>
        new(code, severity, title, reason, fix, Fenced(before), Fenced(after),
            subject => subject.Calls.Select(call => (Call: call, Found: look(call))).Where(f => f.Found is not null)
                .Select(f => f.Call.At(subject, f.Found!.Value.Words, f.Found.Value.Message)));

    public static string Fenced(string command, string tag = "bash") => Samples.Fenced(command, tag, heading: "Mitigation");

    /// <summary>True where an option stands among the words: <c>-f</c>, also within <c>-rf</c>, or <c>--force</c>, also with a value.</summary>
    public static bool Has(this IReadOnlyList<string> words, params ReadOnlySpan<string> options)
    {
        foreach (var word in words)
        {
            foreach (var option in options)
            {
                if (word == option || (option.StartsWith("--", StringComparison.Ordinal) && word.StartsWith(option + "=", StringComparison.Ordinal))) return true;
                if (option.Length == 2 && word.Length > 2 && word[0] == '-' && word[1] != '-' && word.All(c => c == '-' || char.IsAsciiLetter(c))
                    && word.Contains(option[1]))
                    return true;
            }
        }

        return false;
    }

    public static string? First(this IReadOnlyList<string> words, Func<string, bool> wanted) => words.FirstOrDefault(wanted);

    /// <summary>Operands: what is neither the program nor an option.</summary>
    public static IEnumerable<string> Operands(this IReadOnlyList<string> words) => words.Skip(1).Where(w => !w.StartsWith('-'));

    public static bool Goes(this IReadOnlyList<string> words, params ReadOnlySpan<string> path)
    {
        var operands = words.Operands().ToList();
        if (operands.Count < path.Length) return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (operands[i] != path[i]) return false;
        }

        return true;
    }
}
