using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <param name="Sentence">What it stands in, for its title.</param>
/// <param name="Lead">The words before it, for its purpose.</param>
internal sealed record InlineStep(string Text, int Line, Language Language, string Sentence, string Lead)
{
    /// <summary>What the head of its column says that it is for; <see cref="Role.None"/> where it says nothing, and outside tables.</summary>
    public Role Column { get; init; }
}

/// <summary>Code spans that the reader is told to run, in list items, paragraphs and table cells.</summary>
internal static partial class InlineSteps
{
    public static IEnumerable<InlineStep> Of(Paragraph paragraph, Section section, List<Placed> pieces, int index, TypedPrograms typed)
    {
        if (paragraph.Text.Marks.Count == 0) yield break;
        var tells = TellsToRun(section) || StandsBelowSigns(paragraph, section) || IsAnswer(paragraph, section);
        if (!tells && !MayTell(section)) yield break;
        // "[`redis_slave_info`](https://prometheus/graph?g0.expr=redis_slave_info)": the link asks what it names.
        HashSet<int>? linked = null;
        foreach (var link in paragraph.Text.Links)
        {
            if (QueryOf(link.Url) is not { } query) continue;
            (linked ??= []).UnionWith(paragraph.Text.MarksWithin(link.Start, link.End).Select(mark => link.Start + mark.Start));
            var sentence = Sentence(paragraph.Text, Before(paragraph.Text, link));
            yield return new(query, link.Line, Language.PromQl, sentence, sentence);
        }

        foreach (var code in paragraph.Text.Codes)
        {
            var known = InlineCommands.LanguageOf(code.Text);
            if (linked?.Contains(code.Start) == true) continue;
            var before = Before(paragraph.Text, code);
            if (!tells && !Outright().IsMatch(before) && !IsDoneForSign(paragraph, code, before, known)) continue;
            // Ruby marks with "!" what changes the thing that it is called on: "when it is calm `Queue.new("bulk").unpause!`".
            if ((known
                ?? (code.Text.Contains('(', StringComparison.Ordinal)
                    && (Telling().IsMatch(before) || InConsole().IsMatch(After(paragraph.Text, code)) || code.Text.EndsWith('!'))
                    ? InlineCommands.CallLanguageOf(code.Text) : null)
                ?? (ContentLanguages.IsToldToBot(code.Text) && ToBot().IsMatch(before) ? Language.Shell : (Language?)null) ?? Told(paragraph.Text, before, code, section)
                ?? (IsTypedInGame(code.Text, pieces, index) ? Language.Shell : (Language?)null) ?? typed.LanguageOf(code.Text)) is not { } language
                || ForbiddenCommands.Forbids(before) || IsForbiddenBehind(paragraph.Text, code)
                || IsStruckOut(paragraph.Text, code) || IsMentioned(paragraph.Text, before, code, known)) continue;
            if (IsIllustrated(paragraph.Text, code, pieces, index) || IsSpokenOfAgain(before, code, pieces, index)) continue;
            var sentence = Sentence(paragraph.Text, before);
            yield return new(code.Text, code.Line, language, sentence, sentence);
        }
    }

    // Of several commands the next sentence means the last.
    static bool IsForbiddenBehind(Prose text, Mark code) => text.Codes[^1].Start < code.End && ForbiddenCommands.ForbidsBehind(After(text, code));

    // "~~`rm -rf /data`~~ never again"
    static bool IsStruckOut(Prose text, Mark code) =>
        text.Plain.AsSpan(0, code.Start).TrimEnd().EndsWith("~~") && text.Plain.AsSpan(code.End).TrimStart().StartsWith("~~");

