namespace Firstlook.Effects.Code;

/// <summary>What shows what lets somebody in by a name that stands in the code: a file of keys, or the environment, which <c>process</c> of Node.js holds.</summary>
internal static class ShownSecrets
{
    /// <returns>Null where nothing at that place shows any.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var token = tokens[at];
        // globalThis["process"], proc["env"]
        if (family == CodeFamily.JavaScript && token.Kind == CodeKind.String && at > 1 && tokens[at - 1].Is("[")
            && (tokens[at - 2].Kind == CodeKind.Name || tokens[at - 2].Text is ")" or "]" or ".") && token.Text.AsSpan().Trim("\"'`") is "process" or "env")
            return "it may show the environment";
        if (family == CodeFamily.Python && Processes(tokens, at)) return "it may show the environment of processes";
        if (family == CodeFamily.Python && token.Kind == CodeKind.String && Formats.ShowWhole(token.Text)) return "a format may show the environment, or settings";
        if (token.Kind == CodeKind.Name && Revealing.OfCloud(tokens, at)) return "it shows a definition with its environment";
        if (token.Kind == CodeKind.String) return File(tokens, at) is { } file ? $"it may show what is in {file}" : null;
        if (family == CodeFamily.Python || !token.Is("process") || token.Kind != CodeKind.Name) return null;
        // An object's key, or a field of something else.
        if (at + 1 < tokens.Count && tokens[at + 1].Is(":")
            || at > 0 && tokens[at - 1].Is(".") && !(at > 1 && tokens[at - 2].Text is "globalThis" or "global" or "window"))
            return null;
        var dot = at + 1 < tokens.Count && tokens[at + 1].Is("?") ? at + 2 : at + 1;
        return dot + 1 < tokens.Count && tokens[dot].Is(".") && tokens[dot + 1].Kind == CodeKind.Name && !tokens[dot + 1].Is("report") ? null : "it may show the environment";
    }

    // psutil, "Process.as_dict", "process_iter": without a list of what is asked for it is everything, the environment too.
    static bool Processes(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind == CodeKind.String) return tokens[at].Text.Trim('"', '\'') is "environ" && Devices.Calling(tokens, at) is "process_iter" or "as_dict";
        return tokens[at].Is("as_dict") && at > 0 && tokens[at - 1].Is(".") && at + 2 < tokens.Count && tokens[at + 1].Is("(") && tokens[at + 2].Is(")")
            && tokens.Exists(token => token.Text is "psutil" or "process_iter" or "Process");
    }

    /// <summary>The name of such a file, which may be put together of several texts: <c>"/etc/" + "shadow"</c>.</summary>
    static string? File(List<CodeToken> tokens, int at)
    {
        // Each chain of texts is looked at where it begins.
        if (at > 0 && (tokens[at - 1].Kind == CodeKind.String || at > 1 && tokens[at - 1].Is("+") && tokens[at - 2].Kind == CodeKind.String)) return null;
        var whole = "";
        for (var i = at; i < tokens.Count && tokens[i].Kind == CodeKind.String && whole.Length < 4_096; i += i + 1 < tokens.Count && tokens[i + 1].Is("+") ? 2 : 1)
        {
            // No path is that long.
            if (tokens[i].Text.Length >= 4_096) return null;
            var text = Requests.Spelled(tokens[i]);
            if (SecretFiles.Holds(text)) return text;
            whole += text;
        }

        return SecretFiles.Holds(whole) ? whole : null;
    }
}
