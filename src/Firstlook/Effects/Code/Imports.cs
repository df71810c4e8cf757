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
            var shows = real is "environ" or "environb" or "env" or "process";
            if (real != alias && (Operators.Run(real) || (Passes(alias, lexicon) || shows) && !IsPlainClass(real, alias, lexicon))) return alias;
        }
        return null;
    }

    /// <summary>Modules whose names mean what they mean everywhere: Python's own, and those that only wrap them.</summary>
    static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        ["builtins", "six", "future", "re", "regex", "json", "simplejson", "ujson", "orjson", "datetime", "time", "calendar", "zoneinfo", "dateutil", "pytz", "django", "flask",
            "collections", "itertools", "functools", "operator", "pprint", "rich", "math", "cmath", "statistics", "decimal", "fractions", "uuid", "socket", "ssl", "os",
            "sys", "platform", "glob", "fnmatch", "pathlib", "base64", "binascii", "codecs", "io", "gzip", "bz2", "lzma", "zlib", "struct", "hashlib", "html", "urllib",
            "string", "textwrap", "copy", "heapq", "bisect", "random", "ast", "difflib", "ipaddress", "typing", "types", "psutil", "pandas", "numpy", "sqlalchemy", "jwt",
            "toml", "tomllib", "csv", "getpass", "traceback", "tabulate"]);

    /// <summary>Modules whose open() is the language's, or reads and writes by the same modes.</summary>
    static readonly FrozenSet<string> Opens = FrozenSet.Create(StringComparer.Ordinal, "io", "codecs", "gzip", "bz2", "lzma", "tokenize", "builtins");

    /// <summary>
    /// Whether a name that is imported there takes the place of one that is known to read: <c>from shelve import open</c>, <c>from jsonpickle import decode</c>. A module's own
    /// <c>get_orders</c> replaces nothing.
    /// </summary>
    /// <param name="at">A name within a line of imports.</param>
    public static bool Replaces(List<CodeToken> tokens, int at)
    {
        // from shelve import *
        if (tokens[at].Is("*") && tokens[at - 1].Is("import")) return Module(tokens, at) is var whole && (whole is "os" || !Plain.Contains(whole) && !Opens.Contains(whole));
        if (tokens[at].Kind != CodeKind.Name || at + 1 < tokens.Count && tokens[at + 1].Text is "." or "import" || tokens[at].Text is "from" or "import") return false;
        if (tokens[at].Text is not ("open" or "print") && !(Lexicon.Python.Names.TryGetValue(tokens[at].Text, out var known) && known.Effect == Effect.Read)) return false;
        return Module(tokens, at) is { Length: > 0 } module && !(tokens[at].Is("open") ? Opens : Plain).Contains(module);
    }

    /// <summary>The first part of the module that a name is imported from; nothing where there is none.</summary>
    static string Module(List<CodeToken> tokens, int at)
    {
        var start = at;
        while (start > 0 && tokens[start].Kind != CodeKind.Newline && !tokens[start].Is(";") && !tokens[start].Is("from")) start--;
        return tokens[start].Is("from") && start + 1 < at ? tokens[start + 1].Text : "";
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

    /// <summary>Last words of modules that define what others use: <c>./send-email-service</c>.</summary>
    static readonly FrozenSet<string> Defining =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "utils", "util", "helpers", "helper", "models", "model", "client", "config", "settings", "service", "services", "types",
            "constants", "lib", "errors", "error", "controller", "handler", "handlers", "router", "routes", "schema", "tests", "test", "forms", "views", "manager", "tools",
            "export", "notifications", "middleware");

    /// <summary>Modules of Python that do their work when they are imported; so does whatever a package runs as (docs.python.org, "__main__").</summary>
    static readonly FrozenSet<string> Working = FrozenSet.Create(StringComparer.Ordinal, "antigravity", "test.autotest", "idlelib.idle", "setup");

    /// <summary>Last parts of Ruby's libraries that start something (debug, minitest, rspec-core, rails); sinatra serves when the program ends.</summary>
    static readonly FrozenSet<string> Starting = FrozenSet.Create(StringComparer.Ordinal, "open", "open_nonstop", "start", "autorun", "commands", "run", "sinatra");

    /// <summary>A module of the application's own whose path says that something is done: it runs when it is loaded. Null where what is loaded at the beginning does not
    /// say so.</summary>
    public static string? Runs(List<CodeToken> tokens, CodeFamily family)
    {
        if (family == CodeFamily.Python)
        {
            if (tokens.Find(token => token.Is("__main__")).Text is { } main) return main;
            var end = tokens.FindIndex(1, token => token.Kind == CodeKind.Name && token.Text is "import" or "as");
            var path = tokens[1..(end < 0 ? tokens.Count : end)].FindAll(token => token.Kind == CodeKind.Name).ConvertAll(token => token.Text);
            if (Working.Contains(string.Join('.', path))) return path[^1];
            // Of a folder of scripts each name is a module: from jobs import nightly_purge
            if (tokens[0].Is("from") && path.Count == 1 && Folders.Contains(path[0]))
                path.AddRange(tokens[(end + 1)..].FindAll(token => token.Kind == CodeKind.Name).ConvertAll(token => token.Text));
            return path.Count > 0 ? Said(path, own: false) : null;
        }

        var module = tokens.Find(token => token.Kind is CodeKind.String or CodeKind.Newline || token.Is(";"));
        var name = module.Kind == CodeKind.String ? module.Text.Trim('"', '\'', '`') : "";
        if (name.EndsWith(".json", StringComparison.Ordinal)) return null;
        List<string> parts = [.. name.Split('/').Where(part => part.Trim('.').Length > 0)];
        if (parts.SkipLast(1).Contains("bin") || family == CodeFamily.Ruby && parts.Count > 0 && Starting.Contains(parts[^1])) return name;
        var own = name.StartsWith('.') || family == CodeFamily.Ruby && name.Length > 0 && tokens[0].Is("require_relative");
        return own && parts.Count > 0 && SaysToAct(parts[^1]) ? parts[^1] : own || name.Contains('/') && !name.StartsWith('@') ? Said(parts, own: true) : null;
    }

    // './restart', './send-invoices.js', send_invoices
    static bool SaysToAct(string module)
    {
        var words = Lexicon.WordsOf(module.Split('.')[0].Replace('-', '_'));
        return words.Count > 0 && !Defining.Contains(words[^1]) && (RubyNames.Act(string.Join('_', words)) || words is ["deploy"]);
    }

    /// <summary>What JavaScript loads at a place, where that does its work as it is loaded: <c>require('./restart')</c>, <c>export * from './restart'</c>.</summary>
    public static string? Loaded(List<CodeToken> tokens, int at) =>
        tokens[at].Text is "require" or "import" || tokens[at].Is("export") && at + 1 < tokens.Count && tokens[at + 1].Text is "*" or "{"
            ? Runs(tokens[at..], CodeFamily.JavaScript) : null;

    static string? Said(List<string> path, bool own)
    {
        if (!own && path[^1].Contains('_') && SaysToAct(path[^1])) return path[^1];
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
