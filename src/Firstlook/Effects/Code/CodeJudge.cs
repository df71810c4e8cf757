using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>What a statement of code does, by every name that it calls or passes on.</summary>
internal static class CodeJudge
{
    public static Verdict Statement(List<CodeToken> tokens, CodeFamily family, HashSet<string> bound)
    {
        var lexicon = family switch { CodeFamily.Python => Lexicon.Python, CodeFamily.JavaScript => Lexicon.JavaScript, _ => Lexicon.Ruby };
        var verdict = Verdict.Read("it only reads, or works in its own memory");
        if (Devices.Judge(tokens, tokens.Exists(Devices.Opens)) is { } device) verdict = verdict.And(device);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            foreach (var inner in token.Inner ?? []) verdict = verdict.And(Inner(inner, family, bound));
            if (family == CodeFamily.JavaScript && Imports.Strange(tokens, at))
                verdict = verdict.And(Verdict.Unknown("what is loaded is no package and no file of the application's own"));
            // mongodb.com, "Aggregation Stages": the last stage may write a collection.
            if (token.Kind is CodeKind.String or CodeKind.Name && token.Text.AsSpan().TrimStart("rbuf").Trim("\"'`:") is "$out" or "$merge"
                || token.Kind == CodeKind.Symbol && token.Is("$") && at + 1 < tokens.Count && tokens[at + 1].Text is "out" or "merge")
                verdict = verdict.And(Verdict.Destructive("'$out' and '$merge' write a collection"));
            if (Stages.Problem(tokens, at, family) is { } stage) verdict = verdict.And(Verdict.Unknown(stage));
            // p["$o" + "ut"] = x
            if (token.Is("]") && at + 1 < tokens.Count && tokens[at + 1].Is("=") && at > 2 && tokens[at - 1].Kind == CodeKind.String
                && tokens[at - 2].Kind == CodeKind.Symbol && !tokens[at - 2].Is("[") && tokens.Exists(other => other.Kind == CodeKind.String && other.Text.Contains('$')))
                verdict = verdict.And(Verdict.Unknown("a computed name"));
            if (family != CodeFamily.Ruby && ShownSecrets.Problem(tokens, at, family) is { } secret) verdict = verdict.And(Verdict.Read(secret, EffectTags.Secret));
            if (family != CodeFamily.Ruby && Classes.Problem(tokens, at, family, bound) is { } derived) verdict = verdict.And(Verdict.Unknown(derived));
            if (family == CodeFamily.Python && (Entered.Problem(tokens, at) ?? Operators.Problem(tokens, at)) is { } entered) verdict = verdict.And(Verdict.Unknown(entered));
            if (family == CodeFamily.JavaScript && Imports.Loaded(tokens, at) is { } script) verdict = verdict.And(Verdict.Unknown($"'{script}' runs when it is loaded"));
            if (HandedByName.Problem(tokens, at, family) is { } handed) verdict = verdict.And(handed);
            if (Queues.Drawn(tokens, at, family) is { } drawn) verdict = verdict.And(drawn);
            if (ForeignShares.Are(tokens, at)) verdict = verdict.And(Verdict.Unknown(PowerShell.Shares.Why));
            if (Called(tokens, at, family, bound) is { } calling) verdict = verdict.And(Verdict.Unknown(calling));
            if (NamedActions.Problem(tokens, at) is { } action) verdict = verdict.And(Verdict.Unknown(action));
            if (Disguises.Problem(tokens, at, family) is { } problem) verdict = verdict.And(Verdict.Unknown(problem));
            var next = Following(tokens, at);
            var called = next.Is("(");
            if (called && token.Kind == CodeKind.Symbol && token.Text is ")" or "]" or "}" && (token.End == next.Start || tokens[at + 1].Is("?")))
                verdict = verdict.And(Verdict.Unknown("what is called is not known by name"));
            if (family == CodeFamily.Ruby && RubySecrets.Judge(tokens, at) is { } shown) verdict = verdict.And(shown);
            if (family == CodeFamily.Ruby && token.Text is "require" or "require_relative" or "load" && RubyCalls.Judge(tokens, at, member: false, bound) is { } loaded)
                verdict = verdict.And(loaded);
            if (token.Kind != CodeKind.Name) continue;
            if (Keywords.Problem(tokens, at, family, bound) is { } keyword) verdict = verdict.And(Verdict.Unknown(keyword));
            if (lexicon.Keywords.Contains(token.Text)
                && !(family != CodeFamily.Python && at > 0 && tokens[at - 1].Is(".")
                    && (family == CodeFamily.JavaScript || token.Text is "puts" or "p" or "pp"))) continue;
            // docs.python.org, "Data model": texts of a module, a class or a function, where they are only looked at.
            if (token.Text.StartsWith("__", StringComparison.Ordinal) && !token.Text.Equals("__name__", StringComparison.Ordinal)
                && !(family == CodeFamily.Python && token.Text is "__doc__" or "__version__" && next.Text is ")" or "," or null))
                verdict = verdict.And(Verdict.Unknown($"'{token.Text}' reaches into the language"));
            verdict = verdict.And(called && bound.Contains(token.Text) && !(at > 0 && tokens[at - 1].Is("."))
                ? Verdict.Unknown($"'{token.Text}' is set here, and may stand for anything") : Name(tokens, at, called, family, lexicon, bound));
        }
        return verdict;
    }

    /// <summary>What is called, opened or loaded at a place without its own name and brackets.</summary>
    static string? Called(List<CodeToken> tokens, int at, CodeFamily family, HashSet<string> bound) =>
        HandedFunctions.Problem(tokens, at, family)
        ?? (family == CodeFamily.JavaScript
            ? CalledByLanguage.Problem(tokens, at, bound) ?? FileFlags.Problem(tokens, at)
            : family == CodeFamily.Ruby
            ? RubyFolds.Problem(tokens, at) ?? RubyClasses.Problem(tokens, at)
            : null);

    static CodeToken Following(List<CodeToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Is("?") && i + 1 < tokens.Count && tokens[i + 1].Is(".")) i++;
            else return tokens[i];
        }
        return default;
    }

    static Verdict Inner(string code, CodeFamily family, HashSet<string> bound)
    {
        // A format follows the expression after a colon: {total:.2f}.
        var lexer = new CodeLexer(code, family).Read();
        return lexer.Problem is { } problem ? Verdict.Unknown($"not understood inside a string: {problem}") : Statement(lexer.Tokens, family, bound);
    }

    static Verdict Name(List<CodeToken> tokens, int at, bool called, CodeFamily family, Lexicon lexicon, HashSet<string> bound)
    {
        var nothing = new Verdict(Effect.None, EffectTags.None, "");
        var name = tokens[at].Text;
        var member = at > 0 && tokens[at - 1].Is(".");
        var next = Following(tokens, at);
        if (family == CodeFamily.Python && !called && next.Is("=") && !member && !IsDoubled(tokens, at + 1)) return nothing;
        if (family == CodeFamily.JavaScript && !called && next.Is(":") && lexicon.Judge(name) is { Effect: >= Effect.Disruptive } hidden
            && (tokens.Exists(token => token.Is("require")) || IsUnpacked(tokens, at)))
            return hidden with { Effect = Effect.Unknown, Why = $"{name} gets another name" };
        if (family != CodeFamily.Ruby && !called && next.Is(":")) return nothing;
        if (name is "environ" or "environb" || name == "env" && member && !(at > 1 && tokens[at - 2].Is("Rails")))
            return Verdict.Read("it shows the environment", EffectTags.Secret);
        var known = lexicon.Judge(name);
        // Ruby: by custom a name with a question mark only answers.
        if (known is null && family == CodeFamily.Ruby && name.EndsWith('?') && !RubyNames.Take(name, member)) return Verdict.Read($"{name} answers by its name");
        if (called && IsSelect(tokens, at)
            && (name is "execute" or "scalars" || name is "query" or "read_sql" or "read_sql_query" or "read_gbq" && member && Statements.Are(tokens[at + 2].Text)
                || family == CodeFamily.JavaScript && member && Statements.Taking.Contains(name)
                    && (Statements.Are(tokens[at + 2].Text) || Statements.AreGiven(tokens, at))))
            return Statements.Judge(tokens, at + 2, other: name is not ("execute" or "scalars"));
        // api.rubyonrails.org, "DatabaseStatements": they give what a statement selects.
        if (called && member && family == CodeFamily.Ruby && IsSelect(tokens, at) && name is "select_value" or "select_values" or "select_rows" or "select_all" or "select_one")
            return Statements.Judge(tokens, at + 2, other: true);
        if (called && known is { Effect: Effect.Read } && ReadingOptions.Judge(tokens, at, family) is { } besides) return besides;
        if (called && family != CodeFamily.Ruby && known is { Effect: Effect.Read } && Statements.Told(tokens, at) is { } told) return told;
        if (called && member && family == CodeFamily.Python && at >= 2 && tokens[at - 2].Text is "subprocess" or "os" && PythonPrograms.Judge(tokens, at) is { } program
            && (program.Effect > Effect.Read || !bound.Contains(tokens[at - 2].Text) && PythonPrograms.IsPlain(tokens, at)))
            return program;
        if (called && member && at >= 2 && name is "delay" or "apply_async" or "perform_async" or "perform_later"
            && Array.Find(Losses, loss => tokens[at - 2].Text.Contains(loss, StringComparison.OrdinalIgnoreCase)) is { } loss)
            return Verdict.Destructive($"the job's own name says '{loss}'");
        if (called && Gathered.Takes(tokens, at, family, bound)) return Verdict.Read($"{name}() gathers in memory");
        if (PlainModules.Read(tokens, at, family, bound)) return Verdict.Read($"{name} only computes or tells");
        if (family == CodeFamily.Ruby && RubyCalls.Judge(tokens, at, member, bound) is { } ruby) return ruby;
        if (called && name is "open" && family == CodeFamily.Python)
            return (member && at >= 2 && tokens[at - 2].Text is not ("io" or "codecs" or "gzip" or "bz2" or "lzma" or "os")
                ? OpensPathToRead(tokens, at) : OpensToRead(tokens, at))
                    ? nothing : Verdict.Unknown("open() may write");
        if (called && family != CodeFamily.Ruby && Requests.Judge(tokens, at, family) is { } request
            && Argued.Judge(tokens, at, family, bound) is null or { Effect: <= Effect.Read })
            return request;
        if (called && !member && family == CodeFamily.JavaScript && name == "fetch" && !tokens.Exists(token => token.Is("import")) && !bound.Contains(name)
            && at + 3 < tokens.Count && tokens[at + 2] is { Kind: CodeKind.String, Inner.Length: 0 } address && tokens[at + 3].Is(")")
            && address.Text.AsSpan().TrimStart("\"'`").StartsWith("http") && !address.Text.Contains('\\'))
            return Http.HttpJudge.Request("GET", address.Text.Trim('"', '\'', '`'), "");
        if (called && family == CodeFamily.Python && member && name is "scalars" && at + 3 < tokens.Count && tokens[at + 2].Kind == CodeKind.Name
            && tokens[at + 3].Text is ")" or "," && !bound.Contains(tokens[at + 2].Text))
            return Verdict.Unknown("what the database is told is set elsewhere");
        if (called && family == CodeFamily.JavaScript && member && Statements.Unseen(tokens, at) is { } unseen) return Verdict.Unknown(unseen);
        if (called && Argued.Judge(tokens, at, family, bound) is { } argued) return argued;
        if (called && family != CodeFamily.Ruby && Homonyms.Judge(tokens, at, family) is { } homonym) return homonym;
        if (called && name == "load" && member && at >= 2 && tokens[at - 2].Is("json")) return nothing;
        // elasticsearch-py, "CatClient"
        if (called && member && family != CodeFamily.Ruby && at > 3 && tokens[at - 2].Is("cat") && tokens[at - 3].Is(".")
            && name is "indices" or "nodes" or "shards" or "allocation" or "aliases" or "master" or "pending_tasks" or "plugins" or "recovery" or "segments"
                or "thread_pool" or "templates" or "repositories" or "snapshots" or "tasks" or "fielddata" or "nodeattrs")
            return Verdict.Read("it lists what the cluster has");
        if (called && known is null)
        {
            if (family == CodeFamily.Python && Classes.Act(name)
                && !(name is "File" && member && at >= 2 && tokens[at - 2].Is("h5py") && OpensToRead(tokens, at) && Paths.ClosingOf(tokens, at + 1) > at + 3))
                return Verdict.Unknown($"{name}() may write, or run something");
            if (name is "EventSource" or "WebSocket" && family == CodeFamily.JavaScript) return Requests.Opened(tokens, at);
            if (family == CodeFamily.Python && member && char.IsAsciiLetterUpper(name[0]) && !Capitals.IsClass(tokens, at, bound))
                return Verdict.Unknown($"{name}() may be a method, and is not known to read only");
            if (char.IsAsciiLetterUpper(name[0]) && (member || Constructors.AreKnown(name, family, bound))
                && (family != CodeFamily.JavaScript || at > 0 && tokens[at - 1].Is("new")))
                return nothing;
            return Verdict.Unknown($"{name}() is not known to read only");
        }
        // Ruby: a name that nothing sets is a method; so is what &:name hands on.
        if (known is null && family == CodeFamily.Ruby && (char.IsAsciiLetterLower(name[0]) || name[0] == '_') && !member && RubyNames.AreCalled(tokens, at, bound))
            return Verdict.Unknown($"{name} is not known to read only");
        if (known is null)
            return family == CodeFamily.Ruby && member && char.IsAsciiLetterLower(name[0]) && name.EndsWith('!')
                ? Verdict.Unknown($"{name} is not known to read only")
                : family == CodeFamily.Ruby && member && char.IsAsciiLetterLower(name[0])
                ? Verdict.Unknown($"{name} is not known to read only")
                : nothing;
        // A name that is passed on may be called by whoever gets it; a plain read or small write by that name is a value.
        if (!called && family != CodeFamily.Ruby)
            return known.Value.Effect >= Effect.Disruptive
                && (member || at > 0 && tokens[at - 1].Text is "(" or "," or "=" or "[" or "{" or ":" or "return" or "or" or "and" or "else" or "&" or "|" or "?")
                && !IsField(tokens, at)
                ? known.Value with { Why = $"{name} is handed on" } : nothing;
        if ((called || family == CodeFamily.Ruby && member) && known is { Effect: Effect.Read } && (Revealing.Is(name) || Revealing.Asks(tokens, at)))
            return Verdict.Read($"{name}() shows a secret", EffectTags.Secret);
        return name is "set" or "filter" && !member && family == CodeFamily.Python ? nothing : known.Value;
    }

    /// <summary><c>const { truncateSync: map } = fs</c></summary>
    static bool IsUnpacked(List<CodeToken> tokens, int at) =>
        tokens.FindIndex(at, token => token.Is("}")) is > 0 and var close && close + 1 < tokens.Count && tokens[close + 1].Is("=") && !IsDoubled(tokens, close + 1);

    /// <summary>Words in a background job's name that say what it takes away.</summary>
    static readonly string[] Losses = ["refund", "charge", "payout", "delete", "purge", "wipe", "destroy", "erase"];

    static bool IsDoubled(List<CodeToken> tokens, int at) => at + 1 < tokens.Count && tokens[at + 1].Is("=") && tokens[at + 1].Start == tokens[at].End;

    /// <summary><c>x.update</c> read as a value stands before an operator or the end, not as an argument.</summary>
    static bool IsField(List<CodeToken> tokens, int at)
    {
        var next = Following(tokens, at);
        return next.Is(".") || next.Is("=") || next.Is("[");
    }

    static bool IsSelect(List<CodeToken> tokens, int at) => at + 2 < tokens.Count && tokens[at + 2].Kind == CodeKind.String;

    /// <summary><c>path.open()</c>, whose first argument is the mode.</summary>
    static bool OpensPathToRead(List<CodeToken> tokens, int at) =>
        at + 3 < tokens.Count
            && (tokens[at + 2].Is(")")
                || tokens[at + 2].Kind == CodeKind.String && tokens[at + 2].Text.Trim('"', '\'') is "r" or "rb" or "rt" && tokens[at + 3].Text is ")" or ",")
            || at + 2 < tokens.Count && tokens[at + 2].Is(")");

    /// <summary><c>open(path)</c> or with a mode that begins with r and has no plus.</summary>
    static bool OpensToRead(List<CodeToken> tokens, int at)
    {
        var close = Paths.ClosingOf(tokens, at + 1);
        for (var (start, place) = (at + 2, 0); start < close; place++)
        {
            var end = HandedFunctions.End(tokens, start);
            // open(*words), open(**options)
            if (tokens[start].Is("*")) return false;
            var named = tokens[start].Kind == CodeKind.Name && start + 2 < close && tokens[start + 1].Is("=") && !tokens[start + 2].Is("=");
            var (name, value) = named ? (tokens[start].Text, start + 2) : (place switch { 0 => "file", 1 => "mode", _ => "" }, start);
            if (name is "mode"
                ? end != value + 1 || tokens[value].Kind != CodeKind.String || tokens[value].Text.Trim('"', '\'') is not ("r" or "rb" or "rt")
                : name is not ("file" or "encoding" or "errors" or "newline" or "buffering"))
                return false;
            start = end + 1;
        }

        return close > at + 2 && tokens[close].Is(")");
    }
}
