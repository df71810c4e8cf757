using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Widths that a format fills up with blanks to more than memory holds: <c>"%9999999999d" % 1</c>, <c>f"{x:9999999999}"</c>, <c>f"{x:&gt;{10**11}}"</c>.</summary>
internal static partial class Formats
{
    public static bool AreWide(List<CodeToken> tokens, Constants constants)
    {
        var fills = tokens.Exists(token => token.Text is "format" or "%" or "printf" or "sprintf");
        foreach (var token in tokens.Where(token => token.Kind == CodeKind.String))
        {
            if (token.Text[0] is 'f' or 'F' || token.Text is [_, 'f' or 'F', ..])
            {
                if (OfExpression().IsMatch(token.Text)) return true;
                foreach (Match width in Computed().Matches(token.Text))
                {
                    if (constants.Product(new CodeLexer(width.Groups["width"].Value, CodeFamily.Python).Read().Tokens, 0, out _) > CountedLoops.Steps) return true;
                }
            }

            if (fills && (OfPercent().IsMatch(token.Text) || OfField().IsMatch(token.Text))) return true;
        }

        return false;
    }

    /// <summary>A width of printf(3) with nine digits and more, where a letter ends it.</summary>
    public static bool IsWide(string text) => OfPercent().IsMatch(text);

    /// <summary>A field that is an attribute of what is given, and holds all of an environment or of settings: <c>"{0.environ}"</c> (docs.python.org, "Format String
    /// Syntax").</summary>
    public static bool ShowWhole(string text) => text.Contains('{') && OfAttribute().IsMatch(text);

    [GeneratedRegex(@"\{\w*(\.\w+|\[[^\[\]{}]*\])*\.(environ|environb|DATABASES|CACHES|__dict__|__globals__|_wrapped)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfAttribute();

    [GeneratedRegex(@"%[-+ 0#']*(\d{9,}(\.\d*)?|\d*\.\d{9,})[A-Za-z]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfPercent();

    // docs.python.org, "Format Specification Mini-Language".
    const string Width = @":(.?[<>=^])?[-+ #0,_]*\d{9,}[\w.%,]*\}";

    [GeneratedRegex(@"(?<!\{)\{[\w.\[\]!]*" + Width, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfField();

    [GeneratedRegex(@"(?<!\{)\{[^{}]*" + Width, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfExpression();

    [GeneratedRegex(@"(?<!\{)\{[^{}]*:[^{}]*\{(?<width>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Computed();
}
