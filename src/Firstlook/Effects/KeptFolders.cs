using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>Where applications and their settings lie, and only an administrator or a deployment writes (Filesystem Hierarchy Standard).</summary>
internal static partial class KeptFolders
{
    /// <summary>Whether a path, all of which is known, leads there and not out again.</summary>
    public static bool Hold(string path) => Kept().IsMatch(path) && !path.Contains("..", StringComparison.Ordinal) && !path.Contains(Argument.Hole);

    [GeneratedRegex(@"^/(srv|opt|usr|etc|apps?|var/(lib|www))/[\w./@+-]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();
}
