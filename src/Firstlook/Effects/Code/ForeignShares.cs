namespace Firstlook.Effects.Code;

/// <summary>Paths to other machines in code, as <c>open(r"\\host\share\x")</c>: whatever asks for one has Windows sign in there as this user.</summary>
internal static class ForeignShares
{
    static readonly HashSet<string> Printing = new(StringComparer.Ordinal)
    {
        "print", "puts", "p", "pp", "log", "info", "warn", "startswith", "startsWith", "start_with?", "match", "search", "split",
    };

    public static bool Are(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.String) return false;
        var path = tokens[at].Text.AsSpan().TrimStart("rbufRBUF").Trim("\"'`").ToString();
        if (path is not (['\\', '\\', ..] or ['/', '/', ..])) return false;
        // What is not raw has each stroke twice.
        if (path.StartsWith(@"\\\\", StringComparison.Ordinal)) path = path.Replace(@"\\", @"\", StringComparison.Ordinal);
        return PowerShell.Shares.AreForeign(path) && Devices.Calling(tokens, at) is { } calling && !Printing.Contains(calling);
    }
}
