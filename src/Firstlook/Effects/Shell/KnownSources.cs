namespace Firstlook.Effects.Shell;

/// <summary>
/// Files that are read into a shell and only say where programs of that name are from then on: what <c>venv</c> writes (Python library reference,
/// "venv": <c>source bin/activate</c>) and <c>oraenv</c> (Oracle, "Administrator's Reference for Linux"). Where anybody may write, it may be anything.
/// </summary>
internal static class KnownSources
{
    static readonly string[] Open = ["/tmp/", "/var/tmp/", "/dev/"];

    public static bool OnlyFindPrograms(string file)
    {
        if (file is "oraenv" or "/usr/local/bin/oraenv") return true;
        if (!file.EndsWith("/bin/activate", StringComparison.Ordinal) || !IsClosed(file)) return false;
        var environment = file[..^"/bin/activate".Length];
        return environment[(environment.LastIndexOf('/') + 1)..].TrimStart('.') is "venv" or "env" or "virtualenv";
    }

    /// <summary>True where not just anybody may have put what the path names.</summary>
    public static bool IsClosed(string path) =>
        path is not "-" && (path is not ['~', ..] || path is "~" or ['~', '/', ..]) && !path.Split('/').Contains("tmp") && !path.Contains("..", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/./", StringComparison.Ordinal) && !Array.Exists(Open, folder => (path + "/").StartsWith(folder, StringComparison.Ordinal))
        && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or '~');

    public static bool IsRelative(string path) => path[0] is not ('/' or '~');
}
