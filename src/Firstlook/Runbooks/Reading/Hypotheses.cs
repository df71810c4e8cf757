using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The causes that a procedure names: headings, lists of causes, or else its "If ..." branches.</summary>
internal static partial class Hypotheses
{
    public static IReadOnlyList<Hypothesis> Of(Region region, string procedure)
    {
        var sections = SectionsOf(region).ToList();
        var drafts = Headed(region, sections).ToList();
        // A list above headings of the same causes is their table of contents.
        var headed = drafts.Select(d => Significant(d.Title)).ToList();
        // What a cause named by a heading lists as causes of its own are parts of it.
        drafts.AddRange(sections.Where(s =>
            s.Role == Role.Causes && !(s.Parent is { Role: Role.Causes } around && Introduced(around) == s)
                && !drafts.Exists(d => s.Line > d.Line && s.Line <= d.EndLine))
            .ToList().SelectMany(s => Listed(s, drafts)).Where(d => headed.Count == 0 || !headed.Exists(h => h.IsSubsetOf(Significant(d.Title)))).ToList());
        drafts.RemoveAll(d => IsMendedBelow(d, drafts));
        if (drafts.Count == 0) drafts.AddRange(Tabled(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Stated(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Asked(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Pointed(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Worked(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Decided(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Lettered(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Coded(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Drawn(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Enumerated(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Reasons(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Led(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Alternated(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Itemized(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Mended(region, sections));
        if (drafts.Count == 0) drafts.AddRange(Branches(region, sections));
        drafts.RemoveAll(d => d.Section is not { IsHeading: true } && (Level().IsMatch(d.Title) || AnswersAnother(d, drafts)));
        // "When cards are refused:" as the first words of a procedure says what it is for.
        if (drafts is [{ } only] && only.Line <= region.Line + 3 && Occasion().IsMatch(only.Text.Plain)) drafts.Clear();
        var used = new Dictionary<string, int>();
        return drafts.OrderBy(d => d.Line).Select(d => Finished(Whole(d), procedure, used)).ToList();
    }

    /// <summary>Where no cause is named: the innermost headings that name some trouble rather than a task, and hold a check.</summary>
    public static IReadOnlyList<Hypothesis> PartsOf(Region region, string procedure)
    {
        if (!region.IsSection) return [];
        var parts = region.Section.Descendants.Where(IsPart).Where(part => !part.Children.Any(IsPart)).ToList();
        var used = new Dictionary<string, int>();
        return parts.Count < 2
            ? [] : [.. parts.Select(part => Finished(new(Titles.CauseName(part.Title.Plain), part.Line, part.EndLine, null, part, null, part.Title), procedure, used))];
    }

    static HashSet<string> Significant(string title) =>
        [.. Words.Fold(title).Split([' ', '-', ',', '/', '(', ')', '.', ':'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2)];

    static bool IsPart(Section section) =>
        section is { IsHeading: true, Role: Role.None }
        && (Titles.AsksWhether(section.Title.Plain) || (!section.Title.Plain.EndsWith('?') && section.Purpose == Purpose.Unsaid))
        && !section.Ancestors().Any(a => a.Role is Role.General or Role.Postmortem or Role.Contacts or Role.Escalation or Role.Template)
        && section.AllPieces.Any(p => p is Fence);

    /// <param name="Within">The section that an item or branch stands in.</param>
    sealed record Draft(string Title, int Line, int EndLine, string? When, Section? Section, Item? Item, Prose Text, Section? Within = null)
    {
        /// <summary>The table's row that it is; null otherwise.</summary>
        public Row? Row { get; init; }

        /// <summary>What is told of it elsewhere.</summary>
        public IReadOnlyList<Prose> Besides { get; init; } = [];

        /// <summary>Of the row, the cell that names it; the others tell of it.</summary>
        public int Column { get; init; }
    }

    public static IEnumerable<Section> SectionsOf(Region region) => region switch
    {
        { IsSection: true } => region.Section.AndDescendants,
        { Item: not null } => region.Section.ChildrenWithin(region.Line, region.EndLine),
        _ => [],
    };

    static IEnumerable<Draft> Headed(Region region, List<Section> sections)
    {
        foreach (var section in sections)
        {
            if (section == region.Section && region.IsSection) continue;
            // A bold line beside a table of causes is a step.
            var listed = section is { IsHeading: true, Parent: { Role: Role.Causes } list }
                && !(section.Level == Section.BoldTitle && list.Tables.Any(t => t.Rows.Count > 1 && CauseColumn(t) >= 0));
            // "only with two people!", to be unfolded below one of the causes, is that cause's own.
            if (listed && Folds(section) && section.Parent!.Children.Any(c => c.IsHeading && c.Line < section.Line && !Folds(c))) continue;
            if (NoneOfThem().IsMatch(Words.Fold(Titles.CauseName(section.Title.Plain)))) continue;
            var named = section.Level < Section.Field && section.Role != Role.Causes && section.NamesCause;
            if ((listed || named) && !section.Ancestors().Any(a => a != region.Section && a.NamesCause && a.Line > region.Line))
            {
                yield return new(Titles.CauseName(section.Title.Plain), section.Line, section.EndLine, Applicability(section.Title.Plain), section, null, section.Title);
            }
            else if (section.Level >= Section.Field && SingleCause().IsMatch(Words.Fold(section.Title.Plain)) && !section.Value.IsEmpty)
            {
                // "Hypotheses: (a) the provider is down; (b) the pool is exhausted."
                var series = InlineSeries(section.Value).ToList();
                foreach (var cause in series) yield return new(cause.Plain, cause.Line, section.EndLine, null, null, null, cause);
                if (series.Count > 0) continue;
                yield return new(section.Value.Plain, section.Line, section.EndLine, null, section, null, section.Value);
            }
        }
    }

    static bool Folds(Section section) => section.Pieces is [Heading { Folds: true }, ..];

    static IEnumerable<Draft> Listed(Section causes, List<Draft> already)
    {
        if (already.Any(d => d.Section == causes || d.Section?.Parent == causes)) yield break;
        var opened = Opened(causes).ToList();
        foreach (var draft in opened) yield return draft;
        if (opened.Count > 0) yield break;
        // "Could be: (1) a job, (2) a lambda", and below it the list of what to do.
        var series = InlineSeries(causes.Value).ToList();
        var items = series.Count > 1 ? [] : Introduced(causes).Items;
        foreach (var item in items) yield return new(ItemTitle(item.Text), item.Line, item.EndLine, null, null, item, item.Text, causes);
        if (items.Count > 0) yield break;
        foreach (var table in series.Count > 1 ? [] : causes.Tables)
        {
            var column = Math.Max(table.Header.Count > 1 && table.Header[0].Folded is "#" or "no" or "nr" or "n" ? 1 : 0, CauseColumn(table));
            foreach (var row in table.Rows.Where(r => r.Cells.Count > column && !r.Cells[column].IsEmpty)) yield return OfRow(row, column, causes);
        }

        if (series.Count < 2 && causes.Tables.Count > 0) yield break;
        var counted = Counted(causes, causes.EndLine).ToList();
        foreach (var draft in counted) yield return draft;
        if (counted.Count > 0) yield break;
        var entries = causes.Entries;
        var numbered = InlineSeries(entries is [var whole] ? whole : causes.Value).ToList();
        foreach (var cause in numbered.Count > 1
            ? numbered : entries.SelectMany((clause, i) => i == entries.Count - 1 && entries.Count > 1 && !HoldsArticle(clause, causes) ? Alternatives(clause) : [clause]))
            yield return new(cause.Plain, cause.Line, cause.Line, null, null, null, cause);
    }

    // "bad deploy, provider down or pool exhausted": the last of the clauses may hold two.
    static IEnumerable<Prose> Alternatives(Prose clause)
    {
        if (Or().Match(clause.Plain) is not { Success: true } or || clause.Codes.Any(c => c.Start < or.Index && c.End > or.Index)) return [clause];
        return [new(clause.Plain[..or.Index].Trim(), clause.Line, clause.MarksWithin(0, or.Index)), clause.From(or.Index + or.Length)];
    }

    // "a) the pool is exhausted, b) a bad deploy", "(1) ... (2) ...": counted within one line, from the first on.
    static IEnumerable<Prose> InlineSeries(Prose text)
    {
        if (text.Plain.Length > 1000) yield break;
        var marks = InlineMark().Matches(text.Plain).Where(m => !text.Codes.Any(c => c.Start <= m.Index && c.End > m.Index)).ToList();
        if (marks.Count < 2 || marks[0].Groups["mark"].Value is not ("a" or "A" or "1")
            || marks.Index().Any(m => m.Item.Groups["mark"].Value[0] - marks[0].Groups["mark"].Value[0] != m.Index))
            yield break;
        foreach (var (index, mark) in marks.Index())
        {
            var (start, end) = (mark.Index + mark.Length, index + 1 < marks.Count ? marks[index + 1].Index : text.Plain.Length);
            var part = TrailingAnd().Replace(text.Plain[start..end].Trim(), "").Trim(' ', ',', ';', '.');
            if (part.Length > 2) yield return new(part, text.Line, []);
        }
    }

    // "It is usually one of these: a) the provider is down, b) the pool is exhausted."
    static IEnumerable<Draft> Enumerated(Region region, List<Section> sections) =>
        sections.Where(IsOfTheTrouble)
            .SelectMany(s =>
                s.Paragraphs.Where(p => region.Holds(p.Line) && p.Text.Plain.Length < 1000 && Blames().IsMatch(p.Text.Plain))
                    .Select(p => (Section: s, Parts: InlineSeries(p.Text).ToList())))
            .Where(found => found.Parts.Count > 1).Take(1)
            .SelectMany(found => found.Parts.Select(part => new Draft(part.Plain, part.Line, part.Line, null, null, null, part)));

    // "**The provider has an outage.** Step 2 gives an error": paragraphs that open with a cause in bold, each up to the next.
    static IEnumerable<Draft> Opened(Section causes)
    {
        var paragraphs = causes.Paragraphs.Where(p => p.Item is null && p.Line != causes.Line && p.Text.LeadingStrong is { Start: 0 })
            .Select(p => (p.Line, p.Text));
        // Alone on its line, or before a colon, such a line is a label that no word of the trade explains.
        var labels = causes.Children.Where(c => c is { Level: Section.Field, Role: Role.None, Item: null } && c != Introduced(causes))
            .Select(c => (c.Line, Text: new Prose(c.Value.IsEmpty ? c.Title.Plain : $"{c.Title.Plain}: {c.Value.Plain}", c.Line, c.Title.Marks)));
        var starts = paragraphs.Concat(labels).OrderBy(start => start.Line).ToList();
        // One paragraph in bold among a list or table of causes is a remark.
        if (starts.Count < 2 && (causes.Items.Count > 0 || causes.Tables.Count > 0)) yield break;
        foreach (var (index, (line, text)) in starts.Index())
            yield return new(ItemTitle(text) is var title && ItWas().IsMatch(title) ? Sentence(ItWas().Replace(title, "")) : title, line,
                index + 1 < starts.Count ? starts[index + 1].Line - 1 : causes.EndLine, null, null, null, text, causes);
    }

    // "| You see | It is | Check | Do |": one cause to a row, told by what is seen beside it. A column that only leads elsewhere makes it an index.
    static IEnumerable<Draft> Tabled(Region region, List<Section> sections)
    {
        if (region.Row is { } own)
        {
            var column = CauseColumn(own.Table);
            // The cell that names the row is no cause of itself.
            return column > 0 && column != own.NameColumn && own.Row.Cells.Count > column && !own.Row.Cells[column].IsEmpty ? [OfRow(own.Row, column, region.Section)] : [];
        }

        return OfForms(region, sections).Concat(sections
            .Where(s => s.Role is not (Role.Escalation or Role.Prevention or Role.Postmortem or Role.Contacts or Role.SeverityPolicy or Role.Template or Role.Dashboards))
            .SelectMany(s =>
                s.Tables
                    .Where(t => region.Holds(t.Line) && t.Rows.Count > 1 && CauseColumn(t) >= 0 && !t.Header.Any(h => LeadsElsewhere().IsMatch(h.Folded)))
                .SelectMany(t => t.Rows.Where(r => r.Cells.Count > CauseColumn(t) && !r.Cells[CauseColumn(t)].IsEmpty).Select(r => OfRow(r, CauseColumn(t), s)))));
    }

    static string ItemTitle(Prose text)
    {
        const int LongestTitle = 120;
        text = text.Unticked;
        if (text.LeadingStrong is { } strong) return strong.Text.Trim().TrimEnd(':', '.');
        var cut = text.Plain.IndexOfAny([':', '–', '—']);
        if (cut < 0) cut = text.Plain.IndexOf(" - ", StringComparison.Ordinal);
        if (cut < 0) cut = text.Plain.IndexOf(". ", StringComparison.Ordinal);
        var title = cut is > 2 and < LongestTitle ? text.Plain[..cut] : text.Plain;
        return title.Trim().TrimEnd('.');
    }

    // Paragraphs that begin in bold, each with what follows it.
    static IEnumerable<Draft> Emboldened(Section section, int lastLine, Func<Mark, bool> counts)
    {
        var bold = section.Paragraphs
            .Where(p => p.Item is null && p.Line != section.Line && p.Text.LeadingStrong is { Start: 0 } strong && counts(strong)).ToList();
        foreach (var (index, paragraph) in bold.Index())
            yield return new(ItemTitle(paragraph.Text).TrimEnd('.'), paragraph.Line, index + 1 < bold.Count ? bold[index + 1].Line - 1 : lastLine, null, null, null,
                paragraph.Text, section);
    }

    // "Cause 1: the cache is stale. Purge it:" and "**It was the geocoder.**" as paragraphs; of the latter one alone may be a remark.
    static IEnumerable<Draft> Stated(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => IsOfTheTrouble(s) && s.Role != Role.Symptoms))
        {
            var last = Math.Min(section.EndLine, region.EndLine);
            foreach (var draft in Counted(section, last).Where(d => region.Holds(d.Line))) yield return draft;
            var said = Emboldened(section, last, strong => region.Holds(strong.Line) && strong.Text.EndsWith('.') && ItWas().IsMatch(Words.Fold(strong.Text))).ToList();
            if (said.Count < 2) continue;
            foreach (var draft in said) yield return draft with { Title = Sentence(ItWas().Replace(draft.Title, "")) };
        }
    }

    static bool IsOfTheTrouble(Section section) =>
        section.Role is not (Role.Escalation or Role.Prevention or Role.Postmortem or Role.Alert or Role.Contacts or Role.Template or Role.Prohibition
            or Role.Dashboards);

    // "Decide." or "Then:", and below it bullets that each open with a statement in bold: what it can be. Bold orders are steps.
    static IEnumerable<Draft> Decided(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => IsOfTheTrouble(s) && s.Role is not (Role.Symptoms or Role.Action or Role.Verification or Role.Impact)))
        {
            var items = section.Items.Where(i => region.Holds(i.Line) && i.Number is null).ToList();
            var stated = items.Where(i => i.Text.LeadingStrong is { Start: 0 } strong && IsStatement(i.Text, strong)).ToList();
            if (stated.Count < 2 || stated.Count * 2 < items.Count) continue;
            foreach (var item in stated) yield return new(ItemTitle(item.Text), item.Line, item.EndLine, null, null, item, item.Text, section);
        }
    }

    // "2. **The carrier does not answer in time**: they take the connection ...", with reads of its own below: items that each tell what it is and
    // how that is seen. Where the bold words are mere names ("**Pod status**") they are steps.
    static IEnumerable<Draft> Worked(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => IsOfTheTrouble(s) && s.Role is not (Role.Symptoms or Role.Action or Role.Verification or Role.Impact)))
        {
            var fences = section.Fences.Select(f => f.Item).Where(i => i is not null).ToHashSet();
            var told = section.Items
                .Where(i => region.Holds(i.Line) && fences.Contains(i) && i.Text.LeadingStrong is { Start: 0 } strong && strong.Text.Contains(' ')
                    && Roles.Of(strong.Text.TrimEnd('.', ':')) == Role.None && Purposes.Of(strong.Text) == Purpose.Unsaid)
                .ToList();
            if (told.Count < 2 || told.Count(i => i.Text.LeadingStrong is { } strong && (Tells().IsMatch(strong.Text) || Titles.IsTrouble(strong.Text))) * 2 < told.Count) continue;
            foreach (var item in told) yield return new(ItemTitle(item.Text), item.Line, item.EndLine, null, null, item, item.Text, section);
        }
    }

    /// <summary>Several words that tell and do not order, with more behind them.</summary>
    static bool IsStatement(Prose text, Mark strong) =>
        strong.Text.Contains(' ') && Roles.Of(strong.Text.TrimEnd('.', ':')) == Role.None && Purposes.Of(strong.Text) == Purpose.Unsaid && !Branch().IsMatch(strong.Text)
        && (strong.Text.EndsWith('.') || text.Plain.AsSpan(strong.End).TrimStart() is ['.' or ':' or '–' or '—', ..]);

    // "If X: do Y" is a cause with its action. Guards ("if safe"), sequels ("if that fails") and observed values are none.
    static IEnumerable<Draft> Branches(Region region, List<Section> sections)
    {
        var open = -1;
        foreach (var (text, line, endLine, section, item, within) in Sentences(region, sections).OrderBy(s => s.Line))
        {
            if (line <= open || Branch().Match(text.Plain) is not { Success: true } match) continue;
            var condition = match.Groups["condition"].Value.Trim();
            if (match.Groups["action"].Length == 0 && SeveralSentences().IsMatch(condition)) continue;
            if (condition.Length < 3 || Guard().IsMatch(Words.Fold(condition)) || IsObserved(text, match.Groups["condition"])) continue;
            yield return new(Sentence(condition), line, endLine, Applicability(condition), section, item, text, within);
            open = endLine;
        }
    }

    static IEnumerable<(Prose Text, int Line, int EndLine, Section? Section, Item? Item, Section? Within)> Sentences(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => s.Level >= 2 && s != region.Section && s.Item is null && !s.Title.Plain.EndsWith('?')))
            yield return (section.Title, section.Line, section.EndLine, section, null, null);
        foreach (var section in sections.Where(s => s.Role is not (Role.Escalation or Role.Prevention or Role.Postmortem or Role.Symptoms)))
        {
            foreach (var paragraph in section.Paragraphs.Where(p => p is { OpensItem: true, Item: not null } && region.Holds(p.Line)))
                yield return (paragraph.Text, paragraph.Line, paragraph.Item!.EndLine, null, paragraph.Item, section);
            // "If the certificate has ended:" above a block, and another such line: a list that nobody marked as one.
            var plain = section.Pieces.Where((p, i) =>
                p is Paragraph { Item: null, Quoted: false, Label: null } && p.Line != section.Line && i + 1 < section.Pieces.Count && section.Pieces[i + 1] is Fence)
                .Cast<Paragraph>().Where(p => p.Text.Plain.Length < 200 && p.Text.Plain.EndsWith(':') && Branch().IsMatch(p.Text.Plain) && region.Holds(p.Line)).ToList();
            foreach (var (index, paragraph) in plain.Count < 2 ? [] : plain.Index())
                yield return (paragraph.Text, paragraph.Line, index + 1 < plain.Count ? plain[index + 1].Line - 1 : Math.Min(section.EndLine, region.EndLine), null, null, section);
            // "**If pods are pending: there is no place for them.**" and what follows, up to the next such line.
            var bold = section.Paragraphs
                .Where(p => p is { Item: null, Quoted: false, Text.LeadingStrong: { Start: 0 } strong } && Branch().IsMatch(strong.Text) && region.Holds(p.Line)).ToList();
            foreach (var (index, paragraph) in bold.Index())
                yield return (paragraph.Text, paragraph.Line, index + 1 < bold.Count ? bold[index + 1].Line - 1 : Math.Min(section.EndLine, region.EndLine), null, null, section);
        }
    }

    // "If `CrashLoopBackOff`: read the logs" reads a value off the step above; it names no cause.
    static bool IsObserved(Prose text, Group condition) => text.Codes.Any(c => c.Start <= condition.Index && c.End > condition.Index);

    static string? Applicability(string condition) => Applies().Match(condition) is { Success: true } ? StripIf().Replace(condition, "") : null;

    static string Sentence(string condition) => char.ToUpperInvariant(condition[0]) + condition[1..];

    static Hypothesis Finished(Draft draft, string procedure, Dictionary<string, int> used)
    {
        var slug = Words.Id(draft.Title);
        var times = used[slug] = used.GetValueOrDefault(slug) + 1;
        return new($"{procedure}/{(times == 1 ? slug : $"{slug}-{times - 1}")}", draft.Title, draft.Line, draft.EndLine, draft.When, [.. SymptomsOf(draft)], [.. AdviceOf(draft)])
        {
            Told = [.. draft switch
            {
                { Section: { } section } => HeadingOf(draft).Concat(Telling.Of(section.AndDescendants)),
                { Row: { } row } => row.Cells.Index().Where(cell => cell.Index != draft.Column).Select(cell => Symptoms.Of(cell.Item)),
                { Within: { } within } => Telling.Within(within, draft.Line, draft.EndLine),
                _ => Telling.Sentences(draft.Text).Select(Symptoms.Of),
            }, .. draft.Besides.Select(Symptoms.Of)],
            InTable = IsListed(draft),
        };
    }

    // "If most are 422: stock does not find its way back": what stands behind the condition is told too.
    static IEnumerable<Symptom> HeadingOf(Draft draft) => draft.Text.Plain.Length > draft.Title.Length + 6 && Branch().IsMatch(draft.Text.Plain) ? [Symptoms.Of(draft.Text)] : [];

    static IEnumerable<Symptom> SymptomsOf(Draft draft)
    {
        if (draft is { Section: null, Within: { } around, Row: null }
            && around.ChildrenWithin(draft.Line, draft.EndLine).Where(s => s.Role == Role.Symptoms && s.Line != draft.Line).SelectMany(Symptoms.Of)
                .ToList() is { Count: > 0 } listed)
            return listed;
        // "You see | It means | Do": what is seen stands beside it.
        if (draft is { Row: { } row, Within: { } table } && SeenBeside(table, row, draft.Column) is { IsEmpty: false } seen) return [Symptoms.Of(seen)];
        if (draft.Section is { } section && !Branch().IsMatch(section.Title.Plain)) return section.Descendants.Where(s => s.Role == Role.Symptoms).SelectMany(Symptoms.Of);
        // The words of a branch or bullet are its symptom where they quote what would be seen.
        var said = Branch().Match(draft.Text.Plain) is { Success: true } branch ? Until(draft.Text, branch.Groups["condition"]) : draft.Text;
        return Symptoms.Literals(said).Any() ? [Symptoms.Of(said)] : [];
    }

    static Prose Until(Prose text, Group group) =>
        new Prose(text.Plain[..(group.Index + group.Length)], text.Line, [.. text.Marks.Where(m => m.End <= group.Index + group.Length)]).From(group.Index);

    static IEnumerable<Advice> AdviceOf(Draft draft)
    {
        if (draft.Section is { } section)
        {
            foreach (var part in section.AndDescendants.Where(s => s.Role is Role.Action or Role.Prevention || s == section))
            {
                foreach (var item in part.Paragraphs.Where(p => p.OpensItem)) yield return new(item.Text.Plain, item.Line);
                if (part.Role is Role.Action && !part.Value.IsEmpty) yield return new(part.Value.Plain, part.Line);
            }
        }
        else if (draft is { Within: { } around } && Remedies(around, draft).ToList() is { Count: > 0 } remedies)
        {
            foreach (var remedy in remedies) yield return remedy;
        }
        else if (Branch().Match(draft.Text.Plain) is { Success: true } branch && branch.Groups["action"].Value.Trim() is { Length: > 2 } action)
        {
            yield return new(action, draft.Line);
        }
        else if (draft.Text.Plain.IndexOf(draft.Title, StringComparison.Ordinal) is >= 0 and var at && draft.Text.Plain.Length > at + draft.Title.Length + 3)
        {
            yield return new(draft.Text.Plain[(at + draft.Title.Length)..].Trim(' ', ':', '-', '–', '—', '.'), draft.Line);
        }
    }

    // "**Fix:** start it again" below the paragraph that names the cause.
    static IEnumerable<Advice> Remedies(Section around, Draft draft) =>
        around.ChildrenWithin(draft.Line, draft.EndLine).Where(s => s.Role == Role.Action)
            .SelectMany(s =>
                s.Paragraphs.Where(p => p.OpensItem).Select(p => new Advice(p.Text.Plain, p.Line))
                    .Concat(s.Value.IsEmpty ? [] : [new(s.Value.Plain, s.Line)]));

    const string ComesOn = @"(?= (but|yet|while|pero|mas|aber|sondern)\b)";
    const string ConditionCharacter = "([^:,→]|," + ComesOn + ")";
    const string ConditionEnd = @"\s*(:|,(?!" + ComesOn + @")|→|->|=>|\bthen\b|$)";
}
