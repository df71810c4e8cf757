using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Checking;

/// <summary>
/// What a runbook asks not to hear: <c>&lt;!-- firstlook: ignore FL017 the reason --&gt;</c>. Alone on its line it holds for the block below it, above a
/// heading for the whole section, beside other text for that line; <c>ignore-file</c> holds for the file.
/// </summary>
internal sealed partial class Silences
{
    /// <summary>Of the rule about these comments themselves.</summary>
    public const string Code = "FL045";

    sealed record Silence(int Line, string Code, int First, int Last, bool HasReason)
    {
        public bool Used { get; set; }
    }

    readonly List<Silence> silences = [];
    readonly List<Flaw> unheard = [];

    public static Silences In(Subject subject)
    {
        var found = new Silences();
        (int First, int Last) below = default;
        for (var line = 1; line <= subject.Lines.Length; line++)
        {
            var text = subject.Lines[line - 1];
            if (!text.Contains("firstlook:", StringComparison.OrdinalIgnoreCase) || text.Length > 2000) continue;
            if (Meant().IsMatch(text) && (subject.IsCode[line - 1] || !Comment().IsMatch(text)))
                found.unheard.Add(new(line, subject.IsCode[line - 1] ? "a silence within a block is not heard" : "this silence is not understood")
                {
                    Fix = "Write <!-- firstlook: ignore FL017 the reason --> on the line above the block; ignore-file holds for the file.",
                });
            if (subject.IsCode[line - 1]) continue;
            foreach (Match match in Comment().Matches(text))
            {
                var alone = text.AsSpan().Trim().Length == match.Length;
                // Of comments below each other all hold for what stands below the last.
                if (alone && line >= below.First) below = Below(subject, line);
                var (first, last) = match.Groups["file"].Success ? (1, int.MaxValue) : alone ? below : (line, line);
                foreach (Capture code in match.Groups["code"].Captures)
                    found.silences.Add(new(line, code.Value.ToUpperInvariant(), first, last, match.Groups["reason"].Value.Trim().Length > 0));
            }
        }

        return found;
    }

    public bool Hold(string code, int line)
    {
        var held = false;
        foreach (var silence in silences.Where(s => s.Code == code && line >= s.First && line <= s.Last)) held = silence.Used = true;
        return held;
    }

    public IEnumerable<Flaw> Faults()
    {
        foreach (var flaw in unheard) yield return flaw;
        foreach (var silence in silences)
        {
            if (Catalogue.Find(silence.Code) is null) yield return new(silence.Line, $"there is no rule {silence.Code}");
            else if (!silence.HasReason) yield return new(silence.Line, $"{silence.Code} is silenced without a reason");
            else if (!silence.Used) yield return new(silence.Line, $"{silence.Code} is silenced here, but nothing is found");
        }
    }

    static (int First, int Last) Below(Subject subject, int line)
    {
        var first = line + 1;
        while (first <= subject.Lines.Length && (subject.Lines[first - 1].AsSpan().Trim().IsEmpty || subject.Lines[first - 1].AsSpan().Trim().StartsWith("<!--"))) first++;
        if (subject.Sections.Between(first, first).FirstOrDefault(s => s.IsHeading) is { } section) return (first, section.EndLine);
        var last = first;
        while (last < subject.Lines.Length && (subject.IsCode[last] || !subject.IsCode[last - 1] && !subject.Lines[last].AsSpan().Trim().IsEmpty)) last++;
        return (first, last);
    }

    [GeneratedRegex(@"<!--\s*firstlook:\s*ignore(?<file>-file)?(\s*,?\s*(?<code>FL\d{3}))+(?<reason>[^>]*?)-->", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(<!--|#|//|--)\s*firstlook:\s*(ignore|disable|skip|silence)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Meant();
}
