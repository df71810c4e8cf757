using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Methods that a text and something else both have. <c>Replace</c> of a file (System.IO.FileInfo) overwrites the file that it names, and <c>Where</c>
/// of a collection runs the block that it is given (about_Arrays).
/// </summary>
internal static partial class Texts
{
    /// <returns>Why a method may act; null where it is surely a text's, or runs a block that is written there.</returns>
    public static string? Problem(IReadOnlyList<PowerShellToken> tokens, int at, string method)
    {
        if (method.Equals("Where", StringComparison.OrdinalIgnoreCase) && tokens[at].Kind == PowerShellKind.Parenthesis && !tokens[at].Text.TrimStart().StartsWith('{'))
            return "what it runs for each is not written here";
        if (!method.Equals("Replace", StringComparison.OrdinalIgnoreCase)) return null;
        var word = tokens[at - 1];
        if (word.Quoted || word.Text.IndexOf('.') is var dot && word.Text.StartsWith('[')) return null;
        // (Get-Item x).Replace(...)
        if (dot == 0 && word.Glued && at > 1 && tokens[at - 2].Kind == PowerShellKind.Parenthesis)
            return Answering().IsMatch(tokens[at - 2].Text) ? "Replace() may be a file's, which it overwrites" : null;
        // $file.Replace('C:\x', 'C:\y'): a text has no second path.
        return word.Text.LastIndexOf('.') == dot && Paths().IsMatch(tokens[at].Text) ? "Replace() may be a file's, which it overwrites" : null;
    }

    [GeneratedRegex(@"(?<![\w-])(Get-Item|gi|Get-ChildItem|gci|ls|dir|Get-Process|New-Item|ni|New-Object|Get-Variable|gv|Copy-Item|Move-Item)(?![\w-])|\$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Answering();

    [GeneratedRegex("""^\s*['"]([A-Za-z]:[\\/]|[\\/]{2}|[^'"]*[\w-]\.\w{1,5}['"]|[^'"]*[\\/][\w.-]+['"])[^'"]*['"]?\s*,\s*(?!(''|""|' '|" ")\s*$)""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Paths();
}
