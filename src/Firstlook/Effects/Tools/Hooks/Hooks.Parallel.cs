using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>parallel(1): words that a shell reads once for each value behind <c>:::</c>, which takes the place of <c>{}</c>.</summary>
internal static partial class Hooks
{
    const int MostValues = 64;

    static Verdict Parallel(Invocation call, Parsed parsed)
    {
        if (parsed.Inner is not { Count: > 0 } words) return AsksForHelp(call) ? Verdict.Read("it shows help") : Verdict.Unknown("parallel runs what it is fed");
        if (words.Any(word => word.Text.Contains("{=", StringComparison.Ordinal))) return Verdict.Unknown("'{=' holds code that runs while the line is put together");
        if (parsed.Has("--dry-run", "--dryrun")) return Neutral;
        if (OfOneFile(words, parsed.Values("-j", "--jobs", "-P", "--max-procs")) is var (started, file))
            return CommandJudge.Judge(call.Inner(started) with { Input = new Input(InputKind.File, File: file.Text) });
        // parallel splits at each of these; what a file holds takes the braces' place.
        if (words.Any(word => word.Text is "::::" or ":::+" or "::::+")) return Verdict.Unknown("what parallel runs its words with is not known");
        var at = words.FindIndex(word => word.Text == ":::");
        var values = at < 0 ? [] : words[(at + 1)..];
        // A value with a quote or a blank in it is quoted anew, and one of a file or of another source is not known.
        if (values.Count is 0 or > MostValues
            || values.Any(value => !value.Plain || value.Text.StartsWith(":::", StringComparison.Ordinal) || at > 0 && !PlainValue().IsMatch(value.Text) || value.Open))
            return Verdict.Unknown("what parallel runs its words with is not known");
        var template = string.Join(' ', words.Take(at));
        var verdict = Neutral;
        foreach (var value in values)
            verdict = verdict.And(Line(template, value.Text) is { } line ? CommandJudge.Script(line, call) : Verdict.Unknown("what takes a brace's place is not known"));
        return verdict;
    }

    /// <summary><c>parallel ssh {} uptime :::: hosts</c>: parallel quotes each line anew, so that it is one word, as <c>xargs -I{}</c> makes it.</summary>
    /// <returns>The same for xargs, and the file; null for whatever takes more than that, or needs a shell.</returns>
    static (List<Argument> Words, Argument File)? OfOneFile(List<Argument> words, IEnumerable<Argument> jobs)
    {
        if (words is not [.. var template, { Text: "::::" }, { Plain: true, Known: true } file] || file.Text.StartsWith('-') || template.Count == 0) return null;
        if (!template.TrueForAll(word => word.Known && PlainValue().IsMatch(word.Text.Replace("{}", "x", StringComparison.Ordinal)))) return null;
        Argument[] place = template.Exists(word => word.Text.Contains("{}", StringComparison.Ordinal)) ? [] : [new Argument("{}")];
        var most = jobs.SelectMany(number => new[] { new Argument("-P"), number });
        return ([new Argument("xargs"), .. most, new Argument("-I"), new Argument("{}"), .. template, .. place], file);
    }

    static string? Line(string template, string value)
    {
        if (template.Length == 0) return value;
        var line = template.Replace("{1}", "{}", StringComparison.Ordinal);
        if (OtherReplacement().IsMatch(line)) return null;
        return line.Contains("{}", StringComparison.Ordinal) ? line.Replace("{}", value, StringComparison.Ordinal) : $"{line} {value}";
    }

    [GeneratedRegex(@"^[\w./:@%+,=-]+$")]
    private static partial Regex PlainValue();

    // {.} {/} {//} {/.} {#} {%} {2} {+/} {-1.}
    [GeneratedRegex(@"\{[-+\d./#%]+\}")]
    private static partial Regex OtherReplacement();
}
