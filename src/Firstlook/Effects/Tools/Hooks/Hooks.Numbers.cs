using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that compute numbers, and may do so for ever.</summary>
internal static partial class Hooks
{
    /// <summary>Numbers; more take minutes to print.</summary>
    const double LongestSequence = 1e8;

    static Verdict Sequence(Invocation call, Parsed parsed) =>
        WordCounts.OfSequence([.. call.Words.Skip(1).Select(word => word.Text).Where((text, at) =>
            !FormatOfSequence().IsMatch(text) && !(at > 0 && call.Words[at].Text is "-f" or "-s" or "--format" or "--separator"))]) > LongestSequence && !call.Scope.Cut
            ? Verdict.Read("it prints numbers without end", EffectTags.Hang) : Neutral;

    /// <summary>jstat(1): <c>PROCESS [INTERVAL [COUNT]]</c>; without a count it goes on until the process ends.</summary>
    static Verdict Sampling(Invocation call, Parsed parsed) =>
        parsed.Operands.Count == 2 ? Verdict.Read("an interval without a count goes on for ever", EffectTags.Hang) : Neutral;

    /// <summary>shuf(1), "-r" without "-n"; mbpoll(1), without "-1"; mysqladmin(1), "--sleep" without "--count"; Check Point, "cpstat -o" without "-c": they go on until
    /// they are stopped.</summary>
    static Verdict UntilCounted(Invocation call, Parsed parsed) =>
        parsed.Node.Path.Split(' ')[0] switch
        {
            "mbpoll" => !parsed.Has("-1"),
            "shuf" => parsed.Has("-r", "--repeat") && !parsed.Has("-n", "--head-count"),
            "cpstat" => parsed.Has("-o") && !parsed.Values("-c").Any(Counts),
            _ => parsed.Has("-i", "--sleep") && !parsed.Values("-c", "--count").Any(Counts),
        }
            ? Verdict.Read("it goes on until it is stopped", EffectTags.Hang) : Neutral;

    /// <summary>Whether a number of times is one that somebody waits for.</summary>
    static bool Counts(Argument value) => value.Known && Amount(value) is > 0 and <= LongestWait;

    /// <summary>chronyc(1), "waitsync [max-tries ...]": none, and nought, are as many as there may be; ten seconds lie between two.</summary>
    static Verdict WaitsForClock(Invocation call, Parsed parsed) =>
        parsed.Operands is [{ Known: true } tries, ..] && tries.Text.All(char.IsAsciiDigit) && Amount(tries) is > 0 and <= LongestWait / 10
            ? Neutral : Verdict.Read("it waits until the clock is right", EffectTags.Hang);

    // seq -fFORMAT, -sTEXT, --format=FORMAT
    [GeneratedRegex("^-(f|s|-format|-separator)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FormatOfSequence();

    /// <summary>svmon(1), db2mtrk: <c>-i INTERVAL [COUNT]</c>; without a count it goes on.</summary>
    static Verdict CountedInterval(Invocation call, Parsed parsed)
    {
        var words = call.Words.Select(word => word.Text).ToList();
        var at = words.FindIndex(word => word is "-i" or "-r");
        return at > 0 && words.Skip(at + 1).TakeWhile(word => word.All(char.IsAsciiDigit)).Count() < 2
            ? Verdict.Read("an interval without a count goes on for ever", EffectTags.Hang) : Neutral;
    }

    /// <summary>A thousand seconds, or attempts: more of either nobody waits for.</summary>
    const double LongestWait = 1_000;

    static double Amount(Argument value) =>
        double.TryParse(value.Text, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? amount : 1;

    /// <summary>tnsping NAME [COUNT].</summary>
    static Verdict CountedProbes(Invocation call, Parsed parsed) =>
        parsed.Operands.Skip(1).Any(count => Amount(count) > LongestWait) ? Verdict.Read("it asks for as long as nobody waits", EffectTags.Hang) : Neutral;

    static Verdict LongWait(Invocation call, Parsed parsed) =>
        parsed.Values("-d", "--duration").Any(value => Amount(value) > LongestWait) ? Verdict.Read("it goes on for as long as nobody waits", EffectTags.Hang) : Neutral;

    /// <summary>lspci(8), "-xxx", "-xxxx": "several PCI devices crash when you try to read some parts of the config space".</summary>
    static Verdict ConfigurationSpace(Invocation call, Parsed parsed) =>
        call.Words.Skip(1).Where(word => word.Text is ['-', not '-', ..]).Sum(word => word.Text.Count(character => character == 'x')) > 2
            ? Verdict.Disruptive("'-xxx' reads registers of devices, some of which crash of it") : Neutral;

    /// <summary>dig(1), "QUERY OPTIONS", which may be cut short: another order than a question, and requests by HTTP at a path of one's own.</summary>
    static Verdict Dig(Invocation call, Parsed parsed)
    {
        var (tries, seconds) = (1.0, 1.0);
        foreach (var operand in parsed.Operands)
        {
            if (operand.Text is not ['+', _, ..] || operand.Text.IndexOf('=') is not (> 1 and var equals)) continue;
            var (name, value) = (operand.Text[1..equals].ToLowerInvariant(), operand.Text[(equals + 1)..]);
            if (name.StartsWith("http", StringComparison.Ordinal)) return Verdict.Unknown($"'{operand.Shown}' sends a request at a path of its own");
            if (name.StartsWith("op", StringComparison.Ordinal) && !value.Equals("query", StringComparison.OrdinalIgnoreCase))
                return Verdict.Unknown($"'{operand.Shown}' is no question");
            if (name is "tries" or "retry") tries = Amount(new Argument(value));
            if (name is "time" or "timeout") seconds = Amount(new Argument(value));
        }

        foreach (var value in parsed.Values("-R")) tries = Amount(value);
        foreach (var value in parsed.Values("-W")) seconds = Amount(value);
        return tries * seconds > LongestWait ? Verdict.Read("it waits for as long as nobody does", EffectTags.Hang) : Neutral;
    }

    static Verdict Calculator(Invocation call, Parsed parsed) =>
        call.Input.Text is { } program && ScriptLoops.OfBc(program) ? Verdict.Read("it computes without end", EffectTags.Hang) : Neutral;
}
