using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Calls that do not look like one: decorators, tagged templates, Ruby's <c>%x</c>, a function put in another's place.</summary>
internal static class Disguises
{
    /// <summary>Decorators of the language and its library that only wrap.</summary>
    static readonly FrozenSet<string> Wrapping =
        FrozenSet.Create(StringComparer.Ordinal, "@property", "@staticmethod", "@classmethod", "@dataclass", "@lru_cache", "@cached_property", "@contextmanager",
            "@wraps", "@functools", "@dataclasses", "@contextlib", "@abstractmethod", "@override");

    /// <summary>What opens or reads the file of a name.</summary>
    static readonly FrozenSet<string> Opening = FrozenSet.Create(StringComparer.Ordinal, "open", "read", "readlines", "foreach", "binread", "write", "binwrite");

    /// <summary>What takes a text as a piece of SQL ("Active Record Query Interface").</summary>
    static readonly FrozenSet<string> Conditions =
        FrozenSet.Create(StringComparer.Ordinal, "where", "select", "count", "sum", "average", "minimum", "maximum", "pluck", "order", "reorder", "group", "having",
            "joins", "from", "not", "find_by", "exists?", "calculate", "lock", "pick");

    /// <returns>Why the token at that place may run more than it says; null where it does not.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var token = tokens[at];
        switch (family)
        {
            case CodeFamily.Python:
                if (token.Kind == CodeKind.Name && token.Text[0] == '@' && !Wrapping.Contains(token.Text)) return $"the decorator '{token.Text}' is called";
                // docs.python.org, "ctypes": an attribute or item of these loads the library, whose constructors run.
                if (token.Kind == CodeKind.Name && token.Text is "cdll" or "windll" or "oledll" or "pydll") return $"'{token.Text}' loads a library";
                // docs.djangoproject.com, "Func() expressions": every function of the database takes another's name.
                if (token.Text.Trim('\'', '"') is "function" or "template"
                    && (Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "=") && OfClass(tokens, at)
                        || Is(tokens, at + 1, ":") && at > 2 && tokens[at - 1].Is("{") && tokens[at - 2].Is("*")))
                    return $"'{token.Text}' names what the database runs";
                if (Requests.Problem(tokens, at) is { } carried) return carried;
                // huggingface.co, "Datasets": the code that comes with the data is run.
                if (token.Is("trust_remote_code") && !Is(tokens, at + 2, "False")) return "code that comes from elsewhere is run";
                if (token.Is("print") && Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "=")) return "print gets another meaning";
                return IsReplaced(tokens, at, Lexicon.Python) ? $"'{token.Text}' gets another meaning" : null;
            case CodeFamily.JavaScript:
                if ((token.Kind == CodeKind.Name || token.Text is ")" or "]") && at + 1 < tokens.Count && tokens[at + 1].Kind == CodeKind.String
                    && tokens[at + 1].Text.StartsWith('`') && !Lexicon.JavaScript.Keywords.Contains(token.Text))
                    return $"'{token.Text}' is called with a template";
                if (token.Is("location") && Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "=") && !(at > 0 && tokens[at - 1].Text is "const" or "let" or "var" or "." or ","))
                    return "the page goes elsewhere";
                if (token.Is("new") && at + 1 < tokens.Count && tokens[at + 1].Text is "Worker" or "ActiveXObject" or "SharedWorker") return "another program is started";
                return IsReplaced(tokens, at, Lexicon.JavaScript) ? $"'{token.Text}' gets another meaning" : null;
            default:
                if (token.Kind == CodeKind.String && InText(tokens, at) is { } hidden) return hidden;
                if (token.Kind == CodeKind.Name && Parted(tokens, at) is { } parted) return parted;
                return token.Is("%") && at + 2 < tokens.Count && tokens[at + 1].Is("x") && tokens[at + 1].Start == token.End && tokens[at + 2].Start == tokens[at + 1].End
                    ? "%x runs a command" : null;
        }
    }

    /// <summary>Whether the call that an argument belongs to has a name with a capital.</summary>
    static bool OfClass(List<CodeToken> tokens, int at)
    {
        var depth = 0;
        for (var i = at - 1; i > 0; i--)
        {
            if (tokens[i].Is(")")) depth++;
            else if (tokens[i].Is("(") && --depth < 0) return tokens[i - 1].Kind == CodeKind.Name && char.IsAsciiLetterUpper(tokens[i - 1].Text[0]);
        }

        return false;
    }

    // IO.read("| cmd") runs it, up to Ruby 3; where("own_function(id)") has the database run it.
    static string? InText(List<CodeToken> tokens, int at)
    {
        var before = at - 1;
        while (before >= 0 && tokens[before].Text is "(" or "[") before--;
        if (before < 0 || tokens[before].Kind != CodeKind.Name || tokens[at].Text.Length < 2) return null;
        var text = tokens[at].Text[1..^1];
        if (Opening.Contains(tokens[before].Text) && text.TrimStart().StartsWith('|')) return "a name that begins with '|' runs a command";
        // DB["DELETE FROM t"], DB.fetch("DROP TABLE t")
        if (!Statements.TakesText(tokens[before].Text) && !Lexicon.Ruby.Keywords.Contains(tokens[before].Text) && Statements.Acting(tokens, at) is not null)
            return "what the database is told may do more than ask";
        // The judge of SQL knows statements alone: the piece is looked at where a condition stands, and sent nowhere.
        return Conditions.Contains(tokens[before].Text) ? Told(text) : null;
    }

    /// <summary>What a name or a condition says that is put together, or that a variable holds: <c>IO.read('' + '|reboot')</c>, <c>where('id=1 ' 'AND f(1)')</c>.</summary>
    static string? Parted(List<CodeToken> tokens, int at)
    {
        var (opens, conditions) = (Opening.Contains(tokens[at].Text) && at > 1 && tokens[at - 2].Is("IO"), Conditions.Contains(tokens[at].Text));
        if (!opens && !conditions || at == 0 || !tokens[at - 1].Is(".") || at + 1 >= tokens.Count) return null;
        var start = tokens[at + 1].Is("(") ? at + 2 : at + 1;
        if (start == at + 1 && (tokens[start].Start == tokens[at].End || tokens[start].Kind is not (CodeKind.String or CodeKind.Name))) return null;
        var end = Math.Min(HandedFunctions.End(tokens, start), EndOfLine(tokens, start));
        if (end <= start) return null;
        if (opens) return end == start + 1 && tokens[start] is { Kind: CodeKind.String, Inner.Length: 0 } && !tokens[start].Text.Contains('\\')
            ? null : "a name that is put together may run a command";
        if (end == start + 1 && tokens[start].Kind == CodeKind.Name && tokens[start].Text[0] is >= 'a' and <= 'z' or '_' or '@' or '$' && start == at + 2
            && tokens[at].Text is not "exists?" && Lexicon.Ruby.Judge(tokens[start].Text) is null && !Lexicon.Ruby.Keywords.Contains(tokens[start].Text))
            return "what the database is told is held by a variable";
        var texts = tokens.GetRange(start, end - start).FindAll(token => token.Kind == CodeKind.String);
        return texts.Count > 1 && !(start + 1 < end && tokens[start + 1].Is(":")) ? Told(string.Concat(texts.Select(text => text.Text.Trim('"', '\'')))) : null;
    }

    /// <summary>What a piece of a statement does besides asking: it may act, and it may keep the database busy.</summary>
    static string? Told(string piece)
    {
        var judged = Sql.SqlJudge.Judge($"SELECT 1 WHERE {piece}");
        return judged.Effect > Effect.Read
            ? "what the database is told may do more than ask"
            : (judged.Tags & (EffectTags.Hang | EffectTags.Cost)) != EffectTags.None ? "what the database is told may never end" : null;
    }

    static int EndOfLine(List<CodeToken> tokens, int at)
    {
        for (var depth = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Text is "(" or "[" or "{") depth++;
            if (tokens[at].Text is ")" or "]" or "}") depth--;
            if (tokens[at].Kind == CodeKind.Newline && depth <= 0) break;
        }

        return at;
    }

    /// <summary><c>json.dumps = other</c>: what is called by that name later is something else. A plain value is no function.</summary>
    static bool IsReplaced(List<CodeToken> tokens, int at, Lexicon lexicon) =>
        tokens[at].Kind == CodeKind.Name && at > 0 && tokens[at - 1].Is(".") && Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "=") && at + 2 < tokens.Count
        && tokens[at + 2].Kind == CodeKind.Name && tokens[at + 2].Text is not ("True" or "False" or "None" or "true" or "false" or "null" or "undefined")
            && lexicon.Judge(tokens[at].Text) is not null;

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
