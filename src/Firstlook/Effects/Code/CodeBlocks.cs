namespace Firstlook.Effects.Code;

/// <param name="End">Exclusive.</param>
internal readonly record struct CodeStatement(int Start, int End, Verdict Verdict);

/// <summary>Cuts a snippet into its top-level statements and judges each.</summary>
internal static class CodeBlocks
{
    public static List<CodeStatement> Statements(string source, CodeFamily family)
    {
        var lexer = new CodeLexer(source, family).Read();
        var statements = new List<CodeStatement>();
        var filters = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var bound = BoundNames.Of(lexer.Tokens, family);
        Gathered.Add(lexer.Tokens, family, bound);
        List<(int Position, string Why)> strange =
            [.. Assignments.Problems(lexer.Tokens, family).Concat(SentOn.Problems(lexer.Tokens, family)).Concat(Stages.Loaded(lexer.Tokens, family, bound))
                .Concat(RubyFetching.Appended(lexer.Tokens, family)).OrderBy(problem => problem.Position)];
        var carried = SecretFields.Carried(lexer.Tokens, family);
        var texts = SpelledFiles.Texts(lexer.Tokens);
        var (constants, opens) = (Constants.Of(lexer.Tokens), lexer.Tokens.Exists(Devices.Opens));
        var (patterns, clients) = (new MatchedPatterns(lexer.Tokens), KeyScans.Clients(lexer.Tokens));
        var (next, mongo) = (0, false);
        foreach (var tokens in Groups(lexer.Tokens, source, family))
        {
            mongo |= family == CodeFamily.JavaScript && SpeaksToMongo(tokens);
            var verdict = family == CodeFamily.Python && DjangoUpdate.IsPinned(tokens, filters)
                ? Verdict.Reversible("update() flips the field that its own filter pins") : Judge(mongo ? Printed(tokens, bound) : tokens, family, source, bound);
            for (; next < strange.Count && strange[next].Position < tokens[^1].End; next++) verdict = verdict.And(Verdict.Unknown(strange[next].Why));
            if (SecretFields.AreShown(tokens, family, carried)) verdict = verdict.And(Verdict.Read("it shows what lets somebody in", EffectTags.Secret));
            if (SpelledFiles.In(tokens, texts) is { } file)
                verdict = verdict.And(Verdict.Read($"it may show what is in {new Argument(file).Shown}", EffectTags.Secret));
            if (Endless.Has(tokens, lexer.Tokens, family) || Sizes.Exceed(tokens, constants, family) || patterns.TryWithoutEnd(tokens)
                || Waits.AreIn(tokens, family))
                verdict = verdict.And(EffectTags.Hang);
            if (KeyScans.AreIn(tokens, clients, constants)) verdict = verdict.And(EffectTags.Cost);
            if (Devices.Judge(tokens, opens) is { } device) verdict = verdict.And(device);
            if (family == CodeFamily.Python) DjangoUpdate.Remember(tokens, filters);
            statements.Add(new CodeStatement(tokens[0].Start, tokens[^1].End, verdict));
        }
        if (lexer.Problem is { } problem)
        {
            var from = statements.Count == 0 ? 0 : statements[^1].Start;
            if (statements.Count > 0) statements.RemoveAt(statements.Count - 1);
            statements.Add(new CodeStatement(from, source.TrimEnd().Length, Verdict.Unknown($"not understood: {problem}")));
        }
        return statements;
    }

    // "!rm x", "%run x", "files = !ls" (IPython, "System shell access" and "Magic functions").
    static bool IsMagic(List<CodeToken> tokens) =>
        tokens.FindIndex(token => token.Kind == CodeKind.Symbol && token.Text is "!" or "%") is >= 0 and var first
            && (first == 0 || tokens[first - 1].Is("=") && !(tokens.Count > first + 1 && tokens[first + 1].Is("=")));

    static Verdict Judge(List<CodeToken> tokens, CodeFamily family, string source, HashSet<string> bound)
    {
        if (tokens[0].Is("import") && family != CodeFamily.Ruby && !(tokens.Count > 1 && tokens[1].Is("(")) || tokens[0].Is("from") && family == CodeFamily.Python)
            return Imports.Disguised(tokens, family) is { } name ? Verdict.Unknown($"something else is imported as '{name}'")
                : family == CodeFamily.JavaScript && Enumerable.Range(0, tokens.Count).Any(at => Imports.Strange(tokens, at))
                    ? Verdict.Unknown("what is imported is no package and no file of the application's own")
                : Imports.Runs(tokens, family) is { } script ? Verdict.Unknown($"'{script}' runs when it is imported")
                : Verdict.Read("an import");
        if (family == CodeFamily.Python && IsMagic(tokens))
            return Verdict.Unknown("a line for the notebook's own shell");
        // mongosh: "snippet install x", "edit x" are commands of its own.
        if (family == CodeFamily.JavaScript && tokens.Count > 1 && tokens[0].Kind == CodeKind.Name && tokens[1].Kind == CodeKind.Name && !IsDeclared(tokens))
            return Verdict.Unknown($"'{tokens[0].Text}' may be a command of the console");
        var judged = CodeJudge.Statement(tokens, family, bound);
        if (family != CodeFamily.JavaScript || !SpeaksToMongo(tokens)) return judged;
        // A session of mongosh: its own methods say more than the names of the language do, and never less.
        var mongo = MongoCode.Judge(source[tokens[0].Start..tokens[^1].End]);
        return judged.Effect == Effect.Unknown && mongo.Effect != Effect.Unknown
            ? mongo
            : mongo.Effect == Effect.Unknown
            ? judged.And(mongo.Tags & EffectTags.Secret)
            : judged.And(mongo);
    }

