using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

/// <summary>Texts of XQuery inside of SQL, which count and loop by themselves (w3.org, "XQuery 3.1", "Range Expressions"): <c>XMLTABLE('1 to 1000000000000')</c>.</summary>
internal static partial class XmlPrograms
{
    public static bool AreLong(List<SqlToken> tokens) =>
        Enumerable.Range(2, Math.Max(0, tokens.Count - 2)).Any(at =>
            tokens[at].Kind == SqlKind.String && tokens[at - 1].Is("(") && tokens[at - 2].Text is "xmltable" or "xmlquery" or "xmlexists"
                && Turns(tokens[at].Text) >= CountedLoops.Steps);

    // Loops inside each other multiply; such as stand side by side are few.
    static double Turns(string program) =>
        Range().Matches(program).Aggregate(1.0, (product, range) => product * Math.Max(1, Number(range.Groups["to"].Value) - Number(range.Groups["from"].Value) + 1));

    static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<from>\d{1,30})\s+to\s+(?<to>\d{1,30})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
