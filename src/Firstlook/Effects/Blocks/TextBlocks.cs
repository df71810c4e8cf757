namespace Firstlook.Effects.Blocks;

/// <summary>Blocks of statements, expressions, commands and requests.</summary>
internal static class TextBlocks
{
    public static EquatableArray<Classified> Sql(string source) =>
        Effects.Sql.SqlJudge.Statements(source).Select(statement => Classifier.Classify(source, statement.Start, statement.End, Language.Sql, statement.Verdict))
            .ToEquatableArray();

    public static EquatableArray<Classified> Query(string source, Language language) =>
        Queries.QueryText.Expressions(source, language == Language.LogQl)
            .Select(expression => Classifier.Classify(source, expression.Start, expression.End, language, expression.Verdict)).ToEquatableArray();

    /// <summary>One query; comments alone are none.</summary>
    public static EquatableArray<Classified> Piped(string source, Language language) =>
        Queries.PipedQuery.Judge(source, language) is { } verdict ? [Classifier.Classify(source, 0, source.Length, language, verdict)] : [];

    public static EquatableArray<Classified> Flux(string source) =>
        Queries.FluxQuery.Judge(source) is { } verdict ? [Classifier.Classify(source, 0, source.Length, Language.Flux, verdict)] : [];

    public static EquatableArray<Classified> Redis(string source) =>
        Lines(source, Language.Redis, line => Effects.Redis.RedisJudge.Words(line) is { Count: > 0 } words ? Effects.Redis.RedisJudge.Command(words) : null);

    public static EquatableArray<Classified> PowerShell(string source, Tools.Toolset tools)
    {
        var hidden = Shell.HiddenCharacters.Any(source);
        return Effects.PowerShell.PowerShellJudge.Statements(source, tools)
            .Select(statement =>
                Classifier.Classify(source, statement.Start, statement.End, Language.PowerShell,
                    hidden ? Verdict.Unknown("a character that hides or reorders what stands beside it") : statement.Verdict))
            .ToEquatableArray();
    }

    static EquatableArray<Classified> Lines(string source, Language language, Func<string, Verdict?> judge)
    {
        var commands = new List<Classified>();
        for (var at = 0; at < source.Length;)
        {
            var end = source.IndexOf('\n', at);
            if (end < 0) end = source.Length;
            var line = source[at..end];
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
            {
                var start = at + line.IndexOf(text, StringComparison.Ordinal);
                var verdict = Shell.HiddenCharacters.Any(text) ? Verdict.Unknown("a character that hides or reorders what stands beside it") : judge(text);
                if (verdict is { } known) commands.Add(Classifier.Classify(source, start, start + text.Length, language, known));
            }
            at = end + 1;
        }
        return commands.ToEquatableArray();
    }

    static readonly string[] Methods = ["GET ", "HEAD ", "POST ", "PUT ", "PATCH ", "DELETE ", "OPTIONS ", "PURGE "];

    /// <summary>A method that is known and a blank, or a word of capitals before what is plainly an address (<c>LOCK /a</c>): no header looks like that.</summary>
    static bool BeginsRequest(ReadOnlySpan<char> line)
    {
        foreach (var method in Methods)
        {
            if (line.StartsWith(method)) return true;
        }

        var blank = line.IndexOf(' ');
        if (blank < 3 || line[..blank].ContainsAnyExceptInRange('A', 'Z')) return false;
        var address = line[blank..].TrimStart();
        return address.StartsWith("/") || address.StartsWith("http://") || address.StartsWith("https://");
    }

    /// <summary>Requests: each begins with a line of method and address; <c>###</c> separates them.</summary>
    public static EquatableArray<Classified> Http(string source)
    {
        var starts = new List<int>();
        for (var at = 0; at < source.Length;)
        {
            var end = source.IndexOf('\n', at);
            if (end < 0) end = source.Length;
            if (BeginsRequest(source.AsSpan(at, end - at))) starts.Add(at);
            at = end + 1;
        }
        var text = source.Trim();
        if (starts.Count == 0) return text.Length == 0 || text[0] == '#' ? [] : [Classifier.Classify(source, 0, source.Length, Language.Http, Effects.Http.HttpJudge.Text(text))];
        var commands = new List<Classified>();

        // What stands before the first is a request by a method that is not known, unless it is a comment or sets a name for the rest.
        var before = source[..starts[0]];
        if (before.Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => line.Length > 0 && line[0] is not ('#' or '@') && !line.StartsWith("//", StringComparison.Ordinal)) is { } unknown)
        {
            var start = before.IndexOf(unknown, StringComparison.Ordinal);
            commands.Add(Classifier.Classify(source, start, before.TrimEnd().Length, Language.Http, Effects.Http.HttpJudge.Text(before[start..].Trim())));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : source.Length;
            var request = source[starts[i]..end];
            var length = request.IndexOf("\n###", StringComparison.Ordinal) is >= 0 and var mark ? mark : request.TrimEnd().Length;
            commands.Add(Classifier.Classify(source, starts[i], starts[i] + length, Language.Http, Effects.Http.HttpJudge.Text(request[..length])));
        }
        return commands.ToEquatableArray();
    }
}