    /// <summary>mongosh's <c>print</c> shows what it is handed, as text: in a session of mongosh it is judged like what makes text of it.</summary>
    static List<CodeToken> Printed(List<CodeToken> tokens, HashSet<string> bound) =>
        tokens.Count > 1 && tokens[0].Kind == CodeKind.Name && tokens[0].Text is "print" or "printjson" && tokens[1].Is("(") && !bound.Contains(tokens[0].Text)
            ? [tokens[0] with { Text = "String" }, .. tokens.Skip(1)] : tokens;

    // Two names side by side: "const x", "x of y", "type X", and what mongosh only shows.
    static bool IsDeclared(List<CodeToken> tokens) =>
        Lexicon.JavaScript.Keywords.Contains(tokens[0].Text) || Lexicon.JavaScript.Keywords.Contains(tokens[1].Text)
            || tokens[0].Text is "show" or "use" or "help" or "type" or "interface" or "enum" or "declare" or "namespace" or "abstract"
            || tokens[1].Text is "as" or "satisfies";

    /// <summary>The helpers of mongosh: <c>rs.</c> and <c>sh.</c>, or <c>db.</c> with a method.</summary>
    static bool SpeaksToMongo(List<CodeToken> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.Name && tokens[at].Text is "db" or "rs" or "sh" && tokens[at + 1].Is(".") && (at == 0 || !tokens[at - 1].Is("."))) return true;
        }
        return false;
    }

    /// <summary>Tokens of each top-level statement: indented lines and <c>else</c> branches belong to the one before them.</summary>
    static List<List<CodeToken>> Groups(List<CodeToken> tokens, string source, CodeFamily family)
    {
        var groups = new List<List<CodeToken>>();
        List<CodeToken>? current = null;
        var open = 0;
        var blocks = 0;
        var ended = true;
        foreach (var token in tokens)
        {
            if (token.Kind == CodeKind.Newline)
            {
                if (open <= 0 && blocks <= 0) ended = true;
                continue;
            }
            if (ended && current is not null && Continues(token, source, family, current)) ended = false;
            if (ended || current is null)
            {
                current = [];
                groups.Add(current);
                open = 0;
                blocks = 0;
                ended = false;
            }
            current.Add(token);
            if (token.Kind == CodeKind.Symbol && token.Text is "(" or "[" or "{") open++;
            if (token.Kind == CodeKind.Symbol && token.Text is ")" or "]" or "}") open--;
            if (family == CodeFamily.Ruby && token.Kind == CodeKind.Name && token.Text is "do" or "def" or "begin" or "class" or "module" or "case") blocks++;
            if (family == CodeFamily.Ruby && token.Text is "if" or "unless" or "while" && current.Count == 1) blocks++;
            if (family == CodeFamily.Ruby && token.Is("end")) blocks--;
            if (token.Is(";") && open <= 0 && (family != CodeFamily.Python || !IsCompound(current))) ended = true;
        }
        foreach (var group in groups)
        {
            while (group.Count > 1 && group[^1].Is(";")) group.RemoveAt(group.Count - 1);
        }
        groups.RemoveAll(group => group.Count == 1 && group[0].Is(";"));
        return groups;
    }

    static bool IsCompound(List<CodeToken> statement) => statement[0].Text is "for" or "while" or "if" or "with" or "try" or "def" or "class";

    static bool Continues(CodeToken token, string source, CodeFamily family, List<CodeToken> current)
    {
        var lineStart = source.LastIndexOf('\n', token.Start) + 1;
        var firstOnLine = source.AsSpan(lineStart, token.Start - lineStart).IsWhiteSpace();
        if (family == CodeFamily.Python)
        {
            if (!firstOnLine) return false;
            if (token.Start > lineStart && (IsCompound(current) || current[0].Text.StartsWith('@') || current[^1].Is(":"))) return true;
            return token.Text is "else" or "elif" or "except" or "finally"
                || (current[0].Text.StartsWith('@') && token.Text is "def" or "class" && !current.Any(before => before.Is("def") || before.Is("class")));
        }
        if (!firstOnLine) return false;
        return token.Is(".") || (token.Is("?") && family == CodeFamily.JavaScript) || token.Text is "else" or "catch" or "finally"
            || current[^1].Text is "=" or "," or "+" or "&" or "|" or "." or "?" or ":" && !current[^1].Is(")");
    }
}
