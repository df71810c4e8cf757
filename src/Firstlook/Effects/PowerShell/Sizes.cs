using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Ranges of more turns than anybody waits for, texts and lists larger than any memory, pauses of hours, and patterns that try without end: <c>1..1e9</c>, <c>'x' * 2GB</c>
/// (about_Operators, "Range operator", "Arithmetic operators"; .NET's regular expressions have no limit of their own).
/// </summary>
internal sealed partial class Sizes
{
    const double Most = 10_000_000;

    /// <summary>As many turns as a server is asked something in one go.</summary>
    const double MostRequests = 10_000;

    /// <summary>Loops in loops: fewer turns than these are no matter, and so many times more than of one loop are borne of all together.</summary>
    const double Some = 100, Nested = 10;

    const double MostCharacters = 100_000_000;

    const double MostSeconds = 3_600;

    /// <summary>Variables that hold a large number, as it is written.</summary>
    readonly Dictionary<string, string> large = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="source">The whole text, in which a variable may be set to a number.</param>
    public Sizes(string source)
    {
        foreach (Match number in Numbers().Matches(source))
        {
            if (Value(number.Groups["number"].Value) > MostRequests) large[number.Groups["name"].Value] = number.Groups["number"].Value;
        }
    }

    public bool Exceed(string statement)
    {
        var text = large.Count == 0 ? statement : Used().Replace(statement, used => large.GetValueOrDefault(used.Groups["name"].Value) ?? used.Value);
        var most = Asking().IsMatch(text) ? MostRequests : Most;
        var ranges = Ranges().Matches(text).Select(range => Math.Abs(Value(range.Groups["to"].Value) - Value(range.Groups["from"].Value))).ToList();
        return ranges.Exists(turns => turns > most) || ranges.Where(turns => turns > Some).Aggregate(1.0, (product, turns) => product * turns) > most * Nested
            || Repeated().Matches(text).Any(repeated => Value(repeated.Groups["number"].Value) > MostCharacters)
            || Pauses().Matches(text).Any(pause => Value(pause.Groups["number"].Value) > MostSeconds * (pause.Groups["milliseconds"].Success ? 1_000 : 1))
            || Counted().Matches(text).Any(counted => Value(counted.Groups["number"].Value) > MostRequests)
            || Drawn().Matches(text).Any(drawn => Value(drawn.Groups["number"].Value) > MostCharacters)
            || Formatted().Matches(text).Any(formatted => Value(formatted.Groups["number"].Value) > Most)
            || Doubled().IsMatch(text) && Turning().IsMatch(text)
            || Matching().IsMatch(text) && Quoted().Matches(text).Any(quoted => Backtracking.IsIn(quoted.Groups["text"].Value));
    }

    static double Value(string number)
    {
        if (number.EndsWith("Value", StringComparison.OrdinalIgnoreCase)) return double.PositiveInfinity;
        var digits = number.TrimEnd('b', 'B', 'k', 'K', 'm', 'M', 'g', 'G', 't', 'T', 'p', 'P', 'l', 'L');
        var unit = number.Length - digits.Length < 2 ? 1 : Math.Pow(1_024, 1 + "kmgtp".IndexOf(char.ToLowerInvariant(number[^2])));
        return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? double.PositiveInfinity : double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * unit : 0;
    }

    const string Number = @"(\d[\d.]*(e\+?\d+)?([kmgtp]b|l)?|0x[0-9a-f]{6,}|\[(u?int(16|32|64)?|u?long|double)\]::MaxValue)";

    // Get-Random -Count 1000000000
    [GeneratedRegex(@"\bGet-(Secure)?Random\b[^;|\n]*-C\w*[\s:]+(?<number>" + Number + ")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Drawn();

    // $n = 1e9
    [GeneratedRegex(@"\$(?<name>\w+)\s*=\s*(?<number>" + Number + @")(?=\s*([;\n]|$))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\$(?<name>\w+)(?!\s*=)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Used();

    [GeneratedRegex(@"(?<from>\d+)\s*\.\.\s*\(?(?<to>" + Number + ")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();

    // 'x' * 2GB, @(1) * 1GB, ,1 * 1GB, 'x'.PadLeft(2GB)
    [GeneratedRegex(
        @"(['""]|@\([^()]{0,400}\)|(^|[(=\s]),\s*\d+)\s*\*\s*\(?(?<number>" + Number + @")|\.Pad(Left|Right)\(\s*(?<number>" + Number + @")|"
        + @"::new\([^()]{0,400},\s*(?<number>" + Number + ")",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"(?<![\w-])(Start-Sleep|sleep)\s+(-(s\w*|(?<milliseconds>m\w*))[\s:]+)?[\s(]*(?<number>" + Number
        + @")|(?<![\w-])Get-Counter\s[^\n;|]{0,400}-SampleI\w*[\s:]+[\s(]*(?<number>" + Number + ")",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pauses();

    // '{0:D999999999}' -f 1, '{0,999999999}' -f 1, (1).ToString('D999999999') (learn.microsoft.com, "Standard numeric format strings")
    [GeneratedRegex(@"\{\d+\s*(,\s*-?(?<number>\d+))?\s*(:\w?(?<number>\d+))?\s*\}|\.ToString\(\s*['""]\w(?<number>\d+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Formatted();

    // $s = $s + $s, $s += $s
    [GeneratedRegex(@"\$(?<name>\w+)\s*(=\s*\$\k<name>\s*\+\s*\$\k<name>|\+=\s*\$\k<name>)(?![\w.\[])|\$(?<name>\w+)\s*=\s*""\$\k<name>\$\k<name>""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"(?<![\w-])(for|foreach|while|until|ForEach-Object)(?![\w-])|%\s*\{", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Turning();

    [GeneratedRegex(@"(?<![\w-])(Test-Connection|tnc|Test-NetConnection|Get-Counter)\s[^\n;|]{0,400}-(Cou\w*|MaxS\w*)[\s:]+(?<number>" + Number + ")",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|wget|Test-NetConnection|tnc|Test-Connection|Resolve-DnsName|Invoke-Sqlcmd|Invoke-Command|ping|"
        + @"nslookup|Get-Ad\w+)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(@"-[ci]?(match|notmatch|replace|split)(?!\w)|(?<![\w-])(Select-String|sls)(?![\w-])|\[regex\]|-regex",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Matching();

    [GeneratedRegex(@"'(?<text>[^']*)'|""(?<text>[^""]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
