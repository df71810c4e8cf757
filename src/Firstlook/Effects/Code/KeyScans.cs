namespace Firstlook.Effects.Code;

/// <summary>Calls of Redis' clients that walk over all keys in one command, while the server answers nobody else (redis.io, "KEYS", "SCAN").</summary>
internal static class KeyScans
{
    const double MostAtOnce = 100_000;

    /// <param name="whole">All of the snippet, which may say what a name stands for.</param>
    public static bool AreIn(List<CodeToken> tokens, List<CodeToken> whole, Constants constants)
    {
        for (var at = 2; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != CodeKind.Name || !tokens[at - 1].Is(".") || !tokens[at + 1].Is("(")) continue;
            var close = Paths.ClosingOf(tokens, at + 1);
            if (tokens[at].Is("keys") && (close > at + 4 && tokens[at + 2].Is("pattern") && tokens[at + 3].Is("=") || close == at + 2 && IsRedis(tokens[at - 2], whole))) return true;
            if (tokens[at].Text is not ("scan" or "scan_iter" or "sscan" or "hscan" or "zscan" or "scanIterator" or "scanStream" or "scan_each")) continue;
            for (var i = at + 2; i < close; i++)
            {
                if (tokens[i - 1].Text is "(" or "," or "=" or ":" or ">" && constants.Product(tokens, i, out _) > MostAtOnce) return true;
            }
        }

        return false;
    }

    /// <summary>A client by its name, or by what it is set to; a dictionary's keys() is this process's own.</summary>
    static bool IsRedis(CodeToken receiver, List<CodeToken> whole)
    {
        if (receiver.Kind != CodeKind.Name) return false;
        if (receiver.Text.Contains("redis", StringComparison.OrdinalIgnoreCase) || receiver.Text.Contains("valkey", StringComparison.OrdinalIgnoreCase)) return true;
        var set = whole.FindIndex(token => token.Is(receiver.Text));
        while (set >= 0 && !(set + 1 < whole.Count && whole[set + 1].Is("="))) set = whole.FindIndex(set + 1, token => token.Is(receiver.Text));
        if (set >= 0) return whole.Skip(set + 2).Take(3).Any(token => token.Text.Contains("redis", StringComparison.OrdinalIgnoreCase));
        // Whoever hands it over from elsewhere calls a client of Redis so.
        return receiver.Is("r") && !whole.Index().Any(token => token.Item.Is("r") && token.Index > 0 && whole[token.Index - 1].Text is "for" or "as" or "," or "lambda" or "(" or "|");
    }
}
