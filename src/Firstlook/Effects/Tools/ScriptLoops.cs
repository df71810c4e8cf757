using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Loops of awk and bc that never end, or take all memory (gawk(1), "Control Statements"; bc(1)): they change nothing, and hang.</summary>
internal static partial class ScriptLoops
{
    /// <param name="Head">What stands in the brackets behind <c>while</c> or <c>for</c>.</param>
    /// <param name="Body">What is repeated.</param>
    sealed record Loop(bool Counts, int At, string Head, string Body, int End);

    public static bool OfAwk(string script)
    {
        if (Device().IsMatch(script) || Code.Formats.IsWide(script)) return true;
        var text = Strings().Replace(script, "\"\"");
        var loops = Loops(text);
        return loops.Exists(loop => !Leaving().IsMatch(loop.Body) && GoesOn(loop, text, script)) || Multiplied(loops, text) || Doubled().IsMatch(text) && loops.Count > 0
            || Functions.CallThemselves(Function().Matches(text)
                .Select(function => (function.Groups["name"].Value, Within(text, function.Index + function.Length, '{', '}'))));
    }

    /// <summary>Whether a program of awk fills more than memory holds: fields by the million, widths, and texts or arrays that grow by themselves in a loop.</summary>
    public static bool FillMemory(string script)
    {
        if (Far().IsMatch(script) || HugeAmounts.AreIn(script)) return true;
        var text = Strings().Replace(script, "\"\"");
        return Walked().IsMatch(text) || Loops(text).Exists(loop => loop.Body.Contains("gsub", StringComparison.Ordinal)) && Doubles(script);
    }

    /// <summary>Whether a substitution puts in twice what it has found: <c>gsub(/x/, "xx")</c>.</summary>
    static bool Doubles(string script)
    {
        foreach (Match written in Substitution().Matches(script))
        {
            var (pattern, put) = (written.Groups["pattern"].Value, written.Groups["text"].Value);
            if (written.Groups["call"].Value != "gsub") continue;
            if (put.Count(character => character == '&') > 1 || Plain().IsMatch(pattern) && put.Split(pattern).Length > 2) return true;
        }

        return false;
    }

    /// <summary>bc(1).</summary>
    public static bool OfBc(string program) =>
        BcEndless().IsMatch(program)
            || Loops(program).Exists(loop => !Leaving().IsMatch(loop.Body) && !loop.Head.Contains("read", StringComparison.Ordinal) && GoesOn(loop, program, program));

    static bool GoesOn(Loop loop, string text, string script)
    {
        if (loop.Head.Contains("getline", StringComparison.Ordinal))
            // A file that is closed in the loop is read from its beginning again.
            return Ungot().IsMatch(loop.Head) || Unasked().IsMatch(loop.Head) || loop.Body.Contains("close(", StringComparison.Ordinal);
        var parts = loop.Head.Split(';');
        if (loop.Counts)
            return parts.Length == 3 && CountedLoops.GoOn(parts[1], parts[2], ArithmeticNames.Set(loop.Body).ToHashSet(StringComparer.Ordinal), parts[0], loop.Body);
        if (Substituting().Match(loop.Head) is { Success: true } substituting) return Regrows(script, substituting.Groups["call"].Value);
        return CountedLoops.IsLong(loop.Head) || !Changes(loop) || CountedLoops.Turns(text[..loop.At], loop.Head, loop.Body) > CountedLoops.Steps;
    }

    /// <summary>Whether anything that a condition asks is set in the loop, or handed to what may set it.</summary>
    static bool Changes(Loop loop)
    {
        if (loop.Head.Trim() is "0" || loop.Head.Contains("getline", StringComparison.Ordinal)) return true;
        var all = loop.Head + "\n" + loop.Body;
        if (loop.Head.Contains('$') && Field().IsMatch(all)) return true;
        var set = ArithmeticNames.Set(all).ToHashSet(StringComparer.Ordinal);
        return ArithmeticNames.In(loop.Head).Where(name => !Word().IsMatch(name)).Distinct(StringComparer.Ordinal)
            .Any(name => set.Contains(name) || name is "RSTART" or "RLENGTH" or "NR" or "FNR" or "NF" || Handed(name).IsMatch(loop.Body));
    }

