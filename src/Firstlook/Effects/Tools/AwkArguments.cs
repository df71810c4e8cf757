using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>What a program of awk puts among the files that it is to read (gawk manual, "ARGC and ARGV"): <c>ARGV[1] = "/etc/sha" "dow"</c>.</summary>
internal static partial class AwkArguments
{
    /// <param name="rest">What stands behind the name.</param>
    /// <returns>Null where nothing is put there, or a file whose whole name stands there.</returns>
    public static Verdict? Judge(string rest)
    {
        if (Put().Match(rest) is not { Success: true } put) return null;
        var value = put.Groups["value"].Value.Trim();
        return value is "FILENAME" ? Verdict.Read("the awk program reads its own file again and again", EffectTags.Hang)
            : Whole().IsMatch(value) ? null : Verdict.Unknown("'ARGV' in the awk program is handed a file that is put together");
    }

    [GeneratedRegex(@"^\s*\[([^\[\]]|\[[^\[\]]*\])*\]\s*=(?!=)(?<value>(""(\\.|[^""\\])*""|[^;}\n""])*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Put();

    [GeneratedRegex(@"^(""[^""\\]*""|ARGV\s*\[[^\[\]]*\])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
