using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Runbooks.Reading;

/// <summary>The commands of a block: split by what each part of it is written in, classified, and annotated with the comments around them.</summary>
internal static partial class BlockCommands
{
    /// <param name="line">1-based line of the first line of <paramref name="text"/>.</param>
    /// <param name="typed">What of it was typed at prompts; empty where it shows none.</param>
    public static List<Command> Of(string text, IReadOnlyList<Typed> typed, Language language, int line, IReadOnlyList<Input> inputs, Context context, Toolset tools)
    {
        var commands = new List<Command>();
        var index = new InputIndex(inputs);
        foreach (var part in Parts(text, typed, language))
        {
            var before = commands.Count;
            var block = Classified(part, tools);
            foreach (var one in block)
            {
                var at = LineAt(text, part.Offset + one.Start);
                // "clear bgp neighbor" clears no screen: a device's command is not the shell program of that name.
                var effect = one.Effect is Effect.Read or Effect.None && one.Language == Language.Shell && UnknownPrograms.IsDeviceCommand(one.Text)
                    && Verbs.OfDevice(one.Text) != Purpose.Learn
                    ? Effect.Unknown : one.Effect;
                var ofTool = part.AtTool && effect < Effect.Unknown;
                var needed = index.Needed(one.DependsOn.Select(earlier => block[earlier].Text).Append(one.Text));
                var why = ofTool ? "it is typed into a tool of its own" : one.Why;
                if (ofTool) effect = Effect.Unknown;
                commands.Add(new(one.Text, line + at, one.Language, effect, one.Tags, why, null, needed, [.. one.DependsOn.Select(d => d + before)], null)
                {
                    List = one.List,
                    Joined = one.Guard is not null,
                    Sets = one.Sets,
                });
            }
        }

        commands.AddRange(Queries(text, language, line));
        return Annotated(InOrder(commands), text, line, context);
    }

    const int LongestRemembered = 2_000;

    // The same diagnostics stand in many of a team's runbooks, and in a file that is read again.
    static readonly Remembered<(string Text, Language Language, Toolset Tools), EquatableArray<Classified>> Known = new(k => Classifier.Block(k.Text, k.Language, k.Tools), 16_384);

    static EquatableArray<Classified> Classified(Part part, Toolset tools) =>
        part.Text.Length > LongestRemembered ? Classifier.Block(part.Text, part.Language, tools) : Known.Of((part.Text, part.Language, tools));

