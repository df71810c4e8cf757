using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Files that act when they are opened, or never end: <c>/dev/watchdog</c> resets the machine (kernel.org, "The Linux Watchdog driver API"), <c>/proc/kmsg</c> gives a message
/// once (proc(5)), <c>/dev/zero</c> has no end. Whatever is not known to tell of a path, or to print it, may open it.
/// </summary>
internal static partial class Devices
{
    /// <summary>What prints or compares a path, or tells of the file without opening it.</summary>
    static readonly FrozenSet<string> Telling =
        FrozenSet.Create(StringComparer.Ordinal, "print", "pprint", "puts", "p", "pp", "log", "info", "warn", "error", "debug", "exists", "isfile", "isdir", "islink",
            "ismount", "lexists", "stat", "lstat", "statvfs", "getsize", "getmtime", "getctime", "basename", "dirname", "realpath", "abspath", "readlink", "access",
            "startswith", "endswith", "startsWith", "endsWith", "start_with?", "end_with?", "include?", "includes", "indexOf", "index", "count", "exist?", "file?",
            "directory?", "size", "mtime", "existsSync", "statSync", "lstatSync", "accessSync", "disk_usage", "filter", "exclude", "where", "find_by", "format");

    /// <summary>What lists names: those are opened where anything of the text opens a file.</summary>
    static readonly FrozenSet<string> Listing =
        FrozenSet.Create(StringComparer.Ordinal, "glob", "iglob", "rglob", "listdir", "scandir", "iterdir", "entries", "children", "each_child", "readdirSync", "readdir",
            "join", "get", "PurePath", "URI");

    /// <summary>Whether what stands at a place is given to what prints it, or tells of the file without opening it.</summary>
    public static bool Tells(List<CodeToken> tokens, int at) => Calling(tokens, at) is { } by && Telling.Contains(by) && by is not ("format" or "index" or "filter");

    const string Beginning = "/dev/";

    const int LongestPath = 4_096;