    // a[i] = 1, delete a, split(x, a), f(a)
    static Regex Handed(string name) =>
        new($@"(?<!\w){name}\s*\[[^\]]*\]\s*([-+*/%^]?=(?!=)|\+\+|--)|\bdelete\s+{name}\b|\w\([^()]*(?<!\w){name}(?!\w)|(\+\+|--){name}\[",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Whether a substitution finds what it has put there: <c>gsub(/a/, "aa")</c>.</summary>
    static bool Regrows(string script, string call)
    {
        foreach (Match written in Substitution().Matches(script))
        {
            if (written.Groups["call"].Value != call) continue;
            var put = written.Groups["text"].Value;
            if (put.Contains('&') || SedLoops.Finds(written.Groups["pattern"].Value, put)) return true;
        }

        return false;
    }

    /// <summary>Loops in loops: each is short, and all of them are not.</summary>
    static bool Multiplied(List<Loop> loops, string text)
    {
        var products = new double[loops.Count];
        for (var at = loops.Count - 1; at >= 0; at--)
        {
            var parts = loops[at].Head.Split(';');
            var turns = parts.Length == 3 ? CountedLoops.Turns(parts[0], parts[1], parts[2]) : CountedLoops.Turns(text[..loops[at].At], loops[at].Head, loops[at].Body);
            products[at] = double.IsNaN(turns) ? 1 : Math.Max(1, turns);
            var inner = 1.0;
            for (var other = at + 1; other < loops.Count && loops[other].At < loops[at].End; other++) inner = Math.Max(inner, products[other]);
            products[at] *= inner;
            if (products[at] > CountedLoops.Steps) return true;
        }

        return false;
    }

    /// <summary>More of them are in no script.</summary>
    const int MostLoops = 100;

    static List<Loop> Loops(string text)
    {
        var loops = new List<Loop>();
        foreach (Match word in Beginning().Matches(text).Take(MostLoops))
        {
            var head = Within(text, word.Index + word.Length, '(', ')');
            var from = Math.Min(text.Length, word.Index + word.Length + head.Length + 1);
            var counts = word.Value[0] == 'f';
            if (!counts && Repeated(text, word.Index) is { } before) loops.Add(new Loop(counts, word.Index, head, before, from));
            else
            {
                var body = Body(text, from);
                loops.Add(new Loop(counts, word.Index, head, body, from + body.Length + 1));
            }
        }

        return loops;
    }

    /// <summary>So many times <c>do</c> is looked at before a <c>while</c>: each may hold others.</summary>
    const int NearestDo = 8;

    /// <summary>What stands between <c>do</c> and a <c>while</c>; null where none stands before it.</summary>
    static string? Repeated(string text, int at)
    {
        foreach (var start in Do().Matches(text).TakeWhile(start => start.Index < at).TakeLast(NearestDo))
        {
            var body = Body(text, start.Index + start.Length);
            var end = text.IndexOf(body, start.Index + start.Length, StringComparison.Ordinal) + body.Length;
            while (end < at && (char.IsWhiteSpace(text[end]) || text[end] is ';' or '}')) end++;
            if (end == at) return body;
        }

        return null;
    }

    /// <summary>A block in braces, or one statement.</summary>
    static string Body(string text, int from)
    {
        var at = from;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at < text.Length && text[at] == '{') return Within(text, at + 1, '{', '}');
        var start = at;
        for (var open = 0; at < text.Length; at++)
        {
            if (text[at] is '(' or '[') open++;
            else if (text[at] is ')' or ']') open--;
            else if (text[at] == '{') return text[start..Math.Min(text.Length, at + 2 + Within(text, at + 1, '{', '}').Length)];
            else if (open <= 0 && text[at] is ';' or '\n' or '}') break;
        }

        return text[start..at];
    }

    /// <summary>From behind an opening bracket to the one that closes it.</summary>
    public static string Within(string text, int from, char open, char close)
    {
        var depth = 1;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == open) depth++;
            else if (text[at] == close && --depth == 0) return text[from..at];
        }

        return text[from..];
    }

    // $100000000 = 1, NF = 100000000: all fields before it are made, too.
    [GeneratedRegex(@"(\$\s*|\bNF\s*=\s*)\d{7,}(?![\w.])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Far();

    [GeneratedRegex(@"^[\w ]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // for (i in a) a[i "x"] = 1
    [GeneratedRegex(@"\bfor\s*\(\s*(?<key>\w+)\s+in\s+(?<name>\w+)\s*\)[^;}]{0,100}(?<!\w)\k<name>\[\s*(\k<key>\s+[^\]\s]|[^\]\s]+\s+\k<key>\s*\])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Walked();

    [GeneratedRegex(@"""(\\.|[^""\\])*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Strings();

    // getline < "/dev/zero", ARGV[1] = "/dev/zero"
    [GeneratedRegex(@"""/dev/(zero|full|u?random)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"\b(break|exit|return|next|nextfile|quit|halt)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(while|for)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\bdo\b", RegexOptions.CultureInvariant)]
    private static partial Regex Do();

    // getline says -1 where the file is not there.
    [GeneratedRegex(@">=\s*0|!=\s*-?[02-9]|>=?\s*-", RegexOptions.CultureInvariant)]
    private static partial Regex Ungot();

    // while ((getline line < file)), with nothing behind it: -1 is true.
    [GeneratedRegex(@"^\s*\(?\s*getline\s*\w*\s*<\s*(""[^""]*""|\w+)\s*\)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unasked();

    // sub(/x/, ...), gsub(...)
    [GeneratedRegex(@"^\s*\(*\s*(?<call>g?sub)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Substituting();

    [GeneratedRegex(@"\b(?<call>g?sub)\s*\(\s*/(?<pattern>(\\.|[^/\\])*)/\s*,\s*""(?<text>(\\.|[^""\\])*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Substitution();

    // $0 = substr($0, 2), sub(/x/, ""), getline
    [GeneratedRegex(@"\$\s*[\w(][^=;\n]{0,80}[^=!<>~]=(?![=~])|\bg?sub\s*\(|\bgetline\b|\$\w+(\+\+|--)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    // Words of the language, and its functions that set nothing.
    [GeneratedRegex(@"^(match|g?sub|index|in|split|substr|length|getline|tolower|toupper|int|sqrt|exp|log|sin|cos|systime|rand|scale)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\bfunc(tion)?\s+(?<name>\w+)\s*\([^)]*\)\s*\{", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    // s = s s
    [GeneratedRegex(@"(?<![\w$])(?<name>[A-Za-z_]\w*)\s*=\s*\k<name>\s+\k<name>(?![\w\[(])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\bwhile\s*\(\s*[1-9]\d*\s*\)|\bfor\s*\([^;]*;\s*(1\s*)?;|\^\s*\d+\s*\^|\^\s*\d{6,}|\bscale\s*=\s*\d{6,}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BcEndless();
}