    // The first query of a graph in Prometheus' own pages; what does not parse is a link and no more.
    static string? QueryOf(string? url)
    {
        const int LongestQuery = 4_000;
        if (url is null || url.IndexOf("g0.expr=", StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        var end = url.IndexOf('&', at);
        var query = Uri.UnescapeDataString(url[(at + "g0.expr=".Length)..(end < 0 ? url.Length : end)].Replace('+', ' ')).Trim();
        return query.Length is > 0 and < LongestQuery && Effects.Queries.PromQlParser.Parse(query).Problem is null ? query : null;
    }

    /// <summary>A table whose head was taken from its first row: "| who has it | `ip -br a` |".</summary>
    public static bool HasCommandInHead(Table table) => table.Header.Any(h => h.Codes.Any(c => InlineCommands.LanguageOf(c.Text) is not null));

    public static IEnumerable<InlineStep> Of(Table table, Row row, Section section)
    {
        // "## Alarms" explains them, and a row of its table says what to do about one.
        if (!TellsToRun(section) && section.Role != Role.Alert) yield break;
        var answers = section.Role != Role.Alert || ListedProcedures.Answers(table);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var role = i < table.Header.Count ? table.Header[i].Role : Role.None;
            if (role is Role.Symptoms or Role.Meaning or Role.Expected or Role.Alert or Role.Impact or Role.Prohibition) continue;
            foreach (var code in row.Cells[i].Codes)
            {
                if ((InlineCommands.LanguageOf(code.Text)
                    ?? (IsCommandColumn(table, i) ? InlineCommands.TypedLanguageOf(code.Text) ?? OneOfSeveral(row.Cells[i], code) : null)) is not { } language) continue;
                // "Alert | Expression": what it is raised by.
                if (!answers && language is Language.PromQl or Language.LogQl) continue;
                var before = Before(row.Cells[i], code);
                if (ForbiddenCommands.Forbids(before) || IsStruckOut(row.Cells[i], code)) continue;
                yield return new(code.Text, code.Line, language, i > 0 ? Name(row, i) : Sentence(row.Cells[i], before),
                    code.Start > 0 ? Sentence(row.Cells[i], before) : Name(row, i)) { Column = ColumnRole(table, i) };
            }
        }
    }

    // "`maintenance` then `unit System`, `quiesce`": of a sequence each word is typed.
    static Language? OneOfSeveral(Prose cell, Mark code) =>
        cell.Codes.Count > 1 && SingleWord().IsMatch(code.Text) && cell.Codes.Any(c => InlineCommands.TypedLanguageOf(c.Text) is not null) ? Language.Shell : null;

    // "| Fix | Command |", "| row | action | command |": what the column or the one before it is headed says what its commands are for.
    static Role ColumnRole(Table table, int column) =>
        Enumerable.Range(0, Math.Min(column + 1, table.Header.Count)).Select(i => table.Header[i]).Where(h => h.Folded is not "do").Select(h => h.Role)
            .FirstOrDefault(r => r is Role.Diagnosis or Role.Action or Role.Verification);

    // "3 | Queue depth | `...`": what the row is about stands in its first cell with words.
    static string Name(Row row, int column) => (row.Cells.Take(column).FirstOrDefault(c => c.Plain.Any(char.IsLetter)) ?? row.Cells[0]).Plain;

    static bool TellsToRun(Section section) =>
        section.Role is not (Role.Symptoms or Role.Meaning or Role.Impact or Role.Alert or Role.Expected or Role.Prohibition or Role.Severity or Role.SeverityPolicy
            or Role.Contacts)
        // "- Afterwards: `systemctl start exporter`" is the last thing to do, no look back.
        && section is not { Role: Role.Postmortem, IsHeading: true };

    // "### Symptoms", a list of them, and then "Ask `kubectl get ...` and compare": the sentence below the list is no sign, but what to do; and so is
    // a list with another mark.
    static bool StandsBelowSigns(Paragraph paragraph, Section section) =>
        section is { Role: Role.Symptoms, IsHeading: true } && !paragraph.Quoted
            && section.Pieces.Exists(p =>
                p.Item is { } sign && p.Line < paragraph.Line && (paragraph.Item is not { } item || item.Outermost.Marker != sign.Outermost.Marker));

    // "- how bad: `curl .../_cluster/health`": the command that tells how bad it is.
    static bool IsAnswer(Paragraph paragraph, Section section) =>
        section is { Role: Role.Symptoms, IsHeading: false, Value.IsEmpty: false } && paragraph.Item is not null && paragraph.Line > section.Line
            && paragraph.Text.Codes is [{ Text: var asked, Start: > 3 and var from }] && paragraph.Text.Plain.AsSpan(0, from).TrimEnd() is [.., ':']
            && InlineCommands.LanguageOf(asked) is not null
        || section is { Role: Role.Severity or Role.SeverityPolicy or Role.Impact, IsHeading: false } && section.Level >= Section.Field
            && paragraph.Text.Codes is [{ Text: var code, Start: var start }, ..] && section.Value.Codes is [{ Start: 0 }, ..] && start < 80
            && InlineCommands.LanguageOf(code) is not null;

    // "Signs:", and among them "- stale graph: `kubectl rollout restart ...`": nobody sees that happen, somebody does it.
    static bool IsDoneForSign(Paragraph paragraph, Mark code, string before, Language? known) =>
        paragraph.Item is not null && known == Language.Shell && before.TrimEnd().EndsWith(':')
            && Classifier.Whole(code.Text, Language.Shell).Effect is > Effect.Read and not Effect.Unknown;

    // What explains an alert may tell to run something all the same, outright: "check with `mc alias ls`".
    static bool MayTell(Section section) => section.Role is Role.Meaning or Role.Impact or Role.Symptoms or Role.Severity or Role.Alert;

    // "Start with `uptime`", "**First look:** `fm-ctl show <gw>`": the words before it say that it is to be run.
    static Language? Told(Prose text, string before, Mark code, Section section)
    {
        return Telling().IsMatch(before)
            || (section.Level >= Section.Field && section.Value.Codes.Any(c => c.Start == 0 && c.Text == code.Text)
                && section.Role is Role.Diagnosis or Role.Action or Role.Verification or Role.None)
            ? InlineCommands.ToldLanguageOf(code.Text) : null;
    }

    static bool IsCommandColumn(Table table, int column) => column < table.Header.Count && CommandHeader().IsMatch(table.Header[column].Folded);

    // A sentence is judged by the words around it: a paragraph of a megabyte is not read again for each of its commands.
    static string Before(Prose text, Mark code)
    {
        const int Enough = 400;
        return text.Plain[Math.Max(0, code.Start - Enough)..code.Start];
    }

    static string After(Prose text, Mark code)
    {
        const int Enough = 200;
        return text.Plain[code.End..Math.Min(text.Plain.Length, code.End + Enough)];
    }

    // "`kubectl drain` evicts all pods": the sentence speaks about the command. "if `rate(...) > 1`": a condition.
    static bool IsMentioned(Prose text, string before, Mark code, Language? known)
    {
        // "`... | grep -c x` is above zero": what it should say when it is run.
        if (ShouldSay().IsMatch(After(text, code).TrimStart())) return false;
        if (known is Language.PromQl or Language.LogQl && Condition().IsMatch(before.TrimEnd())) return true;
        return code.Start == 0 && Speaks().IsMatch(After(text, code).TrimStart());
    }

    // The fence right after shows the same command in full: one step, not two.
    static bool IsIllustrated(Prose text, Mark mark, List<Placed> pieces, int index)
    {
        if (index + 1 >= pieces.Count || pieces[index + 1].Piece is not Fence fence) return false;
        var code = mark.Text;
        if (fence.Text.Contains(code, StringComparison.Ordinal)) return true;
        // "Ask `kubectl get jobs` first. Old ones may go:" leads to another block.
        if (NextSentence().IsMatch(After(text, mark))) return false;
        var words = ShellPrograms.Privilege().Replace(code, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "redis-cli -h $HOST" opens two different commands, and so does "ssh cache-1 sudo varnishadm".
        var opening = words is ["ssh", ..] ? 4 : 2;
        var enough = words.Index().Where(w => w.Item[0] is not ('-' or '$' or '<')).Skip(opening).Select(w => w.Index + 1).FirstOrDefault(words.Length);
        return fence.Text.Contains(string.Join(' ', words.Take(enough)), StringComparison.Ordinal);
    }

    // "If `telnet mx 25` doesn't work" below the block that has just run it.
    static bool IsSpokenOfAgain(string before, Mark code, List<Placed> pieces, int index) =>
        index > 0 && pieces[index - 1].Piece is Fence fence && Depends().IsMatch(before) && fence.Text.Contains(code.Text, StringComparison.Ordinal);

    [GeneratedRegex(@"(^|[.!?]\s+)\W{0,3}(if|when|wenn|falls|si|se|cuando|quando|lorsque)\s+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Depends();

    // "In the server console: `/next_session`", and further down the list `/kick_id CAR_ID`.
    static bool IsTypedInGame(string code, List<Placed> pieces, int index)
    {
        const int Above = 4;
        if (!InGame().IsMatch(code)) return false;
        for (var i = index; i >= 0 && i >= index - Above && pieces[i].Piece is Paragraph paragraph; i--)
            if (OfAConsole().IsMatch(paragraph.Text.Plain)) return true;
        return false;
    }

    [GeneratedRegex(@"^/[a-z][a-z_]{2,30}( [\w<>\[\]{}.@-]{1,40}){0,4}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InGame();

    [GeneratedRegex(@"\b(in|on|into) (the |your )?([\w-]+ ){0,2}(console|chat)\b|\b(in der|en la|na|dans la) ([\w-]+ ){0,2}(konsole|consola|console)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfAConsole();

    static string Sentence(Prose text, string before)
    {
        var start = Math.Max(before.LastIndexOf(". ", StringComparison.Ordinal) + 1, 0);
        var said = before[start..].Trim().TrimEnd(':', ' ', '—', '-', '–', '(').Trim();
        return said.Length > 0 ? said : text.Plain.Length <= 160 ? text.Plain : text.Plain[..160];
    }

    [GeneratedRegex(@"\b(if|when|while|fires when|until|where|alert(s)? on|wenn|si|se|quando|cuando)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"(^|\W)(run|start with|begin with|execute|issue|type|call|then|try|first|look with|check with|confirm with|check|see|use|via|mit|starte|ausführen|rode|execut[ae]r?|"
        + @"corre(r)?|ejecuta(r)?|lance[rz]?)[\s:,]*$|[:→]\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^\s*(in|from|on|into) (the|a|an|any)( \w+)? console\b")]
    private static partial Regex InConsole();

    [GeneratedRegex(@"(^|\W)(with|by|using|use|run|type|post|send|say|mit|con|com|avec)[\s:]*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ToBot();

    [GeneratedRegex(@"[.;] \p{Lu}?\p{L}")]
    private static partial Regex NextSentence();

    [GeneratedRegex(@"^[a-z][a-z-]{3,30}$")]
    private static partial Regex SingleWord();

    [GeneratedRegex(
        @"(^|[.!]\s)then\s$|(^|\W)(run|execute|type|start with|begin with|check with|look with|confirm with|starte|rode|ejecuta|lancez?)[\s:]*$|"
        + @"(worked|helped|gone|better|geholfen|geklappt|funcionad[oa]|funcionou|arreglad[oa]|resolvido|marche|fonctionne)\?\s*$|"
        + @"\b(context|contexto|kontext|contexte)\b[^.:]{0,20}:\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Outright();

    [GeneratedRegex(@"(^|\s)(commands?|comandos?|befehle?|commandes?|comand[oi])$|^((run|type|enter)( this)?|check|how|fix|action|what to (do|run|type))$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CommandHeader();

    [GeneratedRegex(
        @"^(is|are|must be|should be) (above|below|under|over|zero|empty|nought|back|green|\d|[<>=])|"
        + @"^(no longer|does not|doesn't|stops to|must not) (grow|rise|increase|climb)s?\b|^(must|should) (show|say|return|print|give)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ShouldSay();

    [GeneratedRegex(
        @"^[?:,–-]?\s*(don'?t|do not|never|no\b|is|are|will|does|can|would|evicts|deletes|removes|drops|restarts|takes|requires|needs|may|might|only|fails|failed|"
        + @"failing|errors?|timed? out|hangs|was|has|"
        + @"(with|without|on|in|against) [^.;,:]{3,40}\s(wipes|deletes|removes|drops|kills|breaks|loses|stops|destroys|empties|overwrites))\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Speaks();
}
