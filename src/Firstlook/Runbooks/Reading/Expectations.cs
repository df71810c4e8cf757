using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What the runbook's own words expect of a result.</summary>
internal static partial class Expectations
{
    /// <summary>From a sentence that says so: "should be &gt; 0", "should find nothing", "Should show: [A, B]".</summary>
    /// <returns>Null where it says nothing of the kind.</returns>
    public static Expectation? Said(string text, int line)
    {
        if (Empty().Match(text) is { Success: true } empty) return new(ExpectationKind.Nothing, null, null, Quote(text, empty), line);
        if (text.AsSpan().ContainsAnyInRange('0', '9') && Bound().Match(text) is { Success: true } bound) return OfBound(bound, text, line);
        if (Shows().Match(text) is { Success: true } shows)
            return new(ExpectationKind.Shows, null, shows.Groups["literal"].Value.Trim().Trim('`', '"', '\''), Quote(text, shows), line);
        return null;
    }

    /// <summary>From the purpose of a query: it looks for what should not exist ("negative stock", "expired batches still active", "lock waits").</summary>
    public static Expectation? OfPurpose(string text, int line) =>
        Unwanted().Match(text) is { Success: true } ? new(ExpectationKind.Nothing, null, null, text.Trim(), line) : null;

    static Expectation OfBound(Match bound, string text, int line)
    {
        var number = double.Parse(bound.Groups["number"].Value, CultureInfo.InvariantCulture);
        var kind = bound.Groups["relation"].Value.Trim().ToLowerInvariant() switch
        {
            ">" or "above" or "over" or "greater than" or "more than" or "higher than" or "exceed" => ExpectationKind.Above,
            ">=" or "≥" or "at least" or "no less than" or "minimum" => ExpectationKind.AtLeast,
            "<" or "below" or "under" or "less than" or "lower than" or "fewer than" => ExpectationKind.Below,
            "<=" or "≤" or "at most" or "no more than" or "up to" or "maximum" => ExpectationKind.AtMost,
            _ => ExpectationKind.Equal,
        };
        return new(kind, number, null, Quote(text, bound), line);
    }

    /// <summary>Without the brackets around it, which are not those that close within: "(should be 0)", but "Throttled (should be 0)".</summary>
    static string Quote(string text, Match match)
    {
        if (text.Length > 160) return match.Value.Trim();
        var words = text.Trim();
        return words.StartsWith('(') || words.Count(letter => letter == '(') != words.Count(letter => letter == ')') ? words.Trim('(', ')').Trim() : words;
    }

    [GeneratedRegex(
        @"\b(should|must|expect(ed)?)( to| always| normally)?( (find|return|show|be|have|contain|match|output|print|yield))?:? (nothing|empty|none|"
        + @"no (rows?|results?|output|lines?|entries|matches|errors?)|zero (rows?|results?))\b|"
        + @"\b(should|must) be no (?!(more|less|fewer|higher|lower|later|longer|bigger|older|greater|smaller|earlier)\b)\p{L}{2,}|"
        + @"\bexpected: (nothing|none|empty|no \w+)\b|\b(sollte|darf) (nichts|leer|keine)|\b(debe|deberia|debería|deve|deveria)( \w+)? (vac[ií]o|nada|ning\w+|vazio)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex(
        @"\b(should|must)( always| normally| still| all)? (be|stay|remain|return|show|read|equal|drop|fall)( to)? ?(?<relation>>=|<=|>|<|≥|≤|=|at least|at most|above|"
        + @"below|over|under|greater than|more than|less than|fewer than|higher than|lower than|no more than|no less than|exactly|equal to|up to|around|"
        + @"about)? ?(?<number>[0-9]+(\.[0-9]+)?)(?![\d/-]|:\d)|\b(expect(ed)?|healthy|normal(ly)?|ok|good|target|want)\b( if| when| is| value)?\s?:? ?(?<relation>>=|"
        + @"<=|>|<|≥|≤|=|at least|at most|above|below|under|over|less than|more than) ?(?<number>[0-9]+(\.[0-9]+)?)(?![\d/-]|:\d)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Bound();

    [GeneratedRegex(
        @"\b([Ss]hould|[Mm]ust) (show|say|return|print|output|display|read|be)\s*:?\s+(?<literal>\[[^\]]{1,120}\]|`[^`]{1,120}`|""[^""]{1,120}""|'[^']{1,120}'|"
        + @"[a-z][a-z0-9]*_\w+|[A-Z]{2,20}\b|[A-Z][a-z]+(?=[.)]?$)|(true|false|null|yes|no|on|off|ok|pong|up|running|active|enabled|disabled)(?=[\s.,;:)]|$))|"
        + @"\b[Ss]hould (show|say|return|print|output)\s*:\s*(?<literal>\S.{0,100})$|\b[Ee]xpect(ed)?:?\s+(?<literal>`[^`]{1,120}`|""[^""]{1,120}"")",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Shows();

    [GeneratedRegex(
        @"\bnegative (stock|balance|quantit|amount|value|inventory|count)|\bexpired\b.{0,40}\b(still|not cleaned|not removed|active)|\bduplicat|\bdeadlock|"
        + @"\block waits?\b|\bblocked (quer|session|process|transaction)|\bblocking (quer|session|lock)|\borphan|\bstuck\b|"
        + @"\blong[- ]running (quer|transaction|session|job|task)|\bidle in transaction|\bmissing (rows?|records?|index)|\bdangling|\bmismatch|\binconsisten|\bcorrupt|"
        + @"\bunprocessed|\bfailed (jobs?|payments?|orders?|messages?|tasks?|events?)\b|\binvalid (index|row|record|constraint)|\bdead (letters?|tuples?)|\bbloated\b|"
        + @"\bungranted|\bover(due|sold|drawn)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Unwanted();
}
