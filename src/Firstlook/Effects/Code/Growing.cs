using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Texts that each turn of a loop makes twice as long (<c>s = s + s</c>), and lists that grow as they are walked through (<c>a.each { |x| a &lt;&lt; x }</c>).</summary>
internal static partial class Growing
{
    public static bool Are(List<CodeToken> tokens)
    {
        if (tokens.Count < 5 || !tokens.Exists(token => token.Kind == CodeKind.Name && Turning.Contains(token.Text))) return false;
        var text = Endless.Text(tokens, 0, int.MaxValue);
        return Doubled().IsMatch(text) || Walked().IsMatch(text);
    }

    static readonly FrozenSet<string> Turning =
        FrozenSet.Create(StringComparer.Ordinal, "for", "while", "until", "loop", "each", "each_with_index", "times", "upto", "map", "forEach", "reduce", "inject", "step");

    // s = s + s, s += s, s = s.concat(s), a.push(...a), a.extend(a), s = `${s}${s}`
    [GeneratedRegex(
        @"(?<![\w.$@])(?<name>[A-Za-z_$@]\w*)\s*(\+=\s*\k<name>|<<\s*\k<name>|=\s*\k<name>\s*\+\s*\k<name>|=\s*\k<name>\.concat\(\s*\k<name>\s*\)"
        + @"|\.(push|extend|concat)\(\s*(\.\.\.|\*)?\k<name>\s*\)|=\s*`\$\{\k<name>\}\$\{\k<name>\}`|=\s*\[\s*\.\.\.\k<name>\s*,\s*\.\.\.\k<name>\s*\])(?![\w.\[(])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    [GeneratedRegex(
        @"(\bfor\b[^:{\n]{0,200}\s(in|of)\s+(?<name>\w+)\s*[:)]|(?<![\w.])(?<name>\w+)\.(each|forEach|map)\b)[\s\S]{0,2000}?(?<![\w.])\k<name>"
        + @"\s*(<<|\+=|\[\s*\k<name>\.length\s*\]\s*=(?!=)|\.(push|append|unshift|insert|extend)\()",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Walked();
}