    // By line; what runs after another still does.
    static List<Command> InOrder(List<Command> commands)
    {
        if (AreInOrder(commands)) return commands;
        int[] order = [.. Enumerable.Range(0, commands.Count).OrderBy(i => commands[i].Line)];
        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++) places[order[i]] = i;
        return [.. order.Select(i => commands[i].After.IsEmpty ? commands[i] : commands[i] with { After = [.. commands[i].After.Select(index => places[index])] })];
    }

    static bool AreInOrder(List<Command> commands)
    {
        for (var i = 1; i < commands.Count; i++)
        {
            if (commands[i].Line < commands[i - 1].Line) return false;
        }

        return true;
    }

    static int LineAt(string text, int offset) => text.AsSpan(0, Math.Clamp(offset, 0, text.Length)).Count('\n');

    /// <param name="AtTool">True for what no shell takes, but a tool with words of its own.</param>
    sealed record Part(Language Language, string Text, int Offset, bool AtTool = false);

    // A transcript is what was typed; Python with shell lines in it, and shell with PowerShell in it, are two languages.
    static IEnumerable<Part> Parts(string text, IReadOnlyList<Typed> typed, Language language)
    {
        if (typed.Count > 0) return TypedIn(text, typed);
        Func<string, Language?>? other = language switch
        {
            Language.Python => l =>
                ShellPrograms.Begins(l) && !ContentLanguages.IsPython(l) && ShellPrograms.IsKnown(Words.FirstWord(l)) && !PythonAssignment().IsMatch(l)
                    ? Language.Shell : null,
            Language.Shell => new Sessions().LanguageOf,
            _ => null,
        };
        return other is null ? [new(language, text, 0)] : Runs(text, language, other);
    }

    // What was typed into one shell is one text, so that a folder or a variable holds for the lines after it; what was shown between them is blank.
    static IEnumerable<Part> TypedIn(string text, IReadOnlyList<Typed> typed)
    {
        for (var i = 0; i < typed.Count;)
        {
            var first = i++;
            if (!IsWhole(text, typed[first]))
            {
                yield return new(typed[first].Language, typed[first].Text, typed[first].Offset, typed[first].AtTool);
                continue;
            }

            while (i < typed.Count && IsWhole(text, typed[i])) i++;
            var start = typed[first].Offset;
            var characters = text[start..(typed[i - 1].Offset + typed[i - 1].Text.Length)].ToCharArray();
            var shown = start;
            foreach (var one in typed.Take(first..i))
            {
                for (; shown < one.Offset; shown++) if (text[shown] != '\n') characters[shown - start] = ' ';
                shown = one.Offset + one.Text.Length;
            }

            yield return new(Language.Shell, new(characters), start);
        }
    }

    static bool IsWhole(string text, Typed typed) =>
        typed is { Language: Language.Shell, AtTool: false } && string.CompareOrdinal(text, typed.Offset, typed.Text, 0, typed.Text.Length) == 0
            && Effects.Shell.ShellParser.Parse(typed.Text).Problems.IsEmpty;

    static IEnumerable<Part> Runs(string text, Language language, Func<string, Language?> other)
    {
        var lines = text.Split('\n');
        var start = 0;
        var offset = 0;
        var current = language;
        var continued = false;
        var quotes = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var starts = !continued && quotes % 2 == 0 && lines[i].Length > 0 && !char.IsWhiteSpace(lines[i][0]) && !ContentLanguages.IsComment(lines[i]);
            var next = starts ? other(lines[i]) ?? language : current;
            if (next != current)
            {
                if (offset > start) yield return new(current, text[start..offset], start);
                start = offset;
                current = next;
            }

            continued = lines[i].EndsWith('\\') || lines[i].EndsWith('|') || lines[i].EndsWith(" ^", StringComparison.Ordinal);
            if (starts) quotes = 0;
            quotes += lines[i].Count(c => c == '"');
            offset += lines[i].Length + 1;
        }

        if (start < text.Length) yield return new(current, text[start..], start);
    }

    // "# Query: {app="x"} | json", "# Grafana query: histogram_quantile(...)": a query in another language's comment, or a comment that is one.
    static IEnumerable<Command> Queries(string text, Language language, int line)
    {
        if (language is Language.PromQl or Language.LogQl || text.AsSpan().IndexOfAny('#', '-', '/') < 0) yield break;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 2000 || !ContentLanguages.IsComment(lines[i].TrimStart())) continue;
            if (QueryComment().Match(lines[i]) is not { Success: true } match)
            {
                if (Uncommented(lines[i]) is var whole && IsQuery(whole) is { } told) yield return Query(whole, told, line + i);
                continue;
            }

            var query = match.Groups["query"].Value.Trim();
            Language? of = ContentLanguages.IsLogQl(query)
                ? Language.LogQl
                : ContentLanguages.IsPromQl(query) || query.Contains('/') && query.Contains(':') && !query.Contains("://", StringComparison.Ordinal)
                ? Language.PromQl
                : null;
            if (of is { } known) yield return Query(query, known, line + i);
        }
    }

    static Command Query(string query, Language language, int line)
    {
        var one = Classifier.Whole(query, language);
        return new(query, line, language, one.Effect, one.Tags, one.Why, null, [], [], null);
    }

    // "#   sum(queue_depth{queue="labels"})": labels or a range, and nothing that the language does not understand.
    static Language? IsQuery(string comment) =>
        !Selects().IsMatch(comment)
            ? null
            : ContentLanguages.IsLogQl(comment) && Effects.Queries.LogQlParser.Parse(comment).Problem is null
            ? Language.LogQl
            : ContentLanguages.IsPromQl(comment) && Effects.Queries.PromQlParser.Parse(comment).Problem is null
            ? Language.PromQl
            : null;

    [GeneratedRegex(@"\{[^{}]*=~?""[^{}]*\}|\[\d+[smhdw](:[\dsmh]*)?\]")]
    private static partial Regex Selects();

    static List<Command> Annotated(List<Command> commands, string text, int line, Context context)
    {
        var lines = text.Split('\n');
        var annotated = new List<Command>(commands.Count);
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i];
            var at = Math.Clamp(command.Line - line, 0, lines.Length - 1);
            var last = Math.Min(at + command.Text.Count(c => c == '\n'), lines.Length - 1);
            var next = i + 1 < commands.Count ? commands[i + 1].Line - line : lines.Length;
            var comment = Above(lines, at);
            annotated.Add(command with { Comment = comment, Hint = Hint(lines, at, last, next, line, comment, command, commands.Count == 1 ? context : null) });
        }

        return annotated;
    }

    static string? Above(string[] lines, int at)
    {
        var first = at;
        while (first > 0 && ContentLanguages.IsComment(lines[first - 1].Trim()) && !QueryComment().IsMatch(lines[first - 1])) first--;
        if (first == at) return null;
        return string.Join(' ', lines[first..at].Select(Uncommented)).Trim() is { Length: > 0 } comment ? comment : null;
    }

    public static string Uncommented(string line) => CommentMark().Replace(line.Trim(), "").Trim();

    static Expectation? Hint(string[] lines, int at, int last, int next, int line, string? comment, Command command, Context? context)
    {
        if (comment is not null && Expectations.Said(comment, line + at - 1) is { } said) return said;
        for (var i = at; i <= last; i++)
        {
            if (TrailingComment().Match(lines[i].Length > 2000 ? "" : lines[i]) is { Success: true } trailing
                && Expectations.Said(trailing.Groups["text"].Value, line + i) is { } beside)
                return beside;
        }

        // What stands below speaks of the command above it, as long as no other command comes between.
        for (var i = last + 1; i < Math.Min(next, lines.Length); i++)
        {
            var below = lines[i].Trim();
            var belongsToNext = next < lines.Length && Enumerable.Range(i, next - i).All(k => lines[k].Trim().Length > 0);
            if (!belongsToNext && ContentLanguages.IsComment(below) && Expectations.Said(Uncommented(below), line + i) is { } after) return after;
        }

        if (context is not null && Expectations.Said(context.Lead, line - 2) is { } lead) return lead;
        if (command.Language != Language.Sql || command.Effect != Effect.Read) return null;
        return comment is not null ? Expectations.OfPurpose(comment, line + at - 1) : context is { Lead.Length: > 0 } ? Expectations.OfPurpose(context.Lead, line - 2) : null;
    }

    [GeneratedRegex(
        @"^\s*(#|--|//)\s*((\w+\s+){0,2}(query|expression|expr)|(in )?(promql|logql|prometheus|loki|grafana|thanos|victoriametrics|"
        + @"mimir))\s*(\([^)]{0,30}\))?\s*:\s*(?<query>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex QueryComment();

    [GeneratedRegex(@"^(#+!?|--+|//+|::|(?i:REM)(?=\s|$))\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CommentMark();

    [GeneratedRegex(@"\s(#|--|//)\s+(?<text>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingComment();

    [GeneratedRegex(@"^\w+\s*(=|\(|\.)", RegexOptions.ExplicitCapture)]
    private static partial Regex PythonAssignment();
}
