namespace Firstlook.Effects.Code;

/// <summary>Calls of Redis' clients that walk over all keys in one command, while the server answers nobody else (redis.io, "KEYS", "SCAN").</summary>
internal static class KeyScans
{
    const double MostAtOnce = 100_000;

    /// <param name="clients">Names that stand for a client.</param>
    public static bool AreIn(List<CodeToken> tokens, HashSet<string> clients, Constants constants)
    {
        for (var at = 2; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != CodeKind.Name || !tokens[at - 1].Is(".") || !tokens[at + 1].Is("(")) continue;
            var close = Paths.ClosingOf(tokens, at + 1);
            if (tokens[at].Is("keys")
                && (close > at + 4 && tokens[at + 2].Is("pattern") && tokens[at + 3].Is("=") || close == at + 2 && IsRedis(tokens[at - 2], clients)))
                return true;
            if (tokens[at].Text is not ("scan" or "scan_iter" or "sscan" or "hscan" or "zscan" or "scanIterator" or "scanStream" or "scan_each")) continue;
            for (var i = at + 2; i < close; i++)
            {
                if (tokens[i - 1].Text is "(" or "," or "=" or ":" or ">" && constants.Product(tokens, i, out _) > MostAtOnce) return true;
            }
        }

        return false;
    }

    /// <summary>A client by its name, or by what it is set to; a dictionary's keys() is this process's own.</summary>
    static bool IsRedis(CodeToken receiver, HashSet<string> clients) =>
        receiver.Kind == CodeKind.Name && (clients.Contains(receiver.Text) || receiver.Text.Contains("redis", StringComparison.OrdinalIgnoreCase)
            || receiver.Text.Contains("valkey", StringComparison.OrdinalIgnoreCase));

    /// <summary>Names that the snippet sets to a client of Redis, and what is handed over from elsewhere by the name that such a client has.</summary>
    public static HashSet<string> Clients(List<CodeToken> whole)
    {
        var clients = new HashSet<string>(StringComparer.Ordinal);
        var bound = false;
        for (var at = 0; at < whole.Count; at++)
        {
            if (whole[at].Kind != CodeKind.Name) continue;
            var set = at + 1 < whole.Count && whole[at + 1].Is("=");
            if (set && whole.Skip(at + 2).Take(3).Any(token => token.Text.Contains("redis", StringComparison.OrdinalIgnoreCase))) clients.Add(whole[at].Text);
            else if (whole[at].Is("r")) bound |= set || at > 0 && whole[at - 1].Text is "for" or "as" or "," or "lambda" or "(" or "|";
        }

        if (!bound) clients.Add("r");
        return clients;
    }
}
