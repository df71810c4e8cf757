using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Imports that give a thing another name (<c>from os import system as print</c>): later statements are judged by the names that they call, so
/// what is imported under a name that would pass as a read must bear it at home, too.
/// </summary>
internal static class Imports
{
    /// <returns>The name that says less than what it stands for; null where there is none.</returns>
    public static string? Disguised(List<CodeToken> tokens, CodeFamily family)
    {
        var lexicon = family == CodeFamily.Python ? Lexicon.Python : Lexicon.JavaScript;
        // import { env } from "process": what is shown later says "env" alone.
        if (family == CodeFamily.JavaScript && tokens[^1] is { Kind: CodeKind.String } module && module.Text.AsSpan().Trim("\"'`") is "process" or "node:process"
            && tokens.Exists(token => token.Is("env")))
            return "env";
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (!tokens[at].Is("as")) continue;
            var (real, alias) = (tokens[at - 1].Text, tokens[at + 1].Text);
            // What shows the environment says so by its name.
            if (real != alias && (Passes(alias, lexicon) || real is "environ" or "environb" or "env" or "process") && !IsPlainClass(real, alias, lexicon)) return alias;
        }
        return null;
    }

    /// <summary>
    /// Whether what JavaScript loads at a place is anything but a package or a file in the application's own folder: a module runs when it is
    /// loaded, and <c>data:</c>, <c>http:</c>, <c>/tmp/x.js</c> or <c>../x</c> may hold anything (Node.js, "ECMAScript modules", "URLs").
    /// </summary>
    public static bool Strange(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Text is not ("require" or "import" or "export") || tokens[at].Kind != CodeKind.Name) return false;
        var open = tokens[at].Text == "export" ? -1 : Opening(tokens, at);
        if (open >= 0) return !(open + 2 < tokens.Count && IsOwn(tokens[open + 1]) && tokens[open + 2].Is(")"));
        if (tokens[at].Text == "require" || at > 0 && tokens[at - 1].Is(".")) return false;
        // import x, { y } from "..."; export * from "..."; import "..."; of a constant that is exported, a text is no module.
        var from = tokens.FindIndex(at, token => token.Is("from"));
        return from > 0 ? tokens[(from + 1)..].Exists(token => token.Kind == CodeKind.String && !IsOwn(token))
            : tokens[at].Text == "import" && at + 1 < tokens.Count && tokens[at + 1].Kind == CodeKind.String && !IsOwn(tokens[at + 1]);
    }

    /// <summary>Folders of scripts, which do their work when they are loaded.</summary>
    static readonly FrozenSet<string> Folders =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "scripts", "script", "bin", "jobs", "migrations", "seeds", "oneoff", "oneoffs", "maintenance");

    static readonly FrozenSet<string> Losses =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "purge", "wipe", "nuke", "delete", "destroy", "drop", "truncate", "reset", "flush", "erase", "refund",
            "shutdown", "reboot", "kill", "cleanup", "migrate", "seed", "backfill");

    /// <summary>A module of the application's own whose path says that something is done: it runs when it is loaded. Null where what is loaded at the beginning does not
    /// say so.</summary>
    public static string? Runs(List<CodeToken> tokens, CodeFamily family)
    {
        if (family == CodeFamily.Python)
        {
            if (tokens.Count > 1 && tokens[1].Is("antigravity")) return "antigravity";
            var end = tokens.FindIndex(1, token => token.Kind == CodeKind.Name && token.Text is "import" or "as");
            var path = tokens[1..(end < 0 ? tokens.Count : end)].FindAll(token => token.Kind == CodeKind.Name).ConvertAll(token => token.Text);
            // Of a folder of scripts each name is a module: from jobs import nightly_purge
            if (tokens[0].Is("from") && path.Count == 1 && Folders.Contains(path[0]))
                path.AddRange(tokens[(end + 1)..].FindAll(token => token.Kind == CodeKind.Name).ConvertAll(token => token.Text));
            return path.Count > 0 ? Said(path, own: false) : null;
        }

        var module = tokens.Find(token => token.Kind is CodeKind.String or CodeKind.Newline || token.Is(";"));
        var name = module.Kind == CodeKind.String ? module.Text.Trim('"', '\'', '`') : "";
        if (name.EndsWith(".json", StringComparison.Ordinal)) return null;
        return name.StartsWith('.') || name.Contains('/') && !name.StartsWith('@') || family == CodeFamily.Ruby && name.Length > 0 && tokens[0].Is("require_relative")
            ? Said([.. name.Split('/').Where(part => part.Trim('.').Length > 0)], own: true) : null;
    }

    static string? Said(List<string> path, bool own)
    {
        var folder = path.Count > 1 && path.SkipLast(1).Any(Folders.Contains);
        foreach (var part in folder ? path.Skip(1) : path.TakeLast(1))
        {
            var words = Lexicon.WordsOf(part.TrimStart('.').Split('.')[0].Replace('-', '_'));
            if (words.Exists(Losses.Contains) && (own || folder || words.Count > 1) || folder && words.Count > 0 && RubyNames.Act(words[0])) return part;
        }

        return null;
    }

    /// <summary>The parenthesis of a call, also of <c>require?.(...)</c>; -1 where nothing is called.</summary>
    static int Opening(List<CodeToken> tokens, int at)
    {
        if (at + 3 < tokens.Count && tokens[at + 1].Is("?") && tokens[at + 2].Is(".")) at += 2;
        return at + 1 < tokens.Count && tokens[at + 1].Is("(") ? at + 1 : -1;
    }

    static bool IsOwn(CodeToken module)
    {
        if (module.Kind != CodeKind.String || module.Inner is { Length: > 0 }) return false;
        var name = module.Text.Trim('"', '\'', '`');
        if (name.StartsWith("node:", StringComparison.Ordinal)) name = name["node:".Length..];
        return name.Length > 0 && name[0] is not ('/' or '~') && name.AsSpan().IndexOfAny(":\\%$") < 0 && !name.Contains("..", StringComparison.Ordinal);
    }

    /// <summary>One class under another class's name, unless its own name is one that runs something (<c>Popen</c>).</summary>
    static bool IsPlainClass(string real, string alias, Lexicon lexicon) =>
        char.IsAsciiLetterUpper(real[0]) && char.IsAsciiLetterUpper(alias[0]) && !Classes.Act(real) && lexicon.Judge(real) is null or { Effect: Effect.None or Effect.Read };

    /// <summary>Names that are let through when they are called: reads, what begins with a capital, and modules whose members are.</summary>
    static bool Passes(string name, Lexicon lexicon) =>
        lexicon.Judge(name) is not null || char.IsAsciiLetterUpper(name[0]) || name is "case" or "json" or "subprocess" or "os" or "socket";
}
