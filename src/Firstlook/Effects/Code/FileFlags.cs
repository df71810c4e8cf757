namespace Firstlook.Effects.Code;

/// <summary>Options of Node's functions that read files: <c>readFileSync(path, {flag: 'w+'})</c> empties the file first (nodejs.org, "File system flags").</summary>
internal static class FileFlags
{
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || tokens[at].Text is not ("readFile" or "readFileSync" or "createReadStream") || at + 1 >= tokens.Count
            || !tokens[at + 1].Is("("))
            return null;
        var (start, close) = (HandedFunctions.End(tokens, at + 2) + 1, Paths.ClosingOf(tokens, at + 1));
        // The encoding, a function that gets the content, or options that are written out.
        if (start >= close || tokens[start].Kind == CodeKind.String || HandedFunctions.IsWritten(tokens, start, HandedFunctions.End(tokens, start))) return null;
        if (!tokens[start].Is("{")) return "the options may open the file for writing";
        for (var key = start + 1; key < close && !tokens[key].Is("}"); key = HandedFunctions.End(tokens, key) + 1)
        {
            var name = tokens[key].Text.Trim('"', '\'');
            if (name is "flag" or "flags"
                ? !(key + 2 < close && tokens[key + 2].Kind == CodeKind.String && tokens[key + 2].Text.Trim('"', '\'', '`') is "r" or "rs")
                : name is not ("encoding" or "signal" or "start" or "end" or "highWaterMark" or "autoClose" or "emitClose"))
                return "the options may open the file for writing";
        }

        return null;
    }
}
