using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Variables by which people switch a pager off, or choose how it shows (git(1), man(1), systemctl(1), AWS CLI "AWS_PAGER"): none at all, <c>cat</c>, and the pagers that
/// programs take by themselves anyway. Any other value is a program of somebody's own.
/// </summary>
internal static partial class Pagers
{
    /// <summary>Whether a variable is one of those, set to what only shows.</summary>
    public static bool OnlyShow(string name, string value) =>
        name is "PAGER" or "MANPAGER" || name.EndsWith("_PAGER", StringComparison.Ordinal) ? Pager().IsMatch(value)
        : name is "LESS" or "SYSTEMD_LESS" && Showing().IsMatch(value);

    /// <summary>less(1), OPTIONS: letters that say how it shows. The others take a file, a prompt or a command, and "+" runs one.</summary>
    const string Letters = "-?[aAcCdeEfFgGiIJKmMnNqQrRsSuUwWX]+";

    [GeneratedRegex("^((cat|less|more)( " + Letters + @")*)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pager();

    [GeneratedRegex("^(" + Letters + "( " + Letters + @")*)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Showing();
}
