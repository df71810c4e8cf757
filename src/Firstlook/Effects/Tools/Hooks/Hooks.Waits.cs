using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that wait, or go on, for as long as they are told.</summary>
internal static partial class Hooks
{
    static readonly Verdict Idle = Verdict.Read("it waits for longer than anybody does", EffectTags.Hang);

    /// <summary>sleep(1): the times of all words are added up.</summary>
    static Verdict Pause(Invocation call, Parsed parsed) => parsed.Operands.Sum(time => WaitingTimes.Seconds(time.Text)) > WaitingTimes.Longest ? Idle : Neutral;

    /// <summary>kubectl(1), "--timeout": how long it waits for what may never come.</summary>
    static Verdict BoundedWait(Invocation call, Parsed parsed) =>
        parsed.Values("--timeout").Any(time => WaitingTimes.Seconds(time.Text) > WaitingTimes.Longest) ? Idle : Neutral;

    /// <summary>curl(1), "--rate": so long lies between two transfers; "--limit-rate": bytes a second.</summary>
    static EffectTags Slowly(Parsed parsed, List<Argument> urls)
    {
        var several = urls.Count > 1 || urls.Exists(url => url.Text.AsSpan().IndexOfAny('[', '{') >= 0);
        return several && parsed.Values("--rate").Any(rate => Interval(rate.Text) > LongestPause)
            || parsed.Values("--limit-rate").Any(rate => Slow().IsMatch(rate.Text)) ? EffectTags.Hang : EffectTags.None;
    }

    /// <summary>A minute between two transfers.</summary>
    const double LongestPause = 60;

    // 2/s, 1/d, 3/15m; without a unit it is so many an hour.
    static double Interval(string rate) =>
        Rate().Match(rate) is { Success: true } match && Amount(new Argument(match.Groups["times"].Value)) is > 0 and var times
            ? WaitingTimes.Seconds(match.Groups["unit"].Value is { Length: > 0 } unit ? char.IsAsciiDigit(unit[0]) ? unit : "1" + unit : "1h") / times : 0;

    [GeneratedRegex(@"^(?<times>\d{1,9})(/(?<unit>\d{0,9}[smhd]))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Slow();

    /// <summary>wget(1), "--tries": 0 and "inf" mean without end.</summary>
    static EffectTags WithoutEnd(Parsed parsed) =>
        parsed.Values("-t", "--tries").Any(tries => tries.Text.StartsWith("inf", StringComparison.Ordinal) || Amount(tries) is 0 or > 100) ? EffectTags.Hang : EffectTags.None;

    /// <summary>clustershell.readthedocs.io, "nodeset": each node of a range is written out.</summary>
    static Verdict NodeSets(Invocation call, Parsed parsed) =>
        call.Words.Skip(1).SelectMany(word => Nodes().Matches(word.Text))
            .Any(range => Amount(new Argument(range.Groups["to"].Value)) - Amount(new Argument(range.Groups["from"].Value)) > 1e6)
            ? Verdict.Read("it writes out more nodes than there are", EffectTags.Hang | EffectTags.Cost) : Neutral;

    [GeneratedRegex(@"(?<from>\d{1,20})-(?<to>\d{1,20})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Nodes();
}