    /// <param name="opens">Whether another statement of the text may open what is named here.</param>
    /// <returns>Null where none is opened.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, bool opens)
    {
        Verdict? verdict = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsDisguised(tokens, at)) return Verdict.Unknown("which file is opened is put together of what says something else");
            if (tokens[at].Kind != CodeKind.String || IsCompared(tokens, at)) continue;
            var by = Calling(tokens, at);
            if (by is not null && Telling.Contains(by)) continue;
            var named = by is null || Listing.Contains(by);
            if (named && !opens) continue;
            var found = Escaped().IsMatch(tokens[at].Text) && !named && tokens[at].Text[0] is '"' or '\'' or 'b' or '`' && Opens(by!)
                ? Verdict.Unknown("an escape may hide which file is opened") : Opened(tokens, at);
            if (found is { } opened) verdict = verdict is { } before ? before.And(opened) : opened;
        }

        return verdict;
    }

    /// <summary>The path that begins with a text, alone or joined with those behind it: <c>"/d" "ev/sda"</c>, <c>join("/dev", "sda")</c>.</summary>
    static Verdict? Opened(List<CodeToken> tokens, int at)
    {
        var (direct, joined) = (Text(tokens[at]), Text(tokens[at]));
        if (Act(direct) is { } verdict) return Sized(tokens, at, verdict);
        if (direct is not ['/', ..] || !Beginning.StartsWith(direct, StringComparison.Ordinal) && direct is not ("//" or "/proc" or "/proc/")) return null;
        for (var i = at + 1; i < tokens.Count && direct.Length < LongestPath; i++)
        {
            if (tokens[i].Kind != CodeKind.String) continue;
            (direct, joined) = (direct + Text(tokens[i]), joined + "/" + Text(tokens[i]));
            if ((Act(direct) ?? Act(joined)) is { } together) return Sized(tokens, i, together);
        }

        return null;
    }

    static Verdict Sized(List<CodeToken> tokens, int at, Verdict verdict) => verdict.Effect == Effect.Read && TakesPart(tokens, at) ? Verdict.Read("it reads a part") : verdict;

    // File.read("/dev/urandom", 16), open("/dev/urandom", "rb").read(16)
    static bool TakesPart(List<CodeToken> tokens, int at)
    {
        if (at + 2 < tokens.Count && tokens[at + 1].Is(",") && tokens[at + 2].Kind == CodeKind.Number) return true;
        var read = tokens.FindIndex(at, token => token.Is("read"));
        return read > 0 && read + 2 < tokens.Count && tokens[read + 1].Is("(") && tokens[read + 2].Kind == CodeKind.Number;
    }

    static Verdict? Act(string path)
    {
        var whole = Whole(path);
        if (whole is "/proc/kmsg" || whole.EndsWith("/trace_pipe", StringComparison.Ordinal)) return Verdict.Unknown($"{whole} gives its messages once");
        if (whole is "/dev/fd/0" or "/dev/stdin" or "/proc/self/fd/0") return Verdict.Read("it waits for what somebody types", EffectTags.Hang);
        if (!whole.StartsWith(Beginning, StringComparison.Ordinal)) return null;
        if (whole is "/dev/zero" or "/dev/random" or "/dev/urandom" or "/dev/full") return Verdict.Read($"{whole} has no end", EffectTags.Hang);
        return whole is "/dev/null" || whole.StartsWith("/dev/shm/", StringComparison.Ordinal) ? null : Verdict.Unknown($"opening {whole} may act");
    }

    /// <summary>A path without what leads to the same place: <c>//dev</c>, <c>/run/../dev</c>, <c>/proc/self/root/dev</c>, <c>file:///dev</c>.</summary>
    static string Whole(string path)
    {
        var plain = path.StartsWith("file://", StringComparison.OrdinalIgnoreCase) ? path["file://".Length..] : path;
        if (plain is not ['/', ..] && !plain.StartsWith("../", StringComparison.Ordinal)) return plain;
        var parts = new List<string>();
        foreach (var part in plain.Split('/'))
        {
            if (part is ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            if (part is not ("" or "." or "..")) parts.Add(part);
            if (parts is ["proc", _, "root" or "cwd"]) parts.Clear();
        }

        return "/" + string.Join('/', parts) + (plain.EndsWith('/') && parts.Count > 0 ? "/" : "");
    }

    /// <summary>Functions that make a text of another that nobody can read in it.</summary>
    static readonly FrozenSet<string> Disguising =
        FrozenSet.Create(StringComparer.Ordinal, "chr", "b64decode", "standard_b64decode", "urlsafe_b64decode", "b32decode", "fromhex", "unhexlify", "fromCharCode",
            "atob", "reversed", "translate", "swapcase", "pack", "reverse", "unquote");

    // open(base64.b64decode("..."))
    static bool IsDisguised(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || !Disguising.Contains(tokens[at].Text) || at + 1 >= tokens.Count || !tokens[at + 1].Is("(")) return false;
        for (int i = at - 1, depth = 0; i > 0 && at - i < Paths.MostInBrackets; i--)
        {
            if (tokens[i].Is(")")) depth++;
            if (tokens[i].Is("(") && --depth < 0 && Opens(tokens[i - 1])) return true;
            if (depth < 0) depth = 0;
        }

        return false;
    }

    /// <summary>The call between whose brackets a text stands, or behind whose name (Ruby); null where there is none.</summary>
    public static string? Calling(List<CodeToken> tokens, int at)
    {
        if (at > 0 && tokens[at - 1].Kind == CodeKind.Name) return tokens[at - 1].Text;
        for (var (i, depth) = (at - 1, 0); i >= 0 && at - i < Paths.MostInBrackets; i--)
        {
            if (tokens[i].Kind != CodeKind.Symbol) continue;
            if (tokens[i].Text is ")" or "]" or "}") depth++;
            if (tokens[i].Text is not ("(" or "[" or "{") || --depth >= 0) continue;
            if (tokens[i].Is("(") && i > 0 && tokens[i - 1].Kind == CodeKind.Name) return tokens[i - 1].Text;
            depth = 0;
        }

        return null;
    }

    static bool IsCompared(List<CodeToken> tokens, int at) =>
        at > 1 && tokens[at - 1].Is("=") && tokens[at - 2].Text is "=" or "!" && tokens[at - 2].End == tokens[at - 1].Start
            || at + 2 < tokens.Count && (tokens[at + 1].Text is "=" or "!" && tokens[at + 2].Is("=") || tokens[at + 1].Text is "in" or ":");

    public static bool Opens(CodeToken token) => token.Kind == CodeKind.Name && Opens(token.Text);

    static bool Opens(string name) =>
        name.StartsWith("read", StringComparison.Ordinal) && name is not ("readlink" or "readdir" or "readdirSync")
            || name is "open" or "foreach" or "binread" or "createReadStream" or "Path" or "Pathname" or "load" or "check_output";

    static string Text(CodeToken token) => token.Text.AsSpan().TrimStart("rbufRBUF").Trim("\"'`").ToString();

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\[xuUN0-7]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
