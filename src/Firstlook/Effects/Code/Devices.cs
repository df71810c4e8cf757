namespace Firstlook.Effects.Code;

/// <summary>Devices that act when they are opened: <c>/dev/watchdog</c> resets the machine (kernel.org, "The Linux Watchdog driver API").</summary>
internal static class Devices
{
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.String || at == 0 || !tokens[at].Text.Contains("/dev/", StringComparison.Ordinal)) return null;
        var path = tokens[at].Text.TrimStart('r', 'b', 'u', 'f').Trim('"', '\'', '`');
        if (!path.StartsWith("/dev/", StringComparison.Ordinal) || path is "/dev/null" or "/dev/zero" or "/dev/stdin" or "/dev/random" or "/dev/urandom"
            || path.StartsWith("/dev/shm/", StringComparison.Ordinal))
            return null;
        // pd.read_csv(filepath_or_buffer="/dev/watchdog")
        var before = tokens[at - 1].Is("=") && at > 2 ? at - 3 : at - 1;
        var opening = tokens[before].Is("(") && before > 0 ? tokens[before - 1] : tokens[before];
        return opening.Kind == CodeKind.Name
            && (opening.Text.StartsWith("read_", StringComparison.Ordinal)
                || opening.Text is "open" or "Path" or "Pathname" or "read" or "readlines" or "binread" or "foreach" or "new" or "readFile" or "readFileSync"
                    or "createReadStream")
            ? $"opening {path} may act" : null;
    }
}
