using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Secrets that are mounted as files: in folders of that name, and by the bare name of their key, without an ending (kubernetes.io, "Using Secrets as files from a Pod";
/// docs.docker.com, "Manage sensitive data with Docker secrets"). They lie below a folder of the Filesystem Hierarchy Standard, or where images keep an application.
/// </summary>
internal static partial class MountedSecrets
{
    public static bool Hold(string path) => Mounted().IsMatch(path);

    [GeneratedRegex(
        @"^/(etc|mnt|media|var|run|opt|srv|home|root|usr|tmp|apps?|config|data)/(\S*/)?(secrets?(/|$)|"
        + @"(passwords?|passphrase|token|credentials?|api[-_]?key|(access|secret|private|auth|client|refresh)[-_]?(key|token|secret))$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mounted();
}
